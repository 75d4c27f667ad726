"""A month of the calendar: its weeks from the family's first weekday on, its days and what they held."""

from __future__ import annotations

from datetime import date

import pytest

from babymassage_gui.core.history import Mood
from babymassage_gui.core.marked_days import Mark
from babymassage_gui.core.months import month_of, month_start, months_on
from babymassage_gui.core.progress import progress_of
from tests.fakes.records import massage

LOG = progress_of(
    [
        massage(date(2026, 2, 28), 9.0),
        massage(date(2026, 3, 2), 4.0),
        massage(date(2026, 3, 3), 2.0, hour=8, mood=Mood.CALM),
        massage(date(2026, 3, 3), 3.0, hour=18, mood=Mood.CRIED),
        massage(date(2026, 3, 10), 6.0, mood=None),
        massage(date(2026, 4, 1), 9.0),
    ],
    5,
).bars
MARKS = {date(2026, 3, 5): Mark.COLD}


@pytest.mark.parametrize(
    ("day", "first_weekday", "weeks", "before", "after"),
    [
        # March 2026 begins on a Sunday and ends on a Tuesday
        (date(2026, 3, 15), 1, 6, 6, 5),
        (date(2026, 3, 31), 7, 5, 0, 4),
        (date(2026, 3, 1), 6, 5, 1, 3),
        (date(2027, 2, 9), 1, 4, 0, 0),
        (date(2028, 2, 29), 1, 5, 1, 5),
    ],
)
def test_a_month_has_its_days_in_weeks(day: date, first_weekday: int, weeks: int, before: int, after: int) -> None:
    month = month_of(LOG, day, {}, first_weekday)
    places = [cell for week in month.weeks for cell in week.days]
    assert (len(month.weeks), len(places)) == (weeks, 7 * weeks)
    assert [cell is None for cell in places].count(True) == before + after
    assert all(cell is None for cell in places[:before])
    assert month.first_day == month.days[0].day == date(day.year, day.month, 1)
    assert [cell.day.day for cell in month.days] == list(range(1, len(month.days) + 1))


def test_days_have_their_minutes_the_weightiest_answer_and_their_mark() -> None:
    month = month_of(LOG, date(2026, 3, 9), MARKS)
    days = {cell.day.day: cell for cell in month.days}
    assert [(day, cell.massages, cell.minutes, cell.mood) for day, cell in days.items() if cell.massages] == [
        (2, 1, 4.0, Mood.CALM), (3, 2, 5.0, Mood.CRIED), (10, 1, 6.0, Mood.NOT_SAID),
    ]  # fmt: skip
    assert (days[4].mood, days[4].mark, days[5].mark) == (None, None, Mark.COLD)


def test_weeks_and_month_have_their_minutes_without_those_of_other_months() -> None:
    month = month_of(LOG, date(2026, 3, 9), MARKS)
    assert [week.minutes for week in month.weeks] == [0.0, 9.0, 6.0, 0.0, 0.0, 0.0]
    assert (month.minutes, month.massages) == (15.0, 4)


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 3, 31), 0, date(2026, 3, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 1)),
        (date(2026, 1, 5), -1, date(2025, 12, 1)),
        (date(2026, 12, 5), 1, date(2027, 1, 1)),
        (date(2026, 3, 5), 25, date(2028, 4, 1)),
    ],
)
def test_months_earlier_and_later(day: date, months: int, found: date) -> None:
    assert months_on(day, months) == found
    assert month_start(found) == found
