"""Things that parents said, written down for a test."""

from __future__ import annotations

from datetime import UTC, date, datetime

from babymassage_gui.core.said import Said
from tests.fakes.records import BABY


def word(day: date, subject: str, answer: str, *, hour: int = 8, note: str = "") -> Said:
    """Something said at `hour` UTC."""
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return Said(f"{at.isoformat()} {subject} {answer}", BABY, subject, answer, at, note=note)
