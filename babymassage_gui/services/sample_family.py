"""A family that never was, to look round with: a baby, its answers, three weeks of massages; all thrown away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from babymassage_gui.core.by_hand import Entry
from babymassage_gui.core.history import Mood
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.today import EVERYDAY
from babymassage_gui.services.household import Household

NAME = "Mila"
AGE_DAYS = 95
HOUR = 9
# Days ago, minutes, how it was: growing, a bad day, a day left out, as it goes in a family.
MASSAGES = (
    (21, 3, Mood.CALM), (20, 3, Mood.CALM), (18, 3, Mood.UNSETTLED), (17, 3, Mood.CALM), (16, 3, Mood.CALM),
    (15, 4, Mood.CALM), (13, 4, Mood.CRIED), (12, 3, Mood.CALM), (11, 3, Mood.CALM), (10, 4, Mood.ASLEEP),
    (9, 4, Mood.CALM), (7, 4, Mood.CALM), (6, 5, Mood.CALM), (5, 5, Mood.UNSETTLED), (4, 5, Mood.CALM),
    (3, 5, Mood.CALM), (2, 6, Mood.CALM), (1, 6, Mood.CALM),
)  # fmt: skip


def move_in(house: Household) -> None:
    """Fill an empty household.

    Raises:
        Expected: its log cannot be written.
        ValueError: it is not empty.
    """
    if house.baby is not None:
        raise ValueError("a family lives here")
    now = house.clock.local_time()
    house.change(replace(house.settings, text_size_asked=True))
    born = now.date() - timedelta(days=AGE_DAYS)
    yes_on = born + timedelta(days=AGE_DAYS - 22)
    baby = house.save_baby(Baby("", NAME, born, navel_healed=True, doctor_yes_on=yes_on))
    house.answers.say_none_of(baby, house.judge(Visit()).due)
    for days, minutes, mood in MASSAGES:
        start = datetime.combine(now.date() - timedelta(days=days), datetime.min.time(), now.tzinfo)
        house.diary.add(baby, Entry(start + timedelta(hours=HOUR), minutes, EVERYDAY, mood))
