"""The keys that mean the same on every page. What they are called for people stands on the page of shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from babymassage_gui.gui.main_window import MainWindow

FULL_SCREEN = "F11"
QUIT = "Ctrl+Q"
"""The same on every system; the one that a system has by custom is not bound everywhere."""
# Ctrl+? where a keyboard has that sign on a key, F1 for whoever looks for help.
HELP = ("Ctrl+?", "F1")


def bind_keys(window: MainWindow, rooms: Sequence[str], turn: Callable[[str], None], knock: Callable[[], None]) -> None:
    """Give a window its keys; `turn` opens one of the rail's rooms. Where no rail stands they are a `knock`: in a
    massage any key stops.
    """

    def bind(keys: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), window, lambda: act() if window.rail.isVisible() else knock())

    for number, key in enumerate(rooms, start=1):
        bind(f"Ctrl+{number}", partial(turn, key))
    for keys in HELP:
        bind(keys, lambda: window.rooms.leaf_wanted.emit("shortcuts"))
    QShortcut(QKeySequence(QUIT), window, window.quit)
    QShortcut(QKeySequence(FULL_SCREEN), window, window.toggle_full_screen)
