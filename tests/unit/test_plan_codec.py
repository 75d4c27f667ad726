"""A plan goes into the log as text and comes out as the same plan, or not at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.plan import Pass, PlannedStep
from babymassage_gui.core.planner import LOIN_GLIDE, Prescription
from babymassage_gui.services.plan_codec import decode, encode
from tests.fakes.content import catalogue, plan_for, planned, step

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
    product=st.booleans(),
    wide_ring=st.booleans(),
    half_form=st.booleans(),
)


@given(st.lists(planned_steps, max_size=4).map(tuple))
@settings(max_examples=60)
def test_any_steps_come_out_as_they_went_in(steps: tuple[PlannedStep, ...]) -> None:
    assert decode(catalogue(), encode(steps)) == steps


def test_what_the_parents_choices_made_of_it_comes_out_too() -> None:
    choices = Choices(product=True, wide_ring=True, loin_glide=True)
    plans = (
        planned("calm", 153, 15, LOIN_GLIDE, choices=choices),
        planned("pro-moves", 153, 5, "gym-sit"),
        planned("tear-duct", 60, 3, "eye-duct", prescription=Prescription(9, (Side.LEFT, Side.RIGHT))),
    )
    for plan in plans:
        assert decode(catalogue(), encode(plan.steps)) == plan.steps
    assert any(one.light for one in plans[0].steps)
    assert any(one.half_form for one in plans[1].steps)


def test_a_plan_that_an_earlier_version_wrote_is_still_read() -> None:
    assert set(json.loads(encode(EVERYDAY))[0]) == {"step", "passes", "rep", "hold", "clock"}


@pytest.mark.parametrize(
    ("step_id", "marks", "light"),
    [
        ("back-down", {"light": ["LOWBACK", "SPINE"]}, ("LOWBACK",)),
        ("back-up", {"light": ["LOWBACK", "KIDNEY"]}, ()),
        ("back-down", {"light": []}, ()),
    ],
)
def test_no_altered_letter_opens_another_place_to_the_hands(
    step_id: str, marks: dict[str, object], light: tuple[str, ...]
) -> None:
    found = decode(catalogue(), json.dumps([ROW | {"step": step_id} | marks]))
    assert found is not None
    assert found[0].light == light


@pytest.mark.parametrize("value", [1, "true", None, [True]])
def test_a_mark_is_true_or_it_is_not_there(value: object) -> None:
    found = decode(catalogue(), json.dumps([ROW | {"product": value, "half_form": value}]))
    assert found is not None
    assert not found[0].product
    assert not found[0].half_form


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
        {"step": "back-down", "light": 5},
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
