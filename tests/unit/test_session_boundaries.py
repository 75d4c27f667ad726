"""Between two steps: a wait for the parent, a little oil, and a jump over several of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.history import StepOutcome, StepRecord
from babymassage_gui.core.session import OIL_SECONDS, Happening, Session
from babymassage_gui.core.session_moves import advance
from babymassage_gui.core.session_table import Boundary, Move, PauseReason, Phase
from babymassage_gui.core.session_ways import part_before_index, part_index
from tests.fakes.sessions import (
    ASK,
    AT_TURNS,
    BACK,
    CUDDLE,
    LEGS,
    STEPS,
    TO_BACK,
    TO_FRONT,
    TUMMY,
    fresh,
    in_step,
    names,
    passing,
)

SKIPPED, DONE = StepOutcome.SKIPPED, StepOutcome.DONE
OILED = tuple(replace(one, product=one.step.oil) for one in STEPS)


def played(**manner: Any) -> tuple[Session, list[tuple[Move, int]]]:
    """A whole session in which the parent goes on wherever it waits; what happened."""
    session = fresh(**manner)
    told: list[Happening] = []
    for _ in range(60):
        session, happened = passing(session, 5.0)
        told += happened
        if session.may_go and session.waiting:
            session, happened = moves.go(session, session.last_beat)
            told += happened
        elif session.phase is Phase.STEP and session.planned.step.is_turn and session.wait_at_turns:
            session, happened = moves.skip(session, session.last_beat)
            told += happened
    assert session.phase is Phase.ENDED
    return session, [(h.move, h.index) for h in told]


class TestWaitForMe:
    @pytest.mark.parametrize(
        ("waits", "before"),
        [
            (frozenset(), []),
            (AT_TURNS, []),
            (frozenset({Boundary.PART}), [LEGS, TUMMY, BACK, CUDDLE]),
            # Behind a turn that waited it goes on by itself.
            (frozenset({Boundary.PART, Boundary.TURN}), [LEGS, TUMMY]),
            (frozenset({Boundary.STEP}), [LEGS, TUMMY]),
        ],
    )
    def test_each_boundary_waits_where_it_was_chosen(self, waits: frozenset[Boundary], before: list[int]) -> None:
        _, told = played(waits=waits)
        assert [index for move, index in told if move is Move.WAIT] == before
        assert [index for move, index in told if move is Move.GO] == before

    def test_waiting_counts_nothing_and_never_ends_by_itself(self) -> None:
        session = passing(in_step(ASK, 1.0, waits=frozenset(Boundary)), 600.0)[0]
        assert (session.phase, session.index, session.waiting) == (Phase.READY, LEGS, True)
        assert session.active_seconds(session.last_beat) == 5.0
        there, (told,) = moves.go(session, session.last_beat)
        assert (there.phase, told.move, told.started) == (Phase.STEP, Move.GO, True)

    def test_a_step_that_was_skipped_to_is_waited_for_too_and_a_repeated_one_is_not(self) -> None:
        session = in_step(LEGS, 3.0, waits=frozenset({Boundary.STEP}))
        assert not session.waiting
        assert moves.skip(session, session.last_beat)[0].waiting
        assert moves.repeat(session, session.last_beat)[0].phase is Phase.STEP
        assert moves.previous(session, session.last_beat)[0].phase is Phase.STEP

    def test_a_pause_while_it_waits_ends_the_waiting(self) -> None:
        waiting = passing(in_step(ASK, 1.0, waits=frozenset(Boundary)), 20.0)[0]
        paused, _ = moves.pause(waiting, waiting.last_beat)
        ready, _ = moves.resume(paused, paused.last_beat)
        assert not ready.waiting
        assert passing(ready, 4.0)[0].phase is Phase.STEP

    def test_a_computer_that_sleeps_while_it_waits_is_a_pause(self) -> None:
        waiting = passing(in_step(ASK, 1.0, waits=frozenset(Boundary)), 20.0)[0]
        slept, (told,) = advance(waiting, waiting.last_beat + 3600)
        assert (told.move, slept.pause) == (Move.GAP, PauseReason.GAP)

    def test_the_closed_lid_leaves_the_session_paused_at_the_moment_of_closing(self) -> None:
        session = in_step(LEGS, 4.0)
        slept, (told,) = advance(session, session.last_beat + 9 * 3600)
        assert (slept.phase, slept.pause, told.at) == (Phase.PAUSED, PauseReason.GAP, session.last_beat)
        assert slept.active_seconds(slept.last_beat) == session.active_seconds(session.last_beat) == 4.0


class TestOil:
    def test_between_two_parts_there_is_time_for_a_little_oil_and_none_before_the_end(self) -> None:
        session, told = played_oiled()
        assert [index for move, index in told if move is Move.OIL] == [LEGS, TUMMY, BACK]
        assert session.active_seconds(session.last_beat) == sum(one.seconds for one in STEPS)

    @pytest.mark.parametrize("steps", [STEPS, OILED])
    def test_without_a_product_or_without_its_time_there_is_none(self, steps: object) -> None:
        happened = passing(fresh(*steps, oil_seconds=0.0 if steps is OILED else OIL_SECONDS), 90.0)[1]  # type: ignore[misc]
        assert Move.OIL not in [h.move for h in happened]

    def test_it_lasts_its_seconds_and_a_press_goes_on_at_once(self) -> None:
        oiling = passing(fresh(*OILED, oil_seconds=OIL_SECONDS), 2.0 + 5.5)[0]
        assert (oiling.phase, oiling.oiling, oiling.may_go) == (Phase.READY, True, True)
        assert oiling.wait.total == OIL_SECONDS
        there, _ = moves.go(oiling, oiling.last_beat)
        assert (there.phase, there.index, there.oiling) == (Phase.STEP, LEGS, False)
        assert passing(oiling, OIL_SECONDS)[0].phase is Phase.STEP

    def test_after_a_pause_it_is_over(self) -> None:
        oiling = passing(fresh(*OILED, oil_seconds=OIL_SECONDS), 2.0 + 5.5)[0]
        paused, _ = moves.pause(oiling, oiling.last_beat)
        assert not paused.oiling
        assert moves.resume(paused, paused.last_beat)[0].wait.total == 3.0

    def test_a_part_that_is_waited_for_gives_oil_all_the_time(self) -> None:
        oiling = passing(fresh(*OILED, oil_seconds=OIL_SECONDS, waits=frozenset({Boundary.PART})), 60.0)[0]
        assert (oiling.oiling, oiling.waiting, oiling.index) == (True, True, LEGS)

    def test_getting_ready_and_counting_in_are_not_gone_from_by_a_press(self) -> None:
        assert not fresh(*OILED, oil_seconds=OIL_SECONDS).may_go


def played_oiled() -> tuple[Session, list[tuple[Move, int]]]:
    session, happened = passing(fresh(*OILED, oil_seconds=OIL_SECONDS), 150.0)
    assert session.phase is Phase.ENDED
    return session, [(h.move, h.index) for h in happened]


class TestJump:
    def test_what_is_jumped_over_is_logged_as_skipped_turns_not_counted(self) -> None:
        session = in_step(ASK, 2.0)
        there, (told,) = moves.jump(session, session.last_beat, BACK)
        assert [(r.step_id, r.outcome, r.seconds) for r in told.closed] == [
            ("open-ask", StepOutcome.INTERRUPTED, 2.0), ("leg-outer", SKIPPED, 0.0), ("tummy-circle", SKIPPED, 0.0),
        ]  # fmt: skip
        assert there.records == told.closed

    def test_a_step_that_had_not_begun_is_jumped_over_too(self) -> None:
        ready = fresh(index=LEGS)
        there, (told,) = moves.jump(ready, ready.last_beat, CUDDLE)
        assert told.closed[0] == StepRecord("leg-outer", SKIPPED, 0.0)
        assert [r.step_id for r in told.closed] == ["leg-outer", "tummy-circle", "back-up"]
        assert names(there)[there.index] == "close-cuddle"

    def test_a_jump_back_leaves_nothing_out(self) -> None:
        session = in_step(TUMMY, 2.0)
        _, (told,) = moves.jump(session, session.last_beat, LEGS)
        assert [r.outcome for r in told.closed] == [StepOutcome.INTERRUPTED]

    def test_what_was_done_before_is_not_left_out_by_jumping_there_and_back(self) -> None:
        after_legs = passing(in_step(LEGS), 11.0)[0]
        assert after_legs.records[-1].outcome is DONE
        back, _ = moves.jump(after_legs, after_legs.last_beat, ASK)
        again, (told,) = moves.jump(back, back.last_beat, TUMMY)
        assert [r.step_id for r in told.closed] == ["open-ask"]
        assert again.index == TUMMY

    def test_a_part_is_found_by_its_first_step_and_one_that_is_not_there_is_not(self) -> None:
        assert part_index(fresh(), Block.BACK) == BACK
        assert part_index(fresh(), Block.MOVES) is None

    @pytest.mark.parametrize(("here", "there"), [(ASK, ASK), (LEGS, ASK), (TUMMY, LEGS), (TO_FRONT, TUMMY),
                                                 (BACK, TUMMY), (TO_BACK, BACK), (CUDDLE, BACK)])  # fmt: skip
    def test_the_part_before_is_where_this_one_or_the_last_one_begins(self, here: int, there: int) -> None:
        assert part_before_index(replace(fresh(), index=here)) == there
