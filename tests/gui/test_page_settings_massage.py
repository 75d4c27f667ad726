"""Settings, room "Massage": every choice within its range, and nothing opens before its age or before it was shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.core.choices import ArmDirection, BackDirection, Choices, Order
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.settings_massage import MassageRoom
from babymassage_gui.gui.pages.settings_options import WhyCard
from babymassage_gui.gui.pages.settings_repetitions import BLOCKS, RepetitionsRoom, countable
from babymassage_gui.gui.widgets.labels import TextLabel
from tests.fakes.content import catalogue
from tests.gui.settings_visit import FIVE_MONTHS, MILA, SIZES, Visit, cut_off, told


def with_choices(**changed: object) -> Settings:
    return Settings(choices=Choices(**changed))  # type: ignore[arg-type]


def massage(visit: Visit) -> MassageRoom:
    visit.page.open_room(visit.page.massage)
    room = visit.page.massage.room
    assert isinstance(room, MassageRoom)
    return room


def repetitions(visit: Visit) -> RepetitionsRoom:
    visit.press(massage(visit).steps)
    room = visit.page.repetitions.room
    assert isinstance(room, RepetitionsRoom)
    return room


@pytest.mark.parametrize("order", list(Order))
def test_an_order_is_chosen_by_its_tile(qtbot: QtBot, order: Order) -> None:
    first = Order.TOP_DOWN if order is not Order.TOP_DOWN else Order.LEGS_FIRST
    visit = Visit(qtbot, settings=with_choices(order=first))
    room = massage(visit)
    visit.press(room.order.tiles[order])
    assert visit.sent == [with_choices(order=order)]
    assert [key for key, tile in room.order.tiles.items() if tile.isChecked()] == [order]


def test_each_order_says_what_it_means(qtbot: QtBot) -> None:
    names = {tile.accessibleName() for tile in massage(Visit(qtbot)).order.tiles.values()}
    assert names == {
        "Legs first. Legs, arms, tummy, chest, back.",
        "Arms first. Arms, legs, tummy, chest, back.",
        "Tummy hello. A hello to the tummy, then arms, legs, tummy.",
        "Top down. Arms, chest, tummy, legs; back from above.",
    }


def test_directions_and_extras_act_at_once(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = massage(visit)
    visit.press(room.arm.tiles[ArmDirection.DOWN], room.back.tiles[BackDirection.BOTH])
    visit.press(room.face, room.newborn_chest, room.thumb_circles, room.wide_ring, room.product)
    expected: dict[str, object] = {}
    for changed in (
        {"arm_outer_direction": ArmDirection.DOWN},
        {"back_direction": BackDirection.BOTH},
        {"face_in_everyday": True},
        {"newborn_chest": True},
        {"thumb_circles": False},
        {"wide_ring": True},
        {"product": True},
    ):
        expected |= changed
        assert visit.sent.pop(0) == with_choices(**expected)
    assert visit.sent == []


def test_one_change_after_the_other_is_taken_back(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = massage(visit)
    visit.press(room.wide_ring, room.order.tiles[Order.ARMS_FIRST])
    visit.sent.clear()
    visit.take_back()
    visit.take_back()
    assert visit.sent == [with_choices(wide_ring=True), Settings()]
    assert not room.wide_ring.isChecked()
    assert room.order.tiles[Order.LEGS_FIRST].isChecked()


@pytest.mark.parametrize(
    ("subject", "switch", "row", "changed"),
    [
        ("rubbing", "rubbing", "rubbing_row", {"rub_from_months": 3}),
        ("loin-glide", "loin", "loin_row", {"loin_glide": True}),
    ],
)
def test_rubbing_early_and_the_loin_open_only_once_they_were_shown(
    qtbot: QtBot, subject: str, switch: str, row: str, changed: dict[str, object]
) -> None:
    visit = Visit(qtbot)
    room = massage(visit)
    assert not getattr(room, switch).isVisible()
    visit.press(getattr(room, row).way)
    assert visit.page.care.isVisible()
    assert visit.sent == []
    shown = Visit(qtbot, told(subject, "shown", 3, by="Nurse Kim"))
    room = massage(shown)
    assert not getattr(room, row).way.isVisible()
    shown.press(getattr(room, switch), getattr(room, switch))
    assert shown.sent == [with_choices(**changed), Settings()]


def test_what_was_shown_and_taken_back_is_closed_again(qtbot: QtBot) -> None:
    visit = Visit(qtbot, told("rubbing", "shown", 3, by="Nurse Kim"), told("rubbing", "not-shown", 4))
    assert not massage(visit).rubbing.isVisible()


@pytest.mark.parametrize(
    ("born", "opens"),
    [
        (date(2026, 7, 23), "Opens on 23 November."),
        (date(2026, 7, 22), ""),
    ],
)
def test_sessions_of_more_than_15_minutes_open_on_the_day_of_4_months(qtbot: QtBot, born: date, opens: str) -> None:
    room = massage(Visit(qtbot, baby=replace(MILA, born=born)))
    assert room.longest.isEnabled() == (not opens)
    if opens:
        assert room.longest_row.sentence.text() == opens


def test_the_longest_session_is_15_to_20_minutes(qtbot: QtBot) -> None:
    visit = Visit(qtbot, baby=FIVE_MONTHS)
    room = massage(visit)
    qtbot.keyClick(room.longest, Qt.Key.Key_End)
    qtbot.keyClick(room.longest, Qt.Key.Key_Home)
    assert visit.sent == [with_choices(longest_minutes=20), with_choices(longest_minutes=15)]


@pytest.mark.parametrize(("born", "opens"), [(date(2026, 7, 23), "Opens on 23 November."), (date(2026, 7, 22), "")])
def test_thirty_minutes_in_two_sessions_open_on_the_day_of_4_months(qtbot: QtBot, born: date, opens: str) -> None:
    room = massage(Visit(qtbot, baby=replace(MILA, born=born)))
    told = opens or "Once 15 are calm: moves two hours later, before the evening."
    assert (room.two_sessions.isEnabled(), room.two_row.sentence.text()) == (not opens, told)


def test_in_two_sessions_each_has_fifteen_minutes(qtbot: QtBot) -> None:
    visit = Visit(qtbot, baby=FIVE_MONTHS)
    room = massage(visit)
    visit.press(room.two_sessions)
    assert visit.sent == [with_choices(two_sessions=True)]
    assert (room.longest.isEnabled(), room.longest_row.sentence.text()) == (
        False, "Fifteen minutes for each of the two.",
    )  # fmt: skip
    visit.press(room.two_sessions)
    assert visit.sent[-1] == Settings()
    assert room.longest.isEnabled()


@pytest.mark.parametrize(("born", "enabled"), [(date(2026, 10, 23), False), (date(2026, 10, 22), True)])
def test_a_product_waits_for_one_month(qtbot: QtBot, born: date, enabled: bool) -> None:
    room = massage(Visit(qtbot, baby=replace(MILA, born=born)))
    assert room.product.isEnabled() == enabled
    assert room.product_row.sentence.text() == (
        "Used before without reaction, tried for 24 hours." if enabled else "Opens on 23 November."
    )


def test_the_oils_that_are_never_used_are_named(qtbot: QtBot) -> None:
    names = [child.accessibleName() for child in massage(Visit(qtbot)).findChildren(QWidget)]
    assert "Nut, peanut, mustard, olive and essential oils: do not use." in names


def test_tummy_time_is_one_to_fifteen_minutes_or_as_the_age_says(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = massage(visit)
    assert room.tummy_time.accessibleName() == "Tummy time: By age"
    qtbot.keyClick(room.tummy_time, Qt.Key.Key_End)
    qtbot.keyClick(room.tummy_time, Qt.Key.Key_Home)
    assert visit.sent == [with_choices(tummy_time_minutes=15), Settings()]


@pytest.mark.parametrize(
    ("baby", "seen", "enabled", "sentence"),
    [
        (replace(MILA, born=date(2026, 10, 8)), True, False, "Opens on 23 November."),
        (MILA, True, True, "Comes by itself on 30 December."),
        (FIVE_MONTHS, False, True, ""),
    ],
)
def test_scalp_circles_are_turned_on_early_from_46_days(
    qtbot: QtBot, baby: Baby, seen: bool, enabled: bool, sentence: str
) -> None:
    visit = Visit(qtbot, baby=baby)
    room = massage(visit)
    assert room.early_card.isVisible() == seen
    if not seen:
        return
    assert list(room.early) == ["head-circles"]
    switch = room.early["head-circles"]
    assert switch.isEnabled() == enabled
    assert sentence in {label.text() for label in room.early_card.findChildren(TextLabel)}
    if enabled:
        visit.press(switch, switch)
        assert visit.sent == [with_choices(turned_on=frozenset({"head-circles"})), Settings()]


def test_every_step_that_repeats_can_be_counted_but_no_shown_or_prescribed_one() -> None:
    ids = {step.id for step in countable(catalogue())}
    assert {"leg-outer", "face-brow", "gym-bike", "back-up"} <= ids
    assert not ids & {"open-ask", "close-cuddle", "turn-tummy", "tummy-rest", "gym-soar", "eye-duct"}


def test_repetitions_are_1_to_10_or_as_planned(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = repetitions(visit)
    stepper = room.steppers["leg-outer"]
    assert stepper.accessibleName() == "Glide up the outer leg: As planned"
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_End)
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_Home)
    assert visit.sent == [
        with_choices(repetitions={"leg-outer": 1}), with_choices(repetitions={"leg-outer": 10}), Settings()
    ]  # fmt: skip


def test_all_are_as_planned_again_with_one_press_that_can_be_taken_back(qtbot: QtBot) -> None:
    mine = {"leg-outer": 2, "back-up": 3}
    visit = Visit(qtbot, settings=with_choices(repetitions=mine))
    assert massage(visit).steps_row.sentence.text() == "2 steps as you set them."
    room = repetitions(visit)
    visit.press(room.all_planned)
    assert room.steppers["leg-outer"].value() == 0
    assert not room.all_planned.isEnabled()
    visit.take_back()
    assert visit.settings() == [Settings(), with_choices(repetitions=mine)]
    assert room.steppers["leg-outer"].value() == 2


def test_each_part_of_the_body_has_its_own_strokes(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = repetitions(visit)
    for block in BLOCKS:
        visit.press(room.parts[block])
        assert [other for other in BLOCKS if room.cards[other].isVisible()] == [block]
    assert set(room.steppers) == {step.id for step in countable(catalogue())}
    visit.press(room.back)
    assert visit.page.massage.isVisible()
    assert not visit.page.repetitions.isVisible()


@pytest.mark.parametrize(("baby", "planned"), [(MILA, "Not at this age."), (FIVE_MONTHS, "Planned: 4 to 10 times")])
def test_the_plan_is_told_beside_the_number(qtbot: QtBot, baby: Baby, planned: str) -> None:
    room = repetitions(Visit(qtbot, baby=baby))
    assert planned in {row.sentence.text()[: len(planned)] for row in room.rows.values()}


def test_before_a_baby_is_known_there_are_choices_but_no_steps(qtbot: QtBot) -> None:
    visit = Visit(qtbot, baby=None)
    room = massage(visit)
    assert not room.early_card.isVisible()
    assert room.product.isEnabled()
    assert repetitions(visit).steppers == {}


def test_why_unfolds_the_reasons_of_a_card(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    cards = massage(visit).findChildren(WhyCard)
    assert cards
    for card in cards:
        assert card.reasons
        assert not any(reason.isVisible() for reason in card.reasons)
        visit.press(card.why)
        assert all(reason.isVisible() for reason in card.reasons)
        assert not any("C-" in reason.accessibleName() for reason in card.reasons)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_in_any_window(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    visit = Visit(qtbot)
    assert cut_off(visit.page, massage(visit), size, scale) == []
    assert cut_off(visit.page, repetitions(visit), size, scale) == []
