"""Read figures.toml, poses.toml and strokes.toml into the figure book: strict, every fault at once, a broken step out.

A figure that is missing never stops a session, so faults are collected and returned, not raised.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from cattrs import BaseValidationError, Converter, transform_error

from babymassage_gui.content.pose_loader import POSES, limb_of, moves_of
from babymassage_gui.content.reading import ContentFault
from babymassage_gui.core.body import (
    Eye,
    Level,
    Outline,
    Point,
    View,
    Zone,
    ellipse_outline,
    mirror_outline,
    mirror_point,
    mirror_view,
    other_side,
    spline,
    strip_outline,
)  # fmt: skip
from babymassage_gui.core.lifts import Lift
from babymassage_gui.core.poses import Limb
from babymassage_gui.core.stroke_rules import faults_of
from babymassage_gui.core.strokes import FigureBook, Hand, Kind, Label, Part, Rule, StepFigure, Waypoint

FIGURES, STROKES = "figures.toml", "strokes.toml"
_WAYPOINT = re.compile(r"(\()?(\w+)(?: ([+-]?\d+) ([+-]?\d+))?(\))?")


@dataclass(frozen=True, slots=True)
class LoadedFigures:
    """The book as far as it could be read, and what was wrong."""

    book: FigureBook
    faults: tuple[ContentFault, ...]


@dataclass(frozen=True, slots=True)
class _ZoneRow:
    level: Level
    ellipse: tuple[float, float, float, float] | None = None
    strip: tuple[Point, ...] | None = None
    half_width: float = 0.0
    blob: tuple[Point, ...] | None = None

    def outline(self) -> Outline:
        """Raises ValueError: not exactly one shape is given."""
        if sum(shape is not None for shape in (self.ellipse, self.strip, self.blob)) != 1:
            raise ValueError("a zone has exactly one of ellipse, strip and blob")
        if self.ellipse is not None:
            x, y, radius_x, radius_y = self.ellipse
            return ellipse_outline((x, y), radius_x, radius_y)
        if self.strip is not None:
            return strip_outline(self.strip, self.half_width)
        return spline(self.blob or (), closed=True)


@dataclass(frozen=True, slots=True)
class _ViewRow:
    figure: str
    extends: str = ""
    mirror_of: str = ""
    twins: bool = True
    fade: tuple[float, float, float, float] | None = None
    eyes: tuple[Eye, ...] = ()
    stage: str = ""
    landmarks: dict[str, Point] = field(default_factory=dict)
    zones: dict[str, _ZoneRow] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _HandRow:
    side: str
    pose: str
    path: tuple[Waypoint, ...]
    contact: float
    kind: Kind = Kind.GLIDE
    angle: float = 0.0
    follow: float = 0.0
    scale: float = 0.6
    curl: float = 0.0
    supports: bool = False
    twin: bool = False

    def hands(self) -> tuple[Hand, ...]:
        hand = Hand(
            self.side, self.pose, self.path, self.kind, self.contact, self.angle, self.follow, self.scale, self.curl,
            self.supports,
        )  # fmt: skip
        return (hand, hand.mirrored()) if self.twin else (hand,)


@dataclass(frozen=True, slots=True)
class _PartRow:
    view: str
    camera: tuple[float, float, float, float]
    hands: tuple[_HandRow, ...]
    rules: tuple[Rule, ...]
    share: float = 1.0
    lane: int = 0
    shows: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    labels: tuple[Label, ...] = ()
    lift: Lift | None = None
    moves: tuple[str, ...] = ()
    again: bool = False

    def part(self, shows: tuple[str, ...], targets: tuple[str, ...]) -> Part:
        """The part; what it does not say itself is the step's."""
        return Part(
            view=self.view,
            camera=self.camera,
            hands=tuple(hand for row in self.hands for hand in row.hands()),
            share=self.share,
            rules=self.rules,
            shows=shows if self.shows is None else self.shows,
            targets=targets if self.targets is None else self.targets,
            labels=self.labels,
            lane=self.lane,
            lift=self.lift,
            moves=tuple(move for words in self.moves for move in moves_of(words)),
            again=self.again,
        )


@dataclass(frozen=True, slots=True)
class _StepRow:
    parts: tuple[_PartRow, ...]
    sided: bool = False
    light: bool = False
    shows: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()

    def step(self, step_id: str) -> StepFigure:
        """Raises ValueError: a closed path would have to be mirrored, or there is no part."""
        if all(row.again for row in self.parts):
            raise ValueError("has no part")
        parts = tuple(row.part(self.shows, self.targets) for row in self.parts)
        step = StepFigure(step_id, self.sided, self.light, parts)
        step.for_side("right")
        return step


