"""The state of a session: a frozen value without a clock; each question about time is asked at an instant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from babymassage_gui.core.beat import Beat, beat_at
from babymassage_gui.core.catalogue import Position
from babymassage_gui.core.countdown import Countdown
from babymassage_gui.core.history import Ending, StepRecord
from babymassage_gui.core.pacing import USUAL_TEMPO, all_at_tempo
from babymassage_gui.core.plan import PlannedStep, Turns, lies_after, lies_before
from babymassage_gui.core.session_table import TABLE, Boundary, Move, PauseReason, Phase

COUNT_IN_SECONDS = 3.0
RESTING_SECONDS = 60.0
# More time to get ready where a product must first be wiped off the hands (content-spec 3.1, an estimate).
WIPE_SECONDS = 10.0
# A little oil between two parts of the body, where a product is in use (an estimate).
OIL_SECONDS = 8.0
# A longer silence between two heartbeats is a sleeping computer, not a slow one.
GAP_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Happening:
    """What a move brought about, at the instant it fell due.

    `phase` is the phase entered or kept, `active_seconds` the time in steps so far; `closed` the step that ended
    with it, if one did; `pause` and `ending` their reasons; `started` says that a step began from its start. Without an
    `ending` the phase "ended" says that the session was set down, to be gone on with another time.
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
    or resting, which stands still while it waits for the parent; `lying` how the baby lies; `records` the steps so far;
    `last_beat` the last instant told. `oily`: there may be a product on the hands; `oiling`: this is the time for a
    little more of it, `oil_seconds` long, 0 for none. `waits`: where the parent is waited for. `tempo` of the strokes.
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
    waits: frozenset[Boundary] = frozenset()
    gap_seconds: float = GAP_SECONDS
    oil_seconds: float = 0.0
    tempo: int = USUAL_TEMPO
    pause: PauseReason | None = None
    ending: Ending | None = None
    oily: bool = False
    oiling: bool = False

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

    @property
    def wait_at_turns(self) -> bool:
        """Whether a turn lasts until the parent says that it is done."""
        return not self.waits.isdisjoint((Boundary.TURN, Boundary.STEP))

    @property
    def waiting(self) -> bool:
        """Whether the step in hand begins when the parent says so, and not before."""
        return self.phase is Phase.READY and self.wait.running_since is None

    @property
    def may_go(self) -> bool:
        """Whether "go on" means the step in hand: it is waited for, or there is time for a little oil."""
        return self.waiting or (self.phase is Phase.READY and self.oiling)

    @property
    def begins_part(self) -> bool:
        """Whether the step in hand is the first of another part of the body, turns not counted."""
        before = [one.step.block for one in self.steps[: self.index] if not one.step.is_turn]
        return not self.planned.step.is_turn and bool(before) and before[-1] is not self.planned.step.block

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
    waits: frozenset[Boundary] = frozenset(),
    gap_seconds: float = GAP_SECONDS,
    oil_seconds: float = 0.0,
    tempo: int = USUAL_TEMPO,
) -> Session:
    """A session that gets ready for its first step, or after a cut for the step at `index`.

    Raises:
        ValueError: there are no steps, or the index is none of theirs.
    """
    if not 0 <= index < len(steps):
        raise ValueError(f"a session of {len(steps)} steps cannot begin at step {index}")
    session = Session(
        (*steps[:index], *all_at_tempo(steps[index:], tempo)), turns, Phase.READY, index, Countdown(0),
        Countdown(ready_seconds, running_since=at), at, records=records, waits=waits, gap_seconds=gap_seconds,
        oil_seconds=oil_seconds, tempo=tempo, oily=any(planned.product for planned in steps[:index]),
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
