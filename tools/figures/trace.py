"""From a signed distance field to SVG path data: contour on a grid, then least-squares cubic Beziers (Schneider)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from tools.figures.sdf import Shape
from tools.figures.spline import Array, Row, catmull_rom

Curve = tuple[Array, Array, Array, Array]
_MARGIN = 8.0
_CORNER_RADIANS = 1.05
_CORNER_WINDOW = 4

# Which edges of a cell (0 top, 1 right, 2 bottom, 3 left) a contour joins, by its inside corners
# (1 upper left, 2 upper right, 4 lower right, 8 lower left).
_CELL_EDGES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),), 7: ((3, 2),),
    8: ((2, 3),), 9: ((2, 0),), 10: ((0, 1), (2, 3)), 11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip

EdgeKey = tuple[int, int, int]


def _cell_links(values: Array) -> dict[EdgeKey, list[EdgeKey]]:
    """Neighbours of every crossed grid edge; an edge is (row, column, 0 horizontal or 1 vertical)."""
    inside = values < 0
    code = inside[:-1, :-1] * 1 + inside[:-1, 1:] * 2 + inside[1:, 1:] * 4 + inside[1:, :-1] * 8
    links: dict[EdgeKey, list[EdgeKey]] = {}
    for row, column in np.argwhere((code > 0) & (code < 15)):
        r, c = int(row), int(column)
        edges: tuple[EdgeKey, ...] = ((r, c, 0), (r, c + 1, 1), (r + 1, c, 0), (r, c, 1))
        for start, end in _CELL_EDGES[int(code[r, c])]:
            links.setdefault(edges[start], []).append(edges[end])
            links.setdefault(edges[end], []).append(edges[start])
    return links


def _crossing(edge: EdgeKey, values: Array, xs: Array, ys: Array) -> tuple[float, float]:
    row, column, vertical = edge
    first = values[row, column]
    second = values[row + 1, column] if vertical else values[row, column + 1]
    t = first / (first - second)
    if vertical:
        return float(xs[column]), float(ys[row] + t * (ys[row + 1] - ys[row]))
    return float(xs[column] + t * (xs[column + 1] - xs[column])), float(ys[row])


def _walk(start: EdgeKey, links: dict[EdgeKey, list[EdgeKey]], left: dict[EdgeKey, None]) -> list[EdgeKey]:
    """Follow the contour from one edge until it closes, taking visited edges out of `left`."""
    chain = [start]
    left.pop(start)
    while True:
        following = next((edge for edge in links[chain[-1]] if edge in left), None)
        if following is None:
            return chain
        left.pop(following)
        chain.append(following)


def outlines(shape: Shape, step: float = 1.5, least_area: float = 12) -> list[Array]:
    """Closed polylines where the distance is zero, without repeated end point, in a fixed order."""
    left, top, right, bottom = shape.box
    xs = np.arange(left - _MARGIN, right + _MARGIN + step, step)
    ys = np.arange(top - _MARGIN, bottom + _MARGIN + step, step)
    values = shape.distance(*np.meshgrid(xs, ys))
    values = np.where(values == 0, 1e-9, values)
    links = _cell_links(values)
    unseen = dict.fromkeys(links)
    found: list[Array] = []
    while unseen:
        chain = _walk(next(iter(unseen)), links, unseen)
        ring = np.asarray([_crossing(edge, values, xs, ys) for edge in chain])
        area = 0.5 * float(np.sum(ring[:, 0] * np.roll(ring[:, 1], -1) - np.roll(ring[:, 0], -1) * ring[:, 1]))
        if len(ring) >= 6 and abs(area) >= least_area:
            found.append(_thin(ring))
    return found


def _thin(ring: Array) -> Array:
    """Drop points closer than a third of a unit: a contour that grazes a grid corner leaves needless pairs."""
    gaps = np.hypot(*(ring - np.roll(ring, 1, axis=0)).T)
    kept: Array = ring[gaps > 0.3]
    return kept


def _unit(vector: Array) -> Array:
    out: Array = vector / (np.hypot(*vector) + 1e-9)
    return out


def _basis(u: Array) -> tuple[Array, Array, Array, Array]:
    return (1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u), u**3


def _handles(points: Array, u: Array, start: Array, end: Array) -> tuple[float, float]:
    """Least-squares lengths of the two Bezier handles for given end tangents."""
    b0, b1, b2, b3 = _basis(u)
    first, second = b1[:, None] * start, b2[:, None] * end
    rest = points - (points[0] * (b0 + b1)[:, None] + points[-1] * (b2 + b3)[:, None])
    matrix = np.array([[np.sum(first**2), np.sum(first * second)], [np.sum(first * second), np.sum(second**2)]])
    right = np.array([np.sum(first * rest), np.sum(second * rest)])
    third = float(np.hypot(*(points[-1] - points[0]))) / 3
    if abs(float(np.linalg.det(matrix))) < 1e-9:
        return third, third
    near, far = (float(v) for v in np.linalg.solve(matrix, right))
    length = float(np.hypot(*np.diff(points, axis=0).T).sum())
    if min(near, far) < 1e-3 * length or max(near, far) > 1.1 * length:
        return third, third
    return near, far


def _reparametrise(points: Array, u: Array, curve: Curve) -> Array:
    """One Newton step of every sample's parameter toward its nearest point on the curve."""
    p0, p1, p2, p3 = curve
    b0, b1, b2, b3 = _basis(u)
    at = b0[:, None] * p0 + b1[:, None] * p1 + b2[:, None] * p2 + b3[:, None] * p3
    slope = 3 * ((1 - u) ** 2)[:, None] * (p1 - p0) + 6 * (u * (1 - u))[:, None] * (p2 - p1)
    slope = slope + 3 * (u * u)[:, None] * (p3 - p2)
    bend = 6 * (1 - u)[:, None] * (p2 - 2 * p1 + p0) + 6 * u[:, None] * (p3 - 2 * p2 + p1)
    top = np.sum((at - points) * slope, axis=1)
    below = np.sum(slope * slope, axis=1) + np.sum((at - points) * bend, axis=1)
    safe = np.where(np.abs(below) > 1e-9, below, 1.0)
    moved: Array = np.clip(u - np.where(np.abs(below) > 1e-9, top / safe, 0.0), 0, 1)
    return moved


