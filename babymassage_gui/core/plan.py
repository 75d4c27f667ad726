"""A plan: the steps of one session with their repetitions and seconds, and what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babymassage_gui.core.catalogue import Block, Position, Side, Step

# Reading the step and moving the hands there, part of every step (EST, content-spec 3.5).
SETTLE_SECONDS = 4.0
# The only no-go areas that can become light, and only for the one glide that may have been shown for it (C-19).
LOIN = ("LOWBACK", "KIDNEY")
TURN_TO = {Position.PRONE: "turn-tummy", Position.SUPINE: "turn-back"}


@dataclass(frozen=True, slots=True)
class Pass:
    """So many repetitions on one side."""

    side: Side
    reps: int


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step as it will be played.

    `rep_seconds` and `hold_seconds` are one repetition's; `clock_seconds` is the length of a step with a clock
    of its own, which does not count toward the session's target (content-spec 3.3, `tummy-rest`). `product`: there may
    be a product on the hands (C-11). `light`: codes of no-go areas that a hand may slide over today (C-19).
    `wide_ring`: four fingers stay off the navel instead of two (C-18). `half_form`: only half of the move at this age.
    `paced`: the stroke seconds of each repetition in their order, where they are not all `rep_seconds`; `as_planned`:
    the step at the plan's own pace, where it is played at another.
    """

    step: Step
    passes: tuple[Pass, ...]
    rep_seconds: float
    hold_seconds: float
    clock_seconds: float | None = None
    product: bool = False
    light: tuple[str, ...] = ()
    wide_ring: bool = False
    half_form: bool = False
    paced: tuple[float, ...] = ()
    as_planned: PlannedStep | None = None

    @property
    def repetitions(self) -> int:
        """How many in all passes together."""
        return sum(p.reps for p in self.passes)

    @property
    def strokes(self) -> tuple[float, ...]:
        """The stroke seconds of each repetition, without its hold, in their order."""
        return self.paced or (self.rep_seconds,) * self.repetitions

    @property
    def seconds(self) -> float:
        """How long it is played."""
        if self.clock_seconds is not None:
            return self.clock_seconds
        stroking = sum(self.paced) if self.paced else self.repetitions * self.rep_seconds
        return stroking + self.repetitions * self.hold_seconds + SETTLE_SECONDS

    @property
    def counted_seconds(self) -> float:
        """What it adds to the session's length."""
        return 0.0 if self.clock_seconds is not None else self.seconds


class Omission(StrEnum):
    """Why a step of the routine is not in today's plan.

    `HERNIA` to `SKIPPED` are said in the wish: a bulge (C-26), bones or hips (C-40), sore skin (C-45), gums (C-44), the
    place of a vaccine (EXT-03), a part that is passed over today (STO-05).
    """

    TOO_YOUNG = "too-young"
    NOT_AT_THIS_AGE = "not-at-this-age"
    OTHER_FORM = "other-form"
    TURNED_OFF = "turned-off"
    NOT_SHOWN = "not-shown"
    NOT_PRESCRIBED = "not-prescribed"
    HERNIA = "hernia"
    BONES = "bones"
    SORE_SKIN = "sore-skin"
    GUMS = "gums"
    VACCINE = "vaccine"
    SKIPPED = "skipped"
    BESIDE_CALM = "beside-calm"
    NO_STROKE_BEFORE = "no-stroke-before"
    NO_TIME = "no-time"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A step that is not played, the reason, and for an age the day on which it opens."""

    step: Step
    reason: Omission
    opens_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A session to be: `minutes` aimed at, the steps with the turns put in, and what was left out."""

    routine_id: str
    minutes: int
    steps: tuple[PlannedStep, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def seconds(self) -> float:
        """The length that counts toward the target."""
        return sum(step.counted_seconds for step in self.steps)

    @property
    def moves(self) -> int:
        """Steps that are not turns."""
        return sum(not step.step.is_turn for step in self.steps)

    @property
    def turns(self) -> int:
        """How often the baby is turned over."""
        return sum(step.step.is_turn for step in self.steps)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The parts of the body in the order of the hands, without start and finish."""
        shown = (s.step.block for s in self.steps if s.step.block not in (Block.START, Block.FINISH))
        return tuple(dict.fromkeys(shown))


def lies_after(step: Step) -> Position:
    """How the baby lies once the step is done: held steps end supine, `held, prone` ends prone (3.5, Turns)."""
    match step.position_after:
        case Position.HELD_PRONE:
            return Position.PRONE
        case Position.HELD | Position.HELD_SUPINE | Position.HELD_UPRIGHT:
            return Position.SUPINE
        case position:
            return position


def lies_before(step: Step) -> Position | None:
    """How the baby must lie for the step to begin; None for a step on the side, entered from anywhere."""
    match step.position:
        case Position.ON_SIDE:
            return None
        case Position.PRONE | Position.HELD_PRONE:
            return Position.PRONE
        case _:
            return Position.SUPINE


@dataclass(frozen=True, slots=True)
class Turns:
    """The two turns, planned, for the moment when the parent's way through the steps needs one more."""

    to_front: PlannedStep
    to_back: PlannedStep

    def to(self, position: Position) -> PlannedStep:
        """The turn that ends in that position."""
        return self.to_front if position is Position.PRONE else self.to_back
