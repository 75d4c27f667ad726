"""Files that a parent names are written whole or not at all, and another one stays unless it was asked."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.storage import family_files, files


def test_a_file_is_written_as_it_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "weird [name]*.csv"
    (tmp_path / "weird n.csv.part").write_text("another's")

    family_files.write(path, "a\r\nü\n", over=False)

    assert path.read_bytes() == "a\r\nü\n".encode()
    assert family_files.read(path) == path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(found.name for found in tmp_path.iterdir()) == [path.name, "weird n.csv.part"]


def test_another_file_stays_unless_the_parent_said_so(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text("mine")

    with pytest.raises(Expected) as caught:
        family_files.write(path, "new", over=False)
    assert (caught.value.fault, path.read_text()) == (Fault.EXPORT_NOT_WRITTEN, "mine")

    family_files.write(path, "new", over=True)
    assert path.read_text() == "new"


def test_a_full_disk_leaves_what_was_there_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.json"
    path.write_text("mine")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(family_files, "put_in_place", full)
    with pytest.raises(Expected) as caught:
        family_files.write(path, "new", over=True)

    assert caught.value.details == {"path": str(path), "reason": "No space left on device"}
    assert (path.read_text(), [found.name for found in tmp_path.iterdir()]) == ("mine", ["log.json"])


def test_what_a_kill_left_of_one_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    files.part_of(path).write_text("half")

    family_files.write(path, "whole", over=False)

    assert [found.name for found in tmp_path.iterdir()] == ["log.json"]


@pytest.mark.parametrize("where", ["nowhere/log.json", "file/log.json"])
def test_a_folder_that_is_none_is_said(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("a file")

    with pytest.raises(Expected) as caught:
        family_files.write(tmp_path / where, "text", over=False)
    assert (caught.value.fault, caught.value.exit_code) == (Fault.EXPORT_NOT_WRITTEN, 73)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(Expected) as caught:
            family_files.read(path)
        assert (caught.value.fault, caught.value.exit_code) == (Fault.IMPORT_UNREADABLE, 74)
