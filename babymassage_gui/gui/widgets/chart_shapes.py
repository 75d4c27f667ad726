"""The bars of the chart as pixels: where each stands, its outline when it ended early, its mark; and their painting.

Days and minutes become pixels by a `Scale`; everything here is Qt only, so that it can be tested without a plot.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from babymassage_gui.core.columns import Column
from babymassage_gui.core.history import Mood
from babymassage_gui.core.progress import Bar, TargetStep, target_on_day
from babymassage_gui.gui.theme import Theme, mix
from babymassage_gui.gui.widgets.faces import draw_mood_mark
from babymassage_gui.gui.widgets.paint import line

_WIDTH_OF_A_DAY = 0.74
_WIDEST, _ROUNDEST = 58.0, 9.0
_GAP = 2.0
_EDGE = 1.5
_GHOST_WIDTH, _GHOST_DASH, _GHOST_GAP = 1.6, 4.0, 3.5
_GHOST_PALE, _GHOST_DARK = 0.14, 0.85
_EDGE_FROM_WIDTH = 5.0
_MARK_LARGEST, _MARK_SMALLEST = 6.5, 2.8
_LEAST_HEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Where day 0 and minute 0 lie, and how many pixels a day and a minute take."""

    left: float
    ground: float
    day_width: float
    minute_height: float

    def x(self, day: float) -> float:
        """The pixel of a day's middle, counted from the chart's first day."""
        return self.left + day * self.day_width

    def y(self, minutes: float) -> float:
        """The pixel of a height in minutes."""
        return self.ground - minutes * self.minute_height


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a column in one answer's colour; the topmost has the round top."""

    mood: Mood
    rect: QRectF


@dataclass(frozen=True, slots=True)
class Shape:
    """One column that can be picked: a massage with the edge of its colour, or a week, whose parts meet.

    `ghost` reaches up to the day's target where the massage ended early; `mark` tells the answer by its shape.
    """

    parts: tuple[Part, ...]
    round_top: bool
    edged: bool = True
    ghost: QRectF | None = None
    mark: tuple[Mood, QPointF, float] | None = None

    @property
    def whole(self) -> QRectF:
        """The column from the ground of its first part to its top, the ghost with it."""
        area = QRectF(self.parts[0].rect)
        for part in self.parts[1:]:
            area = area.united(part.rect)
        return area if self.ghost is None else area.united(self.ghost)

    def moved(self, along: float) -> Shape:
        """The same so many pixels further to the right."""
        return Shape(
            tuple(Part(part.mood, part.rect.translated(along, 0)) for part in self.parts),
            self.round_top,
            self.edged,
            None if self.ghost is None else self.ghost.translated(along, 0),
            None if self.mark is None else (self.mark[0], self.mark[1] + QPointF(along, 0), self.mark[2]),
        )


def column_width(days: float, scale: Scale, theme: Theme) -> float:
    """How wide a bar of so many days is."""
    return max(2.0, min(theme.px(_WIDEST), days * scale.day_width * _WIDTH_OF_A_DAY))


@lru_cache(maxsize=64)
def _quiet(mood: Mood, theme: Theme) -> tuple[QColor, QColor]:
    """Fill and edge of an answer; what was not said stays quiet."""
    if mood is Mood.NOT_SAID:
        return QColor(theme.palette.line), QColor(theme.palette.ink3)
    return QColor(theme.mood(mood)), QColor(theme.mood_edge(mood))


def day_shapes(
    bars: Iterable[Bar], steps: tuple[TargetStep, ...], origin: date, scale: Scale, theme: Theme
) -> tuple[Shape, ...]:
    """A shape for each massage, in their order; those of one day stand on each other with a small gap."""
    width = column_width(1.0, scale, theme)
    shapes: list[Shape] = []
    for day, group in groupby(bars, key=lambda bar: bar.day):
        of_day = tuple(group)
        target = target_on_day(steps, day)
        middle = scale.x((day - origin).days)
        shapes += (_day_shape(bar, middle, width, target, bar is of_day[-1], scale, theme) for bar in of_day)
    return tuple(shapes)


def _day_shape(bar: Bar, middle: float, width: float, target: int, topmost: bool, scale: Scale, theme: Theme) -> Shape:
    bottom = scale.y(bar.base) - (_GAP if bar.base else 0.0)
    # Even a massage of seconds was one: it is always there to be seen.
    top = min(scale.y(bar.top), bottom - _LEAST_HEIGHT)
    rect = QRectF(middle - width / 2, top, width, bottom - top)
    aim = scale.y(target)
    ghost = QRectF(rect.x() + 1, aim, width - 2, bottom - aim) if topmost and bar.early and aim < top - 2 else None
    mark = None
    if bar.mood not in (Mood.CALM, Mood.NOT_SAID) and topmost:
        mark = (bar.mood, *_mark_place(middle, top, aim, width, theme))
    return Shape((Part(bar.mood, rect),), topmost, ghost=ghost, mark=mark)


def _mark_place(middle: float, top: float, aim: float, width: float, theme: Theme) -> tuple[QPointF, float]:
    """Above the bar; where the target's line would run through it, above that line."""
    radius = min(theme.px(_MARK_LARGEST), max(_MARK_SMALLEST, width * 0.42))
    room = radius * 1.35 + 3
    place = top - room
    if abs(place - aim) < room + 1:
        place = min(place, aim - room)
    return QPointF(middle, place), radius


def column_shapes(columns: Sequence[Column], origin: date, scale: Scale, theme: Theme) -> tuple[Shape, ...]:
    """A shape for each column: its height the mean minutes, split by how often each answer was given."""
    return tuple(_column_shape(column, origin, scale, theme) for column in columns)


