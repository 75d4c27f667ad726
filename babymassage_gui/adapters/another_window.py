"""Starts this program once more, beside the window that is open."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence


def start_beside(program: Sequence[str], *words: str) -> bool:
    """Start it with words of its own; it stays when this one ends. False: that could not be."""
    try:
        started = subprocess.Popen(  # noqa: S603 - the words are the program's own
            [*program, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError:
        return False
    # Somebody has to hear of its end, or it would stay in the list of processes as long as this one.
    threading.Thread(target=started.wait, name="another-window", daemon=True).start()
    return True
