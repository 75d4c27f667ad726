"""Sessions, the babies' profiles and what parents said, in one SQLite file. Each call is one committed transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from babymassage_gui.core.cells import SOON, of_moment, seconds, to_moment
from babymassage_gui.core.errors import Fault
from babymassage_gui.core.history import Ending, Mood, SessionRecord, StepRecord, as_utc
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.storage import rows, statements
from babymassage_gui.storage.connection import snapshot, transaction
from babymassage_gui.storage.faults import foreseen
from babymassage_gui.storage.reading import LogReader

if TYPE_CHECKING:
    from babymassage_gui.core.exchange import Archive, Version
    from babymassage_gui.core.merge import Merged


class SqliteLog(LogReader):
    """Fits the ports SessionLog, BabyStore, SaidStore and SharedLog. Used from the thread that opened
    it.

    A row that makes no sense is left out of every answer and counted in `damaged_rows`.
    `record_step`, `progress` and `finish` raise KeyError if no session of that id is running; a record that could
    not be read back raises ValueError, the same id twice sqlite3.IntegrityError: both are bugs of the caller.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, local_time: Callable[[], datetime]) -> None:
        super().__init__(connection, path)
        self._local_time = local_time

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
        """Put a new session into the log, running or over, of a baby that is there."""
        # An over one needs no journal; what a running one has played already goes there, for it goes on.
        packed = session if session.ending is not None else replace(session, steps=())
        row = rows.of_session(packed, session.started_at)
        with self._writing():
            self._connection.execute(statements.ADD_SESSION, row)
            for position, step in enumerate(session.steps if session.ending is None else ()):
                added = rows.of_step(session.id, position, step, session.started_at)
                self._connection.execute(statements.ADD_STEP, added)

    def record_step(self, session_id: str, step: StepRecord, active_seconds: float, at: datetime) -> None:
        """Add a step of a running session, and the time in steps so far."""
        with self._writing():
            self._come_so_far(session_id, active_seconds, at)
            (position,) = self._connection.execute(statements.STEP_COUNT, (session_id,)).fetchone()
            self._connection.execute(statements.ADD_STEP, rows.of_step(session_id, position, step, at))

    def progress(self, session_id: str, active_seconds: float, at: datetime) -> None:
        """Say how far a running session has come."""
        with self._writing():
            self._come_so_far(session_id, active_seconds, at)

    def finish(self, session_id: str, ending: Ending, active_seconds: float, at: datetime) -> None:
        """End a running session; its steps are packed into its row, and its plan has served."""
        with self._writing():
            self._come_so_far(session_id, active_seconds, at)
            played = list(
                self.checked(
                    "step", statements.STEPS + statements.OF_SESSION + statements.AS_PLAYED, rows.to_step_row,
                    (session_id,),
                )
            )  # fmt: skip
            steps = rows.pack_steps(step for _, (_, step) in played)
            self._change(statements.END, ending.value, of_moment(at), steps, session_id)
            self._connection.executemany(statements.UNPACKED, [(rowid,) for rowid, _ in played])

    def wrap_up(self, session_id: str, mood: Mood, note: str) -> None:
        """Say how it was."""
        with self._writing():
            self._change(statements.WRAP_UP, mood.value, note, self._later("session", session_id), session_id)

    def discard(self, session_id: str) -> None:
        """Mark a session as deleted; it stays in the file."""
        with self._writing():
            moment = self._later("session", session_id)
            self._change(statements.DISCARD, moment, moment, session_id)

    def correct(self, session: SessionRecord) -> None:
        """Put another version in the place of an ended session, deleted or not; the one before stays among its
        versions. KeyError for a session that is unknown, running or of no sense.
        """
        from babymassage_gui.storage import versions

        with self._writing():
            versions.correct(self, session, self._local_time())

    def remove(self, session_id: str) -> None:
        """Mark an ended session as deleted, and keep it among its versions. KeyError as for `correct`."""
        from babymassage_gui.storage import versions

        with self._writing():
            versions.remove(self, session_id, self._local_time())

    def put_back(self, version_id: str) -> None:
        """Let a version hold again; the one that held stays among the versions. KeyError for an unknown one."""
        from babymassage_gui.storage import versions

        with self._writing():
            versions.put_back(self, version_id, self._local_time())

    def versions(self, session_id: str) -> tuple[Version, ...]:
        """What gave way of a session, newest first."""
        from babymassage_gui.storage import versions

        with foreseen(self._path, Fault.LOG_UNREADABLE), snapshot(self._connection):
            return versions.of_session(self, session_id)

    def archive(self) -> Archive:
        """Everything that makes sense, what was deleted too; without settings."""
        from babymassage_gui.storage import archive

        with foreseen(self._path, Fault.LOG_UNREADABLE), snapshot(self._connection):
            return archive.read(self)

    def merge(self, brought: Archive, *, dry_run: bool, by_name: bool = True) -> Merged:
        """Take in what an archive brings, all of it or nothing, or only say what would be taken in. `by_name`: a baby
        of the same name and birth date is the same one, also with another id.
        """
        from babymassage_gui.storage import archive

        if dry_run:
            with foreseen(self._path, Fault.LOG_UNREADABLE), snapshot(self._connection):
                return archive.weigh(self, brought, by_name=by_name)
        with self._writing():
            return archive.take_in(self, brought, by_name=by_name)

    def unite(self, ids: Mapping[str, str]) -> None:
        """Make one of babies that were told of twice: the id that stays, for each that goes."""
        from babymassage_gui.storage import archive

        with self._writing():
            archive.unite(self, ids)

    def save(self, baby: Baby) -> None:
        """Add a profile or replace the one of the same id."""
        with self._writing():
            row = rows.of_baby(baby, to_moment(self._later("baby", baby.id)))
            self._connection.execute(statements.SAVE_BABY, row)

    def say(self, said: Said) -> None:
        """Add one thing said about a baby that is there."""
        row = rows.of_said(said, self._local_time())
        with self._writing():
            self._connection.execute(statements.SAY, row)

    def unsay(self, said_id: str) -> None:
        """Take it back; it stays in the file. KeyError for an unknown id or one taken back before."""
        with self._writing():
            moment = self._later("said", said_id)
            self._change(statements.UNSAY, moment, moment, said_id)

    def was_replaced(self) -> None:
        """Everything in the file is another family's day: nothing known of its rows holds, and the backups have to see
        that it changed.
        """
        self._damaged.clear()
        self._unpacked.clear()
        self._kept.clear()
        with self._writing():
            self._connection.execute(statements.MOVE_ON, (of_moment(self._local_time()),))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, after which the file is another one to the backups."""
        with foreseen(self._path, Fault.LOG_NOT_WRITTEN), transaction(self._connection):
            before = self._connection.total_changes
            yield
            if self._connection.total_changes == before:
                return
            self._connection.execute(statements.MOVE_ON, (of_moment(self._local_time()),))

    def _later(self, table: str, ident: str) -> str:
        """Now, or just after the last change of a row if the clock was set back since."""
        now = as_utc(self._local_time())
        row = self._connection.execute(statements.CHANGED_AT[table], (ident,)).fetchone()
        with suppress(ValueError):
            now = now if row is None else max(now, to_moment(row[0]) + SOON)
        return of_moment(now)

    def _come_so_far(self, session_id: str, active_seconds: float, at: datetime) -> None:
        moment = of_moment(at)
        self._change(statements.COME_SO_FAR, seconds(float(active_seconds)), moment, moment, session_id)

    def _change(self, statement: str, *values: object) -> None:
        """Change one row, whose id is the last value. KeyError if the statement finds none."""
        if self._connection.execute(statement, values).rowcount == 0:
            raise KeyError(values[-1])
