"""What stands between a baby and a routine (content-spec 3.2 Age and Gate, 3.6 N-01 to N-03, W-06)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from babymassage_gui.core.age import PLANNING_BIRTH, age_of_days
from babymassage_gui.core.catalogue import Gate
from babymassage_gui.core.checkin import Barrier, Refusal, age_refusal, refusal
from babymassage_gui.core.history import Ending, Kind, SessionRecord
from babymassage_gui.core.profile import Baby
from tests.fakes.content import routine
from tests.fakes.records import massage

BORN = PLANNING_BIRTH
HERE = timezone(timedelta(hours=2))


def on_day(days: int, hour: int = 12, minute: int = 0) -> datetime:
    """The family's clock when the baby is so many days old."""
    return datetime(BORN.year, BORN.month, BORN.day, hour, minute, tzinfo=HERE) + timedelta(days=days)


def ready_baby(**changes: object) -> Baby:
    baby = Baby("baby", "", BORN, navel_healed=True, doctor_yes_on=BORN)
    return replace(baby, **changes)  # type: ignore[arg-type]


class TestAge:
    @pytest.mark.parametrize(
        ("routine_id", "days", "early_start", "barrier", "opens_day"),
        [
            ("first-strokes", 0, False, Barrier.TOO_YOUNG, 46),
            ("first-strokes", 19, False, Barrier.TOO_YOUNG, 46),
            ("first-strokes", 20, False, Barrier.EARLY_START, 46),
            ("first-strokes", 45, False, Barrier.EARLY_START, 46),
            ("first-strokes", 46, False, None, None),
            ("first-strokes", 19, True, Barrier.TOO_YOUNG, 20),
            ("first-strokes", 20, True, None, None),
            ("first-strokes", 45, True, None, None),
            ("first-strokes", 122, False, None, None),
            ("first-strokes", 123, False, Barrier.NO_LONGER, None),
            ("first-strokes", 364, False, Barrier.NO_LONGER, None),
            ("first-strokes", 365, False, Barrier.TOO_OLD, None),
            ("everyday", 19, False, Barrier.TOO_YOUNG, 46),
            ("everyday", 20, False, Barrier.NOT_YET, 46),
            ("everyday", 45, False, Barrier.NOT_YET, 46),
            ("everyday", 45, True, Barrier.NOT_YET, 46),
            ("everyday", 46, False, None, None),
            ("everyday", 122, False, None, None),
            ("everyday", 123, False, None, None),
            ("everyday", 364, False, None, None),
            ("everyday", 365, False, Barrier.TOO_OLD, None),
            ("strong-4m", 122, False, Barrier.NOT_YET, 123),
            ("strong-4m", 123, False, None, None),
            ("wake-up", 123, False, Barrier.NOT_YET, 124),
            ("wake-up", 124, False, None, None),
            ("practice", 0, False, None, None),
            ("practice", 500, False, None, None),
        ],
    )
    def test_each_boundary_at_its_day(
        self, routine_id: str, days: int, early_start: bool, barrier: Barrier | None, opens_day: int | None
    ) -> None:
        found = age_refusal(routine(routine_id), age_of_days(days), early_start=early_start)
        opens_on = None if opens_day is None else BORN + timedelta(days=opens_day)
        assert found == (None if barrier is None else Refusal(barrier, opens_on))

    @pytest.mark.parametrize("routine_id", ["tummy-ease", "pro-moves", "tear-duct", "ten-days"])
    def test_a_routine_whose_gate_nobody_asks_about_yet_is_not_offered(self, routine_id: str) -> None:
        assert age_refusal(routine(routine_id), age_of_days(150)) == Refusal(Barrier.NOT_OFFERED)

    @pytest.mark.parametrize("gate", [Gate.NOT_CRYING, Gate.NO_HERNIA, Gate.SHOWN, Gate.PRESCRIBED, Gate.REFERRAL])
    def test_each_such_gate_alone_keeps_it_closed(self, gate: Gate) -> None:
        gated = replace(routine("everyday"), gates=(gate,))
        assert age_refusal(gated, age_of_days(150)) == Refusal(Barrier.NOT_OFFERED)

    def test_the_age_of_an_early_baby_is_corrected(self) -> None:
        early = ready_baby(due=BORN + timedelta(days=60))
        assert refusal(routine("everyday"), early, on_day(105), ()) == Refusal(
            Barrier.NOT_YET, BORN + timedelta(days=106)
        )
        assert refusal(routine("everyday"), early, on_day(106), ()) is None


class TestDoctorAndNavel:
    def test_without_the_doctors_yes_there_is_only_the_doll(self) -> None:
        unasked = ready_baby(doctor_yes_on=None)
        assert refusal(routine("everyday"), unasked, on_day(60), ()) == Refusal(Barrier.DOCTOR)
        assert refusal(routine("practice"), unasked, on_day(60), ()) is None

    def test_the_doctors_yes_holds_180_days(self) -> None:
        baby = ready_baby(doctor_yes_on=BORN + timedelta(days=50))
        assert refusal(routine("everyday"), baby, on_day(230), ()) is None
        assert refusal(routine("everyday"), baby, on_day(231), ()) == Refusal(Barrier.DOCTOR_AGAIN)

    def test_the_navel_must_be_healed(self) -> None:
        assert refusal(routine("everyday"), ready_baby(navel_healed=False), on_day(60), ()) == Refusal(Barrier.NAVEL)

    def test_the_first_barrier_speaks_age_then_doctor_then_navel_then_the_hour(self) -> None:
        baby = ready_baby(navel_healed=False, doctor_yes_on=None)
        today = massage(on_day(60).date())
        order = []
        for days, changes in ((10, {}), (60, {}), (60, {"doctor_yes_on": BORN}), (60, {"navel_healed": True})):
            baby = replace(baby, **changes)
            found = refusal(routine("everyday"), baby, on_day(days), (today,))
            order.append(found.barrier if found else None)
        assert order == [Barrier.TOO_YOUNG, Barrier.DOCTOR, Barrier.NAVEL, Barrier.DONE_TODAY]


def ended(at: datetime, minutes: float = 3.0, **changes: object) -> SessionRecord:
    """A massage that ended at a moment."""
    row = massage(at.date(), minutes, offset_minutes=120)
    start = at - timedelta(minutes=minutes)
    moved = replace(row, started_at=start.astimezone(UTC), ended_at=at.astimezone(UTC))
    return replace(moved, **changes)  # type: ignore[arg-type]


class TestSpacing:
    @staticmethod
    def found(now: datetime, *sessions: SessionRecord) -> Refusal | None:
        return refusal(routine("everyday"), ready_baby(), now, sessions)

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
