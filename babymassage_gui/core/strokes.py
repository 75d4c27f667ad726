"""How a step moves: tracks of hands over a view, and the rules that a track must keep.

A repetition of a step is played in *parts* (a new stroke after a semicolon in content-spec 3.3); all hands of a part
move together. Each hand follows one line; brackets in a path lift it off the skin there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from babymassage_gui.core.body import MIDLINE, Point, View, mirror_point, other_side
from babymassage_gui.core.lifts import Lift
from babymassage_gui.core.poses import Limb, Move, limb_landmark, limb_landmarks, posed_view

MIRRORED_HAND = {"left": "right", "right": "left"}


class Kind(StrEnum):
    """How a hand follows its path.

    `glide`: along a line; `ring`: round the body's middle on a closed line; `circle`: round a spot of one limb on a
    closed line; `rest`: still, on one spot after the other; `carry`: with the limb that it holds.
    """

    GLIDE = "glide"
    RING = "ring"
    CIRCLE = "circle"
    REST = "rest"
    CARRY = "carry"


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
    KNEE_UP = "knee-up"
    LET_GO = "let-go"
    PEDAL = "pedal"
    SWAY = "sway"
    TOGETHER = "together"
    FALL_OPEN = "fall-open"
    CROSS = "cross"
    UNCROSS = "uncross"
    FROM_HIP = "from-hip"
    ABOVE_BEHIND_EARS = "above-behind-ears"
    FROM_EYE_CORNER = "from-eye-corner"
    UP_A_HAND = "up-a-hand"
    FORWARD_A_LITTLE = "forward-a-little"


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
        return self.among(view.landmarks)

    def among(self, landmarks: Mapping[str, Point]) -> Point:
        """Raises KeyError: there is no such landmark."""
        x, y = landmarks[self.landmark]
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
        return self.kind not in (Kind.REST, Kind.CARRY) and not self.curl

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
    `lift` moves the baby with the hands that hold it; `moves` are limbs in the order in which they are painted.
    `share` is this part's share of a repetition's time; `lane` > 0 says that the part is played in every n-th
    repetition only (1 for the first), in place of the other lanes; `again` leaves it out of the first repetition.
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
    lift: Lift | None = None
    moves: tuple[Move, ...] = ()
    again: bool = False

    def mirrored(self) -> Part:
        left, top, width, height = self.camera
        return replace(
            self,
            view=self.view.replace("_left", "_right"),
            camera=(2 * MIDLINE - left - width, top, width, height),
            hands=tuple(hand.mirrored() for hand in self.hands),
            targets=tuple(other_side(name) for name in self.targets),
            labels=tuple(label.mirrored() for label in self.labels),
            moves=tuple(move.mirrored() for move in self.moves),
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
        playing = [
            i for i, part in enumerate(self.parts) if part.lane in (0, lane) and (repetition > 1 or not part.again)
        ]
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
    limbs: Mapping[str, Limb] = field(default_factory=lambda: MappingProxyType({}))

    def view_at(self, part: Part, way: float) -> View:
        """The view of a part, its limbs as they are after a share (0..1) of their way.

        Raises:
            KeyError: there is no such view or limb.
        """
        view = self.views[part.view]
        return posed_view(view, self.limbs, [move.pose(way) for move in part.moves]) if part.moves else view

    def landmarks_at(self, part: Part, way: float) -> Mapping[str, Point]:
        """Only the landmarks of that view: much sooner told than its zones.

        Raises:
            KeyError: there is no such view or limb.
        """
        landmarks = dict(self.views[part.view].landmarks)
        for move in part.moves:
            landmarks |= limb_landmarks(self.limbs[move.limb], move.pose(way))
        return landmarks

    def landmark_at(self, part: Part, name: str, way: float) -> Point:
        """One of them: sooner told still.

        Raises:
            KeyError: there is no such view, limb or landmark.
        """
        for move in reversed(part.moves):
            limb = self.limbs[move.limb]
            if name[:-2] in limb.landmarks and name.endswith(f"_{move.side[0]}"):
                return limb_landmark(limb, name[:-2], move.pose(way))
        return self.views[part.view].landmarks[name]

    def step(self, step_id: str, side: str) -> StepFigure | None:
        step = self.steps.get(step_id)
        return step.for_side(side) if step else None
