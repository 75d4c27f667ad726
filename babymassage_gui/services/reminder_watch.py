"""Looks now and then whether the family is to be reminded, and says it once a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.reminder import Reminder, is_time, reminder_of
from babymassage_gui.core.standing import FEED
from babymassage_gui.services.household import Household


class ReminderWatch:
    """`tell` carries a reminder out. Whoever opened the window after the usual time needs none for that day."""

    def __init__(self, house: Household, tell: Callable[[Reminder], None]) -> None:
        self._house, self._tell = house, tell
        self._told_on: date | None = None

    def seen(self) -> None:
        """The parent is at the window: if the usual time has come, that is reminder enough."""
        settings, now = self._house.settings, self._house.clock.local_time()
        if is_time(settings.reminders, settings.day.usual_time, now, self._told_on):
            self._told_on = now.date()

    def look(self) -> None:
        """Once a minute is often enough. A log that cannot be read just now is looked into again."""
        house, settings = self._house, self._house.settings
        now = house.clock.local_time()
        if not is_time(settings.reminders, settings.day.usual_time, now, self._told_on):
            return
        if house.runner.running:
            self._told_on = now.date()
            return
        try:
            if house.baby is None:
                return
            reminder = reminder_of(house.today(), house.judge(Visit()), now, FEED)
        except Expected:
            return
        self._told_on = now.date()
        if reminder is not None:
            self._tell(reminder)
