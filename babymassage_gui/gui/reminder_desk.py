"""Reminds the family at its usual time, by the desktop's own notifications; stays when the window is closed, if wished.

In a session nothing is shown. A press on a reminder opens the check-in, or Today where it is not time yet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.reminder import Reminder
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.program_icon import program_icon
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.services.control import Place
from babymassage_gui.services.household import Household
from babymassage_gui.services.reminder_watch import ReminderWatch

LOOK_MS = 60_000


class Notices(Protocol):
    """The desktop's notifications; both callbacks may come from another thread."""

    def show(self, title: str, text: str, opened: Callable[[], None], refused: Callable[[], None]) -> None:
        """Show one, in the place of the last."""

    def close(self) -> None:
        """Listen no longer."""


class Starter(Protocol):
    """What lets the program start with the computer."""

    @property
    def on(self) -> bool:
        """Whether it does now."""

    def turn(self, on: bool) -> None:
        """Change that."""


class ReminderDesk(QObject):
    """Stands beside the window. `notices` or `starter` are None where this system has no such thing."""

    _opened = Signal(str)
    _refused = Signal(str, str, str)

    def __init__(
        self, window: MainWindow, house: Household, open_place: Callable[[Place], object],
        notices: Notices | None = None, starter: Starter | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._house, self._open = window, house, open_place
        self._notices, self._starter = notices, starter
        self._words = Words()
        self._place = Place.TODAY
        self.tray: QSystemTrayIcon | None = None
        self.watch = ReminderWatch(house, self._tell)
        # Presses come from another thread.
        self._opened.connect(lambda place: self._open(Place(place)), Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._on_refused, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.watch.look)
        window.rooms.changed.connect(self._on_changed)
        self._follow(house.settings)

    @property
    def stays(self) -> bool:
        """Whether the program goes on when its window is closed."""
        return self._house.settings.reminders.stay

    def _on_changed(self, settings: Settings) -> None:
        try:
            if self._starter is not None and self._starter.on != settings.reminders.autostart:
                self._starter.turn(settings.reminders.autostart)
        except Expected as fault:
            self._window.rooms.fault.emit(fault)
        self._follow(settings)

    def _follow(self, settings: Settings) -> None:
        if settings.reminders.on:
            self._timer.start()
        else:
            self._timer.stop()
        if settings.reminders.stay:
            self._make_tray()
        elif self.tray is not None:
            self.tray.hide()

    def _make_tray(self) -> None:
        """A place beside the clock, where the desktop has one; without it a second start brings the window back."""
        if self.tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            menu = QMenu()
            menu.addAction(self.tr("Open")).triggered.connect(lambda: self._open(Place.TODAY))
            menu.addAction(self.tr("Begin today's massage")).triggered.connect(lambda: self._open(Place.MASSAGE))
            menu.addSeparator()
            menu.addAction(self.tr("Quit")).triggered.connect(self._window.quit)
            self.tray = QSystemTrayIcon(program_icon(), self)
            self.tray.setToolTip(QApplication.applicationDisplayName())
            self.tray.setContextMenu(menu)
            # Owned by nobody in Qt: it lives as long as the icon that shows it.
            self.tray.destroyed.connect(menu.deleteLater)
            self.tray.activated.connect(self._on_tray)
            self.tray.messageClicked.connect(lambda: self._open(self._place))
        if self.tray is not None:
            self.tray.show()

    def _on_tray(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._open(Place.TODAY)

    def _tell(self, reminder: Reminder) -> None:
        title, text, place = self.words(reminder)
        if self._notices is None:
            self._on_refused(title, text, place)
            return
        self._notices.show(
            title, text, lambda: self._opened.emit(place), lambda: self._refused.emit(title, text, place)
        )  # fmt: skip

    def words(self, reminder: Reminder) -> tuple[str, str, Place]:
        """What is said, and the page that a press opens."""
        if reminder.opens_at is None:
            baby = self._house.baby
            name = "" if baby is None else baby.name
            title = fill(self.tr("A massage for %1?"), name) if name else self.tr("A massage now?")
            return title, self.tr("It is your usual time. Three taps, then it begins."), Place.MASSAGE
        hour = self._words.hour(reminder.opens_at)
        why = self.tr("The last feed is not long ago.") if reminder.fed else self.tr("It is a little early today.")
        return fill(self.tr("A massage from %1 on"), hour), why, Place.TODAY

    def _on_refused(self, title: str, text: str, place: str) -> None:
        """No service for notifications: the tray's own, if there is one; else the window asks for a look."""
        self._place = Place(place)
        if self.tray is not None and self.tray.supportsMessages():
            self.tray.showMessage(title, text)
        else:
            self._window.rooms.offered.emit(title, self.tr("Open"), lambda: self._open(Place(place)))
            QApplication.alert(self._window.window())

    def rest(self) -> None:
        """The window is closed and the program stays: a session waits where it is, what was chosen is kept."""
        self._window.rooms.finish_wrap_up()
        if self._house.runner.running:
            self._house.runner.baby_needs_me()

    def close(self) -> None:
        """The program ends."""
        self._timer.stop()
        if self._notices is not None:
            self._notices.close()
        if self.tray is not None:
            self.tray.hide()
