"""Connections to the log's file, and its transactions: begun and ended by hand, committed or without a trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

BUSY_SECONDS = 2.0


def connect(path: Path, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open an existing file for reading and writing: WAL, every commit on the disk, foreign keys held."""
    connection = _connect(path, "mode=rw", busy_seconds)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open an existing file only to read it: neither it nor its -wal changes, not even on closing."""
    return _connect(path, "mode=ro", busy_seconds)


def connect_to_recover(path: Path, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open an existing file so that SQLite may roll back what a power cut left half written, and no more."""
    return _connect(path, "mode=rw", busy_seconds)


def connect_to_backup(path: Path) -> sqlite3.Connection:
    """Open a backup to read it. Nobody writes to one, so no companion files are made beside it."""
    return _connect(path, "mode=ro&immutable=1", BUSY_SECONDS)


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """All of the statements inside, on the disk at the end, or none of them."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    finally:
        # Also after a COMMIT that failed; some errors have rolled back by themselves.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def snapshot(connection: sqlite3.Connection) -> AbstractContextManager[None]:
    """Several reads of one and the same state; other processes may write meanwhile."""
    return transaction(connection, "BEGIN")


def quick_check(connection: sqlite3.Connection) -> bool:
    """SQLite's own look at the file's structure."""
    return [row[0] for row in connection.execute("PRAGMA quick_check")] == ["ok"]


def _connect(path: Path, query: str, busy_seconds: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{query}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=busy_seconds)
    connection.text_factory = _text
    return connection


def _text(raw: bytes) -> str | bytes:
    """Text, or the bytes themselves where an altered cell is no text any more: one row's trouble, not the query's."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw
