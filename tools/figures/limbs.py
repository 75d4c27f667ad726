"""Limbs in their poses: every pose of a limb is written with the same elements, so that a program may blend two.

A bone is a tube: its two edges, its round ends and its light are computed point by point, in fixed numbers. Nothing
here is traced, so that the poses of one limb differ in numbers only.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools.figures.anatomy import Pose, foot_top
from tools.figures.picture import OUTLINE, Picture
from tools.figures.sdf import Shape, cut, ellipse, join, tube
from tools.figures.spline import Array, Row, catmull_rom
from tools.figures.trace import curve_data, number, outline_data

POSES = Path(__file__).resolve().parents[2] / "babymassage_gui" / "content" / "poses.toml"
_EDGE = 7
"""Pieces along each edge of a bone."""
_CAP = 4
_SHADE, _LIT = np.array([0.6, 0.8]), np.array([-0.6, -0.8])
_FOOT_LENGTH, _FIST_LENGTH = 106.0, 61.0

Rows = Sequence[Row]


@dataclass(frozen=True, slots=True)
class Bone:
    """Points round a tube: `right` and `left` edge from root to end (as it looks along the bone), both round ends."""

    right: Array
    left: Array
    root: Array
    end: Array
    middle: Array

    @property
    def ring(self) -> Array:
        """The whole outline: right edge, end, left edge back, root."""
        return np.vstack([self.right, self.end, self.left[::-1], self.root])


def bone(rows: Rows, *, root: float = 1.0, end: float = 1.0) -> Bone:
    """The outline of a tube; `root` and `end` say how far its ends bulge, in radii."""
    spans = len(rows) - 1
    line = catmull_rom(rows, 4 * _EDGE)
    pick = np.round(np.linspace(0, 4 * _EDGE * spans, _EDGE + 1)).astype(int)
    along = np.gradient(line[:, :2], axis=0)
    along /= np.hypot(*along.T)[:, None] + 1e-9
    along = _smoothed(along)
    middle, radius, way = line[pick, :2], line[pick, 2:3], along[pick]
    across = np.column_stack([-way[:, 1], way[:, 0]])
    right, left = middle + radius * across, middle - radius * across
    last, first = radius[-1], radius[0]
    angles = np.linspace(0, np.pi, _CAP + 2)[1:-1, None]
    tip = middle[-1] + last * (np.cos(angles) * across[-1] + end * np.sin(angles) * way[-1])
    base = middle[0] + first * (-np.cos(angles) * across[0] - root * np.sin(angles) * way[0])
    return Bone(right, left, base, tip, middle)


def _smoothed(along: Array) -> Array:
    """Tangents averaged over a few samples: joints that lie close together do not kink the edge."""
    kernel = np.ones(9) / 9
    padded = np.pad(along, ((4, 4), (0, 0)), mode="edge")
    out = np.column_stack([np.convolve(padded[:, i], kernel, mode="valid") for i in (0, 1)])
    result: Array = out / (np.hypot(*out.T)[:, None] + 1e-9)
    return result


def smooth(points: Array, *, closed: bool = True) -> str:
    """Path data through points, one curve from each to the next (Catmull-Rom handles)."""
    if closed:
        before, after = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
    else:
        before, after = np.vstack([points[:1], points[:-1]]), np.vstack([points[1:], points[-1:]])
    slope = (after - before) / 6
    count = len(points) if closed else len(points) - 1
    curves = [
        (points[i], points[i] + slope[i], points[(i + 1) % len(points)] - slope[(i + 1) % len(points)],
         points[(i + 1) % len(points)])
        for i in range(count)
    ]  # fmt: skip
    return curve_data(curves) + ("Z" if closed else "")


def crease(picture: Picture, points: Sequence[Array], role: str, width: float, opacity: float) -> None:
    """A drawn line, thin - thick - thin, in fixed numbers."""
    line = catmull_rom([tuple(point) for point in points], 3)
    along = np.gradient(line, axis=0)
    along /= np.hypot(*along.T)[:, None] + 1e-9
    radius = width / 2 * np.sin(np.pi * (np.linspace(0, 1, len(line)) * 0.94 + 0.03)) ** 0.6
    across = np.column_stack([-along[:, 1], along[:, 0]]) * radius[:, None]
    picture.path(smooth(np.vstack([line + across, (line - across)[::-1]])), role, opacity=min(0.99, opacity))


def _normals(ring: Array) -> Array:
    """Outward, for a ring that runs right edge first."""
    along = np.roll(ring, -1, axis=0) - np.roll(ring, 1, axis=0)
    along /= np.hypot(*along.T)[:, None] + 1e-9
    out = np.column_stack([along[:, 1], -along[:, 0]])
    middle = ring.mean(axis=0)
    outward: Array = out if float(np.sum((ring - middle) * out)) > 0 else -out
    return outward


def _band(ring: Array, toward: Array, inset: float, width: float, mask: Array) -> str:
    """A strip inside the outline where it faces a direction, thin at its ends."""
    normals = _normals(ring)
    depth = width * np.clip(normals @ toward, 0, None)[:, None] ** 0.8 * mask[:, None]
    outer = ring - normals * inset * mask[:, None]
    return smooth(outer) + smooth((outer - normals * depth)[::-1])


def _mask(part: Bone, root: float, end: float) -> Array:
    """How much of light and shade an outline bears: none where another part goes on."""
    edge = np.ones(len(part.right))
    fade = np.linspace(0, 1, 3)
    edge[:3] = root + (1 - root) * fade
    edge[-3:] = np.minimum(edge[-3:], end + (1 - end) * fade[::-1])
    return np.concatenate([edge, np.full(_CAP, end), edge[::-1], np.full(_CAP, root)])


def draw_bone(picture: Picture, part: Bone, *, root: float = 0.0, end: float = 1.0, bare: int = 0) -> None:
    """One tube; `root` and `end` (0..1) say how strongly its ends are outlined and shaded, `bare` how many pieces of
    the right edge have no line."""
    mask = _mask(part, root, end)
    picture.path(smooth(part.ring), "skin")
    picture.path(_band(part.ring, _LIT, 8, 11, mask), "lit", opacity=0.7)
    picture.path(_band(part.ring, _SHADE, 0, 13, mask), "shade", opacity=0.8)
    edge = np.vstack([part.right[bare:], part.end, part.left[::-1]]) if end >= 1 else part.right[bare:]
    picture.path(smooth(edge, closed=False), None, line="line", width=OUTLINE)
    if end < 1:
        picture.path(smooth(part.left, closed=False), None, line="line", width=OUTLINE)
    cap = np.vstack([part.left[:2][::-1], part.root, part.right[:2]])
    picture.path(smooth(cap, closed=False), None, line="line", width=OUTLINE, opacity=min(0.99, 0.99 * root))


def shadow(picture: Picture, line: Array, radius: float, lift: float) -> None:
    """What the limb darkens below it: further off the higher it is held."""
    moved = line + np.array([7 + 8 * lift, 13 + 12 * lift])
    for grow, opacity in ((30, 0.06), (8, 0.08)):
        picture.path(smooth(moved, closed=False), None, opacity=opacity, line="ground", width=2 * radius + grow)


def _tip(rows: Rows) -> Array:
    """A little before the end of a foot or a hand."""
    ends = np.asarray(rows)[:, :2]
    tip: Array = ends[:1] + (ends[1:] - ends[:1]) * 0.6
    return tip


def _group(picture: Picture, rows: Rows, length: float, elements: Sequence[str]) -> None:
    """Something rigid at the end of a limb, drawn at the origin along +x, laid along a bone."""
    (x0, y0, _), (x1, y1, _) = rows
    turn = float(np.degrees(np.arctan2(y1 - y0, x1 - x0)))
    scale = float(np.hypot(x1 - x0, y1 - y0)) / length
    where = f"translate({number(x0)} {number(y0)}) rotate({number(turn)}) scale({scale:.3f})"
    picture.elements.append(f'<g transform="{where}">' + "".join(elements) + "</g>")


def _light_at(turn: float) -> tuple[float, float]:
    angle = np.radians(-turn)
    x, y = -9.0, -12.0
    return float(x * np.cos(angle) - y * np.sin(angle)), float(x * np.sin(angle) + y * np.cos(angle))


def _foot() -> list[str]:
    """A left foot from above, drawn for light that comes from where it comes in the middle of the move."""
    picture, shape = Picture("foot"), foot_top(Pose(0, 0, 0, 1, flipped=True)).bake()
    _rigid(picture, shape, 74)
    for x, y, radius in ((98, 26, 6.4), (101, 6, 4.5), (97, -12, 4.2), (89.5, -26, 3.9), (78, -36.5, 3.6)):
        picture.fill(ellipse(x, y, radius * 0.72, radius), "nail", 0.9)
    return picture.elements


def _rigid(picture: Picture, shape: Shape, turn: float) -> None:
    data = outline_data(shape, step=1.2, error=0.4)
    dx, dy = _light_at(turn)
    picture.path(data, "skin", line="line", width=OUTLINE)
    inner = shape.grow(-7)
    picture.fill(cut(inner, inner.shift(-dx * 0.8, -dy * 0.8), k=8), "lit", 0.7)
    inner = shape.grow(-2)
    picture.fill(cut(inner, inner.shift(dx * 0.8, dy * 0.8), k=8), "shade", 0.8)


def _fist() -> list[str]:
    """A small hand closed round something, knuckles up."""
    picture = Picture("fist")
    palm = tube([(0, 0, 22), (16, 1, 27), (32, 1, 28)])
    fingers = [tube([(38, y, 12), (50, y * 1.05, 11.5)]) for y in (-21.0, -7.0, 7.0, 20.0)]
    thumb = tube([(16, -20, 12), (32, -33, 11), (46, -32, 10)])
    _rigid(picture, join(join(palm, *fingers, k=3), thumb, k=4).bake(), 200)
    for y in (-14.0, 0.0, 13.5):
        picture.ink([(34, y * 0.94), (46, y), (57, y * 1.08)], "line", 4.2)
    picture.ink([(28, -24), (38, -21), (52, -24)], "line", 4.2, 0.8)
    for y in (-20.0, -7.0, 7.0, 19.0):
        picture.ink([(30, y - 4), (33, y), (30, y + 4)], "deep", 3.4, 0.6)
    return picture.elements


def leg(picture: Picture, key: dict[str, Rows], bent: float) -> None:
    """Thigh, foot, shin in this order; `bent` 0..1 says how much the knee stands up."""
    thigh, shin = bone(key["thigh"], root=0.16, end=0.94), bone(key["shin"], root=0.98, end=0.7)
    shadow(picture, np.vstack([thigh.middle[3:], shin.middle[2:], _tip(key["foot"])]), 40, bent)
    draw_bone(picture, thigh)
    mouth = np.vstack([thigh.left[:1], thigh.root, thigh.right[:1]])
    mouth = mouth.mean(axis=0) + (mouth - mouth.mean(axis=0)) * np.array([0.93, 0.96])
    picture.path(smooth(mouth, closed=False), None, line="nappyline", width=13)
    picture.path(smooth(mouth, closed=False), None, line="nappy", width=8.5)
    _group(picture, key["foot"], _FOOT_LENGTH, _foot())
    draw_bone(picture, shin, root=bent, end=0.0)
    _leg_marks(picture, thigh, shin, bent)


def _leg_marks(picture: Picture, thigh: Bone, shin: Bone, bent: float) -> None:
    knee, right, left = shin.middle[0], shin.right, shin.left
    picture.glow(float(knee[0]), float(knee[1]), 34, 32, "lit", 0.85)
    fold = thigh.right[3] + (thigh.middle[3] - thigh.right[3]) * np.array([[0.02], [0.22], [0.5]])
    crease(picture, list(fold + np.array([[0, 0], [3, 6], [8, 6]])), "line", 4.6, 0.7 * (1 - bent) + 0.01)
    across = (left[1] - right[1]) / (np.hypot(*(left[1] - right[1])) + 1e-9)
    along = np.array([-across[1], across[0]])
    for side, height, opacity in ((-1, 19.0, 0.55), (1, 24.0, 0.5)):
        arc = [knee + across * x + along * side * (height - abs(x) * 0.16) for x in (-20.0, 0.0, 20.0)]
        crease(picture, list(arc), "deep", 4.2, opacity)
    ankle = [right[-1] + (left[-1] - right[-1]) * s for s in (0.1, 0.5, 0.9)]
    ankle[1] = ankle[1] + (shin.middle[-1] - shin.middle[-2]) * 0.45
    crease(picture, list(ankle), "line", 4.6, 0.8)


def arm(picture: Picture, key: dict[str, Rows], bent: float) -> None:
    """Upper arm, forearm, closed hand."""
    upper, fore = bone(key["upper"], root=0.2, end=0.9), bone(key["fore"], root=0.95, end=0.7)
    shadow(picture, np.vstack([upper.middle[4:], fore.middle[2:], _tip(key["hand"])]), 28, bent * 0.4)
    draw_bone(picture, upper, bare=2)
    _group(picture, key["hand"], _FIST_LENGTH, _fist())
    draw_bone(picture, fore, root=bent, end=0.0)
    pit = [upper.right[1] * 0.6 + upper.right[2] * 0.4, upper.right[1] * 0.8 + upper.middle[1] * 0.2,
           upper.right[0] * 0.55 + upper.middle[0] * 0.45]  # fmt: skip
    crease(picture, list(pit), "line", 4.6, 0.8)
    wrist = [fore.right[-1] + (fore.left[-1] - fore.right[-1]) * s for s in (0.1, 0.5, 0.9)]
    wrist[1] = wrist[1] + (fore.middle[-1] - fore.middle[-2]) * 0.3
    crease(picture, list(wrist), "line", 4.6, 0.85)


def limb(name: str) -> LimbPicture:
    """All keys of one limb of poses.toml."""
    table = tomllib.loads(POSES.read_text(encoding="utf-8"))["limbs"][name]
    keys = []
    for row in table["keys"]:
        picture = Picture("limb")
        if "thigh" in row:
            leg(picture, row, {"leg": row["at"], "open": 0.8 - 0.4 * row["at"]}[name])
        else:
            arm(picture, row, min(1.0, row["at"] * 1.6) if name == "arm" else 0.0)
        keys.append(picture)
    return LimbPicture(f"pose_{name}", tuple(keys))


@dataclass(frozen=True, slots=True)
class LimbPicture:
    """The poses of a limb in one file: a group for each key, all alike but for their numbers."""

    name: str
    keys: tuple[Picture, ...]

    def svg(self) -> str:
        """Numbers are always parted by a blank, for their signs change when poses are blended.

        Raises:
            ValueError: the poses differ in more than numbers.
        """
        groups = [_named(re.sub(r"(?<=\d)-", " -", "\n".join(key.elements))) for key in self.keys]
        if len({re.sub(r"-?\d+(?:\.\d+)?", "#", group) for group in groups}) != 1:
            raise ValueError(f"the poses of {self.name} differ in more than numbers")
        body = "\n".join(f'<g class="key">\n{group}\n</g>' for group in groups)
        head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">'
        return f"{head}\n<defs>{_named(''.join(self.keys[0].gradients))}</defs>\n{body}\n</svg>\n"


def _named(text: str) -> str:
    """Gradients named by letters: a number in a name would be blended."""
    return re.sub(r"limb-(\d+)", lambda match: "glow" + chr(ord("a") + int(match.group(1))), text)
