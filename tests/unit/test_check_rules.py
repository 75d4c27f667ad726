"""A question of the check-in that is not whole is named, with the place in its file, and left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.content.check_rules import check_findings
from babymassage_gui.core.checks import Answer, Check, Group, Verdict

YES = Answer("yes", "Yes", Verdict.NOT_TODAY, "Rest today.")
CHECK = Check("T-09", Group.TODAY, "A row", "A question?", (YES,), "each session", ())


def answered(**changes: object) -> Check:
    return replace(CHECK, answers=(replace(YES, **changes),))  # type: ignore[arg-type]


def test_a_whole_question_has_no_fault() -> None:
    assert list(check_findings(CHECK, ())) == []


@pytest.mark.parametrize(
    ("check", "key", "message"),
    [
        (replace(CHECK, id="N-09"), "group", "not today does not fit the letter of N-09"),
        (replace(CHECK, id="X-09"), "group", "not today does not fit the letter of X-09"),
        (replace(CHECK, label=""), "label", "has 0 letters, 1 to 30 fit a row"),
        (replace(CHECK, label="a" * 31), "label", "has 31 letters, 1 to 30 fit a row"),
        (replace(CHECK, asked_again="sometimes"), "asked_again", "'sometimes' is not understood"),
        (replace(CHECK, answers=()), "answers", "has none"),
        (replace(CHECK, answers=(YES, YES)), "answers", "yes stands there 2 times"),
        (answered(reason="a" * 51), "answers.yes.reason", "has 51 letters, at most 50 can be read from 1.5 m"),
        (answered(reason=""), "answers.yes.reason", "a NOT-TODAY needs its sentence"),
        (answered(minutes=5), "answers.yes.minutes", "only a WAIT has minutes"),
        (answered(verdict=Verdict.WAIT, minutes=-1), "answers.yes.minutes", "only a WAIT has minutes"),
        (answered(verdict=Verdict.WAIT, hours=1), "answers.yes.hours", "only a NOT-TODAY has hours"),
        (answered(hours=-1), "answers.yes.hours", "only a NOT-TODAY has hours"),
        (answered(closes=("tummy",)), "answers.yes.closes", "only a GO leaves something to close"),
        (answered(verdict=Verdict.GO, closes=("nose",)), "answers.yes.closes",
         "nose is neither a part of the body nor a step"),
        (answered(ends=("no",)), "answers.yes.ends", "unknown answer no"),
    ],
)  # fmt: skip
def test_each_fault_is_named_with_its_place(check: Check, key: str, message: str) -> None:
    assert (check.id, key, message) in list(check_findings(check, ("gym-bike",)))


def test_a_part_and_a_step_may_stay_off() -> None:
    assert list(check_findings(answered(verdict=Verdict.GO, closes=("tummy", "gym-bike")), ("gym-bike",))) == []
