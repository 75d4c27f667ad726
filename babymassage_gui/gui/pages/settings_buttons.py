"""The ways to the rooms of Settings, and how they share the rows above the cards of a narrow window."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import LINE_PART, Theme, Type, Weight
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import one_line, text_width


class RoomButton(Pressable):
    """The way to a room: icon and word from the near edge; in the row above the cards, in the middle."""

    design_size = (268, 60)
    design_radius = 20.0

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget) -> None:
        self._icon, self._centred = icon, False
        super().__init__(theme, text, parent)
        self.setCheckable(True)

    def set_centred(self, centred: bool) -> None:
        """Stand in the middle, in the row above the cards, or begin at the near edge."""
        self._centred = centred
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self.theme.text_px(Type.SECTION.size)
        return QSize(
            round(text_width(self.text(), px, Weight.EXTRA) + px * 3), self.theme.control(60, Type.SECTION.size)
        )

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, chosen = self.theme.palette, self.isChecked()
        if chosen:
            box(painter, rect, self.radius(), self.pressed_fill(p.primary_soft), p.primary)
        elif self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.card))
        shade = p.primary_ink if chosen else p.ink
        side, px = self.theme.px(16), min(self.theme.text_px(Type.SECTION.size), rect.height() * LINE_PART)
        icon = px * 1.25
        room = rect.width() - icon - 2.6 * side
        word = one_line(self.text(), px, Weight.EXTRA if chosen else Weight.BOLD, room)
        x = rect.x() + side
        if self._centred:
            x += max(0.0, (room - word.width) / 2)
        icon_x, word_x = x + icon / 2, x + icon + side * 0.6
        if self.mirrored:
            icon_x, word_x = rect.right() - icon_x, rect.right() - word_x - word.width
        tint = p.primary_ink if chosen else p.ink2
        draw_icon(painter, self._icon, tint, QPointF(icon_x, rect.center().y()), icon)
        word.draw(painter, QRectF(word_x, rect.y(), word.width + 1, rect.height()), shade)


def in_rows(buttons: list[RoomButton], width: float, gap: float) -> list[list[RoomButton]]:
    """Buttons in as few rows as have room for their words, the rows about equally full."""
    wanted = sum(button.sizeHint().width() + gap for button in buttons) - gap
    rows = max(1, math.ceil(wanted / width))
    each = math.ceil(len(buttons) / rows)
    return [buttons[first : first + each] for first in range(0, len(buttons), each)]
