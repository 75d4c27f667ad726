"""Notes of bugs are told of once at the next start; remarks are only written down."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from babymassage_gui.adapters.crash_notes import CrashNotes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def notes(tmp_path: Path) -> CrashNotes:
    return CrashNotes(tmp_path / "log")


def test_a_bug_is_told_of_once(notes: CrashNotes) -> None:
    assert not notes.take_unseen()
    notes.add("Traceback")
    assert notes.take_unseen()
    assert not notes.take_unseen()


def test_a_remark_is_written_down_but_not_told(notes: CrashNotes) -> None:
    notes.remark("figure front: not a drawing")
    assert "figure front: not a drawing" in notes.file.read_text(encoding="utf-8")
    assert not notes.take_unseen()


def test_a_remark_does_not_hide_a_bug_before_it_or_after_it(notes: CrashNotes) -> None:
    notes.add("Traceback")
    notes.remark("figure front: not a drawing")
    assert notes.take_unseen()
    notes.remark("figure front: not a drawing")
    notes.add("Traceback")
    assert notes.take_unseen()


def test_a_folder_that_cannot_be_written_loses_the_note_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("no folder", encoding="utf-8")
    notes = CrashNotes(tmp_path / "log")
    notes.add("Traceback")
    notes.remark("figure front: not a drawing")
    assert not notes.take_unseen()


def test_the_newest_note_is_the_last_one_with_its_time(notes: CrashNotes) -> None:
    assert notes.newest() == ""
    notes.add("Traceback\nKeyError: 'one'")
    notes.add("Traceback\nKeyError: 'two'")
    lines = notes.newest().splitlines()
    assert lines[1:] == ["Traceback", "KeyError: 'two'"]
    assert datetime.fromisoformat(lines[0]).tzinfo is not None


def test_a_note_is_for_its_owner_alone(notes: CrashNotes) -> None:
    notes.add("Traceback")
    assert notes.file.stat().st_mode & 0o777 == 0o600
    assert notes.file.parent.stat().st_mode & 0o777 == 0o700


def test_an_end_that_python_never_hears_of_leaves_its_trace_for_the_next_start(tmp_path: Path) -> None:
    fault = (
        "import faulthandler, sys\nfrom pathlib import Path\n"
        "from babymassage_gui.adapters.crash_notes import CrashNotes\n"
        "CrashNotes(Path(sys.argv[1])).watch_hard_ends()\nfaulthandler._sigsegv()\n"
    )
    ended = subprocess.run([sys.executable, "-c", fault, str(tmp_path)], cwd=ROOT, capture_output=True, check=False)
    assert ended.returncode != 0
    notes = CrashNotes(tmp_path)
    assert not notes.take_unseen()
    notes.watch_hard_ends()
    notes.stop_watching()
    assert "Segmentation fault" in notes.newest()
    assert notes.take_unseen()
    notes.watch_hard_ends()
    notes.stop_watching()
    assert not notes.take_unseen()
