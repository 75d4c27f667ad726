"""What every stroke must keep, as pure checks on the data: no contact where the hand may not be, the right direction.

`faults_of` names every breach of one step, both sides; an empty answer means that the picture does no harm as far as
geometry can tell. It does not replace a clinician's eye.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from babymassage_gui.core.body import MIDLINE, TWO_FINGERS, Level, View, enters, gap, inside, turning
from babymassage_gui.core.head_rules import HEAD_RULES, lift_faults
from babymassage_gui.core.move_rules import move_faults
from babymassage_gui.core.strokes import FigureBook, Hand, Kind, Part, Rule, StepFigure
from babymassage_gui.core.tracks import Track, stroking, track

NET_SHARE = 0.6
"""A stroke in a direction makes at least this share of its length in that direction."""
IN_TARGET = 0.6
FULL_RING_DEGREES = 330.0
END_SHARE = 0.15
"""A stroke from one landmark to another begins and ends within this share of the way between them."""
SPINE_STRIP = TWO_FINGERS
"""Width of the strip on the spine that is never touched (content-spec 3.8)."""

Band = tuple[Hand, Track]
Check = Callable[[View, Band], bool]


def faults_of(step_id: str, book: FigureBook) -> tuple[str, ...]:
    """All breaches of a step on both sides, each as one line.

    Raises:
        KeyError: the book has no such step.
    """
    written = book.steps[step_id]
    sides = ("left", "right") if written.sided else ("both",)
    return tuple(
        f"{step_id}, {side}, part {number}: {fault}"
        for side in sides
        for step in (written.for_side(side),)
        for number, part in enumerate(step.parts, 1)
        for fault in part_faults(step, part, book)
    )


def part_faults(step: StepFigure, part: Part, book: FigureBook) -> Iterator[str]:
    """Breaches of one part, as it is."""
    view = book.views.get(part.view)
    if view is None:
        yield f"there is no view {part.view}"
        return
    if part.moves:
        yield from move_faults(part, book)
        return
    missing = [w.landmark for hand in part.hands for w in hand.path if w.landmark not in view.landmarks]
    if missing:
        yield f"the view {view.name} has no landmark {', '.join(missing)}"
        return
    yield from lift_faults(part, view)
    yield from _contact_faults(step, part, view)
    yield from _rule_faults(part, view)
    yield from _target_faults(part, view)
    if hands_cross(part, view):
        yield "the hands cross"


def _contact_faults(step: StepFigure, part: Part, view: View) -> Iterator[str]:
    """The contact band enters no *never* zone; a *light* one only to slide over it, where the step declares it."""
    for hand in part.hands:
        runs = track(hand, view).contact_runs()
        for zone in view.zones:
            may_slide = step.light and hand.slides
            forbidden = zone.level is Level.NEVER or (zone.level is Level.LIGHT and not may_slide)
            if forbidden and any(enters(run, zone.outline, hand.contact / 2) for run in runs):
                yield f"the {hand.side} hand enters {zone.name} ({zone.level.value})"


def clearance(hand: Hand, view: View, zone: str) -> float:
    """Distance between a hand's contact band and a zone, units; negative when the band enters it.

    Places where the hand is lifted do not count.
    """
    outline = view.zone(zone).outline
    runs = track(hand, view).contact_runs()
    return min((gap(run, outline) - hand.contact / 2 for run in runs), default=math.inf)


def _rule_faults(part: Part, view: View) -> Iterator[str]:
    if not part.rules:
        yield "says no rule"
    for hand in stroking(part):
        band = (hand, track(hand, view, plain=True))
        for rule in part.rules:
            if not RULES.get(rule, _elsewhere)(view, band):
                yield f"the {hand.side} hand breaks the rule {rule.value}"


def _target_faults(part: Part, view: View) -> Iterator[str]:
    """Most of each stroke lies in the zone that the picture shows as its target."""
    areas = [zone.outline for zone in view.zones if zone.name in part.targets]
    for hand in stroking(part):
        points = [point for run in track(hand, view, plain=True).contact_runs() for point in run]
        if areas and points and sum(any(inside(p, a) for a in areas) for p in points) < IN_TARGET * len(points):
            yield f"the {hand.side} hand leaves the target"


def hands_cross(part: Part, view: View) -> bool:
    """True if at any instant two stroking hands come nearer than their contacts allow."""
    tracks = [(hand, track(hand, view, plain=True)) for hand in stroking(part)]
    return any(
        math.dist(a.at(i / 40), b.at(i / 40)) < first.reach + second.reach
        for (first, a), (second, b) in combinations(tracks, 2)
        for i in range(41)
    )


def _limb_root(view: View, band: Band) -> tuple[float, float] | None:
    """Where the limb of a stroke joins the trunk: the nearer of shoulder and hip of that side."""
    line = band[1]
    side = band[0].path[0].landmark[-2:]
    roots = [view.landmarks[name + side] for name in ("shoulder", "hip") if name + side in view.landmarks]
    return min(roots, key=lambda root: math.dist(root, line.points[-1]), default=None)


def _toward_body(view: View, band: Band) -> bool:
    """From far to near: nearly every sample is nearer to the limb's root than the one before."""
    root, line = _limb_root(view, band), band[1]
    if root is None:
        return False
    ways = [math.dist(root, point) for point in line.points]
    inward = sum(after <= before for before, after in pairwise(ways))
    return inward >= 0.9 * (len(ways) - 1) and ways[0] - ways[-1] >= NET_SHARE * line.length


def _toward_tip(view: View, band: Band) -> bool:
    root, line = _limb_root(view, band), band[1]
    return root is not None and math.dist(root, line.points[-1]) - math.dist(root, line.points[0]) >= line.length / 2


