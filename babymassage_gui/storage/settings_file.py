"""The settings in one small JSON file. Damage costs the damaged fields only, and what is not ours to know is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import datetime, time
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

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
        settings, self._bad_fields = _decode(Settings, content or {})
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
            content = _encode(settings, known or {})
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


def _encode(settings: Any, known: Mapping[str, object]) -> dict[str, object]:
    """The fields as JSON takes them, group by group, on top of what else is known."""
    content = dict(known)
    for field in fields(settings):
        value, inside = getattr(settings, field.name), known.get(field.name)
        match value:
            case _ if is_dataclass(value):
                content[field.name] = _encode(value, inside if isinstance(inside, dict) else {})
            case frozenset():
                content[field.name] = sorted(value)
            case time():
                content[field.name] = value.isoformat("minutes")
            case Mapping():
                content[field.name] = dict(value)
            case _:
                content[field.name] = value
    return content


def _decode(group: Any, content: Mapping[str, object], place: str = "") -> tuple[Any, tuple[str, ...]]:
    """The group with the fields that hold sense, and the names of those that do not."""
    values: dict[str, Any] = {}
    bad: list[str] = []
    for name, kind in get_type_hints(group).items():
        raw = content.get(name)
        if is_dataclass(kind) and isinstance(raw, dict):
            values[name], inside = _decode(kind, raw, f"{place}{name}.")
            bad += inside
        elif name in content:
            try:
                values[name] = _value(kind, raw)
            except ValueError:
                bad.append(place + name)
    whole, refused = _built(group, values)
    return whole, (*bad, *(place + name for name in refused))


def _built(group: Any, values: Mapping[str, Any]) -> tuple[Any, list[str]]:
    """The group of the values that it takes, and the names of the others. The group knows its own ranges.

    Where each value is good by itself, but not all together, as limits that must rise, none of them is taken.
    """
    if _takes(group, values):
        return group(**values), []
    good = {name: value for name, value in values.items() if _takes(group, {name: value})}
    if not _takes(group, good):
        good = {}
    return group(**good), [name for name in values if name not in good]


def _takes(group: Any, values: Mapping[str, Any]) -> bool:
    try:
        group(**values)
    except ValueError:
        return False
    return True


def _value(kind: Any, raw: object) -> object:
    """A value of JSON as the field's type, without guessing: "1", 1 and true are three things.

    Raises:
        ValueError: it is not of that type.
    """
    kinds = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    for wanted in kinds:
        if get_origin(wanted) is not None:
            return _several(wanted, raw)
        if wanted is time and isinstance(raw, str):
            return _hour(raw)
        if issubclass(wanted, Enum) and isinstance(raw, str):
            return wanted(raw)
        if wanted is float and type(raw) is int:
            return float(raw)
        if type(raw) is wanted:
            return raw
    raise ValueError(f"{raw!r} is no {kind}")


def _several(kind: Any, raw: object) -> object:
    """A list as a set, or an object as a mapping, of the named types."""
    inner = get_args(kind)
    if get_origin(kind) is frozenset and isinstance(raw, list):
        return frozenset(_value(inner[0], one) for one in raw)
    if get_origin(kind) is Mapping and isinstance(raw, dict):
        return {name: _value(inner[1], one) for name, one in raw.items()}
    raise ValueError(f"{raw!r} is no {kind}")


def _hour(raw: str) -> time:
    """ "17:30" as a time of the family's day."""
    found = time.fromisoformat(raw)
    if found.tzinfo is not None:
        raise ValueError(f"{raw!r} names a place on earth")
    return found.replace(second=0, microsecond=0)
