"""What still stands of everything that was said: each answer has its time, and some are taken back by others.

In the group "never without the doctor" the newest answer to a question holds. In the others each answer stands for its
time, so that a fever is not undone by a later "36.8", only by the parent who takes a wrong press back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from babymassage_gui.core.age import born_early
from babymassage_gui.core.catalogue import Step
from babymassage_gui.core.checks import Answer, Check, Group, Verdict
from babymassage_gui.core.choices import Day
from babymassage_gui.core.plan import Omission
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said, by_subject, newest

DOCTOR, AGE, NAVEL, EARLY = "N-01", "N-02", "N-03", "N-04"
# Answered by the dates and the two answers of the welcome, never by a row of the list.
OF_PROFILE = (DOCTOR, AGE, NAVEL)
FEED, HUNGRY, VACCINE, SKIN = "W-01", "W-02", "T-05", "T-04"
YES, NO, HARMLESS, GONE, NOT_SORE = "yes", "no", "harmless", "gone", "not-sore"
# What is said once the baby is well again: whether a doctor was needed (N-01, "after any doctor's visit for illness").
ILLNESS, DOCTOR_VISIT = "illness", "doctor-visit"
_FEVERS = ("warm", "fever", "high-fever", "medicine")
ILL = frozenset({*(("T-01", fever) for fever in _FEVERS), ("T-02", YES), ("T-03", YES)})
# An alarm stands for the day, and never for less than this (EST).
ALARM_HOURS = 6
OMISSIONS: Mapping[str, Omission] = {
    "N-08": Omission.HERNIA,
    "N-10": Omission.BONES,
    "T-04": Omission.SORE_SKIN,
    "T-05": Omission.VACCINE,
    "T-07": Omission.GUMS,
}
# Where a vaccine goes in, and what a hand would cross there (EXT-03): the whole limb, for a site is not a point.
SITES: Mapping[str, tuple[str, ...]] = {
    "leg": ("legs", "gym", "tummy-legs-up", "close-strokes"),
    "arm": ("arms", "collar", "gym", "close-strokes"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A baby, everything said about it, and the waits that the parent has set."""

    baby: Baby
    said: tuple[Said, ...] = ()
    day: Day = field(default_factory=Day)


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer that stands, with its verdict at the baby's age, and to when; None: until it is answered anew.

    `said` is None where the answer follows from the profile.
    """

    check: Check
    answer: Answer
    verdict: Verdict
    until: datetime | None = None
    said: Said | None = None


def standing(checks: Mapping[str, Check], known: Known, now: datetime) -> tuple[Standing, ...]:
    """Everything that stands now, the strongest verdict first, then in the order of the questions.

    `now` is the family's wall clock, aware. Answers of GO stand too, for what they close.
    """
    said = by_subject(s for s in known.said if s.at <= now)
    found = [*_of_profile(checks, known, said, now)]
    for check in checks.values():
        if check.id not in OF_PROFILE:
            found += _of_check(check, said.get(check.id, ()), known, said, now)
    return tuple(sorted(_vaccine_eased(found, known, now), key=lambda s: s.verdict.rank))


def _of_profile(
    checks: Mapping[str, Check], known: Known, said: Mapping[str, tuple[Said, ...]], now: datetime
) -> Iterator[Standing]:
    """What follows from the dates and the two answers of the welcome: doctor, navel, an early birth."""
    age = known.baby.age(now.date())
    if DOCTOR in checks:
        doctor = checks[DOCTOR].answer(YES if known.baby.doctor_agrees(now.date()) else NO)
        if doctor is not None:
            yield Standing(checks[DOCTOR], doctor, doctor.verdict_at(age))
    if NAVEL in checks:
        red = newest(said.get(NAVEL, ()), NAVEL)
        if red is not None and now < _alarm_end(red, now):
            yield from _one(checks[NAVEL], red, known, now)
        navel = checks[NAVEL].answer(YES if known.baby.navel_healed else NO)
        if navel is not None:
            yield Standing(checks[NAVEL], navel, navel.verdict_at(age))


def _of_check(
    check: Check, of_check: tuple[Said, ...], known: Known, said: Mapping[str, tuple[Said, ...]], now: datetime
) -> Iterator[Standing]:
    for position, one in enumerate(of_check):
        later = of_check[position + 1 :]
        if later and (check.group is Group.NEVER or check.id in (FEED, HUNGRY)):
            continue
        if not _taken_back(check, one, later) and not (check.id == HUNGRY and _fed_since(one, said)):
            yield from _one(check, one, known, now)


def _fed_since(hungry: Said, said: Mapping[str, tuple[Said, ...]]) -> bool:
    return any(fed.at >= hungry.at for fed in said.get(FEED, ()))


def _taken_back(check: Check, one: Said, later: Iterable[Said]) -> bool:
    answers = (check.answer(other.answer) for other in later)
    return any(answer is not None and one.answer in answer.ends for answer in answers)


def _one(check: Check, said: Said, known: Known, now: datetime) -> Iterator[Standing]:
    """The answer with its verdict, unless its time is over or the content no longer knows it."""
    answer = check.answer(said.answer)
    if answer is None:
        return
    verdict = answer.verdict_at(known.baby.age(now.date()))
    until = _until(check, answer, verdict, said, known, now)
    if until is not None and now >= until:
        if check.group is Group.NEVER and verdict is Verdict.URGENT:
            # An alarm of yesterday is a yes of today.
            yield from _one(check, _as_yes(said), known, now)
        return
    yield Standing(check, answer, verdict, until, said)


def _as_yes(said: Said) -> Said:
    return Said(said.id, said.baby_id, said.subject, YES, said.at, said.by, said.note)


def _until(check: Check, answer: Answer, verdict: Verdict, said: Said, known: Known, now: datetime) -> datetime | None:
    """When an answer stops to stand; None: when it is answered anew."""
    if verdict is Verdict.URGENT:
        return _alarm_end(said, now)
    if check.group is Group.NEVER or verdict is Verdict.ASK_DOCTOR:
        return None
    if check.id == SKIN and answer.id == HARMLESS:
        return None
    if verdict is Verdict.WAIT and answer.minutes:
        minutes = known.day.after_feed_minutes if check.id == FEED else answer.minutes
        return said.at + timedelta(minutes=minutes)
    hours = known.day.vaccine_wait_hours if check.id == VACCINE and answer.hours else answer.hours
    return max(_end_of_day(said.at, now), said.at + timedelta(hours=hours))


def _alarm_end(said: Said, now: datetime) -> datetime:
    return max(_end_of_day(said.at, now), said.at + timedelta(hours=ALARM_HOURS))


def _end_of_day(at: datetime, now: datetime) -> datetime:
    """The midnight after an instant, on the family's clocks."""
    day: date = at.astimezone(now.tzinfo).date()
    return datetime.combine(day + timedelta(days=1), time.min, now.tzinfo)


