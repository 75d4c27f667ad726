"""A countdown is instants: asked, it answers, and nothing counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.countdown import Countdown

RUNNING = Countdown(10.0, running_since=100.0)
seconds = st.floats(0, 1000, allow_subnormal=False)


@pytest.mark.parametrize(("at", "elapsed"), [(90.0, 0.0), (100.0, 0.0), (103.5, 3.5), (110.0, 10.0), (500.0, 10.0)])
def test_what_has_passed_is_read_from_the_instant(at: float, elapsed: float) -> None:
    assert RUNNING.elapsed(at) == elapsed
    assert RUNNING.remaining(at) == 10.0 - elapsed


def test_stopped_it_stays() -> None:
    stopped = RUNNING.stopped(104.0)
    assert [stopped.elapsed(at) for at in (104.0, 1e6)] == [4.0, 4.0]
    assert stopped.ends_at is None


def test_started_again_it_goes_on_where_it_stopped() -> None:
    again = RUNNING.stopped(104.0).started(200.0)
    assert again.elapsed(201.0) == 5.0
    assert again.ends_at == 206.0


def test_one_that_runs_is_not_started_twice() -> None:
    assert RUNNING.started(105.0) is RUNNING


def test_it_ends_at_once_where_nothing_is_left() -> None:
    assert Countdown(4.0, spent=5.0, running_since=100.0).ends_at == 100.0
    assert Countdown(4.0, spent=5.0).remaining(0.0) == 0.0


def test_more_time_moves_the_end_and_keeps_what_has_passed() -> None:
    longer = RUNNING.extended(5.0)
    assert (longer.ends_at, longer.elapsed(103.0)) == (115.0, 3.0)


@pytest.mark.parametrize("negative", [(-1.0, 0.0), (1.0, -0.1)])
def test_no_seconds_are_negative(negative: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="negative"):
        Countdown(*negative)


@given(seconds, st.lists(seconds, min_size=2, max_size=6))
def test_time_while_stopped_never_counts_and_time_while_running_always_does(total: float, pauses: list[float]) -> None:
    countdown, at, ran = Countdown(total), 0.0, 0.0
    for index, pause in enumerate(pauses):
        countdown = countdown.started(at) if index % 2 else countdown.stopped(at)
        ran += pause if index % 2 else 0.0
        at += pause
    assert countdown.elapsed(at) == pytest.approx(min(total, ran))
    assert 0 <= countdown.remaining(at) <= total
