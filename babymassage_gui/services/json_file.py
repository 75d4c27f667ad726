"""The complete export, one JSON object with a line for each thing (docs/exchange.md), and reading it in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from babymassage_gui.core import exchange
from babymassage_gui.core.brought import BadRow, Brought, Refusal, Source, Trouble
from babymassage_gui.core.cells import of_moment
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.exchange import FORMAT, VERSION, Archive

_What = TypeVar("_What")
_SOON = 24 * 60 * 60.0
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def write(archive: Archive, at: datetime, program: str) -> str:
    """An archive as the text of a file; `at` is now, `program` the version of this program."""
    head = {"format": FORMAT, "version": VERSION, "exported_at": of_moment(at), "program": program}
    lists = (
        ("babies", map(exchange.baby_values, archive.babies)),
        ("sessions", map(exchange.session_values, archive.sessions)),
        ("said", map(exchange.said_values, archive.said)),
        ("past", map(exchange.past_values, archive.past)),
    )
    parts = [f"{_text(name)}: {_text(value)}" for name, value in head.items()]
    parts += [f"{_text(name)}: {_list(values)}" for name, values in lists]
    parts.append(f'"settings": {_text(archive.settings)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _list(values: Iterable[object]) -> str:
    lines = ",\n".join(map(_text, values))
    return f"[\n{lines}\n]" if lines else "[]"


def _text(value: object) -> str:
    return _ENCODER.encode(value)


def read(text: str, now: datetime) -> Brought:
    """What the text of a file brings. What lies a day and more in the future was written by a clock that was wrong.

    Raises:
        Expected: IMPORT_REFUSED, it is no such file or one of a newer version.
    """
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Expected(Fault.IMPORT_REFUSED, refusal=Refusal.UNKNOWN.value) from error
    if not isinstance(values, dict) or values.get("format") != FORMAT or type(values.get("version")) is not int:
        raise Expected(Fault.IMPORT_REFUSED, refusal=Refusal.UNKNOWN.value)
    if values["version"] > VERSION:
        raise Expected(Fault.IMPORT_REFUSED, refusal=Refusal.NEWER.value)
    bad: list[BadRow] = []

    def rows(of: str, read_one: Callable[[object], _What], start: Callable[[_What], datetime]) -> tuple[_What, ...]:
        found, several = [], values.get(of, [])
        if not isinstance(several, list):
            bad.append(BadRow(0, Trouble.NONSENSE, "no list", of))
            return ()
        for number, value in enumerate(several, 1):
            try:
                one = read_one(value)
            except (ValueError, OverflowError) as error:
                bad.append(BadRow(number, Trouble.NONSENSE, str(error), of))
                continue
            if (start(one) - now).total_seconds() > _SOON:
                bad.append(BadRow(number, Trouble.IN_FUTURE, of_moment(start(one)), of))
            else:
                found.append(one)
        return tuple(found)

    settings = values.get("settings", {})
    archive = Archive(
        rows("babies", exchange.to_baby, lambda kept: kept.stamp.updated_at),
        rows("sessions", exchange.to_session, lambda kept: max(kept.what.started_at, kept.stamp.updated_at)),
        rows("said", exchange.to_said, lambda kept: max(kept.what.at, kept.stamp.updated_at)),
        rows("past", exchange.to_past, lambda version: version.at),
        settings if isinstance(settings, dict) else {},
    )
    return Brought(Source.JSON, archive, tuple(bad))
