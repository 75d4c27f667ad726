"""What holds for every plan, whatever the age, the length, the choices, what was said and the sessions before.

Content-spec 2.1, 3.1, 3.2 and 3.5.
"""

from __future__ import annotations

from itertools import zip_longest

from hypothesis import assume, given, settings

from babymassage_gui.core.age import AgeLimit
from babymassage_gui.core.catalogue import Block, Mode, Position, Zone
from babymassage_gui.core.plan import Omission, Plan, PlannedStep, lies_after, lies_before
from babymassage_gui.core.planner import LOIN_GLIDE, RUBBING, Wish, make_plan
from tests.fakes.content import catalogue, ids
from tests.fakes.wishes import wishes

FOUR_MONTHS = AgeLimit(months=4)
MOST_TRIES = settings(max_examples=80)


def planned(wish: Wish) -> Plan:
    return make_plan(catalogue(), wish)


def moves(wish: Wish) -> list[PlannedStep]:
    """What is played, without the turns."""
    return [one for one in planned(wish).steps if not one.step.is_turn]


@given(wishes(on_doll=False))
@MOST_TRIES
def test_a_session_is_never_longer_than_its_target_and_15_seconds(wish: Wish) -> None:
    plan = planned(wish)
    finish = sum(one.counted_seconds for one in moves(wish) if one.step.priority == 0)
    assert plan.minutes <= wish.minutes
    assert plan.minutes <= (20 if wish.age is not None and wish.age.reached(FOUR_MONTHS) else 10)
    assert plan.seconds <= max(finish, 60 * plan.minutes + 15)
    assert finish <= 75


@given(wishes(on_doll=False))
@MOST_TRIES
def test_no_step_is_played_below_its_age(wish: Wish) -> None:
    assert wish.age is not None
    for one in moves(wish):
        limits = [one.step.min_age]
        if one.step.id in wish.choices.turned_on:
            limits.append(one.step.if_wished)
        if wish.routine.id == "everyday" and one.step.is_rub and RUBBING in wish.shown:
            limits.append(AgeLimit(months=wish.choices.rub_from_months))
        if one.step.mode is Mode.DOCTOR_GATED:
            limits.append(AgeLimit(days=20))
        assert any(limit is not None and wish.age.reached(limit) for limit in limits)


@given(wishes(on_doll=False))
@MOST_TRIES
def test_nothing_is_played_behind_a_gate_that_is_not_open(wish: Wish) -> None:
    for one in moves(wish):
        assert one.step.mode is Mode.GUIDED or one.step.id in wish.shown
        assert one.step.mode is not Mode.DOCTOR_GATED or wish.prescription is not None
        assert one.step.id not in wish.closed or one.step.id in ("open-ask", "close-cuddle")


@given(wishes(on_doll=False))
@MOST_TRIES
def test_what_is_closed_in_one_form_is_closed_in_the_other(wish: Wish) -> None:
    for one in moves(wish):
        assert one.step.gives_way_to not in wish.closed


@given(wishes())
@MOST_TRIES
def test_it_ends_with_a_cuddle(wish: Wish) -> None:
    plan = planned(wish)
    assume(plan.steps)
    assert ids(plan)[0] == "open-ask"
    assert ids(plan)[-1] == "close-cuddle"


@given(wishes(on_doll=False, under=20))
@MOST_TRIES
def test_under_20_days_nothing_is_played(wish: Wish) -> None:
    assert planned(wish).steps == ()


@given(wishes(on_doll=False))
@MOST_TRIES
def test_nothing_is_rubbed_before_it_was_stroked(wish: Wish) -> None:
    stroked: set[Zone] = set()
    for one in moves(wish):
        if one.step.is_stroke:
            stroked.add(one.step.zone)
        assert not one.step.is_rub or one.step.zone in stroked


@given(wishes(on_doll=False, routine_id="calm"))
@MOST_TRIES
def test_neither_moves_nor_rubbing_are_beside_the_soothing_massage(wish: Wish) -> None:
    assert not [one for one in moves(wish) if one.step.block is Block.MOVES or one.step.is_rub]


@given(wishes())
@MOST_TRIES
def test_no_step_is_played_twice_and_never_both_forms(wish: Wish) -> None:
    played = [one.step for one in moves(wish)]
    assert len({step.id for step in played}) == len(played)
    assert not {step.gives_way_to for step in played} & {step.id for step in played}


@given(wishes())
@MOST_TRIES
def test_start_comes_first_and_the_finish_last(wish: Wish) -> None:
    blocks = [one.step.block for one in moves(wish)]
    inner = [block for block in blocks if block not in (Block.START, Block.FINISH)]
    outer = [block for block in blocks if block in (Block.START, Block.FINISH)]
    start = outer.count(Block.START)
    assert blocks == [*outer[:start], *inner, *outer[start:]]


@given(wishes())
@MOST_TRIES
def test_the_baby_lies_as_each_step_needs_and_no_turn_is_needless(wish: Wish) -> None:
    steps = [one.step for one in planned(wish).steps]
    assume(steps)
    lying = Position.SUPINE
    for here, following in zip_longest(steps, steps[1:]):
        assert here.is_turn or lies_before(here) in (None, lying)
        assert not here.is_turn or (following is not None and lies_before(following) is lies_after(here) is not lying)
        lying = lies_after(here)
    assert lying is Position.SUPINE


@given(wishes())
@MOST_TRIES
def test_repetitions_stay_between_1_and_what_the_routine_allows(wish: Wish) -> None:
    most = wish.routine.most_repetitions or 20
    for one in moves(wish):
        assert all(1 <= each.reps <= most for each in one.passes)
        assert one.step.own_clock or 1 <= len(one.passes) <= 2


@given(wishes())
@MOST_TRIES
def test_a_product_is_only_where_it_is_allowed_and_the_loin_only_where_it_was_shown(wish: Wish) -> None:
    for one in planned(wish).steps:
        assert not one.product or (one.step.oil and wish.choices.product and wish.age is not None)
        assert not one.product or wish.age is None or wish.age.reached(AgeLimit(months=1))
        assert not one.light or (one.step.id == "back-down" and wish.routine.id == "calm" and LOIN_GLIDE in wish.shown)


@given(wishes())
@MOST_TRIES
def test_each_step_is_played_or_left_out_for_a_reason(wish: Wish) -> None:
    plan = planned(wish)
    played = {one.step.id for one in plan.steps if not one.step.is_turn}
    left = {omitted.step.id for omitted in plan.left_out}
    instead = {"arm-outer": "arm-down", "back-up": "back-down", "chest-ribs": "chest-newborn"}
    for step_id in wish.routine.steps:
        told = {step_id, instead.get(step_id, step_id)} & (played | left)
        assert told or wish.resting or catalogue().steps[step_id].is_turn
    assert not played & left
    assert all(
        omitted.reason not in (Omission.NO_TIME, Omission.NO_STROKE_BEFORE) or omitted.step.priority
        for omitted in plan.left_out
    )
