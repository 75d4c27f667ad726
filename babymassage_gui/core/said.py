"""What parents said, and when: answers of the check-in, feeds, vaccines, the doctor's word, who showed a move.

Nothing here is ever changed, only added to and taken back, so that two devices can be joined one day. What holds now
is folded from it (`core/standing.py`, `core/checkin.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said about a baby.

    `subject` is the id of a check ("T-05"), of a step ("gym-soar") or of a routine ("ten-days"), or "days" for what
    kind of day it was (`core/marked_days.py`); `answer` the id of an answer, see the content file of the subject.
    `at` is aware, in UTC: when it was, which for a feed or a vaccine lies before the moment in which it was said. `by`
    names a doctor or a nurse; it stays on this computer (C-02).
    """

    id: str
    baby_id: str
    subject: str
    answer: str
    at: datetime
    by: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.at.utcoffset() != timedelta(0):
            raise ValueError("at must be aware and in UTC")


def newest(said: Iterable[Said], subject: str, *answers: str) -> Said | None:
    """The last thing said about a subject; with `answers`, the last of these."""
    found = (s for s in said if s.subject == subject and (not answers or s.answer in answers))
    return max(found, key=_order, default=None)


def by_subject(said: Iterable[Said]) -> Mapping[str, tuple[Said, ...]]:
    """Everything said, by subject, oldest first."""
    found: dict[str, list[Said]] = {}
    for one in sorted(said, key=_order):
        found.setdefault(one.subject, []).append(one)
    return {subject: tuple(told) for subject, told in found.items()}


def _order(said: Said) -> tuple[datetime, str]:
    return said.at, said.id
