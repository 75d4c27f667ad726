"""What a file brought that a parent wants to read in, and which of its rows make no sense."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from babymassage_gui.core.exchange import Archive


class Source(StrEnum):
    """What kind of file it is, by what stands in it; its name tells nothing."""

    JSON = "json"
    CSV = "csv"
    FEEDS = "baby-buddy-feeding"
    TUMMY_TIMES = "baby-buddy-tummy-time"


class Trouble(StrEnum):
    """Why a row is left out; each has its words in the front ends. The first eight are those of `by_hand.Slip`."""

    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    IN_FUTURE = "in-future"
    NOT_OVER = "not-over"
    BEFORE_BIRTH = "before-birth"
    OVERLAPS = "overlaps"
    UNKNOWN_ROUTINE = "unknown-routine"
    NOTE_TOO_LONG = "note-too-long"
    NONSENSE = "nonsense"
    WHOSE = "whose"
    END_BEFORE_START = "end-before-start"


class Refusal(StrEnum):
    """Why a whole file is refused."""

    UNKNOWN = "unknown"
    NEWER = "newer"
    TOO_BIG = "too-big"
    NO_BABY = "no-baby"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is left out: its number (a table's by the line, its head being line 1; a list's from 1), and why.

    `of` names the list of a JSON file, empty for a table; `detail` is for those who mend files.
    """

    number: int
    trouble: Trouble
    detail: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What can be taken in of a file, and what cannot."""

    source: Source
    archive: Archive = field(default_factory=Archive)
    bad: tuple[BadRow, ...] = ()
