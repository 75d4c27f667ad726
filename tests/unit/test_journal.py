"""What happens goes into the log in order; what the log does not take is kept and tried again."""

from __future__ import annotations

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Ending, StepOutcome, StepRecord
from babymassage_gui.core.session import Happening
from babymassage_gui.core.session_table import Move, PauseReason, Phase
from babymassage_gui.services.journal import Journal, NoLog
from tests.fakes.clock import FakeClock
from tests.fakes.log import FakeLog
from tests.fakes.records import massage

RUNNING = massage(FakeClock().local_time().date(), 0.0, ending=None)
LEGS = StepRecord("leg-outer", StepOutcome.DONE, 28.0)
ARMS = StepRecord("arm-outer", StepOutcome.DONE, 22.0)


def over(step: StepRecord, active: float) -> Happening:
    return Happening(0.0, Move.STEP_OVER, Phase.STEP, 1, active, closed=(step,))


class TestWriting:
    def test_a_step_that_is_over_is_written_with_the_time_and_the_moment(self) -> None:
        log, clock = FakeLog(RUNNING), FakeClock()
        clock.pass_time(30)
        Journal(log, clock).note(RUNNING.id, over(LEGS, 28.0))
        row = log.session(RUNNING.id)
        assert (row.steps, row.active_seconds, row.last_seen_at) == ((LEGS,), 28.0, clock.utc_time())

    def test_a_pause_writes_how_far_it_came_and_a_mere_beginning_nothing(self) -> None:
        log = FakeLog(RUNNING)
        journal = Journal(log, FakeClock())
        journal.note(RUNNING.id, Happening(0.0, Move.READY_OVER, Phase.STEP, 0, 0.0, started=True))
        assert log.calls == []
        journal.note(RUNNING.id, Happening(0.0, Move.PAUSE, Phase.PAUSED, 0, 7.0, pause=PauseReason.BABY))
        assert (log.calls, log.session(RUNNING.id).active_seconds) == (["progress"], 7.0)

    def test_the_end_is_written_behind_its_last_step(self) -> None:
        log = FakeLog(RUNNING)
        last = Happening(0.0, Move.LAST_STEP_OVER, Phase.ENDED, 9, 50.0, closed=(ARMS,), ending=Ending.FINISHED)
        Journal(log, FakeClock()).note(RUNNING.id, last)
        assert log.calls == ["record_step", "finish"]
        assert log.session(RUNNING.id).ending is Ending.FINISHED

    def test_a_step_alone(self) -> None:
        log = FakeLog(RUNNING)
        Journal(log, FakeClock()).step(RUNNING.id, LEGS, 28.0)
        assert log.session(RUNNING.id).steps == (LEGS,)


class TestFailing:
    def test_nothing_is_lost_and_the_order_is_kept_once_the_log_works_again(self) -> None:
        log = FakeLog(RUNNING)
        journal = Journal(log, FakeClock())
        log.fail(Fault.LOG_NOT_WRITTEN)
        journal.note(RUNNING.id, over(LEGS, 28.0))
        assert journal.fault is not None
        assert journal.fault.fault is Fault.LOG_NOT_WRITTEN
        journal.note(RUNNING.id, over(ARMS, 50.0))
        assert log.session(RUNNING.id).steps == ()
        log.work_again()
        journal.progress(RUNNING.id, 55.0)
        assert (log.session(RUNNING.id).steps, log.session(RUNNING.id).active_seconds) == ((LEGS, ARMS), 55.0)
        assert journal.fault is None

    def test_what_was_written_before_the_failure_is_not_written_twice(self) -> None:
        log = FakeLog(RUNNING)
        journal = Journal(log, FakeClock())
        log.fail(after=1)
        last = Happening(0.0, Move.LAST_STEP_OVER, Phase.ENDED, 9, 28.0, closed=(LEGS,), ending=Ending.FINISHED)
        journal.note(RUNNING.id, last)
        assert (log.session(RUNNING.id).steps, log.session(RUNNING.id).ending) == ((LEGS,), None)
        log.work_again()
        journal.retry()
        assert (log.session(RUNNING.id).steps, log.session(RUNNING.id).ending) == ((LEGS,), Ending.FINISHED)

    def test_what_is_written_late_keeps_the_moment_at_which_it_happened(self) -> None:
        log, clock = FakeLog(RUNNING), FakeClock()
        journal = Journal(log, clock)
        log.fail()
        journal.note(RUNNING.id, over(LEGS, 28.0))
        happened_at = clock.utc_time()
        clock.pass_time(600)
        log.work_again()
        journal.retry()
        assert log.session(RUNNING.id).last_seen_at == happened_at

    def test_a_mistake_of_the_programs_is_not_hidden(self) -> None:
        journal = Journal(FakeLog(), FakeClock())
        with pytest.raises(KeyError):
            journal.progress("nobody", 1.0)

    def test_each_failure_tells_the_newest_reason(self) -> None:
        log = FakeLog(RUNNING)
        journal = Journal(log, FakeClock())
        for fault in (Fault.LOG_LOCKED, Fault.LOG_NOT_WRITTEN):
            log.fail(fault)
            journal.progress(RUNNING.id, 1.0)
            assert isinstance(journal.fault, Expected)
            assert journal.fault.fault is fault


def test_where_nothing_is_kept_nothing_can_fail() -> None:
    journal = Journal(NoLog(), FakeClock())
    journal.note("", over(LEGS, 28.0))
    journal.note("", Happening(0.0, Move.FINISH, Phase.ENDED, 1, 28.0, ending=Ending.EARLY))
    journal.progress("", 28.0)
    assert journal.fault is None
