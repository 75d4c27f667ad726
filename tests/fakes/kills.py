"""Killing a process in the middle of what it does to a log, at a moment of chance, and what has to be there then."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from types import MappingProxyType

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.exchange import Archive, KeptSession, Stamp
from babymassage_gui.services import json_file
from babymassage_gui.storage import backup
from babymassage_gui.storage.opening import FILE_NAME, back_up, open_log
from babymassage_gui.storage.shelf import BackupShelf
from tests.fakes.full_log import NOW, over
from tests.fakes.stored import ADA, NOON, WallClock, some_id

ROOT = Path(__file__).resolve().parents[2]
BROUGHT = 300
LONGEST_SECONDS = 0.12

# What a child does once it has said that it is ready; the parent kills it at some moment after that.
_CHILD = """
import sys
from datetime import timedelta
from pathlib import Path
from babymassage_gui.storage.opening import back_up, open_log
from babymassage_gui.storage.shelf import BackupShelf
from babymassage_gui.services import json_file
from tests.fakes.stored import ADA, NOON, WallClock
from tests.fakes.full_log import NOW
folder, clock = Path(sys.argv[1]), WallClock(NOW)
"""
_ACTS = MappingProxyType(
    {
        "migrate": "print('ready', flush=True)\nopen_log(folder, clock)\n",
        "import": (
            "brought = json_file.read((folder / 'brought.json').read_text(), NOW).archive\n"
            "log = open_log(folder, clock).log\nprint('ready', flush=True)\nlog.merge(brought, dry_run=False)\n"
        ),
        "restore": (
            "log = open_log(folder, clock).log\nprint('ready', flush=True)\nBackupShelf(log, clock).restore(NOON)\n"
        ),
        "backup": (
            "log = open_log(folder, clock).log\nprint('ready', flush=True)\n"
            "for _ in range(50):\n    clock.go_on(minutes=1)\n    log.save(ADA)\n    back_up(log, clock())\n"
        ),
    }
)


def _many(folder: Path) -> None:
    """A log of some hundred sessions, with a backup from noon, when there was one."""
    with open_log(folder, WallClock()).log as log:
        log.save(ADA)
        log.begin(over("0"))
        back_up(log, NOON)
        for number in range(1, BROUGHT):
            log.begin(over(f"{number}", NOON + timedelta(hours=number)))


def _older(folder: Path) -> None:
    """A log of version 2 with some hundred sessions."""
    dump = ROOT / "tests" / "data" / "log-version-2.sql"
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
        columns = [row[1] for row in connection.execute("PRAGMA table_info(session)")]
        rest = ", ".join(columns[1:])
        for number in range(BROUGHT):
            ident = f"00000000-0000-4000-8000-{number:012}"
            query = f"INSERT INTO session SELECT ?, {rest} FROM session WHERE id = ?"
            connection.execute(query, (ident, some_id("first")))
        connection.commit()


def _with_file(folder: Path) -> None:
    """A log of one session beside a file that brings some hundred."""
    with open_log(folder, WallClock()).log as log:
        log.save(ADA)
        log.begin(over("mine", NOON - timedelta(days=1)))
        babies = log.archive().babies
    sessions = (over(f"{number}", NOON + timedelta(minutes=10 * number)) for number in range(BROUGHT))
    archive = Archive(babies, tuple(KeptSession(session, Stamp(NOON)) for session in sessions))
    (folder / "brought.json").write_text(json_file.write(archive, NOW, "1.0"), encoding="utf-8")
    json.loads((folder / "brought.json").read_text(encoding="utf-8"))


_BEFORE: Mapping[str, Callable[[Path], None]] = MappingProxyType(
    {"migrate": _older, "import": _with_file, "restore": _many, "backup": _many}
)
# How many sessions may be there after a kill: all or nothing of what was done.
_AFTER = MappingProxyType(
    {
        "import": {1, 1 + BROUGHT},
        "restore": {1, BROUGHT},
        "backup": {BROUGHT},
    }
)


def kill_in(act: str, chance: Random) -> int:
    """Kill one process in the middle of an act; how many sessions are there after it.

    AssertionError if anything is lost, half done or damaged.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _BEFORE[act](folder)
        expected = _AFTER.get(act) or {_count(folder)}
        with subprocess.Popen(
            [sys.executable, "-c", _CHILD + _ACTS[act], str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(chance.uniform(0.0, LONGEST_SECONDS))
            child.kill()
        return _look(folder, expected)


def _look(folder: Path, expected: set[int]) -> int:
    later = WallClock(NOW + timedelta(days=1))
    with open_log(folder, later).log as log:
        found = _count(folder)
        assert found in expected, (found, expected)
        assert log.damaged_rows == 0
        facts = BackupShelf(log, later).backups()
        # What was there before and does not hold any more is in a backup.
        if expected == {1, BROUGHT} and found == 1:
            assert any(one.massages == BROUGHT for one in facts)
    assert backup.newest_good(folder / backup.FOLDER, later()) is not None
    again = open_log(folder, later)
    again.log.close()
    assert again.report.outcome is OpenOutcome.FINE
    shutil.rmtree(folder / backup.FOLDER)
    return found


def _count(folder: Path) -> int:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return int(connection.execute("SELECT count(*) FROM session WHERE ending IS NOT NULL").fetchone()[0])
