"""A device's file as text: what is written is read again, and no bytes whatever make the reading stumble."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core.change_lines import ChangeFile, Found, Head, change_lines, head_line, read_changes
from babymassage_gui.core.exchange import Archive, KeptBaby, KeptSaid, KeptSession, Stamp, Why, version_of
from babymassage_gui.core.sharing import Shared
from tests.fakes.full_log import BEN, over
from tests.fakes.stored import ADA, NOON, a_saying, a_session, some_id

quick = settings(max_examples=200, deadline=None)
HEAD = Head(some_id("device"), "Ännas laptop", 3, "1.0")
PAIR = tuple(sorted((ADA.id, BEN.id)))
FIRST = KeptSession(over("first", note='=1 "ü"\n'), Stamp(NOON, NOON))
SHARED = Shared(
    Archive(
        (KeptBaby(ADA, Stamp(NOON)),), (FIRST,), (KeptSaid(a_saying(), Stamp(NOON)),),
        (version_of(FIRST, Why.CORRECTED, NOON),),
    ),
    frozenset({(PAIR[0], PAIR[1])}),
)  # fmt: skip
WHOLE = (head_line(HEAD) + change_lines(SHARED, NOON)).encode()


def line(values: object) -> bytes:
    text = json.dumps(values).encode()
    return b"%08x %s\n" % (crc32(text), text)


def test_what_is_written_is_read_again() -> None:
    assert read_changes(WHOLE) == ChangeFile(Found.OURS, HEAD, SHARED, 6, 0, NOON)


def test_the_last_time_of_writing_counts() -> None:
    later, earlier = NOON + timedelta(hours=1), NOON - timedelta(days=365)
    text = head_line(HEAD) + "".join(change_lines(Shared(), at) for at in (NOON, later, earlier))
    assert read_changes(text.encode()).wrote_at == later


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"format": "another", "version": 1}, Found.FOREIGN),
        ({"format": "babymassage-gui-changes", "version": True}, Found.FOREIGN),
        ({"format": "babymassage-gui-changes", "version": 2}, Found.NEWER),
        ({"format": "babymassage-gui-changes", "version": 1, "device": "me"}, Found.FOREIGN),
        ([], Found.FOREIGN),
        ("{", Found.FOREIGN),
    ],
)
def test_the_first_line_says_what_it_is(values: object, found: Found) -> None:
    assert read_changes(line(values)).found is found


def test_lines_that_make_no_sense_are_counted_and_those_of_another_kind_passed_over() -> None:
    running = {"session": json.loads(change_lines(SHARED, NOON).splitlines()[3][9:])["session"]}
    running["session"] |= {"ended_at": None, "ending": None}
    bad: tuple[Any, ...] = (
        {"baby": {}}, {"same": [ADA.id]}, {"same": "ab"}, {"same": [ADA.id, "x"]}, {"wrote": "today"}, running, [1],
    )  # fmt: skip
    deep = b"[" * 100_000
    lines = [line(one) for one in bad] + [b"%08x %s\n" % (crc32(deep), deep), b"\n", b"00000000 {}\n"]

    read = read_changes(WHOLE + b"".join(lines) + line({"weather": "fine"}))

    assert (read.shared, read.bad, read.lines) == (SHARED, len(bad) + 3, 6 + len(bad) + 4)
    assert read.shared.archive.sessions[0].what.id != a_session("other").id


@quick
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_passed_over(data: bytes) -> None:
    assert read_changes(data).found in (Found.FOREIGN, Found.NOT_YET)
    after = read_changes(WHOLE + data)
    assert (after.found, after.shared) == (Found.OURS, SHARED)


@quick
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 7))
def test_a_bit_that_flips_costs_at_most_its_line(place: int, bit: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[place] ^= 1 << bit
    read = read_changes(bytes(damaged))
    if place < len(head_line(HEAD).encode()):
        assert read.found in (Found.FOREIGN, Found.NOT_YET)
    else:
        assert read.found is Found.OURS
        assert read.bad + read.lines > 0
        every = {repr(row) for rows in _lists(SHARED) for row in rows}
        assert {repr(row) for rows in _lists(read.shared) for row in rows} <= every


@quick
@given(st.integers(0, len(WHOLE)), st.integers(1, 4096))
def test_a_part_that_is_zeroed_or_missing_costs_its_lines(place: int, length: int) -> None:
    for filling in (b"\0" * length, b""):
        read = read_changes(WHOLE[:place] + filling + WHOLE[place + length :])
        assert len(read.shared.archive.sessions) <= 1


def _lists(shared: Shared) -> tuple[tuple[object, ...], ...]:
    archive = shared.archive
    return archive.babies, archive.sessions, archive.said, archive.past, tuple(shared.same)
