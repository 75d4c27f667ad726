"""Plain geometry of the baby: curves, outlines, sides, distances, turning."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.body import (
    Level,
    View,
    Zone,
    blend,
    distance_to_segment,
    ellipse_outline,
    enters,
    gap,
    inside,
    mirror_outline,
    mirror_point,
    mirror_view,
    other_side,
    spline,
    strip_outline,
    turning,
)

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
COORDINATES = st.floats(-1000, 2000, allow_nan=False)
POINTS = st.tuples(COORDINATES, COORDINATES)


def test_a_spline_passes_through_its_points_and_ends_on_the_last() -> None:
    points = ((0.0, 0.0), (50.0, 20.0), (100.0, 0.0))
    curve = spline(points, samples=5)
    assert curve[0] == pytest.approx(points[0])
    assert curve[5] == pytest.approx(points[1])
    assert curve[-1] == points[2]
    assert len(curve) == 11


def test_a_closed_spline_has_no_repeated_end() -> None:
    ring = spline(SQUARE, closed=True, samples=4)
    assert len(ring) == 16
    assert [ring[i] for i in (0, 4, 8, 12)] == [pytest.approx(p) for p in SQUARE]


def test_a_spline_of_one_point_is_that_point() -> None:
    assert spline([(3.0, 4.0)]) == ((3.0, 4.0),)


def test_repeated_points_do_not_break_a_spline() -> None:
    assert all(math.isfinite(x) for x, _y in spline([(0.0, 0.0), (0.0, 0.0), (5.0, 5.0)]))


def test_an_ellipse_outline_never_lies_inside_the_ellipse() -> None:
    for x, y in ellipse_outline((500, 522), 48, 48):
        assert 48 <= math.dist((x, y), (500, 522)) < 48.5


def test_a_strip_is_as_wide_as_asked_all_along_and_round_its_ends() -> None:
    line = ((0.0, 0.0), (100.0, 0.0))
    strip = strip_outline(line, 10)
    for point in strip:
        assert distance_to_segment(point, *line) == pytest.approx(10, abs=0.01)
    assert inside((50, 9), strip)
    assert inside((106, 0), strip)
    assert not inside((50, 11), strip)


def test_inside_follows_the_outline() -> None:
    assert inside((5, 5), SQUARE)
    assert not inside((15, 5), SQUARE)
    assert not inside((-5, 5), SQUARE)


def test_the_way_to_a_piece_of_line_ends_at_its_ends() -> None:
    assert distance_to_segment((0, 5), (0, 0), (10, 0)) == 5
    assert distance_to_segment((-3, 4), (0, 0), (10, 0)) == 5
    assert distance_to_segment((3, 4), (0, 0), (0, 0)) == 5


def test_the_gap_is_measured_to_edges_and_corners_and_is_nothing_inside() -> None:
    assert gap([(13.0, 5.0)], SQUARE) == 3
    assert gap([(12.0, -5.0), (12.0, 20.0)], SQUARE) == 2
    assert gap([(5.0, 5.0), (50.0, 5.0)], SQUARE) == 0


def test_a_band_enters_an_area_when_its_half_width_reaches_it() -> None:
    line = ((13.0, 0.0), (13.0, 10.0))
    assert not enters(line, SQUARE, 2.9)
    assert enters(line, SQUARE, 3.1)
    assert not enters([(500.0, 500.0)], SQUARE, 50)


@given(POINTS, st.floats(1, 60))
def test_the_quick_look_at_boxes_never_changes_the_answer(point: tuple[float, float], radius: float) -> None:
    assert enters([point], SQUARE, radius) == (gap([point], SQUARE) < radius)


def test_turning_is_positive_clockwise_as_the_parent_looks() -> None:
    right, below, left, above = (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)
    assert turning([right, below, left, above, right], (0, 0)) == pytest.approx(360)
    assert turning([right, above, left], (0, 0)) == pytest.approx(-180)


@given(POINTS)
def test_mirroring_twice_changes_nothing(point: tuple[float, float]) -> None:
    assert mirror_point(mirror_point(point)) == pytest.approx(point)


def test_a_mirrored_ring_turns_the_other_way() -> None:
    ring = (*SQUARE, SQUARE[0])
    assert turning(ring, (5, 5)) == pytest.approx(360)
    assert turning(mirror_outline(ring), mirror_point((5, 5))) == pytest.approx(-360)


@pytest.mark.parametrize(
    ("name", "twin"), [("knee_l", "knee_r"), ("wrist_r", "wrist_l"), ("navel", "navel"), ("shell", "shell")]
)
def test_the_other_side_of_a_name(name: str, twin: str) -> None:
    assert other_side(name) == twin


def test_a_zone_knows_its_code_and_side() -> None:
    knee, wrist, navel = (Zone(name, Level.NEVER, SQUARE) for name in ("KNEE_l", "JOINT_wrist_r", "NAVEL"))
    assert [zone.code for zone in (knee, wrist, navel)] == ["KNEE", "JOINT", "NAVEL"]
    assert [zone.on_side("left") for zone in (knee, wrist, navel)] == [True, False, True]
    assert [zone.on_side("right") for zone in (knee, wrist, navel)] == [False, True, True]
    assert all(zone.on_side("both") for zone in (knee, wrist, navel))


def test_a_view_gives_zones_by_name() -> None:
    view = View("front", "front", {}, (Zone("NAVEL", Level.NEVER, SQUARE),))
    assert view.zone("NAVEL").outline == SQUARE
    with pytest.raises(KeyError):
        view.zone("LIVER")


def test_a_mirrored_view_exchanges_left_and_right() -> None:
    view = View("side_left", "side_left", {"hip_r": (600.0, 10.0)}, (Zone("KNEE_l", Level.NEVER, SQUARE),))
    turned = mirror_view(view, "side_right", "side_right")
    assert turned.landmarks == {"hip_l": (400.0, 10.0)}
    assert turned.zone("KNEE_r").outline == mirror_outline(SQUARE)


@pytest.mark.parametrize(("figure", "turned"), [("side_left", True), ("side_right", False)])
def test_only_the_drawing_of_the_other_side_is_turned_over(figure: str, turned: bool) -> None:
    view = View("side_left", "side_left", {}, ())
    assert mirror_view(view, "side_right", figure).turned is turned
    assert not view.turned


def test_a_limb_fades_out_at_the_other_side_of_a_turned_view() -> None:
    view = View("palm_left", "close_palm", {}, (), fade=(0.0, 900.0, 100.0, 800.0))
    assert mirror_view(view, "palm_right", "close_palm").fade == (1000.0, 900.0, 900.0, 800.0)


def test_blend_goes_from_start_to_end() -> None:
    assert blend((0, 0), (10, 20), 0.25) == (2.5, 5)
