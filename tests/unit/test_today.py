"""Today at a glance: one value from baby, log and settings."""

from __future__ import annotations

import cProfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from babymassage_gui.core.age import PLANNING_BIRTH
from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.choices import Day
from babymassage_gui.core.family import Family, known_of, length_of
from babymassage_gui.core.growth import Growth, Reason, Target
from babymassage_gui.core.history import Ending, Kind, SessionRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.today import (
    CutOff,
    Today,
    cut_off,
    look_at,
    may_carry_on,
    refusal_now,
    seconds_to_change,
)
from tests.fakes.answers import said
from tests.fakes.content import catalogue, ids, routine
from tests.fakes.records import massage

BORN = PLANNING_BIRTH


def day(days: int) -> datetime:
    return datetime(BORN.year, BORN.month, BORN.day, 10, tzinfo=UTC) + timedelta(days=days)


def family(*sessions: SessionRecord, settings: Settings | None = None, early_start: bool = False) -> Family:
    baby = Baby("baby", "", BORN, navel_healed=True, doctor_yes_on=BORN, early_start=early_start)
    return Family(baby, sessions, settings or Settings())


def today(days: int, home: Family | None = None, minutes: int | None = None) -> Today:
    return look_at(catalogue(), home or family(), day(days), minutes)


@pytest.mark.parametrize(
    ("days", "early_start", "suits", "choices"),
    [
        (10, False, "first-strokes", []),
        (45, False, "first-strokes", []),
        (45, True, "first-strokes", ["first-strokes", "mini", "tummy-ease"]),
        (46, False, "everyday", ["first-strokes", "mini", "everyday", "face", "calm", "tummy-ease"]),
        (122, False, "everyday", ["first-strokes", "mini", "everyday", "face", "calm", "tummy-ease"]),
        (123, False, "everyday", ["mini", "everyday", "face", "calm", "tummy-ease", "strong-4m", "moves"]),
        (124, False, "everyday", ["mini", "everyday", "face", "calm", "tummy-ease", "strong-4m", "wake-up", "moves"]),
        (184, False, "everyday", ["mini", "everyday", "face", "calm", "strong-4m", "wake-up", "moves"]),
        (365, False, "everyday", []),
    ],
)
def test_the_routine_that_suits_the_age_and_those_that_it_allows(
    days: int, early_start: bool, suits: str, choices: list[str]
) -> None:
    seen = today(days, family(early_start=early_start))
    assert seen.routine.id == suits
    assert [routine.id for routine in seen.choices] == choices


def test_the_parents_choice_is_taken_while_it_is_open() -> None:
    home = family(settings=Settings(routine="first-strokes"))
    assert today(60, home).routine.id == "first-strokes"
    assert today(123, home).routine.id == "everyday"


def test_a_routine_that_the_content_lost_is_not_offered() -> None:
    less = replace(catalogue(), routines={k: r for k, r in catalogue().routines.items() if k != "first-strokes"})
    offered = [offer.routine.id for offer in look_at(less, family(), day(60)).offers if offer.refusal is None]
    assert offered == ["mini", "everyday", "face", "calm", "tummy-ease"]


def test_the_first_day_has_3_minutes_a_plan_for_them_and_no_past() -> None:
    seen = today(60)
    assert seen.target == Target(3, Reason.FIRST)
    assert (seen.minutes, seen.plan.minutes, seen.refusal) == (3, 3, None)
    assert (seen.last, seen.massages) == (None, ())
    assert seen.age.days == 60


@pytest.mark.parametrize(("wish", "minutes"), [(None, 5), (2, 2), (1, 2), (0, 2), (4, 4), (5, 5), (9, 5)])
def test_a_parent_may_ask_for_less_but_never_for_more(wish: int | None, minutes: int) -> None:
    past = [massage(day(50 + n).date(), 3.0 + n / 2) for n in range(4)]
    seen = today(54, family(*past), wish)
    assert seen.target.minutes == 5
    assert (seen.minutes, seen.plan.minutes) == (minutes, minutes)


def test_the_parents_own_limit_holds() -> None:
    past = [massage(day(50 + n).date(), 3.0 + n / 2) for n in range(4)]
    seen = today(54, family(*past, settings=Settings(parent_limit=4)))
    assert seen.target == Target(4, Reason.PARENT_LIMIT)


def test_the_last_massage_is_the_newest_that_ended() -> None:
    first, second = massage(day(50).date()), massage(day(51).date())
    unfinished = massage(day(52).date(), ending=None)
    seen = today(60, family(second, unfinished, first))
    assert seen.last == second
    assert seen.massages == (first, second)


