"""The chart's columns where days would be too thin: a week, a month or a year of massages each; and the smoothed line.

A column's height is the mean minutes of a massage, so that a week with fewer of them is no lower for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

from babymassage_gui.core.history import Mood
from babymassage_gui.core.progress import DAYS_IN_WEEK, Bars, week_start

# Above this many days on screen one bar is a week.
MOST_SINGLE_DAYS = 120
# A column that is thinner than this many pixels, with its gap, cannot be seen: the next longer one is taken.
_THINNEST = 3.0
# The smoothed line is the mean of the days so near, and of the columns so near.
_NEAR_DAYS, _NEAR_COLUMNS = 3, 2
# Over a longer break the smoothed line is not drawn: nobody knows what was there.
_BREAK_DAYS, _BREAK_COLUMNS = 7, 3


class Bucket(StrEnum):
    """What one column stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_ABOUT_DAYS = {Bucket.WEEK: 7.0, Bucket.MONTH: 30.4, Bucket.YEAR: 365.0}


@dataclass(frozen=True, slots=True)
class Column:
    """The massages from `first_day` to `last_day` as one bar; `begin` to `end` are their places in the log.

    `minutes` is the mean of a massage, `shares` how many of them (0..1) were answered how, in a fixed order and
    without those that did not occur; `target` is the highest aimed at.
    """

    first_day: date
    last_day: date
    begin: int
    end: int
    minutes: float
    target: int
    shares: tuple[tuple[Mood, float], ...]

    @property
    def massages(self) -> int:
        """How many massages."""
        return self.end - self.begin

    @property
    def days(self) -> int:
        """How many days it stands for, with a massage or without."""
        return (self.last_day - self.first_day).days + 1


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the smoothed line: its place in days since the first one of the calendar, and minutes."""

    day: float
    minutes: float


def bucket_for(days: float, pixels: float) -> Bucket:
    """What a column stands for where so many days are shown on so many pixels."""
    if days <= MOST_SINGLE_DAYS:
        return Bucket.DAY
    fits = (bucket for bucket, each in _ABOUT_DAYS.items() if days / each * _THINNEST <= pixels)
    return next(fits, Bucket.YEAR)


def bucket_start(day: date, bucket: Bucket, first_weekday: int = 1) -> date:
    """The day on which the column of a day begins."""
    if bucket is Bucket.WEEK:
        return week_start(day, first_weekday)
    if bucket is Bucket.MONTH:
        return day.replace(day=1)
    return day.replace(month=1, day=1) if bucket is Bucket.YEAR else day


def bucket_after(start: date, bucket: Bucket) -> date:
    """The day on which the column after the one that begins on `start` begins."""
    if bucket is Bucket.MONTH:
        return (start + timedelta(days=31)).replace(day=1)
    if bucket is Bucket.YEAR:
        return start.replace(year=start.year + 1)
    return start + timedelta(days=DAYS_IN_WEEK if bucket is Bucket.WEEK else 1)


def columns_of(bars: Bars, bucket: Bucket, first_weekday: int = 1) -> tuple[Column, ...]:
    """The columns that hold a massage, oldest first."""
    found: list[Column] = []
    begin = 0
    while begin < len(bars):
        first = bucket_start(date.fromordinal(bars.days[begin]), bucket, first_weekday)
        after = bucket_after(first, bucket)
        end = bisect_left(bars.days, after.toordinal(), begin)
        found.append(_column(bars, first, after - timedelta(days=1), begin, end))
        begin = end
    return tuple(found)


def _column(bars: Bars, first: date, last: date, begin: int, end: int) -> Column:
    answers, massages = Counter(bars.moods[begin:end]), end - begin
    shares = tuple((mood, answers[mood] / massages) for mood in Mood if mood in answers)
    target = max(session.target_minutes for session in bars.sessions[begin:end])
    return Column(first, last, begin, end, sum(bars.minutes[begin:end]) / massages, target, shares)


def smoothed_days(bars: Bars, first: date, last: date) -> tuple[tuple[Point, ...], ...]:
    """The mean of the days near each day with a massage, from one day to another; in pieces, where breaks are long.

    A day is what its massages lasted together.
    """
    margin = timedelta(days=_NEAR_DAYS)
    near = bars[bars.between(first - margin, last + margin)]
    tops = dict(zip(near.days, map(sum, zip(near.bases, near.minutes, strict=True)), strict=True))
    days = tuple(tops)
    sums = (0.0, *accumulate(tops.values()))
    points = []
    for day in days:
        if first.toordinal() <= day <= last.toordinal():
            begin, end = bisect_left(days, day - _NEAR_DAYS), bisect_right(days, day + _NEAR_DAYS)
            points.append(Point(day, (sums[end] - sums[begin]) / (end - begin)))
    return tuple(_pieces(points, _BREAK_DAYS))


def smoothed_columns(columns: Sequence[Column]) -> tuple[tuple[Point, ...], ...]:
    """The mean of the columns near each, each counted as often as it has massages."""
    points = []
    for place, column in enumerate(columns):
        near = columns[max(0, place - _NEAR_COLUMNS) : place + _NEAR_COLUMNS + 1]
        minutes = sum(one.minutes * one.massages for one in near) / sum(one.massages for one in near)
        points.append(Point(column.first_day.toordinal() + (column.days - 1) / 2, minutes))
    longest = max((column.days for column in columns), default=0)
    return tuple(_pieces(points, _BREAK_COLUMNS * longest))


def _pieces(points: Sequence[Point], longest: float) -> Iterator[tuple[Point, ...]]:
    piece: list[Point] = []
    for point in points:
        if piece and point.day - piece[-1].day > longest:
            yield tuple(piece)
            piece = []
        piece.append(point)
    if piece:
        yield tuple(piece)
