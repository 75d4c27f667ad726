"""May this routine be played now? Age, the standing questions, gates, hour and spacing (content-spec 3.2, 3.6).

What is asked on the page before each session is weighed in `judgement`; what was answered there and still stands is
weighed here too, so that no way round that page exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.catalogue import Catalogue, Gate, Routine, Side
from babymassage_gui.core.checks import QUESTIONS, Group, Verdict
from babymassage_gui.core.day import SPACING, last_end
from babymassage_gui.core.history import Ending, Kind, SessionRecord, more_than_an_attempt
from babymassage_gui.core.said import Said, by_subject, newest
from babymassage_gui.core.standing import (
    FIRST_DAY,
    GUIDED_BEFORE,
    Known,
    Standing,
    standing,
)
from babymassage_gui.core.wish import LOIN_GLIDE, PRESCRIBED_STROKES, RUBBING, Prescription

__all__ = [
    "FIRST_DAY", "GUIDED_BEFORE", "GUIDED_FROM", "Barrier", "Past", "Refusal", "age_refusal", "gate_refusal",
    "prescription_note", "prescription_of", "read_prescription", "refusal", "rounds_a_day", "shown",
]  # fmt: skip

GUIDED_FROM = AgeLimit(days=46)
TUMMY_EASE, TEAR_DUCT, EYE_STEP, TEN_DAYS = "tummy-ease", "tear-duct", "eye-duct", "ten-days"
# What is said about a step or a routine that needs more than an age.
SHOWN, NOT_SHOWN, PRESCRIBED, ENDED = "shown", "not-shown", "prescribed", "ended"
REFERRAL, THERAPEUTIC = "general-massage", "therapeutic"
_NUMBERS = re.compile(r"([0-9]{1,2}) strokes, (left|right|left right), ([0-9]{1,2}) a day")
# More rounds than these do not fit a day, two hours apart.
PRESCRIBED_TIMES = range(1, 13)


class Barrier(StrEnum):
    """What stands between a baby and a routine; each has a kind sentence in the front ends."""

    TOO_YOUNG = "too-young"
    EARLY_START = "early-start"
    TOO_OLD = "too-old"
    NOT_YET = "not-yet"
    NO_LONGER = "no-longer"
    CONTENT = "content"
    DOCTOR = "doctor"
    DOCTOR_AGAIN = "doctor-again"
    NAVEL = "navel"
    ANSWER = "answer"
    BULGE = "bulge"
    SHOW_FIRST = "show-first"
    PRESCRIBE_FIRST = "prescribe-first"
    REFER_FIRST = "refer-first"
    EVENING = "evening"
    TOO_SOON = "too-soon"
    DONE_TODAY = "done-today"
    UNFINISHED = "unfinished"
    NOT_OFFERED = "not-offered"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A barrier, with the day or the moment on which it opens by itself, and the answer that it rests on."""

    barrier: Barrier
    opens_on: date | None = None
    opens_at: datetime | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """The sessions that count for spacing, discarded ones too, and how many full sessions the day may hold.

    `full_sessions` is more than one only on a day that is split (3.5).
    """

    sessions: tuple[SessionRecord, ...] = ()
    full_sessions: int = 1


def age_refusal(routine: Routine, age: Age, *, early_start: bool = False) -> Refusal | None:
    """Whether the age forbids a routine: nothing before 20 days, nothing guided from 12 months (C-01, N-02)."""
    if not routine.with_baby:
        return None
    if age.reached(GUIDED_BEFORE):
        return Refusal(Barrier.TOO_OLD)
    if routine.closes is not None and age.reached(routine.closes):
        return Refusal(Barrier.NO_LONGER)
    opens = routine.opens_early if early_start and routine.opens_early else routine.opens or FIRST_DAY
    if age.reached(opens):
        return None
    if not age.reached(FIRST_DAY):
        return Refusal(Barrier.TOO_YOUNG, opens.day(age.born))
    if not early_start and routine.opens_early is not None:
        return Refusal(Barrier.EARLY_START, opens.day(age.born))
    return Refusal(Barrier.NOT_YET, opens.day(age.born))


def refusal(
    catalogue: Catalogue,
    routine: Routine,
    known: Known,
    now: datetime,
    past: Past,
    stands: Sequence[Standing] | None = None,
) -> Refusal | None:
    """The first thing that forbids a routine now, or None: alarms, age, doctor, gates, the day, the hour, the answers.

    `now` is the family's wall clock, aware; `stands` spares weighing the answers again. The doll is never refused.
    """
    if not routine.with_baby:
        return None
    stands = standing(catalogue.checks, known, now) if stands is None else stands
    alarm = next((s for s in stands if s.verdict is Verdict.URGENT), None)
    if alarm is not None:
        return _by_answer(alarm)
    return (
        age_refusal(routine, known.baby.age(now.date()), early_start=known.baby.early_start)
        or _content_refusal(catalogue)
        or _profile_refusal(known, now)
        or _by_group(stands, Group.NEVER)
        or gate_refusal(routine, known)
        or _spacing_refusal(catalogue, routine, known, now, past)
        or _evening_refusal(routine, known, now)
        or _by_group(stands, Group.TODAY)
        or _by_group(stands, Group.WAIT)
    )


def _content_refusal(catalogue: Catalogue) -> Refusal | None:
    return None if set(catalogue.checks) >= QUESTIONS else Refusal(Barrier.CONTENT)


