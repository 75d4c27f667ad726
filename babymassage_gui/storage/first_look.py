"""Which colours the settings ask for, read by itself before anything else: night must not begin with a white window."""

from __future__ import annotations

import json
from pathlib import Path

FILE_NAME = "settings.json"


def colours_asked(folder: Path) -> str:
    """The word for the colours in the settings file, empty if none can be had.

    A damaged file is no affair of this look: `SettingsFile.load` reads it again in a moment, sets it aside and tells.
    """
    try:
        content = json.loads((folder / FILE_NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return ""
    asked = content.get("theme") if isinstance(content, dict) else None
    return asked if isinstance(asked, str) else ""
