"""What the log holds of past sessions, and what the rules read from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from operator import attrgetter


class Kind(StrEnum):
    """What a session was. Only a massage counts; hands resting is the three quiet days of the growth rule."""

    MASSAGE = "massage"
    RESTING = "resting"
    PRACTICE = "practice"
    REHEARSAL = "rehearsal"


class Ending(StrEnum):
    """How a session came to its end. `early` is praised; the last four are not the massage's doing."""

    FINISHED = "finished"
    EARLY = "early"
    ASLEEP = "asleep"
    SPAT_UP = "spat-up"
    CALLED_AWAY = "called-away"
    SOMETHING_WRONG = "something-wrong"


class Mood(StrEnum):
    """How it was for the baby, as the parent says; `not-said` never raises the target."""

    CALM = "calm"
    UNSETTLED = "unsettled"
    CRIED = "cried"
    ASLEEP = "asleep"
    NOT_SAID = "not-said"


class StepOutcome(StrEnum):
    """A step was played to its end, skipped by the parent, or was running when everything stopped."""

    DONE = "done"
    SKIPPED = "skipped"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step as it was played: seconds of its own clock, pauses not counted."""

    step_id: str
    outcome: StepOutcome
    seconds: float


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session in the log.

    `started_at` is aware and in UTC; `utc_offset_minutes` is where the family's clocks stood.
    `target_minutes` is the length aimed at, `planned_seconds` what the plan held, `active_seconds` the time in
    steps, pauses not counted. `ending` None: still running, or cut off by a kill or a power cut.
    `plan` is the plan as the session runner wrote it, for going on after such a cut; the log keeps it no longer than
    that. `by_hand`: nobody saw it played, a parent wrote it down afterwards.
    """

    id: str
    baby_id: str
    kind: Kind
    routine_id: str
    started_at: datetime
    utc_offset_minutes: int
    target_minutes: int
    planned_seconds: float
    plan: str
    active_seconds: float = 0.0
    last_seen_at: datetime | None = None
    ended_at: datetime | None = None
    ending: Ending | None = None
    mood: Mood | None = None
    note: str = ""
    steps: tuple[StepRecord, ...] = ()
    by_hand: bool = False

    def __post_init__(self) -> None:
        if self.started_at.utcoffset() != timedelta(0):
            raise ValueError("started_at must be aware and in UTC")

    @property
    def local_start(self) -> datetime:
        """The start on the family's clocks."""
        return self.started_at.astimezone(timezone(timedelta(minutes=self.utc_offset_minutes)))

    @property
    def day(self) -> date:
        """The family's calendar day."""
        return self.local_start.date()

    @property
    def minutes(self) -> float:
        """Minutes in steps."""
        return self.active_seconds / 60

    @property
    def done_steps(self) -> tuple[str, ...]:
        """Ids of the steps played to their end, in order, a repeated one each time."""
        return tuple(step.step_id for step in self.steps if step.outcome is StepOutcome.DONE)


# Under a minute in steps it was an attempt (W-06); with "something is wrong" that, too, was enough for the day (3.7).
ATTEMPT_SECONDS = 60


def more_than_an_attempt(session: SessionRecord) -> bool:
    """Whether a session counts for the day and for the hours after it."""
    return session.active_seconds >= ATTEMPT_SECONDS or session.ending is Ending.SOMETHING_WRONG


# Looked up once: a log may hold very many.
_STARTED, _MASSAGE = attrgetter("started_at"), Kind.MASSAGE


def massages(sessions: Iterable[SessionRecord]) -> tuple[SessionRecord, ...]:
    """The sessions that count: ended massages, oldest first. Rehearsals and doll practice never do."""
    counted = [s for s in sessions if s.kind is _MASSAGE and s.ending is not None]
    return tuple(sorted(counted, key=_STARTED))


def begun(sessions: Iterable[SessionRecord]) -> tuple[SessionRecord, ...]:
    """The massages in which hands touched the baby: one stopped while getting ready is none to look back on."""
    return tuple([session for session in massages(sessions) if session.active_seconds > 0])


def last_played(sessions: Iterable[SessionRecord], routine_id: str) -> Mapping[str, datetime]:
    """When each step was last played to its end in massages of one routine (rotation, content-spec 3.5)."""
    played: dict[str, datetime] = {}
    for session in massages(sessions):
        if session.routine_id == routine_id:
            played.update((step_id, session.started_at) for step_id in session.done_steps)
    return played


def offset_minutes(moment: datetime) -> int:
    """The local offset of an aware moment from UTC, in minutes."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("the moment has no time zone")
    return int(offset.total_seconds() // 60)


def as_utc(moment: datetime) -> datetime:
    """The same instant in UTC."""
    return moment.astimezone(UTC)
