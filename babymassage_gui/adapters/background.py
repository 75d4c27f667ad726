"""Work that may take long, in a thread of its own: a folder on a network may answer late or never."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


def start(work: Callable[[], _Result], done: Callable[[_Result | Exception], None]) -> threading.Thread:
    """Begin the work; `done` is called in its thread, with the result or with what was raised."""

    def go() -> None:
        found: _Result | Exception
        try:
            found = work()
        except Exception as error:  # edge: worker; whoever waits for it raises it where bugs are written down
            found = error
        done(found)

    # A daemon: what never comes back does not keep the program from ending.
    thread = threading.Thread(target=go, name="background", daemon=True)
    thread.start()
    return thread


def within(seconds: float, work: Callable[[], _Result]) -> _Result | None:
    """The result of the work, None if it takes longer; what it raises is raised."""
    found: list[_Result | Exception] = []
    start(work, found.append).join(seconds)
    if not found:
        return None
    if isinstance(found[0], Exception):
        raise found[0]
    return found[0]
