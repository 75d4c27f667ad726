"""The tear duct (C-27): prescribed and shown, with the doctor's own numbers. Without both nothing is counted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from babymassage_gui.core.checkin import ENDED, EYE_STEP, PRESCRIBED, prescription_note
from babymassage_gui.core.wish import PRESCRIBED_STROKES, Prescription
from babymassage_gui.gui.pages.care_view import CareView, Saying
from babymassage_gui.gui.pages.care_words import EYES, CareWords
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_options import FlowGrid, WhyCard
from babymassage_gui.gui.pages.settings_said import ByField, InPersonRow, Recorder
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.labels import Note
from babymassage_gui.gui.widgets.stepper import Stepper

TIMES_A_DAY = range(1, 11)
_CONTROL = 4


class TearDuctCard(WhyCard):
    """Numbers are sent with a press of their own, so that none is counted that nobody meant."""

    said = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._spoken = CareWords()
        self._kept: Prescription | None = None
        super().__init__(theme, "")
        self.title.set_text(self.tr("Tear duct"))
        self.state = Note(theme, "", "stethoscope", Type.BODY_BOLD)
        self.prescriber = ByField(theme, self.tr("Prescribed by"), self.tr("Which doctor?"))
        self.shower = ByField(theme, self.tr("Shown to us by"), self.tr("Who showed it?"))
        less, more, usual = self.tr("less"), self.tr("more"), Prescription()
        first, last = PRESCRIBED_STROKES[0], PRESCRIBED_STROKES[-1]
        self.strokes = Stepper(theme, self.tr("Strokes for each eye"), less, more, first, last, usual.strokes)
        self.times = Stepper(
            theme, self.tr("Times a day"), less, more, TIMES_A_DAY[0], TIMES_A_DAY[-1], usual.times_a_day
        )  # fmt: skip
        self.eyes = {key: ChoicePill(theme, self._spoken.eyes(eyes), px=19) for key, eyes in EYES.items()}
        self._group = QButtonGroup(self)
        for pill in self.eyes.values():
            self._group.addButton(pill)
            pill.clicked.connect(self._on_numbers)
        self.keep = Recorder(theme, self.tr("Keep these numbers"), "check")
        self.over = Recorder(theme, self.tr("It is over"))
        self.shown_row = InPersonRow(
            theme, EYE_STEP, self.tr("It was shown to us"), self.tr("By the doctor, the nurse or a therapist."),
            self.shower,
        )  # fmt: skip
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        said = self.tr("As the doctor said.")
        self.kept_row = SettingRow(theme, self.tr("These numbers"), self.tr("Not kept yet."), self.keep)
        self.over_row = SettingRow(
            theme, self.tr("The treatment"), self.tr("Once it is over, nothing is counted."), self.over
        )  # fmt: skip
        self.add(self.state, why=self.tr("Some advise it, some do not. The doctor decides."))
        self.add(
            SettingRow(theme, self.prescriber.accessibleName(), self.tr("Write a name first."), self.prescriber, 6)
        )
        self.add(SettingRow(theme, self.tr("Strokes for each eye"), said, self.strokes, _CONTROL))
        self.add(SettingRow(theme, self.tr("Times a day"), said, self.times, _CONTROL))
        self.add(FlowGrid(theme, tuple(self.eyes.values()), 130, 3), self.kept_row)
        self.add(SettingRow(theme, self.shower.accessibleName(), self.tr("Write a name first."), self.shower, 6))
        self.add(self.shown_row, self.over_row)

    def _connect(self) -> None:
        self.strokes.valueChanged.connect(self._on_numbers)
        self.times.valueChanged.connect(self._on_numbers)
        self.keep.clicked.connect(self._on_keep)
        self.over.clicked.connect(lambda: self.said.emit(Saying(EYE_STEP, ENDED)))
        self.shown_row.switch.clicked.connect(self._on_shown)

    def numbers(self) -> Prescription | None:
        """What is set now; None while no eye is chosen."""
        chosen = next((EYES[key] for key, pill in self.eyes.items() if pill.isChecked()), None)
        return None if chosen is None else Prescription(self.strokes.value(), chosen, self.times.value())

    def show_care(self, care: CareView) -> None:
        """Show what was prescribed and shown; nothing is sent back."""
        prescribed = care.prescribed
        if prescribed is not None and prescribed[1] != self._kept:
            self._set_numbers(prescribed[1])
            self.prescriber.suggest(prescribed[0].by)
        self._kept = None if prescribed is None else prescribed[1]
        self.shown_row.show_care(care)
        self.over_row.setVisible(prescribed is not None)
        told = self.tr("Not kept yet.")
        if prescribed is not None:
            said = self._spoken.said_by(prescribed[0], care.today, care.zone)
            told = fill(self.tr("Kept: %1."), said)
        self.kept_row.sentence.set_text(told)
        self._tell(shown=EYE_STEP in care.shown)
        self._on_numbers()

    def _set_numbers(self, numbers: Prescription) -> None:
        self.strokes.set_value(numbers.strokes)
        self.times.set_value(numbers.times_a_day)
        for key, pill in self.eyes.items():
            if EYES[key] == numbers.eyes:
                pill.setChecked(True)

    def _tell(self, *, shown: bool) -> None:
        if self._kept is None:
            self.state.set_note(self.tr("Only if a doctor prescribed it and it was shown."))
        elif not shown:
            self.state.set_note(self.tr("Prescribed. It must be shown to you as well."))
        else:
            told = fill(
                self.tr("%1 strokes, %2, %3 a day"), self._kept.strokes, self._spoken.eyes(self._kept.eyes).lower(),
                self._kept.times_a_day,
            )  # fmt: skip
            self.state.set_note(told, "check", fill="ph_done", shade="pa_done")
            return
        self.state.set_note(self.state.accessibleName(), "stethoscope", fill="caution_bg", shade="caution")

    def _on_numbers(self) -> None:
        numbers = self.numbers()
        self.keep.setEnabled(numbers is not None)
        self.keep.setVisible(numbers is None or numbers != self._kept)

    def _on_keep(self) -> None:
        numbers, doctor = self.numbers(), self.prescriber.given()
        if numbers is not None and doctor:
            self.said.emit(Saying(EYE_STEP, PRESCRIBED, doctor, prescription_note(numbers)))

    def _on_shown(self, on: bool) -> None:
        saying = self.shown_row.saying(on)
        if saying is not None:
            self.said.emit(saying)