def _column_shape(column: Column, origin: date, scale: Scale, theme: Theme) -> Shape:
    width = column_width(column.days, scale, theme)
    left = scale.x((column.first_day - origin).days + (column.days - 1) / 2) - width / 2
    parts: list[Part] = []
    base = 0.0
    for mood, share in column.shares:
        height = column.minutes * share
        bottom, top = scale.y(base), scale.y(base + height)
        parts.append(Part(mood, QRectF(left, top, width, bottom - top)))
        base += height
    return Shape(tuple(parts), round_top=True, edged=False)


def draw_shapes(painter: QPainter, shapes: Iterable[Shape], theme: Theme) -> None:
    """Ghosts and bars; marks are painted later, over the target's line.

    Edges are filled and the bar is filled over them: a pen takes five times as long, and long paths take longer still.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    for shape in shapes:
        first, last = shape.parts[0].rect, shape.parts[-1]
        radius = min(theme.px(_ROUNDEST), first.width() / 2) if shape.round_top else 0.0
        if shape.ghost is not None:
            _draw_ghost(painter, shape.ghost, min(theme.px(_ROUNDEST), first.width() / 2), last.mood, theme)
        wide = first.width() > _EDGE_FROM_WIDTH
        for part in shape.parts[:-1] if wide else shape.parts:
            painter.fillRect(part.rect, _quiet(part.mood, theme)[0])
        if wide:
            _draw_top(painter, last, radius, theme, edge=_EDGE if shape.edged else 0.0)
            for part in shape.parts[1:]:
                seam = QRectF(part.rect.x(), part.rect.bottom() - 0.5, part.rect.width(), 1.0)
                painter.fillRect(seam, theme.colour("card"))


def _draw_top(painter: QPainter, part: Part, radius: float, theme: Theme, edge: float) -> None:
    """The topmost part of a bar, with its edge if it has one."""
    fill, around = _quiet(part.mood, theme)
    inner = part.rect.adjusted(edge, edge, -edge, -edge) if part.rect.height() > 2 * edge else part.rect
    if radius <= 0:
        if edge:
            painter.fillRect(part.rect, around)
        painter.fillRect(inner, fill)
        return
    if edge:
        painter.fillPath(_bar_path(part.rect, radius), around)
    painter.fillPath(_bar_path(inner, radius - edge), fill)


def _draw_ghost(painter: QPainter, ghost: QRectF, radius: float, mood: Mood, theme: Theme) -> None:
    """Dashed sides under a round top, all of it filled and opaque: a dash pattern costs a millisecond for each bar."""
    fill, edge = _quiet(mood, theme)
    shade, card = (fill if mood is not Mood.NOT_SAID else edge).name(), theme.palette.card
    pale, dark = QColor(mix(card, shade, _GHOST_PALE)), QColor(mix(card, shade, _GHOST_DARK))
    radius, half = min(radius, ghost.width() / 2, ghost.height()), _GHOST_WIDTH / 2
    top = QRectF(ghost.left() - half, ghost.top() - half, ghost.width() + 2 * half, max(radius, half))
    painter.fillPath(_bar_path(top, radius + half), dark)
    painter.fillPath(_bar_path(ghost.adjusted(half, half, -half, 0), radius - half), pale)
    y = ghost.top() + radius + _GHOST_GAP
    dashes: list[QRectF] = []
    while y < ghost.bottom():
        end = min(y + _GHOST_DASH, ghost.bottom())
        dashes += (QRectF(x - half, y, _GHOST_WIDTH, end - y) for x in (ghost.left(), ghost.right()))
        y = end + _GHOST_GAP
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dark)
    # Upright edges need no smoothing, which takes most of the time.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawRects(dashes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def dashed(shade: QColor) -> QPen:
    """The line of a massage that ended early."""
    pen = QPen(shade, 1.6)
    pen.setDashPattern([2.4, 2.2])
    return pen


def _bar_path(rect: QRectF, radius: float) -> QPainterPath:
    """Round at the top, flat on the ground."""
    radius = max(0.0, min(radius, rect.height(), rect.width() / 2))
    path = QPainterPath(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * radius, 2 * radius), 180, -90)
    path.arcTo(QRectF(rect.right() - 2 * radius, rect.top(), 2 * radius, 2 * radius), 90, -90)
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def draw_mark(painter: QPainter, shape: Shape, theme: Theme) -> None:
    """The mark with a rim of the sheet, so that it reads on any ground."""
    if shape.mark is None:
        return
    mood, centre, radius = shape.mark
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.palette.card))
    painter.drawEllipse(centre, radius * 1.45, radius * 1.45)
    draw_mood_mark(painter, centre, radius, mood, theme)


def draw_picked(painter: QPainter, shape: Shape, theme: Theme) -> None:
    """The outline of the bar that is looked at."""
    area = shape.whole.adjusted(-4, -4, 4, 0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line(theme.palette.focus, 3))
    painter.drawPath(_bar_path(area, min(theme.px(_ROUNDEST) + 4, area.width() / 2)))


def draw_swatch(painter: QPainter, rect: QRectF, mood: Mood, theme: Theme) -> None:
    """An answer's colour as a small square, for the legend."""
    fill, edge = _quiet(mood, theme)
    painter.setPen(line(edge, _EDGE))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, rect.width() / 3, rect.width() / 3)


def shape_at(shapes: Mapping[int, Shape], point: QPointF) -> int | None:
    """The column under a pointer, with a little room around thin ones."""
    for index, shape in shapes.items():
        room = max(2.0, 6.0 - shape.whole.width() / 2)
        if shape.whole.adjusted(-room, -14, room, 3).contains(point):
            return index
    return None
