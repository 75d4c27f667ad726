"""From TOML text to typed rows: strict, every fault of a file at once, each with its place.

A table like `[steps.leg-foot]` becomes one row. A row with a fault is left out; the others stand. Plain cattrs would
turn "4" into 4, 1 into true and a text into a list of letters; the hooks here refuse all three.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError, IterableValidationError
from cattrs.cols import homogenous_tuple_structure_factory

from babymassage_gui.core.age import AgeLimit
from babymassage_gui.core.catalogue import PathPoint, Range

AS_PRESCRIBED = "as prescribed"
AGE_WORDS = re.compile(r"(over )?(\d{1,3}) (day|month)s?")

Row = TypeVar("Row")
Hook = Callable[[Any, Any], Any]
Fill = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class ContentFault:
    """One thing that is wrong in one place of one file; `path` is the way to it, as "steps.leg-outer.reps_young"."""

    file: str
    path: str
    message: str

    @property
    def line(self) -> str:
        """The fault in one line: file, place and what is wrong there."""
        return ": ".join(part for part in (self.file, self.path, self.message) if part)


@dataclass(slots=True)
class Rows(Generic[Row]):
    """The rows of one table of one file: `whole` by id in file order, `ids` and `raw` of all, broken or not."""

    file: str
    table: str
    whole: dict[str, Row] = field(default_factory=dict)
    faults: list[ContentFault] = field(default_factory=list)
    ids: tuple[str, ...] = ()
    raw: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def refuse(self, row_id: str, key: str, message: str) -> None:
        """Note a fault of a row, or of the table if `row_id` is empty."""
        path = ".".join(part for part in (self.table, row_id) if part)
        joint = "" if not key or key.startswith("[") else "."
        self.faults.append(ContentFault(self.file, f"{path}{joint}{key}", message))

    def note(self, findings: Iterable[tuple[str, str, str]]) -> set[str]:
        """Refuse each (row id, key, message); the answer is the ids that were named."""
        named = set()
        for row_id, key, message in findings:
            self.refuse(row_id, key, message)
            named.add(row_id)
        return named


def read_table(
    folder: Traversable, file: str, table: str, row_type: type[Row], fill: Fill = dict, id_key: str = "id"
) -> Rows[Row]:
    """Read `[table.id]` rows; the id goes into the field `id_key`; `fill` adds what may be left out."""
    rows: Rows[Row] = Rows(file, table)
    tables = _table_of(_parsed(folder, rows), rows)
    rows.ids = tuple(tables)
    for row_id, raw in tables.items():
        if not isinstance(raw, dict):
            rows.refuse(row_id, "", "is not a table")
        elif id_key in raw:
            rows.refuse(row_id, id_key, "is given by the table's name")
        else:
            rows.raw[row_id] = raw
            _structure(rows, row_id, {**fill(raw), id_key: row_id}, row_type)
    if not tables and not rows.faults:
        rows.refuse("", "", "has no rows")
    return rows


def read_list(folder: Traversable, file: str, table: str, row_type: type[Row]) -> Rows[Row]:
    """Read `[[table]]` rows in order; their ids are their numbers from 1."""
    rows: Rows[Row] = Rows(file, "")
    document = _parsed(folder, rows)
    raw = document.pop(table, [])
    _refuse_tables(document, rows)
    if not isinstance(raw, list):
        rows.refuse(table, "", "is not a list of tables")
        return rows
    rows.ids = tuple(f"{table}[{number}]" for number in range(1, len(raw) + 1))
    for row_id, item in zip(rows.ids, raw, strict=True):
        _structure(rows, row_id, item, row_type)
    return rows


def read_names(folder: Traversable, file: str, table: str) -> Rows[tuple[str, ...]]:
    """Read `[table]` with one list of names a key."""
    rows: Rows[tuple[str, ...]] = Rows(file, table)
    tables = _table_of(_parsed(folder, rows), rows)
    rows.ids = tuple(tables)
    for row_id, raw in tables.items():
        _structure(rows, row_id, raw, tuple[str, ...])
    return rows


def _parsed(folder: Traversable, rows: Rows[Row]) -> dict[str, Any]:
    try:
        return tomllib.loads(folder.joinpath(rows.file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = "the file is missing"
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot be read: {error}"
    except tomllib.TOMLDecodeError as error:
        message = f"is not TOML: {error}"
    rows.faults.append(ContentFault(rows.file, "", message))
    return {}


def _table_of(document: dict[str, Any], rows: Rows[Row]) -> dict[str, Any]:
    table = document.pop(rows.table, {})
    _refuse_tables(document, rows)
    if isinstance(table, dict):
        return table
    rows.refuse("", "", "is not a table")
    return {}


def _refuse_tables(document: Mapping[str, Any], rows: Rows[Row]) -> None:
    rows.faults.extend(ContentFault(rows.file, key, "unknown table") for key in document)


def _structure(rows: Rows[Row], row_id: str, raw: Any, row_type: type[Row]) -> None:
    found, faults = structured(raw, row_type)
    for key, message in faults:
        rows.refuse(row_id, key, message)
    if found is not None:
        rows.whole[row_id] = found


def structured(raw: Any, row_type: type[Row]) -> tuple[Row | None, tuple[tuple[str, str], ...]]:
    """A typed value from what TOML holds, or None with every fault as (key, message)."""
    try:
        return _converter().structure(raw, row_type), ()
    except (ClassValidationError, IterableValidationError) as error:
        return None, tuple(_explained(error, ""))
    except (TypeError, ValueError) as error:
        return None, (("", str(error)),)


def _explained(error: Exception, place: str) -> Iterator[tuple[str, str]]:
    """The single faults in a group of cattrs, each with the key (and number from 1) that it is about."""
    if isinstance(error, ClassValidationError):
        noted, bare = error.group_exceptions()
        for inner, note in noted:
            yield from _explained(inner, f"{place}.{note.name}" if place else note.name)
        for inner in bare:
            yield from _explained(inner, place)
    elif isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from _explained(inner, f"{place}[{int(item.index) + 1}]")
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from ((f"{place}.{key}" if place else key, "unknown key") for key in sorted(error.extra_fields))
    elif isinstance(error, KeyError):
        yield place, "is missing"
    else:
        yield place, str(error)


@cache
def _converter() -> Converter:
    """One converter for the process: its hooks are generated once, on first use of each type."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _text_or_choice)
    converter.register_structure_hook(int, _number)
    converter.register_structure_hook(bool, _yes_or_no)
    converter.register_structure_hook(float, _measure)
    for kind in (date, datetime, time):
        converter.register_structure_hook(kind, _moment)
    converter.register_structure_hook(Range, _range)
    converter.register_structure_hook(AgeLimit, _age_limit)
    converter.register_structure_hook(PathPoint, _path_point)
    converter.register_structure_hook_factory(_is_tuple, _list_hook)
    converter.register_structure_hook_func(_is_optional_age, _optional_age)
    return converter


