"""Which massage today: open now, closed until when, and what comes next (content-spec 3.2, P-10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.choosing import OPENED_BY_CARE, Choice, Choosing, openings, takes_minutes
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.planner import make_plan
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.wish import Wish
from tests.fakes.clock import MORNING
from tests.fakes.content import catalogue
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage

EVENING = MORNING.replace(hour=17)
# 4 months after a birth 90 days before 2 March: 2 December to 2 April.
FOUR_MONTHS = date(2026, 4, 2)


def baby_of(days: int, **changes: object) -> Baby:
    return replace(READY, born=TODAY - timedelta(days=days), **changes)  # type: ignore[arg-type]


def list_of(home: Home, at: datetime = MORNING) -> Choosing:
    home.clock.set_wall_clock(at)
    return home.household.choosing()


def ids(choices: tuple[Choice, ...]) -> list[str]:
    return [choice.routine.id for choice in choices]


def find(choosing: Choosing, routine_id: str) -> Choice:
    return next(c for c in (*choosing.open, *choosing.closed) if c.routine.id == routine_id)


def barrier(choosing: Choosing, routine_id: str) -> Barrier | None:
    refusal = find(choosing, routine_id).refusal
    return None if refusal is None else refusal.barrier


def test_in_the_morning_the_open_ones_stand_in_the_order_of_the_content() -> None:
    choosing = list_of(Home())
    assert ids(choosing.open) == ["first-strokes", "mini", "everyday", "face", "calm", "tummy-ease"]
    assert not choosing.evening
    assert not any(choice.suggested for choice in choosing.open)
    assert [choice.routine.id for choice in choosing.open if choice.chosen] == ["everyday"]


def test_from_the_evening_on_what_calms_stands_first() -> None:
    choosing = list_of(Home(), EVENING)
    assert choosing.evening
    assert ids(choosing.open) == ["calm", "tummy-ease", "face", "mini", "first-strokes", "everyday"]
    assert [choice.routine.id for choice in choosing.open if choice.suggested] == ["calm", "tummy-ease", "face", "mini"]


def test_what_stirs_is_closed_in_the_evening_and_opens_tomorrow() -> None:
    home = Home(baby=baby_of(140))
    assert {"strong-4m", "wake-up", "moves"} <= set(ids(list_of(home).open))
    evening = list_of(home, EVENING)
    for stirring in ("strong-4m", "wake-up", "moves"):
        refusal = find(evening, stirring).refusal
        assert refusal is not None
        assert (refusal.barrier, refusal.opens_on) == (Barrier.EVENING, TODAY + timedelta(days=1))


def test_the_closed_ones_stand_by_the_day_they_open_and_those_that_do_not_open_by_themselves_last() -> None:
    closed = list_of(Home()).closed
    assert ids(closed) == ["strong-4m", "moves", "pro-moves", "wake-up", "tear-duct"]
    days = [choice.refusal.opens_on for choice in closed if choice.refusal is not None]
    assert days == [FOUR_MONTHS, FOUR_MONTHS, FOUR_MONTHS, FOUR_MONTHS + timedelta(days=1), None]


def test_what_must_be_shown_or_prescribed_is_opened_under_care() -> None:
    choosing = list_of(Home(baby=baby_of(140)))
    assert barrier(choosing, "pro-moves") is Barrier.SHOW_FIRST
    assert barrier(choosing, "tear-duct") is Barrier.PRESCRIBE_FIRST
    assert {Barrier.SHOW_FIRST, Barrier.PRESCRIBE_FIRST} <= OPENED_BY_CARE


def test_every_routine_with_a_baby_is_listed_once_but_the_wrapper() -> None:
    choosing = list_of(Home())
    listed = ids((*choosing.open, *choosing.closed))
    assert sorted(listed) == sorted(r.id for r in catalogue().routines.values() if r.with_baby and not r.wraps)


def test_an_hour_after_a_massage_all_are_closed_and_the_list_changes_when_the_first_opens() -> None:
    home = Home(massage(TODAY, 3, hour=7))
    choosing = list_of(home, MORNING.replace(hour=10))
    assert choosing.open == ()
    tummy = find(choosing, "tummy-ease").refusal
    assert tummy is not None
    assert tummy.barrier is Barrier.TOO_SOON
    assert choosing.changes_at == tummy.opens_at == MORNING.replace(hour=11, minute=3)
    assert barrier(choosing, "everyday") is Barrier.DONE_TODAY


@pytest.mark.parametrize(
    ("at", "changes"),
    [
        (MORNING, MORNING.replace(hour=17, minute=0)),
        (EVENING, datetime(2026, 3, 3, tzinfo=MORNING.tzinfo)),
    ],
)
def test_the_list_stays_true_until_the_evening_then_until_midnight(at: datetime, changes: datetime) -> None:
    assert list_of(Home(), at).changes_at == changes


def test_a_routine_takes_the_minutes_that_its_moves_fill() -> None:
    home = Home(*(massage(TODAY - timedelta(days=14 - day), 3 + day // 2) for day in range(14)))
    choosing = list_of(home)
    assert find(choosing, "everyday").minutes == 10
    assert find(choosing, "first-strokes").minutes == 6
    assert find(choosing, "mini").minutes == 5
    assert find(choosing, "strong-4m").minutes == 0


@pytest.mark.parametrize(("routine_id", "minutes", "takes"), [("face", 3, 2), ("everyday", 3, 3), ("everyday", 10, 10)])
def test_a_plan_never_takes_more_minutes_than_were_aimed_at(routine_id: str, minutes: int, takes: int) -> None:
    plan = make_plan(catalogue(), Wish(catalogue().routines[routine_id], age_of_days(60), minutes))
    assert takes_minutes(plan) == takes


def test_on_resting_days_every_one_of_them_is_hands_resting() -> None:
    days = (TODAY - timedelta(days=back) for back in (3, 2, 1))
    choosing = list_of(Home(*(massage(d, 2, mood=Mood.CRIED, ending=Ending.EARLY) for d in days)))
    assert choosing.resting
    assert {choice.minutes for choice in choosing.open} == {1}


def test_rubbing_opens_next_then_the_shoulders_a_day_later() -> None:
    first, second = list_of(Home()).opens_next
    assert (first.day, first.rubbing) == (FOUR_MONTHS, True)
    assert {step.id for step in first.steps} == {"leg-rub", "arm-rub", "tummy-rub", "back-sides-rub"}
    assert (second.day, second.rubbing) == (FOUR_MONTHS + timedelta(days=1), False)
    assert [step.id for step in second.steps] == ["back-shoulders"]


def test_a_step_that_opens_on_several_days_counts_on_the_first() -> None:
    everyday = catalogue().routines["everyday"]
    younger, older = (make_plan(catalogue(), Wish(everyday, age_of_days(days), 3)) for days in (60, 61))
    days = [opening.day for opening in openings({"older": older, "younger": younger})]
    assert days == [opening.day for opening in openings({"younger": younger})]


def test_nothing_is_announced_once_all_of_it_is_open() -> None:
    assert list_of(Home(baby=baby_of(200))).opens_next == ()


def test_a_baby_that_came_early_is_offered_what_its_corrected_age_allows() -> None:
    born = TODAY - timedelta(days=140)
    early = replace(READY, born=born, due=born + timedelta(days=56))
    choosing = list_of(Home(baby=early))
    assert choosing.age.days == 84
    assert barrier(choosing, "strong-4m") is Barrier.NOT_YET
    refusal = find(choosing, "strong-4m").refusal
    assert refusal is not None
    assert refusal.opens_on is not None
    assert refusal.opens_on > TODAY


def test_what_the_doctor_prescribes_waits_for_the_doctor_and_not_for_an_age() -> None:
    assert barrier(list_of(Home(baby=baby_of(12))), "tear-duct") is Barrier.PRESCRIBE_FIRST


def test_once_it_is_prescribed_and_shown_it_opens_with_the_age() -> None:
    home = Home(baby=baby_of(12))
    home.household.answers.say(READY, "eye-duct", "shown")
    home.household.answers.say(READY, "eye-duct", "prescribed", note="5 strokes, left, 3 a day")
    assert barrier(list_of(home), "tear-duct") is Barrier.TOO_YOUNG
