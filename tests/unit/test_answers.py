"""What parents answer is kept as it is said, in the order in which it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from babymassage_gui.core.checks import Check
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said, newest
from babymassage_gui.services.answers import Answers
from tests.fakes.clock import MORNING
from tests.fakes.content import catalogue
from tests.fakes.home import ALL_WELL, READY, TODAY, Home

UTC_MORNING = MORNING.astimezone(UTC)


def check(check_id: str) -> Check:
    return catalogue().checks[check_id]


def last(home: Home, subject: str) -> Said | None:
    return newest(home.household.answers.of(READY), subject)


def heard(home: Home, subject: str) -> list[str]:
    return [one.answer for one in home.household.answers.of(READY) if one.subject == subject]


def answers(home: Home) -> Answers:
    return home.household.answers


class TestSaying:
    def test_it_is_now_unless_told_otherwise(self) -> None:
        home = Home()
        assert answers(home).say(READY, "T-02", "yes").at == UTC_MORNING
        earlier = MORNING - timedelta(hours=3)
        vaccine = answers(home).say(READY, "T-05", "yes", at=earlier, by="Dr Ruiz", note="leg")
        assert (vaccine.at, vaccine.by, vaccine.note) == (earlier.astimezone(UTC), "Dr Ruiz", "leg")
        assert vaccine in answers(home).of(READY)

    def test_each_has_its_own_id(self) -> None:
        home = Home()
        assert answers(home).say(READY, "T-02", "yes").id != answers(home).say(READY, "T-02", "yes").id

    @pytest.mark.parametrize(("subject", "answer"), [("T-02", "no"), ("T-05", "gone"), ("N-05", "perhaps")])
    def test_what_the_question_does_not_know_cannot_be_said(self, subject: str, answer: str) -> None:
        home = Home()
        with pytest.raises(ValueError, match=f"{subject} has no answer {answer}"):
            answers(home).say(READY, subject, answer)
        assert answer not in heard(home, subject)

    @pytest.mark.parametrize(("subject", "answer"), [("T-04", "gone"), ("gym-soar", "shown"), ("split", "yes")])
    def test_what_is_no_question_can(self, subject: str, answer: str) -> None:
        home = Home()
        answers(home).say(READY, subject, answer)
        assert heard(home, subject) == [answer]

    def test_a_moment_without_a_time_zone_is_refused(self) -> None:
        with pytest.raises(ValueError, match="time zone"):
            answers(Home()).say(READY, "W-01", "fed", at=datetime(2026, 3, 2, 9))  # noqa: DTZ001

    def test_a_wrong_press_is_taken_back(self) -> None:
        home = Home()
        wrong = answers(home).say(READY, "T-06", "yes")
        answers(home).take_back(wrong)
        assert home.household.judge(ALL_WELL).may_begin

    def test_what_cannot_be_written_is_said(self) -> None:
        home = Home()
        home.said.broken = True
        with pytest.raises(Expected):
            answers(home).say(READY, "T-06", "yes")

    def test_what_is_said_later_holds_though_the_clock_was_set_back(self) -> None:
        home = Home()
        answers(home).say(READY, "N-05", "doctor-yes")
        home.clock.set_wall_clock(MORNING - timedelta(hours=2))
        answers(home).say(READY, "N-05", "yes")
        assert not home.household.judge(ALL_WELL).may_begin
        answers(home).say(READY, "N-05", "doctor-yes")
        assert home.household.judge(ALL_WELL).may_begin


class TestProfile:
    @pytest.mark.parametrize(("answer", "healed"), [("no", False), ("now", False), ("yes", True)])
    def test_what_is_said_of_the_navel_holds_in_the_profile(self, answer: str, healed: bool) -> None:
        home = Home(baby=replace(READY, navel_healed=not healed))
        answers(home).say(READY, "N-03", answer)
        assert home.household.baby == replace(READY, navel_healed=healed)

    @pytest.mark.parametrize(("answer", "yes_on"), [("no", None), ("yes", TODAY)])
    def test_so_does_what_is_said_of_the_doctor(self, answer: str, yes_on: object) -> None:
        home = Home(baby=replace(READY, doctor_yes_on=TODAY - timedelta(days=9)))
        answers(home).say(READY, "N-01", answer)
        assert home.household.baby == replace(READY, doctor_yes_on=yes_on)

    def test_that_no_doctor_was_needed_leaves_it_as_it_is(self) -> None:
        home = Home()
        answers(home).say(READY, "N-01", "not-needed")
        assert home.household.baby == READY

    def test_a_red_navel_is_not_healed_the_next_day_either(self) -> None:
        home = Home()
        answers(home).say(READY, "N-03", "now")
        home.clock.set_wall_clock(MORNING + timedelta(days=1))
        assert home.barrier() == "navel"

    def test_an_older_profile_in_hand_changes_nothing_else(self) -> None:
        home = Home()
        home.babies.save(replace(READY, navel_healed=False, name="Bean"))
        answers(home).doctor_said_yes(READY, "N-01")
        assert home.household.baby == replace(READY, navel_healed=False, name="Bean")

    def test_a_baby_that_is_not_kept_yet_is_kept_so(self) -> None:
        home = Home(baby=None)
        answers(home).say(replace(READY, doctor_yes_on=None), "N-01", "yes")
        assert home.household.baby == READY


class TestNoneOfThese:
    def test_what_was_never_answered_is_a_no(self) -> None:
        home = Home(said=())
        answers(home).say_none_of(READY, [check("N-05"), check("N-08")])
        assert (heard(home, "N-05"), heard(home, "N-08"), heard(home, "N-06")) == (["no"], ["no"], [])

    @pytest.mark.parametrize("answer", ["no", "yes", "doctor-yes"])
    def test_what_was_is_as_before(self, answer: str) -> None:
        home = Home()
        answers(home).say(READY, "N-08", answer, by="Dr Ruiz", note="small")
        home.clock.pass_time(40 * 86_400)
        answers(home).say_none_of(READY, [check("N-08")])
        again = last(home, "N-08")
        assert again is not None
        assert (again.answer, again.by, again.note) == (answer, "Dr Ruiz", "small")
        assert again.at == home.clock.utc_time()

    def test_an_alarm_of_before_is_a_yes_now_and_no_new_alarm(self) -> None:
        home = Home()
        answers(home).say(READY, "N-07", "now")
        home.clock.pass_time(2 * 86_400)
        answers(home).say_none_of(READY, [check("N-07")])
        assert heard(home, "N-07")[-2:] == ["now", "yes"]
        assert home.household.judge(ALL_WELL).verdict.value == "ASK-DOCTOR"

    def test_what_the_content_no_longer_knows_is_not_repeated_but_asked(self) -> None:
        home = Home(said=(Said("odd", READY.id, "N-08", "forgotten", UTC_MORNING),))
        answers(home).say_none_of(READY, [check("N-08")])
        assert heard(home, "N-08") == ["forgotten"]
        assert "N-08" in [one.id for one in home.household.judge(ALL_WELL).due]

    @pytest.mark.parametrize("check_id", ["T-02", "T-06", "W-02", "P-06", "N-02", "N-03"])
    def test_questions_of_the_day_and_of_the_profile_are_not_answered_so(self, check_id: str) -> None:
        home = Home()
        answers(home).say_none_of(READY, [check(check_id)])
        assert heard(home, check_id) == []
        assert home.household.baby == READY

    def test_after_an_illness_it_means_that_no_doctor_was_needed(self) -> None:
        home = Home()
        answers(home).say(READY, "T-03", "yes")
        home.clock.pass_time(2 * 86_400)
        assert [one.id for one in home.household.judge(ALL_WELL).due] == ["N-01"]
        answers(home).say_none_of(READY, home.household.judge(ALL_WELL).due)
        assert heard(home, "illness") == ["no-doctor"]
        assert home.household.baby == READY
        assert home.household.judge(ALL_WELL).may_begin


class TestDoctor:
    @pytest.mark.parametrize(
        ("answer", "yes_on", "heard_as"),
        [
            ("yes", TODAY, "doctor-visit"),
            ("no", None, "doctor-visit"),
            ("not-needed", READY.doctor_yes_on, "no-doctor"),
        ],
    )
    def test_after_an_illness(self, answer: str, yes_on: object, heard_as: str) -> None:
        home = Home()
        answers(home).say_after_illness(READY, answer)
        assert heard(home, "illness") == [heard_as]
        assert home.household.baby == replace(READY, doctor_yes_on=yes_on)

    def test_of_massage(self) -> None:
        home = Home(baby=replace(READY, doctor_yes_on=None))
        answers(home).doctor_said_yes(READY, "N-01")
        assert home.household.baby == READY

    @pytest.mark.parametrize(
        ("check_id", "answer"),
        [("N-08", "doctor-yes"), ("N-10", "doctor-yes-limbs"), ("T-02", "recovered"), ("T-04", "harmless")],
    )
    def test_of_one_question(self, check_id: str, answer: str) -> None:
        home = Home()
        answers(home).doctor_said_yes(READY, check_id, answer, by="Dr Ruiz", note="legs")
        kept = last(home, check_id)
        assert kept is not None
        assert (kept.answer, kept.by, kept.note) == (answer, "Dr Ruiz", "legs")

    @pytest.mark.parametrize(
        ("check_id", "answer"),
        [("N-03", "yes"), ("N-03", "doctor-yes"), ("T-01", "doctor-yes"), ("N-05", "yes"), ("T-04", "fall")],
    )
    def test_what_is_no_yes_of_a_doctor_is_refused(self, check_id: str, answer: str) -> None:
        home = Home(baby=replace(READY, navel_healed=False))
        with pytest.raises(ValueError, match=f"{check_id} has no answer {answer}"):
            answers(home).doctor_said_yes(READY, check_id, answer)
        assert home.household.baby == replace(READY, navel_healed=False)

    @pytest.mark.parametrize("baby", [READY, replace(READY, doctor_yes_on=None)])
    def test_asked_again_the_yes_is_gone(self, baby: Baby) -> None:
        home = Home(baby=baby)
        answers(home).doctor_is_asked_again(READY)
        assert home.household.baby == replace(READY, doctor_yes_on=None)


def test_after_a_damaged_log_every_standing_question_comes_again() -> None:
    home = Home()
    home.clock.pass_time(60)
    answers(home).say_log_was_restored()
    assert len(home.household.judge(ALL_WELL).due) == 12
    home.clock.pass_time(60)
    answers(home).say_none_of(READY, home.household.judge(ALL_WELL).due)
    assert home.household.judge(ALL_WELL).may_begin
