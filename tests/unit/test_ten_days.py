"""The ten-day plan: one session a day, a missed day is done on the next, after three the doctor is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from babymassage_gui.core.checkin import ENDED, REFERRAL, TEN_DAYS
from babymassage_gui.core.history import Ending, Kind, SessionRecord
from babymassage_gui.core.said import Said
from babymassage_gui.core.ten_days import BEGUN, THERAPEUTIC, plans_of, referral_of, ten_days
from tests.fakes.records import BABY, massage
from tests.fakes.said import word

FIRST = date(2026, 3, 2)
REFERRED = word(FIRST, TEN_DAYS, REFERRAL, hour=6)
STARTED = word(FIRST, TEN_DAYS, BEGUN, hour=7, note="everyday")
PLAN = (REFERRED, STARTED)


def on(day: int) -> date:
    """The first, second, … day since the plan was begun."""
    return FIRST + timedelta(days=day - 1)


def sessions_on(*days: int) -> tuple[SessionRecord, ...]:
    return tuple(massage(on(day)) for day in days)


@pytest.mark.parametrize(
    ("done", "today", "day", "missed", "ask", "over"),
    [
        # days with a massage, today, day of the plan, missed in a row, ask the doctor, over
        ((), 1, 1, 0, False, False),
        ((1,), 1, 1, 0, False, False),
        ((1,), 2, 2, 0, False, False),
        ((1, 2), 2, 2, 0, False, False),
        ((1,), 3, 2, 1, False, False),
        ((1,), 4, 2, 2, False, False),
        ((1,), 5, 2, 3, True, False),
        ((1,), 6, 2, 4, True, False),
        ((1, 5), 5, 2, 0, False, False),
        ((1, 5), 6, 3, 0, False, False),
        ((), 3, 1, 2, False, False),
        ((), 4, 1, 3, True, False),
        ((1, 3, 5, 7), 8, 5, 0, False, False),
        (tuple(range(1, 10)), 9, 9, 0, False, False),
        (tuple(range(1, 10)), 10, 10, 0, False, False),
        (tuple(range(1, 11)), 10, 10, 0, False, True),
        (tuple(range(1, 11)), 30, 10, 0, False, True),
        (tuple(range(1, 13)), 12, 10, 0, False, True),
    ],
)
def test_the_day_the_missed_days_and_the_end(
    done: tuple[int, ...], today: int, day: int, missed: int, ask: bool, over: bool
) -> None:
    plan = ten_days(PLAN, sessions_on(*done), on(today), UTC)
    assert plan is not None
    assert (plan.day, plan.missed_in_a_row, plan.ask_doctor, plan.over) == (day, missed, ask, over)
    assert (plan.done, plan.done_today) == (min(10, len(done)), today in done[:10])
    assert (plan.routine_id, plan.begun_on) == ("everyday", FIRST)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param((), id="nothing was said"),
        pytest.param((REFERRED,), id="referred, not begun"),
        pytest.param((STARTED,), id="begun without a referral"),
        pytest.param((*PLAN, word(on(2), TEN_DAYS, ENDED)), id="ended by the parent"),
        pytest.param((*PLAN, word(on(2), TEN_DAYS, THERAPEUTIC)), id="now the specialist does it"),
        pytest.param((word(FIRST, TEN_DAYS, THERAPEUTIC, hour=5), STARTED), id="the specialist does it"),
    ],
)
def test_there_is_no_plan(said: tuple[Said, ...]) -> None:
    assert ten_days(said, sessions_on(1, 2), on(3), UTC) is None


def test_the_newest_referral_holds() -> None:
    earlier = word(on(-3), TEN_DAYS, THERAPEUTIC)
    assert referral_of((REFERRED, earlier)) == REFERRED
    assert referral_of(()) is None
    assert ten_days((earlier, *PLAN), (), FIRST, UTC) is not None


def test_a_plan_begun_again_counts_from_there() -> None:
    again = word(on(6), TEN_DAYS, BEGUN, note="strong-4m")
    plan = ten_days((*PLAN, word(on(5), TEN_DAYS, ENDED), again), sessions_on(1, 2, 3), on(6), UTC)
    assert plan is not None
    assert (plan.routine_id, plan.begun_on, plan.done, plan.day) == ("strong-4m", on(6), 0, 1)


@pytest.mark.parametrize(
    ("session", "done"),
    [
        pytest.param(massage(on(2)), 1, id="a whole one"),
        pytest.param(massage(on(2), ending=Ending.EARLY, minutes=1), 1, id="an early end is a good end"),
        pytest.param(massage(on(2), routine=TEN_DAYS), 1, id="under the plan's own name"),
        pytest.param(massage(on(2), minutes=0.9), 0, id="an attempt"),
        pytest.param(massage(on(2), ending=Ending.SOMETHING_WRONG), 0, id="something was wrong"),
        pytest.param(massage(on(2), ending=None), 0, id="not ended yet"),
        pytest.param(massage(on(2), routine="face"), 0, id="another routine"),
        pytest.param(massage(on(2), kind=Kind.RESTING), 0, id="only hands resting"),
        pytest.param(massage(on(2), kind=Kind.PRACTICE), 0, id="on a doll"),
        pytest.param(massage(on(2), kind=Kind.REHEARSAL), 0, id="a rehearsal"),
        pytest.param(massage(on(0)), 0, id="before the plan was begun"),
        pytest.param(massage(on(4)), 0, id="a clock that was set back since"),
    ],
)
def test_what_is_a_day_of_the_plan(session: SessionRecord, done: int) -> None:
    plan = ten_days(PLAN, (session,), on(3), UTC)
    assert plan is not None
    assert plan.done == done


def test_the_parts_of_one_day_are_one_day() -> None:
    plan = ten_days(PLAN, (massage(on(1), hour=9), massage(on(1), hour=15)), on(1), UTC)
    assert plan is not None
    assert plan.done == 1


def test_the_plan_begins_on_the_familys_day() -> None:
    late = Said("x", BABY, TEN_DAYS, BEGUN, datetime(2026, 3, 2, 23, 30, tzinfo=UTC), note="mini")
    plan = ten_days((REFERRED, late), (), on(2), timezone(timedelta(hours=2)))
    assert plan is not None
    assert (plan.begun_on, plan.missed_in_a_row) == (on(2), 0)


def said_on(day: int, answer: str, note: str = "everyday", hour: int = 7) -> Said:
    return word(on(day), TEN_DAYS, answer, hour=hour, note=note)


@pytest.mark.parametrize(
    ("said", "massages_on", "told"),
    [
        # what was said; days with a massage; of each plan, newest first: its first day, days done, when it was ended
        ((), (1,), ()),
        ((said_on(1, BEGUN),), (), ((1, (), None),)),
        ((said_on(1, BEGUN),), (1, 2, 4), ((1, (1, 2, 4), None),)),
        ((said_on(1, BEGUN),), tuple(range(1, 13)), ((1, tuple(range(1, 11)), None),)),
        ((said_on(1, BEGUN), said_on(4, ENDED)), (1, 2, 6), ((1, (1, 2), 4),)),
        ((said_on(1, BEGUN), said_on(20, ENDED)), tuple(range(1, 13)), ((1, tuple(range(1, 11)), None),)),
        ((said_on(1, BEGUN), said_on(1, BEGUN, "first-strokes", hour=8)), (), ((1, (), None),)),
        ((said_on(1, BEGUN), said_on(1, ENDED, hour=8)), (), ()),
        (
            (said_on(1, BEGUN), said_on(12, BEGUN)),
            (*range(1, 11), 12, 13),
            ((12, (12, 13), None), (1, tuple(range(1, 11)), None)),
        ),
        ((said_on(1, BEGUN), said_on(5, BEGUN)), (1, 2, 5), ((5, (5,), None), (1, (1, 2, 5), 5))),
    ],
)
def test_the_history_of_plans(
    said: tuple[Said, ...], massages_on: tuple[int, ...], told: tuple[tuple[int, tuple[int, ...], int | None], ...]
) -> None:
    plans = plans_of(said, sessions_on(*massages_on), UTC)
    wanted = [
        (on(begun), tuple(on(day) for day in days), None if ended is None else on(ended)) for begun, days, ended in told
    ]
    assert [(plan.begun_on, plan.days, plan.ended_on) for plan in plans] == wanted
    assert all(plan.whole == (len(plan.days) == 10) for plan in plans)


def test_a_plan_of_another_routine_counts_its_own_days_alone() -> None:
    (plan,) = plans_of((said_on(1, BEGUN, "first-strokes"),), sessions_on(1, 2), UTC)
    assert (plan.routine_id, plan.days) == ("first-strokes", ())
