"""A parent at the table: stopping, carrying on, ending; nothing is lost by any press."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Ending, Kind, Mood, StepOutcome
from babymassage_gui.core.session_table import PauseReason, Phase
from babymassage_gui.core.settings import Settings, ThemeChoice
from babymassage_gui.gui.bridge import FRAME_MS
from babymassage_gui.gui.pages.asleep import AsleepPage
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.check_in_view import FEED_MINUTES
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.paused import PausedPage
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.turn import TurnPage
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


@pytest.fixture
def at_the_tummy(parent: Parent) -> Parent:
    """In the middle of circling the tummy."""
    parent.starts()
    parent.lives_to("tummy-circle", 6)
    return parent


def test_space_in_the_tummy_steps_stops_and_finishing_logs_exactly_the_finished_steps(at_the_tummy: Parent) -> None:
    parent = at_the_tummy
    parent.key(KEY.Key_Space)
    page = parent.expects(PausedPage)
    parent.waits()
    parent.presses(page.cards[2])
    parent.expects(WrapUpPage).done.emit(Mood.CRIED, "")
    (session,) = parent.sessions()
    assert session.done_steps == ("open-ask", "open-rest", "leg-outer", "arm-outer")
    assert [(s.step_id, s.outcome) for s in session.steps][-1] == ("tummy-circle", StepOutcome.INTERRUPTED)
    assert (session.ending, session.mood) == (Ending.EARLY, Mood.CRIED)
    assert session.active_seconds == pytest.approx(sum(s.seconds for s in session.steps))


NO_COMMANDS = [KEY.Key_Space, KEY.Key_Return, KEY.Key_A, KEY.Key_F5, KEY.Key_B, KEY.Key_Escape]


@pytest.mark.parametrize("key", NO_COMMANDS)
def test_any_key_that_is_no_command_freezes_clock_and_figure(at_the_tummy: Parent, key: Qt.Key) -> None:
    at_the_tummy.key(key)
    at_the_tummy.expects(PausedPage)
    session = at_the_tummy.house.runner.session
    before = session.active_seconds(at_the_tummy.clock.now())
    at_the_tummy.clock.pass_time(600)
    at_the_tummy.waits(80)
    assert at_the_tummy.house.runner.session.phase is Phase.PAUSED
    assert at_the_tummy.house.runner.session.active_seconds(at_the_tummy.clock.now()) == before


def test_a_knock_on_the_mat_or_the_sheet_is_a_press_on_the_stop_bar(at_the_tummy: Parent) -> None:
    page = at_the_tummy.expects(SessionPage)
    at_the_tummy.knocks(page, page.sheet.geometry().center())
    at_the_tummy.expects(PausedPage)


def test_the_stop_bar_is_the_largest_thing_to_press(at_the_tummy: Parent) -> None:
    page = at_the_tummy.expects(SessionPage)
    others = (page.skip, page.back, page.extend, *page.zones.buttons())
    stop = page.stop.width() * page.stop.height()
    assert stop > 4 * max(button.width() * button.height() for button in others)


def test_in_the_first_moment_of_the_stop_page_nothing_acts(at_the_tummy: Parent) -> None:
    at_the_tummy.key(KEY.Key_Space)
    for key in (KEY.Key_Space, KEY.Key_Return, KEY.Key_3):
        at_the_tummy.key(key)
    at_the_tummy.expects(PausedPage)
    at_the_tummy.waits()
    at_the_tummy.key(KEY.Key_Space)
    at_the_tummy.expects(SessionPage)


def test_escape_does_nothing_on_the_stop_page(at_the_tummy: Parent) -> None:
    at_the_tummy.key(KEY.Key_Space)
    at_the_tummy.waits()
    at_the_tummy.key(KEY.Key_Escape)
    at_the_tummy.expects(PausedPage)


def test_carrying_on_counts_in_from_three_and_goes_on_in_the_same_stroke(at_the_tummy: Parent) -> None:
    runner = at_the_tummy.house.runner
    at_the_tummy.key(KEY.Key_Space)
    spent = runner.session.step_clock.spent
    at_the_tummy.waits()
    at_the_tummy.presses(at_the_tummy.expects(PausedPage).cards[0])
    assert runner.session.phase is Phase.READY
    assert runner.session.wait.total == 3
    at_the_tummy.lives(lambda: runner.session.phase is Phase.STEP, jump=0.5)
    assert runner.session.planned.step.id == "tummy-circle"
    assert runner.session.step_clock.spent == spent


def test_something_calmer_offers_rest_another_part_and_the_end(at_the_tummy: Parent) -> None:
    runner = at_the_tummy.house.runner
    at_the_tummy.key(KEY.Key_Space)
    at_the_tummy.waits()
    page = at_the_tummy.expects(PausedPage)
    at_the_tummy.presses(page.cards[1])
    assert page.cards[0].text() == "Hands rest"
    at_the_tummy.presses(page.cards[0])
    assert runner.session.phase is Phase.RESTING
    at_the_tummy.presses(page.cards[1])
    assert runner.session.planned.step.id == "chest-ribs"


def test_fussing_on_the_tummy_can_be_answered_by_turning_back(at_the_tummy: Parent) -> None:
    runner = at_the_tummy.house.runner
    at_the_tummy.lives_to("back-up", 5)
    at_the_tummy.key(KEY.Key_Space)
    at_the_tummy.waits()
    page = at_the_tummy.expects(PausedPage)
    at_the_tummy.presses(page.cards[1])
    assert page.cards[1].text() == "Turn back"
    at_the_tummy.presses(page.cards[1])
    assert runner.session.planned.step.id == "turn-back"
    at_the_tummy.lives(lambda: not runner.running)
    assert at_the_tummy.sessions()[0].ending is Ending.FINISHED


def test_keys_and_buttons_go_on_back_and_longer(at_the_tummy: Parent) -> None:
    runner = at_the_tummy.house.runner
    page = at_the_tummy.expects(SessionPage)
    reps = runner.session.planned.passes[0].reps
    at_the_tummy.presses(page.extend)
    assert runner.session.planned.passes[0].reps == reps + 6
    at_the_tummy.key(KEY.Key_Right)
    assert runner.session.planned.step.id == "chest-ribs"
    at_the_tummy.presses(page.back)
    assert runner.session.planned.step.id == "chest-ribs"
    at_the_tummy.presses(page.back)
    assert runner.session.planned.step.id == "tummy-circle"
    at_the_tummy.presses(page.skip)
    assert runner.session.planned.step.id == "chest-ribs"


def test_a_zone_of_the_bar_jumps_there_and_counts_in(at_the_tummy: Parent) -> None:
    page = at_the_tummy.expects(SessionPage)
    at_the_tummy.presses(page.zones.buttons()[0])
    session = at_the_tummy.house.runner.session
    assert (session.phase, session.planned.step.id) == (Phase.READY, "leg-outer")


def test_a_turn_has_its_own_page_and_says_when_it_goes_on(at_the_tummy: Parent) -> None:
    at_the_tummy.lives_to("turn-tummy", 4)
    page = at_the_tummy.expects(TurnPage)
    assert page.title.text() == "Turn onto the tummy"
    at_the_tummy.presses(page.ready)
    assert at_the_tummy.house.runner.session.planned.step.id == "back-up"
    assert "turn-tummy" in at_the_tummy.sessions()[0].done_steps


def test_a_turn_waits_for_the_parent_who_wished_so(qtbot: QtBot, tmp_path: Path) -> None:
    parent = Parent(qtbot, tmp_path, FakeClock())
    parent.knows_baby(settings=Settings(wait_for_me=True, less_motion=True))
    parent.opens()
    parent.starts()
    parent.lives_to("turn-tummy", 4)
    for _ in range(40):
        parent.clock.pass_time(2)
        parent.waits(FRAME_MS + 8)
    assert parent.house.runner.session.planned.step.id == "turn-tummy"
    parent.key(KEY.Key_PageDown)
    assert parent.house.runner.session.planned.step.id == "back-up"


def test_a_sleeping_computer_pauses_the_session_and_nothing_is_counted(at_the_tummy: Parent) -> None:
    runner = at_the_tummy.house.runner
    before = runner.session.active_seconds(at_the_tummy.clock.now())
    at_the_tummy.clock.pass_time(9 * 60)
    at_the_tummy.waits(80)
    page = at_the_tummy.expects(PausedPage)
    assert page.told.text() == "The computer slept. Nothing was counted."
    assert runner.session.pause is PauseReason.GAP
    assert runner.session.active_seconds(at_the_tummy.clock.now()) == pytest.approx(before, abs=2)


def test_after_a_long_stop_it_goes_on_by_way_of_the_questions_and_no_other(at_the_tummy: Parent) -> None:
    parent = at_the_tummy
    parent.key(KEY.Key_Space)
    parent.clock.pass_time(9 * 60)
    parent.waits()
    parent.expects(PausedPage)
    parent.clock.pass_time(120)
    parent.waits(120)
    card = parent.expects(HomePage).unfinished
    assert card.isVisible()
    assert card.told.text() == "A while ago. The questions come first."
    parent.presses(card.carry_on)
    page = parent.expects(CheckInPage)
    parent.presses(page.rows.none)
    parent.presses(page.feed.chips[0])
    assert not page.ready.begin.isEnabled(), "fed just now"
    parent.presses(page.feed.chips[FEED_MINUTES.index(60)])
    parent.presses(page.ready.begin)
    parent.expects(SessionPage)
    assert parent.house.runner.session.planned.step.id == "tummy-circle"
    parent.lives(lambda: not parent.house.runner.running)
    assert [session.ending for session in parent.sessions()] == [Ending.FINISHED]


def test_nobody_takes_the_words_of_an_emergency_away(at_the_tummy: Parent) -> None:
    parent = at_the_tummy
    parent.key(KEY.Key_Space)
    parent.waits()
    parent.presses(parent.expects(PausedPage).wrong)
    parent.clock.pass_time(40 * 60)
    parent.waits(120)
    page = parent.expects(EmergencyPage)
    parent.presses(page.back_button)
    parent.waits(120)
    assert parent.expects(HomePage).unfinished.isVisible()


def test_setting_the_wall_clock_changes_nothing_in_the_session(at_the_tummy: Parent) -> None:
    runner = at_the_tummy.house.runner
    before = runner.session.active_seconds(at_the_tummy.clock.now())
    at_the_tummy.clock.set_wall_clock(at_the_tummy.clock.local_time().replace(year=2031))
    at_the_tummy.waits(80)
    assert runner.session.phase is Phase.STEP
    assert runner.session.active_seconds(at_the_tummy.clock.now()) == before


def test_the_emergency_words_are_two_taps_away_and_a_slip_is_harmless(at_the_tummy: Parent) -> None:
    at_the_tummy.presses(at_the_tummy.expects(SessionPage).stop)
    at_the_tummy.waits()
    at_the_tummy.presses(at_the_tummy.expects(PausedPage).wrong)
    page = at_the_tummy.expects(EmergencyPage)
    assert "112" in page.number.text()
    at_the_tummy.presses(page.back_button)
    at_the_tummy.presses(at_the_tummy.expects(PausedPage).wrong)
    at_the_tummy.presses(at_the_tummy.expects(EmergencyPage).end_button)
    assert at_the_tummy.sessions()[0].ending is Ending.SOMETHING_WRONG
    assert not at_the_tummy.expects(HomePage).start_button.isEnabled()


def test_a_baby_that_fell_asleep_gets_the_dark_and_the_wrap_up_waits(at_the_tummy: Parent) -> None:
    at_the_tummy.key(KEY.Key_Space)
    at_the_tummy.waits()
    at_the_tummy.presses(at_the_tummy.expects(PausedPage).asleep)
    page = at_the_tummy.expects(AsleepPage)
    assert page.accessibleName() == "Sleep well, Mila."
    at_the_tummy.key(KEY.Key_Space)
    at_the_tummy.expects(WrapUpPage)
    assert at_the_tummy.sessions()[0].ending is Ending.ASLEEP


def test_closing_the_window_keeps_the_second_and_the_next_start_offers_three_ways(
    at_the_tummy: Parent, qtbot: QtBot, tmp_path: Path
) -> None:
    at = at_the_tummy.clock
    active = at_the_tummy.house.runner.session.active_seconds(at.now())
    assert at_the_tummy.window is not None
    at_the_tummy.window.close()
    at_the_tummy.opened.log.close()
    again = Parent(qtbot, tmp_path, at)
    again.opens()
    card = again.expects(HomePage).unfinished
    assert card.isVisible()
    assert again.house.unfinished() is not None
    again.presses(card.carry_on)
    session = again.house.runner.session
    assert session.planned.step.id == "tummy-circle"
    assert session.active_seconds(at.now()) == pytest.approx(active, abs=0.1)
    again.lives(lambda: not again.house.runner.running)
    (record,) = again.sessions()
    assert record.ending is Ending.FINISHED
    assert record.active_seconds == pytest.approx(active + 19 + 16 + 16 + 20 + 14 + 14 + 19, abs=1)


def test_practice_on_a_doll_is_never_logged(parent: Parent) -> None:
    parent.presses(parent.expects(HomePage).doll)
    page = parent.expects(SessionPage)
    assert page.ribbon.isVisible()
    parent.lives_to("leg-foot", 3)
    parent.key(KEY.Key_Space)
    parent.waits()
    parent.presses(parent.expects(PausedPage).cards[2])
    parent.expects(HomePage)
    assert parent.sessions() == ()


def test_a_rehearsal_says_so_and_does_not_count(qtbot: QtBot, tmp_path: Path) -> None:
    parent = Parent(qtbot, tmp_path, FakeClock(speed=20))
    parent.knows_baby()
    parent.opens()
    parent.starts()
    assert parent.expects(SessionPage).ribbon.accessibleName() == "Rehearsal ×20, does not count"
    parent.lives(lambda: not parent.house.runner.running, jump=20)
    (session,) = parent.sessions()
    assert session.kind is Kind.REHEARSAL
    parent.expects(WrapUpPage).done.emit(Mood.CALM, "")
    assert parent.expects(HomePage).start_button.isEnabled()


def test_a_press_on_the_page_needs_no_aim(parent: Parent) -> None:
    parent.starts()
    page = parent.expects(SessionPage)
    parent.knocks(page, QPoint(page.width() // 4, page.height() // 2))
    parent.expects(PausedPage)


def test_going_into_night_takes_three_seconds_and_less_motion_none(parent: Parent) -> None:
    window = parent.window
    assert window is not None
    house = parent.house
    house.change(replace(house.settings, less_motion=False, theme=ThemeChoice.LIGHT))
    window.apply_settings()
    parent.waits(300)
    house.change(replace(house.settings, theme=ThemeChoice.NIGHT))
    window.apply_settings()
    assert window._fade.isVisible()
    assert window._fade._clear.duration() == 3000
    house.change(replace(house.settings, theme=ThemeChoice.DARK))
    window.apply_settings()
    assert window._fade._clear.duration() == 250
    house.change(replace(house.settings, less_motion=True, theme=ThemeChoice.NIGHT))
    window._fade.hide()
    window.apply_settings()
    assert not window._fade.isVisible()
