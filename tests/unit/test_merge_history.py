"""Two logs that read each other hold the same afterwards, whoever reads first and whatever their clocks say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.exchange import Archive, KeptBaby, KeptSession, Stamp, Why, version_of
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.merge import Fate, new_versions, versions_by_id
from babymassage_gui.storage.log import SqliteLog
from tests.fakes.full_log import BEN, NOW, Door, exported, fill_log, opened, over
from tests.fakes.stored import ADA, NOON, WallClock, a_saying, a_session, some_id

FIRST = some_id("first")
A_YEAR = timedelta(days=365)


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    with opened(tmp_path / "here") as log:
        fill_log(log)
        yield Door(log)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Door]:
    with opened(tmp_path / "other") as log:
        yield Door(log)


def notes(log: SqliteLog) -> list[str]:
    return sorted(version.was.what.note for version in log.versions(FIRST))


def test_of_two_corrections_the_older_is_kept_on_both_sides(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    door.log._local_time = WallClock(NOW + timedelta(hours=1))
    other.log._local_time = WallClock(NOW + timedelta(hours=2))
    door.log.correct(over("first", note="here"))
    other.log.correct(over("first", note="there"))
    here, there = exported(door), exported(other)

    preview = other.read_in(here)
    door.read_in(there)

    assert preview.merged.sessions.number(Fate.OLDER) == 1
    assert door.log.session(FIRST).note == other.log.session(FIRST).note == "there"
    assert notes(door.log) == notes(other.log) == ['=1+1 "quoted", and\nmore', "here"]
    assert other.read_in(here).merged.changes == 0


def test_what_is_changed_after_it_was_read_is_newer_though_the_clock_is_a_year_behind(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    other.log._local_time = WallClock(NOW - A_YEAR)
    other.log.wrap_up(FIRST, Mood.CRIED, "after")
    other.log.save(replace(BEN, name="Benjamin"))
    other.log.unsay(a_saying().id)
    other.log.discard(some_id("second"))

    door.read_in(exported(other))

    assert (door.log.session(FIRST).mood, door.log.session(FIRST).note) == (Mood.CRIED, "after")
    assert [baby.name for baby in door.log.babies()] == ["Ada", "Benjamin"]
    assert door.log.sayings(ADA.id) == ()
    assert some_id("second") not in [session.id for session in door.log.sessions(ADA.id)]


def test_a_row_whose_time_makes_no_sense_does_not_stand_in_the_way(door: Door) -> None:
    door.log.connection.execute("UPDATE session SET updated_at = 'long ago' WHERE id = ?", (FIRST,))

    door.log.wrap_up(FIRST, Mood.CALM, "mended")

    assert door.log.session(FIRST).note == "mended"


def test_a_baby_that_was_taken_away_is_taken_away_once(door: Door, other: Door) -> None:
    other.read_in(exported(door))
    gone = Archive((KeptBaby(BEN, Stamp(NOW, NOW)),))

    assert other.log.merge(gone, dry_run=False).babies.number(Fate.NEWER) == 1
    assert other.log.merge(gone, dry_run=False).babies.number(Fate.SAME) == 1
    assert [baby.id for baby in other.log.babies()] == [ADA.id]


def test_twins_without_names_are_never_taken_for_each_other(door: Door, other: Door) -> None:
    one, two = (replace(ADA, id=some_id(name), name="") for name in ("one", "two"))
    other.log.save(one)
    door.log.save(one)
    door.log.save(two)
    door.log.begin(over("of two", baby=two))

    other.read_in(exported(door))

    assert [session.id for session in other.log.sessions(two.id)] == [some_id("of two")]
    assert other.log.sessions(one.id) == ()


def test_by_ids_alone_two_babies_of_one_name_stay_two(door: Door, other: Door) -> None:
    other.log.save(replace(ADA, id=some_id("Ada there")))

    other.log.merge(door.log.archive(), dry_run=False, by_name=False)

    assert [baby.name for baby in other.log.babies()] == ["Ada", "Ada", "Ben"]


def test_a_familys_own_reason_holds_before_that_of_a_merge(door: Door) -> None:
    was = KeptSession(over("first", note="before"), Stamp(NOON))
    by_merge, corrected = version_of(was, Why.IMPORTED, NOON), version_of(was, Why.CORRECTED, NOW)
    later = version_of(was, Why.CORRECTED, NOW + timedelta(hours=1))

    assert versions_by_id([by_merge, corrected, later]) == {by_merge.id: corrected}
    assert versions_by_id([later, corrected, by_merge]) == {by_merge.id: corrected}
    assert new_versions([by_merge], [later]) == (later,)
    assert new_versions([corrected], [by_merge, later]) == ()
    for past in ((by_merge,), (later,), (corrected,), (later, by_merge)):
        door.log.merge(Archive(past=past), dry_run=False)
    (kept,) = door.log.versions(FIRST)
    assert (kept.why, kept.at) == (Why.CORRECTED, NOW)


def test_a_session_cut_off_here_that_ended_elsewhere_is_kept_as_it_was(door: Door) -> None:
    ended = replace(over("cut", NOON + timedelta(days=9)), ending=Ending.FINISHED)

    door.log.merge(Archive(sessions=(KeptSession(ended, Stamp(NOW)),)), dry_run=False)

    (version,) = door.log.versions(some_id("cut"))
    assert (version.was.what.ending, len(version.was.what.steps)) == (None, 1)
    assert version.was.what.id == a_session("cut").id


def test_a_baby_that_was_told_of_twice_is_made_one_with_all_that_is_told_of_it(door: Door) -> None:
    there = replace(ADA, id=some_id("Ada there"), name="Ada M", navel_healed=True)
    door.log._local_time = WallClock(NOW + timedelta(hours=1))
    door.log.save(there)
    door.log.begin(over("there", NOON + timedelta(days=4), there, note="before"))
    door.log.correct(over("there", NOON + timedelta(days=4), there, note="after"))
    door.log.say(a_saying("there", baby=there))

    door.log.unite({there.id: ADA.id})

    assert [(baby.id, baby.name, baby.navel_healed) for baby in door.log.babies()] == [
        (ADA.id, "Ada M", True), (BEN.id, "Ben", True),
    ]  # fmt: skip
    assert some_id("there") in [session.id for session in door.log.sessions(ADA.id)]
    assert some_id("there") in [said.id for said in door.log.sayings(ADA.id)]
    (version,) = door.log.versions(some_id("there"))
    assert (version.was.what.baby_id, version.was.what.note) == (ADA.id, "before")
    door.log.put_back(version.id)
    assert door.log.session(some_id("there")).note == "before"
    assert door.log.damaged_rows == 0


def test_made_one_the_newer_profile_stays_whichever_it_is(door: Door) -> None:
    door.log.save(replace(ADA, id=some_id("Ada there")))
    door.log._local_time = WallClock(NOW + timedelta(hours=1))
    door.log.save(replace(ADA, name="Ada here"))

    door.log.unite({some_id("Ada there"): ADA.id})

    assert [baby.name for baby in door.log.babies()] == ["Ada here", "Ben"]
