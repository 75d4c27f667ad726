"""Rules of the head, the face and a baby that is held: where circles stay, where a touch begins, how far lifts go."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from babymassage_gui.core.body import MIDLINE, TWO_FINGERS, View, gap
from babymassage_gui.core.lifts import HALF_RISE, HAND_HEIGHT
from babymassage_gui.core.strokes import Hand, Part, Rule
from babymassage_gui.core.tracks import Track

CLOSE_UNITS_PER_CM = 48.0
"""Scale of the face and of the head from above."""
BEGINS_WITHIN = 1 * CLOSE_UNITS_PER_CM
"""A tear duct is found within a centimetre of the inner corner of the eye."""
OFF_MIDLINE = 1 / 3
"""Of the way from the midline to the ear: circles above the ears stay outside of it."""

Band = tuple[Hand, Track]


def _above_behind_ears(view: View, band: Band) -> bool:
    """The band stays on the crown's side of its ear and away from the midline: off face and soft spot."""
    hand, line = band
    side = "_l" if line.points[0][0] > MIDLINE else "_r"
    ear_x, ear_y = view.landmarks["ear" + side]
    inner = min(abs(x - MIDLINE) for x, _y in line.points) - hand.reach
    lowest = max(y for _x, y in line.points) + hand.reach
    return inner >= abs(ear_x - MIDLINE) * OFF_MIDLINE and lowest <= ear_y


def _from_eye_corner(view: View, band: Band) -> bool:
    """Down the side of the nose from the inner corner, and never nearer to the eye than where it begins."""
    points, side = band[1].points, band[0].path[0].landmark[-2:]
    eyes = [zone.outline for zone in view.zones if zone.code == "EYE" and zone.name.endswith(side)]
    corner = view.landmarks.get("inner_eye_corner" + side)
    if corner is None or not eyes:
        return False
    begins = math.dist(corner, points[0]) <= BEGINS_WITHIN
    downward = points[-1][1] - points[0][1] >= 0.8 * band[1].length
    off = all(gap((point,), eye) >= gap(points[:1], eye) - 1 for point in points for eye in eyes)
    return begins and downward and off


def _up_a_hand(_: View, band: Band) -> bool:
    """Straight up, no higher than a hand."""
    (x0, y0), (x1, y1) = band[1].points[0], band[1].points[-1]
    return 0 < y0 - y1 <= HAND_HEIGHT and abs(x1 - x0) <= (y0 - y1) / 2


def _forward_a_little(view: View, band: Band) -> bool:
    """Toward the head, no more than two fingers: support, no shove."""
    crown, points = view.landmarks.get("crown"), band[1].points
    if crown is None:
        return False
    nearer = math.dist(crown, points[0]) - math.dist(crown, points[-1])
    return nearer >= 0.6 * band[1].length > 0 and band[1].length <= TWO_FINGERS


HEAD_RULES: Mapping[Rule, Callable[[View, Band], bool]] = {
    Rule.ABOVE_BEHIND_EARS: _above_behind_ears,
    Rule.FROM_EYE_CORNER: _from_eye_corner,
    Rule.UP_A_HAND: _up_a_hand,
    Rule.FORWARD_A_LITTLE: _forward_a_little,
}


def lift_faults(part: Part, view: View) -> Iterator[str]:
    """A lift is no higher than a hand; a rise ends no steeper than half way to sitting (content-spec 3.3)."""
    lift = part.lift
    if lift is None:
        return
    if not 0 <= lift.up <= HAND_HEIGHT:
        yield "the lift is higher than a hand"
    shoulder = view.landmarks.get("shoulder_blades")
    if lift.turn and shoulder is None:
        yield f"the view {view.name} has no landmark shoulder_blades"
    elif lift.turn and shoulder is not None:
        steep = math.degrees(math.atan2(lift.about[1] - shoulder[1], lift.about[0] - shoulder[0]))
        if lift.turn < 0 or steep > HALF_RISE or lift.highest(shoulder) > HAND_HEIGHT:
            yield "the rise goes further than half"
