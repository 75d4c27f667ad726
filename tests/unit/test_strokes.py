"""What the pictures may never do, checked on the program's own data, both sides; each rule has a control that fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.content.figure_loader import figure_faults, load_figures
from babymassage_gui.content.loader import load
from babymassage_gui.core.body import TWO_FINGERS, Level, View, Zone, other_side, turning
from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.stroke_rules import clearance, faults_of, part_faults
from babymassage_gui.core.strokes import (
    FigureBook,
    Hand,
    Kind,
    Part,
    Rule,
    StepFigure,
    Waypoint,
)
from babymassage_gui.core.tracks import stroking, track

LOADED = load_figures()
BOOK = LOADED.book
STEPS = tuple(BOOK.steps)
CATALOGUE = load().catalogue
ROUTINES = ("everyday", "first-strokes", "practice")
# Where a hand waits or goes off the skin besides the knee and joints under rubbing.
LIFTED_ELSEWHERE = {
    "open-ask": {"hip"},
    "gym-open": {"beside_leg", "knee"},
    "gym-roll": {"beside_leg", "waist_side"},
}


def hand_on(*path: str | Waypoint, contact: float = 40, side: str = "right", kind: Kind = Kind.GLIDE) -> Hand:
    points = tuple(Waypoint(point) if isinstance(point, str) else point for point in path)
    return Hand(side, "flat", points, kind, contact, angle=0, follow=0, scale=0.6, curl=0, supports=False)


def with_hands(step_id: str, *hands: Hand, part: int = 0, rules: tuple[Rule, ...] | None = None) -> list[str]:
    """The faults of a step of the program when other hands play one of its parts."""
    step = BOOK.steps[step_id]
    changed = replace(step.parts[part], hands=hands, rules=step.parts[part].rules if rules is None else rules)
    return list(part_faults(step, changed, BOOK))


def first_hand(step_id: str, part: int = 0) -> Hand:
    return next(stroking(BOOK.steps[step_id].parts[part]))


# The data


def test_the_files_have_no_fault() -> None:
    assert LOADED.faults == ()


def test_every_step_of_the_three_routines_has_a_figure() -> None:
    wanted = {step for name in ROUTINES for step in CATALOGUE.routines[name].steps}
    assert wanted <= set(STEPS)


@pytest.mark.parametrize("step_id", STEPS)
def test_the_picture_shows_the_no_go_areas_of_the_step_that_its_views_have(step_id: str) -> None:
    """Only the injection site is missing: the parent sets it."""
    parts = BOOK.steps[step_id].parts
    shown = {code for part in parts for code in part.shows}
    visible = {zone.code for part in parts for zone in BOOK.view_at(part, 0).zones}
    assert shown == set(CATALOGUE.steps[step_id].no_go) & visible


@pytest.mark.parametrize("step_id", STEPS)
def test_a_step_has_sides_in_the_picture_as_in_the_catalogue(step_id: str) -> None:
    sides = set(CATALOGUE.steps[step_id].sides)
    assert BOOK.steps[step_id].sided == (sides in ({Side.LEFT, Side.RIGHT}, {Side.AFFECTED}))


@pytest.mark.parametrize("step_id", STEPS)
def test_no_step_touches_or_moves_against_the_rules_on_either_side(step_id: str) -> None:
    assert faults_of(step_id, BOOK) == ()


def test_the_whole_book_can_be_asked_at_once() -> None:
    assert figure_faults(BOOK) == ()


@pytest.mark.parametrize("code", ["INTHIGH", "KNEE", "SHIN", "LIVER", "GENIT", "NIPPLE", "ARMPIT", "GROIN", "NAVEL"])
def test_every_never_area_of_the_front_is_in_the_front_view(code: str) -> None:
    assert {zone.level for zone in BOOK.views["front"].zones if zone.code == code} == {Level.NEVER}


@pytest.mark.parametrize("code", ["SPINE", "LOWBACK", "KIDNEY", "ARMPIT", "KNEE"])
def test_every_never_area_of_the_back_is_in_the_back_view(code: str) -> None:
    assert {zone.level for zone in BOOK.views["back"].zones if zone.code == code} == {Level.NEVER}


def test_joints_are_light() -> None:
    levels = {zone.level for view in BOOK.views.values() for zone in view.zones if zone.code == "JOINT"}
    assert levels == {Level.LIGHT}


def test_the_navel_area_reaches_two_adult_fingers_round_it() -> None:
    x, y = BOOK.views["front"].landmarks["navel"]
    outline = BOOK.views["front"].zone("NAVEL").outline
    assert min(((px - x) ** 2 + (py - y) ** 2) ** 0.5 for px, py in outline) >= TWO_FINGERS


def test_the_spine_is_two_fingers_wide() -> None:
    xs = [x for x, _y in BOOK.views["back"].zone("SPINE").outline]
    assert max(xs) - min(xs) >= TWO_FINGERS


@pytest.mark.parametrize("step_id", ["tummy-circle", "tummy-pass", "tummy-rub", "tummy-thumb", "tummy-legs-up"])
def test_tummy_strokes_turn_clockwise(step_id: str) -> None:
    for part in BOOK.steps[step_id].parts:
        view = BOOK.views[part.view]
        for hand in stroking(part):
            assert turning(track(hand, view, plain=True).points, view.landmarks["navel"]) > 0


@pytest.mark.parametrize("step_id", [s for s in STEPS if BOOK.steps[s].parts[0].view == "back" and s != "turn-back"])
def test_back_strokes_stay_above_the_lower_back(step_id: str) -> None:
    for part in BOOK.steps[step_id].parts:
        for hand in stroking(part):
            assert clearance(hand, BOOK.views["back"], "LOWBACK") >= 0


@pytest.mark.parametrize("step_id", ["back-up", "back-fan", "back-down", "back-knead"])
def test_glides_on_the_back_never_go_below_the_lowest_ribs(step_id: str) -> None:
    limit = BOOK.views["back"].landmarks["lowest_ribs"][1]
    for part in BOOK.steps[step_id].parts:
        for hand in part.hands:
            lowest = max(y for _x, y in track(hand, BOOK.views["back"]).points) + hand.contact / 2
            assert lowest <= limit


@pytest.mark.parametrize("step_id", [s for s in STEPS if BOOK.steps[s].sided])
def test_the_right_pass_shows_the_right_limb(step_id: str) -> None:
    left, right = (BOOK.steps[step_id].for_side(side) for side in ("left", "right"))
    for one, other in zip(left.parts, right.parts, strict=True):
        for hand, twin in zip(one.hands, other.hands, strict=True):
            assert {hand.side, twin.side} == {"left", "right"}
            assert [other_side(point.landmark) for point in hand.path] == [point.landmark for point in twin.path]
            assert all(point.landmark[-2:] in {"_l", "_r"} for point in hand.path)


# Controls that must fail


def test_a_hand_over_knee_and_inner_thigh_is_caught() -> None:
    faults = with_hands("leg-outer", hand_on("ankle_l", "knee_l", "hip_l", contact=42))
    assert {"the right hand enters KNEE_l (never)", "the right hand enters SHIN_l (never)"} <= set(faults)


def test_a_lifted_hand_may_pass_over_what_a_lying_one_may_not() -> None:
    lying, lifted = Waypoint("knee_l"), Waypoint("knee_l", lifted=True)
    assert clearance(hand_on(lying, "outer_knee_l"), BOOK.views["front"], "KNEE_l") < 0
    assert clearance(hand_on(lifted, replace(lifted, dx=10)), BOOK.views["front"], "KNEE_l") > 0


def test_a_light_area_needs_a_step_that_declares_light() -> None:
    step = BOOK.steps["arm-outer"]
    strict = replace(step, light=False)
    assert not list(part_faults(step, step.parts[0], BOOK))
    assert any("(light)" in fault for fault in part_faults(strict, step.parts[0], BOOK))


def test_rubbing_or_holding_a_joint_is_caught_even_in_a_light_step() -> None:
    glide = replace(first_hand("arm-outer"), path=(Waypoint("wrist_l"), Waypoint("outer_forearm_l")))
    touched = "the right hand enters JOINT_wrist_l (light)"
    assert touched not in with_hands("arm-outer", glide)
    assert touched in with_hands("arm-outer", replace(glide, curl=6))
    assert touched in with_hands("arm-outer", replace(glide, kind=Kind.REST))


@pytest.mark.parametrize("step_id", STEPS)
def test_a_hand_is_lifted_only_where_it_must_be(step_id: str) -> None:
    """Over the knee and its hollow, over joints while rubbing; and before the first touch."""
    for part in BOOK.steps[step_id].parts:
        for hand in part.hands:
            lifted = {point.landmark.removesuffix("_l").removesuffix("_r") for point in hand.path if point.lifted}
            curled = {"outer_elbow", "inner_elbow", "heel", "little_toe_root"} if hand.curl else set()
            assert lifted <= LIFTED_ELSEWHERE.get(step_id, {"outer_knee", "knee_hollow"} | curled)


def test_a_stroke_away_from_the_body_is_caught() -> None:
    hand = first_hand("leg-outer")
    faults = with_hands("leg-outer", replace(hand, path=hand.path[::-1]))
    assert faults == ["the right hand breaks the rule to-body"]


def test_a_tummy_ring_the_other_way_is_caught() -> None:
    hand = first_hand("tummy-circle")
    faults = with_hands("tummy-circle", replace(hand, path=hand.path[::-1]))
    assert faults == ["the right hand breaks the rule clockwise"]


def test_a_tummy_ring_cannot_be_mirrored() -> None:
    with pytest.raises(ValueError, match="closed path"):
        first_hand("tummy-circle").mirrored()


def test_a_ring_too_near_to_the_navel_is_caught() -> None:
    faults = with_hands("tummy-circle", replace(first_hand("tummy-circle"), contact=56))
    assert "the right hand enters NAVEL (never)" in faults


def test_a_stroke_that_starts_below_the_lowest_ribs_is_caught() -> None:
    hand = first_hand("back-up")
    low = replace(hand, path=(replace(hand.path[0], dy=20), *hand.path[1:]))
    assert "the right hand breaks the rule above-lowest-ribs" in with_hands("back-up", low)


def test_a_stroke_on_the_spine_is_caught() -> None:
    hand = replace(first_hand("back-up"), path=(Waypoint("spine", 20, 30), Waypoint("spine", 20, -90)))
    faults = with_hands("back-up", hand)
    assert "the right hand enters SPINE (never)" in faults
    assert "the right hand breaks the rule beside-spine" in faults
    assert "the right hand leaves the target" in faults


def test_a_stroke_into_the_armpit_is_caught() -> None:
    hand = first_hand("arm-inner")
    longer = replace(hand, path=(*hand.path, Waypoint("armpit_l", 24, 6)))
    assert f"the {hand.side} hand breaks the rule before-armpit" in with_hands("arm-inner", longer)


def test_hands_that_cross_are_caught() -> None:
    right = hand_on("beside_navel_l", "beside_navel_r", side="right")
    left = hand_on("beside_navel_r", "beside_navel_l", side="left")
    assert "the hands cross" in with_hands("tummy-sides", right, left)


@pytest.mark.parametrize(
    ("step_id", "part", "rule"),
    [
        ("leg-foot", 2, "to-tip"),
        ("chest-ribs", 0, "outward"),
        ("tummy-sides", 0, "inward"),
        ("back-up", 0, "to-head"),
        ("tummy-hello", 0, "to-feet"),
        ("back-shoulders", 0, "round-outward"),
    ],
)
def test_a_stroke_run_backwards_breaks_its_rule(step_id: str, part: int, rule: str) -> None:
    hands = [replace(hand, path=hand.path[::-1]) for hand in BOOK.steps[step_id].parts[part].hands]
    broken = {fault for fault in with_hands(step_id, *hands, part=part) if "breaks" in fault}
    assert f"the {hands[0].side} hand breaks the rule {rule}" in broken


def test_a_rest_that_moves_is_caught() -> None:
    moving = replace(first_hand("open-rest"), kind=Kind.GLIDE, path=(Waypoint("flank_l"), Waypoint("hip_front_l")))
    assert "the right hand breaks the rule still" in with_hands("open-rest", moving)


def test_a_limb_rule_needs_a_limb() -> None:
    hand = hand_on("crown", "chin", contact=2)
    for rule in (Rule.TO_BODY, Rule.TO_TIP):
        assert f"the right hand breaks the rule {rule.value}" in with_hands("tummy-hello", hand, rules=(rule,))


def test_a_part_says_at_least_one_rule() -> None:
    assert "says no rule" in with_hands("tummy-hello", first_hand("tummy-hello"), rules=())


def test_a_missing_view_or_landmark_is_named() -> None:
    step = BOOK.steps["open-rest"]
    part = replace(step.parts[0], view="moon")
    assert list(part_faults(step, part, BOOK)) == ["there is no view moon"]
    assert with_hands("open-rest", hand_on("tail")) == ["the view front has no landmark tail"]


def test_the_controls_use_the_same_code_as_the_data() -> None:
    zone = Zone("NAVEL", Level.NEVER, ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0)))
    view = View("v", "front", {"in": (8.0, 4.0), "near": (9.0, 4.0)}, (zone,))
    step = StepFigure("s", sided=False, light=False, parts=(Part("v", (0, 0, 1, 1), (hand_on("in", "near"),)),))
    book = FigureBook({"v": view}, {"s": step})
    assert "s, both, part 1: the right hand enters NAVEL (never)" in faults_of("s", book)
