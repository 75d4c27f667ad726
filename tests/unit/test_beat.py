"""Where the hands are at an instant of a step: side, repetition, stroke or hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core.beat import Beat, Motion, beat_at
from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.plan import Pass, PlannedStep
from tests.fakes.content import step

SIDES = (Side.LEFT, Side.RIGHT)
# 2 s settle, 3 x 4 s on the left; 2 s settle, 3 x 4 s on the right
LEGS = PlannedStep(step("leg-outer"), (Pass(Side.LEFT, 3), Pass(Side.RIGHT, 3)), 4.0, 0.0)
# 4 s settle, 2 x (6 s stroke + 5 s hold)
KNEES = PlannedStep(step("gym-knees"), (Pass(Side.BOTH, 2),), 6.0, 5.0)
TUMMY_REST = PlannedStep(step("tummy-rest"), (Pass(Side.BOTH, 1),), 0.0, 0.0, clock_seconds=60.0)


@pytest.mark.parametrize(
    ("elapsed", "side", "repetition", "motion", "fraction"),
    [
        (0.0, Side.LEFT, 1, Motion.SETTLE, 0.0),
        (1.0, Side.LEFT, 1, Motion.SETTLE, 0.5),
        (2.0, Side.LEFT, 1, Motion.STROKE, 0.0),
        (5.0, Side.LEFT, 1, Motion.STROKE, 0.75),
        (6.0, Side.LEFT, 2, Motion.STROKE, 0.0),
        (10.0, Side.LEFT, 3, Motion.STROKE, 0.0),
        (13.0, Side.LEFT, 3, Motion.STROKE, 0.75),
        (14.0, Side.RIGHT, 1, Motion.SETTLE, 0.0),
        (16.0, Side.RIGHT, 1, Motion.STROKE, 0.0),
        (27.0, Side.RIGHT, 3, Motion.STROKE, 0.75),
        (28.0, Side.RIGHT, 3, Motion.STROKE, 1.0),
        (500.0, Side.RIGHT, 3, Motion.STROKE, 1.0),
        (-1.0, Side.LEFT, 1, Motion.SETTLE, 0.0),
    ],
)
def test_first_the_left_side_then_the_right_each_with_its_settling(
    elapsed: float, side: Side, repetition: int, motion: Motion, fraction: float
) -> None:
    assert beat_at(LEGS, elapsed) == Beat(side, SIDES.index(side), repetition, 3, motion, fraction)


@pytest.mark.parametrize(
    ("elapsed", "repetition", "motion", "fraction"),
    [
        (3.0, 1, Motion.SETTLE, 0.75),
        (4.0, 1, Motion.STROKE, 0.0),
        (7.0, 1, Motion.STROKE, 0.5),
        (10.0, 1, Motion.HOLD, 0.0),
        (12.5, 1, Motion.HOLD, 0.5),
        (15.0, 2, Motion.STROKE, 0.0),
        (26.0, 2, Motion.HOLD, 1.0),
    ],
)
def test_a_repetition_with_a_hold_is_a_stroke_and_then_the_hold(
    elapsed: float, repetition: int, motion: Motion, fraction: float
) -> None:
    assert beat_at(KNEES, elapsed) == Beat(Side.BOTH, 0, repetition, 2, motion, fraction)


@pytest.mark.parametrize(("elapsed", "fraction"), [(0.0, 0.0), (15.0, 0.25), (60.0, 1.0), (90.0, 1.0)])
def test_a_step_with_its_own_clock_is_one_long_hold(elapsed: float, fraction: float) -> None:
    assert beat_at(TUMMY_REST, elapsed) == Beat(Side.BOTH, 0, 1, 1, Motion.HOLD, fraction)


def test_a_clock_without_seconds_is_over_at_once() -> None:
    none = PlannedStep(step("tummy-rest"), (Pass(Side.BOTH, 1),), 0.0, 0.0, clock_seconds=0.0)
    assert beat_at(none, 0.0).fraction == 1.0


planned_steps = st.builds(
    PlannedStep,
    st.just(step("leg-outer")),
    st.lists(st.integers(1, 12), min_size=1, max_size=2).map(
        lambda reps: tuple(Pass(side, count) for side, count in zip(SIDES, reps, strict=False))
    ),
    st.sampled_from([1.0, 2.0, 2.5, 3.0, 4.0, 1 / 3, 0.7]),
    st.sampled_from([0.0, 5.0, 0.1]),
)


@given(planned_steps, st.lists(st.floats(-1, 300), min_size=2, max_size=12))
@settings(max_examples=200)
def test_as_time_passes_hands_only_go_forward(planned: PlannedStep, instants: list[float]) -> None:
    beats = [beat_at(planned, at) for at in sorted(instants)]
    motions = list(Motion)
    places = [(b.pass_index, b.repetition, motions.index(b.motion), b.fraction) for b in beats]
    assert places == sorted(places)
    assert all(0.0 <= b.fraction <= 1.0 and 1 <= b.repetition <= b.of for b in beats)


@given(planned_steps)
@settings(max_examples=100)
def test_each_repetition_of_each_side_has_its_time_and_together_they_are_the_step(planned: PlannedStep) -> None:
    settle = 4.0 / len(planned.passes)
    each = planned.rep_seconds + planned.hold_seconds
    at = 0.0
    for index, one in enumerate(planned.passes):
        settling = beat_at(planned, at + settle / 2)
        assert (settling.side, settling.pass_index, settling.motion) == (one.side, index, Motion.SETTLE)
        at += settle
        for repetition in range(1, one.reps + 1):
            middle = beat_at(planned, at + planned.rep_seconds / 2)
            assert (middle.pass_index, middle.repetition, middle.motion) == (index, repetition, Motion.STROKE)
            assert middle.fraction == pytest.approx(0.5)
            at += each
    assert at == pytest.approx(planned.seconds)
    assert beat_at(planned, planned.seconds).fraction == pytest.approx(1.0)


@given(planned_steps, st.integers(0, 2000))
def test_the_very_edges_of_repetitions_have_no_fraction_out_of_range(planned: PlannedStep, tenths: int) -> None:
    assert 0.0 <= beat_at(planned, tenths / 10).fraction <= 1.0
