"""What a routine needs besides age and doctor: shown, prescribed, referred; and the hour (content-spec 3.2, C-04)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.checkin import (
    Barrier,
    Past,
    Refusal,
    gate_refusal,
    prescription_note,
    prescription_of,
    read_prescription,
    refusal,
    rounds_a_day,
    shown,
)
from babymassage_gui.core.choices import Day
from babymassage_gui.core.said import Said
from babymassage_gui.core.standing import Known
from babymassage_gui.core.wish import Prescription
from tests.fakes.answers import barrier, ended, known, on_day, refused, said
from tests.fakes.content import catalogue, routine


class TestGates:
    @pytest.mark.parametrize(
        ("answer", "open_"), [("no", True), ("yes", False), ("doctor-yes", False), ("now", False), ("odd", False)]
    )
    def test_with_a_bulge_there_is_no_tummy_ease_not_even_with_the_doctors_yes(self, answer: str, open_: bool) -> None:
        found = gate_refusal(routine("tummy-ease"), known(said("N-08", answer, on_day(60))))
        assert found == (None if open_ else Refusal(Barrier.BULGE))

    def test_of_a_bulge_that_nobody_was_asked_about_yet_nothing_is_said_here(self) -> None:
        assert gate_refusal(routine("tummy-ease"), Known(known().baby)) is None

    @pytest.mark.parametrize("step_id", ["gym-soar", "gym-sit", "gym-step", "back-knead", "gym-prone-lift"])
    def test_moves_need_a_person_who_showed_one(self, step_id: str) -> None:
        now = on_day(150)
        assert refused("pro-moves", now) == Refusal(Barrier.SHOW_FIRST)
        seen = said(step_id, "shown", on_day(140))
        assert refused("pro-moves", now, seen) is None
        assert refused("pro-moves", now, seen, said(step_id, "not-shown", on_day(141))) == Refusal(Barrier.SHOW_FIRST)

    @pytest.mark.parametrize("other", ["rubbing", "loin-glide", "eye-duct", "everyday"])
    def test_what_else_was_shown_opens_no_moves(self, other: str) -> None:
        assert refused("pro-moves", on_day(150), said(other, "shown", on_day(140))) == Refusal(Barrier.SHOW_FIRST)

    def test_each_is_shown_by_itself(self) -> None:
        told = [said("gym-soar", "shown", on_day(1)), said("gym-sit", "shown", on_day(1)),
                said("gym-sit", "not-shown", on_day(2)), said("rubbing", "shown", on_day(1)),
                said("loin-glide", "shown", on_day(1)), said("leg-rub", "shown", on_day(1))]  # fmt: skip
        assert shown(["gym-soar", "gym-sit", "gym-step"], told) == {"gym-soar", "rubbing", "loin-glide"}

    def test_ten_days_need_a_referral(self) -> None:
        assert refused("ten-days", on_day(60)) == Refusal(Barrier.REFER_FIRST)
        assert refused("ten-days", on_day(60), said("ten-days", "general-massage", on_day(50))) is None

    def test_a_therapeutic_referral_is_the_specialists_and_the_newest_holds(self) -> None:
        therapeutic, general = (
            said("ten-days", "therapeutic", on_day(50)),
            said("ten-days", "general-massage", on_day(40)),
        )
        assert refused("ten-days", on_day(60), therapeutic) == Refusal(Barrier.REFER_FIRST)
        assert refused("ten-days", on_day(60), general, therapeutic) == Refusal(Barrier.REFER_FIRST)
        later = said("ten-days", "general-massage", on_day(55))
        assert refused("ten-days", on_day(60), general, therapeutic, later) is None


class TestTearDuct:
    NUMBERS = Prescription(8, (Side.LEFT, Side.RIGHT), 5)
    PRESCRIBED = said("eye-duct", "prescribed", on_day(50), prescription_note(NUMBERS))
    SHOWN = said("eye-duct", "shown", on_day(51))

    def test_it_is_prescribed_and_shown_with_the_doctors_own_numbers(self) -> None:
        assert refused("tear-duct", on_day(60), self.PRESCRIBED, self.SHOWN) is None
        assert prescription_of((self.PRESCRIBED, self.SHOWN)) == self.NUMBERS

    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            ((), Barrier.PRESCRIBE_FIRST),
            ((SHOWN,), Barrier.PRESCRIBE_FIRST),
            ((PRESCRIBED,), Barrier.SHOW_FIRST),
            ((PRESCRIBED, SHOWN, said("eye-duct", "ended", on_day(55))), Barrier.PRESCRIBE_FIRST),
            ((PRESCRIBED, SHOWN, said("eye-duct", "not-shown", on_day(55))), Barrier.SHOW_FIRST),
            ((said("eye-duct", "prescribed", on_day(52), "as told"), SHOWN), Barrier.PRESCRIBE_FIRST),
        ],
    )
    def test_and_not_otherwise(self, told: tuple[Said, ...], expected: Barrier) -> None:
        assert barrier("tear-duct", on_day(60), *told) is expected
        assert prescription_of(told) is None

    @pytest.mark.parametrize("eyes", [(Side.LEFT,), (Side.RIGHT,), (Side.LEFT, Side.RIGHT)])
    @pytest.mark.parametrize(("strokes", "times"), [(1, 1), (5, 3), (20, 12)])
    def test_the_numbers_are_kept_as_they_are(self, eyes: tuple[Side, ...], strokes: int, times: int) -> None:
        numbers = Prescription(strokes, eyes, times)
        assert read_prescription(prescription_note(numbers)) == numbers

    @pytest.mark.parametrize(
        "note",
        ["", "5", "0 strokes, left, 3 a day", "21 strokes, left, 3 a day", "5 strokes, both, 3 a day",
         "5 strokes, left, 0 a day", "5 strokes, left, 13 a day", "5 strokes, right left, 3 a day",
         "5 strokes, left, 3 a day!", "\u0665 strokes, left, 3 a day"],
    )  # fmt: skip
    def test_numbers_that_cannot_be_are_none(self, note: str) -> None:
        assert read_prescription(note) is None

    def test_as_often_a_day_as_prescribed(self) -> None:
        tear_duct, now = routine("tear-duct"), on_day(60, 23)
        assert rounds_a_day(tear_duct, known(self.PRESCRIBED, self.SHOWN), Past()) == 5
        assert rounds_a_day(tear_duct, known(), Past()) == 0
        rounds = [ended(on_day(60, 2 * n + 8), routine_id="tear-duct") for n in range(5)]
        told = (self.PRESCRIBED, self.SHOWN)
        assert barrier("tear-duct", now, *told, sessions=rounds[:4]) is None
        assert barrier("tear-duct", now, *told, sessions=rounds) is Barrier.DONE_TODAY


class TestEvening:
    @pytest.mark.parametrize("routine_id", ["strong-4m", "wake-up", "moves"])
    @pytest.mark.parametrize(
        ("hour", "minute", "open_"), [(0, 0, True), (16, 59, True), (17, 0, False), (23, 59, False)]
    )
    def test_nothing_stirs_from_five_oclock_on(self, routine_id: str, hour: int, minute: int, open_: bool) -> None:
        closed = Refusal(Barrier.EVENING, opens_on=on_day(151).date())
        assert refused(routine_id, on_day(150, hour, minute)) == (None if open_ else closed)

    @pytest.mark.parametrize("routine_id", ["calm", "tummy-ease", "face", "mini", "everyday"])
    def test_what_calms_is_open_in_the_evening(self, routine_id: str) -> None:
        assert refused(routine_id, on_day(150, 20)) is None

    @pytest.mark.parametrize(
        ("start", "hour", "open_"), [(12, 11, True), (12, 12, False), (20, 19, True), (20, 20, False)]
    )
    def test_the_hour_is_the_parents(self, start: int, hour: int, open_: bool) -> None:
        home = replace(known(), day=Day(evening_start_hour=start))
        found = refusal(catalogue(), routine("moves"), home, on_day(150, hour), Past())
        assert (found is None) is open_
