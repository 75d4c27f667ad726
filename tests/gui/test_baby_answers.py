"""The answers about the baby: what is missing first, and what profile they make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from babymassage_gui.core.profile import DOCTOR_YES_DAYS, Baby
from babymassage_gui.gui.pages.baby_answers import Answers, Gap, answers_of, baby_of, first_gap, no_answers

TODAY = date(2026, 11, 22)
WHOLE = Answers("Mila", 30, 8, 2026, early=True, due=date(2026, 9, 27), navel=True, doctor=True)


def test_nothing_is_preselected_but_the_month_and_the_year() -> None:
    assert no_answers(TODAY) == Answers("", 0, 11, 2026)


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        ({"day": 0}, Gap.BORN),
        ({"day": 31, "month": 9}, Gap.NO_SUCH_DAY),
        ({"day": 23, "month": 11}, Gap.FUTURE),
        ({"early": None}, Gap.EARLY),
        ({"due": None}, Gap.DUE),
        ({"due": date(2026, 8, 29)}, Gap.DUE_WRONG),
        ({"due": date(2027, 1, 30)}, Gap.DUE_WRONG),
        ({"navel": None}, Gap.NAVEL),
        ({"doctor": None}, Gap.DOCTOR),
        ({}, None),
        ({"early": False, "due": None, "navel": False, "doctor": False, "name": ""}, None),
    ],
)
def test_the_first_gap_in_reading_order_is_named(changed: dict[str, object], gap: Gap | None) -> None:
    assert first_gap(replace(WHOLE, **changed), TODAY) is gap  # type: ignore[arg-type]


def test_no_profile_is_made_with_a_gap() -> None:
    with pytest.raises(ValueError, match="navel"):
        baby_of(replace(WHOLE, navel=None), TODAY)


def test_whole_answers_make_a_profile_without_an_id() -> None:
    assert baby_of(replace(WHOLE, name=" Mila "), TODAY) == Baby(
        "", "Mila", date(2026, 8, 30), date(2026, 9, 27), navel_healed=True, doctor_yes_on=TODAY
    )


def test_a_due_date_is_dropped_for_a_baby_born_on_time() -> None:
    assert baby_of(replace(WHOLE, early=False), TODAY).due is None


def test_a_known_baby_comes_back_as_it_was() -> None:
    known = Baby("b1", "Mila", date(2026, 8, 30), date(2026, 9, 27), True, TODAY - timedelta(days=20), True)
    assert baby_of(answers_of(known, TODAY), TODAY, known) == known


def test_not_asked_yet_takes_the_doctors_yes_away() -> None:
    known = Baby("b1", "", date(2026, 8, 30), doctor_yes_on=TODAY)
    assert baby_of(replace(answers_of(known, TODAY), doctor=False), TODAY, known).doctor_yes_on is None


def test_a_new_yes_is_of_today() -> None:
    known = Baby("b1", "", date(2026, 8, 30))
    assert answers_of(known, TODAY).doctor is False
    assert baby_of(replace(answers_of(known, TODAY), doctor=True), TODAY, known).doctor_yes_on == TODAY


def test_a_yes_that_has_run_out_is_an_open_question_that_keeps_nothing_from_changing() -> None:
    then = TODAY - timedelta(days=DOCTOR_YES_DAYS + 1)
    known = Baby("b1", "", date(2026, 3, 1), navel_healed=True, doctor_yes_on=then)
    answers = answers_of(known, TODAY)
    assert answers.doctor is None
    assert first_gap(answers, TODAY, known) is None
    assert baby_of(replace(answers, name="Mila"), TODAY, known) == replace(known, name="Mila")
    assert baby_of(replace(answers, doctor=True), TODAY, known).doctor_yes_on == TODAY
