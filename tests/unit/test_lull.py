"""How long a session may stand still before it is set down: a massage ten minutes, a doll for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.session import Happening
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.lull import Lull
from tests.fakes.home import ALL_WELL, READY, Home

TEN_MINUTES = 600


class Table:
    """A session that was begun, with its lull asked at every beat."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.lull = Lull(home.household.runner)

    def go(self, seconds: int) -> bool:
        """A beat a second; whether it ever was too long."""
        found = False
        for _ in range(seconds):
            self.home.go(1)
            if self.home.household.runner.running:
                found = self.lull.too_long() or found
        return found


@pytest.fixture
def table() -> Table:
    home = Home()
    home.begin()
    return Table(home)


def test_a_session_that_plays_is_never_too_long(table: Table) -> None:
    assert not table.go(600)


def test_a_pause_of_ten_minutes_is_borne_and_no_longer(table: Table) -> None:
    table.go(60)
    table.home.household.runner.baby_needs_me()
    assert not table.go(TEN_MINUTES)
    assert table.go(3)


def test_going_on_begins_the_count_anew(table: Table) -> None:
    table.go(60)
    for _ in range(3):
        table.home.household.runner.baby_needs_me()
        assert not table.go(TEN_MINUTES - 10)
        table.home.household.runner.resume()
        assert not table.go(8)


def test_a_sleep_of_the_computer_counts_whole(table: Table) -> None:
    table.go(60)
    table.home.clock.pass_time(9 * 3600)
    table.home.household.runner.tick()
    assert table.lull.too_long()


@pytest.mark.parametrize("settings", [Settings(wait_at_steps=True), Settings(wait_for_me=True)])
def test_waiting_for_the_parent_is_standing_still_too(settings: Settings) -> None:
    home = Home()
    home.household.change(settings)
    home.begin()
    table = Table(home)
    assert table.go(1200)
    assert home.household.runner.running


def test_practice_and_a_dry_run_may_stand_still() -> None:
    doll, dry = Home(), Home(speed=20)
    doll.household.practise()
    dry.begin()
    for home in (doll, dry):
        table = Table(home)
        table.go(30)
        home.household.runner.baby_needs_me()
        assert not table.go(2 * TEN_MINUTES)


class TestAfterALongStop:
    """The baby may have been fed, or be unwell by now: the questions of the day come first."""

    @pytest.mark.parametrize("visit", [None, Visit(), replace(ALL_WELL, fed=False), replace(ALL_WELL, ready=False)])
    def test_it_does_not_go_on_before_they_are_answered(self, visit: Visit | None) -> None:
        home = Home().cut_off()
        home.clock.pass_time(11 * 60)
        assert home.found().asks
        with pytest.raises(ValueError, match="questions"):
            home.household.carry_on(home.found(), visit)
        assert not home.household.runner.running

    def test_then_it_does(self) -> None:
        home = Home().cut_off()
        home.clock.pass_time(11 * 60)
        home.household.carry_on(home.found(), ALL_WELL)
        assert home.household.runner.session.planned.step.id == "arm-outer"

    def test_a_feed_meanwhile_forbids_it_whatever_was_pressed(self) -> None:
        home = Home().cut_off()
        home.clock.pass_time(11 * 60)
        home.household.answers.say(READY, "W-01", "fed")
        with pytest.raises(ValueError, match="answer"):
            home.household.carry_on(home.found(), ALL_WELL)

    def test_a_session_that_was_set_down_is_offered_as_after_a_cut(self) -> None:
        home = Home()
        session_id = home.begin()
        home.go(60)
        home.household.runner.baby_needs_me()
        home.go(1)
        told: list[Happening] = []
        home.household.runner.subscribe(told.append)
        home.household.runner.set_down()
        assert [(one.phase, one.ending) for one in told] == [(Phase.ENDED, None)]
        assert not home.household.runner.running
        assert home.found().session.id == session_id
        assert home.found().session.active_seconds == pytest.approx(55, abs=1)
        home.go(30)
        assert home.found().session.active_seconds == pytest.approx(55, abs=1)
