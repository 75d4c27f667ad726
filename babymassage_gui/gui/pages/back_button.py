"""The way back, at the corner where reading begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from babymassage_gui.gui.widgets.chips import RoundButton


class BackButton(RoundButton):
    """Its arrow points to where reading began."""

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        self._icon = "caret-right" if self.mirrored else "arrow-left"
        super().paint_button(painter, rect)
