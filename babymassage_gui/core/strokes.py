"""How a step moves: tracks of hands over a view, and the rules that a track must keep.

A repetition of a step is played in *parts* (a new stroke after a semicolon in content-spec 3.3); all hands of a part
move together. Each hand follows one line; brackets in a path lift it off the skin there.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, pairwise

from babymassage_gui.core.body import MIDLINE, Point, View, blend, mirror_point, other_side, spline

STEP = 4.0
"""Distance of the samples of a track, units: finer than the narrowest no-go zone."""
MIRRORED_HAND = {"left": "right", "right": "left"}


class Kind(StrEnum):
    """How a hand follows its path.

    `glide`: along a line; `ring`: round the body's middle on a closed line; `circle`: round a spot of one limb on a
    closed line; `rest`: still, on one spot after the other.
    """

    GLIDE = "glide"
    RING = "ring"
    CIRCLE = "circle"
    REST = "rest"


class Rule(StrEnum):
    """Which way a part must run and where it must end (content-spec 3.3); checked in stroke_rules."""

    TO_BODY = "to-body"
    TO_TIP = "to-tip"
    OUTWARD = "outward"
    INWARD = "inward"
    TO_HEAD = "to-head"
    TO_FEET = "to-feet"
    CLOCKWISE = "clockwise"
    ROUND_OUTWARD = "round-outward"
    ABOVE_LOWEST_RIBS = "above-lowest-ribs"
    BESIDE_SPINE = "beside-spine"
    BEFORE_ARMPIT = "before-armpit"
    STILL = "still"
    HEEL_TO_TOES = "heel-to-toes"
    ALONG_TOES = "along-toes"
    SHOULDER_TO_HAND = "shoulder-to-hand"
    BABYS_LEFT = "babys-left"
    CIRCLES = "circles"
    UP_AND_OUT = "up-and-out"
    WELL_BESIDE_SPINE = "well-beside-spine"


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A landmark that a hand passes, moved by (dx, dy) units; `lifted`: off the skin there."""

    landmark: str
    dx: float = 0.0
    dy: float = 0.0
    lifted: bool = False

    def mirrored(self) -> Waypoint:
        return replace(self, landmark=other_side(self.landmark), dx=-self.dx)

    def on(self, view: View) -> Point:
        """Raises KeyError: the view has no such landmark."""
        x, y = view.landmarks[self.landmark]
        return x + self.dx, y + self.dy


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand of the parent. `angle` and `follow` turn its picture; `contact` is the width that touches, units.

    `curl` is the radius of the small circles of rubbing, 0 for a plain stroke. A supporting hand holds, it does not
    stroke: it has one waypoint and no track is drawn for it.
    """

    side: str
    pose: str
    path: tuple[Waypoint, ...]
    kind: Kind
    contact: float
    angle: float
    follow: float
    scale: float
    curl: float
    supports: bool

    @property
    def reach(self) -> float:
        """How far from its plain line the hand touches, units."""
        return self.contact / 2 + self.curl

    @property
    def slides(self) -> bool:
        """True for a stroke that may pass over a joint; rubbing and holding may not (content-spec 3.8, *light*)."""
        return self.kind is not Kind.REST and not self.curl

    def mirrored(self) -> Hand:
        """The hand on the baby's other side; a circle there is run backwards, so that it turns the same way.

        Raises:
            ValueError: the path is a ring; a mirrored one would turn the wrong way.
        """
        if self.kind is Kind.RING:
            raise ValueError("a closed path may not be mirrored")
        path = tuple(point.mirrored() for point in self.path)
        if self.kind is Kind.CIRCLE:
            path = path[:1] + path[:0:-1]
        return replace(self, side=MIRRORED_HAND[self.side], path=path, angle=-self.angle)


@dataclass(frozen=True, slots=True)
class Label:
    """A no-go name beside the figure: the zone it points to and the middle of its words, units."""

    zone: str
    at: Point

    def mirrored(self) -> Label:
        return Label(other_side(self.zone), mirror_point(self.at))


@dataclass(frozen=True, slots=True)
class Part:
    """Hands that move together on one view. `camera` is (left, top, width, height) in units.

    `shows` are the codes of the no-go areas in the picture, `targets` the zones in which the part works.
    `share` is this part's share of a repetition's time; `lane` > 0 says that the part is played in every n-th
    repetition only (1 for the first), in place of the other lanes.
    """

    view: str
    camera: tuple[float, float, float, float]
    hands: tuple[Hand, ...] = ()
    share: float = 1.0
    rules: tuple[Rule, ...] = ()
    shows: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    lane: int = 0

    def mirrored(self) -> Part:
        left, top, width, height = self.camera
        return replace(
            self,
            view=self.view.replace("_left", "_right"),
            camera=(2 * MIDLINE - left - width, top, width, height),
            hands=tuple(hand.mirrored() for hand in self.hands),
            targets=tuple(other_side(name) for name in self.targets),
            labels=tuple(label.mirrored() for label in self.labels),
        )


@dataclass(frozen=True, slots=True)
class StepFigure:
    """All that the picture of one step needs, as written for both sides or for the left."""

    id: str
    sided: bool
    light: bool
    parts: tuple[Part, ...]

    def for_side(self, side: str) -> StepFigure:
        """The figure of one pass: the right pass of a sided step shows the right limb, never a left one."""
        if not self.sided or side != "right":
            return self
        return replace(self, parts=tuple(part.mirrored() for part in self.parts))

    def part_at(self, fraction: float, repetition: int = 1) -> tuple[int, float]:
        """Index of the part that is played at a fraction of a repetition (counted from 1), and the fraction of it."""
        lanes = max(part.lane for part in self.parts)
        lane = (repetition - 1) % lanes + 1 if lanes else 0
        playing = [i for i, part in enumerate(self.parts) if part.lane in (0, lane)]
        total = sum(self.parts[i].share for i in playing)
        left = min(1.0, max(0.0, fraction)) * total
        for index in playing[:-1]:
            if left < self.parts[index].share:
                return index, left / self.parts[index].share
            left -= self.parts[index].share
        last = playing[-1]
        return last, min(1.0, left / self.parts[last].share)


@dataclass(frozen=True, slots=True)
class FigureBook:
    """Everything the figures' content files say: views by name, steps by id."""

    views: Mapping[str, View]
    steps: Mapping[str, StepFigure]

    def step(self, step_id: str, side: str) -> StepFigure | None:
        step = self.steps.get(step_id)
        return step.for_side(side) if step else None


