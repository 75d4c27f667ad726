"""Words on the figure: the names of no-go areas with their leaders, and which side of the baby is which.

What stands still is told as boxes and how to paint them; a leader that follows a limb is painted in every frame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QTransform

from babymassage_gui.core.body import MIDLINE, View, Zone
from babymassage_gui.core.kept_clear import Place
from babymassage_gui.core.kept_clear import zones as kept_zones
from babymassage_gui.core.poses import Limb, Move, middle_of
from babymassage_gui.core.strokes import FigureBook, Part, StepFigure
from babymassage_gui.core.table import TableSide, degrees_for, quarter_turned
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.figure_palette import Roles

_FRONT_VIEWS = (
    "front",
    "face",
    "head_top",
    "upright",
    "leg_up",
    "foot_top",
    "sole",
    "palm",
    "hand_back",
    "legs_up",
    "arm_up",
)
"""Beginnings of the names of views in which the baby's right is at picture left."""
_EDGE = 24.0
_PEN = 6.0
"""Half of the widest pen at an edge of a piece, and some."""
_OUTWARD, _DOWN = 170.0, 70.0
"""From a place that is kept clear to its name, units."""

Words = tuple[QRectF, Callable[[QPainter], None]]
"""The box that words and leaders need, window pixels, and how to paint them there."""


@dataclass(frozen=True, slots=True)
class FigureTexts:
    """Words on the figure, already translated; `no_go` by code of content-spec 3.8. Sizes in pixels."""

    baby_right: str = ""
    baby_left: str = ""
    no_go: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    font: QFont = field(default_factory=QFont)
    label_px: float = 24
    pill_px: float = 22
    show_labels: bool = True


@dataclass(frozen=True, slots=True)
class Lead:
    """A name whose area goes with a limb: `box` and `around` stay, the leader to `zone` follows."""

    limb: Limb
    move: Move
    zone: str
    box: QRectF
    around: QRectF
    draw: Callable[[QPainter], None]

    def paint_leader(self, painter: QPainter, way: float, place: QTransform, roles: Roles) -> None:
        """The leader after a share (0..1) of the way."""
        target = place.map(QPointF(*middle_of(self.limb, self.move.pose(way), self.zone)))
        marks.draw_leader(painter, self.box, target, roles)


