"""What a single stored value must look like to be believed: in a row of the log and in a file that is read in.

Bounds of sense, not of the rules: what lies outside was not written by this program. Each check gives the value or
raises ValueError.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from math import isfinite
from typing import TypeVar

DAY_MINUTES = 24 * 60
DAY_SECONDS = 24 * 60 * 60.0
# A change is newer than what it changes by at least so much, though the clock was set back since.
SOON = timedelta(microseconds=1)

# Digits are written out: \d would take those of every script. The years are 2000 to 2199.
_DAY = re.compile(r"2[01][0-9]{2}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(_DAY.pattern + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}\+00:00")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

_Choice = TypeVar("_Choice", bound=StrEnum)


def of_moment(moment: datetime) -> str:
    """An aware instant as text that sorts by time."""
    utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return utc.isoformat(timespec="microseconds")


def to_moment(cell: object) -> datetime:
    """The instant (UTC) of a cell."""
    found = text(cell)
    if not _MOMENT.fullmatch(found):
        raise ValueError(f"{found!r} is not an instant as it is written here")
    return datetime.fromisoformat(found)


def seconds(cell: object) -> float:
    """Seconds of a cell: from none to a day."""
    if not isinstance(cell, float) or not isfinite(cell) or not 0 <= cell <= DAY_SECONDS:
        raise ValueError(f"{cell!r} is no length of time")
    return cell


def uuid(cell: object) -> str:
    """An id as it is written here."""
    found = text(cell)
    if not _UUID.fullmatch(found):
        raise ValueError(f"{found!r} is not a UUID as it is written here")
    return found


def text(cell: object) -> str:
    """Any text that can be written to a file: no half of a character among it."""
    if not isinstance(cell, str) or not (cell.isascii() or _whole_text(cell)):
        raise ValueError(f"{cell!r} is no text")
    return cell


def _whole_text(cell: str) -> bool:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def word(cell: object) -> str:
    """The id of something that is taught."""
    found = text(cell)
    if not found or not found.isprintable():
        raise ValueError(f"{found!r} is no id of the catalogue")
    return found


def day(cell: object) -> date:
    """A calendar day."""
    found = text(cell)
    if not _DAY.fullmatch(found):
        raise ValueError(f"{found!r} is not a day as it is written here")
    return date.fromisoformat(found)


def whole(cell: object, least: int, most: int) -> int:
    """A whole number within bounds."""
    if type(cell) is not int or not least <= cell <= most:
        raise ValueError(f"{cell!r} is not a whole number from {least} to {most}")
    return cell


def flag(cell: object) -> bool:
    """Yes or no."""
    return bool(whole(cell, 0, 1))


def choice(choices: type[_Choice], cell: object) -> _Choice:
    """One of some words."""
    return choices(text(cell))
