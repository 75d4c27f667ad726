"""The stepper: bounds, wrapping, keys, digits, carets, wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.gui.theme import SMALLEST_TARGET, Theme
from babymassage_gui.gui.widgets.stepper import Stepper

THEME = Theme()


def make_stepper(qtbot: QtBot, minimum: int = 1, maximum: int = 31, value: int = 30, wraps: bool = False) -> Stepper:
    stepper = Stepper(THEME, "Day", "earlier", "later", minimum, maximum, value, wraps=wraps)
    stepper.resize(200, 62)
    qtbot.addWidget(stepper)
    with qtbot.waitActive(stepper):
        stepper.show()
        stepper.activateWindow()
    stepper.setFocus()
    return stepper


def test_a_stepper_stops_at_its_bounds(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot)
    heard: list[int] = []
    stepper.valueChanged.connect(heard.append)
    for _ in range(3):
        qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert stepper.value() == 31
    assert heard == [31]


def test_strides_lead_to_the_bounds_and_digits_between_them(qtbot: QtBot) -> None:
    stepper = Stepper(Theme(), "After a feed", "less", "more", 30, 120, 45, stride=5)
    qtbot.addWidget(stepper)
    found = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up):
        qtbot.keyClick(stepper, key)
        found.append(stepper.value())
    qtbot.keyClicks(stepper, "47")
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert found == [50, 30, 30, 120, 120]
    assert stepper.value() == 52


def test_a_stepper_that_wraps_begins_again(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, 1, 12, 12, wraps=True)
    qtbot.keyClick(stepper, Qt.Key.Key_Right)
    assert stepper.value() == 1
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    assert stepper.value() == 12


def test_fewer_days_in_the_month_move_the_day_to_the_last_one(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, value=31)
    with qtbot.waitSignal(stepper.valueChanged, check_params_cb=lambda value: value == 28):
        stepper.set_range(1, 28)


def test_typed_digits_are_taken_at_once_when_no_more_can_follow(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot)
    qtbot.keyClicks(stepper, "17")
    assert stepper.value() == 17
    qtbot.keyClicks(stepper, "9")
    assert stepper.value() == 9


def test_typed_digits_wait_for_more_and_are_taken_on_leaving(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot)
    qtbot.keyClicks(stepper, "2")
    assert stepper.value() == 30
    stepper.clearFocus()
    assert stepper.value() == 2


def test_a_year_is_typed_in_full(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, 2024, 2026, 2026)
    qtbot.keyClicks(stepper, "2025")
    assert stepper.value() == 2025


def test_the_carets_are_targets_and_step(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, value=10)
    carets = stepper.findChildren(QAbstractButton)
    assert {caret.accessibleName() for caret in carets} == {"earlier", "later"}
    for caret in carets:
        assert caret.width() >= SMALLEST_TARGET
        assert caret.height() >= SMALLEST_TARGET
    by_name = {caret.accessibleName(): caret for caret in carets}
    qtbot.mouseClick(by_name["later"], Qt.MouseButton.LeftButton)
    assert stepper.value() == 11
    qtbot.mouseClick(by_name["earlier"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(by_name["earlier"], Qt.MouseButton.LeftButton)
    assert stepper.value() == 9


def turn_wheel(widget: QWidget, by: int) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )  # fmt: skip


def test_the_wheel_steps_only_where_the_focus_is(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot, value=10)
    turn_wheel(stepper, 120)
    assert stepper.value() == 11
    stepper.clearFocus()
    turn_wheel(stepper, 120)
    assert stepper.value() == 11


def test_a_stepper_speaks_its_name_and_its_words(qtbot: QtBot) -> None:
    stepper = Stepper(THEME, "Month", "earlier", "later", 1, 12, 8, words=lambda month: f"month {month}")
    qtbot.addWidget(stepper)
    assert stepper.accessibleName() == "Month: month 8"
    stepper.step(1)
    assert stepper.accessibleName() == "Month: month 9"


def test_keys_that_are_not_for_the_stepper_go_on_to_the_page(qtbot: QtBot) -> None:
    stepper = make_stepper(qtbot)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    stepper.keyPressEvent(event)
    assert not event.isAccepted()
