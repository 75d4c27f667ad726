"""Limbs that bend: joints at the ends of a move, what lies between, and landmarks and no-go zones that go with a bone.

A limb is described once, for the baby's left, in a few key poses; between two of them every number is blended. Its
landmarks and zones belong to a bone (a share of its length, an offset in radii), so they lie where the limb is. Units
are those of body.py; `at` is 0 at one end of a move and 1 at the other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from babymassage_gui.core.body import (
    MIDLINE,
    Level,
    Outline,
    Point,
    View,
    Zone,
    ellipse_outline,
    mirror_point,
    strip_outline,
)  # fmt: skip

Joint = tuple[float, float, float]
"""x, y, radius."""
PIVOT: Point = (MIDLINE, 650.0)
"""About which both legs sway: the middle of the hips."""
LIMIT_DEGREES = 8.0
"""The widest sway from side to side: small and soft (gym-rock)."""
WIDEST_DEGREES = 20.0
"""The widest turn of both legs that the data may ask for: where a roll begins at the hip (gym-roll)."""


@dataclass(frozen=True, slots=True)
class Key:
    """One pose of a limb: the joints of each bone, from the body outward."""

    at: float
    bones: Mapping[str, tuple[Joint, ...]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A landmark of a bone: `along` 0..1 of it; `out` from its middle line away from the body's, `down` toward the
    feet, both in units of the bone's radius there."""

    bone: str
    along: float
    out: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Patch:
    """A zone of a bone: a disc at one place `along` it or a strip between two; `radius` is in radii of the bone."""

    level: Level
    bone: str
    along: tuple[float, ...]
    radius: float
    out: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb on the baby's left. `figure` is the drawing that holds its keys, in the order of `keys`."""

    name: str
    figure: str
    keys: tuple[Key, ...]
    landmarks: Mapping[str, Spot]
    zones: Mapping[str, Patch]

    def between(self, at: float) -> tuple[int, float]:
        """The key before a pose and how far (0..1) it is from there to the next one."""
        at = min(1.0, max(0.0, at))
        for index, (before, after) in enumerate(pairwise(self.keys)):
            if at <= after.at:
                return index, (at - before.at) / (after.at - before.at)
        return len(self.keys) - 2, 1.0

    def bone(self, name: str, at: float) -> tuple[Joint, ...]:
        """The joints of one bone in a pose."""
        index, share = self.between(at)
        before, after = self.keys[index].bones[name], self.keys[index + 1].bones[name]
        return tuple(_blend(a, b, share) for a, b in zip(before, after, strict=True))

    def bones(self, at: float) -> Mapping[str, tuple[Joint, ...]]:
        """The joints of every bone in a pose."""
        return {name: self.bone(name, at) for name in self.keys[0].bones}


@dataclass(frozen=True, slots=True)
class Pose:
    """How one limb lies: `side` "left" or "right", `sway` the turn about the hips in degrees (+ to picture left)."""

    limb: str
    side: str
    at: float
    sway: float = 0.0


@dataclass(frozen=True, slots=True)
class Move:
    """What one limb does during a part: from one pose and sway to others, or it stays. `window` is when it goes, as
    shares of the part's way."""

    limb: str
    side: str
    start: float
    end: float
    sway: tuple[float, float] = (0.0, 0.0)
    window: tuple[float, float] = (0.0, 1.0)

    @property
    def still(self) -> bool:
        return self.start == self.end and self.sway[0] == self.sway[1]

    def pose(self, way: float) -> Pose:
        """After a share (0..1) of the way between the two."""
        begins, ends = self.window
        way = min(1.0, max(0.0, (way - begins) / (ends - begins)))
        sway = self.sway[0] + (self.sway[1] - self.sway[0]) * way
        return Pose(self.limb, self.side, self.start + (self.end - self.start) * way, sway)

    def mirrored(self) -> Move:
        """The same done by the twin."""
        twin = {"left": "right", "right": "left"}[self.side]
        return replace(self, side=twin, sway=(-self.sway[0], -self.sway[1]))


def _blend(first: Joint, second: Joint, share: float) -> Joint:
    x, y, radius = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return x, y, radius


