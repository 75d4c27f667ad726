"""Going back to a backup: chosen by what it holds, the present state kept first, and nothing half done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.backups import BackupFacts
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Kind
from babymassage_gui.storage import backup, files
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import back_up, open_log
from babymassage_gui.storage.schema import MIGRATIONS
from babymassage_gui.storage.shelf import BackupShelf
from tests.fakes.full_log import over
from tests.fakes.stored import ADA, NOON, WallClock, some_id


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def log(tmp_path: Path, clock: WallClock) -> Iterator[SqliteLog]:
    """Two backups: of one session at noon, of two an hour later; a third session came since."""
    with open_log(tmp_path, clock, busy_seconds=0.05).log as opened:
        opened.save(ADA)
        for number in range(3):
            opened.begin(over(f"{number}", clock()))
            if number < 2:
                back_up(opened, clock())
            clock.go_on(hours=1)
        yield opened


@pytest.fixture
def shelf(log: SqliteLog, clock: WallClock) -> BackupShelf:
    return BackupShelf(log, clock)


def ids(log: SqliteLog) -> list[str]:
    return [session.id for session in log.sessions(ADA.id)]


def test_each_backup_tells_its_massages_and_minutes_newest_first(log: SqliteLog, shelf: BackupShelf) -> None:
    log.begin(over("practice", NOON + timedelta(hours=3), kind=Kind.PRACTICE))

    assert shelf.backups() == (
        BackupFacts(NOON + timedelta(hours=1), 2, 6.0),
        BackupFacts(NOON, 1, 3.0),
    )


def test_what_is_no_backup_any_more_is_none(shelf: BackupShelf) -> None:
    newest = backup.backups(shelf.folder, NOON + timedelta(days=1))[0].path
    newest.write_bytes(b"garbage")

    assert [facts.taken_at for facts in shelf.backups()] == [NOON]


def test_the_log_goes_back_and_the_present_is_a_backup(log: SqliteLog, shelf: BackupShelf, clock: WallClock) -> None:
    kept = shelf.restore(NOON)

    assert ids(log) == [some_id("0")]
    assert shelf.backups()[0] == BackupFacts(clock(), 3, 9.0)
    assert kept.name == f"babymassage-{files.stamp(clock())}.sqlite3"
    # And forth again.
    clock.go_on(hours=1)
    shelf.restore(NOON + timedelta(hours=3))
    assert len(ids(log)) == 3


def test_the_log_goes_on_after_it_and_is_found_so(
    log: SqliteLog, shelf: BackupShelf, clock: WallClock, tmp_path: Path
) -> None:
    shelf.restore(NOON)
    log.begin(over("next", clock()))
    assert back_up(log, clock()) is not None
    log.close()

    with open_log(tmp_path, clock).log as again:
        assert ids(again) == [some_id("0"), some_id("next")]
        assert again.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_backup_of_an_older_version_is_led_to_this_one(log: SqliteLog, shelf: BackupShelf, clock: WallClock) -> None:
    dump = Path(__file__).parent.parent / "data" / "log-version-1.sql"
    with closing(sqlite3.connect(shelf.folder / "babymassage-20250501T120000Z.sqlite3")) as old:
        old.executescript(dump.read_text(encoding="utf-8"))

    shelf.restore(NOON - timedelta(days=31))

    assert ids(log) == [some_id("first"), some_id("second")]
    assert log.connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


@pytest.mark.parametrize("state", ["gone", "damaged", "newer"])
def test_to_what_is_no_good_backup_nobody_goes_back(log: SqliteLog, shelf: BackupShelf, state: str) -> None:
    path = shelf.folder / "babymassage-20250601T120000Z.sqlite3"
    if state == "gone":
        path.unlink()
    elif state == "damaged":
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    else:
        with closing(sqlite3.connect(path)) as newer:
            newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")

    with pytest.raises(Expected) as caught:
        shelf.restore(NOON)

    assert caught.value.fault is Fault.BACKUP_UNREADABLE
    assert len(ids(log)) == 3


def test_without_a_backup_of_the_present_nothing_is_done(
    log: SqliteLog, shelf: BackupShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "put_in_place", full)
    with pytest.raises(Expected) as caught:
        shelf.restore(NOON)

    assert caught.value.fault is Fault.BACKUP_NOT_MADE
    assert len(ids(log)) == 3


def test_while_another_program_writes_nothing_is_done_and_nobody_waits(log: SqliteLog, shelf: BackupShelf) -> None:
    with closing(sqlite3.connect(log.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Expected) as caught:
            shelf.restore(NOON)

    assert caught.value.fault is Fault.LOG_LOCKED
    assert len(ids(log)) == 3


def test_on_a_full_disk_the_log_stays_as_it_was(log: SqliteLog, shelf: BackupShelf, clock: WallClock) -> None:
    for number in range(200):
        log.begin(over(f"long {number}", clock(), note="x" * 2000))
    back_up(log, clock())
    clock.go_on(hours=1)
    shelf.restore(NOON)
    log.connection.execute("VACUUM")
    pages = log.connection.execute("PRAGMA page_count").fetchone()[0]
    log.connection.execute(f"PRAGMA max_page_count = {pages}")
    clock.go_on(hours=1)

    with pytest.raises(Expected) as caught:
        shelf.restore(NOON + timedelta(hours=3))

    assert caught.value.fault is Fault.LOG_NOT_WRITTEN
    assert ids(log) == [some_id("0")]
