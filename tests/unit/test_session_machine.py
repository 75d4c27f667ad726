"""Any sequence of moves: no time is lost or made up, the table is kept, the baby lies as each step needs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.catalogue import Position
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.errors import IllegalMove
from babymassage_gui.core.history import Ending, StepOutcome, StepRecord
from babymassage_gui.core.pacing import TEMPOS
from babymassage_gui.core.plan import Plan, lies_after, lies_before
from babymassage_gui.core.planner import make_turns
from babymassage_gui.core.session import GAP_SECONDS, WIPE_SECONDS, Session, begin
from babymassage_gui.core.session_moves import Result, advance
from babymassage_gui.core.session_table import TABLE, Boundary, Move, Phase
from tests.fakes.content import catalogue, plan_for, planned

OIL = Choices(product=True, face_in_everyday=True)
PLANS = [
    plan_for("everyday", 60, 3),
    plan_for("wake-up", 153, 5),
    plan_for("moves", 153, 5),
    planned("tummy-ease", 60, 5, choices=OIL),
    planned("everyday", 60, 5, choices=OIL),
]
parts = st.integers(0, 99)


class SessionMachine(RuleBasedStateMachine):
    """Keeps its own book of the time in steps, beside the session."""

    @initialize(plan=st.sampled_from(PLANS), waits=st.frozensets(st.sampled_from(Boundary)))
    def begin_a_session(self, plan: Plan, waits: frozenset[Boundary]) -> None:
        steps = plan.steps
        self.at = 1000.0
        self.session: Session = begin(
            steps, make_turns(catalogue()), self.at, ready_seconds=2.0, waits=waits, oil_seconds=5.0
        )
        self.in_steps = 0.0
        self.told_active = 0.0
        self.closed: list[StepRecord] = []
        self.lying = Position.SUPINE
        self.a_while_passes(2)

    def accept(self, result: Result, seconds: float = 0.0) -> None:
        """Take the new state, check what it tells against the table, and book the time in steps."""
        before, (self.session, happened) = self.session, result
        phase, at = before.phase, self.at
        for happening in happened:
            assert TABLE[phase, happening.move] is happening.phase
            assert at <= happening.at <= self.at + seconds
            assert happening.active_seconds >= self.told_active - 1e-9
            if phase is Phase.STEP:
                self.in_steps += happening.at - at
            phase, at, self.told_active = happening.phase, happening.at, happening.active_seconds
            self.closed += happening.closed
            for record in happening.closed:
                if record.outcome is StepOutcome.DONE:
                    self.lying = lies_after(catalogue().steps[record.step_id])
        assert phase is self.session.phase
        self.at += seconds
        if phase is Phase.STEP:
            waiting = self.session.wait_at_turns and self.session.planned.step.is_turn
            spent = self.session.step_clock.spent if happened else before.step_clock.elapsed(at)
            most = self.session.planned.seconds - spent if waiting else float("inf")
            self.in_steps += min(self.at - at, most)

    @rule(seconds=st.sampled_from([0.0, 0.1, 0.7, 1.0, 2.5, 3.0]))
    def time_passes(self, seconds: float) -> None:
        self.accept(advance(self.session, self.at + seconds), seconds)

    @rule(heartbeats=st.integers(2, 25))
    def a_while_passes(self, heartbeats: int) -> None:
        for _ in range(heartbeats):
            self.time_passes(2.0)

    @rule(seconds=st.sampled_from([3.5, 60.0, 40_000.0]))
    def the_computer_sleeps(self, seconds: float) -> None:
        counted, phase = self.session.active_seconds(self.at), self.session.phase
        slept, happened = advance(self.session, self.at + seconds)
        self.at += seconds
        assert slept.active_seconds(self.at) == counted
        assert [happening.move for happening in happened] == ([Move.GAP] if (phase, Move.GAP) in TABLE else [])
        assert slept.phase is (Phase.PAUSED if happened else phase)
        self.session = slept

    def parents_move(self, move: Move, act: Callable[[Session, float], Result]) -> None:
        if self.session.allows(move):
            self.accept(act(self.session, self.at))
            return
        before = self.session
        with pytest.raises(IllegalMove):
            act(self.session, self.at)
        assert self.session is before

    @rule()
    def skip(self) -> None:
        self.parents_move(Move.SKIP_LAST if self.session.is_last else Move.SKIP, moves.skip)

    @rule()
    def repeat(self) -> None:
        self.parents_move(Move.REPEAT, moves.repeat)

    @rule()
    def previous(self) -> None:
        self.parents_move(Move.PREVIOUS, moves.previous)

    @rule(part=parts)
    def jump(self, part: int) -> None:
        index = part % len(self.session.steps)
        self.parents_move(Move.JUMP, lambda session, at: moves.jump(session, at, index))

    @rule(seconds=st.sampled_from([1.0, 10.0, 30.0]))
    def extend(self, seconds: float) -> None:
        left = self.session.seconds_left(self.at)
        self.parents_move(Move.EXTEND, lambda session, at: moves.extend(session, at, seconds))
        assert self.session.seconds_left(self.at) >= left

    @rule(seconds=st.sampled_from([1.0, 10.0, 30.0]))
    def shorten(self, seconds: float) -> None:
        left = self.session.seconds_left(self.at)
        self.parents_move(Move.SHORTEN, lambda session, at: moves.shorten(session, at, seconds))
        assert self.session.seconds_left(self.at) <= left

    @rule(tempo=st.sampled_from(TEMPOS))
    def another_tempo(self, tempo: int) -> None:
        self.parents_move(Move.TEMPO, lambda session, at: moves.set_tempo(session, at, tempo))

    @rule()
    def ready(self) -> None:
        self.parents_move(Move.GO, moves.go)

    @rule()
    def pause(self) -> None:
        self.parents_move(Move.PAUSE, moves.pause)

    @rule()
    def resume(self) -> None:
        self.parents_move(Move.RESUME, moves.resume)

    @rule()
    def go_on_after_a_pause(self) -> None:
        if self.session.phase is Phase.PAUSED:
            self.resume()
            self.a_while_passes(2)

    @rule()
    def rest(self) -> None:
        self.parents_move(Move.REST, moves.rest)

    @rule(ending=st.sampled_from(Ending), surely=st.integers(0, 7))
    def finish(self, ending: Ending, surely: int) -> None:
        if surely == 0:
            self.parents_move(Move.FINISH, lambda session, at: moves.finish(session, at, ending))

    @invariant()
    def no_time_is_lost_and_none_made_up(self) -> None:
        assert self.session.active_seconds(self.at) == pytest.approx(self.in_steps)

    @invariant()
    def no_number_is_negative_and_no_step_runs_over(self) -> None:
        assert self.session.seconds_left(self.at) >= 0.0
        assert 0.0 <= self.session.step_clock.elapsed(self.at) <= self.session.step_clock.total
        assert all(record.seconds >= 0.0 for record in self.session.records)

    @invariant()
    def each_step_was_closed_once_and_told_once(self) -> None:
        assert list(self.session.records) == self.closed

    @invariant()
    def the_baby_lies_as_the_step_needs(self) -> None:
        if self.session.phase is Phase.ENDED:
            return
        here = self.session.planned.step
        if here.is_turn:
            assert lies_after(here) is not self.lying
        else:
            assert lies_before(here) in (None, self.lying)

    @invariant()
    def no_step_that_allows_no_product_is_begun_with_oily_hands(self) -> None:
        if self.session.phase is Phase.STEP:
            assert not self.session.must_wipe
        elif self.session.phase is Phase.READY and self.session.must_wipe:
            assert self.session.wait.total >= WIPE_SECONDS

    @invariant()
    def time_runs_only_in_a_step(self) -> None:
        running = self.session.step_clock.running_since is not None
        assert running == (self.session.phase is Phase.STEP)

    @invariant()
    def an_ending_is_the_end(self) -> None:
        assert (self.session.ending is not None) == (self.session.phase is Phase.ENDED)
        assert (self.session.pause is not None) == (self.session.phase is Phase.PAUSED)
        assert self.at - self.session.last_beat <= GAP_SECONDS or self.session.phase is Phase.ENDED


TestAnySequenceOfMoves = SessionMachine.TestCase
TestAnySequenceOfMoves.settings = settings(max_examples=120, stateful_step_count=40)
