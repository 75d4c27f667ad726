"""Why a session cannot be written down so, and what was done, in words."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QTime

from babymassage_gui.core.by_hand import LONGEST_MINUTES, Slip, Slipped
from babymassage_gui.gui.text import fill


class EntryWords(QObject):
    """The sentences about sessions that are written by hand."""

    def slip(self, slipped: Slipped) -> str:
        """One sentence with the way out."""
        if slipped.other is not None:
            start = slipped.other.local_start
            hour = QLocale().toString(QTime(start.hour, start.minute), QLocale.FormatType.ShortFormat)
            return fill(self.tr("There is a session at %1 already. Choose another time."), hour)
        return {
            Slip.TOO_SHORT: self.tr("A session lasts a minute at least."),
            Slip.TOO_LONG: fill(self.tr("A session lasts %1 minutes at most."), LONGEST_MINUTES),
            Slip.IN_FUTURE: self.tr("This time has not come yet."),
            Slip.NOT_OVER: self.tr("This session would not be over yet."),
            Slip.BEFORE_BIRTH: self.tr("That is before the birth."),
            Slip.UNKNOWN_ROUTINE: self.tr("This massage is not known here. Choose another one."),
            Slip.NOTE_TOO_LONG: self.tr("The note is too long."),
        }.get(slipped.slip, self.tr("There is a session then already. Choose another time."))

    def added(self) -> str:
        """After writing one down."""
        return self.tr("Added.")

    def corrected(self) -> str:
        """After a correction."""
        return self.tr("Corrected.")

    def deleted(self) -> str:
        """After a deletion."""
        return self.tr("Deleted.")

    def undo(self) -> str:
        """The way back."""
        return self.tr("Undo")
