"""The last button of the session's row: "Skip", or "Go on" in the colour of Start while the parent is waited for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, Weight
from babymassage_gui.gui.widgets.buttons import SquareButton
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import icon_and_word
from babymassage_gui.gui.widgets.text_block import one_line


class GoButton(SquareButton):
    """`set_waiting` turns it from the one into the other; a press is the same press."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._waiting = False
        super().__init__(theme, "", "skip-forward", parent)
        self.setText(self.tr("Skip"))
        self.setAccessibleName(self.tr("Skip"))

    @property
    def waiting(self) -> bool:
        """Whether the parent is waited for."""
        return self._waiting

    def set_waiting(self, waiting: bool) -> None:
        """Wait for the parent, or not."""
        if waiting != self._waiting:
            self._waiting = waiting
            self.setText(self.tr("Go on") if waiting else self.tr("Skip"))
            self.setAccessibleName(self.text())
            self.update()

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        if not self._waiting:
            super().paint_button(painter, rect)
            return
        p, height = self.theme.palette, rect.height()
        box(painter, rect, self.radius(), self.pressed_fill(p.hero), self.outline_shade())
        if rect.width() > height * 1.7:
            inner = rect.adjusted(height * 0.2, 0, -height * 0.2, 0)
            icon_and_word(painter, inner, self.text(), height * 0.34, Weight.BOLD, p.onhero, "play", "fill",
                          height * 0.42, height * 0.14, mirrored=self.mirrored)  # fmt: skip
            return
        draw_icon(painter, "play", p.onhero, QPointF(rect.center().x(), height * 0.38), height * 0.36, "fill")
        word = one_line(self.text(), max(SMALLEST_TEXT, height * 0.23), Weight.BOLD, rect.width() - 10)
        below = QRectF(0, height * 0.60, rect.width(), height * 0.30)
        word.draw(painter, below, p.onhero, Qt.AlignmentFlag.AlignHCenter)
