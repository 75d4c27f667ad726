"""The still pictures of a step's part: body with zones, the way of the hands, labels. Made once, painted each frame."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from babymassage_gui.core.body import MIDLINE, Level, View, Zone
from babymassage_gui.core.kept_clear import Place, zones
from babymassage_gui.core.lifts import Lift
from babymassage_gui.core.strokes import FigureBook, Hand, Part, StepFigure
from babymassage_gui.core.table import TableSide, degrees_for, quarter_turned
from babymassage_gui.core.tracks import Track, way_of
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.figure_art import BODY_BOX, FigureArt, fade_in
from babymassage_gui.gui.widgets.figure_limbs import draw_limb, lying_still
from babymassage_gui.gui.widgets.figure_palette import Look, Roles, colour_roles, veil_opacity
from babymassage_gui.gui.widgets.figure_pieces import Folded, Piece, around, folded, piece
from babymassage_gui.gui.widgets.figure_words import FigureTexts, FigureWords, Lead

_STAGE = QRectF(0, 540, 1000, 360)
"""Where a drawing of the mat has something, units."""
_PEN = 6.0
"""Half of the widest pen at an edge of a piece, and some."""
_OUTSIDE = 40.0
"""Units around the drawing for the soft edge of what is painted on its rim."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a figure is painted, logical pixels: the window to its edges, and the area in which all must be seen.

    What is `covered` by something that nobody sees through is not kept of a body; a body that is lifted is kept whole.
    """

    window: QRectF
    free: QRectF
    dpr: float
    side: TableSide = TableSide.FEET
    covered: QRectF = field(default_factory=QRectF)

    @property
    def key(self) -> tuple[object, ...]:
        window, free = self.window, self.free
        return (
            window.x(), window.y(), window.width(), window.height(),
            free.x(), free.y(), free.width(), free.height(), self.dpr, self.side,
            self.covered.getRect(),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moving:
    """A hand with its line, the same without rubbing circles, and the width of its ribbon, units."""

    hand: Hand
    track: Track
    plain: Track
    width: float


@dataclass(frozen=True, slots=True)
class Still:
    """Body with zones, what lies above the hands, and what is below: the same for all with one view and camera."""

    base: tuple[Piece | Folded, ...]
    labels: tuple[Piece, ...]
    stage: Piece | None = None

    def unfolded(self) -> Still:
        """The same, ready to be painted."""
        return replace(self, base=tuple(part.unfolded() for part in self.base))


@dataclass(frozen=True, slots=True)
class Layer:
    """One part in one frame. `place` maps figure units to window pixels, `scale` is pixels a unit; `names` are the
    words whose `leads` follow a limb."""

    still: Still
    track: Piece
    place: QTransform
    scale: float
    moving: tuple[Moving, ...]
    leads: tuple[Lead, ...] = ()
    names: tuple[Piece, ...] = ()


def placing(part: Part, free: QRectF, degrees: int = 0) -> tuple[QTransform, float]:
    """The camera's middle in the middle of the free area, turned clockwise and as large as fits; with the scale.

    Nothing is ever turned over: the determinant is positive.
    """
    left, top, width, height = part.camera
    across, down = (height, width) if degrees % 180 else (width, height)
    scale = max(0.01, min(free.width() / across, free.height() / down))
    cos, sin = quarter_turned((1.0, 0.0), degrees)
    middle = free.center()
    place = QTransform.fromTranslate(-left - width / 2, -top - height / 2)
    return place * QTransform(cos * scale, sin * scale, -sin * scale, cos * scale, middle.x(), middle.y()), scale


def draw_words(painter: QPainter, layer: Layer, carried_to: float, roles: Roles) -> None:
    """Names of areas; those that go with a limb have their leaders where it was carried to."""
    for lead in layer.leads:
        lead.paint_leader(painter, carried_to, layer.place, roles)
    for label in (*layer.still.labels, *layer.names):
        painter.drawPixmap(label.at, label.picture)


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
    for part in base:
        shown = part.unfolded()
        painter.drawPixmap(shown.at, shown.picture)
    painter.restore()


class LayerMaker:
    """Draws layers for one look and one set of words. With a `band`, bodies are for later: they are drawn in slices of
    at most so many pixels, and kept folded."""

    def __init__(
        self,
        book: FigureBook,
        art: FigureArt,
        look: Look,
        texts: FigureTexts,
        band: float = math.inf,
        kept: tuple[Place, ...] = (),
    ) -> None:
        self._kept = kept
        self._book, self._art, self._look, self._texts, self._band = book, art, look, texts, band
        self._roles: Roles = colour_roles(look.theme, look.skin)

    def place(self, part: Part, frame: Frame) -> tuple[QTransform, float]:
        """Where the part is painted, as `placing` says it, for the side of the table."""
        return placing(part, frame.free, degrees_for(frame.side, self._book.views.get(part.view)))

    def still(self, step: StepFigure, part: Part, side: str, frame: Frame) -> Generator[None, None, Still]:
        """What does not move and does not depend on the hands, in slices of work."""
        place, scale = self.place(part, frame)
        view = self._book.views.get(part.view)
        shown = self._shown(step, part, view, side)
        base = yield from self._base(part, view, shown, frame, place, max(1.0, scale))
        labels = () if part.moves else self._edges(shown, frame, place)
        yield
        words = FigureWords(self._texts, self._roles, frame.free, frame.side)
        labels += tuple(
            piece(box, frame.dpr, draw)
            for box, draw in (*words.names(part, view, place, self._kept), *words.sides(step, view, side))
        )
        yield
        return Still(base, labels, self._stage(view, frame, place))

    def layer(self, part: Part, frame: Frame, still: Still) -> Layer:
        """The layer of a part; the book knows its view and landmarks, or its view is missing and it has no hands."""
        place, scale = self.place(part, frame)
        view = self._book.views.get(part.view)
        ways = [(hand, way_of(part, hand, self._book)) for hand in part.hands] if view else []
        lines = [(hand, way, self._plain(part, hand) if hand.curl else way) for hand, way in ways]
        close = view is not None and view.fade is not None
        moving = tuple(
            Moving(hand, line, plain, marks.ribbon_width(plain, scale, curl=hand.curl, close=close))
            for hand, line, plain in lines
        )
        leads = FigureWords(self._texts, self._roles, frame.free, frame.side).leads(part, place, self._book)
        names = tuple(piece(lead.around, frame.dpr, lead.draw) for lead in leads)
        return Layer(still, self._tracks(moving, place, scale, frame.dpr), place, scale, moving, leads, names)

    def _plain(self, part: Part, hand: Hand) -> Track:
        return way_of(part, hand, self._book, plain=True)

    def _shown(self, step: StepFigure, part: Part, view: View | None, side: str) -> list[Zone]:
        if view is None:
            return []
        side = _limb(view, side) if step.sided else ""
        return [z for z in view.zones if z.code in part.shows and z.on_side(side)] + list(zones(view, self._kept))

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
    ) -> Generator[None, None, tuple[Piece | Folded, ...]]:
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

        pieces: list[Piece | Folded] = []
        for seen in around(frame.window, self._covered(part, frame)):
            box = drawn.intersected(seen)
            if not box.isEmpty():
                later = math.isfinite(self._band)
                folds = folded(box, frame.dpr, draw, self._band)
                pieces.append((yield from folds) if later else piece(box, frame.dpr, draw))
        return tuple(pieces)

    @staticmethod
    def _covered(part: Part, frame: Frame) -> QRectF:
        """Nothing of a body that is lifted, or where its pieces would not meet pixel by pixel."""
        return QRectF() if part.lift or frame.dpr % 1 else frame.covered

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


def _limb(view: View | None, side: str) -> str:
    """The side whose zones are shown: lying on the left, the right side is on top."""
    on_side = view is not None and view.name.startswith("side_")
    return {"left": "right", "right": "left"}.get(side, side) if on_side else side
