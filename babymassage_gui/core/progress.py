"""From the log to what Progress shows: a bar for each massage, the target's steps, totals, weeks.

Only ended massages are here: rehearsals, doll practice, resting days and sessions without an end never count.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby, pairwise
from operator import itemgetter
from typing import overload

from babymassage_gui.core.history import Ending, Mood, SessionRecord, begun

DAYS_IN_WEEK = 7
_MONTH_SHOWN = 31
_DAY_MINUTES = 24 * 60
_NOT_SAID = Mood.NOT_SAID


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


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """The massages of a log, oldest first; a bar is made when it is looked at, for a log may hold very many.

    Beside each of the `sessions`, at its place: the ordinal of its day, its minutes, those of its day before it, and
    how it was. A slice is another `Bars`.
    """

    sessions: tuple[SessionRecord, ...] = ()
    days: Sequence[int] = ()
    minutes: Sequence[float] = ()
    bases: Sequence[float] = ()
    moods: Sequence[Mood] = ()

    def __len__(self) -> int:
        return len(self.sessions)

    @overload
    def __getitem__(self, place: int) -> Bar: ...

    @overload
    def __getitem__(self, place: slice) -> Bars: ...

    def __getitem__(self, place: int | slice) -> Bar | Bars:
        if isinstance(place, slice):
            return Bars(
                self.sessions[place], self.days[place], self.minutes[place], self.bases[place], self.moods[place]
            )
        session = self.sessions[place]
        return Bar(
            session.id, session.local_start, self.minutes[place], session.target_minutes, self.moods[place],
            session.ending or Ending.FINISHED, session.note, self.bases[place],
        )  # fmt: skip

    def __iter__(self) -> Iterator[Bar]:
        return (self[place] for place in range(len(self.sessions)))

    def between(self, first: date, last: date) -> slice:
        """The places of the massages from one day to another, both counted."""
        begin = bisect_left(self.days, first.toordinal())
        return slice(begin, bisect_right(self.days, last.toordinal(), begin))

    @property
    def first_day(self) -> date | None:
        """The day of the first massage."""
        return date.fromordinal(self.days[0]) if self.days else None

    @property
    def last_day(self) -> date | None:
        """The day of the newest massage."""
        return date.fromordinal(self.days[-1]) if self.days else None


@dataclass(frozen=True, slots=True, eq=False)
class Progress:
    """All begun, oldest first, and the target now in minutes."""

    bars: Bars
    target_now: int

    @property
    def massages(self) -> int:
        """How many massages."""
        return len(self.bars)

    @property
    def minutes(self) -> float:
        """Minutes together in all of them."""
        return sum(self.bars.minutes)

    @property
    def first_day(self) -> date | None:
        """The day of the first massage."""
        return self.bars.first_day

    @property
    def last_day(self) -> date | None:
        """The day of the newest massage."""
        return self.bars.last_day


@dataclass(frozen=True, slots=True)
class Tally:
    """What some days held."""

    massages: int
    minutes: float
    moods: Mapping[Mood, int]


def progress_of(sessions: Iterable[SessionRecord], current_target: int) -> Progress:
    """What Progress shows of the log; `current_target` is today's length in minutes."""
    counted = begun(sessions)
    days = _day_numbers(counted)
    if days != sorted(days):
        # The family crossed time zones: the day holds, not the instant.
        counted = tuple(session for _, session in sorted(zip(days, counted, strict=True), key=itemgetter(0)))
        days.sort()
    minutes = [session.active_seconds / 60 for session in counted]
    bases = [0.0] * len(days)
    for place, (before, day) in enumerate(pairwise(days), start=1):
        if day == before:
            bases[place] = bases[place - 1] + minutes[place - 1]
    moods = [s.mood if s.mood is not None and s.mood is not _NOT_SAID else _unsaid(s) for s in counted]
    return Progress(Bars(counted, days, minutes, bases, moods), current_target)


def _day_numbers(sessions: Iterable[SessionRecord]) -> list[int]:
    """The ordinals of the family's days. By sums, for a log may hold very many; `SessionRecord.day` says the same."""
    return [
        at.toordinal() + (at.hour * 60 + at.minute + session.utc_offset_minutes) // _DAY_MINUTES
        for session in sessions
        for at in (session.started_at,)
    ]


def _unsaid(session: SessionRecord) -> Mood:
    return Mood.ASLEEP if session.ending is Ending.ASLEEP else _NOT_SAID


def target_line(progress: Progress, today: date) -> tuple[TargetStep, ...]:
    """The target's steps, only where it changes, and last of all the target now.

    A day's target is the highest aimed at on it. The target now holds from today on, or from tomorrow if today's
    massage is done: today's bar keeps the target that it had.
    """
    steps: list[TargetStep] = []
    targets = zip(progress.bars.days, progress.bars.sessions, strict=True)
    for day, of_day in groupby(targets, key=itemgetter(0)):
        minutes = max(session.target_minutes for _, session in of_day)
        if not steps or steps[-1].minutes != minutes:
            steps.append(TargetStep(date.fromordinal(day), minutes))
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


def tally(progress: Progress, first: date, last: date) -> Tally:
    """Massages, minutes and answers from one day to another, both counted."""
    bars = progress.bars[progress.bars.between(first, last)]
    return Tally(len(bars), sum(bars.minutes), Counter(bars.moods))


def hours_and_minutes(minutes: float) -> tuple[int, int]:
    """Minutes as whole hours and the minutes over."""
    return divmod(round(minutes), 60)
