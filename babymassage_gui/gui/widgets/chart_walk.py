"""Looking at one column of a chart: with Left and Right, with a pointer, and for those who listen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chart_labels import Callout
from babymassage_gui.gui.widgets.chart_shapes import Shape, shape_at
from babymassage_gui.gui.widgets.themed import Themed

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WalkedChart(Themed, QWidget):
    """A chart whose columns can be walked; a subclass says where they stand and what is told of each.

    `picked` carries the index of a column when one is looked at on purpose; a pointer that only passes shows its
    words too, but picks nothing.
    """

    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: int | None = None
        self._hovered: int | None = None
        self.callout = Callout(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def shapes(self) -> tuple[Shape, ...]:
        """The columns as they stand now, in pixels of this widget."""
        return ()

    def told(self, _index: int) -> tuple[str, str]:
        """A column in two short lines."""
        return "", ""

    def bring_into_view(self, _index: int) -> None:
        """Move until a column is on screen."""

    def drawn_area(self) -> QRectF:
        """Where columns are drawn."""
        return QRectF(self.rect())

    def repaint_columns(self) -> None:
        """Another column is picked."""
        self.update()

    @property
    def picked_index(self) -> int | None:
        """The column that is looked at."""
        return self._picked

    def pick(self, index: int | None) -> None:
        """Look at a column, or at none: shown, told, spoken."""
        if index is None and self._picked is None:
            return
        self._picked = index
        if index is not None:
            self.bring_into_view(index)
            text = ", ".join(self.told(index))
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
            self.picked.emit(index)
        self.tell()
        self.repaint_columns()

    def forget(self) -> None:
        """The columns changed: none is looked at any more."""
        self._picked = self._hovered = None
        self.callout.hide()

    def tell(self) -> None:
        """Place the words over the column under the pointer, else over the picked one."""
        index = self._hovered if self._hovered is not None else self._picked
        shapes = self.shapes() if index is not None else ()
        area = self.drawn_area()
        if index is None or index >= len(shapes) or not area.intersects(shapes[index].whole):
            self.callout.hide()
            return
        self.callout.tell(self.told(index), shapes[index].whole, area)

    def point_at(self, place: QPointF | None) -> None:
        """A pointer passes over a place, or leaves."""
        index = shape_at(self.shapes(), place) if place is not None else None
        if index != self._hovered:
            self._hovered = index
            self.tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        count, key = len(self.shapes()), Qt.Key(event.key())
        if key in _KEYS and count:
            now = self._picked
            self.pick(count - 1 if now is None else min(count - 1, max(0, now + _KEYS[key])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and count:
            self.pick(0 if key == Qt.Key.Key_Home else count - 1)
        elif key == Qt.Key.Key_Escape and self._picked is not None:
            self.pick(None)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pick(None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.point_at(None)
        elif isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.pick(shape_at(self.shapes(), event.position()))
            elif event.type() == QEvent.Type.MouseMove:
                self.point_at(event.position() if event.buttons() == Qt.MouseButton.NoButton else None)
        return False
