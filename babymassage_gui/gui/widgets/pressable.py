"""What every pressable shares: a real `QAbstractButton`, painted, with a name, a focus shape, and a feel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import SMALLEST_TARGET, Theme, mix
from babymassage_gui.gui.widgets.icons import IconStyle, draw_icon
from babymassage_gui.gui.widgets.paint import Shadow, box, start
from babymassage_gui.gui.widgets.text_block import one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed

_PRESSED = 0.08


class Pressable(Themed, QAbstractButton):
    """Base of all buttons: subclasses give a radius, a size and `paint_button`. `clicked` and `toggled` are Qt's.

    The widget's rectangle is its visible shape; shadow and focus ring lie outside and are painted by others.
    """

    design_size = (120, 56)
    design_radius = 24.0
    cast: Shadow | None = None

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None, *, name: str | None = None) -> None:
        super().__init__(parent)
        self._hovered = False
        self.setText(text)
        self.setAccessibleName(name if name is not None else text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(SMALLEST_TARGET, SMALLEST_TARGET)
        self._start_theme(theme)

    def set_words(self, text: str, name: str | None = None) -> None:
        """Show and speak other words."""
        self.setText(text)
        self.setAccessibleName(name if name is not None else text)
        self.updateGeometry()

    def radius(self) -> float:
        """The corner radius in pixels of this window."""
        return min(self.theme.px(self.design_radius), self.height() / 2)

    def focus_shape(self) -> tuple[QRectF, float]:
        """Where the focus ring goes."""
        return QRectF(self.rect()), self.radius()

    def shadow(self) -> tuple[Shadow, float] | None:
        """The shadow that the ground paints; none while the button can not be pressed."""
        return (self.cast, self.radius()) if self.cast is not None and self.isEnabled() else None

    @property
    def hovered(self) -> bool:
        """Whether a pointer is over it and a press would act."""
        return self._hovered and self.isEnabled()

    def pressed_fill(self, fill: str) -> str:
        """The fill while held down: a little darker, at once."""
        return mix(fill, self.theme.palette.ink, _PRESSED) if self.isDown() else fill

    def outline_shade(self) -> str:
        """The quiet outline, livelier under a pointer."""
        return self.theme.palette.ink3 if self.hovered else self.theme.palette.line

    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the whole button into its rectangle; this base is a plain quiet box."""
        p = self.theme.palette
        box(painter, rect, self.radius(), self.pressed_fill(p.card), self.outline_shade())

    @override
    def sizeHint(self) -> QSize:
        width, height = self.design_size
        return QSize(self.theme.target(width), self.theme.target(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST_TARGET, SMALLEST_TARGET)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        painter.setLayoutDirection(self.layoutDirection())
        self.paint_button(painter, QRectF(self.rect()))
        painter.end()

    @property
    def mirrored(self) -> bool:
        """Whether the page reads from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


def icon_and_word(
    painter: QPainter,
    rect: QRectF,
    text: str,
    px: float,
    weight: QFont.Weight,
    shade: str | QColor,
    icon: str | None = None,
    style: IconStyle = "fill",
    icon_size: float | None = None,
    gap: float | None = None,
    icon_shade: str | None = None,
    mirrored: bool = False,
) -> None:
    """An icon and its word as one group in the middle of a rectangle; both shrink together where they must."""
    size = (px * 1.05 if icon_size is None else icon_size) if icon else 0.0
    space = (px * 0.36 if gap is None else gap) if icon else 0.0
    room = rect.width()
    need = size + space + text_width(text, px, weight)
    if need > room:
        size, space = size * room / need, space * room / need
    block = one_line(text, px, weight, room - size - space)
    left = rect.center().x() - (size + space + block.width) / 2
    words_x = left if mirrored else left + size + space
    if icon:
        icon_x = left + block.width + space + size / 2 if mirrored else left + size / 2
        tint = icon_shade if icon_shade is not None else QColor(shade).name()
        draw_icon(painter, icon, tint, QPointF(icon_x, rect.center().y()), size, style)
    block.draw(painter, QRectF(words_x, rect.y(), block.width + 1, rect.height()), shade)
