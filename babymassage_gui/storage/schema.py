"""The tables of the log and the way to them from every earlier version, over `PRAGMA user_version`.

A cell's meaning is not checked here but in `rows`, on the way in and out: a CHECK that fails in one altered cell would
fail `quick_check` for the whole file (docs/decisions/021-rows-are-checked-in-python.md).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from babymassage_gui.storage.connection import transaction

# "BMsg": tells our files from any other SQLite file.
APPLICATION_ID = 0x424D7367

_BABY = """
CREATE TABLE baby (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    born TEXT NOT NULL,
    due TEXT,
    navel_healed INTEGER NOT NULL,
    doctor_yes_on TEXT,
    early_start INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT"""

# `plan` is long and comes last, so that the other cells are read without it.
_SESSION = """
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    baby_id TEXT NOT NULL REFERENCES baby (id),
    kind TEXT NOT NULL,
    routine_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    target_minutes INTEGER NOT NULL,
    planned_seconds REAL NOT NULL,
    active_seconds REAL NOT NULL,
    last_seen_at TEXT,
    ended_at TEXT,
    ending TEXT,
    mood TEXT,
    note TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    plan TEXT NOT NULL
) STRICT"""

_STEP = """
CREATE TABLE step (
    id TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL,
    step_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    seconds REAL NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    UNIQUE (session_id, position)
) STRICT"""

_SAID = """
CREATE TABLE said (
    id TEXT NOT NULL PRIMARY KEY,
    baby_id TEXT NOT NULL REFERENCES baby (id),
    subject TEXT NOT NULL,
    answer TEXT NOT NULL,
    said_at TEXT NOT NULL,
    said_by TEXT NOT NULL,
    note TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT"""

Migrations = Sequence[Sequence[str]]

# MIGRATIONS[n] leads from version n to n + 1. What has been released is never changed, only added to.
MIGRATIONS: Migrations = ((_BABY, _SESSION, _STEP), (_SAID,))
# The first version with the table of what parents said: an older file, opened only to read, holds nothing of it.
SAID_SINCE = 2

Columns = tuple[tuple[str, str, str, int, int], ...]


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of a file, 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a file bears this program's mark."""
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def upgrade(connection: sqlite3.Connection, migrations: Migrations = MIGRATIONS) -> None:
    """Lead the file to the newest version, all of the way or not at all."""
    with transaction(connection):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        for statements in migrations[version_of(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations):d}")


def columns(connection: sqlite3.Connection) -> Columns:
    """Table, column, type, NOT NULL and place in the key, for every column of every table."""
    found = connection.execute(
        'SELECT t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_schema t, pragma_table_info(t.name) c'
        " WHERE t.type = 'table' ORDER BY t.name, c.cid"
    )
    return tuple(found.fetchall())


def columns_of_version(version: int, migrations: Migrations = MIGRATIONS) -> Columns:
    """The columns that a file of this version must have; `quick_check` does not see an altered name."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        upgrade(connection, migrations[:version])
        return columns(connection)
