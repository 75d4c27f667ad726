"""The window's ear on Windows: a named pipe of Qt's that only this user can open. Not tried on Windows itself.

QtNetwork is imported when the window begins to listen, after its first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from babymassage_gui.services.control import MOST_BYTES, PATIENCE_SECONDS

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# A hotkey daemon needs one; many more are somebody's mistake.
MOST_CALLERS = 8


class ControlPipe:
    """Listens under a name. Only the holder of the data folder's lock may listen."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._server: QLocalServer | None = None
        self._answer: Callable[[bytes], bytes] = lambda _line: b""
        self._callers = 0

    def listen(self, answer: Callable[[bytes], bytes]) -> bool:
        """Answer each line from now on. False: it cannot be, and the window is a window without that."""
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:
            return False
        server, address = QLocalServer(), self._address
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # What a crash left behind: the lock is ours, so nobody listens there.
        QLocalServer.removeServer(address)
        if not server.listen(address):
            return False
        self._answer, self._server = answer, server
        server.newConnection.connect(self._on_callers)
        return True

    def close(self) -> None:
        """Listen no more; the socket is removed."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _on_callers(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            if self._callers >= MOST_CALLERS:
                caller.abort()
                caller.deleteLater()
                continue
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        from PySide6.QtCore import QTimer

        self._callers += 1
        caller.setReadBufferSize(MOST_BYTES + 1)
        caller.readyRead.connect(lambda: self._on_line(caller))
        caller.disconnected.connect(lambda: self._on_gone(caller))
        # Whoever says nothing is not waited for.
        QTimer.singleShot(round(1000 * PATIENCE_SECONDS), caller, caller.abort)
        if caller.bytesAvailable():
            self._on_line(caller)

    def _on_line(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine() and caller.bytesAvailable() <= MOST_BYTES:
            return
        line = bytes(caller.readLine(MOST_BYTES + 2).data())
        caller.readyRead.disconnect()
        caller.write(self._answer(line))
        caller.disconnectFromServer()

    def _on_gone(self, caller: QLocalSocket) -> None:
        self._callers -= 1
        caller.deleteLater()
