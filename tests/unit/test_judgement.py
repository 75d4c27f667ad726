"""Is today a day? Precedence between the groups, and what has to be pressed (content-spec 3.6)."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.checkin import Barrier, Past, refusal
from babymassage_gui.core.checks import QUESTIONS, Group, Verdict
from babymassage_gui.core.judgement import Judgement, Visit, judge
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import Known, standing
from tests.fakes.answers import known, no_to_all, on_day, ready_baby, said
from tests.fakes.content import catalogue, routine
from tests.fakes.home import ALL_WELL

NOW = on_day(100)


def found(*told: Said, visit: Visit = ALL_WELL, **changes: object) -> Judgement:
    return judge(catalogue().checks, Known(ready_baby(**changes), (*no_to_all(NOW), *told)), visit, NOW)


def rests_on(judgement: Judgement) -> tuple[str, str] | None:
    one = judgement.standing
    return None if one is None else (one.check.id, one.answer.id)


class TestPrecedence:
    @pytest.mark.parametrize(
        ("told", "verdict", "rests"),
        [
            ([], Verdict.GO, None),
            (["P-06 refused"], Verdict.PREPARE, "P-06 refused"),
            (["W-03 yes", "W-05 nearly"], Verdict.WAIT, "W-03 yes"),
            (["W-01 fed", "W-02 yes"], Verdict.WAIT, "W-01 fed"),
            (["T-07 short", "W-03 yes"], Verdict.WAIT, "T-07 short"),
            (["T-06 tired", "T-07 lasting"], Verdict.NOT_TODAY, "T-07 lasting"),
            (["T-02 yes", "T-01 warm"], Verdict.NOT_TODAY, "T-01 warm"),
            (["T-02 yes", "T-04 fall"], Verdict.ASK_DOCTOR, "T-04 fall"),
            (["N-06 yes", "T-02 yes"], Verdict.ASK_DOCTOR, "N-06 yes"),
            (["N-06 yes", "T-04 fall"], Verdict.ASK_DOCTOR, "N-06 yes"),
            (["N-06 yes", "T-06 yes"], Verdict.URGENT, "T-06 yes"),
            (["N-05 now", "T-06 yes"], Verdict.URGENT, "N-05 now"),
            (["W-05 wrong", "T-04 glass"], Verdict.URGENT, "T-04 glass"),
            (["T-07 gums", "P-02 table"], Verdict.GO, None),
        ],
    )
    def test_an_alarm_wins_everywhere_else_the_earlier_group_and_in_it_the_strongest(
        self, told: list[str], verdict: Verdict, rests: str | None
    ) -> None:
        judgement = found(*(said(*one.split(), NOW) for one in told))
        assert (judgement.verdict, rests_on(judgement)) == (verdict, None if rests is None else tuple(rests.split()))
        assert judgement.may_begin is (verdict is Verdict.GO)

    @pytest.mark.parametrize(
        ("changes", "verdict", "check_id"),
        [
            ({"doctor_yes_on": None}, Verdict.ASK_DOCTOR, "N-01"),
            ({"navel_healed": False}, Verdict.ASK_DOCTOR, "N-03"),
            ({"born": NOW.date() - timedelta(days=19)}, Verdict.BLOCK_AGE, "N-02"),
            ({"born": NOW.date() - timedelta(days=400)}, Verdict.BLOCK_AGE, "N-02"),
            ({"born": NOW.date() - timedelta(days=19), "doctor_yes_on": None}, Verdict.BLOCK_AGE, "N-02"),
        ],
    )
    def test_what_the_profile_forbids(self, changes: dict[str, object], verdict: Verdict, check_id: str) -> None:
        judgement = found(**changes)
        assert judgement.standing is not None
        assert (judgement.verdict, judgement.standing.check.id) == (verdict, check_id)

    def test_an_alarm_is_told_at_an_age_without_massage_too(self) -> None:
        alarm = found(said("T-06", "yes", NOW), born=NOW.date() - timedelta(days=400))
        assert alarm.verdict is Verdict.URGENT


class TestVisit:
    @pytest.mark.parametrize(("nothing_else", "fed", "ready"), list(product((False, True), repeat=3)))
    def test_three_taps_are_needed_and_no_two_are_enough(self, nothing_else: bool, fed: bool, ready: bool) -> None:
        judgement = found(visit=Visit(nothing_else, fed, ready))
        complete = nothing_else and fed and ready
        assert judgement == Judgement(Verdict.GO if complete else Verdict.PREPARE)

    def test_a_room_that_is_a_little_off_is_put_right_and_ticked_off(self) -> None:
        told = said("W-05", "nearly", NOW)
        assert rests_on(found(told, visit=Visit(nothing_else=True, fed=True))) == ("W-05", "nearly")
        assert found(told).may_begin

    @pytest.mark.parametrize(("answer", "days"), [("refused", 100), ("tested", 29)])
    def test_what_may_not_be_on_the_skin_is_not_ticked_off(self, answer: str, days: int) -> None:
        born = NOW.date() - timedelta(days=days)
        oily = found(said("P-06", answer, NOW), born=born, doctor_yes_on=born)
        assert (oily.verdict, rests_on(oily)) == (Verdict.PREPARE, ("P-06", answer))
        dry = found(said("P-06", answer, NOW), said("P-06", "none", NOW + timedelta(seconds=1)), born=born)
        assert dry.may_begin

    def test_a_standing_question_that_is_due_comes_first(self) -> None:
        told = Known(ready_baby(), no_to_all(NOW, without=["N-08"]))
        judgement = judge(catalogue().checks, told, ALL_WELL, NOW)
        assert (judgement.verdict, [check.id for check in judgement.due]) == (Verdict.PREPARE, ["N-08"])

    def test_so_it_does_beside_a_verdict(self) -> None:
        told = Known(ready_baby(), (*no_to_all(NOW, without=["N-08"]), said("T-02", "yes", NOW)))
        judgement = judge(catalogue().checks, told, ALL_WELL, NOW)
        assert (judgement.verdict, [check.id for check in judgement.due]) == (Verdict.NOT_TODAY, ["N-08"])


@pytest.mark.parametrize("missing", sorted(QUESTIONS))
def test_without_any_one_question_nobody_is_told_that_today_is_a_day(missing: str) -> None:
    checks = {key: check for key, check in catalogue().checks.items() if key != missing}
    judgement = judge(checks, known(), ALL_WELL, NOW)
    assert judgement.verdict is Verdict.PREPARE
    assert catalogue().checks.keys() == QUESTIONS


# ---- Whatever is said, in whatever order ----------------------------------------------------------------

TIMES = st.integers(0, 6 * 24 * 60).map(lambda minutes: on_day(58) + timedelta(minutes=minutes))
PAIRS = sorted((c.id, a.id) for c in catalogue().checks.values() for a in c.answers)
SAYINGS = st.lists(
    st.builds(
        lambda pair, at, note: said(*pair, at, note),
        st.sampled_from([*PAIRS, ("T-03", "forgotten"), ("N-08", "forgotten"), ("T-04", "gone")]),
        TIMES,
        st.sampled_from(["", "legs", "leg", "arm"]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)
# What forbids and nothing takes back on its day, with the hours for which it does at the least: read from the table of
# content-spec 3.6, not from the code.
HOURS = {
    ("T-01", "warm"): 6, ("T-01", "fever"): 6, ("T-01", "high-fever"): 6, ("T-01", "below-36"): 6,
    ("T-01", "medicine"): 6, ("T-02", "yes"): 24, ("T-03", "yes"): 6, ("T-03", "now"): 6, ("T-04", "glass"): 6,
    ("T-05", "yes"): 48, ("T-06", "yes"): 6, ("T-07", "lasting"): 6, ("N-05", "now"): 6, ("N-07", "now"): 6,
    ("N-08", "now"): 6, ("T-06", "tired"): 0.5, ("T-07", "short"): 0.25, ("W-03", "yes"): 0.25, ("W-08", "yes"): 0.25,
    ("T-03", "forgotten"): 6,
}  # fmt: skip


@given(told=SAYINGS, now=TIMES)
def test_never_go_while_an_answer_that_forbids_has_its_time(told: list[Said], now: datetime) -> None:
    judgement = judge(catalogue().checks, known(*told), ALL_WELL, now)
    recovered = max((one.at for one in told if one.answer == "recovered"), default=None)
    for one in told:
        hours = HOURS.get((one.subject, one.answer))
        over = one.subject == "T-02" and recovered is not None and recovered >= one.at
        if hours is not None and not over and now < one.at + timedelta(hours=hours):
            assert not judgement.may_begin, one


@given(told=SAYINGS, now=TIMES)
def test_judge_and_refusal_agree(told: list[Said], now: datetime) -> None:
    weighed = known(*told)
    judgement = judge(catalogue().checks, weighed, ALL_WELL, now)
    refused = refusal(catalogue(), routine("mini"), weighed, now, Past())
    assert (refused is not None) == (judgement.verdict.rank < Verdict.PREPARE.rank)
    if refused is not None:
        assert refused.barrier is Barrier.ANSWER
        assert refused.standing == judgement.standing


@given(told=SAYINGS, now=TIMES, later=st.integers(0, 24 * 60))
def test_time_alone_takes_nothing_of_the_day_away_before_its_end(told: list[Said], now: datetime, later: int) -> None:
    closing = (Verdict.URGENT, Verdict.NOT_TODAY)
    checks, weighed = catalogue().checks, known(*told)
    then = now + timedelta(minutes=later)
    after = {(s.said.id, s.verdict) for s in standing(checks, weighed, then) if s.said is not None}
    for one in standing(checks, weighed, now):
        if one.said is not None and one.verdict in closing and one.until is not None and then < one.until:
            assert (one.said.id, one.verdict) in after, one
            assert one.until >= one.said.at + timedelta(hours=6)


@given(told=SAYINGS, now=TIMES)
def test_an_alarm_of_a_standing_question_needs_the_doctors_yes(told: list[Said], now: datetime) -> None:
    judgement = judge(catalogue().checks, known(*told), ALL_WELL, now)
    for alarm in (one for one in told if (one.subject[0], one.answer) == ("N", "now") and one.subject != "N-03"):
        undone = any(o.subject == alarm.subject and o.answer == "doctor-yes" and o.at >= alarm.at for o in told)
        assert undone or not judgement.may_begin


def test_the_groups_are_weighed_in_their_order() -> None:
    assert list(Group) == [Group.NEVER, Group.TODAY, Group.WAIT, Group.PREPARE]
