"""What this device remembers of the folder that it shares: one small JSON file beside the log, none while it is off."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from babymassage_gui.core.errors import Fault
from babymassage_gui.core.share_state import ShareState, state_values, to_state
from babymassage_gui.storage import files
from babymassage_gui.storage.faults import foreseen

FILE_NAME = "sharing.json"


class SharingFile:
    """Fits the port ShareStore. `local_time` gives the aware wall clock, for stamps."""

    def __init__(self, folder: Path, local_time: Callable[[], datetime]) -> None:
        self._path = folder / FILE_NAME
        self._local_time = local_time

    @property
    def folder(self) -> Path:
        """Where the log lies, which is never shared itself."""
        return self._path.parent

    def load(self) -> ShareState | None:
        """What is remembered, None if sharing is off. A file that makes no sense is set aside: sharing is off then, and
        may be chosen again; what lies in the folder stays.
        """
        try:
            return to_state(json.loads(self._path.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError):
            with suppress(OSError):
                files.set_aside(self._path, self._local_time())
            return None

    def save(self, state: ShareState | None) -> None:
        """Remember, or with None forget.

        Raises:
            Expected: SETTINGS_NOT_WRITTEN; what was remembered before holds.
        """
        part = files.part_of(self._path)
        with foreseen(self._path, Fault.SETTINGS_NOT_WRITTEN):
            if state is None:
                self._path.unlink(missing_ok=True)
                return
            files.new_file(part)
            part.write_text(json.dumps(state_values(state), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            files.put_in_place(part, self._path)
