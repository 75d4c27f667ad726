"""The moving figure: where on the baby, which hand, which way, how fast, and where not to touch.

`FigurePainter` paints into any page: the session page paints mat, sheet and figure on one surface. It holds no clock;
the session's beat tells the fraction of the repetition. `FigureView` is the same as a widget of its own.

What stands still are three cached pictures (body with zones, track, labels); a frame paints only hands, chevrons and
dot between them. Nothing here raises for a bad step or drawing: a plain figure is shown, `faults` says why.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.kept_clear import Place
from babymassage_gui.core.poses import eased as carried
from babymassage_gui.core.strokes import FigureBook, Part, StepFigure
from babymassage_gui.core.table import TableSide
from babymassage_gui.gui.widgets.figure_art import CONTACT, FigureArt, Source, resource_source, smooth
from babymassage_gui.gui.widgets.figure_changes import Seen, changed, eyes_area
from babymassage_gui.gui.widgets.figure_eyes import draw_eyes, gaze, lids
from babymassage_gui.gui.widgets.figure_ghosts import Ghosts
from babymassage_gui.gui.widgets.figure_hands import (
    HandPainter,
    holds_from_below,
    paint_touch,
    prepare_hand,
    upper_part,
    upper_pose,
)
from babymassage_gui.gui.widgets.figure_layers import Frame, Layer, Moving, draw_baby, draw_words
from babymassage_gui.gui.widgets.figure_limbs import LimbPictures, lying_still
from babymassage_gui.gui.widgets.figure_maps import draw_figure, draw_tinted_map, draw_turn, draw_zone_map
from babymassage_gui.gui.widgets.figure_motion import FADE_IN, STROKE_SHARE, hand_place, place_of
from babymassage_gui.gui.widgets.figure_palette import Look, Theme, colour_roles
from babymassage_gui.gui.widgets.figure_stills import Stills, still_key
from babymassage_gui.gui.widgets.figure_words import FigureTexts
from babymassage_gui.gui.widgets.figure_work import Work

__all__ = ["FigurePainter", "FigureTexts", "FigureView", "Motion"]

Motion = Literal["settle", "stroke", "hold"]
NOTHING = QRectF()
WHOLE_BODY = (20.0, 20.0, 960.0, 980.0)
_HELD_OPACITY = 0.3
_LIMBS_AHEAD = 6
"""Pictures of limbs that outlive a change of step: they may have been drawn for it beforehand."""

_KEY_POSITIONS = (FADE_IN, STROKE_SHARE / 2, STROKE_SHARE)


PaintPlace = tuple[QRectF, QRectF, float, QRectF]
"""The window, the free area, the device's pixel ratio, and what is covered."""


