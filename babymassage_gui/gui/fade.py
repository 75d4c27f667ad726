"""Pages fade, they are never cut: the old page lies over the new one as a picture and grows clear."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Motion, Theme, ThemeName

# The page that stops fades in so many milliseconds.
FREEZE_MS = 150
# A room that is dark stays so: going into Night takes its time.
INTO_NIGHT_MS = 3000
_DITHERED = Qt.ImageConversionFlag.PreferDither | Qt.ImageConversionFlag.OrderedDither
"""Half the memory at the moment when most is held; what 16 bits lose is spread over neighbours and gone in a moment."""


def standing(widget: QWidget) -> QImage:
    """A widget as it stands on the screen, to be looked at now: what was painted last, which goes on to be painted on.

    To paint the widget anew would take as long as a frame, and so would a copy.
    """
    store = widget.backingStore()
    painted = None if store is None else store.paintDevice()
    if not isinstance(painted, QImage):
        return widget.grab().toImage()
    ratio, corner = painted.devicePixelRatio(), widget.mapTo(widget.window(), QPoint())
    area = QRect(corner * ratio, widget.size() * ratio)
    if area == painted.rect():
        return painted
    picture = painted.copy(area)
    picture.setDevicePixelRatio(ratio)
    return picture


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

    def ease(self, before: Theme, after: Theme) -> None:
        """The colours are about to change: no light is cut, and less motion means none of it."""
        if after.name is before.name or not self._window.isVisible() or not after.motion(Motion.PAGE):
            return
        slow = after.name is ThemeName.NIGHT
        self.fade_from(standing(self._window), INTO_NIGHT_MS if slow else after.motion(Motion.PAGE))

    def fade_from(self, picture: QImage, milliseconds: int) -> None:
        """Lay a picture over the window and let it clear in so many milliseconds; 0 shows the new page at once."""
        self._clear.stop()
        if milliseconds <= 0 or picture.isNull():
            self._on_clear()
            return
        if milliseconds > FREEZE_MS:
            self._picture = picture.convertToFormat(QImage.Format.Format_RGB16, _DITHERED)
        else:
            # A stop waits for nothing: a copy takes a fifth of the time, and its memory for as long as it fades.
            self._picture = picture.copy()
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
