"""Files that came half, twice or damaged, and files of others: what is whole is taken, and nothing else touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zlib import crc32

import pytest

from babymassage_gui.core.change_lines import Found, Head, head_line, read_changes
from babymassage_gui.core.said import Said
from babymassage_gui.core.share_state import Left
from tests.fakes.devices import Laptop
from tests.fakes.full_log import over
from tests.fakes.shared import annas, bens, sessions
from tests.fakes.stored import NOON, some_id


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Laptop]:
    with annas(tmp_path) as laptop:
        yield laptop


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Laptop]:
    with bens(tmp_path) as laptop:
        yield laptop


def test_of_a_half_written_file_the_whole_lines_are_taken_and_the_rest_is_waited_for(anna: Laptop, ben: Laptop) -> None:
    anna.log.begin(replace(over("second", NOON + timedelta(hours=3)), baby_id=anna.ada))
    anna.sharing.share()
    whole = anna.own_file.read_bytes()
    there = ben.folder / anna.own_file.name
    for length in range(len(whole)):
        read = read_changes(whole[:length])
        assert read.found in (Found.NOT_YET, Found.OURS)
        assert read.bad == 0
    there.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 40])
    ben.sharing.share()
    assert len(sessions(ben)) == 1
    assert ben.state.left == ()
    anna.gives(ben)
    ben.sharing.share()
    assert sessions(ben) == sorted([some_id("first"), some_id("second")])


@pytest.mark.parametrize(
    "copy",
    [
        ".sync-conflict-20250601-120000-ABCDEFG",
        " (conflicted copy 2025-06-01 120000)",
        " (Anna's conflicted copy)",
        " (1)",
    ],
)
def test_a_copy_that_a_sync_program_makes_of_a_conflict_is_read_and_does_no_harm(
    anna: Laptop, ben: Laptop, copy: str
) -> None:
    anna.sharing.share()
    anna.gives(ben)
    anna.gives(ben, copy=copy)

    ben.sharing.share()

    assert sessions(ben) == [some_id("first")]
    assert [one.name for one in ben.state.seen] == ["ben", "anna"]


def test_a_damaged_line_costs_itself_alone_and_is_named(anna: Laptop, ben: Laptop) -> None:
    anna.log.begin(replace(over("second", NOON + timedelta(hours=3), note="calm"), baby_id=anna.ada))
    anna.sharing.share()
    anna.gives(ben)
    there = ben.folder / anna.own_file.name
    there.write_bytes(there.read_bytes().replace(b'"note":"calm"', b'"note":"palm"'))

    ben.sharing.share()

    assert sessions(ben) == [some_id("first")]
    assert ben.state.left == (Left(anna.own_file.name, Found.OURS, 1),)
    # The owner finds that it is not its file any more, and writes what is missing into another one.
    shutil.copyfile(there, anna.own_file)
    old = anna.own_file
    anna.sharing.share()
    assert anna.own_file != old
    anna.gives(ben)
    ben.sharing.share()
    assert sessions(ben) == sorted([some_id("first"), some_id("second")])


def test_strange_files_are_named_and_left_alone(anna: Laptop, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("not for sharing")
    (anna.folder / "link.changes").symlink_to(tmp_path / "secret")
    (anna.folder / "folder.changes").mkdir()
    (anna.folder / "letter.changes").write_text("Dear Anna,\nhow are you?\n")
    (anna.folder / "short.changes").write_text("Dear Anna")
    (anna.folder / "empty.changes").write_bytes(b"")
    (anna.folder / "photo.jpg").write_bytes(b"\xff\xd8")
    os.mkfifo(anna.folder / "pipe.changes")
    theirs = {name: data for name, data in _plain(anna.folder).items() if name != anna.own_file.name}

    anna.sharing.share()

    left = {one.name: one.found for one in anna.state.left}
    assert left == {
        "link.changes": Found.UNREADABLE, "folder.changes": Found.UNREADABLE, "pipe.changes": Found.UNREADABLE,
        "letter.changes": Found.FOREIGN, "short.changes": Found.FOREIGN,
    }  # fmt: skip
    assert {name: data for name, data in _plain(anna.folder).items() if name != anna.own_file.name} == theirs


def _plain(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and not path.is_symlink()}


def test_a_file_of_a_newer_version_is_left_alone_and_the_others_are_read(anna: Laptop, ben: Laptop) -> None:
    anna.sharing.share()
    anna.gives(ben)
    newer = head_line(Head(some_id("c"), "c")).encode()
    text = newer[9:].replace(b'"version":1', b'"version":2')
    line = b"%08x %s" % (crc32(text.strip()), text)
    (ben.folder / "other.changes").write_bytes(line)

    ben.sharing.share()

    assert ben.state.left == (Left("other.changes", Found.NEWER),)
    assert sessions(ben) == [some_id("first")]
    assert (ben.folder / "other.changes").read_bytes() == line


def test_a_file_does_not_grow_for_ever(anna: Laptop) -> None:
    anna.sharing.share()
    for number in range(60):
        for said in anna.log.sayings(anna.ada):
            anna.log.unsay(said.id)
        anna.log.say(_saying(anna, number))
        anna.sharing.share()

    read = read_changes(anna.own_file.read_bytes())
    assert read.head is not None
    assert read.head.generation >= 1
    assert read.lines < 60 * 3
    assert {said.what.id for said in read.shared.archive.said} == {some_id(f"fed {number}") for number in range(60)}


def _saying(laptop: Laptop, number: int) -> Said:
    return Said(some_id(f"fed {number}"), laptop.ada, "W-01", "fed", NOON)
