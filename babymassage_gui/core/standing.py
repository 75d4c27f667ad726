"""What still stands of everything that was said: each answer has its time, and some are taken back by others.

In the group "never without the doctor" the newest answer to a question holds, but an alarm is undone by the doctor's
yes alone. In the others each answer stands for its time, so that a fever is not undone by a later "36.8", only by the
parent who takes a wrong press back. What was said counts even where the clock was set back since: a forbidding answer
that seems to lie in the future forbids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.checks import Answer, Check, Group, Verdict
from babymassage_gui.core.choices import Day
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said, by_subject

DOCTOR, AGE, NAVEL, EARLY = "N-01", "N-02", "N-03", "N-04"
# Answered by the dates and the two answers of the welcome, never by a row of the list.
OF_PROFILE = (DOCTOR, AGE, NAVEL)
FEED, HUNGRY, FEVER, VACCINE, SKIN = "W-01", "W-02", "T-01", "T-05", "T-04"
YES, NO, HARMLESS, GONE, NOT_SORE = "yes", "no", "harmless", "gone", "not-sore"
# Nothing before 20 days, nothing guided from 12 months (C-01, N-02).
FIRST_DAY, GUIDED_BEFORE = AgeLimit(days=20), AgeLimit(months=12)
UNDER_20_DAYS, FROM_12_MONTHS = "under-20-days", "12-months"
# What closes the day stands to its end, and never for less than this (EST): midnight alone makes nobody well.
LEAST_HOURS = 6
# So long after a vaccine a fever of a baby that is otherwise well is no alarm (T-01), whatever wait the parent has set.
VACCINE_FEVER, WELL_FOR = timedelta(hours=48), timedelta(hours=24)
# Verdicts that close the day without calling for help.
_CLOSING = (Verdict.BLOCK_AGE, Verdict.ASK_DOCTOR, Verdict.NOT_TODAY)


@dataclass(frozen=True, slots=True)
class Known:
    """A baby, everything said about it, and the waits that the parent has set."""

    baby: Baby
    said: tuple[Said, ...] = ()
    day: Day = field(default_factory=Day)


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer that stands, with its verdict, and to when; None: until it is answered anew.

    `said` is None where the answer follows from the profile.
    """

    check: Check
    answer: Answer
    verdict: Verdict
    until: datetime | None = None
    said: Said | None = None

    @property
    def forbids(self) -> bool:
        """Whether nothing may begin while it stands."""
        return self.verdict.rank < Verdict.PREPARE.rank


def standing(checks: Mapping[str, Check], known: Known, now: datetime) -> tuple[Standing, ...]:
    """Everything that stands now, the strongest verdict first, then in the order of the questions.

    `now` is the family's wall clock, aware. Answers of GO stand too, for what they close.
    """
    said = by_subject(known.said)
    found = [*_of_profile(checks, known, said, now)]
    for check in checks.values():
        if check.id not in OF_PROFILE:
            weigh = _lasting if check.group is Group.NEVER else _timed
            found += weigh(check, said, known, now)
    return tuple(sorted(_vaccine_eased(checks, found, said, known, now), key=lambda s: s.verdict.rank))


def _of_profile(
    checks: Mapping[str, Check], known: Known, said: Mapping[str, tuple[Said, ...]], now: datetime
) -> Iterator[Standing]:
    """What follows from the dates and the two answers of the welcome: doctor, an age without massage, navel.

    From 20 to 45 days each routine has its own answer (`checkin.age_refusal`).
    """
    baby, today = known.baby, now.date()
    answers = [(DOCTOR, YES if baby.doctor_agrees(today) else NO), (NAVEL, YES if baby.navel_healed else NO)]
    blocked = age_blocked(baby.age(today))
    if blocked is not None:
        answers.append((AGE, blocked))
    for check_id, answer_id in answers:
        check = checks.get(check_id)
        answer = None if check is None else check.answer(answer_id)
        if check is not None and answer is not None:
            # A navel heals by the days since the birth, also where the baby came early.
            age = Age(baby.born, today) if check_id == NAVEL else baby.age(today)
            yield Standing(check, answer, answer.verdict_at(age))
    if NAVEL in checks:
        yield from _alarms(checks[NAVEL], said.get(NAVEL, ()), known, now)


def age_blocked(age: Age) -> str | None:
    """The answer to N-02 at an age at which there is no massage at all (C-01)."""
    if not age.reached(FIRST_DAY):
        return UNDER_20_DAYS
    return FROM_12_MONTHS if age.reached(GUIDED_BEFORE) else None


def _lasting(check: Check, said: Mapping[str, tuple[Said, ...]], known: Known, now: datetime) -> Iterator[Standing]:
    """A standing question: alarms of the day, and the newest answer, or "yes" after an alarm that is not undone."""
    told = said.get(check.id, ())
    running = tuple(_alarms(check, told, known, now))
    yield from running
    undone = next((n for n in range(len(told) - 1, -1, -1) if _is_alarm(check, told[n], known, now)), None)
    if undone is not None and not _taken_back(check, told[undone], told[undone + 1 :]):
        alarm = told[undone]
        if all(one.said is not alarm for one in running):
            age = _age_then(alarm, known, now)
            closing = stand_in(check, age)
            yield Standing(check, closing, closing.verdict_at(age), None, alarm)
    elif told:
        answer = _understood(check, told[-1], known, now)
        yield Standing(check, answer, answer.verdict_at(_age_then(told[-1], known, now)), None, told[-1])


