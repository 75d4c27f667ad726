"""Babies and settings in memory."""

from __future__ import annotations

from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.profile import Baby
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
