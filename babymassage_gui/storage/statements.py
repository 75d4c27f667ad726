"""The SQL of the log, word for word; the columns stand in the order of `rows`."""

from __future__ import annotations

from babymassage_gui.storage.schema import PACKED_SINCE

SAVE_BABY = """
INSERT INTO baby (id, name, born, due, navel_healed, doctor_yes_on, early_start, colour, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, born = excluded.born, due = excluded.due, navel_healed = excluded.navel_healed,
    doctor_yes_on = excluded.doctor_yes_on, early_start = excluded.early_start, colour = excluded.colour,
    updated_at = excluded.updated_at"""

BABIES = """
SELECT rowid, id, name, born, due, navel_healed, doctor_yes_on, early_start, colour, updated_at
FROM baby WHERE deleted_at IS NULL ORDER BY rowid"""
MARK_BABY = "UPDATE baby SET deleted_at = ? WHERE id = ?"
KEPT_BABIES = BABIES.replace("updated_at\n", "updated_at, deleted_at\n").replace("WHERE deleted_at IS NULL ", "")

# `quick_check` does not compare an index with its table: where all rows are wanted, none is used.
BABY_IDS = "SELECT id FROM baby NOT INDEXED"

ADD_SESSION = """
INSERT INTO session (
    id, baby_id, kind, routine_id, started_at, utc_offset_minutes, target_minutes, planned_seconds, plan,
    active_seconds, last_seen_at, ended_at, ending, mood, note, steps, by_hand, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
# Another version in the place of the one that was there; the deletion and the id are the last two values.
REPLACE_SESSION = """
UPDATE session SET
    baby_id = ?, kind = ?, routine_id = ?, started_at = ?, utc_offset_minutes = ?, target_minutes = ?,
    planned_seconds = ?, plan = ?, active_seconds = ?, last_seen_at = ?, ended_at = ?, ending = ?, mood = ?, note = ?,
    steps = ?, by_hand = ?, updated_at = ?, deleted_at = ?
WHERE id = ?"""

SESSIONS = """
SELECT
    rowid, id, baby_id, kind, routine_id, started_at, utc_offset_minutes, target_minutes, planned_seconds, plan,
    active_seconds, last_seen_at, ended_at, ending, mood, note, steps, by_hand, updated_at
FROM session WHERE deleted_at IS NULL"""
OF_ID = " AND id = ?"
# What was entered by hand and deleted was a slip of the pen; what was played touched the skin.
DISCARDED_SESSIONS = SESSIONS.replace("deleted_at IS NULL", "deleted_at IS NOT NULL AND by_hand = 0")
OLDEST_FIRST = " ORDER BY started_at, rowid"
KEPT_SESSIONS = SESSIONS.replace("updated_at\n", "updated_at, deleted_at\n").replace("deleted_at IS NULL", "true")

SESSION_IDS = "SELECT id FROM session NOT INDEXED"
KEPT_SESSION_IDS = "SELECT id FROM session NOT INDEXED WHERE deleted_at IS NULL"

# The first three are for a session that is running, with the id as the last value.
COME_SO_FAR = """
UPDATE session SET active_seconds = ?, last_seen_at = ?, updated_at = ?
WHERE id = ? AND ended_at IS NULL AND deleted_at IS NULL"""
END = """
UPDATE session SET ending = ?, ended_at = ?, steps = ?, plan = ''
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
# Once a step lies in its session's row.
UNPACKED = "DELETE FROM step WHERE rowid = ?"
EMPTY_JOURNAL = "DELETE FROM step WHERE session_id = ?"

SAY = """
INSERT INTO said (id, baby_id, subject, answer, said_at, said_by, note, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
UNSAY = "UPDATE said SET deleted_at = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL"
SAYINGS = """
SELECT rowid, id, baby_id, subject, answer, said_at, said_by, note, updated_at
FROM said NOT INDEXED WHERE deleted_at IS NULL ORDER BY said_at, id"""
KEPT_SAYINGS = SAYINGS.replace("updated_at\n", "updated_at, deleted_at\n").replace("WHERE deleted_at IS NULL ", "")
MARK_SAYING = "UPDATE said SET deleted_at = ?, updated_at = ? WHERE id = ?"

# One that is kept already may have come by a merge; then the family's own reason is the better one, and the earlier.
KEEP_VERSION = """
INSERT INTO past (id, session_id, why, was, updated_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET why = excluded.why, updated_at = excluded.updated_at
WHERE (excluded.why = 'imported', excluded.updated_at, excluded.why)
    < (past.why = 'imported', past.updated_at, past.why)"""
# Only where it is kept again under another id in the same breath.
FORGET_VERSION = "DELETE FROM past WHERE id = ?"
TO_BABY = {table: f"UPDATE {table} SET baby_id = ? WHERE baby_id = ?" for table in ("session", "said")}  # noqa: S608
VERSIONS = "SELECT rowid, id, session_id, why, was, updated_at FROM past NOT INDEXED WHERE true"
NEWEST_FIRST = " ORDER BY updated_at DESC, rowid DESC"

# Another number whenever another connection has written; `total_changes` tells the same of one's own.
DATA_VERSION = "PRAGMA data_version"

# When a row was last changed; a change of it is newer, though the clock was set back since.
CHANGED_AT = {table: f"SELECT updated_at FROM {table} WHERE id = ?" for table in ("baby", "session", "said")}  # noqa: S608

STEP_COUNT = "SELECT count(*) FROM step WHERE session_id = ?"

MOVE_ON = "UPDATE change SET number = number + 1, updated_at = ?"
LAST_CHANGE = "SELECT number, updated_at FROM change"

_SINCE_PACKED = ((", colour,", ", 'sun',"), (", steps, by_hand,", ", '[]', 0,"), (" AND by_hand = 0", ""))


def of_version(query: str, version: int) -> str:
    """A query as a file of an older version, opened only to read, can answer it."""
    if version < PACKED_SINCE:
        for column, default in _SINCE_PACKED:
            query = query.replace(column, default)
    return query
