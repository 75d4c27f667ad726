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
    refusal,
)
from babymassage_gui.core.choices import EACH_OF_TWO_MINUTES
from babymassage_gui.core.day import Part
from babymassage_gui.core.family import DayLength, Family, Weighed, length_of, weigh, wish_for
from babymassage_gui.core.growth import Target
from babymassage_gui.core.history import Kind, SessionRecord, begun
from babymassage_gui.core.long_day import LongDay, long_day, time_left
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.planner import make_plan
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.standing import Standing
from babymassage_gui.core.ten_days import TenDays, ten_days

EVERYDAY = "everyday"
FIRST_STROKES = "first-strokes"
PRACTICE = "practice"
# An interrupted session is offered for going on for six hours; after that it is kept as it is.
CARRY_ON_WITHIN = timedelta(hours=6)
# After a stop of so long the questions of the check-in come before a session goes on: the baby may have been fed (EST).
ASKED_AGAIN_AFTER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class CutOff:
    """A session that was cut off, and what forbids going on with it; keeping and discarding are always open.

    `asks`: it has lain so long that the check-in comes before it goes on.
    """

    session: SessionRecord
    refusal: Refusal | None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine, and what forbids it now; `ever` whether age and gates allow it, so that it can be chosen."""

    routine: Routine
    refusal: Refusal | None
    ever: bool


@dataclass(frozen=True, slots=True)
class Today:
    """What is possible today.

    `target` is the growth rule's length, `longest` that of the next session: the target, or what a `part` of a split
    day holds. `plan` is made for `minutes`, which the parent may have lowered; `refusal` forbids starting; `cut_off` is
    to be settled first; `offers` are all routines with a baby, `choices` those that age and gates allow; `last` is the
    newest massage. `may_split`: the day may be parted, if the parent wishes; `held`: the parent wants no more minutes;
    `lowered`: fewer from the next session on; `split_refused`: not in parts. All three can be taken back.
    `ten_days`: a plan that was begun; its routine is the day's until it was done. `long_day`: the next session is one
    of a day's two (C-06). `seen_at` is when this was looked at, `true_until` when something of it changes by itself;
    both on the family's clocks.
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
    longest: int
    seen_at: datetime
    true_until: datetime
    part: Part | None = None
    may_split: bool = False
    held: bool = False
    lowered: bool = False
    split_refused: bool = False
    ten_days: TenDays | None = None
    long_day: LongDay | None = None

    @property
    def choices(self) -> tuple[Routine, ...]:
        """The routines that a parent may choose."""
        return tuple(offer.routine for offer in self.offers if offer.ever)


def look_at(catalogue: Catalogue, family: Family, now: datetime, minutes: int | None = None) -> Today:
    """Today for one baby. `minutes` is the parent's wish for this once: never more than the rule allows.

    `now` is the family's wall clock, aware.
    """
    baby, settings = family.baby, family.settings
    age, evening = baby.age(now.date()), settings.day.evening_start_hour
    length, weighed = length_of(catalogue, family, now.date()), weigh(catalogue, family, now)
    offers = _offers(catalogue, family, length, weighed, now)
    plan = ten_days(family.said, family.sessions, now.date(), now.tzinfo)
    wanted = (family.once, _of_plan(plan), _second(length, offers, now, evening), settings.routine)
    routine = _routine(catalogue, wanted, age, offers)
    target, longest = length.targets[routine.id], length.minutes(routine)
    wished = longest if minutes is None else max(2, min(minutes, longest))
    wish = replace(wish_for(catalogue, family, routine, wished, now, weighed), resting=target.resting)
    past, cut = begun(family.sessions), cut_off(catalogue, family, now, length, weighed)
    return Today(
        baby, age, routine, target, wished, make_plan(catalogue, wish),
        refusal_now(catalogue, routine, family, now, length, weighed), cut, offers,
        past[-1] if past else None, past, longest, now, _true_until(now, evening, offers, cut, weighed.stands),
        length.part(routine),
        may_split=length.state.offers_split and not target.resting, held=length.state.held,
        lowered=length.state.lowered_to is not None,
        split_refused=length.state.split_refused and length.state.parts == 1, ten_days=plan,
        long_day=_long_day(length, routine, now, evening, wished),
    )  # fmt: skip


def refusal_now(
    catalogue: Catalogue,
    routine: Routine,
    family: Family,
    now: datetime,
    length: DayLength | None = None,
    weighed: Weighed | None = None,
) -> Refusal | None:
    """What forbids a routine now; a session that was cut off is settled first.

    `length` and `weighed` spare reckoning them again.
    """
    weighed = weighed or weigh(catalogue, family, now)
    known, stands = weighed.known, weighed.stands
    length = length or length_of(catalogue, family, now.date())
    gate = refusal(catalogue, routine, known, now, Past(), stands)
    if gate is None and _newest_cut(family.sessions, now) is not None:
        return Refusal(Barrier.UNFINISHED)
    return gate or refusal(catalogue, routine, known, now, _past(weighed, length.full_sessions(routine)), stands)


def _past(weighed: Weighed, full_sessions: int, without: str = "") -> Past:
    """What was done, for spacing; `without` is a session that is to be gone on with."""
    return Past(tuple(s for s in weighed.recent if s.id != without), full_sessions)


