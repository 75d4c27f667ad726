"""Rings, the bar of zones and the rail: what they show and what pressing them says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.gui.theme import SESSION_TARGET, SMALLEST_TARGET, Theme
from babymassage_gui.gui.widgets.rail import Rail, RailEntry
from babymassage_gui.gui.widgets.rings import RingState, SegmentRing, segment_spans
from babymassage_gui.gui.widgets.zone_bar import Zone, ZoneBar, ZoneState

THEME = Theme()
ENTRIES = (
    RailEntry("today", "house", "Today"),
    RailEntry("progress", "chart-bar", "Progress"),
    RailEntry("settings", "gear-six", "Settings"),
)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("segments", [1, 2, 5, 12])
def test_a_ring_has_one_segment_for_each_repetition_and_never_overlaps(segments: int) -> None:
    spans = segment_spans(RingState(segments), radius=42, width=11)
    assert len(spans) == segments
    assert all(length > 0 for _, length in spans)
    for (begin, length), (following, _) in pairwise(spans):
        assert begin + length < following
    assert sum(length for _, length in spans) <= 360.0


def test_done_segments_are_full_and_only_the_running_one_fills() -> None:
    state = RingState(5, 2, 0.45)
    assert [state.filled(index) for index in range(5)] == [1.0, 1.0, 0.45, 0.0, 0.0]
    with pytest.raises(ValueError, match="at least one"):
        RingState(0)


def test_a_ring_paints_what_it_is_told(qtbot: QtBot) -> None:
    ring = SegmentRing(THEME)
    qtbot.addWidget(ring)
    ring.resize(96, 96)
    ring.set_state(RingState(5, 2, 0.1), "11")
    before = picture(ring)
    ring.set_state(RingState(5, 2, 0.9))
    after = picture(ring)
    assert before != after
    ring.set_state(RingState(5, 2, 0.9), "10")
    assert picture(ring) != after


def make_zone_bar(qtbot: QtBot) -> ZoneBar:
    bar = ZoneBar(THEME, [Zone(text, 3) for text in ("Legs", "Arms", "Tummy", "Chest", "Back")], name="Zones")
    bar.resize(668, 64)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_zones_before_are_done_and_zones_after_wait(qtbot: QtBot) -> None:
    bar = make_zone_bar(qtbot)
    bar.set_progress(2, 0.45, "pa_hold")
    done, running, waiting = ZoneState.DONE, ZoneState.RUNNING, ZoneState.NEXT
    assert [button.state for button in bar.buttons()] == [done, done, running, waiting, waiting]
    assert [button.fraction for button in bar.buttons()] == [0, 0, 0.45, 0, 0]
    bar.set_progress(5, 0.0)
    assert {button.state for button in bar.buttons()} == {done}


def test_pressing_a_zone_names_it(qtbot: QtBot) -> None:
    bar = make_zone_bar(qtbot)
    for index, button in enumerate(bar.buttons()):
        with qtbot.waitSignal(bar.zone_pressed, check_params_cb=lambda pressed, wanted=index: pressed == wanted):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [280, 334, 668])
def test_zones_stand_in_reading_order_and_inside_the_bar(
    qtbot: QtBot, direction: Qt.LayoutDirection, width: int
) -> None:
    bar = make_zone_bar(qtbot)
    bar.setLayoutDirection(direction)
    bar.resize(width, 44)
    bar.set_progress(3, 0.2)
    places = [button.geometry() for button in bar.buttons()]
    if direction == Qt.LayoutDirection.RightToLeft:
        places.reverse()
    for place, following in pairwise(places):
        assert place.right() < following.left() + 2
    assert places[0].left() >= 0
    assert places[-1].right() <= width


@pytest.mark.parametrize(("width", "height", "upright"), [(104, 800, True), (72, 480, True), (800, 88, False)])
def test_the_rail_stands_or_lies_and_tells_where_to_go(qtbot: QtBot, width: int, height: int, upright: bool) -> None:
    rail = Rail(THEME, ENTRIES, "progress")
    qtbot.addWidget(rail)
    rail.resize(width, height)
    rail.show()
    assert rail.upright is upright
    assert [button.isChecked() for button in rail.buttons()] == [False, True, False]
    places = [button.geometry() for button in rail.buttons()]
    for place in places:
        assert rail.rect().contains(place)
        assert place.height() >= SMALLEST_TARGET
        assert place.width() >= SMALLEST_TARGET
    assert not places[0].intersects(places[1])
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda key: key == "settings"):
        qtbot.mouseClick(rail.buttons()[2], Qt.MouseButton.LeftButton)


def test_a_bar_is_pressed_as_far_around_it_as_a_hand_needs(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = ZoneBar(THEME, [Zone(text, 3) for text in ("Legs", "Arms", "Tummy", "Chest", "Back")], page, name="Zones")
    page.resize(1280, 800)
    page.show()
    bar.lie(QRectF(24, 24, 668, 64))
    for button in bar.buttons():
        assert min(button.width(), button.height()) >= SESSION_TARGET
        assert button.focus_shape()[0].height() < 64
    with qtbot.waitSignal(bar.zone_pressed, check_params_cb=lambda index: index == 0):
        qtbot.mouseClick(bar.buttons()[0], Qt.MouseButton.LeftButton, pos=QPoint(40, 2))
    assert bar.shadow_shape() == QRectF(0, 16, 668, 64)


def test_zones_narrower_than_a_hand_are_shown_and_a_press_on_them_is_a_press_on_the_page(qtbot: QtBot) -> None:
    page = Pressed()
    qtbot.addWidget(page)
    bar = ZoneBar(THEME, [Zone(text, 3) for text in ("Legs", "Arms", "Tummy", "Chest", "Back")], page, name="Zones")
    page.resize(800, 480)
    page.show()
    bar.lie(QRectF(12, 12, 328, 44))
    assert not any(button.isEnabled() for button in bar.buttons())
    shown = QApplication.widgetAt(page.mapToGlobal(QPoint(60, 34))) or page.childAt(60, 34)
    assert shown is bar
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(48, 22))
    assert page.presses == 1


class Pressed(QWidget):
    """A page that counts the presses that reach it."""

    presses = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.presses += 1
