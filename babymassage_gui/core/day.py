"""What a day has held and what it still holds: one full session or its parts, and rounds (content-spec 3.5, 3.6).

DUR-13, DUR-21, STO-03, W-06. Where sessions that were discarded are given too, they count: the skin was touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from babymassage_gui.core.course import Course, course_of
from babymassage_gui.core.growth import Growth, Target
from babymassage_gui.core.history import Ending, Kind, SessionRecord, more_than_an_attempt

SPACING = timedelta(hours=2)
TUMMY_EASE = "tummy-ease"
MOST_TUMMY_ROUNDS = 4
# A quiet day's hands resting stand in the place of a full session.
_WITH_THE_BABY = (Kind.MASSAGE, Kind.RESTING)


@dataclass(frozen=True, slots=True)
class DaySoFar:
    """The sessions of a day, oldest first, attempts of under a minute left out.

    `full` are the day's full session or its parts so far; `others` those that do not move the target. A session that is
    running or was cut off is among them. `last_end` (UTC) is when the newest session of any day ended.
    """

    day: date
    full: tuple[SessionRecord, ...] = ()
    others: tuple[SessionRecord, ...] = ()
    last_end: datetime | None = None

    def rounds(self, routine_id: str) -> int:
        """How many sessions of a routine that does not move the target."""
        return sum(session.routine_id == routine_id for session in self.others)

    @property
    def began(self) -> datetime | None:
        """When the day's full session or its first part began (UTC)."""
        return self.full[0].started_at if self.full else None

    @property
    def played(self) -> frozenset[str]:
        """The steps that the day's full session or its parts have played to their end (`Wish.earlier_part`)."""
        return frozenset(step_id for session in self.full for step_id in session.done_steps)

    @property
    def tummy_rounds(self) -> int:
        """How many `tummy-ease` rounds."""
        return self.rounds(TUMMY_EASE)

    @property
    def something_wrong(self) -> bool:
        """Whether a session ended with "something is wrong": then the day is over."""
        return any(session.ending is Ending.SOMETHING_WRONG for session in (*self.full, *self.others))

    @property
    def opens_at(self) -> datetime | None:
        """When the next session of any kind may begin (UTC), two hours after the last; None if there was none."""
        return None if self.last_end is None else self.last_end + SPACING


@dataclass(frozen=True, slots=True)
class Part:
    """The next session of the day: part `number` of `parts`, so many minutes."""

    number: int
    parts: int
    minutes: int


def day_so_far(sessions: Iterable[SessionRecord], day: date, moves_target: frozenset[str]) -> DaySoFar:
    """What a day has held; `moves_target` are the ids of the routines that are full sessions."""
    touched = sorted((s for s in sessions if s.kind in _WITH_THE_BABY and more_than_an_attempt(s)), key=_started)
    # The day in UTC is looked at first: it is cheap, and no clocks are more than a day away from it.
    near = (session for session in touched if abs((session.started_at.date() - day).days) <= 1)
    today = [session for session in near if session.day == day]
    return DaySoFar(
        day,
        tuple(s for s in today if s.kind is Kind.RESTING or s.routine_id in moves_target),
        tuple(s for s in today if s.kind is Kind.MASSAGE and s.routine_id not in moves_target),
        last_end(touched, day),
    )


def last_end(touched: Iterable[SessionRecord], day: date) -> datetime | None:
    """When the newest of some sessions ended (UTC), None if there was none.

    What ended more than a day ahead was dated by a clock that was wrong, and would close every day until then; so it is
    passed over (docs/decisions/010-the-safer-reading.md).
    """
    ends = (s.ended_at or s.last_seen_at or s.started_at for s in touched)
    return max((end for end in ends if (end.date() - day).days <= 1), default=None)


def part_left(target: Target, so_far: DaySoFar) -> Part | None:
    """What is left of the day's full session, None if nothing: all parts are played, or one was ended early.

    `target` is that of the state that `state_of_day` names.
    """
    if len(so_far.full) >= target.parts or _closed(so_far):
        return None
    return Part(len(so_far.full) + 1, target.parts, target.part_minutes)


def full_sessions(target: Target, so_far: DaySoFar) -> int:
    """How many full sessions or parts the day holds, those included that were played."""
    return max(1, len(so_far.full)) if part_left(target, so_far) is None else target.parts


def tummy_round_left(so_far: DaySoFar, most: int = MOST_TUMMY_ROUNDS) -> bool:
    """Whether the day holds another `tummy-ease` round, `opens_at` aside."""
    return so_far.tummy_rounds < most and not so_far.something_wrong


def state_of_day(morning: Growth, after: Growth, so_far: DaySoFar) -> Growth:
    """The state that the rest of a day goes by: a split that was asked for since its first session waits for the next.

    `morning` is from `growth.morning_of`, `after` from `growth.fold`.
    """
    return replace(after, parts=min(after.parts, morning.parts)) if so_far.full else after


def _closed(so_far: DaySoFar) -> bool:
    """A part that the baby ended early is enough for the day (docs/decisions/010-the-safer-reading.md)."""
    return so_far.something_wrong or any(
        session.ending is not None and course_of(session) is Course.EARLY for session in so_far.full
    )


def _started(session: SessionRecord) -> datetime:
    return session.started_at
