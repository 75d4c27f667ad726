"""Where the window of a data folder listens: a socket in the folder itself, so that each folder has its own window.

A socket's path has room for about a hundred bytes; a folder that lies deeper has its socket among the run-time files of
the user, under a name made of the folder's. On Windows it is a named pipe of that name.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE_NAME = "window.sock"
# 108 on Linux, 104 on macOS, with a zero at the end; Qt makes the socket in a folder of six letters beside it first.
MOST_PATH_BYTES = 90


def address_of(folder: Path) -> str:
    """The path of the socket, or the name of the pipe."""
    whole = os.path.realpath(folder)
    path = os.path.join(whole, FILE_NAME)  # noqa: PTH118 - a string is what both sides take
    if sys.platform != "win32" and len(os.fsencode(path)) <= MOST_PATH_BYTES:
        return path
    import hashlib

    name = f"babymassage-gui-{hashlib.sha256(os.fsencode(whole)).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    import tempfile

    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir(), f"{name}-{os.getuid()}.sock"))


def is_ours(address: str) -> bool:
    """Whether a socket is there that this user made. A pipe is asked for its owner by Qt."""
    if sys.platform == "win32":
        return True
    try:
        return os.lstat(address).st_uid == os.getuid()
    except OSError:
        return False
