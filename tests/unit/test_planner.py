"""How a session is filled, rule by rule (content-spec 3.1, 3.2, 3.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from babymassage_gui.core.age import PLANNING_BIRTH, age_of_days
from babymassage_gui.core.catalogue import Catalogue, Position, Range, Side, Step
from babymassage_gui.core.growth import longest_minutes
from babymassage_gui.core.plan import Omission, Plan
from babymassage_gui.core.planner import Wish, make_plan, make_turns
from tests.fakes.content import catalogue, ids, plan_for, reasons, routine, step

FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def opens(plan: Plan) -> dict[str, date | None]:
    return {omitted.step.id: omitted.opens_on for omitted in plan.left_out}


def repetitions(plan: Plan) -> dict[str, int]:
    return {planned.step.id: planned.passes[0].reps for planned in plan.steps}


def content_with(step_id: str, change: Callable[[Step], Step]) -> Catalogue:
    return replace(catalogue(), steps={**catalogue().steps, step_id: change(step(step_id))})


class TestLength:
    def test_the_age_limits_the_session_whatever_was_wished(self) -> None:
        assert plan_for("everyday", 60, 30).minutes == 10
        assert plan_for("everyday", 153, 30).minutes == 15
        assert plan_for("first-strokes", 45, 30).minutes == 5

    def test_the_routine_limits_it_too(self) -> None:
        assert plan_for("mini", 153, 15).minutes == 5
        assert plan_for("tummy-ease", 153, 15).minutes == 8

    @pytest.mark.parametrize(("days", "minutes", "reps"), [(60, 3, 3), (60, 10, 5), (153, 3, 4), (153, 15, 10)])
    def test_repetitions_grow_from_the_first_number_to_the_last(self, days: int, minutes: int, reps: int) -> None:
        assert repetitions(plan_for("everyday", days, minutes))["leg-outer"] == reps

    @pytest.mark.parametrize(("minutes", "reps"), [(3, 4), (4, 5), (5, 5), (6, 6), (9, 7), (12, 9), (14, 10), (15, 10)])
    def test_half_a_repetition_is_rounded_up(self, minutes: int, reps: int) -> None:
        assert repetitions(plan_for("everyday", 153, minutes))["tummy-circle"] == reps

    def test_mini_repeats_nothing_more_than_four_times(self) -> None:
        assert max(repetitions(plan_for("mini", 153, 5)).values()) == 4
        assert max(repetitions(plan_for("mini", 60, 5)).values()) == 4

    @pytest.mark.parametrize(("minutes", "hold"), [(3, 5), (5, 7), (6, 8), (9, 10), (15, 15)])
    def test_the_hold_of_the_knees_grows_from_5_to_15_seconds(self, minutes: int, hold: int) -> None:
        just_knees = replace(routine("moves"), steps=("gym-knees",))
        plan = make_plan(catalogue(), Wish(just_knees, age_of_days(153), minutes))
        assert [planned.hold_seconds for planned in plan.steps] == [hold]

    @pytest.mark.parametrize(("days", "seconds"), [(25, 60), (31, 180), (60, 180), (62, 300), (150, 300)])
    def test_time_on_the_tummy_has_its_own_clock_and_does_not_count(self, days: int, seconds: int) -> None:
        plan = plan_for("tummy-ease", days, 5)
        resting = next(planned for planned in plan.steps if planned.step.id == "tummy-rest")
        assert (resting.seconds, resting.counted_seconds) == (seconds, 0)
        assert plan.seconds == sum(p.seconds for p in plan.steps) - seconds


class TestTurns:
    def test_a_turn_comes_exactly_where_the_baby_must_lie_otherwise(self) -> None:
        plan = plan_for("everyday", 60, 3)
        assert ids(plan)[5:9] == ["chest-ribs", "turn-tummy", "back-up", "turn-back"]
        assert (plan.turns, plan.moves) == (2, 9)

    def test_without_a_step_on_the_tummy_there_is_no_turn(self) -> None:
        assert plan_for("everyday", 153, 3).turns == 0

    def test_a_step_on_the_side_is_entered_without_a_turn_and_left_with_one(self) -> None:
        plan = plan_for("wake-up", 153, 5)
        assert ids(plan)[1:4] == ["open-rest", "back-side-lying", "turn-tummy"]
        assert ids(plan_for("first-strokes", 60, 5))[8:11] == ["back-fan", "back-side-lying", "turn-back"]

    def test_rolling_over_is_its_own_turn(self) -> None:
        moves = ids(plan_for("moves", 153, 5))
        assert moves[8:10] == ["gym-roll", "gym-crawl-ready"]
        assert "turn-tummy" not in moves

    def test_where_rolling_over_is_left_out_its_turn_comes_in_its_place(self) -> None:
        plan = plan_for("strong-4m", 153, 15)
        assert reasons(plan)["gym-roll"] is Omission.NO_TIME
        assert ids(plan)[10:12] == ["turn-tummy", "bottom-stroke"]

    def test_the_turns_are_played_once_each(self) -> None:
        turns = make_turns(catalogue())
        assert [turns.to(p).step.id for p in (Position.PRONE, Position.SUPINE)] == ["turn-tummy", "turn-back"]
        assert (turns.to_front.seconds, turns.to_back.seconds) == (16, 14)


class TestAgeAndForm:
    def test_rubbing_appears_from_4_months_with_the_day_on_which_it_does(self) -> None:
        young = plan_for("everyday", 122, 10)
        assert reasons(young)["leg-rub"] is Omission.TOO_YOUNG
        assert opens(young)["leg-rub"] == PLANNING_BIRTH + timedelta(days=123)
        assert reasons(plan_for("everyday", 123, 10)).get("leg-rub") in (None, Omission.NO_TIME)

    def test_over_4_months_opens_a_day_later(self) -> None:
        assert reasons(plan_for("everyday", 123, 15))["back-shoulders"] is Omission.TOO_YOUNG
        assert reasons(plan_for("everyday", 124, 15)).get("back-shoulders") in (None, Omission.NO_TIME)

    @pytest.mark.parametrize("newborn", ["leg-newborn", "arm-newborn"])
    @pytest.mark.parametrize("days", [20, 45, 46, 60, 122, 123, 200])
    def test_the_newborn_form_and_the_full_one_are_never_both_played(self, newborn: str, days: int) -> None:
        plan = plan_for("mini", days, 5)
        full = newborn.replace("newborn", "outer")
        assert (newborn in ids(plan)) != (full in ids(plan))
        assert (full in ids(plan)) == (days >= 46)

    def test_the_newborn_form_is_left_out_for_the_other_or_for_the_age(self) -> None:
        assert reasons(plan_for("mini", 60, 5))["leg-newborn"] is Omission.OTHER_FORM
        assert reasons(plan_for("mini", 153, 5))["leg-newborn"] is Omission.NOT_AT_THIS_AGE

    def test_where_the_other_form_is_not_in_the_routine_the_newborn_form_is_played(self) -> None:
        assert "leg-newborn" in ids(plan_for("first-strokes", 60, 5))

    def test_a_step_that_may_be_wished_for_is_turned_off_before_its_age(self) -> None:
        plan = plan_for("face", 60, 3)
        assert reasons(plan) == {"head-circles": Omission.TURNED_OFF}
        assert opens(plan)["head-circles"] == PLANNING_BIRTH + timedelta(days=123)
        assert reasons(plan_for("face", 153, 3)) == {}

    def test_before_the_age_at_which_it_may_be_wished_for_it_is_too_young(self) -> None:
        assert reasons(plan_for("face", 20, 3))["head-circles"] is Omission.TOO_YOUNG

    def test_a_step_with_no_repetitions_yet_opens_at_4_months_and_one_with_none_any_more_never(self) -> None:
        only_old = content_with("leg-toes", lambda s: replace(s, reps_young=None))
        plan = make_plan(only_old, Wish(routine("everyday"), age_of_days(60), 5))
        assert reasons(plan)["leg-toes"] is Omission.NOT_AT_THIS_AGE
        assert opens(plan)["leg-toes"] == PLANNING_BIRTH + timedelta(days=123)
        assert opens(plan_for("mini", 153, 5))["leg-newborn"] is None

    def test_what_has_to_be_shown_or_prescribed_is_not_played(self) -> None:
        assert set(reasons(plan_for("pro-moves", 153, 5)).values()) == {Omission.NOT_SHOWN}
        assert reasons(plan_for("tear-duct", 60, 3)) == {"eye-duct": Omission.NOT_PRESCRIBED}

    def test_an_as_prescribed_age_keeps_even_a_guided_step_out(self) -> None:
        prescribed = content_with("leg-toes", lambda s: replace(s, min_age=None))
        plan = make_plan(prescribed, Wish(routine("everyday"), age_of_days(60), 5))
        assert reasons(plan)["leg-toes"] is Omission.NOT_PRESCRIBED

    def test_before_its_due_date_a_baby_has_no_steps(self) -> None:
        assert ids(plan_for("first-strokes", -30, 3)) == []


class TestRubbing:
    def test_a_rub_without_a_stroke_of_its_zone_in_the_routine_is_left_out(self) -> None:
        only_rub = replace(routine("everyday"), steps=("open-ask", "leg-rub", "leg-outer", "close-cuddle"))
        plan = make_plan(catalogue(), Wish(only_rub, age_of_days(153), 15))
        assert ids(plan) == ["open-ask", "leg-outer", "close-cuddle"]
        assert reasons(plan) == {"leg-rub": Omission.NO_STROKE_BEFORE}

    def test_a_rub_brings_the_nearest_stroke_before_it(self) -> None:
        short = replace(routine("everyday"), steps=("open-ask", "leg-outer", "leg-back", "leg-rub"))
        waited = {"leg-outer": FIRST + timedelta(days=2), "leg-back": FIRST + timedelta(days=3)}
        core_last = content_with("leg-outer", lambda s: replace(s, priority=3))
        plan = make_plan(core_last, Wish(short, age_of_days(153), 3, waited))
        assert ids(plan) == ["open-ask", "leg-outer", "leg-back", "leg-rub"]
        tight = make_plan(core_last, Wish(short, age_of_days(153), 2, waited))
        assert ids(tight) == ["open-ask", "leg-back", "leg-rub"]

    def test_a_rub_and_its_stroke_are_left_for_another_day_where_only_one_of_them_fits(self) -> None:
        pair = replace(routine("everyday"), steps=("open-ask", "leg-back", "leg-rub"))
        plan = make_plan(catalogue(), Wish(pair, age_of_days(153), 1))
        assert ids(plan) == ["open-ask", "leg-back"]
        assert reasons(plan) == {"leg-rub": Omission.NO_TIME}


class TestRotation:
    @staticmethod
    def sessions(routine_id: str, days: int, minutes: int, count: int) -> list[list[str]]:
        played: dict[str, datetime] = {}
        plans = []
        for session in range(count):
            plan = make_plan(catalogue(), Wish(routine(routine_id), age_of_days(days), minutes, dict(played)))
            plans.append(ids(plan))
            played.update(dict.fromkeys(ids(plan), FIRST + timedelta(days=session)))
        return plans

    @pytest.mark.parametrize(
        ("routine_id", "days", "minutes", "within"),
        [("everyday", 60, 10, 3), ("everyday", 153, 15, 4), ("everyday", 153, 10, 8), ("strong-4m", 153, 15, 6)],
    )
    def test_every_step_of_the_routine_comes_within_some_sessions(
        self, routine_id: str, days: int, minutes: int, within: int
    ) -> None:
        came = {step_id for session in self.sessions(routine_id, days, minutes, within) for step_id in session}
        closed = {
            omitted.step.id
            for omitted in plan_for(routine_id, days, minutes).left_out
            if omitted.reason is not Omission.NO_TIME
        }
        turns = {"turn-tummy", "turn-back"}
        assert came | turns == set(routine(routine_id).steps) - closed | turns

    @pytest.mark.parametrize(("days", "within"), [(60, 2), (153, 3)])
    def test_in_3_minutes_the_core_takes_turns_among_itself(self, days: int, within: int) -> None:
        came = {step_id for session in self.sessions("everyday", days, 3, within) for step_id in session}
        core = {s for s in routine("everyday").steps if step(s).priority == 1}
        assert core <= came

    @pytest.mark.parametrize(
        ("steps", "days_since_the_first", "left"),
        [
            (("leg-foot", "arm-hand", "arm-inner"), {}, "arm-inner"),
            (("leg-toes", "leg-foot", "arm-hand"), {}, "leg-toes"),
            (("leg-foot", "arm-hand", "leg-back"), {"leg-foot": 0}, "leg-foot"),
            (("leg-foot", "arm-hand", "leg-back"), {"leg-foot": 1, "arm-hand": 2, "leg-back": 0}, "arm-hand"),
            (("leg-toes", "leg-foot", "arm-hand"), {"leg-toes": 0, "leg-foot": 0, "arm-hand": 0}, "leg-toes"),
            (("leg-toes", "leg-foot", "arm-hand"), {"leg-toes": 0, "leg-foot": 1, "arm-hand": 0}, "leg-foot"),
        ],
        ids=[
            "list order",
            "lower prio first",
            "never played first",
            "longest ago first",
            "same day: prio",
            "ago > prio",
        ],
    )
    def test_where_two_of_three_fit_the_one_that_can_wait_is_left(
        self, steps: tuple[str, ...], days_since_the_first: dict[str, int], left: str
    ) -> None:
        last = {step_id: FIRST + timedelta(days=days) for step_id, days in days_since_the_first.items()}
        three = replace(routine("everyday"), steps=steps)
        assert reasons(make_plan(catalogue(), Wish(three, age_of_days(60), 1, last))) == {left: Omission.NO_TIME}

    def test_one_that_does_not_fit_is_passed_over_and_later_ones_are_tried(self) -> None:
        three = replace(routine("everyday"), steps=("leg-foot", "arm-hand", "tummy-hello", "chest-fan"))
        plan = make_plan(catalogue(), Wish(three, age_of_days(60), 1, {"leg-foot": FIRST}))
        assert ids(plan) == ["arm-hand", "tummy-hello", "chest-fan"]


class TestResting:
    def test_a_resting_day_plays_hands_resting_only_and_leaves_nothing_for_another_day(self) -> None:
        plan = make_plan(catalogue(), Wish(routine("everyday"), age_of_days(60), 3, resting=True))
        assert ids(plan) == ["open-ask", "open-rest", "close-cuddle"]
        assert Omission.NO_TIME not in reasons(plan).values()


class TestDoll:
    def test_practice_plays_everything_with_the_smallest_numbers_and_no_age(self) -> None:
        plan = make_plan(catalogue(), Wish(routine("practice"), None, 3))
        assert ids(plan) == list(routine("practice").steps)
        assert all(p.passes[0].reps == (p.step.reps_young or Range(0, 0)).start for p in plan.steps)
        assert plan.left_out == ()

    @pytest.mark.parametrize("routine_id", sorted(set(catalogue().routines) - {"ten-days"}))
    def test_any_routine_may_be_practised_on_a_doll(self, routine_id: str) -> None:
        plan = make_plan(catalogue(), Wish(routine(routine_id), None, 3))
        reps = repetitions(plan)
        for planned in plan.steps:
            numbers = planned.step.reps_young or planned.step.reps_old
            start = numbers and min(numbers.start, routine(routine_id).most_repetitions or numbers.start)
            assert planned.step.own_clock or reps[planned.step.id] == start
        missing = {s for s in routine(routine_id).steps if not step(s).is_turn} - set(ids(plan))
        assert missing <= {"leg-newborn", "arm-newborn"}

    def test_the_doll_too_gets_only_one_of_two_forms(self) -> None:
        plan = make_plan(catalogue(), Wish(routine("mini"), None, 3))
        assert reasons(plan) == {"leg-newborn": Omission.OTHER_FORM, "arm-newborn": Omission.OTHER_FORM}

    def test_time_on_the_tummy_is_the_youngest_babys(self) -> None:
        plan = make_plan(catalogue(), Wish(routine("tummy-ease"), None, 3))
        assert [p.seconds for p in plan.steps if p.step.own_clock] == [60]


def test_each_side_of_a_step_is_a_pass_of_its_own() -> None:
    passes = {p.step.id: [one.side for one in p.passes] for p in plan_for("moves", 153, 5).steps}
    assert passes["gym-roll"] == [Side.RIGHT, Side.LEFT]
    assert passes["gym-arms"] == [Side.ALTERNATING]


@pytest.mark.parametrize("days", [20, 46, 123, 300])
def test_start_and_finish_are_always_played(days: int) -> None:
    plan = plan_for("everyday", days, min(3, longest_minutes(age_of_days(days))))
    assert ids(plan)[0] == "open-ask"
    assert ids(plan)[-2:] == ["close-strokes", "close-cuddle"]
