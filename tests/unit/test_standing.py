"""How long each answer stands, to the minute, and what takes it back (content-spec 3.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.choices import Day
from babymassage_gui.core.standing import standing
from tests.fakes.answers import DAYS_OF_MONTHS, HERE, known, on_day, said, stands, verdicts
from tests.fakes.content import catalogue

URGENT, DOCTOR_FIRST, REST = Verdict.URGENT, Verdict.ASK_DOCTOR, Verdict.NOT_TODAY
WAIT, GO = Verdict.WAIT, Verdict.GO
AT_3 = DAYS_OF_MONTHS[3]
NOON = on_day(100)
MINUTE = timedelta(minutes=1)


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


def test_standing_questions_in_a_calm_day_stand_only_for_go() -> None:
    assert {one.verdict for one in standing(catalogue().checks, known(), NOON)} == {GO}
    assert on_day(0).tzinfo is HERE
