"""With a product on the hands: they are wiped before the first step that allows none (C-11, content-spec 3.1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.history import StepOutcome, StepRecord
from babymassage_gui.core.plan import PlannedStep
from babymassage_gui.core.planner import make_turns
from babymassage_gui.core.session import Session, begin
from babymassage_gui.core.session_table import TABLE, Move, Phase
from tests.fakes.content import catalogue, planned, played
from tests.fakes.sessions import BACK, CUDDLE, LEGS, STEPS, T0, TO_BACK, TO_FRONT, TUMMY, fresh, names, passing

OILED = tuple(replace(one, product=one.step.oil) for one in STEPS)


def oiled(index: int, seconds: float) -> Session:
    """So many seconds in a step of a session with a product on the hands."""
    return passing(fresh(*OILED, index=index), 2.0 + seconds)[0]


def test_hands_are_wiped_before_each_turn_and_not_before_the_step_behind_it() -> None:
    _, happened = passing(fresh(*OILED), 90.0)
    told = [(h.at - T0, h.move, h.phase, h.index, h.started) for h in happened]
    step, ready = Phase.STEP, Phase.READY
    assert told == [
        (2.0, Move.READY_OVER, step, 0, True),
        (7.0, Move.STEP_OVER, step, LEGS, True),
        (17.0, Move.STEP_OVER, step, TUMMY, True),
        (25.0, Move.STEP_OVER, step, TO_FRONT, False),
        (25.0, Move.WIPE, ready, TO_FRONT, False),
        (38.0, Move.READY_OVER, step, TO_FRONT, True),
        (43.0, Move.STEP_OVER, step, BACK, True),
        (51.0, Move.STEP_OVER, step, TO_BACK, False),
        (51.0, Move.WIPE, ready, TO_BACK, False),
        (64.0, Move.READY_OVER, step, TO_BACK, True),
        (69.0, Move.STEP_OVER, step, CUDDLE, True),
        (75.0, Move.LAST_STEP_OVER, Phase.ENDED, CUDDLE, False),
    ]


def test_wiping_does_not_count_as_time_in_steps() -> None:
    dry, wiped = passing(fresh(), 90.0)[1][-1], passing(fresh(*OILED), 90.0)[1][-1]
    assert dry.active_seconds == wiped.active_seconds == 47.0


def test_without_a_product_nothing_is_wiped() -> None:
    assert Move.WIPE not in [h.move for h in passing(fresh(), 90.0)[1]]


@pytest.mark.parametrize("index", [LEGS, TUMMY, CUDDLE])
def test_a_step_that_allows_the_product_needs_no_wiping(index: int) -> None:
    assert not oiled(index, 1.0).must_wipe


def test_only_a_step_that_has_just_come_up_leads_to_wiping() -> None:
    assert [after for (_, move), after in TABLE.items() if move is Move.WIPE] == [Phase.READY]


def test_skipping_to_a_turn_wipes_first_and_closes_the_step_once() -> None:
    session = oiled(TUMMY, 4.0)
    there, told = moves.skip(session, session.last_beat)
    assert [(h.move, h.phase) for h in told] == [(Move.SKIP, Phase.STEP), (Move.WIPE, Phase.READY)]
    assert [h.closed for h in told] == [(StepRecord("tummy-circle", StepOutcome.SKIPPED, 4.0),), ()]
    assert (there.must_wipe, there.wait.total, there.step_clock.spent) == (True, 13.0, 0.0)


def test_jumping_over_a_turn_wipes_before_the_turn_that_is_put_in() -> None:
    session = oiled(LEGS, 4.0)
    there, _ = moves.jump(session, session.last_beat, BACK)
    assert (names(there)[there.index], there.must_wipe, there.wait.total) == ("turn-tummy", True, 13.0)


def test_a_pause_while_wiping_wipes_again_and_a_pause_after_it_does_not() -> None:
    wiping, _ = moves.skip(oiled(TUMMY, 4.0), T0 + 20.0)
    paused, _ = moves.pause(wiping, wiping.last_beat + 2.0)
    assert moves.resume(paused, paused.last_beat)[0].wait.total == 13.0
    turning = passing(wiping, 14.0)[0]
    assert (turning.phase, turning.must_wipe) == (Phase.STEP, False)
    paused, _ = moves.pause(turning, turning.last_beat)
    assert moves.resume(paused, paused.last_beat)[0].wait.total == 3.0


def test_a_dry_step_that_is_passed_over_while_wiping_leaves_the_hands_unwiped() -> None:
    steps = (played("leg-outer"), played("gym-knees"), played("gym-bike"), played("close-cuddle"))
    oily = tuple(replace(one, product=one.step.oil) for one in steps)
    wiping, _ = moves.skip(passing(fresh(*oily), 2.5)[0], T0 + 2.5)
    still, _ = moves.skip(wiping, wiping.last_beat + 1.0)
    assert (names(still)[still.index], still.must_wipe, still.wait.total) == ("gym-bike", True, 13.0)


def test_between_two_dry_steps_nothing_is_wiped() -> None:
    steps = (played("leg-outer"), played("gym-knees"), played("gym-bike"), played("close-cuddle"))
    oily = tuple(replace(one, product=one.step.oil) for one in steps)
    _, happened = passing(fresh(*oily), 60.0)
    assert [h.index for h in happened if h.move is Move.WIPE] == [1]


@pytest.mark.parametrize(
    ("index", "steps", "wait"),
    [(TO_FRONT, OILED, 15.0), (BACK, OILED, 15.0), (TUMMY, OILED, 5.0), (TO_FRONT, STEPS, 5.0), (0, OILED, 5.0)],
)
def test_after_a_cut_the_hands_count_as_not_wiped(index: int, steps: tuple[PlannedStep, ...], wait: float) -> None:
    session = begin(steps, make_turns(catalogue()), T0, ready_seconds=5.0, index=index)
    assert session.wait.total == wait


@pytest.mark.parametrize(
    ("routine_id", "minutes", "before"),
    [("everyday", 10, ["turn-tummy", "turn-back"]), ("tummy-ease", 5, ["gym-knees", "turn-tummy"]), ("face", 3, [])],
)
def test_a_real_plan_is_wiped_for_turns_and_moves(routine_id: str, minutes: int, before: list[str]) -> None:
    plan = planned(routine_id, 60, minutes, choices=Choices(product=True, face_in_everyday=True))
    session, happened = passing(fresh(*plan.steps), 1200.0)
    assert [session.steps[h.index].step.id for h in happened if h.move is Move.WIPE] == before
    assert session.phase is Phase.ENDED
    assert session.active_seconds(session.last_beat) == pytest.approx(sum(one.seconds for one in plan.steps))
