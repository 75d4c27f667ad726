"""The growth rule: a state, and what a pause, a day's session and a parent's word make of it (content-spec 3.5).

DUR-01..04, DUR-06, DUR-21, STO-01..03, STO-07, STO-10, EXT-25, C-06, C-07. Where the specification leaves a choice the
shorter massage is taken: docs/decisions/010-the-safer-reading.md.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.course import Course, DayCourse
from babymassage_gui.core.said import Said

SHORTEST_TARGET = 3
CALM_SESSIONS_TO_GROW = 2
MOST_MINUTES_LESS = 3
EARLY_ENDS_TO_SPLIT = 2
EARLY_ENDS_TO_REST = 3
RESTING_DAYS = 3
LEAST_MINUTES_THAT_COUNT = 1.0

# What parents say about the length: subjects and answers of `Said`. "lower" has the minutes as its note.
SPLIT, YES, NO = "split", "yes", "no"
TARGET, HOLD, LOWER, FREE = "target", "hold", "lower", "free"
DOCTOR_VISITS = frozenset({("illness", "doctor-visit"), ("T-02", "doctor-visit")})

_NUMBER = re.compile(r"[0-9]{1,3}")

_CAPS = ((AgeLimit(months=4), 15), (AgeLimit(days=46), 10), (AgeLimit(days=0), 5))


def longest_minutes(age: Age) -> int:
    """The longest session at an age: 5 minutes under 46 days, 10 under 4 months, then 15."""
    return next((minutes for limit, minutes in _CAPS if age.reached(limit)), _CAPS[-1][1])


class Reason(StrEnum):
    """Why today's length is what it is; each has its sentence in the front ends."""

    FIRST = "first"
    GROWN = "grown"
    SAME = "same"
    ONE_MORE_CALM = "one-more-calm"
    SHORT_AGAIN = "short-again"
    SHORTER = "shorter"
    AFTER_BREAK = "after-break"
    AFTER_ILLNESS = "after-illness"
    HELD = "held"
    LOWERED = "lowered"
    SPLIT = "split"
    ONE_MORE_TO_JOIN = "one-more-to-join"
    JOINED = "joined"
    AGE_CAP = "age-cap"
    PARENT_LIMIT = "parent-limit"
    ROUTINE_CAP = "routine-cap"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class Growth:
    """The state of the rule: `target` minutes T, `run` calm sessions at this T, `early` early ends in a row.

    `parts`: into how many a day's session is split, 1 for not at all; `split_refused`: the parent wants it whole.
    `held`: the parent wants no more minutes. `lowered_to` and `ill` (a doctor's visit) wait for the next session.
    """

    target: int = SHORTEST_TARGET
    run: int = 0
    early: int = 0
    last_increase: date | None = None
    last_session: date | None = None
    changed: Reason = Reason.FIRST
    parts: int = 1
    split_refused: bool = False
    held: bool = False
    lowered_to: int | None = None
    ill: bool = False

    @property
    def offers_split(self) -> bool:
        """Two early ends in a row: the day's session may be parted (STO-03)."""
        return self.early == EARLY_ENDS_TO_SPLIT and self.parts == 1 and not self.split_refused

    def resting_on(self, day: date) -> bool:
        """Three early ends in a row: three days of hands resting only."""
        if self.early < EARLY_ENDS_TO_REST or self.last_session is None:
            return False
        return self.last_session <= day <= self.last_session + timedelta(days=RESTING_DAYS)


def before_session(growth: Growth, day: date) -> Growth:
    """The state on a day before its session: an illness, a pause, the parent shorten it; quiet days end a bad run."""
    if growth.last_session is None:
        return growth
    gap = (day - growth.last_session).days
    if growth.early >= EARLY_ENDS_TO_REST and gap > RESTING_DAYS:
        growth = replace(growth, early=0, changed=Reason.SHORT_AGAIN)
    if gap >= 4 or growth.ill:
        growth = replace(growth, run=0)
    growth = _shortened(growth, _after_gap(growth, gap), Reason.AFTER_ILLNESS if growth.ill else Reason.AFTER_BREAK)
    if growth.lowered_to is not None and growth.lowered_to < growth.target:
        growth = _shortened(replace(growth, run=0), growth.lowered_to, Reason.LOWERED)
    return growth


def _after_gap(growth: Growth, gap: int) -> int:
    """T after so many days without a session, or after an illness."""
    if gap >= 28 or growth.ill:
        return SHORTEST_TARGET
    if gap >= 14:
        return max(SHORTEST_TARGET, math.ceil(growth.target / 2))
    return max(SHORTEST_TARGET, growth.target - 2) if gap >= 7 else growth.target


