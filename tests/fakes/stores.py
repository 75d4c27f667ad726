"""Babies, what was said about them, and settings, in memory."""

from __future__ import annotations

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings


class FakeBabies:
    """Fits `ports.BabyStore`; `broken` refuses to write."""

    def __init__(self, *babies: Baby) -> None:
        self._babies = {baby.id: baby for baby in babies}
        self.broken = False

    def babies(self) -> tuple[Baby, ...]:
        return tuple(self._babies.values())

    def save(self, baby: Baby) -> None:
        if self.broken:
            raise Expected(Fault.LOG_NOT_WRITTEN)
        self._babies[baby.id] = baby


class FakeSaid:
    """Fits `ports.SaidStore`, as strict as the file; `broken` refuses to write."""

    def __init__(self, *said: Said) -> None:
        self._said = {one.id: one for one in said}
        self._taken_back: set[str] = set()
        self.broken = False

    def sayings(self, baby_id: str) -> tuple[Said, ...]:
        stand = (s for key, s in self._said.items() if key not in self._taken_back and s.baby_id == baby_id)
        return tuple(sorted(stand, key=lambda s: (s.at, s.id)))

    def say(self, said: Said) -> None:
        self._writing()
        if said.id in self._said:
            raise ValueError(f"{said.id} was said already")
        self._said[said.id] = said

    def unsay(self, said_id: str) -> None:
        self._writing()
        if said_id not in self._said or said_id in self._taken_back:
            raise KeyError(said_id)
        self._taken_back.add(said_id)

    def _writing(self) -> None:
        if self.broken:
            raise Expected(Fault.LOG_NOT_WRITTEN)


class FakeSettings:
    """Fits `ports.SettingsStore`; `broken` refuses to write."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.kept = settings or Settings()
        self.broken = False

    def load(self) -> Settings:
        return self.kept

    def save(self, settings: Settings) -> None:
        if self.broken:
            raise Expected(Fault.SETTINGS_NOT_WRITTEN)
        self.kept = settings
