"""The log is read once, as long as nobody has written to the file: not this program, nor another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from babymassage_gui.core.history import Mood
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log
from tests.fakes.stored import ADA, LATER, WallClock, a_saying, a_session, put_session, some_id


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    with open_log(tmp_path, WallClock()).log as opened:
        opened.save(ADA)
        put_session(opened, "first")
        yield opened


def test_what_was_read_is_given_again(log: SqliteLog) -> None:
    assert log.sessions(ADA.id) is log.sessions(ADA.id)
    assert log.discarded(ADA.id) is log.discarded(ADA.id)
    assert log.sessions(some_id("somebody else")) == ()


@pytest.mark.parametrize(
    "write",
    [
        lambda log: log.wrap_up(some_id("first"), Mood.CRIED, "a note"),
        lambda log: put_session(log, "second", LATER),
        lambda log: log.discard(some_id("first")),
        lambda log: log.say(a_saying()),
    ],
    ids=["an answer", "a session", "a deletion", "something said"],
)
def test_after_a_call_that_writes_it_is_read_anew(log: SqliteLog, write: Callable[[SqliteLog], object]) -> None:
    put_session(log, "another", LATER)
    log.discard(some_id("another"))
    sessions, discarded = log.sessions(ADA.id), log.discarded(ADA.id)
    write(log)
    assert log.sessions(ADA.id) is not sessions
    assert log.discarded(ADA.id) is not discarded


def test_what_another_program_wrote_is_seen_at_once(log: SqliteLog, tmp_path: Path) -> None:
    (before,) = log.sessions(ADA.id)
    with closing(open_log(tmp_path, WallClock()).log) as other:
        other.wrap_up(some_id("first"), Mood.UNSETTLED, "from elsewhere")
    assert log.sessions(ADA.id) == (replace(before, mood=Mood.UNSETTLED, note="from elsewhere"),)


def test_both_kinds_of_sessions_are_kept_apart(log: SqliteLog) -> None:
    put_session(log, "second", LATER)
    log.discard(some_id("second"))
    assert [session.id for session in log.sessions(ADA.id)] == [a_session("first").id]
    assert [session.id for session in log.discarded(ADA.id)] == [some_id("second")]
