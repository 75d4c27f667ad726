"""The parent's hands and what tells their way: painted in every frame, from pictures that are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QPainter

from babymassage_gui.core.lifts import risen
from babymassage_gui.core.strokes import Kind
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.figure_art import CONTACT, DRAWN, FigureArt
from babymassage_gui.gui.widgets.figure_layers import Layer, Moving
from babymassage_gui.gui.widgets.figure_limbs import ABOVE
from babymassage_gui.gui.widgets.figure_motion import draw_rests, following, hand_place, place_of
from babymassage_gui.gui.widgets.figure_palette import Look, Roles

_LEAST_OPACITY = 0.25
LARGEST = 1.07
"""A hand in the air is larger than one on the skin by this."""


class HandPainter:
    """Paints hands of one layer; `share` is None while they rest at the start (`still` 0) or the end (1)."""

    def __init__(self, painter: QPainter, layer: Layer, art: FigureArt, look: Look, dpr: float) -> None:
        self._painter, self._layer, self._art, self._look, self._dpr = painter, layer, art, look, dpr

    def paint(self, one: Moving, share: float | None, still: float) -> None:
        """One hand at its place on its way."""
        hand, way, painter, layer = one.hand, one.track, self._painter, self._layer
        if hand.pose == DRAWN:
            return
        if share is None:
            at, presence = still, 1.0
        else:
            at, presence = hand_place(hand.kind, share)
        lifted = bool(way.length) and way.is_lifted(at)
        grow = LARGEST if lifted else 1 + 0.05 * (1 - presence)
        drawn = self._art.hand(hand.pose, self._look, hand.scale * layer.scale, self._dpr)
        painter.save()
        painter.setTransform(layer.place, combine=True)
        painter.translate(place_of(one, at))
        painter.rotate(hand.angle + following(one, at))
        if hand.side == "left":
            painter.scale(-1, 1)
        painter.scale(hand.scale * grow, hand.scale * grow)
        painter.translate(-CONTACT[hand.pose])
        painter.setOpacity(max(_LEAST_OPACITY, presence) * (0.86 if lifted else 1.0))
        painter.drawPixmap(drawn.box, drawn.picture, drawn.picture.rect().toRectF())
        painter.restore()


def upper_pose(one: Moving) -> str:
    """What of a hand that holds a limb comes round on top of it; empty if nothing does."""
    return ABOVE.get(one.hand.pose, "") if one.hand.kind is Kind.CARRY else ""


def prepare_hand(one: Moving, art: FigureArt, look: Look, scale: float, dpr: float) -> bool:
    """Have the pictures of a hand drawn, where they are missing; `scale` is the layer's. True if any was drawn."""
    missing = [
        pose
        for pose in (one.hand.pose, upper_pose(one))
        if pose not in (DRAWN, "") and not art.has_hand(pose, look, one.hand.scale * scale, dpr)
    ]
    for pose in missing:
        art.hand(pose, look, one.hand.scale * scale, dpr)
    return bool(missing)


def holds_from_below(one: Moving) -> bool:
    """True for a hand that goes with a limb and lies under it."""
    return one.hand.pose in ABOVE and one.hand.kind is Kind.CARRY


def upper_part(one: Moving) -> Moving:
    """The hand with only that of it which lies on top of the limb."""
    return replace(one, hand=replace(one.hand, pose=upper_pose(one)))


def paint_touch(painter: QPainter, layer: Layer, share: float, roles: Roles, *, moving: bool, rises: bool) -> None:
    """Chevrons and the dot on each way, there and back where a lift `rises`; rings on spots that are held."""
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
