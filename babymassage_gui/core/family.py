"""Everything that is known when a day is looked at, and what follows from it for the check-in and for the length."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

from babymassage_gui.core.catalogue import Catalogue, Routine
from babymassage_gui.core.checkin import prescription_of, shown
from babymassage_gui.core.choices import LONGEST_MINUTES, session_cap
from babymassage_gui.core.closed import closed_steps
from babymassage_gui.core.course import FIRST_OF_TWO
from babymassage_gui.core.day import DaySoFar, Part, day_so_far, full_sessions, part_left, state_of_day
from babymassage_gui.core.growth import Growth, Target, fold, morning_of, target_on
from babymassage_gui.core.history import Ending, SessionRecord, begun, last_played
from babymassage_gui.core.long_day import is_second, long_enough, moves_may_follow, wished
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.standing import Known, Standing, standing
from babymassage_gui.core.ten_days import ten_days
from babymassage_gui.core.wish import Wish

# What is said when the parent changes the longest session; the minutes are the note.
LONGEST = ("target", "longest")
# After a baby spat up the next session lies longer after the feed (3.7); the minutes are an estimate.
AFTER_SPITTING_UP_MINUTES = 60
# Older sessions are neither of this day, wherever its clocks were, nor within two hours.
RECENT = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Family:
    """One baby's family. `discarded` sessions still touched the skin: they count for spacing.

    `once` is the id of a routine that the parent chose for the next session only, empty for none.
    """

    baby: Baby
    sessions: tuple[SessionRecord, ...]
    settings: Settings
    discarded: tuple[SessionRecord, ...] = ()
    said: tuple[Said, ...] = ()
    once: str = ""


@dataclass(frozen=True, slots=True)
class DayLength:
    """How long sessions may be on a day: the rule's `state`, what the day has held, and the targets by routine.

    `two_sessions`: the day may hold the massage and later the moves (C-06).
    """

    state: Growth
    so_far: DaySoFar
    targets: Mapping[str, Target]
    two_sessions: bool = False

    def part(self, routine: Routine) -> Part | None:
        """What is left of the day's full session; None if nothing, or for a routine that is none."""
        if self.is_second(routine):
            return Part(2, 2, self.targets[routine.id].minutes)
        return part_left(self.targets[routine.id], self.so_far) if routine.moves_target else None

    def full_sessions(self, routine: Routine, without: str = "") -> int:
        """How many full sessions or parts the day holds; `without` is one that is to be gone on with, not yet one."""
        if self.is_second(routine, without):
            return 2
        return full_sessions(self.targets[routine.id], self._without(without))

    def is_second(self, routine: Routine, without: str = "") -> bool:
        """Whether the routine would be the second session of a day that may hold two."""
        return self.two_sessions and is_second(routine.id) and moves_may_follow(self._without(without))

    def _without(self, session_id: str) -> DaySoFar:
        return replace(self.so_far, full=tuple(one for one in self.so_far.full if one.id != session_id))

    def minutes(self, routine: Routine) -> int:
        """The length of the next session, or of its part."""
        part = self.part(routine)
        return self.targets[routine.id].minutes if part is None else part.minutes


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the check-in knows of a family at one moment, what stands of it, and the sessions that count for spacing."""

    known: Known
    stands: tuple[Standing, ...]
    recent: tuple[SessionRecord, ...]


def known_of(family: Family) -> Known:
    """What the check-in weighs: the baby, what was said, the waits; longer after the feed once the baby spat up."""
    day = family.settings.day
    past = begun(family.sessions)
    if past and past[-1].ending is Ending.SPAT_UP:
        day = replace(day, after_feed_minutes=max(day.after_feed_minutes, AFTER_SPITTING_UP_MINUTES))
    return Known(family.baby, family.said, day)


def weigh(catalogue: Catalogue, family: Family, now: datetime) -> Weighed:
    """What the check-in knows and what stands of it now."""
    known = known_of(family)
    touched = (*family.sessions, *family.discarded)
    recent = tuple(session for session in touched if session.started_at > now - RECENT)
    return Weighed(known, standing(catalogue.checks, known, now), recent)


def length_of(catalogue: Catalogue, family: Family, day: date) -> DayLength:
    """The growth rule's word on a day, after everything in the log and everything said."""
    moves_target = _moves_target(catalogue)

    longest = _longest_by_day(family)

    def cap_on(any_day: date) -> int:
        return session_cap(family.baby.age(any_day), replace(family.settings.choices, longest_minutes=longest(any_day)))

    age_on = family.baby.age
    so_far = day_so_far((*family.sessions, *family.discarded), day, moves_target)
    morning = morning_of(day, family.sessions, moves_target, age_on, family.said, cap_on=cap_on, began=so_far.began)
    after = fold(family.sessions, moves_target, age_on, family.said, cap_on=cap_on)
    state = state_of_day(morning, after, so_far)
    limit = family.settings.parent_limit
    targets = {
        routine.id: target_on(state, day, cap_on(day), parent_limit=limit, routine_cap=routine.cap_minutes)
        for routine in catalogue.routines.values()
    }
    massage = targets.get(FIRST_OF_TWO)
    two = massage is not None and wished(age_on(day), family.settings.choices) and long_enough(massage)
    return DayLength(state, so_far, targets, two and not _in_ten_days(family, day))


def _in_ten_days(family: Family, day: date) -> bool:
    """Whether a ten-day plan asks for its own massage on that day or has had it: then the day holds no other."""
    plan = ten_days(family.said, family.sessions, day, UTC)
    return plan is not None and (plan.asks_today or plan.done_today)


def _longest_by_day(family: Family) -> Callable[[date], int]:
    """The longest session that the parent allowed, by day (C-06): a day of the past keeps what was allowed on it.

    Never more than the settings allow now.
    """
    offset = timezone(timedelta(minutes=family.sessions[-1].utc_offset_minutes if family.sessions else 0))
    allowed = [
        (one.at.astimezone(offset).date(), int(one.note))
        for one in family.said
        if (one.subject, one.answer) == LONGEST and one.note.isdecimal()
    ]
    now = family.settings.choices.longest_minutes

    def on(day: date) -> int:
        known = [minutes for since, minutes in allowed if since <= day]
        return min(now, max(LONGEST_MINUTES.start, known[-1])) if known else LONGEST_MINUTES.start

    return on


def wish_for(
    catalogue: Catalogue,
    family: Family,
    routine: Routine,
    minutes: int,
    now: datetime,
    weighed: Weighed | None = None,
) -> Wish:
    """What a plan of a routine is made for now: what is closed today, what was shown, what the parent chose."""
    weighed = weighed or weigh(catalogue, family, now)
    so_far = day_so_far(family.sessions, now.date(), _moves_target(catalogue))
    return Wish(
        routine,
        family.baby.age(now.date()),
        minutes,
        last_played=last_played(family.sessions, routine.id),
        closed=closed_steps(catalogue.steps.values(), catalogue.checks, weighed.known, now, weighed.stands),
        shown=shown(catalogue.steps, family.said),
        prescription=prescription_of(family.said),
        choices=family.settings.choices,
        earlier_part=so_far.played if routine.moves_target else frozenset(),
    )


def _moves_target(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(routine.id for routine in catalogue.routines.values() if routine.moves_target)
