"""Where a hand is at a share of its part's time: sums on the lines of core/tracks.py; and the spots that it holds."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from babymassage_gui.core.poses import eased as carried
from babymassage_gui.core.strokes import Kind
from babymassage_gui.gui.widgets.figure_layers import Moving
from babymassage_gui.gui.widgets.figure_marks import draw_rest
from babymassage_gui.gui.widgets.figure_palette import Roles

STROKE_SHARE = 0.86
"""Of a repetition's time on an open path; the rest lifts the hand and brings it back."""
FADE_IN = 0.06


def hand_place(kind: Kind, share: float) -> tuple[float, float]:
    """Where on its way a hand is (0..1) and how much it is there (1: on the skin, less while it goes back)."""
    if kind is Kind.CARRY:
        return carried(share), 1.0
    if kind is not Kind.GLIDE:
        return share, 1.0
    along = min(1.0, share / STROKE_SHARE)
    eased = along * along * (3 - 2 * along)
    if share > STROKE_SHARE:
        return eased, 1 - (share - STROKE_SHARE) / (1 - STROKE_SHARE)
    return eased, min(1.0, share / FADE_IN)


def place_of(one: Moving, at: float) -> QPointF:
    """The contact point in figure units; from spot to spot where spots are held."""
    if one.track.length:
        return QPointF(*one.track.at(at))
    spots = one.track.points
    return QPointF(*spots[min(len(spots) - 1, int(at * len(spots)))])


def following(one: Moving, at: float) -> float:
    """How far the hand turns with its way, degrees."""
    if not one.hand.follow or not one.track.length:
        return 0.0
    return one.hand.follow * math.remainder(one.track.heading(at) + 90, 360)


def draw_rests(painter: QPainter, one: Moving, share: float, scale: float, roles: Roles) -> None:
    """Spots that are held; a hand in the air (all lifted) marks none."""
    spots = one.track.points
    now = min(len(spots) - 1, int(share * len(spots)))
    radius = min(20.0, 20 / scale) if len(spots) == 1 else min(max(9.0, one.hand.contact * 0.6), 13 / scale)
    for index, (spot, lifted) in enumerate(zip(spots, one.track.lifted, strict=True)):
        if not lifted:
            draw_rest(painter, spot, roles, radius, now=index == now)
