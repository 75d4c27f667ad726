"""Sessions, the babies' profiles and what parents said, in one SQLite file. Each call is one committed transaction."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from babymassage_gui.core.errors import Fault
from babymassage_gui.core.history import Ending, Mood, SessionRecord, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.storage import rows, statements
from babymassage_gui.storage.connection import snapshot, transaction
from babymassage_gui.storage.faults import foreseen
from babymassage_gui.storage.schema import SAID_SINCE, version_of


class SqliteLog:
    """Fits the ports SessionLog, BabyStore and SaidStore. Used from the thread that opened it.

    A row that makes no sense is left out of every answer and counted in `damaged_rows`.
    `record_step`, `progress` and `finish` raise KeyError if no session of that id is running; a record that could
    not be read back raises ValueError, the same id twice sqlite3.IntegrityError: both are bugs of the caller.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, local_time: Callable[[], datetime]) -> None:
        self._connection = connection
        self._path = path
        self._local_time = local_time
        self._damaged: set[tuple[str, int]] = set()
        self._steps_of: tuple[int, ...] = ()
        self._all_steps: Mapping[str, list[StepRecord]] = {}

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file, for the backup."""
        return self._connection

    @property
    def damaged_rows(self) -> int:
        """How many rows were left out of the answers so far, each counted once."""
        return len(self._damaged)

    def close(self) -> None:
        """Close the file; its -wal is written back."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def begin(self, session: SessionRecord) -> None:
        """Put a new, running session into the log, of a baby that is there."""
        row = rows.of_session(session, session.started_at)
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._connection.execute(statements.ADD_SESSION, row)
            for position, step in enumerate(session.steps):
                added = rows.of_step(session.id, position, step, session.started_at)
                self._connection.execute(statements.ADD_STEP, added)

    def record_step(self, session_id: str, step: StepRecord, active_seconds: float, at: datetime) -> None:
        """Add a step of a running session, and the time in steps so far."""
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._come_so_far(session_id, active_seconds, at)
            (position,) = self._connection.execute(statements.STEP_COUNT, (session_id,)).fetchone()
            self._connection.execute(statements.ADD_STEP, rows.of_step(session_id, position, step, at))

    def progress(self, session_id: str, active_seconds: float, at: datetime) -> None:
        """Say how far a running session has come."""
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._come_so_far(session_id, active_seconds, at)

    def finish(self, session_id: str, ending: Ending, active_seconds: float, at: datetime) -> None:
        """End a running session."""
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._come_so_far(session_id, active_seconds, at)
            self._change(statements.END, ending.value, rows.of_moment(at), session_id)

    def wrap_up(self, session_id: str, mood: Mood, note: str) -> None:
        """Say how it was."""
        moment = rows.of_moment(self._local_time())
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._change(statements.WRAP_UP, mood.value, note, moment, session_id)

    def discard(self, session_id: str) -> None:
        """Mark a session as deleted; it stays in the file."""
        moment = rows.of_moment(self._local_time())
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._change(statements.DISCARD, moment, moment, session_id)

    def session(self, session_id: str) -> SessionRecord:
        """One session with its steps. KeyError for an unknown or deleted id, or a row that makes no sense."""
        found = self._sessions(statements.OF_ID, statements.OF_SESSION, (session_id,))
        if not found:
            raise KeyError(session_id)
        return found[0]

    def sessions(self, baby_id: str) -> tuple[SessionRecord, ...]:
        """All sessions of a baby that are not deleted, oldest first, with their steps."""
        # All rows are read, not only the baby's: one whose baby was altered is found only so.
        return tuple(session for session in self._sessions() if session.baby_id == baby_id)

    def discarded(self, baby_id: str) -> tuple[SessionRecord, ...]:
        """The sessions of a baby that were marked as deleted, oldest first, with their steps."""
        found = self._sessions(source=statements.DISCARDED_SESSIONS)
        return tuple(session for session in found if session.baby_id == baby_id)

    def babies(self) -> tuple[Baby, ...]:
        """All profiles, in the order in which they were made."""
        found: list[Baby] = []
        with foreseen(self._path, Fault.LOG_UNREADABLE):
            for rowid, *row in self._connection.execute(statements.BABIES):
                try:
                    found.append(rows.to_baby(row))
                except ValueError:
                    self._damaged.add(("baby", rowid))
        return tuple(found)

    def save(self, baby: Baby) -> None:
        """Add a profile or replace the one of the same id."""
        row = rows.of_baby(baby, self._local_time())
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._connection.execute(statements.SAVE_BABY, row)

    def sayings(self, baby_id: str) -> tuple[Said, ...]:
        """Everything said about a baby that was not taken back, oldest first by `at`, then by id."""
        found: list[Said] = []
        with foreseen(self._path, Fault.LOG_UNREADABLE), snapshot(self._connection):
            if version_of(self._connection) < SAID_SINCE:
                return ()
            known = self._ids(statements.BABY_IDS)
            for rowid, *row in self._connection.execute(statements.SAYINGS):
                try:
                    said = rows.to_said(row)
                except ValueError:
                    self._damaged.add(("said", rowid))
                    continue
                if said.baby_id in known:
                    found.append(said)
                else:
                    self._damaged.add(("said", rowid))
        return tuple(said for said in found if said.baby_id == baby_id)

    def say(self, said: Said) -> None:
        """Add one thing said about a baby that is there."""
        row = rows.of_said(said, self._local_time())
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._connection.execute(statements.SAY, row)

    def unsay(self, said_id: str) -> None:
        """Take it back; it stays in the file. KeyError for an unknown id or one taken back before."""
        moment = rows.of_moment(self._local_time())
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            self._change(statements.UNSAY, moment, moment, said_id)

    def _sessions(
        self, which: str = "", whose: str = "", values: tuple[str, ...] = (), source: str = statements.SESSIONS
    ) -> list[SessionRecord]:
        """The sessions of a source that `which` names, oldest first, with those of their steps that `whose` names."""
        found: list[SessionRecord] = []
        query = source + which + statements.OLDEST_FIRST
        with foreseen(self._path, Fault.LOG_UNREADABLE), snapshot(self._connection):
            steps = self._steps(whose, values)
            known = self._ids(statements.BABY_IDS)
            for rowid, *row in self._connection.execute(query, values):
                try:
                    session = rows.to_session(row, steps.get(str(row[0]), ()))
                except ValueError:
                    self._damaged.add(("session", rowid))
                    continue
                if session.baby_id in known:
                    found.append(session)
                else:
                    self._damaged.add(("session", rowid))
        return found

    def _steps(self, whose: str, values: tuple[str, ...]) -> Mapping[str, list[StepRecord]]:
        """The steps by session, in the order played; all of them are read again only when something was written."""
        if whose:
            return self._read_steps(whose, values)
        written = (self._connection.total_changes, *self._connection.execute(statements.DATA_VERSION).fetchone())
        if written != self._steps_of:
            self._all_steps = self._read_steps("", ())
            self._steps_of = written
        return self._all_steps

    def _read_steps(self, whose: str, values: tuple[str, ...]) -> Mapping[str, list[StepRecord]]:
        found: defaultdict[str, list[StepRecord]] = defaultdict(list)
        known = self._ids(statements.SESSION_IDS)
        for rowid, *row in self._connection.execute(statements.STEPS + whose + statements.AS_PLAYED, values):
            try:
                session_id, step = rows.to_step(row)
            except ValueError:
                self._damaged.add(("step", rowid))
                continue
            if session_id in known:
                found[session_id].append(step)
            else:
                self._damaged.add(("step", rowid))
        return found

    def _ids(self, query: str) -> frozenset[object]:
        return frozenset(ident for (ident,) in self._connection.execute(query))

    def _come_so_far(self, session_id: str, active_seconds: float, at: datetime) -> None:
        moment = rows.of_moment(at)
        self._change(statements.COME_SO_FAR, rows.seconds(float(active_seconds)), moment, moment, session_id)

    def _change(self, statement: str, *values: object) -> None:
        """Change one row, whose id is the last value. KeyError if the statement finds none."""
        if self._connection.execute(statement, values).rowcount == 0:
            raise KeyError(values[-1])
