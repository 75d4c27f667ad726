"""Taking everything along in a file, and reading files in: first what one would do, then, if it is wanted, doing it.

What a format needs is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from babymassage_gui.core.brought import Brought, Refusal, Source
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.exchange import Archive
from babymassage_gui.core.history import as_utc
from babymassage_gui.core.merge import Merged
from babymassage_gui.core.ports import ArchiveStore, Clock
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.settings_codec import family_values, with_family
from babymassage_gui.services.no_garbage import no_garbage

# What no family writes in a lifetime, and a computer can still hold.
MOST_BYTES = 512 * 1024 * 1024


class Format(StrEnum):
    """What can be written."""

    JSON = "json"
    CSV = "csv"
    ICS = "ics"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do here. `settings` are those to be put in force with it, None to leave the family's alone."""

    brought: Brought
    merged: Merged
    settings: Settings | None = None


class Exchange:
    """One family's way out and in. `as_local` sets a wall's hour into the family's time zone.

    Raises:
        Expected: the log could not be read or written, nothing is lost; IMPORT_REFUSED with the reason.
    """

    def __init__(
        self, catalogue: Catalogue, store: ArchiveStore, clock: Clock, as_local: Callable[[datetime], datetime]
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._clock = clock
        self._as_local = as_local

    @no_garbage()
    def export(self, form: Format, settings: Settings, program: str) -> str:
        """Everything as the text of a file; `program` is this program's version."""
        archive, now = self._store.archive(), as_utc(self._clock.local_time())
        if form is Format.JSON:
            from babymassage_gui.services import json_file

            return json_file.write(replace(archive, settings=family_values(settings)), now, program)
        if form is Format.CSV:
            from babymassage_gui.services import csv_file

            return csv_file.write(archive)
        from babymassage_gui.services import calendar_file

        return calendar_file.write(archive, now, self._title)

    @no_garbage()
    def look(self, data: bytes, baby: Baby | None, settings: Settings) -> Preview:
        """What the bytes of a file would do here; `baby` is the one whose turn it is. Nothing is written."""
        if len(data) > MOST_BYTES:
            raise Expected(Fault.IMPORT_REFUSED, refusal=Refusal.TOO_BIG.value)
        brought = self._read(data, baby)
        merged = self._store.merge(brought.archive, dry_run=True)
        return Preview(brought, merged, _settings(brought.archive, baby, settings))

    @no_garbage()
    def take_in(self, preview: Preview) -> Merged:
        """Do it: all of it or nothing. What gives way is kept among the versions of its session."""
        return self._store.merge(preview.brought.archive, dry_run=False)

    def _read(self, data: bytes, baby: Baby | None) -> Brought:
        from babymassage_gui.services import baby_buddy, csv_file, json_file, table

        text = table.text_of(data)
        now = self._clock.local_time()
        if text.lstrip()[:1] == "{":
            return json_file.read(text, as_utc(now))
        head, delimiter = table.head_of(text)
        source = Source.CSV if head >= csv_file.NEEDED else baby_buddy.source_of(head)
        if source is None:
            raise Expected(Fault.IMPORT_REFUSED, refusal=Refusal.UNKNOWN.value)
        if baby is None:
            raise Expected(Fault.IMPORT_REFUSED, refusal=Refusal.NO_BABY.value)
        routines = {routine.id for routine in self._catalogue.routines.values() if routine.with_baby}
        here = csv_file.Here(self._store.archive(), baby, routines, now, self._as_local)
        if source is Source.CSV:
            return csv_file.read(text, delimiter, here)
        return baby_buddy.read(text, delimiter, source, here)

    def _title(self, routine_id: str) -> str:
        routine = self._catalogue.routines.get(routine_id)
        return routine_id if routine is None else routine.title


def _settings(archive: Archive, baby: Baby | None, settings: Settings) -> Settings | None:
    """The family's settings come along only to where no baby was told of yet: nothing is there to overrule."""
    if baby is not None or not archive.settings:
        return None
    brought = with_family(settings, archive.settings)
    return None if brought == settings else brought
