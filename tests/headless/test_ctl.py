"""`ctl` as a hotkey daemon runs it: what it prints, where, and how it ends. No Qt is installed here."""

from __future__ import annotations

import json
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from babymassage_gui import bootstrap, cli
from babymassage_gui.adapters.control_address import address_of
from babymassage_gui.cli import CTL_WORDS, NO_WINDOW, NOT_NOW, OK, USAGE, World
from babymassage_gui.content.loader import load
from babymassage_gui.core.catalogue import Block
from babymassage_gui.services.control import Answer, Order, Place, Reply, Word, read_order, write_reply

Printed = pytest.CaptureFixture[str]
STATUS = {
    "phase": "paused", "title": "Tummy circles", "number": 5, "steps": 11, "active_seconds": 108.4,
    "seconds_left": 86.0,
}  # fmt: skip


class Window:
    """A window that hears orders and answers as it is told to."""

    def __init__(self) -> None:
        self.heard: list[tuple[Path | None, Order]] = []
        self.line: bytes | None = write_reply(Reply(Answer.DONE, STATUS))

    def tell(self, folder: Path | None, line: bytes) -> bytes | None:
        self.heard.append((folder, read_order(line)))
        return self.line

    def answers(self, answer: Answer, **status: object) -> None:
        self.line = write_reply(Reply(answer, status or STATUS))

    def run(self, words: str) -> int:
        world = World("1", load, load, date.today, lambda _: (), lambda *_: None, lambda *_: 0, tell=self.tell)
        try:
            return cli.run(words.split(), world)
        except SystemExit as end:
            return int(end.code or 0)


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.mark.parametrize("word", CTL_WORDS)
def test_each_word_reaches_the_window_and_is_quiet_when_done(window: Window, word: str, capsys: Printed) -> None:
    part = Block.TUMMY if word == "jump" else None
    place = Place.LIBRARY if word == "open" else None
    assert window.run(f"ctl {word} {part or place or ''}") == OK
    assert window.heard == [(None, Order(Word(word), part=part, place=place))]
    printed = capsys.readouterr()
    assert printed.err == ""
    assert bool(printed.out) is (word == "status")


def test_the_words_are_those_that_the_window_knows() -> None:
    assert set(CTL_WORDS) == {word.value for word in Word}


def test_extend_takes_seconds_and_each_folder_has_its_window(window: Window) -> None:
    assert window.run("--data-dir here ctl extend 45") == OK
    assert window.run("ctl extend --data-dir there") == OK
    assert window.heard == [(Path("here"), Order(Word.EXTEND, 45)), (Path("there"), Order(Word.EXTEND, 30))]


WRONG = ["", "fly", "pause 30", "extend 0", "extend 601", "extend x", "extend ²", "jump", "jump start", "slower 2"]


@pytest.mark.parametrize("words", WRONG)
def test_wrong_words_reach_no_window(window: Window, words: str, capsys: Printed) -> None:
    assert window.run(f"ctl {words}") == USAGE
    assert window.heard == []
    assert capsys.readouterr().err.startswith("babymassage-gui: ")


def test_shorten_takes_seconds_and_jump_a_part_of_the_body(window: Window) -> None:
    assert window.run("ctl shorten 10") == OK
    assert window.run("ctl jump legs") == OK
    assert [order for _, order in window.heard] == [Order(Word.SHORTEN, 10), Order(Word.JUMP, part=Block.LEGS)]


def test_a_massage_that_waits_says_so(window: Window, capsys: Printed) -> None:
    window.answers(Answer.DONE, **{**STATUS, "phase": "ready", "waiting": True})
    assert window.run("ctl status") == OK
    assert capsys.readouterr().out.startswith("waiting for you: Tummy circles, step 5 of 11")


def test_status_for_people_and_for_scripts(window: Window, capsys: Printed) -> None:
    assert window.run("ctl status") == OK
    assert capsys.readouterr().out == "paused: Tummy circles, step 5 of 11, 1:48 done, 1:26 left\n"
    assert window.run("ctl status --json") == OK
    assert json.loads(capsys.readouterr().out) == {"answer": "done", **STATUS}
    window.answers(Answer.DONE, phase="none")
    assert window.run("ctl status") == OK
    assert capsys.readouterr().out == "no massage is running\n"


@pytest.mark.parametrize("answer", [answer for answer in Answer if answer is not Answer.DONE])
def test_what_could_not_be_done_is_said_in_one_sentence(window: Window, answer: Answer, capsys: Printed) -> None:
    window.answers(answer)
    assert window.run("ctl resume") == NOT_NOW
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("babymassage-gui: ")
    assert printed.err.endswith(".\n")
    assert "{" not in printed.err
    assert printed.err.count("\n") == 1


def test_an_illegal_move_names_the_moment(window: Window, capsys: Printed) -> None:
    window.answers(Answer.NOT_NOW)
    assert window.run("ctl pause --json") == NOT_NOW
    printed = capsys.readouterr()
    assert printed.err == "babymassage-gui: that cannot be done while it is paused; nothing was changed.\n"
    assert json.loads(printed.out)["answer"] == "not-now"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (None, "no window is open; start babymassage-gui first"),
        (b"", "the window does not answer; try again, or look at it"),
        (b"hello\n", "the window does not answer; try again, or look at it"),
        (b'{"version": 9}\n', "the window is of another version; close it and open it again"),
    ],
)
def test_without_a_window_that_answers(window: Window, line: bytes | None, said: str, capsys: Printed) -> None:
    window.line = line
    assert window.run("ctl status") == NO_WINDOW
    assert capsys.readouterr().err == f"babymassage-gui: {said}.\n"


def test_where_nothing_was_joined_nobody_listens(capsys: Printed) -> None:
    world = World("1", load, load, date.today, lambda _: (), lambda *_: None, lambda *_: 0)
    assert cli.run(["ctl", "status"], world) == NO_WINDOW
    assert replace(world, version="2").tell(None, b"") is None


@pytest.fixture
def stub(tmp_path: Path) -> Iterator[Path]:
    """A real socket in a folder, whose owner answers one caller."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as ear:
        ear.bind(address_of(tmp_path))
        ear.listen()

        def answer() -> None:
            caller, _ = ear.accept()
            with caller:
                word = read_order(caller.recv(4096)).word
                caller.sendall(write_reply(Reply(Answer.DONE, {**STATUS, "title": word})))

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is Qt's affair")
def test_the_word_goes_through_a_real_socket_without_qt(stub: Path, capsys: Printed) -> None:
    assert bootstrap.run(["--data-dir", str(stub), "ctl", "status", "--json"]) == OK
    assert json.loads(capsys.readouterr().out)["title"] == "status"


def test_a_folder_without_a_window_is_said_and_not_made(tmp_path: Path, capsys: Printed) -> None:
    assert bootstrap.run(["--data-dir", str(tmp_path / "none"), "ctl", "pause"]) == NO_WINDOW
    assert "no window is open" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
