"""What a parent may choose about being reminded. The rule itself is in `core/reminder.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PAUSE_DAYS = (3, 7, 14)


@dataclass(frozen=True, slots=True)
class Reminders:
    """What a parent may choose. Nothing is on by itself.

    `paused_until` is the first day that reminds again (illness, travel). `stay`: the program goes on when its window is
    closed, for without it nobody can remind; `autostart`: it starts so with the computer.
    """

    on: bool = False
    paused_until: date | None = None
    stay: bool = False
    autostart: bool = False

    def paused(self, today: date) -> bool:
        """Whether this is a day of peace."""
        return self.paused_until is not None and today < self.paused_until
