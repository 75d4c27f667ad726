"""The story of the pages that are only read: keys, licences, what happened after a bug; for tools/screenshots.py."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from babymassage_gui.gui.leaf_desk import LICENCES, SHORTCUTS
from babymassage_gui.gui.pages.crash import CrashPage
from babymassage_gui.gui.pages.licences import LicencesPage
from tools.studio import Studio

Picture = tuple[str, QWidget]
# As the page tells it, without what tells on whose computer the picture was made.
REPORT = """babymassage-gui 0.1.0
Python 3.11, Qt 6.11, Linux
xcb, 1280x800

Traceback (most recent call last):
  File "babymassage_gui/gui/pages/session.py", line 84, in show_instant
    self._show_zones(session, at)
LookupError: a part of the body without a name
"""


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
    happened = CrashPage(window.theme, window.stack)
    window.stack.addWidget(happened)
    happened.show_report(REPORT)
    window.show_page(happened)
    yield "14-what-happened", window
