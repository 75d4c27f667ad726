"""Where the hands are at an instant of a step: which side, which repetition, stroking or holding.

The figure, the counts and later the spoken numbers all read this one function, so they never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.plan import SETTLE_SECONDS, PlannedStep


class Motion(StrEnum):
    """What the hands do: find their place, stroke, or rest in the hold of a repetition."""

    SETTLE = "settle"
    STROKE = "stroke"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Beat:
    """`repetition` counts from 1 to `of`; `fraction` 0..1 is the way through the settle, stroke or hold."""

    side: Side
    pass_index: int
    repetition: int
    of: int
    motion: Motion
    fraction: float


def beat_at(planned: PlannedStep, elapsed: float) -> Beat:
    """The beat after so many seconds of a step; after its end, the last instant of the last repetition.

    The seconds for settling are shared among the sides, so that each change of side has its pause.
    """
    if planned.clock_seconds is not None:
        share = min(1.0, elapsed / planned.clock_seconds) if planned.clock_seconds else 1.0
        return Beat(planned.passes[0].side, 0, 1, 1, Motion.HOLD, share)
    settle = SETTLE_SECONDS / len(planned.passes)
    each = planned.rep_seconds + planned.hold_seconds
    left = max(0.0, elapsed)
    index = 0
    while index < len(planned.passes) - 1 and left >= settle + planned.passes[index].reps * each:
        left -= settle + planned.passes[index].reps * each
        index += 1
    one = planned.passes[index]
    if left < settle:
        return Beat(one.side, index, 1, one.reps, Motion.SETTLE, left / settle)
    into = min(left - settle, one.reps * each)
    repetition = min(one.reps - 1, int(into / each))
    beat = Beat(one.side, index, repetition + 1, one.reps, Motion.STROKE, 0.0)
    return _within(planned, beat, into - repetition * each)


def _within(planned: PlannedStep, beat: Beat, seconds: float) -> Beat:
    """The beat `seconds` into its repetition."""
    if planned.hold_seconds and seconds >= planned.rep_seconds:
        motion, fraction = Motion.HOLD, (seconds - planned.rep_seconds) / planned.hold_seconds
    else:
        motion, fraction = Motion.STROKE, seconds / planned.rep_seconds if planned.rep_seconds else 1.0
    return Beat(beat.side, beat.pass_index, beat.repetition, beat.of, motion, min(1.0, fraction))
