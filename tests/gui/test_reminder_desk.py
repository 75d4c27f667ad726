"""Reminders at the real window: shown by the desktop, opened on the right page, and only where they were wished for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from babymassage_gui.adapters.desktop_entry import Autostart
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.reminder import Reminder
from babymassage_gui.core.reminders import Reminders
from babymassage_gui.gui import app
from babymassage_gui.gui.control_desk import ControlDesk
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.pages.settings_day import SUGGESTED, DayRoom
from babymassage_gui.gui.reminder_desk import ReminderDesk
from babymassage_gui.gui.shell import Shell
from tests.fakes.clock import MORNING, FakeClock
from tests.gui.parent import Parent


class Board:
    """A desktop's notifications; one can be pressed, or refused."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.press: Callable[[], None] = lambda: None
        self.refuse: Callable[[], None] = lambda: None
        self.closed = False

    def show(self, title: str, text: str, opened: Callable[[], None], refused: Callable[[], None]) -> None:
        self.shown.append((title, text))
        self.press, self.refuse = opened, refused

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    parent = Parent(qtbot, tmp_path, FakeClock())
    parent.knows_baby()
    return parent


@pytest.fixture
def window(parent: Parent) -> MainWindow:
    return parent.opens()


@pytest.fixture
def desk(window: MainWindow, parent: Parent, board: Board, tmp_path: Path) -> ReminderDesk:
    control = ControlDesk(window, parent.house, lambda _answer: True)
    return ReminderDesk(window, parent.house, control.open, board, Autostart(tmp_path, ("it",)))


def wish(window: MainWindow, **wishes: object) -> None:
    """The parent changes something among the settings."""
    settings = window._house.settings
    day = replace(settings.day, usual_time=MORNING.time())
    window.rooms.changed.emit(replace(settings, reminders=Reminders(**wishes), day=day))  # type: ignore[arg-type]


def test_a_reminder_is_shown_by_the_desktop_and_a_press_opens_the_check_in(
    qtbot: QtBot, desk: ReminderDesk, window: MainWindow, parent: Parent, board: Board
) -> None:
    assert not desk._timer.isActive()
    wish(window, on=True)
    assert desk._timer.isActive()
    desk._timer.timeout.emit()
    assert board.shown == [("A massage for Mila?", "It is your usual time. Three taps, then it begins.")]
    board.press()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CheckInPage))
    wish(window)
    assert not desk._timer.isActive()


def test_what_is_said_while_a_feed_settles_names_the_hour(desk: ReminderDesk) -> None:
    title, text, place = desk.words(Reminder(MORNING + timedelta(minutes=25), fed=True))
    assert title == "A massage from 09:55 on"
    assert (text, place) == ("The last feed is not long ago.", "today")
    assert desk.words(Reminder(MORNING))[1] == "It is a little early today."


def test_where_the_desktop_shows_none_the_window_says_it(
    qtbot: QtBot, desk: ReminderDesk, window: MainWindow, board: Board
) -> None:
    wish(window, on=True)
    desk.watch.look()
    board.refuse()
    qtbot.waitUntil(window._toast.isVisible)
    assert window._toast.button is not None
    window._toast.button.click()
    assert isinstance(window.stack.currentWidget(), CheckInPage)


def test_nothing_is_shown_in_a_session(desk: ReminderDesk, window: MainWindow, parent: Parent, board: Board) -> None:
    wish(window, on=True)
    parent.starts()
    assert parent.house.runner.running
    desk.watch.look()
    assert board.shown == []


def test_starting_with_the_computer_is_a_file_that_comes_and_goes_with_the_wish(
    desk: ReminderDesk, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "autostart" / "arpa.home.babymassage.desktop"
    assert not file.exists()
    wish(window, autostart=True)
    assert "Exec=it --hidden\n" in file.read_text(encoding="utf-8")
    assert "Actions" not in file.read_text(encoding="utf-8")
    wish(window)
    assert not file.exists()
    file.parent.rmdir()
    file.parent.write_text("in the way", encoding="utf-8")
    wish(window, autostart=True)
    assert window._toast.isVisible()


def test_without_a_tray_nothing_is_missed(
    desk: ReminderDesk, window: MainWindow, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    wish(window, stay=True)
    assert desk.tray is None
    assert desk.stays
    desk.close()
    assert board.closed


def test_a_tray_is_there_while_it_is_wished_for(
    desk: ReminderDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    wish(window, stay=True)
    assert desk.tray is not None
    words = [action.text() for action in desk.tray.contextMenu().actions() if action.text()]
    assert words == ["Open", "Begin today's massage", "Quit"]
    window.hide()
    desk.tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()
    wish(window)
    assert not desk.tray.isVisible()


@pytest.fixture
def shell(qtbot: QtBot, parent: Parent, board: Board) -> Shell:
    """The real window around a real house, with the desktop's notifications in place."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    shell = Shell("light")
    qtbot.addWidget(shell)
    shell.show()
    house = app.House(
        parent.house, load_figures().book, parent.opened.report, False, parent.opened.log.close,
        listen=lambda _answer: True, notices=board,
    )  # fmt: skip
    assert app.move_in(application, shell, lambda: house) is house
    return shell


def content_of(shell: Shell) -> MainWindow:
    assert isinstance(shell.content, MainWindow)
    return shell.content


def test_a_closed_window_stays_ready_only_where_that_was_wished_for(shell: Shell, board: Board) -> None:
    content = content_of(shell)
    wish(content, on=True, stay=True)
    shell.close()
    assert not shell.isVisible()
    assert not board.closed
    content.quit()
    assert board.closed


def test_a_window_that_nobody_wants_to_stay_goes(shell: Shell, board: Board) -> None:
    shell.close()
    assert board.closed
    assert not shell.isVisible()


def test_a_session_waits_when_its_window_is_put_out_of_sight(shell: Shell, parent: Parent) -> None:
    content = parent.window = content_of(shell)
    wish(content, stay=True)
    parent.starts()
    shell.close()
    assert parent.house.runner.session.pause is not None
    content.quit()


def test_the_settings_ask_for_all_of_it_and_name_the_pause(qtbot: QtBot, window: MainWindow, parent: Parent) -> None:
    window._on_rail("settings")
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    page.open_room(page.day)
    room = page.day.room
    assert isinstance(room, DayRoom)
    card = room.reminder
    assert card.grid.isHidden()
    card.on.click()
    settings = parent.house.settings
    assert settings.reminders == Reminders(on=True)
    assert settings.day.usual_time == SUGGESTED
    card.pauses[7].click()
    assert parent.house.settings.reminders.paused_until == MORNING.date() + timedelta(days=7)
    assert card.paused.sentence.text() == "Quiet until 9 March."
    assert card.pauses[7].isHidden()
    card.go_on.click()
    assert parent.house.settings.reminders.paused_until is None
    card.stay.click()
    assert parent.house.settings.reminders.stay
    page.undo()
    assert not parent.house.settings.reminders.stay
