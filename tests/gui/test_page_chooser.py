"""The chooser: one decision; what is open can be pressed, what is closed says why and when it opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.gui.pages.chooser import ChooserPage
from babymassage_gui.gui.pages.chooser_rows import ClosedRow, OpenRow
from babymassage_gui.gui.theme import Theme, ThemeName, contrast
from babymassage_gui.gui.widgets.themed import apply_theme
from tests.fakes.clock import MORNING
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage

EVENING = MORNING.replace(hour=18)


def baby_of(days: int, early_days: int = 0) -> Home:
    born = TODAY - timedelta(days=days)
    return Home(baby=replace(READY, born=born, due=born + timedelta(days=early_days) if early_days else None))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ChooserPage]:
    made = ChooserPage(Theme())
    qtbot.addWidget(made)
    made.setGeometry(0, 0, 1176, 800)
    made.show()
    yield made
    made.hide()


def show(page: ChooserPage, home: Home) -> ChooserPage:
    page.show_choosing(home.household.choosing())
    return page


def names(page: ChooserPage) -> list[str]:
    return [row.row.accessibleName() for row in page.open_rows]


def reason(page: ChooserPage, title: str) -> str:
    return next(row.reason for row in page.closed_rows if row.choice.routine.title == title)


def notes(page: ChooserPage) -> list[str]:
    return [note.accessibleName() for note in page.next_notes]


class TestWhatIsOpen:
    def test_each_row_says_title_minutes_and_purpose(self, page: ChooserPage) -> None:
        show(page, Home())
        assert names(page)[0] == "First strokes, 3 minutes, Soothing newborn massage"
        assert names(page)[2] == "Everyday massage, 3 minutes, General restorative massage, on Today"

    def test_in_the_evening_what_calms_stands_first_and_says_so(self, page: ChooserPage) -> None:
        home = Home()
        home.clock.set_wall_clock(EVENING)
        show(page, home)
        assert page.now.text() == "Now, calm ones first"
        assert [name.endswith("For the evening") for name in names(page)] == [True] * 4 + [False] * 2
        assert names(page)[0].startswith("Calm-down massage")

    def test_a_press_chooses_it(self, page: ChooserPage, qtbot: QtBot) -> None:
        show(page, Home())
        with qtbot.waitSignal(page.chosen) as heard:
            page.open_rows[3].row.click()
        assert heard.args == ["face"]

    def test_the_doll_beside_each_row_practises_it(self, page: ChooserPage, qtbot: QtBot) -> None:
        show(page, Home())
        for row, routine_id in ((page.open_rows[1], "mini"), (page.closed_rows[0], "strong-4m")):
            with qtbot.waitSignal(page.practise) as heard:
                row.doll.click()
            assert heard.args == [routine_id]
            assert row.doll.accessibleName().endswith("practise on a doll")

    def test_resting_days_are_told(self, page: ChooserPage) -> None:
        stopped = (massage(TODAY - timedelta(days=d), 2, mood=Mood.CRIED, ending=Ending.EARLY) for d in (3, 2, 1))
        show(page, Home(*stopped))
        assert page.resting.isVisible()
        assert all("1 minute," in name for name in names(page))


class TestWhatIsClosed:
    def test_an_age_names_its_day(self, page: ChooserPage) -> None:
        show(page, Home())
        assert reason(page, "From 4 months") == "This opens on 2 April."

    def test_the_evening_names_tomorrow(self, page: ChooserPage) -> None:
        home = baby_of(150)
        home.clock.set_wall_clock(EVENING)
        show(page, home)
        assert reason(page, "Gentle moves").endswith("Open again on 3 March.")

    def test_spacing_names_the_hour(self, page: ChooserPage) -> None:
        home = Home(massage(TODAY, 3, hour=7))
        home.clock.set_wall_clock(MORNING.replace(hour=10))
        show(page, home)
        assert reason(page, "Tummy ease").endswith("Open at 11:03.")

    def test_what_must_be_shown_or_prescribed_leads_to_care(self, page: ChooserPage, qtbot: QtBot) -> None:
        show(page, baby_of(150))
        leading = [row for row in page.closed_rows if row.care is not None]
        assert [row.choice.routine.id for row in leading] == ["pro-moves", "tear-duct"]
        for row in leading:
            assert row.care is not None
            with qtbot.waitSignal(page.care_wanted):
                row.care.click()

    def test_before_twenty_days_it_is_said_once_why_and_in_every_row_when(self, page: ChooserPage) -> None:
        show(page, baby_of(12))
        assert page.open_rows == []
        assert page.none_open.text() == "Holding skin to skin is best now. On a doll you can practise."
        assert reason(page, "First strokes") == "This opens on 5 April."
        assert "doctor prescribed" in reason(page, "Tear-duct counter")
        assert page.first_button() is page.back

    @pytest.mark.parametrize("name", list(ThemeName))
    def test_the_reasons_can_be_read(self, name: ThemeName) -> None:
        palette = Theme(name).palette
        assert contrast(palette.ink2, palette.page) >= 4.5


class TestWhatOpensNext:
    def test_rubbing_and_a_single_move_are_named_with_their_day(self, page: ChooserPage) -> None:
        show(page, Home())
        assert notes(page) == ["Rubbing opens on 2 April.", "“Circle the shoulders” opens on 3 April."]

    def test_several_on_one_day_are_counted(self, page: ChooserPage) -> None:
        home = Home(baby=replace(READY, born=TODAY - timedelta(days=30), early_start=True))
        show(page, home)
        assert notes(page)[0].endswith("more open on 18 March.")

    def test_a_baby_that_came_early_is_counted_from_its_due_date(self, page: ChooserPage) -> None:
        show(page, baby_of(140, early_days=56))
        assert page.age.text() == "At 12 weeks, corrected for the early birth"
        assert notes(page)[0] == "Rubbing opens on 8 April."

    def test_before_its_due_date_too(self, page: ChooserPage) -> None:
        show(page, baby_of(30, early_days=56))
        assert page.age.text() == "Counted from the due date"

    def test_born_at_term_the_age_is_the_age(self, page: ChooserPage) -> None:
        assert show(page, Home()).age.text() == "At 12 weeks"


class TestKeys:
    def test_the_focus_begins_with_the_massage_of_today(self, page: ChooserPage) -> None:
        assert show(page, Home()).first_button() is page.open_rows[2].row

    def test_arrows_walk_the_open_ones_and_enter_takes_one(self, page: ChooserPage, qtbot: QtBot) -> None:
        show(page, Home()).first_button().setFocus()
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
            QTest.keyClick(page, key)
        with qtbot.waitSignal(page.chosen) as heard:
            QTest.keyClick(page, Qt.Key.Key_Return)
        assert heard.args == ["mini"]

    def test_escape_and_the_arrow_go_back(self, page: ChooserPage, qtbot: QtBot) -> None:
        show(page, Home())
        with qtbot.waitSignal(page.left):
            QTest.keyClick(page, Qt.Key.Key_Escape)
        with qtbot.waitSignal(page.left):
            page.back.click()


HOMES = {"open": Home(), "old": baby_of(150), "young": baby_of(12)}


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("size", [(1176, 800), (824, 600), (800, 1192), (724, 480)])
@pytest.mark.parametrize("which", HOMES)
def test_nothing_overlaps_and_nothing_is_cut_off(
    page: ChooserPage, which: str, size: tuple[int, int], direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    page.setGeometry(0, 0, *size)
    apply_theme(page, Theme().scaled_to(*size))
    show(page, HOMES[which])
    rows: list[OpenRow | ClosedRow] = [*page.open_rows, *page.closed_rows]
    for one, other in combinations(rows, 2):
        assert not one.geometry().intersects(other.geometry())
    inside = QRect(0, 0, page.sheet.width(), page.sheet.minimumHeight())
    for row in rows:
        assert inside.contains(row.geometry())
        assert row.height() + 1 >= row.height_for(row.width())
        assert row.rect().contains(row.doll.geometry())
    for open_row in page.open_rows:
        assert not open_row.row.geometry().intersects(open_row.doll.geometry())


def test_shown_again_it_forgets_the_rows_before(page: ChooserPage, qtbot: QtBot) -> None:
    show(page, Home())
    before = page.open_rows[0]
    with qtbot.waitSignal(before.destroyed):
        show(page, baby_of(150))
    assert len(page.open_rows) == 8
