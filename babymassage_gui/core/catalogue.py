"""What is taught: steps, routines, no-go areas and checks, as the content files give them.

The types mirror the columns of the specification's tables (content-spec 3.2, 3.3, 3.6, 3.8). They hold no
text of the interface and no rule; the rules are in the planner, the check-in and the growth rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from babymassage_gui.core.age import AgeLimit
from babymassage_gui.core.checks import Check
from babymassage_gui.core.reference import Fact, Reference


class Zone(StrEnum):
    """Where on the baby a step works (column Zone)."""

    PREP = "prep"
    FEET = "feet"
    LEGS = "legs"
    HANDS = "hands"
    ARMS = "arms"
    TUMMY = "tummy"
    CHEST = "chest"
    BACK = "back"
    SIDE = "side"
    BUTTOCKS = "buttocks"
    COLLAR = "collar"
    FACE = "face"
    EARS = "ears"
    HEAD = "head"
    GYM = "gym"
    PRONE = "prone"
    SPECIAL = "special"
    FINISH = "finish"


class Block(StrEnum):
    """The parts of a session that a parent sees: feet go with legs, hands with arms, side with back."""

    START = "start"
    LEGS = "legs"
    ARMS = "arms"
    TUMMY = "tummy"
    CHEST = "chest"
    BACK = "back"
    HEAD = "head"
    MOVES = "moves"
    SPECIAL = "special"
    FINISH = "finish"


BLOCK_OF_ZONE: Mapping[Zone, Block] = {
    Zone.PREP: Block.START,
    Zone.FEET: Block.LEGS,
    Zone.LEGS: Block.LEGS,
    Zone.HANDS: Block.ARMS,
    Zone.ARMS: Block.ARMS,
    Zone.TUMMY: Block.TUMMY,
    Zone.CHEST: Block.CHEST,
    Zone.BACK: Block.BACK,
    Zone.SIDE: Block.BACK,
    Zone.BUTTOCKS: Block.BACK,
    Zone.COLLAR: Block.BACK,
    Zone.FACE: Block.HEAD,
    Zone.EARS: Block.HEAD,
    Zone.HEAD: Block.HEAD,
    Zone.GYM: Block.MOVES,
    Zone.PRONE: Block.MOVES,
    Zone.SPECIAL: Block.SPECIAL,
    Zone.FINISH: Block.FINISH,
}


class Position(StrEnum):
    """How the baby lies or is held."""

    SUPINE = "supine"
    PRONE = "prone"
    ON_SIDE = "on the side"
    HELD = "held"
    HELD_SUPINE = "held, supine"
    HELD_PRONE = "held, prone"
    HELD_UPRIGHT = "held upright"


class Side(StrEnum):
    """The baby's side that a pass of a step works on; `both` is one pass for the whole."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    ALTERNATING = "alternating"
    AFFECTED = "affected"


class Mode(StrEnum):
    """Guided by the program, shown in person first, or only as the doctor said."""

    GUIDED = "guided"
    PRO_SHOWN = "pro-shown"
    DOCTOR_GATED = "doctor-gated"


class Supervision(StrEnum):
    """Column Sup: none, a hand never leaves the baby, or shown in person."""

    NONE = "none"
    HAND_ON = "hand on"
    SHOWN = "shown"


