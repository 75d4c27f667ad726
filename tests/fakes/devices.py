"""Devices that share a folder: each with a log, a clock and its own copy of the folder, as a sync program keeps it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from babymassage_gui.core.exchange import Archive
from babymassage_gui.core.share_state import ShareState
from babymassage_gui.core.sharing import Shared, joined
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.services.sharing import Device, Sharing
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.shared_folder import SharedFolder
from babymassage_gui.storage.sharing_file import SharingFile
from tests.fakes.content import catalogue
from tests.fakes.stored import ADA, NOON, some_id
from tests.fakes.stores import FakeSettings


class SetClock:
    """A clock whose wall is set by hand."""

    speed = 1.0

    def __init__(self, now: datetime) -> None:
        self.wall = now

    def now(self) -> float:
        return 0.0

    def local_time(self) -> datetime:
        return self.wall

    def go_on(self, **time: float) -> None:
        self.wall += timedelta(**time)


class Laptop:
    """One device: `root` holds its data and its copy of the folder."""

    def __init__(self, root: Path, name: str, now: datetime = NOON, speed: float = 1.0) -> None:
        self.root, self.name, self.clock = root, name, SetClock(now)
        self.clock.speed = speed
        self.data, self.folder = root / "data", root / "shared"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.numbers = count()
        self.open()

    def open(self) -> None:
        """The program starts."""
        self.log = open_log(self.data, self.clock.local_time).log
        self.store = SharingFile(self.data, self.clock.local_time)
        stores = Stores(self.log, self.log, self.log, FakeSettings())
        self.house = Household(catalogue(), stores, self.clock, self.new_id)
        self.sharing = Sharing(self.house, self.log, self.store, SharedFolder(), Device(self.name, "1.0", self.new_id))

    def close(self) -> None:
        """It ends."""
        self.log.close()

    def new_id(self) -> str:
        return some_id(f"{self.root} {self.name} {next(self.numbers)}")

    def knows_ada(self) -> None:
        """The welcome was answered here, too: the same baby under an id of this device's own."""
        self.log.save(replace(ADA, id=some_id(f"Ada of {self.name}")))

    @property
    def ada(self) -> str:
        return self.log.babies()[0].id

    def begins(self) -> None:
        """The folder was chosen."""
        self.sharing.begin(self.sharing.look(self.folder).run())

    @property
    def state(self) -> ShareState:
        assert self.sharing.state is not None
        return self.sharing.state

    @property
    def own_file(self) -> Path:
        return self.folder / SharedFolder.name_of(self.state.device)

    def files(self) -> dict[str, bytes]:
        """What lies in its copy of the folder."""
        return {path.name: path.read_bytes() for path in sorted(self.folder.iterdir())}

    def gives(self, other: Laptop, name: str | None = None, part: float = 1.0, copy: str = "") -> None:
        """A sync program carries files, all or one, perhaps only a part so far, or under a conflict's name."""
        for path in sorted(self.folder.iterdir()):
            if name in (None, path.name):
                there = other.folder / (f"{path.stem}{copy}{path.suffix}")
                if copy or part < 1:
                    data = path.read_bytes()
                    there.write_bytes(data[: round(len(data) * part)])
                else:
                    shutil.copyfile(path, there)

    def holds(self, same: Shared | None = None) -> Archive:
        """Everything that is over, under the ids that all devices use together."""
        archive = self.log.archive()
        over = tuple(kept for kept in archive.sessions if kept.what.ending is not None)
        return joined(Shared(replace(archive, sessions=over)), same or Shared()).archive
