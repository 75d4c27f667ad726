"""The journal: every call is on disk when it returns, nothing is deleted, nonsense is left out and counted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta, timezone
from pathlib import Path

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Ending, Kind, Mood, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log, open_to_read
from tests.fakes.stored import ADA, LATER, NOON, WallClock, a_session, a_step, put_session, some_id

BEN = Baby(some_id("Ben"), "", date(2025, 2, 1), date(2025, 4, 1), True, date(2025, 5, 5), early_start=True)


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def log(tmp_path: Path, clock: WallClock) -> Iterator[SqliteLog]:
    with open_log(tmp_path, clock, busy_seconds=0.05).log as opened:
        opened.save(ADA)
        yield opened


def elsewhere(log: SqliteLog) -> sqlite3.Connection:
    """Another process's view of the same file: it sees what is committed, and no more."""
    return sqlite3.connect(log.path, isolation_level=None, timeout=0.05)


def test_profiles_come_back_in_the_order_in_which_they_were_made(log: SqliteLog) -> None:
    log.save(BEN)

    assert log.babies() == (ADA, BEN)


def test_a_saved_profile_replaces_the_one_of_its_id_in_its_place(log: SqliteLog) -> None:
    log.save(BEN)
    healed = replace(ADA, name="Ada Maria", navel_healed=True)

    log.save(healed)

    assert log.babies() == (healed, BEN)


def test_a_session_comes_back_as_it_was_played(log: SqliteLog) -> None:
    session = a_session()
    steps = (a_step(), a_step("arm-milking", StepOutcome.SKIPPED, 0.0), a_step("leg-milking", StepOutcome.DONE, 7.25))
    log.begin(session)
    for number, step in enumerate(steps):
        log.record_step(session.id, step, 10.0 * number, NOON + timedelta(seconds=number))
    log.progress(session.id, 31.5, NOON + timedelta(seconds=40))
    log.finish(session.id, Ending.EARLY, 33.0, LATER)
    log.wrap_up(session.id, Mood.CALM, "smiled = 😊\nand 'slept'")

    expected = replace(
        session,
        active_seconds=33.0,
        last_seen_at=LATER,
        ended_at=LATER,
        ending=Ending.EARLY,
        mood=Mood.CALM,
        note="smiled = 😊\nand 'slept'",
        steps=steps,
        plan="",
    )
    assert log.session(session.id) == expected
    assert log.sessions(ADA.id) == (expected,)


def test_a_session_may_be_put_in_with_all_that_it_has(log: SqliteLog) -> None:
    session = replace(
        a_session(),
        kind=Kind.REHEARSAL,
        active_seconds=5.0,
        last_seen_at=LATER,
        ended_at=LATER,
        ending=Ending.ASLEEP,
        mood=Mood.ASLEEP,
        note="as imported",
        steps=(a_step(), a_step("arm-milking", StepOutcome.INTERRUPTED)),
    )
    log.begin(session)

    assert log.session(session.id) == session


@pytest.mark.parametrize("call", ["begin", "record_step", "progress", "finish", "wrap_up", "discard"])
def test_each_call_is_committed_when_it_returns(log: SqliteLog, call: str) -> None:
    session = a_session()
    calls: dict[str, Callable[[], None]] = {
        "begin": lambda: log.begin(session),
        "record_step": lambda: log.record_step(session.id, a_step(), 1.0, LATER),
        "progress": lambda: log.progress(session.id, 2.0, LATER),
        "finish": lambda: log.finish(session.id, Ending.FINISHED, 3.0, LATER),
        "wrap_up": lambda: log.wrap_up(session.id, Mood.CALM, ""),
        "discard": lambda: log.discard(session.id),
    }
    state = "SELECT *, (SELECT count(*) FROM step) FROM session"
    with closing(elsewhere(log)) as other:
        for name, make in calls.items():
            before = other.execute(state).fetchall()
            make()
            if name == call:
                assert other.execute(state).fetchall() != before
                assert not log.connection.in_transaction
                return


