"""Is today a day? The answers of the page before a session, weighed group by group (content-spec 3.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from babymassage_gui.core.checks import QUESTIONS, Check, Group, Verdict
from babymassage_gui.core.due import due
from babymassage_gui.core.standing import Known, Standing, standing


@dataclass(frozen=True, slots=True)
class Visit:
    """What was pressed on this visit to the page, besides the answers that are kept.

    `nothing_else`: none of the rows, or none but those pressed. `fed`: a feed chip. `ready`: all is prepared.
    """

    nothing_else: bool = False
    fed: bool = False
    ready: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything was pressed."""
        return self.nothing_else and self.fed and self.ready


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, the answer that it rests on, and whether a tap is all that is missing.

    `standing` is None for GO, and for PREPARE while something has still to be pressed; where questions are missing
    from the content it is PREPARE whatever is pressed. `due` questions come first.
    """

    verdict: Verdict
    standing: Standing | None = None
    due: tuple[Check, ...] = ()

    @property
    def may_begin(self) -> bool:
        """Whether the session may begin."""
        return self.verdict is Verdict.GO


def judge(checks: Mapping[str, Check], known: Known, visit: Visit, now: datetime) -> Judgement:
    """The verdict of the answers. An alarm wins everywhere; else a later group counts only if the earlier is clear.

    `now` is the family's wall clock, aware. The routine's own barriers are `checkin.refusal`.
    """
    stands = standing(checks, known, now)
    asked = due(checks, known, now, stands)
    for one in stands:
        if one.verdict is Verdict.URGENT:
            return Judgement(Verdict.URGENT, one, asked)
    for group in Group:
        for one in stands:
            if one.check.group is group and one.forbids:
                return Judgement(one.verdict, one, asked)
    soft = [one for one in stands if one.verdict is Verdict.PREPARE]
    # What is to be put right is ticked off, but not what may not be on a baby's skin: that is answered anew (P-06).
    lasting = any(one.check.group is Group.PREPARE for one in soft)
    if asked or lasting or not visit.complete or not checks.keys() >= QUESTIONS:
        return Judgement(Verdict.PREPARE, soft[0] if soft else None, asked)
    return Judgement(Verdict.GO)
