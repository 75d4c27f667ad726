"""The baby fell asleep: everything grows dark and stays quiet until somebody comes back to the screen."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import PALETTES, Theme, ThemeName, Type, mix
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.text_block import fit_role

DARK_IN_MS = 8000


class AsleepPage(Ground):
    """Fades to black-brown in eight seconds; any key or press goes on to the wrap-up."""

    awake = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._name = ""
        self._dark = 0.0
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fade = QVariantAnimation(self)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.setDuration(DARK_IN_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._on_darker)

    def begin(self, name: str) -> None:
        """Say good night to the baby of that name, empty for none, and begin to darken."""
        self._name = name or self.tr("little one")
        self.setAccessibleName(self._sentence())
        self._fade.start()
        self.setFocus()

    def _sentence(self) -> str:
        return fill(self.tr("Sleep well, %1."), self._name)

    def _on_darker(self, dark: float) -> None:
        self._dark = dark
        self.update()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        night = PALETTES[ThemeName.NIGHT]
        ground = mix(self.theme.palette.ph_paused, night.sunken, self._dark)
        painter.fillRect(self.rect(), QColor(ground))
        # The words go too: what stays is just enough to see that the program is there.
        words = mix(self.theme.palette.ink, mix(night.sunken, night.ink3, 0.4), self._dark)
        block = fit_role(self._sentence(), Type.HEADLINE, self.theme, self.width() * 0.8)
        block.draw(painter, QRectF(self.rect()).adjusted(self.width() * 0.1, 0, -self.width() * 0.1, 0), words,
                   Qt.AlignmentFlag.AlignHCenter)  # fmt: skip

    def _wake(self) -> None:
        self._fade.stop()
        self.awake.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if not event.isAutoRepeat():
            self._wake()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._wake()
