"""Sharing in a household: it waits for a massage to end, and a baby that came twice is one when it is called alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.services.belongings import Belongings, Files
from babymassage_gui.services.exchange import Exchange
from babymassage_gui.services.manner import Manner
from babymassage_gui.storage import family_files
from babymassage_gui.storage.opening import back_up
from babymassage_gui.storage.shared_folder import SharedFolder
from babymassage_gui.storage.shelf import BackupShelf
from tests.fakes.content import plan_for
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


def test_while_a_massage_runs_nothing_is_taken_in(anna: Laptop, ben: Laptop) -> None:
    anna.sharing.share()
    anna.gives(ben)
    ben.knows_ada()
    errand = ben.sharing.errand()
    ben.house.runner.start(plan_for("everyday", 90, 3), ben.ada, Manner())

    assert not ben.sharing.due
    with pytest.raises(ValueError, match="a session is running"):
        ben.sharing.finish(errand.run())
    assert some_id("first") not in sessions(ben)


def test_a_baby_that_was_called_otherwise_came_twice_and_is_one_when_it_is_called_alike(
    anna: Laptop, ben: Laptop
) -> None:
    ben.knows_ada()
    ben.log.save(replace(ben.log.babies()[0], name="Adele"))
    ben.log.begin(replace(over("second", NOON + timedelta(hours=3)), baby_id=ben.ada))
    anna.sharing.share()
    anna.gives(ben)
    ben.sharing.share()
    assert [baby.name for baby in ben.log.babies()] == ["Adele", "Ada"]

    ben.log.save(replace(ben.log.babies()[0], name="Ada"))
    ben.sharing.share()
    ben.gives(anna)
    anna.sharing.share()

    assert len(ben.log.babies()) == len(anna.log.babies()) == 1
    assert sessions(ben) == sessions(anna) == sorted([some_id("first"), some_id("second")])
    assert ben.sharing.share().changes == 0


def test_what_a_log_lost_comes_back_from_the_folder(anna: Laptop) -> None:
    anna.sharing.share()
    anna.close()
    (anna.data / "babymassage.sqlite3").unlink()
    anna.open()
    assert sessions(anna) == []

    anna.sharing.share()

    assert sessions(anna) == [some_id("first")]


def test_a_log_that_takes_nothing_in_brings_it_the_next_time(
    anna: Laptop, ben: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.sharing.share()
    anna.gives(ben)

    def full(*_: object, **__: object) -> None:
        raise Expected(Fault.LOG_NOT_WRITTEN)

    with monkeypatch.context() as patch:
        patch.setattr(ben.log, "merge", full)
        with pytest.raises(Expected):
            ben.sharing.share()
    device = ben.state.device
    ben.close()
    ben.open()
    assert ben.sharing.share().sessions.changes == 1
    assert ben.state.device == device


def test_a_backup_that_was_gone_back_to_is_not_overrun_by_the_folder(anna: Laptop) -> None:
    back_up(anna.log, anna.clock.wall)
    anna.log.begin(replace(over("second", NOON + timedelta(hours=3)), baby_id=anna.ada))
    anna.sharing.share()
    shelf = BackupShelf(anna.log, anna.clock.local_time)
    data = _belongings(anna, shelf)

    data.restore(shelf.backups()[0].taken_at)

    assert anna.sharing.state is None
    assert sessions(anna) == [some_id("first")]
    assert len(anna.files()) == 1


def _belongings(laptop: Laptop, shelf: BackupShelf) -> Belongings:
    exchange = Exchange(laptop.house.catalogue, laptop.log, laptop.clock, lambda wall: wall)
    files = Files(family_files.write, family_files.read)
    return Belongings(laptop.house, exchange, shelf, files, "1.0", laptop.sharing)


def test_a_file_that_cannot_be_read_to_its_end_is_named(anna: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    anna.sharing.share()

    def fail(_descriptor: int) -> None:
        raise OSError("a bad block")

    with monkeypatch.context() as patch:
        patch.setattr("os.fstat", fail)
        found = SharedFolder().read(anna.folder)
    assert found == {anna.own_file.name: None}
