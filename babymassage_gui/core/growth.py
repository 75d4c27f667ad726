"""How long the next session may be: from 3 minutes toward 15, a minute after two calm ones (content-spec 3.5).

DUR-01..04, DUR-06, DUR-21, STO-01..03, STO-07, STO-10, EXT-25, C-06, C-07. The state is never stored: it is
folded from the log each time, so that a corrected session corrects everything after it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.history import Ending, Mood, SessionRecord, massages

SHORTEST_TARGET = 3
CALM_SESSIONS_TO_GROW = 2
MOST_MINUTES_LESS = 3
EARLY_ENDS_TO_SPLIT = 2
EARLY_ENDS_TO_REST = 3
RESTING_DAYS = 3
LEAST_MINUTES_THAT_COUNT = 1.0

_CAPS = ((AgeLimit(months=4), 15), (AgeLimit(days=46), 10), (AgeLimit(days=0), 5))


def longest_minutes(age: Age) -> int:
    """The longest session at an age: 5 minutes under 46 days, 10 under 4 months, then 15."""
    return next((minutes for limit, minutes in _CAPS if age.reached(limit)), _CAPS[-1][1])


class Course(StrEnum):
    """What a session says about the length: the answer and the ending taken together."""

    CALM = "calm"
    UNSETTLED = "unsettled"
    UNSAID = "unsaid"
    EARLY = "early"
    OTHER = "other"


class Reason(StrEnum):
    """Why today's length is what it is; each has its sentence in the front ends."""

    FIRST = "first"
    GROWN = "grown"
    SAME = "same"
    ONE_MORE_CALM = "one-more-calm"
    SHORT_AGAIN = "short-again"
    SHORTER = "shorter"
    AFTER_BREAK = "after-break"
    AGE_CAP = "age-cap"
    PARENT_LIMIT = "parent-limit"
    ROUTINE_CAP = "routine-cap"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class Growth:
    """The state of the rule: `target` minutes T, `run` calm sessions at this T, `early` early ends in a row."""

    target: int = SHORTEST_TARGET
    run: int = 0
    early: int = 0
    last_increase: date | None = None
    last_session: date | None = None
    changed: Reason = Reason.FIRST

    @property
    def offers_split(self) -> bool:
        """Two early ends in a row: the day's session may be parted (STO-03)."""
        return self.early == EARLY_ENDS_TO_SPLIT

    def resting_on(self, day: date) -> bool:
        """Three early ends in a row: three days of hands resting only."""
        if self.early < EARLY_ENDS_TO_REST or self.last_session is None:
            return False
        return self.last_session <= day <= self.last_session + timedelta(days=RESTING_DAYS)


@dataclass(frozen=True, slots=True)
class Target:
    """Today's length in minutes with its reason; `resting` days play hands resting only."""

    minutes: int
    reason: Reason
    resting: bool = False


def course_of(session: SessionRecord) -> Course:
    """What an ended session says. A finished one whose answer is missing never raises the target."""
    if session.ending is Ending.EARLY:
        return Course.OTHER if session.mood is Mood.ASLEEP else Course.EARLY
    if session.ending is not Ending.FINISHED or session.mood is Mood.ASLEEP:
        return Course.OTHER
    if session.mood is Mood.CALM:
        return Course.CALM
    return Course.UNSETTLED if session.mood in (Mood.UNSETTLED, Mood.CRIED) else Course.UNSAID


def before_session(growth: Growth, day: date, *, after_illness: bool = False) -> Growth:
    """The state on a day before its session: a pause makes it shorter, three quiet days end a bad run."""
    if growth.last_session is None:
        return growth
    gap = (day - growth.last_session).days
    if growth.early >= EARLY_ENDS_TO_REST and gap > RESTING_DAYS:
        growth = replace(growth, early=0, changed=Reason.SHORT_AGAIN)
    if gap >= 28 or after_illness:
        shorter = SHORTEST_TARGET
    elif gap >= 14:
        shorter = max(SHORTEST_TARGET, math.ceil(growth.target / 2))
    elif gap >= 7:
        shorter = max(SHORTEST_TARGET, growth.target - 2)
    else:
        return replace(growth, run=0) if gap >= 4 else growth
    changed = Reason.AFTER_BREAK if shorter < growth.target else growth.changed
    return replace(growth, target=shorter, run=0, changed=changed)


