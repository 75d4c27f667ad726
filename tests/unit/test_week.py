"""A day's massages as one bar (content-spec 3.5: the parts of a day count as one session)."""

from __future__ import annotations

import pytest

from babymassage_gui.core.history import Mood
from babymassage_gui.core.week import day_as_one
from tests.fakes.home import TODAY
from tests.fakes.records import massage

FULL = frozenset({"everyday", "calm"})


def test_a_day_without_a_massage_has_no_bar() -> None:
    assert day_as_one((), FULL) is None


def test_parts_are_joined_to_the_sum_of_their_minutes() -> None:
    one = day_as_one((massage(TODAY, 2), massage(TODAY, 3, hour=14)), FULL)
    assert one is not None
    assert one.minutes == pytest.approx(5)
    assert one.mood is Mood.CALM


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (Mood.CALM, Mood.CALM, Mood.CALM),
        (Mood.CALM, Mood.UNSETTLED, Mood.UNSETTLED),
        (Mood.CRIED, Mood.CALM, Mood.CRIED),
        (Mood.ASLEEP, Mood.CALM, Mood.ASLEEP),
        (None, Mood.CALM, Mood.NOT_SAID),
    ],
)
def test_a_day_was_calm_only_if_every_part_was(first: Mood | None, second: Mood, joined: Mood) -> None:
    one = day_as_one((massage(TODAY, mood=first), massage(TODAY, hour=14, mood=second)), FULL)
    assert one is not None
    assert one.mood is joined


def test_rounds_of_other_kinds_are_not_added_to_the_full_session() -> None:
    day = (massage(TODAY, 4), massage(TODAY, 6, hour=14, routine="tummy-ease"))
    one = day_as_one(day, FULL)
    assert one is not None
    assert one.minutes == pytest.approx(4)


def test_without_a_full_session_the_longest_of_the_others_stands() -> None:
    day = (massage(TODAY, 2, routine="face"), massage(TODAY, 6, hour=14, routine="tummy-ease"))
    one = day_as_one(day, FULL)
    assert one is not None
    assert one.routine_id == "tummy-ease"
