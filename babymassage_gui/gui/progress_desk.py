"""Joins Progress to the household, and leads from it to the report and to a session's form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.marked_days import DAYS, mark_of_each, marked_days, marks_of
from babymassage_gui.core.progress import Progress, progress_of
from babymassage_gui.core.said import Said
from babymassage_gui.core.ten_days import plans_of
from babymassage_gui.core.today import Today
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.gui.pages.progress_view import Besides
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
        page.day_marked.connect(self._on_day_marked)
        page.entry_wanted.connect(lambda ident: self._open(self._diary_desk().correct(ident)))

    def show(self) -> None:
        """Everything in the log, as it is now."""
        house = self._house
        self._page.set_skin(house.settings.baby_skin)
        today = house.today()
        progress = progress_of(house.sessions(), today.target.minutes)
        self._page.show_progress(progress, house.clock.local_time().date(), self._besides(progress, today))

    def _besides(self, progress: Progress, today: Today) -> Besides:
        house, now = self._house, self._house.clock.local_time()
        said, massage_days = house.answers.of(today.baby), frozenset(progress.bars.days)
        marked = marked_days(marks_of(said, massage_days, now.tzinfo), massage_days)
        return Besides(
            mark_of_each(marked), marked, house.catalogue.steps, today.ten_days,
            plans_of(said, progress.bars.sessions, now.tzinfo),
            {routine.id: routine.title for routine in house.catalogue.routines.values()}, today.baby.born,
        )  # fmt: skip

    def _on_day_marked(self, day: date, answer: str) -> None:
        baby = self._house.baby
        if baby is None:
            return
        try:
            said = self._house.answers.say(baby, DAYS, answer, note=day.isoformat())
        except Expected as fault:
            self.fault.emit(fault)
            return
        self.show()
        self.offered.emit(self.tr("Noted."), self.tr("Undo"), lambda: self._take_back(said))

    def _take_back(self, said: Said) -> None:
        try:
            self._house.answers.take_back(said)
        except Expected as fault:
            self.fault.emit(fault)
            return
        self.show()

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
