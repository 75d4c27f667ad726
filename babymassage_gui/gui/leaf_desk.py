"""Opens the pages that are read and left again: keys, licences. Each is made when opened, and gone when left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.leaf import LeafPage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.widgets.themed import apply_theme
from babymassage_gui.services.household import Household

SHORTCUTS, LICENCES, SOURCES, SAMPLE = "shortcuts", "licences", "sources", "sample"


class LeafDesk(QObject):
    """Stands beside the window."""

    def __init__(
        self, window: MainWindow, house: Household, open_sample: Callable[[], bool] | None = None
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._house, self._open_sample = window, house, open_sample
        self._from: list[QWidget] = []
        window.rooms.leaf_wanted.connect(self._on_wanted)
        window.rooms.settings_made.connect(self._on_settings)

    def _on_settings(self, page: SettingsPage) -> None:
        page.about_room.wanted.connect(self._on_wanted)

    def _on_wanted(self, name: str) -> None:
        """Never over a session, nor over a question that goes first."""
        window = self._window
        if name == SAMPLE:
            self._sample()
            return
        if not window.rail.isVisibleTo(window):
            return
        if name == SOURCES:
            window.rail.chosen.emit("library")
        elif name == LICENCES:
            self._open(self._licences)
        else:
            self._open(self._shortcuts)

    def _sample(self) -> None:
        """A window of its own, so that nothing of a sample can come into the family's log."""
        opened = self._open_sample is not None and self._open_sample()
        said = self.tr("A sample family opens in a window of its own.")
        self._window.rooms.noted.emit(said if opened else self.tr("The sample cannot be opened here."))

    def _shortcuts(self) -> LeafPage:
        from babymassage_gui.gui.pages.shortcuts import ShortcutsPage

        return ShortcutsPage(self._window.theme, self._house.settings.input)

    def _licences(self) -> LeafPage:
        from babymassage_gui.gui.pages.licences import LicencesPage

        page = LicencesPage(self._window.theme)
        page.text_wanted.connect(self._on_text)
        return page

    def _on_text(self, title: str, text: str) -> None:
        from babymassage_gui.gui.pages.licences import LicenceTextPage

        self._open(lambda: LicenceTextPage(self._window.theme, title, text))

    def _open(self, make: Callable[[], LeafPage]) -> None:
        before = self._window.stack.currentWidget() or self._window.home
        page = make()
        self._window.stack.addWidget(page)
        apply_theme(page, self._window.theme)
        page.left.connect(lambda: self._on_left(page))
        self._from.append(before)
        self._window.show_page(page)
        page.begin()

    def _on_left(self, page: LeafPage) -> None:
        if self._window.stack.currentWidget() is not page:
            return
        self._window.show_page(self._from.pop())
        self._window.stack.removeWidget(page)
        page.deleteLater()
