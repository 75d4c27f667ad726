"""What a refusal, a question or a length rests on: the rule, question or routine behind it, with its facts.

Which rule explains which barrier or reason is said in content/rules.toml; which fact it rests on is said there, in
checks.toml and in routines.toml. Rules are read only with the reference texts: ask the full catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from babymassage_gui.core.catalogue import Catalogue, Routine
from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.checks import Check
from babymassage_gui.core.growth_rule import Reason
from babymassage_gui.core.standing import AGE, DOCTOR, NAVEL

BULGE = "N-08"
# Barriers that a standing question put there, asked or answered by the dates.
QUESTIONS: Mapping[Barrier, str] = {
    Barrier.TOO_YOUNG: AGE,
    Barrier.EARLY_START: AGE,
    Barrier.TOO_OLD: AGE,
    Barrier.DOCTOR: DOCTOR,
    Barrier.DOCTOR_AGAIN: DOCTOR,
    Barrier.NAVEL: NAVEL,
    Barrier.BULGE: BULGE,
}
# Barriers of a routine's own: its age, and what a professional has to show, prescribe or refer for.
OF_ROUTINE = frozenset(
    {
        Barrier.NOT_YET,
        Barrier.NO_LONGER,
        Barrier.NOT_OFFERED,
        Barrier.SHOW_FIRST,
        Barrier.PRESCRIBE_FIRST,
        Barrier.REFER_FIRST,
    }
)


class GroundKind(StrEnum):
    """Where a ground can be read."""

    CHECK = "check"
    RULE = "rule"
    ROUTINE = "routine"


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that something rests on. `facts` are ids of facts, contradictions and sources."""

    kind: GroundKind
    id: str
    text: str
    facts: tuple[str, ...]


def explainable() -> frozenset[str]:
    """Every barrier and every reason by its value: what a rule may say that it explains."""
    return frozenset(barrier.value for barrier in Barrier) | frozenset(reason.value for reason in Reason)


def of_check(check: Check) -> Ground:
    """What a question rests on."""
    return Ground(GroundKind.CHECK, check.id, check.question, check.facts)


def of_refusal(catalogue: Catalogue, refused: Refusal, routine: Routine) -> tuple[Ground, ...]:
    """What forbids a routine rests on: the question that was answered, the rules, or the routine's own conditions."""
    if refused.standing is not None:
        return (of_check(refused.standing.check),)
    return tuple(_of_barrier(catalogue, refused.barrier, routine))


def _of_barrier(catalogue: Catalogue, barrier: Barrier, routine: Routine) -> Iterator[Ground]:
    check = catalogue.checks.get(QUESTIONS.get(barrier, ""))
    if check is not None:
        yield of_check(check)
    yield from _rules(catalogue, barrier.value)
    if barrier in OF_ROUTINE:
        yield _of_routine(routine)


def of_length(catalogue: Catalogue, reason: Reason, routine: Routine) -> tuple[Ground, ...]:
    """What today's length rests on."""
    rules = tuple(_rules(catalogue, reason.value))
    return (*rules, _of_routine(routine)) if reason is Reason.ROUTINE_CAP else rules


def _rules(catalogue: Catalogue, name: str) -> Iterator[Ground]:
    for rule in catalogue.reference.rules.values():
        if name in rule.explains:
            yield Ground(GroundKind.RULE, rule.id, rule.text, rule.facts)


def _of_routine(routine: Routine) -> Ground:
    return Ground(GroundKind.ROUTINE, routine.id, routine.purpose + ".", routine.facts)
