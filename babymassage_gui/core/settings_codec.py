"""Settings as JSON values and back. Each field is taken by itself, so that nonsense in one costs no other.

What belongs to a family and goes along in an export is how long, how and when it massages; colours, type, sound and
buttons belong to a computer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from babymassage_gui.core.settings import Settings

OF_THE_FAMILY = ("parent_limit", "routine", "choices", "day")


def family_values(settings: Settings) -> dict[str, object]:
    """The family's settings as JSON values."""
    values = encode(settings, {})
    return {name: values[name] for name in OF_THE_FAMILY}


def with_family(settings: Settings, values: Mapping[str, object]) -> Settings:
    """Settings with those of a family in the place of their own; what makes no sense takes its default."""
    brought, _ = decode(Settings, {name: values[name] for name in OF_THE_FAMILY if name in values})
    return replace(settings, **{name: getattr(brought, name) for name in OF_THE_FAMILY if name in values})


def encode(settings: Any, known: Mapping[str, object]) -> dict[str, object]:
    """The fields as JSON takes them, group by group, on top of what else is known."""
    content = dict(known)
    for field in fields(settings):
        value, inside = getattr(settings, field.name), known.get(field.name)
        match value:
            case _ if is_dataclass(value):
                content[field.name] = encode(value, inside if isinstance(inside, dict) else {})
            case frozenset():
                content[field.name] = sorted(value)
            case date():
                content[field.name] = value.isoformat()
            case time():
                content[field.name] = value.isoformat("minutes")
            case Mapping():
                content[field.name] = dict(value)
            case _:
                content[field.name] = value
    return content


def decode(group: Any, content: Mapping[str, object], place: str = "") -> tuple[Any, tuple[str, ...]]:
    """The group with the fields that hold sense, and the names of those that do not."""
    values: dict[str, Any] = {}
    bad: list[str] = []
    for name, kind in get_type_hints(group).items():
        raw = content.get(name)
        if is_dataclass(kind) and isinstance(raw, dict):
            values[name], inside = decode(kind, raw, f"{place}{name}.")
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
        if wanted is date and isinstance(raw, str):
            return date.fromisoformat(raw)
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
