"""Everything in the log as one value, and what another archive brings taken in. Called inside one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from babymassage_gui.core.cells import SOON, of_moment, to_moment
from babymassage_gui.core.exchange import Archive, KeptBaby, KeptSaid, KeptSession, Stamp, Version
from babymassage_gui.core.merge import (
    Fate,
    Merged,
    Tally,
    fate_of,
    gave_way,
    new_versions,
    newest,
    past_of_baby,
    under_our_names,
)
from babymassage_gui.storage import rows, statements, versions

if TYPE_CHECKING:
    from babymassage_gui.storage.reading import LogReader

_Kept = TypeVar("_Kept", KeptBaby, KeptSession, KeptSaid)
_Weighed = list[tuple[_Kept, Fate]]


def read(log: LogReader) -> Archive:
    """Everything that makes sense."""
    babies = tuple(baby for _, baby in log.checked("baby", statements.KEPT_BABIES, _baby))
    known = {baby.what.id for baby in babies}
    return Archive(
        babies,
        tuple(session for session in log.kept_sessions() if session.what.baby_id in known),
        tuple(said for _, said in log.checked("said", statements.KEPT_SAYINGS, _said) if said.what.baby_id in known),
        versions.all_versions(log),
    )


def stamp_of(updated_at: object, deleted_at: object) -> Stamp:
    """The times of a row. ValueError if they make no sense."""
    return Stamp(to_moment(updated_at), None if deleted_at is None else to_moment(deleted_at))


def weigh(log: LogReader, brought: Archive, *, by_name: bool) -> Merged:
    """What would be taken in."""
    ours = read(log)
    theirs = _known_only(_named(brought, ours, by_name=by_name), ours)
    return _merged(ours, theirs, brought, _past(ours, theirs))


def take_in(log: LogReader, brought: Archive, *, by_name: bool) -> Merged:
    """Take in what is new or newer; what gives way is kept among the versions."""
    ours = read(log)
    theirs = _known_only(_named(brought, ours, by_name=by_name), ours)
    past = _past(ours, theirs)
    merged = _merged(ours, theirs, brought, past)
    for baby in _changing(ours.babies, theirs.babies):
        log.connection.execute(statements.SAVE_BABY, rows.of_baby(baby.what, baby.stamp.updated_at))
        deleted = None if baby.stamp.deleted_at is None else of_moment(baby.stamp.deleted_at)
        log.connection.execute(statements.MARK_BABY, (deleted, baby.what.id))
    before = {kept.what.id for kept in ours.sessions}
    sessions = list(_changing(ours.sessions, theirs.sessions))
    _add_new(log, [session for session in sessions if session.what.id not in before])
    # The newest last, as they were kept.
    for version in reversed(past):
        versions.keep(log, version)
    for session in sessions:
        if session.what.id in before:
            _replace(log, session)
    said_before = {kept.what.id for kept in ours.said}
    for said in _changing(ours.said, theirs.said):
        _take_said(log, said, said.what.id in said_before)
    return merged


def unite(log: LogReader, ids: Mapping[str, str]) -> None:
    """Put what is told of some babies under the ids of others; the newer profile stays, the other is marked."""
    ours = read(log)
    babies = {baby.what.id: baby for baby in ours.babies}
    for goes, stays in ids.items():
        log.connection.execute(statements.TO_BABY["session"], (stays, goes))
        log.connection.execute(statements.TO_BABY["said"], (stays, goes))
        one, other = babies[stays], babies[goes]
        holds = one if fate_of(one, replace(other, what=replace(other.what, id=stays))) is Fate.OLDER else other
        # Newer than both: on no device the mark of the one that goes may be taken for the other's.
        at = max(one.stamp.updated_at, other.stamp.updated_at) + SOON
        babies[stays] = KeptBaby(replace(holds.what, id=stays), Stamp(at))
        log.connection.execute(statements.SAVE_BABY, rows.of_baby(babies[stays].what, at))
        log.connection.execute(statements.MARK_BABY, (of_moment(other.stamp.updated_at), goes))
    for version in ours.past:
        if version.was.what.baby_id in ids:
            log.connection.execute(statements.FORGET_VERSION, (version.id,))
            versions.keep(log, past_of_baby(version, ids))


def _named(brought: Archive, ours: Archive, *, by_name: bool) -> Archive:
    return under_our_names(brought, ours.babies) if by_name else brought


def _past(ours: Archive, theirs: Archive) -> tuple[Version, ...]:
    """The versions that are to be kept: those that are brought, and what gives way now, here or there."""
    touched = {kept.what.id for kept in theirs.sessions}
    here = (kept for kept in ours.sessions if kept.what.id in touched)
    _, lost = newest((*here, *theirs.sessions))
    return new_versions(ours.past, (*theirs.past, *gave_way(lost)))


def _add_new(log: LogReader, sessions: Iterable[KeptSession]) -> None:
    for session in sessions:
        log.connection.execute(statements.ADD_SESSION, rows.of_session(session.what, session.stamp.updated_at))
        if session.stamp.deleted_at is not None:
            versions.put(log, session)


def _replace(log: LogReader, session: KeptSession) -> None:
    # Of one that was cut off here and ended elsewhere, the steps are in the version that was just kept.
    log.connection.execute(statements.EMPTY_JOURNAL, (session.what.id,))
    versions.put(log, session)


def _take_said(log: LogReader, said: KeptSaid, known: bool) -> None:
    """What was said is never changed, only taken back."""
    if not known:
        log.connection.execute(statements.SAY, rows.of_said(said.what, said.stamp.updated_at))
    deleted = None if said.stamp.deleted_at is None else of_moment(said.stamp.deleted_at)
    log.connection.execute(statements.MARK_SAYING, (deleted, of_moment(said.stamp.updated_at), said.what.id))


def _known_only(brought: Archive, ours: Archive) -> Archive:
    """Without what belongs to nobody, and without sessions that run: they go on where they run."""
    known = {baby.what.id for baby in (*ours.babies, *brought.babies)}
    sessions = tuple(s for s in brought.sessions if s.what.baby_id in known and s.what.ending is not None)
    theirs = {kept.what.id for kept in (*ours.sessions, *sessions)}
    return replace(
        brought,
        sessions=sessions,
        said=tuple(said for said in brought.said if said.what.baby_id in known),
        past=tuple(version for version in brought.past if version.was.what.id in theirs),
    )


def _merged(ours: Archive, theirs: Archive, brought: Archive, past: Sequence[Version]) -> Merged:
    return Merged(
        _tally(ours.babies, theirs.babies),
        _tally(ours.sessions, theirs.sessions),
        _tally(ours.said, theirs.said),
        len(past),
        len(brought.sessions) - len(theirs.sessions) + len(brought.said) - len(theirs.said),
    )


def _tally(ours: Sequence[_Kept], theirs: Sequence[_Kept]) -> Tally:
    return Tally(dict(Counter(fate for _, fate in _weigh(ours, theirs))))


def _changing(ours: Sequence[_Kept], theirs: Sequence[_Kept]) -> Iterable[_Kept]:
    return (kept for kept, fate in _weigh(ours, theirs) if fate in (Fate.NEW, Fate.NEWER))


def _weigh(ours: Sequence[_Kept], theirs: Sequence[_Kept]) -> _Weighed[_Kept]:
    """Each thing that is brought with its fate; of two with one id only the newest is weighed."""
    here = {kept.what.id: kept for kept in ours}
    holds, _ = newest(theirs)
    return [(kept, fate_of(here.get(ident), kept)) for ident, kept in holds.items()]


def _baby(row: Sequence[object]) -> KeptBaby:
    *cells, deleted_at = row
    return KeptBaby(rows.to_baby(cells), stamp_of(cells[-1], deleted_at))


def _said(row: Sequence[object]) -> KeptSaid:
    *cells, deleted_at = row
    return KeptSaid(rows.to_said(cells), stamp_of(cells[-1], deleted_at))
