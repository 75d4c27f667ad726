"""The inset map: the whole baby, small, with a frame round what the large picture shows.

A camera that is close leaves open which part of the baby it looks at. The map answers that in a corner that neither
words nor the step's own area need. It is one small picture of the still layer: a frame of the animation only copies it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from babymassage_gui.core.body import MIDLINE, View
from babymassage_gui.core.strokes import Part
from babymassage_gui.core.table import DEGREES, degrees_for
from babymassage_gui.gui.widgets.figure_art import FigureArt, ink, round_pen
from babymassage_gui.gui.widgets.figure_eyes import eyes_box
from babymassage_gui.gui.widgets.figure_layers import Frame, Still, placing
from babymassage_gui.gui.widgets.figure_marks import outline_path
from babymassage_gui.gui.widgets.figure_palette import Look, colour_roles
from babymassage_gui.gui.widgets.figure_pieces import piece

LEAST_AREA = 400.0
"""Logical pixels of the shorter side of the free area; below it the map would be a blot."""
ENOUGH = 0.6
"""The share of the body from which on the large picture tells by itself which part it is."""
MOST_BYTES = 200_000
"""What one map may take; four bytes a pixel."""
_BODY = QRectF(76, 44, 848, 940)
_WHOLE = QRectF(40, 20, 920, 980)
"""What the map shows, units: the body and a little air."""
_HAND = 40.0
"""Units that are kept free round the face and the area of the step: a hand is about to be there."""
_SHARE, _SMALLEST, _GAP = 0.21, 88.0, 12.0
_LIMBS = {"foot_top": QRectF(576, 838, 160, 160), "sole": QRectF(576, 838, 160, 160),
          "palm": QRectF(776, 318, 166, 146), "hand_back": QRectF(776, 318, 166, 146)}  # fmt: skip
"""Where on the front view a close-up of the baby's left limb is. A close-up has units of its own."""
_PLAIN = ("face", "head_top")
"""Close-ups that tell by themselves which part they show."""


def frame_of(view: View, place: QTransform, free: QRectF) -> QRectF | None:
    """What the large picture shows of the whole baby, units of the map; None where that is most of it, or none."""
    name, _, side = view.name.rpartition("_")
    if name in _LIMBS:
        box = _LIMBS[name]
        return box if side == "left" else QRectF(2 * MIDLINE - box.right(), box.top(), box.width(), box.height())
    if view.name in _PLAIN or view.fade is not None or view.stage:
        return None
    seen = place.inverted()[0].mapRect(free)
    inside = seen.intersected(_BODY)
    if inside.width() * inside.height() >= ENOUGH * _BODY.width() * _BODY.height():
        return None
    return seen.intersected(_WHOLE.adjusted(30, 30, -30, -30))


def corner(free: QRectF, taken: Sequence[QRectF], dpr: float, body: Sequence[QPainterPath] = ()) -> QRectF | None:
    """Where the map fits: a corner of the free area that touches nothing that is taken; None if there is none.

    Of several the one that covers the fewest parts of the body, so that it lies on the mat where it can.
    """
    shorter = min(free.width(), free.height())
    if shorter < LEAST_AREA:
        return None
    most = math.sqrt(MOST_BYTES / 4 * _WHOLE.height() / _WHOLE.width()) / dpr - 2
    height = min(max(_SMALLEST, shorter * _SHARE), most)
    box = QRectF(0, 0, round(height * _WHOLE.width() / _WHOLE.height()), round(height))
    left, right = free.left() + _GAP, free.right() - _GAP - box.width()
    top, bottom = free.top() + _GAP, free.bottom() - _GAP - box.height()
    boxes = [
        box.translated(round(x), round(y)) for x, y in ((right, top), (left, top), (left, bottom), (right, bottom))
    ]
    free_ones = [one for one in boxes if not any(one.adjusted(-4, -4, 4, 4).intersects(other) for other in taken)]
    return min(free_ones, key=lambda one: sum(part.intersects(one) for part in body), default=None)


def with_inset(still: Still, part: Part, view: View | None, frame: Frame, art: FigureArt, look: Look) -> Still:
    """The same with the map as its last label, where there is need of one and room for it."""
    degrees = degrees_for(frame.side, view)
    place, _scale = placing(part, frame.free, degrees)
    shown = None if view is None else frame_of(view, place, frame.free)
    if view is None or shown is None:
        return still
    areas = [outline_path(zone.outline).boundingRect() for zone in view.zones if zone.name in part.targets]
    areas += [eyes_box(view.eyes)] if view.eyes else []
    near = 0.0 if view.fade is not None else _HAND  # a close-up fills the area: only what is under the map counts
    taken = [place.mapRect(area.adjusted(-near, -near, near, near)) for area in areas]
    taken += [QRectF(label.at, label.picture.deviceIndependentSize()) for label in still.labels]
    body = [place.map(outline_path(zone.outline)) for zone in view.zones]
    box = corner(frame.free, taken, frame.dpr, body)
    if box is None:
        return still
    # A limb that is held up is seen from its end; where it is on the baby, the map tells as the parent stands.
    turn = DEGREES[frame.side] if view.name.rpartition("_")[0] in _LIMBS else degrees
    inset = piece(box, frame.dpr, lambda painter: draw_inset(painter, box, view, shown, art, look, turn))
    return replace(still, labels=(*still.labels, inset))


def draw_inset(
    painter: QPainter, box: QRectF, view: View, frame: QRectF, art: FigureArt, look: Look, degrees: int = 0
) -> None:
    """The map in a box, window pixels, turned clockwise; `frame` in units of the map."""
    roles = colour_roles(look.theme, look.skin)
    own = view.name.rpartition("_")[0] not in _LIMBS and view.name != "front_trunk"
    painter.setPen(round_pen(ink(roles["pillink"], 0.3), 1.4))
    painter.setBrush(ink(roles["pill"], 0.94))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 10, 10)
    scale = min(box.height(), box.width() * (1 if degrees % 180 else 2)) / _WHOLE.height()
    painter.translate(box.center())
    painter.rotate(degrees)
    painter.scale(scale, scale)
    painter.translate(-_WHOLE.center())
    painter.save()
    if own and view.turned:
        painter.translate(2 * MIDLINE, 0)
        painter.scale(-1, 1)
    art.draw_once(painter, view.figure if own else "front", look)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((roles["pathhalo"], 6.0), (roles["path"], 3.0)):
        painter.setPen(round_pen(ink(colour), width / scale))
        painter.drawRoundedRect(frame, 3 / scale, 3 / scale)
