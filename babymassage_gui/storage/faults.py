"""Turns what SQLite and the file system say into faults that the program foresees. Anything else is a bug and flies."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from babymassage_gui.core.errors import Expected, Fault

# What reading a file may raise. Python decodes SQLite's messages strictly, and "malformed database schema (…)" quotes
# the malformed name.
FILE_ERRORS = (sqlite3.DatabaseError, UnicodeDecodeError)

_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_OUTSIDE = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code (the low byte), 0 for an error that Python raised without one."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def wants_recovery(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether a file cannot be looked over without writing: a power cut left a change half written."""
    return isinstance(error, sqlite3.Error) and primary_code(error) == sqlite3.SQLITE_READONLY


def is_damage(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether a file that is looked over for the first time is spoilt, as against locked or forbidden.

    SQLITE_ERROR is what a header of "unsupported file format" gives; the looking itself has no mistake to report.
    """
    return isinstance(error, UnicodeDecodeError) or primary_code(error) in _DAMAGED | {sqlite3.SQLITE_ERROR}


@contextmanager
def foreseen(path: Path, fault: Fault) -> Iterator[None]:
    """Let foreseeable errors leave as `Expected` with the path and the system's own reason.

    Locked and damaged files have faults of their own; a disk that is full, read-only or failing has `fault`.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if code in _LOCKED:
            raise Expected(Fault.LOG_LOCKED, path=str(path)) from error
        if code in _DAMAGED:
            raise Expected(Fault.LOG_DAMAGED, path=str(path), reason=str(error)) from error
        if code in _OUTSIDE:
            raise Expected(fault, path=str(path), reason=str(error)) from error
        raise
    except UnicodeDecodeError as error:
        raise Expected(Fault.LOG_DAMAGED, path=str(path), reason=str(error)) from error
    except OSError as error:
        raise Expected(fault, path=str(path), reason=error.strerror or str(error)) from error
