"""Where a hand is at a share of its part's time: pure sums on the lines of core/tracks.py."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF

from babymassage_gui.core.poses import eased as carried
from babymassage_gui.core.strokes import Kind
from babymassage_gui.gui.widgets.figure_layers import Moving

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
