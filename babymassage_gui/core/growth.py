"""How long the next session may be: from 3 minutes toward 15, a minute after two calm ones (content-spec 3.5).

The state is never stored: it is folded by `growth_rule` from the log and from what parents said each time, so that a
corrected session corrects everything after it, and a word taken back was never said.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from babymassage_gui.core.age import Age
from babymassage_gui.core.course import counted, course_of_day
from babymassage_gui.core.growth_rule import (
    SHORTEST_TARGET,
    Growth,
    Reason,
    after_session,
    before_session,
    hear,
    longest_minutes,
    split_parts,
)
from babymassage_gui.core.history import SessionRecord, massages, more_than_an_attempt
from babymassage_gui.core.said import Said

__all__ = [
    "SHORTEST_TARGET",
    "Growth",
    "Reason",
    "Target",
    "fold",
    "longest_minutes",
    "morning_of",
    "split_parts",
    "target_on",
]

# No part of a session is shorter: even the start and the cuddle take two minutes (C-07).
SHORTEST_PART = 2

AgeOn = Callable[[date], Age]
CapOn = Callable[[date], int]


@dataclass(frozen=True, slots=True)
class Target:
    """Today's length in minutes with its reason; `resting` days play hands resting only.

    On a split day the `minutes` are those of the whole day, played in so many `parts`.
    """

    minutes: int
    reason: Reason
    resting: bool = False
    parts: int = 1

    @property
    def part_minutes(self) -> int:
        """The length of each part, that of the session if there is but one."""
        return math.ceil(self.minutes / self.parts)


def fold(
    sessions: Iterable[SessionRecord],
    moves_target: frozenset[str],
    age_on: AgeOn,
    said: Iterable[Said] = (),
    *,
    cap_on: CapOn | None = None,
) -> Growth:
    """The state after all sessions in the log and everything said: one session a day moves the rule, the longest.

    `moves_target` are the ids of the routines whose sessions count. All of them on a split day are its parts. What was
    said holds from the first session on that began after it. `cap_on` gives the longest session of a day where the
    parent allows more than the age does by itself (C-06).
    """
    growth, unheard = Growth(), sorted(said, key=lambda one: (one.at, one.id), reverse=True)
    for day, grouped in groupby(_moving(sessions, moves_target), key=lambda session: session.day):
        of_day = tuple(grouped)
        begun = counted(of_day)[0].started_at
        while unheard and unheard[-1].at <= begun:
            growth = hear(growth, unheard.pop())
        growth = before_session(growth, day)
        cap = longest_minutes(age_on(day)) if cap_on is None else cap_on(day)
        growth = after_session(growth, day, course_of_day(of_day, split=growth.parts > 1), cap)
    for one in reversed(unheard):
        growth = hear(growth, one)
    return growth


def morning_of(
    day: date,
    sessions: Iterable[SessionRecord],
    moves_target: frozenset[str],
    age_on: AgeOn,
    said: Iterable[Said] = (),
    *,
    cap_on: CapOn | None = None,
    began: datetime | None = None,
) -> Growth:
    """The state with which a day's first session began, or will begin (see `day.state_of_day`).

    `began` is when it was, where more is known than the ended sessions tell: a discarded one touched the skin too.
    """
    moving = _moving(sessions, moves_target)
    first = began or _first_start(session for session in moving if session.day == day)
    heard = (one for one in said if first is None or one.at <= first)
    return fold((s for s in moving if s.day < day), moves_target, age_on, heard, cap_on=cap_on)


def _moving(sessions: Iterable[SessionRecord], moves_target: frozenset[str]) -> Sequence[SessionRecord]:
    return [session for session in massages(sessions) if session.routine_id in moves_target]


def _first_start(of_day: Iterable[SessionRecord]) -> datetime | None:
    """When the first session of a day began; an attempt does not settle yet how the day is played."""
    return next((session.started_at for session in of_day if more_than_an_attempt(session)), None)


def target_on(
    growth: Growth, day: date, cap: int, *, parent_limit: int | None = None, routine_cap: int | None = None
) -> Target:
    """Today's length: the state's target within the caps of age, parent and routine, with the reason."""
    now = before_session(growth, day)
    if growth.resting_on(day):
        return Target(SHORTEST_TARGET, Reason.RESTING, resting=True)
    minutes, reason = now.target, now.changed
    limits = [(cap, Reason.AGE_CAP), (parent_limit, Reason.PARENT_LIMIT), (routine_cap, Reason.ROUTINE_CAP)]
    for limit, why in limits:
        if limit is not None and limit < minutes:
            minutes, reason = limit, why
    # Where a limit leaves little, fewer parts are enough.
    return Target(minutes, reason, parts=min(now.parts, math.ceil(minutes / SHORTEST_PART)))
