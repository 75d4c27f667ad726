"""The library in the real window: the way there, practice and back, and pages of the web."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShortcut
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import Ending, Kind
from babymassage_gui.gui.pages.library import LibraryPage
from babymassage_gui.gui.pages.library_view import Kind as RowKind
from babymassage_gui.gui.pages.settings import SettingsPage
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    parent = Parent(qtbot, tmp_path, FakeClock())
    parent.knows_baby()
    parent.opens()
    return parent


def to_library(qtbot: QtBot, parent: Parent) -> LibraryPage:
    assert parent.window is not None
    button = next(button for button in parent.window.rail.buttons() if button.entry.key == "library")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    page = parent.window.stack.currentWidget()
    assert isinstance(page, LibraryPage)
    return page


def test_the_third_place_of_the_rail_opens_it_with_facts_and_sources(qtbot: QtBot, parent: Parent) -> None:
    assert parent.window is not None
    assert not parent.house.catalogue.facts
    page = to_library(qtbot, parent)
    checked = [button.entry.key for button in parent.window.rail.buttons() if button.isChecked()]
    assert checked == ["library"]
    page.open_row(RowKind.CONTRADICTION, "C-22")
    assert page.detail.leaf is not None
    assert [source.id for source in page.detail.leaf.sources] == ["S-58"]


def test_control_and_the_number_of_the_place_open_it(qtbot: QtBot, parent: Parent) -> None:
    assert parent.window is not None
    shortcuts = {each.key().toString(): each for each in parent.window.findChildren(QShortcut)}
    shortcuts["Ctrl+3"].activated.emit()
    assert isinstance(parent.window.stack.currentWidget(), LibraryPage)
    shortcuts["Ctrl+4"].activated.emit()
    assert isinstance(parent.window.stack.currentWidget(), SettingsPage)


@pytest.mark.parametrize(
    ("kind", "key", "played"),
    [
        (RowKind.ROUTINE, "face", None),
        (RowKind.MOVE, "leg-outer", ["open-ask", "leg-outer", "close-cuddle"]),
        (RowKind.MOVE, "back-up", ["open-ask", "turn-tummy", "back-up", "turn-back", "close-cuddle"]),
    ],
)
def test_practice_from_it_is_not_logged_and_leads_back_to_it(
    qtbot: QtBot, parent: Parent, kind: RowKind, key: str, played: list[str] | None
) -> None:
    assert parent.window is not None
    page = to_library(qtbot, parent)
    page.open_row(kind, key)
    page.detail.doll.click()
    runner = parent.house.runner
    assert (runner.running, runner.kind) == (True, Kind.PRACTICE)
    expected = played or [one.step.id for one in parent.house.practice_plan(key).steps]
    assert [one.step.id for one in runner.session.steps] == expected
    runner.baby_needs_me()
    runner.finish(Ending.EARLY)
    qtbot.waitUntil(lambda: parent.window is not None and parent.window.stack.currentWidget() is page)
    assert parent.house.sessions() == ()


@pytest.mark.parametrize("has_browser", [True, False])
def test_a_source_goes_to_the_browser_and_its_address_is_told_where_there_is_none(
    qtbot: QtBot, parent: Parent, monkeypatch: pytest.MonkeyPatch, has_browser: bool
) -> None:
    assert parent.window is not None
    opened: list[str] = []

    def browser(address: QUrl) -> bool:
        opened.append(address.toString())
        return has_browser

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(browser))
    page = to_library(qtbot, parent)
    address = parent.house.library().reference.sources["S-58"].address
    page.detail.address_pressed.emit(address)
    page.detail.address_pressed.emit("https://example.org/")
    assert opened == [address]
    assert parent.window._toast.isVisible() is not has_browser
