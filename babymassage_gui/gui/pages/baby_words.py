"""What the questions about the baby answer back: the age in words, what opens when, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QLocale, QObject

from babymassage_gui.core.age import Age, age_of, born_early
from babymassage_gui.core.checkin import FIRST_DAY, GUIDED_BEFORE, GUIDED_FROM
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.gui.pages.baby_answers import Answers, Gap, date_fault, days_in_month
from babymassage_gui.gui.text import Words, fill


class Tone(StrEnum):
    """How something is told: by the way, all is well, good to know, or an answer that cannot be."""

    QUIET = "quiet"
    GOOD = "good"
    TOLD = "told"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence beside a question; empty for none."""

    text: str = ""
    tone: Tone = Tone.GOOD


class BabyWords(QObject):
    """Makes those sentences; `Words` has the ages and the days."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words()

    def month(self, month: int) -> str:
        """The name of a month, 1 to 12."""
        return str(QLocale().standaloneMonthName(month))

    def due_day(self, ordinal: int) -> str:
        """A due date on its stepper; 0 and below: not said yet."""
        if ordinal <= 0:
            return self.tr("Due date")
        return fill(self.tr("due %1"), self._words.day(date.fromordinal(ordinal)))

    def born(self, answers: Answers, today: date) -> Told:
        """The birth date in words, with what is open at this age and when the rest opens (C-01, N-02)."""
        born, fault = answers.born, date_fault(answers, today)
        if born is None:
            return self._no_such_day(answers)
        if fault is Fault.BIRTH_IN_FUTURE:
            return Told(self._words.fault(Expected(fault)), Tone.WRONG)
        old = Age(born, today)
        told = fill(self.tr("%1 old"), self._words.age(old)) if old.days else self.tr("Born today")
        age = age_of(born, answers.counted_due if fault is None else None, today)
        if age.reached(GUIDED_BEFORE):
            return Told(fill(self.tr("%1: for reading only"), told), Tone.TOLD)
        if age.reached(FIRST_DAY if answers.early_start else GUIDED_FROM):
            return Told(fill(self.tr("%1 today"), told))
        opens = self._words.day((FIRST_DAY if answers.early_start else GUIDED_FROM).day(age.born))
        if age.reached(FIRST_DAY):
            return Told(fill(self.tr("%1: massage from %2"), told, opens), Tone.TOLD)
        return Told(fill(self.tr("%1: hold now, massage from %2"), told, opens), Tone.TOLD)

    def _no_such_day(self, answers: Answers) -> Told:
        if not answers.day:
            return Told()
        days = days_in_month(answers.year, answers.month)
        return Told(fill(self.tr("%1 has %2 days."), self.month(answers.month), days), Tone.WRONG)

    def early(self, answers: Answers, today: date) -> Told:
        """What the due date changes: the corrected age, or nothing from 37 weeks on (N-04)."""
        born, due, fault = answers.born, answers.counted_due, date_fault(answers, today)
        if answers.early and due is None:
            return Told(self.tr("When was the baby due?"), Tone.TOLD)
        if born is None or due is None or fault is Fault.BIRTH_IN_FUTURE:
            return Told()
        if fault is not None:
            return Told(self._words.fault(Expected(fault)), Tone.WRONG)
        if not born_early(born, due):
            return Told(self.tr("37 weeks or more: no correction"))
        age = age_of(born, due, today)
        if age.days < 0:
            return Told(fill(self.tr("counts from %1"), self._words.day(due)))
        return Told(fill(self.tr("counts as %1"), self._words.age(age)))

    def doctor(self, answers: Answers, *, ran_out: bool) -> Told:
        """A yes is asked again after half a year (N-01)."""
        if ran_out and answers.doctor is None:
            return Told(self.tr("half a year ago: please ask again"), Tone.TOLD)
        return Told()

    def gap(self, gap: Gap) -> str:
        """What is missing, in at most 20 letters, for the place of the way on."""
        return {
            Gap.BORN: self.tr("Born on is missing"),
            Gap.NO_SUCH_DAY: self.tr("Check the birth date"),
            Gap.FUTURE: self.tr("Check the birth date"),
            Gap.EARLY: self.tr("Early or on time?"),
            Gap.DUE: self.tr("Due date is missing"),
            Gap.DUE_WRONG: self.tr("Check the due date"),
            Gap.NAVEL: self.tr("Navel: healed?"),
            Gap.DOCTOR: self.tr("Doctor: yes or no?"),
        }[gap]
