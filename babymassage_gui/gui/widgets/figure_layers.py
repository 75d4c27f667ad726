"""The still pictures of a step's part: body with zones, the way of the hands, labels. Made once, painted each frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPixmap, QTransform

from babymassage_gui.core.body import MIDLINE, Level, View, Zone
from babymassage_gui.core.lifts import Lift
from babymassage_gui.core.poses import middle_of
from babymassage_gui.core.strokes import FigureBook, Hand, Part, StepFigure
from babymassage_gui.core.tracks import Track, way_of
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.figure_art import BODY_BOX, FigureArt, blank, fade_in, smooth
from babymassage_gui.gui.widgets.figure_limbs import draw_limb, lying_still
from babymassage_gui.gui.widgets.figure_palette import Look, Roles, colour_roles, veil_opacity

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
_STAGE = QRectF(0, 540, 1000, 360)
"""Where a drawing of the mat has something, units."""
_PEN = 6.0
"""Half of the widest pen at an edge of a piece, and some."""
_OUTSIDE = 40.0
"""Units around the drawing for the soft edge of what is painted on its rim."""


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
class Frame:
    """Where a figure is painted, logical pixels: the window to its edges, and the area in which all must be seen."""

    window: QRectF
    free: QRectF
    dpr: float

    @property
    def key(self) -> tuple[float, ...]:
        window, free = self.window, self.free
        return (
            window.x(), window.y(), window.width(), window.height(),
            free.x(), free.y(), free.width(), free.height(), self.dpr,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moving:
    """A hand with its line, the same without rubbing circles, and the width of its ribbon, units."""

    hand: Hand
    track: Track
    plain: Track
    width: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture no larger than what is drawn on it; its corner lies at `at` in the window."""

    picture: QPixmap
    at: QPointF


@dataclass(frozen=True, slots=True)
class Still:
    """Body with zones, what lies above the hands, and what is below: the same for all with one view and camera."""

    base: Piece
    labels: tuple[Piece, ...]
    stage: Piece | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """One part in one frame. `place` maps figure units to window pixels, `scale` is pixels a unit."""

    still: Still
    track: Piece
    place: QTransform
    scale: float
    moving: tuple[Moving, ...]


def placing(part: Part, free: QRectF) -> tuple[QTransform, float]:
    """The camera's middle in the middle of the free area, as large as fits; with the scale."""
    left, top, width, height = part.camera
    scale = max(0.01, min(free.width() / width, free.height() / height))
    place = QTransform.fromTranslate(free.center().x(), free.center().y())
    place.scale(scale, scale)
    place.translate(-left - width / 2, -top - height / 2)
    return place, scale


def draw_baby(painter: QPainter, layer: Layer, lift: Lift | None, share: float) -> None:
    """The body with its zones; lifted, it is moved with all that is drawn on it, and the mat stays."""
    base, stage = layer.still.base, layer.still.stage
    if stage is not None:
        painter.drawPixmap(stage.at, stage.picture)
    painter.save()
    if lift is not None:
        down, back = lift.below(share)
        move = QTransform.fromTranslate(lift.about[0], lift.about[1] + down)
        move.rotate(-back)
        move.translate(-lift.about[0], -lift.about[1])
        painter.setTransform(layer.place.inverted()[0] * move * layer.place, combine=True)
    painter.drawPixmap(base.at, base.picture)
    painter.restore()


