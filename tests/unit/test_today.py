"""Today at a glance: one value from baby, log and settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from babymassage_gui.core.age import PLANNING_BIRTH
from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.growth import Reason, Target
from babymassage_gui.core.history import Ending, Kind, SessionRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.today import Family, Today, growth_of, look_at, may_carry_on
from tests.fakes.content import catalogue, ids
from tests.fakes.records import massage

BORN = PLANNING_BIRTH


def day(days: int) -> datetime:
    return datetime(BORN.year, BORN.month, BORN.day, 10, tzinfo=UTC) + timedelta(days=days)


def family(*sessions: SessionRecord, settings: Settings | None = None, early_start: bool = False) -> Family:
    baby = Baby("baby", "", BORN, navel_healed=True, doctor_yes_on=BORN, early_start=early_start)
    return Family(baby, sessions, settings or Settings())


def today(days: int, home: Family | None = None, minutes: int | None = None) -> Today:
    return look_at(catalogue(), home or family(), day(days), minutes)


@pytest.mark.parametrize(
    ("days", "early_start", "suits", "choices"),
    [
        (10, False, "first-strokes", []),
        (45, False, "first-strokes", []),
        (45, True, "first-strokes", ["first-strokes"]),
        (46, False, "everyday", ["everyday", "first-strokes"]),
        (123, False, "everyday", ["everyday"]),
        (365, False, "everyday", []),
    ],
)
def test_the_routine_that_suits_the_age_and_those_that_it_allows(
    days: int, early_start: bool, suits: str, choices: list[str]
) -> None:
    seen = today(days, family(early_start=early_start))
    assert seen.routine.id == suits
    assert [routine.id for routine in seen.choices] == choices


def test_the_parents_choice_is_taken_while_it_is_open() -> None:
    home = family(settings=Settings(routine="first-strokes"))
    assert today(60, home).routine.id == "first-strokes"
    assert today(123, home).routine.id == "everyday"


def test_a_routine_that_the_content_lost_is_not_offered() -> None:
    less = replace(catalogue(), routines={k: r for k, r in catalogue().routines.items() if k != "first-strokes"})
    assert [r.id for r in look_at(less, family(), day(60)).choices] == ["everyday"]


def test_the_first_day_has_3_minutes_a_plan_for_them_and_no_past() -> None:
    seen = today(60)
    assert seen.target == Target(3, Reason.FIRST)
    assert (seen.minutes, seen.plan.minutes, seen.refusal) == (3, 3, None)
    assert (seen.last, seen.massages) == (None, ())
    assert seen.age.days == 60


@pytest.mark.parametrize(("wish", "minutes"), [(None, 5), (2, 2), (1, 2), (0, 2), (4, 4), (5, 5), (9, 5)])
def test_a_parent_may_ask_for_less_but_never_for_more(wish: int | None, minutes: int) -> None:
    past = [massage(day(50 + n).date(), 3.0 + n / 2) for n in range(4)]
    seen = today(54, family(*past), wish)
    assert seen.target.minutes == 5
    assert (seen.minutes, seen.plan.minutes) == (minutes, minutes)


def test_the_parents_own_limit_holds() -> None:
    past = [massage(day(50 + n).date(), 3.0 + n / 2) for n in range(4)]
    seen = today(54, family(*past, settings=Settings(parent_limit=4)))
    assert seen.target == Target(4, Reason.PARENT_LIMIT)


def test_the_last_massage_is_the_newest_that_ended() -> None:
    first, second = massage(day(50).date()), massage(day(51).date())
    unfinished = massage(day(52).date(), ending=None)
    seen = today(60, family(second, unfinished, first))
    assert seen.last == second
    assert seen.massages == (first, second)


def test_steps_played_yesterday_wait_today() -> None:
    yesterday = massage(day(59).date(), 5.0, done=("leg-foot",))
    fresh = today(60, family(massage(day(59).date(), 5.0)))
    assert "leg-foot" not in ids(today(60, family(yesterday)).plan)
    assert ids(fresh.plan) == ids(today(60).plan)


def test_after_three_early_ends_hands_rest() -> None:
    cried = [massage(day(56 + n).date(), 2.0, ending=Ending.EARLY) for n in range(3)]
    seen = today(60, family(*cried))
    assert seen.target == Target(3, Reason.RESTING, resting=True)
    assert ids(seen.plan) == ["open-ask", "open-rest", "close-cuddle"]


def test_what_forbids_starting_is_told() -> None:
    seen = today(60, family(massage(day(60).date(), hour=8)))
    assert seen.refusal is not None
    assert seen.refusal.barrier is Barrier.DONE_TODAY


def test_sessions_of_a_routine_that_does_not_count_do_not_grow_the_length() -> None:
    faces = [massage(day(50 + n).date(), 8.0, routine="face") for n in range(6)]
    assert growth_of(catalogue(), family(*faces)).target == 3
    assert growth_of(catalogue(), family(*(replace(s, routine_id="everyday") for s in faces))).target == 6
    assert growth_of(catalogue(), family(*(replace(s, kind=Kind.REHEARSAL) for s in faces))).target == 3


@pytest.mark.parametrize(("hours", "offered"), [(0.0, True), (6.0, True), (6.001, False)])
def test_a_cut_off_session_is_offered_for_six_hours(hours: float, offered: bool) -> None:
    cut_off = massage(day(60).date(), 2.0, ending=None)
    assert cut_off.last_seen_at is not None
    assert may_carry_on(cut_off, cut_off.last_seen_at + timedelta(hours=hours)) is offered
    never_seen = replace(cut_off, last_seen_at=None)
    assert may_carry_on(never_seen, never_seen.started_at + timedelta(hours=hours)) is offered
