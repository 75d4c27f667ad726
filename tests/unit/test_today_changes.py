"""What Today says changes by itself: a wait ends, the evening comes and goes, midnight, a session grows too old."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from babymassage_gui.core.age import PLANNING_BIRTH
from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.choices import Day
from babymassage_gui.core.family import Family, weigh
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.today import look_at, seconds_to_change, still_true
from tests.fakes.answers import said
from tests.fakes.content import catalogue
from tests.fakes.records import massage

BORN = PLANNING_BIRTH


def day(days: int) -> datetime:
    return datetime(BORN.year, BORN.month, BORN.day, 10, tzinfo=UTC) + timedelta(days=days)


def family(*sessions: SessionRecord, settings: Settings | None = None) -> Family:
    baby = Baby("baby", "", BORN, navel_healed=True, doctor_yes_on=BORN)
    return Family(baby, sessions, settings or Settings())


class TestSecondsToChange:
    @staticmethod
    def seconds(home: Family, now: datetime) -> float:
        return seconds_to_change(look_at(catalogue(), home, now), now)

    @pytest.mark.parametrize(
        ("clock", "hour", "seconds"),
        [
            ((0, 0, 0), 17, 17 * 3600),
            ((0, 0, 1), 17, 17 * 3600 - 1),
            ((12, 0, 0), 12, 43_200),
            ((11, 59, 59), 12, 1),
            ((16, 59, 59), 17, 1),
            ((17, 0, 0), 17, 7 * 3600),
            ((19, 0, 0), 20, 3600),
            ((23, 59, 59), 17, 1),
        ],
    )
    def test_at_the_latest_it_is_the_evening_and_then_midnight(
        self, clock: tuple[int, int, int], hour: int, seconds: float
    ) -> None:
        now = day(60).replace(hour=clock[0], minute=clock[1], second=clock[2])
        assert self.seconds(family(settings=Settings(day=Day(evening_start_hour=hour))), now) == seconds

    def test_what_stirs_goes_when_the_evening_comes_and_comes_back_at_midnight(self) -> None:
        home = family(settings=Settings(routine="moves"))
        before = look_at(catalogue(), home, day(150).replace(hour=16, minute=59))
        assert before.refusal is None
        evening = look_at(catalogue(), home, before.true_until)
        assert evening.refusal == Refusal(Barrier.EVENING, opens_on=day(151).date())
        morning = look_at(catalogue(), home, evening.true_until)
        assert (morning.seen_at.hour, morning.refusal) == (0, None)

    def test_the_end_of_a_wait_of_another_routine_is_looked_at_too(self) -> None:
        done = family(massage(day(60).date(), hour=8), massage(day(60).date(), hour=10, routine="tummy-ease"))
        now = day(60).replace(hour=11)
        assert look_at(catalogue(), done, now).refusal == Refusal(Barrier.DONE_TODAY, opens_on=day(61).date())
        assert self.seconds(done, now) == 63 * 60

    def test_an_answer_that_closes_only_some_moves_is_looked_at_when_it_ends(self) -> None:
        home = replace(family(), said=(said("T-07", "gums", day(60)),))
        closed = look_at(catalogue(), home, day(60))
        ends = [one.until for one in weigh(catalogue(), home, day(60)).stands if one.check.id == "T-07"]
        assert closed.refusal is None
        assert ends[0] is not None
        evening = look_at(catalogue(), home, day(60).replace(hour=18))
        assert evening.true_until == min(ends[0], day(61).replace(hour=0))

    def test_it_is_never_less_than_nothing(self) -> None:
        seen = look_at(catalogue(), family(), day(60))
        assert seconds_to_change(seen, day(61)) == 0

    def test_midnight_is_the_familys(self) -> None:
        here = timezone(timedelta(hours=2))
        assert self.seconds(family(), day(60).replace(hour=23, tzinfo=here)) == 3600
        assert self.seconds(family(), day(60).replace(hour=16, tzinfo=here)) == 3600

    def test_a_refusal_that_opens_by_itself_is_looked_at_when_it_does(self) -> None:
        late = massage(day(60).date(), 5.0, hour=23)
        now = day(61).replace(hour=0, minute=35)
        assert self.seconds(family(late), now) == 30 * 60
        opens = now + timedelta(minutes=30)
        assert look_at(catalogue(), family(late), opens).refusal is None
        assert self.seconds(family(late), opens) == (17 - 1) * 3600 - 5 * 60

    def test_a_refusal_that_opens_after_midnight_is_looked_at_at_midnight(self) -> None:
        abroad = massage(day(60).date(), 5.0, hour=22, offset_minutes=-24 * 60 + 1)
        now = day(60).replace(hour=22, minute=30)
        assert look_at(catalogue(), family(abroad), now).refusal == Refusal(
            Barrier.TOO_SOON, opens_at=day(61).replace(hour=0, minute=5)
        )
        assert self.seconds(family(abroad), now) == 90 * 60

    def test_a_refusal_until_another_day_is_looked_at_at_midnight(self) -> None:
        evening = day(60).replace(hour=18)
        assert self.seconds(family(massage(day(60).date(), hour=8)), evening) == 6 * 3600

    def test_the_spacing_of_other_routines_is_looked_at_when_it_ends(self) -> None:
        assert self.seconds(family(massage(day(60).date(), hour=9)), day(60)) == 63 * 60

    def test_a_cut_off_session_is_looked_at_when_it_is_too_old_to_go_on_with(self) -> None:
        home = family(massage(day(60).date(), 0.5, hour=9, ending=None))
        now = day(60)
        wait = self.seconds(home, now)
        assert wait == 5 * 3600 + 30
        assert look_at(catalogue(), home, now + timedelta(seconds=wait)).cut_off is not None
        later = look_at(catalogue(), home, now + timedelta(seconds=wait + 1))
        assert (later.cut_off, later.refusal) == (None, None)


class TestStillTrue:
    """What was looked at holds until something changes by itself, or somebody turns the clock."""

    SEEN_AT = day(60)

    @pytest.mark.parametrize(
        ("now", "holds"),
        [
            (SEEN_AT, True),
            (SEEN_AT + timedelta(hours=7, seconds=-1), True),
            (SEEN_AT + timedelta(hours=7), False),
            (SEEN_AT - timedelta(seconds=1), False),
            (SEEN_AT - timedelta(days=1), False),
            (SEEN_AT + timedelta(days=1), False),
            ((SEEN_AT + timedelta(minutes=1)).astimezone(timezone(timedelta(hours=1))), False),
        ],
    )
    def test_until_then_on_the_same_day_and_the_same_clocks(self, now: datetime, holds: bool) -> None:
        assert still_true(look_at(catalogue(), family(), self.SEEN_AT), now) is holds
