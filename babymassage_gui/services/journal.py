"""Puts what happens into the log as it happens; while the log cannot be written, keeps it and tries again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Protocol

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.history import Ending, StepRecord, as_utc
from babymassage_gui.core.ports import Clock
from babymassage_gui.core.session import Happening


class Writable(Protocol):
    """The part of the session log that a running session writes (see `ports.SessionLog`)."""

    def record_step(self, session_id: str, step: StepRecord, active_seconds: float, at: datetime) -> None:
        """Add a step."""

    def progress(self, session_id: str, active_seconds: float, at: datetime) -> None:
        """Say how far it has come."""

    def finish(self, session_id: str, ending: Ending, active_seconds: float, at: datetime) -> None:
        """End it."""


class NoLog:
    """Keeps nothing: practice on a doll, and the dry run of the command line."""

    def record_step(self, session_id: str, step: StepRecord, active_seconds: float, at: datetime) -> None:
        """Nothing is kept."""

    def progress(self, session_id: str, active_seconds: float, at: datetime) -> None:
        """Nothing is kept."""

    def finish(self, session_id: str, ending: Ending, active_seconds: float, at: datetime) -> None:
        """Nothing is kept."""


class Journal:
    """Writes in order. A full disk never stops a massage: `fault` says why nothing is kept at the moment."""

    def __init__(self, log: Writable, clock: Clock) -> None:
        self._log = log
        self._clock = clock
        self._unwritten: list[Callable[[], None]] = []
        self._fault: Expected | None = None

    @property
    def fault(self) -> Expected | None:
        """Why the last attempt to write failed, None once all is written."""
        return self._fault

    def note(self, session_id: str, happening: Happening) -> None:
        """Write what a happening leaves behind: the steps that are over, the end."""
        wall, active = as_utc(self._clock.local_time()), happening.active_seconds
        for step in happening.closed:
            self._unwritten.append(partial(self._log.record_step, session_id, step, active, wall))
        if happening.ending is not None:
            self._unwritten.append(partial(self._log.finish, session_id, happening.ending, active, wall))
        self._write()

    def step(self, session_id: str, step: StepRecord, active_seconds: float) -> None:
        """Write one step."""
        wall = as_utc(self._clock.local_time())
        self._unwritten.append(partial(self._log.record_step, session_id, step, active_seconds, wall))
        self._write()

    def progress(self, session_id: str, active_seconds: float) -> None:
        """Write how far a running session has come."""
        wall = as_utc(self._clock.local_time())
        self._unwritten.append(partial(self._log.progress, session_id, active_seconds, wall))
        self._write()

    def retry(self) -> None:
        """Write what could not be written before."""
        self._write()

    def _write(self) -> None:
        try:
            while self._unwritten:
                # A session that was ended or discarded elsewhere takes no more entries, and must not hold up others.
                with suppress(KeyError):
                    self._unwritten[0]()
                del self._unwritten[0]
            self._fault = None
        except Expected as fault:
            self._fault = fault
