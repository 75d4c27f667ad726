"""What the log's sessions mean to the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from babymassage_gui.core.history import (
    Ending,
    Kind,
    StepOutcome,
    StepRecord,
    as_utc,
    last_played,
    massages,
    offset_minutes,
)
from tests.fakes.records import massage

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)  # noqa: DTZ001 - a moment without a zone is what is tested


def test_a_session_knows_its_day_on_the_familys_clocks() -> None:
    late = massage(DAY, hour=23, offset_minutes=90)
    assert late.local_start == late.started_at
    assert (late.local_start.hour, late.local_start.minute) == (0, 30)
    assert late.day == DAY + timedelta(days=1)
    assert massage(DAY, hour=1, offset_minutes=-120).day == DAY - timedelta(days=1)


@pytest.mark.parametrize("moment", [NOON, NOON.replace(tzinfo=timezone(timedelta(hours=1)))])
def test_a_start_that_is_not_in_utc_is_a_mistake(moment: datetime) -> None:
    with pytest.raises(ValueError, match="aware and in UTC"):
        replace(massage(DAY), started_at=moment)


def test_minutes_are_minutes_in_steps() -> None:
    assert massage(DAY, 2.5).minutes == 2.5


def test_only_steps_played_to_their_end_were_done_each_time_they_were() -> None:
    steps = (
        StepRecord("leg-outer", StepOutcome.DONE, 28),
        StepRecord("leg-foot", StepOutcome.SKIPPED, 3),
        StepRecord("arm-outer", StepOutcome.INTERRUPTED, 9),
        StepRecord("leg-outer", StepOutcome.DONE, 28),
    )
    assert replace(massage(DAY), steps=steps).done_steps == ("leg-outer", "leg-outer")


def test_massages_are_the_ended_ones_oldest_first() -> None:
    first, second = massage(DAY), massage(DAY + timedelta(days=1), ending=Ending.EARLY)
    others = [massage(DAY, hour=n, kind=kind) for n, kind in enumerate(Kind) if kind is not Kind.MASSAGE]
    assert massages([second, *others, massage(DAY, hour=20, ending=None), first]) == (first, second)


def test_a_step_was_last_played_when_it_was_done_in_the_same_routine() -> None:
    sessions = [
        massage(DAY + timedelta(days=1), done=("leg-outer",)),
        massage(DAY, done=("leg-outer", "arm-outer")),
        massage(DAY + timedelta(days=2), done=("arm-outer",), routine="calm"),
        massage(DAY + timedelta(days=3), done=("arm-outer",), kind=Kind.REHEARSAL),
    ]
    played = last_played(sessions, "everyday")
    assert {step_id: at.date() for step_id, at in played.items()} == {
        "leg-outer": DAY + timedelta(days=1),
        "arm-outer": DAY,
    }


@pytest.mark.parametrize("minutes", [-210, 0, 60, 345, 840])
def test_a_moments_offset_and_its_instant_in_utc(minutes: int) -> None:
    local = NOON.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert offset_minutes(local) == minutes
    assert as_utc(local) == local
    assert as_utc(local).tzinfo is UTC


def test_a_moment_without_a_zone_has_no_offset() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        offset_minutes(NOON)
