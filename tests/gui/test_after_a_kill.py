"""The process is killed in the middle of a session: the next start offers to carry on, keep or discard."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Ending
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.storage.opening import open_to_read
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

ROOT = Path(__file__).resolve().parents[2]
# The real window with the real event loop; only its clock runs eight times faster, so that a step is soon over.
CHILD = """
import sys
from datetime import timedelta
from pathlib import Path
from PySide6.QtCore import QTimer
from babymassage_gui.adapters.clock import SystemClock
from babymassage_gui.bootstrap import open_house
from babymassage_gui.gui import shell
from babymassage_gui.services import session_runner

# A busy machine must not look like a sleeping one to a clock that runs eight times faster.
session_runner.GAP_SECONDS = 600.0

class QuickClock(SystemClock):
    @property
    def speed(self):
        return 1.0

def house():
    return open_house(Path(sys.argv[1]), QuickClock(8))

from babymassage_gui.gui import main_window
shown = main_window.MainWindow.open_first_page
def start(window, notice=""):
    shown(window, notice)
    QTimer.singleShot(0, lambda: taps(window))

def taps(window):
    window.home.start_button.click()
    page = window.rooms.answer_desks().check_in.page
    for button in (page.rows.none, page.feed.chips[2], page.ready.begin):
        button.click()
main_window.MainWindow.open_first_page = start
sys.exit(shell.run(shell.Start("", "test", house, print)))
"""
PATIENCE_SECONDS = 60


@pytest.fixture
def killed(qtbot: QtBot, tmp_path: Path) -> Parent:
    """A parent whose program was killed after the second step; started again a minute later."""
    before = Parent(qtbot, tmp_path, FakeClock(datetime.now(UTC)))
    before.knows_baby()
    before.opened.log.close()
    with subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path)], cwd=ROOT) as child:
        try:
            _wait_for_steps(tmp_path, 2, child)
        finally:
            child.kill()
    again = Parent(qtbot, tmp_path, FakeClock(datetime.now(UTC) + timedelta(minutes=1)))
    again.opens()
    return again


def _wait_for_steps(folder: Path, steps: int, child: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE_SECONDS * 5):
        assert child.poll() is None, "the program ended by itself"
        log = open_to_read(folder, lambda: datetime.now(UTC))
        assert log is not None
        with log:
            started = [session for baby in log.babies() for session in log.sessions(baby.id)]
        if started and len(started[-1].steps) >= steps:
            return
        time.sleep(0.2)
    raise AssertionError("no step was logged")


def _card_button(parent: Parent, name: str) -> QAbstractButton:
    card = parent.expects(HomePage).unfinished
    assert card.isVisible()
    button = getattr(card, name)
    assert isinstance(button, QAbstractButton)
    return button


def test_the_minutes_are_named_and_carrying_on_goes_on_with_the_third_step(killed: Parent) -> None:
    cut = killed.house.unfinished()
    assert cut is not None
    assert cut.session.done_steps == ("open-ask", "open-rest")
    assert "0:2" in killed.expects(HomePage).unfinished.title.text()
    killed.presses(_card_button(killed, "carry_on"))
    assert killed.house.runner.session.planned.step.id == "leg-outer"
    killed.lives(lambda: not killed.house.runner.running)
    (session,) = killed.sessions()
    assert (session.ending, session.done_steps[:3]) == (Ending.FINISHED, ("open-ask", "open-rest", "leg-outer"))


def test_keeping_keeps_what_was_done_and_does_not_move_the_target(killed: Parent) -> None:
    killed.presses(_card_button(killed, "keep"))
    (session,) = killed.sessions()
    assert (session.ending, session.done_steps) == (Ending.CALLED_AWAY, ("open-ask", "open-rest"))
    assert not killed.expects(HomePage).unfinished.isVisible()


def test_discarding_takes_it_out_of_the_log(killed: Parent) -> None:
    killed.presses(_card_button(killed, "discard"))
    assert killed.sessions() == ()
    assert killed.expects(HomePage).start_button.isEnabled()
