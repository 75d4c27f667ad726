"""A day's massages as one: on Today the parts of a split day are a single bar (content-spec 3.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from babymassage_gui.core.history import Mood, SessionRecord

# A day was calm only if every part was; the first of these that any part says holds.
WEIGHTIEST_FIRST = (Mood.CRIED, Mood.UNSETTLED, Mood.ASLEEP, Mood.NOT_SAID, Mood.CALM)


def day_as_one(of_day: Iterable[SessionRecord], moves_target: frozenset[str]) -> SessionRecord | None:
    """The day's full session, or its parts joined: their minutes together, the weightiest answer.

    Without one the longest of the others; None for a day without a massage. `moves_target` are the ids of the routines
    that are full sessions.
    """
    played = tuple(of_day)
    parts = [session for session in played if session.routine_id in moves_target]
    if not parts:
        return max(played, key=lambda session: session.active_seconds, default=None)
    moods = {part.mood or Mood.NOT_SAID for part in parts}
    return replace(
        max(parts, key=lambda part: part.started_at),
        active_seconds=sum(part.active_seconds for part in parts),
        mood=next(mood for mood in WEIGHTIEST_FIRST if mood in moods),
    )
