"""The text of a device's file in the shared folder, a line for each thing with its checksum (docs/sharing.md).

A file that is read may have come over any wire, half or in pieces: each line is believed only by its checksum and then
cell by cell, as a row of the log is. A last line without its end is not there yet.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar
from zlib import crc32

from babymassage_gui.core import cells, exchange
from babymassage_gui.core.exchange import Archive, KeptBaby, KeptSaid, KeptSession, Version
from babymassage_gui.core.sharing import Pair, Shared

FORMAT, VERSION = "babymassage-gui-changes", 1
_MARK = 8
_What = TypeVar("_What")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Found(StrEnum):
    """What a file of the folder turns out to be."""

    OURS = "ours"
    NOT_YET = "not-yet"
    FOREIGN = "foreign"
    NEWER = "newer"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Head:
    """Whose file it is: the device's id and its computer's name, how often the file was folded, the program's
    version.
    """

    device: str
    name: str
    generation: int = 0
    program: str = ""


@dataclass(frozen=True, slots=True)
class ChangeFile:
    """What a file holds. `lines` counts the whole ones behind the head, `bad` those among them that make no sense;
    `wrote_at` is when its device last wrote, by that device's clock.
    """

    found: Found
    head: Head | None = None
    shared: Shared = field(default_factory=Shared)
    lines: int = 0
    bad: int = 0
    wrote_at: datetime | None = None


def head_line(head: Head) -> str:
    """The first line of a file."""
    return _line({"format": FORMAT, "version": VERSION, "device": head.device, "name": head.name,
                  "generation": head.generation, "program": head.program})  # fmt: skip


def change_lines(shared: Shared, at: datetime) -> str:
    """Lines for everything of it, with the time at which they are written."""
    archive = shared.archive
    several = (
        [{"wrote": cells.of_moment(at)}],
        [{"same": list(pair)} for pair in sorted(shared.same)],
        [{"baby": exchange.baby_values(one)} for one in archive.babies],
        [{"session": exchange.session_values(one)} for one in archive.sessions],
        [{"said": exchange.said_values(one)} for one in archive.said],
        [{"past": exchange.past_values(one)} for one in archive.past],
    )
    return "".join(_line(values) for lines in several for values in lines)


def _line(values: Mapping[str, object]) -> str:
    text = _ENCODER.encode(values)
    return f"{crc32(text.encode()):08x} {text}\n"


def read_changes(data: bytes) -> ChangeFile:
    """What the bytes of a file hold; nothing is raised whatever they are."""
    first, *rest = data.split(b"\n")
    if not rest:
        # Nothing, or the beginning of a first line that is still on its way.
        return ChangeFile(Found.NOT_YET if len(data) <= _MARK or _is_mark(data[:_MARK]) else Found.FOREIGN)
    values = _values(first)
    if values is None or values.get("format") != FORMAT or type(values.get("version")) is not int:
        return ChangeFile(Found.FOREIGN)
    if int(str(values["version"])) > VERSION:
        return ChangeFile(Found.NEWER)
    try:
        head = _head(values)
    except ValueError:
        return ChangeFile(Found.FOREIGN)
    reader = _Reader()
    for line in rest[:-1]:
        reader.take(_values(line))
    return ChangeFile(Found.OURS, head, reader.shared, len(rest) - 1, reader.bad, reader.wrote_at)


def _is_mark(start: bytes) -> bool:
    return all(byte in b"0123456789abcdef" for byte in start)


def _values(line: bytes) -> Mapping[str, object] | None:
    """The values of a line, None if its checksum or its JSON is not right."""
    mark, text = line[:_MARK], line[_MARK + 1 :]
    if mark != b"%08x" % crc32(text):
        return None
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _head(values: Mapping[str, object]) -> Head:
    return Head(
        cells.uuid(values.get("device")),
        cells.text(values.get("name")),
        cells.whole(values.get("generation"), 0, 1_000_000_000),
        cells.text(values.get("program")),
    )


class _Reader:
    """Gathers what the lines of one file hold. A kind of line that this version does not know is passed over."""

    def __init__(self) -> None:
        self.bad = 0
        self.wrote_at: datetime | None = None
        self._babies: list[KeptBaby] = []
        self._sessions: list[KeptSession] = []
        self._said: list[KeptSaid] = []
        self._past: list[Version] = []
        self._same: set[Pair] = set()
        self._kinds: Mapping[str, Callable[[object], None]] = MappingProxyType(
            {
                "baby": lambda values: self._babies.append(exchange.to_baby(values)),
                "session": lambda values: self._sessions.append(_ended(values)),
                "said": lambda values: self._said.append(exchange.to_said(values)),
                "past": lambda values: self._past.append(exchange.to_past(values)),
                "same": lambda values: self._same.add(to_pair(values)),
                "wrote": self._wrote,
            }
        )

    def take(self, values: Mapping[str, object] | None) -> None:
        """One line."""
        if values is None:
            self.bad += 1
            return
        try:
            for kind in self._kinds.keys() & values.keys():
                self._kinds[kind](values[kind])
        except (ValueError, OverflowError):
            self.bad += 1

    @property
    def shared(self) -> Shared:
        """Everything so far."""
        archive = Archive(_all(self._babies), _all(self._sessions), _all(self._said), _all(self._past))
        return Shared(archive, frozenset(self._same))

    def _wrote(self, values: object) -> None:
        at = cells.to_moment(values)
        self.wrote_at = at if self.wrote_at is None else max(self.wrote_at, at)


def _all(several: Iterable[_What]) -> tuple[_What, ...]:
    return tuple(several)


def _ended(values: object) -> KeptSession:
    session = exchange.to_session(values)
    if session.what.ending is None:
        raise ValueError("a session that runs is nobody else's")
    return session


def to_pair(values: object) -> Pair:
    """Two ids that stand for one baby. ValueError if they make no sense."""
    if not isinstance(values, list) or len(values) != 2:
        raise ValueError("no pair of ids")
    one, other = sorted(map(cells.uuid, values))
    return one, other
