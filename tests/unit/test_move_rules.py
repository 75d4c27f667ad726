"""Passive moves at every pose: what holds where, how far limbs go; each rule has a control that fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.move_rules import MOVE_RULES, SAMPLES, move_faults
from babymassage_gui.core.poses import Move
from babymassage_gui.core.stroke_rules import faults_of, part_faults
from babymassage_gui.core.strokes import FigureBook, Hand, Kind, Part, Rule, Waypoint

BOOK = load_figures().book
MOVING = [step for step, figure in BOOK.steps.items() if any(part.moves for part in figure.parts)]


def part_of(step: str, rule: Rule) -> Part:
    return next(part for part in BOOK.steps[step].parts if rule in part.rules)


def faults(part: Part, book: FigureBook = BOOK) -> list[str]:
    return list(move_faults(part, book))


def holding(landmark: str, *, side: str = "right", lifted: bool = False, kind: Kind = Kind.CARRY) -> Hand:
    path = (Waypoint(landmark, lifted=lifted),)
    return Hand(side, "grip", path, kind, contact=30, angle=0, follow=0, scale=0.6, curl=0, supports=False)


def legs(start: float, end: float, sway: tuple[float, float] = (0, 0)) -> tuple[Move, ...]:
    return tuple(Move("leg", side, start, end, sway) for side in ("left", "right"))


KNEES = part_of("gym-knees", Rule.KNEE_UP)
CALVES = KNEES.hands


def test_the_eight_moves_have_parts_that_move() -> None:
    assert set(MOVING) == {f"gym-{n}" for n in ("knees", "rock", "bike", "stomp", "hips", "open", "arms", "roll")}


@pytest.mark.parametrize("step", MOVING)
def test_no_move_does_harm_in_any_of_eleven_poses(step: str) -> None:
    assert SAMPLES == 11
    assert faults_of(step, BOOK) == ()


@pytest.mark.parametrize("step", MOVING)
def test_hands_that_hold_go_with_the_limb(step: str) -> None:
    for part in BOOK.steps[step].parts:
        for hand in part.hands:
            assert hand.kind is not Kind.CARRY or len(hand.path) == 1


@pytest.mark.parametrize(("landmark", "dx", "zone"), [("knee_l", 0, "KNEE_l"), ("calf_l", -36, "SHIN_l")])
def test_a_hand_on_a_forbidden_place_of_the_limb_is_caught(landmark: str, dx: float, zone: str) -> None:
    hand = replace(holding(landmark), path=(Waypoint(landmark, dx),))
    assert f"the right hand enters {zone} (never)" in faults(replace(KNEES, hands=(hand,)))


def test_a_hand_that_is_free_of_a_zone_at_both_ends_but_not_between_is_caught() -> None:
    """A hand that does not go along: the knee comes to it on its way."""
    middle = BOOK.limbs["leg"].bones(0.5)["shin"][0]
    navel = BOOK.views["front_trunk"].landmarks["navel"]
    spot = Waypoint("navel", middle[0] - navel[0], middle[1] - navel[1])
    still = replace(holding("navel", kind=Kind.REST), path=(spot,), contact=6)
    for ends in ((0.0, 0.0), (1.0, 1.0)):
        assert not [fault for fault in faults(replace(KNEES, moves=legs(*ends), hands=(still,))) if "KNEE" in fault]
    assert "the right hand enters KNEE_l (never)" in faults(replace(KNEES, hands=(still,)))


def test_a_hand_in_the_groin_is_caught() -> None:
    hand = replace(holding("navel"), path=(Waypoint("navel", 104, 142),), kind=Kind.REST)
    assert "the right hand enters GROIN_l (never)" in faults(replace(KNEES, hands=(hand,)))


def test_a_fist_that_is_held_over_the_nipple_does_not_touch_it_but_a_bare_hand_there_does() -> None:
    cross = part_of("gym-arms", Rule.CROSS)
    assert faults(cross) == []
    bare = replace(holding("navel", kind=Kind.REST), path=(Waypoint("navel", 66, -138),))
    assert "the right hand enters NIPPLE_l (never)" in faults(replace(cross, hands=(bare,)))


def test_a_hand_that_holds_no_limb_is_not_covered_by_one() -> None:
    assert "the right hand enters NAVEL (never)" in faults(replace(KNEES, hands=(holding("navel"),)))


def test_a_hand_off_the_skin_touches_nothing() -> None:
    part = replace(KNEES, hands=(holding("knee_l", lifted=True),))
    assert not [fault for fault in faults(part) if "enters" in fault]


def test_hands_that_meet_are_caught() -> None:
    both = (holding("calf_l"), holding("calf_l", side="left"))
    assert "the hands cross" in faults(replace(KNEES, hands=both))


def test_a_limb_beyond_its_poses_is_caught() -> None:
    assert "a limb goes beyond its poses" in faults(replace(KNEES, moves=legs(0, 1.2)))


def test_unknown_limbs_and_landmarks_are_named() -> None:
    assert faults(replace(KNEES, moves=(Move("tail", "left", 0, 1),))) == ["there is no limb tail"]
    lost = faults(replace(KNEES, hands=(holding("fin_l"),)))
    assert lost == ["the view front_trunk has no landmark fin_l"]


def test_a_move_without_a_rule_is_caught() -> None:
    assert faults(replace(KNEES, rules=())) == ["says no rule"]


def breaks(part: Part, rule: Rule) -> bool:
    return f"breaks the rule {rule.value}" in faults(replace(part, rules=(rule,)))


def test_every_rule_of_moves_is_kept_somewhere() -> None:
    used = {rule for step in MOVING for part in BOOK.steps[step].parts for rule in part.rules}
    assert set(MOVE_RULES) <= used


def test_a_rule_of_strokes_is_not_for_moves_and_the_other_way_round() -> None:
    assert breaks(KNEES, Rule.CLOCKWISE)
    step = BOOK.steps["leg-outer"]
    stroke = replace(step.parts[0], rules=(Rule.KNEE_UP,))
    assert "the right hand breaks the rule knee-up" in list(part_faults(step, stroke, BOOK))


@pytest.mark.parametrize(
    ("rule", "moves"),
    [
        (Rule.KNEE_UP, legs(1, 0)),
        (Rule.KNEE_UP, legs(0.4, 0.45)),
        (Rule.KNEE_UP, legs(0.5, 0.5)),
        (Rule.LET_GO, legs(0, 1)),
        (Rule.LET_GO, legs(0.5, 0.5)),
        (Rule.PEDAL, legs(0, 0.8)),
        (Rule.PEDAL, (Move("leg", "left", 0.1, 1.0), Move("leg", "right", 1.0, 0.1))),
        (Rule.PEDAL, (Move("leg", "left", 0.1, 0.8), Move("leg", "right", 0.1, 0.1))),
        (Rule.SWAY, legs(0.3, 0.3)),
        (Rule.SWAY, legs(0.3, 0.3, (-12, 12))),
        (Rule.SWAY, legs(0.1, 0.6, (-6, 6))),
        (Rule.SWAY, (*legs(0.3, 0.3, (-6, 6))[:1], *legs(0.3, 0.3, (6, -6))[1:])),
        (Rule.TOGETHER, tuple(Move("open", side, 0, 1) for side in ("left", "right"))),
        (Rule.CROSS, legs(0, 1)),
        (Rule.UNCROSS, legs(0, 1)),
        (Rule.FALL_OPEN, legs(0.5, 0.5)),
    ],
)
def test_a_move_that_goes_another_way_is_caught(rule: Rule, moves: tuple[Move, ...]) -> None:
    assert breaks(replace(KNEES, moves=moves), rule)


def test_the_same_moves_the_right_way_keep_their_rules() -> None:
    assert not breaks(replace(KNEES, moves=legs(1, 0)), Rule.LET_GO)
    assert not breaks(replace(KNEES, moves=legs(0.3, 0.3, (-6, 6))), Rule.SWAY)


@pytest.mark.parametrize(("step", "rule"), [("gym-arms", Rule.CROSS), ("gym-arms", Rule.UNCROSS)])
def test_arms_that_go_the_other_way_are_caught(step: str, rule: Rule) -> None:
    part = part_of(step, rule)
    back = tuple(replace(move, start=move.end, end=move.start) for move in part.moves)
    assert breaks(replace(part, moves=back), rule)


@pytest.mark.parametrize("rule", [Rule.KNEE_UP, Rule.PEDAL, Rule.SWAY, Rule.TOGETHER, Rule.CROSS, Rule.UNCROSS])
def test_a_limb_that_is_moved_is_held_by_a_hand_that_goes_along(rule: Rule) -> None:
    step = next(step for step in MOVING for part in BOOK.steps[step].parts if rule in part.rules)
    part = part_of(step, rule)
    assert breaks(replace(part, hands=()), rule)
    assert breaks(replace(part, hands=(*part.hands, holding("navel", kind=Kind.REST))), rule)


def test_legs_that_fall_open_are_not_pushed() -> None:
    falling = part_of("gym-open", Rule.FALL_OPEN)
    assert breaks(replace(falling, hands=(holding("calf_l"),)), Rule.FALL_OPEN)
    backward = tuple(replace(move, start=move.end, end=move.start) for move in falling.moves)
    assert breaks(replace(falling, moves=backward), Rule.FALL_OPEN)


def test_a_roll_is_led_from_the_hip_and_no_hand_is_at_an_arm() -> None:
    roll = part_of("gym-roll", Rule.FROM_HIP)
    assert breaks(replace(roll, hands=(holding("calf_l"),)), Rule.FROM_HIP)
    assert breaks(replace(roll, hands=(*roll.hands, holding("fist_l"))), Rule.FROM_HIP)
    lying = next(part for part in BOOK.steps["gym-roll"].parts if part.view == "roll_left")
    pulling = replace(lying, hands=(replace(lying.hands[1], path=lying.hands[1].path[::-1]),))
    step = BOOK.steps["gym-roll"]
    assert "the right hand breaks the rule from-hip" in list(part_faults(step, pulling, BOOK))


def test_the_first_repetition_leaves_out_what_lets_go_of_the_one_before() -> None:
    knees = BOOK.steps["gym-knees"]
    assert knees.parts[knees.part_at(0.0, 1)[0]].rules == (Rule.KNEE_UP,)
    assert knees.parts[knees.part_at(0.0, 2)[0]].rules == (Rule.LET_GO,)


@pytest.mark.parametrize("step", ["gym-stomp", "gym-arms"])
def test_sides_take_turns(step: str) -> None:
    figure = BOOK.steps[step]
    first, second = (figure.parts[figure.part_at(0.0, repetition)[0]] for repetition in (1, 2))
    moving = [{move.side for move in part.moves if not move.still} for part in (first, second)]
    assert [len(sides) for sides in moving] == [1, 1]
    assert moving[0] != moving[1]
