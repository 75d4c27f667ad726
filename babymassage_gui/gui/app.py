"""Opens the house in the shell: fonts, words and look, then the window's content on its first page."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QResource, QTimer, QTranslator
from PySide6.QtGui import QFontDatabase, QPixmapCache
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from babymassage_gui.core.backups import OpenReport
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.ports import Senses
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui import shell
from babymassage_gui.gui.babies_desk import BabiesDesk
from babymassage_gui.gui.bridge import Bridge
from babymassage_gui.gui.control_desk import ControlDesk, Listen
from babymassage_gui.gui.crash_desk import CrashDesk
from babymassage_gui.gui.data_door import DataDoor
from babymassage_gui.gui.desktop import qt_palette, resolve_theme
from babymassage_gui.gui.leaf_desk import LeafDesk
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.program_icon import program_icon
from babymassage_gui.gui.reminder_desk import Notices, ReminderDesk, Starter
from babymassage_gui.gui.resources import RESOURCES
from babymassage_gui.gui.sharing_watch import Go, SharingWatch
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import (
    DESIGN_HEIGHT,
    DESIGN_WIDTH,
    Theme,
    ThemeName,
    make_font,
)
from babymassage_gui.gui.tidy import tidy_after_changes
from babymassage_gui.gui.wake_desk import WakeDesk
from babymassage_gui.gui.widgets.style_sheet import dialog_style
from babymassage_gui.services.control import Place
from babymassage_gui.services.household import Household
from babymassage_gui.services.wakefulness import KeepAwake

if TYPE_CHECKING:
    from babymassage_gui.services.belongings import Belongings
    from babymassage_gui.services.sharing import Sharing

FONTS = ("Nunito-Medium", "Nunito-Bold", "Nunito-ExtraBold")
PIXMAP_CACHE_KB = 65_536


@dataclass(frozen=True, slots=True)
class Share:
    """Sharing with other computers: what tells cheaply whether a folder was chosen, and what goes there elsewhere."""

    chosen: Callable[[], bool]
    sharing: Callable[[], Sharing]
    go: Go


@dataclass(frozen=True, slots=True)
class House:
    """What the window needs: the household, the figures, how the log was found, what the last run left to be told.

    `crashed` says that the last run ended in a bug, `damaged_rows` how much of the log makes no sense,
    `settings_damaged` that some took their defaults; `close` is called when the window is gone; `note` writes down what
    had to be shown plainly; `senses` are what a session is heard through, None for silence;
    `screen` is kept awake while a session runs; `listen` lets a command line speak to the window; `content_faults` are
    the places of what is taught that are damaged and left out; `newest_note` reads what is noted of the last bug in the
    `notes_folder`; `first_page` was asked for at the start; `notices` are
    the desktop's, `starter` lets the program start with the computer; `sample`: nobody lives
    here, and a short way round is offered; `open_sample` opens such a window beside this one.
    """

    household: Household
    book: FigureBook
    report: OpenReport
    crashed: bool
    close: Callable[[], None]
    damaged_rows: int = 0
    settings_damaged: bool = False
    note: Callable[[str], None] | None = None
    senses: Senses | None = None
    screen: KeepAwake | None = None
    listen: Listen | None = None
    content_faults: tuple[str, ...] = ()
    data: Callable[[], Belongings] | None = None
    share: Share | None = None
    newest_note: Callable[[], str] | None = None
    notes_folder: Path = Path()
    first_page: str = ""
    notices: Notices | None = None
    starter: Starter | None = None
    sample: bool = False
    open_sample: Callable[[], bool] | None = None
    give_back: Callable[[], None] | None = None


def move_in(application: QApplication, window: shell.Shell, open_house: Callable[[], House | None]) -> House | None:
    """Fill the painted shell with the first page. None: the house could not be opened and the parent was told why, or
    another window has it and was raised; the application has been asked to end with the exit code of that.
    """
    dress(application)
    try:
        house = open_house()
    except Expected as fault:
        _apply_look(application, Theme(ThemeName(window.look)))
        tell_fault(fault, window)
        application.exit(fault.exit_code)
        return None
    if house is None:
        application.exit(0)
        return None
    content = make_window(application, house, window)
    content.themed.connect(lambda look: window.set_page(look.palette.page))
    reminders = content.findChild(ReminderDesk)
    if reminders is not None:
        _stay_ready(application, window, content, reminders)
    if house.newest_note is not None:
        CrashDesk(content, house.newest_note, house.notes_folder).watch(crashed=house.crashed)
    window.hold(_with_tour(content, house.household, window) if house.sample else content)
    window.setWindowIcon(program_icon())
    # What is here now stays until the end: from now on garbage is looked for among what comes later only.
    gc.freeze()
    gc.enable()
    return house


def _with_tour(content: MainWindow, household: Household, parent: QWidget) -> QWidget:
    from babymassage_gui.gui.tour import Tour

    control = content.findChild(ControlDesk)
    return content if control is None else Tour(content, control.open, lambda: household.runner.running, parent)


def _stay_ready(application: QApplication, shell_: shell.Shell, content: MainWindow, reminders: ReminderDesk) -> None:
    """Closing the window leaves the program there to remind, where the parent wishes that."""

    def stays() -> bool:
        if content.quitting or not reminders.stays:
            reminders.close()
            if not shell_.isVisible():
                # The closing of a window that nobody sees ends nothing by itself.
                QTimer.singleShot(0, application, application.quit)
            return False
        reminders.rest()
        return True

    shell_.stays = stays
    if shell_.isVisible():
        reminders.watch.seen()
    elif not reminders.stays:
        shell_.show()


def make_application(version: str) -> QApplication:
    """The one application, with the program's fonts, words and resources."""
    application = shell.make_application(version)
    dress(application)
    return application


