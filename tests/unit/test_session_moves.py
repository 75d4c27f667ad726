"""A session as time passes: its steps, its silences, its pauses, its end."""

from __future__ import annotations

import pytest

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.beat import Motion
from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.history import Ending, StepOutcome, StepRecord
from babymassage_gui.core.plan import PlannedStep
from babymassage_gui.core.planner import make_turns
from babymassage_gui.core.session import begin
from babymassage_gui.core.session_moves import advance
from babymassage_gui.core.session_table import Move, PauseReason, Phase
from tests.fakes.content import catalogue
from tests.fakes.sessions import (
    ASK,
    AT_TURNS,
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
    passing,
)

DONE, SKIPPED, INTERRUPTED = StepOutcome.DONE, StepOutcome.SKIPPED, StepOutcome.INTERRUPTED


class TestWholeSession:
    def test_it_gets_ready_and_then_plays_each_step_for_its_time(self) -> None:
        _, happened = passing(fresh(), 60.0)
        told = [(h.at - T0, h.move, h.index, [(c.step_id, c.seconds) for c in h.closed], h.started) for h in happened]
        assert told == [
            (2.0, Move.READY_OVER, ASK, [], True),
            (7.0, Move.STEP_OVER, LEGS, [("open-ask", 5.0)], True),
            (17.0, Move.STEP_OVER, TUMMY, [("leg-outer", 10.0)], True),
            (25.0, Move.STEP_OVER, TO_FRONT, [("tummy-circle", 8.0)], True),
            (30.0, Move.STEP_OVER, BACK, [("turn-tummy", 5.0)], True),
            (38.0, Move.STEP_OVER, TO_BACK, [("back-up", 8.0)], True),
            (43.0, Move.STEP_OVER, CUDDLE, [("turn-back", 5.0)], True),
            (49.0, Move.LAST_STEP_OVER, CUDDLE, [("close-cuddle", 6.0)], False),
        ]
        assert happened[-1].ending is Ending.FINISHED
        assert happened[-1].active_seconds == 47.0

    def test_steps_end_when_they_are_due_however_late_the_heartbeat(self) -> None:
        prompt, late = passing(fresh(), 60.0, beat=0.1)[1], passing(fresh(), 60.0, beat=2.9)[1]
        assert [(h.move, h.index) for h in prompt] == [(h.move, h.index) for h in late]
        assert [h.at for h in prompt] == pytest.approx([h.at for h in late])

    def test_short_steps_may_end_within_one_heartbeat(self) -> None:
        quick = [PlannedStep(one.step, one.passes, 0.0, 0.0, clock_seconds=0.5) for one in STEPS]
        _, happened = advance(in_step(LEGS, 0.25, *quick), T0 + 2.25 + 2.0)
        assert [h.index for h in happened] == [TUMMY, TO_FRONT, BACK, TO_BACK]

    def test_time_never_goes_backward(self) -> None:
        session = in_step(LEGS)
        assert advance(session, session.last_beat - 10.0) == (session, ())

    def test_after_the_end_nothing_moves(self) -> None:
        ended, _ = passing(fresh(), 60.0)
        assert advance(ended, T0 + 9999) == (ended, ())
        assert ended.active_seconds(T0 + 9999) == 47.0
        assert ended.seconds_left(T0 + 9999) == 0.0
        assert not any(ended.allows(move) for move in Move)

    def test_active_and_left_add_up_to_the_plan(self) -> None:
        session = fresh()
        for _ in range(45):
            session, _ = passing(session, 1.0)
            now = session.last_beat
            assert session.active_seconds(now) + session.seconds_left(now) == pytest.approx(47.0)

    def test_the_hands_follow_the_steps_clock(self) -> None:
        session = in_step(LEGS, 8.5)
        beat = session.beat(session.last_beat)
        assert (beat.side, beat.repetition, beat.motion, beat.fraction) == (Side.RIGHT, 2, Motion.STROKE, 0.5)

    @pytest.mark.parametrize("index", [-1, 7])
    def test_it_begins_at_a_step_that_is_there(self, index: int) -> None:
        with pytest.raises(ValueError, match="cannot begin at step"):
            fresh(index=index)
        with pytest.raises(ValueError, match="0 steps"):
            begin((), make_turns(catalogue()), T0, ready_seconds=2.0)


