"""A command line at the real window: through the real socket, past no question, and a second start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui import bootstrap
from babymassage_gui.adapters.control_address import FILE_NAME, address_of
from babymassage_gui.adapters.control_client import ask
from babymassage_gui.adapters.control_socket import ControlSocket
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Ending
from babymassage_gui.core.session_table import Phase
from babymassage_gui.gui import app
from babymassage_gui.gui.control_desk import ControlDesk
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.check_in_view import FEED_MINUTES
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.paused import PausedPage
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.welcome import WelcomePage
from babymassage_gui.gui.pages.wrap_up import WrapUpPage
from babymassage_gui.gui.shell import Shell
from babymassage_gui.services.control import Answer, Order, Reply, Word, read_reply, write_order
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

ROOT = Path(__file__).resolve().parents[2]


class Told:
    """A parent at the window, and somebody at a command line."""

    def __init__(self, qtbot: QtBot, folder: Path, *, age_days: int | None = 90) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.parent = Parent(qtbot, folder, FakeClock())
        if age_days is not None:
            self.parent.knows_baby(age_days=age_days)
        self.window = self.parent.opens()
        self.ear = ControlSocket(folder)
        ControlDesk(self.window, self.parent.house, self.ear.listen)
        qtbot.waitUntil(lambda: Path(address_of(folder)).exists())

    def tell(self, word: Word) -> Reply:
        got: list[bytes | None] = []
        thread = threading.Thread(target=lambda: got.append(ask(self.folder, write_order(Order(word)))), daemon=True)
        thread.start()
        self.qtbot.waitUntil(lambda: bool(got))
        assert got[0] is not None
        return read_reply(got[0])


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path) -> Iterator[Told]:
    made = Told(qtbot, tmp_path)
    yield made
    made.ear.close()


def test_start_opens_the_check_in_and_begins_only_once_it_is_answered(told: Told) -> None:
    assert told.tell(Word.START).answer is Answer.CHECK_IN
    page = told.parent.expects(CheckInPage)
    told.parent.presses(page.rows.none)
    assert told.tell(Word.START).answer is Answer.CHECK_IN
    told.parent.presses(page.feed.chips[FEED_MINUTES.index(60)])
    reply = told.tell(Word.START)
    assert reply.answer is Answer.DONE
    assert reply.status["phase"] == "ready"
    told.parent.expects(SessionPage)
    assert told.tell(Word.START).answer is Answer.SESSION_RUNS


def test_start_from_another_room_beside_the_rail_leads_to_the_check_in(told: Told) -> None:
    told.window.rail.chosen.emit("library")
    assert told.tell(Word.START).answer is Answer.CHECK_IN
    told.parent.expects(CheckInPage)


def test_start_does_not_begin_where_the_check_in_says_wait(told: Told) -> None:
    told.tell(Word.START)
    page = told.parent.expects(CheckInPage)
    told.parent.presses(page.rows.none)
    told.parent.presses(page.feed.chips[0])
    assert told.tell(Word.START).answer is Answer.CHECK_IN
    assert not told.parent.house.runner.running


def test_start_before_a_baby_is_known_shows_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    told = Told(qtbot, tmp_path, age_days=None)
    assert told.tell(Word.START).answer is Answer.LOOK
    told.parent.expects(WelcomePage)
    told.ear.close()


def test_start_where_today_has_no_start_shows_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    told = Told(qtbot, tmp_path, age_days=12)
    assert told.tell(Word.START).answer is Answer.LOOK
    told.parent.expects(HomePage)
    assert not told.parent.house.runner.running
    told.ear.close()


def test_start_while_the_window_asks_how_it_was_shows_the_window(told: Told) -> None:
    told.parent.starts()
    told.parent.lives_to("leg-outer", 2)
    told.tell(Word.STOP)
    assert told.tell(Word.START).answer is Answer.LOOK
    told.parent.expects(WrapUpPage)


def test_a_session_that_was_cut_off_is_settled_at_the_window_first(qtbot: QtBot, tmp_path: Path) -> None:
    before = Parent(qtbot, tmp_path, FakeClock())
    before.knows_baby()
    before.opens()
    before.starts()
    before.lives_to("leg-outer", 2)
    assert before.window is not None
    before.window.close()
    before.opened.log.close()
    told = Told(qtbot, tmp_path)
    assert told.tell(Word.START).answer is Answer.LOOK
    assert told.parent.expects(HomePage).unfinished.isVisible()
    told.ear.close()


def test_the_pages_follow_what_the_command_line_does(told: Told) -> None:
    told.parent.starts()
    told.parent.lives_to("leg-outer", 2)
    told.tell(Word.PAUSE)
    told.parent.expects(PausedPage)
    assert told.tell(Word.PAUSE).answer is Answer.NOT_NOW
    told.tell(Word.RESUME)
    told.parent.expects(SessionPage)
    told.tell(Word.NEXT)
    assert told.tell(Word.STATUS).status["step"] == "arm-outer"
    told.tell(Word.STOP)
    told.parent.expects(WrapUpPage)
    assert told.parent.sessions()[0].ending is Ending.EARLY


def test_behind_the_emergency_words_nothing_goes_on(told: Told) -> None:
    told.parent.starts()
    told.parent.lives_to("leg-outer", 2)
    told.parent.key(Qt.Key.Key_Space)
    told.parent.waits()
    told.parent.presses(told.parent.expects(PausedPage).wrong)
    assert told.tell(Word.RESUME).answer is Answer.LOOK
    told.parent.expects(EmergencyPage)
    assert told.parent.house.runner.session.phase is Phase.PAUSED


def test_raise_brings_a_minimised_window_back(told: Told) -> None:
    told.window.showMinimized()
    assert told.tell(Word.RAISE).answer is Answer.DONE
    assert not told.window.isMinimized()
    assert told.window.isVisible()


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "babymassage_gui", "--data-dir", str(folder), *words]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=30, check=False)


def aside(qtbot: QtBot, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    done: list[subprocess.CompletedProcess[str]] = []
    threading.Thread(target=lambda: done.append(run(folder, *words)), daemon=True).start()
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    return done[0]


def test_the_program_itself_tells_the_window_and_a_second_start_raises_it(told: Told, qtbot: QtBot) -> None:
    done = aside(qtbot, told.folder, "ctl", "status", "--json")
    assert (done.returncode, json.loads(done.stdout)["phase"]) == (0, "none")
    done = aside(qtbot, told.folder, "ctl", "pause")
    assert (done.returncode, done.stdout) == (75, "")
    assert done.stderr == "babymassage-gui: no massage is running; nothing was changed.\n"
    told.window.showMinimized()
    second = aside(qtbot, told.folder)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert not told.window.isMinimized()


def test_a_whole_program_listens_and_is_silent_once_it_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "babymassage_gui", "--data-dir", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE) as first:
        qtbot.waitUntil(lambda: Path(address_of(tmp_path)).exists(), timeout=20_000)
        status = run(tmp_path, "ctl", "status", "--json")
        assert json.loads(status.stdout) == {"answer": "done", "phase": "none"}
        assert run(tmp_path).returncode == 0
        assert first.poll() is None
        first.kill()
    # Killed: its socket is there, but nobody listens.
    assert Path(address_of(tmp_path)).exists()
    assert run(tmp_path, "ctl", "status").returncode == 69


STUCK = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from babymassage_gui.adapters.control_socket import ControlSocket
from babymassage_gui.adapters.one_window import OneWindow
window = OneWindow(Path(sys.argv[1]))
window.take()
application = QCoreApplication([])
ear = ControlSocket(Path(sys.argv[1]))
print(ear.listen(lambda line: line), flush=True)
time.sleep(60)
"""


