"""From `forbid` on this process and its children may open no socket that leads to a network; one that does is killed.

On Linux the kernel sees to it (a seccomp filter on `socket`), so that Qt's own code is held to it too. Elsewhere an
audit hook ends the process at Python's sockets, which is all that can be seen there. Sockets of this computer alone
(AF_UNIX: the screen, the window's control) are allowed.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import socket
import struct
import sys

# The number of `socket`, and the name of the machine, in linux/audit.h.
_MACHINES = {"x86_64": (41, 0xC000003E), "aarch64": (198, 0xC00000B7)}
_LOAD, _EQUAL, _ANSWER = 0x20, 0x15, 0x06
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_INTERNET = (int(socket.AF_INET), int(socket.AF_INET6))
# What a shell shows for a process that was killed so.
KILLED = -signal.SIGSYS if hasattr(signal, "SIGSYS") else -9


def forbid() -> str:
    """Forbid it for good; the answer is who sees to it: "kernel" or "hook"."""
    sys.addaudithook(_hook)
    if sys.platform == "linux" and platform.machine() in _MACHINES:
        _filter(*_MACHINES[platform.machine()])
        return "kernel"
    return "hook"


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in _INTERNET:
        os.kill(os.getpid(), -KILLED)


def _filter(number: int, machine: int) -> None:
    rules = (
        (_LOAD, 0, 0, 4), (_EQUAL, 0, 5, machine),
        (_LOAD, 0, 0, 0), (_EQUAL, 0, 3, number),
        (_LOAD, 0, 0, 16), (_EQUAL, 2, 0, _INTERNET[0]), (_EQUAL, 1, 0, _INTERNET[1]),
        (_ANSWER, 0, 0, _ALLOW), (_ANSWER, 0, 0, _KILL),
    )  # fmt: skip
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = ctypes.create_string_buffer(struct.pack("HP", len(rules), ctypes.addressof(code)))
    kernel = ctypes.CDLL(None, use_errno=True)
    for words in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SECCOMP, _FILTER, ctypes.addressof(program), 0, 0)):
        if kernel.prctl(*(ctypes.c_ulong(word) for word in words)):
            raise OSError(ctypes.get_errno(), "the kernel cannot forbid the network here")
