"""One window for one data folder: two would write into the same session. The lock of a killed program is taken over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from babymassage_gui.core.errors import Expected, Fault

FILE_NAME = "window.lock"


class OneWindow:
    """The lock of a data folder, which must exist."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._lock = QLockFile(str(self._path))
        # Never stale by its age: a session may last; the lock of a process that is gone is recognised by that.
        self._lock.setStaleLockTime(0)

    def take(self) -> None:
        """Hold the folder until `release`, or the end of the process.

        Raises:
            Expected: LOG_LOCKED, another window holds it. A folder that cannot be written is left to the log to tell.
        """
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            raise Expected(Fault.LOG_LOCKED, path=str(self._path.parent))

    def release(self) -> None:
        """Let another window open the folder."""
        self._lock.unlock()
