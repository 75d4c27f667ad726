"""What stands between a baby and a routine: age, doctor, navel, answers (content-spec 3.2, 3.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.checkin import (
    Barrier,
    Past,
    Refusal,
    age_refusal,
    refusal,
)
from babymassage_gui.core.checks import QUESTIONS, Verdict
from babymassage_gui.core.standing import standing
from tests.fakes.answers import BORN, HERE, barrier, known, on_day, refused, said
from tests.fakes.content import catalogue, routine
from tests.fakes.records import massage


class TestAge:
    @pytest.mark.parametrize(
        ("routine_id", "days", "early_start", "barrier", "opens_day"),
        [
            ("first-strokes", 0, False, Barrier.TOO_YOUNG, 46),
            ("first-strokes", 19, False, Barrier.TOO_YOUNG, 46),
            ("first-strokes", 20, False, Barrier.EARLY_START, 46),
            ("first-strokes", 45, False, Barrier.EARLY_START, 46),
            ("first-strokes", 46, False, None, None),
            ("first-strokes", 19, True, Barrier.TOO_YOUNG, 20),
            ("first-strokes", 20, True, None, None),
            ("first-strokes", 45, True, None, None),
            ("first-strokes", 122, False, None, None),
            ("first-strokes", 123, False, Barrier.NO_LONGER, None),
            ("first-strokes", 364, False, Barrier.NO_LONGER, None),
            ("first-strokes", 365, False, Barrier.TOO_OLD, None),
            ("everyday", 19, False, Barrier.TOO_YOUNG, 46),
            ("everyday", 20, False, Barrier.NOT_YET, 46),
            ("everyday", 45, False, Barrier.NOT_YET, 46),
            ("everyday", 45, True, Barrier.NOT_YET, 46),
            ("everyday", 46, False, None, None),
            ("everyday", 122, False, None, None),
            ("everyday", 123, False, None, None),
            ("everyday", 364, False, None, None),
            ("everyday", 365, False, Barrier.TOO_OLD, None),
            ("strong-4m", 122, False, Barrier.NOT_YET, 123),
            ("strong-4m", 123, False, None, None),
            ("wake-up", 123, False, Barrier.NOT_YET, 124),
            ("wake-up", 124, False, None, None),
            ("mini", 19, True, Barrier.TOO_YOUNG, 20),
            ("mini", 20, True, None, None),
            ("mini", 45, False, Barrier.EARLY_START, 46),
            ("mini", 46, False, None, None),
            ("mini", 364, False, None, None),
            ("face", 45, True, Barrier.NOT_YET, 46),
            ("face", 46, False, None, None),
            ("calm", 45, True, Barrier.NOT_YET, 46),
            ("calm", 46, False, None, None),
            ("tummy-ease", 19, True, Barrier.TOO_YOUNG, 20),
            ("tummy-ease", 20, True, None, None),
            ("tummy-ease", 45, False, Barrier.EARLY_START, 46),
            ("tummy-ease", 183, False, None, None),
            ("tummy-ease", 184, False, Barrier.NO_LONGER, None),
            ("moves", 122, False, Barrier.NOT_YET, 123),
            ("moves", 123, False, None, None),
            ("pro-moves", 122, False, Barrier.NOT_YET, 123),
            ("pro-moves", 123, False, None, None),
            ("tear-duct", 19, True, Barrier.TOO_YOUNG, 20),
            ("tear-duct", 20, False, None, None),
            ("tear-duct", 364, False, None, None),
            ("tear-duct", 365, False, Barrier.TOO_OLD, None),
            ("strong-4m", 364, False, None, None),
            ("strong-4m", 365, False, Barrier.TOO_OLD, None),
            ("practice", 0, False, None, None),
            ("practice", 500, False, None, None),
        ],
    )
    def test_each_boundary_at_its_day(
        self, routine_id: str, days: int, early_start: bool, barrier: Barrier | None, opens_day: int | None
    ) -> None:
        found = age_refusal(routine(routine_id), age_of_days(days), early_start=early_start)
        opens_on = None if opens_day is None else BORN + timedelta(days=opens_day)
        assert found == (None if barrier is None else Refusal(barrier, opens_on))

    def test_the_age_of_an_early_baby_is_corrected(self) -> None:
        due = BORN + timedelta(days=60)
        assert refused("everyday", on_day(105), due=due) == Refusal(Barrier.NOT_YET, BORN + timedelta(days=106))
        assert refused("everyday", on_day(106), due=due) is None

    @pytest.mark.parametrize(
        ("born", "months", "opens"),
        [
            (date(2027, 10, 31), 4, date(2028, 3, 1)),
            (date(2027, 10, 29), 4, date(2028, 2, 29)),
            (date(2026, 10, 29), 4, date(2027, 3, 1)),
            (date(2028, 2, 29), 12, date(2029, 3, 1)),
        ],
    )
    def test_months_in_leap_years_and_short_months(self, born: date, months: int, opens: date) -> None:
        at = {4: (Barrier.NOT_YET, None), 12: (None, Barrier.TOO_OLD)}[months]
        for day, expected in ((opens - timedelta(days=1), at[0]), (opens, at[1])):
            now = datetime(day.year, day.month, day.day, 10, tzinfo=HERE)
            assert barrier("strong-4m", now, born=born, doctor_yes_on=day) == expected


class TestDoctorAndNavel:
    def test_without_the_doctors_yes_there_is_only_the_doll(self) -> None:
        assert refused("everyday", on_day(60), doctor_yes_on=None) == Refusal(Barrier.DOCTOR)
        assert refused("practice", on_day(60), doctor_yes_on=None) is None

    def test_the_doctors_yes_holds_180_days(self) -> None:
        agreed = BORN + timedelta(days=50)
        assert barrier("everyday", on_day(230), *(), doctor_yes_on=agreed) is None
        assert refused("everyday", on_day(231), doctor_yes_on=agreed) == Refusal(Barrier.DOCTOR_AGAIN)

    def test_the_navel_must_be_healed(self) -> None:
        assert refused("everyday", on_day(60), navel_healed=False) == Refusal(Barrier.NAVEL)

    @pytest.mark.parametrize("changes", [{"doctor_yes_on": None}, {"navel_healed": False}])
    def test_no_edit_of_the_content_opens_them(self, changes: dict[str, object]) -> None:
        tame = {
            key: replace(c, answers=tuple(replace(a, verdict=Verdict.GO) for a in c.answers))
            for key, c in catalogue().checks.items()
        }
        tamed = replace(catalogue(), checks=tame)
        assert refusal(tamed, routine("everyday"), known(**changes), on_day(60), Past()) is not None

    def test_the_first_barrier_speaks_age_then_doctor_then_navel_then_the_hour(self) -> None:
        today = massage(on_day(60).date())
        order = [
            barrier("everyday", on_day(10), navel_healed=False, doctor_yes_on=None, sessions=(today,)),
            barrier("everyday", on_day(60), navel_healed=False, doctor_yes_on=None, sessions=(today,)),
            barrier("everyday", on_day(60), navel_healed=False, sessions=(today,)),
            barrier("everyday", on_day(60), sessions=(today,)),
        ]
        assert order == [Barrier.TOO_YOUNG, Barrier.DOCTOR, Barrier.NAVEL, Barrier.DONE_TODAY]


class TestAnswers:
    @pytest.mark.parametrize("days", [10, 30, 60, 400])
    def test_an_alarm_speaks_first_at_every_age(self, days: int) -> None:
        alarm = said("T-06", "yes", on_day(days, 9))
        found = refused("everyday", on_day(days), alarm, doctor_yes_on=None)
        assert found is not None
        assert (found.barrier, found.standing and found.standing.verdict) == (Barrier.ANSWER, Verdict.URGENT)
        assert found.opens_at == on_day(days + 1, 0)

    @pytest.mark.parametrize(
        ("question", "opens_at"),
        [
            (("N-06", "yes"), None),
            (("T-02", "yes"), on_day(101, 9)),
            (("T-07", "short"), on_day(100, 9, 15)),
            (("W-01", "fed"), on_day(100, 9, 45)),
            (("W-08", "yes"), on_day(100, 9, 15)),
        ],
    )
    def test_what_stands_forbids_until_it_is_over(self, question: tuple[str, str], opens_at: datetime | None) -> None:
        told = said(*question, on_day(100, 9))
        found = refused("calm", on_day(100, 9, 5), told)
        assert found is not None
        assert (found.barrier, found.opens_at) == (Barrier.ANSWER, opens_at)
        assert found.standing is not None
        assert found.standing.said == told
        if opens_at is not None:
            assert refused("calm", opens_at, told) is None

    @pytest.mark.parametrize(
        "question", [("W-05", "nearly"), ("T-07", "gums"), ("P-06", "refused"), ("T-04", "harmless")]
    )
    def test_what_only_prepares_or_closes_a_part_does_not(self, question: tuple[str, str]) -> None:
        assert refused("calm", on_day(100), said(*question, on_day(100))) is None

    def test_they_speak_in_the_order_of_the_groups(self) -> None:
        now = on_day(130, 18)
        told = [said(*one, on_day(130, 17, 59)) for one in (("N-06", "yes"), ("T-02", "yes"), ("W-03", "yes"))]
        played = massage(now.date(), hour=8)
        order = []
        for count in (3, 2, 1):
            found = refused("calm", now, *told[-count:])
            order.append(found.standing.check.id if found and found.standing else None)
        assert order == ["N-06", "T-02", "W-03"]
        assert barrier("strong-4m", now, *told[1:], sessions=(played,)) is Barrier.DONE_TODAY
        assert barrier("strong-4m", now, *told[1:]) is Barrier.EVENING

    def test_the_doll_is_never_refused(self) -> None:
        assert refused("practice", on_day(5), said("T-06", "yes", on_day(5)), doctor_yes_on=None) is None

    def test_what_was_weighed_before_need_not_be_weighed_again(self) -> None:
        told = known(said("T-02", "yes", on_day(100)))
        weighed = standing(catalogue().checks, told, on_day(100))
        again = refusal(catalogue(), routine("calm"), told, on_day(100), Past(), weighed)
        assert again == refusal(catalogue(), routine("calm"), told, on_day(100), Past())
        assert refusal(catalogue(), routine("calm"), told, on_day(100), Past(), ()) is None

    @pytest.mark.parametrize("missing", sorted(QUESTIONS))
    def test_without_any_one_question_everything_is_closed_but_the_doll(self, missing: str) -> None:
        checks = {key: check for key, check in catalogue().checks.items() if key != missing}
        less: Catalogue = replace(catalogue(), checks=checks)
        for one in less.routines.values():
            found = refusal(less, one, known(), on_day(130), Past())
            young_or_old = age_refusal(one, age_of_days(130))
            assert found == (young_or_old or Refusal(Barrier.CONTENT) if one.with_baby else None)
