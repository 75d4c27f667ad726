"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=2)))


class FakeClock:
    """Fits `ports.Clock`. Instants and the wall clock pass together; each can also be moved alone."""

    def __init__(self, wall: datetime = MORNING, *, speed: float = 1.0, at: float = 1000.0) -> None:
        self._wall = wall
        self._speed = speed
        self._at = at

    @property
    def speed(self) -> float:
        return self._speed

    def now(self) -> float:
        return self._at

    def local_time(self) -> datetime:
        return self._wall

    def utc_time(self) -> datetime:
        """The wall clock as the log writes it."""
        return self._wall.astimezone(UTC)

    def pass_time(self, seconds: float) -> None:
        """Time passes for everybody."""
        self._at += seconds
        self._wall += timedelta(seconds=seconds / self._speed)

    def set_wall_clock(self, wall: datetime) -> None:
        """Somebody sets the family's clock; no time passes."""
        self._wall = wall
