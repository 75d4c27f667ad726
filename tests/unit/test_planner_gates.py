"""What is closed, shown in person or prescribed decides about single steps of a plan (content-spec 3.2, 3.3, 3.6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Mode, Side
from babymassage_gui.core.choices import BackDirection, Choices
from babymassage_gui.core.plan import Omission
from babymassage_gui.core.planner import Prescription, Wish, make_plan
from tests.fakes.content import catalogue, ids, only, planned, reasons, reps, routine, step

FOUR_MONTHS, SIX_MONTHS = 123, 184


class TestClosed:
    @pytest.mark.parametrize(
        "reason",
        [Omission.HERNIA, Omission.BONES, Omission.SORE_SKIN, Omission.GUMS, Omission.VACCINE, Omission.SKIPPED],
    )
    def test_a_closed_step_is_left_out_with_its_reason(self, reason: Omission) -> None:
        plan = planned("everyday", 60, 10, closed={"tummy-circle": reason})
        assert reasons(plan)["tummy-circle"] is reason
        assert "tummy-circle" not in ids(plan)

    def test_no_rub_without_the_stroke_that_is_closed(self) -> None:
        legs = replace(routine("everyday"), steps=("leg-outer", "leg-rub"))
        plan = make_plan(catalogue(), Wish(legs, age_of_days(153), 10, closed={"leg-outer": Omission.SORE_SKIN}))
        assert reasons(plan) == {"leg-outer": Omission.SORE_SKIN, "leg-rub": Omission.NO_STROKE_BEFORE}

    def test_closing_a_step_closes_its_newborn_form_and_what_takes_its_place(self) -> None:
        sore = {"leg-outer": Omission.SORE_SKIN, "back-up": Omission.SORE_SKIN}
        plan = planned("mini", 60, 5, closed=sore, choices=Choices(back_direction=BackDirection.DOWN))
        assert not {"leg-outer", "leg-newborn", "back-up", "back-down"} & set(ids(plan))
        assert {reasons(plan)[s] for s in ("leg-outer", "leg-newborn", "back-down")} == {Omission.SORE_SKIN}

    def test_every_massage_is_asked_for_and_ends_with_a_cuddle(self) -> None:
        everything = dict.fromkeys(catalogue().steps, Omission.SKIPPED)
        assert ids(planned("everyday", 60, 10, closed=everything)) == ["open-ask", "close-cuddle"]

    def test_an_age_that_is_too_young_is_said_before_what_is_sore(self) -> None:
        plan = planned("everyday", 60, 10, closed={"leg-rub": Omission.SORE_SKIN})
        assert reasons(plan)["leg-rub"] is Omission.TOO_YOUNG

    def test_a_doll_has_no_sore_skin(self) -> None:
        assert "leg-outer" in ids(planned("practice", None, 3, closed={"leg-outer": Omission.SORE_SKIN}))

    def test_neither_moves_nor_rubbing_get_into_the_soothing_massage(self) -> None:
        calm = replace(routine("calm"), steps=("leg-outer", "leg-rub", "gym-bike"))
        plan = make_plan(catalogue(), Wish(calm, age_of_days(153), 10))
        assert reasons(plan) == {"leg-rub": Omission.BESIDE_CALM, "gym-bike": Omission.BESIDE_CALM}


class TestShown:
    def test_only_what_was_shown_is_played_and_once(self) -> None:
        plan = planned("pro-moves", 153, 5, "gym-soar", "back-knead")
        assert ids(plan) == ["open-ask", "gym-soar", "turn-tummy", "back-knead", "turn-back", "close-cuddle"]
        assert {reps(one) for one in plan.steps} == {1}
        assert reasons(plan) == dict.fromkeys(("gym-sit", "gym-step", "gym-prone-lift"), Omission.NOT_SHOWN)

    def test_with_nothing_shown_only_the_cuddle_is_left(self) -> None:
        assert ids(planned("pro-moves", 153, 5)) == ["open-ask", "close-cuddle"]

    def test_what_was_shown_still_waits_for_its_age(self) -> None:
        assert reasons(planned("pro-moves", 122, 5, "gym-soar"))["gym-soar"] is Omission.TOO_YOUNG

    @pytest.mark.parametrize(
        ("days", "half"), [(FOUR_MONTHS, True), (SIX_MONTHS - 1, True), (SIX_MONTHS, False), (None, True)]
    )
    def test_sitting_stays_a_half_rise_before_6_months(self, days: int | None, half: bool) -> None:
        assert only("gym-sit", "pro-moves", days, 5, "gym-sit").half_form is half
        assert not only("gym-soar", "pro-moves", days, 5, "gym-soar").half_form


class TestTearDuct:
    BOTH = Prescription(strokes=9, eyes=(Side.LEFT, Side.RIGHT))

    def test_the_doctors_numbers_are_played_on_the_affected_eyes(self) -> None:
        one = next(
            s for s in planned("tear-duct", 60, 3, "eye-duct", prescription=self.BOTH).steps if s.step.id == "eye-duct"
        )
        assert [(p.side, p.reps) for p in one.passes] == [(Side.LEFT, 9), (Side.RIGHT, 9)]
        right = Prescription(eyes=(Side.RIGHT,))
        usual = only("eye-duct", "tear-duct", 20, 3, "eye-duct", prescription=right)
        assert [(p.side, p.reps) for p in usual.passes] == [(Side.RIGHT, 5)]

    def test_the_parent_has_no_other_number(self) -> None:
        choices = Choices(repetitions={"eye-duct": 10})
        assert reps(only("eye-duct", "tear-duct", 60, 3, "eye-duct", prescription=self.BOTH, choices=choices)) == 9

    @pytest.mark.parametrize(
        ("prescription", "shown", "reason"),
        [
            (None, ("eye-duct",), Omission.NOT_PRESCRIBED),
            (Prescription(), (), Omission.NOT_SHOWN),
            (None, (), Omission.NOT_PRESCRIBED),
        ],
    )
    def test_it_must_be_prescribed_and_shown(
        self, prescription: Prescription | None, shown: tuple[str, ...], reason: Omission
    ) -> None:
        plan = planned("tear-duct", 60, 3, *shown, prescription=prescription)
        assert (ids(plan), reasons(plan)) == (["open-ask", "close-cuddle"], {"eye-duct": reason})

    @pytest.mark.parametrize(("days", "played"), [(19, []), (20, ["open-ask", "eye-duct", "close-cuddle"])])
    def test_before_day_20_not_even_that(self, days: int, played: list[str]) -> None:
        assert ids(planned("tear-duct", days, 3, "eye-duct", prescription=Prescription())) == played


class TestDoll:
    def test_it_takes_what_a_baby_must_be_shown_or_prescribed(self) -> None:
        assert {one.step.mode for one in planned("pro-moves", None, 3).steps} == {Mode.GUIDED, Mode.PRO_SHOWN}
        assert "eye-duct" in ids(planned("tear-duct", None, 3))

    def test_steps_without_young_numbers_use_the_start_of_the_old(self) -> None:
        numbers = {one.step.id: reps(one) for one in planned("strong-4m", None, 3).steps}
        assert (numbers["leg-rub"], numbers["gym-roll"], numbers["leg-outer"]) == (2, 1, 3)
        assert step("leg-rub").reps_young is None
