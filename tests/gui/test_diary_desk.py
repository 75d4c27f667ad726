"""Progress: a session is added, corrected and deleted by hand in the real window, and each can be undone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Mood
from babymassage_gui.gui.pages.entry import EntryPage
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.gui.progress_desk import ProgressDesk
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.toast import Toast
from tests.fakes.home import TODAY, Home
from tests.fakes.records import massage


class Visit:
    """Progress with its desk, and what it says and shows."""

    def __init__(self, qtbot: QtBot, home: Home) -> None:
        self.qtbot, self.home = qtbot, home
        self.page = ProgressPage(Theme(less_motion=True))
        qtbot.addWidget(self.page)
        self.toast = Toast(Theme(), self.page, lambda: None)
        self.shown: list[object] = []
        self.desk = ProgressDesk(home.household, self.page, self._put)
        self.desk.page_wanted.connect(self.shown.append)
        self.desk.offered.connect(self.toast.offer)
        self.desk.show()

    def _put(self, page: object) -> object:
        assert isinstance(page, EntryPage)
        self.qtbot.addWidget(page)
        return page

    @property
    def form(self) -> EntryPage:
        page = self.shown[-1]
        assert isinstance(page, EntryPage)
        return page

    def undo(self) -> None:
        assert self.toast.button is not None
        self.toast.button.click()

    def open_newest(self) -> EntryPage:
        self.page.sessions.setCurrentIndex(self.page.sessions.massages.index(0))
        self.page.correct.click()
        return self.form

    @property
    def minutes(self) -> list[float]:
        return [session.minutes for session in self.home.household.sessions()]


@pytest.fixture(autouse=True)
def two_hours_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer's zone is that of the family's clock."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "<+02>-2")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def visit(qtbot: QtBot) -> Visit:
    days = (massage(TODAY - timedelta(days=ago), 3.0 + ago, offset_minutes=120) for ago in (3, 1))
    return Visit(qtbot, Home(*days))


def test_a_session_is_added_and_undone(visit: Visit) -> None:
    visit.page.add.click()
    assert visit.form.keep.isEnabled()
    assert not visit.form.remove.isVisibleTo(visit.form)
    visit.form.minutes.set_value(7)
    visit.form.moods.button(0).click()
    visit.form.note.setText("by grandma")

    visit.form.keep.click()

    assert visit.shown[-1] is visit.page
    added = visit.home.household.sessions()[-1]
    assert (added.minutes, added.mood, added.note, added.by_hand) == (7.0, Mood.CALM, "by grandma", True)
    assert visit.page.sessions.massages.rowCount() == 3

    visit.undo()
    assert visit.minutes == [6.0, 4.0]
    assert visit.page.sessions.massages.rowCount() == 2


def test_a_session_is_corrected_and_undone(visit: Visit) -> None:
    form = visit.open_newest()
    assert (form.minutes.value(), form.moods.button(0).isChecked()) == (4, True)
    form.moods.button(2).click()
    form.minutes.set_value(2)
    form.keep.click()

    assert visit.minutes == [6.0, 2.0]
    assert visit.home.household.sessions()[-1].mood is Mood.CRIED
    visit.undo()
    assert visit.minutes == [6.0, 4.0]


def test_a_session_is_deleted_and_undone(visit: Visit) -> None:
    visit.open_newest().remove.click()

    assert visit.minutes == [6.0]
    visit.undo()
    assert visit.minutes == [6.0, 4.0]


def test_what_cannot_be_is_said_at_once_and_not_kept(visit: Visit) -> None:
    form = visit.open_newest()
    day = form.day.value()
    form.day.set_value(day - 2)
    assert form.told.isVisibleTo(form)
    assert "already" in form.told.accessibleName()
    assert not form.keep.isEnabled()

    form.day.set_value(day)
    assert form.keep.isEnabled()
    form.day.set_value(TODAY.toordinal())
    form.hour.set_value(23)
    assert "not come" in form.told.accessibleName()


def test_how_it_was_may_be_left_unsaid(visit: Visit) -> None:
    form = visit.open_newest()
    form.moods.button(0).click()
    form.keep.click()

    assert visit.home.household.sessions()[-1].mood is Mood.NOT_SAID


def test_without_a_chosen_row_there_is_nothing_to_correct(visit: Visit) -> None:
    assert not visit.page.correct.isEnabled()


def test_a_double_click_and_escape_lead_there_and_back(visit: Visit) -> None:
    visit.page.sessions.doubleClicked.emit(visit.page.sessions.massages.index(1))
    assert visit.form.minutes.value() == 6
    visit.form.left.emit()
    assert visit.shown[-1] is visit.page


def test_a_log_that_cannot_be_written_says_so_and_the_form_stays(visit: Visit) -> None:
    faults: list[object] = []
    visit.desk.fault.connect(faults.append)
    form = visit.open_newest()
    visit.home.log.fail()
    form.minutes.set_value(2)
    form.keep.click()
    form.remove.click()

    assert len(faults) == 2
    assert visit.shown[-1] is form
    assert visit.minutes == [6.0, 4.0]


def test_a_routine_of_before_can_be_seen_and_kept(qtbot: QtBot) -> None:
    visit = Visit(qtbot, Home(massage(TODAY - timedelta(days=1), routine="of-last-year")))
    form = visit.open_newest()
    assert form.written().routine_id == "of-last-year"
    qtbot.keyClick(form.minutes, Qt.Key.Key_Up)
    form.keep.click()

    assert visit.home.household.sessions()[0].routine_id == "of-last-year"
