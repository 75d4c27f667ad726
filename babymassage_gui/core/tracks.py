"""The lines that hands follow: tracks over a view, sampled evenly, and those on which a moving limb takes a hand."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from babymassage_gui.core.body import Point, View, blend, spline
from babymassage_gui.core.strokes import FigureBook, Hand, Kind, Part

STEP = 4.0
"""Distance of the samples of a track, units: finer than the narrowest no-go zone."""
CARRIED_SAMPLES = 25


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
    if hand.kind in (Kind.REST, Kind.CARRY) or len(points) < 2:
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


def way_of(part: Part, hand: Hand, book: FigureBook, *, plain: bool = False) -> Track:
    """The line of a hand of any part; that of a carrying hand runs where the limb takes it.

    Samples of a carried line are even in the limb's way, not in distance: `at` tells where the hand is after a share.
    """
    if hand.kind is not Kind.CARRY:
        view = book.views[part.view]
        return track(hand, replace(view, landmarks=book.landmarks_at(part, 0.0)), plain=plain)
    shares = (i / (CARRIED_SAMPLES - 1) for i in range(CARRIED_SAMPLES))
    name = hand.path[0].landmark
    points = _rounded([hand.path[0].among({name: book.landmark_at(part, name, share)}) for share in shares])
    length = sum(math.dist(a, b) for a, b in pairwise(points))
    points = points if length else points[:1]
    return Track(points, (hand.path[0].lifted,) * len(points), closed=False, length=length)


def _rounded(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same line without the bend that a pose in the middle gives it; its ends stay."""
    line = list(points)
    for _ in range(6):
        line[1:-1] = [
            ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
            for a, b, c in zip(line, line[1:], line[2:], strict=False)
        ]
    return tuple(line)


def stroking(part: Part) -> Iterator[Hand]:
    """The hands of a part that stroke or rest as the step says, without the supporting ones."""
    return (hand for hand in part.hands if not hand.supports)
