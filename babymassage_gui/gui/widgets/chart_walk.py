"""Looking at one column of a chart: with Left and Right, with a pointer, and for those who listen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chart_labels import Callout
from babymassage_gui.gui.widgets.chart_shapes import Shape, shape_at
from babymassage_gui.gui.widgets.themed import Themed

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class WalkedChart(Themed, QWidget):
    """A chart whose columns can be walked; a subclass says where they stand and what is told of each.

    `picked` carries the index of a column when one is looked at on purpose, `opened` that of one that was pressed twice
    or with Enter; a pointer that only passes shows its words too, but picks nothing.
    """

    picked = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: int | None = None
        self._hovered: int | None = None
        self._between: tuple[tuple[str, str], QRectF] | None = None
        self.callout = Callout(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def count(self) -> int:
        """How many columns there are, in sight or not."""
        return 0

    def shapes(self) -> Mapping[int, Shape]:
        """The columns in sight by their index, in pixels of this widget."""
        return {}

    def told(self, _index: int) -> tuple[str, str]:
        """A column in two short lines."""
        return "", ""

    def told_between(self, _place: QPointF) -> tuple[tuple[str, str], QRectF] | None:
        """What is told of a place where no column stands, and where that is; None for nothing."""
        return None

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
        self._picked = self._hovered = self._between = None
        self.callout.hide()

    def tell(self) -> None:
        """Place the words over the column under the pointer, else over the picked one."""
        index = self._hovered if self._hovered is not None else self._picked
        area = self.drawn_area()
        shape = None if index is None else self.shapes().get(index)
        if index is not None and shape is not None and area.intersects(shape.whole):
            self.callout.tell(self.told(index), shape.whole, area)
        elif self._between is not None:
            self.callout.tell(*self._between, area)
        else:
            self.callout.hide()

    def point_at(self, place: QPointF | None) -> None:
        """A pointer passes over a place, or leaves."""
        index = shape_at(self.shapes(), place) if place is not None else None
        between = self.told_between(place) if place is not None and index is None else None
        if index != self._hovered or between != self._between:
            self._hovered, self._between = index, between
            self.tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        count, key = self.count(), Qt.Key(event.key())
        if key in _STEPS and count:
            now = self._picked
            self.pick(count - 1 if now is None else min(count - 1, max(0, now + _STEPS[key])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and count:
            self.pick(0 if key == Qt.Key.Key_Home else count - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._picked is not None:
            self.opened.emit(self._picked)
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
