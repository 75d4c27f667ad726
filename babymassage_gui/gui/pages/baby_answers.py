"""What a parent has answered about the baby so far, what is still missing, and the profile that it makes.

The first start and Settings ask the same questions; the rules of the answers are here, without a widget.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babymassage_gui.core.age import check_dates
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.profile import Baby, Colour


class Gap(StrEnum):
    """The answer that is missing or cannot be."""

    BORN = "born"
    NO_SUCH_DAY = "no-such-day"
    FUTURE = "future"
    EARLY = "early"
    DUE = "due"
    DUE_WRONG = "due-wrong"
    NAVEL = "navel"
    DOCTOR = "doctor"


@dataclass(frozen=True, slots=True)
class Answers:
    """`day` 0 and None mean: not answered yet. `doctor` is the answer of today, not the day of the doctor's yes."""

    name: str
    day: int
    month: int
    year: int
    early: bool | None = None
    due: date | None = None
    navel: bool | None = None
    doctor: bool | None = None
    early_start: bool = False

    @property
    def born(self) -> date | None:
        """The birth date, None while it is not given or is no day of the calendar (31 September)."""
        if not 1 <= self.day <= days_in_month(self.year, self.month):
            return None
        return date(self.year, self.month, self.day)

    @property
    def counted_due(self) -> date | None:
        """The due date if it matters."""
        return self.due if self.early else None


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return monthrange(year, month)[1]


def no_answers(today: date) -> Answers:
    """Nothing is preselected but today's month and year."""
    return Answers("", 0, today.month, today.year)


def answers_of(baby: Baby, today: date) -> Answers:
    """A known baby's answers; a doctor's yes that has run out is an open question again (N-01)."""
    doctor = baby.doctor_agrees(today) or (None if baby.doctor_yes_on is not None else False)
    born = baby.born
    return Answers(baby.name, born.day, born.month, born.year, baby.due is not None, baby.due, baby.navel_healed,
                   doctor, baby.early_start)  # fmt: skip


def date_fault(answers: Answers, today: date) -> Fault | None:
    """Why the dates cannot be, None if they can or are not given yet."""
    born = answers.born
    if born is None:
        return None
    try:
        check_dates(born, answers.counted_due, today)
    except Expected as refused:
        return refused.fault
    return None


def first_gap(answers: Answers, today: date, known: Baby | None = None) -> Gap | None:
    """The first answer in reading order that keeps the profile from being made.

    A known baby may wait with the doctor's new yes.
    """
    fault = date_fault(answers, today)
    if answers.born is None:
        return Gap.NO_SUCH_DAY if answers.day else Gap.BORN
    if fault is Fault.BIRTH_IN_FUTURE:
        return Gap.FUTURE
    if answers.early is None:
        return Gap.EARLY
    if fault is not None:
        return Gap.DUE_WRONG
    return _later_gap(answers, known)


def _later_gap(answers: Answers, known: Baby | None) -> Gap | None:
    if answers.early and answers.due is None:
        return Gap.DUE
    if answers.navel is None:
        return Gap.NAVEL
    return Gap.DOCTOR if answers.doctor is None and known is None else None


def baby_of(answers: Answers, today: date, known: Baby | None = None) -> Baby:
    """The profile; the id, and the day of a doctor's yes that still stands, are those of the known baby.

    Raises:
        ValueError: something is missing, see `first_gap`.
    """
    gap = first_gap(answers, today, known)
    if gap is not None or answers.born is None:
        raise ValueError(f"no profile without an answer: {gap}")
    return Baby(
        id="" if known is None else known.id,
        name=answers.name.strip(),
        born=answers.born,
        due=answers.counted_due,
        navel_healed=bool(answers.navel),
        doctor_yes_on=_doctor_yes_on(answers, today, known),
        early_start=answers.early_start,
        colour=Colour.SUN if known is None else known.colour,
    )


def _doctor_yes_on(answers: Answers, today: date, known: Baby | None) -> date | None:
    before = None if known is None else known.doctor_yes_on
    if answers.doctor is None:
        return before
    if not answers.doctor:
        return None
    return before if known is not None and known.doctor_agrees(today) else today
