"""The program's own content, read once, and ages on the planning calendar."""

from __future__ import annotations

from functools import cache
from itertools import count

from babymassage_gui.content.loader import load
from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Catalogue, Routine, Side, Step
from babymassage_gui.core.plan import Pass, Plan, PlannedStep
from babymassage_gui.core.planner import Wish, make_plan


@cache
def catalogue() -> Catalogue:
    """All content, as the program ships it."""
    return load().catalogue


def routine(routine_id: str) -> Routine:
    return catalogue().routines[routine_id]


def step(step_id: str) -> Step:
    return catalogue().steps[step_id]


def plan_for(routine_id: str, days: int, minutes: int) -> Plan:
    """A first session at an age in days."""
    return make_plan(catalogue(), Wish(routine(routine_id), age_of_days(days), minutes))


def played(step_id: str, reps: int = 1, *sides: Side) -> PlannedStep:
    """A step of the content with so many repetitions on each side, one second and no hold each."""
    return PlannedStep(step(step_id), tuple(Pass(side, reps) for side in sides or (Side.BOTH,)), 1.0, 0.0)


def ids(plan: Plan) -> list[str]:
    return [planned.step.id for planned in plan.steps]


def new_ids() -> str:
    """A fresh id at each call, the same in each run of the tests."""
    return f"id-{next(_numbers)}"


_numbers = count(1)
