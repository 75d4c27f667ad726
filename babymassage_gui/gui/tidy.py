"""Has memory that lies free given back a moment after each change of a session, when nobody waits for a frame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from babymassage_gui.gui.bridge import Bridge

AFTER_MS = 2000
"""By then the page of the change stands, and what the one before it held is let go."""


def tidy_after_changes(bridge: Bridge, give_back: Callable[[], None]) -> None:
    """From now on, for as long as the bridge lives."""
    timer = QTimer(bridge, singleShot=True, interval=AFTER_MS)
    timer.timeout.connect(give_back)
    bridge.happened.connect(lambda _happening: timer.start())
