"""Makes the application: look, fonts, words, the window; opens the house; keeps a note of a crash."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QResource, QTranslator
from PySide6.QtGui import QFontDatabase, QPixmapCache
from PySide6.QtWidgets import QApplication, QMessageBox

from babymassage_gui.core.backups import OpenReport
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import DESIGN_HEIGHT, DESIGN_WIDTH, Theme, make_font, qt_palette, resolve_theme
from babymassage_gui.gui.widgets.style_sheet import dialog_style
from babymassage_gui.services.household import Household

RESOURCES = Path(__file__).resolve().parent.parent / "resources.rcc"
FONTS = ("Nunito-Medium", "Nunito-Bold", "Nunito-ExtraBold")
PIXMAP_CACHE_KB = 65_536
CANNOT_OPEN = {Fault.FOLDER_NOT_MADE: 73, Fault.BAD_CONTENT: 65, Fault.LOG_DAMAGED: 65}
IO_FAILED = 74


@dataclass(frozen=True, slots=True)
class House:
    """What the window needs: the household, the figures, how the log was found, what the last run left to be told.

    `crashed` says that the last run ended in a bug; `note` keeps a traceback; `close` is called when the window goes.
    """

    household: Household
    book: FigureBook
    report: OpenReport
    crashed: bool
    note: Callable[[str], None]
    close: Callable[[], None]


def run(open_house: Callable[[], House], version: str) -> int:
    """Open the window and stay until it is closed; the answer is the exit code."""
    application = make_application(version)
    try:
        house = open_house()
    except Expected as fault:
        tell_fault(fault)
        return CANNOT_OPEN.get(fault.fault, IO_FAILED)
    keep_notes(house.note)
    window = make_window(application, house)
    window.show()
    # What is here now stays until the end: from now on garbage is looked for among what comes later only.
    gc.freeze()
    gc.enable()
    code = application.exec()
    house.close()
    return code


def make_application(version: str, arguments: Sequence[str] = ()) -> QApplication:
    """The one application, with the program's fonts, words and resources."""
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("babymassage-gui")
    application.setApplicationVersion(version)
    application.setDesktopFileName("babymassage-gui")
    application.setStyle("Fusion")
    QPixmapCache.setCacheLimit(PIXMAP_CACHE_KB)
    QResource.registerResource(str(RESOURCES))
    for name in FONTS:
        QFontDatabase.addApplicationFont(f":/fonts/{name}.ttf")
    speak(application)
    application.setFont(make_font(18))
    return application


def speak(application: QApplication) -> None:
    """Install the words of the locale, ours and Qt's."""
    for name, folder in (("babymassage", ":/translations"), ("qtbase", _qt_translations())):
        translator = QTranslator(application)
        # English plurals ("1 move", "2 moves") need a file of their own, so there is always one to fall back to.
        if translator.load(QLocale(), name, "_", folder) or translator.load(f"{name}_en", folder):
            application.installTranslator(translator)


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def make_window(application: QApplication, house: House) -> MainWindow:
    """The window on its first page, not shown yet."""
    theme = Theme(resolve_theme(house.household.settings.theme, application.styleHints()))
    words = Words()
    notice = words.opening(house.report)
    if house.crashed:
        notice = notice or words.crashed()
    window = MainWindow(application, house.household, house.book, theme)
    window.themed.connect(lambda look: _apply_look(application, look))
    window.resize(DESIGN_WIDTH, DESIGN_HEIGHT)
    screen = window.screen().availableGeometry()
    window.resize(min(DESIGN_WIDTH, screen.width()), min(DESIGN_HEIGHT, screen.height()))
    window.apply_settings()
    window.open_first_page(notice)
    return window


def _apply_look(application: QApplication, theme: Theme) -> None:
    application.setPalette(qt_palette(theme))
    style = dialog_style(theme)
    if style != application.styleSheet():
        application.setStyleSheet(style)


def tell_fault(fault: Expected) -> None:
    """The house could not be opened: one sentence, with a way out."""
    box = QMessageBox(QMessageBox.Icon.Information, QApplication.applicationName(), Words().fault(fault))
    box.exec()


def keep_notes(note: Callable[[str], None]) -> None:
    """From now on a bug is written down instead of shown; the session goes on, its journal is on disk."""

    def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        note("".join(traceback.format_exception(kind, error, trace)))

    sys.excepthook = keep
