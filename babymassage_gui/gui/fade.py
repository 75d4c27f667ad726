"""Pages fade, they are never cut: the old page lies over the new one as a picture and grows clear."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_DITHERED = Qt.ImageConversionFlag.PreferDither | Qt.ImageConversionFlag.OrderedDither
"""Half the memory at the moment when most is held; what 16 bits lose is spread over neighbours and gone in a moment."""


class Fade(QWidget):
    """One picture over everything, taking no press; gone when it is clear."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._picture = QImage()
        self._clear = QVariantAnimation(self)
        self._clear.setStartValue(1.0)
        self._clear.setEndValue(0.0)
        self._clear.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clear.valueChanged.connect(lambda _value: self.update())
        self._clear.finished.connect(self._on_clear)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def fade_from(self, picture: QPixmap, milliseconds: int) -> None:
        """Lay a picture over the window and let it clear in so many milliseconds; 0 shows the new page at once."""
        self._clear.stop()
        if milliseconds <= 0 or picture.isNull():
            self._on_clear()
            return
        self._picture = picture.toImage().convertToFormat(QImage.Format.Format_RGB16, _DITHERED)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._clear.setDuration(milliseconds)
        self._clear.start()

    def _on_clear(self) -> None:
        """Keep no picture as large as the window until the next fade."""
        self.hide()
        self._picture = QImage()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(float(self._clear.currentValue() or 0.0))
        painter.drawImage(0, 0, self._picture)
        painter.end()
