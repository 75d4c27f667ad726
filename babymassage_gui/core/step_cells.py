"""A played step as the short list that stands for it in a cell of the log and in an export."""

from __future__ import annotations

from babymassage_gui.core import cells
from babymassage_gui.core.history import StepOutcome, StepRecord


def step_values(step: StepRecord) -> list[object]:
    """`["leg-milking", 12.5]`, with a third word where it was not played to its end."""
    if step.outcome is StepOutcome.DONE:
        return [step.step_id, float(step.seconds)]
    return [step.step_id, float(step.seconds), step.outcome.value]


def to_step(value: object) -> StepRecord:
    """The step of such a list. ValueError if it makes no sense."""
    if type(value) is list and len(value) == 2:
        # Nearly all are of this kind, and a log holds very many.
        word, seconds = value
        plain = type(word) is str and word.isascii() and word.isprintable() and bool(word)
        if plain and type(seconds) is float and 0.0 <= seconds <= cells.DAY_SECONDS:
            return StepRecord(word, StepOutcome.DONE, seconds)
    if not isinstance(value, list) or len(value) not in (2, 3):
        raise ValueError(f"{value!r} is no step")
    step_id, played, outcome = (*value, StepOutcome.DONE.value)[:3]
    return StepRecord(cells.word(step_id), cells.choice(StepOutcome, outcome), whole_or_not(played))


def whole_or_not(cell: object) -> float:
    """Seconds; JSON may write ten of them as 10."""
    return cells.seconds(float(cell) if type(cell) is int and abs(cell) < 10**9 else cell)
