"""The ten-day plan around another routine: its day, what was missed, when to ask the doctor (3.2, DUR-19, C-47).

A referral for a general massage is done at home; a therapeutic one is only noted, the specialist does it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from itertools import zip_longest

from babymassage_gui.core.checkin import ENDED, REFERRAL, TEN_DAYS
from babymassage_gui.core.history import Ending, SessionRecord, massages, more_than_an_attempt
from babymassage_gui.core.said import Said, newest

# Besides those of `checkin`: the other kind of referral, and the day on which the plan was begun.
THERAPEUTIC, BEGUN = "therapeutic", "begun"
DAYS = 10
# ESTIMATE: after so many missed days in a row the doctor is asked whether to start again.
ASK_AFTER_MISSED = 3


@dataclass(frozen=True, slots=True)
class TenDays:
    """A plan that was begun. `done` days of 10; a missed day is simply done on the next one.

    `missed_in_a_row` are the whole days before today without a massage; `ask_doctor` whether the doctor should say if
    the plan is to start again; `done_today` whether today's session was.
    """

    routine_id: str
    begun_on: date
    done: int
    missed_in_a_row: int
    over: bool
    ask_doctor: bool
    done_today: bool = False

    @property
    def day(self) -> int:
        """The number of today's session, 1 to 10, whether it was done or is to be done."""
        return min(DAYS, self.done if self.done_today else self.done + 1)

    @property
    def asks_today(self) -> bool:
        """Whether today's session of the plan is still to be done."""
        return not self.over and not self.done_today


@dataclass(frozen=True, slots=True)
class PastPlan:
    """One plan of the history: its routine, the days that were done, and when the parent ended it before its end."""

    routine_id: str
    begun_on: date
    days: tuple[date, ...]
    ended_on: date | None = None

    @property
    def whole(self) -> bool:
        """Whether all ten days were done."""
        return len(self.days) == DAYS


def plans_of(said: Iterable[Said], sessions: Iterable[SessionRecord], zone: tzinfo | None) -> tuple[PastPlan, ...]:
    """All plans that were ever begun, newest first, the running one among them. `zone` as for `ten_days`.

    A plan goes until it was ended or another was begun. One that was replaced on its first day, with nothing done, was
    a slip.
    """
    told = sorted((s for s in said if s.subject == TEN_DAYS and s.answer in (BEGUN, ENDED)), key=lambda s: (s.at, s.id))
    played = massages(sessions) if told else ()
    found: list[PastPlan] = []
    for one, after in zip_longest(told, told[1:]):
        if one.answer == ENDED:
            continue
        begun_on = one.at.astimezone(zone).date()
        until = None if after is None else after.at.astimezone(zone).date()
        last = date.max if until is None else until
        days = sorted({s.day for s in played if _counts(s, one.note) and begun_on <= s.day <= last})
        if days or until != begun_on:
            done = tuple(days[:DAYS])
            found.append(PastPlan(one.note, begun_on, done, None if len(done) == DAYS else until))
    return tuple(reversed(found))


def referral_of(said: Iterable[Said]) -> Said | None:
    """The newest referral, of whichever kind."""
    return newest(said, TEN_DAYS, REFERRAL, THERAPEUTIC)


def ten_days(
    said: Iterable[Said], sessions: Iterable[SessionRecord], today: date, zone: tzinfo | None
) -> TenDays | None:
    """Where the plan stands on a day of the family; None if none was begun, or it was ended or is the specialist's.

    `zone` is that of the family's clocks (None: the computer's), for the day on which the plan was begun. One massage
    of the routine counts for its day, however early it ended; not an attempt, and not one in which something was wrong.
    """
    told = tuple(said)
    last, referral = newest(told, TEN_DAYS, BEGUN, ENDED), referral_of(told)
    if last is None or last.answer == ENDED or referral is None or referral.answer == THERAPEUTIC:
        return None
    begun_on = last.at.astimezone(zone).date()
    days = sorted({s.day for s in massages(sessions) if _counts(s, last.note) and begun_on <= s.day <= today})[:DAYS]
    over = len(days) == DAYS
    before = days[-1] if days else begun_on - timedelta(days=1)
    missed = 0 if over else max(0, (today - before).days - 1)
    return TenDays(last.note, begun_on, len(days), missed, over, missed >= ASK_AFTER_MISSED, done_today=today in days)


def _counts(session: SessionRecord, routine_id: str) -> bool:
    """Whether a massage was a day of the plan, under its own name or under that of the routine in it."""
    fits = session.routine_id in (routine_id, TEN_DAYS)
    return fits and more_than_an_attempt(session) and session.ending is not Ending.SOMETHING_WRONG
