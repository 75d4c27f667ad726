"""What a device remembers of the folder that it shares: where it is, who it is there, how it left its own file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zlib import crc32

from babymassage_gui.core import cells
from babymassage_gui.core.change_lines import Found, to_pair
from babymassage_gui.core.sharing import Pair

Values = Mapping[str, object]
# More are not shown, and a file that names more was not written here.
_MOST_NAMED = 1000
_MOST_BYTES = 2**40


@dataclass(frozen=True, slots=True)
class Seen:
    """A device whose file was found: its computer's name, and when it last wrote by its own clock, None if never."""

    name: str
    wrote_at: datetime | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """A file that was left alone, by its name, and why; a file of ours of which `bad` lines make no sense."""

    name: str
    found: Found
    bad: int = 0


@dataclass(frozen=True, slots=True)
class Print:
    """By what a file is known again: its length in bytes and its checksum."""

    length: int
    checksum: int


@dataclass(frozen=True, slots=True)
class ShareState:
    """`known` are the prints of this device's file as it was left the last times, the newest first, among them one that
    was about to be written. `read_at` and `written_at` are aware, UTC. `trouble` is the id of the fault that the last
    try met, empty if it met none; `same` are ids that stand for one baby, as the files have them.
    """

    folder: Path
    device: str
    known: tuple[Print, ...] = ()
    read_at: datetime | None = None
    written_at: datetime | None = None
    seen: tuple[Seen, ...] = ()
    left: tuple[Left, ...] = ()
    trouble: str = ""
    same: frozenset[Pair] = frozenset()


def print_of(data: bytes) -> Print:
    """The print of a file's bytes."""
    return Print(len(data), crc32(data))


def state_values(state: ShareState) -> dict[str, object]:
    """A state as JSON values."""
    return {
        "folder": str(state.folder),
        "device": state.device,
        "known": [[one.length, one.checksum] for one in state.known],
        "read_at": _moment(state.read_at),
        "written_at": _moment(state.written_at),
        "seen": [{"name": one.name, "wrote_at": _moment(one.wrote_at), "own": one.own} for one in state.seen],
        "left": [{"name": one.name, "found": one.found.value, "bad": one.bad} for one in state.left],
        "trouble": state.trouble,
        "same": [list(pair) for pair in sorted(state.same)],
    }


def to_state(values: object) -> ShareState:
    """The state of JSON values. ValueError if they make no sense."""
    v = _object(values)
    folder = Path(cells.text(v.get("folder")))
    if not folder.is_absolute() or "\0" in str(folder):
        raise ValueError(f"{folder} is no place that stays the same")
    return ShareState(
        folder,
        cells.uuid(v.get("device")),
        tuple(_print(one) for one in _several(v, "known")),
        _to_moment(v.get("read_at")),
        _to_moment(v.get("written_at")),
        tuple(_seen(_object(one)) for one in _several(v, "seen")),
        tuple(_left(_object(one)) for one in _several(v, "left")),
        cells.text(v.get("trouble")),
        frozenset(to_pair(one) for one in _several(v, "same")),
    )


def _print(values: object) -> Print:
    if not isinstance(values, list) or len(values) != 2:
        raise ValueError(f"{values!r} is no print of a file")
    return Print(cells.whole(values[0], 0, _MOST_BYTES), cells.whole(values[1], 0, 2**32 - 1))


def _seen(v: Values) -> Seen:
    return Seen(cells.text(v.get("name")), _to_moment(v.get("wrote_at")), v.get("own") is True)


def _left(v: Values) -> Left:
    return Left(
        cells.text(v.get("name")), cells.choice(Found, v.get("found")), cells.whole(v.get("bad"), 0, _MOST_BYTES)
    )


def _object(values: object) -> Values:
    if not isinstance(values, dict):
        raise ValueError("this is no object")
    return values


def _several(values: Values, name: str) -> list[object]:
    several = values.get(name)
    if not isinstance(several, list) or len(several) > _MOST_NAMED:
        raise ValueError(f"{name} is no list")
    return several


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else cells.of_moment(moment)


def _to_moment(cell: object) -> datetime | None:
    return None if cell is None else cells.to_moment(cell)
