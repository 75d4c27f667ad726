"""Rows of no sense are named and left out, the others are taken; another kind of file is refused whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from babymassage_gui.core.brought import BadRow, Trouble
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.services import exchange as exchange_service
from tests.fakes.full_log import Door, changed, exported, fill_log, opened
from tests.fakes.stored import some_id


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    with opened(tmp_path / "here") as log:
        fill_log(log)
        yield Door(log)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Door]:
    with opened(tmp_path / "other") as log:
        yield Door(log)


@pytest.mark.parametrize(
    ("of", "number", "cells"),
    [
        ("babies", 0, {"id": "x"}),
        ("babies", 1, {"born": "yesterday"}),
        ("babies", 0, {"navel_healed": 1}),
        ("babies", 0, {"colour": "ultraviolet"}),
        ("sessions", 0, {"started_at": "2025-06-01"}),
        ("sessions", 1, {"active_seconds": -1}),
        ("sessions", 1, {"active_seconds": 10**400}),
        ("sessions", 1, {"active_seconds": 1e999}),
        ("sessions", 2, {"steps": None}),
        ("sessions", 2, {"steps": ["leg-milking"]}),
        ("sessions", 2, {"steps": [["leg-milking", 1, "eaten"]]}),
        ("sessions", 0, {"ending": None}),
        ("sessions", 0, {"note": "\ud800"}),
        ("sessions", 0, {"updated_at": None}),
        ("said", 0, {"subject": ""}),
        ("said", 1, {"by": 7}),
        ("past", 0, {"why": "because"}),
        ("past", 1, {"was": []}),
    ],
)
def test_a_row_of_no_sense_is_named_and_the_others_are_taken(
    door: Door, other: Door, of: str, number: int, cells: dict[str, object]
) -> None:
    preview = other.read_in(changed(exported(door), of, number, **cells))

    (bad,) = preview.brought.bad
    assert (bad.of, bad.number, bad.trouble) == (of, number + 1, Trouble.NONSENSE)
    assert bad.detail
    assert other.log.damaged_rows == 0


def test_a_row_that_is_no_object_and_a_list_that_is_none(other: Door) -> None:
    text = json.dumps({"format": "babymassage-gui", "version": 1, "babies": [7], "sessions": {}, "settings": []})

    assert other.look(text).brought.bad == (
        BadRow(1, Trouble.NONSENSE, "this is no object", "babies"),
        BadRow(0, Trouble.NONSENSE, "no list", "sessions"),
    )


@pytest.mark.parametrize("cell", ["started_at", "updated_at"])
def test_what_a_wrong_clock_wrote_years_ahead_is_left_out(door: Door, other: Door, cell: str) -> None:
    preview = other.read_in(changed(exported(door), "sessions", 0, **{cell: "2033-06-01T12:00:00.000000+00:00"}))

    assert [(bad.number, bad.trouble) for bad in preview.brought.bad] == [(1, Trouble.IN_FUTURE)]


def test_ten_seconds_may_be_written_as_10(door: Door, other: Door) -> None:
    other.read_in(changed(exported(door), "sessions", 0, active_seconds=120, steps=[["leg-milking", 10]]))

    session = other.log.session(some_id("first"))
    assert (session.minutes, session.steps[0].seconds) == (2.0, 10.0)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "unknown"),
        ("{", "unknown"),
        ("[]", "unknown"),
        ("{}", "unknown"),
        ('{"format": "other", "version": 1}', "unknown"),
        ('{"format": "babymassage-gui", "version": "1"}', "unknown"),
        ('{"format": "babymassage-gui", "version": true}', "unknown"),
        ('{"format": "babymassage-gui", "version": 2}', "newer"),
        ('{"a": ' + "[" * 100_000, "unknown"),
        ("name,age\nAda,3\n", "unknown"),
        ("\x00\x01\x02", "unknown"),
    ],
)
def test_another_file_is_refused_whole(door: Door, text: str, refusal: str) -> None:
    with pytest.raises(Expected) as caught:
        door.look(text)

    assert (caught.value.fault, caught.value.details) == (Fault.IMPORT_REFUSED, {"refusal": refusal})


def test_a_file_beyond_all_sense_is_not_even_read(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_service, "MOST_BYTES", 10)

    with pytest.raises(Expected) as caught:
        door.look(" " * 11)

    assert caught.value.details == {"refusal": "too-big"}


def test_a_table_needs_a_baby_to_belong_to(other: Door) -> None:
    with pytest.raises(Expected) as caught:
        other.look("date,start,minutes\n2025-06-01,12:00,3\n")

    assert caught.value.details == {"refusal": "no-baby"}
