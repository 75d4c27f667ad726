"""What Qt's sound libraries say about the system when they are loaded is not for the parent: it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLoggingCategory


@contextmanager
def quietly() -> Iterator[None]:
    """Let Qt's messages go unheard for a moment.

    By Qt's own filter, never by a message handler in Python: a library says something while it is being loaded, with
    the loader's lock held, and a handler may hand Python's own lock to a thread that waits for the loader. Then both
    wait for ever.
    """
    QLoggingCategory.setFilterRules("*=false")
    try:
        yield
    finally:
        QLoggingCategory.setFilterRules("")
