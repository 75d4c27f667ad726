"""Which steps may be played today, and why the others may not: age, gates, sore parts, choices (content-spec 3.5)."""

from __future__ import annotations

from dataclasses import dataclass

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.catalogue import Block, Catalogue, Mode, Range, Step
from babymassage_gui.core.orders import CALM, EVERYDAY, Listed, listed_today
from babymassage_gui.core.plan import LeftOut, Omission
from babymassage_gui.core.wish import RUBBING, Wish

OLD_FROM = AgeLimit(months=4)
# Before day 20 of life nothing is guided, not even what a doctor has prescribed (C-01, AGE-05).
NOTHING_BEFORE = AgeLimit(days=20)
THUMB_CIRCLES = "tummy-thumb"
# Whatever is closed: no massage begins unasked and none ends without a cuddle.
NEVER_CLOSED = ("open-ask", "close-cuddle")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The steps that may be played, in the order in which they would be, and the others."""

    may: tuple[Listed, ...]
    left_out: tuple[LeftOut, ...]


def candidates(catalogue: Catalogue, wish: Wish) -> Candidates:
    """All steps of today's list, parted."""
    listed = listed_today(catalogue, wish.routine, wish.choices, lambda step: _gate(step, wish) is None)
    open_now = {one.stands_for.id for one in listed if _why_not(one, wish) is None}
    may: list[Listed] = []
    left: list[LeftOut] = []
    for one in listed:
        omitted = _why_not(one, wish)
        if omitted is None and one.step.gives_way_to in open_now:
            omitted = LeftOut(one.step, Omission.OTHER_FORM)
        if omitted is None:
            may.append(one)
        else:
            left.append(omitted)
    return Candidates(tuple(may), tuple(left))


def repetitions_at(step: Step, wish: Wish) -> Range | None:
    """From how many repetitions to how many at the baby's age; on a doll the start numbers only."""
    if wish.age is None:
        return _start_only(step.reps_young or step.reps_old)
    if rubs_early(step, wish):
        return _start_only(step.reps_old)
    return step.reps_old if wish.age.reached(OLD_FROM) else step.reps_young


def rubs_early(step: Step, wish: Wish) -> bool:
    """Rubbing from 3 months: where it was shown in person, and in the everyday massage only (C-22)."""
    if wish.age is None or wish.age.reached(OLD_FROM) or not step.is_rub or step.min_age != OLD_FROM:
        return False
    shown = wish.routine.id == EVERYDAY and RUBBING in wish.shown
    return shown and wish.age.reached(AgeLimit(months=wish.choices.rub_from_months))


def _start_only(numbers: Range | None) -> Range | None:
    return None if numbers is None else Range(numbers.start, numbers.start)


def _why_not(one: Listed, wish: Wish) -> LeftOut | None:
    return _gate(one.step, wish) or _closed(one, wish)


def _closed(one: Listed, wish: Wish) -> LeftOut | None:
    """Off today. What is wrong for a step is wrong for its other form and for the one whose place it takes."""
    if wish.age is None or one.step.id in NEVER_CLOSED:
        return None
    forms = (one.step.id, one.stands_for.id, one.step.gives_way_to or one.step.id)
    reason = next((wish.closed[form] for form in forms if form in wish.closed), None)
    return None if reason is None else LeftOut(one.step, reason)


def _gate(step: Step, wish: Wish) -> LeftOut | None:
    """Why the step itself keeps out of this session, or None. A doll takes every step of every routine."""
    if wish.age is None:
        return None
    if wish.routine.id == CALM and (step.block is Block.MOVES or step.is_rub):
        return LeftOut(step, Omission.BESIDE_CALM)
    if step.mode is Mode.DOCTOR_GATED and wish.prescription is None:
        return LeftOut(step, Omission.NOT_PRESCRIBED)
    if step.mode is not Mode.GUIDED and step.id not in wish.shown:
        return LeftOut(step, Omission.NOT_SHOWN)
    if step.id == THUMB_CIRCLES and not wish.choices.thumb_circles:
        return LeftOut(step, Omission.TURNED_OFF)
    return _age_gate(step, wish, wish.age)


def _age_gate(step: Step, wish: Wish, age: Age) -> LeftOut | None:
    if step.min_age is None and step.mode is not Mode.DOCTOR_GATED:
        # "As prescribed": without a doctor's word it has no age at all.
        return LeftOut(step, Omission.NOT_PRESCRIBED)
    opens_at = step.min_age or NOTHING_BEFORE
    if not age.reached(opens_at) and not rubs_early(step, wish):
        may_wish = step.if_wished is not None and age.reached(step.if_wished)
        if not (may_wish and step.id in wish.choices.turned_on):
            reason = Omission.TURNED_OFF if may_wish else Omission.TOO_YOUNG
            return LeftOut(step, reason, opens_at.day(age.born))
    if not step.own_clock and repetitions_at(step, wish) is None:
        opens = None if age.reached(OLD_FROM) else OLD_FROM.day(age.born)
        return LeftOut(step, Omission.NOT_AT_THIS_AGE, opens)
    return None
