"""Keeps the screen awake with wakepy. Each stretch has a thread of its own, in which it begins and ends.

wakepy asks that of its callers, and a desktop that does not answer must not hold up a session.
"""

from __future__ import annotations

import threading

from babymassage_gui.services.wakefulness import Told

# How long the end of the program waits for the system to be told; the system lets go of a process that is gone anyway.
LAST_SECONDS = 1.0


class ScreenKeeper:
    """Fits the port `services.wakefulness.KeepAwake`. wakepy is imported when it is first needed, in the thread."""

    def __init__(self) -> None:
        self._over: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def take(self, told: Told) -> None:
        """Ask for the screen to stay awake; one stretch at a time."""
        self.release()
        over = threading.Event()
        self._over = over
        # A daemon: a desktop that never answers does not keep the program from ending.
        self._thread = threading.Thread(target=_keep, args=(told, over), name="keep-awake", daemon=True)
        self._thread.start()

    def release(self) -> None:
        """Let go. The thread tells the system in its own time."""
        if self._over is not None:
            self._over.set()
            self._over = None

    def close(self) -> None:
        """The program ends: let go, and wait a moment until the system knows."""
        self.release()
        if self._thread is not None:
            self._thread.join(LAST_SECONDS)
            self._thread = None


def _keep(told: Told, over: threading.Event) -> None:
    try:
        from wakepy import keep

        with keep.presenting(on_fail="pass") as mode:
            if not over.is_set():
                told(mode.active)
            over.wait()
    except Exception:  # edge: a worker; what a desktop answers cannot be foreseen, and a dark screen ends nothing
        if not over.is_set():
            told(False)
