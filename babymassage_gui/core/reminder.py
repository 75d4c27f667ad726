"""When a family is reminded, once a day at most, and when it is left in peace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from babymassage_gui.core.checks import Verdict
from babymassage_gui.core.judgement import Judgement
from babymassage_gui.core.reminders import Reminders
from babymassage_gui.core.standing import Standing
from babymassage_gui.core.today import Today

# Whoever opens the computer later than this after the usual time is not told of it any more.
LATE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is said: now is good, or from `opens_at` on; `fed`: that is for the last feed's sake."""

    opens_at: datetime | None = None
    fed: bool = False


def is_time(reminders: Reminders, usual: time | None, now: datetime, told_on: date | None) -> bool:
    """Whether to look if a reminder is due: the usual time has come today, and nothing was said yet.

    `now` is the family's wall clock, aware.
    """
    if not reminders.on or usual is None or reminders.paused(now.date()) or told_on == now.date():
        return False
    since = now - datetime.combine(now.date(), usual, now.tzinfo)
    return timedelta() <= since < LATE


def reminder_of(today: Today, judged: Judgement, now: datetime, feed: str) -> Reminder | None:
    """What is said at the usual time; None where silence is better: a session was begun today, or the day is not one.

    `judged` is the check-in before anything is pressed on it; `feed` the id of its question about the last feed.
    """
    if any(session.day == now.date() for session in today.massages):
        return None
    waits: list[tuple[datetime | None, Standing | None]] = []
    if today.refusal is not None:
        waits.append((today.refusal.opens_at, today.refusal.standing))
    if judged.verdict.rank < Verdict.PREPARE.rank:
        waits.append((None if judged.standing is None else judged.standing.until, judged.standing))
    if any(until is None or until.astimezone(now.tzinfo).date() != now.date() for until, _ in waits):
        return None
    if not waits:
        return Reminder()
    opens_at, stands = max(((until, one) for until, one in waits if until is not None), key=lambda wait: wait[0])
    return Reminder(opens_at.astimezone(now.tzinfo), fed=stands is not None and stands.check.id == feed)
