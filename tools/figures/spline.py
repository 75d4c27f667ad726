"""Smooth curves through a few points: the only way shapes are described in this generator."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Row = tuple[float, ...]


def _knot(before: Array, after: Array) -> float:
    """Centripetal parameter step between two points (square root of their distance)."""
    return float(max(1e-3, np.hypot(*(after[:2] - before[:2]))) ** 0.5)


def _span(ends: Sequence[Array], samples: int) -> Array:
    """Samples between the second and third of four control rows (Barry-Goldman)."""
    first, second, third, fourth = ends
    t1 = _knot(first, second)
    t2 = t1 + _knot(second, third)
    t3 = t2 + _knot(third, fourth)
    at = t1 + np.linspace(0, 1, samples, endpoint=False)[:, None] * (t2 - t1)
    near = (t1 - at) / t1 * first + at / t1 * second
    mid = (t2 - at) / (t2 - t1) * second + (at - t1) / (t2 - t1) * third
    far = (t3 - at) / (t3 - t2) * third + (at - t2) / (t3 - t2) * fourth
    low = (t2 - at) / t2 * near + at / t2 * mid
    high = (t3 - at) / (t3 - t1) * mid + (at - t1) / (t3 - t1) * far
    out: Array = (t2 - at) / (t2 - t1) * low + (at - t1) / (t2 - t1) * high
    return out


def catmull_rom(rows: Sequence[Row], samples: int, *, closed: bool = False) -> Array:
    """Centripetal Catmull-Rom spline through all rows; extra columns (a radius) are interpolated too.

    Returns an (n, columns) array; `samples` points for every span.
    """
    points = np.asarray(rows, dtype=float)
    if closed:
        padded = np.vstack([points[-1:], points, points[:2]])
    else:
        padded = np.vstack([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    spans = [_span(list(padded[i : i + 4]), samples) for i in range(len(padded) - 3)]
    if not closed:
        spans.append(points[-1:])
    return np.vstack(spans)