class LayerMaker:
    """Draws layers for one look and one set of words."""

    def __init__(self, book: FigureBook, art: FigureArt, look: Look, texts: FigureTexts) -> None:
        self._book, self._art, self._look, self._texts = book, art, look, texts
        self._roles: Roles = colour_roles(look.theme, look.skin)

    def still(self, step: StepFigure, part: Part, side: str, frame: Frame) -> Still:
        """What does not move and does not depend on the hands."""
        place, scale = placing(part, frame.free)
        view = self._book.views.get(part.view)
        shown = self._shown(step, part, view, side)
        base = self._base(part, view, shown, frame, place, max(1.0, scale))
        labels = (
            *(() if part.moves else self._edges(shown, frame, place)),
            *self._names(part, view, frame, place),
            *self._sides(step, view, side, frame),
        )
        return Still(base, labels, self._stage(view, frame, place))

    def layer(self, part: Part, frame: Frame, still: Still) -> Layer:
        """The layer of a part; the book knows its view and landmarks, or its view is missing and it has no hands."""
        place, scale = placing(part, frame.free)
        view = self._book.views.get(part.view)
        ways = [(hand, way_of(part, hand, self._book)) for hand in part.hands] if view else []
        lines = [(hand, way, self._plain(part, hand) if hand.curl else way) for hand, way in ways]
        close = view is not None and view.fade is not None
        moving = tuple(
            Moving(hand, line, plain, marks.ribbon_width(plain, scale, curl=hand.curl, close=close))
            for hand, line, plain in lines
        )
        return Layer(still, self._tracks(moving, place, scale, frame.dpr), place, scale, moving)

    def _plain(self, part: Part, hand: Hand) -> Track:
        return way_of(part, hand, self._book, plain=True)

    def _shown(self, step: StepFigure, part: Part, view: View | None, side: str) -> list[Zone]:
        zones = view.zones if view else ()
        return [z for z in zones if z.code in part.shows and (not step.sided or z.on_side(_limb(view, side)))]

    def _stage(self, view: View | None, frame: Frame, place: QTransform) -> Piece | None:
        """What stays below a baby that is lifted."""
        if view is None or not view.stage:
            return None
        drawn = place.mapRect(_STAGE)

        def draw(painter: QPainter) -> None:
            painter.setTransform(place, combine=True)
            self._art.draw_body(painter, view.stage, self._look)

        return piece(drawn.intersected(frame.window), frame.dpr, draw)

    def _base(
        self, part: Part, view: View | None, shown: list[Zone], frame: Frame, place: QTransform, enlarged: float
    ) -> Piece:
        """The body with its target veiled and its no-go areas hatched; lines stay as fine when enlarged."""
        drawn = place.mapRect(BODY_BOX.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))

        def draw(painter: QPainter) -> None:
            painter.setTransform(place, combine=True)
            painter.save()
            if view is not None and view.turned:
                painter.translate(2 * MIDLINE, 0)
                painter.scale(-1, 1)
            eyes = view is None or not view.eyes
            self._art.draw_body(painter, view.figure if view else "front", self._look, eyes=eyes)
            painter.restore()
            if view is not None and view.fade is not None:
                # Past the edge of the picture, or its outermost pixels would fade by half only.
                all_of_it = BODY_BOX.adjusted(-2 * _OUTSIDE, -2 * _OUTSIDE, 2 * _OUTSIDE, 2 * _OUTSIDE)
                fade_in(painter, all_of_it, view.fade)
            veil = veil_opacity(self._look.theme, self._look.skin)
            for zone in view.zones if view else ():
                if zone.name in part.targets:
                    marks.draw_target(painter, marks.outline_path(zone.outline), self._roles, veil, 1 / enlarged)
            for zone in shown:
                marks.draw_no_go(painter, zone, self._roles, 1 / enlarged)
            for move in lying_still(part.moves):
                limb = self._book.limbs[move.limb]
                draw_limb(painter, limb, move.pose(0.0), part.shows, self._look, self._art, enlarged)

        return piece(drawn.intersected(frame.window), frame.dpr, draw)

    def _tracks(self, moving: tuple[Moving, ...], place: QTransform, scale: float, dpr: float) -> Piece:
        """All ways of a part, cropped to where they are."""
        drawn = [one for one in moving if one.track.length and not one.hand.supports]
        box = QRectF()
        for one in drawn:
            box = box.united(place.mapRect(marks.line_path(one.track.points).boundingRect()))
        reach = 44 * max(1.0, scale)

        def draw(painter: QPainter) -> None:
            painter.setTransform(place, combine=True)
            for one in drawn:
                marks.draw_track(painter, one.track, one.plain, self._roles, one.width)

        return piece(box.adjusted(-reach, -reach, reach, reach) if drawn else QRectF(), dpr, draw)

    def _edges(self, shown: list[Zone], frame: Frame, place: QTransform) -> tuple[Piece, ...]:
        """Above the hands: the edges of the *never* zones once more, each a picture of its own."""

        def edge(zone: Zone) -> Piece:
            drawn = place.mapRect(marks.outline_path(zone.outline).boundingRect().adjusted(-_PEN, -_PEN, _PEN, _PEN))

            def draw(painter: QPainter) -> None:
                painter.setTransform(place, combine=True)
                marks.draw_edge_reminder(painter, zone, self._roles)

            return piece(drawn.intersected(frame.free), frame.dpr, draw)

        return tuple(edge(zone) for zone in shown if zone.level is Level.NEVER)

    def _names(self, part: Part, view: View | None, frame: Frame, place: QTransform) -> tuple[Piece, ...]:
        """The names of no-go zones with their leaders, on one picture: a leader may cross the other label."""
        if not self._texts.show_labels or view is None:
            return ()
        font, free = sized(self._texts.font, self._texts.label_px), frame.free
        inside = free.adjusted(_EDGE / 2, 8, -_EDGE / 2, -8)
        zones = {zone.name: zone for zone in view.zones}
        placed = [
            (marks.label_box(self._texts.no_go[zone.code], font, place.map(QPointF(*label.at)), inside), zone)
            for label in part.labels[:2]
            for zone in (zones.get(label.zone),)
            if zone is not None and self._texts.no_go.get(zone.code)
        ]
        if not placed:
            return ()
        targets = [place.map(marks.outline_path(zone.outline).boundingRect().center()) for _box, zone in placed]

        def draw(painter: QPainter) -> None:
            for (box, _zone), target in zip(placed, targets, strict=True):
                marks.draw_leader(painter, box, target, self._roles)
            for box, zone in placed:
                marks.draw_label(painter, box, self._texts.no_go[zone.code], font, self._roles)

        around = QRectF()
        for (box, _zone), target in zip(placed, targets, strict=True):
            around = around.united(box).united(QRectF(target, QSizeF(1, 1)))
        return (piece(around.adjusted(-_PEN, -_PEN, _PEN, _PEN).intersected(free), frame.dpr, draw),)

    def _sides(self, step: StepFigure, view: View | None, side: str, frame: Frame) -> tuple[Piece, ...]:
        """The baby's sides, each at its side of the picture; for one limb only that limb's side."""
        if view is None or not view.name.startswith((*_FRONT_VIEWS, "back")):
            return ()
        right_is_left = not view.name.startswith("back")
        return tuple(
            self._pill(text, frame, at_left=(name == "right") is right_is_left)
            for name, text in (("right", self._texts.baby_right), ("left", self._texts.baby_left))
            if text and not (step.sided and name != side)
        )

    def _pill(self, text: str, frame: Frame, *, at_left: bool) -> Piece:
        font, free = sized(self._texts.font, self._texts.pill_px), frame.free
        box = marks.label_box(text, font, free.center(), free)
        box.setHeight(box.height() * 1.2)
        box.moveLeft(free.left() + _EDGE if at_left else free.right() - _EDGE - box.width())
        box.moveTop(free.bottom() - box.height() - _EDGE * 0.75)
        drawn = box.adjusted(-_PEN, -_PEN, _PEN, _PEN).intersected(free)
        return piece(drawn, frame.dpr, lambda painter: marks.draw_pill(painter, box, text, font, self._roles))


