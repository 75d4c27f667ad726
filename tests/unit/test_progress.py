"""From the log to bars, target steps and totals: what counts, how it is stacked, where the target changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from babymassage_gui.core.progress import (
    Progress,
    Span,
    TargetStep,
    days_shown,
    hours_and_minutes,
    progress_of,
    tally,
    target_line,
    target_on_day,
    week_start,
)
from tests.fakes.records import massage

DAY = date(2026, 3, 2)  # a Monday
EMPTY = progress_of((), 3)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def on(offset: int) -> date:
    return DAY + timedelta(days=offset)


def of(*sessions: SessionRecord, now: int = 3) -> Progress:
    return progress_of(sessions, now)


def test_an_empty_log_has_no_bars_and_the_target_now() -> None:
    assert list(EMPTY.bars) == []
    assert (EMPTY.massages, EMPTY.minutes, EMPTY.target_now) == (0, 0, 3)
    assert (EMPTY.first_day, EMPTY.last_day) == (None, None)


def test_a_massage_is_a_bar_with_its_day_minutes_target_answer_and_ending() -> None:
    (bar,) = of(massage(DAY, 2.9, target=3, mood=Mood.UNSETTLED)).bars
    assert (bar.day, bar.minutes, bar.target, bar.mood, bar.ending) == (
        DAY,
        pytest.approx(2.9),
        3,
        Mood.UNSETTLED,
        Ending.FINISHED,
    )
    assert bar.session_id == massage(DAY).id


@pytest.mark.parametrize(
    "uncounted",
    [
        massage(DAY, kind=Kind.REHEARSAL),
        massage(DAY, kind=Kind.PRACTICE),
        massage(DAY, kind=Kind.RESTING),
        massage(DAY, ending=None),
    ],
)
def test_rehearsals_dolls_resting_and_unended_sessions_are_no_bars(uncounted: SessionRecord) -> None:
    assert list(of(uncounted).bars) == []


def test_bars_stand_on_the_familys_day_oldest_first() -> None:
    late = massage(DAY, hour=23, offset_minutes=120)
    early = massage(DAY, hour=8)
    assert [bar.day for bar in of(late, early).bars] == [DAY, on(1)]
    assert of(late).bars[0].start.astimezone(UTC) == late.started_at


def test_bars_stay_in_the_order_of_days_where_the_family_crossed_time_zones() -> None:
    east = massage(DAY, hour=10, offset_minutes=840)
    west = massage(DAY, hour=11, offset_minutes=-720)
    assert [bar.day for bar in of(east, west).bars] == [on(-1), on(1)]


def test_massages_of_one_day_are_stacked_in_their_order() -> None:
    morning, evening = of(massage(DAY, 4.0, hour=18), massage(DAY, 2.0, hour=8)).bars
    assert (morning.base, morning.top) == (0.0, 2.0)
    assert (evening.base, evening.top) == (2.0, 6.0)


def test_the_next_day_begins_at_the_ground() -> None:
    assert [bar.base for bar in of(massage(DAY), massage(on(1))).bars] == [0.0, 0.0]


@pytest.mark.parametrize("ending", [ending for ending in Ending if ending is not Ending.FINISHED])
def test_every_ending_before_the_plans_end_is_early(ending: Ending) -> None:
    assert of(massage(DAY, 1.0, ending=ending)).bars[0].early


def test_a_finished_massage_is_not_early() -> None:
    assert not of(massage(DAY)).bars[0].early


def test_a_missing_answer_is_not_said() -> None:
    assert of(massage(DAY, mood=None)).bars[0].mood is Mood.NOT_SAID


@pytest.mark.parametrize("mood", [None, Mood.NOT_SAID])
def test_a_baby_that_fell_asleep_was_asleep_though_nobody_said_so(mood: Mood | None) -> None:
    assert of(massage(DAY, mood=mood, ending=Ending.ASLEEP)).bars[0].mood is Mood.ASLEEP


def test_what_the_parent_says_outweighs_the_ending() -> None:
    assert of(massage(DAY, mood=Mood.CALM, ending=Ending.ASLEEP)).bars[0].mood is Mood.CALM


def test_the_totals_are_of_all_massages() -> None:
    progress = of(massage(DAY, 3.0), massage(on(2), 3.5), now=4)
    assert (progress.massages, progress.minutes, progress.target_now) == (2, 6.5, 4)
    assert (progress.first_day, progress.last_day) == (DAY, on(2))


def test_the_target_steps_only_where_it_changes_and_ends_with_now() -> None:
    progress = of(*(massage(on(i), target=t) for i, t in enumerate((3, 3, 4, 4, 3))), now=3)
    assert target_line(progress, on(7)) == (
        TargetStep(on(0), 3),
        TargetStep(on(2), 4),
        TargetStep(on(4), 3),
        TargetStep(on(7), 3),
    )


def test_once_todays_massage_is_done_the_target_now_is_tomorrows() -> None:
    progress = of(massage(DAY, target=3), now=4)
    assert target_line(progress, DAY) == (TargetStep(DAY, 3), TargetStep(on(1), 4))


def test_a_clock_that_was_set_back_changes_no_day_of_the_past() -> None:
    progress = of(massage(on(5), target=3), now=4)
    assert target_line(progress, DAY)[-1] == TargetStep(on(6), 4)


def test_a_day_in_parts_has_the_highest_of_its_targets() -> None:
    progress = of(massage(DAY, target=2, hour=8), massage(DAY, target=5, hour=12), massage(DAY, target=3, hour=18))
    assert target_line(progress, on(1))[0] == TargetStep(DAY, 5)


def test_without_a_massage_the_line_is_todays_target() -> None:
    assert target_line(EMPTY, DAY) == (TargetStep(DAY, 3),)


def test_the_target_of_a_day_is_that_of_the_step_before_it() -> None:
    line = (TargetStep(on(0), 3), TargetStep(on(4), 5))
    assert [target_on_day(line, on(day)) for day in (-1, 0, 3, 4, 9)] == [3, 3, 3, 5, 5]


@pytest.mark.parametrize(("span", "days"), [(Span.WEEK, 7), (Span.MONTH, 31), (Span.ALL, 101)])
def test_a_span_ends_today(span: Span, days: int) -> None:
    progress = of(massage(DAY))
    first, last = days_shown(progress, span, on(100))
    assert (last, (last - first).days + 1) == (on(100), days)


@pytest.mark.parametrize("span", list(Span))
def test_a_span_does_not_begin_before_the_first_massage_but_is_a_week_at_least(span: Span) -> None:
    assert days_shown(of(massage(DAY)), span, on(2)) == (DAY, on(6))


@pytest.mark.parametrize("span", list(Span))
def test_a_span_shows_a_massage_after_today_where_the_clock_was_set_back(span: Span) -> None:
    assert days_shown(of(massage(DAY), massage(on(6))), span, DAY) == (DAY, on(6))


def test_an_empty_log_shows_the_week_from_today() -> None:
    assert days_shown(EMPTY, Span.ALL, DAY) == (DAY, on(6))


@pytest.mark.parametrize(("first_weekday", "start"), [(1, on(0)), (7, on(-1)), (6, on(-2)), (3, on(2))])
def test_a_week_begins_on_the_familys_first_weekday(first_weekday: int, start: date) -> None:
    assert week_start(on(2), first_weekday) == start


@given(
    st.lists(st.tuples(st.integers(0, 60 * 24 * 9), st.integers(-720, 840)), max_size=12),
)
def test_the_day_of_a_bar_is_the_day_of_its_session_on_the_familys_clocks(starts: list[tuple[int, int]]) -> None:
    log = [
        replace(massage(DAY), id=str(number), started_at=NOON + timedelta(minutes=minutes), utc_offset_minutes=offset)
        for number, (minutes, offset) in enumerate(starts)
    ]
    days = {session.id: session.day for session in log}
    progress = of(*log)
    assert [date.fromordinal(day) for day in progress.bars.days] == [days[bar.session_id] for bar in progress.bars]
    assert list(progress.bars.days) == sorted(progress.bars.days)


@pytest.mark.parametrize(
    ("first", "last", "places"),
    [(-9, 9, slice(0, 4)), (0, 0, slice(0, 2)), (1, 1, slice(2, 2)), (2, 2, slice(2, 3)), (3, 9, slice(3, 4))],
)
def test_the_bars_between_two_days(first: int, last: int, places: slice) -> None:
    bars = of(massage(DAY, hour=8), massage(DAY, hour=18), massage(on(2)), massage(on(5))).bars
    assert bars.between(on(first), on(last)) == places


def test_a_slice_of_bars_has_bars_as_the_whole_has_them() -> None:
    bars = of(massage(DAY, 2.0, hour=8), massage(DAY, 3.0, hour=18), massage(on(2))).bars
    assert list(bars[1:]) == [bars[1], bars[2]]
    assert bars[1:][0].base == 2.0
    assert bars[-1].day == on(2)
    assert (bars[1:].first_day, bars[1:].last_day, bars[3:].first_day) == (DAY, on(2), None)


def test_a_tally_counts_both_of_its_days_and_nothing_outside() -> None:
    progress = of(*(massage(on(day), mood=Mood.CALM if day % 2 else Mood.CRIED) for day in range(5)))
    counted = tally(progress, on(1), on(3))
    assert (counted.massages, counted.minutes) == (3, 9.0)
    assert counted.moods == {Mood.CALM: 2, Mood.CRIED: 1}


@pytest.mark.parametrize(
    ("minutes", "told"), [(0, (0, 0)), (0.4, (0, 0)), (42.4, (0, 42)), (59.6, (1, 0)), (211, (3, 31))]
)
def test_minutes_together_are_told_in_hours_and_whole_minutes(minutes: float, told: tuple[int, int]) -> None:
    assert hours_and_minutes(minutes) == told
