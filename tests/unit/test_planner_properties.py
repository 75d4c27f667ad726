"""What holds for every plan, whatever the age, the length and the sessions before (content-spec 3.1, 3.5)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import zip_longest

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Position
from babymassage_gui.core.plan import Omission, Plan, lies_after, lies_before
from babymassage_gui.core.planner import Wish, make_plan
from tests.fakes.content import catalogue, ids

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
ROUTINES = sorted(set(catalogue().routines) - {"ten-days"})


@st.composite
def wishes(draw: st.DrawFn, *, least_minutes: int = 1, on_doll: bool = True) -> Wish:
    routine = catalogue().routines[draw(st.sampled_from(ROUTINES))]
    days = draw(st.integers(0, 400))
    waited = st.dictionaries(st.sampled_from(routine.steps), st.integers(0, 30))
    last = {step_id: FIRST + timedelta(days=ago) for step_id, ago in draw(waited).items()}
    age = None if on_doll and draw(st.integers(0, 9)) == 0 else age_of_days(days)
    return Wish(routine, age, draw(st.integers(least_minutes, 30)), last)


def planned(wish: Wish) -> Plan:
    return make_plan(catalogue(), wish)


@given(wishes(least_minutes=3, on_doll=False))
@settings(max_examples=150)
def test_a_session_is_never_longer_than_its_target_and_15_seconds(wish: Wish) -> None:
    plan = planned(wish)
    assert plan.minutes <= wish.minutes
    assert plan.seconds <= 60 * plan.minutes + 15


@given(wishes(on_doll=False))
@settings(max_examples=100)
def test_no_step_is_played_below_its_age(wish: Wish) -> None:
    assert wish.age is not None
    for one in planned(wish).steps:
        assert one.step.min_age is not None
        assert wish.age.reached(one.step.min_age) or one.step.is_turn


@given(wishes())
@settings(max_examples=100)
def test_it_ends_with_a_cuddle(wish: Wish) -> None:
    plan = planned(wish)
    assume(plan.steps)
    assert ids(plan)[-1] == "close-cuddle"


@given(wishes(on_doll=False))
@settings(max_examples=100)
def test_nothing_is_rubbed_before_it_was_stroked(wish: Wish) -> None:
    stroked = set()
    for one in planned(wish).steps:
        if one.step.is_stroke:
            stroked.add(one.step.zone)
        assert not one.step.is_rub or one.step.zone in stroked


@given(wishes())
@settings(max_examples=100)
def test_the_steps_keep_the_order_of_the_list(wish: Wish) -> None:
    played = [one.step.id for one in planned(wish).steps if not one.step.is_turn]
    assert played == [step_id for step_id in wish.routine.steps if step_id in played]


@given(wishes())
@settings(max_examples=100)
def test_the_baby_lies_as_each_step_needs_and_no_turn_is_needless(wish: Wish) -> None:
    steps = [one.step for one in planned(wish).steps]
    lying = Position.SUPINE
    for here, following in zip_longest(steps, steps[1:]):
        assert here.is_turn or lies_before(here) in (None, lying)
        assert not here.is_turn or (following is not None and lies_before(following) is lies_after(here) is not lying)
        lying = lies_after(here)
    assert lying is Position.SUPINE


@given(wishes())
@settings(max_examples=100)
def test_each_step_of_the_list_is_played_or_left_out_for_a_reason(wish: Wish) -> None:
    plan = planned(wish)
    listed = {step_id for step_id in wish.routine.steps if not catalogue().steps[step_id].is_turn}
    played = {one.step.id for one in plan.steps if not one.step.is_turn}
    left = {omitted.step.id for omitted in plan.left_out}
    assert played | left == listed
    assert not played & left
    assert all(
        omitted.reason not in (Omission.NO_TIME, Omission.NO_STROKE_BEFORE) or omitted.step.priority
        for omitted in plan.left_out
    )
