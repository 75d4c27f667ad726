"""Settings, room "The day": whether the family is reminded, when it is left in peace, and what runs for that."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal

from babymassage_gui.core.reminders import PAUSE_DAYS
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.pages.settings_options import FlowGrid, Heading, WhyCard
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chips import ChoicePill, ToggleSwitch

# A program in a box of its own asks its box for that; elsewhere the installer does.
MAY_START_ITSELF = sys.platform.startswith("linux") and "FLATPAK_ID" not in os.environ


class ReminderCard(WhyCard):
    """`changed` carries new settings. `suggested` is the usual time for a family that has none."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._words = Words()
        self._settings, self._today = Settings(), date.min
        super().__init__(theme, self.tr("A reminder"))
        remind, stay = self.tr("Remind me at our usual time"), self.tr("Stay ready when closed")
        start = self.tr("Start with the computer")
        self.on, self.stay = ToggleSwitch(theme, remind), ToggleSwitch(theme, stay)
        self.autostart = ToggleSwitch(theme, start)
        self.pauses = {days: self._pause_pill(theme, days) for days in PAUSE_DAYS}
        self.go_on = ChoicePill(theme, self.tr("Remind again"), px=19)
        self.go_on.setCheckable(False)
        self.paused = Heading(theme, self.tr("A pause"), self.tr("Ill, or away? No reminder for so long."))
        self.grid = FlowGrid(theme, [*self.pauses.values(), self.go_on], 130, 4)
        self._start_row = SettingRow(theme, start, self.tr("Out of sight, until it reminds you."), self.autostart)
        self.add(
            SettingRow(theme, remind, self.tr("Once a day, never after a massage."), self.on),
            why=self.tr("It also waits for a feed to settle, and says when."),
        )
        self.add(self.paused, self.grid)
        self.add(SettingRow(theme, stay, self.tr("It can remind you only while it runs."), self.stay), self._start_row)
        self.on.toggled.connect(lambda on: self._set(on=on))
        self.stay.toggled.connect(lambda on: self._set(stay=on))
        self.autostart.toggled.connect(lambda on: self._set(autostart=on))
        self.go_on.clicked.connect(lambda: self._set(paused_until=None))

    def _pause_pill(self, theme: Theme, days: int) -> ChoicePill:
        pill = ChoicePill(theme, self.tr("%n day(s)", "", days), px=19)
        pill.setCheckable(False)
        pill.clicked.connect(lambda _checked=False: self._set(paused_until=self._today + timedelta(days=days)))
        return pill

    def show_reminders(self, settings: Settings, today: date | None) -> None:
        """Show these; nothing is sent back. `today` is None before a baby is known."""
        reminders = settings.reminders
        self._settings = replace(settings, reminders=reminders)
        self._today = today or date.min
        paused = today is not None and reminders.paused(today)
        self.on.setChecked(reminders.on)
        self.stay.setChecked(reminders.stay)
        self.autostart.setChecked(reminders.autostart)
        self._start_row.setVisible(MAY_START_ITSELF)
        for part in (self.paused, self.grid):
            part.setVisible(reminders.on and today is not None)
        for pill in self.pauses.values():
            pill.setVisible(not paused)
        self.go_on.setVisible(paused)
        until = reminders.paused_until
        said = self.tr("Ill, or away? No reminder for so long.")
        if paused and until is not None:
            said = fill(self.tr("Quiet until %1."), self._words.day(until))
        self.paused.sentence.set_text(said)

    def _set(self, **wish: object) -> None:
        reminders = replace(self._settings.reminders, **wish)  # type: ignore[arg-type]
        if reminders != self._settings.reminders:
            self.changed.emit(replace(self._settings, reminders=reminders))
