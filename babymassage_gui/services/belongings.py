"""What belongs to the family, in its own hands: taking it along, reading it in, going back to a backup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from babymassage_gui.core.backups import BackupFacts
from babymassage_gui.core.merge import Merged
from babymassage_gui.core.ports import BackupStore
from babymassage_gui.services.exchange import Exchange, Format, Preview
from babymassage_gui.services.household import Household
from babymassage_gui.services.sharing import Sharing


class WriteFile(Protocol):
    """Writes a file whole or not at all (Expected: EXPORT_NOT_WRITTEN)."""

    def __call__(self, path: Path, text: str, *, over: bool) -> None:
        """`over` another file only where the parent said so."""


@dataclass(frozen=True, slots=True)
class Files:
    """How files that a parent names are written and read."""

    write: WriteFile
    read: Callable[[Path], bytes]


class Belongings:
    """One family's data. `program` is this program's version.

    Raises:
        Expected: a file or the log could not be read or written, or the file is refused; nothing was changed.
        ValueError: a session is running.
    """

    def __init__(
        self,
        household: Household,
        exchange: Exchange,
        shelf: BackupStore | None,
        files: Files,
        program: str,
        sharing: Sharing | None = None,
    ) -> None:
        self._household = household
        self._exchange = exchange
        self._shelf = shelf
        self._files = files
        self._program = program
        self.sharing = sharing

    def export(self, form: Format, path: Path, *, over: bool = False) -> None:
        """Write everything to a file."""
        self._files.write(path, self._exchange.export(form, self._household.settings, self._program), over=over)

    def look(self, path: Path) -> Preview:
        """What a file would do here; nothing is changed."""
        return self._exchange.look(self._files.read(path), self._household.baby, self._household.settings)

    def take_in(self, preview: Preview) -> Merged:
        """Do it, all of it or nothing; then the family's settings, where they came along."""
        self._refuse_in_session()
        merged = self._exchange.take_in(preview)
        if preview.settings is not None:
            self._household.change(preview.settings)
        return merged

    def backups(self) -> tuple[BackupFacts, ...]:
        """What can be gone back to, the newest first."""
        return () if self._shelf is None else self._shelf.backups()

    def restore(self, taken_at: datetime) -> Path:
        """Go back to a backup; the log as it was until now is a backup, too. Every standing question is asked again.

        A folder that is shared would bring back at once what was gone back behind, so sharing ends.
        LookupError where the log was opened only to read.
        """
        self._refuse_in_session()
        if self._shelf is None:
            raise LookupError("the log is only read here")
        if self.sharing is not None and self.sharing.state is not None:
            self.sharing.stop()
        kept = self._shelf.restore(taken_at)
        self._household.answers.say_log_was_restored()
        return kept

    def _refuse_in_session(self) -> None:
        if self._household.runner.running:
            raise ValueError("refused: a session is running")
