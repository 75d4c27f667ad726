"""Sessions as a table: it opens in spreadsheets, no cell is a formula, and what comes back doubles nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.brought import Trouble
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.merge import Fate
from babymassage_gui.core.settings import Settings
from babymassage_gui.services import table
from babymassage_gui.services.exchange import Format
from tests.fakes.full_log import BEN, NOW, Door, fill_log, opened, over
from tests.fakes.stored import ADA, NOON, WallClock, some_id

NOON_OF_TENTH = "2025-06-10,12:00"


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    with opened(tmp_path) as log:
        fill_log(log)
        yield Door(log)


def exported(door: Door) -> str:
    return door.exchange.export(Format.CSV, Settings(), "1.0")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(table.BYTE_ORDER_MARK))))


def text_of(found: list[dict[str, str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(found[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue()


def test_a_row_is_a_session_that_is_over_and_holds(door: Door) -> None:
    text = exported(door)

    assert text.startswith("\ufeffid,baby,")
    assert text.count("\r\n") == 1 + 3
    first, second, of_ben = sorted(rows(text), key=lambda row: (row["baby"], row["date"]))
    assert (first["date"], first["start"], first["minutes"], first["how"]) == ("2025-06-01", "14:00", "3", "calm")
    assert (second["how"], of_ben["baby"]) == ("cried", "Ben")
    assert first["note"] == '\'=1+1 "quoted", and\nmore'


def test_no_cell_begins_as_a_formula(door: Door) -> None:
    for cell in (cell for row in rows(exported(door)) for cell in row.values()):
        assert cell[:1] not in "=+-@\t\r" or cell == ""


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12))
def test_a_neutral_cell_is_read_as_it_was_meant(text: str) -> None:
    cell = table.neutral(text)

    assert table.as_meant(cell) == text
    assert cell[:1] not in tuple("=+-@＝＋－＠\t\r")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "＝1", " =1", "\t=1", "'=1", "\r1", "\n=1"])
def test_what_a_spreadsheet_may_take_for_a_formula_is_made_neutral(text: str) -> None:
    assert table.neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "smiled", "3-4 minutes", "a=b", "'quoted'", "#1"])
def test_other_texts_stay(text: str) -> None:
    assert table.neutral(text) == text


def test_its_own_table_changes_nothing(door: Door) -> None:
    before = door.log.archive()

    preview = door.read_in(exported(door))

    assert (preview.merged.changes, preview.merged.sessions.number(Fate.SAME)) == (0, 3)
    assert door.log.archive() == before


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_corrected_in_a_spreadsheet_is_a_correction(door: Door, delimiter: str, encoding: str) -> None:
    found = rows(exported(door))
    mine = next(row for row in found if row["id"] == some_id("first"))
    mine |= {"note": "schön müde", "minutes": "4", "date": "01.06.2025"}

    preview = door.read_in(text_of(found, delimiter).encode(encoding))

    assert preview.merged.sessions.number(Fate.NEWER) == 1
    session = door.log.session(some_id("first"))
    assert (session.note, session.minutes, session.started_at) == ("schön müde", 4.0, NOON)
    assert len(session.steps) == 2
    assert door.log.versions(session.id)[0].was.what.minutes == 3.0


def test_a_table_that_is_older_than_a_correction_here_changes_nothing(door: Door) -> None:
    found = rows(exported(door))
    next(row for row in found if row["id"] == some_id("first"))["note"] = "in the table"
    door.log._local_time = WallClock(NOW + timedelta(hours=1))
    door.log.correct(over("first", note="here"))

    preview = door.read_in(text_of(found))

    assert preview.merged.sessions.number(Fate.OLDER) == 1
    assert door.log.session(some_id("first")).note == "here"


def test_sessions_of_another_computer_come_in_as_far_as_a_table_tells(door: Door, tmp_path: Path) -> None:
    with opened(tmp_path / "other") as log:
        for baby in door.log.babies():
            log.save(baby)
        other = Door(log)
        preview = other.read_in(exported(door))

        assert preview.merged.sessions.number(Fate.NEW) == 3
        session = log.session(some_id("first"))
        assert (session.started_at, session.minutes, session.mood) == (NOON, 3.0, Mood.CALM)
        assert (session.target_minutes, session.ending, session.by_hand) == (3, Ending.FINISHED, False)
        assert log.session(some_id("of Ben")).baby_id == BEN.id
        assert other.read_in(exported(door)).merged.changes == 0


def test_a_parents_own_list_needs_day_hour_and_minutes_only_and_is_never_doubled(door: Door) -> None:
    text = f"Date;Start;Minutes;How\n{NOON_OF_TENTH.replace(',', ';')};4;calm\n10.06.2025;8:30:00;5;\n\n"

    first = door.read_in(text)
    again = door.read_in(text)

    assert (first.merged.sessions.number(Fate.NEW), first.brought.bad) == (2, ())
    assert again.merged.sessions.number(Fate.NEW) == 0
    early, noon = (s for s in door.log.sessions(ADA.id) if s.by_hand)
    assert (early.local_start.hour, early.minutes, early.mood) == (8, 5.0, Mood.NOT_SAID)
    assert (noon.started_at, noon.mood) == (datetime.fromisoformat("2025-06-10T10:00:00+00:00"), Mood.CALM)


@pytest.mark.parametrize(
    ("row", "trouble"),
    [
        (f"{NOON_OF_TENTH},0,", Trouble.TOO_SHORT),
        (f"{NOON_OF_TENTH},-3,", Trouble.TOO_SHORT),
        (f"{NOON_OF_TENTH},61,", Trouble.TOO_LONG),
        (f"{NOON_OF_TENTH},many,", Trouble.NONSENSE),
        (f"{NOON_OF_TENTH},,", Trouble.NONSENSE),
        ("2025-06-31,12:00,3,", Trouble.NONSENSE),
        ("6/10/25,12:00,3,", Trouble.NONSENSE),
        ("2025-06-10,25:00,3,", Trouble.NONSENSE),
        ("2033-06-10,12:00,3,", Trouble.IN_FUTURE),
        ("2025-06-11,13:59,3,", Trouble.NOT_OVER),
        ("2025-02-10,12:00,3,", Trouble.BEFORE_BIRTH),
        ("2025-06-01,14:01,3,", Trouble.OVERLAPS),
        (f"{NOON_OF_TENTH},3,,moves-of-mars", Trouble.UNKNOWN_ROUTINE),
        (f"{NOON_OF_TENTH},3,furious", Trouble.NONSENSE),
        (f"{NOON_OF_TENTH},3,,,Carl", Trouble.WHOSE),
        (f"{NOON_OF_TENTH},3,,,," + "x" * 2001, Trouble.NOTE_TOO_LONG),
        (f"{NOON_OF_TENTH},3,,,,,no-uuid", Trouble.NONSENSE),
        (f"{NOON_OF_TENTH},3,,,,,,999999", Trouble.NONSENSE),
        ('"' + "x" * 2_000_000 + '",12:00,3,', Trouble.NONSENSE),
    ],
)
def test_a_row_that_cannot_be_is_named_by_its_line_and_the_others_are_taken(
    door: Door, row: str, trouble: Trouble
) -> None:
    head = "date,start,minutes,how,routine,baby,note,id,utc_offset_minutes"
    text = f"{head}\n2025-06-09,12:00,3\n{row}\n2025-06-08,12:00,3\n"

    preview = door.read_in(text)

    assert [(bad.number, bad.trouble) for bad in preview.brought.bad] == [(3, trouble)]
    assert preview.merged.sessions.number(Fate.NEW) == 2


def test_two_rows_of_one_file_do_not_overlap_either(door: Door) -> None:
    preview = door.read_in(f"date,start,minutes\n{NOON_OF_TENTH},10\n2025-06-10,12:05,3\n")

    assert [(bad.number, bad.trouble) for bad in preview.brought.bad] == [(3, Trouble.OVERLAPS)]
    assert "2025-06-10T12:00" in preview.brought.bad[0].detail


def test_a_baby_is_known_by_its_name(door: Door) -> None:
    door.read_in(f"baby,date,start,minutes\nBEN,{NOON_OF_TENTH},10\n")

    assert [session.by_hand for session in door.log.sessions(BEN.id)] == [False, True]


def test_with_one_baby_every_row_is_that_ones(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.save(ADA)
        Door(log).read_in(f"baby,date,start,minutes\nthe little one,{NOON_OF_TENTH},10\n")

        assert len(log.sessions(ADA.id)) == 1


def test_a_time_of_writing_in_the_future_is_now(door: Door) -> None:
    door.read_in(f"date,start,minutes,updated_at\n{NOON_OF_TENTH},3,2099-01-01T00:00:00.000000+00:00\n")

    kept = next(kept for kept in door.log.archive().sessions if kept.what.by_hand)
    assert kept.stamp.updated_at == NOW
