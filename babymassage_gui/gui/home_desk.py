"""Joins Today to the list of routines, to a session that was cut off, and to what the parent says about the length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.grounds import of_length, of_refusal
from babymassage_gui.core.growth_rule import FREE, HOLD, LOWER, NO, SPLIT, TARGET, YES
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.rooms import Rooms
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.services.household import Household

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.chooser import ChooserPage


class HomeDesk(QObject):
    """Every press acts at once. `page_wanted(QWidget)`; `told(str)`: what was done; `failed(Expected)`: it was not.

    Today itself is asked for through the rooms' signal, as by any page.
    """

    page_wanted = Signal(QWidget)
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, house: Household, home: HomePage, rooms: Rooms) -> None:
        super().__init__(home)
        self._house, self._home, self._rooms, self._words = house, home, rooms, Words()
        self._page: ChooserPage | None = None
        self._look_again = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self._look_again.timeout.connect(self._on_look_again)
        home.change_wanted.connect(self.choose)
        home.why_wanted.connect(self._on_why)
        home.ground_pressed.connect(rooms.read)
        home.split.connect(self._on_split)
        home.held.connect(self._on_held)
        home.lowered.connect(self._on_lowered)
        home.as_before.connect(self._on_as_before)
        home.carry_on.connect(self._on_carry_on)
        home.keep.connect(lambda: self._settle(keep=True))
        home.discard.connect(lambda: self._settle(keep=False))

    def choose(self) -> None:
        """The list of routines, looked at now."""
        try:
            page = self._rooms.chooser()
        except Expected as fault:
            self.failed.emit(fault)
            return
        if self._page is None:
            self._page = page
            page.chosen.connect(self._on_chosen)
            page.left.connect(self._rooms.today_wanted)
            page.care_wanted.connect(self._on_care)
            page.why.connect(self._on_why_closed)
            page.ground_pressed.connect(self._rooms.read)
        self.page_wanted.emit(page)
        page.first_button().setFocus()
        self._wait(page)

    def _wait(self, page: ChooserPage) -> None:
        seconds = (page.changes_at - self._house.clock.local_time()).total_seconds()
        self._look_again.start(round(1000 * (seconds + 1)))

    def _on_look_again(self) -> None:
        if self._page is not None and self._page.isVisible():
            self.choose()

    def _on_chosen(self, routine_id: str) -> None:
        try:
            self._house.choose(routine_id)
        except Expected as fault:
            self.failed.emit(fault)
        self._rooms.today_wanted.emit()

    def _on_care(self) -> None:
        self.page_wanted.emit(self._rooms.care())

    def _on_why(self) -> None:
        """What Today's length or refusal rests on."""
        from babymassage_gui.gui.ground_words import bases_of

        try:
            today, full = self._house.today(), self._house.library()
        except Expected as fault:
            self.failed.emit(fault)
            return
        if today.refusal is not None:
            grounds = of_refusal(full, today.refusal, today.routine)
        else:
            grounds = of_length(full, today.target.reason, today.routine)
        self._home.show_grounds(bases_of(grounds, full))

    def _on_why_closed(self, routine_id: str) -> None:
        """What a routine that is closed now waits for."""
        from babymassage_gui.gui.ground_words import bases_of
        from babymassage_gui.gui.pages.grounds_paper import Reason

        try:
            closed, full = self._house.choosing().closed, self._house.library()
        except Expected as fault:
            self.failed.emit(fault)
            return
        one = next((choice for choice in closed if choice.routine.id == routine_id), None)
        if one is not None and one.refusal is not None and self._page is not None:
            grounds = of_refusal(full, one.refusal, one.routine)
            self._page.tell_why(Reason(one.routine.title, bases_of(grounds, full)))

    def _on_carry_on(self) -> None:
        """Go on with a session that was cut off; one that has lain long by way of the check-in."""
        try:
            cut = self._house.unfinished()
            if cut is None or cut.refusal is not None:
                self._rooms.today_wanted.emit()
            elif cut.asks:
                self._rooms.answer_desks().go_on()
            else:
                self._house.carry_on(cut)
                self._rooms.began.emit()
        except Expected as fault:
            self._rooms.today_wanted.emit()
            self.failed.emit(fault)

    def _settle(self, *, keep: bool) -> None:
        """Keep what a session did that was cut off, or discard it."""
        house, fault = self._house, None
        try:
            cut = house.unfinished()
            if cut is not None:
                (house.keep if keep else house.discard)(cut.session)
        except Expected as found:
            fault = found
        self._rooms.today_wanted.emit()
        if fault is not None:
            self.failed.emit(fault)

    def _on_split(self, wanted: bool) -> None:
        if wanted:
            self._say(
                (SPLIT, YES, ""), told=self.tr("In short parts, two hours apart. One press under Why? joins them.")
            )
        else:
            self._say((SPLIT, NO, ""), told=self.tr("In one piece. Under Why? it can still be parted."))

    def _on_held(self, hold: bool) -> None:
        today = self._house.today()
        if hold:
            minutes = self._words.minutes(today.target.minutes)
            self._say((TARGET, HOLD, ""), told=fill(self.tr("It stays at %1 until you say otherwise."), minutes))
            return
        told = self.tr("It may grow again.")
        lowered = today.target.minutes if today.lowered else None
        self._say((TARGET, FREE, ""), *([] if lowered is None else [(TARGET, LOWER, str(lowered))]), told=told)

    def _on_lowered(self, minutes: int) -> None:
        told = fill(self.tr("%1 from now on."), self._words.minutes(minutes))
        self._say((TARGET, LOWER, str(minutes)), told=told)

    def _on_as_before(self) -> None:
        held = self._house.today().held
        again = [(TARGET, HOLD, "")] if held else []
        self._say((TARGET, FREE, ""), *again, told=self.tr("As long as before."))

    def _say(self, *sayings: tuple[str, str, str], told: str) -> None:
        """Keep what the parent says, show what follows from it, and say so."""
        baby = self._house.baby
        if baby is None:
            return
        try:
            for subject, answer, note in sayings:
                self._house.answers.say(baby, subject, answer, note=note)
        except Expected as fault:
            self.failed.emit(fault)
            return
        self._rooms.today_wanted.emit()
        self.told.emit(told)
