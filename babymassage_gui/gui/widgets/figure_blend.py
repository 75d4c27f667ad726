"""The drawing between two poses: all poses of a limb are written alike, so every number may be blended.

Pure text; the colours are still roles, for a colour's digits must not be blended.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import starmap

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_GROUP = '<g class="key">'


@dataclass(frozen=True, slots=True)
class Poses:
    """A limb's drawing: its text with a gap (%.2f) for every number, and the numbers of each pose."""

    template: str
    numbers: tuple[array[float], ...]


def poses_of(svg: str) -> Poses:
    """The poses of a limb's drawing (tools/figures/limbs.py).

    Raises:
        ValueError: there are fewer than two, or they differ in more than numbers.
    """
    head, *groups = (text.replace("%", "%%") for text in svg.split(_GROUP))
    keys = [group.rpartition("</g>")[0] for group in groups]
    if len(keys) < 2 or len({_NUMBER.sub("#", key) for key in keys}) != 1:
        raise ValueError("not the poses of a limb")
    numbers = tuple(array("d", map(float, _NUMBER.findall(key))) for key in keys)
    return Poses(f"{head}{_NUMBER.sub('%.2f', keys[0])}</svg>", numbers)


def blended(poses: Poses, index: int, share: float) -> bytes:
    """The drawing a share (0..1) of the way from one pose to the next."""
    ends = zip(poses.numbers[index], poses.numbers[index + 1], strict=True)
    return (poses.template % tuple(starmap(lambda start, end: start + (end - start) * share, ends))).encode()
