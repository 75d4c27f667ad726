"""Two devices and more, each with a file of its own in one folder: what all of them hold together, and what to add.

Nothing here depends on an order: `joined` is commutative, associative and idempotent, so it makes no difference which
file comes first, twice or late. No clock is asked; what is newer stands in the rows (`core/merge.py`).

A baby that was told of on two devices has two ids. That they are one is found once, by name and day of birth, and then
shared as a fact of its own (`same`): a name that is corrected later changes nothing in it. Together the smallest id of
such a baby is used; a device's own log keeps the ids that it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import TypeVar

from babymassage_gui.core.cells import SOON
from babymassage_gui.core.exchange import Archive, KeptBaby, KeptSaid, KeptSession, version_of
from babymassage_gui.core.merge import (
    Fate,
    fate_of,
    gave_way,
    new_versions,
    newest,
    of_baby,
    past_of_baby,
    said_of_baby,
    same_babies,
    versions_by_id,
)

Pair = tuple[str, str]
_What = TypeVar("_What")
_Kept = TypeVar("_Kept", KeptBaby, KeptSession, KeptSaid)
_LEAST_LINES = 100


@dataclass(frozen=True, slots=True)
class Shared:
    """What one file or several hold: rows, and which ids stand for one baby (pairs, the smaller first)."""

    archive: Archive = field(default_factory=Archive)
    same: frozenset[Pair] = frozenset()

    @property
    def rows(self) -> int:
        """How many lines it takes."""
        several = self.archive
        return len(several.babies) + len(several.sessions) + len(several.said) + len(several.past) + len(self.same)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a device is to do: `take` into its log, in its own names; `add` to its own file. `unite` are babies that its
    log has twice, for they were called otherwise when they came: the id that stays, for each that goes. `same` is to be
    remembered.
    """

    take: Archive
    add: Shared
    unite: Mapping[str, str] = field(default_factory=dict)
    same: frozenset[Pair] = frozenset()


def joined(*several: Shared) -> Shared:
    """Everything that several hold, each thing once: the version that holds, and what gave way among the past."""
    same = frozenset(chain.from_iterable(one.same for one in several))
    ids = smallest_ids(same)
    archives = [_in_names(one.archive, ids) for one in several]
    babies, _ = newest(chain.from_iterable(archive.babies for archive in archives))
    sessions, lost = newest(chain.from_iterable(archive.sessions for archive in archives))
    said, _ = newest(chain.from_iterable(archive.said for archive in archives))
    past = versions_by_id(chain(chain.from_iterable(archive.past for archive in archives), gave_way(lost)))
    return Shared(Archive(_sorted(babies), _sorted(sessions), _sorted(said), _sorted(past)), same)


def settle(ours: Archive, files: Iterable[Shared], remembered: frozenset[Pair] = frozenset()) -> Settled:
    """Hold what this device's log has against all files of the folder, its own among them. `remembered` are the babies
    that were one before: the file that said so may be lost.
    """
    theirs = joined(*files)
    here = joined(Shared(_over(ours), theirs.same | remembered))
    own = {baby.what.id for baby in ours.babies if baby.stamp.deleted_at is None}
    found = _found(here.archive.babies, theirs.archive.babies)
    known = joined(theirs, Shared(same=found | remembered))
    everything = _with_due(joined(here, known), (*here.archive.babies, *theirs.archive.babies), found)
    add = replace(beyond(everything, known), same=everything.same - theirs.same)
    smallest = smallest_ids(everything.same)
    first = _first_ids(ours.babies, smallest)
    twice = {ident: first[low] for ident, low in smallest.items() if first.get(low, ident) != ident and ident in own}
    take = beyond(Shared(_in_names(everything.archive, first)), Shared(_in_names(ours, twice))).archive
    return Settled(take, add, twice, everything.same)


def beyond(much: Shared, less: Shared) -> Shared:
    """What the one holds and the other does not, or not so new."""
    more, there = much.archive, less.archive
    return Shared(
        Archive(
            _newer(more.babies, there.babies),
            _newer(more.sessions, there.sessions),
            _newer(more.said, there.said),
            new_versions(there.past, more.past),
        ),
        much.same - less.same,
    )


