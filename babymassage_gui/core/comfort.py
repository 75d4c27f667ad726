"""Comfort by place: which parts of the body were massaged how long, and where massages ended early.

Only what a baby may have had enough of counts as an early end here: falling asleep is none, nor is a parent who was
called away. Parts of a log are counted alone and put `together`, so that a long one need not be counted at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from babymassage_gui.core.catalogue import Block, Step
from babymassage_gui.core.history import Ending, SessionRecord, StepOutcome

# A part of the body in the order in which it is shown.
PLACES = (Block.LEGS, Block.ARMS, Block.CHEST, Block.TUMMY, Block.BACK, Block.HEAD, Block.MOVES)
_HAD_ENOUGH = (Ending.EARLY, Ending.SPAT_UP, Ending.SOMETHING_WRONG)
# So many moves after a turn an early end may well be the turn's.
_AFTER_TURNING = 2
# Of fewer early ends nothing is concluded.
_LEAST_TOLD = 3


class Pattern(StrEnum):
    """What the early ends have in common."""

    NONE = "none"
    FEW = "few"
    TURNING = "turning"
    PLACE = "place"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the body: minutes, the massages that came there, and how many of them ended there early."""

    block: Block
    minutes: float
    massages: int
    early: int

    @property
    def comfort(self) -> float:
        """Of the massages that came there the part (0..1) that went on."""
        return 1 - self.early / self.massages


@dataclass(frozen=True, slots=True)
class Comfort:
    """Counted: seconds and massages by part, early ends by part and by step, and how many came after turning over.

    `stops` are the early ends of which the log knows where they came.
    """

    seconds: Mapping[Block, float] = field(default_factory=Counter)
    massages: Mapping[Block, int] = field(default_factory=Counter)
    early: Mapping[Block, int] = field(default_factory=Counter)
    steps: Mapping[str, int] = field(default_factory=Counter)
    stops: int = 0
    after_turning: int = 0

    @property
    def places(self) -> tuple[Place, ...]:
        """The parts that a massage came to."""
        return tuple(
            Place(block, self.seconds.get(block, 0.0) / 60, self.massages[block], self.early.get(block, 0))
            for block in PLACES
            if self.massages.get(block)
        )

    @property
    def pattern(self) -> tuple[Pattern, Block | None]:
        """What most early ends have in common, and the part if it is one."""
        if self.stops < _LEAST_TOLD:
            return (Pattern.FEW if self.stops else Pattern.NONE), None
        if self.after_turning * 2 > self.stops:
            return Pattern.TURNING, None
        most = max(self.early, key=lambda block: self.early[block], default=None)
        return (Pattern.SPREAD, None) if most is None or self.early[most] * 2 <= self.stops else (Pattern.PLACE, most)

    @property
    def hardest_step(self) -> tuple[str, int] | None:
        """The step during which most massages ended early, and how many; None where no step stands out."""
        first, second = (*sorted(self.steps.items(), key=lambda pair: (-pair[1], pair[0])), ("", 0), ("", 0))[:2]
        return first if first[1] > max(1, second[1]) else None


def comfort_of(sessions: Iterable[SessionRecord], taught: Mapping[str, Step]) -> Comfort:
    """Count some massages; `taught` are the steps by id. A step that is no longer taught belongs to no part."""
    seconds: Counter[Block] = Counter()
    massages: Counter[Block] = Counter()
    early: Counter[Block] = Counter()
    steps: Counter[str] = Counter()
    stops = turned = 0
    # Turning over is no place: it is told of by itself.
    blocks = {step.id: step.block for step in taught.values() if not step.is_turn}
    for session in sessions:
        came = set()
        for record in session.steps:
            block = blocks.get(record.step_id)
            if block is not None and record.outcome is not StepOutcome.SKIPPED:
                seconds[block] += record.seconds  # type: ignore[assignment]  # Counter is typed for whole numbers
                came.add(block)
        massages.update(came)
        if stopped_in_a_step(session):
            stops += 1
            turned += _after_turning(session, taught)
            last = session.steps[-1].step_id
            steps[last] += last in taught
            early.update(came & {blocks.get(last)})
    return Comfort(seconds, massages, early, steps, stops, turned)


def together(first: Comfort, second: Comfort) -> Comfort:
    """Two counts as one."""
    return Comfort(
        Counter(first.seconds) + Counter(second.seconds),
        Counter(first.massages) + Counter(second.massages),
        Counter(first.early) + Counter(second.early),
        Counter(first.steps) + Counter(second.steps),
        first.stops + second.stops,
        first.after_turning + second.after_turning,
    )


def stopped_in_a_step(session: SessionRecord) -> bool:
    """Whether the baby may have had enough, and the log knows where: by hand nobody saw it."""
    if not session.steps or session.ending not in _HAD_ENOUGH:
        return False
    return session.steps[-1].outcome is not StepOutcome.SKIPPED


def _after_turning(session: SessionRecord, taught: Mapping[str, Step]) -> bool:
    """Whether it ended in a turn, or in one of the first moves after it."""
    last = [taught.get(record.step_id) for record in session.steps[-1 - _AFTER_TURNING :]]
    return any(step is not None and step.is_turn for step in last)
