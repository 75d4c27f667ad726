"""The part of the composition root that makes a sample family in a folder of its own, and takes it away again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "babymassage-sample-"


@contextmanager
def sample_folder() -> Iterator[Path]:
    """A folder with a sample family in it, which nobody else can read and which is gone afterwards.

    Raises:
        Expected: it cannot be written.
    """
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        _fill(folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(folder: Path) -> None:
    import uuid

    from babymassage_gui.adapters.clock import SystemClock
    from babymassage_gui.content.loader import load_playable
    from babymassage_gui.services import sample_family
    from babymassage_gui.services.household import Household, Stores
    from babymassage_gui.storage.opening import open_log
    from babymassage_gui.storage.settings_file import SettingsFile

    clock = SystemClock()
    with open_log(folder, clock.local_time).log as log:
        stores = Stores(log, log, log, SettingsFile(folder, clock.local_time))
        household = Household(load_playable().catalogue, stores, clock, lambda: str(uuid.uuid4()))
        sample_family.move_in(household)
