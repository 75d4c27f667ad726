"""The baby as plain geometry: landmarks, zones and the lines that a hand draws between them.

Figure units: 0..1000 on both axes, y down, the baby's head up; 16 units are about one centimetre. Left and right are
always the baby's. A closed outline is a tuple of points without a repeated end.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

Point = tuple[float, float]
Outline = tuple[Point, ...]

MIDLINE = 500.0
"""x of the body's axis; a view turns over about it."""
UNITS_PER_CM = 16.0
TWO_FINGERS = 3 * UNITS_PER_CM
"""Two fingers of an adult's hand, about 3 cm (content-spec 3.1)."""
SAMPLES_PER_SPAN = 12


class Level(StrEnum):
    """`never`: no contact at all; `light`: a hand may slide over without weight; `massage`: where a step works."""

    NEVER = "never"
    LIGHT = "light"
    MASSAGE = "massage"


@dataclass(frozen=True, slots=True)
class Zone:
    """An area of a view. `name` is the code of content-spec 3.8 with the baby's side, as "KNEE_l" or
    "JOINT_wrist_r"; `code` is the bare code."""

    name: str
    level: Level
    outline: Outline

    @property
    def code(self) -> str:
        return self.name.partition("_")[0]

    def on_side(self, side: str) -> bool:
        """True if the zone lies on that side of the baby ("left", "right") or on neither."""
        return not self.name.endswith({"left": "_r", "right": "_l"}.get(side, "\n"))


@dataclass(frozen=True, slots=True)
class Eye:
    """An open eye of a view, from its middle: half width, half height; `iris` is 0 where the eye is small and dark."""

    x: float
    y: float
    half_width: float
    half_height: float
    iris: float = 0.0


@dataclass(frozen=True, slots=True)
class View:
    """One drawing of the baby: the figure's file name without ending, its landmarks by name, its zones.

    `turned`: the file shows the other side of the baby, so it is painted turned over about the midline. `fade` is the
    way (from x, y to x, y) along which a limb that goes out of the picture comes to be seen; none where all is in it.
    `eyes` are painted so that they follow the hand. `stage` is a second drawing, below, that stays when the baby is
    lifted: the mat.
    """

    name: str
    figure: str
    landmarks: Mapping[str, Point]
    zones: tuple[Zone, ...]
    turned: bool = False
    fade: tuple[float, float, float, float] | None = None
    eyes: tuple[Eye, ...] = ()
    stage: str = ""

    def zone(self, name: str) -> Zone:
        """Raises KeyError: the view has no zone of that name."""
        for zone in self.zones:
            if zone.name == name:
                return zone
        raise KeyError(name)


def other_side(name: str) -> str:
    """The twin's name: "knee_l" gives "knee_r"; a name on the midline stays."""
    twins = {"_l": "_r", "_r": "_l"}
    return name[:-2] + twins[name[-2:]] if name[-2:] in twins else name


def mirror_point(point: Point) -> Point:
    """The same place on the other side of the midline."""
    return 2 * MIDLINE - point[0], point[1]


def mirror_outline(outline: Sequence[Point]) -> Outline:
    """Turned over about the midline."""
    return tuple(mirror_point(point) for point in outline)


def mirror_view(view: View, name: str, figure: str) -> View:
    """The view of the baby's other side: everything turned over, left and right exchanged; the same drawing, too."""
    return View(
        name,
        figure,
        {other_side(key): mirror_point(point) for key, point in view.landmarks.items()},
        tuple(replace(z, name=other_side(z.name), outline=mirror_outline(z.outline)) for z in view.zones),
        turned=figure == view.figure,
        fade=None if view.fade is None else mirror_point(view.fade[:2]) + mirror_point(view.fade[2:]),
        eyes=tuple(replace(eye, x=2 * MIDLINE - eye.x) for eye in view.eyes),
        stage=view.stage,
    )


def spline(points: Sequence[Point], *, closed: bool = False, samples: int = SAMPLES_PER_SPAN) -> Outline:
    """Centripetal Catmull-Rom curve through all points, `samples` points a span; an open one ends on its last point."""
    if len(points) < 2:
        return tuple(points)
    if closed:
        padded = [points[-1], *points, points[0], points[1]]
    else:
        padded = [_beyond(points[1], points[0]), *points, _beyond(points[-2], points[-1])]
    curve = [point for start in range(len(padded) - 3) for point in _span(padded[start : start + 4], samples)]
    return tuple(curve) if closed else (*curve, points[-1])


def _beyond(inner: Point, end: Point) -> Point:
    return 2 * end[0] - inner[0], 2 * end[1] - inner[1]