def test_steps_played_yesterday_wait_today() -> None:
    yesterday = massage(day(59).date(), 5.0, done=("leg-foot",))
    fresh = today(60, family(massage(day(59).date(), 5.0)))
    assert "leg-foot" not in ids(today(60, family(yesterday)).plan)
    assert ids(fresh.plan) == ids(today(60).plan)


def test_after_three_early_ends_hands_rest() -> None:
    cried = [massage(day(56 + n).date(), 2.0, ending=Ending.EARLY) for n in range(3)]
    seen = today(60, family(*cried))
    assert seen.target == Target(3, Reason.RESTING, resting=True)
    assert ids(seen.plan) == ["open-ask", "open-rest", "close-cuddle"]


def test_what_forbids_starting_is_told() -> None:
    seen = today(60, family(massage(day(60).date(), hour=8)))
    assert seen.refusal is not None
    assert seen.refusal.barrier is Barrier.DONE_TODAY


def state_of(home: Family) -> Growth:
    return length_of(catalogue(), home, day(60).date()).state


def test_sessions_of_a_routine_that_does_not_count_do_not_grow_the_length() -> None:
    faces = [massage(day(50 + n).date(), 8.0, routine="face") for n in range(6)]
    assert state_of(family(*faces)).target == 3
    assert state_of(family(*(replace(s, routine_id="everyday") for s in faces))).target == 6
    assert state_of(family(*(replace(s, kind=Kind.REHEARSAL) for s in faces))).target == 3


@pytest.mark.parametrize(("hours", "offered"), [(0.0, True), (6.0, True), (6.001, False)])
def test_a_cut_off_session_is_offered_for_six_hours(hours: float, offered: bool) -> None:
    cut = massage(day(60).date(), 2.0, ending=None)
    assert cut.last_seen_at is not None
    assert may_carry_on(cut, cut.last_seen_at + timedelta(hours=hours)) is offered
    never_seen = replace(cut, last_seen_at=None)
    assert may_carry_on(never_seen, never_seen.started_at + timedelta(hours=hours)) is offered


def cut_off_at(start: datetime, minutes: float = 2.0, **changes: object) -> SessionRecord:
    """A massage that was cut off so many minutes in."""
    row = massage(start.date(), minutes, hour=start.hour, ending=None)
    return replace(row, **changes)  # type: ignore[arg-type]


class TestCutOff:
    """A session without an ending, an hour ago."""

    NINE, TEN = day(60).replace(hour=9), day(60)

    def found(self, *sessions: SessionRecord, discarded: tuple[SessionRecord, ...] = ()) -> CutOff | None:
        return cut_off(catalogue(), replace(family(*sessions), discarded=discarded), self.TEN)

    def test_it_is_in_today_and_stands_before_start(self) -> None:
        cut = cut_off_at(self.NINE)
        seen = today(60, family(cut))
        assert seen.cut_off == CutOff(cut, None, asks=True)
        assert seen.refusal == Refusal(Barrier.UNFINISHED)

    @pytest.mark.parametrize("ending", Ending)
    def test_one_that_ended_is_none(self, ending: Ending) -> None:
        assert self.found(cut_off_at(self.NINE, ending=ending)) is None

    @pytest.mark.parametrize(("kind", "counts"), [(k, k in (Kind.MASSAGE, Kind.RESTING)) for k in Kind])
    def test_only_a_massage_and_hands_resting_are_gone_on_with(self, kind: Kind, counts: bool) -> None:
        assert (self.found(cut_off_at(self.NINE, kind=kind)) is not None) is counts

    def test_of_several_the_newest_is_meant(self) -> None:
        older, newer = cut_off_at(self.NINE.replace(hour=8), 0.5), cut_off_at(self.NINE)
        assert self.found(newer, older) == CutOff(newer, None, asks=True)

    def test_an_older_one_of_more_than_a_minute_closes_the_day_for_the_newest(self) -> None:
        older, newer = cut_off_at(self.NINE.replace(hour=8)), cut_off_at(self.NINE)
        found = self.found(older, newer)
        assert found == CutOff(newer, Refusal(Barrier.DONE_TODAY, opens_on=day(61).date()), asks=True)

    def test_a_discarded_massage_closes_the_day_for_it_but_not_a_discarded_attempt(self) -> None:
        cut = cut_off_at(self.NINE)
        gone, attempt = massage(self.TEN.date(), hour=6), massage(self.TEN.date(), 0.5, hour=6)
        assert self.found(cut, discarded=(attempt,)) == CutOff(cut, None, asks=True)
        closed = self.found(cut, discarded=(gone,))
        assert closed is not None
        assert closed.refusal is not None
        assert closed.refusal.barrier is Barrier.DONE_TODAY

    @pytest.mark.parametrize(
        ("after", "asks"),
        [
            (timedelta(minutes=2), False),
            (timedelta(minutes=12), False),
            (timedelta(minutes=12, seconds=1), True),
            (timedelta(hours=6), True),
            (-timedelta(minutes=8), False),
            (-timedelta(minutes=9), True),
        ],
    )
    def test_after_a_stop_of_ten_minutes_the_questions_come_first(self, after: timedelta, asks: bool) -> None:
        """Two minutes of it were a massage; a clock that was set back says nothing about how long ago it was."""
        cut = cut_off_at(self.NINE)
        found = cut_off(catalogue(), family(cut), self.NINE + after)
        assert found is not None
        assert found.asks is asks

    def test_discarded_itself_it_is_gone(self) -> None:
        assert self.found(discarded=(cut_off_at(self.NINE),)) is None

    def test_the_gates_of_the_baby_speak_before_it(self) -> None:
        home = family(cut_off_at(self.NINE))
        closed = replace(home, baby=replace(home.baby, navel_healed=False))
        assert refusal_now(catalogue(), routine("everyday"), closed, self.TEN) == Refusal(Barrier.NAVEL)

    def test_it_speaks_before_the_hour(self) -> None:
        home = family(massage(self.TEN.date(), hour=6), cut_off_at(self.NINE))
        assert refusal_now(catalogue(), routine("everyday"), home, self.TEN) == Refusal(Barrier.UNFINISHED)

    def test_too_old_to_go_on_with_it_stands_before_nothing(self) -> None:
        attempt = cut_off_at(self.NINE.replace(hour=2), 0.5)
        assert refusal_now(catalogue(), routine("everyday"), family(attempt), self.TEN) is None


