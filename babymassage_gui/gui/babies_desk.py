"""Turns the household to another of its babies; each has a log, answers and a length of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from babymassage_gui.core.errors import Expected
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.services.household import Household

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.settings import SettingsPage


class BabiesDesk(QObject):
    """Stands beside the window."""

    def __init__(self, window: MainWindow, house: Household) -> None:
        super().__init__(window)
        self._rooms, self._house = window.rooms, house
        self._rooms.settings_made.connect(self._on_settings)

    def _on_settings(self, page: SettingsPage) -> None:
        room = page.baby_room
        # What was just typed about the one is kept before the other comes.
        room.babies.chosen.connect(room.keep)
        room.babies.chosen.connect(self._on_chosen)
        room.shown.connect(lambda: room.babies.show_babies(self._house.babies, self._house.baby))
        room.babies.show_babies(self._house.babies, self._house.baby)

    def _on_chosen(self, baby_id: str) -> None:
        try:
            self._house.switch(baby_id)
        except Expected as fault:
            self._rooms.fault.emit(fault)
        # Everything that is shown is about the other baby now.
        self._rooms.changed.emit(self._house.settings)
        self._rooms.settings()
