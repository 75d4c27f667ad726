"""A voice and chimes that sound nowhere: they note what would be heard and when; words take their time."""

from __future__ import annotations

from collections.abc import Callable

from babymassage_gui.core.prompts import LETTERS_PER_SECOND, Chime
from babymassage_gui.core.sound import Mute, Sound


class Heard:
    """What was heard, in order: seconds since the beginning, and what."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now, self.begun = now, now()
        self.all: list[tuple[float, str]] = []

    def note(self, what: str) -> None:
        self.all.append((round(self.now() - self.begun, 1), what))

    def take(self) -> list[tuple[float, str]]:
        """Everything since the last time."""
        found, self.all = self.all, []
        return found


class FakeSpeech:
    """Fits `ports.Speech`. A line takes as long as its letters; `cut` are the lines that another one cut short."""

    def __init__(
        self, heard: Heard, *, mute: Mute | None = None, letters_per_second: float = LETTERS_PER_SECOND
    ) -> None:
        self._heard, self._letters_per_second = heard, letters_per_second
        self._silent_from = float("-inf")
        self._words = ""
        self.mute, self.ready, self.closed = mute, True, False
        self.cut: list[str] = []
        self.begun: list[tuple[Sound, str]] = []

    def begin(self, sound: Sound, language: str) -> None:
        self.begun.append((sound, language))
        self.closed = False

    @property
    def speaking(self) -> bool:
        return self._heard.now() < self._silent_from

    def engines(self) -> tuple[str, ...]:
        return ("plain", "fine")

    def voices(self) -> tuple[str, ...]:
        return ("Ann", "Ben")

    def say(self, words: str) -> None:
        if self.speaking:
            self.cut.append(self._words)
        self._words = words
        self._silent_from = self._heard.now() + len(words) / self._letters_per_second
        self._heard.note(words)

    def hush(self) -> None:
        if self.speaking:
            self._heard.note("(hushed)")
        self._silent_from = float("-inf")

    def close(self) -> None:
        self.closed = True


class FakeChimes:
    """Fits `ports.Chimes`. A chime is noted by its name, one that is played softer with its share."""

    def __init__(self, heard: Heard, *, mute: Mute | None = None) -> None:
        self._heard = heard
        self.mute, self.closed, self.hushed = mute, False, 0
        self.begun: list[Sound] = []

    def begin(self, sound: Sound) -> None:
        self.begun.append(sound)
        self.closed = False

    def play(self, chime: Chime, share: float = 1.0) -> None:
        self._heard.note(f"*{chime}*" if share == 1 else f"*{chime}* at {share:g}")

    def hush(self) -> None:
        self.hushed += 1

    def close(self) -> None:
        self.closed = True
