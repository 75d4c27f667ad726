"""May this routine be played for this baby today? Age, doctor, navel and spacing (content-spec 3.6, N and W).

The questions of the day itself (T, P and the feed) are not asked here yet; the parent is reminded of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.catalogue import Gate, Routine
from babymassage_gui.core.history import Ending, Kind, SessionRecord
from babymassage_gui.core.profile import Baby

FIRST_DAY = AgeLimit(days=20)
GUIDED_FROM = AgeLimit(days=46)
GUIDED_BEFORE = AgeLimit(months=12)
# Sessions are at least two hours apart, an attempt under a minute not counted (W-06).
SPACING = timedelta(hours=2)
ATTEMPT_SECONDS = 60
# Gates that need an answer nobody has been asked for yet keep a routine closed (content-spec 3.2, Gate).
UNASKED_GATES = frozenset({Gate.NOT_CRYING, Gate.NO_HERNIA, Gate.SHOWN, Gate.PRESCRIBED, Gate.REFERRAL})


class Barrier(StrEnum):
    """What stands between a baby and a routine; each has a kind sentence in the front ends."""

    TOO_YOUNG = "too-young"
    EARLY_START = "early-start"
    TOO_OLD = "too-old"
    NOT_YET = "not-yet"
    NO_LONGER = "no-longer"
    DOCTOR = "doctor"
    DOCTOR_AGAIN = "doctor-again"
    NAVEL = "navel"
    TOO_SOON = "too-soon"
    DONE_TODAY = "done-today"
    UNFINISHED = "unfinished"
    NOT_OFFERED = "not-offered"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A barrier, with the day or the moment on which it opens by itself."""

    barrier: Barrier
    opens_on: date | None = None
    opens_at: datetime | None = None


def age_refusal(routine: Routine, age: Age, *, early_start: bool = False) -> Refusal | None:
    """Whether the age forbids a routine: nothing before 20 days, nothing guided from 12 months (C-01, N-02)."""
    if not routine.with_baby:
        return None
    if UNASKED_GATES & set(routine.gates) or routine.opens is None:
        return Refusal(Barrier.NOT_OFFERED)
    if age.reached(GUIDED_BEFORE):
        return Refusal(Barrier.TOO_OLD)
    if routine.closes is not None and age.reached(routine.closes):
        return Refusal(Barrier.NO_LONGER)
    opens = routine.opens_early if early_start and routine.opens_early else routine.opens
    if age.reached(opens):
        return None
    if not age.reached(FIRST_DAY):
        return Refusal(Barrier.TOO_YOUNG, opens.day(age.born))
    if not early_start and routine.opens_early is not None:
        return Refusal(Barrier.EARLY_START, opens.day(age.born))
    return Refusal(Barrier.NOT_YET, opens.day(age.born))


def refusal(routine: Routine, baby: Baby, now: datetime, sessions: Iterable[SessionRecord]) -> Refusal | None:
    """The first thing that forbids a routine now, or None. Age first, then the doctor, the navel, the hour.

    `now` is the family's wall clock, aware.
    """
    today = now.date()
    by_age = age_refusal(routine, baby.age(today), early_start=baby.early_start)
    if by_age is not None or not routine.with_baby:
        return by_age
    if not baby.doctor_agrees(today):
        return Refusal(Barrier.DOCTOR if baby.doctor_yes_on is None else Barrier.DOCTOR_AGAIN)
    if not baby.navel_healed:
        return Refusal(Barrier.NAVEL)
    return _spacing_refusal(now, sessions)


def _spacing_refusal(now: datetime, sessions: Iterable[SessionRecord]) -> Refusal | None:
    """One massage a day, two hours after anything that was more than an attempt."""
    kinds = (Kind.MASSAGE, Kind.RESTING)
    counted = [s for s in sessions if s.kind in kinds and _counts(s)]
    if any(s.day == now.date() for s in counted):
        return Refusal(Barrier.DONE_TODAY, opens_on=now.date() + timedelta(days=1))
    ends = [s.ended_at or s.last_seen_at or s.started_at for s in counted]
    opens = max(ends, default=None)
    if opens is not None and now < opens + SPACING:
        return Refusal(Barrier.TOO_SOON, opens_at=(opens + SPACING).astimezone(now.tzinfo))
    return None


def _counts(session: SessionRecord) -> bool:
    """An attempt of under a minute does not count, unless something was wrong: then it is enough for the day (3.7)."""
    return session.active_seconds >= ATTEMPT_SECONDS or session.ending is Ending.SOMETHING_WRONG
