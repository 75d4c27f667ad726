"""A plan goes into the log as text and comes out as the same plan, or not at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.plan import Pass, PlannedStep
from babymassage_gui.services.plan_codec import decode, encode
from tests.fakes.content import catalogue, plan_for, step

EVERYDAY = plan_for("everyday", 60, 3).steps


@pytest.mark.parametrize(
    ("routine", "days", "minutes"), [("everyday", 90, 10), ("tummy-ease", 25, 5), ("moves", 153, 15), ("calm", 153, 15)]
)
def test_every_plan_comes_out_as_it_went_in(routine: str, days: int, minutes: int) -> None:
    steps = plan_for(routine, days, minutes).steps
    assert decode(catalogue(), encode(steps)) == steps


planned_steps = st.builds(
    PlannedStep,
    st.sampled_from(list(catalogue().steps.values())),
    st.lists(st.builds(Pass, st.sampled_from(Side), st.integers(1, 20)), min_size=1, max_size=2).map(tuple),
    st.floats(0.5, 60),
    st.floats(0, 60),
    st.none() | st.floats(0, 900),
)


@given(st.lists(planned_steps, max_size=4).map(tuple))
@settings(max_examples=60)
def test_any_steps_come_out_as_they_went_in(steps: tuple[PlannedStep, ...]) -> None:
    assert decode(catalogue(), encode(steps)) == steps


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "null",
        "7",
        '"text"',
        '{"step":1}',
        "[1]",
        "[[]]",
        "[{}]",
        encode(EVERYDAY)[:-1],
        encode(EVERYDAY)[: len(encode(EVERYDAY)) // 2],
        encode(EVERYDAY).replace("leg-outer", "leg-inner"),
        encode(EVERYDAY).replace('"left"', '"sinister"'),
        encode(EVERYDAY).replace('"rep":', '"reps":'),
        encode(EVERYDAY).replace('"clock":null', '"clock":[]'),
    ],
)
def test_damaged_text_is_no_plan(text: str) -> None:
    assert decode(catalogue(), text) is None


ROW = {"step": "leg-outer", "passes": [["left", 3]], "rep": 4, "hold": 0, "clock": None}


@pytest.mark.parametrize(
    "damage",
    [
        {"passes": []},
        {"passes": [["left", 0]]},
        {"passes": [["left", -3]]},
        {"passes": [["left", 1e999]]},
        {"passes": [["left"]]},
        {"passes": "ab"},
        {"rep": 0},
        {"rep": -4},
        {"rep": float("nan")},
        {"rep": float("inf")},
        {"hold": -1},
        {"hold": float("inf")},
        {"clock": -1},
        {"clock": float("nan")},
        {"step": None},
        {"step": []},
    ],
)
def test_a_step_that_could_not_be_played_is_damage(damage: dict[str, object]) -> None:
    assert decode(catalogue(), json.dumps([ROW])) == (PlannedStep(step("leg-outer"), (Pass(Side.LEFT, 3),), 4.0, 0.0),)
    assert decode(catalogue(), json.dumps([ROW | damage])) is None


@given(st.integers(0, len(encode(EVERYDAY)) - 1), st.characters())
@settings(max_examples=100)
def test_a_letter_changed_never_breaks_the_reader(place: int, letter: str) -> None:
    text = encode(EVERYDAY)
    found = decode(catalogue(), text[:place] + letter + text[place + 1 :])
    assert found is None or all(planned.seconds > 0 for planned in found)
