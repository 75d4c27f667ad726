"""Eyes that follow the nearest hand and blink: painted over the drawing, whose own are left out.

The blink is a function of the session's seconds: no clock, nothing by chance, the same picture for the same instant.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from babymassage_gui.core.body import Eye, Point
from babymassage_gui.gui.widgets.figure_art import ink, round_pen
from babymassage_gui.gui.widgets.figure_palette import Roles

BLINK_SECONDS = 0.15
BLINK_GAPS = (5.2, 4.1, 6.6, 4.7, 5.9, 4.4, 6.9, 5.0)
"""Seconds from blink to blink, in turn: between 4 and 7, in no order that a parent would notice."""
_BLINKS = tuple(accumulate(BLINK_GAPS))
_FAR = 360.0
"""Units: a hand this far away turns the eyes as far as they go."""
_NEARER = 0.9
"""Two hands that move alike are as near as each other: the eyes stay with the first and do not flicker between them."""
_LOOK_X, _LOOK_Y = 0.26, 0.2
"""How far the eyes turn, as a share of their half width."""


def lids(seconds: float) -> float:
    """How far the lids are shut, 0 (open) to 1, at an instant of the session."""
    cycles, into = divmod(seconds, _BLINKS[-1])
    last = max((blink for blink in _BLINKS if blink <= into), default=0.0 if cycles else -1.0)
    since = (into - last) / BLINK_SECONDS
    return math.sin(math.pi * since) if last >= 0 and since < 1 else 0.0


def gaze(eyes: Sequence[Eye], hands: Sequence[Point]) -> Point:
    """Which way the eyes look, each axis -1..1: toward the nearest hand; straight ahead when there is none."""
    if not eyes or not hands:
        return 0.0, 0.0
    x, y = sum(eye.x for eye in eyes) / len(eyes), sum(eye.y for eye in eyes) / len(eyes)
    near = hands[0]
    for hand in hands[1:]:
        if math.dist(hand, (x, y)) < _NEARER * math.dist(near, (x, y)):
            near = hand
    dx, dy = near[0] - x, near[1] - y
    far = max(_FAR, math.hypot(dx, dy))
    return dx / far, dy / far


def eyes_box(eyes: Sequence[Eye]) -> QRectF:
    """All that the eyes ever touch, in figure units."""
    box = QRectF()
    for eye in eyes:
        wide, high = eye.half_width * 1.4, eye.half_height * 1.4
        box = box.united(QRectF(eye.x - wide, eye.y - high, 2 * wide, 2 * high))
    return box


def draw_eyes(painter: QPainter, eyes: Sequence[Eye], roles: Roles, look: Point, shut: float) -> None:
    """All eyes in figure units, looking one way, the lids shut by a share of 0..1."""
    for eye in eyes:
        (_draw_close if eye.iris else _draw_small)(painter, eye, roles, look, shut)


def _draw_small(painter: QPainter, eye: Eye, roles: Roles, look: Point, shut: float) -> None:
    """A dark oval with two lights; a bow of the lid while it is shut."""
    x, y = eye.x + look[0] * eye.half_width * _LOOK_X, eye.y + look[1] * eye.half_height * _LOOK_Y
    if shut > 0.5:
        bow = QPainterPath(QPointF(eye.x - eye.half_width * 1.2, eye.y))
        bow.quadTo(eye.x, eye.y + eye.half_height * 0.7, eye.x + eye.half_width * 1.2, eye.y)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(round_pen(ink(roles["line"]), 5))
        painter.drawPath(bow)
        return
    wide, high = eye.half_width, eye.half_height * (1 - shut)
    _oval(painter, x, y, wide, high, ink(roles["eye"]))
    _oval(painter, x - wide * 0.32, y - high * 0.4, wide * 0.36, high * 0.33, ink(roles["white"]))
    _oval(painter, x + wide * 0.32, y + high * 0.4, wide * 0.19, high * 0.16, ink(roles["white"], 0.7))


def _draw_close(painter: QPainter, eye: Eye, roles: Roles, look: Point, shut: float) -> None:
    """White, iris, pupil and lights in the opening; the upper lid comes down over them."""
    wide, high = eye.half_width, eye.half_height
    box = QRectF(eye.x - wide, eye.y - high, 2 * wide, 2 * high)
    opening = QPainterPath()
    opening.addEllipse(box)
    painter.save()
    painter.setClipPath(opening, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, ink(roles["sclera"]))
    x, y = eye.x + look[0] * wide * _LOOK_X, eye.y + 1 + look[1] * wide * _LOOK_Y
    _oval(painter, x, y, eye.iris, eye.iris * 1.08, ink(roles["iris"]))
    _oval(painter, x, y, eye.iris * 0.58, eye.iris * 0.6, ink(roles["eye"]))
    _oval(painter, x - eye.iris * 0.36, y - eye.iris * 0.38, eye.iris * 0.28, eye.iris * 0.3, ink(roles["white"]))
    _oval(painter, x + eye.iris * 0.34, y + eye.iris * 0.4, eye.iris * 0.14, eye.iris * 0.14, ink(roles["white"], 0.7))
    _oval(painter, eye.x, eye.y - high * 1.86, wide * 1.2, high, ink(roles["deep"], 0.35))
    painter.restore()
    edge = _lid_edge(eye, shut)
    if shut > 0:
        lid = QPainterPath(opening)
        below = QPainterPath(edge)
        below.lineTo(eye.x + wide * 1.2, eye.y + 2 * high)
        below.lineTo(eye.x - wide * 1.2, eye.y + 2 * high)
        below.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(roles["skin"]))
        painter.drawPath(lid.subtracted(below))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen(ink(roles["deep"], 0.8), 3.4))
    painter.drawArc(box, 16 * 200, 16 * 140)
    painter.setPen(round_pen(ink(roles["line"]), 9))
    painter.drawPath(edge)


def _lid_edge(eye: Eye, shut: float) -> QPainterPath:
    """The edge of the upper lid: the upper half of the opening when open, its lower half when shut."""
    wide, high = eye.half_width + 1, eye.half_height * (1 - 1.9 * shut)
    path = QPainterPath(QPointF(eye.x - wide, eye.y))
    path.cubicTo(
        QPointF(eye.x - wide * 0.92, eye.y - high * 1.33), QPointF(eye.x + wide * 0.92, eye.y - high * 1.33),
        QPointF(eye.x + wide, eye.y),
    )  # fmt: skip
    return path


def _oval(painter: QPainter, x: float, y: float, wide: float, high: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, y), wide, high)
