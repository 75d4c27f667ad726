"""Sentences about what was said: parts of the body, places of a vaccine, who said it and when."""

from __future__ import annotations

from datetime import date, tzinfo

from PySide6.QtCore import QObject

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.said import Said
from babymassage_gui.gui.text import Words, fill

EYES = {"left": (Side.LEFT,), "right": (Side.RIGHT,), "both": (Side.LEFT, Side.RIGHT)}


class CareWords(QObject):
    """Makes those sentences; `Words` has the days."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words()

    def part(self, part: str) -> str:
        """A part of the body with a harmless mark; where nobody said where, it may be anywhere."""
        parts = {
            "legs": self.tr("Legs"),
            "feet": self.tr("Feet"),
            "arms": self.tr("Arms"),
            "hands": self.tr("Hands"),
            "tummy": self.tr("Tummy"),
            "chest": self.tr("Chest"),
            "back": self.tr("Back"),
            "side": self.tr("Side"),
            "buttocks": self.tr("Buttocks"),
            "collar": self.tr("Collar"),
            "face": self.tr("Face"),
            "ears": self.tr("Ears"),
            "head": self.tr("Head"),
        }
        return parts.get(part, self.tr("Not said where"))

    def vaccine(self, place: str) -> str:
        """A vaccine, by where it went in."""
        places = {
            "leg": self.tr("Vaccine in the leg"),
            "leg_l": self.tr("Vaccine in the left leg"),
            "leg_r": self.tr("Vaccine in the right leg"),
            "arm": self.tr("Vaccine in the arm"),
            "arm_l": self.tr("Vaccine in the left arm"),
            "arm_r": self.tr("Vaccine in the right arm"),
        }
        return places.get(place, self.tr("Vaccine, place not said"))

    def eyes(self, eyes: tuple[Side, ...]) -> str:
        """The eyes that a doctor named."""
        if len(eyes) == 2:
            return self.tr("Both eyes")
        return self.tr("Left eye") if eyes == (Side.LEFT,) else self.tr("Right eye")

    def day(self, day: date, today: date) -> str:
        """A day, with its year if that is another one."""
        return self._words.day(day) if day.year == today.year else f"{self._words.day(day)} {day.year}"

    def on(self, said: Said, today: date, zone: tzinfo | None) -> str:
        """The family's day on which something was said."""
        return self.day(said.at.astimezone(zone).date(), today)

    def shown_by(self, said: Said, today: date, zone: tzinfo | None) -> str:
        """Who showed something, and when."""
        day = self.on(said, today, zone)
        return fill(self.tr("Shown by %1, %2"), said.by, day) if said.by else fill(self.tr("Shown, %1"), day)

    def said_by(self, said: Said, today: date, zone: tzinfo | None) -> str:
        """Who said something, and when."""
        day = self.on(said, today, zone)
        return fill(self.tr("%1, %2", "who said it, and the day"), said.by, day) if said.by else day