def _alarms(check: Check, told: Iterable[Said], known: Known, now: datetime) -> Iterator[Standing]:
    """The alarms of a standing question, each for its day, whatever was answered since."""
    for one in told:
        answer = check.answer(one.answer)
        until = _end(one, now)
        if answer is not None and _is_alarm(check, one, known, now) and now < until:
            yield Standing(check, answer, Verdict.URGENT, until.astimezone(now.tzinfo), one)


def _is_alarm(check: Check, said: Said, known: Known, now: datetime) -> bool:
    answer = check.answer(said.answer)
    return answer is not None and answer.verdict_at(_age_then(said, known, now)) is Verdict.URGENT


def _timed(check: Check, said: Mapping[str, tuple[Said, ...]], known: Known, now: datetime) -> Iterator[Standing]:
    """A question of the day: every answer for its time; of feeds, hunger and what is prepared the newest."""
    told = said.get(check.id, ())
    first = len(told) - 1 if check.group is Group.PREPARE or check.id in (FEED, HUNGRY) else 0
    for position in range(max(0, first), len(told)):
        one = told[position]
        if (check.id, one.answer) == (SKIN, GONE) or (check.id == HUNGRY and _fed_since(one, said)):
            continue
        answer = _understood(check, one, known, now)
        verdict = answer.verdict_at(_age_then(one, known, now))
        until = _until(check, answer, verdict, one, known, now)
        open_still = until is None or now < until
        if open_still and not _taken_back(check, replace(one, answer=answer.id), told[position + 1 :]):
            yield Standing(check, answer, verdict, until and until.astimezone(now.tzinfo), one)


def _fed_since(hungry: Said, said: Mapping[str, tuple[Said, ...]]) -> bool:
    return any(fed.at >= hungry.at for fed in said.get(FEED, ()))


def _taken_back(check: Check, one: Said, later: Iterable[Said]) -> bool:
    ending = {answer.id for answer in check.answers if one.answer in answer.ends}
    return bool(ending) and any(other.answer in ending for other in later)


def _understood(check: Check, said: Said, known: Known, now: datetime) -> Answer:
    """The answer as the content has it; one that it no longer knows is taken for one that closes the day."""
    return check.answer(said.answer) or stand_in(check, _age_then(said, known, now))


def stand_in(check: Check, age: Age) -> Answer:
    """The answer that an unknown one is taken for: the strongest that closes the day, an alarm only if none does."""
    strongest_first = sorted(check.answers, key=lambda answer: answer.verdict_at(age).rank)
    closing = [answer for answer in strongest_first if answer.verdict_at(age) in _CLOSING]
    return (closing or strongest_first)[0]


def _age_then(said: Said, known: Known, now: datetime) -> Age:
    """The age on the day of an answer: a birthday at midnight makes no alarm milder."""
    return known.baby.age(_day(said.at, now))


def _until(check: Check, answer: Answer, verdict: Verdict, said: Said, known: Known, now: datetime) -> datetime | None:
    """When (UTC) an answer stops to stand; None: when it is answered anew."""
    if verdict is Verdict.ASK_DOCTOR or (check.id, answer.id) == (SKIN, HARMLESS):
        return None
    if verdict is Verdict.WAIT and answer.minutes:
        minutes = known.day.after_feed_minutes if check.id == FEED else answer.minutes
        return said.at + timedelta(minutes=minutes)
    hours = known.day.vaccine_wait_hours if check.id == VACCINE and answer.hours else answer.hours
    return _end(said, now, hours)


def _end(said: Said, now: datetime, hours: int = LEAST_HOURS) -> datetime:
    """The midnight (UTC) after an answer, on the family's clocks, and at least so many hours later."""
    midnight = datetime.combine(_day(said.at, now) + timedelta(days=1), time.min, now.tzinfo)
    return max(midnight.astimezone(UTC), said.at + timedelta(hours=max(hours, LEAST_HOURS)))


def _day(at: datetime, now: datetime) -> date:
    """The day of an instant on the family's clocks."""
    return at.astimezone(now.tzinfo).date()


def _vaccine_eased(
    checks: Mapping[str, Check],
    found: Sequence[Standing],
    said: Mapping[str, tuple[Said, ...]],
    known: Known,
    now: datetime,
) -> Iterator[Standing]:
    """Verdicts that are milder within two days of a vaccine, if the baby is otherwise well (T-01).

    Otherwise unwell is a baby of which anything else of that list stands, or was said in the day before and since: what
    is over by now does not make the alarm of a fever milder.
    """
    vaccines = [one.at for one in said.get(VACCINE, ()) if one.answer == YES]
    others = [c for c in checks.values() if c.group is Group.TODAY and c.id not in (FEVER, VACCINE)] if vaccines else []
    unwell = [one.at for check in others for one in said.get(check.id, ()) if _is_bad(check, one, known, now)]
    standing_now = any(s.check in others and s.verdict is not Verdict.GO for s in found)
    for s in found:
        fever = s.said
        eased = fever is not None and any(v <= fever.at <= v + VACCINE_FEVER for v in vaccines)
        if fever is None or not eased or standing_now or any(at >= fever.at - WELL_FOR for at in unwell):
            yield s
        else:
            yield replace(s, verdict=s.answer.verdict_at(_age_then(fever, known, now), after_vaccine=True))


def _is_bad(check: Check, said: Said, known: Known, now: datetime) -> bool:
    if (check.id, said.answer) == (SKIN, GONE):
        return False
    return _understood(check, said, known, now).verdict_at(_age_then(said, known, now)) is not Verdict.GO
