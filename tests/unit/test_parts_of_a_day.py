"""What was left for another time comes first in the next part of the day (content-spec 3.5, DUR-21)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.day import day_so_far
from babymassage_gui.core.history import Ending, SessionRecord, StepOutcome, StepRecord, last_played
from babymassage_gui.core.plan import Omission, Plan
from babymassage_gui.core.planner import make_plan
from babymassage_gui.core.wish import Wish
from tests.fakes.content import catalogue, ids, routine
from tests.fakes.records import massage

DAY = date(2026, 3, 2)
MOVING = frozenset({"everyday", "calm"})


def planned(minutes: int, days: int, *sessions: SessionRecord, on: date = DAY) -> Plan:
    """The next session or part of it, after those of the log."""
    earlier = day_so_far(sessions, on, MOVING).played
    rotation = last_played(sessions, "everyday")
    wish = Wish(routine("everyday"), age_of_days(days), minutes, rotation, earlier_part=earlier)
    return make_plan(catalogue(), wish)


def played(plan: Plan, hour: int) -> SessionRecord:
    return massage(DAY, float(plan.minutes), hour=hour, done=tuple(ids(plan)))


def optional(plan: Plan) -> set[str]:
    """What a part may leave out: all but the turns, the start and the finish."""
    return {p.step.id for p in plan.steps if p.step.priority > 0 and not p.step.is_turn}


def left(plan: Plan) -> set[str]:
    return {one.step.id for one in plan.left_out if one.reason is Omission.NO_TIME}


@pytest.mark.parametrize("days", [60, 153])
@pytest.mark.parametrize("minutes", [3, 4])
def test_the_second_part_plays_what_the_first_one_left_and_the_third_what_both_did(minutes: int, days: int) -> None:
    first = planned(minutes, days)
    second = planned(minutes, days, played(first, 8))
    third = planned(minutes, days, played(first, 8), played(second, 11))
    assert optional(second)
    assert optional(second) <= left(first)
    assert optional(third) & left(first) & left(second)


def test_on_the_next_day_the_core_comes_first_again() -> None:
    first = planned(3, 60)
    second = planned(3, 60, played(first, 8))
    tomorrow = planned(3, 60, played(first, 8), played(second, 11), on=DAY + timedelta(days=1))
    core = {p.step.id for p in first.steps if p.step.priority == 1}
    assert core <= set(ids(tomorrow))
    assert not core <= set(ids(second))


def test_a_step_that_the_first_part_broke_off_is_among_what_it_left() -> None:
    first = planned(3, 60)
    broken_off = min(optional(first))
    steps = tuple(
        StepRecord(p.step.id, StepOutcome.INTERRUPTED if p.step.id == broken_off else StepOutcome.DONE, 9.0)
        for p in first.steps
    )
    cut_short = replace(played(first, 8), ending=Ending.CALLED_AWAY, steps=steps)
    assert broken_off in optional(planned(3, 60, cut_short))


def test_what_was_played_in_rounds_of_other_kinds_is_not_taken_from_a_part() -> None:
    rounds = massage(DAY, 3.0, hour=8, routine="tummy-ease", done=("tummy-circle",))
    assert ids(planned(3, 60, rounds)) == ids(planned(3, 60))
