"""Rows are checked on the way in and out: nonsense is not written, and what was altered is left out and counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from babymassage_gui.core.history import Ending, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log
from tests.fakes.stored import ADA, LATER, NOON, WallClock, a_session, a_step, put_session, some_id

BEN = Baby(some_id("Ben"), "", date(2025, 2, 1), date(2025, 4, 1), True, date(2025, 5, 5), early_start=True)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    with open_log(tmp_path, WallClock()).log as opened:
        opened.save(ADA)
        yield opened


def alter(log: SqliteLog, statement: str, *values: object) -> None:
    """What a failing disk or another program may do to cells."""
    log.connection.execute("PRAGMA foreign_keys = OFF")
    log.connection.execute(statement, values)


@pytest.mark.parametrize(
    "nonsense",
    [
        replace(a_session(), id="first"),
        replace(a_session(), baby_id=""),
        replace(a_session(), routine_id=""),
        replace(a_session(), planned_seconds=float("inf")),
        replace(a_session(), planned_seconds=float("nan")),
        replace(a_session(), active_seconds=-1.0),
        replace(a_session(), target_minutes=-1),
        replace(a_session(), utc_offset_minutes=24 * 60),
        replace(a_session(), ending=Ending.EARLY),
        replace(a_session(), started_at=NOON.replace(year=1970)),
        replace(a_session(), steps=(a_step("two\nlines"),)),
    ],
)
def test_what_could_not_be_read_back_is_not_written(log: SqliteLog, nonsense: SessionRecord) -> None:
    with pytest.raises(ValueError, match=r" (is no|is not|go together)"):
        log.begin(nonsense)

    assert log.sessions(ADA.id) == ()
    assert log.damaged_rows == 0


def test_a_step_of_no_sense_changes_nothing(log: SqliteLog) -> None:
    log.begin(a_session())

    with pytest.raises(ValueError, match="no length of time"):
        log.record_step(some_id("first"), StepRecord("leg-milking", StepOutcome.DONE, -0.1), 5.0, LATER)

    assert log.session(some_id("first")) == a_session()


@pytest.mark.parametrize(
    ("column", "altered"),
    [
        ("kind", "massagf"),
        ("routine_id", ""),
        ("started_at", "2025-06-01T25:00:00.000000+00:00"),
        ("started_at", "2025-06-01 12:00"),
        ("started_at", "٢٠٢٥-06-01T12:00:00.000000+00:00"),
        ("utc_offset_minutes", 100_000),
        ("target_minutes", -3),
        ("planned_seconds", 1e300),
        ("active_seconds", -0.5),
        ("last_seen_at", "soon"),
        ("ended_at", None),
        ("ending", "finishee"),
        ("mood", ""),
        ("id", "no-uuid"),
        ("baby_id", some_id("nobody")),
        ("by_hand", 2),
        ("updated_at", ""),
    ],
)
def test_a_session_with_an_altered_cell_is_left_out_and_counted_once(
    log: SqliteLog, column: str, altered: object
) -> None:
    put_session(log, "good", LATER, steps=0)
    put_session(log, "bad", NOON, steps=0)
    alter(log, f"UPDATE session SET {column} = ? WHERE id = ?", altered, some_id("bad"))

    for _ in range(2):
        assert [session.id for session in log.sessions(ADA.id)] == [some_id("good")]
    assert log.damaged_rows == 1


@pytest.mark.parametrize("column", ["note", "plan", "routine_id", "started_at"])
def test_bytes_that_are_no_text_damage_one_row_and_not_the_answer(log: SqliteLog, column: str) -> None:
    put_session(log, "good", LATER)
    put_session(log, "bad", NOON)
    alter(log, f"UPDATE session SET {column} = CAST(x'ff41fe' AS TEXT) WHERE id = ?", some_id("bad"))

    assert [session.id for session in log.sessions(ADA.id)] == [some_id("good")]
    assert log.damaged_rows == 1
    with pytest.raises(KeyError):
        log.session(some_id("bad"))


@pytest.mark.parametrize(
    ("column", "altered"),
    [
        ("id", "x"),
        ("position", -1),
        ("step_id", "leg\x00milking"),
        ("outcome", "dons"),
        ("seconds", 1e9),
        ("updated_at", "yesterday"),
        ("session_id", some_id("nobody")),
    ],
)
def test_a_step_with_an_altered_cell_is_left_out_and_its_session_stays(
    log: SqliteLog, column: str, altered: object
) -> None:
    log.begin(a_session())
    for number in range(3):
        log.record_step(some_id("first"), a_step(f"step-{number}"), 10.0, LATER)
    alter(log, f"UPDATE step SET {column} = ? WHERE position = 1", altered)

    for session in (log.sessions(ADA.id)[0], log.session(some_id("first"))):
        assert [step.step_id for step in session.steps] == ["step-0", "step-2"]
    assert log.damaged_rows == 1


def test_an_altered_step_of_the_journal_stays_there_when_the_session_ends(log: SqliteLog) -> None:
    log.begin(a_session())
    for number in range(3):
        log.record_step(some_id("first"), a_step(f"step-{number}"), 10.0, LATER)
    alter(log, "UPDATE step SET outcome = 'dons' WHERE position = 1")

    log.finish(some_id("first"), Ending.FINISHED, 30.0, LATER)

    assert [step.step_id for step in log.session(some_id("first")).steps] == ["step-0", "step-2"]
    assert log.connection.execute("SELECT step_id FROM step").fetchall() == [("step-1",)]


@pytest.mark.parametrize(
    ("altered", "left"),
    [
        ('[["a",1.0],["b",-1.0],["c",2.0]]', ["a", "c"]),
        ('[["a",1.0],["b",1.0,"dons"]]', ["a"]),
        ('[["a",1.0],"b",["c"],["d",1,2,3],[4,1.0]]', ["a"]),
        ('{"a": 1.0}', []),
        ('[["a",1.0]', []),
        ("", []),
        ("[" * 100_000, []),
    ],
)
def test_of_steps_that_were_altered_those_are_read_that_make_sense_and_the_session_stays(
    log: SqliteLog, altered: str, left: list[str]
) -> None:
    put_session(log, "first")
    alter(log, "UPDATE session SET steps = ?", altered)

    for _ in range(2):
        (session,) = log.sessions(ADA.id)
        assert [step.step_id for step in session.steps] == left
    assert log.damaged_rows == 1


def test_steps_that_are_no_text_any_more_leave_the_session(log: SqliteLog) -> None:
    put_session(log, "first")
    alter(log, "UPDATE session SET steps = CAST(x'ff41fe' AS TEXT)")

    assert log.session(some_id("first")).steps == ()
    assert log.damaged_rows == 1


@pytest.mark.parametrize(
    ("column", "altered"),
    [
        ("id", "x"),
        ("colour", "ultraviolet"),
        ("born", "2025-02-30"),
        ("born", "20250301"),
        ("due", ""),
        ("navel_healed", 2),
        ("doctor_yes_on", "?"),
        ("early_start", -1),
        ("updated_at", "2025"),
    ],
)
def test_a_baby_with_an_altered_cell_is_left_out_and_counted(log: SqliteLog, column: str, altered: object) -> None:
    log.save(BEN)
    alter(log, f"UPDATE baby SET {column} = ? WHERE name = 'Ada'", altered)

    assert log.babies() == (BEN,)
    assert log.damaged_rows == 1


def test_a_summer_evening_belongs_to_the_familys_day(log: SqliteLog) -> None:
    session = a_session(start=datetime.fromisoformat("2025-06-01T22:30:00+00:00"))
    log.begin(session)

    assert log.session(session.id).day == date(2025, 6, 2)