class FigureWords:
    """Words in one look, in the free area of a frame, for one side of the table."""

    def __init__(self, texts: FigureTexts, roles: Roles, free: QRectF, side: TableSide) -> None:
        self._texts, self._roles, self._free, self._side = texts, roles, free, side

    def names(self, part: Part, view: View | None, place: QTransform, kept: tuple[Place, ...] = ()) -> Iterator[Words]:
        """The names of no-go zones with their leaders, on one picture: a leader may cross the other label."""
        if not self._texts.show_labels or view is None:
            return
        font = sized(self._texts.font, self._texts.label_px)
        zones = {zone.name: zone for zone in view.zones}
        named = [
            (label.at, zones[label.zone], self._texts.no_go[zones[label.zone].code])
            for label in part.labels[:2]
            if label.zone in zones and self._texts.no_go.get(zones[label.zone].code)
        ]
        named += [(at, zone, self._texts.no_go[zone.code]) for at, zone in self._kept_clear(view, place, kept)]
        if not named:
            return
        boxes = self._apart([self._box(words, font, place.map(QPointF(*at))) for at, _zone, words in named])
        targets = [place.map(marks.outline_path(zone.outline).boundingRect().center()) for _at, zone, _words in named]

        def draw(painter: QPainter) -> None:
            for box, target in zip(boxes, targets, strict=True):
                marks.draw_leader(painter, box, target, self._roles)
            for box, (_at, _zone, words) in zip(boxes, named, strict=True):
                marks.draw_label(painter, box, words, font, self._roles)

        around = QRectF()
        for box, target in zip(boxes, targets, strict=True):
            around = around.united(box).united(QRectF(target, QSizeF(1, 1)))
        yield around.adjusted(-_PEN, -_PEN, _PEN, _PEN).intersected(self._free), draw

    def _kept_clear(
        self, view: View, place: QTransform, kept: tuple[Place, ...]
    ) -> Iterator[tuple[tuple[float, float], Zone]]:
        """Of each kind of place the first that is in the picture, and where its name goes: outward, off the body."""
        told: set[str] = set()
        for zone in kept_zones(view, kept):
            middle = marks.outline_path(zone.outline).boundingRect().center()
            if zone.code not in told and self._texts.no_go.get(zone.code) and self._free.contains(place.map(middle)):
                told.add(zone.code)
                yield (middle.x() + (_OUTWARD if middle.x() >= MIDLINE else -_OUTWARD), middle.y() + _DOWN), zone

    def leads(self, part: Part, place: QTransform, book: FigureBook) -> tuple[Lead, ...]:
        """The names of no-go zones that go with a limb."""
        if not self._texts.show_labels:
            return ()
        font = sized(self._texts.font, self._texts.label_px)
        found: list[tuple[Move, str, str, QRectF]] = []
        for label in part.labels[:2]:
            name, side = label.zone[:-2], label.zone[-2:]
            words = self._texts.no_go.get(name.partition("_")[0])
            found += [
                (move, name, words, self._box(words, font, place.map(QPointF(*label.at))))
                for move in part.moves
                if words and name in book.limbs[move.limb].zones and side == f"_{move.side[0]}"
            ]
        boxes = self._apart([box for _move, _name, _words, box in found])

        def lead(move: Move, zone: str, words: str, box: QRectF) -> Lead:
            around = box.adjusted(-_PEN, -_PEN, _PEN, _PEN).intersected(self._free)
            draw = lambda painter: marks.draw_label(painter, box, words, font, self._roles)  # noqa: E731 - kept in it
            return Lead(book.limbs[move.limb], move, zone, box, around, draw)

        return tuple(lead(*one[:3], box) for one, box in zip(found, boxes, strict=True))

    def sides(self, step: StepFigure, view: View | None, side: str) -> Iterator[Words]:
        """The baby's sides, each at its side of the picture; for one limb only that limb's side."""
        if view is None or not view.name.startswith((*_FRONT_VIEWS, "back")):
            return
        right = -1.0 if not view.name.startswith("back") else 1.0
        degrees = degrees_for(self._side, view)
        for name, text, way in (("right", self._texts.baby_right, right), ("left", self._texts.baby_left, -right)):
            if text and not (step.sided and name != side):
                yield self._pill(text, quarter_turned((way, 1.0), degrees))

    def _pill(self, text: str, corner: tuple[float, float]) -> Words:
        """In the corner to which the signs of (x, y) point: that side of the baby, at its feet."""
        font, free = sized(self._texts.font, self._texts.pill_px), self._free
        box = marks.label_box(text, font, free.center(), free)
        box.setHeight(box.height() * 1.2)
        box.moveLeft(free.left() + _EDGE if corner[0] < 0 else free.right() - _EDGE - box.width())
        box.moveTop(free.top() + _EDGE * 0.75 if corner[1] < 0 else free.bottom() - box.height() - _EDGE * 0.75)
        drawn = box.adjusted(-_PEN, -_PEN, _PEN, _PEN).intersected(free)
        return drawn, lambda painter: marks.draw_pill(painter, box, text, font, self._roles)

    def _box(self, words: str, font: QFont, centre: QPointF) -> QRectF:
        return marks.label_box(words, font, centre, self._free.adjusted(_EDGE / 2, 8, -_EDGE / 2, -8))

    def _apart(self, boxes: list[QRectF]) -> list[QRectF]:
        """A turned picture may bring two names together: the second goes below the first, or above it."""
        for first, second in pairwise(boxes):
            if first.intersects(second):
                below = first.bottom() + 8
                fits = below + second.height() <= self._free.bottom()
                second.moveTop(below if fits else first.top() - 8 - second.height())
        return boxes


def sized(font: QFont, pixels: float) -> QFont:
    """The same family in bold at a size in pixels."""
    result = QFont(font)
    result.setPixelSize(max(1, round(pixels)))
    result.setWeight(QFont.Weight.Bold)
    return result
