"""What a parent may change about a massage and its day, with ranges and defaults (content-spec 2.1, "Configurable").

Every default is the careful one. What the specification leaves out has no setting here, at any value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from itertools import pairwise

from babymassage_gui.core.age import Age, AgeLimit
from babymassage_gui.core.growth import longest_minutes
from babymassage_gui.core.table import TableSide

REPETITIONS = range(1, 11)
LONGEST_MINUTES = range(15, 21)
# Thirty minutes are offered only as two sessions of so many (C-06).
EACH_OF_TWO_MINUTES = 15
RUB_FROM_MONTHS = range(3, 5)
TUMMY_TIME_MINUTES = range(1, 16)
PRODUCT_FROM = AgeLimit(months=1)
LONGER_FROM = AgeLimit(months=4)

AFTER_FEED_MINUTES = range(30, 121)
SPITS_UP_AFTER_FEED_MINUTES = 90
BEFORE_FEED_MINUTES = range(30, 61)
EVENING_HOURS = range(12, 21)
VACCINE_WAIT_HOURS = range(24, 73)
COMFORT_SECONDS = range(10, 61)
TUMMY_ROUNDS = range(1, 5)
COLDEST_LIMIT, HOTTEST_LIMIT = 15.0, 28.0


class Order(StrEnum):
    """The orders of `content/orders.toml` (C-03)."""

    LEGS_FIRST = "legs-first"
    ARMS_FIRST = "arms-first"
    TUMMY_HELLO = "tummy-hello"
    TOP_DOWN = "top-down"


class ArmDirection(StrEnum):
    """Which way the outer arm is stroked; `calm` goes down whatever is set (C-15)."""

    UP = "up"
    DOWN = "down"


class BackDirection(StrEnum):
    """Which way the back is stroked; `calm` goes down whatever is set (C-16)."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"


class Surface(StrEnum):
    """Where the baby lies (C-34). Bed and sofa are not offered."""

    FLOOR = "floor"
    TABLE = "table"


def _within(name: str, value: int, allowed: range) -> None:
    if value not in allowed:
        raise ValueError(f"{name} {value} is outside {allowed}")


@dataclass(frozen=True, slots=True)
class Choices:
    """How a massage is put together.

    `repetitions` of single steps by id, 1 to 10 (C-08); a step that no longer exists is passed over. `rub_from_months`
    is 3 only where rubbing was shown in person, and then for `everyday` alone (C-22). `turned_on`: ids of steps that
    are off at this age unless wished for (C-32). `tummy_time_minutes`, None for the age's first number, is kept within
    the age's two numbers (C-30). `face_in_everyday` adds the face before the finish. `newborn_chest` takes the
    newborn's stroke of the chest under 4 months (C-12); `thumb_circles` are an extra of `tummy-ease` (C-29).
    `loin_glide`: one light glide over the loin in `calm`, where it was shown (C-19). `wide_ring` keeps four fingers off
    the navel instead of two (C-18). `longest_minutes` and `two_sessions` hold from 4 months; with two sessions a day
    each has 15 minutes at most, whatever the longest is (C-06). `product`: a tested baby product is in use, from 1
    month (C-11).
    """

    order: Order = Order.LEGS_FIRST
    repetitions: Mapping[str, int] = field(default_factory=dict, hash=False)
    rub_from_months: int = 4
    turned_on: frozenset[str] = frozenset()
    arm_outer_direction: ArmDirection = ArmDirection.UP
    back_direction: BackDirection = BackDirection.UP
    newborn_chest: bool = False
    thumb_circles: bool = True
    loin_glide: bool = False
    wide_ring: bool = False
    face_in_everyday: bool = False
    tummy_time_minutes: int | None = None
    longest_minutes: int = 15
    two_sessions: bool = False
    product: bool = False

    def __post_init__(self) -> None:
        for step_id, reps in self.repetitions.items():
            _within(f"repetitions of {step_id}", reps, REPETITIONS)
        _within("rub_from_months", self.rub_from_months, RUB_FROM_MONTHS)
        _within("longest_minutes", self.longest_minutes, LONGEST_MINUTES)
        if self.tummy_time_minutes is not None:
            _within("tummy_time_minutes", self.tummy_time_minutes, TUMMY_TIME_MINUTES)


@dataclass(frozen=True, slots=True)
class Room:
    """The room in degrees Celsius (C-09): below `too_cold` and above `too_hot` wait, between the two others just right.

    What lies between is to be adjusted first.
    """

    too_cold: float = 18.0
    warm_from: float = 20.0
    warm_to: float = 22.0
    too_hot: float = 24.0

    def __post_init__(self) -> None:
        limits = (COLDEST_LIMIT, self.too_cold, self.warm_from, self.warm_to, self.too_hot, HOTTEST_LIMIT)
        if not all(lower <= higher for lower, higher in pairwise(limits)):
            raise ValueError(f"the limits of the room do not rise: {limits}")


@dataclass(frozen=True, slots=True)
class Day:
    """The hours, the waits and the place that a parent may change.

    Minutes from a feed and to the next one (C-05); the hour from which no stirring routine is offered, and the family's
    usual time, None for none (C-04); hours after a vaccine (C-44). `open_window`: allowed in a warm room without
    draught (C-10). `comfort_seconds` is the pause when the baby fusses (C-43), `tummy_rounds` the most rounds of
    `tummy-ease` a day (C-28). `table_side`: where the baby's head is for the parent; the pictures are turned for it.
    """

    after_feed_minutes: int = 45
    before_feed_minutes: int = 30
    evening_start_hour: int = 17
    usual_time: time | None = None
    vaccine_wait_hours: int = 48
    room: Room = field(default_factory=Room)
    open_window: bool = False
    surface: Surface = Surface.FLOOR
    table_side: TableSide = TableSide.FEET
    comfort_seconds: int = 60
    tummy_rounds: int = 4

    def __post_init__(self) -> None:
        _within("after_feed_minutes", self.after_feed_minutes, AFTER_FEED_MINUTES)
        _within("before_feed_minutes", self.before_feed_minutes, BEFORE_FEED_MINUTES)
        _within("evening_start_hour", self.evening_start_hour, EVENING_HOURS)
        _within("vaccine_wait_hours", self.vaccine_wait_hours, VACCINE_WAIT_HOURS)
        _within("comfort_seconds", self.comfort_seconds, COMFORT_SECONDS)
        _within("tummy_rounds", self.tummy_rounds, TUMMY_ROUNDS)


def session_cap(age: Age, choices: Choices) -> int:
    """The longest session in minutes at an age: cap(a) of content-spec 3.5, from 4 months the parent's up to 20.

    Where the day may hold two sessions each of them keeps to 15.
    """
    if not age.reached(LONGER_FROM):
        return longest_minutes(age)
    return EACH_OF_TWO_MINUTES if choices.two_sessions else choices.longest_minutes
