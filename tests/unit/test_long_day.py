"""Thirty minutes as two sessions: massage, then moves, two hours apart or more (content-spec C-06, 3.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.choices import Choices, Day, session_cap
from babymassage_gui.core.day import Part
from babymassage_gui.core.family import length_of
from babymassage_gui.core.growth import Reason
from babymassage_gui.core.history import Ending, Mood, SessionRecord
from babymassage_gui.core.long_day import LongDay, wished
from babymassage_gui.core.said import Said
from babymassage_gui.core.today import look_at
from tests.fakes.answers import said
from tests.fakes.content import catalogue, ids, routine
from tests.fakes.long_days import DAYS, FOUR_MONTHS, GROWN, at, barrier, before_today, family, first, second, seen
from tests.fakes.records import BABY, massage


class TestTheWay:
    """What Today says through such a day."""

    def test_in_the_morning_it_is_the_massage_the_first_of_two(self) -> None:
        today = seen(family(), at(8))
        assert (today.routine.id, today.minutes, today.longest, today.refusal) == ("everyday", 15, 15, None)
        assert today.long_day == LongDay(1, 30)

    def test_after_it_the_moves_open_in_two_hours(self) -> None:
        today = seen(family(first(8)), at(9))
        assert (today.routine.id, today.long_day, today.part) == ("moves", LongDay(2, 30), Part(2, 2, 15))
        assert today.refusal is not None
        assert (today.refusal.barrier, today.refusal.opens_at) == (Barrier.TOO_SOON, at(10, 15))
        assert today.true_until == at(10, 15)

    def test_then_they_may_begin_for_fifteen_minutes_at_the_most(self) -> None:
        today = seen(family(first(8)), at(10, 15))
        assert (today.routine.id, today.minutes, today.refusal) == ("moves", 15, None)
        assert today.plan.seconds <= 15 * 60 + 15
        assert {step.step.block for step in today.plan.steps if not step.step.is_turn} == {
            Block.START, Block.MOVES, Block.FINISH,
        }  # fmt: skip
        assert ids(today.plan)[-1] == "close-cuddle"

    def test_less_may_be_wished_and_never_more(self) -> None:
        home = family(first(8))
        assert [look_at(catalogue(), home, at(11), wish).minutes for wish in (2, 7, 15, 30)] == [2, 7, 15, 15]
        assert look_at(catalogue(), home, at(11), 7).long_day == LongDay(2)

    @pytest.mark.parametrize(("wish", "told"), [(14, None), (15, LongDay(1)), (None, LongDay(1))])
    def test_a_massage_that_is_wished_shorter_is_the_days_only_one(
        self, wish: int | None, told: LongDay | None
    ) -> None:
        assert look_at(catalogue(), family(), at(8), wish).long_day == told

    def test_after_both_the_day_is_done(self) -> None:
        home = family(first(8), second(11))
        today = seen(home, at(14))
        assert (today.routine.id, today.long_day) == ("everyday", None)
        for routine_id in ("everyday", "moves", "calm", "mini", "strong-4m", "wake-up"):
            assert barrier(home, routine_id, at(14)) is Barrier.DONE_TODAY

    def test_on_the_next_day_it_begins_anew(self) -> None:
        tomorrow = seen(family(first(8), second(11)), at(8) + timedelta(days=1))
        assert (tomorrow.routine.id, tomorrow.long_day, tomorrow.refusal) == ("everyday", LongDay(1, 30), None)

    def test_a_round_of_tummy_ease_between_them_moves_the_wait(self) -> None:
        between = massage(at(8).date(), 5.0, hour=11, routine="tummy-ease")
        today = seen(family(first(8), between), at(11, 30))
        assert today.routine.id == "moves"
        assert today.refusal is not None
        assert today.refusal.opens_at == at(13, 5)


class TestOnlyTheMoves:
    """One massage a day stays one massage a day."""

    @pytest.mark.parametrize("routine_id", ["everyday", "mini", "calm", "strong-4m", "wake-up"])
    def test_nothing_else_may_be_the_second(self, routine_id: str) -> None:
        assert barrier(family(first(8)), routine_id, at(11)) is Barrier.DONE_TODAY

    @pytest.mark.parametrize(
        ("routine_id", "follows"),
        [("everyday", True), ("mini", False), ("calm", False), ("strong-4m", False), ("wake-up", False),
         ("moves", False)],
    )  # fmt: skip
    def test_and_only_the_everyday_massage_may_be_the_first(self, routine_id: str, follows: bool) -> None:
        home = family(first(8, routine=routine_id))
        assert (barrier(home, "moves", at(11)) is None) is follows

    def test_without_the_choice_there_is_no_second(self) -> None:
        home = family(first(8), choices=Choices())
        assert barrier(home, "moves", at(11)) is Barrier.DONE_TODAY
        assert seen(home, at(8)).long_day is None


WENT: list[tuple[Mapping[str, Any], bool]] = [
    ({}, True),
    ({"mood": Mood.UNSETTLED}, False),
    ({"mood": Mood.CRIED}, False),
    ({"mood": Mood.ASLEEP}, False),
    ({"mood": Mood.NOT_SAID}, False),
    ({"mood": None}, False),
    ({"ending": Ending.EARLY}, False),
    ({"ending": Ending.EARLY, "mood": Mood.CRIED}, False),
    ({"ending": Ending.ASLEEP}, False),
    ({"ending": Ending.SPAT_UP}, False),
    ({"ending": Ending.CALLED_AWAY}, False),
    ({"ending": Ending.SOMETHING_WRONG}, False),
    ({"ending": None}, False),
    ({"target": 14, "minutes": 14.0}, False),
    ({"target": 15, "minutes": 13.0}, True),
]


@pytest.mark.parametrize(("how", "follows"), WENT)
def test_the_moves_follow_only_a_full_massage_that_was_calm_to_its_end(how: Mapping[str, Any], follows: bool) -> None:
    length = length_of(catalogue(), family(first(8, **how)), at(16).date())
    assert length.is_second(routine("moves")) is follows
    assert length.full_sessions(routine("moves")) == (2 if follows else 1)


class TestWhoMayChooseIt:
    @pytest.mark.parametrize(("days", "two"), [(FOUR_MONTHS - 1, False), (FOUR_MONTHS, True), (364, True)])
    def test_from_four_months_on(self, days: int, two: bool) -> None:
        assert wished(age_of_days(days), Choices(two_sessions=True)) is two
        assert not wished(age_of_days(days), Choices(two_sessions=False))

    @pytest.mark.parametrize(("days", "cap"), [(45, 5), (FOUR_MONTHS - 1, 10), (FOUR_MONTHS, 15)])
    def test_the_longest_session_of_an_age_grows_by_nothing(self, days: int, cap: int) -> None:
        assert session_cap(age_of_days(days), Choices(two_sessions=True, longest_minutes=20)) == cap

    @pytest.mark.parametrize(("number", "minutes", "two"), [(23, 14, False), (24, 15, True)])
    def test_once_the_length_has_grown_to_the_full_fifteen_minutes(self, number: int, minutes: int, two: bool) -> None:
        length = length_of(catalogue(), family(before=before_today(number=number)), at(8).date())
        assert (length.targets["everyday"].minutes, length.two_sessions) == (minutes, two)

    @pytest.mark.parametrize(("limit", "two"), [(None, True), (15, True), (14, False)])
    def test_within_the_parents_own_limit(self, limit: int | None, two: bool) -> None:
        assert length_of(catalogue(), family(parent_limit=limit), at(8).date()).two_sessions is two

    @pytest.mark.parametrize("longest", [15, 20])
    def test_each_has_fifteen_minutes_however_long_one_alone_may_be(self, longest: int) -> None:
        choices = Choices(two_sessions=True, longest_minutes=longest)
        allowed = Said("allowed", BABY, "target", "longest", at(6, days=DAYS - GROWN), note="20")
        long_ones = before_today(minutes=20)
        today = seen(family(before=long_ones, choices=choices, told=(allowed,)), at(8))
        assert today.minutes == 15
        alone = seen(family(before=long_ones, choices=replace(choices, two_sessions=False), told=(allowed,)), at(8))
        assert alone.minutes == longest

    def test_less_as_the_parent_asked_is_one_session(self) -> None:
        lower = said("target", "lower", at(7), note="10")
        today = seen(family(told=(lower,)), at(8))
        assert (today.minutes, today.long_day) == (10, None)
        later = seen(family(first(8), told=(said("target", "lower", at(9), note="10"),)), at(11))
        assert later.refusal is not None
        assert later.refusal.barrier is Barrier.DONE_TODAY

    def test_a_day_in_parts_has_its_own_parts(self) -> None:
        assert not length_of(catalogue(), family(told=(said("split", "yes", at(7)),)), at(8).date()).two_sessions

    def test_quiet_days_are_quiet(self) -> None:
        stopped = tuple(
            massage(at(8, days=DAYS - ago).date(), 4, ending=Ending.EARLY, mood=Mood.CRIED, target=15)
            for ago in (3, 2, 1)
        )
        home = family(before=(*before_today(DAYS - 3), *stopped))
        assert seen(home, at(8)).target.reason is Reason.RESTING
        assert not length_of(catalogue(), home, at(8).date()).two_sessions

    @pytest.mark.parametrize("sessions", [(), (first(8),)])
    def test_a_ten_day_plan_asks_for_its_own_alone(self, sessions: tuple[SessionRecord, ...]) -> None:
        plan = (
            said("ten-days", "general-massage", at(7, days=DAYS - 1)),
            said("ten-days", "begun", at(7, days=DAYS), note="everyday"),
        )
        home = family(*sessions, told=plan)
        assert not length_of(catalogue(), home, at(8).date()).two_sessions

    def test_without_the_massage_in_the_content_there_is_neither(self) -> None:
        less = {key: one for key, one in catalogue().routines.items() if key != "everyday"}
        assert not length_of(replace(catalogue(), routines=less), family(), at(8).date()).two_sessions


class TestHours:
    """The moves stir: they come before the evening (C-04), two hours after the massage."""

    @pytest.mark.parametrize(
        ("now", "told"),
        [(at(14, 44), LongDay(1)), (at(14, 45), None), (at(16, 0), None), (at(20, 0), None)],
    )
    def test_the_first_is_called_so_while_there_is_time_for_both(self, now: datetime, told: LongDay | None) -> None:
        today = seen(family(), now)
        assert (today.routine.id, today.long_day) == ("everyday", told)

    @pytest.mark.parametrize(("evening", "told"), [(17, None), (18, LongDay(1))])
    def test_the_evening_is_the_familys(self, evening: int, told: LongDay | None) -> None:
        assert seen(family(day=Day(evening_start_hour=evening)), at(15)).long_day == told

    @pytest.mark.parametrize(
        ("now", "routine_id"),
        [(at(16, 59), "moves"), (at(17, 0), "everyday"), (at(23, 0), "everyday")],
    )
    def test_what_was_not_begun_before_the_evening_is_left(self, now: datetime, routine_id: str) -> None:
        today = seen(family(first(8)), now)
        assert today.routine.id == routine_id
        assert (today.long_day is None) is (routine_id == "everyday")
        assert (today.refusal is None) is (routine_id == "moves")

    @pytest.mark.parametrize(("hour", "routine_id"), [(14, "moves"), (15, "everyday")])
    def test_a_massage_too_late_for_the_moves_is_the_days_only_one(self, hour: int, routine_id: str) -> None:
        today = seen(family(first(hour)), at(hour, 30))
        assert today.routine.id == routine_id

    def test_the_wait_after_a_feed_counts_too(self) -> None:
        fed = said("W-01", "fed", at(16, 0))
        assert seen(family(first(8), told=(fed,)), at(16, 10)).routine.id == "moves"
        late = said("W-01", "fed", at(16, 20))
        assert seen(family(first(8), told=(late,)), at(16, 30)).routine.id == "everyday"

    def test_a_day_on_which_nothing_more_is_to_be_has_no_second(self) -> None:
        ill = said("T-02", "yes", at(10))
        today = seen(family(first(8), told=(ill,)), at(11))
        assert (today.routine.id, today.long_day) == ("everyday", None)
