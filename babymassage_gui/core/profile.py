"""What the program knows of a baby: dates, the navel, the doctor's word. Nothing else is asked of a family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from babymassage_gui.core.age import Age, age_of, check_dates

# A doctor's yes is asked again after so many days (N-01, C-02).
DOCTOR_YES_DAYS = 180


class Colour(StrEnum):
    """What tells twins apart at a glance, always beside the name."""

    SUN = "sun"
    SEA = "sea"
    LEAF = "leaf"
    ROSE = "rose"


@dataclass(frozen=True, slots=True)
class Baby:
    """One baby. `name` may be empty; `due` is kept whenever it was given, early or not (N-02, N-04).

    `doctor_yes_on` is the day on which the parent said that the doctor agrees (N-01), None if not asked yet;
    `early_start` that the doctor agreed to massage from 20 days (C-01). `colour` is the family's choice for this baby.
    """

    id: str
    name: str
    born: date
    due: date | None = None
    navel_healed: bool = False
    doctor_yes_on: date | None = None
    early_start: bool = False
    colour: Colour = Colour.SUN

    def age(self, on: date) -> Age:
        """The age for every rule, corrected if the baby came early."""
        return age_of(self.born, self.due, on)

    def doctor_agrees(self, on: date) -> bool:
        """Whether the doctor's yes stands on that day: for half a year, and not one that a clock ahead has dated."""
        yes = self.doctor_yes_on
        return yes is not None and yes - timedelta(days=1) <= on <= yes + timedelta(days=DOCTOR_YES_DAYS)

    def check(self, today: date) -> None:
        """Refuse dates that cannot be.

        Raises:
            Expected: see `age.check_dates`.
        """
        check_dates(self.born, self.due, today)
