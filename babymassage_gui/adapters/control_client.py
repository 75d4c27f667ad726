"""The other end of the window's ear: sends one line to the window of a data folder and brings back its answer.

The socket of the standard library does it, without Qt; on Windows a named pipe needs QLocalSocket.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from babymassage_gui.adapters.control_address import address_of, is_ours
from babymassage_gui.services.control import MOST_BYTES, PATIENCE_SECONDS

AGAIN_SECONDS = 0.05
SILENCE = b""


def ask(folder: Path, line: bytes, seconds: float = PATIENCE_SECONDS) -> bytes | None:
    """The window's answer; None where no window listens, `SILENCE` where one does and says nothing in that time."""
    address = address_of(folder)
    if not is_ours(address):
        return None
    if sys.platform == "win32":
        return ask_by_qt(address, line, seconds)
    return _ask(address, line, seconds)


def ask_until(folder: Path, line: bytes, seconds: float = PATIENCE_SECONDS) -> bytes | None:
    """The same, of a window that is only just opening: it is asked again until the time is over."""
    ends = time.monotonic() + seconds
    while True:
        left = ends - time.monotonic()
        answer = ask(folder, line, max(AGAIN_SECONDS, left))
        if answer is not None or left <= AGAIN_SECONDS:
            return answer
        time.sleep(AGAIN_SECONDS)


def _ask(address: str, line: bytes, seconds: float) -> bytes | None:
    import socket

    ends = time.monotonic() + seconds
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line_out:
        line_out.settimeout(seconds)
        try:
            line_out.connect(address)
        except BlockingIOError:
            return SILENCE
        except OSError:
            return None
        heard = b""
        try:
            line_out.sendall(line)
            while not heard.endswith(b"\n") and len(heard) <= MOST_BYTES:
                line_out.settimeout(max(0.001, ends - time.monotonic()))
                part = line_out.recv(MOST_BYTES)
                if not part:
                    break
                heard += part
        except OSError:
            return SILENCE
    return heard


def ask_by_qt(address: str, line: bytes, seconds: float) -> bytes | None:
    """The same through QLocalSocket, which finds a named pipe of Windows by its name."""
    from PySide6.QtNetwork import QLocalSocket

    milliseconds = round(1000 * seconds)
    caller = QLocalSocket()
    caller.connectToServer(address)
    if not caller.waitForConnected(milliseconds):
        return None
    caller.write(line)
    while not caller.canReadLine():
        if not caller.waitForReadyRead(milliseconds):
            return SILENCE
    return bytes(caller.readLine(MOST_BYTES + 2).data())
