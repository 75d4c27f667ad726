"""A made-up family for the benchmarks: a well baby of 90 days and two months of massages in the log."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from babymassage_gui.adapters.clock import SystemClock
from babymassage_gui.content.loader import load, load_playable
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.planner import Wish, make_plan
from babymassage_gui.core.ports import Clock
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import Settings
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.services.plan_codec import encode
from babymassage_gui.storage.log import SqliteLog
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.settings_file import SettingsFile

AGE_DAYS = 90
SESSIONS = 60


def settle(folder: Path, sessions: int = SESSIONS) -> None:
    """Fill a data folder as months of use would: one massage a day, the last one yesterday."""
    clock = SystemClock()
    now = clock.local_time()
    baby = Baby(
        str(uuid.uuid4()), "Mila", now.date() - timedelta(days=AGE_DAYS), navel_healed=True,
        doctor_yes_on=now.date() - timedelta(days=10),
    )  # fmt: skip
    catalogue = load_playable().catalogue
    settings = SettingsFile(folder, clock.local_time)
    settings.save(Settings(text_size_asked=True))
    with open_log(folder, clock.local_time).log as log:
        log.save(baby)
        house = household(log, settings, clock)
        house.answers.say_none_of(baby, house.judge(Visit()).due)
        for days_ago in range(sessions, 0, -1):
            play(log, catalogue, baby, now.astimezone(UTC) - timedelta(days=days_ago))


def household(log: SqliteLog, settings: SettingsFile, clock: Clock) -> Household:
    """The family at its computer, as the program joins it."""
    stores = Stores(log, log, log, settings)
    return Household(load_playable().catalogue, stores, clock, lambda: str(uuid.uuid4()), lambda: load().catalogue)


def begin(log: SqliteLog, catalogue: Catalogue, baby: Baby, at: datetime) -> tuple[SessionRecord, list[StepRecord]]:
    """A session's row in the log, and the steps that are to follow."""
    routine = catalogue.routines["everyday"]
    plan = make_plan(catalogue, Wish(routine, baby.age(at.date()), 5))
    row = SessionRecord(
        str(uuid.uuid4()), baby.id, Kind.MASSAGE, routine.id, at, 0, plan.minutes, plan.seconds, encode(plan.steps)
    )
    log.begin(row)
    return row, [StepRecord(planned.step.id, StepOutcome.DONE, planned.seconds) for planned in plan.steps]


def play(log: SqliteLog, catalogue: Catalogue, baby: Baby, at: datetime) -> None:
    """A whole massage, as the session runner would write it."""
    row, steps = begin(log, catalogue, baby, at)
    done = 0.0
    for step in steps:
        done += step.seconds
        log.record_step(row.id, step, done, at + timedelta(seconds=done))
    log.finish(row.id, Ending.FINISHED, done, at + timedelta(seconds=done))
    log.wrap_up(row.id, Mood.CALM, "")