def after_session(growth: Growth, day: date, course: Course, minutes: float, planned: int, cap: int) -> Growth:
    """The state after the day's session of so many minutes in steps.

    `planned` is P, the minutes planned; `cap` the longest session at the baby's age on that day.
    """
    growth = replace(growth, last_session=day)
    match course:
        case Course.OTHER:
            return growth
        case Course.UNSAID:
            return replace(growth, early=0, changed=Reason.SAME)
        case Course.UNSETTLED:
            return replace(growth, run=0, early=0, changed=Reason.SHORT_AGAIN)
        case Course.EARLY:
            return _after_early_end(growth, minutes, planned)
    return _after_calm(growth, day, minutes, cap)


def _after_calm(growth: Growth, day: date, minutes: float, cap: int) -> Growth:
    # A session that is shorter than the target by a minute or more says nothing about the target.
    run = growth.run + 1 if minutes > growth.target - 1 else growth.run
    growth = replace(growth, run=run, early=0)
    grows = run >= CALM_SESSIONS_TO_GROW and growth.target < cap and growth.last_increase != day
    if not grows:
        changed = Reason.ONE_MORE_CALM if run == 1 and growth.target < cap else Reason.SAME
        return replace(growth, changed=changed)
    return replace(growth, target=growth.target + 1, run=0, last_increase=day, changed=Reason.GROWN)


def _after_early_end(growth: Growth, minutes: float, planned: int) -> Growth:
    early = growth.early + 1
    if early >= EARLY_ENDS_TO_REST:
        return replace(growth, run=0, early=early, target=SHORTEST_TARGET, changed=Reason.RESTING)
    if minutes < LEAST_MINUTES_THAT_COUNT:
        return replace(growth, run=0, early=early, changed=Reason.SHORT_AGAIN)
    less = min(MOST_MINUTES_LESS, max(1, planned - math.ceil(minutes)))
    shorter = max(SHORTEST_TARGET, growth.target - less)
    changed = Reason.SHORTER if shorter < growth.target else Reason.SHORT_AGAIN
    return replace(growth, run=0, early=early, target=shorter, changed=changed)


def split_parts(target: int) -> tuple[int, int]:
    """Into how many parts a day's session may be split, and the minutes of each (3.5, early == 2)."""
    parts = min(3, max(2, math.ceil(target / 3)))
    return parts, math.ceil(target / parts)


def fold(sessions: Iterable[SessionRecord], moves_target: frozenset[str], age_on: Callable[[date], Age]) -> Growth:
    """The state after all sessions in the log: one a day moves the rule, the longest.

    `moves_target` are the ids of the routines whose sessions count.
    """
    growth = Growth()
    counted = (s for s in massages(sessions) if s.routine_id in moves_target)
    for day, of_day in groupby(counted, key=lambda s: s.day):
        session = max(of_day, key=lambda s: s.active_seconds)
        growth = before_session(growth, day)
        planned = min(session.target_minutes, math.ceil(session.planned_seconds / 60))
        cap = longest_minutes(age_on(day))
        growth = after_session(growth, day, course_of(session), session.minutes, planned, cap)
    return growth


def target_on(
    growth: Growth, day: date, cap: int, *, parent_limit: int | None = None, routine_cap: int | None = None
) -> Target:
    """Today's length: the state's target within the caps of age, parent and routine, with the reason."""
    now = before_session(growth, day)
    if growth.resting_on(day):
        return Target(SHORTEST_TARGET, Reason.RESTING, resting=True)
    limits = [(cap, Reason.AGE_CAP), (parent_limit, Reason.PARENT_LIMIT), (routine_cap, Reason.ROUTINE_CAP)]
    target = Target(now.target, now.changed)
    for minutes, reason in limits:
        if minutes is not None and minutes < target.minutes:
            target = Target(minutes, reason)
    return target
