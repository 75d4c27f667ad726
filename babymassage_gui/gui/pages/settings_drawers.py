"""Rooms of Settings that are built when they are first opened, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from babymassage_gui.core.choices import Choices, Day
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.care_view import CareView
from babymassage_gui.gui.pages.settings_cards import Room
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.ground import Ground


class FamilyRoom(Room):
    """Shows settings and a family, and sends back new settings or something that was said, or is
    taken back; it changes nothing itself.

    `wanted` asks for another place: "care", "massage", "repetitions" or "health".
    """

    changed = Signal(object)
    said = Signal(object)
    unsaid = Signal(object)
    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self.settings = Settings()
        self.care: CareView | None = None
        self._filling = False
        super().__init__(theme)

    def show_family(self, settings: Settings, care: CareView | None) -> None:
        """Show these; nothing is sent back. `care` is None before a baby is known."""
        self._filling = True
        self.settings, self.care = settings, care
        self.fill_in()
        self._filling = False

    def fill_in(self) -> None:
        """Show what `settings` and `care` hold."""

    def choose(self, choices: Choices) -> None:
        """Send the settings with other choices about a massage."""
        self._send(replace(self.settings, choices=choices))

    def live(self, day: Day) -> None:
        """Send the settings with other choices about the day."""
        self._send(replace(self.settings, day=day))

    def _send(self, settings: Settings) -> None:
        if not self._filling and settings != self.settings:
            self.changed.emit(settings)


class Drawer(Ground):
    """Stands in a room's place; `room` builds it, when it is first wanted."""

    opened = Signal(object)

    def __init__(self, theme: Theme, make: Callable[[Theme], FamilyRoom]) -> None:
        self._make = make
        self._room: FamilyRoom | None = None
        self._latest: tuple[Settings, CareView | None] = (Settings(), None)
        super().__init__(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def room(self) -> FamilyRoom:
        """The room, built if it was not: before it is shown, so that it is never seen half laid out."""
        if self._room is None:
            self._room = self._make(self.theme)
            self._room.show_family(*self._latest)
            self._column.addWidget(self._room)
            self.opened.emit(self._room)
        return self._room

    def show_family(self, settings: Settings, care: CareView | None) -> None:
        """Show these, now or once the room is built."""
        self._latest = (settings, care)
        if self._room is not None:
            self._room.show_family(settings, care)


def make_massage(theme: Theme) -> FamilyRoom:
    """How a massage is put together."""
    from babymassage_gui.gui.pages.settings_massage import MassageRoom

    return MassageRoom(theme)


def make_day(theme: Theme) -> FamilyRoom:
    """Feeds, hours, waits, warmth and place."""
    from babymassage_gui.gui.pages.settings_day import DayRoom

    return DayRoom(theme)


def make_care(theme: Theme) -> FamilyRoom:
    """What was said and shown, and by whom."""
    from babymassage_gui.gui.pages.settings_care import CareRoom

    return CareRoom(theme)


def make_repetitions(theme: Theme) -> FamilyRoom:
    """How often each stroke."""
    from babymassage_gui.gui.pages.settings_repetitions import RepetitionsRoom

    return RepetitionsRoom(theme)


def make_sound(theme: Theme) -> FamilyRoom:
    """Voice, chimes and how loud they are."""
    from babymassage_gui.gui.pages.settings_sound import SoundRoom

    return SoundRoom(theme)


def make_data(theme: Theme) -> FamilyRoom:
    """The family's data in its own hands."""
    from babymassage_gui.gui.pages.settings_data import DataRoom

    return DataRoom(theme)


def make_keys(theme: Theme) -> FamilyRoom:
    """What buttons do in a massage."""
    from babymassage_gui.gui.pages.settings_keys import KeysRoom

    return KeysRoom(theme)
