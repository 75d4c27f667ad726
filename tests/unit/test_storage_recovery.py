"""A damaged log: set aside with its companions, the newest good backup in its place; no file is ever lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage.opening import FILE_NAME, open_log, open_to_read
from babymassage_gui.storage.schema import MIGRATIONS
from tests.fakes.stored import (
    ADA,
    WallClock,
    a_session,
    a_step,
    contents,
    fill,
    put_session,
    session_ids,
    some_id,
)

NEXT_VERSION = (*MIGRATIONS, ("ALTER TABLE baby ADD COLUMN weight REAL",))
STAMP = "20250601T120000Z"


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def spoil(path: Path) -> bytes:
    """Overwrite the middle of a file, as a failing disk may; what it holds now."""
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    return path.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"SQLite", b"not a database at all" * 300, b"\x00" * 8192])
def test_a_damaged_file_without_a_backup_is_set_aside_for_a_fresh_one(
    folder: Path, clock: WallClock, damage: bytes
) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(damage)

    opened = open_log(folder, clock)

    assert opened.report.outcome is OpenOutcome.QUARANTINED
    assert opened.report.must_be_shown
    assert opened.report.set_aside == folder / f"babymassage-damaged-{STAMP}.sqlite3"
    assert opened.report.set_aside.read_bytes() == damage
    assert session_ids(opened) == []


def test_a_damaged_file_moves_together_with_its_wal_and_shm(folder: Path, clock: WallClock) -> None:
    folder.mkdir()
    trio = {"": b"rubbish" * 1000, "-wal": b"stale", "-shm": b"index"}
    for companion, content in trio.items():
        (folder / f"{FILE_NAME}{companion}").write_bytes(content)

    opened = open_log(folder, clock)
    opened.log.close()

    aside = f"babymassage-damaged-{STAMP}.sqlite3"
    left = contents(folder)
    assert {name: left[name] for name in left if name.startswith(aside)} == {
        f"{aside}{companion}": content for companion, content in trio.items()
    }
    assert sorted(name for name in left if not name.startswith(aside)) == [FILE_NAME]


def test_a_damaged_file_gives_way_to_the_newest_good_backup(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    fill(folder, clock, "second")
    damaged = spoil(folder / FILE_NAME)

    opened = open_log(folder, clock)

    report = opened.report
    assert (report.outcome, report.must_be_shown) == (OpenOutcome.RESTORED, True)
    assert report.restored_from == folder / "backups" / "babymassage-20250601T120100Z.sqlite3"
    assert report.restored_of == datetime(2025, 6, 1, 12, 1, tzinfo=UTC)
    assert report.sessions_lost is None
    assert report.set_aside is not None
    assert report.set_aside.read_bytes() == damaged
    assert session_ids(opened) == [some_id("first")]


def test_a_stale_wal_does_not_undo_a_restored_backup(folder: Path, tmp_path: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    with open_log(folder, clock).log as log:
        put_session(log, "in the wal", clock())
        shutil.copytree(folder, tmp_path / "cut off")
    cut_off = tmp_path / "cut off"
    assert (cut_off / f"{FILE_NAME}-wal").stat().st_size > 0
    (cut_off / FILE_NAME).write_bytes(b"\x00" * 4096)

    opened = open_log(cut_off, clock)

    assert opened.report.outcome is OpenOutcome.RESTORED
    assert session_ids(opened) == [some_id("first")]
    assert session_ids(open_log(cut_off, clock)) == [some_id("first")]


def test_it_is_said_how_many_sessions_the_backup_lacks_where_the_damaged_file_tells(
    folder: Path, clock: WallClock
) -> None:
    fill(folder, clock, "first")
    fill(folder, clock, "second", "third")
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("ALTER TABLE step RENAME COLUMN outcome TO outcoma")

    opened = open_log(folder, clock)

    assert opened.report.outcome is OpenOutcome.RESTORED
    assert opened.report.sessions_lost == 2
    assert session_ids(opened) == [some_id("first")]


def test_a_bad_or_newer_backup_is_passed_over(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    backups = folder / "backups"
    good = backups / "babymassage-20250601T120100Z.sqlite3"
    shutil.copy(good, backups / "babymassage-20250601T120200Z.sqlite3")
    shutil.copy(good, backups / "babymassage-20250601T120300Z.sqlite3")
    spoil(backups / "babymassage-20250601T120200Z.sqlite3")
    with closing(sqlite3.connect(backups / "babymassage-20250601T120300Z.sqlite3")) as newer:
        newer.execute(f"PRAGMA user_version = {len(NEXT_VERSION)}")
    (backups / "babymassage-of-last-summer.sqlite3").write_text("mine")
    (folder / FILE_NAME).write_bytes(b"")
    clock.go_on(hours=1)

    opened = open_log(folder, clock)
    opened.log.close()

    assert opened.report.restored_from == good


def test_a_log_that_is_gone_while_backups_are_there_is_restored(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    (folder / FILE_NAME).rename(folder / "moved-by-hand")

    opened = open_log(folder, clock)

    assert (opened.report.outcome, opened.report.set_aside) == (OpenOutcome.RESTORED, None)
    assert session_ids(opened) == [some_id("first")]


def test_a_wal_whose_file_is_gone_is_set_aside(folder: Path, clock: WallClock) -> None:
    """A power cut between the two renames of a quarantine leaves this."""
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    (folder / FILE_NAME).rename(folder / f"babymassage-damaged-{STAMP}.sqlite3")
    (folder / f"{FILE_NAME}-wal").write_bytes(b"left behind")

    opened = open_log(folder, clock)

    assert opened.report.outcome is OpenOutcome.RESTORED
    assert opened.report.set_aside is not None
    assert Path(f"{opened.report.set_aside}-wal").read_bytes() == b"left behind"
    assert session_ids(opened) == [some_id("first")]


def test_an_old_backup_is_restored_and_migrated(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    (folder / FILE_NAME).write_bytes(b"")

    opened = open_log(folder, clock, migrations=NEXT_VERSION)

    assert opened.report.outcome is OpenOutcome.RESTORED
    assert session_ids(opened) == [some_id("first")]


def test_two_damaged_files_in_one_second_are_both_kept(folder: Path, clock: WallClock) -> None:
    folder.mkdir()
    for content in (b"one", b"two"):
        (folder / FILE_NAME).write_bytes(content)
        open_log(folder, clock).log.close()

    kept = sorted(path.read_bytes() for path in folder.glob("babymassage-damaged-*.sqlite3"))
    assert kept == [b"one", b"two"]


def test_another_programs_database_is_set_aside_whole(folder: Path, clock: WallClock) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as other, other:
        other.execute("CREATE TABLE theirs (a)")
    before = (folder / FILE_NAME).read_bytes()

    opened = open_log(folder, clock)
    opened.log.close()

    assert opened.report.outcome is OpenOutcome.QUARANTINED
    assert opened.report.set_aside is not None
    assert opened.report.set_aside.read_bytes() == before


def test_a_damaged_name_that_sqlite_quotes_in_its_complaint_is_damage(folder: Path, clock: WallClock) -> None:
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE session", b"CREATE TABLE \xff\xfe(sion"))

    with pytest.raises(Expected) as caught:
        open_to_read(folder, clock)
    opened = open_log(folder, clock)

    assert caught.value.fault is Fault.LOG_DAMAGED
    assert opened.report.outcome is OpenOutcome.RESTORED
    assert session_ids(opened) == [some_id("first")]


@pytest.mark.parametrize("altered", ["user_version = 1677721601", "user_version = 0", "application_id = 0"])
def test_a_mark_that_no_version_of_this_program_makes_is_damage(folder: Path, clock: WallClock, altered: str) -> None:
    fill(folder, clock, "first")
    open_log(folder, clock).log.close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute(f"PRAGMA {altered}")

    opened = open_log(folder, clock)

    assert opened.report.outcome is OpenOutcome.RESTORED
    assert session_ids(opened) == [some_id("first")]


def test_an_index_that_no_longer_fits_its_table_hides_no_step(folder: Path, clock: WallClock) -> None:
    fill(folder, clock)
    path = folder / FILE_NAME
    with open_log(folder, clock).log as log:
        for name in ("first", "second"):
            log.begin(a_session(name))
            for _ in range(2):
                log.record_step(some_id(name), a_step(), 12.5, clock())
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_step_2'"
        (page,) = connection.execute(query).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    whole, place = path.read_bytes(), slice((page - 1) * size, page * size)
    first, second = some_id("first").encode(), some_id("second").encode()
    altered = whole[place].replace(first, second)
    assert altered != whole[place]
    path.write_bytes(whole[: place.start] + altered + whole[place.stop :])

    with open_log(folder, clock).log as log:
        assert len(log.session(some_id("first")).steps) == 2
        assert len(log.session(some_id("second")).steps) == 2
        assert [len(session.steps) for session in log.sessions(ADA.id)] == [2, 2]
