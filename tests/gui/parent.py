"""A parent at the real window: a real log in a folder, real content, and a clock that the test moves."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load, load_playable
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui import app
from babymassage_gui.gui.bridge import FRAME_MS, Bridge
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.check_in_view import FEED_MINUTES
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.settings_file import SettingsFile
from tests.fakes.clock import FakeClock

# One beat of the window's heart is 33 ms; the clock jumps this far between two, less than a suspend's three seconds.
JUMP_SECONDS = 2.0
DEAF_MS = 450

Page = TypeVar("Page", bound=QWidget)


class Parent:
    """Opens the window on a folder and uses it; open another one on the same folder to start again."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: FakeClock) -> None:
        self._qtbot, self._folder, self.clock = qtbot, folder, clock
        self.opened = open_log(folder, clock.local_time)
        settings = SettingsFile(folder, clock.local_time)
        stores = Stores(self.opened.log, self.opened.log, self.opened.log, settings)
        self.house = Household(
            load_playable().catalogue, stores, clock, lambda: str(uuid.uuid4()), lambda: load().catalogue
        )
        self.window: MainWindow | None = None

    def knows_baby(self, *, age_days: int = 90, settings: Settings | None = None, healthy: bool = True) -> None:
        """The welcome was answered some time ago, and, if `healthy`, no to every standing question."""
        born = self.clock.local_time().date() - timedelta(days=age_days)
        today = self.clock.local_time().date()
        self.house.change(replace(settings or Settings(less_motion=True), text_size_asked=True))
        self.house.save_baby(Baby("", "Mila", born, navel_healed=True, doctor_yes_on=today))
        if healthy and self.house.baby is not None:
            self.house.answers.say_none_of(self.house.baby, self.house.judge(Visit()).due)

    def starts(self, feed: int = 60) -> None:
        """Start on Today, and the three taps of a well baby."""
        self.presses(self.expects(HomePage).start_button)
        self.answers_the_check_in(feed)

    def answers_the_check_in(self, feed: int = 60) -> None:
        """None of these, the last feed so many minutes ago, all ready."""
        page = self.expects(CheckInPage)
        self.presses(page.rows.none)
        self.presses(page.feed.chips[FEED_MINUTES.index(feed)])
        self.presses(page.ready.begin)

    def opens(self) -> MainWindow:
        """The window, on the screen."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        house = app.House(self.house, load_figures().book, self.opened.report, False, self.opened.log.close)
        self.window = app.make_window(application, house)
        self._qtbot.addWidget(self.window, before_close_func=self._closes)
        self.window.resize(1280, 800)
        self.window.show()
        self._qtbot.waitExposed(self.window)
        return self.window

    def _closes(self, window: QWidget) -> None:
        window.close()
        self.opened.log.close()

    def expects(self, kind: type[Page]) -> Page:
        """The page that is shown, which must be of this kind."""
        assert self.window is not None
        shown = self.window.stack.currentWidget()
        assert isinstance(shown, kind), f"{type(shown).__name__} is shown"
        return shown

    def presses(self, button: QAbstractButton) -> None:
        """A press in the middle of a button."""
        assert button.isVisible(), "the button cannot be seen"
        assert button.isEnabled(), "the button cannot be pressed"
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def knocks(self, widget: QWidget, at: QPoint) -> None:
        """A press somewhere on a page."""
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)

    def key(self, key: Qt.Key) -> None:
        """A key, as it comes to the window, which hands it to whatever has the focus."""
        self._qtbot.keyClick(self.handle(), key)

    def handle(self) -> QWindow:
        """The window as the screen knows it: what comes there goes all its ways through the program."""
        assert self.window is not None
        handle = self.window.window().windowHandle()
        assert handle is not None
        return handle

    def types(self, text: str) -> None:
        """Letters, to whatever has the focus on the page that is shown."""
        self._qtbot.keyClicks(self.focused(), text)

    def focused(self) -> QWidget:
        """What has the focus in the window, whether or not the screen lets it be active."""
        assert self.window is not None
        found = self.window.window().focusWidget()
        assert found is not None
        return found

    def strikes(self, key: Qt.Key) -> None:
        """A key, to whatever has the focus in the window."""
        self.key(key)

    def waits(self, milliseconds: int = DEAF_MS) -> None:
        """Real time passes, the clock stands still."""
        self._qtbot.wait(milliseconds)

    def lives(self, until: Callable[[], bool], jump: float = JUMP_SECONDS) -> None:
        """Time passes at speed until something holds."""
        assert self.window is not None
        heart = self.window.findChildren(Bridge)[0]._timer
        # Nothing here waits for the real clock, so the heart may beat as fast as it can.
        heart.setInterval(1)
        for _ in range(2000):
            if until():
                heart.setInterval(FRAME_MS)
                return
            self.clock.pass_time(jump)
            self._qtbot.wait(3)
        raise AssertionError("it never came to that")

    def lives_to(self, step_id: str, seconds: float) -> None:
        """Time passes until a step has run for so many seconds."""
        runner = self.house.runner
        self.lives(lambda: runner.session.planned.step.id == step_id and runner.session.phase is Phase.STEP)
        self.lives(lambda: runner.session.step_clock.elapsed(self.clock.now()) >= seconds, jump=0.5)

    def sessions(self) -> tuple[SessionRecord, ...]:
        """What the log holds, read from the file."""
        return self.house.sessions()
