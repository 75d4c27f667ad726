"""Keeps a note of a bug in the log folder, and says at the next start that there is one. Nothing is ever sent.

What was only shown less well than meant is remarked there too, without a word at the next start.
"""

from __future__ import annotations

import faulthandler
import os
from datetime import datetime
from pathlib import Path
from typing import TextIO

FILE_NAME = "crash-notes.txt"
SEEN_NAME = "crash-notes.seen"
HARD_NAME = "hard-end.txt"


class CrashNotes:
    """The notes of one log folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._seen = folder / SEEN_NAME
        self._hard_end: TextIO | None = None

    @property
    def file(self) -> Path:
        """Where the notes are."""
        return self._file

    def add(self, text: str) -> None:
        """Write a traceback down with its time; a folder that cannot be written loses the note, nothing else."""
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(self._file, "a", encoding="utf-8", opener=_owner_only) as notes:
                notes.write(f"{datetime.now().astimezone().isoformat()}\n{text}\n")
        except OSError:
            return

    def remark(self, text: str) -> None:
        """Write down what ended nothing: the next start does not tell of it, but still of a bug noted before it."""
        told = not self._unseen()
        self.add(text)
        if told:
            self._mark_seen()

    def newest(self) -> str:
        """The last note with its time, empty if there is none."""
        try:
            lines = self._file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return ""
        starts = [number for number, line in enumerate(lines) if _is_time(line)]
        return "\n".join(lines[starts[-1] :]).strip() if starts else ""

    def watch_hard_ends(self) -> None:
        """Let an end that Python never hears of (a library's fault) leave its trace too. What the last run left so is
        a note from now on.
        """
        path = self._file.with_name(HARD_NAME)
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            left = path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""
            if left:
                self.add(left)
            self._hard_end = os.fdopen(
                _owner_only(str(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "w", encoding="utf-8"
            )
        except OSError:
            return
        faulthandler.enable(self._hard_end, all_threads=True)

    def stop_watching(self) -> None:
        """The program ends in its own way: there is nothing to leave."""
        if self._hard_end is not None:
            faulthandler.disable()
            self._hard_end.close()
            self._hard_end = None

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


def _owner_only(path: str, flags: int) -> int:
    """A traceback may hold a name: only its owner may read it."""
    return os.open(path, flags, 0o600)


def _is_time(line: str) -> bool:
    try:
        return datetime.fromisoformat(line).tzinfo is not None
    except ValueError:
        return False
