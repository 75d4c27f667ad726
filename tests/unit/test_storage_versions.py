"""What gives way of a session is kept and can be put back: one contract for the file and for the tests' fake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.exchange import Why
from babymassage_gui.core.history import Ending, SessionRecord
from babymassage_gui.core.ports import SessionLog
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log
from tests.fakes.log import FakeLog
from tests.fakes.stored import ADA, LATER, NOON, WallClock, a_session, a_step, some_id

OVER = replace(
    a_session(), plan="", active_seconds=100.0, last_seen_at=LATER, ended_at=LATER, ending=Ending.EARLY,
    steps=(a_step(),),
)  # fmt: skip
NOTED = replace(OVER, note="corrected", active_seconds=120.0)


@pytest.fixture
def clock() -> WallClock:
    return WallClock(LATER)


@pytest.fixture
def file(tmp_path: Path, clock: WallClock) -> Iterator[SqliteLog]:
    with open_log(tmp_path, clock, busy_seconds=0.05).log as log:
        log.save(ADA)
        yield log


@pytest.fixture(params=["file", "fake"])
def log(request: pytest.FixtureRequest, file: SqliteLog) -> SessionLog:
    found: SessionLog = file if request.param == "file" else FakeLog()
    found.begin(OVER)
    return found


def test_a_session_as_it_was_played_has_no_versions(log: SessionLog) -> None:
    assert log.versions(OVER.id) == ()


def test_what_was_before_a_correction_is_its_version(log: SessionLog) -> None:
    log.correct(NOTED)

    (version,) = log.versions(OVER.id)
    assert (log.session(OVER.id), version.was.what, version.why) == (NOTED, OVER, Why.CORRECTED)


def test_a_deletion_is_a_version_and_the_session_in_no_answer(log: SessionLog) -> None:
    log.remove(OVER.id)

    assert log.sessions(ADA.id) == ()
    assert log.discarded(ADA.id) == (OVER,)
    with pytest.raises(KeyError):
        log.session(OVER.id)
    assert [version.why for version in log.versions(OVER.id)] == [Why.DELETED]


def test_what_was_written_by_hand_and_deleted_was_never_there(log: SessionLog) -> None:
    log.correct(replace(OVER, by_hand=True))
    log.remove(OVER.id)

    assert log.discarded(ADA.id) == ()


def test_versions_are_put_back_one_after_the_other_and_none_is_lost(log: SessionLog, clock: WallClock) -> None:
    for change in (lambda: log.correct(NOTED), lambda: log.remove(OVER.id)):
        clock.go_on(minutes=1)
        change()

    for expected in ([NOTED], [], [NOTED]):
        clock.go_on(minutes=1)
        log.put_back(log.versions(OVER.id)[0].id)
        assert list(log.sessions(ADA.id)) == expected
    assert [version.why for version in log.versions(OVER.id)] == [Why.PUT_BACK] * 3 + [Why.DELETED, Why.CORRECTED]
    clock.go_on(minutes=1)
    log.put_back(log.versions(OVER.id)[-1].id)
    assert log.session(OVER.id) == OVER


@pytest.mark.parametrize("state", ["unknown", "running"])
def test_only_what_is_over_is_corrected_or_removed(log: SessionLog, state: str) -> None:
    other = a_session("other")
    if state == "running":
        log.begin(other)

    with pytest.raises(KeyError):
        log.correct(other)
    with pytest.raises(KeyError):
        log.remove(other.id)
    with pytest.raises(KeyError):
        log.put_back(some_id("no version"))
    assert log.versions(other.id) == ()


def test_what_is_deleted_is_not_deleted_again(log: SessionLog) -> None:
    log.remove(OVER.id)

    with pytest.raises(KeyError):
        log.remove(OVER.id)


class TestInTheFile:
    def test_a_correction_is_newer_though_the_clock_was_set_back(self, file: SqliteLog, clock: WallClock) -> None:
        file.begin(OVER)
        clock.now = NOON.replace(year=2020)
        file.correct(NOTED)
        file.remove(OVER.id)

        stamps = [version.was.stamp.updated_at for version in file.versions(OVER.id)]
        (kept,) = file.kept_sessions(OVER.id)
        assert max({*stamps, kept.stamp.updated_at}) == kept.stamp.updated_at
        assert len({*stamps, kept.stamp.updated_at}) == 3

    def test_a_correction_that_could_not_be_read_back_is_not_written(self, file: SqliteLog) -> None:
        file.begin(OVER)

        with pytest.raises(ValueError, match="no length of time"):
            file.correct(replace(OVER, active_seconds=-1.0))

        assert (file.session(OVER.id), file.versions(OVER.id)) == (OVER, ())

    def test_on_a_full_disk_neither_the_correction_nor_its_version_is_there(self, file: SqliteLog) -> None:
        file.begin(OVER)
        pages = file.connection.execute("PRAGMA page_count").fetchone()[0]
        file.connection.execute(f"PRAGMA max_page_count = {pages}")
        held = OVER

        def fill_the_disk() -> SessionRecord:
            while True:
                nonlocal held
                longer = replace(held, note=held.note + "x" * 2000)
                file.correct(longer)
                held = longer

        with pytest.raises(Expected):
            fill_the_disk()

        assert file.session(OVER.id) == held
        assert len(file.versions(OVER.id)) == len(held.note) // 2000

    @pytest.mark.parametrize(
        ("column", "altered"),
        [
            ("why", "corrected?"),
            ("was", "{}"),
            ("was", "[" * 100_000),
            ("was", "no json"),
            ("session_id", some_id("other")),
            ("updated_at", "?"),
        ],
    )
    def test_a_version_with_an_altered_cell_is_left_out_and_counted(
        self, file: SqliteLog, column: str, altered: str
    ) -> None:
        file.begin(OVER)
        file.begin(replace(OVER, id=some_id("other")))
        file.correct(NOTED)
        file.connection.execute(f"UPDATE past SET {column} = ?", (altered,))

        assert file.versions(OVER.id) == file.versions(some_id("other")) == ()
        assert file.archive().past == ()
        assert file.damaged_rows == 1

    def test_a_session_with_times_of_no_sense_is_in_no_archive(self, file: SqliteLog) -> None:
        file.begin(OVER)
        file.connection.execute("UPDATE session SET deleted_at = 'soon'")

        assert file.archive().sessions == ()
        assert file.damaged_rows == 1

    def test_a_session_of_no_sense_is_in_no_archive_and_is_not_corrected(self, file: SqliteLog) -> None:
        file.begin(OVER)
        file.connection.execute("UPDATE session SET kind = 'massagf'")

        assert file.archive().sessions == ()
        with pytest.raises(KeyError):
            file.correct(NOTED)

    def test_a_running_session_may_be_put_in_with_what_it_has_played_and_goes_on(self, file: SqliteLog) -> None:
        file.begin(replace(a_session(), steps=(a_step("first"),)))
        file.record_step(some_id("first"), a_step("second"), 25.0, LATER)

        assert [step.step_id for step in file.session(some_id("first")).steps] == ["first", "second"]
