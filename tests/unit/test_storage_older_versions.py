"""A log that an older version of the tables wrote is backed up, led to the newest version and loses nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.history import Ending, Mood, StepOutcome
from babymassage_gui.core.said import Said
from babymassage_gui.storage.backup import newest_good
from babymassage_gui.storage.opening import FILE_NAME, open_log, open_to_read
from babymassage_gui.storage.schema import MIGRATIONS
from tests.fakes.stored import ADA, NOON, WallClock, a_saying, a_session, a_step, some_id

DATA = Path(__file__).parent.parent / "data"
PROFILE = replace(ADA, due=date(2025, 4, 10), navel_healed=True, doctor_yes_on=date(2025, 5, 20), early_start=True)
# The plan of a session that is over goes in the upgrade to version 3: it was for going on.
WRAPPED_UP = replace(
    a_session(),
    plan="",
    active_seconds=20.0,
    last_seen_at=NOON + timedelta(minutes=1),
    ended_at=NOON + timedelta(minutes=1),
    ending=Ending.FINISHED,
    mood=Mood.CALM,
    note="smiled",
    steps=(a_step(), a_step("arm-milking", StepOutcome.SKIPPED, 7.5)),
)
CUT_OFF = replace(
    a_session("second", NOON + timedelta(days=1)),
    active_seconds=12.5,
    last_seen_at=NOON + timedelta(days=1, seconds=30),
    steps=(a_step(),),
)


@pytest.fixture
def clock() -> WallClock:
    return WallClock(NOON + timedelta(days=3))


@pytest.fixture(params=[1, 2])
def version(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture
def folder(tmp_path: Path, version: int) -> Path:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.executescript((DATA / f"log-version-{version}.sql").read_text(encoding="utf-8"))
    return tmp_path


def said_in(version: int) -> tuple[Said, ...]:
    """What parents said is kept since version 2."""
    return () if version == 1 else (a_saying(),)


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_it_is_migrated_and_everything_in_it_is_there(folder: Path, clock: WallClock, version: int) -> None:
    opened = open_log(folder, clock)

    with opened.log as log:
        assert opened.report.outcome is OpenOutcome.MIGRATED
        assert log.babies() == (PROFILE,)
        assert log.sessions(ADA.id) == (WRAPPED_UP, CUT_OFF)
        assert [session.id for session in log.discarded(ADA.id)] == [some_id("third")]
        assert log.sayings(ADA.id) == said_in(version)
        assert log.damaged_rows == 0
        log.say(a_saying("again"))
        assert log.sayings(ADA.id) == tuple(sorted((*said_in(version), a_saying("again")), key=lambda said: said.id))
        (packed,) = log.connection.execute("SELECT steps FROM session WHERE id = ?", (WRAPPED_UP.id,)).fetchone()
        assert packed == '[["leg-milking",12.5],["arm-milking",7.5,"skipped"]]'
        # The journal holds what may be gone on with.
        left = log.connection.execute("SELECT count(*) FROM step WHERE session_id = ?", (CUT_OFF.id,)).fetchone()
        assert left == (1,)
    assert version_of(folder / FILE_NAME) == len(MIGRATIONS)
    again = open_log(folder, clock)
    again.log.close()
    assert again.report.outcome is OpenOutcome.FINE


def test_it_is_copied_before_as_it_was_and_after_as_it_is(folder: Path, clock: WallClock, version: int) -> None:
    opened = open_log(folder, clock)
    opened.log.close()

    before, after = sorted((folder / "backups").iterdir())
    assert (version_of(before), version_of(after)) == (version, len(MIGRATIONS))
    assert opened.report.backup == after
    with closing(sqlite3.connect(folder / FILE_NAME)) as now, closing(sqlite3.connect(before)) as then:
        for rows in ("SELECT id, name, born FROM baby", "SELECT id, note FROM session ORDER BY id"):
            assert now.execute(rows).fetchall() == then.execute(rows).fetchall() != []


def test_a_backup_of_it_is_restored_and_migrated(folder: Path, clock: WallClock) -> None:
    open_log(folder, clock).log.close()
    newest = newest_good(folder / "backups", clock() + timedelta(hours=1))
    assert newest is not None
    newest.path.unlink()
    (folder / FILE_NAME).write_bytes(b"")

    opened = open_log(folder, clock)

    with opened.log as log:
        assert opened.report.outcome is OpenOutcome.RESTORED
        assert log.sessions(ADA.id) == (WRAPPED_UP, CUT_OFF)
        log.say(a_saying("again"))
        assert a_saying("again") in log.sayings(ADA.id)


def test_beside_an_older_program_it_is_read_as_it_is(folder: Path, clock: WallClock, version: int) -> None:
    reader = open_to_read(folder, clock)
    assert reader is not None

    with reader:
        assert reader.babies() == (PROFILE,)
        assert reader.sessions(ADA.id) == (replace(WRAPPED_UP, plan=a_session().plan), CUT_OFF)
        assert [session.id for session in reader.discarded(ADA.id)] == [some_id("third")]
        assert reader.sayings(ADA.id) == said_in(version)
    assert version_of(folder / FILE_NAME) == version


def test_steps_that_a_failing_disk_altered_do_not_stop_the_upgrade(folder: Path, clock: WallClock) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("UPDATE step SET outcome = 'dons' WHERE step_id = 'arm-milking'")
        connection.execute("UPDATE step SET step_id = CAST(x'ff41' AS TEXT) WHERE session_id = ?", (CUT_OFF.id,))
        connection.commit()

    with open_log(folder, clock).log as log:
        whole, cut = log.sessions(ADA.id)
        assert [step.step_id for step in whole.steps] == ["leg-milking"]
        assert cut.steps == ()
        assert log.damaged_rows == 2
