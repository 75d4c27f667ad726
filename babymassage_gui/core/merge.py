"""Which of two versions holds, and what an import comes to. No row is touched here.

The newer one holds, by the time at which it was last changed; of two with the same time the one whose text sorts
later, so that every device decides alike whichever it sees first. Deletion has no right of its own: it is a change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from babymassage_gui.core.exchange import Archive, KeptBaby, KeptSaid, KeptSession


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


def under_our_names(brought: Archive, ours: tuple[KeptBaby, ...]) -> Archive:
    """The archive with our ids for the babies that are ours: told of here and there, they have two ids.

    The same are a baby of the same name and day of birth, whatever the letters' size; twins have two names.
    """
    known = {baby.what.id for baby in ours}
    by_name = {_name(baby): baby.what.id for baby in reversed(ours)}
    ids = {
        baby.what.id: by_name[_name(baby)]
        for baby in brought.babies
        if baby.what.id not in known and _name(baby) in by_name
    }
    if not ids:
        return brought
    return replace(
        brought,
        babies=tuple(baby for baby in brought.babies if baby.what.id not in ids),
        sessions=tuple(_of_baby(session, ids) for session in brought.sessions),
        said=tuple(_said_of_baby(said, ids) for said in brought.said),
        past=tuple(replace(version, was=_of_baby(version.was, ids)) for version in brought.past),
    )


def _name(baby: KeptBaby) -> tuple[str, object]:
    return baby.what.name.strip().casefold(), baby.what.born


def _of_baby(kept: KeptSession, ids: Mapping[str, str]) -> KeptSession:
    return replace(kept, what=replace(kept.what, baby_id=ids.get(kept.what.baby_id, kept.what.baby_id)))


def _said_of_baby(kept: KeptSaid, ids: Mapping[str, str]) -> KeptSaid:
    return replace(kept, what=replace(kept.what, baby_id=ids.get(kept.what.baby_id, kept.what.baby_id)))