def _text_or_choice(value: Any, kind: type[str]) -> str:
    """Texts, and choices too: every StrEnum comes here, for it is a str."""
    if type(value) is not str:
        raise TypeError(f"{value!r} is not a text in quotes")
    if not issubclass(kind, StrEnum):
        return value
    choices = [choice.value for choice in kind]
    if value not in choices:
        raise ValueError(f"{value!r} is not one of: {', '.join(choices)}")
    return kind(value)


def _number(value: Any, _: Any) -> int:
    if type(value) is not int:
        raise TypeError(f"{value!r} is not a whole number")
    return value


def _yes_or_no(value: Any, _: Any) -> bool:
    if type(value) is not bool:
        raise TypeError(f"{value!r} is not true or false")
    return value


def _measure(value: Any, _: Any) -> float:
    if type(value) not in (int, float):
        raise TypeError(f"{value!r} is not a number")
    return float(value)


def _moment(value: Any, kind: type[Any]) -> Any:
    """TOML has dates, moments and times of its own; none stands for another."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not a {kind.__name__}, written without quotes")
    return value


def _range(value: Any, _: Any) -> Range:
    """[start, full]: at 3 minutes, and at the longest session."""
    if not isinstance(value, list) or [type(number) for number in value] != [int, int]:
        raise TypeError(f"{value!r} is not a pair of whole numbers like [3, 5]")
    start, full = value
    if not 0 <= start <= full:
        raise ValueError(f"{value!r} must begin at 0 or more and not shrink")
    return Range(start, full)


def _age_limit(value: Any, _: Any) -> AgeLimit:
    """ "20 days", "4 months", "over 4 months"."""
    words = AGE_WORDS.fullmatch(value) if isinstance(value, str) else None
    if words is None:
        raise ValueError(f'{value!r} is not an age like "20 days", "4 months" or "over 4 months"')
    over, number, unit = words.groups()
    count = int(number)
    strictly = over is not None
    return AgeLimit(days=count, strictly_over=strictly) if unit == "day" else AgeLimit(None, count, strictly)


def _optional_age(value: Any, _: Any) -> AgeLimit | None:
    return None if value in (None, AS_PRESCRIBED) else _age_limit(value, _)


def _path_point(value: Any, _: Any) -> PathPoint:
    """ "ankle", "ankle | outer ankle", "| words only"; in round brackets: the hand is off the skin.

    `at` is empty where no landmark is named.
    """
    if not isinstance(value, str) or not value.strip("(|) "):
        raise TypeError(f"{value!r} is not a point of a stroke")
    lifted = value.startswith("(") and value.endswith(")")
    at, bar, text = (part.strip() for part in (value[1:-1] if lifted else value).partition("|"))
    return PathPoint(at, text if bar else at, lifted)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _list_hook(kind: Any, converter: Converter) -> Hook:
    inner = homogenous_tuple_structure_factory(kind, converter)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is not a list")
        return inner(value, kind)

    return structure


def _is_optional_age(kind: Any) -> bool:
    return get_origin(kind) in {Union, UnionType} and set(get_args(kind)) == {AgeLimit, type(None)}
