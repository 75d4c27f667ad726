"""The story of the pages that are only read: keys, licences, what happened after a bug; for tools/screenshots.py."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from babymassage_gui.gui.crash_desk import CrashDesk
from babymassage_gui.gui.leaf_desk import LICENCES, SHORTCUTS
from babymassage_gui.gui.pages.licences import LicencesPage
from tools.studio import Studio

Picture = tuple[str, QWidget]


def the_leaves(studio: Studio) -> Iterator[Picture]:
    """What keys there are, what is shipped under which licence and one of them whole, and a report of a bug."""
    studio.settle_in()
    window = studio.open()
    window.rooms.leaf_wanted.emit(SHORTCUTS)
    yield "14-shortcuts", window
    window.show_today()
    window.rooms.leaf_wanted.emit(LICENCES)
    yield "14-licences", window
    page = studio.page()
    assert isinstance(page, LicencesPage)
    next(iter(page.buttons.values())).click()
    yield "14-licence", window
    CrashDesk(window, _report, Path.home()).show()
    yield "14-what-happened", window


def _report() -> str:
    """What a note of a bug looks like: the trace of one."""
    try:
        raise LookupError("a page without a step")
    except LookupError:
        return traceback.format_exc()
