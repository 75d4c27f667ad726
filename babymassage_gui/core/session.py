"""The state of a session: a frozen value without a clock; each question about time is asked at an instant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from babymassage_gui.core.beat import Beat, beat_at
from babymassage_gui.core.catalogue import Block, Position, Step
from babymassage_gui.core.countdown import Countdown
from babymassage_gui.core.history import Ending, StepOutcome, StepRecord
from babymassage_gui.core.plan import TURN_TO, PlannedStep, Turns, lies_after, lies_before
from babymassage_gui.core.session_table import TABLE, Move, PauseReason, Phase

COUNT_IN_SECONDS = 3.0
RESTING_SECONDS = 60.0
# More time to get ready where a product must first be wiped off the hands (content-spec 3.1, an estimate).
WIPE_SECONDS = 10.0
# A longer silence between two heartbeats is a sleeping computer, not a slow one.
GAP_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Happening:
    """What a move brought about, at the instant it fell due.

    `phase` is the phase entered or kept, `active_seconds` the time in steps so far; `closed` the step that ended
    with it, if one did; `pause` and `ending` their reasons; `started` says that a step began from its start.
    """

    at: float
    move: Move
    phase: Phase
    index: int
    active_seconds: float
    closed: tuple[StepRecord, ...] = ()
    started: bool = False
    pause: PauseReason | None = None
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """The state of a session.

    `index` is the step in hand; `step_clock` its countdown, kept while paused; `wait` the countdown of get-ready
    or resting; `lying` how the baby lies; `records` the steps so far; `last_beat` the last instant told. `oily`: there
    may be a product on the hands.
    """

    steps: tuple[PlannedStep, ...]
    turns: Turns
    phase: Phase
    index: int
    step_clock: Countdown
    wait: Countdown
    last_beat: float
    lying: Position = Position.SUPINE
    records: tuple[StepRecord, ...] = ()
    wait_at_turns: bool = False
    gap_seconds: float = GAP_SECONDS
    pause: PauseReason | None = None
    ending: Ending | None = None
    oily: bool = False

    @property
    def planned(self) -> PlannedStep:
        """The step in hand."""
        return self.steps[self.index]

    @property
    def is_last(self) -> bool:
        """Whether no step follows the one in hand."""
        return self.index == len(self.steps) - 1

    @property
    def must_wipe(self) -> bool:
        """Whether the hands must be wiped, one then the other, before the step in hand: it allows no product (C-11)."""
        return self.oily and not self.planned.step.oil

    def allows(self, move: Move) -> bool:
        """Whether the table holds the move in this phase."""
        return (self.phase, move) in TABLE

    def active_seconds(self, at: float) -> float:
        """Time in steps, pauses and get-ready not counted."""
        running = 0.0 if self.phase is Phase.ENDED else self.step_clock.elapsed(at)
        return sum(record.seconds for record in self.records) + running

    def seconds_left(self, at: float) -> float:
        """Time in steps still to come, by the plan."""
        if self.phase is Phase.ENDED:
            return 0.0
        return self.step_clock.remaining(at) + sum(s.seconds for s in self.steps[self.index + 1 :])

    def beat(self, at: float) -> Beat:
        """Where the hands are in the step in hand."""
        return beat_at(self.planned, self.step_clock.elapsed(at))


def begin(
    steps: tuple[PlannedStep, ...],
    turns: Turns,
    at: float,
    *,
    ready_seconds: float,
    index: int = 0,
    records: tuple[StepRecord, ...] = (),
    wait_at_turns: bool = False,
    gap_seconds: float = GAP_SECONDS,
) -> Session:
    """A session that gets ready for its first step, or after a cut for the step at `index`.

    Raises:
        ValueError: there are no steps, or the index is none of theirs.
    """
    if not 0 <= index < len(steps):
        raise ValueError(f"a session of {len(steps)} steps cannot begin at step {index}")
    session = Session(
        steps, turns, Phase.READY, index, Countdown(0), Countdown(ready_seconds, running_since=at), at,
        records=records, wait_at_turns=wait_at_turns, gap_seconds=gap_seconds,
        oily=any(planned.product for planned in steps[:index]),
    )  # fmt: skip
    return getting_ready(arrive(session, index), at, ready_seconds)


def getting_ready(session: Session, at: float, seconds: float = COUNT_IN_SECONDS) -> Session:
    """The wait before the step in hand, longer where the hands must be wiped first."""
    return replace(session, wait=Countdown(seconds + WIPE_SECONDS * session.must_wipe, running_since=at))


def arrive(session: Session, index: int) -> Session:
    """Take up a step: pass over a turn that is not needed, put in one that is."""
    while _needless_turn(session, index):
        index += 1
    needed = lies_before(session.steps[index].step)
    steps = session.steps
    if not steps[index].step.is_turn and needed is not None and needed is not session.lying:
        steps = (*steps[:index], session.turns.to(needed), *steps[index:])
    return replace(session, steps=steps, index=index, step_clock=Countdown(steps[index].seconds))


def _needless_turn(session: Session, index: int) -> bool:
    step = session.steps[index].step
    return step.is_turn and lies_after(step) is session.lying and index < len(session.steps) - 1


def _put_in_for(step: Step, turn_id: str) -> bool:
    """Whether the turn of that id brings the baby to lie as the step needs it."""
    needed = None if step.is_turn else lies_before(step)
    return needed is not None and TURN_TO[needed] == turn_id


def next_block_index(session: Session) -> int:
    """Where the next part of the session begins: the first later step of another part that is no turn."""
    here = session.planned.step.block
    parts = (Block.START, here)
    later = range(session.index + 1, len(session.steps))
    return next((i for i in later if session.steps[i].step.block not in parts), len(session.steps) - 1)


def on_the_back_index(session: Session) -> int:
    """Where the session goes on if the baby is turned back: the first later step that is done on the back."""
    later = range(session.index + 1, len(session.steps))
    supine = (i for i in later if lies_before(session.steps[i].step) is Position.SUPINE)
    return next((i for i in supine if not session.steps[i].step.is_turn), len(session.steps) - 1)


def index_after(steps: tuple[PlannedStep, ...], records: tuple[StepRecord, ...]) -> int:
    """Where a session that was cut off goes on: behind the last step that was over, as far as steps remain.

    A turn that the plan lacks was put in for the step in hand, and leaves the session there.
    """
    index = 0
    for record in records:
        if index < len(steps) and _put_in_for(steps[index].step, record.step_id):
            continue
        ahead = [i for i in range(index, len(steps)) if steps[i].step.id == record.step_id]
        behind = [i for i in range(index) if steps[i].step.id == record.step_id]
        found = ahead[:1] or behind[-1:]
        if found:
            index = found[0] + (record.outcome is not StepOutcome.INTERRUPTED)
    return min(index, len(steps) - 1)
