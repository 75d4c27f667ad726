"""The focus ring, shown only to those who use keys: never after a mouse or a touch."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWindow
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid
from typing_extensions import override

from babymassage_gui.gui.theme import FOCUS_GAP, FOCUS_WIDTH, Radius, Theme
from babymassage_gui.gui.widgets.paint import focus_outline, start
from babymassage_gui.gui.widgets.themed import Themed

_REACH = FOCUS_GAP + FOCUS_WIDTH + 1
_LONE_MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
)
_POINTER = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress})
_MOVED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


@runtime_checkable
class HasFocusShape(Protocol):
    """A widget that says where its ring goes; others get their rectangle with the corners of a field."""

    def focus_shape(self) -> tuple[QRectF, float]:
        """The visible outline in the widget's own pixels, and its corner radius."""


class FocusRing(Themed, QWidget):
    """The ring itself: it lies over the window, three pixels outside the focused shape, and takes no clicks."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._radius = Radius.FIELD
        self._shape = QRectF()
        self._start_theme(theme)
        self.hide()

    def surround(self, target: QWidget) -> None:
        """Lie around a widget of the same window, cut off where a scrolled page cuts the widget off."""
        window = self.window()
        shape, radius = QRectF(target.rect()), self.theme.px(Radius.FIELD)
        if isinstance(target, HasFocusShape):
            shape, radius = target.focus_shape()
        shape.translate(target.mapTo(window, QPoint(0, 0)))
        area = shape.toAlignedRect().adjusted(-_REACH, -_REACH, _REACH, _REACH) & _shown_part(target, window)
        self._shape, self._radius = shape.translated(-area.topLeft()), radius
        self.setGeometry(area)
        self.setVisible(not area.isEmpty())
        self.raise_()
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        out = FOCUS_GAP + FOCUS_WIDTH / 2
        focus_outline(painter, self._shape.adjusted(-out, -out, out, out), self._radius + out, self.theme, FOCUS_WIDTH)
        painter.end()


def _shown_part(target: QWidget, window: QWidget) -> QRect:
    shown = window.rect()
    above = target.parentWidget()
    while above is not None and above is not window:
        area = above.parentWidget()
        if isinstance(area, QScrollArea) and above is area.viewport():
            shown &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = area
    return shown


class FocusWatch(QObject):
    """Knows whether the last input was a key, and shows the ring only then. One for the application, made by it.

    It hears what comes to the windows, and what moves the widget in focus; never every event of the program: each would
    come through Python, and to tell what Qt's own objects are PySide makes every class of Qt.
    """

    by_keyboard_changed = Signal(bool)

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__(application)
        self._theme = theme
        self._by_keyboard = False
        self._target: QWidget | None = None
        self._above: list[QWidget] = []
        self._rings: dict[QWidget, FocusRing] = {}
        self._application = application
        application.focusChanged.connect(self._on_focus_changed)

    def begin(self) -> None:
        """Watch keys and pointer of all windows from now on."""
        self._application.focusWindowChanged.connect(self._on_window)
        for window in self._application.topLevelWindows():
            self._on_window(window)

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once, however often it is asked for

    @property
    def by_keyboard(self) -> bool:
        """Whether the last input was a key."""
        return self._by_keyboard

    def set_theme(self, theme: Theme) -> None:
        """The look of rings to come; those that are there follow their window."""
        self._theme = theme
        for ring in self._rings.values():
            ring.set_theme(theme)

    def ring(self) -> FocusRing | None:
        """The ring that is shown now, if one is."""
        for ring in self._rings.values():
            if ring.isVisible():
                return ring
        return None

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) not in _LONE_MODIFIERS:
                self._set_by_keyboard(True)
        elif kind in _POINTER:
            self._set_by_keyboard(False)
        elif kind in _MOVED:
            self._refresh()
        return False

    def _set_by_keyboard(self, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self._refresh()
            self.by_keyboard_changed.emit(by_keyboard)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._target is not None:
            self._target.destroyed.disconnect(self._on_target_destroyed)
        self._target = new
        if new is not None:
            new.destroyed.connect(self._on_target_destroyed)
        self._follow()
        self._refresh()

    def _follow(self) -> None:
        """Hear of what moves the widget in focus: itself, and what it lies in."""
        for widget in self._above:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._above, above = [], self._target
        while above is not None and not above.isWindow():
            above.installEventFilter(self)
            self._above.append(above)
            above = above.parentWidget()

    def _on_target_destroyed(self) -> None:
        self._target = None
        self._follow()
        self._refresh()

    def _on_window_destroyed(self, window: QWidget) -> None:
        self._rings.pop(window, None)

    def _refresh(self) -> None:
        target = self._target
        window = target.window() if target is not None else None
        for owner, ring in self._rings.items():
            if owner is not window or not self._by_keyboard:
                ring.hide()
        if target is None or window is None or not self._by_keyboard or not target.isVisible():
            return
        if window is target:
            return
        if window not in self._rings:
            self._rings[window] = FocusRing(self._theme, window)
            window.destroyed.connect(lambda: self._on_window_destroyed(window))
        self._rings[window].surround(target)
