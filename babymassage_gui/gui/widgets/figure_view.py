"""The moving figure: where on the baby, which hand, which way, how fast, and where not to touch.

`FigurePainter` paints into any page: the session page paints mat, sheet and figure on one surface. It holds no clock;
the session's beat tells the fraction of the repetition. `FigureView` is the same as a widget of its own.

What stands still are three cached pictures (body with zones, track, labels); a frame paints only hands, chevrons and
dot between them. Nothing here raises for a bad step or drawing: a plain figure is shown, `faults` says why.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.lifts import risen
from babymassage_gui.core.poses import eased as carried
from babymassage_gui.core.strokes import FigureBook, Kind, Part, StepFigure
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.figure_art import CONTACT, DRAWN, FigureArt, Source, resource_source, smooth
from babymassage_gui.gui.widgets.figure_eyes import draw_eyes, eyes_box, gaze, lids
from babymassage_gui.gui.widgets.figure_ghosts import Ghosts
from babymassage_gui.gui.widgets.figure_inset import with_inset
from babymassage_gui.gui.widgets.figure_layers import (
    FigureTexts,
    Frame,
    Layer,
    LayerMaker,
    Moving,
    Still,
    draw_baby,
    limb_names,
    placing,
)
from babymassage_gui.gui.widgets.figure_limbs import ABOVE, LimbPictures, lying_still
from babymassage_gui.gui.widgets.figure_maps import draw_turn, draw_zone_map
from babymassage_gui.gui.widgets.figure_motion import (
    FADE_IN,
    STROKE_SHARE,
    draw_rests,
    following,
    hand_place,
    place_of,
)
from babymassage_gui.gui.widgets.figure_palette import Look, Theme, colour_roles

__all__ = ["FigurePainter", "FigureTexts", "FigureView", "Motion"]

Motion = Literal["settle", "stroke", "hold"]
WHOLE_BODY = (20.0, 20.0, 960.0, 980.0)
_LEAST_OPACITY = 0.25
_HELD_OPACITY = 0.3
_STILLS_KEPT = 5
"""Pictures nearly as large as the window: those of the parts of one step."""
_HEAD = QRectF(352, 30, 296, 296)

_StillKey = tuple[object, ...]
_Drawn = tuple[Still, dict[tuple[str, int], Layer]]
"""A still picture, and the layers of the parts that share it by step and place."""
_KEY_POSITIONS = (FADE_IN, STROKE_SHARE / 2, STROKE_SHARE)


class FigurePainter:
    """Paints the figure of the current step; one for a page. `source` gives the SVG of a figure by its name."""

    def __init__(self, book: FigureBook, source: Source = resource_source) -> None:
        self._book = book
        self._art = FigureArt(source)
        self._limbs, self._ghosts = LimbPictures(self._art, book.limbs), Ghosts(self._art)
        self._look, self._texts = Look(), FigureTexts()
        self._step_id, self._side = "", "both"
        self._kept: OrderedDict[tuple[_StillKey, tuple[float, ...]], _Drawn] = OrderedDict()
        self._step_faults: dict[str, str] = {}

    @property
    def faults(self) -> Mapping[str, str]:
        """What could not be shown as meant, by the id of the step or the name of the figure."""
        return {**self._step_faults, **self._art.faults}

    def set_look(self, theme: Theme, skin: str, hands: str) -> None:
        """Colours of the drawing, the baby's skin and the parent's; an unknown skin gives the first one."""
        look = Look(theme, skin, hands)
        if look != self._look:
            self._look = look
            self._art.forget()
            self._limbs.forget()
            self._ghosts.forget()
            self._kept.clear()

    def set_texts(self, texts: FigureTexts) -> None:
        """Words and their sizes; labels are painted anew."""
        if texts != self._texts:
            self._texts = texts
            self._kept.clear()

    def set_step(self, step_id: str, side: str = "both") -> None:
        """The step and the pass ("left", "right" or "both") to paint from now on; pictures that it lacks are let go."""
        if (step_id, side) != (self._step_id, self._side):
            self._step_id, self._side = step_id, side
            self._limbs.forget()
            self._ghosts.forget()
            step = self._step(step_id, side)
            shown = {_still_key(step, part, side) for part in step.parts}
            for key in [key for key in self._kept if key[0] not in shown]:
                del self._kept[key]

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
    ) -> None:
        """One frame. `window` is painted to its edges; what must be seen lies in `free_area` (both logical pixels).

        `beat_fraction` 0..1 is the way through the settle, the stroke or the hold of `repetition` (from 1). When not
        `moving` (paused), chevrons and ghosts are left out. `key_positions` (reduced motion) shows beginning, middle
        and end of each way, one after the other, instead of gliding; the eyes are still, no ghosts. `seconds` of the
        session time the blinks.
        """
        step = self._step(self._step_id, self._side)
        whole = {"settle": 0.0, "hold": 1.0}.get(motion, beat_fraction)
        index, share = step.part_at(whole, repetition)
        if key_positions and motion == "stroke":
            share = _KEY_POSITIONS[min(2, int(share * 3))]
        dpr = painter.device().devicePixelRatioF()
        layer = self._layer(step, self._side, index, Frame(window, free_area, dpr))
        painter.save()
        smooth(painter)
        draw_baby(painter, layer, step.parts[index].lift, share)
        self._paint_eyes(painter, layer, step.parts[index], None if key_positions else share, seconds)
        hands = sorted(layer.moving, key=lambda each: not each.hand.supports)
        now = share if motion == "stroke" else None
        if step.parts[index].moves:
            hands = self._paint_limbs(painter, layer, step.parts[index], now, whole, dpr)
        elif now is not None and moving and not key_positions:
            self._ghosts.paint(painter, layer, step.parts[index], now, self._look, dpr)
        for one in hands:
            self._paint_hand(painter, layer, one, now, whole, dpr)
        painter.setOpacity(_HELD_OPACITY if motion == "hold" else 1.0)
        painter.drawPixmap(layer.track.at, layer.track.picture)
        rises = step.parts[index].lift is not None
        self._paint_touch(painter, layer, share, moving=moving and motion == "stroke", rises=rises)
        painter.setOpacity(1.0)
        for label in layer.still.labels:
            painter.drawPixmap(label.at, label.picture)
        if step.parts[index].moves:
            way, roles = whole if now is None else carried(now), colour_roles(self._look.theme, self._look.skin)
            limb_names(painter, step.parts[index], way, self._book, self._texts, roles, layer, free_area)
        painter.restore()

    def paint_zone_map(self, painter: QPainter, rect: QRectF, zones: Sequence[str]) -> None:
        """Today's way round: zones ("legs", "arms", "tummy", "chest", "back") veiled and numbered in this order."""
        draw_zone_map(painter, rect, zones, self._book, self._art, self._look, self._texts.font)

    def paint_turn(self, painter: QPainter, rect: QRectF, *, onto_tummy: bool = True) -> None:
        """Three figures in a row: from the back over the side onto the tummy, or the way back.

        What was shown before a turn is not shown after it, so its pictures are let go.
        """
        self._kept.clear()
        self._art.forget_hands()
        self._limbs.forget()
        draw_turn(painter, rect, self._art, self._look, self._texts.font, onto_tummy=onto_tummy)

    def paint_figure(self, painter: QPainter, rect: QRectF, figure: str = "front") -> None:
        """A still figure without marks, whole and centred in a rectangle; "head" shows only the head."""
        crop = _HEAD if figure == "head" else QRectF(0, 0, 1000, 1000)
        scale = min(rect.width() / crop.width(), rect.height() / crop.height())
        painter.save()
        if figure == "head":
            painter.setClipRect(rect)
        painter.translate(rect.center())
        painter.scale(scale, scale)
        painter.translate(-crop.center())
        self._art.draw_body(smooth(painter), "front" if figure == "head" else figure, self._look)
        painter.restore()

    def _step(self, step_id: str, side: str) -> StepFigure:
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

    def _layer(self, step: StepFigure, side: str, index: int, frame: Frame) -> Layer:
        part = step.parts[index]
        key = (_still_key(step, part, side), frame.key)
        maker = LayerMaker(self._book, self._art, self._look, self._texts)
        if key not in self._kept:
            still, view = maker.still(step, part, side, frame), self._book.views.get(part.view)
            self._kept[key] = (with_inset(still, part, view, frame, self._art, self._look), {})
            while len(self._kept) > _STILLS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        still, layers = self._kept[key]
        if (step.id, index) not in layers:
            layers[step.id, index] = maker.layer(part, frame, still)
        return layers[step.id, index]

    def _paint_hand(
        self, painter: QPainter, layer: Layer, one: Moving, share: float | None, still: float, dpr: float
    ) -> None:
        """One hand; `share` is None while it rests at the start (`still` 0) or the end (1) of its way."""
        hand, way = one.hand, one.track
        if hand.pose == DRAWN:
            return
        if share is None:
            at, presence = still, 1.0
        else:
            at, presence = hand_place(hand.kind, share)
        position = place_of(one, at)
        lifted = bool(way.length) and way.is_lifted(at)
        grow = 1.07 if lifted else 1 + 0.05 * (1 - presence)
        drawn = self._art.hand(hand.pose, self._look, hand.scale * layer.scale, dpr)
        contact = CONTACT[hand.pose]
        painter.save()
        painter.setTransform(layer.place, combine=True)
        painter.translate(position)
        painter.rotate(hand.angle + following(one, at))
        if hand.side == "left":
            painter.scale(-1, 1)
        painter.scale(hand.scale * grow, hand.scale * grow)
        painter.translate(-contact)
        painter.setOpacity(max(_LEAST_OPACITY, presence) * (0.86 if lifted else 1.0))
        painter.drawPixmap(drawn.box, drawn.picture, QRectF(drawn.picture.rect()))
        painter.restore()

    def _paint_limbs(
        self, painter: QPainter, layer: Layer, part: Part, share: float | None, still: float, dpr: float
    ) -> list[Moving]:
        """Limbs on their way, and the hands that hold them from below; the hands that are left to paint."""
        way = still if share is None else carried(share)
        below = [one for one in layer.moving if one.hand.pose in ABOVE and one.hand.kind is Kind.CARRY]
        for one in below:
            self._paint_hand(painter, layer, one, share, still, dpr)
        poses = [move.pose(way) for move in part.moves[len(lying_still(part.moves)) :]]
        self._limbs.draw(painter, poses, part.shows, self._look, layer.place, dpr)
        upper = [replace(one, hand=replace(one.hand, pose=ABOVE[one.hand.pose])) for one in below]
        return [one for one in upper if one.hand.pose] + [one for one in layer.moving if one not in below]

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

    def eyes_area(self, free_area: QRectF) -> QRectF:
        """What a blink changes, logical pixels; empty when the picture of the step has no open eyes."""
        part = self._step(self._step_id, self._side).parts[0]
        view = self._book.views.get(part.view)
        return placing(part, free_area)[0].mapRect(eyes_box(view.eyes)) if view and view.eyes else QRectF()

    def resting_area(self, free_area: QRectF) -> QRectF | None:
        """What changes while no hand moves, logical pixels: the eyes at most; None where something else does."""
        step = self._step(self._step_id, self._side)
        restless = any(part.lift or part.moves or any(len(hand.path) > 1 for hand in part.hands) for part in step.parts)
        return None if restless or step.sided or len(step.parts) > 1 else self.eyes_area(free_area)

    def _paint_touch(self, painter: QPainter, layer: Layer, share: float, *, moving: bool, rises: bool) -> None:
        """Chevrons and the dot on each way, there and back where a lift `rises`; rings on spots that are held."""
        roles = colour_roles(self._look.theme, self._look.skin)
        painter.save()
        painter.setTransform(layer.place, combine=True)
        for one in layer.moving:
            hand, way = one.hand, one.track
            if hand.supports:
                continue
            if not way.length:
                draw_rests(painter, one, share, layer.scale, roles)
                continue
            if moving and not hand.curl:
                marks.draw_chevrons(painter, way, roles, one.width, share * 4)
            at = risen(share) if rises else hand_place(hand.kind, share)[0]
            radius = marks.dot_radius(one.width, layer.scale)
            marks.draw_dot(painter, way.at(at), roles, radius, lifted=way.is_lifted(at))
        painter.restore()


def _still_key(step: StepFigure, part: Part, side: str) -> _StillKey:
    """What a still picture depends on beside its frame; parts and steps that agree in it share one."""
    limb = side if step.sided else "both"
    return (part.view, part.camera, part.shows, part.targets, part.labels, limb, lying_still(part.moves))


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