def _vaccine_eased(found: Iterable[Standing], known: Known, now: datetime) -> tuple[Standing, ...]:
    """Verdicts that are milder soon after a vaccine, if the baby is otherwise well (T-01)."""
    all_found = tuple(found)
    vaccine = any(s.check.id == VACCINE and s.verdict is Verdict.NOT_TODAY for s in all_found)
    unwell = any(
        s.check.group is Group.TODAY and s.check.id not in ("T-01", VACCINE) and s.verdict is not Verdict.GO
        for s in all_found
    )
    if not vaccine or unwell:
        return all_found
    age = known.baby.age(now.date())
    return tuple(
        Standing(s.check, s.answer, s.answer.verdict_at(age, after_vaccine=True), s.until, s.said) for s in all_found
    )


def due(checks: Mapping[str, Check], known: Known, now: datetime) -> tuple[Check, ...]:
    """The standing questions to be asked before the next session: never answered, or too long ago (3.6, N).

    The doctor's yes is among them after an illness: whether a doctor was needed.
    """
    said = by_subject(s for s in known.said if s.at <= now)
    found = [checks[DOCTOR]] if DOCTOR in checks and illness_over(checks, known, now) else []
    for check in checks.values():
        if check.group is not Group.NEVER or check.id in OF_PROFILE:
            continue
        last = said.get(check.id, ())[-1:]
        if not last or (check.again_after is not None and now - last[0].at > check.again_after):
            found.append(check)
    return tuple(found)


def illness_over(checks: Mapping[str, Check], known: Known, now: datetime) -> bool:
    """Whether the baby was ill, is no longer, and nobody has said yet whether a doctor was needed."""
    ill = [s for s in known.said if (s.subject, s.answer) in ILL and s.at <= now]
    asked = newest(known.said, ILLNESS)
    if not ill or (asked is not None and asked.at >= ill[-1].at):
        return False
    return not any(s.said in ill for s in standing(checks, known, now))


def counts_as_early(baby: Baby) -> bool:
    """Born before 37 weeks: every age is corrected, and the doctor's yes stands for N-04 too (C-42)."""
    return born_early(baby.born, baby.due)


def closed_steps(
    steps: Iterable[Step], checks: Mapping[str, Check], known: Known, now: datetime
) -> Mapping[str, Omission]:
    """Step id → why it stays off: a bulge, bones, sore skin, gums, the place of a vaccine."""
    names: dict[str, Omission] = {}
    for stands in standing(checks, known, now):
        parts = stands.answer.closes
        if stands.check.id == SKIN and stands.answer.id == HARMLESS and stands.said is not None:
            parts = () if _gone(known, stands.said) else (stands.said.note,)
        names.update((part, OMISSIONS[stands.check.id]) for part in parts if stands.check.id in OMISSIONS)
    names.update((part, Omission.VACCINE) for part in _sore_site(known, now))
    return {step.id: names.get(step.id) or names[step.zone] for step in steps if step.id in names or step.zone in names}


def _gone(known: Known, mark: Said) -> bool:
    """Whether a harmless mark of that part is no longer there."""
    return any(s.subject == SKIN and s.answer == GONE and s.note == mark.note and s.at >= mark.at for s in known.said)


def _sore_site(known: Known, now: datetime) -> tuple[str, ...]:
    """What the place of the last vaccine closes until it is not sore."""
    vaccine = newest((s for s in known.said if s.at <= now), VACCINE, YES)
    well = newest(known.said, VACCINE, NOT_SORE)
    if vaccine is None or (well is not None and well.at >= vaccine.at):
        return ()
    # A place that nobody named may be either.
    return SITES.get(vaccine.note, (*SITES["leg"], *SITES["arm"]))


def utc(moment: datetime) -> datetime:
    """The same instant in UTC, as it is said."""
    return moment.astimezone(UTC)
