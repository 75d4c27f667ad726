"""What must hold within one question of the check-in, and between it and the steps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from babymassage_gui.content.rules import Finding
from babymassage_gui.core.catalogue import Zone
from babymassage_gui.core.checks import Answer, Check, Group, Verdict

MOST_LABEL = 30
MOST_REASON = 50
GROUP_OF_LETTER = {"N": Group.NEVER, "T": Group.TODAY, "W": Group.WAIT, "P": Group.PREPARE}
ASKED_AGAIN = re.compile(r"every \d{1,3} days\b|every day\b|each session$|once$|until yes$|first session$")


def check_findings(check: Check, steps: Collection[str]) -> Iterator[Finding]:
    """Everything that is wrong with one question. `steps` are the ids of all steps, whole or not."""
    for key, message in _question(check):
        yield check.id, key, message
    names = [answer.id for answer in check.answers]
    for answer in check.answers:
        for key, message in _answer(answer, names, steps):
            yield check.id, f"answers.{answer.id}.{key}", message


def _question(check: Check) -> Iterator[tuple[str, str]]:
    if GROUP_OF_LETTER.get(check.id[:1]) is not check.group:
        yield "group", f"{check.group} does not fit the letter of {check.id}"
    if not 0 < len(check.label) <= MOST_LABEL:
        yield "label", f"has {len(check.label)} letters, 1 to {MOST_LABEL} fit a row"
    if not ASKED_AGAIN.match(check.asked_again):
        yield "asked_again", f"{check.asked_again!r} is not understood"
    if not check.answers:
        yield "answers", "has none"
    for answer_id, count in Counter(answer.id for answer in check.answers).items():
        if count > 1:
            yield "answers", f"{answer_id} stands there {count} times"


def _answer(answer: Answer, names: Collection[str], steps: Collection[str]) -> Iterator[tuple[str, str]]:
    if len(answer.reason) > MOST_REASON:
        yield "reason", f"has {len(answer.reason)} letters, at most {MOST_REASON} can be read from 1.5 m"
    if answer.verdict.rank < Verdict.PREPARE.rank and not answer.reason:
        yield "reason", f"a {answer.verdict} needs its sentence"
    if answer.minutes < 0 or (answer.minutes and answer.verdict is not Verdict.WAIT):
        yield "minutes", "only a WAIT has minutes"
    if answer.hours < 0 or (answer.hours and answer.verdict is not Verdict.NOT_TODAY):
        yield "hours", "only a NOT-TODAY has hours"
    if answer.closes and answer.verdict is not Verdict.GO:
        yield "closes", "only a GO leaves something to close"
    for name in answer.ends:
        if name not in names:
            yield "ends", f"unknown answer {name}"
    for name in answer.closes:
        if name not in steps and name not in list(Zone):
            yield "closes", f"{name} is neither a part of the body nor a step"
