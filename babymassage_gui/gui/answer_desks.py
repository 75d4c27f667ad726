"""The way from Start to a session: the standing questions if any are due, then the check-in. And where each leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from babymassage_gui.core.body import View
from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.ports import Senses
from babymassage_gui.gui.bell import Bell
from babymassage_gui.gui.check_in_desk import CheckInDesk
from babymassage_gui.gui.health_desk import HealthDesk
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.health import HealthPage, Occasion
from babymassage_gui.gui.theme import Theme
from babymassage_gui.services.household import Household

Page = TypeVar("Page", bound=QWidget)


class AnswerDesks(QObject):
    """Both desks. `first_answered`: the questions after the welcome are answered; `began`: a session runs."""

    page_wanted = Signal(QWidget)
    today_wanted = Signal()
    settings_wanted = Signal()
    ground_wanted = Signal(object, str, str)
    first_answered = Signal()
    practise = Signal()
    began = Signal()
    fault = Signal(object)

    def __init__(
        self, house: Household, put: Callable[[QWidget], QWidget], theme: Theme, parent: QObject,
        senses: Senses | None = None, views: Mapping[str, View] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._house = house
        self._wish: int | None = None
        self._going_on = False
        self._pages = pages = (CheckInPage(theme), HealthPage(theme), EmergencyPage(theme), EmergencyPage(theme))
        for page in pages:
            put(page)
        for page in pages[:2]:
            page.ground_pressed.connect(self.ground_wanted)
        self.check_in = CheckInDesk(house, pages[0], pages[2], self, views)
        Bell(self.check_in, house, senses)
        self.health = HealthDesk(house, pages[1], pages[3], self)
        for desk in (self.check_in, self.health):
            desk.page_wanted.connect(self.page_wanted)
            desk.fault.connect(self.fault)
        self.check_in.began.connect(self.began)
        self.check_in.today_wanted.connect(self.today_wanted)
        self.check_in.practise.connect(self.practise)
        self.check_in.health_wanted.connect(lambda: self.health.begin(Occasion.AGAIN))
        self.health.done.connect(self._on_health_done)
        self.health.left.connect(self._on_health_left)

    def leave(self, stack: QStackedWidget) -> None:
        """Go, with the pages, once what is being pressed on them is over."""
        for page in self._pages:
            stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.deleteLater()

    def come_back(self, page: QWidget) -> bool:
        """Go on with a page of these after something was read in the library; False if it is none of them."""
        if page is self.check_in.page:
            with self.check_in.excused():
                self.check_in.show()
        elif page is not self.health.page:
            return False
        self.page_wanted.emit(page)
        return True

    def first(self) -> None:
        """The questions after the welcome."""
        self.health.begin(Occasion.FIRST)

    def look_up(self) -> None:
        """The questions from Settings."""
        with self.health.excused():
            self.health.begin(Occasion.LOOKED_UP)

    def start(self, wish: int | None) -> None:
        """Toward a session of so many minutes. What only Today can answer is left to Today."""
        self._wish, self._going_on = wish, False
        try:
            self._lead(self._house.today(wish).refusal)
        except Expected as fault:
            self.fault.emit(fault)

    def go_on(self) -> None:
        """Toward going on with a session that was cut off, by the same way."""
        self._wish, self._going_on = None, True
        try:
            cut = self._house.unfinished()
            self._lead(Refusal(Barrier.NOT_OFFERED) if cut is None else cut.refusal)
        except Expected as fault:
            self.fault.emit(fault)

    def _lead(self, refused: Refusal | None) -> None:
        if refused is not None and refused.barrier is not Barrier.ANSWER:
            self.today_wanted.emit()
        elif self.health.due():
            self.health.begin(Occasion.AGAIN)
        else:
            self.check_in.begin(self._wish, going_on=self._going_on)

    def _on_health_done(self) -> None:
        if self.health.occasion is Occasion.LOOKED_UP:
            self.settings_wanted.emit()
        elif not self._house.settings.text_size_asked:
            self.first_answered.emit()
        elif self._going_on:
            self.go_on()
        else:
            self.start(self._wish)

    def _on_health_left(self) -> None:
        if self.health.occasion is Occasion.LOOKED_UP:
            self.settings_wanted.emit()
        else:
            self.today_wanted.emit()
