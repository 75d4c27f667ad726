"""The window's ear: a local socket that only this user can open. One line in, one line out, and the caller is gone.

Where there are Unix sockets they are the standard library's, watched by Qt's loop: QtNetwork would cost a running
session nearly three megabytes. On Windows it is Qt's named pipe. Nothing is opened before the window begins to listen,
after its first paint.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from babymassage_gui.adapters.control_address import address_of
from babymassage_gui.services.control import MOST_BYTES, PATIENCE_SECONDS

if TYPE_CHECKING:
    from PySide6.QtCore import QSocketNotifier, QTimer

    from babymassage_gui.adapters.control_pipe import ControlPipe

# A hotkey daemon needs one; many more are somebody's mistake.
MOST_CALLERS = 8
Answering = Callable[[bytes], bytes]


class ControlSocket:
    """Listens beside the log of a data folder. Only the holder of the folder's lock may listen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._address = ""
        self._ear: socket.socket | None = None
        self._pipe: ControlPipe | None = None
        self._watch: QSocketNotifier | None = None
        self._answer: Answering = lambda _line: b""
        self._callers: set[_Caller] = set()
        self._over = False

    def listen(self, answer: Answering) -> bool:
        """Answer each line from now on. False: it cannot be, and the window is a window without that (or closed)."""
        if self._over:
            return False
        self._answer, self._address = answer, address_of(self._folder)
        if sys.platform == "win32":
            from babymassage_gui.adapters.control_pipe import ControlPipe

            self._pipe = ControlPipe(self._address)
            return self._pipe.listen(answer)
        try:
            self._ear = _open_ear(self._address)
        except OSError:
            return False
        from PySide6.QtCore import QSocketNotifier

        self._watch = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read)
        self._watch.activated.connect(self._on_caller)
        return True

    def close(self) -> None:
        """Listen no more; the socket is removed."""
        self._over = True
        if self._pipe is not None:
            self._pipe.close()
        for caller in tuple(self._callers):
            caller.hang_up()
        if self._ear is not None and self._watch is not None:
            self._watch.setEnabled(False)
            self._ear.close()
            self._ear = None
            with suppress(OSError):
                os.unlink(self._address)  # noqa: PTH108 - a string is what both sides take

    def _on_caller(self) -> None:
        if self._ear is None:
            return
        try:
            line, _ = self._ear.accept()
        except OSError:
            return
        if len(self._callers) >= MOST_CALLERS:
            line.close()
            return
        self._callers.add(_Caller(line, self._answer, self._callers.discard))


def _open_ear(address: str) -> socket.socket:
    """A socket that nobody else can open. What a crash left behind goes first: the lock is ours, nobody listens there.

    Raises:
        OSError: it cannot be made there.
    """
    with suppress(FileNotFoundError):
        os.unlink(address)  # noqa: PTH108 - a string is what both sides take
    ear = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        ear.setblocking(False)
        ear.bind(address)
        ear.listen(MOST_CALLERS)
    except OSError:
        ear.close()
        raise
    finally:
        os.umask(before)
    return ear


class _Caller:
    """One caller: heard until its line is whole, too long, or too late; answered once."""

    def __init__(self, line: socket.socket, answer: Answering, gone: Callable[[_Caller], None]) -> None:
        from PySide6.QtCore import QSocketNotifier, QTimer

        self._line, self._answer, self._gone = line, answer, gone
        self._heard = b""
        line.setblocking(False)
        self._watch = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read)
        self._watch.activated.connect(self._on_words)
        # Whoever says nothing is not waited for.
        self._patience: QTimer = QTimer(singleShot=True, interval=round(1000 * PATIENCE_SECONDS))
        self._patience.timeout.connect(self.hang_up)
        self._patience.start()

    def _on_words(self) -> None:
        try:
            words = self._line.recv(MOST_BYTES + 1 - len(self._heard))
        except BlockingIOError:
            return
        except OSError:
            words = b""
        self._heard += words
        if words and b"\n" not in self._heard and len(self._heard) <= MOST_BYTES:
            return
        if self._heard:
            line, newline, _ = self._heard.partition(b"\n")
            with suppress(OSError):
                self._line.sendall(self._answer(line + newline))
        self.hang_up()

    def hang_up(self) -> None:
        """The caller is gone."""
        self._patience.stop()
        self._watch.setEnabled(False)
        self._line.close()
        self._gone(self)
