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
FOLLOWING = massage(FakeClock().local_time().date(), 0.0, hour=12, ending=None)
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

    def test_a_beginning_and_a_pause_write_nothing_that_a_press_would_have_to_wait_for(self) -> None:
        log = FakeLog(RUNNING)
        journal = Journal(log, FakeClock())
        journal.note(RUNNING.id, Happening(0.0, Move.READY_OVER, Phase.STEP, 0, 0.0, started=True))
        journal.note(RUNNING.id, Happening(0.0, Move.PAUSE, Phase.PAUSED, 0, 7.0, pause=PauseReason.BABY))
        assert log.calls == []

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

    def test_each_failure_tells_the_newest_reason(self) -> None:
        log = FakeLog(RUNNING)
        journal = Journal(log, FakeClock())
        for fault in (Fault.LOG_LOCKED, Fault.LOG_NOT_WRITTEN):
            log.fail(fault)
            journal.progress(RUNNING.id, 1.0)
            assert isinstance(journal.fault, Expected)
            assert journal.fault.fault is fault


class TestOver:
    """A session may be ended or discarded elsewhere while it is played here: it takes no more entries."""

    @staticmethod
    def over(log: FakeLog, how: str) -> None:
        if how == "discarded":
            log.discard(RUNNING.id)
        else:
            log.finish(RUNNING.id, Ending.CALLED_AWAY, 5.0, FakeClock().utc_time())

    @pytest.mark.parametrize("how", ["discarded", "ended"])
    def test_what_is_still_said_of_it_is_dropped_and_is_no_fault(self, how: str) -> None:
        log = FakeLog(RUNNING)
        journal = Journal(log, FakeClock())
        self.over(log, how)
        before = list(log.calls)
        journal.note(RUNNING.id, over(LEGS, 28.0))
        journal.progress(RUNNING.id, 30.0)
        journal.note(RUNNING.id, Happening(0.0, Move.FINISH, Phase.ENDED, 1, 30.0, ending=Ending.EARLY))
        assert (log.calls, journal.fault) == (before, None)

    @pytest.mark.parametrize("how", ["discarded", "ended"])
    def test_it_holds_up_no_other_session(self, how: str) -> None:
        log = FakeLog(RUNNING, FOLLOWING)
        journal = Journal(log, FakeClock())
        log.fail()
        journal.note(RUNNING.id, over(LEGS, 28.0))
        journal.note(FOLLOWING.id, over(ARMS, 22.0))
        log.work_again()
        self.over(log, how)
        journal.retry()
        assert journal.fault is None
        assert log.session(FOLLOWING.id).steps == (ARMS,)
        assert all(LEGS not in session.steps for session in log.sessions(RUNNING.baby_id))

    def test_a_mistake_of_the_programs_is_not_hidden(self) -> None:
        class Wrong(NoLog):
            def progress(self, *_: object) -> None:
                raise ValueError("no length of time")

        with pytest.raises(ValueError, match="no length"):
            Journal(Wrong(), FakeClock()).progress("", -1.0)


def test_where_nothing_is_kept_nothing_can_fail() -> None:
    journal = Journal(NoLog(), FakeClock())
    journal.note("", over(LEGS, 28.0))
    journal.note("", Happening(0.0, Move.FINISH, Phase.ENDED, 1, 28.0, ending=Ending.EARLY))
    journal.progress("", 28.0)
    assert journal.fault is None
