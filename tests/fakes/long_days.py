"""A family whose days may hold two sessions: massage, then moves (C-06)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from babymassage_gui.core.age import PLANNING_BIRTH
from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.family import Family
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.today import Today, look_at, refusal_now
from tests.fakes.answers import no_to_all
from tests.fakes.content import catalogue, routine
from tests.fakes.records import BABY, massage

BORN = PLANNING_BIRTH
FOUR_MONTHS = (date(BORN.year + (BORN.month + 4 > 12), (BORN.month + 3) % 12 + 1, BORN.day) - BORN).days
DAYS = 200
GROWN = 40


def at(hour: int, minute: int = 0, days: int = DAYS) -> datetime:
    return datetime(BORN.year, BORN.month, BORN.day, hour, minute, tzinfo=UTC) + timedelta(days=days)


def before_today(days: int = DAYS, minutes: float = 15, number: int = GROWN) -> tuple[SessionRecord, ...]:
    """Calm massages of the days before, long enough for the length to have grown to the full fifteen minutes."""
    return tuple(massage(at(0, days=days - ago).date(), minutes, hour=9) for ago in range(number, 0, -1))


def first(hour: int = 8, **how: Any) -> SessionRecord:
    return massage(at(hour).date(), **{"minutes": 15.0, "hour": hour, **how})


def second(hour: int = 11, **how: Any) -> SessionRecord:
    return massage(at(hour).date(), **{"minutes": 15.0, "hour": hour, "routine": "moves", **how})


def family(
    *of_today: SessionRecord,
    before: tuple[SessionRecord, ...] | None = None,
    told: tuple[Said, ...] = (),
    choices: Choices | None = None,
    **others: Any,
) -> Family:
    baby = Baby(BABY, "", BORN, navel_healed=True, doctor_yes_on=at(0).date())
    wishes = Settings(choices=choices or Choices(two_sessions=True), **others)
    past = before_today() if before is None else before
    return Family(baby, (*past, *of_today), wishes, (), (*no_to_all(at(7)), *told))


def seen(home: Family, now: datetime) -> Today:
    return look_at(catalogue(), home, now)


def barrier(home: Family, routine_id: str, now: datetime) -> Barrier | None:
    refused = refusal_now(catalogue(), routine(routine_id), home, now)
    return None if refused is None else refused.barrier
