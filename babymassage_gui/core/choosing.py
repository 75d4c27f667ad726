"""Which massage today? What is open now, what is closed until when, and what a growing baby may expect next (P-10)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Catalogue, Routine, Step
from babymassage_gui.core.checkin import Barrier, Refusal, gate_refusal
from babymassage_gui.core.family import Family, length_of, weigh, wish_for
from babymassage_gui.core.plan import Omission, Plan
from babymassage_gui.core.planner import make_plan
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.standing import Known
from babymassage_gui.core.today import Offer, look_at

# What calms, first in the evening (ENV-11, ENV-14, C-04).
FOR_THE_EVENING = ("calm", "tummy-ease", "face", "mini")
# Opened by what somebody has shown, prescribed or referred, which is said under Settings, Care.
OPENED_BY_CARE = frozenset({Barrier.SHOW_FIRST, Barrier.PRESCRIBE_FIRST, Barrier.REFER_FIRST})
_SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A routine in the list: `minutes` it would take today, or the `refusal` and 0 minutes.

    `chosen`: it is the one on Today. `suggested`: it suits the evening.
    """

    routine: Routine
    refusal: Refusal | None
    minutes: int
    chosen: bool
    suggested: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """Steps of routines that are played already, which a day brings. `rubbing`: all of them rub."""

    day: date
    steps: tuple[Step, ...]

    @property
    def rubbing(self) -> bool:
        """Whether it is rubbing that opens, over all parts of the body."""
        return all(step.is_rub for step in self.steps)


@dataclass(frozen=True, slots=True)
class Choosing:
    """All routines for one baby now: the open ones, those of the evening first; the closed ones, the soonest first.

    `resting`: on these days every one of them is hands resting only. `opens_next` has the soonest first.
    """

    baby: Baby
    age: Age
    now: datetime
    open: tuple[Choice, ...]
    closed: tuple[Choice, ...]
    opens_next: tuple[Opening, ...]
    evening: bool
    resting: bool
    changes_at: datetime


def takes_minutes(plan: Plan) -> int:
    """The minutes that a plan fills of those aimed at: a routine may have moves for fewer (P in content-spec 3.5)."""
    return min(plan.minutes, math.ceil(plan.seconds / _SECONDS_PER_MINUTE))


def choose_from(catalogue: Catalogue, family: Family, now: datetime) -> Choosing:
    """The list of routines for one baby. `now` is the family's wall clock, aware."""
    today = look_at(catalogue, family, now)
    length, weighed = length_of(catalogue, family, now.date()), weigh(catalogue, family, now)
    plans = {
        offer.routine.id: make_plan(
            catalogue, wish_for(catalogue, family, offer.routine, length.minutes(offer.routine), now, weighed)
        )
        for offer in today.offers
        if offer.ever
    }
    evening = now.hour >= family.settings.day.evening_start_hour
    resting = 0 if not today.target.resting else takes_minutes(today.plan)
    choices = [
        Choice(
            offer.routine,
            _refusal(offer, weighed.known),
            0 if offer.refusal is not None else resting or takes_minutes(plans[offer.routine.id]),
            chosen=offer.routine.id == today.routine.id,
            suggested=evening and offer.refusal is None and offer.routine.id in FOR_THE_EVENING,
        )
        for offer in today.offers
    ]
    open_now = sorted((c for c in choices if c.refusal is None), key=_evening_first)
    closed = sorted((c for c in choices if c.refusal is not None), key=lambda choice: _opens(choice, now))
    return Choosing(
        today.baby, today.age, now, tuple(open_now), tuple(closed), openings(plans), evening, today.target.resting,
        _changes_at(closed, family.settings.day.evening_start_hour, now),
    )  # fmt: skip


def _refusal(offer: Offer, known: Known) -> Refusal | None:
    """What forbids it. Where the doctor's word has no age of its own, that word is named rather than an age."""
    if offer.refusal is None or offer.routine.opens is not None:
        return offer.refusal
    return gate_refusal(offer.routine, known) or offer.refusal


def openings(plans: Mapping[str, Plan]) -> tuple[Opening, ...]:
    """The steps that are too young for now, by the day on which they open; a step that opens earlier counts there."""
    days: dict[str, date] = {}
    steps: dict[str, Step] = {}
    for plan in plans.values():
        for left in plan.left_out:
            if left.reason is Omission.TOO_YOUNG and left.opens_on is not None:
                steps[left.step.id] = left.step
                days[left.step.id] = min(left.opens_on, days.get(left.step.id, date.max))
    return tuple(
        Opening(day, tuple(steps[key] for key in steps if days[key] == day)) for day in sorted(set(days.values()))
    )


def _evening_first(choice: Choice) -> int:
    """In the content's order, but in the evening what calms stands first."""
    return FOR_THE_EVENING.index(choice.routine.id) if choice.suggested else len(FOR_THE_EVENING)


def _opens(choice: Choice, now: datetime) -> float:
    """How soon it opens by itself, in seconds; what does not comes last."""
    refused = choice.refusal
    if refused is None or (refused.opens_at is None and refused.opens_on is None):
        return math.inf
    opens = refused.opens_at or datetime.combine(refused.opens_on or date.max, time.min, now.tzinfo)
    return opens.timestamp() - now.timestamp()


def _changes_at(closed: Iterable[Choice], evening_start_hour: int, now: datetime) -> datetime:
    """Until when the list stays true: a door opens, the evening begins, or midnight comes."""
    evening = datetime.combine(now.date(), time(evening_start_hour), now.tzinfo)
    changes = [datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)]
    changes += [c.refusal.opens_at for c in closed if c.refusal is not None and c.refusal.opens_at is not None]
    return min(moment for moment in (*changes, evening) if moment > now)
