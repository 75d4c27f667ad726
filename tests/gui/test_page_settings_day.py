"""Settings, room "The day": feeds, hours, waits, warmth and place, each within its range."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.choices import Day, Room, Surface
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.table import TableSide
from babymassage_gui.gui.pages.settings_day import LIMITS, DayRoom
from babymassage_gui.gui.widgets.stepper import Stepper
from tests.gui.settings_visit import SIZES, Visit, cut_off


def with_day(**changed: object) -> Settings:
    return Settings(day=Day(**changed))  # type: ignore[arg-type]


def with_room(**limits: float) -> Settings:
    return with_day(room=Room(**limits))


def the_day(visit: Visit) -> DayRoom:
    visit.page.open_room(visit.page.day)
    room = visit.page.day.room
    assert isinstance(room, DayRoom)
    return room


@pytest.mark.parametrize(
    ("stepper", "field", "first", "last", "words"),
    [
        ("after_feed", "after_feed_minutes", 30, 120, "After a feed: 45 minutes"),
        ("before_feed", "before_feed_minutes", 30, 60, "Before the next feed: 30 minutes"),
        ("evening", "evening_start_hour", 12, 20, "Evening begins at: 17:00"),
        ("vaccine", "vaccine_wait_hours", 24, 72, "After a vaccine: 48 hours"),
        ("comfort", "comfort_seconds", 10, 60, "Comfort pause: 60 seconds"),
        ("rounds", "tummy_rounds", 1, 4, "Tummy ease a day: 4 times a day"),
    ],
)
def test_each_number_keeps_to_its_range(
    qtbot: QtBot, stepper: str, field: str, first: int, last: int, words: str
) -> None:
    visit = Visit(qtbot)
    control = getattr(the_day(visit), stepper)
    assert isinstance(control, Stepper)
    assert control.accessibleName() == words
    found = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(control, key)
        found.append(control.value())
    assert found == [first, last]
    usual = getattr(Day(), field)
    assert visit.sent == [with_day(**{field: value}) for value in (first, last) if value != usual or visit.sent[1:]]


def test_minutes_go_in_fives_but_any_number_can_be_typed(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = the_day(visit)
    qtbot.keyClick(room.after_feed, Qt.Key.Key_Up)
    qtbot.keyClicks(room.after_feed, "73")
    qtbot.keyClick(room.after_feed, Qt.Key.Key_Tab)
    assert visit.sent == [with_day(after_feed_minutes=50), with_day(after_feed_minutes=73)]


def test_spitting_up_a_lot_waits_90_minutes(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = the_day(visit)
    visit.press(room.spits_up)
    assert visit.sent == [with_day(after_feed_minutes=90)]
    assert room.after_feed.value() == 90
    visit.press(room.spits_up)
    assert visit.sent[1:] == [Settings()]


def test_the_preset_is_told_of_a_wait_that_was_stepped_to(qtbot: QtBot) -> None:
    visit = Visit(qtbot, settings=with_day(after_feed_minutes=85))
    room = the_day(visit)
    assert not room.spits_up.isChecked()
    room.after_feed.step(1)
    assert room.spits_up.isChecked()
    room.after_feed.step(1)
    assert visit.sent == [with_day(after_feed_minutes=90), with_day(after_feed_minutes=95)]


def test_a_usual_time_is_set_and_left_again(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = the_day(visit)
    assert not room.clock.isVisible()
    visit.press(room.has_usual)
    assert room.clock.isVisible()
    qtbot.keyClick(room.hour, Qt.Key.Key_Up)
    qtbot.keyClick(room.minute, Qt.Key.Key_Down)
    visit.press(room.has_usual)
    assert visit.sent == [
        with_day(usual_time=time(9, 30)), with_day(usual_time=time(10, 30)), with_day(usual_time=time(10, 25)),
        Settings(),
    ]  # fmt: skip


def test_showing_a_usual_time_sends_nothing(qtbot: QtBot) -> None:
    visit = Visit(qtbot, settings=with_day(usual_time=time(18, 5)))
    room = the_day(visit)
    assert (room.hour.value(), room.minute.value()) == (18, 5)
    assert visit.sent == []


@pytest.mark.parametrize(
    ("field", "key", "degrees"),
    [
        ("too_cold", Qt.Key.Key_Home, 15),
        ("too_cold", Qt.Key.Key_End, 20),
        ("warm_from", Qt.Key.Key_Home, 18),
        ("warm_from", Qt.Key.Key_End, 22),
        ("warm_to", Qt.Key.Key_Home, 20),
        ("warm_to", Qt.Key.Key_End, 24),
        ("too_hot", Qt.Key.Key_Home, 22),
        ("too_hot", Qt.Key.Key_End, 28),
    ],
)
def test_the_limits_of_the_room_never_cross(qtbot: QtBot, field: str, key: Qt.Key, degrees: int) -> None:
    visit = Visit(qtbot)
    room = the_day(visit)
    qtbot.keyClick(room.limits[field], key)
    assert visit.sent == [with_room(**{field: degrees})]


def test_the_band_is_drawn_by_the_limits(qtbot: QtBot) -> None:
    visit = Visit(qtbot, settings=with_room(too_cold=15, warm_from=21, warm_to=21, too_hot=28))
    edges = the_day(visit).band.edges()
    assert list(edges) == sorted(edges)
    assert edges[2] == edges[3]
    wide = the_day(Visit(qtbot)).band
    assert wide.edges()[3] > wide.edges()[2]


def test_half_degrees_that_were_set_by_hand_are_shown_and_left_alone(qtbot: QtBot) -> None:
    by_hand = Room(too_cold=18.4, warm_from=18.5)
    visit = Visit(qtbot, settings=with_day(room=by_hand))
    room = the_day(visit)
    assert [room.limits[field].accessibleName().partition(": ")[2] for field in LIMITS] == [
        "18.4 °C", "18.5 °C", "22 °C", "24 °C"
    ]  # fmt: skip
    assert visit.sent == []
    room.limits["warm_from"].step(1)
    assert visit.sent == [with_room(too_cold=18.4, warm_from=19)]
    room.limits["warm_from"].step(-1)
    assert visit.sent[1:] == []


def test_the_window_may_be_open(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    visit.press(the_day(visit).open_window)
    assert visit.sent == [with_day(open_window=True)]


def test_floor_or_table_and_on_a_table_one_hand_always(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = the_day(visit)
    assert set(room.surface.tiles) == {Surface.FLOOR, Surface.TABLE}
    assert not room.hand.isVisible()
    visit.press(room.surface.tiles[Surface.TABLE])
    assert visit.sent == [with_day(surface=Surface.TABLE)]
    assert room.hand.isVisible()
    assert room.hand.accessibleName() == "One hand always on the baby."


def test_the_side_of_the_table_is_told_by_where_the_head_is(qtbot: QtBot) -> None:
    visit = Visit(qtbot, settings=with_day(table_side=TableSide.HEAD_RIGHT))
    room = the_day(visit)
    assert [side for side, tile in room.table_side.tiles.items() if tile.isChecked()] == [TableSide.HEAD_RIGHT]
    assert set(room.table_side.tiles) == set(TableSide)
    visit.press(room.table_side.tiles[TableSide.HEAD_LEFT])
    assert visit.sent == [with_day(table_side=TableSide.HEAD_LEFT)]


def test_a_change_of_the_day_is_taken_back(qtbot: QtBot) -> None:
    visit = Visit(qtbot)
    room = the_day(visit)
    room.vaccine.step(1)
    visit.take_back()
    assert visit.sent == [with_day(vaccine_wait_hours=60), Settings()]
    assert room.vaccine.value() == 48


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_in_any_window(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    visit = Visit(qtbot, settings=with_day(usual_time=time(9, 30), surface=Surface.TABLE))
    assert cut_off(visit.page, the_day(visit), size, scale) == []
