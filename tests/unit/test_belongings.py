"""A family's data in its own hands: out, in and back, and nothing of it while a session runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.due import LOG, RESTORED
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.exchange import Format
from babymassage_gui.storage.opening import back_up, open_log
from tests.fakes.full_log import NOW, Family, over
from tests.fakes.stored import ADA, WallClock, some_id


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Family]:
    with open_log(tmp_path / "here", WallClock(NOW)).log as log:
        log.save(ADA)
        log.begin(over("first"))
        back_up(log, NOW - timedelta(days=1))
        yield Family(log)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Family]:
    with open_log(tmp_path / "other", WallClock(NOW)).log as log:
        yield Family(log)


def test_what_one_writes_the_other_reads_in_with_the_familys_settings(
    family: Family, other: Family, tmp_path: Path
) -> None:
    family.household.change(Settings(parent_limit=7))
    path = tmp_path / "all.json"
    family.data.export(Format.JSON, path)

    preview = other.data.look(path)
    assert other.household.babies == ()
    assert other.data.take_in(preview) == preview.merged

    assert other.household.baby == ADA
    assert other.settings.kept.parent_limit == 7
    other.household.change(replace(other.household.settings, parent_limit=9))
    other.data.take_in(other.data.look(path))
    assert other.settings.kept.parent_limit == 9


def test_going_back_asks_every_standing_question_again(family: Family) -> None:
    family.log.begin(over("second", NOW - timedelta(hours=5)))
    (facts,) = (facts for facts in family.data.backups() if facts.massages == 1)

    family.data.restore(facts.taken_at)

    assert [session.id for session in family.household.sessions()] == [some_id("first")]
    assert [(said.subject, said.answer) for said in family.log.sayings(ADA.id)] == [(LOG, RESTORED)]
    assert family.data.backups()[0].massages == 2


def test_a_log_that_is_only_read_has_no_backups_to_go_back_to(family: Family) -> None:
    reading = Family(family.log, only_read=True)

    assert reading.data.backups() == ()
    with pytest.raises(LookupError):
        reading.data.restore(NOW)


def test_nothing_is_read_in_or_put_back_while_a_session_runs(family: Family, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    family.data.export(Format.JSON, path)
    preview = family.data.look(path)
    family.household.practise()

    with pytest.raises(ValueError, match="running"):
        family.data.take_in(preview)
    with pytest.raises(ValueError, match="running"):
        family.data.restore(NOW)
