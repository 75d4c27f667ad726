"""What a parent may change, with its range and its default (content-spec 2.1, "Configurable")."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from babymassage_gui.core.choices import Choices, Day
from babymassage_gui.core.inputs import Input
from babymassage_gui.core.pacing import TEMPOS, USUAL_TEMPO
from babymassage_gui.core.reminders import Reminders
from babymassage_gui.core.session_table import Boundary
from babymassage_gui.core.sound import Sound


class ThemeChoice(StrEnum):
    """The colours: as the desktop has them, one of three, or high contrast, light or dark as the desktop is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    NIGHT = "night"
    CONTRAST = "contrast"


class Skin(StrEnum):
    """Skin tones of the drawn baby and, separately, of the drawn hands."""

    PORCELAIN = "porcelain"
    HONEY = "honey"
    AMBER = "amber"
    COCOA = "cocoa"


TEXT_SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
GET_READY_SECONDS = range(3, 21)
# Two minutes are allowed on a day that asks for less (C-07).
PARENT_LIMIT_MINUTES = range(2, 16)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; every field has a default, so that a damaged file loses only its damaged fields.

    `parent_limit` is the longest session in minutes that the parent wants, None for no limit of their own.
    `routine` is the id of the routine that the parent chose, empty for the one that suits the age; `baby` that of the
    baby whose turn it is, empty for the first. It waits at turns (`wait_for_me`), before another part of the body and
    before each step, as asked; `tempo` is that of the strokes in hundredths. `text_size_asked`: whether "Can you read
    this from the table?" was answered once. `choices` say how a massage is put together, `day` the hours, waits and the
    place, `sound` what is heard, `input` what buttons mean, `reminders`
    whether the family is told of its usual time.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    text_size_asked: bool = False
    less_motion: bool = False
    baby_skin: Skin = Skin.PORCELAIN
    parent_skin: Skin = Skin.HONEY
    get_ready_seconds: int = 5
    wait_for_me: bool = False
    full_screen: bool = False
    parent_limit: int | None = None
    routine: str = ""
    baby: str = ""
    choices: Choices = field(default_factory=Choices)
    day: Day = field(default_factory=Day)
    input: Input = field(default_factory=Input)
    sound: Sound = field(default_factory=Sound)
    wait_at_parts: bool = False
    wait_at_steps: bool = False
    tempo: int = USUAL_TEMPO
    reminders: Reminders = field(default_factory=Reminders)

    @property
    def waits(self) -> frozenset[Boundary]:
        """Where a session waits for the parent."""
        asked = {
            Boundary.TURN: self.wait_for_me,
            Boundary.PART: self.wait_at_parts,
            Boundary.STEP: self.wait_at_steps,
        }
        return frozenset(boundary for boundary, waits in asked.items() if waits)

    def __post_init__(self) -> None:
        if self.text_scale not in TEXT_SCALES:
            raise ValueError(f"text_scale {self.text_scale} is none of {TEXT_SCALES}")
        if self.get_ready_seconds not in GET_READY_SECONDS:
            raise ValueError(f"get_ready_seconds {self.get_ready_seconds} is outside {GET_READY_SECONDS}")
        if self.tempo not in TEMPOS:
            raise ValueError(f"the tempo {self.tempo} is none of {TEMPOS}")
        if self.parent_limit is not None and self.parent_limit not in PARENT_LIMIT_MINUTES:
            raise ValueError(f"parent_limit {self.parent_limit} is outside {PARENT_LIMIT_MINUTES}")
