"""Fills a session with the steps that may be played, and gives each its repetitions and seconds (content-spec 3.5)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from babymassage_gui.core.age import Age
from babymassage_gui.core.candidates import repetitions_at, rubs_early
from babymassage_gui.core.catalogue import Block, Catalogue, Mode, Position, Range, Step
from babymassage_gui.core.choices import PRODUCT_FROM, Choices, session_cap
from babymassage_gui.core.growth import SHORTEST_TARGET
from babymassage_gui.core.orders import BACK_DOWN, CALM, Listed
from babymassage_gui.core.plan import LOIN, TURN_TO, LeftOut, Omission, Pass, PlannedStep, lies_after, lies_before
from babymassage_gui.core.wish import LOIN_GLIDE, Wish

OVER_SECONDS = 15
POOLS = ((1,), (2, 3))
NAVEL = "NAVEL"


def tummy_time(catalogue: Catalogue, age: Age | None) -> Range:
    """Minutes on the tummy at an age: the clock runs to the first, then offers to go on to the second (C-30)."""
    rows = catalogue.own_clock_minutes
    reached = [minutes for limit, minutes in rows if age is not None and age.reached(limit)]
    return (reached or [rows[0][1]])[-1]


class Filling:
    """The arithmetic of one plan: repetitions, times and turns at one age and target of so many minutes."""

    def __init__(self, catalogue: Catalogue, wish: Wish, minutes: int) -> None:
        self._catalogue = catalogue
        self._wish = wish
        self._limit = minutes * 60 + OVER_SECONDS
        self._share = _share(wish.age, wish.choices, minutes)
        self._planned: dict[str, PlannedStep] = {}

    def planned(self, step: Step) -> PlannedStep:
        """The step with its repetitions at this age and length."""
        if step.id not in self._planned:
            self._planned[step.id] = self._make(step)
        return self._planned[step.id]

    def _make(self, step: Step) -> PlannedStep:
        wish = self._wish
        if step.own_clock:
            return PlannedStep(step, (Pass(step.sides[0], 1),), 0, 0, clock_seconds=self._own_clock())
        prescribed = wish.prescription if step.set_by_doctor else None
        sides = step.sides if prescribed is None else prescribed.eyes
        reps = self._reps(step) if prescribed is None else prescribed.strokes
        hold = _between(step.hold_seconds, self._share)
        half = step.full_form is not None and (wish.age is None or not wish.age.reached(step.full_form))
        return PlannedStep(
            step, tuple(Pass(side, reps) for side in sides), step.seconds_per_rep, hold,
            light=self._light(step), wide_ring=wish.choices.wide_ring and NAVEL in step.no_go, half_form=half,
        )  # fmt: skip

    def _reps(self, step: Step) -> int:
        wish = self._wish
        reps = _between(repetitions_at(step, wish) or Range(1, 1), self._share)
        own = step.mode is Mode.GUIDED and step.block not in (Block.START, Block.FINISH)
        if own and wish.age is not None:
            wished = wish.choices.repetitions.get(step.id, reps)
            # Before 4 months rubbing keeps to its start number; it may be less, not more (C-22).
            reps = min(reps, wished) if rubs_early(step, wish) else wished
        return min(reps, wish.routine.most_repetitions or reps)

    def _light(self, step: Step) -> tuple[str, ...]:
        """The loin, for the one light glide of the soothing massage that was shown in person (C-19)."""
        wish = self._wish
        shown = wish.choices.loin_glide and LOIN_GLIDE in wish.shown
        here = wish.routine.id == CALM and step.id == BACK_DOWN
        return tuple(code for code in LOIN if code in step.no_go) if shown and here else ()

    def _own_clock(self) -> float:
        """Seconds of tummy time: the age's first number, or the parent's within the age's two (C-30)."""
        row = tummy_time(self._catalogue, self._wish.age)
        wished = self._wish.choices.tummy_time_minutes
        return 60.0 * (row.start if wished is None else min(max(wished, row.start), row.full))

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

    def with_product(self, played: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
        """The steps, told where a product may be on the hands: from 1 month, on sound skin, where of use (C-11)."""
        wish = self._wish
        of_use = any(one.step.oil and one.step.block not in (Block.START, Block.FINISH) for one in played)
        old_enough = wish.age is not None and wish.age.reached(PRODUCT_FROM)
        sound = Omission.SORE_SKIN not in wish.closed.values()
        if not (wish.choices.product and of_use and old_enough and sound):
            return played
        return tuple(replace(one, product=one.step.oil) for one in played)

    def choose(self, may: tuple[Listed, ...]) -> tuple[list[Step], tuple[LeftOut, ...]]:
        """The steps that are played, in list order, and those left for another day."""
        chosen = {one.step.id for one in may if one.priority == 0}
        steps = tuple(one.step for one in may)
        orphans: set[str] = set()
        waiting = [step for pool in POOLS for step in self._by_waiting(may, pool)]
        # The parts of a day are one session: what an earlier part played waits behind all that it left (STO-03).
        waiting.sort(key=lambda step: step.id in self._wish.earlier_part)
        for step in waiting:
            group = _group(step, steps, chosen)
            if group is None:
                orphans.add(step.id)
            elif self._time(steps, chosen | group) <= self._limit:
                chosen |= group
        left = tuple(
            LeftOut(step, Omission.NO_STROKE_BEFORE if step.id in orphans else Omission.NO_TIME)
            for step in steps
            if step.id not in chosen
        )
        return [step for step in steps if step.id in chosen], left

    def _by_waiting(self, may: tuple[Listed, ...], pool: tuple[int, ...]) -> list[Step]:
        """Never played first, then the longest ago, then the lower prio; list order breaks ties."""
        last = self._wish.last_played
        never = [one for one in may if one.priority in pool and one.step.id not in last]
        before = [one for one in may if one.priority in pool and one.step.id in last]
        never.sort(key=lambda one: one.priority)
        before.sort(key=lambda one: (last[one.step.id], one.priority))
        return [one.step for one in (*never, *before)]

    def _time(self, steps: tuple[Step, ...], ids: set[str]) -> float:
        return sum(p.counted_seconds for p in self.with_turns(s for s in steps if s.id in ids))


def _group(step: Step, may: tuple[Step, ...], chosen: set[str]) -> set[str] | None:
    """The step, with the stroke that must come before it if it rubs; None if there is no such stroke."""
    if not step.is_rub:
        return {step.id}
    before = [s for s in may[: may.index(step)] if s.zone is step.zone and s.is_stroke]
    if any(s.id in chosen for s in before):
        return {step.id}
    return {before[-1].id, step.id} if before else None


def _share(age: Age | None, choices: Choices, minutes: int) -> float:
    """How far the session has grown from 3 minutes toward the longest of its age, 0..1."""
    if age is None:
        return 0.0
    cap = session_cap(age, choices)
    return min(1.0, max(0.0, (minutes - SHORTEST_TARGET) / (cap - SHORTEST_TARGET)))


def _between(numbers: Range, share: float) -> int:
    return math.floor(numbers.start + (numbers.full - numbers.start) * share + 0.5)
