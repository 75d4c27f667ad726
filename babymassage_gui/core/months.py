"""A month of the calendar: for each day its minutes and how it was, and what weeks and month held together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from babymassage_gui.core.history import Mood
from babymassage_gui.core.marked_days import Mark
from babymassage_gui.core.progress import DAYS_IN_WEEK, Bars, week_start
from babymassage_gui.core.week import WEIGHTIEST_FIRST


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day: its `massages`, their minutes together, the weightiest answer (None without a massage), its mark."""

    day: date
    massages: int
    minutes: float
    mood: Mood | None
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """Seven places, None where the day is another month's; the minutes are those of the month's days in it."""

    days: tuple[CalendarDay | None, ...]
    minutes: float


@dataclass(frozen=True, slots=True)
class Month:
    """The weeks of a month, from the family's first weekday on."""

    first_day: date
    weeks: tuple[CalendarWeek, ...]

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """The days of the month."""
        return tuple(day for week in self.weeks for day in week.days if day is not None)

    @property
    def minutes(self) -> float:
        """Minutes of the month."""
        return sum(week.minutes for week in self.weeks)

    @property
    def massages(self) -> int:
        """Massages of the month."""
        return sum(day.massages for day in self.days)


def month_start(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def months_on(day: date, months: int) -> date:
    """The first day of the month so many later, or earlier."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def month_of(bars: Bars, day: date, marks: Mapping[date, Mark], first_weekday: int = 1) -> Month:
    """The month that holds a day."""
    first = month_start(day)
    after = months_on(first, 1)
    begin, weeks = week_start(first, first_weekday), []
    while begin < after:
        days = (begin + timedelta(days=number) for number in range(DAYS_IN_WEEK))
        cells = tuple(_day(bars, each, marks) if first <= each < after else None for each in days)
        weeks.append(CalendarWeek(cells, sum(cell.minutes for cell in cells if cell is not None)))
        begin += timedelta(days=DAYS_IN_WEEK)
    return Month(first, tuple(weeks))


def _day(bars: Bars, day: date, marks: Mapping[date, Mark]) -> CalendarDay:
    places = bars.between(day, day)
    moods = frozenset(bars.moods[places])
    mood = next((mood for mood in WEIGHTIEST_FIRST if mood in moods), None)
    return CalendarDay(day, places.stop - places.start, sum(bars.minutes[places]), mood, marks.get(day))
