"""The program's own content, read once, and ages on the planning calendar."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any

from babymassage_gui.content.loader import load
from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Catalogue, Routine, Side, Step
from babymassage_gui.core.plan import Omission, Pass, Plan, PlannedStep
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


def planned(routine_id: str, days: int | None, minutes: int, *shown: str, **wish: Any) -> Plan:
    """A plan with more of a wish: what is shown, closed, prescribed or chosen; no days for a doll."""
    age = None if days is None else age_of_days(days)
    return make_plan(catalogue(), Wish(routine(routine_id), age, minutes, shown=frozenset(shown), **wish))


def only(step_id: str, routine_id: str, days: int | None, minutes: int, *shown: str, **wish: Any) -> PlannedStep:
    """A step as it is planned when the routine has it alone."""
    alone = replace(routine(routine_id), steps=(step_id,))
    age = None if days is None else age_of_days(days)
    plan = make_plan(catalogue(), Wish(alone, age, minutes, shown=frozenset(shown), **wish))
    (found,) = [one for one in plan.steps if one.step.id == step_id]
    return found


def reps(one: PlannedStep) -> int:
    """Repetitions on each side."""
    return one.passes[0].reps


def reasons(plan: Plan) -> dict[str, Omission]:
    """Why each step that is not played is left out."""
    return {left.step.id: left.reason for left in plan.left_out}


def ids(plan: Plan) -> list[str]:
    return [planned.step.id for planned in plan.steps]


def new_ids() -> str:
    """A fresh id at each call, the same in each run of the tests."""
    return f"id-{next(_numbers)}"


_numbers = count(1)
