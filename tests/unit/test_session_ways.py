"""The parent's way through the steps: skip, back, jump, and the turns that each of them needs."""

from __future__ import annotations

import pytest

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.catalogue import Position
from babymassage_gui.core.history import Ending, StepOutcome, StepRecord
from babymassage_gui.core.session_table import Move, Phase
from babymassage_gui.core.session_ways import next_block_index, on_the_back_index
from tests.fakes.content import played
from tests.fakes.sessions import (
    ASK,
    BACK,
    CUDDLE,
    LEGS,
    STEPS,
    T0,
    TO_BACK,
    TO_FRONT,
    TUMMY,
    fresh,
    in_step,
    names,
    passing,
)

DONE, SKIPPED, INTERRUPTED = StepOutcome.DONE, StepOutcome.SKIPPED, StepOutcome.INTERRUPTED


class TestSkip:
    def test_the_step_is_logged_as_skipped_with_its_seconds(self) -> None:
        session = in_step(LEGS, 4.0)
        after, (told,) = moves.skip(session, session.last_beat)
        assert told.closed == (StepRecord("leg-outer", SKIPPED, 4.0),)
        assert (after.index, after.phase, told.started) == (TUMMY, Phase.STEP, True)

    def test_a_step_may_be_skipped_before_it_began(self) -> None:
        after, (told,) = moves.skip(fresh(), T0)
        assert told.closed == (StepRecord("open-ask", SKIPPED, 0.0),)
        assert (after.index, after.phase, told.started) == (LEGS, Phase.READY, False)
        assert passing(after, 3.0)[1][0].started

    def test_at_a_turn_it_says_that_the_baby_is_turned(self) -> None:
        session = in_step(TUMMY)
        at_turn, _ = moves.skip(session, session.last_beat)
        after, (told,) = moves.skip(at_turn, at_turn.last_beat)
        assert [c.outcome for c in told.closed] == [DONE]
        assert (after.index, after.lying) == (BACK, Position.PRONE)

    @pytest.mark.parametrize("seconds", [-1.0, 2.0])
    def test_skipping_the_last_step_finishes(self, seconds: float) -> None:
        session = in_step(CUDDLE, seconds)
        after, (told,) = moves.skip(session, session.last_beat)
        assert (told.move, after.phase, after.ending) == (Move.SKIP_LAST, Phase.ENDED, Ending.FINISHED)
        assert told.closed == (StepRecord("close-cuddle", SKIPPED, max(0.0, seconds)),)

    def test_a_skipped_roll_leaves_the_baby_on_its_back_so_its_turn_comes(self) -> None:
        session = in_step(
            1, 4.0, played("open-ask"), played("gym-roll"), played("gym-crawl-ready"), played("turn-back")
        )
        after, _ = moves.skip(session, session.last_beat)
        assert names(after)[after.index :] == ["turn-tummy", "gym-crawl-ready", "turn-back"]


