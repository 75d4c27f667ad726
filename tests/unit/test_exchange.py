"""What is taken along comes back whole on another computer, never doubled, and it is said first what will be done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from babymassage_gui.core.brought import Source
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.exchange import Why
from babymassage_gui.core.history import Mood
from babymassage_gui.core.merge import Fate
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.exchange import Format
from babymassage_gui.storage.log import SqliteLog
from tests.fakes.full_log import BEN, NOW, Door, changed, exported, fill_log, opened, over
from tests.fakes.stored import ADA, NOON, WallClock, a_saying, some_id


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    with opened(tmp_path / "here") as log:
        fill_log(log)
        yield Door(log)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Door]:
    with opened(tmp_path / "other") as log:
        yield Door(log)


def held(log: SqliteLog) -> Any:
    """Everything but what runs: it goes on where it runs."""
    archive = log.archive()
    return replace(archive, sessions=tuple(kept for kept in archive.sessions if kept.what.ending is not None))


def test_everything_comes_back_on_another_computer(door: Door, other: Door) -> None:
    preview = other.read_in(exported(door))

    assert held(other.log) == held(door.log)
    assert preview.brought.bad == ()
    merged = preview.merged
    assert [tally.number(Fate.NEW) for tally in (merged.babies, merged.sessions, merged.said)] == [2, 4, 2]
    # A correction and a deletion; the session that was cut off stays where it can be gone on with.
    assert (merged.past, merged.left_out) == (2, 1)
    assert merged.changes == 2 + 4 + 2 + 2


def test_the_same_file_twice_changes_nothing(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    before = other.log.archive()

    again = other.read_in(exported(door))

    assert again.merged.changes == 0
    assert again.merged.sessions.number(Fate.SAME) == 4
    assert other.log.archive() == before


def test_a_look_changes_nothing(door: Door, other: Door) -> None:
    assert other.look(exported(door)).merged.changes == 10

    assert other.log.archive().babies == ()


def test_the_newer_of_two_versions_holds_and_the_other_is_kept(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    door.log._local_time = WallClock(NOW + timedelta(hours=1))
    door.log.correct(over("first", mood=Mood.CRIED, note="at home"))

    preview = other.read_in(exported(door))

    assert preview.merged.sessions.number(Fate.NEWER) == 1
    assert other.log.session(some_id("first")).note == "at home"
    # Both know why the first version gave way.
    assert [version.why for version in other.log.versions(some_id("first"))] == [Why.CORRECTED]
    long_ago = {"note": "older", "updated_at": "2025-06-01T12:00:00.000000+00:00"}
    older = door.read_in(changed(exported(other), "sessions", 0, **long_ago))
    assert older.merged.sessions.number(Fate.OLDER) == 1
    assert door.log.session(some_id("first")).note == "at home"


def test_what_gives_way_to_a_file_alone_is_kept_too(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    values = {"note": "from the file", "updated_at": "2025-06-05T12:00:00.000000+00:00"}

    other.read_in(changed(exported(door), "sessions", 0, **values))

    (version,) = other.log.versions(some_id("first"))
    assert (version.why, version.was.what.note) == (Why.IMPORTED, '=1+1 "quoted", and\nmore')


def test_a_deletion_wins_by_its_time_only(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    door.log._local_time = WallClock(NOW + timedelta(hours=1))
    other.log._local_time = WallClock(NOW + timedelta(hours=2))
    door.log.remove(some_id("first"))
    other.log.correct(over("first", note="kept after all"))

    door.read_in(exported(other))
    other.read_in(exported(door))

    assert door.log.session(some_id("first")).note == other.log.session(some_id("first")).note == "kept after all"


def test_a_word_taken_back_there_is_taken_back_here(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    door.log._local_time = WallClock(NOW + timedelta(hours=1))
    door.log.unsay(a_saying().id)

    other.read_in(exported(door))

    assert other.log.sayings(ADA.id) == ()


def test_a_session_cut_off_here_and_ended_there_has_its_steps_once(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    other.log.begin(over("cut", NOON + timedelta(days=9)))
    other.log._local_time = WallClock(NOW + timedelta(hours=1))
    other.log.correct(over("cut", NOON + timedelta(days=9), note="ended there"))

    door.read_in(exported(other))

    assert [step.step_id for step in door.log.session(some_id("cut")).steps] == ["leg-milking", "arm-milking"]


def test_a_baby_told_of_on_both_computers_is_one_and_twins_are_two(door: Door, other: Door) -> None:
    other.log.save(replace(ADA, id=some_id("Ada there"), name=" ADA "))

    other.read_in(exported(door))

    assert [baby.id for baby in other.log.babies()] == [some_id("Ada there"), BEN.id]
    assert len(other.log.sessions(some_id("Ada there"))) == 2
    assert len(other.log.sayings(some_id("Ada there"))) == 1
    assert [v.was.what.baby_id for v in other.log.versions(some_id("second"))] == [some_id("Ada there")]
    assert other.read_in(exported(door)).merged.sessions.changes == 0


def test_what_belongs_to_nobody_is_left_out(door: Door, other: Door) -> None:
    values = json.loads(exported(door))
    values["babies"] = [values["babies"][1]]

    preview = other.read_in(json.dumps(values))

    assert [session.id for session in other.log.sessions(BEN.id)] == [some_id("of Ben")]
    assert (other.log.sayings(ADA.id), preview.merged.left_out) == ((), 6)


def test_of_two_with_one_id_in_a_file_the_newest_is_taken(door: Door, other: Door) -> None:
    values = json.loads(exported(door))
    first = values["sessions"][0]
    values["sessions"].append({**first, "note": "newest", "updated_at": "2025-06-02T12:00:00.000000+00:00"})
    values["sessions"].append(first)

    other.read_in(json.dumps(values))

    assert other.log.session(some_id("first")).note == "newest"


def test_the_familys_settings_come_along_to_a_computer_without_a_baby(door: Door, other: Door) -> None:
    mine = Settings(parent_limit=7, routine="moves", text_scale=1.3)
    text = door.exchange.export(Format.JSON, mine, "1.0")

    brought = other.exchange.look(text.encode(), None, Settings()).settings
    assert brought == Settings(parent_limit=7, routine="moves")
    assert other.exchange.look(text.encode(), ADA, Settings()).settings is None
    assert other.exchange.look(text.encode(), None, mine).settings is None
    values = json.loads(text)
    del values["settings"]
    assert other.exchange.look(json.dumps(values).encode(), None, Settings()).settings is None


def test_an_empty_log_can_be_taken_along(other: Door) -> None:
    preview = other.read_in(exported(other))

    assert (preview.brought.source, preview.merged.changes) == (Source.JSON, 0)


def test_a_full_disk_takes_in_nothing_at_all(door: Door, other: Door) -> None:
    pages = other.log.connection.execute("PRAGMA page_count").fetchone()[0]
    other.log.connection.execute(f"PRAGMA max_page_count = {pages}")
    values = json.loads(exported(door))
    values["sessions"] = [
        {**values["sessions"][0], "id": some_id(f"{number}"), "note": "x" * 500} for number in range(400)
    ]
    preview = other.look(json.dumps(values))

    with pytest.raises(Expected) as caught:
        other.exchange.take_in(preview)

    assert caught.value.fault is Fault.LOG_NOT_WRITTEN
    assert other.log.archive().babies == ()
