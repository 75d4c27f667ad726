"""What the session page shows at an instant, computed from the session's state: no widget, no clock."""

from __future__ import annotations

import math
from dataclasses import dataclass

from babymassage_gui.core.beat import Beat, Motion
from babymassage_gui.core.catalogue import Block, Position, Side
from babymassage_gui.core.session import Session
from babymassage_gui.core.session_table import Phase as SessionPhase
from babymassage_gui.gui.pages.sheet import Pace, StepWords
from babymassage_gui.gui.text import Words, clock_text
from babymassage_gui.gui.theme import Phase
from babymassage_gui.gui.widgets.rings import RingState

# In the numeral's place while the parent is waited for; nothing that looks as if it could be pressed.
WAITING_ICON = "hourglass-medium"
# Of a repetition, which takes two seconds at least.
RING_LEAPS = 32


@dataclass(frozen=True, slots=True)
class BodyZone:
    """A part of the body in this session, with its seconds."""

    block: Block
    seconds: float


def body_zones(session: Session) -> tuple[BodyZone, ...]:
    """The parts in the order of the hands, without start, turns and finish."""
    seconds: dict[Block, float] = {}
    for planned in session.steps:
        block = planned.step.block
        if block not in (Block.START, Block.FINISH):
            seconds[block] = seconds.get(block, 0.0) + planned.seconds
    return tuple(BodyZone(block, total) for block, total in seconds.items())


def zone_progress(session: Session, at: float) -> tuple[int, float]:
    """Which part is running, and how far it is, 0..1: before the first the first, at the finish past the last."""
    zones = body_zones(session)
    ahead = (s.step.block for s in session.steps[session.index :])
    block = next((b for b in ahead if b is not Block.START), Block.FINISH)
    current = next((i for i, zone in enumerate(zones) if zone.block is block), len(zones))
    if current == len(zones) or session.planned.step.block is not block:
        return current, 0.0
    before = sum(s.seconds for s in session.steps[: session.index] if s.step.block is block)
    return current, min(1.0, (before + session.step_clock.elapsed(at)) / zones[current].seconds)


def mat_phase(session: Session, at: float) -> Phase:
    """Which mat lies under the baby."""
    if session.phase is SessionPhase.READY:
        return Phase.READY
    return Phase.HOLD if session.beat(at).motion is Motion.HOLD else Phase.STROKE


def step_words(session: Session, words: Words) -> StepWords:
    """What the sheet says of the step in hand.

    Before a dry step after oil it says to wipe the hands (3.1, C-11), before another part of a little more of it.
    """
    step = session.planned.step
    if session.phase is not SessionPhase.READY:
        return StepWords(step.title, step.instruction, step.caution)
    if session.must_wipe:
        return StepWords(step.title, words.wipe(), "")
    return StepWords(step.title, words.oil() if session.oiling else step.instruction, "")


def pace_of(session: Session, at: float, words: Words) -> Pace:
    """Ring, count and times of the sheet."""
    left = clock_text(math.ceil(session.seconds_left(at)))
    if session.waiting:
        return Pace(RingState(1), "", "", left, words.left(), WAITING_ICON)
    if session.phase is SessionPhase.READY:
        seconds = math.ceil(session.wait.remaining(at))
        segments = max(1, math.ceil(session.wait.total))
        gone = session.wait.elapsed(at)
        return Pace(RingState(segments, int(gone), gone - int(gone)), str(seconds), "", left, words.left())
    beat = session.beat(at)
    say = words.lying if session.planned.step.position is Position.ON_SIDE else words.repetition
    count = words.hold() if beat.motion is Motion.HOLD else say(beat.side, beat.repetition, beat.of)
    if session.planned.clock_seconds is not None or (session.planned.passes[0].reps == 1 and beat.side is Side.BOTH):
        count = words.hold() if session.planned.clock_seconds is not None else ""
    number = str(math.ceil(session.step_clock.remaining(at)))
    return Pace(_ring(beat), number, count, left, words.left())


def _ring(beat: Beat) -> RingState:
    """One segment a repetition; a hold goes on in the segment of its stroke."""
    if beat.motion is Motion.SETTLE:
        return RingState(beat.of)
    share = beat.stroke_share
    within = beat.fraction * share if beat.motion is Motion.STROKE else share + beat.fraction * (1 - share)
    # In small leaps that no eye sees: each paints the sheet's top row anew.
    return RingState(beat.of, beat.repetition - 1, math.floor(within * RING_LEAPS) / RING_LEAPS)


def what_comes_next(session: Session, at: float, words: Words) -> str:
    """The words of the "Next" chip: the other side of this step, the next step, or the end."""
    if session.phase is SessionPhase.STEP:
        following = session.planned.passes[session.beat(at).pass_index + 1 :]
        if following:
            lying = session.planned.step.position is Position.ON_SIDE
            return words.other_side(following[0].side, lying=lying)
    return words.the_end() if session.is_last else session.steps[session.index + 1].step.title
