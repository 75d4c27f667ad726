"""What Qt's sound libraries say about the system when they are loaded is not for the parent: it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import qInstallMessageHandler


@contextmanager
def quietly() -> Iterator[None]:
    """Let Qt's messages go unheard for a moment."""
    before = qInstallMessageHandler(lambda _kind, _context, _text: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
