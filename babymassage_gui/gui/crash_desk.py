"""Shows what happened after a bug: at once where nothing runs, after the session where one does, or at the next start.

The session goes on whatever happens to a page: what was done is in the log before any page hears of it.
"""

from __future__ import annotations

import platform
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.text import Words

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.crash import CrashPage

# A page that fails at each beat fails a thousand times: it is told of once.
MOST_SHOWN = 1


class CrashDesk(QObject):
    """Stands beside the window. `newest` reads the last note, `folder` holds the notes."""

    _noted = Signal()

    def __init__(self, window: MainWindow, newest: Callable[[], str], folder: Path) -> None:
        super().__init__(window)
        self._window, self._newest, self._folder = window, newest, folder
        self._words = Words()
        self._shown = 0
        self._waiting = False
        self._page: CrashPage | None = None
        # From whichever thread it comes, the page is shown in the window's.
        self._noted.connect(self._on_noted, Qt.ConnectionType.QueuedConnection)
        window.stack.currentChanged.connect(lambda _index: self._on_page())

    def watch(self, *, crashed: bool) -> None:
        """Hear of every bug from now on, after it was written down; `crashed`: the last run left one to be told of."""
        if crashed:
            QTimer.singleShot(0, self, self.offer)
        write_down = sys.excepthook

        def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            write_down(kind, error, trace)
            self._noted.emit()

        def told_of_thread(one: threading.ExceptHookArgs) -> None:
            told(one.exc_type, one.exc_value or one.exc_type(), one.exc_traceback)

        sys.excepthook = told
        threading.excepthook = told_of_thread

    def offer(self) -> None:
        """The last run left a note: that is said, and leads to it."""
        self._window.rooms.offered.emit(self._words.crashed(), self.tr("See"), self.show)

    def show(self) -> None:
        """Open the page."""
        self._waiting = False
        page = self._made()
        page.show_report(self._report())
        self._window.show_page(page)

    def _on_noted(self) -> None:
        if self._shown < MOST_SHOWN:
            self._shown += 1
            self._waiting = True
            self._on_page()

    def _on_page(self) -> None:
        """Not in the middle of what opens a page: a moment later it stands."""
        if self._waiting:
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        """Where a session or its end is on the screen, the page waits until Today comes back."""
        if self._waiting and self._window.rail.isVisibleTo(self._window):
            self.show()

    def _made(self) -> CrashPage:
        from babymassage_gui.gui.pages.crash import CrashPage

        if self._page is None:
            self._page = page = CrashPage(self._window.theme, self._window.stack)
            self._window.stack.addWidget(page)
            page.left.connect(self._window.show_today)
            page.copy_wanted.connect(self._on_copy)
            page.folder_wanted.connect(self._on_folder)
        return self._page

    def _report(self) -> str:
        """The note under what a helper would ask first; the home folder's name is the parent's own."""
        name = f"{QApplication.applicationName()} {QApplication.applicationVersion()}"
        system = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
        screen = f"{QGuiApplication.platformName()}, {self._window.width()}x{self._window.height()}"
        return f"{name}\n{system}\n{screen}\n\n{self._newest()}".replace(str(Path.home()), "~")

    def _on_copy(self) -> None:
        page = self._made()
        QGuiApplication.clipboard().setText(page.report.toPlainText())
        page.say_copied()

    def _on_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._window.rooms.noted.emit(str(self._folder))
