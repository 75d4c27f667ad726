"""Settings, room "Care": what doctors and others said or showed, by whom and when. It stays on this computer."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.checks import Group
from babymassage_gui.core.profile import DOCTOR_YES_DAYS
from babymassage_gui.core.said import newest
from babymassage_gui.core.standing import DOCTOR, NO, OF_PROFILE, YES
from babymassage_gui.core.wish import LOIN_GLIDE, RUBBING
from babymassage_gui.gui.pages.care_view import CareView, Saying
from babymassage_gui.gui.pages.care_words import CareWords
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_drawers import FamilyRoom
from babymassage_gui.gui.pages.settings_entries import EntriesCard
from babymassage_gui.gui.pages.settings_marks import MarksCard
from babymassage_gui.gui.pages.settings_options import WhyCard
from babymassage_gui.gui.pages.settings_said import ByField, InPersonRow, Recorder
from babymassage_gui.gui.pages.settings_tear_duct import TearDuctCard
from babymassage_gui.gui.pages.settings_ten_days import TenDaysCard
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.labels import Note, TextLabel


class CareRoom(FamilyRoom):
    """Cards of what was said; each press records one thing."""

    def __init__(self, theme: Theme) -> None:
        self._words, self._spoken = Words(), CareWords()
        self.shown_rows: dict[str, InPersonRow] = {}
        super().__init__(theme)
        self.nobody = Note(theme, self.tr("First tell us about your baby."), "baby", Type.BODY_BOLD)
        self.doctor_card, self.shown_card = self._make_doctor(theme), self._make_shown(theme)
        self.entries = EntriesCard(theme)
        self.entries.unsaid.connect(self.unsaid)
        self.marks, self.tear_duct, self.ten_days = MarksCard(theme), TearDuctCard(theme), TenDaysCard(theme)
        self.cards: tuple[QWidget, ...] = (
            self.doctor_card, self.entries, self.marks, self.shown_card, self.tear_duct, self.ten_days
        )  # fmt: skip
        self.put(self.nobody, *self.cards)
        for card in (self.entries, self.marks, self.tear_duct, self.ten_days):
            card.said.connect(self.said)

    def _make_doctor(self, theme: Theme) -> WhyCard:
        card = WhyCard(theme, self.tr("Your doctor"))
        self.yes = Recorder(theme, self.tr("Yes, today"), "check", name=self.tr("The doctor said yes today"))
        self.yes.clicked.connect(self._on_yes)
        self.yes_row = SettingRow(theme, self.tr("Massage is fine"), "", self.yes)
        self.doctor = ByField(theme, self.tr("Said by"), self.tr("Which doctor?"))
        self.questions = LinkButton(theme, self.tr("See the answers"), "stethoscope", px=20)
        self.questions.clicked.connect(lambda: self.wanted.emit("health"))
        self.allowed = TextLabel(theme, "", Type.HINT, shade="ink2")
        named = SettingRow(theme, self.tr("Said by"), self.tr("The name may stay empty."), self.doctor, 6)
        card.add(named, self.yes_row, why=self.tr("Asked again after half a year or an illness."))
        card.add(
            SettingRow(
                theme, self.tr("Health questions"), self.tr("Heart, fits, a bulge: asked now and then."), self.questions
            )
        )
        card.add(self.allowed)
        return card

    def _make_shown(self, theme: Theme) -> WhyCard:
        card = WhyCard(theme, self.tr("Shown to you in person"))
        self.shower = ByField(theme, self.tr("Shown to us by"), self.tr("Who showed it?"))
        how = self.tr("Write a name first.")
        row = SettingRow(theme, self.tr("Shown to us by"), how, self.shower, 6)
        card.add(row, why=self.tr("Some moves can hurt if nobody showed them."))
        return card

    @override
    def fill_in(self) -> None:
        care = self.care
        self.nobody.setVisible(care is None)
        for card in self.cards:
            card.setVisible(care is not None)
        if care is None:
            return
        self._fill_in_doctor(care)
        self._make_rows(care)
        for row in self.shown_rows.values():
            row.show_care(care)
            said = newest(care.said, row.subject)
            self.shower.suggest("" if said is None else said.by)
        for pictured in (self.entries, self.marks):
            pictured.show_care(care, self.settings.baby_skin)
        for card in (self.tear_duct, self.ten_days):
            card.show_care(care)

    def _fill_in_doctor(self, care: CareView) -> None:
        on = care.baby.doctor_yes_on
        self.yes_row.sentence.set_text(self._about_yes(care, on))
        self.yes.setEnabled(on != care.today)
        said = newest(care.said, DOCTOR, YES)
        self.doctor.suggest("" if said is None else said.by)
        told_of = "\n".join(self._allowed(care))
        self.allowed.set_text(told_of)
        self.allowed.setVisible(bool(told_of))

    def _about_yes(self, care: CareView, on: date | None) -> str:
        """The doctor's yes with its day, by whom if a name was given, and until when it holds."""
        if on is None:
            return self.tr("Not asked yet.")
        day, said = self._spoken.day(on, care.today), newest(care.said, DOCTOR, YES)
        if not care.baby.doctor_agrees(care.today):
            return fill(self.tr("Said on %1: please ask again."), day)
        until = self._spoken.day(on + timedelta(days=DOCTOR_YES_DAYS), care.today)
        if said is not None and said.by and said.at.astimezone(care.zone).date() == on:
            return fill(self.tr("%1, %2. Holds until %3."), said.by, day, until)
        return fill(self.tr("Said on %1, holds until %2."), day, until)

    def _allowed(self, care: CareView) -> list[str]:
        """What a doctor has allowed in spite of a yes to a health question, by whom and when."""
        lines = []
        for check in care.catalogue.checks.values():
            said = newest(care.said, check.id)
            if check.group is not Group.NEVER or check.id in OF_PROFILE or said is None or said.answer == NO:
                continue
            answer = check.answer(said.answer)
            if answer is not None:
                who = self._spoken.said_by(said, care.today, care.zone)
                lines.append(fill(self.tr("%1 %2 (%3)", "question, answer, by whom"), check.question, answer.text, who))
        return lines

    def _make_rows(self, care: CareView) -> None:
        """A row for each move, and for what opens early once it was shown."""
        if self.shown_rows:
            return
        month = self._from_four_months()
        things = [(step.id, step.title, month) for step in care.pro_steps]
        things.append((RUBBING, self.tr("Rubbing"), self.tr("Then from 3 months, see Massage.")))
        things.append((LOIN_GLIDE, self.tr("A glide over the loin"), self.tr("Then in Calm-down, see Massage.")))
        for subject, title, waiting in things:
            row = InPersonRow(self.theme, subject, title, waiting, self.shower)
            row.switch.clicked.connect(lambda on, row=row: self._on_shown(row, on))
            self.shown_rows[subject] = row
            self.shown_card.add(row)

    def _from_four_months(self) -> str:
        return self.tr("Not shown yet. From 4 months.")

    def _on_shown(self, row: InPersonRow, on: bool) -> None:
        saying = row.saying(on)
        if saying is not None:
            self.said.emit(saying)

    def _on_yes(self) -> None:
        """The name is welcome, not needed: it was the parent who asked."""
        self.said.emit(Saying(DOCTOR, YES, self.doctor.text().strip()))
