"""What the chart stands on: the massages, or their weeks, months, years, and which of them are in sight.

Only what is in sight is ever made into shapes, so that a log of any length pans and zooms alike.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from babymassage_gui.core.columns import (
    Bucket,
    Column,
    Point,
    bucket_start,
    columns_of,
    smoothed_columns,
    smoothed_days,
)
from babymassage_gui.core.marked_days import MarkedDays
from babymassage_gui.core.progress import Progress, Span, TargetStep, days_shown, target_line
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chart_dates import first_weekday
from babymassage_gui.gui.widgets.chart_ground import step_points, trend_path
from babymassage_gui.gui.widgets.chart_shapes import Scale, Shape, column_shapes, day_shapes

AIR_DAYS = 0.6
_DAY = attrgetter("day")
_MOST_KEPT = 5000
_AIR_FOR_TOMORROW = 1.1


class ChartStand:
    """One log as columns of a bucket. Days are counted from `origin`, the first massage's."""

    def __init__(self, progress: Progress, marked: Sequence[MarkedDays], today: date) -> None:
        self.progress, self.marked, self.today = progress, tuple(marked), today
        self.origin = progress.first_day or today
        self.bucket = Bucket.DAY
        self._steps = target_line(progress, today)
        self._columns: dict[Bucket, tuple[Column, ...]] = {}
        self._trends: dict[Bucket, tuple[tuple[Point, ...], ...]] = {}
        self._lines: dict[Bucket, tuple[list[float], list[float]]] = {}
        self._made_for: tuple[object, ...] = ()
        self._made: dict[int, Shape] = {}

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the bucket; empty where a bar is a massage."""
        if self.bucket is Bucket.DAY:
            return ()
        if self.bucket not in self._columns:
            self._columns[self.bucket] = columns_of(self.progress.bars, self.bucket, first_weekday())
        return self._columns[self.bucket]

    @property
    def count(self) -> int:
        """How many bars there are, in sight or not."""
        return len(self.progress.bars if self.bucket is Bucket.DAY else self.columns)

    @property
    def tallest(self) -> float:
        """Minutes of the highest bar of a day."""
        bars = self.progress.bars
        return max((base + minutes for base, minutes in zip(bars.bases, bars.minutes, strict=True)), default=0.0)

    def days_of(self, index: int) -> tuple[date, date]:
        """First and last day of a bar."""
        if self.bucket is Bucket.DAY:
            day = date.fromordinal(self.progress.bars.days[index])
            return day, day
        return self.columns[index].first_day, self.columns[index].last_day

    def index_of(self, massage: int) -> int:
        """The bar of a massage."""
        return massage if self.bucket is Bucket.DAY else bisect_right(self.columns, massage, key=lambda c: c.begin) - 1

    def newest_of(self, index: int) -> int:
        """The newest massage of a bar."""
        return index if self.bucket is Bucket.DAY else self.columns[index].end - 1

    def span_days(self, span: Span, bucket: Bucket) -> tuple[float, float]:
        """Where a span begins and ends, with air at both ends; whole columns of a bucket."""
        first, last = days_shown(self.progress, span, self.today)
        if bucket is not Bucket.DAY:
            first = bucket_start(first, bucket, first_weekday())
        air = _AIR_FOR_TOMORROW if self._steps[-1].day > last else AIR_DAYS
        return (first - self.origin).days - AIR_DAYS, (last - self.origin).days + air

    def in_sight(self, first: float, last: float) -> range:
        """The bars that stand between two places, and one more at each end."""
        begin, end = (self.origin.toordinal() + math.floor(place) for place in (first, last + 1))
        if self.bucket is Bucket.DAY:
            days = self.progress.bars.days
            return range(bisect_left(days, begin - 1), bisect_right(days, end + 1))
        columns = self.columns
        left = bisect_left(columns, begin, key=lambda column: column.last_day.toordinal())
        return range(left, bisect_right(columns, end, key=lambda column: column.first_day.toordinal()))

    def shapes(self, first: float, last: float, scale: Scale, theme: Theme) -> Mapping[int, Shape]:
        """The bars in sight by their place among all, in pixels of the widget."""
        return {place: shape.moved(scale.left) for place, shape in self.at_zero(first, last, scale, theme)}

    def at_zero(self, first: float, last: float, scale: Scale, theme: Theme) -> Iterator[tuple[int, Shape]]:
        """The same as if the first day lay at pixel 0: whoever moves sideways makes only what comes into sight."""
        places = self.in_sight(first, last)
        still = replace(scale, left=0.0)
        key = (still, self.bucket, theme)
        if self._made_for != key or len(self._made) > _MOST_KEPT:
            self._made_for, self._made = key, {}
        missing = [place for place in places if place not in self._made]
        if missing:
            # Whole days come into sight at one end, or both, or all of them do.
            self._made.update(self._make(range(missing[0], missing[-1] + 1), still, theme))
        return ((place, self._made[place]) for place in places)

    def _make(self, places: range, scale: Scale, theme: Theme) -> Iterator[tuple[int, Shape]]:
        some = slice(places.start, places.stop)
        if self.bucket is Bucket.DAY:
            shapes = day_shapes(self.progress.bars[some], self._steps, self.origin, scale, theme)
        else:
            shapes = column_shapes(self.columns[some], self.origin, scale, theme)
        return zip(places, shapes, strict=True)

    def target(self, first: float, last: float, scale: Scale) -> list[QPointF]:
        """The target's line in sight, in pixels. By columns, where a step for each day would be a comb."""
        if self.bucket not in self._lines:
            steps = self._steps
            if self.bucket is not Bucket.DAY:
                steps = (*(TargetStep(column.first_day, column.target) for column in self.columns), steps[-1])
            self._lines[self.bucket] = step_points(steps, self.origin)
        days, minutes = self._lines[self.bucket]
        begin, end = max(0, bisect_left(days, first) - 2), bisect_right(days, last) + 2
        return [
            QPointF(scale.x(day), scale.y(height))
            for day, height in zip(days[begin:end], minutes[begin:end], strict=True)
        ]

    def trend(self, first: float, last: float, scale: Scale) -> QPainterPath:
        """The smoothed line in sight, in pixels."""
        if self.bucket is Bucket.DAY:
            begin, end = (self.origin + timedelta(days=math.floor(place)) for place in (first - 8, last + 8))
            return trend_path(smoothed_days(self.progress.bars, begin, end), self.origin, scale)
        if self.bucket not in self._trends:
            self._trends[self.bucket] = smoothed_columns(self.columns)
        each = self.columns[0].days if self.columns else 1
        left, right = (self.origin.toordinal() + place for place in (first - 3 * each, last + 3 * each))
        pieces = [
            piece[bisect_left(piece, left, key=_DAY) : bisect_right(piece, right, key=_DAY)]
            for piece in self._trends[self.bucket]
        ]
        return trend_path(pieces, self.origin, scale)

    def marked_in_sight(self, first: float, last: float) -> tuple[MarkedDays, ...]:
        """The days of illness and travel between two places."""
        begin, end = (self.origin + timedelta(days=math.floor(place)) for place in (first - 1, last + 1))
        return tuple(one for one in self.marked if one.last >= begin and one.first <= end)

    def marked_at(self, place: QPointF, scale: Scale) -> tuple[MarkedDays, QRectF] | None:
        """The days of illness or travel under a pointer, with where they stand."""
        for one in self.marked:
            left, right = (
                scale.x((one.first - self.origin).days - 0.5), scale.x((one.last - self.origin).days + 0.5)
            )  # fmt: skip
            if left <= place.x() <= right and place.y() <= scale.ground:
                return one, QRectF(left, place.y(), right - left, max(0.0, scale.ground - place.y()))
        return None
