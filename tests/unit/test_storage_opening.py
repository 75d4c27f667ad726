"""Opening the log: every state of the folder has its outcome, and a refused file is untouched."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage import files
from babymassage_gui.storage.opening import FILE_NAME, back_up, open_log, open_to_read
from babymassage_gui.storage.schema import MIGRATIONS, upgrade
from tests.fakes.stored import (
    ADA,
    WallClock,
    contents,
    fill,
    put_session,
    session_ids,
    some_id,
)

NEXT_VERSION = (*MIGRATIONS, ("ALTER TABLE baby ADD COLUMN weight REAL", "CREATE TABLE sound (id TEXT) STRICT"))


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_an_empty_folder_gets_a_fresh_log_for_its_owner_only(folder: Path, clock: WallClock) -> None:
    opened = open_log(folder, clock)
    with opened.log as log:
        log.save(ADA)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}

    assert opened.report.outcome is OpenOutcome.FRESH
    assert not opened.report.must_be_shown
    assert modes == {FILE_NAME: 0o600, f"{FILE_NAME}-wal": 0o600, f"{FILE_NAME}-shm": 0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_file_is_ours_in_wal_with_every_commit_on_the_disk(folder: Path, clock: WallClock) -> None:
    with open_log(folder, clock).log as log:
        asked = ("application_id", "user_version", "journal_mode", "synchronous", "foreign_keys")
        found = [log.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]

    assert found == [0x424D7367, len(MIGRATIONS), "wal", 2, 1]
    assert (folder / FILE_NAME).read_bytes()[68:72] == b"BMsg"


def test_a_log_is_found_again_as_it_was_left(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")

    opened = open_log(folder, clock)

    assert opened.report.outcome is OpenOutcome.FINE
    assert session_ids(opened) == [some_id("first")]


def test_a_file_that_others_could_read_is_closed_to_them(folder: Path, clock: WallClock) -> None:
    fill(folder, clock)
    (folder / FILE_NAME).chmod(0o644)

    open_log(folder, clock).log.close()

    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_a_folder_that_was_there_keeps_its_mode(folder: Path, clock: WallClock) -> None:
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)

    open_log(folder, clock).log.close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_a_log_left_unfinished_while_being_made_is_made_again(folder: Path, clock: WallClock) -> None:
    folder.mkdir()
    (folder / f"{FILE_NAME}.part").write_bytes(b"half of a file")

    opened = open_log(folder, clock)
    opened.log.close()

    assert opened.report.outcome is OpenOutcome.FRESH
    assert sorted(contents(folder)) == [FILE_NAME]


def test_an_older_file_is_backed_up_and_migrated(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")

    opened = open_log(folder, clock, migrations=NEXT_VERSION)

    with opened.log as log:
        assert log.connection.execute("PRAGMA user_version").fetchone() == (len(NEXT_VERSION),)
        assert [session.id for session in log.sessions(ADA.id)] == [some_id("first")]
    assert opened.report.outcome is OpenOutcome.MIGRATED
    versions = {}
    for path in (folder / "backups").iterdir():
        with closing(sqlite3.connect(path)) as copy:
            versions[path.name] = copy.execute("PRAGMA user_version").fetchone()[0]
    assert versions == {
        "babymassage-20250601T120100Z.sqlite3": len(MIGRATIONS),
        "babymassage-20250601T120101Z.sqlite3": len(NEXT_VERSION),
    }


def test_an_upgrade_that_fails_halfway_leaves_the_old_version_whole(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    broken = (*MIGRATIONS, ("ALTER TABLE baby ADD COLUMN weight REAL", "CREATE TABLE baby (id TEXT) STRICT"))

    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_log(folder, clock, migrations=broken)

    opened = open_log(folder, clock)
    assert opened.report.outcome is OpenOutcome.FINE
    assert session_ids(opened) == [some_id("first")]


def test_an_older_file_that_cannot_be_backed_up_is_not_migrated(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    before = (folder / FILE_NAME).read_bytes()
    (folder / "backups").write_text("in the way")

    with pytest.raises(Expected) as caught:
        open_log(folder, clock, migrations=NEXT_VERSION)

    assert caught.value.fault is Fault.FOLDER_NOT_MADE
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_file_of_a_newer_version_is_refused_and_untouched(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    open_log(folder, clock, migrations=NEXT_VERSION).log.close()
    before = contents(folder)

    for refuse in (open_log, open_to_read):
        with pytest.raises(Expected) as caught:
            refuse(folder, clock)
        assert caught.value.fault is Fault.LOG_NEWER
        assert caught.value.details == {
            "path": str(folder / FILE_NAME),
            "found": str(len(MIGRATIONS) + 1),
            "known": str(len(MIGRATIONS)),
        }
    assert contents(folder) == before


def test_a_newer_version_cut_off_before_its_wal_was_written_back_is_refused_too(
    folder: Path, tmp_path: Path, clock: WallClock
) -> None:
    fill(folder, clock, "first")
    torn = tmp_path / "torn"
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        upgrade(connection, NEXT_VERSION)
        shutil.copytree(folder, torn)
    before = contents(torn)

    with pytest.raises(Expected) as caught:
        open_log(torn, clock)

    assert caught.value.fault is Fault.LOG_NEWER
    after = contents(torn)
    assert (torn / FILE_NAME).read_bytes()[60:64] == bytes((0, 0, 0, len(MIGRATIONS)))
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        assert after[name] == before[name]


def test_a_log_that_another_process_keeps_is_locked_and_not_called_damaged(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Expected) as caught:
            open_log(folder, clock, busy_seconds=0.01)
        other.execute("ROLLBACK")

    assert caught.value.fault is Fault.LOG_LOCKED
    assert session_ids(open_log(folder, clock)) == [some_id("first")]


def test_a_log_that_another_process_is_writing_is_locked_before_the_session_and_not_in_it(
    folder: Path, clock: WallClock
) -> None:
    fill(folder, clock, "first")
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Expected) as caught:
            open_log(folder, clock, busy_seconds=0.01)

    assert caught.value.fault is Fault.LOG_LOCKED


def test_a_folder_that_is_a_file_is_said_plainly(folder: Path, clock: WallClock) -> None:
    folder.write_text("in the way")

    with pytest.raises(Expected) as caught:
        open_log(folder, clock)

    assert caught.value.fault is Fault.FOLDER_NOT_MADE
    assert caught.value.details == {"path": str(folder), "reason": "File exists"}


def test_a_folder_in_the_place_of_the_log_is_left_alone(folder: Path, clock: WallClock) -> None:
    (folder / FILE_NAME / "photos").mkdir(parents=True)

    with pytest.raises(Expected) as caught:
        open_log(folder, clock)

    assert (caught.value.fault, caught.value.details["path"]) == (Fault.LOG_UNREADABLE, str(folder / FILE_NAME))
    assert (folder / FILE_NAME / "photos").is_dir()


def test_a_disk_that_takes_nothing_is_said_before_the_session(
    folder: Path, clock: WallClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "put_in_place", full)

    with pytest.raises(Expected) as caught:
        open_log(folder, clock)

    assert caught.value.fault is Fault.LOG_NOT_WRITTEN
    assert caught.value.details == {"path": str(folder / FILE_NAME), "reason": "No space left on device"}


def test_a_log_changed_since_the_last_backup_is_backed_up_on_opening(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")

    first = open_log(folder, clock)
    first.log.close()
    second = open_log(folder, clock)
    second.log.close()

    assert first.report.backup == folder / "backups" / "babymassage-20250601T120100Z.sqlite3"
    assert second.report.backup is None


def test_a_backup_that_cannot_be_made_does_not_keep_the_log_from_being_used(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    (folder / "backups").write_text("in the way")

    opened = open_log(folder, clock)

    assert opened.report.outcome is OpenOutcome.FINE
    assert opened.report.backup_fault is not None
    assert opened.report.backup_fault.fault is Fault.FOLDER_NOT_MADE
    assert session_ids(opened) == [some_id("first")]


def test_the_end_of_the_program_makes_a_backup_of_what_changed(folder: Path, clock: WallClock) -> None:
    with open_log(folder, clock).log as log:
        log.save(ADA)
        put_session(log, "first")
        made = back_up(log, clock() + timedelta(hours=1))
        again = back_up(log, clock() + timedelta(hours=2))

    assert made == folder / "backups" / "babymassage-20250601T130000Z.sqlite3"
    assert again is None


def test_reading_needs_a_log_and_makes_none(folder: Path, clock: WallClock) -> None:
    assert open_to_read(folder, clock) is None
    assert not folder.exists()


def test_reading_repairs_nothing(folder: Path, clock: WallClock) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"rubbish")

    with pytest.raises(Expected) as caught:
        open_to_read(folder, clock)

    assert caught.value.fault is Fault.LOG_DAMAGED
    assert contents(folder) == {FILE_NAME: b"rubbish"}
