"""What the wrap-up shows of the session that has just ended."""

from __future__ import annotations

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.history import Ending, Kind, StepOutcome
from babymassage_gui.gui.pages.wrap_up import WrapUp
from babymassage_gui.services.household import Household


def wrap_up_of(house: Household) -> WrapUp:
    """The runner's session, ended."""
    runner, baby = house.runner, house.baby
    session = runner.session
    planned: dict[Block, float] = {}
    played: dict[Block, float] = {}
    for step in session.steps:
        if step.step.block not in (Block.START, Block.FINISH):
            planned[step.step.block] = planned.get(step.step.block, 0.0) + step.seconds
    turns = 0
    for record in session.records:
        step_of = house.catalogue.steps[record.step_id]
        played[step_of.block] = played.get(step_of.block, 0.0) + record.seconds
        turns += step_of.is_turn and record.outcome is StepOutcome.DONE
    done = sum(record.outcome is StepOutcome.DONE for record in session.records)
    counts = runner.kind is Kind.MASSAGE
    minutes = house.next_minutes(runner.session_id) if counts else {}
    return WrapUp(
        name="" if baby is None else baby.name,
        active_seconds=session.active_seconds(session.last_beat),
        moves=done - turns,
        turns=turns,
        parts=tuple((block, min(1.0, played.get(block, 0.0) / seconds)) for block, seconds in planned.items()),
        early=session.ending is not Ending.FINISHED,
        asleep=session.ending is Ending.ASLEEP,
        next_minutes={} if runner.fault is not None else minutes,
        rehearsal=runner.kind is Kind.REHEARSAL,
    )
