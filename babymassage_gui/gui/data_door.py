"""Opens the room "Your data" to the family's belongings, once it is built; nothing of it is imported before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.services.household import Household

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.settings import SettingsPage
    from babymassage_gui.gui.pages.settings_data import DataRoom
    from babymassage_gui.services.belongings import Belongings


class DataDoor(QObject):
    """Stands beside the window."""

    def __init__(self, window: MainWindow, house: Household, data: Callable[[], Belongings]) -> None:
        super().__init__(window)
        self._rooms, self._house, self._data = window.rooms, house, data
        self._rooms.settings_made.connect(self._on_settings)

    def _on_settings(self, page: SettingsPage) -> None:
        page.data.opened.connect(self._on_opened)

    def _on_opened(self, room: DataRoom) -> None:
        from babymassage_gui.gui.data_desk import DataDesk

        desk = DataDesk(self._data(), room)
        desk.noted.connect(self._rooms.noted)
        desk.fault.connect(self._rooms.fault)
        desk.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        """Another log, and perhaps other settings: everything is looked at anew."""
        self._rooms.changed.emit(self._house.settings)
        self._rooms.settings()
