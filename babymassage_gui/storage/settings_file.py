"""The settings in one small JSON file. Damage costs the damaged fields only, and what is not ours to know is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import datetime
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

from babymassage_gui.core.errors import Fault
from babymassage_gui.core.settings import Settings
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
        """The fields that took their defaults at the last `load` because the file held nonsense for them."""
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
        values, self._bad_fields = _decode(content or {})
        return Settings(**values)

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
            content = {**(known or {}), **{field.name: getattr(settings, field.name) for field in fields(settings)}}
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


def _decode(content: Mapping[str, object]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields that hold sense, and the names of those that do not."""
    values: dict[str, Any] = {}
    bad: list[str] = []
    for name, kind in get_type_hints(Settings).items():
        if name in content:
            try:
                field: dict[str, Any] = {name: _value(kind, content[name])}
                # Each field by itself: Settings knows its own ranges.
                Settings(**field)
            except ValueError:
                bad.append(name)
            else:
                values |= field
    return values, tuple(bad)


def _value(kind: Any, raw: object) -> object:
    """A value of JSON as the field's type, without guessing: "1", 1 and true are three things.

    Raises:
        ValueError: it is not of that type.
    """
    kinds = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    for wanted in kinds:
        if issubclass(wanted, Enum) and isinstance(raw, str):
            return wanted(raw)
        if wanted is float and type(raw) is int:
            return float(raw)
        if type(raw) is wanted:
            return raw
    raise ValueError(f"{raw!r} is no {kind}")
