"""Days on which a family was ill or away: hatched and named, for they are no gaps.

They follow from what the check-in was told, on days without a massage, and from what the parent said of a day. That is
kept as any other thing said: the subject `DAYS`, the answer of a `Mark` or `ORDINARY`, and the day as its note, because
the family's clocks may stand elsewhere when it is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from enum import StrEnum

from babymassage_gui.core.said import Said

DAYS, ORDINARY = "days", "ordinary"
# Nobody opens the check-in on each day of an illness: so few days between two of its days belong to it.
_BRIDGED_DAYS = 3


class Mark(StrEnum):
    """Why there was no massage; the weightier first."""

    FEVER = "fever"
    COLD = "cold"
    TUMMY = "tummy"
    VACCINE = "vaccine"
    ILL = "ill"
    AWAY = "away"


# What a parent may say of a day.
SAYABLE = (Mark.ILL, Mark.AWAY)
_OF_CHECK_IN: Mapping[tuple[str, str], Mark] = {
    ("T-01", "below-36"): Mark.ILL,
    ("T-01", "warm"): Mark.FEVER,
    ("T-01", "fever"): Mark.FEVER,
    ("T-01", "high-fever"): Mark.FEVER,
    ("T-01", "medicine"): Mark.FEVER,
    ("T-02", "yes"): Mark.COLD,
    ("T-03", "yes"): Mark.TUMMY,
    ("T-03", "now"): Mark.TUMMY,
    ("T-05", "yes"): Mark.VACCINE,
}


@dataclass(frozen=True, slots=True)
class MarkedDays:
    """Days in a row with one mark, both ends counted."""

    first: date
    last: date
    mark: Mark


def marks_of(said: Iterable[Said], massage_days: Collection[int], zone: tzinfo | None) -> Mapping[date, Mark]:
    """The mark of each day that has one. `massage_days`: ordinals of the days with a massage; `zone`: the family's.

    What the parent said of a day holds, whatever the check-in was told.
    """
    told: dict[date, Mark] = {}
    own: dict[date, Mark | None] = {}
    for one in sorted(said, key=lambda each: (each.at, each.id)):
        mark = _OF_CHECK_IN.get((one.subject, one.answer))
        if mark is not None:
            day = one.at.astimezone(zone).date()
            if day.toordinal() not in massage_days:
                told[day] = min(mark, told.get(day, mark), key=list(Mark).index)
        elif one.subject == DAYS and (named := _day_of(one)) is not None:
            own[named] = Mark(one.answer) if one.answer in SAYABLE else None
    return {day: mark for day, mark in sorted({**told, **own}.items()) if mark is not None}


def _day_of(one: Said) -> date | None:
    try:
        return date.fromisoformat(one.note)
    except ValueError:
        return None


def marked_days(marks: Mapping[date, Mark], massage_days: Collection[int]) -> tuple[MarkedDays, ...]:
    """The marks as spans, oldest first; a few days between two with the same mark and without a massage are in it."""
    spans: list[MarkedDays] = []
    for day, mark in marks.items():
        last = spans[-1] if spans else None
        if last is not None and last.mark is mark and _joined(last.last, day, massage_days):
            spans[-1] = MarkedDays(last.first, day, mark)
        else:
            spans.append(MarkedDays(day, day, mark))
    return tuple(spans)


def _joined(before: date, after: date, massage_days: Collection[int]) -> bool:
    between = [before + timedelta(days=number) for number in range(1, (after - before).days)]
    return len(between) <= _BRIDGED_DAYS and all(day.toordinal() not in massage_days for day in between)


def mark_of_each(spans: Iterable[MarkedDays]) -> Mapping[date, Mark]:
    """The mark of each day of some spans."""
    days = ((span, number) for span in spans for number in range((span.last - span.first).days + 1))
    return {span.first + timedelta(days=number): span.mark for span, number in days}
