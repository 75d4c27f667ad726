"""What parents said: one contract for the file and for the fake of the other tests, and what only a file can do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta, timezone
from pathlib import Path

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.ports import SaidStore
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log, open_to_read
from tests.fakes.stored import ADA, LATER, NOON, WallClock, a_saying, a_session, some_id
from tests.fakes.stores import FakeSaid

BEN = Baby(some_id("Ben"), "", date(2025, 2, 1))
SHOWN = Said(some_id("shown"), ADA.id, "gym-soar", "shown", NOON, "Nurse 😊", "over the mat\nonce")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    with open_log(tmp_path, WallClock(), busy_seconds=0.05).log as opened:
        opened.save(ADA)
        opened.save(BEN)
        yield opened


@pytest.fixture(params=["file", "fake"])
def store(request: pytest.FixtureRequest, log: SqliteLog) -> SaidStore:
    return log if request.param == "file" else FakeSaid()


def test_at_first_nothing_was_said(store: SaidStore) -> None:
    assert store.sayings(ADA.id) == ()


def test_what_was_said_comes_back_word_for_word(store: SaidStore) -> None:
    store.say(SHOWN)

    assert store.sayings(ADA.id) == (SHOWN,)


def test_it_comes_oldest_first_by_when_it_was_and_then_by_id_whenever_it_was_said(store: SaidStore) -> None:
    same_time = sorted((a_saying("one", LATER), a_saying("other", LATER)), key=lambda said: said.id)
    first = a_saying("fed", LATER - timedelta(microseconds=1))
    for said in (same_time[1], first, same_time[0]):
        store.say(said)

    assert store.sayings(ADA.id) == (first, *same_time)


def test_what_was_said_of_another_baby_is_left_out(store: SaidStore) -> None:
    of_ben = a_saying("fed", NOON, BEN)
    store.say(of_ben)
    store.say(SHOWN)

    assert store.sayings(ADA.id) == (SHOWN,)
    assert store.sayings(BEN.id) == (of_ben,)
    assert store.sayings(some_id("nobody")) == ()


def test_what_was_taken_back_was_not_said(store: SaidStore) -> None:
    store.say(SHOWN)
    store.say(a_saying())

    store.unsay(SHOWN.id)

    assert store.sayings(ADA.id) == (a_saying(),)


@pytest.mark.parametrize("before", ["never said", "taken back"])
def test_only_what_was_said_and_stands_can_be_taken_back(store: SaidStore, before: str) -> None:
    if before == "taken back":
        store.say(SHOWN)
        store.unsay(SHOWN.id)

    with pytest.raises(KeyError):
        store.unsay(SHOWN.id)


def test_the_same_id_twice_is_a_bug_and_changes_nothing_even_if_it_was_taken_back(store: SaidStore) -> None:
    store.say(SHOWN)
    store.unsay(SHOWN.id)

    with pytest.raises((sqlite3.IntegrityError, ValueError)):
        store.say(SHOWN)

    assert store.sayings(ADA.id) == ()


def test_a_store_that_cannot_be_written_says_so_and_keeps_what_it_had(store: SaidStore, log: SqliteLog) -> None:
    store.say(SHOWN)
    with closing(sqlite3.connect(log.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        if isinstance(store, FakeSaid):
            store.broken = True
        writes: tuple[Callable[[], None], ...] = (lambda: store.say(a_saying()), lambda: store.unsay(SHOWN.id))
        for write in writes:
            with pytest.raises(Expected) as caught:
                write()
            assert caught.value.fault in {Fault.LOG_LOCKED, Fault.LOG_NOT_WRITTEN}

    assert store.sayings(ADA.id) == (SHOWN,)


class TestInTheFile:
    def test_each_call_is_committed_with_its_time_and_taking_back_is_a_mark(self, log: SqliteLog) -> None:
        state = "SELECT id, said_at, updated_at, deleted_at FROM said"
        at, now = "2025-06-01T12:05:00.000000+00:00", "2025-06-01T12:00:00.000000+00:00"
        with closing(sqlite3.connect(log.path)) as other:
            log.say(a_saying("fed", LATER))
            assert other.execute(state).fetchall() == [(some_id("fed"), at, now, None)]
            later = "2025-06-01T12:01:00.000000+00:00"
            log._local_time = WallClock(NOON + timedelta(minutes=1))
            log.unsay(some_id("fed"))
            assert other.execute(state).fetchall() == [(some_id("fed"), at, later, later)]

    def test_of_a_baby_that_is_not_there_nothing_can_be_said(self, log: SqliteLog) -> None:
        with pytest.raises(sqlite3.IntegrityError):
            log.say(replace(SHOWN, baby_id=some_id("nobody")))

        assert log.sayings(some_id("nobody")) == ()

    @pytest.mark.parametrize(
        "nonsense",
        [
            replace(SHOWN, id="shown"),
            replace(SHOWN, baby_id=""),
            replace(SHOWN, subject=""),
            replace(SHOWN, answer="two\nlines"),
            replace(SHOWN, at=NOON.replace(year=1970)),
            replace(SHOWN, by=None),  # type: ignore[arg-type]
        ],
    )
    def test_what_could_not_be_read_back_is_not_written(self, log: SqliteLog, nonsense: Said) -> None:
        with pytest.raises(ValueError, match=r" (is no|is not)"):
            log.say(nonsense)

        assert (log.sayings(ADA.id), log.damaged_rows) == ((), 0)

    @pytest.mark.parametrize(
        ("column", "altered"),
        [
            ("id", "no-uuid"),
            ("baby_id", some_id("nobody")),
            ("baby_id", "?"),
            ("subject", ""),
            ("answer", "\x00"),
            ("said_at", "2025-06-01 12:00"),
            ("updated_at", ""),
            ("said_by", b"\xff\xfe"),
            ("note", b"\xff\xfe"),
        ],
    )
    def test_one_with_an_altered_cell_is_left_out_and_counted_once(
        self, log: SqliteLog, column: str, altered: str | bytes
    ) -> None:
        log.say(a_saying("good", LATER))
        log.say(a_saying("bad", NOON))
        log.connection.execute("PRAGMA foreign_keys = OFF")
        change = f"UPDATE said SET {column} = CAST(? AS TEXT) WHERE id = ?"
        log.connection.execute(change, (altered, some_id("bad")))

        for _ in range(2):
            assert log.sayings(ADA.id) == (a_saying("good", LATER),)
        assert log.damaged_rows == 1

    def test_a_time_in_another_zone_cannot_even_be_said(self) -> None:
        with pytest.raises(ValueError, match="aware and in UTC"):
            replace(SHOWN, at=NOON.astimezone(timezone(timedelta(hours=2))))

    def test_on_a_full_disk_what_was_said_before_stays(self, log: SqliteLog) -> None:
        log.say(SHOWN)
        pages = log.connection.execute("PRAGMA page_count").fetchone()[0]
        log.connection.execute(f"PRAGMA max_page_count = {pages}")
        written = [SHOWN]

        def fill_the_disk() -> None:
            while True:
                said = replace(a_saying(str(len(written)), LATER), note="x" * 500)
                log.say(said)
                written.append(said)

        with pytest.raises(Expected) as caught:
            fill_the_disk()

        assert caught.value.fault is Fault.LOG_NOT_WRITTEN
        assert set(log.sayings(ADA.id)) == set(written)

    def test_it_can_be_read_from_elsewhere_and_not_written(self, log: SqliteLog) -> None:
        log.say(SHOWN)
        reader = open_to_read(log.path.parent, WallClock())
        assert reader is not None

        with reader:
            assert reader.sayings(ADA.id) == (SHOWN,)
            writes: tuple[Callable[[], None], ...] = (lambda: reader.say(a_saying()), lambda: reader.unsay(SHOWN.id))
            for write in writes:
                with pytest.raises(Expected) as caught:
                    write()
                assert caught.value.fault is Fault.LOG_NOT_WRITTEN

    def test_saying_leaves_the_sessions_alone(self, log: SqliteLog) -> None:
        log.begin(a_session())
        log.say(SHOWN)
        with pytest.raises(KeyError):
            log.unsay(some_id("first"))

        assert log.sessions(ADA.id) == (a_session(),)
