"""Which steps a routine lists today and in which order: whole parts move, directions change places (C-03, 3.2)."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Block, Catalogue, Position
from babymassage_gui.core.choices import ArmDirection, BackDirection, Choices, Order
from babymassage_gui.core.orders import listed_today, wrapped_routine
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.planner import Wish, make_plan
from tests.fakes.content import catalogue, ids, routine, step

MOVING = ("everyday", "first-strokes", "mini")
STEADY = sorted(set(catalogue().routines) - {*MOVING, "ten-days"})


def listed(routine_id: str, choices: Choices, content: Catalogue | None = None) -> list[str]:
    """Today's list as if every step was allowed."""
    found = listed_today(content or catalogue(), routine(routine_id), choices, lambda _: True)
    return [one.step.id for one in found]


def parts(routine_id: str, order: Order) -> list[str]:
    blocks = (step(step_id).block for step_id in listed(routine_id, Choices(order=order)))
    return [block.value for block, _ in groupby(blocks) if block not in (Block.START, Block.FINISH)]


def plan(routine_id: str, days: int | None, minutes: int, choices: Choices) -> Plan:
    age = None if days is None else age_of_days(days)
    return make_plan(catalogue(), Wish(routine(routine_id), age, minutes, choices=choices))


class TestOrder:
    @pytest.mark.parametrize(
        ("routine_id", "order", "blocks"),
        [
            ("everyday", Order.LEGS_FIRST, "legs arms tummy chest back"),
            ("everyday", Order.ARMS_FIRST, "arms legs tummy chest back"),
            ("everyday", Order.TUMMY_HELLO, "tummy arms legs tummy chest back"),
            ("everyday", Order.TOP_DOWN, "arms chest tummy legs back"),
            ("first-strokes", Order.ARMS_FIRST, "arms legs tummy chest back"),
            ("first-strokes", Order.TUMMY_HELLO, "arms legs tummy chest back"),
            ("first-strokes", Order.TOP_DOWN, "arms chest tummy legs back"),
            ("mini", Order.LEGS_FIRST, "legs arms tummy moves back"),
            ("mini", Order.ARMS_FIRST, "arms legs tummy moves back"),
            ("mini", Order.TUMMY_HELLO, "arms legs tummy moves back"),
            ("mini", Order.TOP_DOWN, "arms tummy moves legs back"),
        ],
    )
    def test_whole_parts_move_and_what_is_not_named_stays_behind_the_tummy(
        self, routine_id: str, order: Order, blocks: str
    ) -> None:
        assert parts(routine_id, order) == blocks.split()

    @pytest.mark.parametrize("routine_id", MOVING)
    def test_legs_first_is_the_order_of_the_list(self, routine_id: str) -> None:
        turns = ("turn-tummy", "turn-back")
        assert listed(routine_id, Choices()) == [s for s in routine(routine_id).steps if s not in turns]

    @pytest.mark.parametrize("order", Order)
    @pytest.mark.parametrize("routine_id", STEADY)
    def test_the_other_routines_have_an_order_of_their_own(self, routine_id: str, order: Order) -> None:
        assert listed(routine_id, Choices(order=order)) == listed(routine_id, Choices())

    @pytest.mark.parametrize("order", Order)
    @pytest.mark.parametrize("routine_id", MOVING)
    def test_no_step_is_lost_and_inside_a_part_the_order_stays(self, routine_id: str, order: Order) -> None:
        usual, now = listed(routine_id, Choices()), listed(routine_id, Choices(order=order))
        assert sorted(now) == sorted(usual)
        for block in Block:
            led = ("tummy-hello", "back-shoulders")
            of_block = [[s for s in one if step(s).block is block and s not in led] for one in (usual, now)]
            assert of_block[0] == of_block[1]

    @pytest.mark.parametrize("order", Order)
    @pytest.mark.parametrize("routine_id", MOVING)
    def test_start_and_finish_do_not_move(self, routine_id: str, order: Order) -> None:
        blocks = [step(step_id).block for step_id in listed(routine_id, Choices(order=order))]
        outer = [block for block in blocks if block in (Block.START, Block.FINISH)]
        start, finish = outer.count(Block.START), outer.count(Block.FINISH)
        assert blocks[:start] == [Block.START] * start
        assert blocks[-finish:] == [Block.FINISH] * finish

    def test_only_top_down_begins_the_back_with_the_shoulders(self) -> None:
        backs = {o: [s for s in listed("everyday", Choices(order=o)) if step(s).block is Block.BACK] for o in Order}
        assert {order: back.index("back-shoulders") for order, back in backs.items()} == {
            Order.LEGS_FIRST: 2, Order.ARMS_FIRST: 2, Order.TUMMY_HELLO: 2, Order.TOP_DOWN: 0,
        }  # fmt: skip

    def test_saying_hello_to_the_tummy_comes_before_all_parts(self) -> None:
        assert listed("everyday", Choices(order=Order.TUMMY_HELLO))[:4] == [
            "open-ask", "open-rest", "tummy-hello", "arm-hand",
        ]  # fmt: skip

    @pytest.mark.parametrize("order", Order)
    def test_a_stroke_comes_before_its_rub_in_every_order(self, order: Order) -> None:
        stroked = set()
        for step_id in listed("everyday", Choices(order=order)):
            one = step(step_id)
            assert not one.is_rub or one.zone in stroked
            if one.is_stroke:
                stroked.add(one.zone)

    def test_a_part_done_on_the_tummy_that_is_not_named_stays_behind_the_back(self) -> None:
        unnamed = replace(catalogue().orders["top-down"], blocks=(Block.ARMS, Block.TUMMY, Block.BACK, Block.LEGS))
        with_crawl = replace(routine("mini"), steps=("open-ask", "gym-crawl-ready", *routine("mini").steps[1:]))
        content = replace(catalogue(), orders={"top-down": unnamed}, routines={"mini": with_crawl})
        assert step("gym-crawl-ready").position is Position.PRONE
        found = listed_today(content, with_crawl, Choices(order=Order.TOP_DOWN), lambda _: True)
        blocks = [block.value for block, _ in groupby(one.step.block for one in found)]
        assert blocks == ["start", "arms", "tummy", "back", "moves", "legs", "finish"]

    def test_an_order_whose_row_is_damaged_leaves_the_list_as_it_is(self) -> None:
        content = replace(catalogue(), orders={})
        assert listed("everyday", Choices(order=Order.TOP_DOWN), content) == listed("everyday", Choices())


