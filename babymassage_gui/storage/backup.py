"""Backups of the log: whole, checked copies in one file each, thinned with age."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from babymassage_gui.core.backups import kept_backups, newest_first
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage import files, statements
from babymassage_gui.storage.connection import connect_to_backup, quick_check
from babymassage_gui.storage.faults import FILE_ERRORS, foreseen
from babymassage_gui.storage.schema import MIGRATIONS, Migrations, columns, columns_of_version, is_ours, version_of

FOLDER = "backups"
_PREFIX = "babymassage-"
_SUFFIX = ".sqlite3"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup and the instant (UTC, whole seconds) at which it was made, both by its name."""

    path: Path
    taken_at: datetime


def backups(folder: Path, now: datetime) -> tuple[Backup, ...]:
    """The backups in the order in which to trust them. Files with other names are none of ours."""
    found: dict[datetime, Path] = {}
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        taken_at = files.read_stamp(path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX))
        if taken_at is not None:
            found[taken_at] = path
    return tuple(Backup(found[taken_at], taken_at) for taken_at in newest_first(found, now))


def newest_good(folder: Path, now: datetime, migrations: Migrations = MIGRATIONS) -> Backup | None:
    """The newest backup that is whole and of a version known here, None if there is none."""
    return next((backup for backup in backups(folder, now) if is_good(backup.path, migrations)), None)


def is_sound(connection: sqlite3.Connection, migrations: Migrations = MIGRATIONS) -> bool:
    """Whether a file is ours, of a version known here, with the tables of that version and whole by `quick_check`.

    Raises:
        sqlite3.DatabaseError: it is not even readable.
    """
    version = version_of(connection)
    return (
        is_ours(connection)
        and 0 < version <= len(migrations)
        and columns(connection) == columns_of_version(version, migrations)
        and quick_check(connection)
    )


def make_backup(source: sqlite3.Connection, folder: Path, now: datetime, migrations: Migrations = MIGRATIONS) -> Path:
    """Copy the log into a new file of the folder, check the copy, then thin the folder.

    Raises:
        Expected: LOG_DAMAGED, then nothing is copied and nothing thinned; BACKUP_NOT_MADE.
    """
    path = files.free_name(folder, _PREFIX, _SUFFIX, now)
    part = files.part_of(path)
    with foreseen(path, Fault.BACKUP_NOT_MADE):
        if not is_sound(source, migrations):
            raise Expected(Fault.LOG_DAMAGED, path=str(path), reason="quick_check")
        files.make_folder(folder)
        files.new_file(part)
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            # The whole file is synced once, when it is put in place.
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy)
            # A backup is one file without companions, so that it can be copied and read as it is.
            copy.execute("PRAGMA journal_mode = DELETE")
        if not is_good(part, migrations):
            raise Expected(Fault.BACKUP_NOT_MADE, path=str(path), reason="quick_check")
        files.put_in_place(part, path)
    thin(folder, now)
    return path


def backup_if_changed(
    source: sqlite3.Connection, folder: Path, now: datetime, migrations: Migrations = MIGRATIONS, *, quick: bool = False
) -> Path | None:
    """Make a backup unless the newest good one holds the same; the new file, or None.

    `quick` believes the newest one unseen, where it can be read at all: for a start, which must not wait for two files
    to be looked through. The end of the program looks.

    Raises:
        Expected: as `make_backup`.
    """
    if quick and _newest_holds_the_same(source, folder, now):
        return None
    newest = newest_good(folder, now, migrations)
    if newest is not None:
        with foreseen(newest.path, Fault.BACKUP_NOT_MADE), closing(connect_to_backup(newest.path)) as copy:
            if _hold_the_same(copy, source):
                return None
    return make_backup(source, folder, now, migrations)


def _newest_holds_the_same(source: sqlite3.Connection, folder: Path, now: datetime) -> bool:
    newest = next(iter(backups(folder, now)), None)
    if newest is None:
        return False
    try:
        with closing(connect_to_backup(newest.path)) as copy:
            return _hold_the_same(copy, source)
    except FILE_ERRORS:
        return False


def thin(folder: Path, now: datetime) -> None:
    """Remove the backups that the rule does not keep, the only ones ever, and what was left of unfinished ones."""
    found = backups(folder, now)
    kept = kept_backups((backup.taken_at for backup in found), now)
    for backup in found:
        if backup.taken_at not in kept:
            # One that cannot be removed now does no harm and is tried again after the next backup.
            with suppress(OSError):
                backup.path.unlink()
    with suppress(OSError):
        files.remove_unfinished(folder, files.part_of(folder / f"{_PREFIX}*{_SUFFIX}").name)


def is_good(path: Path, migrations: Migrations = MIGRATIONS) -> bool:
    """Whether a backup is whole and of a version known here."""
    try:
        with closing(connect_to_backup(path)) as connection:
            return is_sound(connection, migrations)
    except FILE_ERRORS:
        return False


def _hold_the_same(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Whether nothing was written to either since the other was copied from it."""
    return version_of(one) == version_of(other) and _last_change(one) == _last_change(other) is not None


def _last_change(connection: sqlite3.Connection) -> object:
    return connection.execute(statements.LAST_CHANGE).fetchone()
