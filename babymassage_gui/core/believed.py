"""Which of the things said count: not those that a clock far ahead has dated (docs/decisions/010-the-safer-reading.md).

An answer that lies ahead of the clock counts as long as either clock may be the right one, the one of then or the one
of now. But massage ends at 12 months: an answer dated later than that, and ahead of now, was given by a wrong clock, or
the baby is too old by now and nothing is played whatever is said. Such an answer would stand for years, so it is passed
over, and its question is asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said, newest
from babymassage_gui.core.standing import GUIDED_BEFORE

# The families' clocks are nowhere further apart.
A_DAY = timedelta(days=1)


def believed(baby: Baby, said: Iterable[Said], now: datetime) -> tuple[Said, ...]:
    """What was said and counts, in the same order. `now` is aware."""
    end = _end(baby, now)
    return tuple(one for one in said if one.at <= end)


def _end(baby: Baby, now: datetime) -> datetime:
    """The moment after which an answer is not believed: later than 12 months, and than a day from now."""
    last_day = GUIDED_BEFORE.day(baby.age(now.date()).born)
    return max(datetime.combine(last_day, time.min, UTC), now.astimezone(UTC)) + A_DAY


def newest_word(baby: Baby, said: Iterable[Said], subject: str, now: datetime) -> Said | None:
    """The last answer that counts, or if there is none the last at all: what "as before" repeats."""
    told = tuple(said)
    return newest(believed(baby, told, now), subject) or newest(told, subject)


def asked_anew(baby: Baby, said: Iterable[Said], subjects: Iterable[str], now: datetime) -> tuple[str, ...]:
    """The subjects, of those given, of which all that was said was dated by a clock far ahead."""
    told = tuple(said)
    count = {one.subject for one in believed(baby, told, now)}
    every = {one.subject for one in told}
    return tuple(subject for subject in subjects if subject in every - count)
