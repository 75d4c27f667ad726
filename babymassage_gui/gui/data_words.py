"""What a file would do and what a backup holds, in words."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QObject

from babymassage_gui.core.backups import BackupFacts
from babymassage_gui.core.brought import BadRow, Refusal, Source, Trouble
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.merge import Fate, Merged
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.services.exchange import Preview

# So many bad rows are named by their number; the rest is counted.
_NAMED = 5


class DataWords(QObject):
    """The sentences about a family's data."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = Words(self)

    def backup(self, facts: BackupFacts) -> tuple[str, str]:
        """When a backup was made, on this computer's clock, and what it holds."""
        local = QDateTime.fromSecsSinceEpoch(round(facts.taken_at.timestamp()))
        when = QLocale().toString(local, self.tr("d MMMM yyyy, HH:mm"))
        massages = self.tr("%n massage(s)", "", facts.massages)
        return when, fill(self.tr("%1, %2"), massages, self._words.minutes(round(facts.minutes)))

    def going_back(self, facts: BackupFacts) -> list[str]:
        """What going back to a backup would do."""
        when, holds = self.backup(facts)
        return [
            fill(self.tr("Go back to %1?"), when),
            fill(self.tr("It holds %1. What is here now becomes a backup first."), holds),
        ]

    def does_something(self, preview: Preview) -> bool:
        """Whether reading the file in changes anything."""
        return preview.merged.changes > 0 or preview.settings is not None

    def preview(self, name: str, preview: Preview) -> list[str]:
        """What a file would do: what it is, what comes, what stays, what cannot be read."""
        lines = [
            fill(self._kind(preview.brought.source), name),
            *self.comes(preview.merged),
            *self._stays(preview.merged),
        ]
        if preview.settings is not None:
            lines.append(self.tr("The family's settings come along."))
        if not self.does_something(preview):
            lines.append(self.tr("There is nothing new in it."))
        return lines + self._bad(preview.brought.bad)

    def _kind(self, source: Source) -> str:
        return {
            Source.JSON: self.tr("%1: everything of a family"),
            Source.CSV: self.tr("%1: a table of sessions"),
            Source.FEEDS: self.tr("%1: feeds from Baby Buddy"),
            Source.TUMMY_TIMES: self.tr("%1: tummy times from Baby Buddy"),
        }[source]

    def comes(self, merged: Merged) -> list[str]:
        """What would be added and corrected."""
        new, newer = Fate.NEW, Fate.NEWER
        counted = (
            (merged.babies.number(new), self.tr("%n baby(s) will be added.", "", merged.babies.number(new))),
            (merged.sessions.number(new), self.tr("%n session(s) will be added.", "", merged.sessions.number(new))),
            (
                merged.sessions.number(newer),
                self.tr("%n session(s) will be corrected; how they were is kept.", "", merged.sessions.number(newer)),
            ),
            (merged.said.number(new), self.tr("%n answer(s) and feed(s) will be added.", "", merged.said.number(new))),
        )
        return [line for number, line in counted if number]

    def _stays(self, merged: Merged) -> list[str]:
        older = merged.sessions.number(Fate.OLDER)
        same = merged.sessions.number(Fate.SAME) + merged.said.number(Fate.SAME)
        lines = []
        if same:
            lines.append(self.tr("%n entry(s) are here already.", "", same))
        if older:
            lines.append(self.tr("%n session(s) are newer here and stay.", "", older))
        if merged.left_out:
            lines.append(
                self.tr("%n entry(s) still run elsewhere or are of no baby; they are left out.", "", merged.left_out)
            )
        return lines

    def _bad(self, bad: tuple[BadRow, ...]) -> list[str]:
        lines = [
            fill(self.tr("Row %1 is left out: %2"), row.number, self._trouble(row.trouble)) for row in bad[:_NAMED]
        ]
        more = len(bad) - _NAMED
        return [*lines, self.tr("And %n more row(s) that cannot be read.", "", more)] if more > 0 else lines

    def _trouble(self, trouble: Trouble) -> str:
        return {
            Trouble.TOO_SHORT: self.tr("shorter than a minute"),
            Trouble.TOO_LONG: self.tr("longer than an hour"),
            Trouble.IN_FUTURE: self.tr("this time has not come yet"),
            Trouble.NOT_OVER: self.tr("it would not be over yet"),
            Trouble.BEFORE_BIRTH: self.tr("that is before the birth"),
            Trouble.OVERLAPS: self.tr("there is a session then already"),
            Trouble.UNKNOWN_ROUTINE: self.tr("a massage that is not known here"),
            Trouble.NOTE_TOO_LONG: self.tr("the note is too long"),
            Trouble.NONSENSE: self.tr("cannot be read"),
            Trouble.WHOSE: self.tr("it is not clear whose it is"),
            Trouble.END_BEFORE_START: self.tr("it ends before it begins"),
        }[trouble]

    def written(self, name: str) -> str:
        """After an export."""
        return fill(self.tr("Saved as %1."), name)

    def read_in(self) -> str:
        """After reading a file in."""
        return self.tr("Read in. Welcome.")

    def gone_back(self) -> str:
        """After going back to a backup."""
        return self.tr("Back again. What was here before is a backup now.")

    def refused(self, fault: Expected) -> str:
        """Why a file is refused; empty for other faults."""
        if fault.fault is not Fault.IMPORT_REFUSED:
            return ""
        return {
            Refusal.UNKNOWN.value: self.tr("This is no file that can be read in."),
            Refusal.NEWER.value: self.tr("A newer version wrote this file. Please update this program."),
            Refusal.TOO_BIG.value: self.tr("This file is too big to be one of ours."),
            Refusal.NO_BABY.value: self.tr("Please tell about your baby first."),
        }.get(fault.details.get("refusal", ""), self.tr("This is no file that can be read in."))
