"""A step in hand becomes longer, shorter, slower or faster; always in whole repetitions, never one that has begun.

The session keeps its length (content-spec 3.5): slower strokes are fewer, never more seconds; faster ones are not more,
so that step ends earlier. What a slower step leaves over, less than one repetition, goes to the steps behind it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from babymassage_gui.core.beat import Beat, Motion
from babymassage_gui.core.plan import Pass, PlannedStep

USUAL_TEMPO = 100
# Hundredths of the plan's own pace: never below half, never above one and a quarter (EST).
TEMPOS = (50, 60, 75, 90, 100, 110, 125)
# Seconds that two sums of the same numbers may differ by.
_HAIR = 1e-6


def slower(tempo: int) -> int:
    """The next tempo below, or the slowest."""
    return max((one for one in TEMPOS if one < tempo), default=TEMPOS[0])


def faster(tempo: int) -> int:
    """The next tempo above, or the fastest."""
    return min((one for one in TEMPOS if one > tempo), default=TEMPOS[-1])


def has_tempo(planned: PlannedStep) -> bool:
    """Whether there is a tempo in it: something is repeated, and it is neither a turn nor held by a clock."""
    return not planned.step.is_turn and planned.clock_seconds is None and any(one.reps > 1 for one in planned.passes)


def at_tempo(planned: PlannedStep, tempo: int, saved: float = 0.0) -> PlannedStep:
    """A step that has not begun, at a tempo; `saved` seconds of the steps before it may be used up."""
    full = planned.as_planned or planned
    if tempo == USUAL_TEMPO or not has_tempo(full):
        return full
    stroke = full.rep_seconds * USUAL_TEMPO / tempo
    room = full.repetitions * (full.rep_seconds + full.hold_seconds) + max(0.0, saved)
    share = min(1.0, (room + _HAIR) / (full.repetitions * (stroke + full.hold_seconds)))
    passes = tuple(replace(one, reps=max(1, math.floor(one.reps * share + _HAIR))) for one in full.passes)
    return replace(full, passes=passes, rep_seconds=stroke, as_planned=full)


def all_at_tempo(steps: Iterable[PlannedStep], tempo: int, saved: float = 0.0) -> tuple[PlannedStep, ...]:
    """Steps to come at a tempo; together they are not longer than they were planned to be, and `saved`."""
    found = []
    for one in steps:
        paced = at_tempo(one, tempo, saved)
        saved += (one.as_planned or one).seconds - paced.seconds
        found.append(paced)
    return tuple(found)


def from_here_at_tempo(planned: PlannedStep, tempo: int, beat: Beat) -> PlannedStep:
    """The step in hand at another tempo from its next repetition on; the one that has begun is ended as it began."""
    full = planned.as_planned or planned
    if not has_tempo(full):
        return planned
    begun, done = _begun(planned, beat), _repetitions_begun(planned, beat)
    stroke = full.rep_seconds * USUAL_TEMPO / tempo
    left = [one.reps - here for one, here in zip(planned.passes, begun, strict=True)]
    room = sum(planned.strokes[done:]) + sum(left) * planned.hold_seconds
    share = (room + _HAIR) / max(_HAIR, sum(left) * (stroke + planned.hold_seconds))
    passes = tuple(
        Pass(one.side, here + _of_the_rest(asked.reps - here, one.reps - here, share, least=0 if here else 1))
        for one, here, asked in zip(planned.passes, begun, full.passes, strict=True)
    )
    more = sum(one.reps for one in passes) - done
    paced = (*planned.strokes[:done], *(stroke,) * more)
    return replace(planned, passes=passes, rep_seconds=stroke, paced=paced, as_planned=full)


def _of_the_rest(asked: int, left: int, share: float, *, least: int) -> int:
    """So many of the repetitions left, as fit; not more than were asked for, and at least the least."""
    return max(least, min(max(asked, left), math.floor(left * share + _HAIR)))


def longer(planned: PlannedStep, seconds: float, pass_index: int) -> PlannedStep:
    """The same step with about so many more seconds: whole repetitions in one pass, at least one more."""
    if planned.clock_seconds is not None:
        return replace(planned, clock_seconds=planned.clock_seconds + seconds)
    more = max(1, round(seconds / (planned.rep_seconds + planned.hold_seconds)))
    paced, end = planned.paced, sum(one.reps for one in planned.passes[: pass_index + 1])
    full = planned.as_planned
    return replace(
        planned,
        passes=_with(planned.passes, pass_index, more),
        paced=(*paced[:end], *(planned.rep_seconds,) * more, *paced[end:]) if paced else (),
        as_planned=None if full is None else replace(full, passes=_with(full.passes, pass_index, more)),
    )


def shorter(planned: PlannedStep, seconds: float, elapsed: float, beat: Beat) -> PlannedStep:
    """The same step with about so many seconds less, at least one repetition if one can be spared.

    What has begun is ended, and each side to come keeps one repetition. A clock ends at once at the earliest.
    """
    if planned.clock_seconds is not None:
        return replace(planned, clock_seconds=max(elapsed, planned.clock_seconds - seconds))
    kept = [max(1, here) for here in _begun(planned, beat)]
    for _ in range(max(1, round(seconds / (planned.rep_seconds + planned.hold_seconds)))):
        spare = [one.reps - keep for one, keep in zip(planned.passes, kept, strict=True)]
        if not any(spare):
            break
        # The later of two sides that have as many: what is at hand is not broken off.
        planned = _one_less(planned, max(range(len(spare)), key=lambda index: (spare[index], index)))
    return planned


def _one_less(planned: PlannedStep, index: int) -> PlannedStep:
    end = sum(one.reps for one in planned.passes[: index + 1])
    paced = planned.paced
    return replace(planned, passes=_with(planned.passes, index, -1), paced=paced[: end - 1] + paced[end:])


def _with(passes: Sequence[Pass], index: int, more: int) -> tuple[Pass, ...]:
    return tuple(replace(one, reps=one.reps + more) if i == index else one for i, one in enumerate(passes))


def _begun(planned: PlannedStep, beat: Beat) -> list[int]:
    """How many repetitions of each pass have begun."""
    here = 0 if beat.motion is Motion.SETTLE else beat.repetition
    return [
        one.reps if index < beat.pass_index else here if index == beat.pass_index else 0
        for index, one in enumerate(planned.passes)
    ]


def _repetitions_begun(planned: PlannedStep, beat: Beat) -> int:
    return sum(_begun(planned, beat))
