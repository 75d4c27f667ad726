"""Limbs between their poses: joints are blended, landmarks and zones go with the bone, the twin is the mirror image."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.body import Level, View, Zone, inside, mirror_point
from babymassage_gui.core.poses import (
    PIVOT,
    Key,
    Limb,
    Move,
    Patch,
    Pose,
    Spot,
    along,
    eased,
    limb_landmarks,
    limb_zones,
    lying,
    middle_of,
    posed_view,
    swayed,
)

LIMB = Limb(
    "leg",
    "pose_leg",
    (
        Key(0.0, {"thigh": ((600, 600, 60), (660, 700, 50)), "shin": ((660, 700, 50), (640, 860, 30))}),
        Key(0.5, {"thigh": ((600, 620, 60), (640, 620, 60)), "shin": ((640, 620, 60), (620, 760, 40))}),
        Key(1.0, {"thigh": ((600, 640, 60), (600, 540, 60)), "shin": ((600, 540, 60), (590, 650, 40))}),
    ),
    {"calf": Spot("shin", 0.5, out=1.0), "knee": Spot("shin", 0.0)},
    {
        "KNEE": Patch(Level.NEVER, "shin", (0.0,), 0.5),
        "SHIN": Patch(Level.NEVER, "shin", (0.25, 0.75), 0.2, out=0.1, down=0.1),
    },
)
TRUNK = View(
    "trunk", "trunk", {"navel": (500, 520)}, (Zone("NAVEL", Level.NEVER, ((490, 510), (510, 510), (500, 530))),)
)
LIMBS = {"leg": LIMB}
BOOK = load_figures().book


@pytest.mark.parametrize(
    ("at", "place"),
    [(-1, (0, 0)), (0, (0, 0)), (0.25, (0, 0.5)), (0.5, (0, 1)), (0.75, (1, 0.5)), (1, (1, 1)), (7, (1, 1))],
)
def test_a_pose_lies_between_two_keys(at: float, place: tuple[int, float]) -> None:
    assert LIMB.between(at) == place


def test_keys_that_end_early_hold_their_last_pose() -> None:
    assert replace(LIMB, keys=LIMB.keys[:2]).between(1.0) == (0, 1.0)


def test_joints_are_blended_in_place_and_radius() -> None:
    assert LIMB.bones(0.25)["thigh"] == ((600, 610, 60), (650, 660, 55))


def test_a_place_along_a_bone_is_between_its_joints() -> None:
    joints = ((0.0, 0.0, 10.0), (10.0, 0.0, 20.0), (10.0, 30.0, 40.0))
    assert along(joints, 0.25) == (5, 0, 15)
    assert along(joints, 0.75) == (10, 15, 30)
    assert along(joints, 2) == (10, 30, 40)


def test_a_landmark_goes_with_its_bone_in_radii() -> None:
    assert limb_landmarks(LIMB, Pose("leg", "left", 0.0))["calf_l"] == (650 + 40, 780)
    assert limb_landmarks(LIMB, Pose("leg", "left", 1.0))["calf_l"] == (595 + 50, 595)


def test_the_right_limb_is_the_left_one_turned_over() -> None:
    left, right = (limb_landmarks(LIMB, Pose("leg", side, 0.3)) for side in ("left", "right"))
    assert right == {f"{name[:-2]}_r": mirror_point(point) for name, point in left.items()}
    zones = limb_zones(LIMB, Pose("leg", "right", 0.3))
    assert {zone.name for zone in zones} == {"KNEE_r", "SHIN_r"}


@pytest.mark.parametrize("at", [0.0, 0.3, 0.5, 0.8, 1.0])
@pytest.mark.parametrize("side", ["left", "right"])
def test_the_knee_zone_is_on_the_knee_in_every_pose(at: float, side: str) -> None:
    pose = Pose("leg", side, at, sway=4)
    knee = limb_landmarks(LIMB, pose)[f"knee_{side[0]}"]
    (zone,) = (zone for zone in limb_zones(LIMB, pose) if zone.code == "KNEE")
    assert inside(knee, zone.outline)
    assert math.dist(middle_of(LIMB, pose, "KNEE"), knee) < 1e-6


def test_a_strip_follows_its_bone() -> None:
    (shin,) = (zone for zone in limb_zones(LIMB, Pose("leg", "left", 1.0)) if zone.code == "SHIN")
    assert inside((595 + 5, 595 + 5), shin.outline)
    assert not inside((650, 780), shin.outline)


def test_a_sway_turns_the_feet_about_the_hips() -> None:
    assert swayed(PIVOT, 8) == PIVOT
    feet = swayed((500, 900), 8)
    assert feet[0] < 500
    assert math.dist(feet, PIVOT) == pytest.approx(250)
    assert lying((500, 900, 30), Pose("leg", "left", 0, sway=8)) == (*feet, 30)


def test_a_posed_view_has_the_trunk_and_its_limbs() -> None:
    view = posed_view(TRUNK, LIMBS, [Pose("leg", "left", 0.5), Pose("leg", "right", 1)])
    assert {zone.name for zone in view.zones} == {"NAVEL", "KNEE_l", "KNEE_r", "SHIN_l", "SHIN_r"}
    assert view.landmarks["navel"] == (500, 520)
    assert view.landmarks["knee_l"] == (640, 620)
    assert view.landmarks["knee_r"] == (400, 540)
    with pytest.raises(KeyError):
        posed_view(TRUNK, {}, [Pose("leg", "left", 0)])


def test_a_move_goes_from_pose_to_pose_in_its_window() -> None:
    move = Move("leg", "left", 0.2, 0.8, (-4, 4), (0.5, 1.0))
    assert move.pose(0.3) == Pose("leg", "left", 0.2, -4)
    assert (move.pose(0.75).at, move.pose(0.75).sway) == pytest.approx((0.5, 0))
    assert (move.pose(1).at, move.pose(1).sway) == pytest.approx((0.8, 4))
    assert not move.still
    assert Move("leg", "left", 0.3, 0.3).still
    assert not Move("leg", "left", 0.3, 0.3, (0, 5)).still


def test_the_twin_of_a_move_sways_the_other_way() -> None:
    assert Move("leg", "left", 0, 1, (-4, 4)).mirrored() == Move("leg", "right", 0, 1, (4, -4))


def test_a_move_begins_and_ends_gently() -> None:
    assert (eased(0), eased(0.03), eased(0.95), eased(1)) == (0, 0, 1, 1)
    ways = [eased(i / 50) for i in range(51)]
    assert ways == sorted(ways)
    assert max(b - a for a, b in pairwise(ways)) < 0.05


@pytest.mark.parametrize("name", sorted(BOOK.limbs))
def test_no_limb_of_the_program_jumps_or_folds(name: str) -> None:
    """Bones stay joined, and a twentieth of the way moves no joint by more than a fifth of the limb."""
    limb = BOOK.limbs[name]
    poses = [limb.bones(i / 20) for i in range(21)]
    for pose in poses:
        bones = list(pose.values())
        assert all(math.dist(a[-1][:2], b[0][:2]) < 6 for a, b in pairwise(bones))
        assert all(radius > 10 for bone in bones for _x, _y, radius in bone)
    for before, after in pairwise(poses):
        assert all(
            math.dist(a[:2], b[:2]) < 30 for bone in before for a, b in zip(before[bone], after[bone], strict=True)
        )


@pytest.mark.parametrize("name", ["leg", "open"])
def test_the_knee_and_the_shin_are_closed_to_hands_in_the_poses_too(name: str) -> None:
    levels = {zone: patch.level for zone, patch in BOOK.limbs[name].zones.items()}
    assert levels["KNEE"] == levels["SHIN"] == levels["INTHIGH"] == Level.NEVER
    assert levels["JOINT_ankle"] == Level.LIGHT
