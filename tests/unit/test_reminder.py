"""A family is reminded at its usual time, once, and never where silence is better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Ending, SessionRecord, as_utc
from babymassage_gui.core.reminder import LATE, Reminder, is_time
from babymassage_gui.core.reminders import Reminders
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.settings_codec import decode, encode
from babymassage_gui.services.reminder_watch import ReminderWatch
from tests.fakes.clock import MORNING
from tests.fakes.home import Home
from tests.fakes.log import FakeLog
from tests.fakes.records import BABY

ON = Reminders(on=True)
USUAL = MORNING.timetz().replace(tzinfo=None)
TODAY = MORNING.date()


@pytest.mark.parametrize(
    ("reminders", "usual", "after", "told_on", "due"),
    [
        (ON, USUAL, timedelta(), None, True),
        (ON, USUAL, timedelta(seconds=-1), None, False),
        (ON, USUAL, LATE - timedelta(seconds=1), None, True),
        (ON, USUAL, LATE, None, False),
        (ON, USUAL, timedelta(), TODAY, False),
        (ON, USUAL, timedelta(), TODAY - timedelta(days=1), True),
        (ON, None, timedelta(), None, False),
        (Reminders(), USUAL, timedelta(), None, False),
        (replace(ON, paused_until=TODAY + timedelta(days=1)), USUAL, timedelta(), None, False),
        (replace(ON, paused_until=TODAY), USUAL, timedelta(), None, True),
    ],
)
def test_it_is_time_once_a_day_from_the_usual_hour_on(
    reminders: Reminders, usual: time | None, after: timedelta, told_on: date | None, due: bool
) -> None:
    assert is_time(reminders, usual, MORNING + after, told_on) is due


class Family:
    """A home that is to be reminded in the morning, and what it was told."""

    def __init__(self, home: Home | None = None) -> None:
        self.home = home or Home()
        settings = self.home.household.settings
        day = replace(settings.day, usual_time=USUAL)
        self.home.household.change(replace(settings, reminders=ON, day=day))
        self.told: list[Reminder] = []
        self.watch = ReminderWatch(self.home.household, self.told.append)

    def look(self, minutes: float = 0) -> list[Reminder]:
        self.home.clock.pass_time(60 * minutes)
        self.watch.look()
        return self.told


def said(subject: str, answer: str, before: timedelta = timedelta()) -> Said:
    return Said(f"{subject}-{answer}", BABY, subject, answer, as_utc(MORNING - before))


def with_said(*more: Said) -> Home:
    home = Home()
    for one in more:
        home.said.say(one)
    return home


def test_a_well_day_is_said_once() -> None:
    family = Family()
    assert family.look() == [Reminder()]
    assert family.look(10) == [Reminder()]
    assert family.look(24 * 60 - 10) == [Reminder(), Reminder()]


def test_a_feed_that_has_not_settled_is_waited_for_and_it_is_said_until_when() -> None:
    family = Family(with_said(said("W-01", "fed", timedelta(minutes=20))))
    (told,) = family.look()
    assert told == Reminder(MORNING + timedelta(minutes=25), fed=True)


@pytest.mark.parametrize(
    ("subject", "answer"), [("T-01", "fever"), ("T-02", "yes"), ("N-04", "yes")], ids=["fever", "ill", "asks a doctor"]
)
def test_an_ill_baby_s_family_is_left_in_peace(subject: str, answer: str) -> None:
    family = Family(with_said(said(subject, answer, -timedelta(seconds=1))))
    assert family.look(1) == []


def test_a_session_today_is_reminder_enough() -> None:
    home = Home()
    family = Family(home)
    home.begin()
    assert family.look() == []
    home.go(60)
    home.household.runner.finish(Ending.EARLY)
    assert family.look(5) == []
    assert family.look(24 * 60) == [Reminder()]


def test_a_session_that_was_begun_before_the_usual_time_counts_too() -> None:
    home = Home()
    family = Family(home)
    settings = home.household.settings
    later = (MORNING + timedelta(minutes=30)).time()
    home.household.change(replace(settings, day=replace(settings.day, usual_time=later)))
    home.begin()
    home.go(60)
    home.household.runner.finish(Ending.EARLY)
    assert family.look(40) == []


def test_whoever_sits_at_the_window_already_needs_no_reminder() -> None:
    family = Family()
    family.watch.seen()
    assert family.look(5) == []
    assert family.look(24 * 60) == [Reminder()]


def test_before_the_usual_time_being_seen_changes_nothing() -> None:
    family = Family()
    family.home.clock.pass_time(-60)
    family.watch.seen()
    assert family.look(1) == [Reminder()]


def unreadable(_log: FakeLog, _baby_id: str) -> tuple[SessionRecord, ...]:
    raise Expected(Fault.LOG_UNREADABLE, path="log")


def test_no_baby_no_reminder_and_a_log_that_cannot_be_read_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Family(Home(baby=None)).look() == []
    family, read = Family(), FakeLog.sessions
    monkeypatch.setattr(FakeLog, "sessions", unreadable)
    assert family.look() == []
    monkeypatch.setattr(FakeLog, "sessions", read)
    assert family.look(1) == [Reminder()]


def test_the_choices_are_kept_and_a_day_that_is_none_costs_only_itself() -> None:
    settings = Settings(reminders=Reminders(on=True, paused_until=date(2026, 12, 9), stay=True))
    content = encode(settings, {})
    assert content["reminders"] == {"on": True, "paused_until": "2026-12-09", "stay": True, "autostart": False}
    assert decode(Settings, content) == (settings, ())
    content["reminders"] = {"on": True, "paused_until": "soon"}
    assert decode(Settings, content) == (Settings(reminders=ON), ("reminders.paused_until",))


def test_reminders_are_off_by_themselves_and_nothing_starts_or_stays() -> None:
    assert Settings().reminders == Reminders(on=False, paused_until=None, stay=False, autostart=False)
    assert not Reminders().paused(TODAY)
