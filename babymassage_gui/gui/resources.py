"""Where the one file lies that holds what Qt paints, plays and says, and what a desktop reads about the program."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources.rcc"
SHARE = Path(__file__).resolve().parent.parent / "share"
# The name of the desktop file, the icons and the window: docs/decisions/071-an-id-that-nobody-owns.md
APP_ID = "arpa.home.babymassage"
