"""What is heard in a step and when: a chime for each change, and lines that are spoken, none cut by the next.

Pure: a step gives its prompts as offsets into its own clock, so a pause moves them all. The front end owns the words; a
line says how many seconds it may take, and the fullest wording that fits is spoken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.plan import SETTLE_SECONDS, PlannedStep

# The next step is named so long before this one ends, in steps that are not shorter than the second number (EST).
NEXT_SECONDS, NEXT_FROM_SECONDS = 6.0, 20.0
# Two lines never begin nearer to each other (EST).
APART_SECONDS = 3.5
LAST_FROM_REPETITIONS = 3
# About 150 words a minute, as calm voices speak (EST).
LETTERS_PER_SECOND = 13.0


class Chime(StrEnum):
    """One sound a change."""

    READY = "ready"
    TICK = "tick"
    STEP = "step"
    TURN = "turn"
    HOLD = "hold"
    HALF = "half"
    END = "end"
    PAUSED = "paused"


class Line(StrEnum):
    """What is spoken, the weightiest first: of two that would collide the later in this list is left out."""

    STEP = "step"
    SIDE = "side"
    NEXT = "next"
    LAST = "last"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Prompt:
    """At `offset` seconds of the step's clock: a chime, a line, or both. `room`: seconds until the next line."""

    offset: float
    chime: Chime | None = None
    line: Line | None = None
    side: Side = Side.BOTH
    room: float = 0.0


def prompts_of(planned: PlannedStep, *, has_next: bool, half_offset: float | None = None) -> tuple[Prompt, ...]:
    """Everything heard in a step, by its instant. `half_offset`: when the session's half falls into this step."""
    found = [*_beginning(planned), *_repetitions(planned), *_ending(planned, has_next=has_next)]
    if half_offset is not None and 0 <= half_offset < planned.seconds:
        found.append(Prompt(half_offset, Chime.HALF, Line.HALF))
    return _with_room(_apart(found), planned.seconds)


def between(prompts: Iterable[Prompt], after: float, up_to: float) -> tuple[Prompt, ...]:
    """The prompts that fall due after one reading of the step's clock, up to another; at its start those of 0 too."""
    return tuple(p for p in prompts if after < p.offset <= up_to or (after == up_to == 0 == p.offset))


def fitting(wordings: Sequence[str], room: float, letters_per_second: float = LETTERS_PER_SECOND) -> str:
    """The first of the wordings, the fullest first, that can be said in the room; the last if none can.

    Raises:
        ValueError: there is no wording.
    """
    if not wordings:
        raise ValueError("nothing to say")
    said = (words for words in wordings if len(words) / letters_per_second <= room)
    return next(said, wordings[-1])


def _beginning(planned: PlannedStep) -> Iterator[Prompt]:
    yield Prompt(0.0, Chime.TURN if planned.step.is_turn else Chime.STEP, Line.STEP)


def _repetitions(planned: PlannedStep) -> Iterator[Prompt]:
    """A tick for each repetition but the first of a side, a chime for each hold, a word for each new side."""
    if planned.clock_seconds is not None:
        return
    settle, strokes = SETTLE_SECONDS / len(planned.passes), iter(planned.strokes)
    at = 0.0
    for index, one in enumerate(planned.passes):
        if index:
            yield Prompt(at, Chime.TICK, Line.SIDE, one.side)
        at += settle
        for repetition, stroke in enumerate(islice(strokes, one.reps)):
            last = index == len(planned.passes) - 1 and repetition == one.reps - 1 and one.reps >= LAST_FROM_REPETITIONS
            if repetition:
                yield Prompt(at, Chime.TICK, Line.LAST if last else None)
            if planned.hold_seconds:
                yield Prompt(at + stroke, Chime.HOLD)
            at += stroke + planned.hold_seconds


def _ending(planned: PlannedStep, *, has_next: bool) -> Iterator[Prompt]:
    if has_next and planned.seconds >= NEXT_FROM_SECONDS:
        yield Prompt(planned.seconds - NEXT_SECONDS, None, Line.NEXT)


def _apart(prompts: Sequence[Prompt]) -> list[Prompt]:
    """The same, lines that come too near to a weightier one left out; their chimes stay."""
    kept: list[float] = []
    result: list[Prompt] = []
    order = tuple(Line)
    for prompt in sorted(prompts, key=lambda p: len(order) if p.line is None else order.index(p.line)):
        if prompt.line is None:
            result.append(prompt)
        elif all(abs(prompt.offset - other) >= APART_SECONDS for other in kept):
            kept.append(prompt.offset)
            result.append(prompt)
        elif prompt.chime is not None:
            result.append(replace(prompt, line=None))
    return sorted(result, key=lambda p: p.offset)


def _with_room(prompts: Sequence[Prompt], seconds: float) -> tuple[Prompt, ...]:
    starts = [*(p.offset for p in prompts if p.line is not None), seconds]
    return tuple(
        p if p.line is None else replace(p, room=min(s for s in starts if s > p.offset) - p.offset) for p in prompts
    )
