"""The questions about the baby, for the first start and for Settings: big answers, each repeated in words at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.profile import Baby
from babymassage_gui.gui.pages.baby_answers import Answers, Gap, answers_of, baby_of, first_gap, no_answers
from babymassage_gui.gui.pages.baby_question import Question
from babymassage_gui.gui.pages.baby_words import BabyWords, Told, Tone
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.fields import TextField
from babymassage_gui.gui.widgets.stepper import Stepper
from babymassage_gui.gui.widgets.themed import Themed

NAME_LETTERS = 40
YEARS_BACK = 5
# A due date can be stepped a little beyond what can be, so that a slip is explained and not silently held back.
DUE_BEFORE, DUE_AFTER = timedelta(days=60), timedelta(days=200)
# Where the due date begins when it is first stepped: four weeks early.
FIRST_DUE = timedelta(days=28)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DueStepper(Stepper):
    """A day as one value, its ordinal. 0 and below: not said yet; then the first step lands on `begin`."""

    def __init__(self, theme: Theme, name: str, earlier: str, later: str, words: BabyWords) -> None:
        self.begin = 1
        super().__init__(theme, name, earlier, later, -1, 1, 0, words=words.due_day)

    @override
    def step(self, by: int) -> None:
        if self.value() > 0:
            super().step(by)
        else:
            self.set_value(self.begin)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A week for a page; typed digits mean nothing here."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.step(7 if event.key() == Qt.Key.Key_PageUp else -7)
        elif event.text().isdecimal():
            event.accept()
        else:
            super().keyPressEvent(event)


class Pair(QButtonGroup):
    """Two answers of which at most one is chosen: yes on the left, as a rule."""

    def __init__(self, yes: ChoicePill, no: ChoicePill, parent: QWidget) -> None:
        super().__init__(parent)
        self.yes, self.no = yes, no
        self.addButton(yes, 1)
        self.addButton(no, 0)

    def value(self) -> bool | None:
        """The answer."""
        return None if self.checkedId() < 0 else self.checkedId() == 1

    def set_value(self, value: bool | None) -> None:
        """Show an answer, or none."""
        self.setExclusive(False)
        self.yes.setChecked(value is True)
        self.no.setChecked(value is False)
        self.setExclusive(True)
        if value is None:  # Qt lets Tab reach the chosen one only, and now there is none
            for pill in (self.yes, self.no):
                pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class BabyForm(Themed, QWidget):
    """Shows answers and takes them. `answered` tells of each change, True if a press settled it (no typing, stepping).

    `finished` is Enter on the last answer.
    """

    answered = Signal(bool)
    finished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = BabyWords()
        self._today = date.min
        self._known: Baby | None = None
        self._answers = no_answers(self._today)
        self._filling = False
        self._make_controls(theme)
        self._make_questions(theme)
        self._start_theme(theme)

    def _make_controls(self, theme: Theme) -> None:
        earlier, later = self.tr("earlier"), self.tr("later")
        self.name = TextField(theme, self.tr("Baby's name, may stay empty"))
        self.name.setMaxLength(NAME_LETTERS)
        self.day = Stepper(theme, self.tr("Born on, day"), earlier, later, 0, 31, 0, words=self._day_words, wraps=True)
        self.month = Stepper(
            theme, self.tr("Born on, month"), earlier, later, 1, 12, 1, words=self._words.month, wraps=True
        )
        self.year = Stepper(theme, self.tr("Born on, year"), earlier, later, 1, 1, 1)
        self.due = DueStepper(theme, self.tr("Due date"), earlier, later, self._words)
        self.due.hide()
        on_time = ChoicePill(theme, self.tr("On time"), name=self.tr("Born on time"))
        early = ChoicePill(theme, self.tr("Early"), name=self.tr("Born early"))
        healed = ChoicePill(theme, self.tr("Healed and dry"), name=self.tr("Navel healed and dry"))
        not_yet = ChoicePill(theme, self.tr("Not yet"), name=self.tr("Navel not healed yet"))
        said_yes = ChoicePill(theme, self.tr("Yes"), name=self.tr("Doctor said yes"))
        not_asked = ChoicePill(theme, self.tr("Not asked yet"), name=self.tr("Doctor not asked yet"))
        self.early, self.navel = Pair(early, on_time, self), Pair(healed, not_yet, self)
        self.doctor = Pair(said_yes, not_asked, self)
        self.name.textChanged.connect(lambda: self._on_changed(settled=False))
        for stepper in (self.day, self.month, self.year, self.due):
            stepper.valueChanged.connect(lambda: self._on_changed(settled=False))
        for pair in (self.early, self.navel, self.doctor):
            pair.idClicked.connect(lambda: self._on_changed(settled=True))

    def _make_questions(self, theme: Theme) -> None:
        self.about_name = Question(theme, self.tr("Name"), ((self.name, 1),))
        self.about_name.answer.tell(Told(self.tr("may stay empty"), Tone.QUIET))
        born = ((self.day, 50), (self.month, 100), (self.year, 75))
        self.about_birth = Question(theme, self.tr("Born on"), born)
        early = ((self.early.no, 50), (self.early.yes, 50), (self.due, 100))
        self.about_early = Question(theme, self.tr("Born early, before 37 weeks?"), early)
        navel = ((self.navel.yes, 1), (self.navel.no, 1))
        self.about_navel = Question(theme, self.tr("Is the navel healed?"), navel)
        doctor = ((self.doctor.yes, 1), (self.doctor.no, 1))
        self.about_doctor = Question(theme, self.tr("Has the doctor said massage is fine?"), doctor)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for question in self.questions():
            self._column.addWidget(question)

    def questions(self) -> tuple[Question, ...]:
        """In reading order."""
        return self.about_name, self.about_birth, self.about_early, self.about_navel, self.about_doctor

    @property
    def answers(self) -> Answers:
        """All answers as they stand."""
        return self._answers

    def ask(self, today: date, known: Baby | None = None) -> None:
        """Begin: with nothing, or with what is known of the baby."""
        self._today, self._known = today, known
        self.show_answers(no_answers(today) if known is None else answers_of(known, today))

    def show_answers(self, answers: Answers) -> None:
        """Put answers in, as if they had been given."""
        self._filling = True
        self._answers = answers
        self.name.setText(answers.name)
        self.day.set_range(0, 31)
        self.day.set_value(answers.day)
        self.month.set_value(answers.month)
        years = (self._today.year - YEARS_BACK, self._today.year, answers.year)
        self.year.set_range(max(1, min(years)), max(years))
        self.year.set_value(answers.year)
        self._span_due()
        self.due.set_value(0 if answers.due is None else answers.due.toordinal())
        self.early.set_value(answers.early)
        self.navel.set_value(answers.navel)
        self.doctor.set_value(answers.doctor)
        self._filling = False
        self._tell()

    def set_early_start(self, agreed: bool) -> None:
        """Whether the doctor agreed to an early start; asked elsewhere, but it changes what opens when."""
        self._answers = replace(self._answers, early_start=agreed)
        self._tell()

    def gap(self) -> Gap | None:
        """What keeps the profile from being made."""
        return first_gap(self._answers, self._today, self._known)

    def gap_words(self) -> str:
        """The same in at most 20 letters, empty if nothing does."""
        gap = self.gap()
        return "" if gap is None else self._words.gap(gap)

    def baby(self) -> Baby:
        """The profile. ValueError while there is a gap."""
        return baby_of(self._answers, self._today, self._known)

    def set_known(self, baby: Baby) -> None:
        """The answers are kept as this baby now; what is shown stays."""
        self._known = baby

    def focus_gap(self) -> None:
        """Go to the first answer that is missing, else to the birth date."""
        controls = {Gap.EARLY: self.early.no, Gap.DUE: self.due, Gap.DUE_WRONG: self.due, Gap.NAVEL: self.navel.yes,
                    Gap.DOCTOR: self.doctor.yes}  # fmt: skip
        gap = self.gap()
        (self.day if gap is None else controls.get(gap, self.day)).setFocus(Qt.FocusReason.TabFocusReason)

    def _day_words(self, day: int) -> str:
        return str(day) if day else self.tr("Day")

    def _on_changed(self, *, settled: bool) -> None:
        if self._filling:
            return
        due = self.due.value()
        self._answers = replace(
            self._answers,
            name=self.name.text(),
            day=self.day.value(),
            month=self.month.value(),
            year=self.year.value(),
            early=self.early.value(),
            due=date.fromordinal(due) if due > 0 else None,
            navel=self.navel.value(),
            doctor=self.doctor.value(),
        )
        self._tell()
        self.answered.emit(settled)

    def _span_due(self) -> None:
        answers = self._answers
        about = answers.born or self._today
        first, last = about - min(DUE_BEFORE, about - date.min), about + DUE_AFTER
        self.due.begin = (about + FIRST_DUE).toordinal()
        if answers.due is None:
            self.due.set_range(-1, last.toordinal())
        else:
            self.due.set_range(min(first, answers.due).toordinal(), max(last, answers.due).toordinal())

    def _tell(self) -> None:
        """Answer back, and mark what cannot be."""
        answers = self._answers
        if answers.day:
            self.day.set_range(1, 31)
        self._span_due()
        self.due.setVisible(bool(answers.early))
        self.about_birth.answer.tell(self._words.born(answers, self._today))
        self.about_early.answer.tell(self._words.early(answers, self._today))
        ran_out = self._known is not None and self._known.doctor_yes_on is not None
        self.about_doctor.answer.tell(self._words.doctor(answers, ran_out=ran_out))
        for stepper in (self.day, self.month, self.year):
            stepper.set_wrong(self.about_birth.answer.told.tone is Tone.WRONG)
        self.due.set_wrong(self.about_early.answer.told.tone is Tone.WRONG)

    @override
    def _on_theme_changed(self) -> None:
        self._column.setSpacing(round(self.theme.px(12)))
        super()._on_theme_changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the answer under the focus, then goes on to the next question."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        if isinstance(here, ChoicePill) and not here.isChecked():
            here.click()
        elif here in (self.doctor.yes, self.doctor.no):
            self.finished.emit()
        else:
            self.focusNextChild()
