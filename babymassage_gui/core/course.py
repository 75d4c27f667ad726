"""What the sessions of a day say about the length: each alone, the parts of a split day together (content-spec 3.5).

Nothing here changes anything; `growth` draws the consequence.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from babymassage_gui.core.history import Ending, Mood, SessionRecord, more_than_an_attempt


class Course(StrEnum):
    """What a session says about the length: the answer and the ending taken together."""

    CALM = "calm"
    UNSETTLED = "unsettled"
    UNSAID = "unsaid"
    EARLY = "early"
    OTHER = "other"


# Thirty minutes are two sessions, in this order (C-06).
FIRST_OF_TWO, SECOND_OF_TWO = "everyday", "moves"
# Of a day in parts the first of these holds that any part says: it was calm only if every part was.
_WEIGHTIEST_FIRST = (Course.EARLY, Course.UNSETTLED, Course.OTHER, Course.UNSAID, Course.CALM)


@dataclass(frozen=True, slots=True)
class DayCourse:
    """What a day says: its course, m minutes in steps, P minutes `planned`, and of how many `parts` it was made."""

    course: Course
    minutes: float
    planned: int
    parts: int = 1


def course_of(session: SessionRecord) -> Course:
    """What an ended session says. A finished one whose answer is missing never raises the target."""
    if session.ending is Ending.EARLY:
        return Course.OTHER if session.mood is Mood.ASLEEP else Course.EARLY
    if session.ending is not Ending.FINISHED or session.mood is Mood.ASLEEP:
        return Course.OTHER
    if session.mood is Mood.CALM:
        return Course.CALM
    return Course.UNSETTLED if session.mood in (Mood.UNSETTLED, Mood.CRIED) else Course.UNSAID


def counted(of_day: Sequence[SessionRecord]) -> tuple[SessionRecord, ...]:
    """The sessions of a day, attempts left out; of nothing but attempts the longest ("baby said no")."""
    return tuple(s for s in of_day if more_than_an_attempt(s)) or (_longest(of_day),)


def course_of_day(of_day: Sequence[SessionRecord], *, split: bool) -> DayCourse:
    """What a day says that has at least one session: the longest, or on a split day all of its parts together.

    So does a day on which the moves came after the massage (C-06), whatever was chosen since.
    """
    if not split and not _massage_then_moves(of_day):
        return _together((_longest(of_day),))
    return _together(counted(of_day))


def _massage_then_moves(of_day: Sequence[SessionRecord]) -> bool:
    in_order = sorted(counted(of_day), key=lambda session: session.started_at)
    return [session.routine_id for session in in_order] == [FIRST_OF_TWO, SECOND_OF_TWO]


def _longest(of_day: Iterable[SessionRecord]) -> SessionRecord:
    return max(of_day, key=lambda session: session.active_seconds)


def _together(parts: tuple[SessionRecord, ...]) -> DayCourse:
    said = {course_of(part) for part in parts}
    return DayCourse(
        course=next(course for course in _WEIGHTIEST_FIRST if course in said),
        minutes=sum(part.active_seconds for part in parts) / 60,
        planned=sum(min(part.target_minutes, math.ceil(part.planned_seconds / 60)) for part in parts),
        parts=len(parts),
    )
