"""Thirty minutes as two sessions: the everyday massage, and later on the same day the moves (C-06, DUR-04, S-49).

Never as one. Both are 15 minutes at most, two hours lie between them, and the moves come only after a massage that was
played to its end with a calm baby, before the evening. The day's two sessions are one for the growth rule, like the
parts of a split day (3.5). Why so narrow: docs/decisions/010-the-safer-reading.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from babymassage_gui.core.age import Age
from babymassage_gui.core.choices import EACH_OF_TWO_MINUTES, LONGER_FROM, Choices
from babymassage_gui.core.course import FIRST_OF_TWO, SECOND_OF_TWO, Course, course_of
from babymassage_gui.core.day import SPACING, DaySoFar
from babymassage_gui.core.growth import Target

TWO_SESSIONS_MINUTES = 2 * EACH_OF_TWO_MINUTES
EACH = timedelta(minutes=EACH_OF_TWO_MINUTES)


@dataclass(frozen=True, slots=True)
class LongDay:
    """A day of two sessions: the `number` of the next one, and the minutes of both together."""

    number: int
    minutes: int = TWO_SESSIONS_MINUTES


def wished(age: Age, choices: Choices) -> bool:
    """Whether the parent has chosen it, and the baby is 4 months old."""
    return choices.two_sessions and age.reached(LONGER_FROM)


def long_enough(target: Target) -> bool:
    """Whether the length has grown to the full 15 minutes, by the rule and within the parent's limit, and is whole."""
    return target.minutes >= EACH_OF_TWO_MINUTES and target.parts == 1 and not target.resting


def moves_may_follow(so_far: DaySoFar) -> bool:
    """Whether the day has held the massage and nothing else that counts: 15 minutes were aimed at, and it was calm."""
    if len(so_far.full) != 1 or so_far.something_wrong:
        return False
    first = so_far.full[0]
    aimed = first.routine_id == FIRST_OF_TWO and first.target_minutes >= EACH_OF_TWO_MINUTES
    return aimed and course_of(first) is Course.CALM


def time_left(begin: datetime, now: datetime, evening_hour: int) -> bool:
    """Whether the moves may begin at a moment: on this day and before the evening. Both are aware."""
    there = begin.astimezone(now.tzinfo)
    return there.date() == now.date() and there.hour < evening_hour


def long_day(so_far: DaySoFar, routine_id: str, now: datetime, evening_hour: int) -> LongDay | None:
    """Which of the two sessions the next one is, on a day that may hold both; None where there is no time for both."""
    if routine_id == SECOND_OF_TWO and moves_may_follow(so_far):
        return LongDay(2) if time_left(max(so_far.opens_at or now, now), now, evening_hour) else None
    if routine_id != FIRST_OF_TWO or so_far.full or so_far.something_wrong:
        return None
    begin = max(so_far.opens_at or now, now)
    return LongDay(1) if time_left(begin + EACH + SPACING, now, evening_hour) else None


def is_second(routine_id: str) -> bool:
    """Whether it is the routine of the second session."""
    return routine_id == SECOND_OF_TWO
