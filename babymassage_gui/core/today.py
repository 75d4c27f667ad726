"""Today at a glance: baby, log and settings become one value that the home page shows and Start plays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Catalogue, Routine
from babymassage_gui.core.checkin import GUIDED_FROM, Barrier, Refusal, age_refusal, refusal
from babymassage_gui.core.growth import Growth, Target, fold, longest_minutes, target_on
from babymassage_gui.core.history import Kind, SessionRecord, begun, last_played
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.planner import Wish, make_plan
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import Settings

EVERYDAY = "everyday"
FIRST_STROKES = "first-strokes"
PRACTICE = "practice"
# An interrupted session is offered for going on for six hours; after that it is kept as it is.
CARRY_ON_WITHIN = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class CutOff:
    """A session that was cut off, and what forbids going on with it; keeping and discarding are always open."""

    session: SessionRecord
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Today:
    """What is possible today.

    `target` is the growth rule's length, `plan` is made for `minutes`, which the parent may have lowered;
    `refusal` forbids starting; `cut_off` is to be settled first; `choices` are the routines that the age allows;
    `last` is the newest massage.
    """

    baby: Baby
    age: Age
    routine: Routine
    target: Target
    minutes: int
    plan: Plan
    refusal: Refusal | None
    cut_off: CutOff | None
    choices: tuple[Routine, ...]
    last: SessionRecord | None
    massages: tuple[SessionRecord, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Everything known when Today is looked at. `discarded` sessions still touched the skin: they count for spacing."""

    baby: Baby
    sessions: tuple[SessionRecord, ...]
    settings: Settings
    discarded: tuple[SessionRecord, ...] = ()


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
    choices = tuple(r for r in _offered(catalogue) if age_refusal(r, age, early_start=baby.early_start) is None)
    routine = _routine(catalogue, settings, age, choices)
    target = target_on(
        growth_of(catalogue, family),
        now.date(),
        longest_minutes(age),
        parent_limit=settings.parent_limit,
        routine_cap=routine.cap_minutes,
    )
    wished = target.minutes if minutes is None else max(2, min(minutes, target.minutes))
    wish = Wish(routine, age, wished, last_played(family.sessions, routine.id), target.resting)
    past = begun(family.sessions)
    return Today(
        baby, age, routine, target, wished, make_plan(catalogue, wish),
        refusal_now(routine, family, now), cut_off(catalogue, family, now), choices, past[-1] if past else None, past,
    )  # fmt: skip


def refusal_now(routine: Routine, family: Family, now: datetime) -> Refusal | None:
    """What forbids a routine now; a session that was cut off is settled first."""
    gate = refusal(routine, family.baby, now, ())
    if gate is None and _newest_cut(family.sessions, now) is not None:
        return Refusal(Barrier.UNFINISHED)
    return gate or refusal(routine, family.baby, now, (*family.sessions, *family.discarded))


def cut_off(catalogue: Catalogue, family: Family, now: datetime) -> CutOff | None:
    """The newest session that a kill or a power cut ended, if it is recent enough to go on with.

    What forbids going on is what forbids a start, the session itself not counted.
    """
    session = _newest_cut(family.sessions, now)
    if session is None:
        return None
    routine = catalogue.routines.get(session.routine_id)
    others = (s for s in (*family.sessions, *family.discarded) if s.id != session.id)
    closed = Refusal(Barrier.NOT_OFFERED) if routine is None else refusal(routine, family.baby, now, others)
    return CutOff(session, closed)


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


def _offered(catalogue: Catalogue) -> tuple[Routine, ...]:
    """The routines that the window offers so far."""
    return tuple(catalogue.routines[key] for key in (EVERYDAY, FIRST_STROKES) if key in catalogue.routines)


def _routine(catalogue: Catalogue, settings: Settings, age: Age, choices: tuple[Routine, ...]) -> Routine:
    """The parent's choice where it is open, else the one for the age."""
    for routine in choices:
        if routine.id == settings.routine:
            return routine
    return catalogue.routines[EVERYDAY if age.reached(GUIDED_FROM) else FIRST_STROKES]


def may_carry_on(session: SessionRecord, now: datetime) -> bool:
    """Whether a cut-off session is recent enough to go on with."""
    return now - _last_seen(session) <= CARRY_ON_WITHIN


def _last_seen(session: SessionRecord) -> datetime:
    return session.last_seen_at or session.started_at
