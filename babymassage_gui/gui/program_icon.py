"""The program's own icon, for the window and for the place beside the clock."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from babymassage_gui.gui.resources import APP_ID, SHARE

ICON_SIZES = (16, 32, 48, 64, 128, 256)


def program_icon() -> QIcon:
    """The program's own, as its desktop file has it; a desktop that knows the program by its id shows that one."""
    icon = QIcon()
    for size in ICON_SIZES:
        icon.addFile(str(SHARE / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{APP_ID}.png"))
    return icon
