"""Face, head and the held baby: what the pictures may never do, with a control for each rule that must fail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import Level, View
from babymassage_gui.core.head_rules import lift_faults
from babymassage_gui.core.lifts import HAND_HEIGHT, Lift, risen
from babymassage_gui.core.stroke_rules import clearance, faults_of, part_faults
from babymassage_gui.core.strokes import Hand, Kind, Part, Rule, Waypoint
from babymassage_gui.core.tracks import stroking, track

BOOK = load_figures().book
FACE = ("face-brow", "face-cheek", "face-chin", "face-ears", "eye-duct")
HELD = ("gym-soar", "gym-prone-lift", "gym-sit")
STEPS = (
    *FACE, *HELD, "head-circles", "tummy-rest", "gym-step", "gym-crawl-ready", "gym-crawl-push", "close-cuddle",
)  # fmt: skip


def hand(*path: Waypoint, contact: float = 26, kind: Kind = Kind.GLIDE) -> Hand:
    return Hand("right", "tips", path, kind, contact, angle=0, follow=0, scale=1, curl=0, supports=False)


def at(landmark: str, dx: float = 0, dy: float = 0) -> Waypoint:
    return Waypoint(landmark, dx, dy)


def with_hands(step_id: str, *hands: Hand) -> list[str]:
    """The faults of a step of the program when other hands play its first part."""
    step = BOOK.steps[step_id]
    return list(part_faults(step, replace(step.parts[0], hands=hands), BOOK))


def circle(middle: str, radius: float, dx: float = 0, dy: float = 0) -> Hand:
    spots = ((-radius, 0), (0, -radius), (radius, 0), (0, radius))
    return hand(*(at(middle, dx + x, dy + y) for x, y in spots), kind=Kind.RING, contact=40)


@pytest.mark.parametrize("step_id", STEPS)
def test_no_step_of_head_and_hold_touches_or_moves_against_the_rules(step_id: str) -> None:
    assert faults_of(step_id, BOOK) == ()


@pytest.mark.parametrize("code", ["EYE_l", "EYE_r", "FONT", "THROAT"])
def test_eyes_soft_spot_and_throat_are_never_touched_on_the_face(code: str) -> None:
    assert BOOK.views["face"].zone(code).level is Level.NEVER


@pytest.mark.parametrize(
    "view", ["face", "head_top", "prone_up", "tucked", "soar", "prone_lift", "half_sit", "wrapped"]
)
def test_the_soft_spot_is_a_never_area_wherever_the_head_is_seen(view: str) -> None:
    assert BOOK.views[view].zone("FONT").level is Level.NEVER


@pytest.mark.parametrize("step_id", FACE)
@pytest.mark.parametrize("side", ["left", "right"])
def test_strokes_on_the_face_stay_off_both_eyes(step_id: str, side: str) -> None:
    for part in BOOK.steps[step_id].for_side(side).parts:
        for one in stroking(part):
            assert all(clearance(one, BOOK.views[part.view], f"EYE_{end}") > 0 for end in "lr")


# Controls that must fail


def test_a_stroke_over_the_eye_is_caught() -> None:
    assert "the right hand enters EYE_l (never)" in with_hands(
        "face-cheek", hand(at("nose_wing_l"), at("temple_l", -30, 60))
    )


def test_a_stroke_of_the_forehead_that_runs_inward_is_caught() -> None:
    faults = with_hands("face-brow", hand(at("temple_l"), at("above_brow_l"), at("forehead_l")))
    assert faults == ["the right hand breaks the rule outward"]


def test_a_stroke_over_the_soft_spot_is_caught() -> None:
    assert "the right hand enters FONT (never)" in with_hands(
        "face-brow", hand(at("forehead_l", 0, -60), at("temple_l"))
    )


def test_a_jaw_stroke_that_slips_to_the_throat_is_caught() -> None:
    assert "the right hand enters THROAT (never)" in with_hands("face-chin", hand(at("chin_l", 0, 70), at("jaw_l")))


def test_an_ear_stroked_from_lobe_to_top_is_caught() -> None:
    assert "the right hand breaks the rule to-feet" in with_hands(
        "face-ears", hand(at("lobe_l"), at("ear_rim_l"), at("ear_top_l"))
    )


@pytest.mark.parametrize(
    ("spot", "why"),
    [
        (circle("above_ear_l", 44, -160, 0), "over the soft spot and the middle of the head"),
        (circle("above_ear_l", 44, -40, 160), "on the cheek, in front of the ear"),
    ],
)
def test_circles_elsewhere_than_above_and_behind_the_ears_are_caught(spot: Hand, why: str) -> None:
    assert "the right hand breaks the rule above-behind-ears" in with_hands("head-circles", spot), why


def test_a_circle_on_the_soft_spot_is_caught() -> None:
    assert "the right hand enters FONT (never)" in with_hands("head-circles", circle("above_ear_l", 40, -150, 10))


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ((at("side_of_nose_l", 0, 40), at("inner_eye_corner_l", -20)), "upward, to the eye"),
        ((at("inner_eye_corner_l", -20), at("cheek_l", -20, 0)), "sideways under the eye"),
        ((at("side_of_nose_l", 0, 60), at("side_of_nose_l", 0, 120)), "far from the corner of the eye"),
        (
            (at("inner_eye_corner_l", -34, -20), at("side_of_nose_l", 12, 0), at("side_of_nose_l", 6, 40)),
            "toward the eye",
        ),
    ],
)
def test_a_tear_duct_stroke_that_is_not_down_from_the_corner_and_off_the_eye_is_caught(
    path: tuple[Waypoint, ...], why: str
) -> None:
    assert "the right hand breaks the rule from-eye-corner" in with_hands("eye-duct", hand(*path)), why


def test_a_tear_duct_stroke_needs_an_eye_in_the_picture() -> None:
    step = BOOK.steps["eye-duct"]
    blind = replace(BOOK.views["face"], zones=())
    faults = part_faults(step, replace(step.parts[0], targets=()), replace(BOOK, views={"face": blind}))
    assert list(faults) == ["the right hand breaks the rule from-eye-corner"]


@pytest.mark.parametrize(
    "path",
    [
        (at("beside", 0, -60), at("beside", 0, 60)),
        (at("beside", 0, HAND_HEIGHT), at("beside", 0, -10)),
        (at("beside", 0, 60), at("beside", -90, -60)),
    ],
)
def test_a_lift_shown_down_too_high_or_sideways_is_caught(path: tuple[Waypoint, ...]) -> None:
    assert "the right hand breaks the rule up-a-hand" in with_hands("gym-soar", hand(*path))


@pytest.mark.parametrize(
    "path",
    [
        (at("sole"), at("sole", -40)),
        (at("sole", -90), at("sole")),
        (at("sole", -10, 40), at("sole", -10, 0), at("sole", -10, 40)),
    ],
)
def test_a_push_that_goes_back_or_shoves_is_caught(path: tuple[Waypoint, ...]) -> None:
    assert "the right hand breaks the rule forward-a-little" in with_hands("gym-crawl-push", hand(*path, contact=10))


def test_forward_is_unknown_without_a_head() -> None:
    step = BOOK.steps["gym-crawl-push"]
    view = BOOK.views["tucked"]
    headless = replace(view, landmarks={key: spot for key, spot in view.landmarks.items() if key != "crown"})
    assert list(part_faults(step, step.parts[0], replace(BOOK, views={"tucked": headless}))) == [
        "the right hand breaks the rule forward-a-little"
    ]


def lifted(step_id: str, lift: Lift | None) -> tuple[Part, View]:
    part = BOOK.steps[step_id].parts[0]
    return replace(part, lift=lift), BOOK.views[part.view]


def test_a_lift_higher_than_a_hand_is_caught() -> None:
    assert list(lift_faults(*lifted("gym-soar", Lift(up=HAND_HEIGHT + 1)))) == ["the lift is higher than a hand"]
    assert list(lift_faults(*lifted("gym-soar", Lift(up=HAND_HEIGHT)))) == []
    assert list(lift_faults(*lifted("gym-soar", None))) == []


@pytest.mark.parametrize(
    "lift", [Lift(turn=-5, about=(640, 700)), Lift(turn=60, about=(640, 700)), Lift(turn=8, about=(420, 700))]
)
def test_a_rise_down_too_far_or_too_steep_is_caught(lift: Lift) -> None:
    assert list(lift_faults(*lifted("gym-sit", lift))) == ["the rise goes further than half"]


def test_a_rise_needs_to_know_the_shoulders() -> None:
    part, view = lifted("gym-sit", Lift(turn=10, about=(640, 700)))
    assert list(lift_faults(part, replace(view, landmarks={}))) == ["the view half_sit has no landmark shoulder_blades"]


# How a lift goes


@pytest.mark.parametrize(
    ("share", "done"), [(-1, 0), (0, 0), (0.2, 0.5), (0.4, 1), (0.5, 1), (0.62, 1), (0.81, 0.5), (1, 0), (2, 0)]
)
def test_a_lift_rises_rests_and_comes_down(share: float, done: float) -> None:
    assert risen(share) == pytest.approx(done)


def test_a_lift_begins_and_ends_at_its_lowest_place() -> None:
    lift = Lift(up=100, turn=12)
    assert lift.below(0) == lift.below(1) == (100, 12)
    assert lift.below(0.5) == (0, 0)


def test_the_highest_point_of_a_rise_is_measured_from_where_it_began() -> None:
    assert Lift(up=90).highest((300, 400)) == pytest.approx(90)
    assert Lift(turn=90, about=(500, 500)).highest((400, 500)) == pytest.approx(100)


def test_the_drawn_rise_is_a_few_centimetres_at_the_shoulder_blades() -> None:
    part = BOOK.steps["gym-sit"].parts[0]
    assert part.lift is not None
    assert 40 <= part.lift.highest(BOOK.views["half_sit"].landmarks["shoulder_blades"]) <= HAND_HEIGHT


def test_each_sole_touches_the_mat_once_in_a_repetition() -> None:
    assert [part.view for part in BOOK.steps["gym-step"].parts] == ["upright_left", "upright_right"]
    assert all(part.rules == (Rule.STILL,) for part in BOOK.steps["gym-step"].parts)


def test_the_affected_eye_is_the_one_that_is_stroked() -> None:
    for side, end in (("left", "_l"), ("right", "_r")):
        (part,) = BOOK.steps["eye-duct"].for_side(side).parts
        (one,) = part.hands
        points = track(one, BOOK.views[part.view]).points
        assert all((x > 500) is (end == "_l") for x, _y in points)
