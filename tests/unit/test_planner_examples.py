"""The worked examples of the specification: a first session at some ages and lengths (content-spec 3.5)."""

from __future__ import annotations

import pytest

from babymassage_gui.core.plan import Omission
from tests.fakes.content import plan_for

# routine, age in days, minutes, steps played, their seconds, steps left for another day
EXAMPLES = [
    ("first-strokes", 25, 3, 10, 184, 3),
    ("first-strokes", 25, 5, 12, 296, 1),
    ("first-strokes", 60, 3, 10, 184, 3),
    ("first-strokes", 60, 5, 13, 295, 0),
    ("first-strokes", 60, 10, 13, 340, 0),
    ("mini", 25, 3, 9, 172, 2),
    ("mini", 25, 5, 11, 289, 0),
    ("mini", 60, 3, 10, 186, 2),
    ("mini", 60, 5, 12, 301, 0),
    ("mini", 153, 3, 7, 155, 3),
    ("mini", 153, 5, 12, 301, 0),
    ("everyday", 60, 3, 11, 194, 12),
    ("everyday", 60, 5, 13, 309, 10),
    ("everyday", 60, 10, 22, 589, 1),
    ("everyday", 153, 3, 9, 195, 17),
    ("everyday", 153, 5, 12, 312, 16),
    ("everyday", 153, 10, 15, 611, 13),
    ("everyday", 153, 15, 17, 902, 11),
    ("face", 60, 3, 6, 84, 0),
    ("face", 153, 3, 7, 110, 0),
    ("calm", 60, 3, 10, 191, 5),
    ("calm", 60, 5, 14, 309, 3),
    ("calm", 60, 10, 17, 437, 0),
    ("calm", 153, 3, 9, 191, 7),
    ("calm", 153, 5, 12, 306, 4),
    ("calm", 153, 10, 18, 571, 0),
    ("calm", 153, 15, 18, 671, 0),
    ("tummy-ease", 25, 3, 9, 142, 0),
    ("tummy-ease", 25, 5, 9, 160, 0),
    ("tummy-ease", 60, 3, 11, 188, 2),
    ("tummy-ease", 60, 5, 13, 254, 0),
    ("tummy-ease", 153, 3, 11, 193, 2),
    ("tummy-ease", 153, 5, 13, 260, 0),
    ("strong-4m", 153, 3, 9, 187, 21),
    ("strong-4m", 153, 5, 14, 315, 18),
    ("strong-4m", 153, 10, 16, 606, 16),
    ("strong-4m", 153, 15, 18, 901, 14),
    ("wake-up", 153, 3, 11, 190, 2),
    ("wake-up", 153, 5, 13, 225, 0),
    ("wake-up", 153, 10, 13, 272, 0),
    ("wake-up", 153, 15, 13, 322, 0),
    ("moves", 153, 3, 10, 191, 4),
    ("moves", 153, 5, 13, 282, 0),
    ("moves", 153, 10, 13, 420, 0),
    ("moves", 153, 15, 13, 486, 0),
]
ANOTHER_DAY = {Omission.NO_TIME, Omission.NO_STROKE_BEFORE}


def test_there_are_as_many_examples_as_in_the_specification() -> None:
    assert len(EXAMPLES) == 45


@pytest.mark.parametrize(("routine", "days", "minutes", "steps", "seconds", "left"), EXAMPLES)
def test_a_first_session_is_filled_as_in_the_example(
    routine: str, days: int, minutes: int, steps: int, seconds: int, left: int
) -> None:
    plan = plan_for(routine, days, minutes)
    for_another_day = [omitted for omitted in plan.left_out if omitted.reason in ANOTHER_DAY]
    assert (len(plan.steps), plan.seconds, len(for_another_day)) == (steps, seconds, left)
