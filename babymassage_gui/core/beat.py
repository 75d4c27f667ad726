"""Where the hands are at an instant of a step: which side, which repetition, stroking or holding.

The figure, the counts and later the spoken numbers all read this one function, so they never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.plan import SETTLE_SECONDS, PlannedStep


class Motion(StrEnum):
    """What the hands do: find their place, stroke, or rest in the hold of a repetition."""

    SETTLE = "settle"
    STROKE = "stroke"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Beat:
    """`repetition` counts from 1 to `of`; `fraction` 0..1 is the way through the settle, stroke or hold.

    `stroke_share` is the stroke's part of its repetition, which is all of it where there is no hold.
    """

    side: Side
    pass_index: int
    repetition: int
    of: int
    motion: Motion
    fraction: float
    stroke_share: float = field(default=1.0, compare=False)


def beat_at(planned: PlannedStep, elapsed: float) -> Beat:
    """The beat after so many seconds of a step; after its end, the last instant of the last repetition.

    The seconds for settling are shared among the sides, so that each change of side has its pause.
    """
    if planned.clock_seconds is not None:
        share = min(1.0, elapsed / planned.clock_seconds) if planned.clock_seconds else 1.0
        return Beat(planned.passes[0].side, 0, 1, 1, Motion.HOLD, share)
    beat, stroke = Beat(planned.passes[0].side, 0, 1, 1, Motion.SETTLE, 0.0), 0.0
    settle, strokes = SETTLE_SECONDS / len(planned.passes), iter(planned.strokes)
    left = max(0.0, elapsed)
    for index, one in enumerate(planned.passes):
        if left < settle:
            return Beat(one.side, index, 1, one.reps, Motion.SETTLE, left / settle)
        left -= settle
        for repetition, stroke in enumerate(islice(strokes, one.reps), 1):
            beat = Beat(one.side, index, repetition, one.reps, Motion.STROKE, 0.0)
            if left < stroke + planned.hold_seconds:
                return _within(beat, stroke, planned.hold_seconds, left)
            left -= stroke + planned.hold_seconds
    return _within(beat, stroke, planned.hold_seconds, stroke + planned.hold_seconds)


def _within(beat: Beat, stroke: float, hold: float, seconds: float) -> Beat:
    """The beat `seconds` into its repetition."""
    if hold and seconds >= stroke:
        motion, fraction = Motion.HOLD, (seconds - stroke) / hold
    else:
        motion, fraction = Motion.STROKE, seconds / stroke if stroke else 1.0
    share = stroke / (stroke + hold) if stroke + hold else 1.0
    return Beat(beat.side, beat.pass_index, beat.repetition, beat.of, motion, min(1.0, fraction), share)
