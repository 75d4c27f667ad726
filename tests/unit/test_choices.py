"""What a parent may change keeps within its range, and every default is the careful one (content-spec 2.1)."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.choices import (
    SPITS_UP_AFTER_FEED_MINUTES,
    ArmDirection,
    BackDirection,
    Choices,
    Day,
    Order,
    Room,
    Surface,
    session_cap,
)
from babymassage_gui.core.wish import Prescription

Group = TypeVar("Group", Choices, Day)


def having(group: Group, name: str, value: Any) -> Group:
    return replace(group, **{name: value})


def test_the_defaults_are_those_of_the_specification() -> None:
    choices, day = Choices(), Day()
    assert (choices.order, choices.arm_outer_direction) == (Order.LEGS_FIRST, ArmDirection.UP)
    assert (choices.back_direction, choices.rub_from_months) == (BackDirection.UP, 4)
    assert not choices.product
    assert (day.after_feed_minutes, day.before_feed_minutes, day.vaccine_wait_hours) == (45, 30, 48)
    assert (day.evening_start_hour, day.usual_time, day.surface) == (17, None, Surface.FLOOR)
    assert (day.comfort_seconds, day.tummy_rounds) == (60, 4)
    assert day.room == Room(18.0, 20.0, 22.0, 24.0)


@pytest.mark.parametrize(
    ("name", "lowest", "highest"),
    [("rub_from_months", 3, 4), ("longest_minutes", 15, 20), ("tummy_time_minutes", 1, 15)],
)
def test_a_choice_keeps_within_its_range(name: str, lowest: int, highest: int) -> None:
    for value in (lowest, highest):
        assert getattr(having(Choices(), name, value), name) == value
    for value in (lowest - 1, highest + 1):
        with pytest.raises(ValueError, match=name):
            having(Choices(), name, value)


@pytest.mark.parametrize(
    ("name", "lowest", "highest"),
    [
        ("after_feed_minutes", 30, 120),
        ("before_feed_minutes", 30, 60),
        ("evening_start_hour", 12, 20),
        ("vaccine_wait_hours", 24, 72),
        ("comfort_seconds", 10, 60),
        ("tummy_rounds", 1, 4),
    ],
)
def test_a_wait_keeps_within_its_range(name: str, lowest: int, highest: int) -> None:
    for value in (lowest, highest):
        assert getattr(having(Day(), name, value), name) == value
    for value in (lowest - 1, highest + 1):
        with pytest.raises(ValueError, match=name):
            having(Day(), name, value)


def test_a_baby_that_spits_up_a_lot_waits_90_minutes_after_a_feed() -> None:
    assert Day(after_feed_minutes=SPITS_UP_AFTER_FEED_MINUTES).after_feed_minutes == 90


@pytest.mark.parametrize("reps", [1, 10])
def test_a_step_is_repeated_1_to_10_times(reps: int) -> None:
    assert Choices(repetitions={"leg-outer": reps}).repetitions == {"leg-outer": reps}


@pytest.mark.parametrize("reps", [0, 11])
def test_no_step_is_repeated_more_or_less(reps: int) -> None:
    with pytest.raises(ValueError, match="repetitions of leg-outer"):
        Choices(repetitions={"leg-outer": reps})


@pytest.mark.parametrize(
    "limits",
    [
        (20.5, 20, 22, 24),
        (18, 23, 22, 24),
        (18, 20, 25, 24),
        (14.9, 20, 22, 24),
        (18, 20, 22, 28.1),
        (18, 20, 22, float("nan")),
    ],
)
def test_the_limits_of_the_room_rise_and_stay_where_a_baby_can_be(limits: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="the limits of the room"):
        Room(*limits)


@pytest.mark.parametrize("text", ["tap", "knead", "oil", "bed", "sofa", "pad", "heat", "armpit", "press"])
def test_what_is_left_out_has_no_setting(text: str) -> None:
    names = {field.name for kind in (Choices, Day, Room) for field in fields(kind)}
    values = {member.value for kind in (Order, ArmDirection, BackDirection, Surface) for member in kind}
    assert not [name for name in names | values if text in name]


@pytest.mark.parametrize(
    ("days", "usual", "longer"), [(20, 5, 5), (45, 5, 5), (46, 10, 10), (122, 10, 10), (123, 15, 20), (300, 15, 20)]
)
def test_20_minutes_are_for_4_months_and_over(days: int, usual: int, longer: int) -> None:
    assert session_cap(age_of_days(days), Choices()) == usual
    assert session_cap(age_of_days(days), Choices(longest_minutes=20)) == longer


def test_choices_can_be_told_apart() -> None:
    assert hash(Choices()) == hash(Choices())
    assert Choices(repetitions={"leg-outer": 3}) != Choices()


@pytest.mark.parametrize("strokes", [0, 21])
def test_a_prescription_has_a_number_of_strokes_that_can_be_done(strokes: int) -> None:
    with pytest.raises(ValueError, match="strokes"):
        Prescription(strokes=strokes)


@pytest.mark.parametrize("eyes", [(), (Side.BOTH,), (Side.RIGHT, Side.LEFT), (Side.LEFT, Side.LEFT)])
def test_a_prescription_is_for_one_eye_or_both(eyes: tuple[Side, ...]) -> None:
    with pytest.raises(ValueError, match="eyes"):
        Prescription(eyes=eyes)
