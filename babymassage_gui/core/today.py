"""Today at a glance: baby, log and settings become one value that the home page shows and Start plays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Catalogue, Routine
from babymassage_gui.core.checkin import (
    GUIDED_FROM,
    TEN_DAYS,
    Barrier,
    Past,
    Refusal,
    age_refusal,
    gate_refusal,
    prescription_of,
    refusal,
    shown,
)
from babymassage_gui.core.choices import session_cap
from babymassage_gui.core.growth import Growth, Target, fold, target_on
from babymassage_gui.core.history import Ending, Kind, SessionRecord, begun, last_played
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.planner import make_plan
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.standing import Known, closed_steps
from babymassage_gui.core.wish import Wish

EVERYDAY = "everyday"
FIRST_STROKES = "first-strokes"
PRACTICE = "practice"
# An interrupted session is offered for going on for six hours; after that it is kept as it is.
CARRY_ON_WITHIN = timedelta(hours=6)
# After a baby spat up the next session lies longer after the feed (3.7); the minutes are an estimate.
AFTER_SPITTING_UP_MINUTES = 60


@dataclass(frozen=True, slots=True)
class CutOff:
    """A session that was cut off, and what forbids going on with it; keeping and discarding are always open."""

    session: SessionRecord
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine, and what forbids it now; `ever` whether age and gates allow it, so that it can be chosen."""

    routine: Routine
    refusal: Refusal | None
    ever: bool


@dataclass(frozen=True, slots=True)
class Today:
    """What is possible today.

    `target` is the growth rule's length, `plan` is made for `minutes`, which the parent may have lowered;
    `refusal` forbids starting; `cut_off` is to be settled first; `offers` are all routines with a baby, `choices` those
    that age and gates allow; `last` is the newest massage.
    """

    baby: Baby
    age: Age
    routine: Routine
    target: Target
    minutes: int
    plan: Plan
    refusal: Refusal | None
    cut_off: CutOff | None
    offers: tuple[Offer, ...]
    last: SessionRecord | None
    massages: tuple[SessionRecord, ...]

    @property
    def choices(self) -> tuple[Routine, ...]:
        """The routines that a parent may choose."""
        return tuple(offer.routine for offer in self.offers if offer.ever)


@dataclass(frozen=True, slots=True)
class Family:
    """Everything known when Today is looked at. `discarded` sessions still touched the skin: they count for spacing."""

    baby: Baby
    sessions: tuple[SessionRecord, ...]
    settings: Settings
    discarded: tuple[SessionRecord, ...] = ()
    said: tuple[Said, ...] = ()


def known_of(family: Family) -> Known:
    """What the check-in weighs: the baby, what was said, the waits; longer after the feed once the baby spat up."""
    day = family.settings.day
    past = begun(family.sessions)
    if past and past[-1].ending is Ending.SPAT_UP:
        day = replace(day, after_feed_minutes=max(day.after_feed_minutes, AFTER_SPITTING_UP_MINUTES))
    return Known(family.baby, family.said, day)


def growth_of(catalogue: Catalogue, family: Family) -> Growth:
    """The growth rule's state after everything in the log."""
    counted = frozenset(r.id for r in catalogue.routines.values() if r.moves_target)
    return fold(family.sessions, counted, family.baby.age)


def look_at(catalogue: Catalogue, family: Family, now: datetime, minutes: int | None = None) -> Today:
    """Today for one baby. `minutes` is the parent's wish for this once: never more than the rule allows.

    `now` is the family's wall clock, aware.
    """
    baby, settings = family.baby, family.settings
    age = baby.age(now.date())
    offers = _offers(catalogue, family, now)
    routine = _routine(catalogue, settings, age, offers)
    target = target_on(
        growth_of(catalogue, family),
        now.date(),
        session_cap(age, settings.choices),
        parent_limit=settings.parent_limit,
        routine_cap=routine.cap_minutes,
    )
    wished = target.minutes if minutes is None else max(2, min(minutes, target.minutes))
    wish = replace(wish_for(catalogue, family, routine, now), minutes=wished, resting=target.resting)
    past = begun(family.sessions)
    return Today(
        baby, age, routine, target, wished, make_plan(catalogue, wish),
        refusal_now(catalogue, routine, family, now), cut_off(catalogue, family, now), offers,
        past[-1] if past else None, past,
    )  # fmt: skip


