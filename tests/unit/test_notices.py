"""Native notifications: asked of the desktop's own service over a real bus; a desktop without one costs nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from babymassage_gui.adapters.notices import FACE, NoticeBoard

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 20
needs_bus = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="dbus-daemon is not installed")
# A desktop's service: prints what it is asked to show, then says that it was pressed, or went away.
SERVICE = """
import sys
from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
face, then = sys.argv[1:]
with open_dbus_connection(sys.argv[0] and "SESSION") as line:
    line.send_and_get_reply(message_bus.RequestName(face))
    print("there", flush=True)
    while True:
        asked = line.receive()
        if asked.header.message_type is not MessageType.method_call:
            continue
        if asked.header.fields.get(HeaderFields.member) != "Notify":
            continue
        print(repr(asked.body), flush=True)
        line.send(new_method_return(asked, "u", (7,)))
        place = DBusAddress("/org/freedesktop/Notifications", interface=face)
        line.send(new_signal(place, "ActionInvoked", "us", (6, "default")))
        if then == "pressed":
            line.send(new_signal(place, "ActionInvoked", "us", (7, "default")))
        elif then == "gone":
            line.send(new_signal(place, "NotificationClosed", "uu", (7, 2)))
"""


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    words = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield
        daemon.terminate()


class Told:
    """What came back."""

    def __init__(self) -> None:
        self.opened, self.refused = threading.Event(), threading.Event()

    def show(self, board: NoticeBoard) -> None:
        board.show("A massage for Mila?", "Three taps.", self.opened.set, self.refused.set)


def service(then: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", SERVICE, FACE, then]
    started = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "there\n"
    return started


@needs_bus
@pytest.mark.usefixtures("bus")
def test_it_is_shown_with_the_program_s_name_and_icon_and_a_press_is_heard() -> None:
    told, board = Told(), NoticeBoard("arpa.home.babymassage", "Baby massage")
    with service("pressed") as desktop:
        told.show(board)
        assert told.opened.wait(PATIENCE_SECONDS)
        assert desktop.stdout is not None
        shown = desktop.stdout.readline()
        desktop.kill()
    assert "('Baby massage', 0, 'arpa.home.babymassage', 'A massage for Mila?', 'Three taps.'" in shown
    assert "'desktop-entry': ('s', 'arpa.home.babymassage')" in shown
    assert not told.refused.is_set()


@needs_bus
@pytest.mark.usefixtures("bus")
def test_one_that_went_away_opens_nothing_and_the_next_takes_its_place() -> None:
    told, board = Told(), NoticeBoard("arpa.home.babymassage", "Baby massage")
    with service("gone") as desktop:
        told.show(board)
        assert desktop.stdout is not None
        desktop.stdout.readline()
        for thread in threading.enumerate():
            if thread.name == "notice":
                thread.join(PATIENCE_SECONDS)
        told.show(board)
        assert "('Baby massage', 7," in desktop.stdout.readline()
        board.close()
        desktop.kill()
    assert not told.opened.is_set()
    assert not told.refused.is_set()


@needs_bus
@pytest.mark.usefixtures("bus")
def test_a_desktop_without_such_a_service_refuses() -> None:
    told = Told()
    told.show(NoticeBoard("arpa.home.babymassage", "Baby massage"))
    assert told.refused.wait(PATIENCE_SECONDS)


def test_without_a_bus_it_refuses_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    told, board = Told(), NoticeBoard("arpa.home.babymassage", "Baby massage")
    told.show(board)
    assert told.refused.wait(PATIENCE_SECONDS)
    board.close()
    board.close()
