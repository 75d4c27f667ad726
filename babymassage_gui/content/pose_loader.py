"""Read poses.toml into limbs: strict, every fault named by its limb; a broken limb is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from cattrs import Converter

from babymassage_gui.core.body import Level
from babymassage_gui.core.poses import WIDEST_DEGREES, Joint, Key, Limb, Move, Patch, Spot

POSES = "poses.toml"
_MOVE = re.compile(
    r"(\w+?)(?:_([lr]))?((?: -?\d+(?:\.\d+)?){1,2})"
    r"(?: sway (-?\d+) (-?\d+))?(?: in ([01]\.?\d*) ([01]\.?\d*))?"
)
_SIDES = {"l": "left", "r": "right"}


@dataclass(frozen=True, slots=True)
class _SpotRow:
    bone: str
    along: float
    out: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class _PatchRow:
    level: Level
    bone: str
    along: tuple[float, ...]
    radius: float
    out: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class _LimbRow:
    keys: tuple[dict[str, Any], ...]
    landmarks: dict[str, _SpotRow]
    zones: dict[str, _PatchRow]


def limb_of(name: str, raw: Any, converter: Converter) -> Limb:
    """One table of poses.toml.

    Raises:
        cattrs.BaseValidationError: a field is missing, unknown or of another type.
        ValueError: the keys do not run from 0 to 1 with the same bones and joints, or a bone is named that is not.
    """
    row = converter.structure(raw, _LimbRow)
    keys = tuple(_key(key, converter) for key in row.keys)
    if len(keys) < 2 or keys[0].at != 0 or keys[-1].at != 1 or any(a.at >= b.at for a, b in pairwise(keys)):
        raise ValueError("the keys run from 0 to 1")
    if len({tuple((bone, len(joints)) for bone, joints in key.bones.items()) for key in keys}) != 1:
        raise ValueError("all keys have the same bones with as many joints")
    spots = {key: Spot(s.bone, s.along, s.out, s.down) for key, s in row.landmarks.items()}
    patches = {key: Patch(z.level, z.bone, z.along, z.radius, z.out, z.down) for key, z in row.zones.items()}
    unknown = {spot.bone for spot in spots.values()} | {patch.bone for patch in patches.values()}
    unknown -= set(keys[0].bones)
    if unknown:
        raise ValueError(f"there is no bone {', '.join(sorted(unknown))}")
    return Limb(name, f"pose_{name}", keys, spots, patches)


def _key(raw: Mapping[str, Any], converter: Converter) -> Key:
    bones = {bone: converter.structure(rows, tuple[Joint, ...]) for bone, rows in raw.items() if bone != "at"}
    if any(len(joints) < 2 for joints in bones.values()):
        raise ValueError("a bone has two joints or more")
    return Key(converter.structure(raw.get("at"), float), bones)


def moves_of(value: str) -> tuple[Move, ...]:
    """ "leg 0 1": both legs from one end of their move to the other; "leg_l 0.4": the left one, still; "leg 0.4 sway
    -6 6": both turn about the hips; "arm_l 0 1 in 0 0.6": in the first part of the way.

    Raises:
        ValueError: the words are none of these, the sway is wider than it may be, or the window is empty.
    """
    words = _MOVE.fullmatch(value)
    if words is None:
        raise ValueError(f"{value!r} is not a move of a limb")
    ends = [float(number) for number in words[3].split()]
    sway = (float(words[4] or 0), float(words[5] or 0))
    if max(abs(degrees) for degrees in sway) > WIDEST_DEGREES:
        raise ValueError(f"{value!r} sways by more than {WIDEST_DEGREES:g} degrees")
    window = (float(words[6] or 0), float(words[7] or 1))
    if not 0 <= window[0] < window[1] <= 1:
        raise ValueError(f"{value!r} has no time to move")
    sides = (_SIDES[words[2]],) if words[2] else ("right", "left")
    return tuple(Move(words[1], side, ends[0], ends[-1], sway, window) for side in sides)
