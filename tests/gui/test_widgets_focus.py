"""The focus ring: only after a key, never after mouse or touch, three pixels outside the shape."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.gui.theme import FOCUS_GAP, FOCUS_WIDTH, Theme
from babymassage_gui.gui.widgets.buttons import (
    PrimaryButton,
    QuietButton,
)
from babymassage_gui.gui.widgets.focus import FocusWatch
from babymassage_gui.gui.widgets.ground import Ground

THEME = Theme()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[FocusWatch]:
    watching = FocusWatch(qapp, THEME)
    watching.begin()
    yield watching
    qapp.focusWindowChanged.disconnect(watching._on_window)
    qapp.focusChanged.disconnect(watching._on_focus_changed)


def two_buttons(qtbot: QtBot) -> tuple[Ground, PrimaryButton, QuietButton]:
    ground = Ground(THEME)
    first, second = PrimaryButton(THEME, "Start", "play", ground), QuietButton(THEME, "Later", None, ground)
    first.setGeometry(40, 40, 300, 84)
    second.setGeometry(40, 160, 300, 84)
    ground.resize(400, 300)
    qtbot.addWidget(ground)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    return ground, first, second


def test_the_focus_ring_comes_with_a_key_and_goes_with_the_mouse(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, first, second = two_buttons(qtbot)
    assert ground.isActiveWindow()
    first.setFocus()
    assert watch.ring() is None, "nothing was pressed yet"
    qtbot.keyClick(ground.windowHandle(), Qt.Key.Key_Tab)
    ring = watch.ring()
    assert ring is not None
    assert QApplication.focusWidget() is second
    assert ring.geometry().contains(second.geometry())
    qtbot.mouseClick(ground.windowHandle(), Qt.MouseButton.LeftButton, pos=first.geometry().center())
    assert QApplication.focusWidget() is first
    assert watch.ring() is None
    assert not watch.by_keyboard


def test_a_touch_hides_the_focus_ring_too(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, _first, _ = two_buttons(qtbot)
    assert ground.isActiveWindow()
    qtbot.keyClick(ground.windowHandle(), Qt.Key.Key_Tab)
    assert watch.by_keyboard
    finger, window = QTest.createTouchDevice(), ground.windowHandle()
    QTest.touchEvent(window, finger).press(0, QPoint(45, 45), window).commit()
    assert watch.ring() is None
    QTest.touchEvent(window, finger).release(0, QPoint(45, 45), window).commit()


def test_a_lone_modifier_is_no_use_of_keys(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, first, _ = two_buttons(qtbot)
    assert ground.isActiveWindow()
    first.setFocus()
    qtbot.keyClick(ground.windowHandle(), Qt.Key.Key_Shift)
    assert not watch.by_keyboard


def test_the_ring_lies_three_pixels_outside_and_lets_clicks_through(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, _, second = two_buttons(qtbot)
    second.setFocus()
    qtbot.keyClick(ground.windowHandle(), Qt.Key.Key_F5)
    ring = watch.ring()
    assert ring is not None
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    shown, middle = picture(ground), second.geometry().center().x()
    focus = THEME.colour("focus")
    assert shown.pixelColor(middle, second.y() - FOCUS_GAP - 2) == focus
    assert shown.pixelColor(middle, second.y() - 2) != focus
    assert shown.pixelColor(middle, second.y() - FOCUS_GAP - FOCUS_WIDTH - 2) != focus


def test_the_ring_follows_its_button_and_dies_with_it(qtbot: QtBot, watch: FocusWatch) -> None:
    ground, first, second = two_buttons(qtbot)
    assert ground.isActiveWindow()
    qtbot.keyClick(ground.windowHandle(), Qt.Key.Key_Tab)
    target = QApplication.focusWidget()
    assert target is not None
    target.move(90, 200)
    ring = watch.ring()
    assert ring is not None
    assert ring.geometry().contains(QRect(90, 200, 300, 84))
    for button in (first, second):
        button.setParent(None)
        button.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert watch.ring() is None
