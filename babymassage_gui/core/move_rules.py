"""What a passive move must keep, at every pose on its way: where hands hold, how far limbs go, what they may not do."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from babymassage_gui.core.body import MIDLINE, Level, View, Zone, enters
from babymassage_gui.core.poses import LIMIT_DEGREES, Joint, along, lying
from babymassage_gui.core.strokes import FigureBook, Hand, Kind, Part, Rule
from babymassage_gui.core.tracks import track

SAMPLES = 11
"""Poses of a move that are looked at, ends included."""
PEDAL_LIMIT = 0.85
"""A pedalling knee stays clear of the tummy: small circles (gym-bike)."""
SHOWN_WAY = 40.0
"""A part that claims a direction moves its limb at least this far, units."""


@dataclass(frozen=True, slots=True)
class Course:
    """One part with the views on its way, from its beginning to its end."""

    part: Part
    book: FigureBook
    views: tuple[View, ...]

    def is_of(self, zone: Zone, landmark: str) -> bool:
        """True for a zone of the limb that a landmark belongs to."""
        return any(
            zone.name == f"{name}{landmark[-2:]}"
            for limb in self.book.limbs.values()
            if landmark[:-2] in limb.landmarks and limb.name in {move.limb for move in self.part.moves}
            for name in limb.zones
        )

    def flesh(self, index: int, landmark: str) -> list[Joint]:
        """Circles that fill the limb of a landmark in one of the poses."""
        side = {"_l": "left", "_r": "right"}.get(landmark[-2:])
        for move in self.part.moves:
            limb = self.book.limbs[move.limb]
            if move.side == side and landmark[:-2] in limb.landmarks:
                pose = move.pose(index / (SAMPLES - 1))
                joints = [along(bone, i / 8) for bone in limb.bones(pose.at).values() for i in range(9)]
                return [lying(joint, pose) for joint in joints]
        return []

    def going(self, landmark: str) -> list[tuple[float, float]]:
        """Where a landmark is, pose by pose; empty if the view has none of that name."""
        return [view.landmarks[landmark] for view in self.views if landmark in view.landmarks]

    def moving(self, *limbs: str) -> list[str]:
        """The sides ("_l", "_r") on which one of these limbs changes its pose."""
        return [f"_{move.side[0]}" for move in self.part.moves if move.limb in limbs and not move.still]


def move_faults(part: Part, book: FigureBook) -> Iterator[str]:
    """Breaches of a part with limbs that move."""
    unknown = {move.limb for move in part.moves} - set(book.limbs)
    if unknown:
        yield f"there is no limb {', '.join(sorted(unknown))}"
        return
    views = tuple(book.view_at(part, i / (SAMPLES - 1)) for i in range(SAMPLES))
    missing = [w.landmark for hand in part.hands for w in hand.path if w.landmark not in views[0].landmarks]
    if missing:
        yield f"the view {part.view} has no landmark {', '.join(missing)}"
        return
    course = Course(part, book, views)
    if any(not 0 <= end <= 1 for move in part.moves for end in (move.start, move.end)):
        yield "a limb goes beyond its poses"
    yield from _touch_faults(course)
    if _hands_meet(course):
        yield "the hands cross"
    if not part.rules:
        yield "says no rule"
    yield from (f"breaks the rule {rule.value}" for rule in part.rules if not MOVE_RULES.get(rule, _elsewhere)(course))


def _touching(part: Part) -> list[Hand]:
    return [hand for hand in part.hands if not hand.path[0].lifted]


def _line(hand: Hand, view: View) -> tuple[tuple[float, float], ...]:
    """All that a hand touches while the limbs are in one pose."""
    return track(hand, view).points


def _covered(course: Course, index: int, hand: Hand, zone: Zone) -> bool:
    """True if the limb that the hand holds lies between it and a zone of another part (a fist on the chest)."""
    if hand.kind is not Kind.CARRY or course.is_of(zone, hand.path[0].landmark):
        return False
    at = hand.path[0].on(course.views[index])
    flesh = course.flesh(index, hand.path[0].landmark)
    return any(math.dist(at, (x, y)) <= radius for x, y, radius in flesh)


def _touch_faults(course: Course) -> Iterator[str]:
    """No hand touches a *never* or *light* zone in any pose: what is held does not slide."""
    for hand in _touching(course.part):
        entered = {
            f"the {hand.side} hand enters {zone.name} ({zone.level.value})"
            for index, view in enumerate(course.views)
            for zone in view.zones
            if zone.level is not Level.MASSAGE
            for run in (_line(hand, view),)
            if enters(run, zone.outline, hand.contact / 2) and not _covered(course, index, hand, zone)
        }
        yield from sorted(entered)


def _hands_meet(course: Course) -> bool:
    """True if in any pose two hands come nearer than their contacts allow."""
    return any(
        math.dist(first.path[0].on(view), second.path[0].on(view)) < first.reach + second.reach
        for first, second in combinations(course.part.hands, 2)
        for view in course.views
    )


def _held(course: Course) -> bool:
    """Every hand that touches goes with a limb."""
    return bool(course.part.hands) and all(hand.kind is Kind.CARRY for hand in _touching(course.part))


def _rise(course: Course, side: str) -> float:
    """How far a knee comes toward the tummy; negative if it goes away or turns back on its way."""
    heights = [y for _x, y in course.going(f"knee{side}")]
    steps = [before - after for before, after in pairwise(heights)]
    return sum(steps) if all(step >= -0.5 for step in steps) or all(step <= 0.5 for step in steps) else -math.inf


def _knee_up(course: Course) -> bool:
    sides = course.moving("leg")
    return _held(course) and bool(sides) and all(_rise(course, side) >= SHOWN_WAY for side in sides)


def _let_go(course: Course) -> bool:
    """The legs go back, never further than they lie by themselves; nothing moves them but their weight."""
    sides = course.moving("leg")
    return bool(sides) and all(-math.inf < _rise(course, side) <= -SHOWN_WAY for side in sides)


def _pedal(course: Course) -> bool:
    """One knee comes up while the other goes down, both in small circles."""
    rises = [_rise(course, side) for side in course.moving("leg")]
    high = max(end for move in course.part.moves if move.limb == "leg" for end in (move.start, move.end))
    return (
        _held(course)
        and len(rises) == 2
        and max(rises) >= SHOWN_WAY >= -SHOWN_WAY >= min(rises) > -math.inf
        and (high <= PEDAL_LIMIT)
    )


def _sway(course: Course) -> bool:
    """Both legs turn alike about the hips, a little; neither bends nor stretches."""
    legs = [move for move in course.part.moves if move.limb == "leg"]
    alike = len({(move.start, move.end, move.sway) for move in legs}) == 1
    turned = [abs(degrees) for move in legs for degrees in move.sway]
    return (
        _held(course)
        and len(legs) == 2
        and alike
        and legs[0].start == legs[0].end
        and (0 < max(turned) <= LIMIT_DEGREES)
    )


def _apart(course: Course, landmark: str) -> list[float]:
    left, right = course.going(f"{landmark}_l"), course.going(f"{landmark}_r")
    return [x - other for (x, _y), (other, _) in zip(left, right, strict=True)]


def _together(course: Course) -> bool:
    apart = _apart(course, "knee")
    return _held(course) and bool(apart) and apart[0] - apart[-1] >= SHOWN_WAY and apart[-1] > 0


def _fall_open(course: Course) -> bool:
    """By themselves: while the knees part, no hand touches."""
    apart = _apart(course, "knee")
    return bool(apart) and apart[-1] - apart[0] >= SHOWN_WAY and not _touching(course.part)


def _outside(course: Course, side: str) -> list[float]:
    """How far a fist is on its own side of the midline, pose by pose; negative across it."""
    sign = 1 if side == "_l" else -1
    return [sign * (x - MIDLINE) for x, _y in course.going(f"fist{side}")]


def _cross(course: Course) -> bool:
    """Fists come from their own sides over the middle of the chest."""
    ways = [_outside(course, side) for side in course.moving("arm")]
    return _held(course) and bool(ways) and all(way[-1] < 0 < way[0] - SHOWN_WAY for way in ways)


def _uncross(course: Course) -> bool:
    ways = [_outside(course, side) for side in course.moving("arm")]
    return _held(course) and bool(ways) and all(way[0] < 0 < way[-1] - SHOWN_WAY for way in ways)


def _from_hip(course: Course) -> bool:
    """A hand leads from the hip on the side that comes over; no hand is at an arm."""
    view = course.views[0]
    arms = [point for name, point in view.landmarks.items() if name.startswith(("fist", "wrist", "elbow", "arm"))]
    starts = [hand.path[0].on(view) for hand in _touching(course.part)]
    leads = any(hand.path[0].landmark.startswith("hip") for hand in course.part.hands)
    return leads and bool(arms) and all(math.dist(a, b) > 80 for a in starts for b in arms)


def _elsewhere(_: Course) -> bool:
    """A rule of strokes: no passive move keeps it."""
    return False


MOVE_RULES: Mapping[Rule, Callable[[Course], bool]] = {
    Rule.KNEE_UP: _knee_up,
    Rule.LET_GO: _let_go,
    Rule.PEDAL: _pedal,
    Rule.SWAY: _sway,
    Rule.TOGETHER: _together,
    Rule.FALL_OPEN: _fall_open,
    Rule.CROSS: _cross,
    Rule.UNCROSS: _uncross,
    Rule.FROM_HIP: _from_hip,
}
