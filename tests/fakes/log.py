"""A session log in memory that is as strict as a good one, and can be told to fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.exchange import KeptSession, Stamp, Version, Why
from babymassage_gui.core.history import Ending, Mood, SessionRecord, StepRecord


class FakeLog:
    """Fits `ports.SessionLog`. A step of a session that is unknown or over is an error of the caller's."""

    def __init__(self, *sessions: SessionRecord) -> None:
        self._rows = {session.id: session for session in sessions}
        self._discarded: set[str] = set()
        self._past: list[Version] = []
        self._fails: Fault | None = None
        self._writes_left = 0
        self.calls: list[str] = []

    def fail(self, fault: Fault = Fault.LOG_NOT_WRITTEN, *, after: int = 0) -> None:
        """From now on writing fails, once `after` more writes went well."""
        self._fails, self._writes_left = fault, after

    def work_again(self) -> None:
        """The disk has room again."""
        self._fails = None

    def begin(self, session: SessionRecord) -> None:
        self._writing("begin")
        if session.id in self._rows:
            raise ValueError(f"{session.id} is in the log already")
        self._rows[session.id] = session

    def record_step(self, session_id: str, step: StepRecord, active_seconds: float, at: datetime) -> None:
        row = self._running(session_id)
        self._writing("record_step")
        steps = (*row.steps, step)
        self._rows[session_id] = replace(row, steps=steps, active_seconds=active_seconds, last_seen_at=at)

    def progress(self, session_id: str, active_seconds: float, at: datetime) -> None:
        row = self._running(session_id)
        self._writing("progress")
        self._rows[session_id] = replace(row, active_seconds=active_seconds, last_seen_at=at)

    def finish(self, session_id: str, ending: Ending, active_seconds: float, at: datetime) -> None:
        row = self._running(session_id)
        self._writing("finish")
        self._rows[session_id] = replace(
            row, ending=ending, active_seconds=active_seconds, last_seen_at=at, ended_at=at
        )

    def wrap_up(self, session_id: str, mood: Mood, note: str) -> None:
        row = self.session(session_id)
        self._writing("wrap_up")
        self._rows[session_id] = replace(row, mood=mood, note=note)

    def discard(self, session_id: str) -> None:
        self.session(session_id)
        self._writing("discard")
        self._discarded.add(session_id)

    def correct(self, session: SessionRecord) -> None:
        self._gives_way(session.id, Why.CORRECTED)
        self._rows[session.id] = session
        self._discarded.discard(session.id)

    def remove(self, session_id: str) -> None:
        self.session(session_id)
        self._gives_way(session_id, Why.DELETED)
        self._discarded.add(session_id)

    def put_back(self, version_id: str) -> None:
        version = next((one for one in self._past if one.id == version_id), None)
        if version is None:
            raise KeyError(version_id)
        was = version.was
        self._gives_way(was.what.id, Why.PUT_BACK)
        self._rows[was.what.id] = was.what
        (self._discarded.discard if was.stamp.deleted_at is None else self._discarded.add)(was.what.id)

    def versions(self, session_id: str) -> tuple[Version, ...]:
        return tuple(one for one in reversed(self._past) if one.was.what.id == session_id)

    def _gives_way(self, session_id: str, why: Why) -> None:
        row = self._rows[session_id]
        if row.ending is None:
            raise KeyError(session_id)
        self._writing(why.value)
        deleted = row.started_at if session_id in self._discarded else None
        was = KeptSession(row, Stamp(row.started_at, deleted))
        self._past.append(Version(f"version-{len(self._past)}", was, why, row.started_at))

    def session(self, session_id: str) -> SessionRecord:
        if session_id in self._discarded:
            raise KeyError(session_id)
        return self._rows[session_id]

    def sessions(self, baby_id: str) -> tuple[SessionRecord, ...]:
        kept = (row for key, row in self._rows.items() if key not in self._discarded and row.baby_id == baby_id)
        return tuple(sorted(kept, key=lambda row: row.started_at))

    def discarded(self, baby_id: str) -> tuple[SessionRecord, ...]:
        played = (row for key, row in self._rows.items() if key in self._discarded and not row.by_hand)
        gone = (row for row in played if row.baby_id == baby_id)
        return tuple(sorted(gone, key=lambda row: row.started_at))

    def __len__(self) -> int:
        return len(self._rows)

    def _running(self, session_id: str) -> SessionRecord:
        row = self.session(session_id)
        if row.ending is not None:
            raise KeyError(session_id)
        return row

    def _writing(self, call: str) -> None:
        if self._fails is not None and self._writes_left == 0:
            raise Expected(self._fails)
        self._writes_left = max(0, self._writes_left - 1)
        self.calls.append(call)