def dress(application: QApplication) -> None:
    """Give an application the program's fonts, words and resources."""
    QPixmapCache.setCacheLimit(PIXMAP_CACHE_KB)
    QResource.registerResource(str(RESOURCES))
    for name in FONTS:
        QFontDatabase.addApplicationFont(f":/fonts/{name}.ttf")
    speak(application)
    application.setFont(make_font(18))


def speak(application: QApplication) -> None:
    """Install the words of the locale, ours and Qt's."""
    for name, folder in (("babymassage", ":/translations"), ("qtbase", _qt_translations())):
        translator = QTranslator(application)
        # English plurals ("1 move", "2 moves") need a file of their own, so there is always one to fall back to.
        if translator.load(QLocale(), name, "_", folder) or translator.load(f"{name}_en", folder):
            application.installTranslator(translator)


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def make_window(application: QApplication, house: House, parent: QWidget | None = None) -> MainWindow:
    """The pages on the first of them, not shown yet: as a window of their own, or as a child that fills its parent."""
    theme = Theme(resolve_theme(house.household.settings.theme, application.styleHints()))
    words = Words()
    told = (
        words.opening(house.report),
        words.damaged_rows(house.damaged_rows),
        words.settings_damaged() if house.settings_damaged else "",
        words.content_damaged(house.content_faults),
    )
    notice = " ".join(sentence for sentence in told if sentence)
    window = MainWindow(application, house.household, house.book, theme, parent)
    if house.note is not None:
        window.figure.note_faults(house.note)
    bridge = window.findChild(Bridge)
    if house.screen is not None and bridge is not None:
        WakeDesk(window, bridge, house.screen)
    if house.give_back is not None and bridge is not None:
        tidy_after_changes(bridge, house.give_back)
    if house.listen is not None:
        control = ControlDesk(window, house.household, house.listen)
        ReminderDesk(window, house.household, control.open, house.notices, house.starter)
        if house.first_page:
            # Once the window stands: Start is pressed where it can be seen.
            QTimer.singleShot(0, control, lambda: control.open(Place(house.first_page)))
    window.rooms.take_senses(house.senses)
    BabiesDesk(window, house.household)
    LeafDesk(window, house.household, house.open_sample)
    if house.data is not None:
        share = house.share
        watch = None if share is None else SharingWatch(window, share.sharing, share.chosen, share.go)
        DataDoor(window, house.household, house.data, watch)
    window.themed.connect(lambda look: _apply_look(application, look))
    if parent is None:
        screen = window.screen().availableGeometry()
        window.resize(min(DESIGN_WIDTH, screen.width()), min(DESIGN_HEIGHT, screen.height()))
    else:
        window.setGeometry(parent.rect())
    window.apply_settings()
    window.open_first_page(notice)
    return window


def _apply_look(application: QApplication, theme: Theme) -> None:
    application.setPalette(qt_palette(theme))
    style = dialog_style(theme)
    if style != application.styleSheet():
        application.setStyleSheet(style)


def tell_fault(fault: Expected, parent: QWidget) -> None:
    """The house could not be opened: one sentence, with a way out."""
    box = QMessageBox(QMessageBox.Icon.Information, QApplication.applicationName(), Words().fault(fault), parent=parent)
    box.exec()