def _outward(_: View, band: Band) -> bool:
    """Away from the midline, and never back."""
    away = [abs(x - MIDLINE) for x, _y in band[1].points]
    return away[-1] - away[0] >= band[1].length / 2 and _never_in(away)


def _inward(_: View, band: Band) -> bool:
    away = [abs(x - MIDLINE) for x, _y in band[1].points]
    return away[0] - away[-1] >= band[1].length / 3


def _net_down(band: Band) -> float:
    return band[1].points[-1][1] - band[1].points[0][1]


def _clockwise(view: View, band: Band) -> bool:
    """As the parent looks: up on the baby's right, across, down on its left."""
    hand, line = band
    turned = turning(line.points, view.landmarks["navel"])
    return turned >= FULL_RING_DEGREES if hand.kind is Kind.RING else turned > 0


def _round_outward(_: View, band: Band) -> bool:
    """Over the top away from the midline: clockwise at picture right, the other way at picture left."""
    points = band[1].points
    middle = (sum(x for x, _y in points) / len(points), sum(y for _x, y in points) / len(points))
    turned = turning(points, middle)
    return (turned if middle[0] > MIDLINE else -turned) >= FULL_RING_DEGREES


def _from_to(start: str, end: str) -> Check:
    """From one landmark of the limb to another, nearly every sample further on than the one before."""

    def keeps(view: View, band: Band) -> bool:
        points, side = band[1].points, band[0].path[0].landmark[-2:]
        if start + side not in view.landmarks or end + side not in view.landmarks:
            return False
        (x0, y0), (x1, y1) = view.landmarks[start + side], view.landmarks[end + side]
        square = (x1 - x0) ** 2 + (y1 - y0) ** 2
        on = [((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square for x, y in points]
        forward = sum(after >= before for before, after in pairwise(on))
        return on[0] <= END_SHARE and on[-1] >= 1 - END_SHARE and forward >= 0.9 * (len(on) - 1)

    return keeps


def _on_babys_left(view: View, band: Band) -> bool:
    """The band stays on the left half of the trunk, two adult fingers from the line through the navel."""
    navel, hip = view.landmarks["navel"][0], view.landmarks["hip_l"][0]
    toward_left = 1 if hip > navel else -1
    return min((x - navel) * toward_left for x, _y in band[1].points) - band[0].reach >= TWO_FINGERS


def _circles(_: View, band: Band) -> bool:
    """A full turn about its own middle, clockwise as the parent looks, on either side."""
    points = band[1].points
    middle = (sum(x for x, _y in points) / len(points), sum(y for _x, y in points) / len(points))
    return turning(points, middle) >= FULL_RING_DEGREES


def _up_and_out(_: View, band: Band) -> bool:
    away = [abs(x - MIDLINE) for x, _y in band[1].points]
    return -_net_down(band) >= band[1].length / 2 and away[-1] - away[0] >= band[1].length / 5 and _never_in(away)


def _never_in(away: Sequence[float]) -> bool:
    return all(after >= before - 3 for before, after in pairwise(away))


def _spine_gap(view: View, band: Band) -> float:
    """How far the band stays from the line of the spine."""
    spine = view.landmarks["spine"][0]
    return min(abs(x - spine) for x, _y in band[1].points) - band[0].reach


def _above_lowest_ribs(view: View, band: Band) -> bool:
    return max(y for _x, y in band[1].points) + band[0].reach <= view.landmarks["lowest_ribs"][1]


def _beside_spine(view: View, band: Band) -> bool:
    """The band keeps two adult fingers from the spine's line."""
    return _spine_gap(view, band) >= TWO_FINGERS


def _well_beside_spine(view: View, band: Band) -> bool:
    """Kneading keeps as far from the strip on the spine as other strokes from its line."""
    return _spine_gap(view, band) >= TWO_FINGERS + SPINE_STRIP / 2


def _before_armpit(view: View, band: Band) -> bool:
    """The stroke ends two adult fingers before the armpit's area."""
    end = band[1].points[-1:]
    pits = [zone.outline for zone in view.zones if zone.code == "ARMPIT"]
    return all(gap(end, pit) - band[0].reach >= TWO_FINGERS for pit in pits)


def _elsewhere(_: View, _band: Band) -> bool:
    """A rule of passive moves: no stroke keeps it."""
    return False


RULES: Mapping[Rule, Check] = {
    Rule.TO_BODY: _toward_body,
    Rule.TO_TIP: _toward_tip,
    Rule.OUTWARD: _outward,
    Rule.INWARD: _inward,
    Rule.TO_HEAD: lambda _, band: -_net_down(band) >= NET_SHARE * band[1].length,
    Rule.TO_FEET: lambda _, band: _net_down(band) >= band[1].length / 2,
    Rule.CLOCKWISE: _clockwise,
    Rule.ROUND_OUTWARD: _round_outward,
    Rule.ABOVE_LOWEST_RIBS: _above_lowest_ribs,
    Rule.BESIDE_SPINE: _beside_spine,
    Rule.BEFORE_ARMPIT: _before_armpit,
    Rule.FROM_HIP: lambda _, band: band[0].path[0].landmark.startswith("hip"),
    Rule.STILL: lambda _, band: band[0].kind is Kind.REST,
    Rule.HEEL_TO_TOES: _from_to("heel", "toes"),
    Rule.ALONG_TOES: _from_to("little_toe", "under_big_toe"),
    Rule.SHOULDER_TO_HAND: _from_to("shoulder", "back_of_hand"),
    Rule.BABYS_LEFT: _on_babys_left,
    Rule.CIRCLES: _circles,
    Rule.UP_AND_OUT: _up_and_out,
    Rule.WELL_BESIDE_SPINE: _well_beside_spine,
    **HEAD_RULES,
}