class TestBackAndForth:
    def test_repeat_begins_again_and_keeps_the_time_spent(self) -> None:
        session = in_step(LEGS, 4.0)
        again, (told,) = moves.repeat(session, session.last_beat)
        assert told.closed == (StepRecord("leg-outer", INTERRUPTED, 4.0),)
        assert (again.index, told.started, told.active_seconds) == (LEGS, True, 4.0)
        assert again.step_clock.elapsed(again.last_beat) == 0.0

    def test_repeat_at_the_very_start_leaves_no_record(self) -> None:
        session = in_step(LEGS, 0.0)
        assert moves.repeat(session, session.last_beat)[1][0].closed == ()

    @pytest.mark.parametrize(("here", "there"), [(ASK, ASK), (LEGS, ASK), (TUMMY, LEGS), (BACK, TUMMY)])
    def test_previous_goes_to_the_step_before_turns_not_counted(self, here: int, there: int) -> None:
        session = in_step(here) if here != BACK else passing(in_step(TUMMY), 13.0)[0]
        before, _ = moves.previous(session, session.last_beat)
        left = [planned for planned in before.steps[before.index :] if not planned.step.is_turn]
        assert left[0].step.id == STEPS[there].step.id

    def test_going_back_to_a_step_on_the_back_turns_the_baby_first(self) -> None:
        prone = passing(in_step(TUMMY), 13.0)[0]
        assert (prone.index, prone.lying) == (BACK, Position.PRONE)
        before, _ = moves.previous(prone, prone.last_beat)
        assert names(before)[before.index :][:4] == ["turn-back", "tummy-circle", "turn-tummy", "back-up"]
        assert sum(planned.seconds for planned in before.steps) == 47.0 + 14.0

    def test_jumping_forward_over_a_turn_puts_it_in(self) -> None:
        session = in_step(LEGS)
        there, (told,) = moves.jump(session, session.last_beat, BACK)
        assert names(there)[there.index :] == ["turn-tummy", "back-up", "turn-back", "close-cuddle"]
        assert (there.phase, told.started, told.index) == (Phase.READY, False, there.index)

    def test_jumping_to_a_needless_turn_goes_to_the_step_behind_it(self) -> None:
        session = in_step(LEGS)
        there, _ = moves.jump(session, session.last_beat, TO_BACK)
        assert names(there)[there.index] == "close-cuddle"

    def test_a_turn_that_was_put_in_is_passed_over_once_it_is_needless(self) -> None:
        before_turn, _ = moves.jump(in_step(LEGS), T0 + 3.0, BACK)
        on_back, _ = moves.previous(before_turn, before_turn.last_beat)
        assert names(on_back)[on_back.index :][:4] == ["tummy-circle", "turn-tummy", "turn-tummy", "back-up"]
        _, happened = passing(on_back, 30.0)
        played_ids = [closed.step_id for happening in happened for closed in happening.closed]
        assert played_ids[:3] == ["tummy-circle", "turn-tummy", "back-up"]

    def test_a_last_turn_is_kept_even_if_needless(self) -> None:
        session = in_step(0, 1.0, played("open-ask"), played("turn-back"))
        assert moves.skip(session, session.last_beat)[0].index == 1

    @pytest.mark.parametrize("index", [-1, 7])
    def test_there_is_no_jump_to_a_step_that_is_not_there(self, index: int) -> None:
        session = in_step(LEGS)
        with pytest.raises(ValueError, match="there is no step"):
            moves.jump(session, session.last_beat, index)

    def test_jumping_from_a_pause_closes_the_step_that_was_stopped(self) -> None:
        session = in_step(LEGS, 4.0)
        paused, _ = moves.pause(session, session.last_beat)
        there, (told,) = moves.jump(paused, paused.last_beat + 60, TUMMY)
        assert told.closed == (StepRecord("leg-outer", INTERRUPTED, 4.0),)
        assert (there.pause, told.active_seconds) == (None, 4.0)


class TestParts:
    @pytest.mark.parametrize(
        ("here", "seconds", "next_part", "on_the_back"),
        [
            (ASK, 3.0, LEGS, LEGS),
            (LEGS, 8.0, TUMMY, TUMMY),
            (TUMMY, 18.0, BACK, CUDDLE),
            (TO_FRONT, 26.0, BACK, CUDDLE),
            (BACK, 31.0, CUDDLE, CUDDLE),
            (TO_BACK, 39.0, CUDDLE, CUDDLE),
            (CUDDLE, 44.0, CUDDLE, CUDDLE),
        ],
    )
    def test_where_the_next_part_and_the_next_step_on_the_back_begin(
        self, here: int, seconds: float, next_part: int, on_the_back: int
    ) -> None:
        session, _ = passing(fresh(), seconds)
        assert session.index == here
        assert next_block_index(session) == next_part
        assert on_the_back_index(session) == on_the_back
