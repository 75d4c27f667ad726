"""How a stroke runs in time: parts of a repetition, lanes, even tracks, lifted pieces, rubbing circles."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import View
from babymassage_gui.core.strokes import Hand, Kind, Waypoint
from babymassage_gui.core.tracks import CARRIED_SAMPLES, Track, stroking, track, way_of

BOOK = load_figures().book


def first_hand(step_id: str) -> Hand:
    return next(stroking(BOOK.steps[step_id].parts[0]))


def test_parts_share_a_repetition_in_order() -> None:
    step = BOOK.steps["chest-ribs"]
    assert step.part_at(0.0) == (0, 0.0)
    assert step.part_at(0.25) == (0, pytest.approx(0.5))
    assert step.part_at(0.75) == (1, pytest.approx(0.5))
    assert step.part_at(1.0) == (1, 1.0)


def test_lanes_take_turns_by_repetition() -> None:
    step = BOOK.steps["close-strokes"]
    assert [step.part_at(0.5, repetition)[0] for repetition in (1, 2, 3, 4)] == [0, 1, 0, 1]


def test_a_step_without_sides_is_the_same_for_both() -> None:
    step = BOOK.steps["back-up"]
    assert step.for_side("right") is step
    assert BOOK.step("back-up", "both") is step
    assert BOOK.step("no-such-step", "both") is None


def test_a_track_is_even_and_keeps_its_ends() -> None:
    line = track(first_hand("leg-outer"), BOOK.views["front"])
    assert line.at(0) == line.points[0]
    assert line.at(1) == line.points[-1]
    assert line.at(-1) == line.points[0]
    assert any(line.lifted)
    assert not line.is_lifted(0)
    assert line.is_lifted(line.lifted.index(True) / (len(line.lifted) - 1))


def test_a_track_knows_where_it_heads() -> None:
    line = Track(((0.0, 0.0), (10.0, 0.0), (20.0, 0.0)), (False,) * 3, closed=False, length=20)
    assert line.heading(0.5) == pytest.approx(0)
    up = Track(((0.0, 20.0), (0.0, 0.0)), (False, False), closed=False, length=20)
    assert up.heading(0.5) == pytest.approx(-90)


def test_rubbing_circles_stay_near_their_line() -> None:
    hand = first_hand("leg-rub")
    view = BOOK.views["front"]
    coiled, plain = track(hand, view), track(hand, view, plain=True)
    assert coiled.length > 2 * plain.length
    near = max(min((px - x) ** 2 + (py - y) ** 2 for px, py in plain.points) for x, y in coiled.points)
    assert near**0.5 <= hand.curl + 1


def test_spots_that_are_held_have_no_length() -> None:
    line = track(first_hand("leg-toes"), BOOK.views["front"])
    assert (len(line.points), line.length) == (5, 0.0)


def test_a_line_of_no_length_is_still_a_line() -> None:
    view = View("front", "front", {"here": (5.0, 5.0)}, ())
    here = (Waypoint("here"), Waypoint("here"))
    hand = Hand("right", "flat", here, Kind.GLIDE, contact=40, angle=0, follow=0, scale=1, curl=0, supports=False)
    line = track(hand, view)
    assert line.at(0.5) == pytest.approx((5, 5))


# Lines of hands that go with a limb


def test_a_carried_line_begins_and_ends_where_the_limb_is() -> None:
    part = BOOK.steps["gym-knees"].parts[1]
    line = way_of(part, part.hands[0], BOOK)
    assert len(line.points) == CARRIED_SAMPLES
    for at, point in ((0.0, line.points[0]), (1.0, line.points[-1])):
        assert point == BOOK.view_at(part, at).landmarks["calf_l"] == BOOK.landmarks_at(part, at)["calf_l"]


def test_a_carried_line_stays_within_a_finger_of_the_limb_and_has_no_kink() -> None:
    part = BOOK.steps["gym-knees"].parts[1]
    line = way_of(part, part.hands[0], BOOK)
    for index, point in enumerate(line.points):
        assert math.dist(point, BOOK.landmarks_at(part, index / (CARRIED_SAMPLES - 1))["calf_l"]) < 8
    headings = [line.heading(i / 12) for i in range(13)]
    assert max(abs(math.remainder(b - a, 360)) for a, b in pairwise(headings)) < 25


def test_a_hand_on_a_limb_that_lies_still_has_one_spot() -> None:
    part = next(part for part in BOOK.steps["gym-stomp"].parts if part.lane == 1)
    (still,) = (hand for hand in part.hands if hand.path[0].landmark == "calf_r")
    assert (len(way_of(part, still, BOOK).points), way_of(part, still, BOOK).length) == (1, 0)


def test_other_hands_have_the_line_of_their_view() -> None:
    part = BOOK.steps["leg-outer"].parts[0]
    assert way_of(part, part.hands[0], BOOK) == track(part.hands[0], BOOK.views[part.view])


@pytest.mark.parametrize("step_id", ["gym-bike", "gym-arms", "gym-rock", "leg-outer"])
def test_a_single_landmark_is_where_all_of_them_are(step_id: str) -> None:
    for part in BOOK.steps[step_id].parts:
        for way in (0.0, 0.3, 1.0):
            every = BOOK.landmarks_at(part, way)
            assert {name: BOOK.landmark_at(part, name, way) for name in every} == every
    with pytest.raises(KeyError):
        BOOK.landmark_at(BOOK.steps[step_id].parts[0], "tail", 0.0)
