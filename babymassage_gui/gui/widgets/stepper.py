"""A stepper for a day, a month, a year: carets at both ends, keys, wheel, digits; fastest with a wet thumb."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import LINE_PART, SMALLEST_TARGET, Radius, Theme, Weight
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import one_line, text_width

_REPEAT_DELAY_MS, _REPEAT_INTERVAL_MS = 400, 90
_TYPING_PAUSE_MS = 1500
_NOTCH = 120
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_PageUp: 5,
    Qt.Key.Key_PageDown: -5,
}


class Caret(Pressable):
    """An end of the stepper; held down it repeats. Keys go to the stepper, so Tab passes it by."""

    design_size = (46, 60)
    design_radius = 18.0

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        self._icon = icon
        super().__init__(theme, "", parent, name=name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(_REPEAT_DELAY_MS)
        self.setAutoRepeatInterval(_REPEAT_INTERVAL_MS)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        if self.hovered or self.isDown():
            box(painter, rect.adjusted(4, 4, -4, -4), self.radius() - 4, self.pressed_fill(p.primary_soft))
        shade = p.primary_ink if self.isEnabled() else p.line
        draw_icon(painter, self._icon, shade, rect.center(), self.theme.text_px(24))


class Stepper(Ground):
    """A whole number between two bounds, shown as words. Emits `valueChanged(int)` only when the value is another."""

    valueChanged = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        earlier: str,
        later: str,
        minimum: int,
        maximum: int,
        value: int,
        parent: QWidget | None = None,
        *,
        words: Callable[[int], str] = str,
        wraps: bool = False,
        px: float = 24,
        stride: int = 1,
    ) -> None:
        """`words` turns a value into what is shown and spoken; `earlier`, `later` name the carets.

        `stride` is how far one step goes; digits may still say any number.
        """
        if minimum > maximum:
            raise ValueError("a stepper needs minimum <= maximum")
        self._minimum, self._maximum = minimum, maximum
        self._value = min(maximum, max(minimum, value))
        self._words, self._wraps, self._px, self._name = words, wraps, px, name
        self._stride = stride
        self._wrong = False
        self._typed, self._wheel = "", 0
        super().__init__(theme, parent, role=None)
        self._less, self._more = Caret(theme, "caret-left", earlier, self), Caret(theme, "caret-right", later, self)
        self._less.clicked.connect(lambda: self.step(-1))
        self._more.clicked.connect(lambda: self.step(1))
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._on_typing_over)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(SMALLEST_TARGET)
        self._speak()

    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Take a number; beyond a bound it stops at the bound."""
        value = min(self._maximum, max(self._minimum, value))
        if value != self._value:
            self._value = value
            self._speak()
            self.update()
            self.valueChanged.emit(value)

    def set_range(self, minimum: int, maximum: int) -> None:
        """Other bounds (28 to 31 days); the value moves to the nearer bound if it must."""
        if minimum > maximum:
            raise ValueError("a stepper needs minimum <= maximum")
        self._minimum, self._maximum = minimum, maximum
        self.set_value(self._value)
        self._speak()

    def step(self, by: int) -> None:
        """Go on by some; past a bound it stops, or with `wraps` begins again at the other one."""
        wanted = self._value + by * self._stride
        if self._wraps:
            span = self._maximum - self._minimum + 1
            wanted = self._minimum + (wanted - self._minimum) % span
        self.set_value(wanted)

    def set_wrong(self, wrong: bool) -> None:
        """Wear the 3 px ink outline of an impossible answer (never red)."""
        self._wrong = wrong
        self.update()

    def set_name(self, name: str) -> None:
        """Be called otherwise by a screen reader."""
        self._name = name
        self._speak()

    def focus_shape(self) -> tuple[QRectF, float]:
        """Where the focus ring goes."""
        return QRectF(self.rect()), self.theme.px(Radius.FIELD)

    def _speak(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._words(self._value)}")
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self._value))
        if not self._wraps:
            self._less.setEnabled(self._value > self._minimum)
            self._more.setEnabled(self._value < self._maximum)

    @override
    def sizeHint(self) -> QSize:
        words = text_width(self._words(self._value), self.theme.text_px(self._px), Weight.EXTRA)
        return QSize(round(words) + 2 * self.theme.target(50), self.theme.control(62, self._px))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SMALLEST_TARGET + 40, SMALLEST_TARGET)

    @override
    def resizeEvent(self, _event: QResizeEvent) -> None:
        side = max(SMALLEST_TARGET, round(self.theme.px(50)))
        left, right = (self._less, self._more)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        left.setGeometry(0, 0, side, self.height())
        right.setGeometry(self.width() - side, 0, side, self.height())

    @override
    def paint_ground(self, painter: QPainter) -> None:
        p = self.theme.palette
        rect = QRectF(self.rect())
        outline = p.ink if self._wrong else p.line
        box(painter, rect, self.theme.px(Radius.FIELD), p.card, outline, 3 if self._wrong else 2)
        side = max(SMALLEST_TARGET, round(self.theme.px(50)))
        room = rect.adjusted(side - 4, 0, 4 - side, 0)
        shown = f"{self._typed}_" if self._typed else self._words(self._value)
        px = min(self.theme.text_px(self._px), rect.height() * LINE_PART)
        word = one_line(shown, px, Weight.EXTRA, room.width())
        word.draw(painter, room, p.ink if self.isEnabled() else p.ink3, Qt.AlignmentFlag.AlignHCenter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._finish_typing()
            self.step(1 if (key == Qt.Key.Key_Right) != mirrored else -1)
        elif key in _STEPS:
            self._finish_typing()
            self.step(_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_value(self._minimum if key == Qt.Key.Key_Home else self._maximum)
        elif key == Qt.Key.Key_Backspace and self._typed:
            self._type(self._typed[:-1])
        elif len(text) == 1 and text.isdecimal():
            self._type(self._typed + str(int(text)))
        else:
            self._finish_typing()
            event.ignore()

    def _type(self, digits: str) -> None:
        """Show the digits so far; take them as soon as no further digit could make a number within the bounds."""
        self._typed = digits
        self._typing.start()
        if digits and int(digits) * 10 > self._maximum:
            self._finish_typing()
        self.update()

    def _finish_typing(self) -> None:
        digits, self._typed = self._typed, ""
        self._typing.stop()
        if digits:
            self.set_value(int(digits))
            self.update()

    def _on_typing_over(self) -> None:
        self._finish_typing()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._finish_typing()
        super().focusOutEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus, so that scrolling a page over it changes nothing by accident."""
        if not self.hasFocus():
            event.ignore()
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _NOTCH)
        self._wheel -= notches * _NOTCH
        if notches:
            self.step(notches)
        event.accept()
