"""Sessions as a table, one row a session, and reading one in, corrected in a spreadsheet or written by hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from uuid import NAMESPACE_URL, uuid5

from babymassage_gui.core import cells
from babymassage_gui.core.brought import BadRow, Brought, Source, Trouble
from babymassage_gui.core.by_hand import Entry, corrected, new_session, shown_minutes, slip_of
from babymassage_gui.core.exchange import Archive, KeptSession, Stamp
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, as_utc
from babymassage_gui.core.profile import Baby
from babymassage_gui.services import table

HEAD = (
    "id", "baby", "baby_id", "date", "start", "minutes", "routine", "how", "note", "ended", "kind", "seconds",
    "target_minutes", "utc_offset_minutes", "by_hand", "updated_at",
)  # fmt: skip
# What makes a table one of sessions; the rest may be missing, as from a parent's own list.
NEEDED = frozenset({"date", "start", "minutes"})
# What a parent may have changed in a spreadsheet.
_CHANGEABLE = ("date", "start", "minutes", "routine", "how", "note")
_NAMESPACE = uuid5(NAMESPACE_URL, "babymassage-gui/table")

AsLocal = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class Here:
    """What is known where a table is read in. `as_local` sets a wall's hour into the family's time zone."""

    archive: Archive
    baby: Baby
    routines: Collection[str]
    now: datetime
    as_local: AsLocal


class _Problem(Exception):  # noqa: N818 - it is one row's, not the program's
    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(detail)
        self.trouble, self.detail = trouble, detail


class _Days:
    """Sessions by day and baby, so that ten thousand rows need not each be held against all."""

    def __init__(self, sessions: Iterable[SessionRecord]) -> None:
        self._of: dict[tuple[str, object], dict[str, SessionRecord]] = {}
        for session in sessions:
            self.take(session)

    def take(self, session: SessionRecord) -> None:
        self._of.setdefault((session.baby_id, session.started_at.date()), {})[session.id] = session

    def near(self, baby_id: str, start: datetime, without: str) -> list[SessionRecord]:
        day = as_utc(start).date()
        days = (self._of.get((baby_id, day + timedelta(days=away)), {}) for away in (-1, 0, 1))
        return [session for found in days for session in found.values() if session.id != without]


def write(archive: Archive) -> str:
    """All sessions that are over and hold, as the text of a table."""
    names = {baby.what.id: baby.what.name for baby in archive.babies}
    kept = (s for s in archive.sessions if s.stamp.deleted_at is None and s.what.ending is not None)
    return table.write(HEAD, (list(_cells(session, names).values()) for session in kept))


def _cells(kept: KeptSession, names: Mapping[str, str]) -> dict[str, object]:
    session = kept.what
    start = session.local_start
    values = (
        session.id, names.get(session.baby_id, ""), session.baby_id, start.date().isoformat(), f"{start:%H:%M}",
        shown_minutes(session), session.routine_id, "" if session.mood is None else session.mood.value, session.note,
        "" if session.ending is None else session.ending.value, session.kind.value, round(session.active_seconds),
        session.target_minutes, session.utc_offset_minutes, int(session.by_hand),
        cells.of_moment(kept.stamp.updated_at),
    )  # fmt: skip
    return dict(zip(HEAD, values, strict=True))


def read(text: str, delimiter: str, here: Here) -> Brought:
    """What a table brings: new sessions, corrections of known ones, and the rows that cannot be."""
    ours = {kept.what.id: kept for kept in here.archive.sessions}
    names = {baby.what.id: baby.what.name for baby in here.archive.babies}
    days = _Days(kept.what for kept in here.archive.sessions if kept.stamp.deleted_at is None)
    found: list[KeptSession] = []
    bad: list[BadRow] = []
    for line, row in table.rows_of(text, delimiter):
        try:
            if row is None:
                raise _Problem(Trouble.NONSENSE)
            kept = _session(row, ours, names, days, here)
        except _Problem as problem:
            bad.append(BadRow(line, problem.trouble, problem.detail))
        except (ValueError, OverflowError) as error:
            bad.append(BadRow(line, Trouble.NONSENSE, str(error)))
        else:
            found.append(kept)
            days.take(kept.what)
    return Brought(Source.CSV, Archive(sessions=tuple(found)), tuple(bad))


def _session(
    row: Mapping[str, str], ours: Mapping[str, KeptSession], names: Mapping[str, str], days: _Days, here: Here
) -> KeptSession:
    known = ours.get(row.get("id", "").strip())
    if known is None:
        return _new(row, days, here)
    own = {name: str(cell) for name, cell in _cells(known, names).items()}
    if all(table.as_meant(row.get(name, own[name])).strip() == own[name].strip() for name in _CHANGEABLE):
        return known
    stamp = row.get("updated_at", "").strip()
    entry = _entry(row, here, known.what)
    if stamp and cells.to_moment(stamp) < known.stamp.updated_at:
        # The table was written before the session was corrected here: what holds here is newer.
        return KeptSession(corrected(known.what, entry), Stamp(cells.to_moment(stamp)))
    _refuse(entry, known.what, days, here, {known.what.routine_id})
    return KeptSession(corrected(known.what, entry), Stamp(as_utc(here.now)))


def _new(row: Mapping[str, str], days: _Days, here: Here) -> KeptSession:
    baby = _baby_of(row, here)
    entry = _entry(row, here, None)
    ident = row.get("id", "").strip()
    made = new_session(entry, baby.id, cells.uuid(ident) if ident else _made_id(baby, entry))
    _refuse(entry, made, days, here, {made.routine_id} if ident else ())
    stamp, now = row.get("updated_at", "").strip(), as_utc(here.now)
    return KeptSession(_as_told(made, row), Stamp(min(cells.to_moment(stamp), now) if stamp else now))


def _made_id(baby: Baby, entry: Entry) -> str:
    """The same row read twice is one session."""
    return str(uuid5(_NAMESPACE, f"{baby.id} {as_utc(entry.start).isoformat()}"))


def _as_told(made: SessionRecord, row: Mapping[str, str]) -> SessionRecord:
    """A session that another computer played, as far as a table tells of it."""
    told = ("ended", "kind", "seconds", "target_minutes")
    ending, kind, seconds, target = (row.get(name, "").strip() for name in told)
    active = cells.seconds(float(int(seconds))) if seconds else made.active_seconds
    end = made.started_at + timedelta(seconds=active)
    return replace(
        made,
        kind=cells.choice(Kind, kind) if kind else made.kind,
        ending=cells.choice(Ending, ending) if ending else made.ending,
        active_seconds=active,
        target_minutes=cells.whole(int(target), 0, cells.DAY_MINUTES) if target else made.target_minutes,
        planned_seconds=max(active, 60.0 * int(target)) if target else made.planned_seconds,
        last_seen_at=end,
        ended_at=end,
        by_hand=row.get("by_hand", "1").strip() != "0",
    )


def _baby_of(row: Mapping[str, str], here: Here) -> Baby:
    babies = [kept.what for kept in here.archive.babies if kept.stamp.deleted_at is None]
    ident, name = row.get("baby_id", "").strip(), table.as_meant(row.get("baby", "")).strip()
    found = [baby for baby in babies if baby.id == ident] or [
        baby for baby in babies if name and baby.name.strip().casefold() == name.casefold()
    ]
    if found:
        return found[0]
    if name and len(babies) > 1:
        raise _Problem(Trouble.WHOSE, name)
    return here.baby


def _entry(row: Mapping[str, str], here: Here, known: SessionRecord | None) -> Entry:
    wall = table.moment_of(row.get("date", ""), row.get("start", ""))
    offset = row.get("utc_offset_minutes", "").strip()
    if known is not None:
        offset = offset or str(known.utc_offset_minutes)
    start = wall.replace(tzinfo=_zone(offset)) if offset else here.as_local(wall)
    how = row.get("how", "").strip()
    return Entry(
        start,
        int(row.get("minutes", "").strip()),
        row.get("routine", "").strip() or "everyday",
        cells.choice(Mood, how) if how else Mood.NOT_SAID,
        cells.text(table.as_meant(row.get("note", ""))),
    )


def _zone(offset: str) -> timezone:
    return timezone(timedelta(minutes=cells.whole(int(offset), 1 - cells.DAY_MINUTES, cells.DAY_MINUTES - 1)))


def _refuse(entry: Entry, session: SessionRecord, days: _Days, here: Here, told: Collection[str]) -> None:
    """Hold a row to the rule for what is written by hand; `told` are routines that a session had somewhere."""
    babies = {kept.what.id: kept.what for kept in here.archive.babies}
    near = days.near(session.baby_id, entry.start, session.id)
    slipped = slip_of(entry, babies[session.baby_id], near, {*here.routines, *told}, here.now)
    if slipped is not None:
        other = "" if slipped.other is None else slipped.other.local_start.isoformat()
        raise _Problem(Trouble(slipped.slip.value), other)
