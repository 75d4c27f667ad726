"""Plans a session: which steps of a routine are played today, how often, in which order (content-spec 3.5).

All prio-0 steps; then the core; then the rest, always the one first that has waited longest, each only if the
session stays within its target and 15 seconds. Turns are put in where the baby must lie otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from babymassage_gui.core.candidates import candidates
from babymassage_gui.core.catalogue import Catalogue, Position, Routine, Step
from babymassage_gui.core.choices import session_cap
from babymassage_gui.core.fill import OVER_SECONDS, Filling, tummy_time
from babymassage_gui.core.growth import SHORTEST_TARGET
from babymassage_gui.core.orders import wrapped_routine
from babymassage_gui.core.plan import TURN_TO, LeftOut, Pass, Plan, PlannedStep, Turns
from babymassage_gui.core.wish import LOIN_GLIDE, RUBBING, Prescription, Wish

__all__ = [
    "LOIN_GLIDE", "OVER_SECONDS", "RUBBING", "Prescription", "Wish", "make_plan", "make_practice", "make_turns",
    "tummy_time", "wrapped_routine",
]  # fmt: skip

# The three quiet days after three early ends in a row (content-spec 3.5): hands resting only.
RESTING_STEPS = ("open-ask", "open-rest", "close-cuddle")
# Around a single move that is practised: asking first, and the cuddle at the end (3.1, ORD-03, EXT-01).
AROUND_A_MOVE = ("open-ask", "close-cuddle")


def make_turns(catalogue: Catalogue) -> Turns:
    """The two turns as they are played, once each."""
    steps = (catalogue.steps[TURN_TO[position]] for position in (Position.PRONE, Position.SUPINE))
    return Turns(*(PlannedStep(s, (Pass(s.sides[0], 1),), s.seconds_per_rep, 0) for s in steps))


def make_plan(catalogue: Catalogue, wish: Wish) -> Plan:
    """The plan for one session; it never exceeds `minutes` by more than 15 seconds where the finish fits at all."""
    minutes = wish.minutes
    if wish.age is not None:
        minutes = min(minutes, session_cap(wish.age, wish.choices), wish.routine.cap_minutes or minutes)
    filling = Filling(catalogue, wish, minutes)
    found = candidates(catalogue, wish)
    left: tuple[LeftOut, ...] = ()
    chosen: Sequence[Step] = [one.step for one in found.may]
    if wish.resting:
        chosen = [step for step in chosen if step.id in RESTING_STEPS]
    elif wish.age is not None:
        chosen, left = filling.choose(found.may)
    return Plan(wish.routine.id, minutes, filling.with_product(filling.with_turns(chosen)), found.left_out + left)


def make_practice(catalogue: Catalogue, practice: Routine, step: Step) -> Plan:
    """One move on a doll, with the start numbers: asking, the move with the turns that it needs, the cuddle."""
    ask, cuddle = (catalogue.steps[step_id] for step_id in AROUND_A_MOVE)
    steps = [ask, *(one for one in (step,) if one.id not in AROUND_A_MOVE), cuddle]
    played = Filling(catalogue, Wish(practice, None, SHORTEST_TARGET), SHORTEST_TARGET).with_turns(steps)
    seconds = sum(one.counted_seconds for one in played)
    return Plan(practice.id, max(1, math.ceil(seconds / 60)), played, ())
