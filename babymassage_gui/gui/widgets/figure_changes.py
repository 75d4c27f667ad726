"""What of a figure changes from one frame to the next, so that no more is painted anew: hands with their ghosts, the
way with what flows on it, the eyes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from babymassage_gui.core.body import View
from babymassage_gui.core.strokes import Part
from babymassage_gui.gui.widgets.figure_art import CONTACT, DRAWN, FigureArt
from babymassage_gui.gui.widgets.figure_eyes import eyes_box
from babymassage_gui.gui.widgets.figure_ghosts import ghost_places
from babymassage_gui.gui.widgets.figure_hands import LARGEST
from babymassage_gui.gui.widgets.figure_layers import Layer, Moving
from babymassage_gui.gui.widgets.figure_marks import dot_radius
from babymassage_gui.gui.widgets.figure_motion import following, hand_place, place_of
from babymassage_gui.gui.widgets.figure_palette import Look

_ROOM = 3.0
"""Pixels around what is moved: soft edges, and what a ghost's edge is wider than its hand."""
_GHOST_EDGE = 12.0
"""As much wider is a ghost than its hand, units."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What moves, as one instant shows it. `share` is None while hands rest; then `still` says where."""

    part: Part
    layer: Layer
    share: float | None
    still: float

    def area(self, art: FigureArt, look: Look, dpr: float) -> QRectF:
        """The rectangle that holds all of it, window pixels."""
        area = QRectF()
        for box in (*self._hands(art, look, dpr), *self._ways()):
            area = area.united(box)
        return area.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)

    def _hands(self, art: FigureArt, look: Look, dpr: float) -> Iterator[QRectF]:
        for one in self.layer.moving:
            if one.hand.pose == DRAWN:
                continue
            box = art.hand(one.hand.pose, look, one.hand.scale * self.layer.scale, dpr).box
            edge = _GHOST_EDGE / one.hand.scale
            wide = box.adjusted(-edge, -edge, edge, edge)
            if self.share is None:
                yield self._placed(one, self.still, box)
            else:
                yield self._placed(one, hand_place(one.hand.kind, self.share)[0], box)
                for at, _opacity in ghost_places(one.hand.kind, self.share):
                    yield self._placed(one, at, wide)

    def _placed(self, one: Moving, at: float, box: QRectF) -> QRectF:
        """A hand's box where it is `at` 0..1 of its way, at its largest."""
        hand, spot = one.hand, place_of(one, at)
        turned = QTransform.fromTranslate(spot.x(), spot.y())
        turned.rotate(hand.angle + following(one, at))
        size = hand.scale * LARGEST
        turned.scale(-size if hand.side == "left" else size, size)
        turned.translate(-CONTACT[hand.pose].x(), -CONTACT[hand.pose].y())
        return (turned * self.layer.place).mapRect(box)

    def _ways(self) -> Iterator[QRectF]:
        track = self.layer.track
        yield QRectF(track.at, track.picture.deviceIndependentSize())
        for one in self.layer.moving:
            xs, ys = zip(*one.track.points, strict=True)
            box = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            reach = 2 * max(dot_radius(one.width, self.layer.scale), one.width)
            yield self.layer.place.mapRect(box.adjusted(-reach, -reach, reach, reach))


def changed(before: Seen | None, now: Seen, art: FigureArt, look: Look, dpr: float) -> QRectF | None:
    """What has to be painted anew, but for the eyes; empty if nothing moved; None: all of the figure."""
    if before is None or before.layer is not now.layer or now.part.moves or now.part.lift is not None:
        return None
    if (before.share, before.still) == (now.share, now.still):
        return QRectF()
    return before.area(art, look, dpr).united(now.area(art, look, dpr))


def eyes_area(place: QTransform, view: View | None) -> QRectF:
    """What a look or a blink changes, window pixels; empty without open eyes."""
    return place.mapRect(eyes_box(view.eyes)) if view is not None and view.eyes else QRectF()