def test_every_row_says_when_it_was_last_changed(log: SqliteLog, clock: WallClock) -> None:
    session_id = put_session(log, "first")
    for _ in range(2):
        log.begin(a_session(str(clock())))
        log.record_step(some_id(str(clock())), a_step(), 1.0, clock())
        clock.go_on(days=1)
    log.wrap_up(session_id, Mood.CRIED, "")
    clock.go_on(days=1)
    log.save(ADA)

    with closing(elsewhere(log)) as other:
        changed = [other.execute(f"SELECT max(updated_at) FROM {table}").fetchone()[0] for table in ("session", "baby")]
        steps = other.execute("SELECT updated_at FROM step ORDER BY rowid").fetchall()
    assert changed == ["2025-06-03T12:00:00.000000+00:00", "2025-06-04T12:00:00.000000+00:00"]
    assert steps == [("2025-06-01T12:00:00.000000+00:00",), ("2025-06-02T12:00:00.000000+00:00",)]


def test_times_are_kept_in_utc_whatever_zone_they_come_in(log: SqliteLog) -> None:
    session = a_session()
    log.begin(session)
    log.finish(session.id, Ending.FINISHED, 60.0, LATER.astimezone(timezone(timedelta(hours=5, minutes=30))))

    ended = log.session(session.id).ended_at
    assert ended == LATER
    assert ended is not None
    assert ended.utcoffset() == timedelta(0)


def test_sessions_come_oldest_first_and_each_to_its_baby(log: SqliteLog) -> None:
    log.save(BEN)
    for name, start, baby in (("b", LATER, ADA), ("c", LATER, BEN), ("a", NOON, ADA)):
        log.begin(a_session(name, start, baby))

    assert [session.id for session in log.sessions(ADA.id)] == [some_id("a"), some_id("b")]
    assert [session.id for session in log.sessions(BEN.id)] == [some_id("c")]


def test_the_next_answer_knows_what_was_written_here_or_by_another_program(log: SqliteLog) -> None:
    log.begin(a_session())
    assert log.sessions(ADA.id)[0].steps == ()
    log.record_step(some_id("first"), a_step("leg-milking"), 12.5, NOON)
    assert [step.step_id for step in log.sessions(ADA.id)[0].steps] == ["leg-milking"]
    with closing(elsewhere(log)) as other:
        other.execute("UPDATE step SET step_id = 'leg-outer'")
    assert [step.step_id for step in log.sessions(ADA.id)[0].steps] == ["leg-outer"]


def test_a_session_that_was_cut_off_comes_back_without_an_ending_and_as_far_as_it_came(log: SqliteLog) -> None:
    put_session(log, "ended", NOON - timedelta(days=1))
    log.begin(a_session("cut", NOON))
    log.record_step(some_id("cut"), a_step(), 12.5, LATER)

    ended, cut = log.sessions(ADA.id)
    assert ended.ending is Ending.FINISHED
    assert cut == replace(a_session("cut"), active_seconds=12.5, last_seen_at=LATER, steps=(a_step(),))


def test_discarded_sessions_are_told_apart_oldest_first_and_each_to_its_baby(log: SqliteLog) -> None:
    log.save(BEN)
    for name, start, baby in (("b", LATER, ADA), ("c", LATER, BEN), ("a", NOON, ADA), ("kept", LATER, ADA)):
        log.begin(a_session(name, start, baby))
    log.record_step(some_id("a"), a_step(), 12.5, LATER)
    assert log.discarded(ADA.id) == ()

    for name in ("a", "b", "c"):
        log.discard(some_id(name))

    assert [session.id for session in log.discarded(ADA.id)] == [some_id("a"), some_id("b")]
    assert [session.id for session in log.discarded(BEN.id)] == [some_id("c")]
    assert log.discarded(ADA.id)[0].steps == (a_step(),)
    assert log.sessions(ADA.id) == (a_session("kept", LATER),)


