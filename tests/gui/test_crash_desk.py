"""After a bug: it is written down, the session goes on, and a page says what happened where nobody is disturbed."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.adapters.crash_notes import CrashNotes
from babymassage_gui.core.history import Ending
from babymassage_gui.core.session_table import Phase
from babymassage_gui.gui.crash_desk import CrashDesk
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.crash import CrashPage
from babymassage_gui.gui.shell import keep_notes
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent


@pytest.fixture
def notes(tmp_path: Path) -> CrashNotes:
    return CrashNotes(tmp_path / "log")


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    parent = Parent(qtbot, tmp_path / "data", FakeClock())
    parent.knows_baby()
    return parent


@pytest.fixture
def window(parent: Parent) -> MainWindow:
    return parent.opens()


@pytest.fixture
def desk(window: MainWindow, notes: CrashNotes) -> Iterator[CrashDesk]:
    before, of_threads = sys.excepthook, threading.excepthook
    keep_notes(notes.add)
    desk = CrashDesk(window, notes.newest, notes.file.parent)
    desk.watch(crashed=False)
    yield desk
    sys.excepthook, threading.excepthook = before, of_threads


def fall(text: str = "a wrong number") -> None:
    """A bug, as Qt meets one in a slot."""
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def crash_page(window: MainWindow) -> CrashPage | None:
    page = window.stack.currentWidget()
    return page if isinstance(page, CrashPage) else None


@pytest.mark.usefixtures("desk")
def test_a_bug_beside_a_session_is_shown_with_its_own_words_and_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    fall()
    qtbot.waitUntil(lambda: crash_page(window) is not None)
    page = crash_page(window)
    assert page is not None
    told = page.report.toPlainText()
    assert "ZeroDivisionError: a wrong number" in told
    assert told.splitlines()[0].startswith(QGuiApplication.applicationName())
    assert str(Path.home()) not in told
    page.back.click()
    assert window.stack.currentWidget() is window.home


@pytest.mark.usefixtures("desk")
def test_a_session_goes_on_and_the_page_waits_until_today_comes_back(
    qtbot: QtBot, window: MainWindow, parent: Parent
) -> None:
    parent.starts()
    fall()
    qtbot.wait(20)
    assert crash_page(window) is None
    parent.lives(lambda: parent.house.runner.session.phase is Phase.STEP)
    parent.house.runner.finish(Ending.EARLY)
    qtbot.wait(20)
    assert crash_page(window) is None
    window.show_today()
    qtbot.waitUntil(lambda: crash_page(window) is not None)
    assert [session.ending for session in parent.sessions()] == [Ending.EARLY]


@pytest.mark.usefixtures("desk")
def test_a_page_that_falls_at_each_beat_is_told_of_once(
    qtbot: QtBot, window: MainWindow, notes: CrashNotes
) -> None:  # fmt: skip
    fall("one")
    qtbot.waitUntil(lambda: crash_page(window) is not None)
    window.show_today()
    fall("two")
    qtbot.wait(20)
    assert crash_page(window) is None
    assert "two" in notes.newest()


@pytest.mark.usefixtures("desk")
def test_a_bug_in_a_thread_is_shown_in_the_window_s_own(qtbot: QtBot, window: MainWindow) -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crash_page(window) is not None)


def test_what_happened_is_copied_and_its_folder_opened(
    qtbot: QtBot, window: MainWindow, desk: CrashDesk, notes: CrashNotes, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or False)
    notes.add("Traceback\nKeyError: 'x'")
    desk.show()
    page = crash_page(window)
    assert page is not None
    page.copy.click()
    assert QGuiApplication.clipboard().text().endswith("KeyError: 'x'")
    assert page.copy.text() == "Copied"
    page.folder.click()
    assert [url.toLocalFile() for url in opened] == [str(notes.file.parent)]
    assert window._toast.isVisible()


def test_the_next_start_says_so_and_one_press_shows_it(
    qtbot: QtBot, window: MainWindow, notes: CrashNotes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    notes.add("Traceback\nKeyError: 'x'")
    CrashDesk(window, notes.newest, notes.file.parent).watch(crashed=True)
    qtbot.waitUntil(window._toast.isVisible)
    assert window._toast.button is not None
    window._toast.button.click()
    assert crash_page(window) is not None
