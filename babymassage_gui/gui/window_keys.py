"""The keys that mean the same on every page. What they are called for people stands on the page of shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from babymassage_gui.gui.main_window import MainWindow

FULL_SCREEN = "F11"
# Ctrl+? where a keyboard has that sign on a key, F1 for whoever looks for help.
HELP = ("Ctrl+?", "F1")


def bind_keys(window: MainWindow, rooms: Sequence[str], turn: Callable[[str], None]) -> None:
    """Give a window its keys; `turn` opens one of the rail's rooms."""
    for number, key in enumerate(rooms, start=1):
        QShortcut(QKeySequence(f"Ctrl+{number}"), window, lambda key=key: turn(key))
    QShortcut(QKeySequence.StandardKey.Quit, window, window.quit)
    QShortcut(QKeySequence(FULL_SCREEN), window, window.toggle_full_screen)
    for key in HELP:
        QShortcut(QKeySequence(key), window, lambda: window.rooms.leaf_wanted.emit("shortcuts"))
