"""Weeks, months and years as columns of the chart, and the smoothed line over days and over columns."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.columns import (
    Bucket,
    Point,
    bucket_after,
    bucket_for,
    bucket_start,
    columns_of,
    smoothed_columns,
    smoothed_days,
)
from babymassage_gui.core.history import Mood, SessionRecord
from babymassage_gui.core.progress import Bars, progress_of
from tests.fakes.records import massage

DAY = date(2026, 3, 2)  # a Monday
FAR = date(2100, 1, 1)


def on(offset: int) -> date:
    return DAY + timedelta(days=offset)


def of(*sessions: SessionRecord) -> Bars:
    return progress_of(sessions, 3).bars


@pytest.mark.parametrize(
    ("days", "pixels", "bucket"),
    [
        (5, 1000, Bucket.DAY),
        (120, 1000, Bucket.DAY),
        (120, 100, Bucket.DAY),
        (121, 1000, Bucket.WEEK),
        (3 * 365, 1000, Bucket.WEEK),
        (2300, 1000, Bucket.WEEK),
        (2400, 1000, Bucket.MONTH),
        (27 * 365, 1000, Bucket.MONTH),
        (28 * 365, 1000, Bucket.YEAR),
        (1000 * 365, 1000, Bucket.YEAR),
        (400, 100, Bucket.MONTH),
    ],
)
def test_a_column_is_a_week_above_120_days_and_longer_where_weeks_could_not_be_seen(
    days: float, pixels: float, bucket: Bucket
) -> None:
    assert bucket_for(days, pixels) is bucket


@pytest.mark.parametrize(
    ("bucket", "day", "start", "after"),
    [
        (Bucket.DAY, date(2026, 3, 4), date(2026, 3, 4), date(2026, 3, 5)),
        (Bucket.WEEK, date(2026, 3, 4), date(2026, 3, 2), date(2026, 3, 9)),
        (Bucket.WEEK, date(2026, 3, 8), date(2026, 3, 2), date(2026, 3, 9)),
        (Bucket.MONTH, date(2026, 3, 31), date(2026, 3, 1), date(2026, 4, 1)),
        (Bucket.MONTH, date(2026, 12, 1), date(2026, 12, 1), date(2027, 1, 1)),
        (Bucket.MONTH, date(2028, 2, 29), date(2028, 2, 1), date(2028, 3, 1)),
        (Bucket.YEAR, date(2028, 2, 29), date(2028, 1, 1), date(2029, 1, 1)),
    ],
)
def test_where_a_column_begins_and_the_one_after_it(bucket: Bucket, day: date, start: date, after: date) -> None:
    assert bucket_start(day, bucket) == start
    assert bucket_after(start, bucket) == after


def test_a_week_is_one_bar_of_mean_minutes_split_by_the_answers() -> None:
    bars = of(
        massage(on(0), 3.0, target=3, mood=Mood.CALM),
        massage(on(1), 5.0, target=4, mood=Mood.CRIED),
        massage(on(6), 4.0, target=4, mood=Mood.CALM),
        massage(on(7), 6.0, target=6, mood=None),
    )
    first, second = columns_of(bars, Bucket.WEEK)
    assert (first.first_day, first.last_day, first.days) == (DAY, on(6), 7)
    assert (first.massages, first.minutes, first.target) == (3, 4.0, 4)
    assert first.shares == ((Mood.CALM, pytest.approx(2 / 3)), (Mood.CRIED, pytest.approx(1 / 3)))
    assert (second.first_day, second.begin, second.end) == (on(7), 3, 4)
    assert second.shares == ((Mood.NOT_SAID, 1.0),)


def test_a_column_without_a_massage_is_none() -> None:
    assert [week.first_day for week in columns_of(of(massage(on(0)), massage(on(20))), Bucket.WEEK)] == [on(0), on(14)]
    assert columns_of(of(), Bucket.YEAR) == ()


@given(st.lists(st.integers(0, 900), max_size=20), st.sampled_from([*Bucket]), st.integers(1, 7))
def test_columns_hold_every_massage_once_each_in_its_days(days: list[int], bucket: Bucket, first_weekday: int) -> None:
    bars = of(*(massage(on(day)) for day in set(days)))
    columns = columns_of(bars, bucket, first_weekday)
    assert [place for one in columns for place in range(one.begin, one.end)] == list(range(len(bars)))
    for one in columns:
        assert one.first_day <= bars[one.begin].day <= bars[one.end - 1].day <= one.last_day
        assert sum(share for _, share in one.shares) == pytest.approx(1)
    assert all(earlier.last_day < later.first_day for earlier, later in pairwise(columns))


def line(*sessions: SessionRecord, first: date = DAY, last: date = FAR) -> list[list[tuple[float, float]]]:
    """The smoothed line, its days counted from the first one."""
    pieces = smoothed_days(of(*sessions), first, last)
    return [[(point.day - DAY.toordinal(), pytest.approx(point.minutes)) for point in piece] for piece in pieces]


@pytest.mark.parametrize(
    ("minutes", "smooth"),
    [
        ({}, []),
        ({0: 4.0}, [[(0, 4.0)]]),
        ({0: 3.0, 1: 5.0}, [[(0, 4.0), (1, 4.0)]]),
        ({0: 3.0, 4: 5.0}, [[(0, 3.0), (4, 5.0)]]),
        ({0: 3.0, 3: 5.0, 6: 10.0}, [[(0, 4.0), (3, 6.0), (6, 7.5)]]),
        ({0: 3.0, 7: 5.0}, [[(0, 3.0), (7, 5.0)]]),
        ({0: 3.0, 8: 5.0}, [[(0, 3.0)], [(8, 5.0)]]),
    ],
)
def test_the_line_is_the_mean_of_the_days_near_and_ends_at_a_long_break(
    minutes: dict[int, float], smooth: list[list[tuple[float, float]]]
) -> None:
    assert line(*(massage(on(day), each) for day, each in minutes.items())) == smooth


def test_a_day_in_parts_is_what_they_last_together() -> None:
    assert line(massage(DAY, 2.0, hour=8), massage(DAY, 3.0, hour=18)) == [[(0, 5.0)]]


def test_a_part_of_the_line_is_as_the_whole_has_it() -> None:
    sessions = [massage(on(day), 3.0 + day % 4) for day in range(30)]
    (whole,) = line(*sessions)
    assert line(*sessions, first=on(10), last=on(15)) == [whole[10:16]]


def test_over_columns_each_counts_as_often_as_it_has_massages() -> None:
    sessions = [massage(on(day), 4.0) for day in range(7)] + [massage(on(7), 12.0)]
    (piece,) = smoothed_columns(columns_of(of(*sessions), Bucket.WEEK))
    assert piece == (Point(on(3).toordinal(), 5.0), Point(on(10).toordinal(), 5.0))


def test_over_columns_a_break_of_more_than_three_parts_the_line() -> None:
    sessions = [massage(on(week * 7)) for week in (0, 3, 7)]
    assert [len(piece) for piece in smoothed_columns(columns_of(of(*sessions), Bucket.WEEK))] == [2, 1]
    assert smoothed_columns(()) == ()
