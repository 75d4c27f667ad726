"""Which of two versions holds, and what an import comes to. No row is touched here.

The newer one holds, by the time at which it was last changed; of two with the same time the one whose text sorts
later, so that every device decides alike whichever it sees first. Deletion has no right of its own: it is a change.
A session that does not hold is kept among the versions, whichever side it was on, so that it makes no difference who
reads whom first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from babymassage_gui.core.exchange import Archive, KeptBaby, KeptSaid, KeptSession, Version, Why, version_of


class Fate(StrEnum):
    """What becomes of one thing that a file brings."""

    NEW = "new"
    NEWER = "newer"
    OLDER = "older"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things of a kind had which fate."""

    of: Mapping[Fate, int] = field(default_factory=lambda: MappingProxyType({}))

    def number(self, fate: Fate) -> int:
        """How many."""
        return self.of.get(fate, 0)

    @property
    def changes(self) -> int:
        """How many change anything here."""
        return self.number(Fate.NEW) + self.number(Fate.NEWER)


@dataclass(frozen=True, slots=True)
class Merged:
    """What was taken in, or would be. `left_out` are things of a baby that neither side
    knows, and sessions that still run elsewhere."""

    babies: Tally = field(default_factory=Tally)
    sessions: Tally = field(default_factory=Tally)
    said: Tally = field(default_factory=Tally)
    past: int = 0
    left_out: int = 0

    @property
    def changes(self) -> int:
        """How many things change."""
        return self.babies.changes + self.sessions.changes + self.said.changes + self.past


Kept = KeptBaby | KeptSession | KeptSaid
_Kept = TypeVar("_Kept", KeptBaby, KeptSession, KeptSaid)


def fate_of(ours: Kept | None, theirs: Kept) -> Fate:
    """Whether what is brought is to be taken in."""
    if ours is None:
        return Fate.NEW
    if ours == theirs:
        return Fate.SAME
    return Fate.NEWER if _order(theirs) > _order(ours) else Fate.OLDER


def _order(kept: Kept) -> tuple[object, ...]:
    stamp = kept.stamp
    return stamp.updated_at, stamp.deleted_at is not None, repr(kept)


def newest(several: Iterable[_Kept]) -> tuple[dict[str, _Kept], list[_Kept]]:
    """Of each id the one that holds, and those that do not."""
    holds: dict[str, _Kept] = {}
    lost: list[_Kept] = []
    for kept in several:
        before = holds.get(kept.what.id)
        fate = fate_of(before, kept)
        if before is not None and fate is not Fate.SAME:
            lost.append(before if fate is Fate.NEWER else kept)
        if fate in (Fate.NEW, Fate.NEWER):
            holds[kept.what.id] = kept
    return holds, lost


def gave_way(lost: Iterable[KeptSession]) -> list[Version]:
    """Sessions that another version took the place of in a merge. The time is their own, the same on every device."""
    return [version_of(kept, Why.IMPORTED, kept.stamp.updated_at) for kept in lost]


def versions_by_id(several: Iterable[Version]) -> dict[str, Version]:
    """Each version once. Of two reasons a family's own holds before that of a merge, then the earlier."""
    found: dict[str, Version] = {}
    for one in several:
        before = found.get(one.id)
        if before is None or _reason(one) < _reason(before):
            found[one.id] = one
    return found


def new_versions(ours: Iterable[Version], theirs: Iterable[Version]) -> tuple[Version, ...]:
    """Those of theirs that are not kept here, or not with so good a reason."""
    here = versions_by_id(ours)
    several = versions_by_id(theirs).values()
    return tuple(one for one in several if one.id not in here or _reason(one) < _reason(here[one.id]))


def _reason(version: Version) -> tuple[bool, object, str]:
    return version.why is Why.IMPORTED, version.at, version.why.value


def under_our_names(brought: Archive, ours: Iterable[KeptBaby]) -> Archive:
    """The archive with our ids for the babies that are ours: told of here and there, they have two ids."""
    return renamed(brought, same_babies(brought.babies, tuple(ours)))


def same_babies(theirs: Iterable[KeptBaby], ours: Iterable[KeptBaby]) -> dict[str, str]:
    """Our id for each of their ids that stands for a baby of ours.

    The same are babies of the same name and day of birth, whatever the letters' size: twins have two names. Twins that
    have none yet are told apart by nothing but their ids, so without a name the same are two only if each side knows
    just one such baby.
    """
    here, there = tuple(ours), tuple(theirs)
    known = {baby.what.id for baby in here}
    at_home, abroad = Counter(map(_name, here)), Counter(map(_name, there))
    by_name = {_name(baby): baby.what.id for baby in reversed(here)}
    return {
        baby.what.id: by_name[_name(baby)]
        for baby in there
        if baby.what.id not in known
        and _name(baby) in by_name
        and (_name(baby)[0] or at_home[_name(baby)] == abroad[_name(baby)] == 1)
    }


def renamed(archive: Archive, ids: Mapping[str, str]) -> Archive:
    """The archive with other ids for some babies. A profile whose id is another's gives way: that one has its own."""
    if not ids:
        return archive
    return replace(
        archive,
        babies=tuple(baby for baby in archive.babies if baby.what.id not in ids),
        sessions=tuple(of_baby(session, ids) for session in archive.sessions),
        said=tuple(said_of_baby(said, ids) for said in archive.said),
        past=tuple(past_of_baby(version, ids) for version in archive.past),
    )


def _name(baby: KeptBaby) -> tuple[str, date]:
    return baby.what.name.strip().casefold(), baby.what.born


def of_baby(kept: KeptSession, ids: Mapping[str, str]) -> KeptSession:
    """A session under another id of its baby; the same for what was said and for versions."""
    ident = ids.get(kept.what.baby_id)
    return kept if ident is None else replace(kept, what=replace(kept.what, baby_id=ident))


def said_of_baby(kept: KeptSaid, ids: Mapping[str, str]) -> KeptSaid:
    """See `of_baby`."""
    ident = ids.get(kept.what.baby_id)
    return kept if ident is None else replace(kept, what=replace(kept.what, baby_id=ident))


def past_of_baby(version: Version, ids: Mapping[str, str]) -> Version:
    """See `of_baby`; its id follows from its text."""
    if version.was.what.baby_id not in ids:
        return version
    return version_of(of_baby(version.was, ids), version.why, version.at)
