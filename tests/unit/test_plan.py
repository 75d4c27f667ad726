"""A plan's lengths, parts and turns (content-spec 3.5)."""

from __future__ import annotations

import pytest

from babymassage_gui.core.catalogue import Block, Position, Side
from babymassage_gui.core.pacing import longer
from babymassage_gui.core.plan import Pass, PlannedStep, lies_after, lies_before
from tests.fakes.content import catalogue, plan_for, played, step

KNEES = PlannedStep(step("gym-knees"), (Pass(Side.LEFT, 2), Pass(Side.RIGHT, 2)), 6.0, 5.0)
TUMMY_REST = PlannedStep(step("tummy-rest"), (Pass(Side.BOTH, 1),), 0.0, 0.0, clock_seconds=60.0)


def test_a_step_lasts_its_repetitions_with_their_holds_and_4_seconds() -> None:
    assert KNEES.seconds == KNEES.counted_seconds == 4 * 11 + 4


@pytest.mark.parametrize(("seconds", "more"), [(1.0, 1), (16.0, 1), (17.0, 2), (30.0, 3), (55.0, 5)])
def test_more_time_is_whole_repetitions_on_the_side_in_hand(seconds: float, more: int) -> None:
    more_of_it = longer(KNEES, seconds, 1)
    assert [p.reps for p in more_of_it.passes] == [2, 2 + more]
    assert more_of_it.seconds == KNEES.seconds + 11 * more


def test_a_step_with_its_own_clock_gets_just_those_seconds() -> None:
    more_of_it = longer(TUMMY_REST, 30.0, 0)
    assert (more_of_it.seconds, more_of_it.counted_seconds) == (90.0, 0.0)


def test_a_plan_counts_its_moves_its_turns_and_its_seconds() -> None:
    plan = plan_for("everyday", 60, 3)
    assert (plan.moves, plan.turns, plan.seconds) == (9, 2, 194)


def test_the_parts_come_in_the_order_of_the_hands_without_start_and_finish() -> None:
    parts = (Block.LEGS, Block.ARMS, Block.TUMMY, Block.CHEST, Block.BACK)
    assert plan_for("everyday", 60, 3).blocks == parts
    assert plan_for("calm", 60, 10).blocks == (*parts, Block.HEAD, Block.LEGS)[:6]


@pytest.mark.parametrize(
    ("position", "before", "after"),
    [
        (Position.SUPINE, Position.SUPINE, Position.SUPINE),
        (Position.PRONE, Position.PRONE, Position.PRONE),
        (Position.ON_SIDE, None, Position.ON_SIDE),
        (Position.HELD, Position.SUPINE, Position.SUPINE),
        (Position.HELD_SUPINE, Position.SUPINE, Position.SUPINE),
        (Position.HELD_UPRIGHT, Position.SUPINE, Position.SUPINE),
        (Position.HELD_PRONE, Position.PRONE, Position.PRONE),
    ],
)
def test_how_the_baby_lies_before_and_after(position: Position, before: Position | None, after: Position) -> None:
    found = [s for s in catalogue().steps.values() if s.position is position and s.position_after is position]
    assert found
    assert {lies_before(s) for s in found} == {before}
    assert {lies_after(s) for s in found} == {after}


def test_after_rolling_over_the_baby_lies_on_its_tummy() -> None:
    assert (lies_before(step("gym-roll")), lies_after(step("gym-roll"))) == (Position.SUPINE, Position.PRONE)


def test_turns_are_known_from_other_moves() -> None:
    assert {s.id for s in catalogue().steps.values() if s.is_turn} == {"turn-tummy", "turn-back"}
    assert played("gym-roll").step.block is Block.MOVES


def test_rubbing_and_stroking_are_told_apart() -> None:
    assert step("leg-rub").is_rub
    assert not step("leg-rub").is_stroke
    assert step("leg-outer").is_stroke
    assert not step("open-ask").is_stroke
