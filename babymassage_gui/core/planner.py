"""Fills a session: which steps of a routine are played today, how often, in which order (content-spec 3.5).

All prio-0 steps; then the core; then the rest, always the one first that has waited longest, each only if the
session stays within its target and 15 seconds. Turns are put in where the baby must lie otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.catalogue import Catalogue, Mode, Position, Range, Routine, Step
from babymassage_gui.core.growth import SHORTEST_TARGET, longest_minutes
from babymassage_gui.core.plan import (
    TURN_TO,
    LeftOut,
    Omission,
    Pass,
    Plan,
    PlannedStep,
    Turns,
    lies_after,
    lies_before,
)

OVER_SECONDS = 15
OLD_FROM = AgeLimit(months=4)
POOLS = ((1,), (2, 3))
# The three quiet days after three early ends in a row (content-spec 3.5): hands resting only.
RESTING_STEPS = ("open-ask", "open-rest", "close-cuddle")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the plan is made for. `last_played` says when each step was last done; `age` None is a doll."""

    routine: Routine
    age: Age | None
    minutes: int
    last_played: Mapping[str, datetime] = field(default_factory=dict)
    resting: bool = False


def make_turns(catalogue: Catalogue) -> Turns:
    """The two turns as they are played, once each."""
    steps = (catalogue.steps[TURN_TO[position]] for position in (Position.PRONE, Position.SUPINE))
    return Turns(*(PlannedStep(s, (Pass(s.sides[0], 1),), s.seconds_per_rep, 0) for s in steps))


@dataclass(frozen=True, slots=True)
class _Candidates:
    may: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]


def make_plan(catalogue: Catalogue, wish: Wish) -> Plan:
    """The plan for one session; it never exceeds `minutes` by more than 15 seconds where the finish fits at all."""
    minutes = wish.minutes
    if wish.age is not None:
        minutes = min(minutes, longest_minutes(wish.age), wish.routine.cap_minutes or minutes)
    builder = _Builder(catalogue, wish, minutes)
    candidates = _candidates(catalogue, wish)
    if wish.resting:
        chosen: Sequence[Step] = [s for s in candidates.may if s.id in RESTING_STEPS]
        left: tuple[LeftOut, ...] = ()
    elif wish.age is None:
        chosen, left = candidates.may, ()
    else:
        chosen, left = builder.choose(candidates.may)
    return Plan(wish.routine.id, minutes, builder.with_turns(chosen), candidates.left_out + left)


def _candidates(catalogue: Catalogue, wish: Wish) -> _Candidates:
    may: list[Step] = []
    left: list[LeftOut] = []
    steps = [step for step in catalogue.steps_of(wish.routine) if not step.is_turn]
    allowed = {step.id for step in steps if _why_not(step, wish.age) is None}
    for step in steps:
        omitted = _why_not(step, wish.age)
        if omitted is None and step.gives_way_to in allowed:
            omitted = LeftOut(step, Omission.OTHER_FORM)
        if omitted is None:
            may.append(step)
        else:
            left.append(omitted)
    return _Candidates(tuple(may), tuple(left))


def _why_not(step: Step, age: Age | None) -> LeftOut | None:
    """Why the step's own columns keep it out at this age, or None."""
    if step.mode is not Mode.GUIDED:
        return LeftOut(step, Omission.NOT_SHOWN)
    if age is None:
        return None
    if step.min_age is None:
        return LeftOut(step, Omission.NOT_SHOWN)
    if not age.reached(step.min_age):
        turned_off = step.if_wished is not None and age.reached(step.if_wished)
        reason = Omission.TURNED_OFF if turned_off else Omission.TOO_YOUNG
        return LeftOut(step, reason, step.min_age.day(age.born))
    if not step.own_clock and _range_at(step, age) is None:
        opens = None if age.reached(OLD_FROM) else OLD_FROM.day(age.born)
        return LeftOut(step, Omission.NOT_AT_THIS_AGE, opens)
    return None


def _range_at(step: Step, age: Age) -> Range | None:
    return step.reps_old if age.reached(OLD_FROM) else step.reps_young