def _span(ends: Sequence[Point], samples: int) -> Iterator[Point]:
    """Points between the second and the third of four (Barry-Goldman)."""
    first, second, third, fourth = ends
    t1 = _knot(first, second)
    t2 = t1 + _knot(second, third)
    t3 = t2 + _knot(third, fourth)
    for step in range(samples):
        at = t1 + (t2 - t1) * step / samples
        near, mid, far = blend(first, second, at / t1), blend(second, third, step / samples), (at - t2) / (t3 - t2)
        low, high = blend(near, mid, at / t2), blend(mid, blend(third, fourth, far), (at - t1) / (t3 - t1))
        yield blend(low, high, step / samples)


def _knot(start: Point, end: Point) -> float:
    return math.sqrt(max(1e-3, math.dist(start, end)))


def blend(start: Point, end: Point, share: float) -> Point:
    """The point `share` (0..1, or beyond) of the way from start to end."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def ellipse_outline(centre: Point, radius_x: float, radius_y: float, sides: int = 40) -> Outline:
    """An ellipse as a polygon that lies outside it by less than half a unit at these sizes."""
    grow = 1 / math.cos(math.pi / sides)
    angles = (2 * math.pi * i / sides for i in range(sides))
    return tuple((centre[0] + grow * radius_x * math.cos(a), centre[1] + grow * radius_y * math.sin(a)) for a in angles)


def strip_outline(points: Sequence[Point], half_width: float) -> Outline:
    """A band of even width along a curve, with round ends."""
    line = spline(points)
    there, back = _edge(line, half_width), _edge(line[::-1], half_width)
    return (*there, *_cap(line[-2], line[-1], half_width), *back, *_cap(line[1], line[0], half_width))


def _edge(line: Sequence[Point], half_width: float) -> Outline:
    """The line moved to its left-hand side as seen (y down: right of travel turned by +90 degrees)."""
    moved = []
    for index, point in enumerate(line):
        before, after = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        angle = math.atan2(after[1] - before[1], after[0] - before[0]) + math.pi / 2
        moved.append((point[0] + half_width * math.cos(angle), point[1] + half_width * math.sin(angle)))
    return tuple(moved)


def _cap(inner: Point, end: Point, half_width: float) -> Iterator[Point]:
    """The half circle round an end, from the edge there to the edge back."""
    along = math.atan2(end[1] - inner[1], end[0] - inner[0])
    for step in range(1, 8):
        angle = along + math.pi / 2 - math.pi * step / 8
        yield end[0] + half_width * math.cos(angle), end[1] + half_width * math.sin(angle)


def inside(point: Point, outline: Sequence[Point]) -> bool:
    """True if the point lies in the closed outline (even-odd rule)."""
    x, y = point
    result = False
    for (x0, y0), (x1, y1) in _edges(outline):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            result = not result
    return result


def _edges(outline: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return zip(outline, (*outline[1:], outline[0]), strict=True)


def distance_to_segment(point: Point, start: Point, end: Point) -> float:
    """Shortest way from a point to a straight piece of line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square if square else 0.0
    return math.dist(point, blend(start, end, min(1.0, max(0.0, share))))


def gap(line: Sequence[Point], outline: Sequence[Point]) -> float:
    """Shortest way from a line to an area, in units; 0 if the line enters it.

    `line` holds at least one point. Exact for the given polygons but for crossings within one segment of the line,
    so lines are sampled finer than any zone is wide.
    """
    if any(inside(point, outline) for point in line):
        return 0.0
    segments = tuple(pairwise(line)) or ((line[0], line[0]),)
    from_corners = min(distance_to_segment(corner, a, b) for corner in outline for a, b in segments)
    from_line = min(distance_to_segment(point, a, b) for point in line for a, b in _edges(outline))
    return min(from_corners, from_line)


def enters(line: Sequence[Point], outline: Sequence[Point], radius: float) -> bool:
    """True if a band of that radius about the line touches the area; looks at the boxes first."""
    apart = max(
        max(min(x for x, _y in a) - max(x for x, _y in b), min(y for _x, y in a) - max(y for _x, y in b))
        for a, b in ((line, outline), (outline, line))
    )
    return apart < radius and gap(line, outline) < radius


def turning(line: Sequence[Point], about: Point) -> float:
    """How far a line turns round a point, in degrees; y points down, so + is clockwise as the parent looks."""
    angles = [math.atan2(y - about[1], x - about[0]) for x, y in line]
    return math.degrees(sum(math.remainder(after - before, 2 * math.pi) for before, after in pairwise(angles)))
