"""Progress and the household: what kind of day it was is kept and can be taken back, and reaches chart and calendar."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.core.checkin import REFERRAL, TEN_DAYS
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.history import as_utc
from babymassage_gui.core.marked_days import DAYS, ORDINARY, Mark
from babymassage_gui.core.said import Said
from babymassage_gui.core.ten_days import BEGUN
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.gui.progress_desk import ProgressDesk
from babymassage_gui.gui.theme import Theme
from tests.fakes.clock import MORNING
from tests.fakes.home import TODAY, Home, said_no
from tests.fakes.records import BABY, massage

DAY = TODAY - timedelta(days=2)


class Visit:
    """Progress with its desk on a family's log."""

    def __init__(self, qtbot: QtBot, home: Home) -> None:
        self.home, self.page = home, ProgressPage(Theme(less_motion=True))
        qtbot.addWidget(self.page)
        self.desk = ProgressDesk(home.household, self.page, lambda page: page)
        self.offers: list[tuple[str, str, object]] = []
        self.faults: list[Expected] = []
        self.desk.offered.connect(lambda *offer: self.offers.append(offer))
        self.desk.fault.connect(self.faults.append)
        self.desk.show()

    def marks(self) -> dict[int, Mark]:
        """Days ago to mark, as the calendar has them on its pages."""
        found = {}
        for back in (TODAY.day, 0):
            self.page.calendar.look_at(TODAY - timedelta(days=back))
            days = self.page.calendar.month.grid.month.days
            found.update({(TODAY - day.day).days: day.mark for day in days if day.mark is not None})
        return found


@pytest.fixture
def visit(qtbot: QtBot) -> Visit:
    return Visit(qtbot, Home(massage(TODAY - timedelta(days=4)), massage(TODAY - timedelta(days=1))))


def test_a_day_is_marked_and_the_mark_is_kept(visit: Visit) -> None:
    visit.page.day_marked.emit(DAY, Mark.AWAY.value)
    assert visit.marks() == {2: Mark.AWAY}
    said = [one for one in visit.home.said.sayings(BABY) if one.subject == DAYS]
    assert [(one.answer, one.note) for one in said] == [("away", DAY.isoformat())]
    visit.page.day_marked.emit(DAY, ORDINARY)
    assert visit.marks() == {}


def test_a_mark_can_be_taken_back(visit: Visit) -> None:
    visit.page.day_marked.emit(DAY, Mark.ILL.value)
    told, word, undo = visit.offers[-1]
    assert (told, word) == ("Noted.", "Undo")
    assert callable(undo)
    undo()
    assert visit.marks() == {}


def test_what_cannot_be_kept_is_said_and_changes_nothing(visit: Visit) -> None:
    visit.home.said.broken = True
    visit.page.day_marked.emit(DAY, Mark.ILL.value)
    assert len(visit.faults) == 1
    assert (visit.marks(), visit.offers) == ({}, [])


def test_what_cannot_be_taken_back_is_said(visit: Visit) -> None:
    visit.page.day_marked.emit(DAY, Mark.ILL.value)
    undo = visit.offers[-1][2]
    visit.home.said.broken = True
    assert callable(undo)
    undo()
    assert len(visit.faults) == 1
    assert visit.marks() == {2: Mark.ILL}


def test_what_the_check_in_was_told_is_there_without_a_word(qtbot: QtBot) -> None:
    cold = [Said(f"c{days}", BABY, "T-02", "yes", as_utc(MORNING - timedelta(days=days))) for days in (3, 1)]
    visit = Visit(qtbot, Home(massage(TODAY - timedelta(days=5)), said=(*said_no(), *cold)))
    assert visit.marks() == {3: Mark.COLD, 2: Mark.COLD, 1: Mark.COLD}


def test_a_ten_day_plan_shows_its_ring(qtbot: QtBot) -> None:
    begun = as_utc(MORNING - timedelta(days=3))
    said = (
        Said("r", BABY, TEN_DAYS, REFERRAL, begun, by="Dr Lund"),
        Said("b", BABY, TEN_DAYS, BEGUN, begun, note="everyday"),
    )
    visit = Visit(qtbot, Home(*(massage(TODAY - timedelta(days=days)) for days in (3, 2)), said=(*said_no(), *said)))
    assert not visit.page.plans.isHidden()
    assert visit.page.plans.ring.state.done == 2
    (row,) = visit.page.plans.rows
    assert row.accessibleName().startswith("Ten days of Everyday massage, 2 of 10 days, since")


def test_without_a_plan_there_is_no_card(visit: Visit) -> None:
    assert visit.page.plans.isHidden()
