"""The window's ear and the other end of it: one line each way, for this user only, gone with the window."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from babymassage_gui.adapters.control_address import FILE_NAME, MOST_PATH_BYTES, address_of, is_ours
from babymassage_gui.adapters.control_client import SILENCE, ask, ask_by_qt, ask_until
from babymassage_gui.adapters.control_socket import MOST_CALLERS, ControlSocket
from babymassage_gui.services.control import MOST_BYTES

ROOT = Path(__file__).resolve().parents[2]
BY_QT = """
import sys
from babymassage_gui.adapters.control_client import ask_by_qt
sys.stdout.buffer.write(ask_by_qt(sys.argv[1], b"status\\n", 2.0))
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the socket of the standard library")


def aside(qtbot: QtBot, act: Callable[[], bytes | None]) -> bytes | None:
    """What a caller in a thread of its own gets, while the window lives on."""
    got: list[bytes | None] = []
    thread = threading.Thread(target=lambda: got.append(act()), daemon=True)
    thread.start()
    qtbot.waitUntil(lambda: bool(got), timeout=5000)
    thread.join()
    return got[0]


@pytest.fixture
def heard() -> list[bytes]:
    return []


@pytest.fixture
def ear(tmp_path: Path, heard: list[bytes]) -> Iterator[ControlSocket]:
    """A window that answers each line with the line in capitals."""
    made = ControlSocket(tmp_path)

    def answer(line: bytes) -> bytes:
        heard.append(line)
        return line.upper()

    assert made.listen(answer)
    yield made
    made.close()


def test_a_line_is_answered(qtbot: QtBot, ear: ControlSocket, tmp_path: Path) -> None:
    assert aside(qtbot, lambda: ask(tmp_path, b"status\n")) == b"STATUS\n"
    assert aside(qtbot, lambda: ask(tmp_path, b"again\n")) == b"AGAIN\n"


def test_a_line_is_answered_through_qt_as_on_windows(qtbot: QtBot, ear: ControlSocket, tmp_path: Path) -> None:
    # In a process of its own: Qt's waiting does not let another thread of this one answer.
    command = [sys.executable, "-c", BY_QT, address_of(tmp_path)]
    assert (
        aside(qtbot, lambda: subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout) == b"STATUS\n"
    )
    assert ask_by_qt(address_of(tmp_path / "other"), b"status\n", 0.2) is None
    assert ask_by_qt(address_of(tmp_path), b"status\n", 0.2) == SILENCE


def test_only_this_user_can_open_the_socket(ear: ControlSocket, tmp_path: Path) -> None:
    found = (tmp_path / FILE_NAME).lstat()
    assert stat.S_ISSOCK(found.st_mode)
    assert stat.S_IMODE(found.st_mode) & 0o077 == 0
    assert found.st_uid == os.getuid()


