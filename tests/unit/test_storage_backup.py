"""Backups: whole, checked, in one file each; none of a bad file, and thinned only after a good one."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.storage import backup, files
from babymassage_gui.storage.backup import backup_if_changed, backups, make_backup, newest_good, thin
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log
from tests.fakes.stored import ADA, NOON, WallClock, a_saying, a_session, a_step, fill, put_session, some_id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    with open_log(tmp_path / "data", WallClock()).log as opened:
        opened.save(ADA)
        put_session(opened, "first")
        yield opened


def name_of(moment: datetime) -> str:
    return f"babymassage-{files.stamp(moment)}.sqlite3"


def test_a_backup_of_the_open_log_holds_every_committed_session_in_one_file(log: SqliteLog, folder: Path) -> None:
    path = make_backup(log.connection, folder, NOON)

    assert path == folder / "babymassage-20250601T120000Z.sqlite3"
    assert [found.name for found in folder.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("SELECT id FROM session").fetchall() == [(some_id("first"),)]
        assert copy.execute("SELECT json_array_length(steps) FROM session").fetchone() == (2,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_two_backups_in_one_second_are_two_files(log: SqliteLog, folder: Path) -> None:
    first, second = (make_backup(log.connection, folder, NOON) for _ in range(2))

    assert [found.path for found in backups(folder, NOON + timedelta(minutes=1))] == [second, first]


@pytest.mark.parametrize(
    "change", ["nothing", "baby", "begin", "step", "progress", "finish", "wrap up", "discard", "say", "unsay"]
)
def test_a_backup_is_made_when_something_changed_since_the_last(log: SqliteLog, folder: Path, change: str) -> None:
    running = a_session("running")
    log.begin(running)
    log.progress(running.id, 0.0, NOON)
    log.say(a_saying())
    make_backup(log.connection, folder, NOON)
    changes = {
        "nothing": lambda: None,
        "baby": lambda: log.save(ADA.__class__(some_id("Ben"), "Ben", ADA.born)),
        "begin": lambda: log.begin(a_session("another")),
        "step": lambda: log.record_step(running.id, a_step(), 0.0, NOON),
        "progress": lambda: log.progress(running.id, 1.0, NOON),
        "finish": lambda: log.finish(running.id, Ending.EARLY, 0.0, NOON),
        "wrap up": lambda: log.wrap_up(running.id, Mood.CALM, "smiled"),
        "discard": lambda: log.discard(running.id),
        "say": lambda: log.say(a_saying("fed again")),
        "unsay": lambda: log.unsay(some_id("fed")),
    }

    changes[change]()

    made = backup_if_changed(log.connection, folder, NOON + timedelta(hours=1))
    assert (made is None) == (change == "nothing")


def test_a_backup_that_went_bad_does_not_count_as_the_last(log: SqliteLog, folder: Path) -> None:
    first = make_backup(log.connection, folder, NOON)
    first.write_bytes(first.read_bytes()[:5000])

    made = backup_if_changed(log.connection, folder, NOON + timedelta(hours=1))

    assert made is not None
    assert newest_good(folder, NOON + timedelta(hours=2)) == backup.Backup(made, NOON + timedelta(hours=1))


def test_of_a_bad_file_no_backup_is_made_and_no_good_one_is_thinned(
    log: SqliteLog, folder: Path, tmp_path: Path
) -> None:
    make_backup(log.connection, folder, NOON - timedelta(days=10))
    make_backup(log.connection, folder, NOON - timedelta(days=10, hours=1))
    bad = tmp_path / "bad.sqlite3"
    whole = (folder / name_of(NOON - timedelta(days=10))).read_bytes()
    bad.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    before = sorted(folder.iterdir())

    with closing(sqlite3.connect(bad, isolation_level=None)) as source, pytest.raises(Expected) as caught:
        make_backup(source, folder, NOON)

    assert caught.value.fault is Fault.LOG_DAMAGED
    assert sorted(folder.iterdir()) == before


def test_a_file_without_the_tables_of_its_version_is_a_bad_file(log: SqliteLog, folder: Path) -> None:
    log.connection.execute("ALTER TABLE step RENAME COLUMN outcome TO outcoma")

    with pytest.raises(Expected) as caught:
        make_backup(log.connection, folder, NOON)

    assert caught.value.fault is Fault.LOG_DAMAGED
    assert not folder.exists()


def test_a_copy_that_does_not_pass_its_check_gets_no_name(
    log: SqliteLog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = make_backup(log.connection, folder, NOON)

    def torn(path: Path) -> sqlite3.Connection:
        path.write_bytes(path.read_bytes()[:5000])
        return sqlite3.connect(path)

    monkeypatch.setattr(backup, "connect_to_backup", torn)
    with pytest.raises(Expected) as caught:
        make_backup(log.connection, folder, NOON + timedelta(hours=1))

    assert caught.value.fault is Fault.BACKUP_NOT_MADE
    assert [found.path for found in backups(folder, NOON)] == [good]


def test_a_full_disk_is_said_and_the_unfinished_copy_gives_way_to_the_next(
    log: SqliteLog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(files, "put_in_place", full)
        with pytest.raises(Expected) as caught:
            make_backup(log.connection, folder, NOON)
    assert caught.value.fault is Fault.BACKUP_NOT_MADE
    assert caught.value.details == {"path": str(folder / name_of(NOON)), "reason": "No space left on device"}
    assert backups(folder, NOON) == ()

    assert make_backup(log.connection, folder, NOON) == folder / name_of(NOON)
    assert [found.name for found in folder.iterdir()] == [name_of(NOON)]


def test_a_new_backup_thins_the_old_ones_and_touches_nothing_else(log: SqliteLog, folder: Path) -> None:
    folder.mkdir()
    same_day = NOON - timedelta(days=5)
    for moment in (same_day - timedelta(hours=3), same_day):
        (folder / name_of(moment)).write_text("old")
    (folder / "babymassage-of-last-summer.sqlite3").write_text("mine")

    make_backup(log.connection, folder, NOON)

    assert sorted(path.name for path in folder.iterdir()) == [
        name_of(same_day),
        name_of(NOON),
        "babymassage-of-last-summer.sqlite3",
    ]


def test_what_a_kill_left_of_a_backup_goes_with_the_next(log: SqliteLog, folder: Path) -> None:
    folder.mkdir()
    for companion in ("", "-wal", "-journal"):
        (folder / f"{name_of(NOON)}.part{companion}").write_text("half of a file")

    make_backup(log.connection, folder, NOON + timedelta(hours=1))

    assert [path.name for path in folder.iterdir()] == [name_of(NOON + timedelta(hours=1))]


def test_a_backup_that_cannot_be_removed_stays_for_the_next_time(folder: Path) -> None:
    folder.mkdir()
    same_day = NOON - timedelta(days=5)
    stuck = folder / name_of(same_day - timedelta(hours=3))
    stuck.mkdir()
    (folder / name_of(same_day)).write_text("old")

    thin(folder, NOON)

    assert len(list(folder.iterdir())) == 2
    stuck.rmdir()
    stuck.write_text("old")
    thin(folder, NOON)
    assert [path.name for path in folder.iterdir()] == [name_of(same_day)]


def test_a_backup_from_the_future_is_not_the_newest(log: SqliteLog, folder: Path) -> None:
    make_backup(log.connection, folder, NOON + timedelta(days=900))
    now = make_backup(log.connection, folder, NOON)

    assert newest_good(folder, NOON + timedelta(hours=1)) == backup.Backup(now, NOON)


def test_a_folder_of_no_backups_has_no_newest(folder: Path) -> None:
    assert newest_good(folder, NOON) is None


@pytest.mark.parametrize("newest", ["garbage", "gone", "sound"])
def test_a_start_believes_a_newest_backup_that_can_be_read_and_makes_another_else(tmp_path: Path, newest: str) -> None:
    folder, clock = tmp_path / "log", WallClock()
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    (path,) = (folder / "backups").iterdir()
    if newest == "garbage":
        path.write_bytes(b"garbage")
    elif newest == "gone":
        path.unlink()
    clock.go_on(hours=1)

    opened = open_log(folder, clock)

    opened.log.close()
    assert (opened.report.backup is None) == (newest == "sound")
