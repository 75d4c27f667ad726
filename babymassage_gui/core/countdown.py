"""A countdown is two instants and a length. It counts nothing: asked at an instant, it answers.

Instants are monotonic seconds of one clock; the countdown does not know which.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Countdown:
    """`total` seconds, of which `spent` passed before `running_since`; `running_since` None while stopped."""

    total: float
    spent: float = 0.0
    running_since: float | None = None

    def __post_init__(self) -> None:
        if self.total < 0 or self.spent < 0:
            raise ValueError("a countdown has no negative seconds")

    def elapsed(self, at: float) -> float:
        """Seconds that have passed at that instant, at most `total`; an instant before the start adds none."""
        since = 0.0 if self.running_since is None else max(0.0, at - self.running_since)
        return min(self.total, self.spent + since)

    def remaining(self, at: float) -> float:
        """Seconds still to come at that instant."""
        return self.total - self.elapsed(at)

    @property
    def ends_at(self) -> float | None:
        """The instant at which it will be over, None while stopped."""
        return None if self.running_since is None else self.running_since + max(0.0, self.total - self.spent)

    def started(self, at: float) -> Countdown:
        """The same countdown, running from that instant; one that runs already is left as it is."""
        return self if self.running_since is not None else replace(self, running_since=at)

    def stopped(self, at: float) -> Countdown:
        """The same countdown, stopped at that instant with what has passed kept."""
        return Countdown(self.total, self.elapsed(at))

    def extended(self, seconds: float) -> Countdown:
        """The same countdown with more seconds to come."""
        return replace(self, total=self.total + seconds)
