"""The drawing between two poses: all poses of a limb are written alike, so every number may be blended.

Pure text; the colours are still roles, for a colour's digits must not be blended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_GROUP = '<g class="key">'


@dataclass(frozen=True, slots=True)
class Poses:
    """A limb's drawing: what comes before its poses, and the elements of each."""

    head: str
    keys: tuple[str, ...]


def poses_of(svg: str) -> Poses:
    """The poses of a limb's drawing (tools/figures/limbs.py).

    Raises:
        ValueError: there are fewer than two, or they differ in more than numbers.
    """
    head, *groups = svg.split(_GROUP)
    keys = tuple(group.rpartition("</g>")[0] for group in groups)
    if len(keys) < 2 or len({_NUMBER.sub("#", key) for key in keys}) != 1:
        raise ValueError("not the poses of a limb")
    return Poses(head, keys)


def blended(poses: Poses, index: int, share: float) -> bytes:
    """The drawing a share (0..1) of the way from one pose to the next."""
    aims = iter(_NUMBER.findall(poses.keys[index + 1]))

    def between(match: re.Match[str]) -> str:
        start = float(match.group())
        return f"{start + (float(next(aims)) - start) * share:.2f}"

    return f"{poses.head}{_NUMBER.sub(between, poses.keys[index])}</svg>".encode()
