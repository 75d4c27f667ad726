"""What a baby shows, and what the window answers: every rung of the ladder, from any moment (content-spec 3.7)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Ending, Kind
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.paused import PausedPage
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.turn import TurnPage
from babymassage_gui.gui.pages.wrap_up import WrapUpPage
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

# Moments of a massage, by how a parent comes to them.
MOMENTS: dict[str, Callable[[Parent], None]] = {
    "getting ready": lambda parent: parent.lives(lambda: phase(parent) is Phase.READY),
    "in a stroke": lambda parent: parent.lives_to("leg-outer", 3),
    "at a turn": lambda parent: parent.lives(
        lambda: parent.house.runner.session.planned.step.is_turn and phase(parent) is Phase.STEP
    ),
    "at the cuddle": lambda parent: parent.lives_to("close-cuddle", 1),
}


def phase(parent: Parent) -> Phase:
    return parent.house.runner.session.phase


def massage(qtbot: QtBot, folder: Path, routine: str = "everyday") -> Parent:
    """A massage of a baby of 90 days that has just begun."""
    made = Parent(qtbot, folder, FakeClock())
    made.knows_baby(settings=Settings(less_motion=True, routine=routine))
    made.opens()
    made.starts()
    return made


def stop(parent: Parent) -> PausedPage:
    """The baby needs you: the same press on every page of a massage."""
    assert parent.window is not None
    shown = parent.window.stack.currentWidget()
    assert isinstance(shown, (SessionPage, TurnPage))
    parent.presses(shown.stop)
    parent.waits()
    return parent.expects(PausedPage)


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_emergency_words_are_two_taps_away_from_any_moment(qtbot: QtBot, tmp_path: Path, moment: str) -> None:
    parent = massage(qtbot, tmp_path)
    MOMENTS[moment](parent)
    parent.presses(stop(parent).wrong)
    assert "112" in parent.expects(EmergencyPage).number.text()


def test_from_a_pause_it_is_one(qtbot: QtBot, tmp_path: Path) -> None:
    parent = massage(qtbot, tmp_path)
    MOMENTS["in a stroke"](parent)
    page = stop(parent)
    parent.waits(2 * 450)
    parent.presses(page.wrong)
    parent.expects(EmergencyPage)


def test_spat_up_ends_it_kindly_and_the_next_one_lies_longer_after_the_feed(qtbot: QtBot, tmp_path: Path) -> None:
    parent = massage(qtbot, tmp_path)
    parent.lives_to("tummy-circle", 2)
    before = parent.house.known().day.after_feed_minutes
    parent.presses(stop(parent).spat_up)
    page = parent.expects(WrapUpPage)
    assert parent.sessions()[-1].ending is Ending.SPAT_UP
    assert page.isVisible()
    assert (before, parent.house.known().day.after_feed_minutes) == (45, 60)


@pytest.mark.parametrize(("routine", "told"), [("calm", True), ("everyday", False)])
def test_over_excited_is_answered_in_the_soothing_massage(
    qtbot: QtBot, tmp_path: Path, routine: str, told: bool
) -> None:
    parent = massage(qtbot, tmp_path, routine)
    parent.lives(lambda: phase(parent) is Phase.STEP)
    words = stop(parent).told.text()
    assert ("Over-excited? Hold close, dim the light, end." in words) is told


def test_the_quiet_minute_of_a_pause_runs_for_sixty_seconds_and_waits_then(qtbot: QtBot, tmp_path: Path) -> None:
    parent = massage(qtbot, tmp_path)
    parent.lives_to("tummy-circle", 2)
    page = stop(parent)
    shares = []
    for _ in range(9):
        shares.append(page._stopped.minute_share)
        parent.clock.pass_time(10)
        parent.house.runner.tick()
        parent.waits(80)
    assert shares == sorted(shares)
    assert shares[0] < 0.2
    assert page._stopped.minute_share == pytest.approx(1.0)
    assert phase(parent) is Phase.PAUSED
    assert parent.house.runner.kind is Kind.MASSAGE