def _sorted(found: Mapping[str, _What]) -> tuple[_What, ...]:
    return tuple(found[ident] for ident in sorted(found))


def worth_folding(lines: int, needed: int) -> bool:
    """Whether a file has so many lines that say nothing any more that it is written anew."""
    return lines > max(_LEAST_LINES, 2 * needed)


def smallest_ids(same: Iterable[Pair]) -> dict[str, str]:
    """For each id but the smallest of a baby, the smallest."""
    smallest: dict[str, str] = {}

    def find(ident: str) -> str:
        while ident in smallest:
            ident = smallest[ident]
        return ident

    for one, other in sorted(same):
        low, high = sorted((find(one), find(other)))
        if low != high:
            smallest[high] = low
    return {ident: find(ident) for ident in smallest}


def _newer(more: Iterable[_Kept], there: Iterable[_Kept]) -> tuple[_Kept, ...]:
    here = {kept.what.id: kept for kept in there}
    return tuple(kept for kept in more if fate_of(here.get(kept.what.id), kept) in (Fate.NEW, Fate.NEWER))


def _in_names(archive: Archive, ids: Mapping[str, str]) -> Archive:
    """The archive with other ids for some babies, their profiles too."""
    if not ids:
        return archive
    return Archive(
        tuple(_baby_in(baby, ids) for baby in archive.babies),
        tuple(of_baby(session, ids) for session in archive.sessions),
        tuple(said_of_baby(said, ids) for said in archive.said),
        tuple(past_of_baby(version, ids) for version in archive.past),
    )


def _baby_in(kept: KeptBaby, ids: Mapping[str, str]) -> KeptBaby:
    return replace(kept, what=replace(kept.what, id=ids.get(kept.what.id, kept.what.id)))


def _over(ours: Archive) -> Archive:
    """Without what still runs: it goes on where it runs. The id of each version follows from its text, as in a file."""
    return Archive(
        ours.babies,
        tuple(session for session in ours.sessions if session.what.ending is not None),
        ours.said,
        tuple(version_of(one.was, one.why, one.at) for one in ours.past),
    )


def _found(here: Iterable[KeptBaby], there: Iterable[KeptBaby]) -> frozenset[Pair]:
    """The babies that turn out to be one, whoever told of them."""
    alive = [tuple(baby for baby in side if baby.stamp.deleted_at is None) for side in (here, there)]
    holds, _ = newest((*alive[0], *alive[1]))
    several = tuple(holds.values())
    same = same_babies(alive[1], alive[0])
    for baby in several:
        if baby.what.name.strip():
            same |= same_babies([one for one in several if one is not baby], [baby])
    return frozenset((min(pair), max(pair)) for pair in same.items())


def _with_due(shared: Shared, told: Iterable[KeptBaby], found: Iterable[Pair]) -> Shared:
    """Of babies that were just found to be one the newer profile holds. But a due date that only the other one has is
    kept, of two the later: without it a baby that came early would be taken for an older one.
    """
    ids = smallest_ids(shared.same)
    new = {ids.get(ident, ident) for pair in found for ident in pair}
    dues: dict[str, date] = {}
    for baby in told:
        ident = ids.get(baby.what.id, baby.what.id)
        if ident in new and baby.what.due is not None:
            dues[ident] = max(baby.what.due, dues.get(ident, baby.what.due))
    babies = tuple(_due(baby, dues.get(baby.what.id)) for baby in shared.archive.babies)
    return replace(shared, archive=replace(shared.archive, babies=babies))


def _due(kept: KeptBaby, due: date | None) -> KeptBaby:
    if due is None or kept.what.due == due:
        return kept
    return KeptBaby(replace(kept.what, due=due), replace(kept.stamp, updated_at=kept.stamp.updated_at + SOON))


def _first_ids(babies: Iterable[KeptBaby], smallest: Mapping[str, str]) -> dict[str, str]:
    """The id that this device's log has for a baby, or keeps if it has two, for the one that all devices use."""
    first: dict[str, str] = {}
    for ident in sorted(baby.what.id for baby in babies if baby.stamp.deleted_at is None):
        first.setdefault(smallest.get(ident, ident), ident)
    return first
