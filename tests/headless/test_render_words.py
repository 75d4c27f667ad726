"""`render` as somebody types it: which words make a picture, and how it says that there is none. No Qt is needed."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from babymassage_gui import cli
from babymassage_gui.content.loader import load
from babymassage_gui.core.errors import BAD_DATA, CANNOT_CREATE, IO_FAILED
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.picture_wish import CELL_SIZE, PICTURE_SIZE, PictureWish

Printed = pytest.CaptureFixture[str]
Asked = tuple[Path, str | None, PictureWish]


def rendered(
    words: str, faults: Mapping[str, str] | None = None, error: Exception | None = None
) -> tuple[int, list[Asked]]:
    """The exit code of a command line, and the pictures that were asked for; `error` is what painting them raises."""
    asked: list[Asked] = []

    def render(out: Path, step: str | None, wish: PictureWish) -> Mapping[str, str]:
        asked.append((out, step, wish))
        if error is not None:
            raise error
        return faults or {}

    world = cli.World("1", load, load, lambda: date(2026, 11, 22), lambda _: (), lambda *_: None, lambda *_: 0, render)
    try:
        return cli.run(["render", *words.split()], world), asked
    except SystemExit as end:
        return int(end.code or 0), asked


def test_a_step_is_painted_in_the_usual_look(capsys: Printed) -> None:
    assert rendered("tummy-circle a.png") == (0, [(Path("a.png"), "tummy-circle", PictureWish(PICTURE_SIZE))])
    assert capsys.readouterr() == ("", "")


def test_every_word_of_the_look_is_passed_on() -> None:
    words = "leg-outer a.svg --size 640x480 --theme night --skin cocoa --hands amber --side right --at 0.25"
    wish = PictureWish((640, 480), "night", "cocoa", "amber", "right", 0.25)
    assert rendered(words) == (0, [(Path("a.svg"), "leg-outer", wish)])


def test_a_step_of_two_sides_shows_its_first_pass_unless_one_is_named() -> None:
    (_, _, wish), *_ = rendered("leg-outer a.png")[1]
    assert wish.side == "left"


def test_a_sheet_has_no_step_and_cells_of_its_own_size() -> None:
    wish = PictureWish(CELL_SIZE)
    assert rendered("--sheet all.png") == (0, [(Path("all.png"), None, wish)])
    assert rendered("--sheet all.png --theme dark")[1] == [(Path("all.png"), None, replace(wish, theme="dark"))]


@pytest.mark.parametrize("skin", list(Skin))
def test_every_skin_of_the_settings_has_its_word(skin: Skin) -> None:
    (_, _, wish), *_ = rendered(f"leg-outer a.png --skin {skin} --hands {skin}")[1]
    assert (wish.skin, wish.hands) == (skin, skin)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "a step and a file"),
        ("leg-outer", "a step and a file"),
        ("leg-outer a.png --sheet b.png", "or --sheet and a file"),
        ("handstand a.png", "no step is called 'handstand'"),
        ("leg-outr a.png", "near to it: leg-outer"),
        ("leg-outer a.jpg", "ends in .png or .svg"),
        ("--sheet a.svg", "ends in .png"),
        ("leg-outer a.png --size 900", "width x height"),
        ("leg-outer a.png --size 900x-1", "width x height"),
        ("leg-outer a.png --size 63x900", "64 to 4096"),
        ("leg-outer a.png --size 900x4097", "64 to 4096"),
        ("--sheet a.png --size 900x900", "64 to 800"),
        ("leg-outer a.png --theme blue", "invalid choice: 'blue'"),
        ("leg-outer a.png --skin blue", "invalid choice: 'blue'"),
        ("leg-outer a.png --side up", "invalid choice: 'up'"),
        ("tummy-circle a.png --side left", "tummy-circle is not done on the left"),
        ("leg-outer a.png --at 1.01", "from 0 to 1"),
        ("leg-outer a.png --at nan", "from 0 to 1"),
        ("leg-outer a.png --at half", "from 0 to 1"),
    ],
)
def test_words_that_make_no_picture_are_one_line_and_exit_2(capsys: Printed, words: str, said: str) -> None:
    assert rendered(words) == (cli.USAGE, [])
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), CANNOT_CREATE),
        (PermissionError(errno.EACCES, "Permission denied"), CANNOT_CREATE),
        (OSError(errno.ENOSPC, "No space left on device"), IO_FAILED),
    ],
)
def test_a_file_that_cannot_be_written_is_one_sentence(capsys: Printed, error: OSError, code: int) -> None:
    assert rendered("leg-outer a.png", error=error)[0] == code
    assert (
        capsys.readouterr().err
        == f"babymassage-gui: a.png cannot be written ({error.strerror}). Choose another file.\n"
    )


def test_where_qt_lacks_a_library_one_sentence_names_it(capsys: Printed) -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file")
    assert rendered("leg-outer a.png", error=error)[0] == cli.NO_QT
    printed = capsys.readouterr().err
    assert "libEGL.so.1" in printed
    assert printed.count("\n") == 1


def test_what_had_to_be_shown_plainly_is_said_and_the_exit_code_tells_of_it(capsys: Printed) -> None:
    assert rendered("leg-outer a.png", faults={"front": "not a drawing"})[0] == BAD_DATA
    assert capsys.readouterr().err == "babymassage-gui: shown plainly: front: not a drawing\n"
