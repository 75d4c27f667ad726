"""The part of the composition root that joins a window to what is heard, and to what hears and wakes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babymassage_gui.adapters.control_socket import ControlSocket
    from babymassage_gui.adapters.crash_notes import CrashNotes
    from babymassage_gui.adapters.desktop_entry import Autostart
    from babymassage_gui.adapters.keep_awake import ScreenKeeper
    from babymassage_gui.adapters.notices import NoticeBoard
    from babymassage_gui.core.ports import Senses
    from babymassage_gui.gui.app import House


def ear_and_screen(folder: Path) -> tuple[ControlSocket, ScreenKeeper]:
    """What a command line speaks to, and what keeps the screen awake; neither does anything before it is asked."""
    from babymassage_gui.adapters.control_socket import ControlSocket
    from babymassage_gui.adapters.keep_awake import ScreenKeeper

    return ControlSocket(folder), ScreenKeeper()


def watched_notes(folder: Path) -> CrashNotes:
    """The notes of bugs, which hear of ends too that Python never hears of."""
    from babymassage_gui.adapters.crash_notes import CrashNotes

    notes = CrashNotes(folder)
    notes.watch_hard_ends()
    return notes


def with_desktop(house: House, notes: CrashNotes, folder: Path) -> House:
    """The house with what it needs of a desktop: notifications, a start with the computer, the notes of bugs."""

    def close() -> None:
        house.close()
        notes.stop_watching()

    return replace(
        house, close=close, newest_note=notes.newest, notes_folder=folder, notices=notices(), starter=starter(),
        open_sample=open_sample,
    )  # fmt: skip


def notices() -> NoticeBoard | None:
    """The desktop's notifications, where the program speaks their language; elsewhere the tray has its own."""
    import sys

    if not sys.platform.startswith("linux"):
        return None
    from babymassage_gui.adapters.notices import NoticeBoard

    return NoticeBoard("arpa.home.babymassage", "Baby massage")


def starter() -> Autostart | None:
    """What lets the program start with the computer, where that is a file of the user's."""
    import os
    import sys

    if not sys.platform.startswith("linux") or "FLATPAK_ID" in os.environ:
        return None
    from babymassage_gui.adapters.desktop_entry import Autostart, config_home, this_program

    return Autostart(config_home(os.environ, Path.home()), this_program())


def open_sample() -> bool:
    """A window on a sample family, beside this one."""
    from babymassage_gui.adapters.another_window import start_beside
    from babymassage_gui.adapters.desktop_entry import this_program

    return start_beside(this_program(), "--sample")


def senses() -> Senses:
    """The system's voice and loudspeaker; neither is asked for before it is wanted."""
    from babymassage_gui.adapters.chime import SystemChimes
    from babymassage_gui.adapters.speech import SystemSpeech
    from babymassage_gui.core.ports import Senses

    return Senses(SystemSpeech(), SystemChimes())
