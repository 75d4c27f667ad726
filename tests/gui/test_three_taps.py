"""At most three taps for a well baby: from Today's Start to the first step, by the mouse and by the keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from babymassage_gui.core.history import Kind
from babymassage_gui.core.session_table import Phase
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.check_in_view import FEED_MINUTES
from babymassage_gui.gui.pages.home import HomePage
from babymassage_gui.gui.pages.session import SessionPage
from tests.fakes.clock import FakeClock
from tests.gui.check_in_visit import press_row
from tests.gui.parent import Parent


class Presses(QObject):
    """Counts what reaches the program: every press of a button of the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.mouse = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QAbstractButton):
            self.mouse += event.type() == QEvent.Type.MouseButtonPress
        return False


@pytest.fixture
def counted(qapp: QApplication) -> Iterator[Presses]:
    presses = Presses()
    qapp.installEventFilter(presses)
    yield presses
    qapp.removeEventFilter(presses)


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Iterator[Parent]:
    made = Parent(qtbot, tmp_path, FakeClock())
    made.knows_baby()
    made.opens()
    made.clock.pass_time(1)
    yield made
    if made.window is not None:
        made.window.close()


def a_massage_runs(parent: Parent) -> bool:
    runner = parent.house.runner
    return runner.running and runner.kind is Kind.MASSAGE and runner.session.phase is Phase.READY


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (800, 480), (800, 1280)])
@pytest.mark.parametrize("minutes", [45, 60, 90, 120])
def test_after_start_three_presses_of_the_mouse_begin(
    parent: Parent, counted: Presses, size: tuple[int, int], minutes: int
) -> None:
    assert parent.window is not None
    parent.window.resize(*size)
    QApplication.processEvents()
    parent.presses(parent.expects(HomePage).start_button)
    page = parent.expects(CheckInPage)
    counted.mouse = 0
    QApplication.processEvents()
    for button in (page.rows.none, page.feed.chips[FEED_MINUTES.index(minutes)], page.ready.begin):
        assert not parent.house.runner.running
        assert button.visibleRegion().boundingRect() == button.rect(), "the page had to be scrolled for it"
        parent.presses(button)
    assert counted.mouse == 3
    assert a_massage_runs(parent)
    parent.expects(SessionPage)


@pytest.mark.parametrize(("digit", "minutes"), [(Qt.Key.Key_2, 45), (Qt.Key.Key_3, 60), (Qt.Key.Key_5, 120)])
def test_after_start_three_keys_begin(parent: Parent, digit: Qt.Key, minutes: int) -> None:
    parent.expects(HomePage)
    parent.strikes(Qt.Key.Key_Return)
    page = parent.expects(CheckInPage)
    for key in (Qt.Key.Key_Return, digit, Qt.Key.Key_Return):
        assert not parent.house.runner.running
        parent.strikes(key)
    assert a_massage_runs(parent)
    (fed,) = [one for one in parent.house.known().said if one.subject == "W-01"]
    assert (parent.clock.local_time() - fed.at).total_seconds() == minutes * 60
    assert not isValid(page) or page.isHidden()


def test_a_digit_can_be_taken_back_and_does_nothing_in_an_alarm_or_under_a_sheet(parent: Parent) -> None:
    parent.strikes(Qt.Key.Key_Return)
    page = parent.expects(CheckInPage)
    parent.strikes(Qt.Key.Key_3)
    parent.strikes(Qt.Key.Key_3)
    assert not any(chip.isChecked() for chip in page.feed.chips)
    page.why.emit("T-07")
    parent.strikes(Qt.Key.Key_3)
    page.sheet.leave()
    press_row(parent, "T-06", "yes")
    parent.strikes(Qt.Key.Key_3)
    assert not any(chip.isChecked() for chip in page.feed.chips)
    assert not [one for one in parent.house.known().said if one.subject == "W-01"]
