"""What follows from a family's log and words for the length: twenty minutes count from the day they were allowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from babymassage_gui.core.age import PLANNING_BIRTH
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.family import Family, length_of
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from tests.fakes.content import catalogue
from tests.fakes.records import BABY, massage

DAYS = 60
TODAY = PLANNING_BIRTH + timedelta(days=200)
FIRST = TODAY - timedelta(days=DAYS)


def settings(longest: int) -> Settings:
    return Settings(choices=Choices(longest_minutes=longest))


def family(longest: int, *said: Said) -> Family:
    """Sixty calm massages, as long as they may be, one a day until yesterday."""
    sessions = tuple(massage(FIRST + timedelta(days=number), 20, hour=9) for number in range(DAYS))
    return Family(Baby(BABY, "", PLANNING_BIRTH), sessions, settings(longest), (), said)


def allowed(days_ago: int, minutes: str) -> Said:
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC) - timedelta(days=days_ago)
    return Said(f"{days_ago}", BABY, "target", "longest", at, note=minutes)


def minutes(home: Family) -> int:
    return length_of(catalogue(), home, TODAY).targets["everyday"].minutes


@pytest.mark.parametrize(
    ("longest", "said", "expected"),
    [
        (15, (), 15),
        (20, (), 15),
        (20, (allowed(0, "20"),), 15),
        (20, (allowed(2, "20"),), 16),
        (20, (allowed(60, "20"),), 20),
        (17, (allowed(60, "20"),), 17),
        (15, (allowed(60, "20"),), 15),
        (20, (allowed(60, "20"), allowed(30, "15")), 15),
        (20, (allowed(60, "many"),), 15),
        (20, (allowed(60, "3"),), 15),
    ],
)
def test_twenty_minutes_count_from_the_day_they_were_allowed(
    longest: int, said: tuple[Said, ...], expected: int
) -> None:
    assert minutes(family(longest, *said)) == expected


def test_without_a_session_nothing_has_grown() -> None:
    assert minutes(replace(family(20, allowed(1, "20")), sessions=())) == 3
