"""Pages that are read and left again: keys, licences; opened from anywhere but over a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.inputs import Input, Meaning
from babymassage_gui.gui.leaf_desk import LeafDesk
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.check_in import CheckInPage
from babymassage_gui.gui.pages.leaf import LeafPage
from babymassage_gui.gui.pages.library import LibraryPage
from babymassage_gui.gui.pages.licences import LicencesPage, LicenceTextPage
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.pages.shortcuts import ShortcutsPage, keys_of
from babymassage_gui.gui.pages.welcome import WelcomePage
from babymassage_gui.gui.shipped import PARTS
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    parent = Parent(qtbot, tmp_path, FakeClock())
    parent.knows_baby()
    return parent


@pytest.fixture
def window(parent: Parent) -> MainWindow:
    return parent.opens()


def settings(parent: Parent, window: MainWindow) -> SettingsPage:
    window._on_rail("settings")
    page = parent.expects(SettingsPage)
    page.open_room(page.about_room)
    return page


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_the_keys_are_one_key_away_and_so_is_the_way_back(
    qtbot: QtBot, parent: Parent, window: MainWindow, key: Qt.Key
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    held = Qt.KeyboardModifier.NoModifier if key is Qt.Key.Key_F1 else Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.home, key, held)
    page = parent.expects(ShortcutsPage)
    assert page.back.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.home


def test_every_key_of_a_massage_is_named_with_the_parent_s_own_first() -> None:
    assert keys_of(Meaning.TOGGLE, Input()).startswith("Space")
    own = Input(keys={"K": Meaning.NEXT, "Right": Meaning.STOP})
    assert keys_of(Meaning.NEXT, own).split(", ")[0] == "K"
    assert "Right" not in keys_of(Meaning.NEXT, own)


def test_about_leads_to_the_keys_the_licences_and_the_library(parent: Parent, window: MainWindow) -> None:
    about = settings(parent, window).about_room
    parent.presses(about.links["licences"])
    page = parent.expects(LicencesPage)
    parent.presses(page.buttons["NumPy"])
    words = parent.expects(LicenceTextPage)
    assert "NumPy Developers" in words.words.toPlainText()
    words.back.click()
    assert parent.expects(LicencesPage) is page
    page.back.click()
    parent.expects(SettingsPage)
    parent.presses(about.links["shortcuts"])
    parent.expects(ShortcutsPage).back.click()
    parent.expects(SettingsPage)
    parent.presses(about.links["sources"])
    parent.expects(LibraryPage)


def test_each_licence_can_be_read_and_pages_that_were_left_are_gone(
    qtbot: QtBot, parent: Parent, window: MainWindow
) -> None:
    parent.presses(settings(parent, window).about_room.links["licences"])
    page = parent.expects(LicencesPage)
    shown = [part.title for part in PARTS if not page.buttons[part.title].isHidden()]
    assert shown == [part.title for part in PARTS]
    page.back.click()
    page.left.emit()
    qtbot.waitUntil(lambda: not window.stack.findChildren(LeafPage))


def test_nothing_opens_over_a_question_or_a_session(parent: Parent, window: MainWindow) -> None:
    window.home.start_button.click()
    window.rooms.leaf_wanted.emit("shortcuts")
    parent.expects(CheckInPage)
    parent.answers_the_check_in()
    window.rooms.leaf_wanted.emit("shortcuts")
    assert not window.stack.findChildren(LeafPage)
    assert parent.house.runner.running


@pytest.mark.parametrize("size", [(640, 400), (900, 600), (800, 1280)])
def test_no_row_of_the_keys_is_cut_off_sideways(
    qtbot: QtBot, parent: Parent, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.rooms.leaf_wanted.emit("shortcuts")
    page = parent.expects(ShortcutsPage)
    qtbot.wait(10)
    view = page.view.viewport()
    for row in page.rows:
        left = row.mapTo(view, row.rect().topLeft()).x()
        assert left >= 0
        assert left + row.width() <= view.width()


@pytest.mark.parametrize(("opens", "said"), [(True, "opens in a window of its own"), (False, "cannot be opened here")])
def test_a_sample_is_offered_before_a_baby_is_known_and_after(
    qtbot: QtBot, tmp_path: Path, opens: bool, said: str
) -> None:
    new = Parent(qtbot, tmp_path, FakeClock())
    window = new.opens()
    desk = window.findChild(LeafDesk)
    assert desk is not None
    asked: list[bool] = []
    desk._open_sample = lambda: asked.append(True) or opens
    new.presses(new.expects(WelcomePage).look_round)
    assert asked == [True]
    assert said in window._toast.accessibleName()
    new.knows_baby()
    new.presses(settings(new, window).about_room.links["sample"])
    assert asked == [True, True]
