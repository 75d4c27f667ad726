"""Looks at every drawing that the figures use, as `check-content` asks for it; paints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QResource

from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.resources import RESOURCES
from babymassage_gui.gui.widgets.figure_art import CONTACT, DRAWN, FigureArt, Source, resource_source
from babymassage_gui.gui.widgets.figure_palette import Look


def drawings_of(book: FigureBook) -> tuple[str, ...]:
    """The names of all drawings of bodies, mats, limbs and hands, each once."""
    return tuple(dict.fromkeys((*bodies_of(book), *(f"hand_{pose}" for pose in CONTACT if pose != DRAWN))))


def bodies_of(book: FigureBook) -> Iterator[str]:
    """The names of the drawings that are no hands."""
    for view in book.views.values():
        yield view.figure
        if view.stage:
            yield view.stage
    yield from (limb.figure for limb in book.limbs.values())


def drawing_faults(book: FigureBook, source: Source | None = None) -> Mapping[str, str]:
    """What is wrong with drawings, by name: missing, not an SVG, a colour role that no look has."""
    if source is None:
        QResource.registerResource(str(RESOURCES))
        source = resource_source
    art = FigureArt(source)
    limbs = {limb.figure for limb in book.limbs.values()}
    for name in drawings_of(book):
        if name in limbs:
            art.posed(name, 0, 0.0, Look())
        else:
            art.look_at(name, Look())
    return art.faults
