"""Files that a parent names: written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage.faults import foreseen
from babymassage_gui.storage.files import OWNER_ONLY, part_of, put_in_place

# As `services.exchange.MOST_BYTES`, and one more, by which it is known that there is more.
_MOST_BYTES = 512 * 1024 * 1024 + 1


def write(path: Path, text: str, *, over: bool) -> None:
    """Write a file for its owner only; `over` another one only where the parent said so.

    Raises:
        Expected: EXPORT_NOT_WRITTEN with the reason; what was there is as it was.
    """
    part = part_of(path)
    with foreseen(path, Fault.EXPORT_NOT_WRITTEN):
        if not over and os.path.lexists(path):
            raise Expected(Fault.EXPORT_NOT_WRITTEN, path=str(path), reason="there is a file of that name")
        part.unlink(missing_ok=True)
        try:
            with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY), "wb") as file:
                file.write(text.encode())
            put_in_place(part, path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise


def read(path: Path) -> bytes:
    """The bytes of a file, no more of them than are ever read in.

    Raises:
        Expected: IMPORT_UNREADABLE with the reason.
    """
    with foreseen(path, Fault.IMPORT_UNREADABLE), path.open("rb") as file:
        return file.read(_MOST_BYTES)