class TestAnswers:
    """What was answered in the check-in shapes the plan and the offers of the same look."""

    @staticmethod
    def seen(days: int, *told: Said) -> Today:
        return look_at(catalogue(), replace(family(), said=told), day(days))

    def test_what_it_closes_is_left_out_of_the_plan(self) -> None:
        assert "tummy-circle" in ids(self.seen(60).plan)
        bulge = self.seen(60, said("N-08", "doctor-yes", day(59)))
        assert "tummy-circle" not in ids(bulge.plan)
        assert "tummy-ease" not in [one.id for one in bulge.choices]

    def test_what_forbids_the_day_forbids_every_routine_but_leaves_the_choice(self) -> None:
        ill = self.seen(60, said("T-02", "yes", day(60)))
        assert {offer.refusal and offer.refusal.barrier for offer in ill.offers if offer.ever} == {Barrier.ANSWER}
        assert ill.choices == self.seen(60).choices
        assert ill.refusal is not None
        assert ill.refusal.standing is not None
        assert ill.refusal.standing.check.id == "T-02"

    def test_a_refusal_by_an_answer_is_looked_at_again_when_it_opens(self) -> None:
        fed = self.seen(60, said("W-01", "fed", day(60) - timedelta(minutes=5)))
        assert seconds_to_change(fed, day(60)) == 40 * 60

    @pytest.mark.parametrize(("after_feed", "waits"), [(45, 60), (90, 90)])
    def test_once_the_baby_spat_up_the_next_one_lies_longer_after_the_feed(self, after_feed: int, waits: int) -> None:
        day_before = massage(day(59).date(), ending=Ending.SPAT_UP)
        settings = Settings(day=Day(after_feed_minutes=after_feed))
        assert known_of(family(day_before, settings=settings)).day.after_feed_minutes == waits
        calm_since = massage(day(60).date())
        assert known_of(family(day_before, calm_since, settings=settings)).day.after_feed_minutes == after_feed

    def test_a_long_history_is_weighed_once_for_all_routines(self) -> None:
        told = [said("W-01", "fed", day(0) + timedelta(hours=3.4 * n)) for n in range(1000)]
        past = [massage(day(n // 4).date(), 5.0, hour=5 * (n % 4), routine="tummy-ease") for n in range(500)]
        home = replace(family(*past), said=tuple(told))
        profile = cProfile.Profile()
        profile.runcall(look_at, catalogue(), home, day(141))
        # Calls are counted, not seconds, for a slow machine is no fault. Weighed for each routine it was 250,000.
        assert sum(entry.callcount for entry in profile.getstats()) < 100_000
