"""Joins Progress to the household, and leads from it to the report and to a session's form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from babymassage_gui.core.progress import progress_of
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.services.household import Household

if TYPE_CHECKING:
    from babymassage_gui.gui.diary_desk import DiaryDesk
    from babymassage_gui.gui.report_desk import ReportDesk
    from babymassage_gui.gui.rooms import Rooms


class ProgressDesk(QObject):
    """`put` takes a new page into the window. `noted` carries a sentence for the parent, `offered` one with
    a word and what a press on it does, `fault` an Expected.
    """

    page_wanted = Signal(QWidget)
    noted = Signal(str)
    offered = Signal(str, str, object)
    fault = Signal(object)

    def __init__(self, house: Household, page: ProgressPage, put: Callable[[QWidget], QWidget]) -> None:
        super().__init__(page)
        self._house, self._page, self._put = house, page, put
        self._report: ReportDesk | None = None
        self._diary: DiaryDesk | None = None
        page.report_wanted.connect(self._on_report)
        page.add_wanted.connect(lambda: self._open(self._diary_desk().add()))
        page.entry_wanted.connect(lambda ident: self._open(self._diary_desk().correct(ident)))

    def show(self) -> None:
        """Everything in the log, as it is now."""
        house = self._house
        self._page.set_skin(house.settings.baby_skin)
        target = house.today().target.minutes
        self._page.show_progress(progress_of(house.sessions(), target), house.clock.local_time().date())

    def _on_report(self) -> None:
        if self._report is None:
            from babymassage_gui.gui.report_desk import ReportDesk

            self._report = ReportDesk(self._house, self._page.theme, self)
            self._report.noted.connect(self.noted)
            self._report.page.left.connect(lambda: self.page_wanted.emit(self._page))
            self._put(self._report.page)
        self._report.show()
        self.page_wanted.emit(self._report.page)

    def _diary_desk(self) -> DiaryDesk:
        if self._diary is None:
            from babymassage_gui.gui.diary_desk import DiaryDesk

            self._diary = DiaryDesk(self._house, self._page.theme, self)
            self._diary.offered.connect(self.offered)
            self._diary.fault.connect(self.fault)
            self._diary.left.connect(lambda: self._open(self._page))
            self._diary.done.connect(self._on_changed)
            self._put(self._diary.page)
        return self._diary

    def _open(self, page: QWidget) -> None:
        self.page_wanted.emit(page)

    def _on_changed(self) -> None:
        self.show()
        self._open(self._page)


def join_progress(house: Household, page: ProgressPage, put: Callable[[QWidget], QWidget], rooms: Rooms) -> None:
    """Give a page its desk; the desk's wishes are the rooms'."""
    desk = ProgressDesk(house, page, put)
    desk.page_wanted.connect(rooms.room_wanted)
    desk.noted.connect(rooms.noted)
    desk.offered.connect(rooms.offered)
    desk.fault.connect(rooms.fault)
