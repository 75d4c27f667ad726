"""Things said on a family's clock, written down for a test."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from babymassage_gui.core.age import PLANNING_BIRTH
from babymassage_gui.core.checkin import Barrier, Past, Refusal, refusal
from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import Known, Standing, standing
from tests.fakes.content import catalogue, routine
from tests.fakes.home import STANDING
from tests.fakes.records import BABY, massage

BORN = PLANNING_BIRTH
HERE = timezone(timedelta(hours=2))
# 3, 4, 6 and 12 months of a baby that was born on the planning calendar's day.
DAYS_OF_MONTHS = {3: 92, 4: 123, 6: 184, 12: 365}


def on_day(days: int, hour: int = 12, minute: int = 0, *, tz: timezone = HERE) -> datetime:
    """The family's clock when the baby is so many days old."""
    return datetime(BORN.year, BORN.month, BORN.day, hour, minute, tzinfo=tz) + timedelta(days=days)


def said(subject: str, answer: str, at: datetime, note: str = "") -> Said:
    """One thing said; the id tells it apart from another at the same moment."""
    return Said(f"{subject} {answer} {at.isoformat()} {note}", BABY, subject, answer, at.astimezone(UTC), note=note)


def ready_baby(**changes: Any) -> Baby:
    """Of the planning calendar, the navel healed, the doctor agreed lately."""
    baby = Baby(BABY, "", BORN, navel_healed=True, doctor_yes_on=BORN)
    return replace(baby, **changes)


def no_to_all(at: datetime, without: Iterable[str] = ()) -> tuple[Said, ...]:
    """No to every standing question."""
    return tuple(said(check_id, "no", at) for check_id in STANDING if check_id not in without)


def known(*told: Said, **changes: Any) -> Known:
    """A ready baby, of which no was said to every standing question at birth, and this."""
    return Known(ready_baby(**changes), (*no_to_all(on_day(0)), *told))


def stands(now: datetime, *told: Said, **changes: Any) -> tuple[Standing, ...]:
    """What stands of the questions that were spoken of here."""
    found = standing(catalogue().checks, known(*told, **changes), now)
    return tuple(one for one in found if one.said in told)


def verdicts(now: datetime, *told: Said, **changes: Any) -> list[tuple[str, Verdict]]:
    """The same as (answer, verdict)."""
    return [(one.answer.id, one.verdict) for one in stands(now, *told, **changes)]


def refused(
    routine_id: str, now: datetime, *told: Said, sessions: Sequence[SessionRecord] = (), **changes: Any
) -> Refusal | None:
    """What forbids a routine for a ready baby of which this was said."""
    return refusal(catalogue(), routine(routine_id), known(*told, **changes), now, Past(tuple(sessions)))


def barrier(routine_id: str, now: datetime, *told: Said, **changes: Any) -> Barrier | None:
    found = refused(routine_id, now, *told, **changes)
    return None if found is None else found.barrier


def ended(at: datetime, minutes: float = 3.0, **changes: Any) -> SessionRecord:
    """A massage that ended at a moment."""
    row = massage(at.date(), minutes, offset_minutes=120)
    start = at - timedelta(minutes=minutes)
    moved = replace(row, started_at=start.astimezone(UTC), ended_at=at.astimezone(UTC))
    return replace(moved, **changes)
