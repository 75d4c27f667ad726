"""The part of the composition root that joins a family's data to the way out and in, with and without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import babymassage_gui

if TYPE_CHECKING:
    from threading import Thread

    from babymassage_gui.adapters.one_window import OneWindow
    from babymassage_gui.core.ports import Clock
    from babymassage_gui.gui.app import Share
    from babymassage_gui.services.belongings import Belongings
    from babymassage_gui.services.household import Household
    from babymassage_gui.services.sharing import Errand, Sharing, Trip
    from babymassage_gui.storage.log import SqliteLog

SHARING_NAME = "sharing.json"
# How long the end of the program waits for the folder.
LAST_SECONDS = 3.0


def sharing_of(household: Household, log: SqliteLog, clock: Clock) -> Sharing:
    """Sharing the log through a folder, as this device remembers it."""
    import uuid

    from babymassage_gui.adapters.computer import computer_name
    from babymassage_gui.services.sharing import Device, Sharing
    from babymassage_gui.storage.shared_folder import SharedFolder
    from babymassage_gui.storage.sharing_file import SharingFile

    device = Device(computer_name(), babymassage_gui.__version__, lambda: str(uuid.uuid4()))
    store = SharingFile(log.path.parent, clock.local_time)
    return Sharing(household, log, store, SharedFolder(), device)


class SharedLog:
    """Sharing in a window: made when it is first wanted, for most families share nothing."""

    def __init__(self, household: Household, log: SqliteLog, clock: Clock) -> None:
        self._parts = household, log, clock
        self._sharing: Sharing | None = None
        self._under_way: Thread | None = None

    def chosen(self) -> bool:
        """Whether a folder was chosen, as far as a look at a file's name tells."""
        # As `storage.sharing_file.FILE_NAME` has it; a test holds the two together.
        return (self._parts[1].path.parent / SHARING_NAME).exists()

    def sharing(self) -> Sharing:
        """The one and only."""
        if self._sharing is None:
            self._sharing = sharing_of(*self._parts)
        return self._sharing

    def share(self) -> Share:
        """What the window needs of it."""
        from babymassage_gui.gui.app import Share

        return Share(self.chosen, self.sharing, self._go)

    def _go(self, errand: Errand, done: Callable[[Trip | Exception], None]) -> None:
        from babymassage_gui.adapters import background

        self._under_way = background.start(errand.run, done)

    def close(self) -> None:
        """Once more to the folder at the end; a folder that does not answer holds up nothing."""
        if not self.chosen() or not self.sharing().due:
            return
        from babymassage_gui.adapters import background
        from babymassage_gui.core.errors import Expected

        if self._under_way is not None:
            self._under_way.join(LAST_SECONDS)
            if self._under_way.is_alive():
                # Two at once would write one file.
                return
        # What cannot be had or written now is tried again at the next start.
        with suppress(Expected):
            trip = background.within(LAST_SECONDS, self.sharing().errand().run)
            if trip is not None:
                self.sharing().finish(trip)


def belongings(
    household: Household, log: SqliteLog, clock: Clock, *, writing: bool = True, sharing: Sharing | None = None
) -> Belongings:
    """A family's data with the way out and in."""
    from babymassage_gui.adapters.clock import as_local
    from babymassage_gui.services.belongings import Belongings, Files
    from babymassage_gui.services.exchange import Exchange
    from babymassage_gui.storage import family_files
    from babymassage_gui.storage.shelf import BackupShelf

    exchange = Exchange(household.catalogue, log, clock, as_local)
    shelf = BackupShelf(log, clock.local_time) if writing else None
    files = Files(family_files.write, family_files.read)
    shared = sharing or sharing_of(household, log, clock)
    return Belongings(household, exchange, shelf, files, babymassage_gui.__version__, shared)


@contextmanager
def opened(data: Path, config: Path, *, writing: bool) -> Iterator[Belongings]:
    """The data of the folders for a command; only read, it may be open in a window meanwhile.

    Raises:
        Expected: a window has the log and it is to be written; it cannot be opened.
    """
    import uuid

    from babymassage_gui.adapters.clock import SystemClock
    from babymassage_gui.content.loader import load_playable
    from babymassage_gui.core.errors import Expected
    from babymassage_gui.services.household import Household, Stores
    from babymassage_gui.storage.opening import back_up, open_log, open_to_read
    from babymassage_gui.storage.settings_file import SettingsFile

    clock = SystemClock()
    with ExitStack() as stack:
        log = None if writing else open_to_read(data, clock.local_time)
        if log is None:
            stack.callback(_hold(data))
            log = open_log(data, clock.local_time).log
        stack.enter_context(log)
        stores = Stores(log, log, log, SettingsFile(config, clock.local_time))
        household = Household(load_playable().catalogue, stores, clock, lambda: str(uuid.uuid4()))
        yield belongings(household, log, clock, writing=writing)
        if writing:
            with suppress(Expected):
                back_up(log, clock.local_time())


def one_window(folder: Path) -> OneWindow:
    """The folder's lock, taken (Expected: another window has it)."""
    from babymassage_gui.storage.files import make_folder

    make_folder(folder)
    from babymassage_gui.adapters.one_window import OneWindow

    window = OneWindow(folder)
    window.take()
    return window


def _hold(folder: Path) -> Callable[[], None]:
    """Keep windows from opening the folder meanwhile; what gives it free. Where there is no Qt, there is no window."""
    try:
        return one_window(folder).release
    except ImportError:
        return lambda: None
