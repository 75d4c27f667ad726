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

# Since version 3 the steps of an ended session are one cell of its row (docs/decisions/061-a-session-has-versions.md).
# What a failing disk made of a step stays where it is; it could stop the whole upgrade.
_WHOLE = "typeof(step_id) = 'text' AND typeof(outcome) = 'text' AND typeof(seconds) = 'real'"
_PACKED = f"""
deleted_at IS NULL AND {_WHOLE} AND outcome IN ('done', 'skipped', 'interrupted')
    AND session_id IN (SELECT id FROM session WHERE ended_at IS NOT NULL)"""  # noqa: S608
_PACK_STEPS = (
    "ALTER TABLE session ADD COLUMN steps TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE session ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE baby ADD COLUMN colour TEXT NOT NULL DEFAULT 'sun'",
    f"""
WITH packed (session_id, steps) AS (
    SELECT session_id, json_group_array(json(
        CASE outcome WHEN 'done' THEN json_array(step_id, seconds) ELSE json_array(step_id, seconds, outcome) END))
    FROM (SELECT * FROM step WHERE {_PACKED} ORDER BY session_id, position, rowid) GROUP BY session_id)
UPDATE session SET steps = packed.steps FROM packed WHERE packed.session_id = session.id""",  # noqa: S608
    f"DELETE FROM step WHERE {_PACKED}",  # noqa: S608
    "UPDATE session SET plan = '' WHERE ended_at IS NOT NULL",
)

# What gave way to a correction, whole, as the text that an export has of it.
_PAST = """
CREATE TABLE past (
    id TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    why TEXT NOT NULL,
    was TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT"""

# One row: every write moves it on, so that two files need not be compared row by row.
_CHANGE = """
CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    updated_at TEXT NOT NULL
) STRICT"""
_NO_CHANGE_YET = "INSERT INTO change (id, number, updated_at) VALUES (0, 0, '')"

Migrations = Sequence[Sequence[str]]

# MIGRATIONS[n] leads from version n to n + 1. What has been released is never changed, only added to.
MIGRATIONS: Migrations = (
    (_BABY, _SESSION, _STEP),
    (_SAID,),
    (*_PACK_STEPS, _PAST, _CHANGE, _NO_CHANGE_YET),
)
# The first version with the table of what parents said: an older file, opened only to read, holds nothing of it.
SAID_SINCE = 2
# The first with steps in their session's row, with versions, colours and what was entered by hand.
PACKED_SINCE = 3

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
