"""Signed distance fields: a shape is a function of position, negative inside, and shapes melt into each other.

Units are the figure units of the canonical body (0..1000, y down). Radii `k` of the smooth joins and all joint lists
are art decisions; see docs in the drawing modules.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tools.figures.spline import Array, Row, catmull_rom

Box = tuple[float, float, float, float]
"""Left, top, right, bottom: the outline lies inside."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A signed distance function with the box that holds its outline."""

    distance: Callable[[Array, Array], Array]
    box: Box

    def grow(self, by: float) -> Shape:
        left, top, right, bottom = self.box
        return Shape(lambda x, y: self.distance(x, y) - by, (left - by, top - by, right + by, bottom + by))

    def shift(self, dx: float, dy: float) -> Shape:
        left, top, right, bottom = self.box
        return Shape(lambda x, y: self.distance(x - dx, y - dy), (left + dx, top + dy, right + dx, bottom + dy))

    def mirror(self, axis: float = 500) -> Shape:
        left, top, right, bottom = self.box
        return Shape(lambda x, y: self.distance(2 * axis - x, y), (2 * axis - right, top, 2 * axis - left, bottom))

    def flip(self) -> Shape:
        """Turned over about the x axis (a left hand from a right hand)."""
        left, top, right, bottom = self.box
        return Shape(lambda x, y: self.distance(x, -y), (left, -bottom, right, -top))

    def place(self, x: float, y: float, turn: float, scale: float = 1.0) -> Shape:
        """Scaled, turned by `turn` degrees and moved so that its origin lies at (x, y)."""
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

        def distance(px: Array, py: Array) -> Array:
            rx, ry = px - x, py - y
            inner = self.distance((rx * cos + ry * sin) / scale, (-rx * sin + ry * cos) / scale)
            return inner * scale

        corners = [
            (cx * cos * scale - cy * sin * scale + x, cx * sin * scale + cy * cos * scale + y)
            for cx in (self.box[0], self.box[2])
            for cy in (self.box[1], self.box[3])
        ]
        return Shape(distance, _box_of(np.asarray(corners), 0))

    def bake(self, step: float = 1.5, margin: float = 40) -> Shape:
        """The same shape looked up in a grid, so that later use is cheap."""
        left, top = self.box[0] - margin, self.box[1] - margin
        xs = np.arange(left, self.box[2] + margin + step, step)
        ys = np.arange(top, self.box[3] + margin + step, step)
        grid = self.distance(*np.meshgrid(xs, ys))
        rows, columns = grid.shape

        def look_up(x: Array, y: Array) -> Array:
            u, v = (x - left) / step, (y - top) / step
            inside_u, inside_v = np.clip(u, 0, columns - 1.001), np.clip(v, 0, rows - 1.001)
            i, j = inside_u.astype(int), inside_v.astype(int)
            a, b = inside_u - i, inside_v - j
            upper = grid[j, i] * (1 - a) + grid[j, i + 1] * a
            lower = grid[j + 1, i] * (1 - a) + grid[j + 1, i + 1] * a
            out: Array = upper * (1 - b) + lower * b + step * np.hypot(u - inside_u, v - inside_v)
            return out

        return Shape(look_up, self.box)


def _box_of(points: Array, margin: float) -> Box:
    low, high = points[:, :2].min(axis=0) - margin, points[:, :2].max(axis=0) + margin
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def tube(joints: Sequence[Row], samples: int = 14) -> Shape:
    """A limb: circles (x, y, radius) along a spline."""
    line = catmull_rom(joints, samples)

    def distance(x: Array, y: Array) -> Array:
        best = np.full(x.shape, 1e9)
        for (x0, y0, r0), (x1, y1, r1) in pairwise(line):
            dx, dy = x1 - x0, y1 - y0
            t = np.clip(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy + 1e-9), 0, 1)
            np.minimum(best, np.hypot(x - x0 - t * dx, y - y0 - t * dy) - (r0 + t * (r1 - r0)), out=best)
        return best

    return Shape(distance, _box_of(line, float(line[:, 2].max())))


def blob(points: Sequence[Row], samples: int = 8) -> Shape:
    """A closed spline, filled."""
    ring = catmull_rom([point[:2] for point in points], samples, closed=True)

    def distance(x: Array, y: Array) -> Array:
        best, inside = np.full(x.shape, 1e18), np.zeros(x.shape, dtype=bool)
        for (x0, y0), (x1, y1) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            dx, dy = x1 - x0, y1 - y0
            t = np.clip(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy + 1e-9), 0, 1)
            np.minimum(best, (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2, out=best)
            if dy:
                inside ^= ((y0 > y) != (y1 > y)) & (x < dx * (y - y0) / dy + x0)
        signed: Array = np.where(inside, -1.0, 1.0) * np.sqrt(best)
        return signed

    return Shape(distance, _box_of(ring, 2))


def ellipse(cx: float, cy: float, rx: float, ry: float, turn: float = 0) -> Shape:
    """An ellipse (approximate distance, good enough for outlines)."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def distance(px: Array, py: Array) -> Array:
        x, y = (px - cx) * cos + (py - cy) * sin, -(px - cx) * sin + (py - cy) * cos
        near, far = np.hypot(x / rx, y / ry), np.hypot(x / rx**2, y / ry**2)
        return np.where(far > 1e-9, near * (near - 1) / np.maximum(far, 1e-9), -min(rx, ry))

    reach = max(rx, ry)
    return Shape(distance, (cx - reach, cy - reach, cx + reach, cy + reach))


def half_plane(*, below: float | None = None, above: float | None = None, box: Box) -> Shape:
    """Everything below (greater y) or above a horizontal line."""
    if below is not None:
        edge = below
        return Shape(lambda _x, y: edge - y, box)
    limit = above if above is not None else 0.0
    return Shape(lambda _x, y: y - limit, box)


def join(*shapes: Shape, k: float = 0) -> Shape:
    """Union; `k` > 0 melts the parts together (polynomial smooth minimum)."""

    def distance(x: Array, y: Array) -> Array:
        out = shapes[0].distance(x, y)
        for shape in shapes[1:]:
            other = shape.distance(x, y)
            if k:
                h = np.clip(0.5 + 0.5 * (other - out) / k, 0, 1)
                out = other * (1 - h) + out * h - k * h * (1 - h)
            else:
                out = np.minimum(out, other)
        return out

    boxes = np.asarray([shape.box for shape in shapes])
    bulge = k / 3  # a smooth union reaches up to k/4 outside both shapes
    left, top = boxes[:, :2].min(axis=0) - bulge
    right, bottom = boxes[:, 2:].max(axis=0) + bulge
    return Shape(distance, (float(left), float(top), float(right), float(bottom)))


def keep(shape: Shape, *others: Shape, k: float = 0) -> Shape:
    """Intersection: what lies in all shapes."""

    def distance(x: Array, y: Array) -> Array:
        out = shape.distance(x, y)
        for other_shape in others:
            other = other_shape.distance(x, y)
            if k:
                h = np.clip(0.5 - 0.5 * (other - out) / k, 0, 1)
                out = other * (1 - h) + out * h + k * h * (1 - h)
            else:
                out = np.maximum(out, other)
        return out

    return Shape(distance, shape.box)


def cut(shape: Shape, *others: Shape, k: float = 0) -> Shape:
    """What is left of a shape when the others are taken away."""

    def inverse(other: Shape) -> Shape:
        return Shape(lambda x, y: -other.distance(x, y), other.box)

    return keep(shape, *[inverse(other) for other in others], k=k)
