"""What can be read of the log. A row that makes no sense is left out of every answer and counted."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from babymassage_gui.core.cells import to_moment
from babymassage_gui.core.errors import Fault
from babymassage_gui.core.history import SessionRecord, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.services.no_garbage import no_garbage
from babymassage_gui.storage import rows, statements
from babymassage_gui.storage.connection import snapshot
from babymassage_gui.storage.faults import foreseen
from babymassage_gui.storage.schema import SAID_SINCE, version_of

if TYPE_CHECKING:
    from babymassage_gui.core.exchange import KeptSession

_What = TypeVar("_What")


class LogReader:
    """Answers from one open file, of this version or, to read only, an older one."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._damaged: set[tuple[str, int]] = set()
        # A cell that is as it was need not be taken apart again; the log is asked several times for each page.
        self._unpacked: dict[int, tuple[object, tuple[StepRecord, ...]]] = {}
        # The same for all sessions of a baby, as long as nobody has written to the file.
        self._kept: dict[tuple[str, str], tuple[object, tuple[SessionRecord, ...]]] = {}

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

    def session(self, session_id: str) -> SessionRecord:
        """One session with its steps. KeyError for an unknown or deleted id, or a row that makes no sense."""
        found = self._sessions(statements.OF_ID, statements.OF_SESSION, (session_id,))
        if not found:
            raise KeyError(session_id)
        return found[0]

    def sessions(self, baby_id: str) -> tuple[SessionRecord, ...]:
        """All sessions of a baby that are not deleted, oldest first, with their steps."""
        # All rows are read, not only the baby's: one whose baby was altered is found only so.
        return self._as_it_stands(statements.SESSIONS, baby_id)

    @no_garbage()
    def _as_it_stands(self, source: str, baby_id: str) -> tuple[SessionRecord, ...]:
        """The sessions of a source that are a baby's; read anew only if anybody has written since."""
        with foreseen(self._path, Fault.LOG_UNREADABLE):
            stand = self._stand()
        known = self._kept.get((source, baby_id))
        if known is None or known[0] != stand:
            found = tuple(session for session in self._sessions(source=source) if session.baby_id == baby_id)
            self._kept[source, baby_id] = known = (stand, found)
        return known[1]

    def _stand(self) -> object:
        """Another value whenever anybody has written: other connections, and this one."""
        return self._connection.execute(statements.DATA_VERSION).fetchone(), self._connection.total_changes

    def discarded(self, baby_id: str) -> tuple[SessionRecord, ...]:
        """The played sessions of a baby that were marked as deleted, oldest first, with their steps.

        One that was entered by hand and deleted was never there.
        """
        return self._as_it_stands(statements.DISCARDED_SESSIONS, baby_id)

    def babies(self) -> tuple[Baby, ...]:
        """All profiles, in the order in which they were made."""
        with foreseen(self._path, Fault.LOG_UNREADABLE):
            return tuple(baby for _, baby in self.checked("baby", statements.BABIES, rows.to_baby))

    def sayings(self, baby_id: str) -> tuple[Said, ...]:
        """Everything said about a baby that was not taken back, oldest first by `at`, then by id."""
        with foreseen(self._path, Fault.LOG_UNREADABLE), snapshot(self._connection):
            if version_of(self._connection) < SAID_SINCE:
                return ()
            known = self._ids(statements.BABY_IDS)
            found = self.checked("said", statements.SAYINGS, rows.to_said)
            return tuple(said for rowid, said in found if self._is_of(known, "said", rowid, said.baby_id) == baby_id)

    def kept_sessions(self, session_id: str | None = None) -> Iterator[KeptSession]:
        """All sessions with their times, the deleted ones too, oldest first; or the one of an id."""
        from babymassage_gui.core.exchange import KeptSession, Stamp

        which, whose, values = (statements.OF_ID, statements.OF_SESSION, (session_id,)) if session_id else ("", "", ())
        journal = self._journal(whose, values)
        query = statements.KEPT_SESSIONS + which + statements.OLDEST_FIRST
        for rowid, *row, deleted_at in self._connection.execute(query, values):
            session = self._session_of(rowid, row, journal)
            if session is None:
                continue
            try:
                stamp = Stamp(to_moment(row[-1]), None if deleted_at is None else to_moment(deleted_at))
            except ValueError:
                self._damaged.add(("session", rowid))
                continue
            yield KeptSession(session, stamp)

    def checked(
        self, table: str, query: str, read: Callable[[Sequence[object]], _What], values: tuple[str, ...] = ()
    ) -> Iterator[tuple[int, _What]]:
        """The rows of a query that make sense, with their row ids; the others are counted."""
        query = statements.of_version(query, version_of(self._connection))
        for rowid, *row in self._connection.execute(query, values):
            try:
                yield rowid, read(row)
            except ValueError:
                self._damaged.add((table, rowid))

    def _is_of(self, known: frozenset[object], table: str, rowid: int, ident: str) -> str | None:
        """Whose row it is; of nobody who is known, it is damaged."""
        if ident in known:
            return ident
        self._damaged.add((table, rowid))
        return None

    def _sessions(
        self, which: str = "", whose: str = "", values: tuple[str, ...] = (), source: str = statements.SESSIONS
    ) -> list[SessionRecord]:
        """The sessions of a source that `which` names, oldest first, with those of their steps that `whose` names."""
        found: list[SessionRecord] = []
        query = statements.of_version(source + which + statements.OLDEST_FIRST, version_of(self._connection))
        with foreseen(self._path, Fault.LOG_UNREADABLE), snapshot(self._connection):
            journal = self._journal(whose, values)
            known = self._ids(statements.BABY_IDS)
            for rowid, *row in self._connection.execute(query, values):
                session = self._session_of(rowid, row, journal)
                if session is not None and self._is_of(known, "session", rowid, session.baby_id) is not None:
                    found.append(session)
        return found

    def _session_of(
        self, rowid: int, row: Sequence[object], journal: Mapping[str, Sequence[StepRecord]]
    ) -> SessionRecord | None:
        """The session of a row, without the steps that make no sense; None if the row makes none."""
        steps = self._steps_of(rowid, row[rows.STEPS_PLACE])
        try:
            return rows.to_session(row, (*steps, *journal.get(str(row[0]), ())))
        except ValueError:
            self._damaged.add(("session", rowid))
            return None

    def _steps_of(self, rowid: int, cell: object) -> tuple[StepRecord, ...]:
        known = self._unpacked.get(rowid)
        if known is not None and known[0] == cell:
            return known[1]
        steps, whole = rows.unpack_steps(cell)
        if not whole:
            self._damaged.add(("steps", rowid))
        self._unpacked[rowid] = (cell, steps)
        return steps

    def _journal(self, whose: str, values: tuple[str, ...]) -> Mapping[str, list[StepRecord]]:
        """The steps that are not packed into their session's row, by session, in the order played."""
        found: defaultdict[str, list[StepRecord]] = defaultdict(list)
        known = self._ids(statements.SESSION_IDS)
        query = statements.STEPS + whose + statements.AS_PLAYED
        for rowid, (session_id, step) in self.checked("step", query, rows.to_step_row, values):
            if self._is_of(known, "step", rowid, session_id) is not None:
                found[session_id].append(step)
        return found

    def _ids(self, query: str) -> frozenset[object]:
        return frozenset(ident for (ident,) in self._connection.execute(query))
