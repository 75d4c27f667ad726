"""The hard ways to end: something is wrong, three early ends in a row, and an end that the log refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.growth import Reason
from babymassage_gui.core.history import Ending, Kind
from babymassage_gui.core.profile import Baby
from tests.fakes.clock import MORNING
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage


def ended(home: Home, seconds: float, ending: Ending) -> str:
    """A session that the parent ended so many seconds after Start; its id."""
    session_id = home.begin()
    home.go(seconds)
    home.household.runner.finish(ending)
    return session_id


def refuse(*_: object) -> None:
    """What a full disk says."""
    raise Expected(Fault.LOG_NOT_WRITTEN)


class TestSomethingWrong:
    @staticmethod
    def wrong(seconds: float) -> Home:
        """Something was wrong so many seconds after Start; the window asks for the doctor anew."""
        home = Home()
        ended(home, seconds, Ending.SOMETHING_WRONG)
        home.household.doctor_is_asked_again()
        return home

    @pytest.mark.parametrize("seconds", [2, 20, 120])
    def test_the_doctor_has_to_agree_anew_and_start_stays_closed_that_day_however_short_it_was(
        self, seconds: float
    ) -> None:
        home = self.wrong(seconds)
        assert home.barrier() == Barrier.DOCTOR
        home.household.save_baby(READY)
        assert home.barrier() == Barrier.DONE_TODAY
        home.clock.set_wall_clock(MORNING.replace(hour=23, minute=59))
        assert home.barrier() == Barrier.DONE_TODAY

    def test_tomorrow_start_is_open_if_the_doctor_agreed_and_only_then(self) -> None:
        home = self.wrong(20)
        home.clock.set_wall_clock(MORNING + timedelta(days=1))
        assert home.barrier() == Barrier.DOCTOR
        home.household.save_baby(READY)
        assert home.barrier() is None

    def test_discarding_it_does_not_open_the_day(self) -> None:
        home = self.wrong(20)
        home.household.save_baby(READY)
        home.household.discard(home.household.sessions()[0])
        assert home.barrier() == Barrier.DONE_TODAY

    def test_nothing_else_of_the_baby_is_changed(self) -> None:
        assert self.wrong(20).household.baby == replace(READY, doctor_yes_on=None)

    def test_a_yes_that_could_not_be_taken_back_is_said(self) -> None:
        home = Home()
        home.babies.broken = True
        with pytest.raises(Expected) as refused:
            home.household.doctor_is_asked_again()
        assert refused.value.fault is Fault.LOG_NOT_WRITTEN

    @pytest.mark.parametrize("baby", [None, replace(READY, doctor_yes_on=None)])
    def test_where_no_doctor_agreed_there_is_nothing_to_write(self, baby: Baby | None) -> None:
        home = Home(baby=baby)
        home.babies.broken = True
        home.household.doctor_is_asked_again()
        assert home.household.baby == baby


class TestThirdEarlyEnd:
    @staticmethod
    def two_days_before() -> Home:
        return Home(*(massage(TODAY - timedelta(days=n), 2.0, ending=Ending.EARLY) for n in (2, 1)))

    def test_after_a_third_one_under_a_minute_hands_rest_the_same_day(self) -> None:
        home = self.two_days_before()
        ended(home, 30, Ending.EARLY)
        today = home.household.today()
        assert (today.refusal, today.target.resting, today.target.reason) == (None, True, Reason.RESTING)
        assert home.log.session(home.begin()).kind is Kind.RESTING

    def test_after_a_longer_one_the_day_is_done_and_hands_rest_the_next_three(self) -> None:
        home = self.two_days_before()
        ended(home, 120, Ending.EARLY)
        assert home.barrier() == Barrier.DONE_TODAY
        resting = []
        for _ in range(4):
            home.clock.set_wall_clock(home.clock.local_time() + timedelta(days=1))
            resting.append(home.household.today().target.resting)
        assert resting == [True, True, True, False]

    def test_the_second_one_rests_nothing(self) -> None:
        home = Home(massage(TODAY - timedelta(days=1), 2.0, ending=Ending.EARLY))
        ended(home, 30, Ending.EARLY)
        assert not home.household.today().target.resting


class TestUnwrittenEnd:
    @staticmethod
    def full_disk(ending: Ending = Ending.EARLY, seconds: float = 100) -> Home:
        """The log took the first steps of a session and not its end."""
        home = Home()
        home.begin()
        home.go(seconds - 10)
        home.log.fail()
        home.go(10)
        home.household.runner.finish(ending)
        return home

    def test_it_holds_all_the_same(self) -> None:
        home = self.full_disk()
        (row,) = home.household.sessions()
        assert (row.ending, row.active_seconds) == (Ending.EARLY, 95.0)
        assert row.ended_at == row.last_seen_at == home.clock.utc_time()
        assert row.steps == home.household.runner.session.records
        assert (home.household.unfinished(), home.barrier()) == (None, Barrier.DONE_TODAY)
        assert home.log.session(row.id).ending is None

    def test_it_stays_at_its_moment(self) -> None:
        home = self.full_disk()
        at = home.clock.utc_time()
        home.clock.pass_time(3600)
        assert home.household.sessions()[0].ended_at == at

    def test_it_is_not_settled_as_a_leftover(self) -> None:
        home = self.full_disk(Ending.FINISHED)
        home.log.work_again()
        home.household.settle_leftovers()
        home.household.runner.retry()
        assert [session.ending for session in home.household.sessions()] == [Ending.FINISHED]

    def test_before_the_program_goes_the_log_can_be_asked_once_more(self) -> None:
        home = self.full_disk()
        home.household.runner.retry()
        assert home.household.runner.fault is not None
        home.log.work_again()
        home.household.runner.retry()
        assert home.household.runner.fault is None
        assert home.log.session(home.household.runner.session_id).ending is Ending.EARLY

    def test_other_sessions_are_shown_as_they_are(self) -> None:
        home = Home(massage(TODAY - timedelta(days=1)))
        ended(home, 100, Ending.EARLY)
        home.log.fail()
        home.household.runner.retry()
        assert [session.ending for session in home.household.sessions()] == [Ending.FINISHED, Ending.EARLY]

    def test_a_failure_in_the_middle_of_a_first_session_ends_nothing(self) -> None:
        home = Home()
        home.begin()
        home.log.fail()
        home.go(60)
        assert home.household.runner.fault is not None
        assert home.household.sessions()[0].ending is None

    def test_practice_on_a_doll_keeps_speaking_of_it_and_tries_again(self) -> None:
        home = self.full_disk(Ending.SOMETHING_WRONG, seconds=30)
        session_id = home.household.runner.session_id
        home.household.practise()
        home.go(10)
        assert home.household.runner.fault is not None
        assert home.log.session(session_id).ending is None
        home.log.work_again()
        home.go(5)
        assert home.household.runner.fault is None
        assert home.log.session(session_id).ending is Ending.SOMETHING_WRONG

    @pytest.mark.parametrize("seconds_of_practice", [0, 30])
    def test_practice_on_a_doll_does_not_turn_it_into_a_session_to_go_on_with(self, seconds_of_practice: int) -> None:
        home = self.full_disk(Ending.SOMETHING_WRONG, seconds=30)
        home.household.practise()
        home.go(seconds_of_practice)
        home.household.runner.finish(Ending.FINISHED)
        home.household.settle_leftovers()
        assert (home.household.unfinished(), home.barrier()) == (None, Barrier.DONE_TODAY)
        home.log.work_again()
        home.household.settle_leftovers()
        home.household.runner.retry()
        assert [session.ending for session in home.household.sessions()] == [Ending.SOMETHING_WRONG]

    def test_no_session_begins_before_it_is_written(self) -> None:
        home = self.full_disk(seconds=30)
        assert home.barrier() is None
        with pytest.raises(Expected):
            home.begin()
        assert (home.household.runner.running, len(home.log)) == (False, 1)
        home.log.work_again()
        home.begin()
        assert [session.ending for session in home.household.sessions()] == [Ending.EARLY, None]

    def test_not_even_where_the_log_would_take_its_first_row(self, monkeypatch: pytest.MonkeyPatch) -> None:
        home = Home()
        monkeypatch.setattr(home.log, "finish", refuse)
        ended(home, 30, Ending.EARLY)
        with pytest.raises(Expected):
            home.begin()
        assert (home.household.runner.running, len(home.log)) == (False, 1)

    def test_at_the_next_start_of_the_program_the_session_is_offered_as_far_as_the_log_knows_it(self) -> None:
        home = self.full_disk()
        home.log.work_again()
        home.begin_anew()
        assert home.found().session.active_seconds == 85.0


class TestElsewhere:
    """The same log in another window."""

    def test_an_end_that_was_given_elsewhere_holds(self) -> None:
        home = TestUnwrittenEnd.full_disk(seconds=30)
        row = home.log.session(home.household.runner.session_id)
        home.log.work_again()
        home.household.keep(row)
        assert home.household.runner.fault is not None
        assert home.household.sessions()[0].ending is Ending.CALLED_AWAY

    @pytest.mark.parametrize("how", ["discarded", "kept"])
    def test_a_session_that_is_settled_elsewhere_does_not_stop_the_journal_of_the_next(self, how: str) -> None:
        home = Home()
        gone = home.begin()
        home.go(30)
        if how == "discarded":
            home.log.discard(gone)
        else:
            home.household.keep(home.log.session(gone))
        home.go(20)
        home.household.runner.finish(Ending.EARLY)
        assert home.household.runner.fault is None
        home.clock.set_wall_clock(MORNING + timedelta(days=1))
        following = home.begin()
        home.go(300)
        row = home.log.session(following)
        assert (row.ending, row.steps) == (Ending.FINISHED, home.household.runner.session.records)

    def test_not_even_if_it_was_discarded_while_its_end_could_not_be_written(self) -> None:
        home = TestUnwrittenEnd.full_disk(seconds=30)
        home.log.work_again()
        home.log.discard(home.household.runner.session_id)
        following = home.begin()
        home.go(300)
        assert home.log.session(following).ending is Ending.FINISHED
        assert home.household.runner.fault is None


def test_the_day_of_a_session_is_that_of_its_start() -> None:
    home = Home()
    home.clock.set_wall_clock(MORNING.replace(hour=23, minute=59))
    ended(home, 100, Ending.SOMETHING_WRONG)
    (row,) = home.household.sessions()
    assert row.day == date(2026, 3, 2)
    assert home.barrier() == Barrier.TOO_SOON
