"""Files that only their owner may read, put in place whole or not at all, and never one over another."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from babymassage_gui.core.errors import Fault
from babymassage_gui.storage.faults import foreseen

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700
STAMP = "%Y%m%dT%H%M%SZ"
# The companions without which a SQLite file is another file; the file itself first, for `set_aside`. A -journal is
# there where a file of one piece, as a backup is, was cut off while it was first opened; beside another it would spoil
# that one.
COMPANIONS = ("", "-wal", "-shm", "-journal")


def make_folder(folder: Path) -> None:
    """Make the folder, for its owner only. One that is there already keeps its mode: it may hold more than ours.

    Raises:
        Expected: FOLDER_NOT_MADE.
    """
    with foreseen(folder, Fault.FOLDER_NOT_MADE):
        folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)


def new_file(path: Path) -> None:
    """Make an empty `.part` for its owner only. SQLite gives its -wal and -shm the same mode.

    What was left of an unfinished one is removed: it was never put in place.
    """
    remove_unfinished(path.parent, path.name)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))


def remove_unfinished(folder: Path, name: str) -> None:
    """Remove `.part` files, by a name that may hold `*`, and what SQLite keeps beside them."""
    for leftover in folder.glob(f"{name}*"):
        leftover.unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> None:
    """Give the finished `part` its name, so that a power cut leaves the whole file or none."""
    _sync(part, os.O_RDWR)
    part.replace(path)
    # Windows cannot open a folder and needs no such thing.
    with suppress(PermissionError):
        _sync(path.parent, os.O_RDONLY)


def part_of(path: Path) -> Path:
    """Where a file is built before it is put in place."""
    return path.with_name(path.name + ".part")


def stamp(moment: datetime) -> str:
    """An instant in a file name, in UTC and whole seconds."""
    return moment.astimezone(UTC).strftime(STAMP)


def read_stamp(text: str) -> datetime | None:
    """The instant of a stamp, None if the text is none."""
    try:
        return datetime.strptime(text, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def free_name(folder: Path, prefix: str, suffix: str, now: datetime) -> Path:
    """A name with a stamp that no file of the folder bears yet, companions included; a second later if it must be."""
    while True:
        path = folder / f"{prefix}{stamp(now)}{suffix}"
        if not any(os.path.lexists(f"{path}{companion}") for companion in COMPANIONS):
            return path
        now += timedelta(seconds=1)


def set_aside(path: Path, now: datetime) -> Path | None:
    """Rename a file, together with its companions, to a name with a UTC stamp; None if there was nothing.

    The file goes before its -wal: cut off in between, the next start finds a -wal without a file, sets it aside too
    and restores; the other way round it would find a file that lacks its newest sessions and call it good.
    """
    aside = free_name(path.parent, f"{path.stem}-damaged-", path.suffix, now)
    moved = False
    for companion in COMPANIONS:
        with suppress(FileNotFoundError):
            Path(f"{path}{companion}").rename(f"{aside}{companion}")
            moved = True
    return aside if moved else None


def _sync(path: Path, flags: int) -> None:
    """Have the disk itself hold what was written."""
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
