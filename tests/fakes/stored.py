"""What the tests of storage put into a log: a baby, sessions and steps, and a wall clock that is set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from babymassage_gui.core.history import Ending, Kind, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import Opened, open_log

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)


@dataclass
class WallClock:
    """A wall clock: calling it gives the time that was set."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **time: float) -> None:
        self.now += timedelta(**time)


def some_id(name: str) -> str:
    """A UUID, always the same for a name."""
    return str(uuid5(NAMESPACE_OID, name))


ADA = Baby(id=some_id("Ada"), name="Ada", born=date(2025, 3, 1))


def a_session(name: str = "first", start: datetime = NOON, baby: Baby = ADA) -> SessionRecord:
    """A session that has just begun."""
    return SessionRecord(
        id=some_id(name),
        baby_id=baby.id,
        kind=Kind.MASSAGE,
        routine_id="everyday",
        started_at=start,
        utc_offset_minutes=120,
        target_minutes=3,
        planned_seconds=180.0,
        plan='{"steps": ["leg-milking"]}',
    )


def a_step(name: str = "leg-milking", outcome: StepOutcome = StepOutcome.DONE, seconds: float = 12.5) -> StepRecord:
    """A step as it was played."""
    return StepRecord(name, outcome, seconds)


def a_saying(name: str = "fed", at: datetime = NOON, baby: Baby = ADA) -> Said:
    """The baby was fed."""
    return Said(some_id(name), baby.id, "W-01", "fed", at)


def put_session(log: SqliteLog, name: str, start: datetime = NOON, steps: int = 2) -> str:
    """A finished session in the log; its id."""
    session = a_session(name, start)
    log.begin(session)
    for number in range(steps):
        log.record_step(session.id, a_step(f"step-{number}"), 10.0 * (number + 1), start + timedelta(seconds=number))
    log.finish(session.id, Ending.FINISHED, 10.0 * steps, start + timedelta(minutes=1))
    return session.id


def fill(folder: Path, clock: WallClock, *names: str) -> None:
    """Sessions and a thing said before each in the log, and one minute later a closed file."""
    with open_log(folder, clock).log as log:
        log.save(ADA)
        for name in names:
            log.say(a_saying(f"before {name}", clock()))
            put_session(log, name, clock())
    clock.go_on(minutes=1)


def session_ids(opened: Opened) -> list[str]:
    """The sessions of a log that was just opened; it is closed again."""
    with opened.log as log:
        return [session.id for session in log.sessions(ADA.id)]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
