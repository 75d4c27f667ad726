"""Rows of the log and the values they stand for, checked cell by cell in both directions.

`quick_check` does not see altered text in a cell, so nothing read is trusted. What is written passes the same checks:
no row is ever put into the file that would be called damaged on the way out. The cells stand in the order of
`statements`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from math import isfinite
from typing import TypeVar
from uuid import UUID

from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said

try:
    from _sha1 import sha1  # type: ignore[import-not-found]  # Python's own
except ImportError:  # a Python that was built without it
    from hashlib import sha1

Row = Sequence[object]

# Bounds of sense, not of the rules: what lies outside was not written by this program.
_DAY_MINUTES = 24 * 60
_DAY_SECONDS = 24 * 60 * 60.0
_MOST_STEPS = 100_000

# Digits are written out: \d would take those of every script. The years are 2000 to 2199.
_DAY = re.compile(r"2[01][0-9]{2}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(_DAY.pattern + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}\+00:00")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

_Choice = TypeVar("_Choice", Kind, Ending, Mood, StepOutcome)


def of_baby(baby: Baby, at: datetime) -> Row:
    """The row of a baby. ValueError if it would not be read back."""
    due, yes = (day.isoformat() if day else None for day in (baby.due, baby.doctor_yes_on))
    healed, early = int(baby.navel_healed), int(baby.early_start)
    row = (baby.id, baby.name, baby.born.isoformat(), due, healed, yes, early, of_moment(at))
    to_baby(row)
    return row


def to_baby(row: Row) -> Baby:
    """The baby of a row. ValueError if it makes no sense."""
    ident, name, born, due, navel_healed, doctor_yes_on, early_start, updated_at = row
    to_moment(updated_at)
    return Baby(
        id=_uuid(ident),
        name=_text(name),
        born=_day(born),
        due=None if due is None else _day(due),
        navel_healed=_flag(navel_healed),
        doctor_yes_on=None if doctor_yes_on is None else _day(doctor_yes_on),
        early_start=_flag(early_start),
    )


def of_session(session: SessionRecord, at: datetime) -> Row:
    """The row of a session without its steps. ValueError if it would not be read back."""
    row = (
        session.id,
        session.baby_id,
        session.kind.value,
        session.routine_id,
        of_moment(session.started_at),
        session.utc_offset_minutes,
        session.target_minutes,
        float(session.planned_seconds),
        session.plan,
        float(session.active_seconds),
        None if session.last_seen_at is None else of_moment(session.last_seen_at),
        None if session.ended_at is None else of_moment(session.ended_at),
        None if session.ending is None else session.ending.value,
        None if session.mood is None else session.mood.value,
        session.note,
        of_moment(at),
    )
    to_session(row, ())
    return row


def to_session(row: Row, steps: Sequence[StepRecord]) -> SessionRecord:
    """The session of a row. ValueError if it makes no sense."""
    *cells, updated_at = row
    ident, baby, kind, routine, started, offset, target, planned, plan, active, seen, ended, ending, mood, note = cells
    to_moment(updated_at)
    if (ended is None) != (ending is None):
        raise ValueError("an ending and its time go together")
    return SessionRecord(
        id=_uuid(ident),
        baby_id=_uuid(baby),
        kind=_choice(Kind, kind),
        routine_id=_word(routine),
        started_at=to_moment(started),
        utc_offset_minutes=_whole(offset, -_DAY_MINUTES + 1, _DAY_MINUTES - 1),
        target_minutes=_whole(target, 0, _DAY_MINUTES),
        planned_seconds=seconds(planned),
        plan=_text(plan),
        active_seconds=seconds(active),
        last_seen_at=None if seen is None else to_moment(seen),
        ended_at=None if ended is None else to_moment(ended),
        ending=None if ending is None else _choice(Ending, ending),
        mood=None if mood is None else _choice(Mood, mood),
        note=_text(note),
        steps=tuple(steps),
    )


def of_step(session_id: str, position: int, step: StepRecord, at: datetime) -> Row:
    """The row of a step. Its id follows from session and place, so that merging two files finds no doubles.

    ValueError if it would not be read back.
    """
    ident = str(_uuid5(UUID(session_id), str(position)))
    row = (ident, session_id, position, step.step_id, step.outcome.value, float(step.seconds), of_moment(at))
    to_step(row)
    return row


def _uuid5(namespace: UUID, name: str) -> UUID:
    """The standard library's `uuid5`, which would load OpenSSL for its digest: 3.5 MB at the first step."""
    digest = sha1(namespace.bytes + name.encode(), usedforsecurity=False).digest()
    return UUID(bytes=digest[:16], version=5)


def to_step(row: Row) -> tuple[str, StepRecord]:
    """The session's id and the step of a row. ValueError if it makes no sense."""
    ident, session_id, position, step_id, outcome, played, updated_at = row
    _uuid(ident)
    _whole(position, 0, _MOST_STEPS)
    to_moment(updated_at)
    return _uuid(session_id), StepRecord(_word(step_id), _choice(StepOutcome, outcome), seconds(played))


def of_said(said: Said, at: datetime) -> Row:
    """The row of a thing said. ValueError if it would not be read back."""
    row = (said.id, said.baby_id, said.subject, said.answer, of_moment(said.at), said.by, said.note, of_moment(at))
    to_said(row)
    return row


def to_said(row: Row) -> Said:
    """The thing said of a row. ValueError if it makes no sense."""
    ident, baby, subject, answer, said_at, said_by, note, updated_at = row
    to_moment(updated_at)
    return Said(
        id=_uuid(ident),
        baby_id=_uuid(baby),
        subject=_word(subject),
        answer=_word(answer),
        at=to_moment(said_at),
        by=_text(said_by),
        note=_text(note),
    )


def of_moment(moment: datetime) -> str:
    """An aware instant as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_moment(cell: object) -> datetime:
    """The instant (UTC) of a cell."""
    text = _text(cell)
    if not _MOMENT.fullmatch(text):
        raise ValueError(f"{text!r} is not an instant as it is written here")
    return datetime.fromisoformat(text)


def seconds(cell: object) -> float:
    """Seconds of a cell: from none to a day."""
    if not isinstance(cell, float) or not isfinite(cell) or not 0 <= cell <= _DAY_SECONDS:
        raise ValueError(f"{cell!r} is no length of time")
    return cell


def _uuid(cell: object) -> str:
    text = _text(cell)
    if not _UUID.fullmatch(text):
        raise ValueError(f"{text!r} is not a UUID as it is written here")
    return text


def _text(cell: object) -> str:
    if not isinstance(cell, str):
        raise ValueError(f"{cell!r} is no text")
    return cell


def _word(cell: object) -> str:
    word = _text(cell)
    if not word or not word.isprintable():
        raise ValueError(f"{word!r} is no id of the catalogue")
    return word


def _day(cell: object) -> date:
    text = _text(cell)
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is not a day as it is written here")
    return date.fromisoformat(text)


def _whole(cell: object, least: int, most: int) -> int:
    if not isinstance(cell, int) or not least <= cell <= most:
        raise ValueError(f"{cell!r} is not a whole number from {least} to {most}")
    return cell


def _flag(cell: object) -> bool:
    return bool(_whole(cell, 0, 1))


def _choice(choices: type[_Choice], cell: object) -> _Choice:
    return choices(_text(cell))
