"""Sharing a log between computers, in words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject

from babymassage_gui.core.change_lines import Found
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.merge import Merged
from babymassage_gui.core.share_state import Left, Seen, ShareState
from babymassage_gui.gui.data_words import DataWords
from babymassage_gui.gui.text import Words, fill

# So many devices and files are named; the rest is counted or passed over.
_NAMED = 6


class SharingWords(QObject):
    """The sentences about the folder."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._data = Words(self), DataWords(self)

    def off(self) -> str:
        """What it is, before it is chosen."""
        return self.tr(
            "Off. Two computers can keep one log through a folder that Syncthing, Nextcloud or another program carries"
            " between them. This program itself sends nothing."
        )

    def asked(self, folder: Path, merged: Merged) -> list[str]:
        """What sharing through a folder would do."""
        comes = self._data.comes(merged)
        lines = [fill(self.tr("Share through %1?"), folder.name or str(folder)), *comes]
        if not comes:
            lines.append(self.tr("Nothing comes from it yet."))
        if merged.babies.changes:
            lines.append(self.tr("A baby of the same name and birth date is the same one. Twins need two names."))
        return [
            *lines,
            self.tr("Babies, massages, answers and feeds go there, with their notes. Settings and backups stay here."),
            self.tr("Whoever can open the folder can read them."),
        ]

    def stands(self, state: ShareState) -> list[str]:
        """When it was read and written, and what the last try met."""
        if state.trouble:
            lines = [self.trouble(state.trouble)]
        elif state.read_at is None:
            lines = [self.tr("Not read yet.")]
        else:
            lines = []
        if state.read_at is not None:
            lines.append(fill(self.tr("Last read: %1."), self._when(state.read_at)))
        if state.written_at is not None:
            lines.append(fill(self.tr("Last written: %1."), self._when(state.written_at)))
        return lines

    def devices(self, state: ShareState) -> list[str]:
        """A line for each computer that writes there, and for each file that is left alone."""
        return [self._device(one) for one in state.seen[:_NAMED]] + [self._left(one) for one in state.left[:_NAMED]]

    def _device(self, one: Seen) -> str:
        name = one.name or self.tr("A computer without a name")
        if one.own:
            return fill(self.tr("%1, this computer"), name)
        if one.wrote_at is None:
            return fill(self.tr("%1 wrote nothing yet"), name)
        return fill(self.tr("%1 last wrote on %2", "computer, day and hour"), name, self._when(one.wrote_at))

    def _left(self, one: Left) -> str:
        if one.found is Found.NEWER:
            return fill(self.tr("%1 is of a newer version. Please update this program."), one.name)
        if one.found is Found.OURS:
            return fill(self.tr("%1 has lines that cannot be read; the others are here."), one.name)
        return fill(self.tr("%1 is no file of ours and is left alone."), one.name)

    def _when(self, moment: datetime) -> str:
        local = QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
        return QLocale().toString(local, self.tr("d MMMM, HH:mm", "a day and an hour"))

    def trouble(self, fault: str) -> str:
        """What the last try met, calmly; it is tried again by itself."""
        if fault == Fault.SHARE_UNREACHED.value:
            return self.tr("The folder is not there now. Nothing is lost; it is tried again.")
        return self.tr("The folder cannot be written now. Nothing is lost; it is tried again.")

    def refused(self, fault: Expected) -> str:
        """Why a folder cannot be chosen; empty for other faults."""
        if fault.fault is Fault.SHARE_REFUSED:
            return self.tr("This program's own files are in there. Please choose another folder.")
        if fault.fault is Fault.SHARE_UNREACHED:
            return self.tr("This folder cannot be opened. Please choose another one.")
        return ""

    def came(self, merged: Merged) -> str:
        """After news from another computer."""
        number = merged.sessions.changes
        if number:
            return self.tr("%n massage(s) came from another computer.", "", number)
        return self.tr("News came from another computer.")

    def up_to_date(self) -> str:
        """After a look that brought nothing."""
        return self.tr("Up to date.")

    def stopped(self) -> str:
        """Sharing was stopped."""
        return self.tr("Stopped. What is in the folder stays there, and what came from it stays here.")