def load_figures(folder: Traversable | None = None) -> LoadedFigures:
    """The figure book of the program, or of another folder with the same three files."""
    folder = folder or files("babymassage_gui.content")
    faults: list[ContentFault] = []
    views = _views(_table(folder, FIGURES, "views", faults), faults)
    steps: dict[str, StepFigure] = {}
    for step_id, raw in _table(folder, STROKES, "steps", faults).items():
        try:
            steps[step_id] = _CONVERTER.structure(raw, _StepRow).step(step_id)
        except (BaseValidationError, ValueError) as error:
            faults += _explained(STROKES, f"steps.{step_id}", error)
    return LoadedFigures(FigureBook(views, steps, _limbs(folder, faults)), tuple(faults))


def _limbs(folder: Traversable, faults: list[ContentFault]) -> dict[str, Limb]:
    limbs: dict[str, Limb] = {}
    for name, raw in _table(folder, POSES, "limbs", faults).items():
        try:
            limbs[name] = limb_of(name, raw, _CONVERTER)
        except (BaseValidationError, ValueError) as error:
            faults += _explained(POSES, f"limbs.{name}", error)
    return limbs


def figure_faults(book: FigureBook) -> tuple[ContentFault, ...]:
    """Every breach of the rules of touch and direction; takes half a second, so the program does not ask at start."""
    return tuple(ContentFault(STROKES, f"steps.{step}", line) for step in book.steps for line in faults_of(step, book))


def _table(folder: Traversable, file: str, table: str, faults: list[ContentFault]) -> Mapping[str, Any]:
    try:
        document = tomllib.loads(folder.joinpath(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or not TOML
        faults.append(ContentFault(file, "", f"cannot be read: {error}"))
        return {}
    faults += [ContentFault(file, key, "unknown table") for key in document if key != table]
    rows = document.get(table, {})
    return rows if isinstance(rows, dict) else {}


def _explained(file: str, path: str, error: Exception) -> list[ContentFault]:
    if isinstance(error, BaseValidationError):
        return [ContentFault(file, path, line) for line in transform_error(error, format_exception=_message)]
    return [ContentFault(file, path, _message(error, None))]


def _message(error: BaseException, _: type | None) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _views(rows: Mapping[str, Any], faults: list[ContentFault]) -> dict[str, View]:
    """Views in file order, so that one may build on an earlier one."""
    views: dict[str, View] = {}
    for name, raw in rows.items():
        try:
            views[name] = _view(name, _CONVERTER.structure(raw, _ViewRow), views)
        except (BaseValidationError, ValueError, KeyError) as error:
            faults += _explained(FIGURES, f"views.{name}", error)
    return views


def _view(name: str, row: _ViewRow, views: Mapping[str, View]) -> View:
    if row.mirror_of:
        return mirror_view(views[row.mirror_of], name, row.figure)
    landmarks, eyes = dict(row.landmarks), row.eyes
    outlines = {key: (zone.level, zone.outline()) for key, zone in row.zones.items()}
    if row.twins:
        landmarks |= {other_side(key): mirror_point(at) for key, at in row.landmarks.items() if other_side(key) != key}
        outlines |= {
            other_side(key): (level, mirror_outline(outline))
            for key, (level, outline) in tuple(outlines.items())
            if other_side(key) != key
        }
    if row.extends:
        base = views[row.extends]
        eyes = eyes or base.eyes
        landmarks = {**base.landmarks, **landmarks}
        outlines = {zone.name: (zone.level, zone.outline) for zone in base.zones} | outlines
    zones = tuple(Zone(key, *value) for key, value in outlines.items())
    return View(name, row.figure, landmarks, zones, fade=row.fade, eyes=eyes, stage=row.stage)


def _exactly(kind: type, value: Any, _: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not of type {kind.__name__}")
    return value


def _number(value: Any, _: Any) -> float:
    if type(value) not in {int, float}:
        raise TypeError(f"{value!r} is not a number")
    return float(value)


def _choice(value: Any, kind: type[StrEnum]) -> StrEnum:
    _exactly(str, value, kind)
    return kind(value)


def _waypoint(value: Any, _: Any) -> Waypoint:
    """ "ankle_l", "ankle_l +4 -6", "(knee_l)"."""
    words = _WAYPOINT.fullmatch(value) if isinstance(value, str) else None
    if words is None or bool(words[1]) != bool(words[5]):
        raise ValueError(f"{value!r} is not a landmark of a path")
    return Waypoint(words[2], float(words[3] or 0), float(words[4] or 0), lifted=bool(words[1]))


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, partial(_exactly, plain))
    converter.register_structure_hook(float, _number)
    for choice in (Level, Kind, Rule):
        converter.register_structure_hook(choice, _choice)
    converter.register_structure_hook(Waypoint, _waypoint)
    return converter


_CONVERTER = _converter()
