"""A family's clock that is set, moves to another zone, or to summer time: between sessions and inside one."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from babymassage_gui.core.history import Ending, Kind
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import SessionRunner
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.content import catalogue, plan_for
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage
from tests.fakes.stored import ADA
from tests.fakes.stores import FakeSettings

BERLIN, AUCKLAND, HONOLULU = (ZoneInfo(name) for name in ("Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu"))
A_YEAR = timedelta(days=365)
# The last minutes before the clocks change, in spring and in autumn.
SPRING = datetime(2026, 3, 29, 1, 58, 30, tzinfo=BERLIN)
AUTUMN = datetime(2026, 10, 25, 2, 58, 30, tzinfo=BERLIN)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    with open_log(tmp_path, lambda: MORNING).log as log:
        log.save(ADA)
        yield log


def play(log: SqliteLog, clock: FakeClock, jump: datetime | timedelta | None, after: float = 60.0) -> str:
    """A massage of three minutes, in which the wall clock jumps once; instants never do."""
    runner = SessionRunner(catalogue(), log, clock, lambda: str(uuid.uuid4()))
    runner.start(plan_for("everyday", 90, 3), ADA.id, Manner())
    jumped, played = False, 0.0
    while runner.running:
        clock.pass_time(0.5)
        played += 0.5
        if jump is not None and not jumped and played >= after:
            jumped = True
            clock.set_wall_clock(jump if isinstance(jump, datetime) else clock.local_time() + jump)
        runner.tick()
    return runner.session_id


@pytest.mark.parametrize(
    ("start", "jump"),
    [
        (MORNING, A_YEAR),
        (MORNING, -A_YEAR),
        (MORNING, MORNING.astimezone(AUCKLAND)),
        (MORNING, MORNING.astimezone(HONOLULU)),
        (SPRING, (SPRING + timedelta(minutes=62)).replace(fold=0)),
        (AUTUMN, (AUTUMN - timedelta(minutes=58)).replace(fold=1)),
    ],
)
def test_a_clock_that_jumps_inside_a_session_moves_nothing_of_it(
    log: SqliteLog, start: datetime, jump: datetime | timedelta
) -> None:
    quiet = log.session(play(log, FakeClock(start), None))
    jumpy = log.session(play(log, FakeClock(start), jump))

    assert jumpy.steps == quiet.steps
    assert (jumpy.active_seconds, jumpy.ending) == (quiet.active_seconds, Ending.FINISHED)
    assert jumpy.started_at == quiet.started_at
    assert log.damaged_rows == 0


def test_what_was_dated_by_a_clock_that_jumped_can_be_read_again(tmp_path: Path, log: SqliteLog) -> None:
    clock = FakeClock(MORNING)
    back = play(log, clock, -A_YEAR)
    log.close()

    with open_log(tmp_path, clock.local_time).log as again:
        session = again.session(back)
        assert session.ended_at is not None
        assert session.ended_at < session.started_at
        assert again.damaged_rows == 0
        stores = Stores(again, again, again, FakeSettings())
        house = Household(catalogue(), stores, clock, lambda: str(uuid.uuid4()))
        # It has just ended, whatever the day of its beginning is called: two hours lie between.
        refusal = house.today().refusal
        assert refusal is not None


@pytest.mark.parametrize("days", [2, 30, 365])
def test_massages_that_lie_ahead_of_a_clock_set_back_close_no_day_before_their_own(days: int) -> None:
    home = Home(massage(TODAY + timedelta(days=days)))
    assert home.barrier() is None
    home = Home(massage(TODAY + timedelta(days=days)), massage(TODAY, hour=6))
    assert home.barrier() == "done-today"


def test_a_massage_that_lies_less_than_a_day_ahead_may_have_been_just_now() -> None:
    refusal = Home(massage(TODAY + timedelta(days=1))).household.today().refusal
    assert refusal is not None
    assert refusal.barrier.value == "too-soon"


def test_what_just_ended_counts_though_the_clock_was_set_back_in_it() -> None:
    ended = massage(TODAY + timedelta(days=365))
    now = MORNING.astimezone(ended.started_at.tzinfo)
    back = replace(ended, ended_at=now - timedelta(minutes=5), last_seen_at=now - timedelta(minutes=5))
    assert Home(back).barrier() == "too-soon"


@pytest.mark.parametrize("zone", [BERLIN, AUCKLAND, HONOLULU])
def test_after_a_journey_two_hours_are_two_hours(zone: ZoneInfo) -> None:
    home = Home(massage(TODAY - timedelta(days=1), hour=22, offset_minutes=600))
    home.clock.set_wall_clock(datetime(TODAY.year, TODAY.month, TODAY.day, 0, 1, tzinfo=BERLIN).astimezone(zone))
    assert home.barrier() is not None
    home.clock.set_wall_clock(home.clock.local_time() + timedelta(hours=50))
    assert home.barrier() is None


@pytest.mark.parametrize(
    ("evening", "morning"),
    [
        (datetime(2026, 3, 28, 9, tzinfo=BERLIN), datetime(2026, 3, 29, 9, tzinfo=BERLIN)),
        (datetime(2026, 10, 24, 9, tzinfo=BERLIN), datetime(2026, 10, 25, 9, tzinfo=BERLIN)),
    ],
)
def test_over_the_change_of_the_clocks_each_day_has_its_massage(evening: datetime, morning: datetime) -> None:
    offset = evening.utcoffset()
    assert offset is not None
    yesterday = replace(
        massage(evening.date(), hour=9, offset_minutes=round(offset.total_seconds() / 60)), kind=Kind.MASSAGE
    )
    asked = replace(READY, doctor_yes_on=evening.date())
    home = Home(yesterday, baby=asked)
    home.clock.set_wall_clock(morning)
    assert home.barrier() is None
    assert yesterday.day == evening.date()
    today = replace(yesterday, id="today", started_at=morning.astimezone(yesterday.started_at.tzinfo))
    home = Home(yesterday, today, baby=asked)
    home.clock.set_wall_clock(morning + timedelta(hours=3))
    assert home.barrier() == "done-today"
