"""The growth rule beside the pseudo-code of content-spec 3.5, written down again: whatever happens, both agree.

And what no order of days, words and illnesses may bring about: a jump, a growth that was held, a split day that grows.
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from babymassage_gui.core.age import Age
from babymassage_gui.core.day import day_so_far, full_sessions, part_left, state_of_day
from babymassage_gui.core.growth import Growth, fold, longest_minutes, morning_of, target_on
from babymassage_gui.core.history import Ending, Mood, SessionRecord
from babymassage_gui.core.said import Said
from tests.fakes.records import massage

BORN = date(2026, 1, 1)
MOVING = frozenset({"everyday"})


def age_on(day: date) -> Age:
    return Age(BORN, day)


class OnPaper:
    """T, run, early and parts as the specification counts them."""

    def __init__(self) -> None:
        self.target, self.run, self.early, self.parts = 3, 0, 0, 1
        self.last: date | None = None
        self.ill, self.lower, self.held = False, 99, False

    def shorten(self, target: int) -> None:
        self.target = target
        self.parts = min(self.parts, 3 if target > 6 else 2)

    def before(self, day: date) -> None:
        if self.last is None:
            return
        gap = (day - self.last).days
        if self.early >= 3 and gap > 3:
            self.early = 0
        if gap >= 28 or self.ill:
            self.shorten(3)
        elif gap >= 14:
            self.shorten(max(3, (self.target + 1) // 2))
        elif gap >= 7:
            self.shorten(max(3, self.target - 2))
        if gap >= 4 or self.ill:
            self.run = 0
        if self.lower < self.target:
            self.shorten(self.lower)
            self.run = 0

    def after(self, day: date, course: str, m: float, p: int, played: int) -> None:
        self.last, self.ill, self.lower = day, False, 99
        if course == "calm":
            self.early = 0
            self.calm(m, longest_minutes(age_on(day)), played)
        elif course == "unsettled":
            self.run, self.early = 0, 0
        elif course == "early":
            self.run, self.early = 0, self.early + 1
            if self.early >= 3:
                self.shorten(3)
            elif m >= 1:
                self.shorten(max(3, self.target - min(3, max(1, p - math.ceil(m)))))

    def calm(self, m: float, cap: int, played: int) -> None:
        if self.parts > 1:
            self.run += played >= self.parts
            if self.run >= 2:
                self.parts, self.run = self.parts - 1, 0
            return
        self.run += m > self.target - 1
        if self.run >= 2 and self.target < cap and not self.held:
            self.target, self.run = self.target + 1, 0


MAKE = {
    "calm": (Ending.FINISHED, Mood.CALM),
    "unsettled": (Ending.FINISHED, Mood.UNSETTLED),
    "early": (Ending.EARLY, Mood.CRIED),
    "other": (Ending.CALLED_AWAY, Mood.NOT_SAID),
}
courses = st.sampled_from(["calm"] * 6 + ["early", "early", "unsettled", "other"])


class Family(RuleBasedStateMachine):
    """Days, words and sessions of one family, each folded anew from all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.day = BORN + timedelta(days=30)
        self.hour = 0
        self.sessions: list[SessionRecord] = []
        self.said: list[Said] = []
        self.paper = OnPaper()

    def folded(self) -> Growth:
        return fold(self.sessions, MOVING, age_on, self.said)

    def says(self, subject: str, answer: str, note: str = "") -> None:
        at = datetime(self.day.year, self.day.month, self.day.day, self.hour, tzinfo=UTC)
        at += timedelta(seconds=len(self.said))
        self.said.append(Said(f"{len(self.said):04}", "baby", subject, answer, at, note=note))

    def goes_on(self, days: int) -> None:
        self.day += timedelta(days=days)
        self.hour = 0

    @rule(days=st.sampled_from([1, 1, 1, 2, 3, 4, 7, 13, 14, 28]))
    def time_passes(self, days: int) -> None:
        self.goes_on(days)

    @rule(course=courses, minutes=st.sampled_from([0.4, 1.0, 2.5, 4.0]), short=st.booleans(), last=st.integers(1, 3))
    def a_day(self, course: str, minutes: float, short: bool, last: int) -> None:
        """A session, or as many parts as there are; the last one played has the course, those before were calm."""
        self.goes_on(1)
        before = self.folded()
        self.paper.before(self.day)
        target = target_on(before, self.day, longest_minutes(age_on(self.day)))
        parts = min(last, target.parts)
        m, p = 0.0, 0
        for number in range(1, parts + 1):
            what = course if number == parts else "calm"
            lasted = minutes if what != "calm" or short else target.part_minutes
            # On a split day an attempt is no part; here it would be another course.
            lasted = max(lasted, 1.0) if parts > 1 else lasted
            ending, mood = MAKE[what]
            at = 6 + 3 * number
            self.sessions.append(
                massage(self.day, lasted, hour=at, ending=ending, mood=mood, target=target.part_minutes)
            )
            m, p = m + lasted, p + target.part_minutes
        self.paper.after(self.day, course, m, p, parts)
        self.hour = 20
        self.never_more_than_allowed(before)

    def never_more_than_allowed(self, before: Growth) -> None:
        after = self.folded()
        assert after.target <= before.target + 1
        if before.held or before.parts > 1 or before.ill:
            assert after.target <= before.target
        if before.ill and before.last_session is not None:
            assert after.target == 3
        if before.lowered_to is not None and before.last_session is not None:
            assert after.target <= before.lowered_to + 1

    @rule()
    def a_doctor_was_seen(self) -> None:
        self.says("illness", "doctor-visit")
        self.paper.ill = True

    @rule(held=st.booleans())
    def held_or_let_go(self, held: bool) -> None:
        self.says("target", "hold" if held else "free")
        self.paper.held = held
        if not held:
            self.paper.lower = 99

    @rule(minutes=st.integers(1, 20))
    def lowered(self, minutes: int) -> None:
        self.says("target", "lower", str(minutes))
        self.paper.lower = max(3, minutes)

    @precondition(lambda self: self.paper.parts == 1)
    @rule()
    def split_is_taken(self) -> None:
        self.says("split", "yes")
        self.paper.parts, self.paper.run = (3 if self.paper.target > 6 else 2), 0

    @rule()
    def split_is_refused(self) -> None:
        self.says("split", "no")
        if self.paper.parts > 1:
            self.paper.parts, self.paper.run = 1, 0
        assert not self.folded().offers_split

    @invariant()
    def both_agree(self) -> None:
        now, paper = self.folded(), self.paper
        assert (now.target, now.run, now.early, now.parts) == (paper.target, paper.run, paper.early, paper.parts)

    @invariant()
    def it_stays_within_its_bounds(self) -> None:
        now = self.folded()
        assert 3 <= now.target <= longest_minutes(age_on(self.day))
        assert 1 <= now.parts <= 3
        today = target_on(now, self.day, longest_minutes(age_on(self.day)))
        assert today.minutes <= now.target
        assert today.minutes <= today.parts * today.part_minutes < today.minutes + today.parts
        assert not (today.resting and today.parts > 1)

    @invariant()
    def a_day_never_holds_more_parts_than_its_morning_allowed(self) -> None:
        morning = morning_of(self.day, self.sessions, MOVING, age_on, self.said)
        so_far = day_so_far(self.sessions, self.day, MOVING)
        state = state_of_day(morning, self.folded(), so_far)
        target = target_on(state, self.day, longest_minutes(age_on(self.day)))
        assert full_sessions(target, so_far) <= max(1, morning.parts)
        left = part_left(target, so_far)
        assert left is None or left.number == len(so_far.full) + 1 <= target.parts

    @invariant()
    def the_order_of_reading_does_not_matter(self) -> None:
        assert fold(self.sessions[::-1], MOVING, age_on, self.said[::-1]) == self.folded()


TestFamily = Family.TestCase
TestFamily.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
