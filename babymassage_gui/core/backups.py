"""Which backups of the log stay, and what opening the log came to. No file is touched here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from babymassage_gui.core.errors import Expected

# All of two days, then daily for a fortnight, then weekly for three months (13 weeks), monthly after.
KEEP_ALL = timedelta(days=2)
KEEP_DAILY = KEEP_ALL + timedelta(days=14)
KEEP_WEEKLY = KEEP_DAILY + timedelta(weeks=13)


def kept_backups(taken: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The backups to keep of those taken at these instants (aware, UTC); the others may be removed.

    Of every day, week or month that counts, its last backup stays. One from the future (the computer's date was
    wrong once) stays too, but never counts as the newest.
    """
    past: dict[tuple[int, ...], datetime] = {}
    kept: set[datetime] = set()
    for moment in sorted(taken):
        if now - moment <= KEEP_ALL:
            kept.add(moment)
        else:
            past[_period(moment, now)] = moment
    kept.update(past.values())
    return frozenset(kept)


def newest_first(taken: Iterable[datetime], now: datetime) -> tuple[datetime, ...]:
    """The backups in the order in which to trust them: the newest first, those from the future last."""
    return tuple(sorted(taken, key=lambda moment: (moment <= now, moment), reverse=True))


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a backup holds, for a family to choose by: when it was made (UTC), its massages and their minutes."""

    taken_at: datetime
    massages: int
    minutes: float


def _period(moment: datetime, now: datetime) -> tuple[int, ...]:
    """The day, ISO week or month of which one backup stays; the first number keeps the three apart."""
    age = now - moment
    if age <= KEEP_DAILY:
        return (0, moment.toordinal())
    if age <= KEEP_WEEKLY:
        week = moment.isocalendar()
        return (1, week.year, week.week)
    return (2, moment.year, moment.month)


class OpenOutcome(StrEnum):
    """How the log was found. The last two must be shown to the family."""

    FRESH = "fresh"
    FINE = "fine"
    MIGRATED = "migrated"
    RESTORED = "restored"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class OpenReport:
    """What opening the log came to, in values that a sentence can be made of.

    `set_aside`: where the damaged file is now, None if there was none (or, restored, if the file was gone).
    `restored_from`, `restored_of`: the backup and its instant (UTC). `sessions_lost`: sessions of the damaged file
    that the backup lacks, None if the damaged file does not tell. `backup`: the backup made now, if one was due;
    `backup_fault`: why none could be made, which does not keep the log from being used.
    """

    outcome: OpenOutcome
    set_aside: Path | None = None
    restored_from: Path | None = None
    restored_of: datetime | None = None
    sessions_lost: int | None = None
    backup: Path | None = None
    backup_fault: Expected | None = None

    @property
    def must_be_shown(self) -> bool:
        """Whether the family has to hear of it."""
        return self.outcome in (OpenOutcome.RESTORED, OpenOutcome.QUARANTINED)