def test_a_discarded_session_is_in_no_other_answer_but_stays_in_the_file(log: SqliteLog) -> None:
    log.begin(a_session())
    log.record_step(some_id("first"), a_step(), 12.5, NOON)

    log.discard(some_id("first"))

    assert log.sessions(ADA.id) == ()
    with pytest.raises(KeyError):
        log.session(some_id("first"))
    with closing(elsewhere(log)) as other:
        assert other.execute("SELECT id, deleted_at IS NOT NULL FROM session").fetchall() == [(some_id("first"), 1)]
        assert other.execute("SELECT count(*) FROM step").fetchone() == (1,)


@pytest.mark.parametrize("state", ["unknown", "ended", "discarded"])
def test_only_a_running_session_goes_on(log: SqliteLog, state: str) -> None:
    session_id = some_id("nobody") if state == "unknown" else put_session(log, "first")
    if state == "discarded":
        log.discard(session_id)
    before = log.sessions(ADA.id)

    with pytest.raises(KeyError):
        log.record_step(session_id, a_step(), 99.0, LATER)
    with pytest.raises(KeyError):
        log.progress(session_id, 99.0, LATER)
    with pytest.raises(KeyError):
        log.finish(session_id, Ending.EARLY, 99.0, LATER)

    assert log.sessions(ADA.id) == before


def test_an_unknown_session_cannot_be_wrapped_up_or_discarded(log: SqliteLog) -> None:
    with pytest.raises(KeyError):
        log.wrap_up(some_id("nobody"), Mood.CALM, "")
    with pytest.raises(KeyError):
        log.discard(some_id("nobody"))


def test_the_same_session_twice_or_of_no_baby_is_a_bug_and_changes_nothing(log: SqliteLog) -> None:
    log.begin(a_session())

    with pytest.raises(sqlite3.IntegrityError):
        log.begin(a_session())
    with pytest.raises(sqlite3.IntegrityError):
        log.begin(a_session("second", baby=BEN))

    assert log.sessions(ADA.id) == (a_session(),)


def test_while_another_process_writes_the_log_says_locked_and_loses_nothing(log: SqliteLog) -> None:
    log.begin(a_session())
    with closing(elsewhere(log)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Expected) as caught:
            log.record_step(some_id("first"), a_step(), 12.5, LATER)
        assert log.session(some_id("first")).steps == ()
        other.execute("ROLLBACK")

    assert caught.value.fault is Fault.LOG_LOCKED
    assert caught.value.details == {"path": str(log.path)}
    log.record_step(some_id("first"), a_step(), 12.5, LATER)
    assert log.session(some_id("first")).steps == (a_step(),)


def test_on_a_full_disk_the_step_fails_as_a_whole_and_what_was_there_stays(log: SqliteLog) -> None:
    log.begin(a_session())
    log.record_step(some_id("first"), a_step(), 12.5, LATER)
    pages = log.connection.execute("PRAGMA page_count").fetchone()[0]
    log.connection.execute(f"PRAGMA max_page_count = {pages}")
    written: list[StepRecord] = [a_step()]

    def fill_the_disk() -> None:
        while True:
            log.record_step(some_id("first"), a_step("x" * 500), 12.5 * (len(written) + 1), LATER)
            written.append(a_step("x" * 500))

    with pytest.raises(Expected) as caught:
        fill_the_disk()

    assert caught.value.fault is Fault.LOG_NOT_WRITTEN
    assert caught.value.details["path"] == str(log.path)
    session = log.session(some_id("first"))
    assert (session.steps, session.active_seconds) == (tuple(written), 12.5 * len(written))


def test_a_log_that_is_only_read_is_not_written(log: SqliteLog, tmp_path: Path, clock: WallClock) -> None:
    put_session(log, "first")
    reader = open_to_read(tmp_path, clock)
    assert reader is not None

    with reader:
        assert reader.babies() == (ADA,)
        assert reader.sessions(ADA.id) == log.sessions(ADA.id)
        with pytest.raises(Expected) as caught:
            reader.discard(some_id("first"))

    assert caught.value.fault is Fault.LOG_NOT_WRITTEN


def test_using_a_closed_log_is_a_bug(log: SqliteLog) -> None:
    log.close()

    with pytest.raises(sqlite3.ProgrammingError):
        log.babies()
