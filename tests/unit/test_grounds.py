"""Why? Every refusal, question and length names what it rests on, with its facts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from babymassage_gui.content.loader import load
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.checks import Group
from babymassage_gui.core.grounds import Ground, GroundKind, explainable, of_check, of_length, of_refusal
from babymassage_gui.core.growth_rule import Reason
from babymassage_gui.core.judgement import Visit
from tests.fakes.home import READY, Home


@cache
def catalogue() -> Catalogue:
    return load().catalogue


def named(grounds: tuple[Ground, ...]) -> list[str]:
    return [f"{ground.kind} {ground.id}" for ground in grounds]


REFUSED = {
    Barrier.TOO_YOUNG: ["check N-02"],
    Barrier.EARLY_START: ["check N-02"],
    Barrier.TOO_OLD: ["check N-02"],
    Barrier.NOT_YET: ["rule rule-ages", "routine moves"],
    Barrier.NO_LONGER: ["rule rule-ages", "routine moves"],
    Barrier.CONTENT: ["rule rule-phases"],
    Barrier.DOCTOR: ["check N-01"],
    Barrier.DOCTOR_AGAIN: ["check N-01"],
    Barrier.NAVEL: ["check N-03"],
    Barrier.BULGE: ["check N-08"],
    Barrier.SHOW_FIRST: ["rule rule-shown", "routine moves"],
    Barrier.PRESCRIBE_FIRST: ["rule rule-prescribed", "routine moves"],
    Barrier.REFER_FIRST: ["rule rule-prescribed", "routine moves"],
    Barrier.EVENING: ["rule rule-evening"],
    Barrier.TOO_SOON: ["rule rule-two-hours"],
    Barrier.DONE_TODAY: ["rule rule-once-a-day"],
    Barrier.UNFINISHED: ["rule rule-cut-off"],
    Barrier.NOT_OFFERED: ["rule rule-shown", "routine moves"],
}
LENGTHS = {
    Reason.FIRST: ["rule length-first"],
    Reason.GROWN: ["rule length-longer"],
    Reason.SAME: ["rule length-longer"],
    Reason.ONE_MORE_CALM: ["rule length-longer"],
    Reason.SHORT_AGAIN: ["rule length-unsettled", "rule length-early"],
    Reason.SHORTER: ["rule length-early"],
    Reason.AFTER_BREAK: ["rule length-pause"],
    Reason.AFTER_ILLNESS: ["rule length-pause"],
    Reason.HELD: ["rule length-less"],
    Reason.LOWERED: ["rule length-less"],
    Reason.SPLIT: ["rule length-split"],
    Reason.ONE_MORE_TO_JOIN: ["rule length-split"],
    Reason.JOINED: ["rule length-split"],
    Reason.AGE_CAP: ["rule length-most"],
    Reason.PARENT_LIMIT: ["rule length-most", "rule length-less"],
    Reason.ROUTINE_CAP: ["rule length-less", "routine moves"],
    Reason.RESTING: ["rule length-rest"],
}


def test_the_tables_leave_nothing_out() -> None:
    assert set(REFUSED) == set(Barrier) - {Barrier.ANSWER}
    assert set(LENGTHS) == set(Reason)


@pytest.mark.parametrize(("barrier", "told"), REFUSED.items())
def test_a_refusal_names_its_question_its_rule_or_its_routine(barrier: Barrier, told: list[str]) -> None:
    grounds = of_refusal(catalogue(), Refusal(barrier), catalogue().routines["moves"])
    assert named(grounds) == told
    assert all(ground.text and ground.facts for ground in grounds)


@pytest.mark.parametrize(("reason", "told"), LENGTHS.items())
def test_a_length_names_its_rules(reason: Reason, told: list[str]) -> None:
    grounds = of_length(catalogue(), reason, catalogue().routines["moves"])
    assert named(grounds) == told
    assert all(ground.text and ground.facts for ground in grounds)


def test_an_answer_of_the_check_in_is_its_own_ground() -> None:
    home = Home()
    home.household.answers.say(READY, "T-05", "yes")
    judged = home.household.judge(Visit())
    vaccine = catalogue().checks["T-05"]
    refused = Refusal(Barrier.ANSWER, standing=judged.standing)
    assert of_refusal(catalogue(), refused, catalogue().routines["everyday"]) == (of_check(vaccine),)
    assert of_check(vaccine) == Ground(GroundKind.CHECK, "T-05", vaccine.question, ("EXT-03", "CON-23", "C-44"))


def test_every_question_that_can_refuse_names_its_facts() -> None:
    asked = [check for check in catalogue().checks.values() if check.group is not Group.PREPARE]
    assert [check.id for check in asked if not of_check(check).facts] == []


def test_a_damaged_catalogue_has_fewer_grounds_and_no_fault() -> None:
    less = replace(catalogue(), checks={}, reference=replace(catalogue().reference, rules={}))
    assert of_refusal(less, Refusal(Barrier.DOCTOR), less.routines["moves"]) == ()
    assert of_length(less, Reason.GROWN, less.routines["moves"]) == ()


def test_only_what_is_said_somewhere_may_be_explained() -> None:
    assert explainable() >= {"evening", "shorter"}
    used = {name for rule in catalogue().reference.rules.values() for name in rule.explains}
    assert used <= explainable()