def limb_names(
    painter: QPainter,
    part: Part,
    way: float,
    book: FigureBook,
    texts: FigureTexts,
    roles: Roles,
    layer: Layer,
    free: QRectF,
) -> None:
    """The names of no-go zones that go with a limb: the words stay, their leaders follow."""
    if not texts.show_labels:
        return
    font, inside = sized(texts.font, texts.label_px), free.adjusted(_EDGE / 2, 8, -_EDGE / 2, -8)
    for label in part.labels[:2]:
        name, side = label.zone[:-2], label.zone[-2:]
        words = texts.no_go.get(name.partition("_")[0])
        for pose in (move.pose(way) for move in part.moves):
            limb = book.limbs[pose.limb]
            if words and name in limb.zones and side == f"_{pose.side[0]}":
                box = marks.label_box(words, font, layer.place.map(QPointF(*label.at)), inside)
                target = layer.place.map(QPointF(*middle_of(limb, pose, name)))
                marks.draw_leader(painter, box, target, roles)
                marks.draw_label(painter, box, words, font, roles)


def piece(box: QRectF, dpr: float, draw: Callable[[QPainter], None]) -> Piece:
    """Draw in window pixels onto a picture of whole pixels around a box."""
    whole = QRectF(box.toAlignedRect())
    pixmap = blank(whole.width(), whole.height(), dpr)
    painter = smooth(QPainter(pixmap))
    painter.translate(-whole.topLeft())
    draw(painter)
    painter.end()
    return Piece(pixmap, whole.topLeft())


def _limb(view: View | None, side: str) -> str:
    """The side whose zones are shown: lying on the left, the right side is on top."""
    on_side = view is not None and view.name.startswith("side_")
    return {"left": "right", "right": "left"}.get(side, side) if on_side else side


def sized(font: QFont, pixels: float) -> QFont:
    """The same family in bold at a size in pixels."""
    result = QFont(font)
    result.setPixelSize(max(1, round(pixels)))
    result.setWeight(QFont.Weight.Bold)
    return result
