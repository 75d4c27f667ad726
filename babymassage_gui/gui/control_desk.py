"""Joins the window to what a command line tells it: comes to the front, presses Start as a parent would.

What may be done to a session is `services/control.py`'s affair; each move is told to the pages as any press is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.leaf import LeafPage
from babymassage_gui.services.control import Answer, Place, Remote
from babymassage_gui.services.household import Household

Listen = Callable[[Callable[[bytes], bytes]], bool]
# Where no window may lie over another by its own wish, Qt would only complain in the log.
NO_RAISING = ("wayland", "offscreen")
# After the first page stands; until then a caller waits.
LATER_MS = 200


class ControlDesk(QObject):
    """Fits the port `services.control.Front`. Begins to listen a moment after it was made."""

    def __init__(self, window: MainWindow, house: Household, listen: Listen) -> None:
        super().__init__(window)
        self._window, self._house = window, house
        remote = Remote(house.runner, self)
        QTimer.singleShot(LATER_MS, self, lambda: listen(remote.answer))

    @property
    def asks(self) -> bool:
        """Whether the emergency words are shown, which are answered where they are read."""
        from babymassage_gui.gui.pages.emergency import EmergencyPage

        return isinstance(self._window.stack.currentWidget(), EmergencyPage)

    def raise_window(self) -> None:
        """Come to the front, or ask for attention where the desktop allows no more."""
        window = self._window.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        if not QApplication.platformName().startswith(NO_RAISING):
            window.raise_()
        window.activateWindow()
        QApplication.alert(window)

    def open(self, place: Place) -> Answer:
        """Turn to a page. A question, a wrap-up or the welcome stays: what it asks goes first."""
        self.raise_window()
        window = self._window
        if isinstance(window.stack.currentWidget(), LeafPage):
            window.show_today()
        if not window.rail.isVisible():
            return Answer.LOOK
        if place is Place.MASSAGE:
            began = self.start()
            return Answer.DONE if began is Answer.CHECK_IN else began
        if place is Place.SHORTCUTS:
            window.rooms.leaf_wanted.emit(place)
        else:
            window.rail.chosen.emit(place.value)
        return Answer.DONE

    def start(self) -> Answer:
        """Press Start on Today, or *All ready, begin* where the check-in has been answered. Nothing goes past it."""
        from babymassage_gui.gui.pages.check_in import CheckInPage

        self.raise_window()
        window = self._window
        page = window.stack.currentWidget()
        if isinstance(page, CheckInPage):
            page.ready.begin.click()
        elif window.rail.isVisible():
            window.show_today()
            if window.home.unfinished.isHidden():
                window.home.start_button.click()
        if self._house.runner.running:
            return Answer.DONE
        return Answer.CHECK_IN if isinstance(window.stack.currentWidget(), CheckInPage) else Answer.LOOK
