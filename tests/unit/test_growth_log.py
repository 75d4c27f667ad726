"""The growth rule folded from the log: which sessions move it, and that nothing else can (content-spec 3.5)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core.age import Age, age_of_days
from babymassage_gui.core.growth import Growth, Reason, fold, longest_minutes
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from tests.fakes.records import massage

DAY = date(2026, 3, 2)
MOVING = frozenset({"everyday", "first-strokes", "mini"})
OLD_ENOUGH = age_of_days(200)


def old_enough(_: date) -> Age:
    return OLD_ENOUGH


def grown_by(*sessions: SessionRecord) -> Growth:
    return fold(sessions, MOVING, old_enough)


def test_an_empty_log_begins_at_3_minutes() -> None:
    assert grown_by() == Growth(target=3, run=0, early=0, changed=Reason.FIRST)


def test_a_session_moves_the_rule_on_the_familys_day() -> None:
    late = massage(DAY, hour=23, offset_minutes=120)
    assert grown_by(late).last_session == DAY + timedelta(days=1)


def test_of_one_day_the_longest_session_counts() -> None:
    short = massage(DAY, 1.5, hour=8, ending=Ending.EARLY, target=3)
    long = massage(DAY, 3.0, hour=15)
    assert grown_by(short, long).run == 1
    assert grown_by(short, long).early == 0


def test_two_calm_sessions_on_one_day_are_one() -> None:
    assert grown_by(massage(DAY, hour=8), massage(DAY, hour=15)).target == 3


@pytest.mark.parametrize(
    "uncounted",
    [
        massage(DAY, routine="face"),
        massage(DAY, kind=Kind.REHEARSAL),
        massage(DAY, kind=Kind.PRACTICE),
        massage(DAY, kind=Kind.RESTING),
        massage(DAY, ending=None),
    ],
)
def test_other_routines_rehearsals_dolls_and_unended_ones_do_not_move_it(uncounted: SessionRecord) -> None:
    assert grown_by(uncounted) == Growth()


def test_an_early_end_in_another_routine_lowers_nothing() -> None:
    grown = [massage(DAY + timedelta(days=n)) for n in range(2)]
    cried = massage(DAY + timedelta(days=2), 1.5, routine="face", ending=Ending.EARLY)
    assert grown_by(*grown, cried).target == 4


def test_the_planned_minutes_are_those_of_the_plan_where_it_is_shorter_than_the_aim() -> None:
    ended = massage(DAY, 4.0, ending=Ending.EARLY, target=10, planned=340.0)
    days_before = [massage(DAY - timedelta(days=30 - n), target=10, planned=600.0, minutes=20) for n in range(30)]
    before = fold(days_before, MOVING, old_enough)
    assert fold([*days_before, ended], MOVING, old_enough).target == before.target - 2


def test_the_cap_is_that_of_the_age_on_the_day_of_the_session() -> None:
    born = DAY - timedelta(days=46 - 10)
    month = [massage(DAY + timedelta(days=n), 12.0) for n in range(30)]
    first_ten = fold(month[:10], MOVING, lambda day: Age(born, day))
    assert first_ten.target == 5
    assert fold(month, MOVING, lambda day: Age(born, day)).target == 10


def test_a_pause_in_the_log_shortens_and_a_corrected_session_corrects_everything_after_it() -> None:
    days = [massage(DAY + timedelta(days=n), 3.0 + n / 2) for n in range(8)]
    after_pause = massage(DAY + timedelta(days=20), 5.0)
    assert grown_by(*days).target == 7
    assert grown_by(*days, after_pause).target == 5
    assert grown_by(*days[:2], *days[4:], after_pause).target == 4


def test_a_third_early_end_in_a_row_rests_its_own_day_too_however_short_it_was() -> None:
    cried = [
        massage(DAY + timedelta(days=n), minutes, ending=Ending.EARLY) for n, minutes in enumerate((2.0, 2.0, 0.5))
    ]
    assert not grown_by(*cried[:2]).resting_on(DAY + timedelta(days=1))
    third = grown_by(*cried)
    assert [third.resting_on(DAY + timedelta(days=n)) for n in range(1, 7)] == [False, True, True, True, True, False]


moods = st.sampled_from([*Mood, None])
lengths = st.sampled_from([0.5, 1.0, 2.9, 3.0, 5.2, 8.0, 15.0])
histories = st.lists(
    st.builds(
        massage,
        st.integers(0, 70).map(lambda n: DAY + timedelta(days=n)),
        lengths,
        hour=st.integers(0, 23),
        mood=moods,
        ending=st.sampled_from([Ending.FINISHED] * 4 + [Ending.EARLY, Ending.ASLEEP]),
        routine=st.sampled_from(["everyday", "mini", "face"]),
    ),
    max_size=25,
    unique_by=lambda session: session.started_at,
)


@given(histories, st.integers(0, 300))
@settings(max_examples=120)
def test_the_target_is_never_under_3_nor_over_the_longest_of_the_age(
    sessions: list[SessionRecord], days_old: int
) -> None:
    born = DAY - timedelta(days=days_old)
    growth = fold(sessions, MOVING, lambda day: Age(born, day))
    last = max((s.day for s in sessions), default=DAY)
    assert 3 <= growth.target <= longest_minutes(Age(born, last))


@given(histories)
@settings(max_examples=120)
def test_it_grows_by_no_more_than_a_minute_a_day(sessions: list[SessionRecord]) -> None:
    days = sorted({session.day for session in sessions})
    targets = [3, *(fold([s for s in sessions if s.day <= day], MOVING, old_enough).target for day in days)]
    assert all(after <= before + 1 for before, after in pairwise(targets))


@given(histories, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_in_which_the_log_is_read_does_not_matter(sessions: list[SessionRecord], chance: object) -> None:
    shuffled = list(sessions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled, MOVING, old_enough) == fold(sessions, MOVING, old_enough)


@given(histories)
@settings(max_examples=60)
def test_uncalm_sessions_never_raise_it(sessions: list[SessionRecord]) -> None:
    uncalm = [s for s in sessions if s.mood is not Mood.CALM]
    assert fold(uncalm, MOVING, old_enough).target == 3
