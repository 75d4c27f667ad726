"""Where the window lay, in a small file beside the settings. It is no setting: a copy of it helps nobody elsewhere."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from babymassage_gui.core.window_place import Area, Place

FILE_NAME = "window-place.json"
FIELDS = ("x", "y", "width", "height")
# No desktop is so large; a number beyond it is damage.
FARTHEST = 100_000


def read_place(folder: Path) -> Place | None:
    """Where the window lay; None if that is not known, or not whole."""
    try:
        content = json.loads((folder / FILE_NAME).read_bytes())
        values = [content[name] for name in FIELDS]
        maximized = content["maximized"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    if not all(type(value) is int and abs(value) <= FARTHEST for value in values) or type(maximized) is not bool:
        return None
    return Place(Area(*values), maximized)


def keep_place(folder: Path, place: Place) -> None:
    """Write it down; where that cannot be, the next window lies where a first one does."""
    # The first paint waits for `read_place`, and writing brings SQLite with it.
    from babymassage_gui.core.errors import Expected, Fault
    from babymassage_gui.storage import files
    from babymassage_gui.storage.faults import foreseen

    path = folder / FILE_NAME
    part = files.part_of(path)
    values = [place.area.x, place.area.y, place.area.width, place.area.height]
    content = {**dict(zip(FIELDS, values, strict=True)), "maximized": place.maximized}
    with suppress(Expected):
        files.make_folder(folder)
        with foreseen(path, Fault.SETTINGS_NOT_WRITTEN):
            files.new_file(part)
            part.write_text(json.dumps(content) + "\n", encoding="utf-8")
            files.put_in_place(part, path)
