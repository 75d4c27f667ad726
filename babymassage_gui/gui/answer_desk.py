"""What the desks of check-in and standing questions share: saying, taking back, alarms, faults, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from babymassage_gui.core.checks import Check, Verdict
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.grounds import Ground, of_check
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.gui.ground_words import bases_of
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.grounds_paper import Reason
from babymassage_gui.services.household import Household


class AnswerDesk(QObject):
    """`page_wanted` asks for a page, `fault` carries an Expected; what was said before it stays said."""

    page_wanted = Signal(QWidget)
    fault = Signal(object)

    def __init__(self, house: Household, page: QWidget, emergency: EmergencyPage, parent: QObject) -> None:
        super().__init__(parent)
        self.house = house
        self._shown, self._emergency = page, emergency
        # What was said on this visit: only that is taken back by a press on its row.
        self.here: set[str] = set()
        self._doctor_before: date | None = None
        emergency.without_massage()
        emergency.back.connect(lambda: self.page_wanted.emit(self._shown))

    @property
    def baby(self) -> Baby:
        """The baby; LookupError before the welcome."""
        baby = self.house.baby
        if baby is None:
            raise LookupError("no baby was told of yet")
        return baby

    @property
    def now(self) -> datetime:
        """The family's wall clock."""
        return self.house.clock.local_time()

    def begin_visit(self) -> None:
        """A new visit: nothing was said on it."""
        self.here.clear()
        self._doctor_before = None

    @contextmanager
    def excused(self) -> Iterator[None]:
        """What cannot be had or kept just now is told; nothing is lost."""
        try:
            yield
        except Expected as fault:
            self.fault.emit(fault)

    def urgent(self) -> bool:
        """Whether an alarm stands."""
        return self.house.judge(Visit()).verdict is Verdict.URGENT

    def say(self, subject: str, answer: str, *, at: datetime | None = None, by: str = "", note: str = "") -> Said:
        """Keep an answer; with an alarm the doctor's yes has to be given anew."""
        before = self.urgent()
        said = self.house.answers.say(self.baby, subject, answer, at=at, by=by, note=note)
        self.here.add(said.id)
        self._after_alarm(before)
        return said

    def take_back(self, said: Said) -> None:
        """A wrong press: what it undid is as before."""
        before = self.urgent()
        self.house.answers.take_back(said)
        self.here.discard(said.id)
        if before and not self.urgent() and self._doctor_before is not None:
            self.house.save_baby(replace(self.baby, doctor_yes_on=self._doctor_before))
            self._doctor_before = None
        self._after_alarm(before)

    def _after_alarm(self, before: bool) -> None:
        if self.urgent() and not before:
            self._doctor_before = self.baby.doctor_yes_on
            self.house.doctor_is_asked_again()

    def call(self) -> None:
        """Open the words for the emergency call."""
        self.page_wanted.emit(self._emergency)

    def reason(self, check: Check) -> Reason:
        """Why a question is asked, with its facts where they can be read."""
        return self.reason_of(check.label, (of_check(check),))

    def reason_of(self, title: str, grounds: Iterable[Ground]) -> Reason:
        """Why something is so, with the facts where they can be read, else the rules alone."""
        grounds, full = tuple(grounds), self.house.catalogue
        with self.excused():
            full = self.house.library()
        return Reason(title, bases_of(grounds, full))
