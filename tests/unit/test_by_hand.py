"""What a parent may write down, and what a correction leaves as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from babymassage_gui.core.by_hand import (
    LONGEST_NOTE,
    Entry,
    Slip,
    Slipped,
    corrected,
    entry_of,
    new_session,
    over_at,
    slip_of,
)
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from tests.fakes.home import READY
from tests.fakes.records import massage

HERE = timezone(timedelta(hours=2))
NOW = datetime(2025, 6, 10, 20, 0, tzinfo=HERE)
BABY = replace(READY, born=NOW.date() - timedelta(days=90))
ROUTINES = {"everyday", "moves"}
# From 10:00 to 10:05 in UTC, noon on the family's clocks.
NOON = massage(NOW.date(), 5.0, hour=10, offset_minutes=120)


def entry(hour: int = 9, minute: int = 0, minutes: int = 5, day: int = 10, routine: str = "everyday") -> Entry:
    return Entry(datetime(2025, 6, day, hour, minute, tzinfo=HERE), minutes, routine, Mood.CALM)


def slip(one: Entry, *sessions: SessionRecord) -> Slip | None:
    found = slip_of(one, BABY, sessions, ROUTINES, NOW)
    return None if found is None else found.slip


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (entry(), None),
        (entry(minutes=1), None),
        (entry(minutes=60), None),
        (entry(minutes=0), Slip.TOO_SHORT),
        (entry(minutes=-5), Slip.TOO_SHORT),
        (entry(minutes=61), Slip.TOO_LONG),
        (entry(minutes=100_000), Slip.TOO_LONG),
        (entry(19, 55), None),
        (entry(19, 56), Slip.NOT_OVER),
        (entry(20, 1), Slip.IN_FUTURE),
        (entry(day=11), Slip.IN_FUTURE),
        (replace(entry(), start=entry().start - timedelta(days=90)), None),
        (replace(entry(), start=entry().start - timedelta(days=91)), Slip.BEFORE_BIRTH),
        (entry(routine="practice"), Slip.UNKNOWN_ROUTINE),
        (replace(entry(), note="x" * LONGEST_NOTE), None),
        (replace(entry(), note="x" * (LONGEST_NOTE + 1)), Slip.NOTE_TOO_LONG),
    ],
)
def test_an_entry_is_refused_for_its_first_slip(one: Entry, expected: Slip | None) -> None:
    assert slip(one) is expected


@pytest.mark.parametrize(
    ("one", "overlaps"),
    [
        (entry(11, 55, 5), False),
        (entry(11, 55, 6), True),
        (entry(12, 0, 5), True),
        (entry(12, 2, 1), True),
        (entry(11, 0, 60), False),
        (entry(11, 30, 60), True),
        (entry(12, 4, 5), True),
        (entry(12, 5, 5), False),
        (entry(12, 0, 5, day=9), False),
    ],
)
def test_two_sessions_of_a_baby_do_not_overlap(one: Entry, overlaps: bool) -> None:
    assert slip_of(one, BABY, [NOON], ROUTINES, NOW) == (Slipped(Slip.OVERLAPS, NOON) if overlaps else None)


@pytest.mark.parametrize(("kind", "overlaps"), [(Kind.RESTING, True), (Kind.PRACTICE, False), (Kind.REHEARSAL, False)])
def test_what_was_not_with_the_baby_overlaps_nothing(kind: Kind, overlaps: bool) -> None:
    assert (slip(entry(12, 0), replace(NOON, kind=kind)) is Slip.OVERLAPS) == overlaps


def test_a_session_is_over_when_it_ended_or_was_last_seen_but_never_before_its_minutes() -> None:
    ended = NOON.started_at + timedelta(minutes=7)
    cut = replace(NOON, ended_at=None, ending=None)
    assert over_at(replace(NOON, ended_at=ended)) == ended
    assert over_at(replace(cut, last_seen_at=ended)) == ended
    assert over_at(replace(cut, last_seen_at=None)) == NOON.started_at + timedelta(minutes=5)
    # A clock that was set back while it ran.
    assert over_at(replace(NOON, ended_at=NOON.started_at - timedelta(hours=1))) == NOON.started_at + timedelta(
        minutes=5
    )


def test_what_is_written_down_is_a_massage_that_was_as_long_as_it_was_meant_to_be() -> None:
    made = new_session(replace(entry(12, 30, 8), note="by grandma"), "baby", "new")

    assert made.started_at == datetime(2025, 6, 10, 10, 30, tzinfo=UTC)
    assert (made.local_start, made.day) == (entry(12, 30).start, NOW.date())
    assert (made.minutes, made.target_minutes, made.planned_seconds) == (8.0, 8, 480.0)
    assert (made.kind, made.ending, made.mood, made.note) == (Kind.MASSAGE, Ending.FINISHED, Mood.CALM, "by grandma")
    assert made.by_hand
    assert entry_of(made) == replace(entry(12, 30, 8), note="by grandma")


PLAYED = replace(
    massage(NOW.date(), 5.4, hour=10, offset_minutes=120, done=("leg-milking",), target=6),
    started_at=datetime(2025, 6, 10, 10, 0, 17, tzinfo=UTC),
    ended_at=datetime(2025, 6, 10, 10, 8, 0, tzinfo=UTC),
    note="smiled",
)


def test_a_form_that_changes_nothing_leaves_every_second() -> None:
    again = corrected(PLAYED, entry_of(PLAYED))

    assert again == replace(PLAYED, last_seen_at=PLAYED.ended_at)


def test_a_correction_of_words_leaves_times_and_steps() -> None:
    said = corrected(PLAYED, replace(entry_of(PLAYED), mood=Mood.CRIED, note="cried at the end", routine_id="moves"))

    assert (said.mood, said.note, said.routine_id) == (Mood.CRIED, "cried at the end", "moves")
    assert (said.started_at, said.active_seconds, said.steps) == (
        PLAYED.started_at,
        PLAYED.active_seconds,
        PLAYED.steps,
    )


def test_an_earlier_start_moves_the_end_with_it_pauses_included() -> None:
    moved = corrected(PLAYED, replace(entry_of(PLAYED), start=entry(9, 0).start))

    assert moved.started_at == datetime(2025, 6, 10, 7, 0, tzinfo=UTC)
    assert moved.ended_at is not None
    assert PLAYED.ended_at is not None
    assert moved.ended_at - moved.started_at == PLAYED.ended_at - PLAYED.started_at


def test_other_minutes_are_whole_and_what_was_aimed_at_stays() -> None:
    longer = corrected(PLAYED, replace(entry_of(PLAYED), minutes=9))

    assert (longer.minutes, longer.target_minutes, longer.planned_seconds) == (9.0, 6, PLAYED.planned_seconds)


def test_other_minutes_of_what_was_written_down_are_what_was_meant() -> None:
    written = new_session(entry(), "baby", "new")
    longer = corrected(written, replace(entry_of(written), minutes=9))

    assert (longer.minutes, longer.target_minutes, longer.planned_seconds) == (9.0, 9, 540.0)


def test_an_hour_in_another_zone_is_kept_as_it_was_there() -> None:
    winter = timezone(timedelta(hours=1))
    moved = corrected(PLAYED, replace(entry_of(PLAYED), start=datetime(2025, 3, 20, 12, 0, tzinfo=winter)))

    assert (moved.utc_offset_minutes, moved.local_start.hour) == (60, 12)


def test_an_attempt_of_seconds_is_shown_as_a_minute_and_stays_what_it_was() -> None:
    attempt = replace(PLAYED, active_seconds=20.0)

    assert entry_of(attempt).minutes == 1
    assert corrected(attempt, entry_of(attempt)).active_seconds == 20.0
