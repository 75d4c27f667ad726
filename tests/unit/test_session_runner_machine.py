"""Any sequence of presses, sleeps, set clocks, full disks and kills: no time is lost and the log misses nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.history import Ending, StepRecord
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.session import Happening
from babymassage_gui.core.session_table import Phase
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import JOURNAL_SECONDS, SessionRunner
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, new_ids, plan_for
from tests.fakes.log import FakeLog
from tests.fakes.records import BABY
from tests.fakes.sessions import AT_TURNS

PLANS = [plan_for("everyday", 60, 3), plan_for("moves", 153, 5)]
HEARTBEAT = 2.0


class RunnerMachine(RuleBasedStateMachine):
    """Presses keys as a parent with a crying baby does, while the computer misbehaves."""

    @initialize(plan=st.sampled_from(PLANS), wait=st.booleans())
    def start(self, plan: Plan, wait: bool) -> None:
        self.clock, self.log = FakeClock(), FakeLog()
        self.manner = Manner(ready_seconds=3.0, waits=AT_TURNS if wait else frozenset())
        self.failing = False
        self.failed_since_kill = False
        self.active = 0.0
        self.sit_down()
        self.runner.start(plan, BABY, self.manner)
        self.pass_time(heartbeats=2)

    def sit_down(self) -> None:
        """A new process, with somebody who listens and remembers the steps told before."""
        self.runner = SessionRunner(catalogue(), self.log, self.clock, new_ids)
        self.told: list[StepRecord] = []
        self.runner.subscribe(self.hear)

    def hear(self, happening: Happening) -> None:
        self.told += happening.closed
        assert happening.active_seconds >= self.active - 1e-9
        if not self.failing:
            assert self.logged_steps() == self.runner.session.records

    def logged_steps(self) -> tuple[StepRecord, ...]:
        return self.log.session(self.runner.session_id).steps

    @rule(heartbeats=st.integers(1, 25))
    def pass_time(self, heartbeats: int) -> None:
        for _ in range(heartbeats):
            self.clock.pass_time(HEARTBEAT)
            self.runner.tick()

    @rule(seconds=st.sampled_from([3.5, 60.0, 40_000.0]), press=st.booleans())
    def the_computer_sleeps(self, seconds: float, press: bool) -> None:
        before, stopped = self.seconds_played(), self.runner.session.phase in (Phase.PAUSED, Phase.ENDED)
        self.clock.pass_time(seconds)
        (self.runner.baby_needs_me if press else self.runner.tick)()
        assert self.seconds_played() == pytest.approx(before)
        assert stopped or self.runner.session.phase is Phase.PAUSED

    @rule(hours=st.integers(-50, 50))
    def somebody_sets_the_wall_clock(self, hours: int) -> None:
        before = self.runner.session
        self.clock.set_wall_clock(self.clock.local_time() + timedelta(hours=hours))
        self.runner.tick()
        assert self.runner.session == before

    @rule()
    def press_pause(self) -> None:
        self.runner.baby_needs_me()
        assert self.runner.session.phase in (Phase.PAUSED, Phase.ENDED)

    @rule()
    def press_resume(self) -> None:
        self.runner.resume()

    @rule()
    def press_rest(self) -> None:
        self.runner.rest()

    @rule()
    def press_skip(self) -> None:
        self.runner.skip()

    @rule()
    def press_back(self) -> None:
        self.runner.back()

    @rule(block=st.sampled_from(Block))
    def jump(self, block: Block) -> None:
        self.runner.jump_to(block)

    @rule()
    def leave_the_part(self) -> None:
        self.runner.leave_part()

    @rule()
    def turn_back(self) -> None:
        self.runner.turn_back()

    @rule(seconds=st.sampled_from([10.0, 30.0]))
    def more_time(self, seconds: float) -> None:
        self.runner.extend(seconds)

    @rule(ending=st.sampled_from(Ending), surely=st.integers(0, 7))
    def finish(self, ending: Ending, surely: int) -> None:
        if surely == 0:
            self.runner.finish(ending)

    @rule(after=st.integers(0, 2))
    def the_disk_fills(self, after: int) -> None:
        self.log.fail(after=after)
        self.failing = self.failed_since_kill = True

    @rule()
    def the_disk_has_room_again(self) -> None:
        self.log.work_again()
        self.pass_time(heartbeats=3)
        self.failing = False
        assert self.runner.fault is None

    @precondition(lambda self: self.runner.running)
    @rule()
    def killed_and_carried_on(self) -> None:
        row = self.log.session(self.runner.session_id)
        was_at = self.seconds_played()
        if not self.failed_since_kill:
            assert was_at - row.active_seconds <= JOURNAL_SECONDS + HEARTBEAT
        self.log.work_again()
        self.sit_down()
        assert self.runner.carry_on(row, self.manner)
        self.failing = self.failed_since_kill = False
        self.active = row.active_seconds
        self.told = list(self.logged_steps())
        assert self.seconds_played() == pytest.approx(row.active_seconds)
        assert self.runner.session.records == self.logged_steps()

    def seconds_played(self) -> float:
        return self.runner.session.active_seconds(self.runner.now())

    @invariant()
    def time_in_steps_never_falls(self) -> None:
        assert self.seconds_played() >= self.active - 1e-9
        self.active = self.seconds_played()

    @invariant()
    def each_closed_step_was_told_once(self) -> None:
        assert tuple(self.told) == self.runner.session.records

    @invariant()
    def the_log_holds_each_closed_step_once_in_order(self) -> None:
        logged, session = self.logged_steps(), self.runner.session
        assert logged == session.records[: len(logged)]
        if self.runner.fault is None:
            assert logged == session.records
            assert self.log.session(self.runner.session_id).ending is session.ending

    @invariant()
    def the_log_never_claims_more_time_than_was_played(self) -> None:
        assert self.log.session(self.runner.session_id).active_seconds <= self.seconds_played() + 1e-9

    def teardown(self) -> None:
        """Whatever happened: once the disk has room, all of it is in the log."""
        if not hasattr(self, "runner"):
            return
        self.log.work_again()
        self.runner.finish(Ending.CALLED_AWAY)
        for _ in range(4):
            self.clock.pass_time(HEARTBEAT)
            self.runner.tick()
        row = self.log.session(self.runner.session_id)
        assert row.steps == self.runner.session.records
        assert row.ending is self.runner.session.ending is not None
        assert row.active_seconds == pytest.approx(sum(step.seconds for step in row.steps))


TestAnyEvening = RunnerMachine.TestCase
TestAnyEvening.settings = settings(max_examples=70, stateful_step_count=40)
