"""The room's warmth as one band: too cold, adjust, just right, adjust, too warm. Told in words, never by hue alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.core.choices import COLDEST_LIMIT, HOTTEST_LIMIT, Room
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box, rounded_path, start
from babymassage_gui.gui.widgets.text_block import one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed

# A little more on both sides than the limits can reach, so that "wait" has room at the outermost ones.
_COLDEST, _HOTTEST = COLDEST_LIMIT - 1, HOTTEST_LIMIT + 1
_JUST_RIGHT = 2


class WarmthBand(Themed, QWidget):
    """Five fields in the width of 14 to 29 degrees; the numbers of the limits stand below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._room = Room()
        self._texts = (
            self.tr("Wait"), self.tr("Adjust"), self.tr("Just right"), self.tr("Adjust"), self.tr("Wait")
        )  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._start_theme(theme)

    def set_room(self, room: Room) -> None:
        """Show these limits."""
        self._room = room
        self.update()

    def edges(self) -> tuple[float, ...]:
        """Where the five fields begin and end, in pixels from the left."""
        room = self._room
        degrees = (_COLDEST, room.too_cold, room.warm_from, room.warm_to, room.too_hot, _HOTTEST)
        return tuple((degree - _COLDEST) / (_HOTTEST - _COLDEST) * self.width() for degree in degrees)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, round(self.theme.text_px(Type.BODY.size) * 3.4))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        px, p = self.theme.text_px(Type.HINT.size), self.theme.palette
        bar = QRectF(0, 0, self.width(), self.height() - px * 1.6)
        painter.setClipPath(rounded_path(bar, self.theme.px(16)))
        shades = ((p.sunken, p.ink2), (p.ph_ready, p.ink), (p.ph_done, p.ink), (p.ph_ready, p.ink), (p.sunken, p.ink2))
        edges = self.edges()
        for index, (fill, shade) in enumerate(shades):
            field = QRectF(edges[index], 0, edges[index + 1] - edges[index], bar.height())
            painter.fillRect(field, self.theme.colour(fill))
            if text_width(self._texts[index], px, Weight.BOLD) + 8 <= field.width():
                word = one_line(self._texts[index], px, Weight.BOLD, field.width())
                word.draw(painter, field, shade, Qt.AlignmentFlag.AlignHCenter)
            elif index == _JUST_RIGHT and field.width() > px:
                draw_icon(painter, "check", shade, field.center(), px)
        painter.setClipping(False)
        box(painter, bar.adjusted(1, 1, -1, -1), self.theme.px(16), None, p.line)
        self._paint_numbers(edges, bar.bottom() + px * 0.25, px)
        painter.end()

    def _paint_numbers(self, edges: tuple[float, ...], top: float, px: float) -> None:
        """The limits under their edges; one that would touch the one before it is left out."""
        painter, room, end = start(self), self._room, -1.0
        limits = (room.too_cold, room.warm_from, room.warm_to, room.too_hot)
        for x, degrees in zip(edges[1:-1], limits, strict=True):
            word = one_line(f"{degrees:g}°", px, Weight.BOLD, px * 4)
            if x - word.width / 2 > end:
                where = QRectF(x - word.width / 2, top, word.width + 1, px * 1.3)
                word.draw(painter, where, self.theme.palette.ink2, Qt.AlignmentFlag.AlignLeft)
                end = x + word.width / 2 + px * 0.3
        painter.end()
