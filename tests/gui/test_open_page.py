"""A page that was asked for from outside is turned to, where nothing on the screen goes first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.gui import app
from babymassage_gui.gui.control_desk import ControlDesk
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.services.control import Answer, Place
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent
from tests.gui.test_control_desk import Told


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path) -> Iterator[Told]:
    made = Told(qtbot, tmp_path)
    yield made
    made.ear.close()


def test_a_page_is_turned_to_where_nothing_is_asked(told: Told) -> None:
    desk = told.window.findChild(ControlDesk)
    assert desk is not None
    for place in (Place.PROGRESS, Place.LIBRARY, Place.SETTINGS, Place.TODAY):
        assert desk.open(place) is Answer.DONE
        shown = [button.entry.key for button in told.window.rail.buttons() if button.isChecked()]
        assert shown == [place.value]
    assert desk.open(Place.MASSAGE) is Answer.DONE
    told.parent.expects(CheckInPage)
    assert desk.open(Place.LIBRARY) is Answer.LOOK
    told.parent.expects(CheckInPage)


def test_a_start_with_a_page_opens_on_it(qtbot: QtBot, tmp_path: Path) -> None:
    parent = Parent(qtbot, tmp_path, FakeClock())
    parent.knows_baby()
    house = app.House(
        parent.house, load_figures().book, parent.opened.report, False, parent.opened.log.close,
        listen=lambda _answer: True, first_page="massage",
    )  # fmt: skip
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    parent.window = app.make_window(application, house)
    qtbot.addWidget(parent.window, before_close_func=parent._closes)
    parent.window.show()
    qtbot.waitUntil(lambda: isinstance(parent.window and parent.window.stack.currentWidget(), CheckInPage))
