"""How a held baby moves: a little up and down again, or half up about the hips (content-spec 3.3, reflex exercises).

Figure units and degrees as in `body`; fractions are of one repetition.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from babymassage_gui.core.body import UNITS_PER_CM, Point

HAND_HEIGHT = 10 * UNITS_PER_CM
"""A hand's height, about 10 cm: no lift is higher (content-spec 3.3, `gym-soar`)."""
HALF_RISE = 45.0
"""Degrees: half of the way to sitting; no rise is further (content-spec 3.3, `gym-sit`)."""
_UP_UNTIL, _DOWN_FROM = 0.4, 0.62


@dataclass(frozen=True, slots=True)
class Lift:
    """How far above the lowest place the drawing shows the baby.

    `up` units lower, and turned back by `turn` degrees about a point, it lies where the repetition begins and ends.
    Turning up is clockwise: the head is to picture left of the hips.
    """

    up: float = 0.0
    turn: float = 0.0
    about: Point = (500.0, 500.0)

    def below(self, share: float) -> tuple[float, float]:
        """How far below the drawn place the baby is after a share (0..1) of a repetition: units down, degrees back."""
        left = 1 - risen(share)
        return self.up * left, self.turn * left

    def highest(self, point: Point) -> float:
        """How far a point of the baby comes above where it began, units."""
        angle = math.radians(self.turn)
        dx, dy = point[0] - self.about[0], point[1] - self.about[1]
        began = self.about[1] - dx * math.sin(angle) + dy * math.cos(angle) + self.up
        return began - point[1]


def risen(share: float) -> float:
    """How much of a lift is done: slowly up, a moment's rest, slowly down."""
    if share < _UP_UNTIL:
        return _eased(share / _UP_UNTIL)
    return 1.0 if share <= _DOWN_FROM else _eased((1 - share) / (1 - _DOWN_FROM))


def _eased(along: float) -> float:
    along = min(1.0, max(0.0, along))
    return along * along * (3 - 2 * along)
