"""Opens the room "Your data" to the family's belongings, once it is built; nothing of it is imported before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.services.household import Household

if TYPE_CHECKING:
    from babymassage_gui.core.errors import Expected
    from babymassage_gui.core.merge import Merged
    from babymassage_gui.gui.pages.settings import SettingsPage
    from babymassage_gui.gui.pages.settings_data import DataRoom
    from babymassage_gui.gui.sharing_watch import SharingWatch
    from babymassage_gui.services.belongings import Belongings


class DataDoor(QObject):
    """Stands beside the window."""

    def __init__(
        self, window: MainWindow, house: Household, data: Callable[[], Belongings], watch: SharingWatch | None = None
    ) -> None:
        super().__init__(window)
        self._rooms, self._house, self._data, self._watch = window.rooms, house, data, watch
        if watch is not None:
            watch.went.connect(self._on_went)
        self._rooms.settings_made.connect(self._on_settings)

    def _on_settings(self, page: SettingsPage) -> None:
        page.data.opened.connect(self._on_opened)

    def _on_opened(self, room: DataRoom) -> None:
        from babymassage_gui.gui.data_desk import DataDesk

        data = self._data()
        desk = DataDesk(data, room)
        desk.noted.connect(self._rooms.noted)
        desk.fault.connect(self._rooms.fault)
        desk.changed.connect(self._on_changed)
        self._open_sharing(data, room)

    def _open_sharing(self, data: Belongings, room: DataRoom) -> None:
        if data.sharing is None or self._watch is None:
            room.sharing.hide()
            return
        from babymassage_gui.gui.sharing_desk import SharingDesk

        desk = SharingDesk(data.sharing, self._watch, room.sharing)
        desk.noted.connect(self._rooms.noted)
        desk.fault.connect(self._rooms.fault)
        room.shown.connect(desk.show)
        desk.show()

    def _on_went(self, merged: Merged | None, _fault: Expected | None) -> None:
        """News from another computer are told wherever one is."""
        if merged is not None and merged.changes:
            from babymassage_gui.gui.sharing_words import SharingWords

            self._rooms.noted.emit(SharingWords().came(merged))

    def _on_changed(self) -> None:
        """Another log, and perhaps other settings: everything is looked at anew."""
        self._rooms.changed.emit(self._house.settings)
        self._rooms.settings()
