"""Rings: one segment for each repetition, the running one fills, a number in the middle."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Theme, Weight, colour
from babymassage_gui.gui.widgets.paint import start
from babymassage_gui.gui.widgets.text_block import one_line
from babymassage_gui.gui.widgets.themed import Themed

_SIXTEENTHS = 16
# Of the gap one width is filled by the two half caps; the rest is what the eye sees.
_GAP_PER_CAP = 1.34
_PALE = 0.22


@dataclass(frozen=True, slots=True)
class RingState:
    """`segments` in all, `done` of them full, the next one filled to `fraction` (0..1)."""

    segments: int
    done: int = 0
    fraction: float = 0.0

    def __post_init__(self) -> None:
        if self.segments < 1:
            raise ValueError("a ring has at least one segment")

    def filled(self, index: int) -> float:
        """How full a segment is, 0..1."""
        if index < self.done:
            return 1.0
        return min(1.0, max(0.0, self.fraction)) if index == self.done else 0.0


def segment_spans(state: RingState, radius: float, width: float) -> list[tuple[float, float]]:
    """Start and length of each segment in degrees, clockwise from the top; gaps leave room for the round caps."""
    if state.segments == 1:
        return [(0.0, 360.0)]
    pitch = 360.0 / state.segments
    gap = min(pitch * 0.5, math.degrees(width / max(1.0, radius)) * _GAP_PER_CAP)
    return [(index * pitch + gap / 2, pitch - gap) for index in range(state.segments)]


def draw_ring(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    state: RingState,
    shade: str,
    width: float | None = None,
    pale: float = _PALE,
) -> None:
    """A ring of outer `radius`; `pale` is the opacity of what is not done yet."""
    width = radius * 0.24 if width is None else width
    middle = radius - width / 2
    area = QRectF(centre.x() - middle, centre.y() - middle, 2 * middle, 2 * middle)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for index, (begin, length) in enumerate(segment_spans(state, middle, width)):
        _arc(painter, area, begin, length, colour(shade, pale), width)
        full = state.filled(index)
        if full > 0:
            _arc(painter, area, begin, max(0.5, length * full), QColor(shade), width)


def _arc(painter: QPainter, area: QRectF, begin: float, length: float, shade: QColor, width: float) -> None:
    painter.setPen(QPen(shade, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(area, round((90 - begin) * _SIXTEENTHS), round(-length * _SIXTEENTHS))


class SegmentRing(Themed, QWidget):
    """A ring with a number. The accessible name is set by the page when a repetition begins, never each second."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        shade: str = "pa_stroke",
        number_part: float = 0.80,
        width_part: float = 0.24,
        pale: float = _PALE,
    ) -> None:
        super().__init__(parent)
        self._shade, self._number_part, self._width_part, self._pale = shade, number_part, width_part, pale
        self._state = RingState(1)
        self._number = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    @property
    def state(self) -> RingState:
        """What the ring shows."""
        return self._state

    def set_state(self, state: RingState, number: str | None = None) -> None:
        """Show another state, and another number in the middle; None keeps the number."""
        number = self._number if number is None else number
        if (state, number) != (self._state, self._number):
            self._state, self._number = state, number
            self.update()

    def set_shade(self, role: str) -> None:
        """Paint in another colour role, such as a phase's accent."""
        self._shade = role
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(self.theme.px(96))
        return QSize(side, side)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        area = QRectF(self.rect())
        radius = min(area.width(), area.height()) / 2
        shade = self.theme.colour(self._shade).name()
        width = radius * self._width_part
        draw_ring(painter, area.center(), radius, self._state, shade, width, self._pale)
        if self._number:
            room = 2 * (radius - width) * 0.94
            block = one_line(self._number, radius * self._number_part, Weight.EXTRA, room, floor=9.0)
            block.draw(painter, area, self.theme.palette.ink, Qt.AlignmentFlag.AlignHCenter)
        painter.end()
