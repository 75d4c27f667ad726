"""The baby's age (content-spec AGE-08, EXT-12, C-42; planning calendar of 3.5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.age import (
    Age,
    AgeLimit,
    age_of,
    age_of_days,
    born_early,
    check_dates,
    completed_months,
    counting_birth,
    month_day,
)
from babymassage_gui.core.errors import Expected, Fault

BORN = date(2025, 7, 1)
births = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("born", "months", "day"),
    [
        (date(2025, 7, 1), 1, date(2025, 8, 1)),
        (date(2025, 1, 15), 12, date(2026, 1, 15)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 10, 31), 1, date(2025, 12, 1)),
        (date(2025, 10, 31), 4, date(2026, 3, 1)),
        (date(2027, 10, 31), 4, date(2028, 3, 1)),
        (date(2027, 10, 29), 4, date(2028, 2, 29)),
        (date(2025, 10, 29), 4, date(2026, 3, 1)),
        (date(2024, 2, 29), 1, date(2024, 3, 29)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 11, 30), 3, date(2026, 3, 1)),
        (date(2025, 7, 1), 0, date(2025, 7, 1)),
    ],
)
def test_a_month_is_completed_on_its_day_or_on_the_first_of_the_next(born: date, months: int, day: date) -> None:
    assert month_day(born, months) == day
    assert completed_months(born, day) == months
    if months:
        assert completed_months(born, day - timedelta(days=1)) == months - 1


def test_the_day_of_birth_is_day_0() -> None:
    assert Age(BORN, BORN).days == 0
    assert Age(BORN, BORN).months == 0
    assert Age(BORN, BORN + timedelta(days=46)).days == 46


def test_before_the_counted_birth_days_are_negative_and_months_none() -> None:
    age = Age(BORN, BORN - timedelta(days=40))
    assert (age.days, age.months) == (-40, 0)


@given(births, st.integers(0, 900))
def test_months_never_fall_as_days_go_by(born: date, days: int) -> None:
    on = born + timedelta(days=days)
    months = completed_months(born, on)
    assert months <= completed_months(born, on + timedelta(days=1)) <= months + 1
    assert month_day(born, months) <= on < month_day(born, months + 1)


@pytest.mark.parametrize(("months", "days"), [(3, 92), (4, 123), (5, 153), (6, 184), (12, 365)])
def test_the_planning_calendar_counts_as_the_specification(months: int, days: int) -> None:
    assert age_of_days(days).months == months
    assert age_of_days(days - 1).months == months - 1
    assert age_of_days(days).days == days


@pytest.mark.parametrize(
    ("limit", "first_day"),
    [
        (AgeLimit(days=46), 46),
        (AgeLimit(days=0), 0),
        (AgeLimit(months=4), 123),
        (AgeLimit(months=0), 0),
        (AgeLimit(months=4, strictly_over=True), 124),
        (AgeLimit(days=20, strictly_over=True), 21),
    ],
)
def test_from_opens_on_the_day_and_over_opens_the_day_after(limit: AgeLimit, first_day: int) -> None:
    assert not age_of_days(first_day - 1).reached(limit)
    assert age_of_days(first_day).reached(limit)
    assert limit.day(BORN) == BORN + timedelta(days=first_day)


@pytest.mark.parametrize(("days", "months"), [(None, None), (20, 1)])
def test_a_limit_is_in_days_or_in_months(days: int | None, months: int | None) -> None:
    with pytest.raises(ValueError, match="either in days or in months"):
        AgeLimit(days, months)


def test_born_early_is_before_37_weeks_exactly() -> None:
    due = date(2025, 12, 1)
    at_37_weeks = due - timedelta(days=21)
    assert not born_early(at_37_weeks, due)
    assert born_early(at_37_weeks - timedelta(days=1), due)
    assert not born_early(at_37_weeks, None)


def test_an_early_baby_counts_from_the_due_date_and_any_other_from_birth() -> None:
    due = date(2025, 12, 1)
    early, timely = due - timedelta(days=40), due - timedelta(days=20)
    assert counting_birth(early, due) == due
    assert counting_birth(timely, due) == timely
    assert counting_birth(early, None) == early
    assert age_of(early, due, due + timedelta(days=46)).days == 46
    assert age_of(timely, due, due + timedelta(days=46)).days == 66


@pytest.mark.parametrize(
    ("born", "due", "fault"),
    [
        (BORN + timedelta(days=1), None, Fault.BIRTH_IN_FUTURE),
        (BORN - timedelta(days=9), BORN - timedelta(days=10), Fault.DUE_BEFORE_BIRTH),
        (BORN, BORN + timedelta(days=127), Fault.DUE_TOO_LATE),
    ],
)
def test_dates_that_cannot_be_are_refused_with_their_fault(born: date, due: date | None, fault: Fault) -> None:
    with pytest.raises(Expected) as refused:
        check_dates(born, due, BORN)
    assert refused.value.fault is fault
    assert refused.value.details == {}


@pytest.mark.parametrize("due", [None, BORN, BORN + timedelta(days=126)])
def test_dates_that_can_be_are_let_pass_up_to_22_weeks(due: date | None) -> None:
    check_dates(BORN, due, BORN)
