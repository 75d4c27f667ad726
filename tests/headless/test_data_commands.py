"""A family's data on the command line: out, in, back; each with one line for what went wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from babymassage_gui import bootstrap
from babymassage_gui.storage.opening import open_log
from tests.fakes.full_log import fill_log
from tests.fakes.stored import ADA, WallClock, some_id

LIST = "date,start,minutes\n2025-06-08,12:00,3\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_log(tmp_path / "data", WallClock()).log as log:
        fill_log(log)
    return tmp_path / "data"


def run(folder: Path, *words: object) -> int:
    return bootstrap.run(["--data-dir", str(folder), *map(str, words)])


def sessions(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert run(folder, "log", "--json") == 0
    return [session["id"] for session in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize(("form", "begins"), [("json", '{\n"format"'), ("csv", "\ufeffid,baby"), ("ics", "BEGIN:VCAL")])
def test_everything_is_written_to_a_file_and_never_over_another_unasked(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, begins: str
) -> None:
    path = tmp_path / f"all.{form}"

    assert run(folder, "export", "--format", form, path) == 0
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert capsys.readouterr().out == f"written: {path}\n"

    assert run(folder, "export", "--format", form, path) == 73
    assert capsys.readouterr().err.count("\n") == 1
    assert run(folder, "export", "--format", form, "--force", path) == 0


def test_a_file_goes_from_one_computer_to_another_and_doubles_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, there = tmp_path / "all.json", tmp_path / "there"
    run(folder, "export", path)

    assert run(there, "import", "--dry-run", path) == 0
    assert "would be read in" in capsys.readouterr().out
    assert sessions(there, capsys) == []

    for new in (4, 0):
        assert run(there, "import", path) == 0
        assert f"  sessions  {new} new," in capsys.readouterr().out
    # What was cut off goes on where it was.
    assert sessions(there, capsys) == [ident for ident in sessions(folder, capsys) if ident != some_id("cut")]


def test_a_bad_row_is_named_the_others_are_taken_and_the_exit_code_tells(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST + "2025-06-09,12:00,-3\n2025-06-07,12:00,4\n")
    before = len(sessions(folder, capsys))

    assert run(folder, "import", path) == 65

    assert capsys.readouterr().err == "babymassage-gui: line 3: too short\n"
    assert len(sessions(folder, capsys)) == before + 2


@pytest.mark.parametrize(
    ("content", "code"), [(None, 74), ("", 65), ("{", 65), ('{"format": "babymassage-gui", "version": 99}', 65)]
)
def test_a_file_that_cannot_be_read_in_is_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, code: int
) -> None:
    path = tmp_path / "file"
    if content is not None:
        path.write_text(content)

    assert run(folder, "import", path) == code

    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_one_goes_back_to_a_backup_that_is_listed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    before = sessions(folder, capsys)
    assert run(folder, "backups") == 0
    stamp, told = capsys.readouterr().out.splitlines()[0].split("  ")
    assert told == "3 massages, 9 min"
    run(folder, "import", path)
    assert sessions(folder, capsys) != before

    assert run(folder, "backups", "--restore", stamp) == 0

    assert sessions(folder, capsys) == before
    run(folder, "backups")
    assert "4 massages, 12 min" in capsys.readouterr().out


@pytest.mark.parametrize(("stamp", "code"), [("yesterday", 2), ("20200101T000000Z", 65)])
def test_to_what_is_no_backup_one_does_not_go_back(
    folder: Path, capsys: pytest.CaptureFixture[str], stamp: str, code: int
) -> None:
    assert run(folder, "backups", "--restore", stamp) == code
    assert capsys.readouterr().err.count("\n") == 1


def test_what_needs_no_window_loads_no_qt(folder: Path, tmp_path: Path) -> None:
    def loaded(words: Sequence[str]) -> str:
        code = (
            "import sys\nfrom babymassage_gui import bootstrap\n"
            f"assert bootstrap.run(['--data-dir', {str(folder)!r}, *{list(words)!r}]) == 0\n"
            "assert 'PySide6.QtWidgets' not in sys.modules"
        )
        root = Path(__file__).resolve().parents[2]
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=False)
        return done.stderr

    assert loaded(["export", str(tmp_path / "all.json")]) == ""


def test_an_empty_folder_has_an_empty_export(tmp_path: Path) -> None:
    path = tmp_path / "all.json"

    assert run(tmp_path / "nothing", "export", path) == 0

    assert json.loads(path.read_text(encoding="utf-8"))["babies"] == []
    assert ADA.name not in path.read_text(encoding="utf-8")


def test_two_computers_share_a_log_through_a_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there, shared = tmp_path / "there", tmp_path / "shared"
    shared.mkdir()

    assert run(there, "sync") == 0
    assert capsys.readouterr().out.startswith("nothing is shared")
    assert run(folder, "sync", "--folder", shared) == 0
    assert run(there, "sync", "--folder", shared, "--dry-run") == 0
    assert "  sessions  4 new," in capsys.readouterr().out
    assert sessions(there, capsys) == []
    assert run(there, "sync", "--folder", shared) == 0
    assert len(sessions(there, capsys)) == 3

    (shared / "letter.changes").write_text("Dear Anna,\n")
    assert run(there, "sync") == 0
    told = capsys.readouterr().out
    assert "  this one  " in told
    assert "  foreign   letter.changes\n" in told
    assert run(there, "sync", "--status") == 0
    assert capsys.readouterr().out == told
    assert run(there, "sync", "--off") == 0
    assert capsys.readouterr().out.startswith("nothing is shared")


def test_a_folder_that_cannot_be_shared_is_one_line_and_an_exit_code(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "sync", "--folder", tmp_path) == 65
    assert run(folder, "sync", "--folder", tmp_path / "nowhere") == 74
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert "choose another folder" in lines[0]
    assert "nothing is lost" in lines[1]
