"""What a family takes along: everything that was kept, with its times, and the text that an export has of it.

The format is written down in docs/exchange.md. Reading trusts nothing: each value is checked as a cell of the log is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID, uuid5

from babymassage_gui.core import cells
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from babymassage_gui.core.profile import Baby, Colour
from babymassage_gui.core.said import Said
from babymassage_gui.core.step_cells import step_values, to_step, whole_or_not

FORMAT, VERSION = "babymassage-gui", 1
Values = Mapping[str, object]


class Why(StrEnum):
    """Why a version of a session gave way to another."""

    CORRECTED = "corrected"
    DELETED = "deleted"
    PUT_BACK = "put-back"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something was last changed, and when it was deleted, None if it holds; both aware, UTC."""

    updated_at: datetime
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptBaby:
    """A profile with its times."""

    what: Baby
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class KeptSession:
    """A session, deleted ones too, with its times."""

    what: SessionRecord
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class KeptSaid:
    """One thing said with its times."""

    what: Said
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Version:
    """A session as it was before it gave way, `why` and when (UTC). The id follows from the session and its text."""

    id: str
    was: KeptSession
    why: Why
    at: datetime


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything a family has, or what a file brings. `settings` are those of the family, as JSON values."""

    babies: tuple[KeptBaby, ...] = ()
    sessions: tuple[KeptSession, ...] = ()
    said: tuple[KeptSaid, ...] = ()
    past: tuple[Version, ...] = ()
    settings: Values = field(default_factory=dict)


class Kept(Protocol):
    """Anything with its times."""

    @property
    def stamp(self) -> Stamp:
        """The times."""


def version_of(was: KeptSession, why: Why, at: datetime) -> Version:
    """What is kept of a session that gives way."""
    return Version(str(uuid5(UUID(was.what.id), session_text(was))), was, why, at)


def session_text(kept: KeptSession) -> str:
    """A session as one line of JSON, always the same for the same session."""
    return json.dumps(session_values(kept), ensure_ascii=False, separators=(",", ":"))


def session_of_text(text: str) -> KeptSession:
    """The session of such a line. ValueError if it makes no sense."""
    try:
        return to_session(json.loads(text))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _stamp_values(stamp: Stamp) -> dict[str, object]:
    return {"updated_at": cells.of_moment(stamp.updated_at), "deleted_at": _moment(stamp.deleted_at)}


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else cells.of_moment(moment)


def baby_values(kept: KeptBaby) -> dict[str, object]:
    """A profile as JSON values."""
    baby = kept.what
    return {
        "id": baby.id,
        "name": baby.name,
        "born": baby.born.isoformat(),
        "due": None if baby.due is None else baby.due.isoformat(),
        "navel_healed": baby.navel_healed,
        "doctor_yes_on": None if baby.doctor_yes_on is None else baby.doctor_yes_on.isoformat(),
        "early_start": baby.early_start,
        "colour": baby.colour.value,
        **_stamp_values(kept.stamp),
    }


def session_values(kept: KeptSession) -> dict[str, object]:
    """A session as JSON values; a step is its id, its seconds, and how it came out if not to its end."""
    session = kept.what
    return {
        "id": session.id,
        "baby_id": session.baby_id,
        "kind": session.kind.value,
        "routine": session.routine_id,
        "started_at": cells.of_moment(session.started_at),
        "utc_offset_minutes": session.utc_offset_minutes,
        "target_minutes": session.target_minutes,
        "planned_seconds": float(session.planned_seconds),
        "active_seconds": float(session.active_seconds),
        "last_seen_at": _moment(session.last_seen_at),
        "ended_at": _moment(session.ended_at),
        "ending": None if session.ending is None else session.ending.value,
        "mood": None if session.mood is None else session.mood.value,
        "note": session.note,
        "by_hand": session.by_hand,
        "steps": [step_values(step) for step in session.steps],
        "plan": session.plan,
        **_stamp_values(kept.stamp),
    }


def said_values(kept: KeptSaid) -> dict[str, object]:
    """One thing said as JSON values."""
    said = kept.what
    return {
        "id": said.id,
        "baby_id": said.baby_id,
        "subject": said.subject,
        "answer": said.answer,
        "at": cells.of_moment(said.at),
        "by": said.by,
        "note": said.note,
        **_stamp_values(kept.stamp),
    }


def past_values(version: Version) -> dict[str, object]:
    """A version that gave way as JSON values."""
    return {"why": version.why.value, "at": cells.of_moment(version.at), "was": session_values(version.was)}


def to_baby(values: object) -> KeptBaby:
    """The profile of JSON values. ValueError if they make no sense; so for the other three."""
    v = _object(values)
    due, yes = v.get("due"), v.get("doctor_yes_on")
    baby = Baby(
        id=cells.uuid(v.get("id")),
        name=cells.text(v.get("name")),
        born=cells.day(v.get("born")),
        due=None if due is None else cells.day(due),
        navel_healed=_yes_or_no(v, "navel_healed"),
        doctor_yes_on=None if yes is None else cells.day(yes),
        early_start=_yes_or_no(v, "early_start"),
        colour=cells.choice(Colour, v.get("colour", Colour.SUN.value)),
    )
    return KeptBaby(baby, _stamp(v))


def to_session(values: object) -> KeptSession:
    """The session of JSON values."""
    v = _object(values)
    ending, mood, ended = v.get("ending"), v.get("mood"), _optional_moment(v, "ended_at")
    if (ended is None) != (ending is None):
        raise ValueError("an ending and its time go together")
    steps = v.get("steps")
    if not isinstance(steps, list):
        raise ValueError("steps is no list")
    record = SessionRecord(
        id=cells.uuid(v.get("id")),
        baby_id=cells.uuid(v.get("baby_id")),
        kind=cells.choice(Kind, v.get("kind")),
        routine_id=cells.word(v.get("routine")),
        started_at=cells.to_moment(v.get("started_at")),
        utc_offset_minutes=cells.whole(v.get("utc_offset_minutes"), 1 - cells.DAY_MINUTES, cells.DAY_MINUTES - 1),
        target_minutes=cells.whole(v.get("target_minutes"), 0, cells.DAY_MINUTES),
        planned_seconds=whole_or_not(v.get("planned_seconds")),
        plan=cells.text(v.get("plan", "")),
        active_seconds=whole_or_not(v.get("active_seconds")),
        last_seen_at=_optional_moment(v, "last_seen_at"),
        ended_at=ended,
        ending=None if ending is None else cells.choice(Ending, ending),
        mood=None if mood is None else cells.choice(Mood, mood),
        note=cells.text(v.get("note")),
        steps=tuple(to_step(step) for step in steps),
        by_hand=_yes_or_no(v, "by_hand"),
    )
    return KeptSession(record, _stamp(v))


def to_said(values: object) -> KeptSaid:
    """The thing said of JSON values."""
    v = _object(values)
    said = Said(
        id=cells.uuid(v.get("id")),
        baby_id=cells.uuid(v.get("baby_id")),
        subject=cells.word(v.get("subject")),
        answer=cells.word(v.get("answer")),
        at=cells.to_moment(v.get("at")),
        by=cells.text(v.get("by")),
        note=cells.text(v.get("note")),
    )
    return KeptSaid(said, _stamp(v))


def to_past(values: object) -> Version:
    """The version of JSON values; its id is reckoned anew."""
    v = _object(values)
    return version_of(to_session(v.get("was")), cells.choice(Why, v.get("why")), cells.to_moment(v.get("at")))


def _object(values: object) -> Values:
    if not isinstance(values, dict):
        raise ValueError("this is no object")
    return values


def _stamp(values: Values) -> Stamp:
    return Stamp(cells.to_moment(values.get("updated_at")), _optional_moment(values, "deleted_at"))


def _optional_moment(values: Values, name: str) -> datetime | None:
    cell = values.get(name)
    return None if cell is None else cells.to_moment(cell)


def _yes_or_no(values: Values, name: str) -> bool:
    cell = values.get(name)
    if not isinstance(cell, bool):
        raise ValueError(f"{name} is neither true nor false")
    return cell
