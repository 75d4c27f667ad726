"""A log that version 1 of the tables wrote is backed up, led to the newest version and loses nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.history import Ending, Mood, StepOutcome
from babymassage_gui.storage.backup import newest_good
from babymassage_gui.storage.opening import FILE_NAME, open_log, open_to_read
from babymassage_gui.storage.schema import MIGRATIONS
from tests.fakes.stored import ADA, NOON, WallClock, a_saying, a_session, a_step, some_id

DUMP = Path(__file__).parent.parent / "data" / "log-version-1.sql"
PROFILE = replace(ADA, due=date(2025, 4, 10), navel_healed=True, doctor_yes_on=date(2025, 5, 20), early_start=True)
WRAPPED_UP = replace(
    a_session(),
    active_seconds=20.0,
    last_seen_at=NOON + timedelta(minutes=1),
    ended_at=NOON + timedelta(minutes=1),
    ending=Ending.FINISHED,
    mood=Mood.CALM,
    note="smiled",
    steps=(a_step(), a_step("arm-milking", StepOutcome.SKIPPED, 7.5)),
)
CUT_OFF = replace(
    a_session("second", NOON + timedelta(days=1)),
    active_seconds=12.5,
    last_seen_at=NOON + timedelta(days=1, seconds=30),
    steps=(a_step(),),
)


@pytest.fixture
def clock() -> WallClock:
    return WallClock(NOON + timedelta(days=3))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.executescript(DUMP.read_text(encoding="utf-8"))
    return tmp_path


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_it_is_migrated_and_everything_in_it_is_there(folder: Path, clock: WallClock) -> None:
    opened = open_log(folder, clock)

    with opened.log as log:
        assert opened.report.outcome is OpenOutcome.MIGRATED
        assert log.babies() == (PROFILE,)
        assert log.sessions(ADA.id) == (WRAPPED_UP, CUT_OFF)
        assert [session.id for session in log.discarded(ADA.id)] == [some_id("third")]
        assert log.sayings(ADA.id) == ()
        assert log.damaged_rows == 0
        log.say(a_saying())
        assert log.sayings(ADA.id) == (a_saying(),)
    assert version_of(folder / FILE_NAME) == len(MIGRATIONS)
    again = open_log(folder, clock)
    again.log.close()
    assert again.report.outcome is OpenOutcome.FINE


def test_it_is_copied_before_as_it_was_and_after_as_it_is(folder: Path, clock: WallClock) -> None:
    opened = open_log(folder, clock)
    opened.log.close()

    before, after = sorted((folder / "backups").iterdir())
    assert (version_of(before), version_of(after)) == (1, len(MIGRATIONS))
    assert opened.report.backup == after
    with closing(sqlite3.connect(folder / FILE_NAME)) as now, closing(sqlite3.connect(before)) as then:
        for table in ("baby", "session", "step"):
            rows = f"SELECT * FROM {table} ORDER BY id"
            assert now.execute(rows).fetchall() == then.execute(rows).fetchall() != []


def test_a_backup_of_version_1_is_restored_and_migrated(folder: Path, clock: WallClock) -> None:
    open_log(folder, clock).log.close()
    newest = newest_good(folder / "backups", clock() + timedelta(hours=1))
    assert newest is not None
    newest.path.unlink()
    (folder / FILE_NAME).write_bytes(b"")

    opened = open_log(folder, clock)

    with opened.log as log:
        assert opened.report.outcome is OpenOutcome.RESTORED
        assert log.sessions(ADA.id) == (WRAPPED_UP, CUT_OFF)
        log.say(a_saying())
        assert log.sayings(ADA.id) == (a_saying(),)


def test_beside_an_older_program_it_is_read_as_it_is_and_nothing_was_said(folder: Path, clock: WallClock) -> None:
    reader = open_to_read(folder, clock)
    assert reader is not None

    with reader:
        assert reader.sessions(ADA.id) == (WRAPPED_UP, CUT_OFF)
        assert reader.sayings(ADA.id) == ()
    assert version_of(folder / FILE_NAME) == 1