def _shortened(growth: Growth, target: int, why: Reason, otherwise: Reason | None = None) -> Growth:
    """With a shorter target, and in no more parts than it takes; `otherwise` is the reason where it is not shorter."""
    changed = why if target < growth.target else otherwise or growth.changed
    return replace(growth, target=target, changed=changed, parts=min(growth.parts, split_parts(target)[0]))


def after_session(growth: Growth, day: date, said: DayCourse, cap: int) -> Growth:
    """The state after the day's session, or all of its parts; `cap` is the longest session on that day."""
    early = growth.early
    growth = replace(growth, last_session=day, ill=False, lowered_to=None)
    match said.course:
        case Course.UNSAID:
            growth = replace(growth, early=0, changed=Reason.SAME)
        case Course.UNSETTLED:
            growth = replace(growth, run=0, early=0, changed=Reason.SHORT_AGAIN)
        case Course.EARLY:
            growth = _after_early_end(growth, said)
        case Course.CALM if growth.parts > 1:
            growth = _after_calm_parts(growth, said.parts)
        case Course.CALM:
            growth = _after_calm(growth, day, said.minutes, cap)
    return growth if growth.early == early else replace(growth, split_refused=False)


def _after_calm(growth: Growth, day: date, minutes: float, cap: int) -> Growth:
    # A session that is shorter than the target by a minute or more says nothing about the target.
    run = growth.run + 1 if minutes > growth.target - 1 else growth.run
    growth = replace(growth, run=run, early=0)
    if growth.target >= cap:
        return replace(growth, changed=Reason.SAME)
    if growth.held:
        return replace(growth, changed=Reason.HELD)
    if run < CALM_SESSIONS_TO_GROW or growth.last_increase == day:
        return replace(growth, changed=Reason.ONE_MORE_CALM if run == 1 else Reason.SAME)
    return replace(growth, target=growth.target + 1, run=0, last_increase=day, changed=Reason.GROWN)


def _after_calm_parts(growth: Growth, played: int) -> Growth:
    """A split day never makes the target longer; two with all of their parts calm join two parts again."""
    run = growth.run + 1 if played >= growth.parts else growth.run
    if run < CALM_SESSIONS_TO_GROW:
        return replace(growth, run=run, early=0, changed=Reason.ONE_MORE_TO_JOIN if run else Reason.SAME)
    return replace(growth, run=0, early=0, parts=growth.parts - 1, changed=Reason.JOINED)


def _after_early_end(growth: Growth, said: DayCourse) -> Growth:
    growth = replace(growth, run=0, early=growth.early + 1)
    if growth.early >= EARLY_ENDS_TO_REST:
        return _shortened(growth, SHORTEST_TARGET, Reason.RESTING, Reason.RESTING)
    if said.minutes < LEAST_MINUTES_THAT_COUNT:
        return replace(growth, changed=Reason.SHORT_AGAIN)
    less = min(MOST_MINUTES_LESS, max(1, said.planned - math.ceil(said.minutes)))
    return _shortened(growth, max(SHORTEST_TARGET, growth.target - less), Reason.SHORTER, Reason.SHORT_AGAIN)


def split_parts(target: int) -> tuple[int, int]:
    """Into how many parts a day's session may be split, and the minutes of each (3.5, early == 2)."""
    parts = min(3, max(2, math.ceil(target / 3)))
    return parts, math.ceil(target / parts)


def hear(growth: Growth, said: Said) -> Growth:
    """The state after a parent said something; what is about other things changes nothing."""
    if said.subject == SPLIT:
        return _hear_of_split(growth, said.answer)
    if said.subject == TARGET:
        return _hear_of_target(growth, said)
    return replace(growth, ill=True) if (said.subject, said.answer) in DOCTOR_VISITS else growth


def _hear_of_split(growth: Growth, answer: str) -> Growth:
    if answer == YES and growth.parts == 1:
        return replace(growth, parts=split_parts(growth.target)[0], run=0, changed=Reason.SPLIT)
    if answer != NO:
        return growth
    growth = replace(growth, split_refused=growth.early == EARLY_ENDS_TO_SPLIT)
    return growth if growth.parts == 1 else replace(growth, parts=1, run=0, changed=Reason.SAME)


def _hear_of_target(growth: Growth, said: Said) -> Growth:
    if said.answer == HOLD:
        return replace(growth, held=True, changed=Reason.HELD)
    if said.answer == LOWER:
        return replace(growth, lowered_to=_minutes_of(said.note))
    if said.answer == FREE:
        changed = Reason.SAME if growth.changed is Reason.HELD else growth.changed
        return replace(growth, held=False, lowered_to=None, changed=changed)
    return growth


def _minutes_of(note: str) -> int:
    """The minutes that were asked for, never under the rule's 3; a note that is no number is taken as the least."""
    return max(SHORTEST_TARGET, int(note)) if _NUMBER.fullmatch(note) else SHORTEST_TARGET
