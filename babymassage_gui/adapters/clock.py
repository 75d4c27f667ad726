"""The clock of this computer: instants that go on while it sleeps, and the family's wall clock."""

from __future__ import annotations

import sys
import time
from datetime import datetime


def _instant() -> float:
    """Monotonic seconds that count sleep where the system offers such a clock.

    On Linux `time.monotonic` stands still while the computer sleeps, so that a closed lid would leave no gap.
    """
    boot_clock = getattr(time, "CLOCK_BOOTTIME", None)
    if boot_clock is None and sys.platform == "darwin":
        # There `time.monotonic` stands still in sleep too, and this clock goes on; not tried on macOS.
        boot_clock = getattr(time, "CLOCK_MONOTONIC", None)
    return time.monotonic() if boot_clock is None else time.clock_gettime(boot_clock)


def as_local(wall: datetime) -> datetime:
    """An hour on the wall, without a zone, in the time zone of this computer. Of an hour that was there twice, when the
    clocks were set back, the first is meant.
    """
    return wall.astimezone()


class SystemClock:
    """Real time, or time `speed` times faster for a dry run."""

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._start = _instant()

    @property
    def speed(self) -> float:
        """How many times faster than real time the instants pass."""
        return self._speed

    def now(self) -> float:
        """Seconds since the clock was made, times the speed."""
        return (_instant() - self._start) * self._speed

    def local_time(self) -> datetime:
        """The wall clock, aware, in the time zone of this computer."""
        return datetime.now().astimezone()

    def sleep(self, seconds: float) -> None:
        """Wait for so many seconds of this clock; for front ends without an event loop."""
        time.sleep(seconds / self._speed)