class _Builder:
    """The arithmetic of one plan: repetitions, times and turns at one age and target."""

    def __init__(self, catalogue: Catalogue, wish: Wish, minutes: int) -> None:
        self._catalogue = catalogue
        self._wish = wish
        self._limit = minutes * 60 + OVER_SECONDS
        self._share = _share(wish.age, minutes)
        self._planned: dict[str, PlannedStep] = {}

    def planned(self, step: Step) -> PlannedStep:
        """The step with its repetitions at this age and length."""
        if step.id not in self._planned:
            self._planned[step.id] = self._make(step)
        return self._planned[step.id]

    def _make(self, step: Step) -> PlannedStep:
        hold = _between(step.hold_seconds, self._share)
        if step.own_clock:
            return PlannedStep(step, (Pass(step.sides[0], 1),), 0, 0, clock_seconds=self._own_clock())
        reps = self._reps(step)
        return PlannedStep(step, tuple(Pass(side, reps) for side in step.sides), step.seconds_per_rep, hold)

    def _reps(self, step: Step) -> int:
        age = self._wish.age
        numbers = (step.reps_young or step.reps_old) if age is None else _range_at(step, age)
        reps = _between(numbers or Range(1, 1), self._share)
        return min(reps, self._wish.routine.most_repetitions or reps)

    def _own_clock(self) -> float:
        """Seconds of tummy time: the first number of the oldest age reached (C-30)."""
        age = self._wish.age
        rows = self._catalogue.own_clock_minutes
        reached = [minutes for limit, minutes in rows if age is not None and age.reached(limit)]
        return 60.0 * (reached or [rows[0][1]])[-1].start

    def with_turns(self, steps: Iterable[Step]) -> tuple[PlannedStep, ...]:
        """The steps with the turns that they need; the baby starts on its back."""
        played: list[PlannedStep] = []
        lying = Position.SUPINE
        for step in steps:
            needed = lies_before(step)
            if needed is not None and needed is not lying:
                played.append(self.planned(self._catalogue.steps[TURN_TO[needed]]))
            played.append(self.planned(step))
            lying = lies_after(step)
        return tuple(played)

    def choose(self, may: tuple[Step, ...]) -> tuple[list[Step], tuple[LeftOut, ...]]:
        """The steps that are played, in list order, and those left for another day."""
        chosen = {step.id for step in may if step.priority == 0}
        orphans: set[str] = set()
        for pool in POOLS:
            for step in self._by_waiting(may, pool):
                group = self._group(step, may, chosen)
                if group is None:
                    orphans.add(step.id)
                elif self._time(may, chosen | group) <= self._limit:
                    chosen |= group
        left = tuple(
            LeftOut(step, Omission.NO_STROKE_BEFORE if step.id in orphans else Omission.NO_TIME)
            for step in may
            if step.id not in chosen
        )
        return [step for step in may if step.id in chosen], left

    def _by_waiting(self, may: tuple[Step, ...], pool: tuple[int, ...]) -> list[Step]:
        """Never played first, then the longest ago, then the lower prio; list order breaks ties."""
        last = self._wish.last_played
        never = [s for s in may if s.priority in pool and s.id not in last]
        before = [s for s in may if s.priority in pool and s.id in last]
        return sorted(never, key=lambda s: s.priority) + sorted(before, key=lambda s: (last[s.id], s.priority))

    @staticmethod
    def _group(step: Step, may: tuple[Step, ...], chosen: set[str]) -> set[str] | None:
        """The step, with the stroke that must come before it if it rubs; None if there is no such stroke."""
        if not step.is_rub:
            return {step.id}
        before = [s for s in may[: may.index(step)] if s.zone is step.zone and s.is_stroke]
        if any(s.id in chosen for s in before):
            return {step.id}
        return {before[-1].id, step.id} if before else None

    def _time(self, may: tuple[Step, ...], ids: set[str]) -> float:
        return sum(p.counted_seconds for p in self.with_turns(s for s in may if s.id in ids))


def _share(age: Age | None, minutes: int) -> float:
    """How far the session has grown from 3 minutes toward the longest of its age, 0..1."""
    if age is None:
        return 0.0
    cap = longest_minutes(age)
    return min(1.0, max(0.0, (minutes - SHORTEST_TARGET) / (cap - SHORTEST_TARGET)))


def _between(numbers: Range, share: float) -> int:
    return math.floor(numbers.start + (numbers.full - numbers.start) * share + 0.5)
