"""Sessions that a parent writes down or corrects: what can be, with the reason where it cannot, and what comes of it.

The longest and the shortest length are estimates of what nobody means: a slip of the pen, not a rule of massage.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, as_utc, offset_minutes
from babymassage_gui.core.profile import Baby

SHORTEST_MINUTES, LONGEST_MINUTES = 1, 60
LONGEST_NOTE = 2000


class Slip(StrEnum):
    """Why an entry cannot be; each has its sentence in the front ends."""

    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    IN_FUTURE = "in-future"
    NOT_OVER = "not-over"
    BEFORE_BIRTH = "before-birth"
    OVERLAPS = "overlaps"
    UNKNOWN_ROUTINE = "unknown-routine"
    NOTE_TOO_LONG = "note-too-long"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a parent writes down: the start on the family's clocks (aware), whole minutes, and how it was."""

    start: datetime
    minutes: int
    routine_id: str
    mood: Mood = Mood.NOT_SAID
    note: str = ""

    @property
    def end(self) -> datetime:
        """When it was over if there was no pause."""
        return self.start + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Slipped:
    """Why an entry cannot be, and the session that it would overlap."""

    slip: Slip
    other: SessionRecord | None = None


def slip_of(
    entry: Entry, baby: Baby, sessions: Iterable[SessionRecord], routines: Collection[str], now: datetime
) -> Slipped | None:
    """Why an entry cannot be, None if it can. `sessions` are the baby's others; `now` is aware."""
    wrong = _wrong_by_itself(entry, baby, routines, now)
    if wrong is not None:
        return Slipped(wrong)
    other = overlapping(entry.start, entry.end, sessions)
    return None if other is None else Slipped(Slip.OVERLAPS, other)


def _wrong_by_itself(entry: Entry, baby: Baby, routines: Collection[str], now: datetime) -> Slip | None:
    checks = (
        (entry.minutes < SHORTEST_MINUTES, Slip.TOO_SHORT),
        (entry.minutes > LONGEST_MINUTES, Slip.TOO_LONG),
        (entry.start > now, Slip.IN_FUTURE),
        (entry.end > now, Slip.NOT_OVER),
        (entry.start.date() < baby.born, Slip.BEFORE_BIRTH),
        (entry.routine_id not in routines, Slip.UNKNOWN_ROUTINE),
        (len(entry.note) > LONGEST_NOTE, Slip.NOTE_TOO_LONG),
    )
    return next((slip for wrong, slip in checks if wrong), None)


def overlapping(start: datetime, end: datetime, sessions: Iterable[SessionRecord]) -> SessionRecord | None:
    """The first session with the baby that was under way within these times; practice and rehearsals never count."""
    with_baby = (s for s in sessions if s.kind in (Kind.MASSAGE, Kind.RESTING))
    return next((s for s in with_baby if s.started_at < end and start < over_at(s)), None)


def over_at(session: SessionRecord) -> datetime:
    """When a session was over (UTC), as far as is known."""
    played = session.started_at + timedelta(seconds=session.active_seconds)
    return max(session.ended_at or session.last_seen_at or played, played)


def new_session(entry: Entry, baby_id: str, new_id: str) -> SessionRecord:
    """The session of an entry. It was as long as it was meant to be: nobody planned it here."""
    seconds = 60.0 * entry.minutes
    end = as_utc(entry.end)
    return SessionRecord(
        id=new_id,
        baby_id=baby_id,
        kind=Kind.MASSAGE,
        routine_id=entry.routine_id,
        started_at=as_utc(entry.start),
        utc_offset_minutes=offset_minutes(entry.start),
        target_minutes=entry.minutes,
        planned_seconds=seconds,
        plan="",
        active_seconds=seconds,
        last_seen_at=end,
        ended_at=end,
        ending=Ending.FINISHED,
        mood=entry.mood,
        note=entry.note,
        by_hand=True,
    )


def shown_minutes(session: SessionRecord) -> int:
    """The whole minutes that a form shows of a session: never none."""
    return max(SHORTEST_MINUTES, round(session.minutes))


def entry_of(session: SessionRecord) -> Entry:
    """What a form shows of a session."""
    mood = session.mood or Mood.NOT_SAID
    return Entry(session.local_start.replace(second=0, microsecond=0), shown_minutes(session), session.routine_id, mood,
                 session.note)  # fmt: skip


def corrected(session: SessionRecord, entry: Entry) -> SessionRecord:
    """A session as an entry has it. What the form did not change stays to the second, pauses and steps included."""
    shown = entry_of(session)
    same_start = entry.start == shown.start
    same_length = entry.minutes == shown.minutes
    started = session.started_at if same_start else as_utc(entry.start)
    active = session.active_seconds if same_length else 60.0 * entry.minutes
    paused = over_at(session) - session.started_at - timedelta(seconds=session.active_seconds)
    over = started + timedelta(seconds=active) + paused
    by_hand = session.by_hand and not same_length
    return replace(
        session,
        routine_id=entry.routine_id,
        started_at=started,
        utc_offset_minutes=session.utc_offset_minutes if same_start else offset_minutes(entry.start),
        target_minutes=entry.minutes if by_hand else session.target_minutes,
        planned_seconds=active if by_hand else session.planned_seconds,
        active_seconds=active,
        last_seen_at=over,
        ended_at=over,
        mood=entry.mood,
        note=entry.note,
    )
