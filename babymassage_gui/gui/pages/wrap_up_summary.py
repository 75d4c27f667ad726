"""What was done, on the wrap-up: a ring with a segment for each part of the body, and the parts by name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.catalogue import Block
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Weight, colour
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import start
from babymassage_gui.gui.widgets.rings import RingState, draw_ring, segment_spans
from babymassage_gui.gui.widgets.text_block import one_line
from babymassage_gui.gui.widgets.themed import Themed

Parts = tuple[tuple[Block, float], ...]
_SIXTEENTHS = 16
_PALE = 0.16
_WHOLE = 0.995
_COLUMNS = 2


class PartsRing(Themed, QWidget):
    """A segment for each part, filled as far as it was done; pale, never missing, where it was not. A clock inside."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[float, ...] = (0.0,)
        self._clock, self._word = "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    @property
    def shares(self) -> tuple[float, ...]:
        """How far each part was done, 0..1."""
        return self._shares

    def show_parts(self, shares: tuple[float, ...], clock: str, word: str) -> None:
        """Show shares of parts, the time as on a clock, and its unit."""
        self._shares, self._clock, self._word = shares, clock, word
        self.setAccessibleName(f"{clock} {word}")
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        area = QRectF(self.rect())
        radius = min(area.width(), area.height()) / 2
        width = radius * 0.185
        middle = radius - width / 2
        circle = QRectF(area.center().x() - middle, area.center().y() - middle, 2 * middle, 2 * middle)
        shade = self.theme.palette.pa_done
        spans = segment_spans(RingState(len(self._shares)), middle, width)
        for share, (begin, length) in zip(self._shares, spans, strict=True):
            self._draw_arc(painter, circle, begin, length, colour(shade, _PALE), width)
            if share > 0:
                self._draw_arc(painter, circle, begin, max(0.5, length * min(1.0, share)), QColor(shade), width)
        centre = Qt.AlignmentFlag.AlignHCenter
        room = 2 * (radius - width) * 0.86
        upper = QRectF(area.x(), area.center().y() - radius * 0.46, area.width(), radius * 0.7)
        lower = QRectF(area.x(), area.center().y() + radius * 0.19, area.width(), radius * 0.3)
        clock = one_line(self._clock, radius * 0.57, Weight.EXTRA, room)
        clock.draw(painter, upper, self.theme.palette.ink, centre)
        one_line(self._word, radius * 0.2, Weight.BOLD, room).draw(painter, lower, self.theme.palette.ink2, centre)
        painter.end()

    def _draw_arc(
        self, painter: QPainter, circle: QRectF, begin: float, length: float, shade: QColor, width: float
    ) -> None:
        painter.setPen(QPen(shade, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle, round((90 - begin) * _SIXTEENTHS), round(-length * _SIXTEENTHS))


class PartsList(Themed, QWidget):
    """The parts by name in two columns, each with a tick, or a small ring as far as it came."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._parts: Parts = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    def show_parts(self, parts: Parts) -> None:
        """Show other parts."""
        self._parts = parts
        self.setAccessibleName(", ".join(self._spoken(block, share) for block, share in parts))
        self.update()

    def _spoken(self, block: Block, share: float) -> str:
        name = self._words.block(block)
        if share >= _WHOLE:
            return fill(self.tr("%1 done", "a part of the body"), name)
        return fill(self.tr("%1 begun", "a part of the body") if share > 0 else self.tr("%1 another time"), name)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._parts:
            return
        painter = start(self)
        rows = -(-len(self._parts) // _COLUMNS)
        width, height = self.width() / _COLUMNS, min(self.height() / rows, self.theme.text_px(60))
        top = (self.height() - rows * height) / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, (block, share) in enumerate(self._parts):
            column, row = divmod(index, rows)
            column = _COLUMNS - 1 - column if mirrored else column
            area = QRectF(column * width, top + row * height, width, height)
            self._draw_part(painter, area, block, share, mirrored)
        painter.end()

    def _draw_part(self, painter: QPainter, area: QRectF, block: Block, share: float, mirrored: bool) -> None:
        p, size = self.theme.palette, min(self.theme.text_px(36), area.height() * 0.72)
        x = area.right() - size / 2 if mirrored else area.left() + size / 2
        centre = QPointF(x, area.center().y())
        if share >= _WHOLE:
            draw_icon(painter, "check-circle", p.pa_done, centre, size, "fill")
        else:
            draw_ring(painter, centre, size * 0.42, RingState(1, 0, share), p.pa_done, size * 0.2, _PALE * 1.6)
        gap = size * 1.4
        words = area.adjusted(0, 0, -gap, 0) if mirrored else area.adjusted(gap, 0, 0, 0)
        block_of = one_line(self._words.block(block), area.height() * 0.58, Weight.BOLD, words.width())
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        block_of.draw(painter, words, p.ink if share > 0 else p.ink2, align)