def along(joints: Sequence[Joint], share: float) -> Joint:
    """The place and radius after a share (0..1) of a bone; its joints part it evenly."""
    place = min(1.0, max(0.0, share)) * (len(joints) - 1)
    index = min(int(place), len(joints) - 2)
    return _blend(joints[index], joints[index + 1], place - index)


def _spot(joints: Sequence[Joint], share: float, out: float, down: float) -> Point:
    x, y, radius = along(joints, share)
    return x + out * radius, y + down * radius


def _outline(joints: Sequence[Joint], patch: Patch) -> Outline:
    middle = sum(patch.along) / len(patch.along)
    radius = patch.radius * along(joints, middle)[2]
    if len(patch.along) == 1:
        return ellipse_outline(_spot(joints, middle, patch.out, patch.down), radius, radius)
    shares = (patch.along[0], middle, patch.along[-1])
    return strip_outline([_spot(joints, share, patch.out, patch.down) for share in shares], radius)


def swayed(point: Point, degrees: float) -> Point:
    """Turned about the middle of the hips; + moves the feet to picture left."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    dx, dy = point[0] - PIVOT[0], point[1] - PIVOT[1]
    return PIVOT[0] + dx * cos - dy * sin, PIVOT[1] + dx * sin + dy * cos


def lying(joint: Joint, pose: Pose) -> Joint:
    """A joint of the limb, given for the left, where the pose has it."""
    point: Point = joint[:2]
    point = swayed(mirror_point(point) if pose.side == "right" else point, pose.sway)
    return *point, joint[2]


def limb_landmark(limb: Limb, name: str, pose: Pose) -> Point:
    """One landmark of a limb, named without its side, in a pose.

    Raises:
        KeyError: the limb has no such landmark.
    """
    spot = limb.landmarks[name]
    x, y = _spot(limb.bone(spot.bone, pose.at), spot.along, spot.out, spot.down)
    return lying((x, y, 0.0), pose)[:2]


def limb_landmarks(limb: Limb, pose: Pose) -> dict[str, Point]:
    """Landmarks of one limb in a pose, named with its side."""
    bones = limb.bones(pose.at)
    spots = {name: _spot(bones[s.bone], s.along, s.out, s.down) for name, s in limb.landmarks.items()}
    return {f"{name}_{pose.side[0]}": lying((*spot, 0.0), pose)[:2] for name, spot in spots.items()}


def limb_zones(limb: Limb, pose: Pose) -> tuple[Zone, ...]:
    """Zones of one limb in a pose, named with its side."""
    bones = limb.bones(pose.at)
    return tuple(
        Zone(
            f"{name}_{pose.side[0]}",
            patch.level,
            tuple(lying((*point, 0.0), pose)[:2] for point in _outline(bones[patch.bone], patch)),
        )
        for name, patch in limb.zones.items()
    )


def middle_of(limb: Limb, pose: Pose, zone: str) -> Point:
    """The middle of a limb's zone, named without side, in a pose."""
    patch = limb.zones[zone]
    x, y = _spot(limb.bone(patch.bone, pose.at), sum(patch.along) / len(patch.along), patch.out, patch.down)
    return lying((x, y, 0.0), pose)[:2]


def posed_view(view: View, limbs: Mapping[str, Limb], poses: Iterable[Pose]) -> View:
    """A view of the trunk with limbs on it: its landmarks and zones, and those of the limbs where they are.

    Raises:
        KeyError: there is no limb of that name.
    """
    landmarks, zones = dict(view.landmarks), {zone.name: zone for zone in view.zones}
    for pose in poses:
        landmarks |= limb_landmarks(limbs[pose.limb], pose)
        zones |= {zone.name: zone for zone in limb_zones(limbs[pose.limb], pose)}
    return replace(view, landmarks=landmarks, zones=tuple(zones.values()))


def eased(share: float) -> float:
    """How far a move has come after a share of its time: it begins and ends gently, with a rest at both ends."""
    moving = min(1.0, max(0.0, (share - 0.06) / 0.84))
    return moving * moving * (3 - 2 * moving)