def fit(points: Array, start: Array, end: Array, error: float) -> list[Curve]:
    """Cubic Beziers through a polyline, each within `error` units of it."""
    if len(points) == 2:
        third = float(np.hypot(*(points[1] - points[0]))) / 3
        return [(points[0], points[0] + start * third, points[1] + end * third, points[1])]
    u = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    u = u / u[-1]
    worst = len(points) // 2
    for _ in range(4):
        near, far = _handles(points, u, start, end)
        curve: Curve = (points[0], points[0] + start * near, points[-1] + end * far, points[-1])
        b0, b1, b2, b3 = _basis(u)
        at = b0[:, None] * curve[0] + b1[:, None] * curve[1] + b2[:, None] * curve[2] + b3[:, None] * curve[3]
        off = np.hypot(*(at - points).T)
        worst = int(off.argmax())
        if off[worst] < error:
            return [curve]
        u = _reparametrise(points, u, curve)
        if off[worst] > error * 9 or bool(np.any(np.diff(u) <= 0)):
            break
    worst = min(max(worst, 1), len(points) - 2)
    reach = min(3, worst, len(points) - 1 - worst)
    tangent = _unit(points[worst - reach] - points[worst + reach])
    return fit(points[: worst + 1], start, tangent, error) + fit(points[worst:], -tangent, end, error)


def _corners(ring: Array) -> list[int]:
    """Samples where the outline turns by more than 60 degrees within a few samples."""
    k, n = _CORNER_WINDOW, len(ring)
    before, after = ring - np.roll(ring, k, axis=0), np.roll(ring, -k, axis=0) - ring
    turn = np.abs(np.angle((before[:, 0] - 1j * before[:, 1]) * (after[:, 0] + 1j * after[:, 1])))
    window = np.arange(-k, k + 1)
    return [i for i in range(n) if turn[i] > _CORNER_RADIANS and turn[i] >= turn[(i + window) % n].max() - 1e-9]


def _fit_ring(ring: Array, error: float) -> list[Curve]:
    corners, n = _corners(ring), len(ring)
    curves: list[Curve] = []
    if not corners:
        tangents = np.roll(ring, -3, axis=0) - np.roll(ring, 3, axis=0)
        closed, quarters = np.vstack([ring, ring[:1]]), [n * i // 4 for i in range(5)]
        for a, b in pairwise(quarters):
            curves += fit(closed[a : b + 1], _unit(tangents[a % n]), -_unit(tangents[b % n]), error)
        return curves
    for a, b in zip(corners, [*corners[1:], corners[0] + n], strict=True):
        span = ring[np.arange(a, b + 1) % n]
        reach = min(2, len(span) - 1)
        curves += fit(span, _unit(span[reach] - span[0]), _unit(span[-1 - reach] - span[-1]), error)
    return curves


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def _rounded(point: Array) -> tuple[int, int]:
    """In tenths of a unit."""
    return round(float(point[0]) * 10), round(float(point[1]) * 10)


def _data(curves: Sequence[Curve], first: str = "M") -> str:
    """Each curve is told from where the last one ended, after rounding: short, and no error adds up."""
    here = _rounded(curves[0][0])
    parts = [f"{first}{_numbers(*here)}"]
    for curve in curves:
        spots = [_rounded(point) for point in curve[1:]]
        parts.append("c" + _numbers(*[spot[i] - here[i] for spot in spots for i in (0, 1)]))
        here = spots[-1]
    return "".join(parts)


def curve_data(curves: Sequence[Curve]) -> str:
    """Path data of curves that follow each other."""
    return _data(curves)


def _numbers(*tenths: int) -> str:
    """Tenths as text; a minus parts two numbers as well as a space."""
    texts = [number(value / 10) for value in tenths]
    return texts[0] + "".join(text if text.startswith("-") else f" {text}" for text in texts[1:])


def outline_data(shape: Shape, *, step: float = 1.5, error: float = 0.45, least_area: float = 12) -> str:
    """Path data of a filled shape; empty when nothing of it is left."""
    return "".join(_data(_fit_ring(ring, error)) + "Z" for ring in outlines(shape, step, least_area))


def _fit_open(line: Array, error: float) -> list[Curve]:
    return fit(line, _unit(line[1] - line[0]), _unit(line[-2] - line[-1]), error)


def line_data(points: Sequence[Row]) -> str:
    """Path data of an open smooth line."""
    return _data(_fit_open(catmull_rom([p[:2] for p in points], 12), 0.3))


def ink_data(points: Sequence[Row], width: float) -> str:
    """A drawn line, thin - thick - thin, as a filled shape."""
    line = catmull_rom([p[:2] for p in points], 10)
    u = np.linspace(0, 1, len(line))
    radius = width / 2 * np.sin(np.pi * np.clip(u * 0.94 + 0.03, 0, 1)) ** 0.6
    along = np.gradient(line, axis=0)
    along = along / (np.hypot(*along.T)[:, None] + 1e-9)
    across = np.column_stack([-along[:, 1], along[:, 0]]) * radius[:, None]
    there, back = _fit_open(line + across, 0.25), _fit_open((line - across)[::-1], 0.25)
    return _data(there) + _data(back, "L") + "Z"
