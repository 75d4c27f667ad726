"""Whose turn it is, beside Today: a twin's colour and name; a press turns to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from babymassage_gui.core.profile import Baby, Colour
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Weight
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import one_line

# The roles of the palette: they follow light, dark and night, and none is red.
SHADES: Mapping[Colour, str] = MappingProxyType(
    {Colour.SUN: "caution", Colour.SEA: "primary", Colour.LEAF: "pa_done", Colour.ROSE: "ink3"}
)


class TurnButton(Pressable):
    """A disc of the colour with the first letter, and the name below it."""

    design_size = (84, 84)
    design_radius = 24.0

    def __init__(self, theme: Theme) -> None:
        self._colour = Colour.SUN
        super().__init__(theme, "")

    def show_turn(self, babies: Sequence[Baby], now: Baby) -> None:
        """Show whose turn it is among the babies."""
        number = next((place for place, baby in enumerate(babies, 1) if baby.id == now.id), 1)
        name = now.name or fill(self.tr("Baby %1"), number)
        self._colour = now.colour
        self.set_words(name, fill(self.tr("It is the turn of %1. Turn to the next baby"), name))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        theme, palette = self.theme, self.theme.palette
        box(painter, rect, self.radius(), self.pressed_fill(palette.card))
        side = rect.height() * 0.46
        disc = QRectF(rect.center().x() - side / 2, rect.top() + rect.height() * 0.12, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(palette, SHADES[self._colour])))
        painter.drawEllipse(disc)
        letter = one_line(self.text()[:1].upper(), side * 0.55, Weight.EXTRA, side)
        letter.draw(painter, disc, palette.card, Qt.AlignmentFlag.AlignHCenter)
        below = QRectF(rect.left() + 4, disc.bottom(), rect.width() - 8, rect.bottom() - disc.bottom())
        px = min(theme.text_px(15), below.height() * 0.6)
        one_line(self.text(), px, Weight.BOLD, below.width()).draw(
            painter, below, palette.ink, Qt.AlignmentFlag.AlignHCenter
        )
