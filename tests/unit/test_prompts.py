"""What is heard in a step: each change has its sound, and no sentence is cut by the next (users.md, "During")."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.plan import Pass, PlannedStep
from babymassage_gui.core.prompts import APART_SECONDS, Chime, Line, Prompt, between, fitting, prompts_of
from tests.fakes.content import catalogue


def step(
    step_id: str = "leg-outer", *reps: int, seconds: float = 4.0, hold: float = 0.0, clock: float | None = None
) -> PlannedStep:
    sides = (Side.LEFT, Side.RIGHT) if len(reps) == 2 else (Side.BOTH,)
    passes = tuple(Pass(side, count) for side, count in zip(sides, reps or (1,), strict=True))
    return PlannedStep(catalogue().steps[step_id], passes, seconds, hold, clock_seconds=clock)


def heard(prompts: tuple[Prompt, ...]) -> list[tuple[float, Chime | None, Line | None]]:
    return [(p.offset, p.chime, p.line) for p in prompts]


def test_a_limb_step_says_its_name_each_repetition_the_other_side_the_last_and_what_comes_next() -> None:
    assert heard(prompts_of(step("leg-outer", 4, 4), has_next=True)) == [
        (0.0, Chime.STEP, Line.STEP),
        (6.0, Chime.TICK, None),
        (10.0, Chime.TICK, None),
        (14.0, Chime.TICK, None),
        (18.0, Chime.TICK, Line.SIDE),
        (24.0, Chime.TICK, None),
        (28.0, Chime.TICK, None),
        (30.0, None, Line.NEXT),
        (32.0, Chime.TICK, None),
    ]


def test_without_a_next_step_the_last_repetition_is_named() -> None:
    assert heard(prompts_of(step("tummy-circle", 4), has_next=False))[-1] == (16.0, Chime.TICK, Line.LAST)


def test_a_turn_has_a_sound_of_its_own_and_a_hold_too() -> None:
    assert prompts_of(step("turn-tummy", seconds=12.0), has_next=True)[0].chime is Chime.TURN
    assert (8.0, Chime.HOLD, None) in heard(prompts_of(step("gym-knees", 2, hold=5.0), has_next=False))


def test_a_step_with_a_clock_of_its_own_has_no_repetitions() -> None:
    assert heard(prompts_of(step("tummy-rest", clock=60.0), has_next=True)) == [
        (0.0, Chime.STEP, Line.STEP),
        (54.0, None, Line.NEXT),
    ]


def test_a_short_step_does_not_name_the_next() -> None:
    assert Line.NEXT not in [p.line for p in prompts_of(step("leg-outer", seconds=8.0), has_next=True)]


@pytest.mark.parametrize(("half", "line"), [(12.0, Line.HALF), (1.0, None), (-1.0, "absent"), (900.0, "absent")])
def test_the_half_is_heard_where_it_falls_and_spoken_where_there_is_room(half: float, line: object) -> None:
    found = [p for p in prompts_of(step("tummy-circle", 6), has_next=False, half_offset=half) if p.chime is Chime.HALF]
    assert [p.line for p in found] == ([] if line == "absent" else [line])


def test_a_line_too_near_to_a_weightier_one_is_left_out() -> None:
    # Both the other side and the name of the next step would be told after 18 seconds.
    found = prompts_of(step("leg-outer", 4, 1, seconds=4.0, hold=0.0), has_next=True)
    assert [p.line for p in found if p.line is not None] == [Line.STEP, Line.SIDE]


def test_prompts_fall_due_once() -> None:
    prompts = prompts_of(step("tummy-circle", 3), has_next=False)
    readings = [0.0, 0.0, 0.5, 8.0, 8.0, 20.0]
    told = [p for after, up_to in pairwise(readings) for p in between(prompts, after, up_to)]
    assert told == list(prompts)


@pytest.mark.parametrize(
    ("room", "said"), [(10.0, "the long sentence"), (1.31, "the long sentence"), (1.3, "short"), (0.0, "short")]
)
def test_the_fullest_wording_that_fits_is_said(room: float, said: str) -> None:
    assert fitting(("the long sentence", "short"), room) == said


def test_without_words_there_is_nothing_to_say() -> None:
    with pytest.raises(ValueError, match="nothing to say"):
        fitting((), 5.0)


@given(
    reps=st.lists(st.integers(1, 10), min_size=1, max_size=2),
    seconds=st.sampled_from([1.0, 2.0, 4.0, 5.0, 12.0]),
    hold=st.sampled_from([0.0, 5.0]),
    half=st.none() | st.floats(0, 120),
    has_next=st.booleans(),
)
def test_lines_keep_apart_stay_in_the_step_and_have_the_room_they_claim(
    reps: list[int], seconds: float, hold: float, half: float | None, has_next: bool
) -> None:
    planned = step("leg-outer", *reps, seconds=seconds, hold=hold)
    prompts = prompts_of(planned, has_next=has_next, half_offset=half)
    spoken = [p for p in prompts if p.line is not None]
    assert prompts[0].line is Line.STEP
    assert all(0 <= p.offset < planned.seconds for p in prompts)
    assert list(prompts) == sorted(prompts, key=lambda p: p.offset)
    for one, after in pairwise(spoken):
        assert after.offset - one.offset >= APART_SECONDS
        assert one.offset + one.room == pytest.approx(after.offset)
    assert spoken[-1].offset + spoken[-1].room == pytest.approx(planned.seconds)
