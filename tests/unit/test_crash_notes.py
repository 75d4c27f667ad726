"""Notes of bugs are told of once at the next start; remarks are only written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from babymassage_gui.adapters.crash_notes import CrashNotes


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
