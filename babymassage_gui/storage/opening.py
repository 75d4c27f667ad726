"""Opening the log, whatever is found: nothing, a fine file, an older one, a newer one, a damaged one, only backups.

Nothing is ever deleted or overwritten: a damaged file moves aside with its companions, a backup is copied. Each step
may be the last before a power cut; the next opening goes on from what it finds. One process at a time opens so (the
single-instance lock sees to it); `open_to_read` is for any number of others.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from babymassage_gui.core.backups import OpenOutcome, OpenReport
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import as_utc
from babymassage_gui.storage import backup, files, statements
from babymassage_gui.storage.connection import BUSY_SECONDS, connect, connect_to_read, connect_to_recover
from babymassage_gui.storage.faults import FILE_ERRORS, foreseen, is_damage, wants_recovery
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.schema import MIGRATIONS, Migrations, upgrade, version_of

FILE_NAME = "babymassage.sqlite3"

# The file's header: https://www.sqlite.org/fileformat.html#the_database_header
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_VERSION_BYTES = slice(60, 64)
# From here on a version is not newer but damage in these four bytes.
_NO_VERSION = 10_000


@dataclass(frozen=True, slots=True)
class Opened:
    """The open log and how it was found."""

    log: SqliteLog
    report: OpenReport


def open_log(
    folder: Path,
    local_time: Callable[[], datetime],
    *,
    busy_seconds: float = BUSY_SECONDS,
    migrations: Migrations = MIGRATIONS,
) -> Opened:
    """Open the log in the data folder, making, migrating or restoring it as need be, and back it up if it changed.

    `local_time` gives the aware wall clock, for stamps.

    Raises:
        Expected: FOLDER_NOT_MADE, LOG_LOCKED, LOG_NEWER (the file is untouched), LOG_UNREADABLE, LOG_NOT_WRITTEN;
            BACKUP_NOT_MADE if an older file cannot be copied before it is migrated.
    """
    now = as_utc(local_time())
    path = folder / FILE_NAME
    files.make_folder(folder)
    report = _find_or_make(path, now, busy_seconds, migrations)
    with ExitStack() as stack, foreseen(path, Fault.LOG_NOT_WRITTEN):
        path.chmod(files.OWNER_ONLY)
        connection = stack.enter_context(closing(connect(path, busy_seconds)))
        if version_of(connection) < len(migrations):
            backup.make_backup(connection, folder / backup.FOLDER, now, migrations)
            upgrade(connection, migrations)
            report = replace(report, outcome=_after_upgrade(report.outcome))
        # Whether the file can be written is asked now and not when the baby lies there.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        report = _backed_up(report, connection, folder / backup.FOLDER, now, migrations)
        stack.pop_all()
    return Opened(SqliteLog(connection, path, local_time), report)


def open_to_read(folder: Path, local_time: Callable[[], datetime]) -> SqliteLog | None:
    """The log for reading only, beside a running program too; None if there is none yet. Nothing is repaired.

    Raises:
        Expected: LOG_LOCKED, LOG_NEWER, LOG_DAMAGED, LOG_UNREADABLE.
    """
    path = folder / FILE_NAME
    with foreseen(path, Fault.LOG_UNREADABLE):
        if not path.exists():
            return None
    if not _is_sound(path, BUSY_SECONDS, MIGRATIONS, recover=False):
        raise Expected(Fault.LOG_DAMAGED, path=str(path), reason="quick_check")
    with foreseen(path, Fault.LOG_UNREADABLE):
        return SqliteLog(connect_to_read(path), path, local_time)


def back_up(log: SqliteLog, now: datetime) -> Path | None:
    """Make a backup of the open log unless the newest one holds the same; for the end of the program.

    Raises:
        Expected: LOG_DAMAGED (nothing is copied), BACKUP_NOT_MADE.
    """
    return backup.backup_if_changed(log.connection, log.path.parent / backup.FOLDER, as_utc(now))


def _find_or_make(path: Path, now: datetime, busy_seconds: float, migrations: Migrations) -> OpenReport:
    """Leave a sound file at `path`, and say how it came there."""
    if _is_sound(path, busy_seconds, migrations):
        return OpenReport(OpenOutcome.FINE)
    with foreseen(path, Fault.LOG_NOT_WRITTEN):
        aside = files.set_aside(path, now)
        source = backup.newest_good(path.parent / backup.FOLDER, now, migrations)
        if source is None:
            _make(path, migrations)
            return OpenReport(OpenOutcome.QUARANTINED if aside else OpenOutcome.FRESH, set_aside=aside)
        part = files.part_of(path)
        files.new_file(part)
        shutil.copyfile(source.path, part)
        files.put_in_place(part, path)
    return OpenReport(
        OpenOutcome.RESTORED,
        set_aside=aside,
        restored_from=source.path,
        restored_of=source.taken_at,
        sessions_lost=_sessions_lost(aside, path) if aside else None,
    )


def _make(path: Path, migrations: Migrations) -> None:
    """Build an empty log beside its place and put it there when it is whole."""
    part = files.part_of(path)
    files.new_file(part)
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        upgrade(connection, migrations)
    files.put_in_place(part, path)


def _is_sound(path: Path, busy_seconds: float, migrations: Migrations, *, recover: bool = True) -> bool:
    """Whether the file at `path` can be used; looking changes neither it nor its -wal.

    Only where a power cut left a change half written, and `recover` is allowed, SQLite rolls that back first.
    """
    with foreseen(path, Fault.LOG_UNREADABLE):
        header = _header(path)
        if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
            return False
        _refuse_newer(path, int.from_bytes(header[_VERSION_BYTES], "big", signed=True), migrations)
        try:
            with closing(connect_to_read(path, busy_seconds)) as connection:
                return _is_sound_inside(path, connection, migrations)
        except FILE_ERRORS as error:
            if not (recover and wants_recovery(error)):
                raise
        with closing(connect_to_recover(path, busy_seconds)) as connection:
            return _is_sound_inside(path, connection, migrations)


def _is_sound_inside(path: Path, connection: sqlite3.Connection, migrations: Migrations) -> bool:
    try:
        # Once more, for a newer version that was cut off before it wrote its -wal back.
        _refuse_newer(path, version_of(connection), migrations)
        return backup.is_sound(connection, migrations)
    except FILE_ERRORS as error:
        if is_damage(error):
            return False
        raise


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return b""


def _refuse_newer(path: Path, version: int, migrations: Migrations) -> None:
    if len(migrations) < version < _NO_VERSION:
        raise Expected(Fault.LOG_NEWER, path=str(path), found=str(version), known=str(len(migrations)))


def _sessions_lost(damaged: Path, restored: Path) -> int | None:
    """How many sessions the damaged file has that the restored one lacks; None if it cannot be read so far."""
    try:
        with closing(connect_to_read(damaged)) as old, closing(connect_to_read(restored)) as new:
            return len(set(old.execute(statements.KEPT_SESSION_IDS)) - set(new.execute(statements.KEPT_SESSION_IDS)))
    except FILE_ERRORS:
        return None


def _after_upgrade(outcome: OpenOutcome) -> OpenOutcome:
    return OpenOutcome.MIGRATED if outcome is OpenOutcome.FINE else outcome


def _backed_up(
    report: OpenReport, connection: sqlite3.Connection, folder: Path, now: datetime, migrations: Migrations
) -> OpenReport:
    """The report with the backup that was due; that none could be made does not keep the log from being used."""
    if report.outcome in (OpenOutcome.FRESH, OpenOutcome.QUARANTINED):
        return report
    try:
        return replace(report, backup=backup.backup_if_changed(connection, folder, now, migrations, quick=True))
    except Expected as fault:
        return replace(report, backup_fault=fault)
