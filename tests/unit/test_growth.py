"""The growth rule, formula by formula and example by example (content-spec 3.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.course import Course, DayCourse, course_of
from babymassage_gui.core.growth import Growth, Reason, Target, longest_minutes, split_parts, target_on
from babymassage_gui.core.growth_rule import after_session, before_session
from babymassage_gui.core.history import Ending, Mood
from tests.fakes.records import massage

DAY = date(2026, 3, 2)


def at(target: int, **state: int) -> Growth:
    """A baby that has come so far, with a session the day before."""
    return Growth(target=target, last_session=DAY - timedelta(days=1), **state)  # type: ignore[arg-type]


def ended_early(growth: Growth, minutes: float, planned: int | None = None) -> Growth:
    return after_session(growth, DAY, DayCourse(Course.EARLY, minutes, planned or growth.target), 15)


def calm(growth: Growth, minutes: float, day: date = DAY, cap: int = 15) -> Growth:
    return after_session(growth, day, DayCourse(Course.CALM, minutes, growth.target), cap)


@pytest.mark.parametrize(
    ("days", "minutes"),
    [(-30, 5), (0, 5), (20, 5), (45, 5), (46, 10), (122, 10), (123, 15), (364, 15), (500, 15)],
)
def test_the_longest_session_is_5_10_or_15_minutes_by_age(days: int, minutes: int) -> None:
    assert longest_minutes(age_of_days(days)) == minutes


@pytest.mark.parametrize(
    ("target", "stopped_after", "becomes"),
    [(3, 2.0, 3), (6, 5.2, 5), (10, 9.2, 9), (10, 4.0, 7), (15, 3.0, 12)],
)
def test_the_example_rows_of_an_early_end(target: int, stopped_after: float, becomes: int) -> None:
    assert ended_early(at(target), stopped_after).target == becomes


@pytest.mark.parametrize(("pause", "becomes"), [(10, 7), (20, 5), (30, 3)])
def test_the_example_rows_of_a_pause_at_9_minutes(pause: int, becomes: int) -> None:
    grown = Growth(target=9, last_session=DAY)
    assert before_session(grown, DAY + timedelta(days=pause)).target == becomes


def test_the_example_of_mini_planned_5_stopped_after_3_at_15_minutes() -> None:
    assert ended_early(at(15), 3.0, planned=5).target == 13


def test_the_example_of_first_strokes_planned_6_finished_calm_at_10_minutes() -> None:
    before = at(10, run=1)
    after = calm(before, 5.7, cap=15)
    assert (after.target, after.run) == (10, 1)


@pytest.mark.parametrize(
    ("pause", "target", "run"),
    [
        (0, 9, 1),
        (1, 9, 1),
        (3, 9, 1),
        (4, 9, 0),
        (6, 9, 0),
        (7, 7, 0),
        (13, 7, 0),
        (14, 5, 0),
        (27, 5, 0),
        (28, 3, 0),
        (400, 3, 0),
    ],
)
def test_a_pause_of_so_many_days_shortens(pause: int, target: int, run: int) -> None:
    now = before_session(Growth(target=9, run=1, last_session=DAY), DAY + timedelta(days=pause))
    assert (now.target, now.run) == (target, run)


@pytest.mark.parametrize(("pause", "target", "becomes"), [(7, 4, 3), (7, 3, 3), (14, 5, 3), (14, 15, 8), (14, 3, 3)])
def test_a_pause_never_goes_below_3_and_halves_upward(pause: int, target: int, becomes: int) -> None:
    now = before_session(Growth(target=target, last_session=DAY), DAY + timedelta(days=pause))
    assert now.target == becomes
    assert now.changed is (Reason.AFTER_BREAK if becomes < target else Reason.FIRST)


@pytest.mark.parametrize("pause", [0, 1, 5, 10])
def test_after_an_illness_it_begins_at_3_again(pause: int) -> None:
    ill = before_session(at(9, run=1, ill=True), DAY - timedelta(days=1) + timedelta(days=pause))
    assert (ill.target, ill.run, ill.changed) == (3, 0, Reason.AFTER_ILLNESS)


def test_an_illness_is_over_with_the_next_session_and_changes_no_reason_where_it_was_at_3() -> None:
    ill = before_session(at(3, run=1, ill=True), DAY)
    assert (ill.run, ill.changed) == (0, Reason.FIRST)
    assert not calm(ill, 3.0).ill


def test_before_the_first_session_there_is_no_pause() -> None:
    assert before_session(Growth(ill=True), DAY) == Growth(ill=True)


class TestCalm:
    def test_the_second_calm_session_at_a_length_adds_a_minute(self) -> None:
        once = calm(at(3), 3.1)
        assert (once.target, once.run, once.changed) == (3, 1, Reason.ONE_MORE_CALM)
        twice = calm(once, 3.1, DAY + timedelta(days=1))
        assert (twice.target, twice.run, twice.changed) == (4, 0, Reason.GROWN)
        assert twice.last_increase == DAY + timedelta(days=1)

    def test_a_session_shorter_by_a_minute_says_nothing_about_the_length(self) -> None:
        assert calm(at(6, run=1), 5.0).run == 1
        assert calm(at(6, run=1), 5.01).target == 7

    def test_a_second_increase_waits_for_another_day(self) -> None:
        grown = calm(at(3, run=1), 3.0)
        again = calm(calm(grown, 4.0), 4.0)
        assert (again.target, again.run) == (4, 2)
        assert calm(again, 4.0, DAY + timedelta(days=1)).target == 5

    def test_at_the_longest_of_the_age_it_stays(self) -> None:
        full = calm(calm(at(10), 10.0, cap=10), 10.0, DAY + timedelta(days=1), cap=10)
        assert (full.target, full.run, full.changed) == (10, 2, Reason.SAME)
        assert calm(full, 10.0, DAY + timedelta(days=2), cap=15).target == 11

    def test_a_calm_session_ends_a_run_of_early_ends(self) -> None:
        assert calm(at(5, early=2), 5.0).early == 0


@pytest.mark.parametrize(("longest", "sessions"), [(10, 14), (15, 24)])
def test_from_3_minutes_it_takes_so_many_calm_sessions_one_a_day(longest: int, sessions: int) -> None:
    growth, day, played = Growth(), DAY, 0
    while growth.target < longest:
        growth = calm(before_session(growth, day), growth.target, day, cap=longest)
        day += timedelta(days=1)
        played += 1
    assert played == sessions


class TestEarlyEnd:
    @pytest.mark.parametrize(
        ("target", "planned", "minutes", "becomes"),
        [(10, 10, 1.0, 7), (10, 10, 7.0, 7), (10, 10, 8.0, 8), (10, 10, 9.9, 9), (4, 4, 1.0, 3), (10, 6, 5.5, 9)],
    )
    def test_the_length_falls_by_what_was_missing_1_to_3_minutes(
        self, target: int, planned: int, minutes: float, becomes: int
    ) -> None:
        after = ended_early(at(target, run=1), minutes, planned)
        assert (after.target, after.run, after.early, after.changed) == (becomes, 0, 1, Reason.SHORTER)

    def test_at_3_minutes_it_stays_and_says_so(self) -> None:
        assert ended_early(at(3), 2.0).changed is Reason.SHORT_AGAIN

    def test_under_a_minute_the_baby_said_no_and_the_length_stays(self) -> None:
        no = ended_early(at(8, run=1), 0.99)
        assert (no.target, no.run, no.early, no.changed) == (8, 0, 1, Reason.SHORT_AGAIN)

    def test_two_in_a_row_offer_to_split_the_day(self) -> None:
        assert not ended_early(at(8), 5.0).offers_split
        assert ended_early(at(8, early=1), 5.0).offers_split
        assert not ended_early(at(8, early=2), 5.0).offers_split

    @pytest.mark.parametrize(
        ("target", "parts"),
        [(3, (2, 2)), (4, (2, 2)), (5, (2, 3)), (6, (2, 3)), (7, (3, 3)), (9, (3, 3)), (10, (3, 4)), (15, (3, 5))],
    )
    def test_a_split_day_has_two_or_three_parts(self, target: int, parts: tuple[int, int]) -> None:
        assert split_parts(target) == parts

    @pytest.mark.parametrize("minutes", [0.5, 6.0])
    def test_three_in_a_row_rest_that_day_and_three_more_and_begin_again_at_3(self, minutes: float) -> None:
        third = ended_early(at(8, early=2), minutes)
        assert (third.target, third.early, third.changed) == (3, 3, Reason.RESTING)
        resting = [third.resting_on(DAY + timedelta(days=n)) for n in range(6)]
        assert resting == [True, True, True, True, False, False]
        assert not third.resting_on(DAY - timedelta(days=1))

    def test_a_resting_day_is_said_to_be_one_whatever_the_limits(self) -> None:
        third = ended_early(at(8, early=2), 6.0)
        tomorrow = DAY + timedelta(days=1)
        assert target_on(third, tomorrow, 15, parent_limit=2) == Target(3, Reason.RESTING, resting=True)

    def test_after_the_resting_days_no_early_end_is_counted_any_more(self) -> None:
        third = ended_early(at(8, early=2), 6.0)
        third_day, fourth_day = DAY + timedelta(days=3), DAY + timedelta(days=4)
        assert before_session(third, third_day).early == 3
        again = before_session(third, fourth_day)
        assert (again.early, again.target, again.changed) == (0, 3, Reason.SHORT_AGAIN)
        assert target_on(third, fourth_day, 15) == Target(3, Reason.SHORT_AGAIN)

    def test_a_state_without_a_session_never_rests(self) -> None:
        assert not Growth(early=3).resting_on(DAY)


def test_an_unsettled_session_keeps_the_length_and_starts_the_count_again() -> None:
    after = after_session(at(7, run=1, early=2), DAY, DayCourse(Course.UNSETTLED, 7.0, 7), 15)
    assert (after.target, after.run, after.early, after.changed) == (7, 0, 0, Reason.SHORT_AGAIN)


def test_a_finished_session_without_an_answer_moves_nothing() -> None:
    after = after_session(at(7, run=1, early=2), DAY, DayCourse(Course.UNSAID, 7.0, 7), 15)
    assert (after.target, after.run, after.early, after.changed) == (7, 1, 0, Reason.SAME)


def test_an_end_for_another_reason_counts_only_as_a_session() -> None:
    before = at(7, run=1, early=2)
    assert after_session(before, DAY, DayCourse(Course.OTHER, 2.0, 7), 15) == replace(before, last_session=DAY)


FINISHED = {
    Mood.CALM: Course.CALM,
    Mood.UNSETTLED: Course.UNSETTLED,
    Mood.CRIED: Course.UNSETTLED,
    Mood.ASLEEP: Course.OTHER,
    Mood.NOT_SAID: Course.UNSAID,
    None: Course.UNSAID,
}


@pytest.mark.parametrize("mood", [*Mood, None])
@pytest.mark.parametrize("ending", Ending)
def test_what_an_ended_session_says(ending: Ending, mood: Mood | None) -> None:
    match ending:
        case Ending.FINISHED:
            expected = FINISHED[mood]
        case Ending.EARLY:
            expected = Course.OTHER if mood is Mood.ASLEEP else Course.EARLY
        case _:
            expected = Course.OTHER
    assert course_of(massage(DAY, ending=ending, mood=mood)) is expected


@pytest.mark.parametrize(
    ("cap", "parent", "routine", "minutes", "reason"),
    [
        (15, None, None, 8, Reason.SAME),
        (8, 8, 8, 8, Reason.SAME),
        (5, None, None, 5, Reason.AGE_CAP),
        (15, 6, None, 6, Reason.PARENT_LIMIT),
        (15, 2, None, 2, Reason.PARENT_LIMIT),
        (15, None, 5, 5, Reason.ROUTINE_CAP),
        (5, 5, 5, 5, Reason.AGE_CAP),
        (7, 6, 5, 5, Reason.ROUTINE_CAP),
        (5, 6, 7, 5, Reason.AGE_CAP),
    ],
)
def test_todays_length_is_the_least_of_the_limits_with_its_reason(
    cap: int, parent: int | None, routine: int | None, minutes: int, reason: Reason
) -> None:
    growth = replace(at(8), changed=Reason.SAME)
    assert target_on(growth, DAY, cap, parent_limit=parent, routine_cap=routine) == Target(minutes, reason)


def test_todays_length_knows_of_a_pause() -> None:
    assert target_on(Growth(target=9, last_session=DAY), DAY + timedelta(days=10), 15) == Target(7, Reason.AFTER_BREAK)
