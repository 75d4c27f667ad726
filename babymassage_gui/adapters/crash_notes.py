"""Keeps a note of a bug in the log folder, and says at the next start that there is one. Nothing is ever sent.

What was only shown less well than meant is remarked there too, without a word at the next start.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

FILE_NAME = "crash-notes.txt"
SEEN_NAME = "crash-notes.seen"


class CrashNotes:
    """The notes of one log folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._seen = folder / SEEN_NAME

    @property
    def file(self) -> Path:
        """Where the notes are."""
        return self._file

    def add(self, text: str) -> None:
        """Write a traceback down with its time; a folder that cannot be written loses the note, nothing else."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as notes:
                notes.write(f"{datetime.now().astimezone().isoformat()}\n{text}\n")
        except OSError:
            return

    def remark(self, text: str) -> None:
        """Write down what ended nothing: the next start does not tell of it, but still of a bug noted before it."""
        told = not self._unseen()
        self.add(text)
        if told:
            self._mark_seen()

    def take_unseen(self) -> bool:
        """Whether there are notes since the last time this was asked."""
        return self._unseen() and self._mark_seen()

    def _unseen(self) -> bool:
        try:
            size = str(self._file.stat().st_size)
            return not (self._seen.exists() and self._seen.read_text(encoding="utf-8") == size)
        except OSError:
            return False

    def _mark_seen(self) -> bool:
        """False: it cannot be kept what was seen, so that nothing is told rather than the same at every start."""
        try:
            self._seen.write_text(str(self._file.stat().st_size), encoding="utf-8")
        except OSError:
            return False
        return True
