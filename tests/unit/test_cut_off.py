"""A session that a kill or a power cut ended: gone on with, kept or discarded, and never a way past a gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest

from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.growth import Reason
from babymassage_gui.core.history import Ending, Kind, SessionRecord
from babymassage_gui.core.profile import DOCTOR_YES_DAYS
from tests.fakes.clock import MORNING
from tests.fakes.home import ALL_WELL, READY, TODAY, Home
from tests.fakes.records import massage


def cut_in_the_morning(seconds: float = 43.0) -> SessionRecord:
    """A massage that was cut off half an hour ago, so many seconds in."""
    return massage(TODAY, seconds / 60, hour=7, ending=None)


class TestGoingOn:
    def test_it_counts_in_and_plays_the_rest(self) -> None:
        home = Home().cut_off()
        home.household.carry_on(home.found())
        assert home.household.runner.session.planned.step.id == "arm-outer"
        home.go(250)
        (row,) = home.household.sessions()
        assert row.ending is Ending.FINISHED
        assert row.active_seconds == sum(step.seconds for step in row.steps) >= 194

    def test_it_is_the_same_session_and_not_offered_again(self) -> None:
        home = Home().cut_off()
        home.household.carry_on(home.found())
        home.go(250)
        assert (home.household.unfinished(), len(home.household.sessions())) == (None, 1)
        assert home.barrier() == Barrier.DONE_TODAY

    def test_what_is_being_played_is_not_cut_off(self) -> None:
        home = Home()
        home.begin()
        home.go(60)
        assert (home.household.unfinished(), home.household.today().cut_off) == (None, None)
        home.household.settle_leftovers()
        assert home.household.sessions()[0].ending is None

    def test_the_one_in_today_is_the_one_that_can_be_gone_on_with(self) -> None:
        home = Home().cut_off()
        assert home.household.today().cut_off == home.household.unfinished()

    def test_without_a_baby_there_is_none(self) -> None:
        assert Home(baby=None).household.unfinished() is None

    def test_a_plan_that_can_no_longer_be_read_is_said_and_can_still_be_kept(self) -> None:
        damaged = replace(massage(TODAY, 1.0, hour=7, ending=None), plan="[{}")
        home = Home(damaged)
        assert home.found().session == damaged
        with pytest.raises(Expected) as refused:
            home.household.carry_on(home.found(), ALL_WELL)
        assert refused.value.fault is Fault.PLAN_UNREADABLE
        assert not home.household.runner.running
        home.household.keep(damaged)
        assert home.log.session(damaged.id).active_seconds == 60.0


class TestGates:
    @staticmethod
    def refused(home: Home) -> str:
        """Going on is refused; why."""
        cut = home.found()
        assert cut.refusal is not None
        with pytest.raises(ValueError, match=cut.refusal.barrier.value):
            home.household.carry_on(cut)
        assert not home.household.runner.running
        return cut.refusal.barrier.value

    @pytest.mark.parametrize(
        ("barrier", "changes"),
        [
            (Barrier.NAVEL, {"navel_healed": False}),
            (Barrier.DOCTOR, {"doctor_yes_on": None}),
            (Barrier.DOCTOR_AGAIN, {"doctor_yes_on": TODAY - timedelta(days=DOCTOR_YES_DAYS + 1)}),
            (Barrier.NOT_YET, {"born": TODAY - timedelta(days=30)}),
        ],
    )
    def test_what_forbids_a_start_forbids_going_on(self, barrier: Barrier, changes: dict[str, object]) -> None:
        home = Home().cut_off()
        home.household.save_baby(replace(READY, **changes))  # type: ignore[arg-type]
        assert self.refused(home) == barrier

    def test_a_baby_that_became_too_old_at_midnight_is_not_gone_on_with(self) -> None:
        home = Home(baby=replace(READY, born=date(2025, 3, 3)))
        home.clock.set_wall_clock(MORNING.replace(hour=23, minute=55))
        home.cut_off()
        assert home.found().refusal is None
        home.clock.pass_time(600)
        assert self.refused(home) == Barrier.TOO_OLD

    @pytest.mark.parametrize("question", [("T-02", "yes"), ("T-06", "yes"), ("N-06", "yes"), ("W-01", "fed")])
    def test_nor_what_was_answered_since(self, question: tuple[str, str]) -> None:
        home = Home().cut_off()
        seen = home.found()
        home.household.answers.say(READY, *question)
        with pytest.raises(ValueError, match="answer"):
            home.household.carry_on(seen)
        assert self.refused(home) == Barrier.ANSWER

    def test_a_part_that_was_closed_since_is_not_played(self) -> None:
        home = Home().cut_off()
        assert "tummy-circle" in [one.step.id for one in home.household.today().plan.steps]
        home.household.answers.say(READY, "T-04", "harmless", note="tummy")
        home.household.carry_on(home.found())
        steps = [planned.step for planned in home.household.runner.session.steps]
        assert not [step.id for step in steps if step.zone == "tummy"]
        assert (steps[0].id, steps[-1].id) == ("open-ask", "close-cuddle")
        home.go(400)
        assert home.household.sessions()[0].ending is Ending.FINISHED

    def test_one_that_was_settled_since_is_not_gone_on_with(self) -> None:
        home = Home().cut_off()
        seen = home.found()
        home.household.keep(seen.session)
        with pytest.raises(ValueError, match="no such session"):
            home.household.carry_on(seen)

    @pytest.mark.parametrize("seconds", [43.0, 120.0])
    def test_a_second_massage_of_the_day_is_not_gone_on_with(self, seconds: float) -> None:
        home = Home(massage(TODAY, hour=6), cut_in_the_morning(seconds))
        assert self.refused(home) == Barrier.DONE_TODAY

    def test_nor_one_after_a_massage_that_was_discarded(self) -> None:
        home = Home(massage(TODAY, hour=6), cut_in_the_morning())
        home.household.discard(home.household.sessions()[0])
        assert self.refused(home) == Barrier.DONE_TODAY

    def test_its_own_minutes_do_not_forbid_going_on(self) -> None:
        assert Home(cut_in_the_morning(120.0)).found().refusal is None

    def test_a_routine_that_is_no_longer_taught_is_not_gone_on_with(self) -> None:
        home = Home(replace(cut_in_the_morning(), routine_id="forgotten"))
        assert self.refused(home) == Barrier.NOT_OFFERED

    @pytest.mark.parametrize("barrier", [Barrier.NAVEL, Barrier.UNFINISHED])
    def test_where_going_on_is_refused_keeping_and_discarding_are_open(self, barrier: Barrier) -> None:
        baby = replace(READY, navel_healed=barrier is not Barrier.NAVEL)
        for settle in ("keep", "discard"):
            home = Home(cut_in_the_morning(), baby=baby)
            assert home.barrier() == barrier
            getattr(home.household, settle)(home.found().session)
            assert home.household.unfinished() is None


class TestStart:
    @pytest.mark.parametrize("seconds", [0.0, 43.0, 120.0])
    def test_beside_a_cut_off_session_nothing_new_begins(self, seconds: float) -> None:
        home = Home(cut_in_the_morning(seconds))
        assert home.barrier() == Barrier.UNFINISHED
        with pytest.raises(ValueError, match="unfinished"):
            home.begin()
        assert not home.household.runner.running
        assert len(home.log) == 1

    @pytest.mark.parametrize("settle", ["keep", "discard"])
    @pytest.mark.parametrize(
        ("seconds", "then"), [(43.0, None), (60.0, Barrier.DONE_TODAY), (185.0, Barrier.DONE_TODAY)]
    )
    def test_once_it_is_settled_start_is_open_after_an_attempt_and_closed_that_day_after_a_minute(
        self, settle: str, seconds: float, then: Barrier | None
    ) -> None:
        home = Home(cut_in_the_morning(seconds))
        getattr(home.household, settle)(home.found().session)
        assert home.barrier() == then

    def test_two_hours_hold_after_a_discarded_massage_over_midnight(self) -> None:
        home = Home(massage(TODAY, 5.0, hour=21, ending=None))
        home.clock.set_wall_clock(MORNING.replace(hour=0, minute=10) + timedelta(days=1))
        home.household.discard(home.found().session)
        assert home.barrier() == Barrier.TOO_SOON
        home.clock.pass_time(2 * 3600)
        assert home.barrier() is None

    def test_a_discarded_massage_is_neither_in_the_past_nor_in_the_length(self) -> None:
        home = Home(massage(TODAY - timedelta(days=1)), massage(TODAY, 5.0, hour=4))
        assert home.household.today().target.reason is Reason.GROWN
        home.household.discard(home.household.sessions()[-1])
        today = home.household.today()
        assert (len(today.massages), today.target.reason) == (1, Reason.ONE_MORE_CALM)


class TestSettling:
    def test_kept_it_ends_when_it_was_last_seen_and_the_growth_rule_passes_over_it(self) -> None:
        home = Home().cut_off()
        record = home.found().session
        before = home.household.today().target
        home.household.keep(record)
        (row,) = home.household.sessions()
        assert (row.ending, row.ended_at) == (Ending.CALLED_AWAY, record.last_seen_at)
        assert row.active_seconds == record.active_seconds > 50
        assert home.household.today().target == before
        assert home.household.unfinished() is None

    def test_one_that_was_never_seen_again_ends_when_it_began(self) -> None:
        never_seen = replace(massage(TODAY, 0.0, hour=7, ending=None), last_seen_at=None)
        home = Home(never_seen)
        home.household.keep(never_seen)
        assert home.log.session(never_seen.id).ended_at == never_seen.started_at.astimezone(UTC)

    def test_discarded_it_is_gone(self) -> None:
        home = Home().cut_off()
        home.household.discard(home.found().session)
        assert (home.household.sessions(), home.household.unfinished()) == ((), None)

    def test_after_six_hours_it_is_kept_as_it_is(self) -> None:
        home = Home().cut_off()
        home.household.settle_leftovers()
        assert home.household.sessions()[0].ending is None
        home.clock.pass_time(6 * 3600 + 1)
        assert home.household.unfinished() is None
        home.household.settle_leftovers()
        assert home.household.sessions()[0].ending is Ending.CALLED_AWAY

    def test_only_the_newest_is_asked_about_and_the_others_are_kept(self) -> None:
        older = massage(TODAY, 0.5, hour=6, ending=None)
        home = Home(older, cut_in_the_morning())
        home.household.settle_leftovers()
        assert [session.ending for session in home.household.sessions()] == [Ending.CALLED_AWAY, None]
        assert home.found().session == cut_in_the_morning()

    def test_what_cannot_be_settled_now_is_settled_another_time(self) -> None:
        home = Home(massage(TODAY - timedelta(days=1), 0.5, ending=None))
        home.log.fail()
        with pytest.raises(Expected):
            home.household.settle_leftovers()
        home.log.work_again()
        home.household.settle_leftovers()
        assert home.household.sessions()[0].ending is Ending.CALLED_AWAY

    def test_while_a_session_runs_nothing_is_settled(self) -> None:
        home = Home(massage(TODAY - timedelta(days=1), 0.5, ending=None))
        home.begin()
        home.household.settle_leftovers()
        assert [session.ending for session in home.household.sessions()] == [None, None]


class TestDryRun:
    def test_one_that_was_cut_off_is_never_offered_and_kept_as_it_is(self) -> None:
        home = Home(speed=20.0).cut_off()
        home.begin_anew(speed=1.0)
        assert (home.household.unfinished(), home.barrier()) == (None, None)
        home.household.settle_leftovers()
        (row,) = home.household.sessions()
        assert (row.kind, row.ending) == (Kind.REHEARSAL, Ending.CALLED_AWAY)

    @pytest.mark.parametrize("touch", [lambda home: home.begin(), lambda home: home.household.settle_leftovers()])
    @pytest.mark.parametrize("days_ago", [0, 1])
    def test_a_session_that_was_cut_off_in_earnest_is_left_alone(
        self, days_ago: int, touch: Callable[[Home], object]
    ) -> None:
        earnest = massage(TODAY - timedelta(days=days_ago), 0.7, hour=7, ending=None)
        home = Home(earnest)
        home.begin_anew(speed=20.0)
        assert (home.household.unfinished(), home.household.today().cut_off) == (None, None)
        touch(home)
        home.go(400)
        assert home.log.session(earnest.id) == earnest

    def test_back_in_earnest_it_is_offered_as_before(self) -> None:
        home = Home(cut_in_the_morning())
        home.begin_anew(speed=20.0)
        home.begin()
        home.go(300)
        home.begin_anew(speed=1.0)
        assert home.found().session == cut_in_the_morning()
