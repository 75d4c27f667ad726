"""Corrections of sessions: what gives way is kept whole and may be put back. Called inside one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from babymassage_gui.core.cells import SOON, choice, of_moment, to_moment
from babymassage_gui.core.exchange import (
    KeptSession,
    Stamp,
    Version,
    Why,
    session_of_text,
    session_text,
    version_of,
)
from babymassage_gui.core.history import SessionRecord, as_utc
from babymassage_gui.storage import rows, statements

if TYPE_CHECKING:
    from babymassage_gui.storage.reading import LogReader


def correct(log: LogReader, session: SessionRecord, now: datetime) -> None:
    """Let a version of a session hold, with the time of now."""
    before = _ended(log, session.id)
    keep(log, version_of(before, Why.CORRECTED, as_utc(now)))
    put(log, KeptSession(session, Stamp(_after(before, now))))


def remove(log: LogReader, session_id: str, now: datetime) -> None:
    """Mark a session as deleted."""
    before = _ended(log, session_id)
    if before.stamp.deleted_at is not None:
        raise KeyError(session_id)
    keep(log, version_of(before, Why.DELETED, as_utc(now)))
    at = _after(before, now)
    put(log, KeptSession(before.what, Stamp(at, at)))


def put_back(log: LogReader, version_id: str, now: datetime) -> None:
    """Let a version hold again, deleted if it was."""
    version = next(iter(_read(log, " AND id = ?", version_id)), None)
    if version is None:
        raise KeyError(version_id)
    before = _ended(log, version.was.what.id)
    keep(log, version_of(before, Why.PUT_BACK, as_utc(now)))
    at = _after(before, now)
    put(log, KeptSession(version.was.what, Stamp(at, None if version.was.stamp.deleted_at is None else at)))


def of_session(log: LogReader, session_id: str) -> tuple[Version, ...]:
    """What gave way of a session, newest first."""
    return _read(log, " AND session_id = ?", session_id)


def all_versions(log: LogReader) -> tuple[Version, ...]:
    """What gave way of all sessions, newest first."""
    return _read(log, "")


def keep(log: LogReader, version: Version) -> None:
    """Keep a version once, with the better of the reasons that are known."""
    row = (version.id, version.was.what.id, version.why.value, session_text(version.was), of_moment(version.at))
    log.connection.execute(statements.KEEP_VERSION, row)


def put(log: LogReader, kept: KeptSession) -> None:
    """Put a session in the place of the one of its id."""
    ident, *cells = rows.of_session(kept.what, kept.stamp.updated_at)
    deleted = None if kept.stamp.deleted_at is None else of_moment(kept.stamp.deleted_at)
    log.connection.execute(statements.REPLACE_SESSION, (*cells, deleted, ident))


def _ended(log: LogReader, session_id: str) -> KeptSession:
    kept = next(iter(log.kept_sessions(session_id)), None)
    if kept is None or kept.what.ending is None:
        raise KeyError(session_id)
    return kept


def _after(before: KeptSession, now: datetime) -> datetime:
    return max(as_utc(now), before.stamp.updated_at + SOON)


def _read(log: LogReader, which: str, *values: str) -> tuple[Version, ...]:
    query = statements.VERSIONS + which + statements.NEWEST_FIRST
    return tuple(version for _, version in log.checked("past", query, _version, values))


def _version(row: Sequence[object]) -> Version:
    """The version of a row. ValueError if it makes no sense."""
    ident, session_id, why, was, updated_at = row
    kept = session_of_text(str(was))
    version = replace(version_of(kept, choice(Why, why), to_moment(updated_at)), id=str(ident))
    if kept.what.id != session_id:
        raise ValueError(f"a version of {session_id!r} is another session's")
    return version