class TestDirections:
    @pytest.mark.parametrize("routine_id", ["everyday", "mini", "practice"])
    def test_the_outer_arm_goes_down_where_the_parent_wants_it(self, routine_id: str) -> None:
        down = listed(routine_id, Choices(arm_outer_direction=ArmDirection.DOWN))
        assert down == [s if s != "arm-outer" else "arm-down" for s in listed(routine_id, Choices())]

    def test_the_back_goes_down_or_both_ways(self) -> None:
        usual = listed("everyday", Choices())
        down = listed("everyday", Choices(back_direction=BackDirection.DOWN))
        both = listed("everyday", Choices(back_direction=BackDirection.BOTH))
        at = usual.index("back-up")
        assert down == [*usual[:at], "back-down", *usual[at + 1 :]]
        assert both == [*usual[: at + 1], "back-down", *usual[at + 1 :]]

    @pytest.mark.parametrize("back", BackDirection)
    @pytest.mark.parametrize("arm", ArmDirection)
    def test_the_soothing_massage_goes_down_whatever_is_set(self, arm: ArmDirection, back: BackDirection) -> None:
        choices = Choices(arm_outer_direction=arm, back_direction=back, newborn_chest=True)
        assert listed("calm", choices) == listed("calm", Choices())

    def test_where_no_back_is_stroked_both_ways_add_nothing(self) -> None:
        assert listed("face", Choices(back_direction=BackDirection.BOTH)) == listed("face", Choices())

    def test_without_the_other_way_in_the_content_the_usual_one_stays(self) -> None:
        steps = {key: one for key, one in catalogue().steps.items() if key not in ("back-down", "arm-down")}
        content = replace(catalogue(), steps=steps)
        for back in BackDirection:
            choices = Choices(back_direction=back, arm_outer_direction=ArmDirection.DOWN)
            assert listed("everyday", choices, content) == listed("everyday", Choices())

    def test_a_step_that_takes_a_place_takes_the_priority_too(self) -> None:
        choices = Choices(back_direction=BackDirection.DOWN)
        found = {
            one.step.id: one.priority for one in listed_today(catalogue(), routine("mini"), choices, lambda _: True)
        }
        assert (found["back-down"], step("back-down").priority) == (1, 3)
        assert "back-down" in ids(plan("mini", 60, 3, choices))

    def test_before_the_other_way_is_allowed_the_usual_one_is_played(self) -> None:
        choices = Choices(back_direction=BackDirection.DOWN)
        assert "back-up" in ids(plan("first-strokes", 45, 5, choices))
        assert "back-down" in ids(plan("first-strokes", 46, 5, choices))

    @pytest.mark.parametrize(
        ("days", "arm"), [(45, "arm-newborn"), (46, "arm-down"), (122, "arm-down"), (123, "arm-down")]
    )
    def test_the_newborn_arm_gives_way_to_either_direction(self, days: int, arm: str) -> None:
        arms = {"arm-newborn", "arm-outer", "arm-down"}
        played = ids(plan("mini", days, 5, Choices(arm_outer_direction=ArmDirection.DOWN)))
        assert arms & set(played) == {arm}

    @pytest.mark.parametrize(("days", "chest"), [(60, "chest-newborn"), (122, "chest-newborn"), (123, "chest-ribs")])
    def test_the_newborn_chest_is_for_babies_under_4_months(self, days: int, chest: str) -> None:
        short = {"chest-newborn", "chest-ribs"}
        assert short & set(ids(plan("everyday", days, 10, Choices(newborn_chest=True)))) == {chest}


