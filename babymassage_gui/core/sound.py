"""What a parent may set about sound, and why there may be none. Every default is soft (EXT-10)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

VOLUMES = range(101)
SLOWEST, FASTEST = -0.5, 0.5
# The sound advised at the baby (EXT-10).
ADVISED_DECIBELS = 50


class SoundMode(StrEnum):
    """What is heard. In `silent` nothing is, and nothing is lost: all of it is seen too."""

    VOICE = "voice"
    CHIMES = "chimes"
    SILENT = "silent"


class Mute(StrEnum):
    """Why nothing can be heard: the system lacks a library, an engine, a voice for the language, or a loudspeaker, or
    its speech server is silent."""

    NO_LIBRARY = "no-library"
    NO_ENGINE = "no-engine"
    NO_VOICE = "no-voice"
    NO_DEVICE = "no-device"
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True)
class Sound:
    """The mode, volumes of 0 to 100, and the voice; the defaults sound alike (docs/sound.md).

    `engine` and `voice` are names that the system gives, empty for the one that suits the interface's language. `rate`
    is slower below and faster above 0, the voice's own pace.
    """

    mode: SoundMode = SoundMode.VOICE
    voice_volume: int = 30
    chime_volume: int = 50
    engine: str = ""
    voice: str = ""
    rate: float = 0.0

    def __post_init__(self) -> None:
        for name, volume in (("voice_volume", self.voice_volume), ("chime_volume", self.chime_volume)):
            if volume not in VOLUMES:
                raise ValueError(f"{name} {volume} is outside {VOLUMES}")
        if not SLOWEST <= self.rate <= FASTEST:
            raise ValueError(f"rate {self.rate} is outside {SLOWEST} to {FASTEST}")

    @property
    def speaks(self) -> bool:
        """Whether a voice is wanted and can be heard."""
        return self.mode is SoundMode.VOICE and self.voice_volume > 0

    @property
    def chimes(self) -> bool:
        """Whether chimes are wanted and can be heard."""
        return self.mode is not SoundMode.SILENT and self.chime_volume > 0


def gain(volume: int) -> float:
    """A volume of 0 to 100 as an amplitude of 0 to 1. Squared: half the volume is heard as about half as loud."""
    return (volume / VOLUMES[-1]) ** 2


def pace(rate: float) -> float:
    """How many times faster a voice speaks at a rate than at its own pace, a little on the slow side.

    Measured with espeak-ng: 0.40 times at -0.5, 1.58 times at 0.5 (docs/sound.md).
    """
    return math.exp2((2.6 if rate < 0 else 1.3) * rate)
