"""So many sessions a day, and two hours between any two (W-06, DUR-13, 3.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from babymassage_gui.core.checkin import (
    Barrier,
    Past,
    Refusal,
    refusal,
)
from babymassage_gui.core.choices import Day
from babymassage_gui.core.history import Ending, Kind, SessionRecord
from tests.fakes.answers import barrier, ended, known, on_day, refused
from tests.fakes.content import catalogue, routine


class TestSpacing:
    @staticmethod
    def found(now: datetime, *sessions: SessionRecord) -> Refusal | None:
        return refused("everyday", now, sessions=sessions)

    def test_one_massage_a_day_and_the_next_one_tomorrow(self) -> None:
        morning = ended(on_day(60, 8))
        tomorrow = (on_day(61)).date()
        assert self.found(on_day(60, 23, 59), morning) == Refusal(Barrier.DONE_TODAY, opens_on=tomorrow)
        assert self.found(on_day(61, 0, 0), morning) is None

    def test_two_hours_apart_also_over_midnight(self) -> None:
        late = ended(on_day(60, 23, 50))
        opens = on_day(61, 1, 50)
        assert self.found(on_day(61, 0, 5), late) == Refusal(Barrier.TOO_SOON, opens_at=opens)
        assert self.found(opens - timedelta(seconds=1), late) == Refusal(Barrier.TOO_SOON, opens_at=opens)
        assert self.found(opens, late) is None

    def test_the_hour_is_told_on_the_familys_clock(self) -> None:
        found = self.found(on_day(61, 0, 5), ended(on_day(60, 23, 50)))
        assert found is not None
        assert found.opens_at is not None
        assert found.opens_at.utcoffset() == timedelta(hours=2)

    def test_midnight_is_the_familys_not_that_of_utc(self) -> None:
        just_before_midnight_here = ended(on_day(60, 21))
        assert just_before_midnight_here.started_at.date() == on_day(60).date()
        half_past_midnight = ended(on_day(61, 0, 30))
        assert half_past_midnight.started_at.date() == on_day(60).date()
        assert self.found(on_day(61, 12), half_past_midnight) == Refusal(Barrier.DONE_TODAY, opens_on=on_day(62).date())

    def test_a_session_belongs_to_the_day_of_the_clocks_it_was_played_by(self) -> None:
        abroad = ended(on_day(60, 23, 30), utc_offset_minutes=600)
        assert self.found(on_day(60, 23, 59), abroad) == Refusal(Barrier.TOO_SOON, opens_at=on_day(61, 1, 30))
        assert self.found(on_day(61, 12), abroad) == Refusal(Barrier.DONE_TODAY, opens_on=on_day(62).date())

    @pytest.mark.parametrize(("seconds", "counts"), [(0.0, False), (59.9, False), (60.0, True)])
    def test_an_attempt_under_a_minute_does_not_count(self, seconds: float, counts: bool) -> None:
        attempt = ended(on_day(60, 11), active_seconds=seconds, ending=Ending.EARLY)
        assert (self.found(on_day(60, 12), attempt) is not None) == counts

    @pytest.mark.parametrize("ending", Ending)
    def test_only_if_something_was_wrong_an_attempt_counts_for_the_day(self, ending: Ending) -> None:
        attempt = ended(on_day(60, 11), active_seconds=0.0, ending=ending)
        closed = Refusal(Barrier.DONE_TODAY, opens_on=on_day(61).date())
        assert self.found(on_day(60, 23, 59), attempt) == (closed if ending is Ending.SOMETHING_WRONG else None)
        assert self.found(on_day(61, 12), attempt) is None

    @pytest.mark.parametrize("kind", [Kind.PRACTICE, Kind.REHEARSAL])
    def test_something_wrong_with_a_doll_or_in_a_rehearsal_closes_nothing(self, kind: Kind) -> None:
        wrong = ended(on_day(60, 11), kind=kind, ending=Ending.SOMETHING_WRONG)
        assert self.found(on_day(60, 12), wrong) is None

    def test_hands_resting_counts_as_the_days_session(self) -> None:
        assert self.found(on_day(60, 15), ended(on_day(60, 8), kind=Kind.RESTING)) is not None

    @pytest.mark.parametrize("kind", [Kind.PRACTICE, Kind.REHEARSAL])
    def test_dolls_and_rehearsals_do_not_count(self, kind: Kind) -> None:
        assert self.found(on_day(60, 12), ended(on_day(60, 11), kind=kind)) is None

    def test_a_session_that_was_cut_off_counts_from_when_it_was_last_seen_or_began(self) -> None:
        cut_off = ended(on_day(60, 23, 50), ended_at=None, ending=None)
        seen = replace(cut_off, last_seen_at=on_day(60, 23, 58).astimezone(UTC))
        unseen = replace(cut_off, last_seen_at=None)
        now = on_day(61, 0, 5)
        assert self.found(now, seen) == Refusal(Barrier.TOO_SOON, opens_at=on_day(61, 1, 58))
        assert self.found(now, unseen) == Refusal(Barrier.TOO_SOON, opens_at=on_day(61, 1, 47))

    def test_the_latest_of_several_sessions_holds(self) -> None:
        earlier, later = ended(on_day(60, 9)), ended(on_day(60, 23, 30))
        found = self.found(on_day(61, 1), later, earlier)
        assert found == Refusal(Barrier.TOO_SOON, opens_at=on_day(61, 1, 30))

    @pytest.mark.parametrize("first", ["everyday", "calm", "face", "tummy-ease", "moves", "mini"])
    @pytest.mark.parametrize("then", ["everyday", "calm", "face", "tummy-ease", "moves", "mini"])
    def test_two_hours_lie_between_any_two(self, first: str, then: str) -> None:
        before = ended(on_day(149, 23, 30), routine_id=first)
        soon, opens = on_day(150, 1, 29), on_day(150, 1, 30)
        assert refused(then, soon, sessions=(before,)) == Refusal(Barrier.TOO_SOON, opens_at=opens)
        assert refused(then, opens, sessions=(before,)) is None

    @pytest.mark.parametrize(
        ("first", "then", "open_"),
        [
            ("everyday", "calm", False),
            ("calm", "moves", False),
            ("mini", "strong-4m", False),
            ("face", "everyday", True),
            ("everyday", "face", True),
            ("face", "face", False),
            ("tummy-ease", "everyday", True),
            ("everyday", "tummy-ease", True),
            ("forgotten", "everyday", False),
            ("forgotten", "face", True),
        ],
    )
    def test_one_full_session_a_day_and_one_of_each_other_kind(self, first: str, then: str, open_: bool) -> None:
        before = ended(on_day(150, 8), routine_id=first)
        assert (refused(then, on_day(150, 12), sessions=(before,)) is None) is open_

    @pytest.mark.parametrize("most", [1, 2, 3, 4])
    def test_tummy_ease_up_to_four_rounds(self, most: int) -> None:
        home = replace(known(), day=Day(tummy_rounds=most))
        rounds = [ended(on_day(100, 6 + 3 * n), routine_id="tummy-ease") for n in range(most)]
        now = on_day(100, 22)
        assert refusal(catalogue(), routine("tummy-ease"), home, now, Past(tuple(rounds[:-1]))) is None
        closed = Refusal(Barrier.DONE_TODAY, opens_on=on_day(101).date())
        assert refusal(catalogue(), routine("tummy-ease"), home, now, Past(tuple(rounds))) == closed

    @pytest.mark.parametrize("full", [1, 2, 3])
    def test_a_split_day_holds_its_parts(self, full: int) -> None:
        parts = [ended(on_day(100, 6 + 3 * n)) for n in range(full)]
        now = on_day(100, 22)
        assert refusal(catalogue(), routine("everyday"), known(), now, Past(tuple(parts[:-1]), full)) is None
        closed = Refusal(Barrier.DONE_TODAY, opens_on=on_day(101).date())
        assert refusal(catalogue(), routine("everyday"), known(), now, Past(tuple(parts), full)) == closed

    @pytest.mark.parametrize("routine_id", ["everyday", "tummy-ease", "face"])
    def test_after_something_was_wrong_there_is_nothing_more_that_day(self, routine_id: str) -> None:
        wrong = ended(on_day(100, 6), routine_id="tummy-ease", ending=Ending.SOMETHING_WRONG)
        assert barrier(routine_id, on_day(100, 22), sessions=(wrong,)) is Barrier.DONE_TODAY
