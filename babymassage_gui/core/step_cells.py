"""A played step as the short list that stands for it in a cell of the log and in an export."""

from __future__ import annotations

from babymassage_gui.core import cells
from babymassage_gui.core.history import StepOutcome, StepRecord


def step_values(step: StepRecord) -> list[object]:
    """`["leg-milking", 12.5]`, with a third word where it was not played to its end.

    ValueError if it would not be read back.
    """
    values: list[object] = [cells.word(step.step_id), cells.seconds(float(step.seconds))]
    return values if step.outcome is StepOutcome.DONE else [*values, step.outcome.value]


def to_step(value: object) -> StepRecord:
    """The step of such a list. ValueError if it makes no sense."""
    if not isinstance(value, list) or len(value) not in (2, 3):
        raise ValueError(f"{value!r} is no step")
    step_id, played, outcome = (*value, StepOutcome.DONE.value)[:3]
    return StepRecord(cells.word(step_id), cells.choice(StepOutcome, outcome), whole_or_not(played))


def whole_or_not(cell: object) -> float:
    """Seconds; JSON may write ten of them as 10."""
    return cells.seconds(float(cell) if type(cell) is int and abs(cell) < 10**9 else cell)