class TestFace:
    FACE = ("face-brow", "face-cheek", "face-chin", "face-ears", "head-circles")

    @pytest.mark.parametrize("order", Order)
    def test_the_face_comes_before_the_finish_where_it_is_wished(self, order: Order) -> None:
        with_face = listed("everyday", Choices(order=order, face_in_everyday=True))
        assert with_face[-7:] == [*self.FACE, "close-strokes", "close-cuddle"]
        assert not set(self.FACE) & set(listed("everyday", Choices(order=order)))

    @pytest.mark.parametrize("routine_id", sorted(set(catalogue().routines) - {"everyday", "ten-days"}))
    def test_only_the_everyday_massage_takes_the_face(self, routine_id: str) -> None:
        assert listed(routine_id, Choices(face_in_everyday=True)) == listed(routine_id, Choices())

    def test_without_the_routine_of_the_face_there_is_none(self) -> None:
        content = replace(catalogue(), routines={"everyday": routine("everyday")})
        assert listed("everyday", Choices(face_in_everyday=True), content) == listed("everyday", Choices())

    def test_it_is_played_where_the_time_allows(self) -> None:
        assert set(self.FACE[:2]) <= set(ids(plan("everyday", 60, 10, Choices(face_in_everyday=True))))


class TestTenDays:
    TEN = routine("ten-days")
    ALL = ("first-strokes", "everyday", "strong-4m", "mini")

    @pytest.mark.parametrize("wished", ["first-strokes", "everyday", "strong-4m"])
    def test_it_plays_the_routine_that_is_chosen(self, wished: str) -> None:
        assert wrapped_routine(catalogue(), self.TEN, self.ALL, wished) is routine(wished)

    @pytest.mark.parametrize(
        ("open_ids", "wished", "found"),
        [
            (("everyday", "mini"), "first-strokes", "everyday"),
            (("everyday", "mini"), "mini", "everyday"),
            (("strong-4m", "everyday"), "", "everyday"),
            (("mini", "calm"), "calm", None),
            ((), "everyday", None),
        ],
    )
    def test_only_what_it_wraps_and_what_is_open_now(
        self, open_ids: tuple[str, ...], wished: str, found: str | None
    ) -> None:
        chosen = wrapped_routine(catalogue(), self.TEN, open_ids, wished)
        assert (chosen and chosen.id) == found

    def test_a_damaged_routine_is_not_chosen(self) -> None:
        content = replace(catalogue(), routines={"ten-days": self.TEN})
        assert wrapped_routine(content, self.TEN, self.ALL) is None
