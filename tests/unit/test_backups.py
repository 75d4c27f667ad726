"""The rule by which backups are thinned: all of two days, daily for a fortnight, weekly for 13 weeks, monthly after."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.backups import (
    KEEP_ALL,
    KEEP_DAILY,
    KEEP_WEEKLY,
    OpenOutcome,
    OpenReport,
    kept_backups,
    newest_first,
)

NOW = datetime(2025, 6, 15, 12, tzinfo=UTC)
moments = st.sets(
    st.integers(min_value=-5000, max_value=2_000_000).map(lambda minutes: NOW - timedelta(minutes=minutes)), max_size=40
)


def at(month: int, day: int, hour: int = 8, year: int = 2025) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def test_all_backups_of_two_days_stay() -> None:
    taken = {NOW - timedelta(hours=hours) for hours in range(49)}

    assert kept_backups(taken, NOW) == taken


def test_for_a_fortnight_the_last_one_of_each_day_stays() -> None:
    taken = {at(6, 3, 7), at(6, 3, 21), at(6, 4, 9), at(6, 4, 8)}

    assert kept_backups(taken, NOW) == {at(6, 3, 21), at(6, 4, 9)}


def test_for_three_months_the_last_one_of_each_week_stays() -> None:
    # 7 to 13 April is one week from Monday to Sunday; the 14th begins the next.
    taken = {at(4, 7), at(4, 10), at(4, 13), at(4, 14)}

    assert kept_backups(taken, NOW) == {at(4, 13), at(4, 14)}


def test_after_that_the_last_one_of_each_month_stays() -> None:
    taken = {at(12, 1, year=2024), at(12, 31, year=2024), at(1, 2), at(1, 9), at(1, 30, year=2024)}

    assert kept_backups(taken, NOW) == {at(12, 31, year=2024), at(1, 9), at(1, 30, year=2024)}


@pytest.mark.parametrize(
    ("limit", "earlier"),
    [(KEEP_ALL, timedelta(minutes=1)), (KEEP_DAILY, timedelta(hours=1)), (KEEP_WEEKLY, timedelta(hours=1))],
)
def test_a_limit_itself_still_belongs_to_the_finer_rule(limit: timedelta, earlier: timedelta) -> None:
    on_it, past_it = NOW - limit, NOW - limit - earlier

    assert kept_backups({on_it, past_it}, NOW) == {on_it, past_it}


def test_a_backup_from_the_future_stays_but_is_trusted_last() -> None:
    future, today, yesterday = NOW + timedelta(days=400), NOW, NOW - timedelta(days=1)

    assert future in kept_backups({future, today}, NOW)
    assert newest_first({future, yesterday, today}, NOW) == (today, yesterday, future)


@given(moments)
def test_the_newest_and_all_of_two_days_always_stay(taken: set[datetime]) -> None:
    kept = kept_backups(taken, NOW)

    assert kept <= taken
    assert {moment for moment in taken if NOW - moment <= KEEP_ALL} <= kept
    assert not taken or newest_first(taken, NOW)[0] in kept


@given(moments)
def test_thinning_twice_removes_no_more_than_thinning_once(taken: set[datetime]) -> None:
    once = kept_backups(taken, NOW)

    assert kept_backups(once, NOW) == once


@given(moments, st.integers(min_value=1, max_value=400))
def test_whatever_was_backed_up_has_a_backup_not_much_newer(taken: set[datetime], days: int) -> None:
    left = frozenset(taken)
    for day in range(days):
        left = kept_backups(left, NOW + timedelta(days=day))

    # It gives way to the last backup of its day, that one to the last of its week, and that to the last of its month.
    longest = timedelta(days=1 + 7 + 31)
    assert all(any(timedelta(0) <= kept - moment < longest for kept in left) for moment in taken)


@given(moments)
def test_of_a_day_week_or_month_at_most_one_stays(taken: set[datetime]) -> None:
    kept = kept_backups(taken, NOW)
    daily = [moment.date() for moment in kept if KEEP_ALL < NOW - moment <= KEEP_DAILY]
    weekly = [moment.isocalendar()[:2] for moment in kept if KEEP_DAILY < NOW - moment <= KEEP_WEEKLY]
    monthly = [(moment.year, moment.month) for moment in kept if NOW - moment > KEEP_WEEKLY]

    for periods in (daily, weekly, monthly):
        assert len(periods) == len(set(periods))


@pytest.mark.parametrize("outcome", list(OpenOutcome))
def test_a_restored_or_quarantined_log_must_be_shown(outcome: OpenOutcome) -> None:
    report = OpenReport(outcome, set_aside=Path("aside"))

    assert report.must_be_shown == (outcome in {OpenOutcome.RESTORED, OpenOutcome.QUARANTINED})
