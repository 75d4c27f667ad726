"""From the log to what Progress shows: a bar for each massage, the target's steps, totals, weeks.

Only ended massages are here: rehearsals, doll practice, resting days and sessions without an end never count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from babymassage_gui.core.history import Ending, Mood, SessionRecord, begun

DAYS_IN_WEEK = 7
_MONTH_SHOWN = 31


class Span(StrEnum):
    """How much of the log the chart shows at first; it may be zoomed from there."""

    WEEK = "week"
    MONTH = "month"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Bar:
    """One massage on the chart and in the list.

    `start` is on the family's clocks; `minutes` the time in steps, `target` the minutes aimed at; `base` the minutes
    of that day's earlier begun, on which this one is stacked.
    """

    session_id: str
    start: datetime
    minutes: float
    target: int
    mood: Mood
    ending: Ending
    note: str = ""
    base: float = 0.0

    @property
    def day(self) -> date:
        """The family's calendar day."""
        return self.start.date()

    @property
    def top(self) -> float:
        """Minutes of that day up to and with this massage."""
        return self.base + self.minutes

    @property
    def early(self) -> bool:
        """Whether it ended before the plan did, for whatever reason: praised, never a gap."""
        return self.ending is not Ending.FINISHED


@dataclass(frozen=True, slots=True)
class TargetStep:
    """From `day` on the target is `minutes`."""

    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Progress:
    """All begun, oldest first, and the target now in minutes."""

    bars: tuple[Bar, ...]
    target_now: int

    @property
    def massages(self) -> int:
        """How many massages."""
        return len(self.bars)

    @property
    def minutes(self) -> float:
        """Minutes together in all of them."""
        return sum(bar.minutes for bar in self.bars)

    @property
    def first_day(self) -> date | None:
        """The day of the first massage."""
        return self.bars[0].day if self.bars else None

    @property
    def last_day(self) -> date | None:
        """The day of the newest massage."""
        return self.bars[-1].day if self.bars else None


@dataclass(frozen=True, slots=True)
class Week:
    """The massages of seven days as one bar.

    `minutes` is the mean of a massage, `shares` how many of them (0..1) were answered how, in a fixed order and
    without those that did not occur; `target` is the highest aimed at.
    """

    first_day: date
    massages: int
    minutes: float
    target: int
    shares: tuple[tuple[Mood, float], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What some days held."""

    massages: int
    minutes: float
    moods: Mapping[Mood, int]


def progress_of(sessions: Iterable[SessionRecord], current_target: int) -> Progress:
    """What Progress shows of the log; `current_target` is today's length in minutes."""
    counted = sorted(begun(sessions), key=lambda session: session.day)
    bars: list[Bar] = []
    for _, of_day in groupby(counted, key=lambda session: session.day):
        base = 0.0
        for session in of_day:
            bars.append(_bar(session, base))
            base += session.minutes
    return Progress(tuple(bars), current_target)


def _bar(session: SessionRecord, base: float) -> Bar:
    ending = session.ending or Ending.FINISHED
    mood = session.mood or Mood.NOT_SAID
    if mood is Mood.NOT_SAID and ending is Ending.ASLEEP:
        mood = Mood.ASLEEP
    return Bar(
        session.id, session.local_start, session.minutes, session.target_minutes, mood, ending, session.note, base
    )


def target_line(progress: Progress, today: date) -> tuple[TargetStep, ...]:
    """The target's steps, only where it changes, and last of all the target now.

    A day's target is the highest aimed at on it. The target now holds from today on, or from tomorrow if today's
    massage is done: today's bar keeps the target that it had.
    """
    steps: list[TargetStep] = []
    for day, of_day in groupby(progress.bars, key=lambda bar: bar.day):
        minutes = max(bar.target for bar in of_day)
        if not steps or steps[-1].minutes != minutes:
            steps.append(TargetStep(day, minutes))
    last = progress.last_day
    since = today if last is None or last < today else last + timedelta(days=1)
    return (*steps, TargetStep(since, progress.target_now))


def target_on_day(steps: tuple[TargetStep, ...], day: date) -> int:
    """The target of a day on such a line; the first step's before it begins."""
    after = bisect_right(steps, day, key=lambda step: step.day)
    return steps[max(0, after - 1)].minutes


def days_shown(progress: Progress, span: Span, today: date) -> tuple[date, date]:
    """First and last day of a span: up to today, not before the first massage, never less than a week."""
    last = max(today, progress.last_day or today)
    begin = progress.first_day or last
    if span is not Span.ALL:
        begin = max(begin, last - timedelta(days=(DAYS_IN_WEEK if span is Span.WEEK else _MONTH_SHOWN) - 1))
    return begin, max(last, begin + timedelta(days=DAYS_IN_WEEK - 1))


def week_start(day: date, first_weekday: int = 1) -> date:
    """The day on which the week of a day began; weeks begin on Monday (1) to Sunday (7)."""
    return day - timedelta(days=(day.isoweekday() - first_weekday) % DAYS_IN_WEEK)


def weeks_of(progress: Progress, first_weekday: int = 1) -> tuple[Week, ...]:
    """The weeks that held a massage, oldest first."""
    weeks = groupby(progress.bars, key=lambda bar: week_start(bar.day, first_weekday))
    return tuple(_week(first_day, tuple(bars)) for first_day, bars in weeks)


def _week(first_day: date, bars: tuple[Bar, ...]) -> Week:
    answers = Counter(bar.mood for bar in bars)
    shares = tuple((mood, answers[mood] / len(bars)) for mood in Mood if mood in answers)
    mean = sum(bar.minutes for bar in bars) / len(bars)
    return Week(first_day, len(bars), mean, max(bar.target for bar in bars), shares)


def tally(progress: Progress, first: date, last: date) -> Tally:
    """Massages, minutes and answers from one day to another, both counted."""
    bars = [bar for bar in progress.bars if first <= bar.day <= last]
    return Tally(len(bars), sum(bar.minutes for bar in bars), Counter(bar.mood for bar in bars))


def hours_and_minutes(minutes: float) -> tuple[int, int]:
    """Minutes as whole hours and the minutes over."""
    return divmod(round(minutes), 60)
