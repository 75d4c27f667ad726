"""What parents said and Today follows: a ten-day plan, a routine for once, the length held, lowered, parted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.today import Today
from tests.fakes.clock import MORNING
from tests.fakes.home import ALL_WELL, READY, TODAY, Home
from tests.fakes.records import BABY, massage

THIRD_DAY = (massage(TODAY - timedelta(days=2), 3), massage(TODAY - timedelta(days=1), 3))


def begun(home: Home, days_ago: int = 2, routine: str = "everyday") -> Home:
    """The doctor sent them, and the plan was begun."""
    answers, at = home.household.answers, MORNING - timedelta(days=days_ago, hours=1)
    answers.say(READY, "ten-days", "general-massage", at=at - timedelta(hours=1))
    answers.say(READY, "ten-days", "begun", at=at, note=routine)
    return home


def said(home: Home, subject: str, answer: str, note: str = "") -> Today:
    home.household.answers.say(READY, subject, answer, note=note)
    return home.household.today()


class TestATenDayPlan:
    def test_its_routine_is_the_days(self) -> None:
        home = begun(Home(*THIRD_DAY))
        home.household.change(Settings(routine="calm"))
        today = home.household.today()
        assert today.routine.id == "everyday"
        assert today.ten_days is not None
        assert (today.ten_days.day, today.ten_days.asks_today) == (3, True)

    def test_once_it_was_done_the_day_has_the_parents_choice_again(self) -> None:
        home = begun(Home(*THIRD_DAY, massage(TODAY, 3, hour=5)))
        home.household.change(Settings(routine="tummy-ease"))
        today = home.household.today()
        assert today.routine.id == "tummy-ease"
        assert today.ten_days is not None
        assert (today.ten_days.day, today.ten_days.asks_today) == (3, False)

    def test_a_routine_that_age_forbids_is_not_the_days(self) -> None:
        assert begun(Home(), routine="strong-4m").household.today().routine.id == "everyday"

    def test_another_one_is_chosen_for_the_next_session_only(self) -> None:
        home = begun(Home(*THIRD_DAY))
        home.household.choose("tummy-ease")
        assert home.household.today().routine.id == "tummy-ease"
        assert home.household.settings.routine == Settings().routine
        home.household.start(home.household.today(), ALL_WELL)
        home.go(180)
        home.household.runner.baby_needs_me()
        home.household.runner.finish(Ending.FINISHED)
        assert home.household.today().routine.id == "everyday"


class TestAChoice:
    def test_without_a_plan_it_holds_from_now_on(self) -> None:
        home = Home()
        home.household.choose("calm")
        home.begin_anew()
        assert home.household.today().routine.id == "calm"

    def test_a_choice_that_could_not_be_kept_is_in_force_all_the_same(self) -> None:
        home = Home()
        home.settings.broken = True
        with pytest.raises(Expected):
            home.household.choose("calm")
        assert home.household.today().routine.id == "calm"


class TestTheLength:
    grown = tuple(massage(TODAY - timedelta(days=6 - day), 3 + day // 2) for day in range(4))
    stopped = tuple(
        replace(massage(TODAY - timedelta(days=back), 2, mood=Mood.CRIED, ending=Ending.EARLY), baby_id=BABY)
        for back in (2, 1)
    )

    def test_it_is_held_and_let_go(self) -> None:
        home = Home(*self.grown)
        assert said(home, "target", "hold").held
        assert not said(home, "target", "free").held

    def test_it_is_lowered_and_taken_back(self) -> None:
        home = Home(*self.grown)
        lowered = said(home, "target", "lower", "4")
        assert (lowered.lowered, lowered.target.minutes) == (True, 4)
        before = said(home, "target", "free")
        assert (before.lowered, before.target.minutes) == (False, 5)

    def test_the_day_is_parted_after_two_early_ends_and_joined_again(self) -> None:
        home = Home(*self.stopped)
        assert home.household.today().may_split
        parted = said(home, "split", "yes")
        assert parted.part is not None
        assert (parted.part.number, parted.part.parts, parted.longest, parted.may_split) == (1, 2, 2, False)
        assert said(home, "split", "no").target.parts == 1

    def test_a_no_can_be_taken_back(self) -> None:
        home = Home(*self.stopped)
        refused = said(home, "split", "no")
        assert (refused.may_split, refused.split_refused) == (False, True)
        parted = said(home, "split", "yes")
        assert (parted.target.parts, parted.split_refused) == (2, False)
