"""The window as it is first seen: its place, its title and the colour of the page that is to come, and nothing else.

The shell is painted first and only then is everything imported, opened and built that is shown in it; so nothing is
imported here that the first paint does not need, not even Qt's enumerations (the name `Qt` alone costs as much as the
window itself).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from babymassage_gui.core.window_place import Area, Place, fitting

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from babymassage_gui.gui.app import House

WIDTH, HEIGHT = 1280, 800
# The page of each theme, as `theme.PALETTES` has it; a test holds the two together.
PAGES = {
    "light": "#F7F1E6", "dark": "#171B1D", "night": "#120C08", "contrast": "#FFFFFF", "contrast-dark": "#000000",
}  # fmt: skip
MIDDLE_GREY = 128
A_BUG = 1


@dataclass(frozen=True, slots=True)
class Start:
    """What a start needs: the word for the colours in the settings, how the house is opened, where bugs are noted,
    where the window lay when it was last closed, and whether it stays out of sight until it is called.
    """

    colours: str
    version: str
    open_house: Callable[[], House | None]
    note: Callable[[str], None]
    place: Place | None = None
    keep_place: Callable[[Place], None] | None = None
    hidden: bool = False


class Shell(QWidget):
    """The top-level window. `painted` comes once, after the first paint; `hold` gives the shell its content."""

    painted = Signal()

    def __init__(self, look: str) -> None:
        super().__init__()
        self.look = look
        self._page = QColor(PAGES[look])
        self._was_painted = False
        self._content: QWidget | None = None
        self.keep_place: Callable[[Place], None] | None = None
        # Whether closing only puts the window out of sight; it may settle what is open then.
        self.stays: Callable[[], bool] = lambda: False
        self.setWindowTitle(self.tr("Baby massage"))
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))

    @property
    def content(self) -> QWidget | None:
        """What fills the shell, None while the house is being opened."""
        return self._content

    def lie(self, place: Place | None) -> None:
        """Lie where the window lay, as far as the screens of today allow; a first window stays as it was made."""
        rooms = [screen.availableGeometry() for screen in QApplication.screens()]
        areas = [Area(room.x(), room.y(), room.width(), room.height()) for room in rooms]
        found = None if place is None else fitting(place, areas)
        if found is None:
            return
        area = found.area
        self.setGeometry(area.x, area.y, area.width, area.height)
        if found.maximized:
            self.setWindowState(self.windowState().WindowMaximized)

    def _place(self) -> Place:
        """Where it lies when it fills no screen; a session that fills it is none of that."""
        lies = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        return Place(Area(lies.x(), lies.y(), lies.width(), lies.height()), self.isMaximized())

    def hold(self, content: QWidget) -> None:
        """Be filled with a child from now on, and give the keys to what it wants them for."""
        self._content = content
        content.setGeometry(self.rect())
        content.show()
        wanted = content.focusWidget()
        if wanted is not None:
            wanted.setFocus()

    def set_page(self, colour: str) -> None:
        """The page's colour has changed; it shows at the edges while the window is pulled larger."""
        self._page = QColor(colour)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._page)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._content is not None:
            self._content.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.stays():
            event.ignore()
            self.hide()
            return
        event.setAccepted(self._content is None or self._content.close())
        if event.isAccepted() and self.keep_place is not None:
            self.keep_place(self._place())


def run(start: Start) -> int:
    """Show the window, open the house in it, stay until it is closed; the answer is the exit code."""
    keep_notes(start.note)
    application = make_application(start.version)
    shell = Shell(look_of(start.colours, application))
    shell.keep_place = start.keep_place
    shell.lie(start.place)
    closing: list[Callable[[], None]] = []
    shell.painted.connect(lambda: _move_in(application, shell, start, closing))
    if start.hidden:
        QTimer.singleShot(0, shell.painted.emit)
    else:
        shell.show()
    code = application.exec()
    for close in closing:
        close()
    return code


def _move_in(application: QApplication, shell: Shell, start: Start, closing: list[Callable[[], None]]) -> None:
    try:
        from babymassage_gui.gui.unread import leave_sources_unread

        leave_sources_unread()
        from babymassage_gui.gui import app

        house = app.move_in(application, shell, start.open_house)
    except Exception:  # edge: start-up; a bug here would leave an empty window standing for ever
        sys.excepthook(*sys.exc_info())
        sys.__excepthook__(*sys.exc_info())
        application.exit(A_BUG)
        return
    if house is not None:
        closing.append(house.close)


def make_application(version: str) -> QApplication:
    """The one application, still without fonts and words."""
    # The style in words, for setStyle gives a style back, and to give it PySide makes all of QStyle's enumerations.
    application = QApplication([sys.argv[0], "-style", "Fusion"])
    application.setApplicationName("babymassage-gui")
    application.setApplicationVersion(version)
    application.setDesktopFileName("arpa.home.babymassage")
    return application


def look_of(colours: str, application: QApplication) -> str:
    """The theme for the settings' word; any word but a theme's follows the desktop, as `resolve_theme` does.

    Only a desktop whose palette is dark is asked for its scheme: the answer is an enumeration, see above. For the same
    reason a desktop that wants high contrast is not asked here; its white or black comes with the page.
    """
    if colours in PAGES and colours != "contrast":
        return colours
    dark = application.palette().window().color().lightness() < MIDDLE_GREY
    dark = dark and application.styleHints().colorScheme().name == "Dark"
    if colours == "contrast":
        return "contrast-dark" if dark else "contrast"
    return "dark" if dark else "light"


def keep_notes(note: Callable[[str], None]) -> None:
    """From now on a bug is written down instead of shown; the session goes on, its journal is on disk."""

    def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        note("".join(traceback.format_exception(kind, error, trace)))

    sys.excepthook = keep