class NoGoLevel(StrEnum):
    """`never`: no contact at all; `light`: a hand may slide over without weight."""

    NEVER = "never"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Range:
    """A number that grows with the session's length: at 3 minutes, and at the age's longest session."""

    start: int
    full: int


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A landmark that a stroke passes; `lifted` means that the hand is off the skin there."""

    at: str
    text: str
    lifted: bool = False


Stroke = tuple[PathPoint, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One move, all columns of content-spec 3.3. Seconds are estimates, to be tuned in the content file.

    `min_age` None means "as prescribed"; `if_wished` is an earlier age at which the parent may turn the step on;
    `full_form` the age from which it may be done fully; `gives_way_to` the step that is played in its place where
    the age allows both; `own_clock` steps have minutes of their own by age.
    """

    id: str
    zone: Zone
    title: str
    instruction: str
    caution: str
    position: Position
    position_after: Position
    technique: str
    hand: str
    sides: tuple[Side, ...]
    strokes: tuple[Stroke, ...]
    path_note: str
    no_go: tuple[str, ...]
    reps_young: Range | None
    reps_old: Range | None
    seconds_per_rep: int
    hold_seconds: Range
    min_age: AgeLimit | None
    mode: Mode
    supervision: Supervision
    oil: bool
    priority: int
    facts: tuple[str, ...]
    if_wished: AgeLimit | None = None
    full_form: AgeLimit | None = None
    gives_way_to: str | None = None
    own_clock: bool = False
    set_by_doctor: bool = False

    @property
    def block(self) -> Block:
        """The part of the session that this step is shown under."""
        return BLOCK_OF_ZONE[self.zone]

    @property
    def is_turn(self) -> bool:
        """Turning over; put in by the planner, never chosen."""
        return self.zone is Zone.PREP and self.position is not self.position_after

    @property
    def is_rub(self) -> bool:
        """Rubbing: only after a stroke of the same zone (ORD-03)."""
        return self.technique == "rubbing"

    @property
    def is_stroke(self) -> bool:
        """Stroking of any kind, after which the same zone may be rubbed."""
        return "strok" in self.technique or "gliding" in self.technique


class Gate(StrEnum):
    """What must be answered before a routine is played, besides the age."""

    DOCTOR = "doctor"
    NAVEL = "navel"
    NOT_CRYING = "not-crying"
    NO_HERNIA = "no-hernia"
    SHOWN = "shown"
    PRESCRIBED = "prescribed"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True)
class Routine:
    """A named list of steps for one purpose (content-spec 3.2).

    `ages` None means any age (doll practice). `moves_target`: whether its sessions move the growth rule.
    `most_repetitions` caps every step (`mini`: 4); `cap_minutes` the session. A routine without steps `wraps` others.
    """

    id: str
    title: str
    purpose: str
    opens: AgeLimit | None
    opens_early: AgeLimit | None
    closes: AgeLimit | None
    gates: tuple[Gate, ...]
    steps: tuple[str, ...]
    facts: tuple[str, ...]
    cap_minutes: int | None = None
    most_repetitions: int | None = None
    moves_target: bool = True
    with_baby: bool = True
    stirring: bool = False
    wraps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderVariant:
    """An order of the parts that the parent may choose for some routines (C-03, content-spec 3.2).

    The step `opens_with` comes before all `blocks`, the step `prone_with` at the beginning of its own.
    """

    id: str
    routines: tuple[str, ...]
    blocks: tuple[Block, ...]
    facts: tuple[str, ...]
    opens_with: str = ""
    prone_with: str = ""


@dataclass(frozen=True, slots=True)
class NoGoArea:
    """A part of the body that is never touched, or only lightly (content-spec 3.8)."""

    code: str
    name: str
    views: tuple[str, ...]
    shape: str
    level: NoGoLevel
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All content, by id, in file order; facts, checks and `reference` are empty where only a session is asked for."""

    steps: Mapping[str, Step]
    routines: Mapping[str, Routine]
    no_go: Mapping[str, NoGoArea]
    facts: Mapping[str, Fact]
    checks: Mapping[str, Check]
    landmarks: Mapping[str, tuple[str, ...]]
    own_clock_minutes: tuple[tuple[AgeLimit, Range], ...]
    reference: Reference = field(default_factory=Reference)
    orders: Mapping[str, OrderVariant] = field(default_factory=dict)

    def steps_of(self, routine: Routine) -> tuple[Step, ...]:
        """The routine's steps as listed, turns included."""
        return tuple(self.steps[step_id] for step_id in routine.steps)
