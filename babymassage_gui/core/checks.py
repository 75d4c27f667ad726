"""The questions before a session and what each answer means (content-spec 3.6), as the content file gives them.

The types mirror `content/checks.toml`. How the answers of a day are weighed is in `checkin`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from babymassage_gui.core.age import Age, AgeLimit

# Without every one of these questions nobody can be told that today is a good day.
_COUNTS = {"N": 15, "T": 7, "W": 8, "P": 10}
QUESTIONS = frozenset(f"{letter}-{number + 1:02d}" for letter, count in _COUNTS.items() for number in range(count))

_EVERY_DAYS = re.compile(r"every (\d{1,3}) days")


class Group(StrEnum):
    """The groups in the order in which they are weighed; a later one is asked only if the earlier is clear."""

    NEVER = "never without the doctor"
    TODAY = "not today"
    WAIT = "wait"
    PREPARE = "prepare"


class Verdict(StrEnum):
    """What an answer leads to, the strongest first."""

    URGENT = "URGENT"
    BLOCK_AGE = "BLOCK-AGE"
    ASK_DOCTOR = "ASK-DOCTOR"
    NOT_TODAY = "NOT-TODAY"
    WAIT = "WAIT"
    PREPARE = "PREPARE"
    GO = "GO"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return _RANKS[self]


_RANKS: Mapping[Verdict, int] = {verdict: rank for rank, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Case:
    """A verdict that holds in place of the answer's own: under an age, from an age on, or soon after a vaccine."""

    verdict: Verdict
    under: AgeLimit | None = None
    from_age: AgeLimit | None = None
    after_vaccine: bool = False

    def holds(self, age: Age, *, after_vaccine: bool) -> bool:
        """Whether all that the case names is so."""
        young = self.under is None or not age.reached(self.under)
        old = self.from_age is None or age.reached(self.from_age)
        return young and old and (after_vaccine or not self.after_vaccine)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `reason` is the kind sentence of the verdict bar.

    A WAIT stands for `minutes`; a NOT-TODAY, and a WAIT without minutes, to the end of the day, and at least for
    `hours` (and `standing.LEAST_HOURS`). `ends` names answers given before that it takes back. `closes` names zones and
    steps that stay off while the answer stands.
    """

    id: str
    text: str
    verdict: Verdict
    reason: str = ""
    minutes: int = 0
    hours: int = 0
    ends: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()

    def verdict_at(self, age: Age, *, after_vaccine: bool = False) -> Verdict:
        """The verdict at an age: that of the first case that holds, else the answer's own."""
        held = (case.verdict for case in self.cases if case.holds(age, after_vaccine=after_vaccine))
        return next(held, self.verdict)


@dataclass(frozen=True, slots=True)
class Check:
    """A question with its answers. `label` is its row on a page, `question` the whole of it."""

    id: str
    group: Group
    label: str
    question: str
    answers: tuple[Answer, ...]
    asked_again: str
    facts: tuple[str, ...]

    @property
    def again_after(self) -> timedelta | None:
        """How long a standing answer holds before it is asked anew; None if time alone does not undo it."""
        days = _EVERY_DAYS.match(self.asked_again)
        return timedelta(days=int(days[1])) if days else None

    def answer(self, answer_id: str) -> Answer | None:
        """The answer of that id; None if the content no longer knows it."""
        return next((a for a in self.answers if a.id == answer_id), None)