def wish_for(catalogue: Catalogue, family: Family, routine: Routine, now: datetime) -> Wish:
    """What a plan of a routine is made for now: what is closed today, what was shown, what the parent chose."""
    known = known_of(family)
    return Wish(
        routine,
        family.baby.age(now.date()),
        minutes=3,
        last_played=last_played(family.sessions, routine.id),
        closed=closed_steps(catalogue.steps.values(), catalogue.checks, known, now),
        shown=shown(catalogue.steps, family.said),
        prescription=prescription_of(family.said),
        choices=family.settings.choices,
    )


def refusal_now(catalogue: Catalogue, routine: Routine, family: Family, now: datetime) -> Refusal | None:
    """What forbids a routine now; a session that was cut off is settled first."""
    known = known_of(family)
    gate = refusal(catalogue, routine, known, now, Past())
    if gate is None and _newest_cut(family.sessions, now) is not None:
        return Refusal(Barrier.UNFINISHED)
    return gate or refusal(catalogue, routine, known, now, _past(family))


def _past(family: Family, without: str = "") -> Past:
    """What was done, for spacing; `without` is a session that is to be gone on with."""
    return Past(tuple(s for s in (*family.sessions, *family.discarded) if s.id != without))


def cut_off(catalogue: Catalogue, family: Family, now: datetime) -> CutOff | None:
    """The newest session that a kill or a power cut ended, if it is recent enough to go on with.

    What forbids going on is what forbids a start, the session itself not counted.
    """
    session = _newest_cut(family.sessions, now)
    if session is None:
        return None
    routine = catalogue.routines.get(session.routine_id)
    if routine is None:
        return CutOff(session, Refusal(Barrier.NOT_OFFERED))
    past = _past(family, without=session.id)
    return CutOff(session, refusal(catalogue, routine, known_of(family), now, past))


def _newest_cut(sessions: Iterable[SessionRecord], now: datetime) -> SessionRecord | None:
    kinds = (Kind.MASSAGE, Kind.RESTING)
    cut = [s for s in sessions if s.ending is None and s.kind in kinds and may_carry_on(s, now)]
    return max(cut, key=lambda s: s.started_at, default=None)


def seconds_to_change(today: Today, now: datetime) -> float:
    """How long what Today says stays true: until a refusal opens, a cut-off session is too old, or midnight comes."""
    changes = [datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)]
    if today.refusal is not None and today.refusal.opens_at is not None:
        changes.append(today.refusal.opens_at)
    if today.cut_off is not None:
        changes.append(_last_seen(today.cut_off.session) + CARRY_ON_WITHIN)
    return min(changes).timestamp() - now.timestamp()


def _offers(catalogue: Catalogue, family: Family, now: datetime) -> tuple[Offer, ...]:
    """Every routine for a baby, in the order of the content; the ten days are a plan around another routine."""
    found = []
    for routine in catalogue.routines.values():
        if not routine.with_baby or routine.id == TEN_DAYS:
            continue
        by_age = age_refusal(routine, family.baby.age(now.date()), early_start=family.baby.early_start)
        lasting = by_age or gate_refusal(routine, known_of(family))
        found.append(Offer(routine, lasting or refusal_now(catalogue, routine, family, now), lasting is None))
    return tuple(found)


def _routine(catalogue: Catalogue, settings: Settings, age: Age, offers: tuple[Offer, ...]) -> Routine:
    """The parent's choice where age and gates allow it, else the one for the age."""
    for offer in offers:
        if offer.ever and offer.routine.id == settings.routine:
            return offer.routine
    return catalogue.routines[EVERYDAY if age.reached(GUIDED_FROM) else FIRST_STROKES]


def may_carry_on(session: SessionRecord, now: datetime) -> bool:
    """Whether a cut-off session is recent enough to go on with."""
    return now - _last_seen(session) <= CARRY_ON_WITHIN


def _last_seen(session: SessionRecord) -> datetime:
    return session.last_seen_at or session.started_at
