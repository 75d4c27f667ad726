"""Baby Buddy's tables: a feed's end is when the baby was last fed, a tummy time is kept and no massage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from babymassage_gui.core.brought import Source, Trouble
from babymassage_gui.core.merge import Fate
from babymassage_gui.core.said import newest
from babymassage_gui.core.standing import FEED
from tests.fakes.full_log import BEN, Door, opened
from tests.fakes.stored import ADA, NOON

FEEDS = "id,child_id,child_first_name,child_last_name,start,end,type,method,amount,notes,tags\n"
TUMMY = "id,child_id,child_first_name,child_last_name,start,end,milestone,tags\n"


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    with opened(tmp_path) as log:
        log.save(ADA)
        log.save(BEN)
        yield Door(log)


def test_a_feed_counts_from_its_end_on_the_walls_clock(door: Door) -> None:
    row = "9,1,Ada,Doe,2025-06-01 13:40:00,2025-06-01 14:00:00,breast milk,left breast,,,\n"

    preview = door.read_in(FEEDS + row)

    assert preview.brought.source is Source.FEEDS
    fed = newest(door.log.sayings(ADA.id), FEED)
    assert fed is not None
    assert (fed.answer, fed.at) == ("fed", NOON)


def test_a_tummy_time_is_kept_and_is_no_massage(door: Door) -> None:
    rows = (
        "1,1,ben,Doe,2025-06-01 14:00:00,2025-06-01 14:04:10,Rolled over,\n"
        "2,1,ben,Doe,2025-06-01 15:00:00,2025-06-01 15:00:20,,\n"
    )

    preview = door.read_in(TUMMY + rows)

    assert preview.brought.source is Source.TUMMY_TIMES
    assert [(said.subject, said.at, said.note) for said in door.log.sayings(BEN.id)] == [
        ("tummy-time", NOON, "4 min: Rolled over"),
        ("tummy-time", NOON + timedelta(hours=1), "1 min"),
    ]
    assert door.log.sessions(BEN.id) == ()


def test_the_same_table_twice_doubles_nothing_and_a_word_taken_back_stays_so(door: Door) -> None:
    text = FEEDS + "9,1,Ada,Doe,2025-06-01 13:40:00,2025-06-01 14:00:00,formula,bottle,120.0,,\n"
    door.read_in(text)
    (fed,) = door.log.sayings(ADA.id)
    door.log.unsay(fed.id)

    again = door.read_in(text + text.splitlines()[1] + "\n")

    assert again.merged.said.changes == 0
    assert again.merged.said.number(Fate.OLDER) == 1
    assert door.log.sayings(ADA.id) == ()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-06-01 13:40:00", "2025-06-01 14:00:00"),
        ("2025-06-01 13:40", "2025-06-01 14:00"),
        ("2025-06-01T13:40:00", "2025-06-01T14:00:00"),
        ("2025-06-01 07:40:00-0400", "2025-06-01 08:00:00-0400"),
        ("2025-06-01T11:40:00+00:00", "2025-06-01T12:00:00Z"),
    ],
)
def test_an_hour_is_read_however_it_is_written(door: Door, start: str, end: str) -> None:
    door.read_in(f"child_id,start,end,type,method,amount,notes\n1,{start},{end},formula,bottle,,\n")

    assert [said.at for said in door.log.sayings(ADA.id)] == [NOON]


def test_without_names_a_table_about_one_child_is_of_the_baby_whose_turn_it_is_and_about_two_of_nobody(
    door: Door,
) -> None:
    head = "child_id,start,end,type,method\n"
    one, two = (f"{child},2025-06-01 13:40:00,2025-06-01 14:00:00,formula,bottle\n" for child in (1, 2))

    preview = door.look(head + one + two)
    assert [(bad.number, bad.trouble, bad.detail) for bad in preview.brought.bad] == [
        (2, Trouble.WHOSE, "1"),
        (3, Trouble.WHOSE, "2"),
    ]
    assert door.read_in(head + one).merged.said.number(Fate.NEW) == 1


@pytest.mark.parametrize(
    ("start", "end", "trouble"),
    [
        ("2025-06-01 14:00:00", "2025-06-01 13:40:00", Trouble.END_BEFORE_START),
        ("2025-06-11 13:00:00", "2025-06-11 14:00:01", Trouble.IN_FUTURE),
        ("2025-02-28 13:00:00", "2025-02-28 14:00:00", Trouble.BEFORE_BIRTH),
        ("noon", "2025-06-01 14:00:00", Trouble.NONSENSE),
        ("", "", Trouble.NONSENSE),
        ("1925-06-01 13:00:00", "1925-06-01 14:00:00", Trouble.NONSENSE),
        ('"' + "x" * 2_000_000 + '"', "", Trouble.NONSENSE),
    ],
)
def test_a_row_that_cannot_be_is_named_by_its_line(door: Door, start: str, end: str, trouble: Trouble) -> None:
    good = "1,2025-06-01 13:40:00,2025-06-01 14:00:00,formula,bottle\n"
    text = f"child_id,start,end,type,method\n{good}1,{start},{end},formula,bottle\n"

    preview = door.read_in(text)

    assert [(bad.number, bad.trouble) for bad in preview.brought.bad] == [(3, trouble)]
    assert preview.merged.said.number(Fate.NEW) == 1


@pytest.mark.parametrize("head", ["child_id,start,end", "start,end,milestone", "child_id,time,type,method"])
def test_other_tables_of_it_are_not_taken_for_these(head: str) -> None:
    from babymassage_gui.services.baby_buddy import source_of

    assert source_of(frozenset(head.split(","))) is None
