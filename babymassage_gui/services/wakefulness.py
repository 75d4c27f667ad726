"""When the screen is to be kept awake: while a session runs, and for the first minutes of a pause. No longer.

The system is asked once for each stretch, and let go of at its end; what it answers may come later, or never.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from babymassage_gui.core.session_table import Phase

# A parent who comes back after this long wakes the screen with the first touch; the session stays where it is.
PAUSE_SECONDS = 300.0

Told = Callable[[bool], None]


class KeepAwake(Protocol):
    """The system's promise not to darken the screen. Nothing here raises or waits."""

    def take(self, told: Told) -> None:
        """Ask for it; `told` is called once with whether it was given, from any thread, unless it is let go before."""

    def release(self) -> None:
        """Let go of it. Without having asked, nothing."""


class Wakeful(StrEnum):
    """Let go, asked for, given, or refused."""

    OFF = "off"
    ASKED = "asked"
    KEPT = "kept"
    REFUSED = "refused"


class Wakefulness:
    """Follows a session. `answered` has to be called with what `take` told, in the thread that calls the rest."""

    def __init__(self, screen: KeepAwake, told: Callable[[int, bool], None], changed: Callable[[], None]) -> None:
        """`told` carries an answer, with the number of its stretch, to `answered`; `changed`: the state is another."""
        self._screen, self._told, self._changed = screen, told, changed
        self._state = Wakeful.OFF
        self._stretch = 0
        self._paused_at: float | None = None

    @property
    def state(self) -> Wakeful:
        """How things stand."""
        return self._state

    @property
    def may_darken(self) -> bool:
        """Whether the screen may go dark by itself though a session runs."""
        return self._state is Wakeful.REFUSED

    def follow(self, phase: Phase, at: float) -> None:
        """The session is in this phase at this instant of its clock. Call it at each beat and at each happening."""
        if phase is not Phase.PAUSED:
            self._paused_at = None
        elif self._paused_at is None:
            self._paused_at = at
        pausing = 0.0 if self._paused_at is None else at - self._paused_at
        if phase is Phase.ENDED or pausing > PAUSE_SECONDS:
            self.let_go()
        elif self._state is Wakeful.OFF:
            self._take()

    def answered(self, stretch: int, kept: bool) -> None:
        """What the system said of a stretch. A late answer about one that is over means nothing."""
        if stretch == self._stretch and self._state is Wakeful.ASKED:
            self._enter(Wakeful.KEPT if kept else Wakeful.REFUSED)

    def let_go(self) -> None:
        """The screen may go dark as it always does."""
        if self._state is not Wakeful.OFF:
            self._screen.release()
            self._enter(Wakeful.OFF)

    def _take(self) -> None:
        self._stretch += 1
        stretch = self._stretch
        self._enter(Wakeful.ASKED)
        self._screen.take(lambda kept: self._told(stretch, kept))

    def _enter(self, state: Wakeful) -> None:
        self._state = state
        self._changed()
