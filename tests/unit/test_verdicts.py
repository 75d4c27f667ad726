"""What each answer means at each age, and what follows from the profile (content-spec 3.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import DOCTOR, NAVEL, OF_PROFILE, Known, standing
from tests.fakes.answers import BORN, DAYS_OF_MONTHS, on_day, said, stands, verdicts
from tests.fakes.content import catalogue
from tests.fakes.records import BABY

URGENT, DOCTOR_FIRST, REST = Verdict.URGENT, Verdict.ASK_DOCTOR, Verdict.NOT_TODAY
WAIT, PREPARE, GO = Verdict.WAIT, Verdict.PREPARE, Verdict.GO
AT_3, AT_6 = DAYS_OF_MONTHS[3], DAYS_OF_MONTHS[6]
NOON = on_day(100)

SAME_AT_EVERY_AGE = {
    **{(check_id, "no"): GO for check_id in (f"N-{n:02d}" for n in range(4, 16))},
    **{(check_id, "yes"): DOCTOR_FIRST for check_id in (f"N-{n:02d}" for n in range(4, 16))},
    **{(check_id, "doctor-yes"): GO for check_id in (f"N-{n:02d}" for n in range(4, 16))},
    ("N-05", "now"): URGENT,
    ("N-07", "now"): URGENT,
    ("N-08", "now"): URGENT,
    ("N-10", "doctor-yes-limbs"): GO,
    ("T-01", "normal"): GO,
    ("T-01", "warm"): REST,
    ("T-01", "medicine"): REST,
    ("T-02", "yes"): REST,
    ("T-02", "recovered"): GO,
    ("T-03", "yes"): REST,
    ("T-03", "now"): URGENT,
    ("T-04", "yes"): REST,
    ("T-04", "harmless"): GO,
    ("T-04", "fall"): DOCTOR_FIRST,
    ("T-04", "doctor-yes"): GO,
    ("T-04", "glass"): URGENT,
    ("T-05", "yes"): REST,
    ("T-05", "not-sore"): GO,
    ("T-06", "yes"): URGENT,
    ("T-06", "tired"): WAIT,
    ("T-07", "short"): WAIT,
    ("T-07", "lasting"): REST,
    ("T-07", "gums"): GO,
    ("W-01", "fed"): WAIT,
    ("W-02", "yes"): WAIT,
    ("W-03", "yes"): WAIT,
    ("W-04", "no"): WAIT,
    ("W-05", "fine"): GO,
    ("W-05", "nearly"): PREPARE,
    ("W-05", "wrong"): WAIT,
    ("W-06", "ended"): WAIT,
    ("W-07", "evening"): WAIT,
    ("W-08", "yes"): WAIT,
    **{(f"P-{n:02d}", "done"): GO for n in (1, 2, 3, 4, 5, 7, 9)},
    ("P-02", "table"): GO,
    ("P-06", "none"): GO,
    ("P-06", "refused"): PREPARE,
    ("P-08", "yes"): GO,
    ("P-08", "no"): GO,
    ("P-10", "chosen"): GO,
}
BY_AGE = [
    ("T-01", "below-36", AT_3 - 1, URGENT),
    ("T-01", "below-36", AT_3, REST),
    ("T-01", "fever", AT_3 - 1, URGENT),
    ("T-01", "fever", AT_3, REST),
    ("T-01", "high-fever", AT_3 - 1, URGENT),
    ("T-01", "high-fever", AT_6 - 1, URGENT),
    ("T-01", "high-fever", AT_6, REST),
    ("P-06", "tested", 30, PREPARE),
    ("P-06", "tested", 31, GO),
]


class TestVerdicts:
    @pytest.mark.parametrize("days", [20, 45, 46, AT_3 - 1, AT_3, AT_6 - 1, AT_6, 364])
    @pytest.mark.parametrize(("question", "verdict"), SAME_AT_EVERY_AGE.items())
    def test_most_answers_mean_the_same_at_every_age(
        self, question: tuple[str, str], verdict: Verdict, days: int
    ) -> None:
        now = on_day(days)
        assert verdicts(now, said(*question, now)) == [(question[1], verdict)]

    @pytest.mark.parametrize(("check_id", "answer", "days", "verdict"), BY_AGE)
    def test_the_others_change_on_the_day(self, check_id: str, answer: str, days: int, verdict: Verdict) -> None:
        now = on_day(days)
        assert verdicts(now, said(check_id, answer, now)) == [(answer, verdict)]

    def test_no_answer_of_the_content_is_left_out_here(self) -> None:
        checks = catalogue().checks.values()
        every = {(c.id, a.id) for c in checks if c.id not in OF_PROFILE for a in c.answers}
        assert every == {*SAME_AT_EVERY_AGE, *((check_id, answer) for check_id, answer, _, _ in BY_AGE)}

    def test_the_age_of_an_early_baby_is_corrected(self) -> None:
        due = BORN + timedelta(days=60)
        fever = said("T-01", "fever", on_day(AT_3))
        assert verdicts(on_day(AT_3), fever, due=due) == [("fever", URGENT)]

    def test_a_leap_years_birthday(self) -> None:
        born = date(2027, 11, 29)
        for day, verdict in ((date(2028, 2, 28), URGENT), (date(2028, 2, 29), REST)):
            now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            fever = said("T-01", "fever", now)
            assert verdicts(now, fever, born=born, doctor_yes_on=born) == [("fever", verdict)]

    def test_the_strongest_comes_first(self) -> None:
        told = [said(*one, NOON) for one in (("W-05", "nearly"), ("W-03", "yes"), ("T-02", "yes"), ("T-04", "fall"),
                                             ("T-06", "yes"), ("N-05", "yes"), ("T-07", "gums"))]  # fmt: skip
        found = [one.verdict for one in stands(NOON, *told)]
        assert found == [URGENT, DOCTOR_FIRST, DOCTOR_FIRST, REST, WAIT, PREPARE, GO]


def of_profile(baby: Baby, now: datetime, *told: Said) -> dict[str, tuple[str, Verdict]]:
    found = standing(catalogue().checks, Known(baby, told), now)
    return {one.check.id: (one.answer.id, one.verdict) for one in found if one.check.id in OF_PROFILE}


class TestProfile:
    BABY = Baby(BABY, "", BORN, navel_healed=True, doctor_yes_on=BORN)

    @pytest.mark.parametrize(
        ("days", "age"),
        [
            (19, ("under-20-days", Verdict.BLOCK_AGE)),
            (20, None),
            (45, None),
            (46, None),
            (364, None),
            (365, ("12-months", Verdict.BLOCK_AGE)),
        ],
    )
    def test_there_is_no_massage_under_20_days_nor_from_12_months(
        self, days: int, age: tuple[str, Verdict] | None
    ) -> None:
        assert of_profile(self.BABY, on_day(days)).get("N-02") == age

    def test_before_its_due_date_an_early_baby_is_under_20_days(self) -> None:
        early = replace(self.BABY, due=BORN + timedelta(days=80))
        assert of_profile(early, on_day(99))["N-02"] == ("under-20-days", Verdict.BLOCK_AGE)
        assert "N-02" not in of_profile(early, on_day(100))

    @pytest.mark.parametrize(
        ("days_ago", "answer"),
        [(None, ("no", DOCTOR_FIRST)), (0, ("yes", GO)), (180, ("yes", GO)), (181, ("no", DOCTOR_FIRST))],
    )
    def test_the_doctors_yes_holds_180_days(self, days_ago: int | None, answer: tuple[str, Verdict]) -> None:
        now = on_day(200)
        on = None if days_ago is None else now.date() - timedelta(days=days_ago)
        assert of_profile(replace(self.BABY, doctor_yes_on=on), now)[DOCTOR] == answer

    @pytest.mark.parametrize(("days", "verdict"), [(21, WAIT), (22, DOCTOR_FIRST), (60, DOCTOR_FIRST)])
    def test_a_navel_that_is_open_over_21_days_needs_the_doctor(self, days: int, verdict: Verdict) -> None:
        assert of_profile(replace(self.BABY, navel_healed=False), on_day(days))[NAVEL] == ("no", verdict)

    def test_a_navel_heals_by_the_days_since_the_birth_also_of_an_early_baby(self) -> None:
        early = replace(self.BABY, navel_healed=False, due=BORN + timedelta(days=60))
        assert of_profile(early, on_day(22))[NAVEL] == ("no", DOCTOR_FIRST)

    def test_a_red_navel_is_an_alarm_for_the_day_whatever_the_profile_says(self) -> None:
        red = said(NAVEL, "now", on_day(60, 9))
        found = [o for o in standing(catalogue().checks, Known(self.BABY, (red,)), on_day(60, 23, 59)) if o.said]
        assert [(o.check.id, o.verdict, o.until) for o in found] == [(NAVEL, URGENT, on_day(61, 0))]
        assert of_profile(self.BABY, on_day(61, 0), red)[NAVEL] == ("yes", GO)

    def test_questions_that_the_content_lost_are_passed_over_here(self) -> None:
        checks = {key: check for key, check in catalogue().checks.items() if key not in OF_PROFILE}
        assert standing(checks, Known(replace(self.BABY, navel_healed=False)), on_day(10)) == ()

    def test_an_answer_that_the_content_lost_is_passed_over_here(self) -> None:
        lost = replace(catalogue().checks[DOCTOR], answers=catalogue().checks[DOCTOR].answers[:1])
        baby = replace(self.BABY, doctor_yes_on=None)
        assert standing({DOCTOR: lost}, Known(baby), on_day(60)) == ()


class TestUnknownAnswers:
    """What a newer or damaged content no longer knows is read as what closes the day."""

    @pytest.mark.parametrize(
        ("check_id", "as_if", "verdict"),
        [
            *((f"N-{n:02d}", "yes", DOCTOR_FIRST) for n in range(4, 16)),
            ("T-01", "warm", REST),
            ("T-02", "yes", REST),
            ("T-03", "yes", REST),
            ("T-04", "fall", DOCTOR_FIRST),
            ("T-05", "yes", REST),
            ("T-06", "yes", URGENT),
            ("T-07", "lasting", REST),
            ("W-01", "fed", WAIT),
            ("W-02", "yes", WAIT),
            ("W-03", "yes", WAIT),
            ("W-04", "no", WAIT),
            ("W-05", "wrong", WAIT),
            ("W-08", "yes", WAIT),
            ("P-06", "refused", PREPARE),
            ("P-01", "done", GO),
        ],
    )
    def test_it_is_taken_for_one_that_closes(self, check_id: str, as_if: str, verdict: Verdict) -> None:
        assert verdicts(on_day(60), said(check_id, "forgotten", on_day(60))) == [(as_if, verdict)]

    def test_and_stands_and_is_taken_back_as_that_one(self) -> None:
        odd = said("T-04", "forgotten", on_day(100, 9))
        assert verdicts(on_day(130), odd) == [("fall", DOCTOR_FIRST)]
        yes = said("T-04", "doctor-yes", on_day(131, 9))
        assert verdicts(on_day(131, 10), odd, yes) == [("doctor-yes", GO)]
        assert verdicts(on_day(101, 0), said("T-03", "forgotten", on_day(100, 9))) == []

    def test_it_takes_nothing_back(self) -> None:
        told = (said("T-02", "yes", on_day(100, 9)), said("T-02", "forgotten", on_day(100, 10)))
        assert verdicts(on_day(100, 11), *told) == [("yes", REST), ("yes", REST)]

    @pytest.mark.parametrize("subject", ["T-99", "gym-soar", "ten-days", "split", "illness"])
    def test_what_is_about_other_things_stands_for_nothing(self, subject: str) -> None:
        assert stands(NOON, said(subject, "yes", NOON)) == ()

    def test_a_mark_that_is_gone_forbids_nothing(self) -> None:
        assert stands(NOON, said("T-04", "gone", NOON, "legs")) == ()
