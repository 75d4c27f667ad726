"""The ten-day plan (C-47, DUR-19): a referral for a general massage is done at home, another is only noted."""

from __future__ import annotations

from PySide6.QtCore import Signal

from babymassage_gui.core.catalogue import Routine
from babymassage_gui.core.checkin import ENDED, REFERRAL, TEN_DAYS, age_refusal
from babymassage_gui.core.said import Said
from babymassage_gui.core.ten_days import BEGUN, DAYS, THERAPEUTIC, TenDays, referral_of
from babymassage_gui.gui.pages.care_view import CareView, Saying
from babymassage_gui.gui.pages.care_words import CareWords
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_options import FlowGrid, Heading, OptionGrid, WhyCard
from babymassage_gui.gui.pages.settings_said import ByField, Recorder
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.labels import Note


class TenDaysCard(WhyCard):
    """Who referred and to what; the routine that is begun; the day that it is."""

    said = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._words, self._spoken = Words(), CareWords()
        self.begin: dict[str, Recorder] = {}
        self._referral: Said | None = None
        super().__init__(theme, "")
        self.title.set_text(self.tr("Ten-day plan"))
        self.by = ByField(theme, self.tr("Referred by"), self.tr("Which doctor?"))
        self.kind = OptionGrid(
            theme,
            self.tr("The referral says"),
            {
                REFERRAL: (self.tr("General massage"), self.tr("Ten days at home, once a day.")),
                THERAPEUTIC: (self.tr("Therapeutic massage"), self.tr("Only noted: the specialist does it.")),
            },
        )
        self.state = Note(theme, "", "check", Type.BODY_BOLD)
        self.begin_heading = Heading(theme, self.tr("Begin with"), self.tr("A missed day is done on the next one."))
        self.stop = Recorder(theme, self.tr("End the plan"))
        self.stop_row = SettingRow(theme, self.tr("The plan"), "", self.stop)
        self._choices: FlowGrid | None = None
        how = self.tr("Write a name first.")
        self.add(SettingRow(theme, self.tr("Referred by"), how, self.by, 6), self.kind)
        self.add(self.state, why=self.tr("Treating is for specialists; this is everyday care."))
        self.add(self.begin_heading)
        self.add(self.stop_row)
        self.kind.chosen.connect(self._on_kind)
        self.stop.clicked.connect(lambda: self.said.emit(Saying(TEN_DAYS, ENDED)))

    def show_care(self, care: CareView) -> None:
        """Show the referral and the plan; nothing is sent back."""
        referral, plan = referral_of(care.said), care.ten_days
        self._referral = referral
        self.kind.choose(None if referral is None else referral.answer)
        if referral is not None:
            self.by.suggest(referral.by)
        self._make_begin(care)
        general = referral is not None and referral.answer == REFERRAL
        running = plan is not None and not plan.over
        self.begin_heading.setVisible(general and not running)
        if self._choices is not None:
            self._choices.setVisible(general and not running)
        for key, button in self.begin.items():
            routine = care.catalogue.routines[key]
            button.setEnabled(age_refusal(routine, care.age, early_start=care.baby.early_start) is None)
        self.stop_row.setVisible(running)
        self._tell(care, plan, therapeutic=referral is not None and not general)

    def _make_begin(self, care: CareView) -> None:
        """A button for each routine that can be wrapped."""
        wrapper = care.catalogue.routines.get(TEN_DAYS)
        if self._choices is not None or wrapper is None:
            return
        routines: list[Routine] = [care.catalogue.routines[key] for key in wrapper.wraps]
        for routine in routines:
            name = fill(self.tr("Begin ten days of %1"), routine.title)
            self.begin[routine.id] = Recorder(self.theme, routine.title, name=name)
            self.begin[routine.id].clicked.connect(
                lambda _on=False, key=routine.id: self.said.emit(Saying(TEN_DAYS, BEGUN, note=key))
            )
        self._choices = FlowGrid(self.theme, tuple(self.begin.values()), 170, 3)
        self._column.insertWidget(self._column.indexOf(self.begin_heading) + 1, self._choices)

    def _tell(self, care: CareView, plan: TenDays | None, *, therapeutic: bool) -> None:
        self.state.setVisible(therapeutic or plan is not None)
        if therapeutic:
            self.state.set_note(
                self.tr("Noted. The specialist does this massage."), "stethoscope", fill="caution_bg", shade="caution"
            )
        elif plan is not None and plan.ask_doctor:
            missed = self.tr("%n day(s) missed: ask your doctor whether to start again.", "", plan.missed_in_a_row)
            self.state.set_note(missed, "stethoscope", fill="caution_bg", shade="caution")
        elif plan is not None:
            self.state.set_note(self._progress(plan), "check", fill="ph_done", shade="pa_done")
        if plan is not None:
            titles = {key: routine.title for key, routine in care.catalogue.routines.items()}
            self.stop_row.title.set_text(titles.get(plan.routine_id, self.title.text()))
            begun = fill(self.tr("Begun on %1."), self._spoken.day(plan.begun_on, care.today))
            self.stop_row.sentence.set_text(begun)

    def _progress(self, plan: TenDays) -> str:
        if plan.over:
            return self.tr("All ten days are done.")
        if plan.done_today:
            return fill(self.tr("Day %1 of %2 is done. See you tomorrow."), plan.day, DAYS)
        return fill(self.tr("Day %1 of %2 is today."), plan.day, DAYS)

    def _on_kind(self, kind: str) -> None:
        """Said once; without a name the tiles stay as they were."""
        name, before = self.by.given(), self._referral
        if name and (before is None or (before.answer, before.by) != (kind, name)):
            self.said.emit(Saying(TEN_DAYS, kind, name))
        elif not name:
            self.kind.choose(None if before is None else before.answer)
