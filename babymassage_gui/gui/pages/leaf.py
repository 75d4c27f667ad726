"""A page to be read, opened over another: a way back, a title, and cards one under the other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.back_button import BackButton
from babymassage_gui.gui.pages.settings_cards import Room
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import TextLabel

# Lines of more than this are hard to follow; a wider window leaves room at the sides.
WIDEST = 980


class LeafPage(Ground):
    """`left` asks for the page before. What is read lies in `room`."""

    left = Signal()

    def __init__(self, theme: Theme, title: str, room: Room, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(theme, parent)
        self.back = BackButton(theme, "arrow-left", self.tr("Back"), self)
        self.title = TextLabel(theme, title, Type.PAGE_TITLE, self, max_lines=1)
        self.room = room
        self.view = ScrollPage(theme, room, self)
        self.back.clicked.connect(self.left)
        QShortcut(QKeySequence("Esc"), self, self.left.emit)
        self._built = True
        self._arrange()

    def begin(self) -> None:
        """Stand at the top, with the keys at the way back."""
        self.view.verticalScrollBar().setValue(0)
        self.back.setFocus()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme, width = self.theme, float(self.width())
        side, edge = float(theme.target(56)), max(12.0, theme.px(20))
        column = min(width, theme.text_px(WIDEST))
        near = (width - column) / 2
        self._place(self.back, QRectF(near + edge, edge, side, side))
        start = near + edge + side + theme.px(16)
        self._place(self.title, QRectF(start, edge, near + column - edge - start, side))
        top = edge + side
        self._place(self.view, QRectF(near, top, column, max(0.0, self.height() - top)))

    def _place(self, child: QWidget, rect: QRectF) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect = QRectF(self.width() - rect.right(), rect.y(), rect.width(), rect.height())
        child.setGeometry(rect.toRect())
