"""A file that was cut off with its rollback journal beside it is rolled back, or set aside together with it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage.opening import FILE_NAME, open_log, open_to_read
from tests.fakes.stored import ADA, NOON, WallClock, a_session, a_step, fill, session_ids, some_id

NAMES = tuple(f"session-{number}" for number in range(40))


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def cut_off(tmp_path: Path, clock: WallClock) -> Path:
    """A log of one piece, as a restored backup is, in the middle of a change that is on the disk by half."""
    fill(tmp_path / "whole", clock, *NAMES)
    folder = tmp_path / "data"
    folder.mkdir()
    before = tmp_path / "before.sqlite3"
    shutil.copyfile(tmp_path / "whole" / FILE_NAME, before)
    with closing(sqlite3.connect(before, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE session SET note = hex(randomblob(2000))")
        for companion in ("", "-journal"):
            shutil.copyfile(f"{before}{companion}", folder / f"{FILE_NAME}{companion}")
    return folder


def test_what_was_half_written_is_rolled_back(cut_off: Path, clock: WallClock) -> None:
    opened = open_log(cut_off, clock)

    assert opened.report.outcome is OpenOutcome.FINE
    assert all(session.note == "" for session in opened.log.sessions(some_id("Ada")))
    assert session_ids(opened) == [some_id(name) for name in NAMES]


def test_a_look_from_elsewhere_rolls_nothing_back(cut_off: Path, clock: WallClock) -> None:
    before = (cut_off / FILE_NAME).read_bytes()

    with pytest.raises(Expected) as caught:
        open_to_read(cut_off, clock)

    assert caught.value.fault is Fault.LOG_UNREADABLE
    assert (cut_off / FILE_NAME).read_bytes() == before


def test_the_journal_of_a_damaged_file_goes_with_it_and_spoils_no_backup(cut_off: Path, clock: WallClock) -> None:
    fill(cut_off.parent / "other", clock, "kept")
    open_log(cut_off.parent / "other", clock).log.close()
    shutil.copytree(cut_off.parent / "other" / "backups", cut_off / "backups")
    (cut_off / FILE_NAME).write_bytes(b"")

    opened = open_log(cut_off, clock)

    assert opened.report.outcome is OpenOutcome.RESTORED
    assert opened.report.set_aside is not None
    assert Path(f"{opened.report.set_aside}-journal").exists()
    assert session_ids(opened) == [some_id("kept")]


def test_a_session_being_played_can_be_read_from_elsewhere(tmp_path: Path, clock: WallClock) -> None:
    with open_log(tmp_path, clock).log as log:
        log.save(ADA)
        log.begin(a_session())
        log.record_step(some_id("first"), a_step(), 12.5, NOON)
        reader = open_to_read(tmp_path, clock)
        assert reader is not None
        with reader:
            assert reader.sessions(ADA.id) == log.sessions(ADA.id)
