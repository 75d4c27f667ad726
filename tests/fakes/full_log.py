"""Logs with something of everything, for what takes it all along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from babymassage_gui.core.history import Ending, Mood, SessionRecord, StepOutcome
from babymassage_gui.core.profile import Baby, Colour
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.belongings import Belongings, Files
from babymassage_gui.services.exchange import Exchange, Format, Preview
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.storage import family_files
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.shelf import BackupShelf
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue
from tests.fakes.stored import ADA, NOON, WallClock, a_saying, a_session, a_step, some_id
from tests.fakes.stores import FakeSettings

BEN = Baby(some_id("Ben"), "Ben", ADA.born, navel_healed=True, colour=Colour.SEA)
ZONE = timezone(timedelta(hours=2))
NOW = NOON + timedelta(days=10)


def over(name: str, start: datetime = NOON, baby: Baby = ADA, **changes: Any) -> SessionRecord:
    """A massage of three minutes that is over."""
    end = start + timedelta(minutes=3)
    ended = replace(
        a_session(name, start, baby), plan="", active_seconds=180.0, last_seen_at=end, ended_at=end,
        ending=Ending.FINISHED, mood=Mood.CALM, steps=(a_step(), a_step("arm-milking", StepOutcome.SKIPPED, 0.0)),
    )  # fmt: skip
    return replace(ended, **changes)


def fill_log(log: SqliteLog) -> None:
    """Two babies, sessions of both, one corrected, one deleted, one that was cut off, things said and taken back."""
    log.save(replace(ADA, due=date(2025, 4, 1)))
    log.save(BEN)
    log.begin(over("first", note='=1+1 "quoted", and\nmore'))
    log.begin(over("second", NOON + timedelta(days=1)))
    log.correct(over("second", NOON + timedelta(days=1), mood=Mood.CRIED))
    log.begin(over("gone", NOON + timedelta(days=2)))
    log.remove(some_id("gone"))
    log.begin(over("of Ben", NOON + timedelta(days=1), BEN))
    log.begin(a_session("cut", NOON + timedelta(days=9)))
    log.record_step(some_id("cut"), a_step(), 10.0, NOON + timedelta(days=9, seconds=30))
    log.say(a_saying())
    log.say(a_saying("taken back"))
    log.unsay(some_id("taken back"))


@contextmanager
def opened(folder: Path, clock: WallClock | None = None) -> Iterator[SqliteLog]:
    """A log in a folder of its own."""
    with open_log(folder, clock or WallClock(NOW)).log as log:
        yield log


class Door:
    """One family's way out and in, on a log of its own."""

    def __init__(self, log: SqliteLog, now: datetime = NOW) -> None:
        self.log = log
        self.exchange = Exchange(
            catalogue(), log, FakeClock(now.astimezone(ZONE)), lambda wall: wall.replace(tzinfo=ZONE)
        )

    @property
    def baby(self) -> Baby | None:
        babies = self.log.babies()
        return babies[0] if babies else None

    def look(self, data: str | bytes) -> Preview:
        """What a file would do."""
        raw = data.encode() if isinstance(data, str) else data
        return self.exchange.look(raw, self.baby, Settings())

    def read_in(self, data: str | bytes) -> Preview:
        """Look at a file, then take it in; both say the same."""
        preview = self.look(data)
        assert self.exchange.take_in(preview) == preview.merged
        return preview


class Family:
    """One family at one computer, with its data in its hands."""

    def __init__(self, log: SqliteLog, *, only_read: bool = False) -> None:
        self.log = log
        clock = FakeClock(NOW.astimezone(ZONE))
        self.settings = FakeSettings()
        ids = (some_id(f"new {number}") for number in range(10_000))
        self.household = Household(catalogue(), Stores(log, log, log, self.settings), clock, lambda: next(ids))
        exchange = Exchange(catalogue(), log, clock, lambda wall: wall.replace(tzinfo=ZONE))
        shelf = None if only_read else BackupShelf(log, WallClock(NOW))
        files = Files(family_files.write, family_files.read)
        self.data = Belongings(self.household, exchange, shelf, files, "1.0")


def exported(door: Door) -> str:
    """Everything that one family has, as JSON."""
    return door.exchange.export(Format.JSON, Settings(), "1.0")


def changed(text: str, of: str, number: int, **cells: object) -> str:
    """An export with other cells in one row of a list."""
    values = json.loads(text)
    values[of][number].update(cells)
    return json.dumps(values)