def test_a_socket_of_somebody_else_is_not_spoken_to(
    ear: ControlSocket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_ours(address_of(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: 12_345)
    assert not is_ours(address_of(tmp_path))
    assert ask(tmp_path, b"status\n") is None


def test_the_socket_goes_with_the_window(ear: ControlSocket, tmp_path: Path) -> None:
    ear.close()
    ear.close()
    assert list(tmp_path.iterdir()) == []
    assert ask(tmp_path, b"status\n") is None


def test_what_a_crash_left_behind_is_no_window_and_is_replaced(
    qtbot: QtBot, tmp_path: Path, heard: list[bytes]
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as dead:
        dead.bind(address_of(tmp_path))
    assert (tmp_path / FILE_NAME).exists()
    assert ask(tmp_path, b"status\n") is None
    after = ControlSocket(tmp_path)
    assert after.listen(lambda line: b"alive\n")
    assert aside(qtbot, lambda: ask(tmp_path, b"status\n")) == b"alive\n"
    after.close()


def test_each_folder_has_a_window_of_its_own(qtbot: QtBot, ear: ControlSocket, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert ask(other, b"status\n") is None
    second = ControlSocket(other)
    assert second.listen(lambda line: b"second\n")
    assert aside(qtbot, lambda: ask(other, b"status\n")) == b"second\n"
    assert aside(qtbot, lambda: ask(tmp_path, b"status\n")) == b"STATUS\n"
    second.close()


@pytest.mark.parametrize("length", [MOST_PATH_BYTES - len(FILE_NAME) - 1, 100, 180])
def test_a_folder_of_any_depth_has_a_socket(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    root = Path(os.path.realpath(tmp_path_factory.mktemp("d")))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(root))
    folder = Path(str(root / ("x" * (length - len(str(root)) - 1))))
    folder.mkdir()
    assert len(str(folder)) == length
    assert (Path(address_of(folder)).parent == folder) is (length < MOST_PATH_BYTES)
    deep = ControlSocket(folder)
    assert deep.listen(lambda line: b"deep\n")
    assert aside(qtbot, lambda: ask(folder, b"status\n")) == b"deep\n"
    deep.close()


def test_without_a_folder_to_write_into_the_window_does_without(tmp_path: Path) -> None:
    # Near the root: the socket of a folder that lies deep is elsewhere, where it can be made.
    assert not ControlSocket(Path(tmp_path.anchor) / "no-such-folder").listen(lambda line: line)


def test_a_window_that_says_nothing_is_not_waited_for_longer_than_asked(ear: ControlSocket, tmp_path: Path) -> None:
    assert ask(tmp_path, b"status\n", 0.1) == SILENCE  # nothing runs the window's loop here


def test_a_window_that_is_just_opening_is_asked_again(qtbot: QtBot, tmp_path: Path) -> None:
    late = ControlSocket(tmp_path)
    got: list[bytes | None] = []
    thread = threading.Thread(target=lambda: got.append(ask_until(tmp_path, b"raise\n")), daemon=True)
    thread.start()
    qtbot.wait(200)
    assert not got
    assert late.listen(lambda line: b"here\n")
    qtbot.waitUntil(lambda: bool(got), timeout=3000)
    assert got == [b"here\n"]
    late.close()


def test_a_window_that_never_opens_is_given_up(tmp_path: Path) -> None:
    assert ask_until(tmp_path, b"raise\n", 0.2) is None


def test_a_line_without_an_end_is_cut_off_and_told_of_once(
    qtbot: QtBot, ear: ControlSocket, tmp_path: Path, heard: list[bytes]
) -> None:
    assert aside(qtbot, lambda: ask(tmp_path, b"x" * 100_000)) in (SILENCE, b"X" * (MOST_BYTES + 1))
    assert [len(line) for line in heard] == [MOST_BYTES + 1]


def test_a_line_in_two_pieces_is_one_line(qtbot: QtBot, ear: ControlSocket, tmp_path: Path, heard: list[bytes]) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        caller.connect(address_of(tmp_path))
        caller.sendall(b"sta")
        qtbot.wait(50)
        assert heard == []
        caller.sendall(b"tus\nmore\n")
        qtbot.waitUntil(lambda: heard == [b"status\n"])
        assert aside(qtbot, lambda: caller.recv(100)) == b"STATUS\n"
    qtbot.wait(50)
    assert heard == [b"status\n"]


def test_callers_who_say_nothing_leave_room_for_the_next(
    qtbot: QtBot, ear: ControlSocket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("babymassage_gui.adapters.control_socket.PATIENCE_SECONDS", 0.3)
    silent = [socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) for _ in range(MOST_CALLERS)]
    for caller in silent:
        caller.connect(address_of(tmp_path))
    qtbot.wait(60)
    assert aside(qtbot, lambda: ask(tmp_path, b"one too many\n")) == SILENCE
    qtbot.wait(400)
    assert aside(qtbot, lambda: ask(tmp_path, b"status\n")) == b"STATUS\n"
    for caller in silent:
        caller.close()
