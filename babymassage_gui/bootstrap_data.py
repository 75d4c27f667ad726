"""The part of the composition root that joins a family's data to the way out and in, with and without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import babymassage_gui

if TYPE_CHECKING:
    from babymassage_gui.core.ports import Clock
    from babymassage_gui.services.belongings import Belongings
    from babymassage_gui.services.household import Household
    from babymassage_gui.storage.log import SqliteLog


def belongings(household: Household, log: SqliteLog, clock: Clock, *, writing: bool = True) -> Belongings:
    """A family's data with the way out and in."""
    from babymassage_gui.adapters.clock import as_local
    from babymassage_gui.services.belongings import Belongings, Files
    from babymassage_gui.services.exchange import Exchange
    from babymassage_gui.storage import family_files
    from babymassage_gui.storage.shelf import BackupShelf

    exchange = Exchange(household.catalogue, log, clock, as_local)
    shelf = BackupShelf(log, clock.local_time) if writing else None
    files = Files(family_files.write, family_files.read)
    return Belongings(household, exchange, shelf, files, babymassage_gui.__version__)


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


def _hold(folder: Path) -> Callable[[], None]:
    """Keep windows from opening the folder meanwhile; what gives it free. Where there is no Qt, there is no window."""
    from babymassage_gui.storage.files import make_folder

    make_folder(folder)
    try:
        from babymassage_gui.adapters.one_window import OneWindow
    except ImportError:
        return lambda: None
    window = OneWindow(folder)
    window.take()
    return window.release
