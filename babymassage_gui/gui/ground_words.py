"""Puts what something rests on into words, and says where in the library each of it is read."""

from __future__ import annotations

from collections.abc import Iterable

from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.grounds import Ground, GroundKind
from babymassage_gui.gui.pages.grounds_paper import Basis
from babymassage_gui.gui.pages.library_view import Kind, Shelf, fact_lines, plain

KINDS = {GroundKind.CHECK: Kind.CHECK, GroundKind.RULE: Kind.RULE, GroundKind.ROUTINE: Kind.ROUTINE}


def bases_of(grounds: Iterable[Ground], catalogue: Catalogue) -> tuple[Basis, ...]:
    """Each ground with the words of its facts. `catalogue` has its reference texts."""
    shelf = Shelf(catalogue)
    return tuple(
        Basis(
            ground.kind,
            ground.id,
            plain(ground.text, shelf),
            tuple((line.id, line.text) for line in fact_lines(ground.facts, catalogue)),
        )
        for ground in grounds
    )


def place_of(kind: GroundKind, key: str, fact_id: str, catalogue: Catalogue) -> tuple[Kind, str]:
    """The row of the library: the contradiction that was pressed, else the ground itself."""
    if fact_id in catalogue.reference.contradictions:
        return Kind.CONTRADICTION, fact_id
    return KINDS[kind], key
