"""What the parent's choices, the doctor and what was shown in person change in a plan (content-spec 2.1, 3.2, 3.3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.choices import BackDirection, Choices
from babymassage_gui.core.plan import Omission, Plan
from babymassage_gui.core.planner import LOIN_GLIDE, RUBBING, Prescription, Wish, make_plan
from tests.fakes.content import catalogue, ids, only, planned, reasons, reps, routine

FOUR_MONTHS = 123


class TestRepetitions:
    @pytest.mark.parametrize("wished", [1, 7, 10])
    @pytest.mark.parametrize(("days", "minutes"), [(60, 3), (153, 15)])
    def test_the_parents_number_is_played(self, wished: int, days: int, minutes: int) -> None:
        choices = Choices(repetitions={"leg-outer": wished})
        assert reps(only("leg-outer", "everyday", days, minutes, choices=choices)) == wished

    def test_mini_stays_at_four_and_a_shown_move_at_once(self) -> None:
        many = Choices(repetitions={"leg-outer": 9, "gym-soar": 9})
        assert reps(only("leg-outer", "mini", 60, 5, choices=many)) == 4
        assert reps(only("gym-soar", "pro-moves", 153, 5, "gym-soar", choices=many)) == 1

    @pytest.mark.parametrize("step_id", ["open-ask", "open-rest", "turn-tummy", "close-strokes", "close-cuddle"])
    def test_start_turns_and_finish_have_no_number_of_the_parents(self, step_id: str) -> None:
        plans = [planned("everyday", 60, 5, choices=c) for c in (Choices(), Choices(repetitions={step_id: 10}))]
        assert plans[0] == plans[1]

    def test_a_step_that_no_longer_exists_is_passed_over(self) -> None:
        assert planned("everyday", 60, 5, choices=Choices(repetitions={"leg-inner": 5})) == planned("everyday", 60, 5)

    def test_the_doll_keeps_to_the_start_numbers(self) -> None:
        choices = Choices(repetitions={"leg-outer": 9}, longest_minutes=20)
        assert reps(only("leg-outer", "practice", None, 3, choices=choices)) == 3


class TestLongerSessions:
    def test_20_minutes_from_4_months(self) -> None:
        longer = Choices(longest_minutes=20)
        assert planned("everyday", FOUR_MONTHS, 30, choices=longer).minutes == 20
        assert planned("everyday", FOUR_MONTHS - 1, 30, choices=longer).minutes == 10
        assert planned("strong-4m", 153, 30, choices=longer).minutes == 15

    @pytest.mark.parametrize(("minutes", "repetitions"), [(3, 4), (15, 8), (20, 10)])
    def test_repetitions_then_grow_toward_20(self, minutes: int, repetitions: int) -> None:
        assert reps(only("leg-outer", "everyday", 153, minutes, choices=Choices(longest_minutes=20))) == repetitions


class TestRubbingFrom3Months:
    EARLY = Choices(rub_from_months=3)
    RUBS = ("leg-rub", "arm-rub", "tummy-rub", "back-sides-rub")

    @pytest.mark.parametrize("days", [92, 122])
    def test_where_it_was_shown_the_everyday_massage_rubs_with_the_start_number(self, days: int) -> None:
        many = replace(self.EARLY, repetitions=dict.fromkeys(self.RUBS, 9))
        last = planned("everyday", days, 10, RUBBING, choices=many)
        assert not {Omission.TOO_YOUNG, Omission.NOT_AT_THIS_AGE} & {reasons(last).get(rub) for rub in self.RUBS}
        stroked = replace(routine("everyday"), steps=("leg-outer", "leg-rub"))
        found = make_plan(
            catalogue(), Wish(stroked, age_of_days(days), 10, shown=frozenset({RUBBING}), choices=many)
        ).steps
        assert [(one.step.id, reps(one)) for one in found] == [("leg-outer", 5), ("leg-rub", 2)]

    def test_the_parent_may_rub_less(self) -> None:
        stroked = replace(routine("everyday"), steps=("leg-outer", "leg-rub"))
        less = replace(self.EARLY, repetitions={"leg-rub": 1})
        wish = Wish(stroked, age_of_days(100), 10, shown=frozenset({RUBBING}), choices=less)
        assert [reps(one) for one in make_plan(catalogue(), wish).steps] == [5, 1]

    @pytest.mark.parametrize(
        ("days", "shown", "choices"),
        [(91, RUBBING, EARLY), (100, "leg-rub", EARLY), (100, RUBBING, Choices())],
        ids=["before 3 months", "not shown", "not chosen"],
    )
    def test_otherwise_it_opens_at_4_months(self, days: int, shown: str, choices: Choices) -> None:
        plan = planned("everyday", days, 10, shown, choices=choices)
        assert {reasons(plan)[rub] for rub in self.RUBS} == {Omission.TOO_YOUNG}

    def test_no_other_routine_rubs_before_4_months(self) -> None:
        strong = reasons(planned("strong-4m", 122, 10, RUBBING, choices=self.EARLY))
        assert {strong[rub] for rub in ("arm-rub", "leg-rub", "back-rub")} == {Omission.TOO_YOUNG}

    def test_shoulders_are_never_rubbed_early(self) -> None:
        collar = replace(routine("everyday"), steps=("collar-stroke", "collar-rub"))
        wish = Wish(collar, age_of_days(123), 10, shown=frozenset({RUBBING}), choices=self.EARLY)
        assert reasons(make_plan(catalogue(), wish))["collar-rub"] is Omission.TOO_YOUNG

    def test_from_4_months_nothing_changes(self) -> None:
        assert planned("everyday", 150, 10, RUBBING, choices=self.EARLY) == planned("everyday", 150, 10)


class TestTurnedOnAndOff:
    @pytest.mark.parametrize("days", [46, 60, 122])
    def test_the_scalp_may_be_turned_on_from_46_days(self, days: int) -> None:
        scalp = Choices(turned_on=frozenset({"head-circles"}))
        assert "head-circles" in ids(planned("face", days, 3, choices=scalp))
        assert "head-circles" not in ids(planned("face", days, 3))

    def test_not_before_and_nothing_else_can_be_turned_on(self) -> None:
        everything = Choices(turned_on=frozenset(catalogue().steps))
        assert reasons(planned("face", 45, 3, choices=everything))["head-circles"] is Omission.TOO_YOUNG
        assert ids(planned("everyday", 60, 10, choices=everything)) == ids(planned("everyday", 60, 10))

    def test_the_thumb_is_an_extra_that_may_be_turned_off(self) -> None:
        assert "tummy-thumb" in ids(planned("tummy-ease", 60, 5))
        without = planned("tummy-ease", 60, 5, choices=Choices(thumb_circles=False))
        assert reasons(without) == {"tummy-thumb": Omission.TURNED_OFF}


class TestTummyTime:
    @pytest.mark.parametrize(
        ("days", "wished", "minutes"),
        [
            (25, None, 1), (25, 2, 2), (25, 15, 2), (31, 1, 3), (31, 4, 4), (31, 15, 5), (62, 8, 8), (62, 11, 10),
            (92, 3, 5), (92, 15, 15),
        ],
    )  # fmt: skip
    def test_the_parents_minutes_stay_within_those_of_the_age(
        self, days: int, wished: int | None, minutes: int
    ) -> None:
        choices = Choices(tummy_time_minutes=wished)
        resting = [one for one in planned("tummy-ease", days, 5, choices=choices).steps if one.step.own_clock]
        assert [one.seconds for one in resting] == [60 * minutes]


class TestLoinAndRing:
    GLIDE = Choices(loin_glide=True)

    @staticmethod
    def light(plan: Plan) -> dict[str, tuple[str, ...]]:
        return {one.step.id: one.light for one in plan.steps if one.light}

    def test_the_soothing_massage_may_glide_over_the_loin_where_that_was_shown(self) -> None:
        assert self.light(planned("calm", 153, 15, LOIN_GLIDE, choices=self.GLIDE)) == {
            "back-down": ("LOWBACK", "KIDNEY")
        }

    @pytest.mark.parametrize(
        ("routine_id", "shown", "choices"),
        [
            ("calm", "back-down", GLIDE),
            ("calm", LOIN_GLIDE, Choices()),
            ("everyday", LOIN_GLIDE, replace(GLIDE, back_direction=BackDirection.DOWN)),
            ("strong-4m", LOIN_GLIDE, replace(GLIDE, back_direction=BackDirection.BOTH)),
        ],
    )
    def test_never_otherwise(self, routine_id: str, shown: str, choices: Choices) -> None:
        assert self.light(planned(routine_id, 153, 15, shown, choices=choices)) == {}

    def test_four_fingers_stay_off_the_navel_wherever_it_is_near(self) -> None:
        wide = planned("everyday", 60, 10, choices=Choices(wide_ring=True))
        assert {one.step.id for one in wide.steps if one.wide_ring} == {
            one.step.id for one in wide.steps if "NAVEL" in one.step.no_go
        }
        assert not [one for one in planned("everyday", 60, 10).steps if one.wide_ring]


class TestProduct:
    OIL = Choices(product=True)

    def test_it_may_be_on_the_hands_in_the_steps_that_allow_it(self) -> None:
        plan = planned("everyday", 60, 10, choices=self.OIL)
        assert {one.step.id for one in plan.steps if not one.product} == {"turn-tummy", "turn-back"}

    @pytest.mark.parametrize("routine_id", ["face", "tear-duct", "moves"])
    def test_where_every_step_is_done_with_dry_hands_there_is_none(self, routine_id: str) -> None:
        plan = planned(routine_id, 153, 10, "eye-duct", choices=self.OIL, prescription=Prescription())
        assert not any(one.product for one in plan.steps)

    @pytest.mark.parametrize(("days", "allowed"), [(30, False), (31, True), (None, False)])
    def test_from_1_month_and_never_on_a_doll(self, days: int | None, allowed: bool) -> None:
        assert any(one.product for one in planned("mini", days, 3, choices=self.OIL).steps) is allowed

    def test_none_on_a_baby_with_sore_skin_anywhere(self) -> None:
        sore = planned("everyday", 60, 10, choices=self.OIL, closed={"leg-foot": Omission.SORE_SKIN})
        assert not any(one.product for one in sore.steps)
        gums = planned("everyday", 60, 10, choices=self.OIL, closed={"face-chin": Omission.GUMS})
        assert any(one.product for one in gums.steps)

    def test_it_changes_nothing_else(self) -> None:
        plan = planned("everyday", 60, 10, choices=self.OIL)
        dry = tuple(replace(one, product=False) for one in plan.steps)
        assert replace(plan, steps=dry) == planned("everyday", 60, 10)
