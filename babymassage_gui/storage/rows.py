"""Rows of the log and the values they stand for, checked cell by cell in both directions.

`quick_check` does not see altered text in a cell, so nothing read is trusted. What is written passes the same checks:
no row is ever put into the file that would be called damaged on the way out. The cells stand in the order of
`statements`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from babymassage_gui.core import cells
from babymassage_gui.core.cells import of_moment, seconds, to_moment
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby, Colour
from babymassage_gui.core.said import Said
from babymassage_gui.core.step_cells import step_values, to_step

try:
    from _sha1 import sha1  # type: ignore[import-not-found]  # Python's own
except ImportError:  # a Python that was built without it
    from hashlib import sha1

Row = Sequence[object]

_MOST_STEPS = 100_000
# Where the steps lie in the row of a session.
STEPS_PLACE = 15


def of_baby(baby: Baby, at: datetime) -> Row:
    """The row of a baby. ValueError if it would not be read back."""
    due, yes = (day.isoformat() if day else None for day in (baby.due, baby.doctor_yes_on))
    healed, early = int(baby.navel_healed), int(baby.early_start)
    row = (baby.id, baby.name, baby.born.isoformat(), due, healed, yes, early, baby.colour.value, of_moment(at))
    to_baby(row)
    return row


def to_baby(row: Row) -> Baby:
    """The baby of a row. ValueError if it makes no sense."""
    ident, name, born, due, navel_healed, doctor_yes_on, early_start, colour, updated_at = row
    to_moment(updated_at)
    return Baby(
        id=cells.uuid(ident),
        name=cells.text(name),
        born=cells.day(born),
        due=None if due is None else cells.day(due),
        navel_healed=cells.flag(navel_healed),
        doctor_yes_on=None if doctor_yes_on is None else cells.day(doctor_yes_on),
        early_start=cells.flag(early_start),
        colour=cells.choice(Colour, colour),
    )


def of_session(session: SessionRecord, at: datetime) -> Row:
    """The row of a session, its steps in a cell. ValueError if it would not be read back."""
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
        pack_steps(session.steps),
        int(session.by_hand),
        of_moment(at),
    )
    to_session(row, session.steps)
    return row


def to_session(row: Row, steps: Sequence[StepRecord]) -> SessionRecord:
    """The session of a row with the steps that were read of it. ValueError if it makes no sense."""
    *values, _, by_hand, updated_at = row
    ident, baby, kind, routine, started, offset, target, planned, plan, active, seen, ended, ending, mood, note = values
    to_moment(updated_at)
    if (ended is None) != (ending is None):
        raise ValueError("an ending and its time go together")
    return SessionRecord(
        id=cells.uuid(ident),
        baby_id=cells.uuid(baby),
        kind=cells.choice(Kind, kind),
        routine_id=cells.word(routine),
        started_at=to_moment(started),
        utc_offset_minutes=cells.whole(offset, -cells.DAY_MINUTES + 1, cells.DAY_MINUTES - 1),
        target_minutes=cells.whole(target, 0, cells.DAY_MINUTES),
        planned_seconds=seconds(planned),
        plan=cells.text(plan),
        active_seconds=seconds(active),
        last_seen_at=None if seen is None else to_moment(seen),
        ended_at=None if ended is None else to_moment(ended),
        ending=None if ending is None else cells.choice(Ending, ending),
        mood=None if mood is None else cells.choice(Mood, mood),
        note=cells.text(note),
        steps=tuple(steps),
        by_hand=cells.flag(by_hand),
    )


def pack_steps(steps: Iterable[StepRecord]) -> str:
    """Steps as the text of one cell, `[["leg-milking",12.5],["arm-milking",0.0,"skipped"]]`: done goes without saying.

    ValueError if they would not be read back.
    """
    values = [step_values(step) for step in steps]
    for value in values:
        to_step(value)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def unpack_steps(cell: object) -> tuple[tuple[StepRecord, ...], bool]:
    """The steps of a cell, those left out that make no sense, and whether all of them did."""
    if cell == "[]":
        return (), True
    try:
        values = json.loads(cells.text(cell))
    except (ValueError, RecursionError):
        return (), False
    if not isinstance(values, list):
        return (), False
    try:
        return tuple([to_step(value) for value in values]), True
    except ValueError:
        return tuple(_of_sense(values)), False


def _of_sense(values: Iterable[object]) -> Iterator[StepRecord]:
    for value in values:
        with suppress(ValueError):
            yield to_step(value)


def of_step(session_id: str, position: int, step: StepRecord, at: datetime) -> Row:
    """The row of a step. Its id follows from session and place, so that merging two files finds no doubles.

    ValueError if it would not be read back.
    """
    ident = str(_uuid5(UUID(session_id), str(position)))
    row = (ident, session_id, position, step.step_id, step.outcome.value, float(step.seconds), of_moment(at))
    to_step_row(row)
    return row


def _uuid5(namespace: UUID, name: str) -> UUID:
    """The standard library's `uuid5`, which would load OpenSSL for its digest: 3.5 MB at the first step."""
    digest = sha1(namespace.bytes + name.encode(), usedforsecurity=False).digest()
    return UUID(bytes=digest[:16], version=5)


def to_step_row(row: Row) -> tuple[str, StepRecord]:
    """The session's id and the step of a row. ValueError if it makes no sense."""
    ident, session_id, position, step_id, outcome, played, updated_at = row
    cells.uuid(ident)
    cells.whole(position, 0, _MOST_STEPS)
    to_moment(updated_at)
    return cells.uuid(session_id), StepRecord(cells.word(step_id), cells.choice(StepOutcome, outcome), seconds(played))


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
        id=cells.uuid(ident),
        baby_id=cells.uuid(baby),
        subject=cells.word(subject),
        answer=cells.word(answer),
        at=to_moment(said_at),
        by=cells.text(said_by),
        note=cells.text(note),
    )
