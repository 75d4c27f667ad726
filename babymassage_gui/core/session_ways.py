"""Where a session goes on: the next part, what is done on the back, a part that was pointed at, behind a cut."""

from __future__ import annotations

from itertools import pairwise

from babymassage_gui.core.catalogue import Block, Position, Step
from babymassage_gui.core.history import StepOutcome, StepRecord
from babymassage_gui.core.plan import TURN_TO, PlannedStep, lies_before
from babymassage_gui.core.session import Session


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


def _put_in_for(step: Step, turn_id: str) -> bool:
    """Whether the turn of that id brings the baby to lie as the step needs it."""
    needed = None if step.is_turn else lies_before(step)
    return needed is not None and TURN_TO[needed] == turn_id


def part_index(session: Session, block: Block) -> int | None:
    """The first step of a part, None where the session has no such part."""
    return next((i for i, one in enumerate(session.steps) if one.step.block is block), None)


def part_before_index(session: Session) -> int:
    """Where the part in hand begins, or where it has just begun the part before it: the first step at the earliest."""
    parts = [(i, one.step.block) for i, one in enumerate(session.steps) if not one.step.is_turn]
    begins = [later[0] for earlier, later in pairwise(parts) if earlier[1] is not later[1]]
    return max((i for i in begins if i < session.index), default=0)


def passed_over(session: Session, index: int) -> tuple[StepRecord, ...]:
    """Records of the steps that a jump forward leaves out: not of turns, nor of what was done before."""
    done = {record.step_id for record in session.records if record.outcome is StepOutcome.DONE}
    left_out = (one.step for one in session.steps[session.index + 1 : index] if not one.step.is_turn)
    return tuple(StepRecord(step.id, StepOutcome.SKIPPED, 0.0) for step in left_out if step.id not in done)