@dataclass(frozen=True, slots=True)
class Track:
    """A hand's line, sampled evenly; `lifted[i]` tells whether the hand is off the skin at `points[i]`."""

    points: tuple[Point, ...]
    lifted: tuple[bool, ...]
    closed: bool
    length: float

    def at(self, share: float) -> Point:
        """Where the contact is after a share (0..1) of the way."""
        place = min(1.0, max(0.0, share)) * (len(self.points) - 1)
        index = min(int(place), max(0, len(self.points) - 2))
        after = min(index + 1, len(self.points) - 1)
        return blend(self.points[index], self.points[after], place - index)

    def heading(self, share: float) -> float:
        """Direction of travel there, degrees; 0 is to picture right, 90 is down."""
        reach = 2 / max(1, len(self.points) - 1)
        (x0, y0), (x1, y1) = self.at(share - reach), self.at(share + reach)
        return math.degrees(math.atan2(y1 - y0, x1 - x0))

    def is_lifted(self, share: float) -> bool:
        return self.lifted[round(min(1.0, max(0.0, share)) * (len(self.lifted) - 1))]

    def contact_runs(self) -> tuple[tuple[Point, ...], ...]:
        """The pieces of the line on which the hand touches the skin."""
        runs: list[list[Point]] = [[]]
        for point, lifted in zip(self.points, self.lifted, strict=True):
            if lifted:
                runs.append([])
            else:
                runs[-1].append(point)
        return tuple(tuple(run) for run in runs if run)


def track(hand: Hand, view: View, *, plain: bool = False) -> Track:
    """The line that a hand's contact follows; `plain` leaves out the small circles of rubbing.

    Raises:
        KeyError: a landmark is not in the view.
    """
    points = [waypoint.on(view) for waypoint in hand.path]
    if hand.kind is Kind.REST or len(points) < 2:
        return Track(tuple(points), tuple(w.lifted for w in hand.path), closed=False, length=0.0)
    closed = hand.kind in {Kind.RING, Kind.CIRCLE}
    curve = spline(points, closed=closed)
    curve = (*curve, curve[0]) if closed else curve
    spans = len(points) if closed else len(points) - 1
    per_span = (len(curve) - 1) // spans
    raised = [hand.path[round(i / per_span) % len(points)].lifted for i in range(len(curve))]
    if hand.curl and not plain:
        curve, raised = _curled(_evenly(curve, raised), hand.curl)
    return replace(_evenly(curve, raised), closed=closed)


def _evenly(curve: Sequence[Point], raised: Sequence[bool]) -> Track:
    """The same line with samples at even distances."""
    along = [0.0, *accumulate(math.dist(a, b) for a, b in pairwise(curve))]
    length = along[-1]
    count = max(2, math.ceil(length / STEP) + 1)
    points, lifted = [], []
    for i in range(count):
        want = length * i / (count - 1)
        index = min(bisect_right(along, want), len(along) - 1)
        piece = along[index] - along[index - 1]
        share = (want - along[index - 1]) / piece if piece else 0.0
        points.append(blend(curve[index - 1], curve[index], share))
        lifted.append(raised[index] if share > 1 / 2 else raised[index - 1])
    return Track(tuple(points), tuple(lifted), closed=False, length=length)


def _curled(base: Track, radius: float) -> tuple[tuple[Point, ...], list[bool]]:
    """Small circles along a line: the skin moves with the fingers."""
    turns = max(2, round(base.length / (radius * 2.2)))
    samples = turns * 16
    points, lifted = [], []
    for i in range(samples + 1):
        share = i / samples
        (x, y), angle = base.at(share), 2 * math.pi * turns * share
        points.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
        lifted.append(base.is_lifted(share))
    return tuple(points), lifted


def stroking(part: Part) -> Iterator[Hand]:
    """The hands of a part that stroke or rest as the step says, without the supporting ones."""
    return (hand for hand in part.hands if not hand.supports)
