"""Today changes by itself: at the end of a wait, when the evening comes, at midnight, and when the clock was turned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.today_watch import LOOK_SECONDS, TodayWatch
from tests.fakes.clock import MORNING, FakeClock
from tests.gui.parent import Parent

Opens = Callable[[datetime, str], Parent]


@pytest.fixture
def opens(qtbot: QtBot, tmp_path: Path) -> Opens:
    """A window at a moment of the family's clock, with a baby of five months and a routine chosen."""

    def at(moment: datetime, routine: str) -> Parent:
        parent = Parent(qtbot, tmp_path, FakeClock(moment))
        parent.knows_baby(age_days=150, settings=Settings(less_motion=True, routine=routine))
        parent.opens()
        return parent

    return at


def watch_of(parent: Parent) -> TodayWatch:
    assert parent.window is not None
    return parent.window._watch_today


def barrier(parent: Parent) -> Barrier | None:
    """What the page says that forbids starting, read from what it shows."""
    page = parent.expects(HomePage)
    assert page._view is not None
    refused = page._view.today.refusal
    assert page.start_button.isEnabled() is (refused is None)
    return None if refused is None else refused.barrier


def look_at_the_clock(parent: Parent, now: datetime) -> None:
    """The wall clock has gone on to a moment, and the timer rings."""
    parent.clock.set_wall_clock(now)
    watch_of(parent).timer.timeout.emit()


def test_the_evening_comes_and_midnight_after_it(opens: Opens) -> None:
    parent = opens(MORNING.replace(hour=16, minute=58), "moves")
    assert barrier(parent) is None
    look_at_the_clock(parent, MORNING.replace(hour=16, minute=59))
    assert barrier(parent) is None
    look_at_the_clock(parent, MORNING.replace(hour=17, minute=0))
    assert barrier(parent) is Barrier.EVENING
    look_at_the_clock(parent, (MORNING + timedelta(days=1)).replace(hour=0, minute=0))
    assert barrier(parent) is None


def test_a_wait_after_a_feed_is_over(opens: Opens) -> None:
    parent = opens(MORNING, "everyday")
    baby = parent.house.baby
    assert baby is not None
    parent.house.answers.say(baby, "W-01", "fed", at=MORNING)
    assert parent.window is not None
    parent.window.show_today()
    assert barrier(parent) is Barrier.ANSWER
    look_at_the_clock(parent, MORNING + timedelta(minutes=44))
    assert barrier(parent) is Barrier.ANSWER
    look_at_the_clock(parent, MORNING + timedelta(minutes=45))
    assert barrier(parent) is None


def test_a_clock_that_was_turned_is_noticed(opens: Opens) -> None:
    parent = opens(MORNING.replace(hour=18), "moves")
    assert barrier(parent) is Barrier.EVENING
    look_at_the_clock(parent, MORNING)
    assert barrier(parent) is None


def test_another_page_is_left_alone(opens: Opens) -> None:
    parent = opens(MORNING.replace(hour=16, minute=59), "moves")
    assert parent.window is not None
    parent.window._on_rail("library")
    shown = parent.window.stack.currentWidget()
    look_at_the_clock(parent, MORNING.replace(hour=17, minute=0))
    assert parent.window.stack.currentWidget() is shown


@pytest.mark.parametrize(("before", "milliseconds"), [(0.5, 1500), (30, 31_000), (3600, 1000 * LOOK_SECONDS)])
def test_it_looks_when_something_changes_but_once_a_minute_at_the_least(
    opens: Opens, before: float, milliseconds: int
) -> None:
    parent = opens(MORNING.replace(hour=17, minute=0) - timedelta(seconds=before), "moves")
    assert watch_of(parent).timer.isActive()
    assert watch_of(parent).timer.interval() == milliseconds


def test_without_a_today_there_is_nothing_to_watch(qtbot: QtBot, opens: Opens) -> None:
    watch = TodayWatch(FakeClock(), opens(MORNING, "moves").window)
    with qtbot.assertNotEmitted(watch.changed):
        watch.timer.timeout.emit()


def test_answers_of_a_clock_years_ahead_are_called_so_until_they_were_given_anew(opens: Opens) -> None:
    parent = opens(MORNING + timedelta(days=5 * 365), "everyday")
    baby = parent.house.baby
    assert baby is not None
    baby = parent.house.save_baby(replace(baby, born=MORNING.date() - timedelta(days=150)))
    look_at_the_clock(parent, MORNING)
    page = parent.expects(HomePage)
    assert page.notice.isVisible()
    assert page.notice.accessibleName().startswith("The clock was far ahead when you answered.")
    parent.house.answers.say_none_of(baby, parent.house.judge(Visit()).due)
    parent.house.answers.doctor_said_yes(baby, "N-01")
    assert parent.window is not None
    parent.window.show_today()
    assert not page.notice.isVisible()
    assert barrier(parent) is None
