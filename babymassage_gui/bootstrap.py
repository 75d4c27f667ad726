"""The composition root: the only file that names concrete adapters and joins them to the rules."""

from __future__ import annotations

import gc
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

import babymassage_gui
from babymassage_gui import cli
from babymassage_gui.adapters.clock import SystemClock
from babymassage_gui.adapters.crash_notes import CrashNotes
from babymassage_gui.content.figure_loader import figure_faults, load_figures
from babymassage_gui.content.loader import Loaded, load, load_playable
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.ports import Clock
from babymassage_gui.services import rehearsal
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.storage.opening import back_up, open_log, open_to_read
from babymassage_gui.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from babymassage_gui.gui.app import House

APP_ID = "babymassage-gui"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where data, settings and crash notes live; one folder for all if the parent names one."""

    data: Path
    config: Path
    log: Path


def folders(data_dir: Path | None) -> Folders:
    """The folders of this system's custom, or the one that was named."""
    if data_dir is not None:
        return Folders(data_dir, data_dir, data_dir)
    return Folders(
        platformdirs.user_data_path(APP_ID, appauthor=False),
        platformdirs.user_config_path(APP_ID, appauthor=False),
        platformdirs.user_log_path(APP_ID, appauthor=False),
    )


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; the answer is the exit code."""
    world = cli.World(
        version=babymassage_gui.__version__,
        content=load_playable,
        all_content=_all_content,
        sessions=_sessions,
        play=_play,
        window=_window,
    )
    return cli.run(arguments, world)


def _all_content() -> Loaded:
    """The catalogue and the figures with every fault of both, the rules of touch included."""
    loaded, figures = load(), load_figures()
    faults = (*loaded.faults, *figures.faults, *figure_faults(figures.book))
    return replace(loaded, faults=faults, counts={**loaded.counts, "figures": len(figures.book.steps)})


def _sessions(data_dir: Path | None) -> Sequence[SessionRecord]:
    log = open_to_read(folders(data_dir).data, SystemClock().local_time)
    if log is None:
        return ()
    with log:
        return tuple(session for baby in log.babies() for session in log.sessions(baby.id))


def _play(
    catalogue: Catalogue,
    plan: Plan,
    speed: float,
    tell: Callable[[rehearsal.Event], None],
    stop_after: float | None,
) -> None:
    clock = SystemClock(speed)
    rehearsal.play(catalogue, plan, clock, clock.sleep, tell, stop_after)


def _window(data_dir: Path | None, speed: float) -> int:
    # Nothing that a start makes is garbage; looking for some took a tenth of its time. The window turns it on again.
    gc.disable()
    # Qt is loaded here and not above, so that the commands run where it is not installed.
    from babymassage_gui.gui import app

    return app.run(lambda: open_house(data_dir, SystemClock(speed)), babymassage_gui.__version__)


def open_house(data_dir: Path | None, clock: Clock) -> House:
    """Join log, settings, content and clock for the window.

    Raises:
        Expected: the log could not be opened; see `storage.opening.open_log`.
    """
    from babymassage_gui.gui.app import House

    where = folders(data_dir)
    opened = open_log(where.data, clock.local_time)
    stores = Stores(opened.log, opened.log, SettingsFile(where.config, clock.local_time))
    household = Household(load_playable().catalogue, stores, clock, lambda: str(uuid.uuid4()))
    notes = CrashNotes(where.log)

    def close() -> None:
        # A backup that cannot be made now is made at the next start, and told there.
        with opened.log, suppress(Expected):
            back_up(opened.log, clock.local_time())

    return House(household, load_figures().book, opened.report, notes.take_unseen(), notes.add, close)
