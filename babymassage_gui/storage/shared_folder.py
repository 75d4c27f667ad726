"""A folder that any program may carry between devices: read whatever lies there, write one file and no other.

Only plain files with our ending are opened, never through a link; a file that is no file of ours is left as it is.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage import files
from babymassage_gui.storage.faults import foreseen

# Copies that a sync program makes of two that met keep the ending: "….sync-conflict-….changes", "… (copy).changes".
ENDING = ".changes"
_PREFIX = "babymassage-"
# What no family writes in a lifetime, and a computer can still hold.
_MOST_BYTES = 512 * 1024 * 1024
_MOST_FILES = 1000
# A name could be a link to anywhere, or a pipe at which reading would wait for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class SharedFolder:
    """Fits the port ChangeFolder."""

    def read(self, folder: Path) -> dict[str, bytes | None]:
        """The bytes of every file with our ending, by name; None for one that cannot be read.

        Raises:
            Expected: SHARE_UNREACHED, the folder is not there or cannot be looked into.
        """
        with foreseen(folder, Fault.SHARE_UNREACHED):
            if not folder.is_dir():
                raise Expected(Fault.SHARE_UNREACHED, path=str(folder), reason="no such folder")
            names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(ENDING))
        return {name: _bytes(folder / name) for name in names[:_MOST_FILES]}

    def write(self, folder: Path, name: str, data: bytes) -> None:
        """Put a device's own file in the place of the one before, whole or not at all. The folder is never made.

        Raises:
            Expected: SHARE_NOT_WRITTEN; what was there is as it was.
        """
        path = folder / name
        # Hidden, so that sync programs and people pass it by while it is written.
        part = files.part_of(folder / f".{name}")
        with foreseen(path, Fault.SHARE_NOT_WRITTEN):
            try:
                files.new_file(part)
                part.write_bytes(data)
                files.put_in_place(part, path)
            except OSError:
                part.unlink(missing_ok=True)
                raise

    @staticmethod
    def name_of(device: str) -> str:
        """The name of a device's own file."""
        return f"{_PREFIX}{device}{ENDING}"

    @staticmethod
    def holds(folder: Path, private: Path) -> bool:
        """Whether one of two folders lies in the other."""
        one, other = folder.resolve(), private.resolve()
        return one == other or one in other.parents or other in one.parents


def _bytes(path: Path) -> bytes | None:
    try:
        handle = os.open(path, _FLAGS)
    except OSError:
        return None
    try:
        with os.fdopen(handle, "rb") as file:
            size = os.fstat(file.fileno())
            if not stat.S_ISREG(size.st_mode) or size.st_size > _MOST_BYTES:
                return None
            return file.read(_MOST_BYTES + 1)
    except OSError:
        return None
