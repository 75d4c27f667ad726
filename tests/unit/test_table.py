"""The side of the table: pictures are turned, never turned over."""

from __future__ import annotations

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import Point, turning
from babymassage_gui.core.strokes import Kind
from babymassage_gui.core.table import DEGREES, TableSide, degrees_for, quarter_turned
from babymassage_gui.core.tracks import stroking, track, way_of

BOOK = load_figures().book
RINGS = [
    (step_id, index)
    for step_id, step in BOOK.steps.items()
    for index, part in enumerate(step.parts)
    if "navel" in BOOK.views[part.view].landmarks and any(hand.kind is Kind.RING for hand in stroking(part))
]


def seen(points: tuple[Point, ...], degrees: int) -> tuple[Point, ...]:
    return tuple(quarter_turned(point, degrees) for point in points)


def over(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """What must never happen: the picture in a mirror."""
    return tuple((-x, y) for x, y in points)


@pytest.mark.parametrize("side", list(TableSide))
@pytest.mark.parametrize(("step_id", "index"), RINGS)
def test_tummy_strokes_turn_clockwise_as_the_parent_sees_them_from_every_side(
    side: TableSide, step_id: str, index: int
) -> None:
    part = BOOK.steps[step_id].parts[index]
    degrees, navel = degrees_for(side, BOOK.views[part.view]), BOOK.views[part.view].landmarks["navel"]
    for hand in stroking(part):
        line = track(hand, BOOK.views[part.view], plain=True).points
        assert turning(seen(line, degrees), quarter_turned(navel, degrees)) == pytest.approx(360)
        assert turning(over(seen(line, degrees)), over((quarter_turned(navel, degrees),))[0]) == pytest.approx(-360)


@pytest.mark.parametrize("step_id", ["tummy-pass", "tummy-sides"])
@pytest.mark.parametrize("side", list(TableSide))
def test_an_open_tummy_stroke_turns_as_it_does_from_the_feet(side: TableSide, step_id: str) -> None:
    for part in BOOK.steps[step_id].parts:
        degrees, navel = degrees_for(side, BOOK.views[part.view]), BOOK.views[part.view].landmarks["navel"]
        for hand in stroking(part):
            line = way_of(part, hand, BOOK).points
            turned = turning(seen(line, degrees), quarter_turned(navel, degrees))
            assert turned == pytest.approx(turning(line, navel))
            assert turning(over(line), over((navel,))[0]) == pytest.approx(-turning(line, navel))


def test_there_are_rings_to_look_at() -> None:
    assert {step_id for step_id, _index in RINGS} >= {"tummy-circle", "tummy-thumb"}


def test_a_head_that_was_up_is_at_the_hand_that_the_side_names() -> None:
    up = (0.0, -1.0)
    assert quarter_turned(up, DEGREES[TableSide.FEET]) == up
    assert quarter_turned(up, DEGREES[TableSide.HEAD_LEFT]) == (-1.0, 0.0)
    assert quarter_turned(up, DEGREES[TableSide.HEAD_RIGHT]) == (1.0, 0.0)


def test_what_lies_on_the_table_is_turned_and_what_is_held_up_is_not() -> None:
    lying = ("front", "back", "front_trunk", "leg_up_left", "face", "side_left", "legs_up")
    held = ("upright_left", "wrapped", "soar", "prone_up", "half_sit", "palm_left", "sole_right", "head_top")
    for side in (TableSide.HEAD_LEFT, TableSide.HEAD_RIGHT):
        assert {degrees_for(side, BOOK.views[name]) for name in lying} == {DEGREES[side]}
        assert {degrees_for(side, BOOK.views[name]) for name in held} == {0}
        assert degrees_for(side, None) == DEGREES[side]
    assert {degrees_for(TableSide.FEET, view) for view in BOOK.views.values()} == {0}
