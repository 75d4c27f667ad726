"""What a health visitor is shown: one baby, one period, in numbers, early ends and the notes that the parent chose.

Only ended massages are here, as in `core.progress`; rehearsals and doll practice never count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from babymassage_gui.core.catalogue import Block, Step
from babymassage_gui.core.comfort import Pattern, comfort_of
from babymassage_gui.core.history import Ending, Mood, SessionRecord
from babymassage_gui.core.marked_days import MarkedDays
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.progress import Bars, Progress, Tally, TargetStep, progress_of, tally, target_line

Counted = TypeVar("Counted", bound=StrEnum)


class Period(StrEnum):
    """How far back a report looks."""

    MONTH = "month"
    QUARTER = "quarter"
    ALL = "all"


_DAYS = {Period.MONTH: 31, Period.QUARTER: 92}


@dataclass(frozen=True, slots=True)
class Note:
    """What a parent wrote after a massage, and its day; `session_id` tells which."""

    session_id: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """A baby's massages from `first` to `last`, both counted.

    `early` counts the reasons of early ends, `early_in` the parts of the body at which they came, each most often
    first; `pattern` is what most of those have in common. `targets` is the line of lengths aimed at over the whole log,
    so that the period's first day has one. `marked` are the days on which the family was ill or away.
    """

    baby: Baby
    first: date
    last: date
    bars: Bars
    targets: tuple[TargetStep, ...]
    target_now: int
    total: Tally
    early: tuple[tuple[Ending, int], ...]
    early_in: tuple[tuple[Block, int], ...]
    pattern: tuple[Pattern, Block | None]
    notes: tuple[Note, ...]
    marked: tuple[MarkedDays, ...] = ()

    @property
    def days(self) -> int:
        """Days with a massage."""
        return len(set(self.bars.days))

    @property
    def mean_minutes(self) -> float:
        """Minutes of a massage on average; 0 where there was none."""
        return self.total.minutes / self.total.massages if self.total.massages else 0.0

    @property
    def longest_minutes(self) -> float:
        """Minutes of the longest massage; 0 where there was none."""
        return max(self.bars.minutes, default=0.0)

    @property
    def most_moods(self) -> tuple[tuple[Mood, int], ...]:
        """How it was, most often first; those not said are left out."""
        said = {mood: count for mood, count in self.total.moods.items() if mood is not Mood.NOT_SAID}
        return _most(said)


def period_of(progress: Progress, period: Period, today: date) -> tuple[date, date]:
    """First and last day of a period up to today; all begins with the first massage."""
    last = max(today, progress.last_day or today)
    if period is Period.ALL:
        return progress.first_day or last, last
    return last - timedelta(days=_DAYS[period] - 1), last


def notes_in(progress: Progress, first: date, last: date) -> tuple[Note, ...]:
    """All that was written in these days, newest first."""
    bars = progress.bars[progress.bars.between(first, last)]
    found = (Note(session.id, session.day, session.note.strip()) for session in bars.sessions)
    return tuple(note for note in found if note.text)[::-1]


def report_of(
    baby: Baby,
    sessions: Iterable[SessionRecord],
    target_now: int,
    period: Period,
    today: date,
    *,
    taught: Mapping[str, Step],
    chosen: Collection[str] = (),
    marked: Iterable[MarkedDays] = (),
) -> Report:
    """The report of a period. `taught`: the steps by id; `chosen`: the sessions whose notes go in."""
    progress = progress_of(sessions, target_now)
    first, last = period_of(progress, period, today)
    bars = progress.bars[progress.bars.between(first, last)]
    comfort = comfort_of(bars.sessions, taught)
    return Report(
        baby,
        first,
        last,
        bars,
        target_line(progress, today),
        target_now,
        tally(progress, first, last),
        _most(Counter(bar.ending for bar in bars if bar.early)),
        _most(comfort.early),
        comfort.pattern,
        tuple(note for note in notes_in(progress, first, last) if note.session_id in chosen),
        tuple(one for one in marked if one.last >= first and one.first <= last),
    )


def _most(counts: Mapping[Counted, int]) -> tuple[tuple[Counted, int], ...]:
    """Most often first; as many in the order of their kind."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
