"""An answer that a clock far ahead has dated locks nothing and opens nothing: its question is asked anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from babymassage_gui.core.believed import asked_anew, believed
from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.history import as_utc
from babymassage_gui.core.said import Said
from tests.fakes.answers import BORN, on_day, ready_baby, said
from tests.fakes.clock import MORNING
from tests.fakes.home import ALL_WELL, READY, Home, said_no

# The baby of these tests is one year old on day 365, a year after 1 July 2025.
YEARS_AHEAD = MORNING + timedelta(days=5 * 365)


@pytest.mark.parametrize(
    ("days_now", "days_then", "counts"),
    [
        (60, 60, True), (60, 61, True), (60, 100, True), (60, 364, True), (60, 365, True),
        (60, 367, False), (60, 366 + 60, False), (60, 10 * 365, False),
        (300, 366, False), (300, 367, False), (400, 401, True), (400, 402, False),
    ],
)  # fmt: skip
def test_what_is_dated_after_the_time_of_massage_and_ahead_of_now_does_not_count(
    days_now: int, days_then: int, counts: bool
) -> None:
    one = said("T-02", "yes", on_day(days_then))
    assert believed(ready_baby(), (one,), on_day(days_now)) == ((one,) if counts else ())


def test_a_baby_that_came_early_has_its_year_from_the_due_date() -> None:
    one = said("T-02", "yes", on_day(380))
    early = ready_baby(due=BORN + timedelta(days=60))
    assert believed(ready_baby(), (one,), on_day(60)) == ()
    assert believed(early, (one,), on_day(60)) == (one,)


def test_the_order_stays() -> None:
    told = tuple(said("W-01", "fed", on_day(day)) for day in (3, 1, 4000, 2))
    assert believed(ready_baby(), told, on_day(60)) == (told[0], told[1], told[3])


@pytest.mark.parametrize(("days", "anew"), [((4000,), ("N-08",)), ((60, 4000), ()), ((60,), ()), ((), ())])
def test_a_question_is_asked_anew_only_if_no_answer_to_it_counts(days: tuple[int, ...], anew: tuple[str, ...]) -> None:
    told = tuple(said("N-08", "no", on_day(day)) for day in days)
    assert asked_anew(ready_baby(), told, ("N-05", "N-08"), on_day(61)) == anew


def home_that_heard(check_id: str, answer: str, *, note: str = "") -> Home:
    """The clock was years ahead when this was said, and was put right since."""
    home = Home()
    home.clock.set_wall_clock(YEARS_AHEAD)
    home.household.answers.say(READY, check_id, answer, note=note)
    home.clock.set_wall_clock(MORNING)
    return home


@pytest.mark.parametrize(
    ("check_id", "answer"),
    [
        ("T-01", "fever"), ("T-01", "high-fever"), ("T-03", "now"), ("T-04", "yes"), ("T-05", "yes"), ("T-06", "yes"),
        ("W-01", "fed"), ("W-02", "yes"),
    ],
)  # fmt: skip
def test_an_answer_of_the_day_stands_for_no_years(check_id: str, answer: str) -> None:
    home = home_that_heard(check_id, answer)
    assert home.household.today().refusal is None
    assert home.household.judge(ALL_WELL).may_begin


@pytest.mark.parametrize("answer", ["no", "yes", "doctor-yes"])
def test_a_standing_answer_opens_nothing_and_is_asked_anew(answer: str) -> None:
    home = Home(said=tuple(one for one in said_no() if one.subject != "N-08"))
    home.clock.set_wall_clock(YEARS_AHEAD)
    home.household.answers.say(READY, "N-08", answer)
    home.clock.set_wall_clock(MORNING)
    judgement = home.household.judge(ALL_WELL)
    assert not judgement.may_begin
    assert [one.id for one in judgement.due] == ["N-08"]
    assert home.household.answers.asked_anew(READY) == ("N-08",)


def test_the_new_answer_is_dated_now_and_holds() -> None:
    home = Home(said=tuple(one for one in said_no() if one.subject != "N-08"))
    home.clock.set_wall_clock(YEARS_AHEAD)
    home.household.answers.say(READY, "N-08", "yes")
    home.clock.set_wall_clock(MORNING)
    again = home.household.answers.say(READY, "N-08", "no")
    assert again.at == as_utc(MORNING)
    assert home.household.judge(ALL_WELL).may_begin
    assert home.household.answers.asked_anew(READY) == ()


@pytest.mark.parametrize(("answer", "begins"), [("no", True), ("yes", False), ("doctor-yes", True)])
def test_as_before_repeats_what_was_said_then(answer: str, begins: bool) -> None:
    home = Home(said=tuple(one for one in said_no() if one.subject != "N-08"))
    home.clock.set_wall_clock(YEARS_AHEAD)
    home.household.answers.say(READY, "N-08", answer)
    home.clock.set_wall_clock(MORNING)
    home.household.answers.say_none_of(READY, home.household.judge(ALL_WELL).due)
    told = [(one.answer, one.at) for one in home.household.answers.of(READY) if one.subject == "N-08"]
    assert told == [(answer, as_utc(MORNING))]
    assert home.household.judge(ALL_WELL).may_begin is begins


def test_what_counts_is_repeated_before_what_does_not() -> None:
    home = home_that_heard("N-08", "yes")
    home.clock.pass_time(31 * 86_400)
    home.household.answers.say_none_of(READY, home.household.judge(ALL_WELL).due)
    assert [one.answer for one in home.household.answers.of(READY) if one.subject == "N-08"] == ["no", "no"]


def test_a_word_about_the_length_from_then_says_nothing() -> None:
    home = Home()
    home.clock.set_wall_clock(YEARS_AHEAD)
    home.household.answers.say(READY, "split", "yes")
    home.clock.set_wall_clock(MORNING)
    assert home.household.today().target.parts == 1


@pytest.mark.parametrize(
    ("ahead", "barrier"), [(0, None), (1, None), (2, Barrier.DOCTOR_AGAIN), (1800, Barrier.DOCTOR_AGAIN)]
)
def test_the_doctors_yes_of_a_clock_ahead_is_asked_for_again(ahead: int, barrier: Barrier | None) -> None:
    home = Home(baby=replace(READY, doctor_yes_on=MORNING.date() + timedelta(days=ahead)))
    refused = home.household.today().refusal
    assert (refused and refused.barrier) is barrier
    home.household.answers.doctor_said_yes(READY, "N-01")
    assert home.household.today().refusal is None


def test_where_only_the_clock_of_now_is_wrong_everything_comes_back_with_the_right_one() -> None:
    home = Home()
    home.household.answers.say(READY, "T-02", "yes")
    home.clock.set_wall_clock(datetime(2015, 1, 1, tzinfo=MORNING.tzinfo))
    assert home.household.today().refusal is not None
    home.clock.set_wall_clock(MORNING + timedelta(hours=1))
    refused = home.household.today().refusal
    assert refused is not None
    assert refused.barrier is Barrier.ANSWER


def test_nothing_that_was_said_is_lost() -> None:
    home = home_that_heard("T-02", "yes")
    kept: tuple[Said, ...] = home.said.sayings(READY.id)
    assert ("T-02", "yes") in [(one.subject, one.answer) for one in kept]
    assert "T-02" not in [one.subject for one in home.household.answers.of(READY)]
