"""No press, no cut and no full disk leads a parent past a gate, or loses what was said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.session_table import Phase
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.paused import PausedPage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.pages.welcome import WelcomePage
from babymassage_gui.gui.pages.wrap_up import WrapUpPage
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

KEY = Qt.Key


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    """A parent of a baby of 90 days, with Today open."""
    made = Parent(qtbot, tmp_path, FakeClock())
    made.knows_baby()
    made.opens()
    return made


@contextmanager
def full_disk(parent: Parent) -> Iterator[None]:
    """Nothing can be written to the log."""
    parent.opened.log.connection.execute("PRAGMA query_only = ON")
    yield
    parent.opened.log.connection.execute("PRAGMA query_only = OFF")


def cut_off(parent: Parent, qtbot: QtBot, folder: Path, seconds: float) -> Parent:
    """A session is cut off after so many seconds of its third step; the next start."""
    parent.starts()
    parent.lives_to("leg-outer" if seconds > 0 else "open-rest", abs(seconds))
    assert parent.window is not None
    parent.window.close()
    parent.opened.log.close()
    return Parent(qtbot, folder, parent.clock)


def toast(parent: Parent) -> str:
    assert parent.window is not None
    assert parent.window._toast.isVisible()
    return parent.window._toast.accessibleName()


def test_nothing_goes_on_behind_the_emergency_words(parent: Parent) -> None:
    parent.starts()
    parent.lives_to("tummy-circle", 5)
    parent.key(KEY.Key_Space)
    parent.waits()
    parent.presses(parent.expects(PausedPage).cards[1])
    parent.presses(parent.expects(PausedPage).cards[0])
    assert parent.house.runner.session.phase is Phase.RESTING
    parent.presses(parent.expects(PausedPage).wrong)
    before = parent.house.runner.session.active_seconds(parent.clock.now())
    for _ in range(60):
        parent.clock.pass_time(2)
        parent.waits(34)
    parent.expects(EmergencyPage)
    assert parent.house.runner.session.active_seconds(parent.clock.now()) == before


def test_the_emergency_page_is_left_by_keys_too(parent: Parent) -> None:
    parent.starts()
    parent.lives_to("open-ask", 2)
    parent.key(KEY.Key_Space)
    parent.waits()
    parent.presses(parent.expects(PausedPage).wrong)
    parent.key(KEY.Key_Return)
    parent.expects(PausedPage)


def test_after_something_was_wrong_the_day_is_over_and_the_doctor_is_asked_again(parent: Parent) -> None:
    parent.starts()
    parent.lives_to("open-ask", 5)
    parent.key(KEY.Key_Space)
    parent.waits()
    parent.presses(parent.expects(PausedPage).wrong)
    parent.presses(parent.expects(EmergencyPage).end_button)
    home = parent.expects(HomePage)
    assert not home.start_button.isEnabled()
    assert parent.house.baby is not None
    assert parent.house.baby.doctor_yes_on is None
    parent.house.save_baby(replace(parent.house.baby, doctor_yes_on=parent.clock.local_time().date()))
    refusal = parent.house.today().refusal
    assert refusal is not None
    assert refusal.barrier is Barrier.DONE_TODAY


def test_carrying_on_asks_the_same_as_starting(parent: Parent, qtbot: QtBot, tmp_path: Path) -> None:
    again = cut_off(parent, qtbot, tmp_path, 10)
    assert again.house.baby is not None
    again.house.save_baby(replace(again.house.baby, navel_healed=False))
    again.opens()
    card = again.expects(HomePage).unfinished
    assert card.isVisible()
    assert not card.carry_on.isEnabled()
    assert card.told.text() == "The navel should be healed and dry first."
    again.presses(card.keep)
    assert again.sessions()[0].ending is Ending.CALLED_AWAY


def test_a_session_cut_off_in_its_first_minute_is_settled_before_another_begins(
    parent: Parent, qtbot: QtBot, tmp_path: Path
) -> None:
    again = cut_off(parent, qtbot, tmp_path, -8)
    again.opens()
    home = again.expects(HomePage)
    assert not home.start_button.isEnabled()
    again.key(KEY.Key_Return)
    assert again.house.runner.session.planned.step.id == "open-rest"
    assert len(again.sessions()) == 1


def test_a_dry_run_does_not_touch_a_session_that_was_cut_off_in_earnest(
    parent: Parent, qtbot: QtBot, tmp_path: Path
) -> None:
    cut_off(parent, qtbot, tmp_path, 10).opened.log.close()
    dry = Parent(qtbot, tmp_path, FakeClock(parent.clock.local_time(), speed=20))
    dry.opens()
    assert not dry.expects(HomePage).unfinished.isVisible()
    assert dry.sessions()[0].ending is None


def test_what_cannot_be_kept_is_said_and_nothing_changes(parent: Parent, qtbot: QtBot, tmp_path: Path) -> None:
    again = cut_off(parent, qtbot, tmp_path, 10)
    again.opens()
    with full_disk(again):
        again.presses(again.expects(HomePage).unfinished.keep)
        assert "cannot be written" in toast(again)
        assert again.expects(HomePage).unfinished.isVisible()
    again.presses(again.expects(HomePage).unfinished.keep)
    assert again.sessions()[0].ending is Ending.CALLED_AWAY


def test_a_no_that_could_not_be_kept_is_not_shown_as_kept(parent: Parent) -> None:
    assert parent.window is not None
    parent.presses(parent.window.rail.buttons()[-1])
    page = parent.expects(SettingsPage)
    with full_disk(parent):
        parent.presses(page.baby_room.form.doctor.no)
        assert "cannot be written" in toast(parent)
    assert page.baby_room.form.doctor.value() is True
    parent.presses(page.baby_room.form.doctor.no)
    assert parent.house.baby is not None
    assert parent.house.baby.doctor_yes_on is None


def test_the_first_answers_stay_when_they_could_not_be_kept(qtbot: QtBot, tmp_path: Path) -> None:
    parent = Parent(qtbot, tmp_path, FakeClock())
    parent.opens()
    page = parent.expects(WelcomePage)
    born = parent.clock.local_time().date() - timedelta(days=90)
    for stepper, value in ((page.form.year, born.year), (page.form.month, born.month), (page.form.day, born.day)):
        stepper.set_value(value)
    for pill in (page.form.early.no, page.form.navel.yes, page.form.doctor.yes):
        parent.presses(pill)
    with full_disk(parent):
        parent.presses(page.go)
        assert "cannot be written" in toast(parent)
    assert parent.expects(WelcomePage).form.answers.day == born.day
    parent.presses(page.go)
    assert parent.house.baby is not None


def test_a_full_disk_at_the_end_keeps_trying_and_the_day_stays_closed(parent: Parent) -> None:
    parent.starts()
    parent.lives_to("tummy-circle", 5)
    with full_disk(parent):
        parent.key(KEY.Key_Space)
        parent.waits()
        parent.presses(parent.expects(PausedPage).cards[2])
        parent.expects(WrapUpPage).done.emit(Mood.CALM, "")
        home = parent.expects(HomePage)
        assert home.start_button.text() == "See you tomorrow"
        assert not home.unfinished.isVisible()
    parent.lives(lambda: parent.house.runner.fault is None)
    assert parent.sessions()[0].ending is Ending.EARLY


def test_closing_the_window_at_the_wrap_up_keeps_the_answer(parent: Parent) -> None:
    parent.starts()
    parent.lives_to("leg-outer", 20)
    parent.key(KEY.Key_Space)
    parent.waits()
    parent.presses(parent.expects(PausedPage).cards[2])
    page = parent.expects(WrapUpPage)
    parent.presses(next(tile for tile in page.tiles if tile.mood is Mood.UNSETTLED))
    page.note.setText("teeth?")
    assert parent.window is not None
    parent.window.close()
    (session,) = parent.sessions()
    assert (session.mood, session.note) == (Mood.UNSETTLED, "teeth?")


def test_today_is_looked_at_anew_when_a_door_opens(parent: Parent) -> None:
    parent.starts()
    parent.lives(lambda: not parent.house.runner.running)
    parent.expects(WrapUpPage).done.emit(Mood.CALM, "")
    home = parent.expects(HomePage)
    assert not home.start_button.isEnabled()
    assert parent.window is not None
    timer, evening = parent.window._watch_today.timer, parent.clock.local_time().replace(hour=18)
    midnight = (evening + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    for moment in (evening, midnight - timedelta(seconds=1)):
        parent.clock.set_wall_clock(moment)
        timer.timeout.emit()
        assert not home.start_button.isEnabled()
    parent.clock.set_wall_clock(midnight)
    timer.timeout.emit()
    assert home.start_button.isEnabled()


def test_a_sentence_over_a_session_lies_off_what_stops_it_and_takes_no_press(parent: Parent, qtbot: QtBot) -> None:
    parent.starts()
    parent.lives_to("leg-outer", 1)
    assert parent.window is not None
    parent.window._toast.say("No voice here. Chimes and colours lead.")
    lies = parent.window._toast.geometry()
    page = parent.window.stack.currentWidget()
    assert lies.bottom() < parent.window.height() / 3
    for x in range(lies.left(), lies.right(), 8):
        assert parent.window.childAt(x, lies.center().y()) is parent.window.stack.currentWidget(), "over a button"
    target = parent.window.childAt(lies.center())
    assert target is page or page.isAncestorOf(target)
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert parent.house.runner.session.phase is Phase.PAUSED
