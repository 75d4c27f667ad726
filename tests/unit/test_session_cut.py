"""Where a session goes on that a kill or a power cut ended: behind what the log says was over."""

from __future__ import annotations

import pytest

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.history import StepOutcome, StepRecord
from babymassage_gui.core.plan import PlannedStep
from babymassage_gui.core.session import Session
from babymassage_gui.core.session_ways import index_after
from tests.fakes.content import plan_for
from tests.fakes.sessions import ASK, BACK, LEGS, STEPS, TUMMY, fresh, in_step, passing

WHOLE = plan_for("everyday", 90, 3).steps
DONE, SKIPPED, INTERRUPTED = StepOutcome.DONE, StepOutcome.SKIPPED, StepOutcome.INTERRUPTED


def records(*outcomes: tuple[str, StepOutcome]) -> tuple[StepRecord, ...]:
    return tuple(StepRecord(step_id, outcome, 5.0) for step_id, outcome in outcomes)


def goes_on_at(session: Session, steps: tuple[PlannedStep, ...] = STEPS) -> str:
    """The step at which the session would go on, if it was cut off now."""
    return steps[index_after(steps, session.records)].step.id


def test_with_nothing_done_it_begins_at_the_beginning() -> None:
    assert index_after(STEPS, ()) == ASK


@pytest.mark.parametrize("done", range(len(WHOLE)))
@pytest.mark.parametrize("outcome", [DONE, SKIPPED])
def test_after_each_step_it_goes_on_at_the_next(done: int, outcome: StepOutcome) -> None:
    over = records(*((planned.step.id, outcome) for planned in WHOLE[: done + 1]))
    assert index_after(WHOLE, over) == min(done + 1, len(WHOLE) - 1)


@pytest.mark.parametrize("here", range(len(WHOLE)))
def test_a_step_that_was_interrupted_is_played_again(here: int) -> None:
    over = [(planned.step.id, DONE) for planned in WHOLE[:here]]
    assert index_after(WHOLE, records(*over, (WHOLE[here].step.id, INTERRUPTED))) == here


def test_a_step_that_was_repeated_is_still_the_one_in_hand() -> None:
    session = in_step(LEGS, 4.0)
    assert goes_on_at(moves.repeat(session, session.last_beat)[0]) == "leg-outer"


def test_after_going_back_it_goes_on_behind_what_was_played_last() -> None:
    ask_legs_ask = records(("open-ask", DONE), ("leg-outer", DONE), ("tummy-circle", INTERRUPTED), ("leg-outer", DONE))
    assert index_after(STEPS, ask_legs_ask) == TUMMY


def test_a_turn_that_was_put_in_for_a_jump_is_the_turn_of_the_plan() -> None:
    session = in_step(LEGS)
    there, _ = moves.jump(session, session.last_beat, BACK)
    turned, _ = passing(there, 3.0 + 16.0)
    assert turned.records[-1].step_id == "turn-tummy"
    assert goes_on_at(turned) == "back-up"


def test_a_step_that_the_plan_does_not_have_is_passed_over() -> None:
    assert index_after(STEPS, records(("open-ask", DONE), ("gym-roll", DONE))) == LEGS


def test_a_turn_put_in_for_the_step_in_hand_leaves_the_session_there() -> None:
    twice = records(
        *((planned.step.id, DONE) for planned in STEPS[:BACK]), ("back-up", INTERRUPTED), ("turn-tummy", DONE)
    )
    assert index_after(STEPS, twice) == BACK
    later = plan_for("everyday", 60, 10).steps
    fan = next(index for index, planned in enumerate(later) if planned.step.id == "back-fan")
    cut_twice = records(*((p.step.id, DONE) for p in later[:fan]), ("back-fan", INTERRUPTED), ("turn-tummy", DONE))
    assert index_after(later, cut_twice) == fan


@pytest.mark.parametrize("second", range(1, 60, 3))
def test_cut_at_any_second_of_a_straight_session_it_goes_on_with_the_same_step(second: int) -> None:
    session, _ = passing(fresh(), float(second))
    here = session.planned.step.id
    assert goes_on_at(session) == here