class TestGap:
    def test_a_silence_over_3_seconds_pauses_as_of_the_last_heartbeat(self) -> None:
        session = in_step(LEGS, 4.0)
        exactly, nothing = advance(session, session.last_beat + 3.0)
        assert (exactly.phase, nothing) == (Phase.STEP, ())
        slept, (gap,) = advance(session, session.last_beat + 3.001)
        assert (gap.at, gap.pause, gap.active_seconds) == (session.last_beat, PauseReason.GAP, 4.0)
        assert slept.active_seconds(slept.last_beat + 7200) == 4.0

    def test_a_night_counts_nothing_and_carrying_on_goes_on_where_it_stopped(self) -> None:
        session = in_step(LEGS, 4.0)
        slept, _ = advance(session, session.last_beat + 30_000)
        resumed, _ = moves.resume(slept, slept.last_beat)
        going, (over,) = passing(resumed, 4.0)
        assert (over.move, over.started) == (Move.READY_OVER, False)
        assert going.active_seconds(going.last_beat) == 5.0

    def test_while_getting_ready_the_step_has_not_begun(self) -> None:
        slept, (gap,) = advance(fresh(), T0 + 100)
        assert gap.active_seconds == 0.0
        resumed, _ = moves.resume(slept, T0 + 100)
        assert passing(resumed, 3.0)[1][0].started

    def test_a_dry_run_at_speed_has_a_longer_heartbeat(self) -> None:
        fast = begin(STEPS, make_turns(catalogue()), T0, ready_seconds=2.0, gap_seconds=60.0)
        assert advance(fast, T0 + 50)[0].phase is Phase.ENDED


class TestPause:
    def test_time_stands_still_until_carrying_on_and_counting_in(self) -> None:
        session = in_step(LEGS, 4.0)
        paused, (told,) = moves.pause(session, session.last_beat)
        assert (told.pause, told.closed, told.active_seconds) == (PauseReason.BABY, (), 4.0)
        waited, nothing = passing(paused, 600.0)
        assert nothing == ()
        resumed, (counting,) = moves.resume(waited, waited.last_beat)
        assert (resumed.phase, counting.pause, resumed.wait.total) == (Phase.READY, None, 3.0)
        going, (over,) = passing(resumed, 3.0)
        assert (over.started, going.index, going.active_seconds(going.last_beat)) == (False, LEGS, 4.0)

    def test_hands_rest_for_a_minute_and_then_it_counts_in(self) -> None:
        session = in_step(LEGS, 4.0)
        paused, _ = moves.pause(session, session.last_beat)
        resting, (told,) = moves.rest(paused, paused.last_beat)
        assert (told.phase, told.pause, resting.wait.total) == (Phase.RESTING, None, 60.0)
        _, happened = passing(resting, 64.0)
        assert [h.move for h in happened] == [Move.RESTING_OVER, Move.READY_OVER]
        assert [h.active_seconds for h in happened] == [4.0, 4.0]
        assert moves.resume(resting, resting.last_beat)[0].phase is Phase.READY


class TestExtend:
    def test_more_time_is_whole_repetitions_of_the_side_in_hand(self) -> None:
        session = in_step(LEGS, 8.5)
        longer, (told,) = moves.extend(session, session.last_beat, 30.0)
        assert [p.reps for p in longer.planned.passes] == [3, 33]
        assert longer.seconds_left(longer.last_beat) == session.seconds_left(session.last_beat) + 30.0
        assert (told.move, told.closed, longer.index) == (Move.EXTEND, (), LEGS)
        assert longer.step_clock.ends_at == T0 + 2.0 + 40.0


class TestFinish:
    def test_finishing_keeps_what_was_done_of_the_step(self) -> None:
        session = in_step(LEGS, 4.0)
        after, (told,) = moves.finish(session, session.last_beat, Ending.EARLY)
        assert after.records == told.closed == (StepRecord("leg-outer", INTERRUPTED, 4.0),)
        assert (told.ending, told.active_seconds, after.phase) == (Ending.EARLY, 4.0, Phase.ENDED)

    @pytest.mark.parametrize("ending", Ending)
    def test_a_step_that_had_not_begun_leaves_no_record(self, ending: Ending) -> None:
        after, (told,) = moves.finish(fresh(), T0 + 1, ending)
        assert (after.records, after.ending, told.ending) == ((), ending, ending)


class TestWaitingAtTurns:
    def test_a_turn_waits_for_the_parent_and_counts_no_more_than_its_time(self) -> None:
        session = passing(in_step(TUMMY, waits=AT_TURNS), 60.0)[0]
        assert (session.index, session.phase) == (TO_FRONT, Phase.STEP)
        assert session.active_seconds(session.last_beat) == 8.0 + 5.0
        after, (told,) = moves.skip(session, session.last_beat)
        assert (after.index, told.closed) == (BACK, (StepRecord("turn-tummy", DONE, 5.0),))

    def test_more_time_for_a_turn_that_waits_does_not_make_up_for_the_wait(self) -> None:
        session = passing(in_step(TUMMY, waits=AT_TURNS), 60.0)[0]
        longer, _ = moves.extend(session, session.last_beat, 30.0)
        assert longer.active_seconds(longer.last_beat) == 8.0 + 5.0
        assert longer.step_clock.remaining(longer.last_beat) == 30.0

    def test_other_steps_do_not_wait(self) -> None:
        assert passing(in_step(LEGS, waits=AT_TURNS), 10.0)[0].index == TUMMY
