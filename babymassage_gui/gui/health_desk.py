"""Joins the standing questions to the household: what each press says, and what is shown of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from babymassage_gui.core.checks import Check, Group, Verdict
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.said import newest
from babymassage_gui.core.standing import AGE, DOCTOR, NAVEL, NO, YES, Standing, standing
from babymassage_gui.gui.answer_desk import AnswerDesk
from babymassage_gui.gui.pages.check_in_sheet import Ask
from babymassage_gui.gui.pages.check_in_view import Button, Option, OptionGroup, RowView, Tone
from babymassage_gui.gui.pages.check_in_words import TONES
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.health import HealthPage, HealthRow, HealthView, Occasion
from babymassage_gui.gui.text import fill
from babymassage_gui.services.household import Household

ALARM, DOCTOR_YES = "now", "doctor-yes"
ICONS = {
    "N-04": "baby", "N-05": "heartbeat", "N-06": "drop", "N-07": "warning-circle", "N-08": "hand-palm",
    "N-09": "sparkle", "N-10": "bandaids", "N-11": "drop-half", "N-12": "chart-bar", "N-13": "virus", "N-14": "syringe",
    "N-15": "note-pencil",
}  # fmt: skip


class HealthDesk(AnswerDesk):
    """`done` says that all is answered, `left` that the parent went back."""

    done = Signal()
    left = Signal()

    def __init__(self, house: Household, page: HealthPage, emergency: EmergencyPage, parent: QObject) -> None:
        super().__init__(house, page, emergency, parent)
        self.page = page
        self.occasion = Occasion.FIRST
        self._ids: tuple[str, ...] = ()
        self._open_row, self._may_leave = "", True
        self._asked = ("", "")
        page.back.connect(self.left)
        page.row_pressed.connect(self._on_row)
        page.option_pressed.connect(self._on_option)
        page.none_pressed.connect(self._on_none)
        page.why.connect(lambda check_id: page.tell_why(self.reason(house.catalogue.checks[check_id])))
        page.doctor_answered.connect(self._on_doctor)

    def due(self) -> tuple[Check, ...]:
        """What has to be asked before the next massage."""
        return self.house.judge(Visit()).due

    def begin(self, occasion: Occasion) -> None:
        """Ask what is due; in Settings everything can be looked up."""
        self.begin_visit()
        self._may_leave = occasion is not Occasion.FIRST
        due = {check.id for check in self.due()}
        asked = [check.id for check in self.house.catalogue.checks.values() if _is_asked(check)]
        if occasion is not Occasion.LOOKED_UP:
            asked = [check_id for check_id in asked if check_id in due]
            if len(asked) == sum(_is_asked(check) for check in self.house.catalogue.checks.values()):
                never = all(newest(self.house.known().said, check_id) is None for check_id in asked)
                occasion = Occasion.FIRST if occasion is Occasion.FIRST or never else occasion
        self.occasion, self._ids, self._open_row = occasion, tuple(asked), ""
        self.page.forget()
        self.show()
        self.page_wanted.emit(self.page)
        self.page.focus_first()

    def _stands(self) -> dict[str, Standing]:
        found = standing(self.house.catalogue.checks, self.house.known(), self.now)
        return {s.check.id: s for s in found if s.check.id in self._ids and s.said is not None}

    def show(self) -> None:
        """Show the questions as they stand."""
        checks, stands = self.house.catalogue.checks, self._stands()
        rows = tuple(HealthRow(self._row(checks[c], stands.get(c)), checks[c].question) for c in self._ids)
        due = {check.id for check in self.due()}
        doctor = None
        if DOCTOR in due:
            texts = (("not-needed", self.tr("No doctor was needed")), (YES, self.tr("The doctor says massage is fine")),
                     (NO, self.tr("Not asked yet")))  # fmt: skip
            doctor = OptionGroup(tuple(Option(key, text) for key, text in texts))
        asks = next((s for s in stands.values() if s.verdict is Verdict.ASK_DOCTOR), None)
        question = self.tr("After the illness: what did the doctor say?") if doctor else ""
        told = asks.answer.reason if asks is not None else ""
        self.page.show_health(
            HealthView(self.occasion, rows, question, doctor, self._button(doctor), told, self._may_leave)
        )

    def _button(self, doctor: OptionGroup | None) -> Button:
        if doctor is not None:
            return Button(self.tr("First: the doctor"), enabled=False)
        if not self.due():
            return Button(self.tr("Done"))
        if self.occasion is Occasion.AGAIN:
            return Button(self.tr("Nothing has changed") if not self.here else self.tr("Nothing else"))
        return Button(self.tr("None of these") if not self.here else self.tr("Nothing else"))

    def _row(self, check: Check, one: Standing | None) -> RowView:
        said = one is not None and one.answer.id != NO
        tone = TONES.get(one.verdict, Tone.GO) if one is not None and said else Tone.PLAIN
        told = self._told(one) if one is not None and said else ""
        groups = self._groups(check, one) if said else ()
        is_open = self._open_row == check.id and bool(groups)
        return RowView(check.id, check.label, ICONS[check.id], tone, told, is_open, groups)

    def _told(self, one: Standing) -> str:
        who = one.said.by if one.said is not None else ""
        if who and one.answer.id.startswith(DOCTOR_YES):
            return fill(self.tr("%1 (%2)", "the doctor's answer, the doctor's name"), one.answer.text, who)
        return one.answer.reason if one.answer.id == YES else one.answer.text

    def _groups(self, check: Check, one: Standing | None) -> tuple[OptionGroup, ...]:
        current = one.answer.id if one is not None else ""
        options = [Option(a.id, a.text, a.id == current) for a in check.answers if a.id.startswith(DOCTOR_YES)]
        if one is not None and one.said is not None and one.said.id not in self.here:
            options += [Option(a.id, a.text) for a in check.answers if a.id == NO]
        alarms = tuple(Option(a.id, a.text, a.id == current) for a in check.answers if a.id == ALARM)
        heading = self.tr("And the doctor?") if check.id != "N-10" else self.tr("May we massage?")
        found = (OptionGroup(tuple(options), heading), OptionGroup(alarms, self.tr("Or right now?")))
        return tuple(group for group in found if group.options)

    def _on_row(self, check_id: str) -> None:
        with self.excused():
            one = self._stands().get(check_id)
            unfold = check_id if self._open_row != check_id else ""
            if one is None or one.said is None or one.answer.id == NO:
                self.say(check_id, YES)
                unfold = check_id
            elif one.said.id in self.here:
                self.take_back(one.said)
                unfold = ""
            self._open_row = unfold
        self._show()

    def _on_option(self, check_id: str, key: str) -> None:
        with self.excused():
            one = self._stands().get(check_id)
            if check_id == DOCTOR:
                self.house.answers.say_after_illness(self.baby, key)
                if not self.due():
                    self.done.emit()
                    return
            elif one is not None and one.said is not None and one.answer.id == key and one.said.id in self.here:
                self.take_back(one.said)
            elif key.startswith(DOCTOR_YES):
                self._asked = (check_id, key)
                check = self.house.catalogue.checks[check_id]
                self.page.ask_doctor(Ask(self.tr("The doctor said yes"), check.question))
                return
            else:
                self.say(check_id, key)
                if self.urgent():
                    self.show()
                    self.call()
                    return
        self._show()

    def _on_doctor(self, name: str, _chosen: tuple[str, ...]) -> None:
        check_id, answer = self._asked
        with self.excused():
            self.say(check_id, answer, by=name)
        self._show()

    def _on_none(self) -> None:
        with self.excused():
            self.house.answers.say_none_of(self.baby, self.due())
            self.done.emit()
            return
        self._show()

    def _show(self) -> None:
        with self.excused():
            self.show()


def _is_asked(check: Check) -> bool:
    return check.group is Group.NEVER and check.id not in (DOCTOR, AGE, NAVEL)
