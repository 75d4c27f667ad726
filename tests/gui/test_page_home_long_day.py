"""Today on a day of two sessions: massage, then moves (C-06)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.settings import Settings, Skin
from babymassage_gui.gui.length_words import LengthWords
from babymassage_gui.gui.pages.home import HomePage, HomeView
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.theme import Theme
from tests.fakes.content import catalogue
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage

HALF_A_YEAR = replace(READY, born=TODAY - timedelta(days=182))
LONG_ONES = tuple(massage(TODAY - timedelta(days=40 - day), 15) for day in range(40))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[HomePage]:
    figure = SessionFigure(Theme(), Settings(), load_figures().book, catalogue().no_go)
    made = HomePage(Theme(), figure)
    qtbot.addWidget(made)
    made.setGeometry(0, 0, 1176, 800)
    made.show()
    yield made
    made.hide()


def show(page: HomePage, home: Home, wish: int | None = None) -> None:
    today = home.household.today(wish)
    page.show_home(HomeView(today, home.clock.local_time(), "", Skin.PORCELAIN))


def in_two(*of_today: SessionRecord) -> Home:
    home = Home(*LONG_ONES, *of_today, baby=HALF_A_YEAR)
    home.household.change(Settings(choices=Choices(two_sessions=True)))
    return home


class TestThirtyMinutes:
    """Two sessions, told in plain words (C-06)."""

    def test_the_first_is_the_massage(self, page: HomePage) -> None:
        show(page, in_two())
        assert page.plan.routine.text() == "Everyday massage"
        assert (page.plan.part.text(), page.plan.number.text()) == ("Part 1 of 2, up to 30 minutes in all", "15")
        assert page.plan.reason.accessibleName() == "Massage now, moves two hours later."

    def test_the_second_waits_two_hours(self, page: HomePage) -> None:
        show(page, in_two(massage(TODAY, 15, hour=6)))
        assert (page.plan.routine.text(), page.plan.part.text()) == (
            "Gentle moves",
            "Part 2 of 2, up to 30 minutes in all",
        )
        assert not page.start_button.isEnabled()
        assert "10:15" in page.plan.reason.accessibleName()

    def test_then_it_may_begin(self, page: HomePage) -> None:
        show(page, in_two(massage(TODAY, 15, hour=5)))
        assert page.start_button.isEnabled()
        assert page.plan.reason.accessibleName() == "The massage was calm: now the moves."
        assert "never one session" in LengthWords().why(in_two(massage(TODAY, 15, hour=5)).household.today())

    def test_less_just_this_once_is_called_so(self, page: HomePage) -> None:
        show(page, in_two(), wish=9)
        assert page.plan.reason.accessibleName() == "Just this once: 9 of 15 minutes."
        assert page.plan.part.text() == ""

    def test_both_are_one_in_the_week(self, page: HomePage) -> None:
        show(page, in_two(massage(TODAY, 15, hour=3), massage(TODAY, 15, hour=6, routine="moves")))
        assert page.week.how.text() == "30 minutes, calm"
