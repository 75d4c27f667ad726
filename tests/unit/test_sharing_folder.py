"""A folder that is gone, full or another's, a write that is cut off, an id that two laptops have: nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from babymassage_gui.core.change_lines import read_changes
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.share_state import Seen
from babymassage_gui.storage import files
from babymassage_gui.storage.shared_folder import SharedFolder
from tests.fakes.devices import Laptop
from tests.fakes.full_log import over
from tests.fakes.shared import annas, bens, sessions
from tests.fakes.stored import NOON, a_session, some_id


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Laptop]:
    with annas(tmp_path) as laptop:
        yield laptop


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Laptop]:
    with bens(tmp_path) as laptop:
        yield laptop


def full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_session_comes_to_the_other_laptop_and_the_way_back_changes_nothing(anna: Laptop, ben: Laptop) -> None:
    anna.sharing.share()
    anna.gives(ben)

    assert ben.sharing.share().changes == 2
    assert sessions(ben) == [some_id("first")]
    ben.gives(anna)
    before = anna.files()
    assert anna.sharing.share().changes == 0
    assert anna.files() == before
    assert [(one.name, one.own) for one in anna.state.seen] == [("anna", True), ("ben", False)]


def test_files_are_for_their_owner_only_and_only_the_own_one_is_written(anna: Laptop, ben: Laptop) -> None:
    ben.sharing.share()
    ben.gives(anna)
    theirs = ben.own_file.read_bytes()

    anna.sharing.share()

    assert {path.name for path in anna.folder.iterdir()} == {anna.own_file.name, ben.own_file.name}
    assert anna.own_file.stat().st_mode & 0o777 == 0o600
    assert (anna.folder / ben.own_file.name).read_bytes() == theirs
    assert not list(anna.folder.glob("*.sqlite3*"))


def test_a_file_only_grows_at_its_end(anna: Laptop) -> None:
    anna.sharing.share()
    before = anna.own_file.read_bytes()
    anna.log.begin(replace(over("second", NOON + timedelta(hours=3)), baby_id=anna.ada))
    anna.sharing.share()

    assert anna.own_file.read_bytes().startswith(before)
    assert len(anna.own_file.read_bytes()) > len(before)


def test_a_folder_that_is_gone_is_not_made_and_is_read_when_it_is_back(anna: Laptop, ben: Laptop) -> None:
    anna.sharing.share()
    ben.folder.rmdir()

    with pytest.raises(Expected) as caught:
        ben.sharing.share()

    assert caught.value.fault is Fault.SHARE_UNREACHED
    assert (ben.state.trouble, ben.folder.exists()) == (Fault.SHARE_UNREACHED.value, False)
    ben.folder.mkdir()
    anna.gives(ben)
    ben.sharing.share()
    assert (ben.state.trouble, sessions(ben)) == ("", [some_id("first")])


def test_where_nothing_can_be_written_what_can_be_read_is_taken_in(
    anna: Laptop, ben: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.sharing.share()
    anna.gives(ben)
    with monkeypatch.context() as patch:
        patch.setattr(files, "put_in_place", full)
        with pytest.raises(Expected) as caught:
            SharedFolder().write(ben.folder, "own.changes", b"data")
    assert caught.value.fault is Fault.SHARE_NOT_WRITTEN
    assert sorted(ben.files()) == [anna.own_file.name]

    monkeypatch.setattr(SharedFolder, "write", _refused)
    with pytest.raises(Expected):
        ben.sharing.share()
    assert sessions(ben) == [some_id("first")]
    assert ben.state.trouble == Fault.SHARE_NOT_WRITTEN.value
    monkeypatch.undo()
    ben.sharing.share()
    assert ben.own_file.exists()
    assert ben.state.trouble == ""


def _refused(_self: object, folder: Path, name: str, _data: bytes) -> NoReturn:
    raise Expected(Fault.SHARE_NOT_WRITTEN, path=str(folder / name), reason="full")


def test_what_cannot_be_remembered_is_not_written_either(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "put_in_place", full)

    trip = anna.sharing.errand().run()

    assert trip.fault is not None
    assert trip.fault.fault is Fault.SETTINGS_NOT_WRITTEN
    assert anna.files() == {}


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_beside_the_write_the_own_file_is_known_again(
    anna: Laptop, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    anna.sharing.share()
    anna.log.begin(replace(over("second", NOON + timedelta(hours=3)), baby_id=anna.ada))
    device, write = anna.state.device, SharedFolder.write

    def killed(self: SharedFolder, folder: Path, name: str, data: bytes) -> NoReturn:
        if moment == "after":
            write(self, folder, name, data)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(SharedFolder, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            anna.sharing.errand().run()
    anna.close()
    anna.open()
    anna.sharing.share()

    assert anna.state.device == device
    assert len(read_changes(anna.own_file.read_bytes()).shared.archive.sessions) == 2


def test_two_laptops_with_one_id_after_a_copied_data_folder_become_two(anna: Laptop, tmp_path: Path) -> None:
    anna.sharing.share()
    anna.close()
    shutil.copytree(anna.root, tmp_path / "twin")
    twin = Laptop(tmp_path / "twin", "twin", NOON + timedelta(days=2))
    state = twin.state
    twin.store.save(replace(state, folder=twin.folder))
    twin.close()
    twin.open()
    anna.open()
    assert twin.state.device == anna.state.device
    for number, laptop in enumerate((anna, twin)):
        laptop.log.begin(replace(over(f"{laptop.name}", NOON + timedelta(hours=3 + number)), baby_id=laptop.ada))
    anna.sharing.share()
    anna.gives(twin)

    twin.sharing.share()

    assert twin.state.device != anna.state.device
    twin.gives(anna)
    anna.sharing.share()
    assert sessions(anna) == sessions(twin)
    assert len(sessions(anna)) == 3
    assert len(anna.files()) == 2
    twin.close()


def test_an_own_file_that_was_deleted_or_came_back_older_is_made_whole(anna: Laptop) -> None:
    anna.sharing.share()
    older = anna.own_file.read_bytes()
    anna.log.begin(replace(over("second", NOON + timedelta(hours=3)), baby_id=anna.ada))
    anna.sharing.share()
    device = anna.state.device
    for data in (None, older):
        if data is None:
            anna.own_file.unlink()
        else:
            anna.own_file.write_bytes(data)
        anna.sharing.share()
        assert anna.state.device == device
        assert len(read_changes(anna.own_file.read_bytes()).shared.archive.sessions) == 2


def test_what_runs_stays_where_it_runs(anna: Laptop) -> None:
    anna.log.begin(replace(a_session("runs", NOON + timedelta(hours=3)), baby_id=anna.ada))

    anna.sharing.share()

    assert {s.what.id for s in read_changes(anna.own_file.read_bytes()).shared.archive.sessions} == {some_id("first")}


def test_the_logs_own_folder_is_never_shared(anna: Laptop) -> None:
    for folder in (anna.data, anna.data / "backups", anna.root, Path("/")):
        with pytest.raises(Expected) as caught:
            anna.sharing.look(folder)
        assert caught.value.fault is Fault.SHARE_REFUSED


def test_a_look_writes_nothing_and_says_what_would_come(anna: Laptop, ben: Laptop, tmp_path: Path) -> None:
    anna.sharing.share()
    ben.sharing.stop()

    trip = ben.sharing.look(anna.folder).run()

    merged = ben.sharing.weigh(trip)
    assert (merged.babies.changes, merged.sessions.changes) == (1, 1)
    assert sessions(ben) == []
    assert list(anna.files()) == [anna.own_file.name]
    assert ben.sharing.state is None
    assert ben.sharing.look(tmp_path / "nowhere").run().fault is not None


def test_stopped_it_is_off_also_when_an_errand_was_under_way(anna: Laptop, ben: Laptop) -> None:
    anna.sharing.share()
    anna.gives(ben)
    errand = ben.sharing.errand()
    ben.sharing.stop()

    assert ben.sharing.finish(errand.run()).changes == 0
    assert (ben.store.load(), ben.sharing.due, sessions(ben)) == (None, False, [])
    with pytest.raises(LookupError):
        ben.sharing.errand()


def test_off_until_a_folder_is_chosen_and_never_in_a_rehearsal(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "new", "new", speed=10.0)
    assert (laptop.sharing.state, laptop.sharing.due) == (None, False)
    laptop.begins()
    assert not laptop.sharing.due
    laptop.close()
    laptop = Laptop(tmp_path / "new", "new")
    assert laptop.sharing.due
    assert laptop.state.seen == ()
    laptop.sharing.share()
    assert laptop.state.seen == (Seen("new", NOON, own=True),)
    laptop.close()