class FigurePainter:
    """Paints the figure of the current step; one for a page. `source` gives the SVG of a figure by its name."""

    def __init__(self, book: FigureBook, source: Source = resource_source) -> None:
        self._book = book
        self._art = FigureArt(source)
        self._limbs, self._ghosts = LimbPictures(self._art, book.limbs), Ghosts(self._art)
        self._look, self._texts = Look(), FigureTexts()
        self._step_id, self._side = "", "both"
        self._table = TableSide.FEET
        self._stills = Stills(book, self._art)
        self._shown: StepFigure | None = None
        self._turning = False
        self._seen: Seen | None = None
        self._step_faults: dict[str, str] = {}
        self._coming = Work()
        self._rest = Work()

    @property
    def faults(self) -> Mapping[str, str]:
        """What could not be shown as meant, by the id of the step or the name of the figure."""
        return {**self._step_faults, **self._art.faults}

    def set_look(self, theme: Theme, skin: str, hands: str) -> None:
        """Colours of the drawing, the baby's skin and the parent's; an unknown skin gives the first one."""
        look = Look(theme, skin, hands)
        if look != self._look:
            self._look = self._stills.look = look
            self._art.forget()
            self._ghosts.forget()
            self._begin_anew()

    def set_texts(self, texts: FigureTexts) -> None:
        """Words and their sizes; labels are painted anew."""
        if texts != self._texts:
            self._texts = self._stills.texts = texts
            self._begin_anew()

    def set_table(self, side: TableSide) -> None:
        """The side of the table the parent stands on: what lies on it is turned."""
        if side is not self._table:
            self._table = side
            self._begin_anew()

    def set_kept_clear(self, kept: tuple[Place, ...]) -> None:
        """Places of this baby that are shown as *never*: where a vaccine went in, sore skin."""
        if kept != self._stills.kept_clear:
            self._stills.kept_clear = kept
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._seen = None
        self._stills.forget()
        self._limbs.forget()
        self._coming, self._rest = Work(), Work()

    def set_step(self, step_id: str, side: str = "both") -> None:
        """The step and the pass ("left", "right" or "both") to paint from now on; pictures that it lacks are let go."""
        if (step_id, side) != (self._step_id, self._side):
            if step_id != self._step_id:
                self._ghosts.forget()
            self._step_id, self._side = step_id, side
            self._shown = self._seen = None
            step = self._step
            self._stills.keep_only(still_key(step, part, side) for part in step.parts)
            if any(part.moves for part in step.parts):
                self._limbs.forget_early(_LIMBS_AHEAD)
            else:
                self._limbs.forget()

    def prepare_step(
        self, step_id: str, side: str, window: QRectF, free_area: QRectF, dpr: float, covered: QRectF = NOTHING
    ) -> bool:
        """Draw a slice of what the first frame of a step needs that comes next; False when all is there."""
        frame = Frame(window, free_area, dpr, self._table, covered)
        if not self._coming.is_for(step_id, side, frame.key):
            self._coming = Work((step_id, side, frame.key), self._first(self._found(step_id, side), side, frame))
        return self._coming.go_on()

    def prepare_rest(self, window: QRectF, free_area: QRectF, dpr: float, covered: QRectF = NOTHING) -> bool:
        """Draw a slice of what the step in hand will need later; False when all is there."""
        frame = Frame(window, free_area, dpr, self._table, covered)
        if not self._rest.is_for(self._step_id, self._side, frame.key):
            wanted = (self._step_id, self._side, frame.key)
            self._rest = Work(wanted, self._later(self._step, self._side, frame))
        return self._rest.go_on()

    def _first(self, step: StepFigure, side: str, frame: Frame) -> Iterator[None]:
        """The first part, its hands, and its limbs where they begin."""
        index, _share = step.part_at(0.0)
        part, layer = step.parts[index], (yield from self._part(step, side, index, frame))
        moves = part.moves[len(lying_still(part.moves)) :]
        poses = self._limbs.drawing(moves, part.shows, self._look, layer.place, frame.dpr)
        yield from islice(poses, len(moves))

    def _part(self, step: StepFigure, side: str, index: int, frame: Frame) -> Generator[None, None, Layer]:
        """One part and its hands."""
        layer = yield from self._stills.slices(step, side, index, frame)
        for one in layer.moving:
            if prepare_hand(one, self._art, self._look, layer.scale, frame.dpr):
                yield
        return layer

    def _later(self, step: StepFigure, side: str, frame: Frame) -> Iterator[None]:
        """All parts, all poses of the limbs, and the ghosts."""
        for index, part in enumerate(step.parts):
            layer = yield from self._part(step, side, index, frame)
            yield from self._ghosts.drawing(layer, part, self._look, frame.dpr)
            moves = part.moves[len(lying_still(part.moves)) :]
            yield from self._limbs.drawing(moves, part.shows, self._look, layer.place, frame.dpr)

    def paint(
        self,
        painter: QPainter,
        window: QRectF,
        free_area: QRectF,
        beat_fraction: float,
        *,
        motion: Motion = "stroke",
        repetition: int = 1,
        moving: bool = True,
        key_positions: bool = False,
        seconds: float = 0.0,
        covered: QRectF = NOTHING,
    ) -> None:
        """One frame. `window` is painted to its edges; what must be seen lies in `free_area` (both logical pixels).

        `beat_fraction` 0..1 is the way through the settle, the stroke or the hold of `repetition` (from 1). When not
        `moving` (paused), chevrons and ghosts are left out. `key_positions` (reduced motion) shows beginning, middle
        and end of each way, one after the other, instead of gliding; the eyes are still, no ghosts. `seconds` of the
        session time the blinks. What an opaque part of the page has `covered` need not be painted.
        """
        step, self._turning = self._step, False
        index, share, whole = self._moment(beat_fraction, motion, repetition, key_positions=key_positions)
        dpr = painter.device().devicePixelRatioF()
        layer = self._stills.layer(step, self._side, index, Frame(window, free_area, dpr, self._table, covered))
        painter.save()
        smooth(painter)
        draw_baby(painter, layer, step.parts[index].lift, share)
        self._paint_eyes(painter, layer, step.parts[index], None if key_positions else share, seconds)
        hands = sorted(layer.moving, key=lambda each: not each.hand.supports)
        brush = HandPainter(painter, layer, self._art, self._look, dpr)
        now = share if motion == "stroke" else None
        if step.parts[index].moves:
            hands = self._paint_limbs(painter, brush, layer, step.parts[index], now, whole)
        elif now is not None and moving and not key_positions:
            self._ghosts.paint(painter, layer, step.parts[index], now, self._look, dpr)
        for one in hands:
            brush.paint(one, now, whole)
        painter.setOpacity(_HELD_OPACITY if motion == "hold" else 1.0)
        painter.drawPixmap(layer.track.at, layer.track.picture)
        roles = colour_roles(self._look.theme, self._look.skin)
        rises = step.parts[index].lift is not None
        paint_touch(painter, layer, share, roles, moving=moving and motion == "stroke", rises=rises)
        painter.setOpacity(1.0)
        draw_words(painter, layer, whole if now is None else carried(now), roles)
        painter.restore()

    def paint_zone_map(self, painter: QPainter, rect: QRectF, zones: Sequence[str]) -> None:
        """Today's way round: zones ("legs", "arms", "tummy", "chest", "back") veiled and numbered in this order."""
        draw_zone_map(painter, rect, zones, self._book, self._art, self._look, self._texts.font)

    def paint_tinted(self, painter: QPainter, rect: QRectF, tints: Mapping[str, str]) -> None:
        """The whole baby, parts of the body (as above) tinted in a colour each."""
        draw_tinted_map(painter, rect, tints, self._book, self._art, self._look)

    def paint_turn(self, painter: QPainter, rect: QRectF, *, onto_tummy: bool = True) -> None:
        """Three figures in a row: from the back over the side onto the tummy, or the way back.

        What was shown before a turn is not shown after it, so its pictures are let go.
        """
        if painter.hasClipping() and not painter.clipBoundingRect().intersects(rect):
            return  # a number beside it has changed
        if not self._turning:  # painted again, it keeps what was prepared for the step behind it
            self._turning = True
            self._begin_anew()
            self._art.forget_hands()
        draw_turn(painter, rect, self._art, self._look, self._texts.font, onto_tummy=onto_tummy)

    def paint_figure(self, painter: QPainter, rect: QRectF, figure: str = "front") -> None:
        """A still figure without marks, whole and centred in a rectangle; "head" shows only the head."""
        draw_figure(painter, rect, self._art, self._look, figure)

    @property
    def _step(self) -> StepFigure:
        """The figure of the step in hand."""
        if self._shown is None:
            self._shown = self._found(self._step_id, self._side)
        return self._shown

    def _found(self, step_id: str, side: str) -> StepFigure:
        """The step's figure, or a plain one without hands."""
        found = self._book.step(step_id, side)
        if found is not None and all(self._playable(part) for part in found.parts):
            return found
        if step_id:
            self._step_faults[step_id] = "no figure" if found is None else "its view, a landmark or a hand is missing"
        return StepFigure("", sided=False, light=False, parts=(Part("front", WHOLE_BODY),))

    def _playable(self, part: Part) -> bool:
        if part.view not in self._book.views or any(move.limb not in self._book.limbs for move in part.moves):
            return False
        landmarks = self._book.landmarks_at(part, 0.0)
        return all(
            hand.pose in CONTACT and all(point.landmark in landmarks for point in hand.path) for hand in part.hands
        )

    def _paint_limbs(
        self, painter: QPainter, hands: HandPainter, layer: Layer, part: Part, share: float | None, still: float
    ) -> list[Moving]:
        """Limbs on their way, and the hands that hold them from below; the hands that are left to paint."""
        way, dpr = still if share is None else carried(share), painter.device().devicePixelRatioF()
        below = [one for one in layer.moving if holds_from_below(one)]
        for one in below:
            hands.paint(one, share, still)
        poses = [move.pose(way) for move in part.moves[len(lying_still(part.moves)) :]]
        self._limbs.draw(painter, poses, part.shows, self._look, layer.place, dpr)
        upper = [upper_part(one) for one in below if upper_pose(one)]
        return upper + [one for one in layer.moving if one not in below]

    def _paint_eyes(self, painter: QPainter, layer: Layer, part: Part, share: float | None, seconds: float) -> None:
        """Open eyes look at the nearest hand; `share` is None where nothing shall move."""
        view = self._book.views.get(part.view)
        if view is None or not view.eyes:
            return
        spots = [] if share is None else [place_of(one, hand_place(one.hand.kind, share)[0]) for one in layer.moving]
        look, shut = gaze(view.eyes, [(at.x(), at.y()) for at in spots]), 0.0 if share is None else lids(seconds)
        painter.save()
        painter.setTransform(layer.place, combine=True)
        draw_eyes(painter, view.eyes, colour_roles(self._look.theme, self._look.skin), look, shut)
        painter.restore()

    def _moment(
        self, fraction: float, motion: Motion, repetition: int, *, key_positions: bool
    ) -> tuple[int, float, float]:
        """The part in hand, how far it is on its way, and how far the whole step."""
        whole = {"settle": 0.0, "hold": 1.0}.get(motion, fraction)
        index, share = self._step.part_at(whole, repetition)
        if key_positions and motion == "stroke":
            share = _KEY_POSITIONS[min(2, int(share * 3))]
        return index, share, whole

    def changing_area(
        self, place: PaintPlace, fraction: float, motion: Motion, repetition: int, *, key_positions: bool
    ) -> QRectF | None:
        """What differs from the instant that was asked about before, logical pixels; None: all. `place`: of `paint`."""
        index, share, whole = self._moment(fraction, motion, repetition, key_positions=key_positions)
        part, (window, free, dpr, covered) = self._step.parts[index], place
        layer = self._stills.layer(self._step, self._side, index, Frame(window, free, dpr, self._table, covered))
        before, self._seen = self._seen, Seen(part, layer, share if motion == "stroke" else None, whole)
        area = changed(before, self._seen, self._art, self._look, dpr)
        return area if area is None else area.united(eyes_area(layer.place, self._book.views.get(part.view)))


class FigureView(QWidget):
    """The figure as a widget; its page tells it step and beat. Paints only when told something new."""

    def __init__(self, painter: FigurePainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = painter
        self._beat: tuple[float, Motion, int, bool] = (0.0, "settle", 1, True)
        self._free_area: QRectF | None = None

    def set_step(self, step_id: str, side: str = "both") -> None:
        self.figure.set_step(step_id, side)
        self.update()

    def set_beat(self, fraction: float, motion: Motion = "stroke", repetition: int = 1, *, moving: bool = True) -> None:
        """As for `FigurePainter.paint`."""
        beat: tuple[float, Motion, int, bool] = (fraction, motion, repetition, moving)
        if beat != self._beat:
            self._beat = beat
            self.update()

    def set_free_area(self, area: QRectF | None) -> None:
        """The part of the widget in which all must be seen; None for the whole."""
        self._free_area = area
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fraction, motion, repetition, moving = self._beat
        window = QRectF(self.rect())
        painter = QPainter(self)
        self.figure.paint(
            painter, window, self._free_area or window, fraction, motion=motion, repetition=repetition, moving=moving
        )
        painter.end()
