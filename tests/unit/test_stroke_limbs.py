"""Rules of feet, hands, tummy, bottom and shoulders on the program's own data; each with a control that fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import TWO_FINGERS, turning
from babymassage_gui.core.stroke_rules import clearance, part_faults
from babymassage_gui.core.strokes import Hand, Kind, Rule, Waypoint
from babymassage_gui.core.tracks import stroking, track

BOOK = load_figures().book
CLOSE_UPS = ("foot_top", "sole", "palm", "hand_back")


def hand_of(step_id: str, part: int = 0) -> Hand:
    return next(stroking(BOOK.steps[step_id].parts[part]))


def faults(step_id: str, *hands: Hand, part: int = 0, rules: tuple[Rule, ...] | None = None) -> list[str]:
    """The faults of a step of the program when other hands play one of its parts."""
    step = BOOK.steps[step_id]
    kept = step.parts[part].rules if rules is None else rules
    return list(part_faults(step, replace(step.parts[part], hands=hands, rules=kept), BOOK))


@pytest.mark.parametrize(
    ("step_id", "part", "rule"),
    [
        ("leg-sole", 0, "heel-to-toes"),
        ("leg-foot-rub", 0, "along-toes"),
        ("leg-foot-rub", 1, "to-body"),
        ("leg-foot-circles", 0, "circles"),
        ("leg-foot-circles", 1, "circles"),
        ("arm-down", 0, "shoulder-to-hand"),
        ("arm-raise", 0, "to-body"),
        ("arm-palm-rub", 1, "to-body"),
        ("tummy-thumb", 0, "clockwise"),
        ("tummy-legs-up", 0, "clockwise"),
        ("tummy-down", 0, "to-feet"),
        ("chest-bent", 1, "outward"),
        ("back-down", 0, "to-feet"),
        ("bottom-stroke", 0, "up-and-out"),
        ("collar-stroke", 0, "outward"),
    ],
)
def test_a_way_run_backwards_breaks_its_rule(step_id: str, part: int, rule: str) -> None:
    hand = hand_of(step_id, part)
    assert f"the {hand.side} hand breaks the rule {rule}" in faults(
        step_id, replace(hand, path=hand.path[::-1]), part=part
    )


def test_a_stroke_on_the_sole_begins_at_the_heel_and_reaches_the_toes() -> None:
    hand = hand_of("leg-sole")
    for path in (hand.path[1:], hand.path[:-1]):
        assert "the right hand breaks the rule heel-to-toes" in faults("leg-sole", replace(hand, path=path))


def test_a_rule_of_two_landmarks_needs_both_of_them() -> None:
    hand = hand_of("tummy-down")
    for rule in (Rule.HEEL_TO_TOES, Rule.ALONG_TOES, Rule.SHOULDER_TO_HAND):
        assert f"the right hand breaks the rule {rule.value}" in faults("tummy-down", hand, rules=(rule,))


def test_a_stroke_down_the_arm_comes_from_the_shoulder() -> None:
    hand = hand_of("arm-down")
    assert "the right hand breaks the rule shoulder-to-hand" in faults("arm-down", replace(hand, path=hand.path[2:]))


def test_the_tummy_is_stroked_down_on_the_babys_left_only() -> None:
    other = faults("tummy-down", hand_of("tummy-down").mirrored())
    assert "the left hand breaks the rule babys-left" in other
    near = replace(hand_of("tummy-down"), path=(Waypoint("above_navel_l"), Waypoint("below_navel_l")))
    assert "the right hand breaks the rule babys-left" in faults("tummy-down", near)


@pytest.mark.parametrize(
    ("step_id", "part", "joint"),
    [("leg-foot-rub", 1, "ankle"), ("arm-palm-rub", 0, "wrist")],
)
def test_rubbing_never_goes_on_to_the_joint(step_id: str, part: int, joint: str) -> None:
    hand = hand_of(step_id, part)
    further = replace(hand, kind=Kind.GLIDE, path=(*hand.path, Waypoint(f"{joint}_l")))
    touched = f"the right hand enters JOINT_{joint}_l (light)"
    assert touched not in faults(step_id, hand, part=part)
    assert touched in faults(step_id, further, part=part)


def test_rubbing_the_foot_is_lifted_over_the_root_of_the_little_toe() -> None:
    hand = hand_of("leg-foot-rub")
    lying = replace(hand, path=tuple(replace(point, lifted=False) for point in hand.path))
    assert faults("leg-foot-rub", hand) == []
    assert "the right hand enters JOINT_toe_5_l (light)" in faults("leg-foot-rub", lying)


def test_rubbing_a_finger_ends_before_its_root() -> None:
    for part in range(1, 6):
        hand = hand_of("arm-palm-rub", part)
        root = f"JOINT_finger_{part - 1}_l"
        assert clearance(hand, BOOK.views["palm_left"], root) > 0
        assert hand.path[0].landmark == ("thumb_l" if part == 1 else f"finger_{part - 1}_l")


@pytest.mark.parametrize("step_id", ["leg-foot-circles", "arm-palm-rub"])
def test_a_circle_on_a_limb_turns_clockwise_on_both_sides(step_id: str) -> None:
    for side in ("left", "right"):
        step = BOOK.steps[step_id].for_side(side)
        for part in step.parts:
            for hand in part.hands:
                if hand.kind is Kind.CIRCLE:
                    points = track(hand, BOOK.views[part.view], plain=True).points
                    middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
                    assert turning(points, middle) > 330


def test_a_half_circle_is_no_circle() -> None:
    hand = hand_of("leg-foot-circles")
    half = replace(hand, kind=Kind.GLIDE, path=hand.path[:5])
    assert "the right hand breaks the rule circles" in faults("leg-foot-circles", half)


def test_the_hand_that_holds_both_feet_touches_no_joint_and_no_shin() -> None:
    hands = BOOK.steps["tummy-legs-up"].parts[0].hands
    holding = next(hand for hand in hands if hand.supports)
    assert holding.kind is Kind.REST
    up_the_shin = replace(holding, path=(Waypoint("ankle_l"),))
    assert "the left hand enters JOINT_ankle_l (light)" in faults("tummy-legs-up", up_the_shin)


def test_bent_fingers_stay_off_the_nipples_above_and_below() -> None:
    for part in (0, 1):
        assert clearance(hand_of("chest-bent", part), BOOK.views["front"], "NIPPLE_l") > 0
    straight = replace(hand_of("chest-bent"), path=(Waypoint("breastbone", 16), Waypoint("nipple_l")))
    assert "the right hand enters NIPPLE_l (never)" in faults("chest-bent", straight)


@pytest.mark.parametrize("step_id", ["back-down", "back-knead"])
def test_strokes_on_the_back_end_at_the_lowest_ribs(step_id: str) -> None:
    hand = hand_of(step_id)
    low = replace(hand, path=(*hand.path, Waypoint("lowest_ribs_r", 10, 30)))
    assert "the right hand breaks the rule above-lowest-ribs" in faults(step_id, low)


def test_kneading_keeps_further_from_the_spine_than_gliding() -> None:
    gliding = replace(hand_of("back-up"), contact=24, curl=8)
    found = faults("back-knead", gliding, rules=(Rule.BESIDE_SPINE, Rule.WELL_BESIDE_SPINE))
    assert found == ["the right hand breaks the rule well-beside-spine"]
    kneaded = track(hand_of("back-knead"), BOOK.views["back"]).points
    assert min(x for x, _ in kneaded) - 500 - hand_of("back-knead").contact / 2 >= TWO_FINGERS * 1.5 - 1


def test_the_bottom_is_stroked_outward_off_the_cleft_and_below_the_lower_back() -> None:
    hand = hand_of("bottom-stroke")
    inward = replace(hand, path=(Waypoint("buttock_r"), Waypoint("buttock_r", -30, -30)))
    between = replace(hand, path=(Waypoint("buttock_fold_r", -50, 0), Waypoint("buttock_r", -60, 0)))
    higher = replace(hand, path=(*hand.path, Waypoint("waist_side_r")))
    assert "the right hand breaks the rule up-and-out" in faults("bottom-stroke", inward)
    assert "the right hand enters GENIT (never)" in faults("bottom-stroke", between)
    assert "the right hand enters LOWBACK (never)" in faults("bottom-stroke", higher)


def test_the_shoulder_line_begins_two_fingers_beside_the_spine() -> None:
    hand = hand_of("collar-stroke")
    nearer = replace(hand, path=(Waypoint("side_of_neck_r", -30, 0), *hand.path[1:]))
    assert "the right hand breaks the rule beside-spine" in faults("collar-stroke", nearer)


@pytest.mark.parametrize("name", CLOSE_UPS)
def test_a_close_up_of_the_right_limb_is_the_left_one_turned_over(name: str) -> None:
    left, right = (BOOK.views[f"{name}_{side}"] for side in ("left", "right"))
    assert (left.turned, right.turned) == (False, True)
    assert left.figure == right.figure
    assert all(zone.name.endswith("_r") for zone in right.zones)
    assert left.fade is not None
    assert right.fade is not None


LEG_STEPS = ("leg-newborn", "leg-outer", "leg-back", "leg-rub", "close-strokes")
LEG_ENDS = ("outer_hip", "below_buttock_fold")
ONE_CM = 16.0


def leg_ways() -> list[tuple[str, Hand, str]]:
    """Every stroke up a leg that reaches the trunk: its step, its hand, its view."""
    parts = [(step_id, part) for step_id in LEG_STEPS for part in BOOK.steps[step_id].parts]
    found = [(step_id, hand, part.view) for step_id, part in parts for hand in stroking(part)]
    return [one for one in found if not one[1].path[-1].landmark.startswith("shoulder")]


def near_the_groin(hand: Hand, view: str) -> bool:
    zones = {zone.name for zone in BOOK.views[view].zones if zone.code == "GROIN"}
    return any(clearance(hand, BOOK.views[view], zone) < ONE_CM for zone in zones)


def test_strokes_up_the_leg_end_at_the_outer_hip_or_below_the_buttock_fold_off_the_groin() -> None:
    ways = leg_ways()
    assert {step_id for step_id, _hand, _view in ways} == set(LEG_STEPS)
    for step_id, hand, view in ways:
        assert hand.path[-1].landmark[:-2] in LEG_ENDS, step_id
        assert not near_the_groin(hand, view), step_id


def test_a_stroke_that_turns_in_to_the_groin_is_near_it_and_caught_where_it_enters() -> None:
    hand = hand_of("leg-outer")
    inward = replace(hand, path=(*hand.path[:-1], replace(hand.path[-1], dx=-10)))
    assert near_the_groin(inward, "front")
    further = replace(hand, path=(*hand.path[:-1], replace(hand.path[-1], dx=-40, dy=20)))
    assert "the right hand enters GROIN_l (never)" in faults("leg-outer", further)