def _profile_refusal(known: Known, now: datetime) -> Refusal | None:
    """The doctor's yes and the navel, from the profile itself: no edit of the content can open them."""
    if not known.baby.doctor_agrees(now.date()):
        return Refusal(Barrier.DOCTOR if known.baby.doctor_yes_on is None else Barrier.DOCTOR_AGAIN)
    return None if known.baby.navel_healed else Refusal(Barrier.NAVEL)


def _by_group(stands: Iterable[Standing], group: Group) -> Refusal | None:
    """The strongest answer of a group that forbids."""
    for one in stands:
        if one.check.group is group and one.forbids:
            return _by_answer(one)
    return None


def _by_answer(one: Standing) -> Refusal:
    return Refusal(Barrier.ANSWER, opens_at=one.until, standing=one)


def gate_refusal(routine: Routine, known: Known) -> Refusal | None:
    """What a routine needs besides age and doctor: no bulge, shown in person, prescribed, referred (3.2, Gate)."""
    needs = {
        Gate.NO_HERNIA: (Barrier.BULGE, _no_bulge),
        Gate.SHOWN: (Barrier.SHOW_FIRST, lambda known: bool(shown(routine.steps, known.said) - {RUBBING, LOIN_GLIDE})),
        Gate.PRESCRIBED: (Barrier.PRESCRIBE_FIRST, lambda known: _prescribed(known.said) is not None),
        Gate.REFERRAL: (Barrier.REFER_FIRST, lambda known: _referred(known.said)),
    }
    for gate in routine.gates:
        if gate in needs and not needs[gate][1](known):
            return Refusal(needs[gate][0])
    return None


def _referred(said: Iterable[Said]) -> bool:
    """Whether the newest referral is one for a general massage; a therapeutic one is the specialist's (C-47)."""
    last = newest(said, TEN_DAYS, REFERRAL, THERAPEUTIC)
    return last is not None and last.answer == REFERRAL


def _no_bulge(known: Known) -> bool:
    last = newest(known.said, "N-08")
    return last is None or last.answer == "no"


def shown(steps: Iterable[str], said: Iterable[Said]) -> frozenset[str]:
    """What somebody has shown in person, of which nobody said otherwise since (SUP-11): steps, rubbing, the loin."""
    asked = {*steps, RUBBING, LOIN_GLIDE}
    told = by_subject(one for one in said if one.answer in (SHOWN, NOT_SHOWN) and one.subject in asked)
    return frozenset(subject for subject, of_subject in told.items() if of_subject[-1].answer == SHOWN)


def prescription_of(said: Iterable[Said]) -> Prescription | None:
    """The doctor's numbers for the tear duct, if it was also shown and is not over (C-27)."""
    told = tuple(said)
    return _prescribed(told) if EYE_STEP in shown((EYE_STEP,), told) else None


def _prescribed(said: Iterable[Said]) -> Prescription | None:
    """The doctor's numbers, whether or not it was shown; None once it is over."""
    last = newest(said, EYE_STEP, PRESCRIBED, ENDED)
    return None if last is None or last.answer == ENDED else read_prescription(last.note)


def prescription_note(numbers: Prescription) -> str:
    """The doctor's numbers as they are kept."""
    return f"{numbers.strokes} strokes, {' '.join(numbers.eyes)}, {numbers.times_a_day} a day"


def read_prescription(note: str) -> Prescription | None:
    """The numbers of a note; None where they cannot be read or cannot be."""
    found = _NUMBERS.fullmatch(note)
    if found is None or int(found[1]) not in PRESCRIBED_STROKES or int(found[3]) not in PRESCRIBED_TIMES:
        return None
    return Prescription(int(found[1]), tuple(Side(eye) for eye in found[2].split()), int(found[3]))


def rounds_a_day(routine: Routine, known: Known, past: Past) -> int:
    """How many sessions of its kind a day may hold (DUR-13; the tear duct as prescribed)."""
    if routine.id == TUMMY_EASE:
        return known.day.tummy_rounds
    if routine.id == TEAR_DUCT:
        prescription = prescription_of(known.said)
        return 0 if prescription is None else prescription.times_a_day
    return past.full_sessions if routine.moves_target else 1


def _spacing_refusal(catalogue: Catalogue, routine: Routine, known: Known, now: datetime, past: Past) -> Refusal | None:
    """So many a day of each kind, two hours after anything that was more than an attempt."""
    kinds = (Kind.MASSAGE, Kind.RESTING)
    counted = [s for s in past.sessions if s.kind in kinds and more_than_an_attempt(s)]
    alike = [s for s in counted if s.day == now.date() and _alike(catalogue, routine, s)]
    wrong = any(s.day == now.date() and s.ending is Ending.SOMETHING_WRONG for s in counted)
    if wrong or len(alike) >= rounds_a_day(routine, known, past):
        return Refusal(Barrier.DONE_TODAY, opens_on=now.date() + timedelta(days=1))
    opens = last_end(counted, now.date())
    if opens is not None and now < opens + SPACING:
        return Refusal(Barrier.TOO_SOON, opens_at=(opens + SPACING).astimezone(now.tzinfo))
    return None


def _alike(catalogue: Catalogue, routine: Routine, session: SessionRecord) -> bool:
    """Whether a session of the day stands in the way of another: any full one of a full one, else its own kind."""
    other = catalogue.routines.get(session.routine_id)
    if routine.moves_target:
        return other is None or other.moves_target
    return session.routine_id == routine.id


def _evening_refusal(routine: Routine, known: Known, now: datetime) -> Refusal | None:
    """Nothing that stirs in the evening (C-04, W-07)."""
    if not routine.stirring or now.hour < known.day.evening_start_hour:
        return None
    return Refusal(Barrier.EVENING, opens_on=now.date() + timedelta(days=1))
