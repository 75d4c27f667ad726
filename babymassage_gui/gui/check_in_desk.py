"""Joins the check-in to the household: what each press says, what the page shows of it, and when a wait is over.

It knows no navigation. The verdict is the household's; nothing here weighs an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from babymassage_gui.core.body import View
from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.grounds import of_check, of_refusal
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import DOCTOR, FEED, HARMLESS, NOT_SORE, SKIN, VACCINE, YES, Standing, standing
from babymassage_gui.core.today import Today
from babymassage_gui.gui.answer_desk import AnswerDesk
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.check_in_places import PlaceQuestions
from babymassage_gui.gui.pages.check_in_sheet import Ask
from babymassage_gui.gui.pages.check_in_view import (
    MARKED_PARTS,
    PICTURE,
    ROOM,
    Act,
    CheckInView,
    Moment,
    Option,
    Tone,
    answered,
    choices_of,
    vaccine_moment,
)
from babymassage_gui.gui.pages.check_in_words import CheckInWords
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.services.household import Household

# How often the page looks at the clock, and how soon after the end of a wait.
LOOK_MS, AFTER_MS = 30_000, 200
LIMBS, DOCTOR_YES, SITE = "N-10", "doctor-yes", "site"


class CheckInDesk(AnswerDesk):
    """`began`: a session runs. `health_wanted`: standing questions are due first. `rang`: a wait is over.

    `armed` says whether the parent wants to hear that.
    """

    began = Signal()
    today_wanted = Signal()
    practise = Signal()
    health_wanted = Signal()
    rang = Signal()
    armed = Signal(bool)

    def __init__(
        self, house: Household, page: CheckInPage, emergency: EmergencyPage, parent: QObject,
        views: Mapping[str, View] | None = None,
    ) -> None:  # fmt: skip
        """On `views` of the figure places are pressed; words do without them."""
        super().__init__(house, page, emergency, parent)
        self.page, self._places = page, PlaceQuestions(views or {}, self)
        self._words = CheckInWords(Words(), self, pictured=self._places.pictured)
        self._wish: int | None = None
        self._fed: Said | None = None
        self._visit, self._open_row, self._asked = Visit(), "", ("", "")
        self._armed = self._going_on = False
        self.look = QTimer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self.look.timeout.connect(self._on_look)
        page.back.connect(self.today_wanted)
        page.row_pressed.connect(self._on_row)
        page.option_pressed.connect(self._on_option)
        page.none_pressed.connect(self._on_none)
        page.feed_pressed.connect(self._on_feed)
        page.begin_pressed.connect(self._on_begin)
        page.act_pressed.connect(self._on_act)
        page.why.connect(self._on_why)
        page.verdict_why.connect(self._on_verdict_why)
        page.doctor_answered.connect(self._on_doctor)

    def begin(self, wish: int | None, *, going_on: bool = False) -> None:
        """Open the page, with today's length as wished; nothing is preset but a feed that must still settle.

        `going_on`: it leads to the session that was cut off instead of a new one.
        """
        self.begin_visit()
        self._wish, self._going_on, self._open_row = wish, going_on, ""
        self._fed = next((s.said for s in self._stands() if s.check.id == FEED and s.said is not None), None)
        self._visit = Visit(fed=self._fed is not None)
        self.page.begin_visit()
        self.show()
        self.page_wanted.emit(self.page)
        self.page.focus_column(1)

    def _stands(self) -> tuple[Standing, ...]:
        return standing(self.house.catalogue.checks, self.house.known(), self.now)

    def _today(self) -> Today:
        """Today; for a session to be gone on with, what forbids that in the place of what forbids a start."""
        today = self.house.today(self._wish)
        cut = today.cut_off if self._going_on else None
        return today if cut is None else replace(today, refusal=cut.refusal)

    def moment(self) -> Moment:
        """Everything as it stands now."""
        house = self.house
        return Moment(
            house.catalogue.checks, house.known(), self._today(), house.judge(self._visit), self._stands(),
            self._visit, self.now, None if self._fed is None else self._fed.at.astimezone(self.now.tzinfo),
            house.settings.choices.product, self._open_row, self._armed,
        )  # fmt: skip

    def show(self) -> CheckInView:
        """Show the page as it stands, and look again before anything on it changes."""
        moment = self.moment()
        view = self._words.view(moment)
        self.page.show_check_in(view)
        if self._armed and view.bar.tone in (Tone.GO, Tone.ASK):
            self._ring()
        one, refused = moment.judgement.standing, moment.today.refusal
        ends = [one.until if one is not None else None, refused.opens_at if refused is not None else None]
        left = [(end - moment.now).total_seconds() * 1000 + AFTER_MS for end in ends if end is not None]
        self.look.start(max(AFTER_MS, min(LOOK_MS, *map(round, left), LOOK_MS)))
        return view

    def _on_look(self) -> None:
        if self.page.isVisible() or self._armed:
            with self.excused():
                self.show()

    def _ring(self) -> None:
        """The window asks for attention; who hears `rang` makes it heard."""
        self._armed = False
        QApplication.alert(self.page.window())
        self.rang.emit()

    def _on_row(self, check_id: str) -> None:
        check = self.house.catalogue.checks[check_id]
        with self.excused():
            stands = answered(self.moment().of(check_id))
            mine = [s.said for s in stands if s.said is not None and s.said.id in self.here]
            unfold = check_id if self._open_row != check_id else ""
            if mine:
                for said in mine:
                    self.take_back(said)
                unfold = ""
            elif not stands:
                self._changed()
                if len(choices_of(check)) == 1 and check_id != VACCINE:
                    self.say(check_id, choices_of(check)[0])
                    unfold = check_id
            self._open_row = unfold
            if mine:
                self._changed()
        self._show()

    def _changed(self) -> None:
        """Something in the first column is another thing than before: it has to be finished anew."""
        self._visit = replace(self._visit, nothing_else=False)

    def _show(self) -> None:
        with self.excused():
            self.show()

    def _on_option(self, check_id: str, key: str) -> None:
        with self.excused():
            if check_id == ROOM:
                self._on_room(key)
            elif key == PICTURE:
                self._ask(check_id, SITE)
                return
            elif check_id == VACCINE:
                self._on_vaccine(key)
            elif key.startswith("gone:"):
                for zone in MARKED_PARTS[key.removeprefix("gone:")]:
                    self.say(SKIN, "gone", note=zone)
                self._fold_unanswered(check_id)
            elif key in (HARMLESS, DOCTOR_YES):
                self._ask(check_id, key)
                return
            else:
                self._changed()
                self._toggle(check_id, key)
                self._fold_unanswered(check_id)
        self._show()

    def _toggle(self, check_id: str, key: str) -> None:
        """Press an answer, or take it back where it stands."""
        pressed = [s.said for s in self.moment().of(check_id) if s.answer.id == key and s.said is not None]
        for said in pressed:
            self.take_back(said)
        if not pressed:
            self.say(check_id, key)

    def _fold_unanswered(self, check_id: str) -> None:
        if not answered(self.moment().of(check_id)):
            self._open_row = ""

    def _on_room(self, key: str) -> None:
        stands = [s.said for s in self.moment().of(ROOM) if s.said is not None]
        same = any(said.answer == key for said in stands)
        for said in stands:
            self.take_back(said)
        if not same:
            self.say(ROOM, key)

    def _on_vaccine(self, key: str) -> None:
        """When it was, or where it went in; the second replaces the first with its place."""
        self._changed()
        if key == NOT_SORE:
            self.say(VACCINE, NOT_SORE)
            self._open_row = ""
            return
        stands = [s.said for s in answered(self.moment().of(VACCINE)) if s.said is not None]
        at, note = (stands[0].at, stands[0].note) if stands else (self.now, "")
        what, value = key.split(":")
        if what == "site":
            note = value
        else:
            days = int(value)
            day = self.now.date() - timedelta(days=days)
            again = bool(stands) and at.astimezone(self.now.tzinfo).date() == day
            at = vaccine_moment(self.now, days)
            if again:
                for said in stands:
                    self.take_back(said)
                return
        self.say(VACCINE, YES, at=at, note=note)
        for said in stands:
            self.take_back(said)
        self._fold_unanswered(VACCINE)

    def _on_none(self) -> None:
        with self.excused():
            if self._words.view(self.moment()).none.enabled:
                self._visit = replace(self._visit, nothing_else=not self._visit.nothing_else)
                self._open_row = ""
        self._show()

    def _on_feed(self, minutes: int) -> None:
        """The newest word holds: what was said of a feed here, or still has to settle, is taken back."""
        with self.excused():
            view = self._words.view(self.moment())
            again = next(f.chosen for f in view.feeds if f.minutes == minutes)
            old = {s.said for s in self._stands() if s.check.id == FEED and s.said is not None}
            if self._fed is not None and self._fed.id in self.here:
                old.add(self._fed)
            said = None if again else self.say(FEED, "fed", at=self.now - timedelta(minutes=minutes))
            for one in old:
                self.take_back(one)
            self._fed = said
            self._visit = replace(self._visit, fed=said is not None)
        self._show()

    def _on_begin(self) -> None:
        """The third tap. What was refused a moment ago is looked at once more."""
        self._visit = replace(self._visit, ready=True)
        with self.excused():
            today, judgement = self._today(), self.house.judge(self._visit)
            if judgement.due:
                self.health_wanted.emit()
                return
            if today.refusal is None and judgement.may_begin and not self._open_row_waits():
                if self._going_on and today.cut_off is not None:
                    self.house.carry_on(today.cut_off, self._visit)
                else:
                    self.house.start(today, self._visit)
                self.look.stop()
                self._armed = False
                self.began.emit()
                return
        self._show()

    def _open_row_waits(self) -> bool:
        return self.moment().pending is not None

    def _on_act(self, act: Act) -> None:
        if act is Act.CALL:
            self.call()
        elif act is Act.DOLL:
            self.practise.emit()
        elif act is Act.DOCTOR:
            check = self._words.asked_about(self.moment())
            if check is not None:
                self._ask(check.id, DOCTOR_YES)
        else:
            with self.excused():
                if act is Act.RING:
                    self._armed = not self._armed
                    self.armed.emit(self._armed)
                elif act is Act.ROOM_FINE:
                    self.say(ROOM, "fine")
            self._show()

    def _ask(self, check_id: str, answer: str) -> None:
        """Ask who said yes, and what else belongs to it."""
        self._asked = (check_id, answer)
        check = self.house.catalogue.checks[check_id]
        title, skin = self.tr("The doctor said yes"), self.house.settings.baby_skin
        if answer == SITE:
            ask = self._places.of_vaccine(self._words.limbs(), skin)
        elif answer == HARMLESS:
            ask = self._places.of_mark(self._words.parts(), skin)
        elif check_id == LIMBS:
            options = tuple(Option(a.id, a.text) for a in check.answers if a.id.startswith(DOCTOR_YES))
            ask = Ask(title, self.tr("May the limbs be massaged too?"), options, heading=self.tr("First: the limbs?"))
        else:
            ask = Ask(title, fill(self.tr("%1 It is kept with today's date.", "a question"), check.question))
        self.page.ask_doctor(ask)

    def _on_doctor(self, name: str, chosen: tuple[str, ...]) -> None:
        check_id, answer = self._asked
        with self.excused():
            if answer == SITE:
                self._on_vaccine(f"site:{chosen[0]}")
                self._show()
                return
            if answer == HARMLESS:
                for zone in dict.fromkeys(zone for part in chosen for zone in MARKED_PARTS[part]):
                    self.say(SKIN, HARMLESS, by=name, note=zone)
            elif check_id == DOCTOR:
                self.house.answers.doctor_said_yes(self.baby, DOCTOR)
            else:
                self.house.answers.doctor_said_yes(self.baby, check_id, chosen[0] if chosen else answer, by=name)
            self._changed()
            self._open_row = ""
        self._show()

    def _on_why(self, check_id: str) -> None:
        self.page.tell_why(self.reason(self.house.catalogue.checks[check_id]))

    def _on_verdict_why(self) -> None:
        """What the verdict of the bar rests on."""
        with self.excused():
            moment, full = self.moment(), self.house.library()
            one, refused = moment.judgement.standing, moment.today.refusal
            title = self.page.bar.view.title
            if one is not None and one.verdict.rank < Verdict.PREPARE.rank:
                self.page.tell_why(self.reason_of(title, (of_check(one.check),)))
            elif refused is not None:
                self.page.tell_why(self.reason_of(title, of_refusal(full, refused, moment.today.routine)))
            elif moment.pending is not None:
                self.page.tell_why(self.reason(moment.pending))
