"""Each key, presenter, pedal and media button at the real window, the parent's own meanings, and the one button."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.core.history import StepOutcome
from babymassage_gui.core.inputs import Input, Meaning
from babymassage_gui.core.session_table import Phase
from babymassage_gui.gui.button_events import name_of, words_of
from babymassage_gui.gui.pages.emergency import EmergencyPage
from babymassage_gui.gui.pages.paused import PausedPage
from babymassage_gui.gui.pages.session import SessionPage
from babymassage_gui.gui.pages.wrap_up import WrapUpPage
from tests.fakes.clock import FakeClock
from tests.gui.parent import Parent

KEY = Qt.Key
STOPPING = [
    KEY.Key_B, KEY.Key_Period, KEY.Key_F5, KEY.Key_MediaPlay, KEY.Key_MediaTogglePlayPause, KEY.Key_MediaPause,
    KEY.Key_MediaStop, KEY.Key_VolumeUp, KEY.Key_VolumeDown, KEY.Key_Camera, KEY.Key_Down, KEY.Key_2, KEY.Key_Q,
]  # fmt: skip
CARRYING_ON = [
    KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter, KEY.Key_B, KEY.Key_F5, KEY.Key_MediaPlay,
    KEY.Key_MediaTogglePlayPause, KEY.Key_VolumeUp, KEY.Key_1,
]  # fmt: skip
DOING_NOTHING_TWICE = [KEY.Key_MediaPause, KEY.Key_MediaStop, KEY.Key_Plus, KEY.Key_Q, KEY.Key_Escape]
LONG_MS, DOUBLE_MS = 680, 460


def in_focus(widget: QWidget) -> bool:
    """Whether the window would give the keys to it; a window that no manager has made active gives them to nobody."""
    return widget.window().focusWidget() is widget


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> Parent:
    made = Parent(qtbot, tmp_path, FakeClock())
    made.knows_baby()
    made.opens()
    made.starts()
    made.lives_to("leg-outer", 4)
    return made


@pytest.fixture
def one_button(parent: Parent) -> Parent:
    give(parent, Input(one_button=True, keys={"MediaNext": Meaning.MORE}))
    return parent


def strike(parent: Parent, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, as it comes to the window. Sent as an event, for Qt's own test keyboard lacks the newer media keys."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(parent.handle(), QKeyEvent(kind, key, modifiers))


def give(parent: Parent, own: Input) -> None:
    parent.house.change(replace(parent.house.settings, input=own))


def hold(parent: Parent, key: Qt.Key, milliseconds: int) -> None:
    """A key goes down, repeats as a held key does, and comes up."""
    window = parent.handle()
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    for _ in range(3):
        repeat = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(window, repeat)
        parent.waits(milliseconds // 3)
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier))


@pytest.mark.parametrize("key", STOPPING, ids=lambda key: key.name)
def test_a_button_that_stops_stops(parent: Parent, key: Qt.Key) -> None:
    strike(parent, key)
    parent.expects(PausedPage)
    assert parent.house.runner.session.phase is Phase.PAUSED


@pytest.mark.parametrize("key", CARRYING_ON, ids=lambda key: key.name)
def test_the_button_that_stopped_carries_on_but_not_in_the_first_moment(parent: Parent, key: Qt.Key) -> None:
    strike(parent, key)
    strike(parent, key)
    parent.expects(PausedPage)
    parent.waits()
    strike(parent, key)
    parent.expects(SessionPage)


@pytest.mark.parametrize("key", DOING_NOTHING_TWICE, ids=lambda key: key.name)
def test_these_do_nothing_on_the_stop_page(parent: Parent, key: Qt.Key) -> None:
    strike(parent, KEY.Key_Space)
    parent.waits()
    strike(parent, key)
    parent.expects(PausedPage)
    assert parent.house.runner.session.phase is Phase.PAUSED


@pytest.mark.parametrize("key", [KEY.Key_Right, KEY.Key_PageDown, KEY.Key_MediaNext], ids=lambda key: key.name)
def test_these_go_on_and_on_the_stop_page_down(parent: Parent, key: Qt.Key) -> None:
    strike(parent, key)
    assert parent.house.runner.session.planned.step.id == "arm-outer"
    strike(parent, KEY.Key_Space)
    parent.waits()
    strike(parent, key)
    strike(parent, key)
    strike(parent, KEY.Key_F5)
    parent.expects(WrapUpPage)


@pytest.mark.parametrize("key", [KEY.Key_Left, KEY.Key_PageUp, KEY.Key_MediaPrevious], ids=lambda key: key.name)
def test_these_repeat_and_on_the_stop_page_go_up(parent: Parent, key: Qt.Key) -> None:
    strike(parent, key)
    session = parent.house.runner.session
    assert (session.planned.step.id, session.records[-1].outcome) == ("leg-outer", StepOutcome.INTERRUPTED)
    strike(parent, KEY.Key_Space)
    parent.waits()
    page = parent.expects(PausedPage)
    strike(parent, KEY.Key_PageDown)
    assert in_focus(page.cards[1])
    strike(parent, key)
    assert in_focus(page.cards[0])


@pytest.mark.parametrize("key", [KEY.Key_Up, KEY.Key_Plus], ids=lambda key: key.name)
def test_these_give_more_time(parent: Parent, key: Qt.Key) -> None:
    before = parent.house.runner.session.planned.seconds
    strike(parent, key)
    assert parent.house.runner.session.planned.seconds > before


def test_the_emergency_page_is_left_and_ended_with_a_presenter(parent: Parent) -> None:
    strike(parent, KEY.Key_B)
    parent.waits()
    parent.presses(parent.expects(PausedPage).wrong)
    page = parent.expects(EmergencyPage)
    strike(parent, KEY.Key_B)
    parent.expects(PausedPage)
    parent.presses(parent.expects(PausedPage).wrong)
    strike(parent, KEY.Key_PageDown)
    assert in_focus(page.end_button)
    strike(parent, KEY.Key_PageUp)
    assert in_focus(page.back_button)
    strike(parent, KEY.Key_PageDown)
    strike(parent, KEY.Key_Q)
    parent.expects(EmergencyPage)
    strike(parent, KEY.Key_F5)
    assert not parent.house.runner.running


def test_a_letter_without_a_name_in_qt_stops_too(parent: Parent) -> None:
    parent.expects(SessionPage)
    QApplication.sendEvent(parent.handle(), QKeyEvent(QEvent.Type.KeyPress, 0x424, Qt.KeyboardModifier.NoModifier, "ф"))
    parent.expects(PausedPage)


def test_a_held_key_counts_once(parent: Parent) -> None:
    hold(parent, KEY.Key_Right, 30)
    assert parent.house.runner.session.planned.step.id == "arm-outer"


def test_a_button_with_the_parents_own_meaning(parent: Parent) -> None:
    give(parent, Input(keys={"F9": Meaning.GO_ON, "Right": Meaning.STOP}))
    strike(parent, KEY.Key_F9)
    assert parent.house.runner.session.planned.step.id == "arm-outer"
    strike(parent, KEY.Key_Right)
    parent.expects(PausedPage)
    parent.waits()
    strike(parent, KEY.Key_F9)
    parent.expects(SessionPage)


def test_one_button_short_goes_on(one_button: Parent) -> None:
    strike(one_button, KEY.Key_Space)
    assert one_button.house.runner.session.planned.step.id == "leg-outer"
    one_button.waits(DOUBLE_MS)
    assert one_button.house.runner.session.planned.step.id == "arm-outer"


def test_one_button_long_stops_while_it_is_still_down(one_button: Parent) -> None:
    hold(one_button, KEY.Key_Q, LONG_MS)
    one_button.expects(PausedPage)
    one_button.waits(DOUBLE_MS)
    one_button.expects(PausedPage)


def test_one_button_double_repeats(one_button: Parent) -> None:
    strike(one_button, KEY.Key_Space)
    strike(one_button, KEY.Key_Space)
    one_button.waits(DOUBLE_MS)
    session = one_button.house.runner.session
    assert [r.step_id for r in session.records][-1] == "leg-outer"
    assert session.records[-1].outcome is StepOutcome.INTERRUPTED
    assert session.planned.step.id == "leg-outer"


def test_one_button_walks_around_the_choices_and_takes_one(one_button: Parent) -> None:
    hold(one_button, KEY.Key_Space, LONG_MS)
    one_button.waits()
    page = one_button.expects(PausedPage)
    for card in (page.cards[1], page.cards[2], page.cards[0], page.cards[1], page.cards[2]):
        strike(one_button, KEY.Key_Space)
        strike(one_button, KEY.Key_Space)
        assert in_focus(card)
    hold(one_button, KEY.Key_Space, LONG_MS)
    one_button.expects(PausedPage)
    strike(one_button, KEY.Key_Space)
    one_button.waits(DOUBLE_MS)
    one_button.expects(WrapUpPage)


def test_one_button_reaches_both_choices_of_the_emergency_page(one_button: Parent) -> None:
    hold(one_button, KEY.Key_Space, LONG_MS)
    one_button.waits()
    one_button.presses(one_button.expects(PausedPage).wrong)
    page = one_button.expects(EmergencyPage)
    for button in (page.end_button, page.back_button):
        strike(one_button, KEY.Key_A)
        strike(one_button, KEY.Key_A)
        assert in_focus(button)
    strike(one_button, KEY.Key_A)
    one_button.waits(DOUBLE_MS)
    one_button.expects(PausedPage)


def test_a_button_with_a_meaning_of_its_own_keeps_it_beside_the_one_button(one_button: Parent) -> None:
    before = one_button.house.runner.session.planned.seconds
    strike(one_button, KEY.Key_MediaNext)
    assert one_button.house.runner.session.planned.seconds > before
    strike(one_button, KEY.Key_Escape)
    one_button.expects(PausedPage)


def test_a_press_that_a_knock_on_the_page_overtook_means_nothing(one_button: Parent) -> None:
    page = one_button.expects(SessionPage)
    strike(one_button, KEY.Key_Space)
    one_button.knocks(page, page.sheet.geometry().center())
    one_button.waits(DOUBLE_MS * 2)
    one_button.expects(PausedPage)


def test_buttons_are_named_as_the_table_and_as_people_name_them() -> None:
    def named(key: int, place: int = 0) -> str:
        return name_of(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, place, 0, 0))

    assert named(KEY.Key_MediaNext) == "MediaNext"
    assert named(0x424) == "U+0424"
    assert named(0, 214) == named(KEY.Key_unknown, 214) == "Button 214"
    assert [words_of(name) for name in ("MediaNext", "U+0424", "Button 214", "B")] == [
        "Media Next",
        "Ф",
        "Button 214",
        "B",
    ]


def test_escape_leaves_the_full_screen_and_ends_nothing_and_then_stops(parent: Parent) -> None:
    window = parent.expects(SessionPage).window()
    strike(parent, KEY.Key_F11)
    assert window.isFullScreen()
    strike(parent, KEY.Key_Escape)
    assert not window.isFullScreen()
    assert parent.house.runner.session.phase is Phase.STEP
    strike(parent, KEY.Key_Escape)
    parent.expects(PausedPage)


@pytest.mark.parametrize("key", [KEY.Key_Shift, KEY.Key_Control, KEY.Key_Tab], ids=lambda key: key.name)
def test_modifiers_and_the_way_of_the_focus_stop_nothing(one_button: Parent, key: Qt.Key) -> None:
    strike(one_button, key)
    one_button.waits(DOUBLE_MS)
    assert one_button.house.runner.session.phase is Phase.STEP
    assert one_button.house.runner.session.planned.step.id == "leg-outer"


@pytest.mark.parametrize("key", [KEY.Key_X, KEY.Key_1, KEY.Key_Space], ids=lambda key: key.name)
def test_a_knock_that_hits_control_too_stops_all_the_same(parent: Parent, key: Qt.Key) -> None:
    strike(parent, key, Qt.KeyboardModifier.ControlModifier)
    parent.expects(PausedPage)


def test_the_way_out_of_the_program_is_left_to_the_window(parent: Parent) -> None:
    strike(parent, KEY.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert parent.house.runner.session.phase is Phase.STEP
