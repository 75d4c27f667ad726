"""Which standing questions come first: never answered, too long ago, or after an illness (content-spec 3.6, N)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from babymassage_gui.core.due import after, counts_as_early, due
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import Known
from tests.fakes.answers import BORN, no_to_all, on_day, ready_baby, said
from tests.fakes.content import catalogue
from tests.fakes.home import STANDING

MINUTE = timedelta(minutes=1)
PERIODS = {
    "N-04": None, "N-05": 180, "N-06": 180, "N-07": 180, "N-08": 30, "N-09": 90, "N-10": 90, "N-11": 90, "N-12": 90,
    "N-13": 90, "N-14": 90, "N-15": None,
}  # fmt: skip


def asked(now: datetime, *told: Said, due_date: int | None = None) -> list[str]:
    baby = ready_baby(due=None if due_date is None else BORN + timedelta(days=due_date))
    return [check.id for check in due(catalogue().checks, Known(baby, told), now)]


def test_at_first_all_of_them_but_those_of_the_profile() -> None:
    assert asked(on_day(60)) == list(STANDING)


def test_answered_none() -> None:
    assert asked(on_day(60), *no_to_all(on_day(60))) == []


@pytest.mark.parametrize(("check_id", "days"), PERIODS.items())
def test_each_comes_back_after_its_days(check_id: str, days: int | None) -> None:
    told = said(check_id, "no", on_day(60))
    if days is None:
        assert asked(on_day(364), told, *no_to_all(on_day(364), without=[check_id])) == []
        return
    assert check_id not in asked(on_day(60 + days), told, *no_to_all(on_day(60 + days), without=[check_id]))
    late = on_day(60 + days) + MINUTE
    assert asked(late, told, *no_to_all(late, without=[check_id])) == [check_id]


@pytest.mark.parametrize("answer", ["yes", "doctor-yes"])
def test_whatever_the_answer_was(answer: str) -> None:
    told = said("N-08", answer, on_day(60))
    late = on_day(90) + MINUTE
    assert asked(late, told, *no_to_all(late, without=["N-08"])) == ["N-08"]


def test_an_answer_from_a_clock_that_ran_far_ahead_is_asked_anew() -> None:
    ahead = said("N-08", "no", on_day(100))
    assert asked(on_day(71), ahead, *no_to_all(on_day(71), without=["N-08"])) == []
    assert asked(on_day(69), ahead, *no_to_all(on_day(69), without=["N-08"])) == ["N-08"]


def test_an_answer_that_the_content_no_longer_knows_is_asked_anew() -> None:
    others = no_to_all(on_day(60), without=["N-08"])
    assert asked(on_day(60), said("N-08", "forgotten", on_day(60)), *others) == ["N-08"]


@pytest.mark.parametrize(("due_date", "early"), [(21, False), (22, True)])
def test_the_dates_of_a_baby_before_37_weeks_answer_the_question_for_them(due_date: int, early: bool) -> None:
    assert counts_as_early(ready_baby(due=BORN + timedelta(days=due_date))) is early
    assert ("N-04" not in asked(on_day(60), due_date=due_date)) is early


def test_after_a_damaged_log_every_answer_of_before_is_asked_anew() -> None:
    restored = said("log", "restored", on_day(61))
    assert asked(on_day(62), *no_to_all(on_day(60)), restored) == list(STANDING)
    assert asked(on_day(62), *no_to_all(on_day(60)), restored, *no_to_all(on_day(62))) == []


ILLNESSES = [
    ("T-01", "below-36"), ("T-01", "warm"), ("T-01", "fever"), ("T-01", "high-fever"), ("T-01", "medicine"),
    ("T-02", "yes"), ("T-03", "yes"), ("T-03", "now"), ("T-04", "glass"), ("T-06", "yes"),
]  # fmt: skip
NO_ILLNESSES = [
    ("T-01", "normal"), ("T-02", "recovered"), ("T-04", "yes"), ("T-04", "harmless"), ("T-04", "fall"), ("T-05", "yes"),
    ("T-06", "tired"), ("T-07", "short"), ("T-07", "lasting"), ("T-07", "gums"), ("W-04", "no"), ("N-05", "yes"),
]  # fmt: skip


class TestAfterAnIllness:
    WELL = no_to_all(on_day(60))

    @pytest.mark.parametrize("illness", ILLNESSES)
    def test_the_doctor_is_asked_about_once_it_is_over_and_not_before(self, illness: tuple[str, str]) -> None:
        ill = said(*illness, on_day(60, 9))
        assert asked(on_day(60, 10), *self.WELL, ill) == []
        assert asked(on_day(62), *self.WELL, ill) == ["N-01"]

    @pytest.mark.parametrize("harmless", NO_ILLNESSES)
    def test_other_answers_are_no_illness(self, harmless: tuple[str, str]) -> None:
        assert "N-01" not in asked(on_day(62), *self.WELL, said(*harmless, on_day(60, 9)))

    @pytest.mark.parametrize("answer", ["no-doctor", "doctor-visit"])
    def test_one_answer_is_enough(self, answer: str) -> None:
        told = (said("T-02", "yes", on_day(60, 9)), said("illness", answer, on_day(61, 10)))
        assert asked(on_day(62), *self.WELL, *told) == []

    def test_a_relapse_is_asked_about_again(self) -> None:
        told = (said("illness", "no-doctor", on_day(61)), said("T-02", "yes", on_day(61, 13)))
        assert asked(on_day(64), *self.WELL, *told) == ["N-01"]

    def test_recovered_is_over_at_once(self) -> None:
        told = (said("T-02", "yes", on_day(60, 9)), said("T-02", "recovered", on_day(60, 10)))
        assert asked(on_day(60, 11), *self.WELL, *told) == ["N-01"]

    def test_without_that_question_in_the_content_it_is_not_asked(self) -> None:
        checks = {key: check for key, check in catalogue().checks.items() if key != "N-01"}
        ill = Known(ready_baby(), (*self.WELL, said("T-02", "yes", on_day(60, 9))))
        assert due(checks, ill, on_day(62)) == ()


class TestMomentOfAnAnswer:
    """What is said later stands later, though the clock was set back."""

    NOW = on_day(60)

    def test_it_is_now(self) -> None:
        assert after((), "N-05", self.NOW) == self.NOW
        assert after((said("N-05", "no", on_day(59)),), "N-05", self.NOW) == self.NOW

    def test_it_is_behind_what_was_said_of_the_same_by_a_clock_ahead(self) -> None:
        ahead = said("N-05", "doctor-yes", on_day(61))
        assert after((ahead,), "N-05", self.NOW) > ahead.at
        assert after((ahead,), "N-06", self.NOW) == self.NOW

    def test_an_illness_is_answered_behind_it(self) -> None:
        ill = said("T-02", "yes", on_day(61))
        assert after((ill,), "illness", self.NOW) == ill.at
        assert after((ill,), "split", self.NOW) == self.NOW
