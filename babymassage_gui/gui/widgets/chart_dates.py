"""The chart's days in words: the ticks that fit beside each other, and one bar told as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QObject

from babymassage_gui.core.columns import Bucket, Column
from babymassage_gui.core.history import Mood
from babymassage_gui.core.marked_days import Mark, MarkedDays
from babymassage_gui.core.progress import Bar, week_start
from babymassage_gui.gui.text import Words, fill

_AIR = 18.0
_HALF_MONTH, _MONTH = 14, 28
_MONTH_STEPS = (1, 2, 3, 6, 12)
_WIDEST_DAY = date(2026, 12, 30)  # a Wednesday with two digits: about the longest there is


@dataclass(frozen=True, slots=True)
class Tick:
    """A day and what stands under it."""

    day: date
    text: str


def first_weekday() -> int:
    """The day on which weeks begin here: Monday is 1, Sunday 7."""
    return QLocale().firstDayOfWeek().value


class ChartDates(QObject):
    """Days and bars in words of the interface's language."""

    def ticks(
        self, first: date, last: date, day_width: float, today: date, width_of: Callable[[str], float]
    ) -> tuple[Tick, ...]:
        """As many days between two as stand beside each other with air between; `width_of` measures a text."""

        def fits(days: int, text_format: str) -> bool:
            return days * day_width >= width_of(self._day(_WIDEST_DAY, text_format)) + _AIR

        weekday, day = self.tr("ddd d MMM", "a day under the chart"), self.tr("d MMM", "a day under the chart")
        if fits(1, day):
            text_format = weekday if fits(1, weekday) else day
            days = (first + timedelta(days=index) for index in range((last - first).days + 1))
            return tuple(Tick(d, self.tr("today") if d == today else self._day(d, text_format)) for d in days)
        if fits(7, day):
            begin = week_start(first + timedelta(days=6), first_weekday())
            return tuple(Tick(d, self._day(d, day)) for d in _every_seven(begin, last))
        if fits(_HALF_MONTH, day):
            return tuple(Tick(d, self._day(d, day)) for d in _months(first, last, 1, (1, 15)))
        return self._month_ticks(first, last, fits)

    def _month_ticks(self, first: date, last: date, fits: Callable[[int, str], bool]) -> tuple[Tick, ...]:
        month, with_year = self.tr("MMM", "a month under the chart"), self.tr("MMM yyyy", "a month under the chart")
        step = next((step for step in _MONTH_STEPS if fits(step * _MONTH, with_year)), _MONTH_STEPS[-1])
        days = tuple(_months(first, last, step, (1,)))
        return tuple(
            Tick(d, self._day(d, with_year if index == 0 or d.month == 1 else month)) for index, d in enumerate(days)
        )

    def _day(self, day: date, text_format: str) -> str:
        return QLocale().toString(QDate(day.year, day.month, day.day), text_format)

    def bar(self, bar: Bar, words: Words) -> tuple[str, str]:
        """A massage in two lines: its day, and how long of how much and how it was."""
        day = self._day(bar.day, self.tr("dddd d MMMM", "a day with its weekday"))
        told = self.minutes_of(bar.minutes, bar.target)
        if bar.mood is not Mood.NOT_SAID:
            told = fill(self.tr("%1, %2", "minutes, how it was"), told, words.mood(bar.mood).lower())
        if bar.early:
            told = fill(self.tr("%1, ended early", "minutes and how it was"), told)
        return day, told

    def minutes_of(self, minutes: float, target: int) -> str:
        """How long of how much."""
        if minutes < 1:
            return fill(self.tr("under a minute of %1"), target)
        return fill(self.tr("%n minute(s) of %1", "", round(minutes)), target)

    def column(self, column: Column, bucket: Bucket, words: Words) -> tuple[str, str]:
        """A week, a month or a year in two lines: which one, and how many massages of how many minutes."""
        massages = self.tr("%n massage(s)", "", column.massages)
        mean = words.minutes(round(column.minutes))
        answers = [
            fill(self.tr("%1 %2", "how many, how it was"), round(share * column.massages), words.mood(mood).lower())
            for mood, share in column.shares
        ]
        told = fill(self.tr("%1, %2 each on average: %3"), massages, mean, ", ".join(answers))
        return self._column_name(column.first_day, bucket), told

    def _column_name(self, first: date, bucket: Bucket) -> str:
        if bucket is Bucket.MONTH:
            return self._day(first, self.tr("MMMM yyyy", "a month with its year"))
        if bucket is Bucket.YEAR:
            return self._day(first, self.tr("yyyy", "a year"))
        return fill(self.tr("Week of %1"), self._day(first, self.tr("d MMMM yyyy", "a day with its year")))

    def bucket(self, bucket: Bucket) -> str:
        """What one bar is; nothing where it is a massage."""
        return {
            Bucket.DAY: "",
            Bucket.WEEK: self.tr("one bar is a week"),
            Bucket.MONTH: self.tr("one bar is a month"),
            Bucket.YEAR: self.tr("one bar is a year"),
        }[bucket]

    def mark(self, mark: Mark) -> str:
        """Why there was no massage, as it stands over the hatched days."""
        return {
            Mark.FEVER: self.tr("a fever"),
            Mark.COLD: self.tr("a cold"),
            Mark.TUMMY: self.tr("upset tummy"),
            Mark.VACCINE: self.tr("vaccine"),
            Mark.ILL: self.tr("ill"),
            Mark.AWAY: self.tr("travel"),
        }[mark]

    def marked(self, days: MarkedDays) -> tuple[str, str]:
        """Hatched days in two lines: their word, and from when to when."""
        text_format = self.tr("d MMMM", "a day without its year")
        first, last = self._day(days.first, text_format), self._day(days.last, text_format)
        when = first if days.first == days.last else fill(self.tr("%1 to %2", "two days"), first, last)
        word = self.mark(days.mark)
        return word[:1].upper() + word[1:], when


def _every_seven(begin: date, last: date) -> Iterator[date]:
    while begin <= last:
        yield begin
        begin += timedelta(days=7)


def _months(first: date, last: date, step: int, days: tuple[int, ...]) -> Iterator[date]:
    """The given days of every `step`-th month of the year."""
    year, month = first.year, first.month
    while date(year, month, 1) <= last:
        if (month - 1) % step == 0:
            for number in days:
                day = date(year, month, number)
                if first <= day <= last:
                    yield day
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
