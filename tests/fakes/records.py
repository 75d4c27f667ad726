"""Sessions of the log, written down for a test."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord

BABY = "baby"


def massage(
    day: date,
    minutes: float = 3.0,
    *,
    hour: int = 10,
    mood: Mood | None = Mood.CALM,
    ending: Ending | None = Ending.FINISHED,
    target: int | None = None,
    planned: float | None = None,
    routine: str = "everyday",
    kind: Kind = Kind.MASSAGE,
    done: tuple[str, ...] = (),
    offset_minutes: int = 0,
) -> SessionRecord:
    """A session that began at `hour` UTC; without a target it lasted as long as it was to."""
    started = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    ended = started + timedelta(minutes=minutes)
    aim = target or max(3, round(minutes))
    return SessionRecord(
        id=f"{started.isoformat()} {routine}",
        baby_id=BABY,
        kind=kind,
        routine_id=routine,
        started_at=started,
        utc_offset_minutes=offset_minutes,
        target_minutes=aim,
        planned_seconds=60.0 * aim if planned is None else planned,
        plan="[]",
        active_seconds=60.0 * minutes,
        last_seen_at=ended,
        ended_at=ended if ending else None,
        ending=ending,
        mood=mood if ending else None,
        steps=tuple(StepRecord(step_id, StepOutcome.DONE, 10.0) for step_id in done),
    )
