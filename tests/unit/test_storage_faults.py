"""What SQLite and the file system say has a name in the program, or is a bug and stays one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage.connection import connect, transaction
from babymassage_gui.storage.faults import foreseen

PLACE = Path("log.sqlite3")


def said_by_sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_BUSY, Fault.LOG_LOCKED),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Fault.LOG_LOCKED),
        (sqlite3.SQLITE_LOCKED, Fault.LOG_LOCKED),
        (sqlite3.SQLITE_CORRUPT, Fault.LOG_DAMAGED),
        (sqlite3.SQLITE_CORRUPT_INDEX, Fault.LOG_DAMAGED),
        (sqlite3.SQLITE_NOTADB, Fault.LOG_DAMAGED),
        (sqlite3.SQLITE_FULL, Fault.LOG_NOT_WRITTEN),
        (sqlite3.SQLITE_IOERR_FSYNC, Fault.LOG_NOT_WRITTEN),
        (sqlite3.SQLITE_READONLY, Fault.LOG_NOT_WRITTEN),
        (sqlite3.SQLITE_CANTOPEN, Fault.LOG_NOT_WRITTEN),
        (sqlite3.SQLITE_PERM, Fault.LOG_NOT_WRITTEN),
    ],
)
def test_a_fault_of_the_outside_world_is_expected_and_names_the_file(code: int, fault: Fault) -> None:
    with pytest.raises(Expected) as caught, foreseen(PLACE, Fault.LOG_NOT_WRITTEN):
        raise said_by_sqlite(code)

    assert caught.value.fault is fault
    assert caught.value.details["path"] == str(PLACE)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_CONSTRAINT_NOTNULL])
def test_a_mistake_in_the_program_stays_a_bug(code: int) -> None:
    with pytest.raises(sqlite3.OperationalError), foreseen(PLACE, Fault.LOG_NOT_WRITTEN):
        raise said_by_sqlite(code)


def test_the_systems_own_reason_is_passed_on() -> None:
    with pytest.raises(Expected) as caught, foreseen(PLACE, Fault.SETTINGS_NOT_WRITTEN):
        raise PermissionError(13, "Permission denied")

    assert caught.value.details == {"path": str(PLACE), "reason": "Permission denied"}


def test_a_message_that_cannot_be_decoded_is_of_a_damaged_file() -> None:
    with pytest.raises(Expected) as caught, foreseen(PLACE, Fault.LOG_UNREADABLE):
        b"malformed database schema (\xff)".decode()

    assert caught.value.fault is Fault.LOG_DAMAGED


def test_a_file_that_cannot_be_opened_leaves_no_open_connection(tmp_path: Path) -> None:
    rubbish = tmp_path / "log.sqlite3"
    rubbish.write_bytes(b"rubbish" * 1000)

    # A connection left open would be a ResourceWarning, and that fails the test.
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        connect(rubbish)


def test_a_transaction_that_fails_leaves_no_trace() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (a UNIQUE)")
        with pytest.raises(sqlite3.IntegrityError), transaction(connection):
            connection.executemany("INSERT INTO t VALUES (?)", [(1,), (1,)])

        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
        assert not connection.in_transaction
