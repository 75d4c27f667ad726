"""What each answer means at each age, and how long it stands (content-spec 3.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.choices import Day
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import DOCTOR, NAVEL, OF_PROFILE, Known, standing
from tests.fakes.answers import BORN, DAYS_OF_MONTHS, HERE, known, on_day, said, stands, verdicts
from tests.fakes.content import catalogue
from tests.fakes.records import BABY

URGENT, DOCTOR_FIRST, REST = Verdict.URGENT, Verdict.ASK_DOCTOR, Verdict.NOT_TODAY
WAIT, PREPARE, GO = Verdict.WAIT, Verdict.PREPARE, Verdict.GO
AT_3, AT_6 = DAYS_OF_MONTHS[3], DAYS_OF_MONTHS[6]
NOON = on_day(100)
MINUTE = timedelta(minutes=1)

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


class TestHowLong:
    """Each answer is there to its last minute and gone with the next."""

    @pytest.mark.parametrize(
        ("check_id", "answer", "hour", "until"),
        [
            ("T-01", "warm", 9, on_day(101, 0)),
            ("T-01", "medicine", 9, on_day(101, 0)),
            ("T-01", "medicine", 22, on_day(101, 4)),
            ("T-02", "yes", 9, on_day(101, 9)),
            ("T-02", "yes", 0, on_day(101, 0)),
            ("T-03", "yes", 9, on_day(101, 0)),
            ("T-03", "now", 9, on_day(101, 0)),
            ("T-03", "now", 20, on_day(101, 2)),
            ("T-04", "yes", 9, on_day(101, 0)),
            ("T-04", "glass", 23, on_day(101, 5)),
            ("T-05", "yes", 9, on_day(102, 9)),
            ("T-06", "yes", 9, on_day(101, 0)),
            ("T-06", "yes", 23, on_day(101, 5)),
            ("T-06", "tired", 9, on_day(100, 9, 30)),
            ("T-07", "short", 9, on_day(100, 9, 15)),
            ("T-07", "lasting", 9, on_day(101, 0)),
            ("T-07", "lasting", 23, on_day(101, 5)),
            ("T-07", "gums", 9, on_day(101, 0)),
            ("W-01", "fed", 9, on_day(100, 9, 45)),
            ("W-01", "fed", 23, on_day(100, 23, 45)),
            ("W-02", "yes", 9, on_day(101, 0)),
            ("W-03", "yes", 9, on_day(100, 9, 15)),
            ("W-04", "no", 9, on_day(100, 9, 10)),
            ("W-05", "wrong", 9, on_day(101, 0)),
            ("W-08", "yes", 9, on_day(100, 9, 15)),
            ("N-05", "now", 9, on_day(101, 0)),
            ("N-08", "now", 21, on_day(101, 3)),
        ],
    )
    def test_to_the_minute(self, check_id: str, answer: str, hour: int, until: datetime) -> None:
        told = said(check_id, answer, on_day(100, hour))
        (one,) = stands(until - MINUTE, told)
        assert (one.answer.id, one.until) == (answer, until)
        assert (answer, one.verdict) not in verdicts(until, told)

    @pytest.mark.parametrize(
        ("check_id", "answer"),
        [("N-05", "yes"), ("N-08", "doctor-yes"), ("T-04", "fall"), ("T-04", "harmless")],
    )
    def test_these_stand_until_they_are_answered_anew(self, check_id: str, answer: str) -> None:
        told = said(check_id, answer, on_day(30))
        (one,) = stands(on_day(360), told)
        assert (one.answer.id, one.until) == (answer, None)

    def test_nothing_opens_at_midnight_that_was_closed_just_before(self) -> None:
        told = said("T-01", "warm", on_day(100, 23, 59))
        assert verdicts(on_day(101, 5, 58), told) == [("warm", REST)]
        assert verdicts(on_day(101, 5, 59), told) == []

    @pytest.mark.parametrize(("minutes", "until"), [(30, on_day(100, 9, 30)), (120, on_day(100, 11))])
    def test_the_wait_after_a_feed_is_the_parents(self, minutes: int, until: datetime) -> None:
        fed = replace(known(said("W-01", "fed", on_day(100, 9))), day=Day(after_feed_minutes=minutes))
        found = [o for o in standing(catalogue().checks, fed, on_day(100, 9, 1)) if o.check.id == "W-01"]
        assert [o.until for o in found] == [until]

    @pytest.mark.parametrize(("hours", "until"), [(24, on_day(101, 9)), (48, on_day(102, 9)), (72, on_day(103, 9))])
    def test_so_is_the_wait_after_a_vaccine_and_it_counts_from_the_vaccine(self, hours: int, until: datetime) -> None:
        told = replace(known(said("T-05", "yes", on_day(100, 9))), day=Day(vaccine_wait_hours=hours))
        found = [o.until for o in standing(catalogue().checks, told, until - MINUTE) if o.check.id == "T-05"]
        assert found == [until]
        assert not [o for o in standing(catalogue().checks, told, until) if o.check.id == "T-05"]

    def test_the_clock_on_the_wall_is_told_in_the_familys_time(self) -> None:
        (one,) = stands(on_day(100, 9, 5), said("W-03", "yes", on_day(100, 9)))
        assert one.until is not None
        assert one.until.utcoffset() == timedelta(hours=2)


class TestClocks:
    SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))

    def test_in_the_night_in_which_clocks_go_back_the_hour_is_real(self) -> None:
        fed = said("W-01", "fed", on_day(100, 2, 50, tz=self.SUMMER))
        assert verdicts(on_day(100, 2, 34, tz=self.WINTER), fed) == [("fed", WAIT)]
        assert verdicts(on_day(100, 2, 35, tz=self.WINTER), fed) == []

    def test_what_was_said_half_past_midnight_does_not_slip_to_the_day_before(self) -> None:
        warm = said("T-01", "warm", on_day(100, 0, 30, tz=self.SUMMER))
        assert verdicts(on_day(100, 5, 29, tz=self.WINTER), warm) == [("warm", REST)]

    @pytest.mark.parametrize(("hours", "until_hours"), [(2, 15), (10, 7), (-8, 6)])
    def test_a_journey_moves_midnight_but_leaves_six_hours(self, hours: int, until_hours: int) -> None:
        told = said("T-03", "yes", on_day(100, 9))
        there = timezone(timedelta(hours=hours))
        end = on_day(100, 9) + timedelta(hours=until_hours)
        assert verdicts((end - MINUTE).astimezone(there), told) == [("yes", REST)]
        assert verdicts(end.astimezone(there), told) == []

    @pytest.mark.parametrize(
        ("check_id", "answer"), [("T-06", "yes"), ("T-02", "yes"), ("N-05", "yes"), ("N-05", "now"), ("W-01", "fed")]
    )
    def test_a_clock_that_was_set_back_hides_nothing_that_was_said(self, check_id: str, answer: str) -> None:
        told = said(check_id, answer, on_day(100, 12))
        assert [a for a, _ in verdicts(on_day(100, 9), told)] == [answer]

    def test_a_birthday_at_midnight_makes_no_alarm_milder(self) -> None:
        fever = said("T-01", "fever", on_day(AT_3 - 1, 23))
        assert verdicts(on_day(AT_3, 4, 59), fever) == [("fever", URGENT)]
        assert verdicts(on_day(AT_3, 5), fever) == []


class TestTakenBack:
    @pytest.mark.parametrize(
        ("before", "later", "left"),
        [
            (("T-02", "yes"), ("T-02", "recovered"), []),
            (("T-04", "yes"), ("T-04", "harmless"), []),
            (("T-04", "yes"), ("T-04", "doctor-yes"), []),
            (("T-04", "fall"), ("T-04", "doctor-yes"), []),
            (("T-04", "fall"), ("T-04", "harmless"), ["fall"]),
            (("T-04", "glass"), ("T-04", "doctor-yes"), ["glass"]),
            (("T-04", "glass"), ("T-04", "harmless"), ["glass"]),
            (("W-05", "wrong"), ("W-05", "nearly"), ["nearly"]),
            (("W-05", "wrong"), ("W-05", "fine"), []),
            (("W-05", "nearly"), ("W-05", "fine"), []),
            (("W-05", "nearly"), ("W-05", "wrong"), ["wrong", "nearly"]),
            (("T-01", "fever"), ("T-01", "normal"), ["fever"]),
            (("T-01", "medicine"), ("T-01", "normal"), ["medicine"]),
            (("T-06", "yes"), ("T-06", "tired"), ["yes", "tired"]),
            (("T-07", "lasting"), ("T-07", "gums"), ["lasting"]),
            (("T-05", "yes"), ("T-05", "not-sore"), ["yes"]),
            (("P-06", "refused"), ("P-06", "none"), []),
            (("P-06", "refused"), ("P-06", "tested"), []),
            (("P-06", "none"), ("P-06", "refused"), ["refused"]),
            (("W-02", "yes"), ("W-01", "fed"), ["fed"]),
            (("N-05", "yes"), ("N-05", "doctor-yes"), []),
            (("N-13", "yes"), ("N-13", "no"), []),
            (("N-05", "doctor-yes"), ("N-05", "yes"), ["yes"]),
            (("N-05", "now"), ("N-05", "no"), ["now"]),
            (("N-05", "now"), ("N-05", "yes"), ["now"]),
            (("N-05", "now"), ("N-05", "doctor-yes"), ["now"]),
        ],
    )
    def test_within_the_day(self, before: tuple[str, str], later: tuple[str, str], left: list[str]) -> None:
        told = (said(*before, on_day(100, 9)), said(*later, on_day(100, 9, 5)))
        found = [one.answer.id for one in stands(on_day(100, 9, 6), *told) if one.verdict is not GO]
        assert found == left

    @pytest.mark.parametrize(("before", "later"), [("recovered", "yes"), ("recovered", "recovered")])
    def test_only_what_was_said_before(self, before: str, later: str) -> None:
        told = (said("T-02", before, on_day(100, 9)), said("T-02", later, on_day(100, 9, 5)))
        assert [a for a, v in verdicts(on_day(100, 9, 6), *told) if v is REST] == [later] * (later == "yes")

    def test_hunger_waits_for_a_feed_that_came_after_it(self) -> None:
        hungry = said("W-02", "yes", on_day(100, 9))
        assert verdicts(on_day(100, 11), hungry, said("W-01", "fed", on_day(100, 8, 59))) == [("yes", WAIT)]
        assert verdicts(on_day(100, 11), hungry, said("W-01", "fed", on_day(100, 9))) == []

    def test_the_newest_feed_counts_whichever_was_said_last(self) -> None:
        newer, older = said("W-01", "fed", on_day(100, 9)), said("W-01", "fed", on_day(100, 8, 55))
        assert [one.until for one in stands(on_day(100, 9, 5), newer, older)] == [on_day(100, 9, 45)]


class TestAlarmOfAStandingQuestion:
    @pytest.mark.parametrize("check_id", ["N-05", "N-07", "N-08"])
    def test_the_next_day_it_is_a_yes(self, check_id: str) -> None:
        alarm = said(check_id, "now", on_day(100, 9))
        assert verdicts(on_day(100, 23, 59), alarm) == [("now", URGENT)]
        assert verdicts(on_day(101, 0), alarm) == [("yes", DOCTOR_FIRST)]
        assert verdicts(on_day(150), alarm) == [("yes", DOCTOR_FIRST)]

    @pytest.mark.parametrize("check_id", ["N-05", "N-07", "N-08"])
    @pytest.mark.parametrize("answer", ["no", "yes"])
    def test_a_later_answer_of_the_parent_does_not_undo_it(self, check_id: str, answer: str) -> None:
        alarm, later = said(check_id, "now", on_day(100, 9)), said(check_id, answer, on_day(101, 9))
        assert verdicts(on_day(102), alarm, later) == [("yes", DOCTOR_FIRST)]

    @pytest.mark.parametrize("check_id", ["N-05", "N-07", "N-08"])
    def test_the_doctors_yes_does_but_never_on_the_same_day(self, check_id: str) -> None:
        alarm, yes = said(check_id, "now", on_day(100, 9)), said(check_id, "doctor-yes", on_day(100, 10))
        assert verdicts(on_day(100, 11), alarm, yes) == [("now", URGENT), ("doctor-yes", GO)]
        assert verdicts(on_day(101, 0), alarm, yes) == [("doctor-yes", GO)]

    def test_a_new_alarm_is_one_again(self) -> None:
        told = [said("N-05", a, on_day(100 + n, 9)) for n, a in enumerate(("now", "doctor-yes", "now"))]
        assert verdicts(on_day(102, 10), *told) == [("now", URGENT)]
        assert verdicts(on_day(103, 10), *told) == [("yes", DOCTOR_FIRST)]


class TestVaccineFever:
    """Under three months, within 48 hours of a vaccine, 38.0 is no alarm: if the baby is otherwise well (T-01)."""

    VACCINE = said("T-05", "yes", on_day(60, 9))

    def verdict(self, now: datetime, *told: Said) -> Verdict:
        (fever,) = [one for one in stands(now, *told) if one.check.id == "T-01"]
        return fever.verdict

    @pytest.mark.parametrize(
        ("fever_at", "verdict"),
        [
            (on_day(60, 8, 59), URGENT),
            (on_day(60, 9), REST),
            (on_day(61, 12), REST),
            (on_day(62, 9), REST),
            (on_day(62, 9, 1), URGENT),
        ],
    )
    def test_it_counts_from_the_vaccine_to_the_fever(self, fever_at: datetime, verdict: Verdict) -> None:
        assert self.verdict(fever_at + MINUTE, self.VACCINE, said("T-01", "fever", fever_at)) is verdict

    @pytest.mark.parametrize("hours", [24, 72])
    def test_the_parents_own_wait_changes_nothing(self, hours: int) -> None:
        for fever_at, verdict in ((on_day(62, 8), REST), (on_day(62, 12), URGENT)):
            told = replace(known(self.VACCINE, said("T-01", "fever", fever_at)), day=Day(vaccine_wait_hours=hours))
            found = [o.verdict for o in standing(catalogue().checks, told, fever_at) if o.check.id == "T-01"]
            assert found == [verdict]

    @pytest.mark.parametrize(
        "also",
        [("T-02", "yes"), ("T-03", "yes"), ("T-03", "now"), ("T-04", "yes"), ("T-04", "fall"), ("T-04", "glass"),
         ("T-06", "yes"), ("T-06", "tired"), ("T-07", "short"), ("T-07", "lasting")],
    )  # fmt: skip
    def test_not_if_anything_else_is_wrong(self, also: tuple[str, str]) -> None:
        at = on_day(61)
        assert self.verdict(at, self.VACCINE, said("T-01", "fever", at), said(*also, at)) is URGENT

    @pytest.mark.parametrize("also", [("T-07", "gums"), ("W-02", "yes"), ("T-04", "harmless"), ("T-05", "not-sore")])
    def test_what_is_no_illness_changes_nothing(self, also: tuple[str, str]) -> None:
        at = on_day(61)
        assert self.verdict(at, self.VACCINE, said("T-01", "fever", at), said(*also, at)) is REST

    @pytest.mark.parametrize("answer", ["below-36", "high-fever"])
    def test_only_the_fever_is_eased(self, answer: str) -> None:
        at = on_day(61)
        assert self.verdict(at, self.VACCINE, said("T-01", answer, at)) is URGENT

    @pytest.mark.parametrize(
        ("also", "at", "verdict"),
        [
            (("T-06", "tired"), on_day(60, 11, 59), REST),
            (("T-06", "tired"), on_day(60, 12), URGENT),
            (("T-06", "tired"), on_day(61, 12), URGENT),
            (("T-06", "tired"), on_day(61, 15), URGENT),
            (("T-03", "forgotten"), on_day(61, 12), URGENT),
            (("T-04", "fall"), on_day(58), URGENT),
            (("T-04", "gone"), on_day(61, 12), REST),
        ],
    )
    def test_what_is_over_by_now_does_not_make_the_alarm_milder(
        self, also: tuple[str, str], at: datetime, verdict: Verdict
    ) -> None:
        fever = said("T-01", "fever", on_day(61))
        assert self.verdict(on_day(61, 20), self.VACCINE, fever, said(*also, at)) is verdict

    def test_a_place_that_is_not_sore_is_no_vaccine(self) -> None:
        at = on_day(61)
        assert self.verdict(at, said("T-05", "not-sore", at), said("T-01", "fever", at)) is URGENT


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


def test_standing_questions_in_a_calm_day_stand_only_for_go() -> None:
    assert {one.verdict for one in standing(catalogue().checks, known(), NOON)} == {GO}
    assert on_day(0).tzinfo is HERE
