"""The screen at the real window and with the real wakepy, where a desktop answers, refuses, or is not there at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.adapters.keep_awake import ScreenKeeper
from babymassage_gui.gui.bridge import Bridge
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.wake_desk import WakeDesk
from babymassage_gui.services.wakefulness import Told, Wakeful
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

ROOT = Path(__file__).resolve().parents[2]
NOTE = "The screen may go dark by itself."


class Desktop:
    """Answers from a thread of its own, as a desktop does."""

    def __init__(self, *, keeps: bool) -> None:
        self._keeps = keeps
        self.calls: list[str] = []

    def take(self, told: Told) -> None:
        self.calls.append("take")
        threading.Thread(target=told, args=(self._keeps,), daemon=True).start()

    def release(self) -> None:
        self.calls.append("release")


class Awake:
    """A parent at a window, with a desktop behind it."""

    def __init__(self, qtbot: QtBot, folder: Path, *, keeps: bool) -> None:
        self.parent = Parent(qtbot, folder, FakeClock())
        self.parent.knows_baby()
        window = self.parent.opens()
        bridge = window.findChild(Bridge)
        assert bridge is not None
        self.desktop = Desktop(keeps=keeps)
        self.desk = WakeDesk(window, bridge, self.desktop)
        self.parent.starts()
        qtbot.waitUntil(lambda: self.state in (Wakeful.KEPT, Wakeful.REFUSED))

    @property
    def state(self) -> Wakeful:
        return self.desk.wakefulness.state


def test_the_screen_is_kept_from_start_to_end_and_nothing_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    awake = Awake(qtbot, tmp_path, keeps=True)
    assert (awake.state, awake.desktop.calls, awake.desk.note) == (Wakeful.KEPT, ["take"], None)
    awake.parent.lives(lambda: not awake.parent.house.runner.running)
    assert awake.desktop.calls == ["take", "release"]


def test_it_is_let_go_after_five_minutes_of_a_pause_and_taken_again(qtbot: QtBot, tmp_path: Path) -> None:
    awake = Awake(qtbot, tmp_path, keeps=True)
    awake.parent.key(Qt.Key.Key_Space)
    awake.parent.clock.pass_time(299)
    awake.parent.waits(80)
    assert awake.desktop.calls == ["take"]
    awake.parent.clock.pass_time(3)
    awake.parent.waits()
    assert awake.desktop.calls == ["take", "release"]
    awake.parent.key(Qt.Key.Key_Space)
    assert awake.desktop.calls == ["take", "release", "take"]


def test_where_it_cannot_be_kept_a_quiet_note_says_so_and_a_press_on_it_stops(qtbot: QtBot, tmp_path: Path) -> None:
    awake = Awake(qtbot, tmp_path, keeps=False)
    note, page = awake.desk.note, awake.parent.expects(SessionPage)
    assert note is not None
    assert note.isVisible()
    assert note.accessibleName() == NOTE
    assert page.rect().contains(note.geometry())
    for other in (page.zones, page.sheet, page.stop, page.back):
        assert not note.geometry().intersects(other.geometry())
    assert page.childAt(note.geometry().center()) is not note
    awake.parent.lives_to("leg-outer", 2)
    awake.desk._gone.timeout.emit()
    assert not note.isVisible()
    awake.parent.lives(lambda: not awake.parent.house.runner.running)
    assert awake.desktop.calls == ["take", "release"]


def test_the_note_follows_the_windows_size(qtbot: QtBot, tmp_path: Path) -> None:
    awake = Awake(qtbot, tmp_path, keeps=False)
    note, page = awake.desk.note, awake.parent.expects(SessionPage)
    assert awake.parent.window is not None
    assert note is not None
    for size in ((800, 480), (1024, 600), (800, 1280)):
        awake.parent.window.resize(*size)
        awake.parent.waits(60)
        assert page.rect().contains(note.geometry())
        assert not note.geometry().intersects(page.stop.geometry())


def test_the_note_goes_with_the_session(qtbot: QtBot, tmp_path: Path) -> None:
    awake = Awake(qtbot, tmp_path, keeps=False)
    assert awake.desk.note is not None
    awake.parent.house.runner.baby_needs_me()
    awake.parent.clock.pass_time(301)
    awake.parent.waits(80)
    assert awake.desk.note.isHidden()
    assert awake.state is Wakeful.OFF


class Answers:
    """What the real keeper told, and a wait for it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.told: list[bool] = []

    def of(self, keeper: ScreenKeeper) -> bool:
        before = len(self.told)
        keeper.take(self.told.append)
        self._qtbot.waitUntil(lambda: len(self.told) > before, timeout=10_000)
        return self.told[-1]


@pytest.fixture
def answers(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Answers:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return Answers(qtbot)


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "keep-awake"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere no D-Bus is needed")
def test_without_a_session_bus_it_is_refused_without_a_warning(answers: Answers) -> None:
    keeper = ScreenKeeper()
    assert answers.of(keeper) is False
    keeper.close()
    assert threads() == []


def test_each_stretch_ends_its_thread(answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    keeper = ScreenKeeper()
    for _ in range(3):
        assert answers.of(keeper) is True
        assert threads() == ["keep-awake"]
        keeper.close()
        assert threads() == []
    keeper.release()
    keeper.close()


def test_taking_again_lets_the_stretch_before_go(
    answers: Answers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    keeper = ScreenKeeper()
    assert answers.of(keeper)
    assert answers.of(keeper)
    qtbot.waitUntil(lambda: len(threads()) == 1)
    keeper.close()


def test_without_wakepy_it_is_refused(answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    keeper = ScreenKeeper()
    assert answers.of(keeper) is False
    keeper.close()


BUS = """
import sys, threading
from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from babymassage_gui.adapters.keep_awake import ScreenKeeper

calls, ready, gone = [], threading.Event(), threading.Event()

def saver():
    bus = open_dbus_connection(bus="SESSION")
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
    ready.set()
    while len(calls) < 2:
        message = bus.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        member = message.header.fields[HeaderFields.member]
        if member in ("Inhibit", "UnInhibit"):
            calls.append(member)
            reply = new_method_return(message, "u", (7,)) if member == "Inhibit" else new_method_return(message)
            bus.send(reply)
    gone.set()

threading.Thread(target=saver, daemon=True).start()
assert ready.wait(5)
told, answered = [], threading.Event()
keeper = ScreenKeeper()
keeper.take(lambda kept: (told.append(kept), answered.set()))
assert answered.wait(10)
keeper.close()
assert gone.wait(5)
print(told, calls)
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no session bus can be made here")
def test_a_desktop_with_a_session_bus_is_asked_and_told_when_it_is_over() -> None:
    command = ["dbus-run-session", "--", sys.executable, "-W", "error", "-c", BUS]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.split("\n")[0] == "[True] ['Inhibit', 'UnInhibit']", done.stderr
