"""Where the hand has just been: two outlines behind it on its way, so that one still look tells where it comes from.

Only strokes have them. A hand that rests, or goes with the limb that it holds, leaves no way; rubbing fingers go round
on the spot, and their outlines would lie on each other. Nor has a short way any: the outlines would hide it. Where a
hand goes the way that its fingers point, its own forearm hides them, and what is left over are shreds. And in a
close-up they would be read as lines of the drawing: on the face they lie on eyes and mouth, on a hand or a foot as more
fingers. At night an outline, dark or pale, is a smudge.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from babymassage_gui.core.strokes import Kind, Part
from babymassage_gui.gui.widgets.figure_art import (
    CONTACT,
    DRAWN,
    FigureArt,
    HandPicture,
    blank,
    cropped,
    fade_in,
    ink,
    smooth,
)  # fmt: skip
from babymassage_gui.gui.widgets.figure_layers import Layer, Moving
from babymassage_gui.gui.widgets.figure_motion import STROKE_SHARE, following, hand_place, place_of
from babymassage_gui.gui.widgets.figure_palette import Look, colour_roles

BEHIND = ((0.30, 0.45), (0.15, 0.75))
"""How far behind the hand, as a share of the stroke, and how opaque; the farthest is painted first."""
LEAST_WAY: Mapping[Kind, float] = MappingProxyType({Kind.GLIDE: 1.15, Kind.RING: 3.0})
"""The kinds that have ghosts, and the shortest way that has any, as a multiple of the hand's length."""
FORWARD = 45.0
"""Degrees between a hand and its way within which the forearm covers where the hand was."""
_LENGTH = 180.0
"""A hand from its wrist to its fingertips, units of the hand."""
_WRIST = (0.0, 24.0, 0.0, -36.0)
"""The way along which a ghost comes to be seen, units of the hand: the forearm has none."""
_FROM, _UP_TO = -290.0, 24.0
_EDGE, _FILL = 3.0, 0.22
_KEPT = 2
_FINEST = 0.7
"""Pixels a unit: an outline need not be as sharp as a hand, and takes the less memory."""
_CLOSE = ("face", "head_top", "palm_", "hand_back_", "sole_", "foot_top_")
"""Beginnings of the names of views that are close-ups."""


def has_ghosts(one: Moving) -> bool:
    """True for a hand that strokes along a way long enough to show where it was."""
    hand = one.hand
    least = LEAST_WAY.get(hand.kind, math.inf) * _LENGTH * hand.scale
    if hand.supports or hand.curl or hand.pose == DRAWN or one.track.length < least:
        return False
    if hand.kind is not Kind.GLIDE:
        return True
    (x0, y0), (x1, y1) = one.track.points[0], one.track.points[-1]
    way = math.degrees(math.atan2(y1 - y0, x1 - x0)) + 90
    return abs(math.remainder(way - hand.angle - following(one, 0.5), 360)) > FORWARD


def ghost_places(kind: Kind, share: float) -> list[tuple[float, float]]:
    """Where on its way each ghost is (0..1) and how opaque; on a closed way it has been round before."""
    at, presence = hand_place(kind, share)
    places = []
    for behind, opacity in BEHIND:
        earlier = share - behind * (STROKE_SHARE if kind is Kind.GLIDE else 1.0)
        if kind is not Kind.GLIDE:
            places.append((hand_place(kind, earlier % 1.0)[0], opacity))
        elif earlier > 0 and at > 0:
            places.append((hand_place(kind, earlier)[0], opacity * presence * min(1.0, earlier * 8)))
    return places


class Ghosts:
    """Paints them; keeps the outlines of the hands of one step."""

    def __init__(self, art: FigureArt) -> None:
        self._art = art
        self._kept: OrderedDict[tuple[str, Look, float, float], HandPicture] = OrderedDict()

    def forget(self) -> None:
        """Drop all outlines."""
        self._kept.clear()

    def drawing(self, layer: Layer, part: Part, look: Look, dpr: float) -> Iterator[None]:
        """Draw the outlines of a part's hands before they are needed; one outline is a slice of work."""
        if look.theme != "night" and not part.view.startswith(_CLOSE):
            for one in layer.moving:
                if has_ghosts(one):
                    self._outline(one.hand.pose, look, one.hand.scale * layer.scale, dpr)
                    yield

    def paint(self, painter: QPainter, layer: Layer, part: Part, share: float, look: Look, dpr: float) -> None:
        """Those of all hands of a part, below the hands; the painter is in window pixels."""
        if look.theme == "night" or part.view.startswith(_CLOSE):
            return
        for one in layer.moving:
            if not has_ghosts(one):
                continue
            hand = one.hand
            ghost = self._outline(hand.pose, look, hand.scale * layer.scale, dpr)
            for at, opacity in ghost_places(hand.kind, share):
                if one.track.is_lifted(at):
                    continue
                painter.save()
                painter.setTransform(layer.place, combine=True)
                painter.translate(place_of(one, at))
                painter.rotate(hand.angle + following(one, at))
                painter.scale(-hand.scale if hand.side == "left" else hand.scale, hand.scale)
                painter.translate(-CONTACT[hand.pose])
                painter.setOpacity(opacity)
                painter.drawPixmap(ghost.box, ghost.picture, QRectF(ghost.picture.rect()))
                painter.restore()

    def _outline(self, pose: str, look: Look, scale: float, dpr: float) -> HandPicture:
        key = (pose, look, round(scale, 3), dpr)
        if key not in self._kept:
            self._kept[key] = self._draw(pose, look, scale, dpr)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _draw(self, pose: str, look: Look, scale: float, dpr: float) -> HandPicture:
        """The hand's edge and a breath of white in it."""
        hand, roles = self._art.hand(pose, look, scale, dpr), colour_roles(look.theme, look.skin)
        room = 2 * _EDGE + 1
        box = hand.box.adjusted(-room, -room, room, room)
        inside, halo = (_flat(hand, box, roles[role], scale, dpr) for role in ("path", "pathhalo"))
        edge = halo.copy()
        painter = smooth(QPainter(edge))
        for shape, reach in ((halo, 2 * _EDGE * scale), (inside, _EDGE * scale)):
            for turn in range(12):
                angle = math.tau * turn / 12
                painter.drawPixmap(QPointF(math.cos(angle) * reach, math.sin(angle) * reach), shape)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        painter.drawPixmap(0, 0, inside)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setOpacity(_FILL)
        painter.drawPixmap(0, 0, halo)
        painter.setOpacity(1.0)
        painter.scale(scale, scale)
        painter.translate(-box.topLeft())
        fade_in(painter, box.adjusted(-9, -9, 9, 9), _WRIST)
        painter.end()
        return cropped(edge, QRectF(box.left(), _FROM, box.width(), _UP_TO - _FROM), box, scale, _FINEST)


def _flat(hand: HandPicture, box: QRectF, colour: str, scale: float, dpr: float) -> QPixmap:
    """The same shape in one colour, on a picture of `box`."""
    flat = blank(box.width() * scale, box.height() * scale, dpr)
    painter = QPainter(flat)
    painter.drawPixmap((hand.box.topLeft() - box.topLeft()) * scale, hand.picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, box.width() * scale, box.height() * scale), ink(colour))
    painter.end()
    return flat
