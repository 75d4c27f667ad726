"""The SQL of the log, word for word; the columns stand in the order of `rows`."""

from __future__ import annotations

SAVE_BABY = """
INSERT INTO baby (id, name, born, due, navel_healed, doctor_yes_on, early_start, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, born = excluded.born, due = excluded.due, navel_healed = excluded.navel_healed,
    doctor_yes_on = excluded.doctor_yes_on, early_start = excluded.early_start, updated_at = excluded.updated_at"""

BABIES = """
SELECT rowid, id, name, born, due, navel_healed, doctor_yes_on, early_start, updated_at
FROM baby WHERE deleted_at IS NULL ORDER BY rowid"""

# `quick_check` does not compare an index with its table: where all rows are wanted, none is used.
BABY_IDS = "SELECT id FROM baby NOT INDEXED"

ADD_SESSION = """
INSERT INTO session (
    id, baby_id, kind, routine_id, started_at, utc_offset_minutes, target_minutes, planned_seconds, plan,
    active_seconds, last_seen_at, ended_at, ending, mood, note, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

SESSIONS = """
SELECT
    rowid, id, baby_id, kind, routine_id, started_at, utc_offset_minutes, target_minutes, planned_seconds, plan,
    active_seconds, last_seen_at, ended_at, ending, mood, note, updated_at
FROM session WHERE deleted_at IS NULL"""
OF_ID = " AND id = ?"
DISCARDED_SESSIONS = SESSIONS.replace("deleted_at IS NULL", "deleted_at IS NOT NULL")
OLDEST_FIRST = " ORDER BY started_at, rowid"

SESSION_IDS = "SELECT id FROM session NOT INDEXED"
KEPT_SESSION_IDS = "SELECT id FROM session NOT INDEXED WHERE deleted_at IS NULL"

# The first two are for a session that is running, with the id as the last value.
COME_SO_FAR = """
UPDATE session SET active_seconds = ?, last_seen_at = ?, updated_at = ?
WHERE id = ? AND ended_at IS NULL AND deleted_at IS NULL"""
END = """
UPDATE session SET ending = ?, ended_at = ?
WHERE id = ? AND ended_at IS NULL AND deleted_at IS NULL"""
WRAP_UP = "UPDATE session SET mood = ?, note = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL"
DISCARD = "UPDATE session SET deleted_at = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL"

ADD_STEP = """
INSERT INTO step (id, session_id, position, step_id, outcome, seconds, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)"""

STEPS = """
SELECT rowid, id, session_id, position, step_id, outcome, seconds, updated_at
FROM step NOT INDEXED WHERE deleted_at IS NULL"""
OF_SESSION = " AND session_id = ?"
AS_PLAYED = " ORDER BY position, rowid"

SAY = """
INSERT INTO said (id, baby_id, subject, answer, said_at, said_by, note, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
UNSAY = "UPDATE said SET deleted_at = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL"
SAYINGS = """
SELECT rowid, id, baby_id, subject, answer, said_at, said_by, note, updated_at
FROM said NOT INDEXED WHERE deleted_at IS NULL ORDER BY said_at, id"""

# Another number whenever another connection has written; `total_changes` tells the same of one's own.
DATA_VERSION = "PRAGMA data_version"

STEP_COUNT = "SELECT count(*) FROM step WHERE session_id = ?"

# What tells whether two files hold the same: a step is never changed and a plan is written once, with its session.
CONTENT = (
    "SELECT * FROM baby ORDER BY id",
    """
    SELECT id, baby_id, started_at, active_seconds, last_seen_at, ended_at, ending, mood, note, updated_at, deleted_at
    FROM session ORDER BY id""",
    "SELECT count(*) FROM step",
    "SELECT * FROM said ORDER BY id",
)
