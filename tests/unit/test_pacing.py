"""The tempo of the strokes, and a step in hand that gets longer or shorter: in whole repetitions, none broken off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.beat import Motion, beat_at
from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.pacing import (
    TEMPOS,
    all_at_tempo,
    at_tempo,
    faster,
    from_here_at_tempo,
    has_tempo,
    longer,
    shorter,
    slower,
)
from babymassage_gui.core.plan import Pass, PlannedStep
from babymassage_gui.core.prompts import Chime, prompts_of
from babymassage_gui.core.session import Session
from babymassage_gui.core.session_table import Phase
from tests.fakes.content import plan_for, planned, step
from tests.fakes.sessions import LEGS, T0, TO_FRONT, TUMMY, fresh, in_step, passing

# 4 s to settle, 4 strokes of 3 s
CIRCLES = PlannedStep(step("tummy-circle"), (Pass(Side.BOTH, 4),), 3.0, 0.0)
# 2 s, 3 x 4 s on the left; 2 s, 3 x 4 s on the right
BOTH_LEGS = PlannedStep(step("leg-outer"), (Pass(Side.LEFT, 3), Pass(Side.RIGHT, 3)), 4.0, 0.0)
# 4 s, 2 x (6 s of stroke and 5 s of hold)
KNEES = PlannedStep(step("gym-knees"), (Pass(Side.BOTH, 2),), 6.0, 5.0)
REST = PlannedStep(step("tummy-rest"), (Pass(Side.BOTH, 1),), 0.0, 0.0, clock_seconds=60.0)
WHOLE = [
    plan_for("everyday", 60, 3),
    plan_for("everyday", 153, 15),
    plan_for("moves", 153, 10),
    planned("tummy-ease", 60, 5, choices=Choices(product=True)),
]


def reps(step: PlannedStep) -> list[int]:
    return [one.reps for one in step.passes]


class TestTempo:
    def test_it_goes_from_half_to_one_and_a_quarter_and_no_further(self) -> None:
        assert (min(TEMPOS), max(TEMPOS)) == (50, 125)
        assert [slower(one) for one in TEMPOS] == [50, 50, 60, 75, 90, 100, 110]
        assert [faster(one) for one in TEMPOS] == [60, 75, 90, 100, 110, 125, 125]

    def test_slower_strokes_are_fewer_in_the_same_time(self) -> None:
        slow = at_tempo(CIRCLES, 50)
        assert (reps(slow), slow.rep_seconds, slow.seconds) == ([2], 6.0, CIRCLES.seconds)

    def test_faster_strokes_are_as_many_in_less_time(self) -> None:
        fast = at_tempo(CIRCLES, 125)
        assert reps(fast) == [4]
        assert fast.rep_seconds == pytest.approx(2.4)
        assert fast.seconds == pytest.approx(4 + 4 * 2.4)

    def test_what_a_slower_step_leaves_over_goes_to_the_next(self) -> None:
        # Of three strokes a side two fit into the time of a step; its rest makes three fit into a later one.
        first, *_, last = all_at_tempo((BOTH_LEGS,) * 4, 75)
        assert (reps(first), reps(last)) == ([2, 2], [3, 3])

    def test_a_hold_is_as_long_at_every_tempo(self) -> None:
        slow = at_tempo(KNEES, 50)
        assert (slow.hold_seconds, slow.rep_seconds, reps(slow)) == (5.0, 12.0, [1])

    @pytest.mark.parametrize("step_id", ["turn-tummy", "turn-back", "open-ask", "close-cuddle", "tummy-rest"])
    def test_turns_clocks_and_what_is_done_once_have_no_tempo(self, step_id: str) -> None:
        once = PlannedStep(step(step_id), (Pass(Side.BOTH, 1),), 12.0, 0.0)
        assert not has_tempo(once)
        assert at_tempo(once, 50) is once
        assert from_here_at_tempo(once, 50, beat_at(once, 5.0)) is once

    def test_back_at_the_plans_own_pace_it_is_as_it_was_planned(self) -> None:
        assert at_tempo(at_tempo(BOTH_LEGS, 60), 100) is BOTH_LEGS

    @pytest.mark.parametrize("tempo", TEMPOS)
    @pytest.mark.parametrize("plan", WHOLE)
    def test_a_session_is_never_longer_than_it_was_planned_and_a_slow_one_hardly_shorter(
        self, plan: object, tempo: int
    ) -> None:
        steps = plan.steps  # type: ignore[attr-defined]
        paced = all_at_tempo(steps, tempo)
        before, after = (sum(one.seconds for one in many) for many in (steps, paced))
        assert after <= before + 1e-6
        if tempo < 100:
            longest = max(one.repetitions and len(one.passes) * (one.rep_seconds + one.hold_seconds) for one in paced)
            assert before - after <= 2 * longest
        assert all(min(reps(new)) >= 1 for new in paced)
        assert all(new.repetitions <= old.repetitions for new, old in zip(paced, steps, strict=True))


class TestStepInHand:
    def test_the_stroke_that_has_begun_is_ended_as_it_began(self) -> None:
        slow = from_here_at_tempo(CIRCLES, 50, beat_at(CIRCLES, 4 + 3 + 1))
        assert slow.paced == (3.0, 3.0, 6.0)
        assert slow.seconds == CIRCLES.seconds
        for at in (0.0, 5.0, 8.0, 9.9):
            was, now = beat_at(CIRCLES, at), beat_at(slow, at)
            assert (was.repetition, was.motion, was.fraction) == (now.repetition, now.motion, now.fraction)
        assert beat_at(slow, 4 + 6 + 3).fraction == 0.5

    def test_while_the_hands_still_find_their_place_every_stroke_is_slower(self) -> None:
        assert from_here_at_tempo(CIRCLES, 50, beat_at(CIRCLES, 2.0)).paced == (6.0, 6.0)

    def test_a_side_to_come_keeps_one_stroke_at_least(self) -> None:
        two = replace(BOTH_LEGS, passes=(Pass(Side.LEFT, 2), Pass(Side.RIGHT, 1)))
        assert reps(from_here_at_tempo(two, 50, beat_at(two, 3.0))) == [1, 1]

    def test_fast_again_after_slow_are_not_more_strokes_than_were_planned(self) -> None:
        slow = from_here_at_tempo(CIRCLES, 50, beat_at(CIRCLES, 5.0))
        fast = from_here_at_tempo(slow, 125, beat_at(slow, 5.0))
        assert sum(reps(slow)) < sum(reps(fast)) <= 4

    def test_in_the_last_stroke_nothing_changes_any_more(self) -> None:
        changed = from_here_at_tempo(CIRCLES, 50, beat_at(CIRCLES, 15.0))
        assert (reps(changed), changed.seconds) == ([4], CIRCLES.seconds)

    def test_more_time_is_at_the_tempo_in_hand(self) -> None:
        slow = from_here_at_tempo(CIRCLES, 50, beat_at(CIRCLES, 8.0))
        more = longer(slow, 12.0, 0)
        assert (more.paced, more.seconds) == ((3.0, 3.0, 6.0, 6.0, 6.0), slow.seconds + 12)
        assert more.as_planned is not None
        assert reps(more.as_planned) == [6]

    def test_less_time_takes_strokes_that_have_not_begun_from_the_side_that_has_most(self) -> None:
        assert reps(shorter(BOTH_LEGS, 4.0, 3.0, beat_at(BOTH_LEGS, 3.0))) == [3, 2]
        assert reps(shorter(BOTH_LEGS, 9.0, 3.0, beat_at(BOTH_LEGS, 3.0))) == [2, 2]
        assert reps(shorter(BOTH_LEGS, 90.0, 3.0, beat_at(BOTH_LEGS, 3.0))) == [1, 1]
        assert reps(shorter(BOTH_LEGS, 90.0, 8.0, beat_at(BOTH_LEGS, 8.0))) == [2, 1]

    def test_less_time_at_another_tempo_keeps_what_was_done(self) -> None:
        slow = from_here_at_tempo(CIRCLES, 60, beat_at(CIRCLES, 5.0))
        assert slow.paced == (3.0, 5.0)
        assert shorter(slow, 1.0, 5.0, beat_at(slow, 5.0)).paced == (3.0,)

    def test_a_clock_loses_its_seconds_and_is_over_at_once_at_the_earliest(self) -> None:
        assert shorter(REST, 30.0, 10.0, beat_at(REST, 10.0)).seconds == 30.0
        assert shorter(REST, 30.0, 45.0, beat_at(REST, 45.0)).seconds == 45.0

    @given(st.lists(st.sampled_from(TEMPOS), max_size=5), st.lists(st.floats(0.1, 9.0), min_size=5, max_size=5))
    @settings(max_examples=150)
    def test_however_often_it_is_changed_hands_and_ticks_agree(self, tempos: list[int], gaps: list[float]) -> None:
        here, at = BOTH_LEGS, 0.0
        for tempo, gap in zip(tempos, gaps, strict=False):
            at = min(here.seconds, at + gap)
            before = beat_at(here, at)
            here = from_here_at_tempo(here, tempo, before)
            assert (beat_at(here, at).pass_index, beat_at(here, at).repetition) == (
                before.pass_index,
                before.repetition,
            )
        assert here.repetitions == len(here.strokes)
        for prompt in prompts_of(here, has_next=False):
            if prompt.chime is Chime.TICK and prompt.side is Side.BOTH:
                beat = beat_at(here, prompt.offset + 1e-4)
                assert (beat.motion, round(beat.fraction, 3)) == (Motion.STROKE, 0.0)
        assert beat_at(here, here.seconds).fraction == pytest.approx(1.0)


class TestInASession:
    def slow(self, session: Session, tempo: int = 50) -> Session:
        return moves.set_tempo(session, session.last_beat, tempo)[0]

    def test_it_holds_for_this_step_and_all_that_come(self) -> None:
        session = self.slow(in_step(LEGS, 4.0))
        assert session.tempo == 50
        assert session.planned.rep_seconds == session.steps[TUMMY].rep_seconds == 2.0
        assert session.steps[0].rep_seconds == 1.0
        assert session.steps[TO_FRONT].as_planned is None

    def test_no_time_is_made_up_or_lost_by_it(self) -> None:
        session = in_step(LEGS, 4.0)
        active, left = session.active_seconds(session.last_beat), session.seconds_left(session.last_beat)
        slow = self.slow(session)
        assert slow.active_seconds(slow.last_beat) == active
        assert slow.seconds_left(slow.last_beat) <= left
        assert passing(slow, 300.0)[0].phase is Phase.ENDED

    def test_before_the_first_step_all_of_it_is_slower(self) -> None:
        ready = self.slow(fresh(index=LEGS))
        assert (ready.phase, ready.planned.rep_seconds, ready.planned.paced) == (Phase.READY, 2.0, ())
        assert ready.step_clock.total == ready.planned.seconds

    def test_counted_in_after_a_pause_the_step_goes_on_at_the_new_tempo(self) -> None:
        session = in_step(LEGS, 4.0)
        paused, _ = moves.pause(session, session.last_beat)
        ready, _ = moves.resume(paused, paused.last_beat)
        slow = self.slow(ready)
        assert slow.planned.paced[0] == 1.0
        assert slow.step_clock.running_since is None
        assert slow.step_clock.elapsed(slow.last_beat) == 4.0

    def test_a_session_may_begin_at_another_tempo(self) -> None:
        session = fresh(tempo=125)
        assert session.steps[LEGS].rep_seconds == 0.8

    def test_a_tempo_that_is_none_is_refused(self) -> None:
        with pytest.raises(ValueError, match="none of"):
            moves.set_tempo(in_step(LEGS), T0 + 3.0, 40)

    def test_less_time_ends_the_step_sooner(self) -> None:
        session = in_step(LEGS, 3.0)
        less, (told,) = moves.shorten(session, session.last_beat, 2.0)
        assert less.planned.seconds == session.planned.seconds - 2
        assert told.active_seconds == session.active_seconds(session.last_beat)
