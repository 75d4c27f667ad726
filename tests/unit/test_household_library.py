"""What the library and practice ask of a household: everything that is taught, once, and any routine on a doll."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.core.catalogue import Catalogue, Position, Range
from babymassage_gui.core.history import Kind
from babymassage_gui.core.plan import lies_after
from babymassage_gui.core.reference import Fact
from babymassage_gui.core.session_table import Phase
from babymassage_gui.services.household import Household, Stores
from tests.fakes.content import catalogue, new_ids, routine
from tests.fakes.home import Home

FACT = Fact("AGE-05", "AGE", "Never before day 20 of life.", ("A3",))


def house(reads: list[str]) -> Household:
    home = Home()

    def read() -> Catalogue:
        reads.append("read")
        return replace(catalogue(), facts={FACT.id: FACT})

    stores = Stores(home.babies, home.log, home.said, home.settings)
    return Household(catalogue(), stores, home.clock, new_ids, read)


def test_facts_are_read_only_when_the_library_is_opened_and_only_once() -> None:
    reads: list[str] = []
    household = house(reads)
    household.today()
    assert reads == []
    assert household.library().facts == {FACT.id: FACT}
    assert household.library() is household.library()
    assert reads == ["read"]


def test_without_the_reading_part_the_library_has_the_moves() -> None:
    household = Home().household
    assert household.library() is household.catalogue


@pytest.mark.parametrize("routine_id", ["first-strokes", "everyday", "calm", "strong-4m"])
def test_any_routine_can_be_practised_without_a_baby_and_leaves_no_trace(routine_id: str) -> None:
    home = Home(baby=None)
    plan = home.household.practice_plan(routine_id)
    assert plan.routine_id == routine_id
    assert {step.step.id for step in plan.steps} <= {*routine(routine_id).steps, "turn-tummy", "turn-back"}
    home.household.practise(routine_id)
    assert home.household.runner.session.steps == plan.steps
    home.go(40)
    assert len(home.log) == 0


@pytest.mark.parametrize("step_id", sorted(catalogue().steps))
def test_any_single_move_can_be_practised_between_asking_and_the_cuddle_and_leaves_no_trace(step_id: str) -> None:
    home = Home(baby=None)
    plan = home.household.practice_plan(step_id=step_id)
    played = [one.step for one in plan.steps]
    moves = [step.id for step in played if not step.is_turn or step.id == step_id]
    inner = [] if step_id in ("open-ask", "close-cuddle") else [step_id]
    assert moves == ["open-ask", *inner, "close-cuddle"]
    assert lies_after(played[-1]) is Position.SUPINE
    assert all(one.passes[0].reps == (one.step.reps_young or one.step.reps_old or Range(1, 1)).start
               for one in plan.steps if not one.step.own_clock)  # fmt: skip
    home.household.practise(step_id=step_id)
    assert (home.household.runner.kind, home.household.runner.session.steps) == (Kind.PRACTICE, plan.steps)
    home.go(40)
    assert len(home.log) == 0


def test_each_practice_begins_with_the_time_to_get_ready() -> None:
    home = Home(baby=None)
    home.household.practise(step_id="leg-outer")
    assert home.household.runner.session.phase is Phase.READY


@pytest.mark.parametrize(("routine_id", "step_id"), [("no-such-routine", ""), ("practice", "no-such-step")])
def test_what_is_not_taught_cannot_be_practised(routine_id: str, step_id: str) -> None:
    home = Home(baby=None)
    with pytest.raises(KeyError):
        home.household.practise(routine_id, step_id)
    assert not home.household.runner.running