def cut_off(
    catalogue: Catalogue,
    family: Family,
    now: datetime,
    length: DayLength | None = None,
    weighed: Weighed | None = None,
) -> CutOff | None:
    """The newest session that a kill or a power cut ended, if it is recent enough to go on with.

    What forbids going on is what forbids a start, the session itself not counted.
    """
    session = _newest_cut(family.sessions, now)
    if session is None:
        return None
    routine = catalogue.routines.get(session.routine_id)
    if routine is None:
        return CutOff(session, Refusal(Barrier.NOT_OFFERED))
    length = length or length_of(catalogue, family, now.date())
    weighed = weighed or weigh(catalogue, family, now)
    past = _past(weighed, length.full_sessions(routine, without=session.id), without=session.id)
    refused = refusal(catalogue, routine, weighed.known, now, past, weighed.stands)
    return CutOff(session, refused, asks=_lay_long(session, now))


def _newest_cut(sessions: Iterable[SessionRecord], now: datetime) -> SessionRecord | None:
    kinds = (Kind.MASSAGE, Kind.RESTING)
    cut = [s for s in sessions if s.ending is None and s.kind in kinds and may_carry_on(s, now)]
    return max(cut, key=lambda s: s.started_at, default=None)


def _lay_long(session: SessionRecord, now: datetime) -> bool:
    """Whether more than a short while since its start was not spent in steps, or the clock was set back since."""
    return abs(now - session.started_at - timedelta(seconds=session.active_seconds)) > ASKED_AGAIN_AFTER


def seconds_to_change(today: Today, now: datetime) -> float:
    """How long what Today says stays true, by real seconds; 0 if it no longer is."""
    return max(0.0, today.true_until.timestamp() - now.timestamp())


def still_true(today: Today, now: datetime) -> bool:
    """Whether nothing has changed since: not the day, nor the zone of the clocks, and nobody set them back."""
    same = (today.seen_at.date(), today.seen_at.utcoffset()) == (now.date(), now.utcoffset())
    return same and today.seen_at <= now < today.true_until


def _true_until(
    now: datetime, evening_hour: int, offers: Iterable[Offer], cut: CutOff | None, stands: Iterable[Standing]
) -> datetime:
    """When something opens or ends by itself, the evening begins (C-04), a cut-off session is too old, or midnight."""
    changes = [datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)]
    changes.append(datetime.combine(now.date(), time(evening_hour), now.tzinfo))
    changes += [one.refusal.opens_at for one in offers if one.refusal is not None and one.refusal.opens_at is not None]
    changes += [one.until for one in stands if one.until is not None]
    if cut is not None:
        changes.append((_last_seen(cut.session) + CARRY_ON_WITHIN).astimezone(now.tzinfo))
    return min(change for change in changes if change > now)


def _offers(
    catalogue: Catalogue, family: Family, length: DayLength, weighed: Weighed, now: datetime
) -> tuple[Offer, ...]:
    """Every routine for a baby, in the order of the content; the ten days are a plan around another routine."""
    found = []
    for routine in catalogue.routines.values():
        if not routine.with_baby or routine.id == TEN_DAYS:
            continue
        by_age = age_refusal(routine, family.baby.age(now.date()), early_start=family.baby.early_start)
        lasting = by_age or gate_refusal(routine, weighed.known)
        refused = lasting or refusal_now(catalogue, routine, family, now, length, weighed)
        found.append(Offer(routine, refused, lasting is None))
    return tuple(found)


def _routine(catalogue: Catalogue, wanted: Iterable[str], age: Age, offers: tuple[Offer, ...]) -> Routine:
    """The first that is wanted, and that age and gates allow, else the one for the age."""
    ever = {offer.routine.id: offer.routine for offer in offers if offer.ever}
    for routine_id in wanted:
        if routine_id in ever:
            return ever[routine_id]
    return catalogue.routines[EVERYDAY if age.reached(GUIDED_FROM) else FIRST_STROKES]


def _long_day(length: DayLength, routine: Routine, now: datetime, evening_hour: int, wished: int) -> LongDay | None:
    """Which of a day's two sessions the next one would be. A massage that is wished shorter has no moves after it."""
    found = long_day(length.so_far, routine.id, now, evening_hour) if length.two_sessions else None
    return None if found is not None and found.number == 1 and wished < EACH_OF_TWO_MINUTES else found


def _second(length: DayLength, offers: Iterable[Offer], now: datetime, evening_hour: int) -> str:
    """The moves, once the massage of a day that may hold both was done, and only a wait that ends in time is left."""
    moves = next((offer for offer in offers if offer.ever and length.is_second(offer.routine)), None)
    if moves is None:
        return ""
    opens = now if moves.refusal is None else moves.refusal.opens_at
    return moves.routine.id if opens is not None and time_left(opens, now, evening_hour) else ""


def _of_plan(plan: TenDays | None) -> str:
    """The routine that a ten-day plan asks for today; none once it was done (DUR-19)."""
    return plan.routine_id if plan is not None and plan.asks_today else ""


def may_carry_on(session: SessionRecord, now: datetime) -> bool:
    """Whether a cut-off session is recent enough to go on with."""
    return now - _last_seen(session) <= CARRY_ON_WITHIN


def _last_seen(session: SessionRecord) -> datetime:
    return session.last_seen_at or session.started_at
