"""What a day has held and what it still holds (content-spec 3.5, "Which sessions count", and W-06)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from babymassage_gui.core.day import (
    DaySoFar,
    Part,
    day_so_far,
    full_sessions,
    part_left,
    state_of_day,
    tummy_round_left,
)
from babymassage_gui.core.growth import Growth, Reason, Target
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from tests.fakes.records import massage

DAY = date(2026, 3, 2)
MOVING = frozenset({"everyday", "mini"})
WHOLE = Target(9, Reason.SAME)
IN_THREE = Target(9, Reason.SPLIT, parts=3)


def held(*sessions: SessionRecord, day: date = DAY) -> DaySoFar:
    return day_so_far(sessions, day, MOVING)


def at(hour: int, minutes: float = 3.0, **more: object) -> SessionRecord:
    return massage(DAY, minutes, hour=hour, **more)  # type: ignore[arg-type]


class TestSoFar:
    def test_a_day_without_sessions_is_open(self) -> None:
        assert held() == DaySoFar(DAY)
        assert held().began is None
        assert (held().opens_at, held().tummy_rounds, held().something_wrong) == (None, 0, False)

    def test_full_sessions_and_others_are_told_apart_oldest_first(self) -> None:
        tummy, whole, face, mini = (
            at(8, routine="tummy-ease"),
            at(11),
            at(14, routine="face"),
            at(17, routine="mini"),
        )
        so_far = held(mini, face, whole, tummy)
        assert (so_far.full, so_far.others) == ((whole, mini), (tummy, face))
        assert (so_far.tummy_rounds, so_far.rounds("face"), so_far.rounds("calm")) == (1, 1, 0)

    def test_a_quiet_day_of_hands_resting_stands_in_the_place_of_a_full_session(self) -> None:
        resting = at(9, 1.5, kind=Kind.RESTING, routine="face")
        assert (held(resting).full, held(resting).others) == ((resting,), ())

    @pytest.mark.parametrize("kind", [Kind.PRACTICE, Kind.REHEARSAL])
    def test_dolls_and_dry_runs_do_not_touch_the_baby(self, kind: Kind) -> None:
        assert held(at(9, kind=kind)) == DaySoFar(DAY)

    @pytest.mark.parametrize(("seconds", "counts"), [(0.0, 0), (59.9, 0), (60.0, 1)])
    def test_an_attempt_of_under_a_minute_does_not_count(self, seconds: float, counts: int) -> None:
        session = replace(at(9), active_seconds=seconds)
        so_far = held(session)
        assert len(so_far.full) == counts
        assert (so_far.last_end is None) == (counts == 0)

    def test_an_attempt_counts_if_something_was_wrong(self) -> None:
        so_far = held(replace(at(9, ending=Ending.SOMETHING_WRONG), active_seconds=5.0))
        assert (len(so_far.full), so_far.something_wrong) == (1, True)

    def test_the_day_is_the_familys(self) -> None:
        late = at(23, offset_minutes=120)
        assert held(late).full == ()
        assert held(late, day=DAY + timedelta(days=1)).full == (late,)

    def test_the_two_hours_run_on_past_midnight_and_after_every_kind(self) -> None:
        before, round_ = massage(DAY - timedelta(days=1), hour=23), at(9, routine="tummy-ease")
        assert held(before).opens_at == datetime(2026, 3, 2, 1, 3, tzinfo=UTC)
        assert held(before, round_).last_end == round_.ended_at

    def test_of_a_session_that_was_cut_off_the_last_sign_counts_else_its_start(self) -> None:
        cut = replace(at(9), ending=None, ended_at=None)
        assert held(cut).last_end == cut.last_seen_at
        assert held(replace(cut, last_seen_at=None)).last_end == cut.started_at


class TestPartLeft:
    def test_a_whole_day_holds_one_session(self) -> None:
        assert part_left(WHOLE, held()) == Part(1, 1, 9)
        assert part_left(WHOLE, held(at(9))) is None
        assert (full_sessions(WHOLE, held()), full_sessions(WHOLE, held(at(9)))) == (1, 1)

    def test_a_day_in_three_counts_them_through(self) -> None:
        parts = [at(hour) for hour in (8, 11, 14)]
        left = [part_left(IN_THREE, held(*parts[:n])) for n in range(4)]
        assert left == [Part(1, 3, 3), Part(2, 3, 3), Part(3, 3, 3), None]
        assert [full_sessions(IN_THREE, held(*parts[:n])) for n in range(4)] == [3, 3, 3, 3]

    def test_other_routines_take_no_part(self) -> None:
        assert part_left(IN_THREE, held(at(8, routine="tummy-ease"))) == Part(1, 3, 3)

    @pytest.mark.parametrize(
        ("ending", "mood", "open_"),
        [
            (Ending.FINISHED, Mood.CALM, True),
            (Ending.FINISHED, Mood.CRIED, True),
            (Ending.SPAT_UP, Mood.CALM, True),
            (Ending.CALLED_AWAY, Mood.NOT_SAID, True),
            (Ending.ASLEEP, Mood.ASLEEP, True),
            (Ending.EARLY, Mood.ASLEEP, True),
            (None, None, True),
            (Ending.EARLY, Mood.CALM, False),
            (Ending.EARLY, Mood.CRIED, False),
            (Ending.SOMETHING_WRONG, Mood.CALM, False),
        ],
    )
    def test_a_part_that_the_baby_ended_early_is_enough_for_the_day(
        self, ending: Ending | None, mood: Mood | None, open_: bool
    ) -> None:
        so_far = held(at(8, ending=ending, mood=mood))
        assert (part_left(IN_THREE, so_far) is not None) == open_
        assert full_sessions(IN_THREE, so_far) == (3 if open_ else 1)

    def test_an_early_attempt_leaves_all_parts_open(self) -> None:
        assert part_left(IN_THREE, held(at(8, 0.5, ending=Ending.EARLY))) == Part(1, 3, 3)

    def test_something_wrong_in_another_routine_ends_the_day_too(self) -> None:
        wrong = at(8, routine="tummy-ease", ending=Ending.SOMETHING_WRONG)
        assert part_left(IN_THREE, held(wrong)) is None
        assert full_sessions(IN_THREE, held(wrong)) == 1


@pytest.mark.parametrize(("rounds", "left"), [(0, True), (3, True), (4, False), (5, False)])
def test_four_rounds_for_the_tummy_a_day(rounds: int, left: bool) -> None:
    so_far = held(*(at(8 + 3 * n, routine="tummy-ease") for n in range(rounds)))
    assert tummy_round_left(so_far) == left
    assert tummy_round_left(so_far, most=2) == (rounds < 2)


def test_a_full_session_takes_no_round_and_something_wrong_all() -> None:
    assert tummy_round_left(held(at(8)))
    assert not tummy_round_left(held(at(8, ending=Ending.SOMETHING_WRONG)))


class TestStateOfDay:
    def test_a_split_that_was_asked_for_since_waits_for_the_next_day(self) -> None:
        morning, after = Growth(target=9), Growth(target=9, parts=3)
        assert state_of_day(morning, after, held(at(8))).parts == 1
        assert state_of_day(morning, after, held()).parts == 3

    def test_what_else_was_said_or_played_since_holds_at_once(self) -> None:
        morning, after = Growth(target=9, parts=3), Growth(target=9, parts=2, ill=True, held=True)
        assert state_of_day(morning, after, held(at(8))) == after
