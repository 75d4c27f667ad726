"""What bars stand on and what runs over them: the corridor, days of illness and travel, the target, the smoothed line.

All in pixels, Qt only, so that the chart, the report on paper and the tests share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from babymassage_gui.core.columns import Point
from babymassage_gui.core.marked_days import MarkedDays
from babymassage_gui.core.progress import TargetStep
from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, ThemeName, Weight, mix
from babymassage_gui.gui.widgets.chart_shapes import Scale
from babymassage_gui.gui.widgets.paint import line
from babymassage_gui.gui.widgets.text_block import one_line, text_width

CORRIDOR = (3, 15)
TICKS = (0, 3, 5, 10, 15)
_HATCH_PITCH = 8.0
_WORD_AIR = 6.0
_THINNEST_BAND = 7.0
_TREND_WIDTH, _TARGET_WIDTH, _HALO = 2.6, 2.8, 6.0


@dataclass(frozen=True, slots=True)
class Band:
    """Hatched days: from one pixel to another, and their word."""

    left: float
    right: float
    word: str


def bands_of(marked: Iterable[tuple[MarkedDays, str]], origin: date, scale: Scale) -> tuple[Band, ...]:
    """Where days of illness and travel stand, each given with its word."""
    return tuple(
        Band(scale.x((one.first - origin).days - 0.5), scale.x((one.last - origin).days + 0.5), word)
        for one, word in marked
    )


def draw_hatching(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Quiet slanted lines over a pale ground: these days were others, not missing."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, theme.colour("sunken", 0.55))
    painter.setPen(QPen(theme.colour("ink3", 0.42), 1.2))
    # The lines hang on the screen, not on the area, so that neighbours meet.
    lean, x = area.height(), area.left() - area.left() % _HATCH_PITCH - area.height()
    lines = []
    while x < area.right():
        lines.append(QLineF(x, area.bottom(), x + lean, area.top()))
        x += _HATCH_PITCH
    painter.drawLines(lines)
    painter.restore()


def draw_bands(painter: QPainter, bands: Iterable[Band], view: QRectF, theme: Theme) -> None:
    """Hatched days; those that are too thin to be seen are left out."""
    for band in bands:
        left, right = max(band.left, view.left()), min(band.right, view.right())
        if right > left and band.right - band.left >= _THINNEST_BAND:
            draw_hatching(painter, QRectF(left, view.top(), right - left, view.height()), theme)


def draw_band_words(
    painter: QPainter, bands: Iterable[Band], view: QRectF, theme: Theme, px: float, taken: float
) -> None:
    """The words of hatched days along the upper edge, where no bar is; one that would run into another is left out.

    `taken` is the pixel up to which something else is written there.
    """
    for band in bands:
        if band.right <= view.left() or band.left >= view.right() or band.right - band.left < _THINNEST_BAND:
            continue
        width = text_width(band.word, px, Weight.BOLD) + 2 * _WORD_AIR
        middle = (max(band.left, view.left()) + min(band.right, view.right())) / 2
        left = min(max(view.left(), middle - width / 2), view.right() - width)
        if left < taken:
            continue
        taken = left + width + 2
        area = QRectF(left, view.top(), width, px * 1.3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(area, px * 0.4, px * 0.4)
        word = one_line(band.word, px, Weight.BOLD, width)
        word.draw(painter, area, theme.palette.ink2, Qt.AlignmentFlag.AlignHCenter)


def step_points(steps: tuple[TargetStep, ...], origin: date) -> tuple[list[float], list[float]]:
    """The target's line, its corners between two days: each level runs to the next, the last to its day's end."""
    begins = [(step.day - origin).days - 0.5 for step in steps]
    ends = [*begins[1:], begins[-1] + 1.0]
    days = [day for pair in zip(begins, ends, strict=True) for day in pair]
    return days, [float(step.minutes) for step in steps for _ in range(2)]


def draw_target(painter: QPainter, points: Sequence[QPointF], theme: Theme) -> None:
    """The target as a line of steps with a halo of the sheet, so that it reads over every bar."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shade, width in ((theme.palette.card, max(4.5, theme.px(_HALO))),
                         (theme.palette.ink, max(2.2, theme.px(_TARGET_WIDTH)))):  # fmt: skip
        painter.setPen(QPen(theme.colour(shade), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap,
                            Qt.PenJoinStyle.RoundJoin))  # fmt: skip
        painter.drawPolyline(points)


def trend_path(pieces: Iterable[Sequence[Point]], origin: date, scale: Scale) -> QPainterPath:
    """The smoothed line as a curve through the middles between its points: it never swings beyond them."""
    path = QPainterPath()
    for piece in pieces:
        points = [QPointF(scale.x(point.day - origin.toordinal()), scale.y(point.minutes)) for point in piece]
        if len(points) < 2:
            continue
        path.moveTo(points[0])
        for here, after in pairwise(points[1:]):
            path.quadTo(here, (here + after) / 2)
        path.lineTo(points[-1])
    return path


def trend_pen(theme: Theme) -> QPen:
    """The pen of the smoothed line."""
    return line(theme.palette.primary, max(2.0, theme.px(_TREND_WIDTH)))


def draw_trend(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    """The smoothed line, with a rim of the sheet."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line(theme.colour("card", 0.75), max(4.0, theme.px(_HALO - 0.6))))
    painter.drawPath(path)
    painter.setPen(trend_pen(theme))
    painter.drawPath(path)


def draw_corridor(
    painter: QPainter, scale: Scale, view: QRectF, theme: Theme, corridor: tuple[int, int], words: tuple[str, str]
) -> None:
    """The tint between the shortest and the longest massage, its dashed edges, quiet lines between.

    `words` stand at the left and at the right end of the upper edge.
    """
    low, high = scale.y(corridor[0]), scale.y(corridor[1])
    tint = 0.10 if theme.name is ThemeName.LIGHT else 0.13
    painter.fillRect(QRectF(view.left(), high, view.width(), low - high), theme.colour("calm", tint))
    painter.setPen(line(theme.colour("line", 0.9), 1.4))
    for minutes in range(5, corridor[1], 5):
        painter.drawLine(QPointF(view.left(), scale.y(minutes)), QPointF(view.right(), scale.y(minutes)))
    edge = QPen(theme.colour("calm", 0.6), 1.6, Qt.PenStyle.DashLine)
    painter.setPen(edge)
    for y in (low, high):
        painter.drawLine(QPointF(view.left(), y), QPointF(view.right(), y))
    # There no bar can ever cover them.
    px = min(theme.text_px(16), max(SMALLEST_TEXT, high - view.top()))
    area = QRectF(view.left() + 2, view.top(), view.width() - 4, px * 1.3)
    shade = mix(theme.palette.calm, theme.palette.ink, 0.45)
    for text, align in zip(words, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True):
        if text:
            one_line(text, px, Weight.BOLD, area.width() / 2).draw(painter, area, shade, align)