def test_a_first_window_that_is_stuck_is_waited_for_two_seconds_and_then_told_as_in_use(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STUCK, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as stuck:
        assert stuck.stdout is not None
        assert stuck.stdout.readline() == b"True\n"
        began = time.monotonic()
        assert bootstrap._raised(tmp_path) is False
        assert 1.9 < time.monotonic() - began < 3
        with pytest.raises(Expected) as told:
            bootstrap.open_house(tmp_path, FakeClock())
        assert told.value.fault is Fault.LOG_LOCKED
        stuck.kill()


def test_a_window_that_does_not_know_the_word_was_not_raised(qtbot: QtBot, tmp_path: Path) -> None:
    other = ControlSocket(tmp_path)
    assert other.listen(lambda line: b'{"version": 1, "answer": "unknown-word"}\n')
    got: list[bool] = []
    threading.Thread(target=lambda: got.append(bootstrap._raised(tmp_path)), daemon=True).start()
    qtbot.waitUntil(lambda: bool(got))
    assert got == [False]
    other.close()


def test_a_first_window_that_is_only_just_opening_is_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    late = ControlSocket(tmp_path)
    assert bootstrap._raised(tmp_path) is None
    got: list[bool | None] = []
    threading.Thread(target=lambda: got.append(bootstrap._raised(tmp_path, patient=True)), daemon=True).start()
    qtbot.wait(150)
    assert late.listen(lambda line: b'{"version": 1, "answer": "done"}\n')
    qtbot.waitUntil(lambda: bool(got))
    assert got == [True]
    late.close()


def test_a_second_window_that_found_the_first_goes_without_a_word(qtbot: QtBot, qapp: QApplication) -> None:
    window = Shell("light")
    qtbot.addWidget(window)
    codes: list[int] = []

    def enter() -> None:
        assert app.move_in(qapp, window, lambda: None) is None

    # Inside the program's loop, as at a start: an exit before it would end every loop of the tests behind this one.
    QTimer.singleShot(0, enter)
    codes.append(qapp.exec())
    assert (codes, window.content) == ([0], None)


def test_the_start_looks_for_the_socket_by_its_name() -> None:
    assert bootstrap.SOCKET_NAME == FILE_NAME
