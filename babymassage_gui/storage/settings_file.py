"""The settings in one small JSON file. Damage costs the damaged fields only, and what is not ours to know is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import cast

from babymassage_gui.core.errors import Fault
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.settings_codec import decode, encode
from babymassage_gui.storage import files
from babymassage_gui.storage.faults import foreseen
from babymassage_gui.storage.first_look import FILE_NAME


class SettingsFile:
    """Fits the port SettingsStore. `local_time` gives the aware wall clock, for stamps."""

    def __init__(self, folder: Path, local_time: Callable[[], datetime]) -> None:
        self._path = folder / FILE_NAME
        self._local_time = local_time
        self._bad_fields: tuple[str, ...] = ()
        self._set_aside: Path | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def bad_fields(self) -> tuple[str, ...]:
        """The fields, as "day.room.too_cold", that took their defaults at the last `load`: the file held nonsense."""
        return self._bad_fields

    @property
    def set_aside(self) -> Path | None:
        """Where the last unreadable file is now, None if there was none."""
        return self._set_aside

    def load(self) -> Settings:
        """The settings; a damaged or missing field takes its default, an unreadable file is set aside."""
        content = self._content()
        if content is None:
            # A file that cannot be moved now stays where it is: `save` will not go over it either.
            with suppress(OSError):
                self._set_aside = files.set_aside(self._path, self._local_time())
        settings, self._bad_fields = decode(Settings, content or {})
        return cast(Settings, settings)

    def save(self, settings: Settings) -> None:
        """Write all settings at once. Keys that only a newer version knows stay as they are.

        Raises:
            Expected: FOLDER_NOT_MADE, SETTINGS_NOT_WRITTEN; the file is as it was before.
        """
        files.make_folder(self._path.parent)
        part = files.part_of(self._path)
        with foreseen(self._path, Fault.SETTINGS_NOT_WRITTEN):
            known = self._content()
            if known is None:
                self._set_aside = files.set_aside(self._path, self._local_time())
            content = encode(settings, known or {})
            files.new_file(part)
            part.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            files.put_in_place(part, self._path)

    def _content(self) -> Mapping[str, object] | None:
        """What the file holds, nothing if there is no file, None if it cannot be read or holds no JSON object."""
        try:
            content = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            return None
        return content if isinstance(content, dict) else None
