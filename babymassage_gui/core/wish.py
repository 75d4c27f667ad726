"""What a plan is made for: the routine, the baby's age, the length, what is closed or open today, and the choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Routine, Side
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.plan import Omission

# What can be shown in person besides single steps: rubbing before 4 months (C-22), and the glide over the loin (C-19).
RUBBING = "rubbing"
LOIN_GLIDE = "loin-glide"
PRESCRIBED_STROKES = range(1, 21)


@dataclass(frozen=True, slots=True)
class Prescription:
    """The doctor's own numbers for the tear duct (C-27): strokes for each eye, one or both eyes, times a day."""

    strokes: int = 5
    eyes: tuple[Side, ...] = (Side.LEFT,)
    times_a_day: int = 3

    def __post_init__(self) -> None:
        if self.strokes not in PRESCRIBED_STROKES:
            raise ValueError(f"{self.strokes} strokes are outside {PRESCRIBED_STROKES}")
        if self.eyes not in ((Side.LEFT,), (Side.RIGHT,), (Side.LEFT, Side.RIGHT)):
            raise ValueError("the affected eyes are the left, the right, or the left and the right one")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the plan is made for. `last_played` says when each step was last done; `age` None is a doll.

    `closed` says which steps are off today and why, by step id; asking first and the cuddle never are. `shown` are the
    ids of the steps that a professional has shown in person, `RUBBING` and `LOIN_GLIDE`. `prescription` is the doctor's
    for the tear duct, which has to be shown too. `earlier_part`: what earlier parts of a split day have played.
    """

    routine: Routine
    age: Age | None
    minutes: int
    last_played: Mapping[str, datetime] = field(default_factory=dict)
    resting: bool = False
    closed: Mapping[str, Omission] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    prescription: Prescription | None = None
    choices: Choices = field(default_factory=Choices)
    earlier_part: frozenset[str] = frozenset()
