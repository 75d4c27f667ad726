"""The baby's age in days and completed calendar months, corrected for an early birth (AGE-08, EXT-12).

The day of birth is day 0. A month is completed on the same day of a later month; where that month
lacks the day, on the first of the next one (born 31 October: four months on 1 March).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from babymassage_gui.core.errors import Expected, Fault

TERM_DAYS = 280
EARLY_BEFORE_DAYS = 37 * 7
# Before 22 weeks no baby lives: a due date further away than this is a slip of the finger.
MOST_DAYS_EARLY = TERM_DAYS - 22 * 7

# With no birth date at hand ("--age-days 90") a birth on 1 July of a year before a common year is assumed:
# then 3, 4, 6 and 12 months are 92, 123, 184 and 365 days, the planning figures of the specification.
PLANNING_BIRTH = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """A boundary of age: so many days or completed months; `strictly_over` opens a day later."""

    days: int | None = None
    months: int | None = None
    strictly_over: bool = False

    def __post_init__(self) -> None:
        if (self.days is None) == (self.months is None):
            raise ValueError("an age limit is given either in days or in months")

    def day(self, born: date) -> date:
        """The first day on which the limit is reached by a baby that counts from `born`."""
        reached = born + timedelta(days=self.days) if self.days is not None else month_day(born, self.months or 0)
        return reached + timedelta(days=1) if self.strictly_over else reached


@dataclass(frozen=True, slots=True)
class Age:
    """The age on the day `on` of a baby whose days are counted from `born` (the due date if born early)."""

    born: date
    on: date

    @property
    def days(self) -> int:
        """Days since the counted birth; negative before an early baby's due date."""
        return (self.on - self.born).days

    @property
    def months(self) -> int:
        """Completed calendar months, 0 before the first."""
        return completed_months(self.born, self.on)

    def reached(self, limit: AgeLimit) -> bool:
        """Whether the limit's first day has come."""
        return self.on >= limit.day(self.born)


def month_day(born: date, months: int) -> date:
    """The day on which a month count is completed."""
    year, month = divmod(born.year * 12 + born.month - 1 + months, 12)
    try:
        return date(year, month + 1, born.day)
    except ValueError:
        after = divmod(year * 12 + month + 1, 12)
        return date(after[0], after[1] + 1, 1)


def completed_months(born: date, on: date) -> int:
    """Calendar months completed between two days, never below 0."""
    months = max(0, (on.year - born.year) * 12 + on.month - born.month)
    while months and month_day(born, months) > on:
        months -= 1
    return months


def born_early(born: date, due: date | None) -> bool:
    """Before 37 completed weeks of a pregnancy that ends on the due date (N-04)."""
    return due is not None and (due - born).days > TERM_DAYS - EARLY_BEFORE_DAYS


def counting_birth(born: date, due: date | None) -> date:
    """The day that ages are counted from: the due date for a baby born before 37 weeks, else the birth (C-42)."""
    return due if due is not None and born_early(born, due) else born


def age_of(born: date, due: date | None, on: date) -> Age:
    """The age that every rule uses: corrected where the baby came early."""
    return Age(counting_birth(born, due), on)


def age_of_days(days: int) -> Age:
    """An age known only in days (command line), on the planning calendar."""
    return Age(PLANNING_BIRTH, PLANNING_BIRTH + timedelta(days=days))


def check_dates(born: date, due: date | None, today: date) -> None:
    """Refuse dates that cannot be.

    Raises:
        Expected: the birth lies in the future; the due date lies before the birth or far after it.
    """
    if born > today:
        raise Expected(Fault.BIRTH_IN_FUTURE)
    if due is None:
        return
    if due < born:
        raise Expected(Fault.DUE_BEFORE_BIRTH)
    if (due - born).days > MOST_DAYS_EARLY:
        raise Expected(Fault.DUE_TOO_LATE)
