"""Today is looked at once, as long as nothing that it rests on has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.settings import Settings
from tests.fakes.home import READY, TODAY, Home
from tests.fakes.records import massage


@pytest.fixture
def home() -> Home:
    return Home(massage(TODAY - timedelta(days=2)), massage(TODAY - timedelta(days=1)))


def test_the_same_is_given_again(home: Home) -> None:
    today = home.household.today()
    home.go(5)
    assert home.household.today() is today


@pytest.mark.parametrize(
    "change",
    [
        lambda home: home.household.change(Settings(parent_limit=4)),
        lambda home: home.household.save_baby(replace(READY, name="Bean")),
        lambda home: home.household.answers.say(READY, "W-01", "fed"),
        lambda home: home.household.wrap_up(massage(TODAY - timedelta(days=1)).id, Mood.CRIED, ""),
        lambda home: home.log.begin(massage(TODAY - timedelta(days=3), ending=Ending.EARLY)),
        lambda home: home.household.diary.remove(massage(TODAY - timedelta(days=1)).id),
        lambda home: home.clock.pass_time(86400),
        lambda home: home.clock.pass_time(-60),
    ],
    ids=["settings", "baby", "said", "mood", "another session", "one less", "another day", "clock set back"],
)
def test_it_is_looked_at_anew_once_anything_changed(home: Home, change: Callable[[Home], object]) -> None:
    before = home.household.today()
    change(home)
    after = home.household.today()
    assert after is not before
    home.begin_anew()
    assert replace(after, seen_at=before.seen_at) == replace(home.household.today(), seen_at=before.seen_at)


def test_a_wish_for_fewer_minutes_is_another_today(home: Home) -> None:
    today = home.household.today()
    assert home.household.today(2).minutes == 2
    assert home.household.today().minutes == today.minutes
