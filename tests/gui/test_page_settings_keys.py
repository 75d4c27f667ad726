"""The room "Buttons": what was pressed is named and explained, given a meaning, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.core.inputs import GIVABLE, KEYS, Input, Meaning, may_be_given
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.button_events import words_of
from babymassage_gui.gui.pages.settings_keys import KeysRoom
from tests.gui.settings_visit import SIZES, Visit, cut_off

KEY = Qt.Key
OWN = Input(keys={"F9": Meaning.GO_ON, "VolumeUp": Meaning.BACK})


class Buttons(Visit):
    """A visit to the room, with the pad in focus."""

    def __init__(self, qtbot: QtBot, own: Input) -> None:
        super().__init__(qtbot, settings=Settings(input=own))
        self.page.open_room(self.page.keys)
        room = self.page.keys.room
        assert isinstance(room, KeysRoom)
        self.room = room
        qtbot.mouseClick(room.pad, Qt.MouseButton.LeftButton)

    def strike(self, key: Qt.Key, kind: QEvent.Type = QEvent.Type.KeyPress) -> None:
        """An event, for Qt's test keyboard lacks the newer media keys."""
        QApplication.sendEvent(self.room.pad, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    def tap(self, key: Qt.Key) -> None:
        self.strike(key)
        self.strike(key, QEvent.Type.KeyRelease)

    def told(self) -> str:
        """What the pad shows, as a screen reader hears it."""
        return self.room.pad.accessibleName()

    def chosen(self) -> list[object]:
        return [meaning for meaning, tile in self.room.meanings.tiles.items() if tile.isChecked()]


@pytest.fixture
def visit(qtbot: QtBot) -> Buttons:
    return Buttons(qtbot, Input())


def test_before_a_press_it_asks_for_one_and_gives_nothing_away(visit: Buttons) -> None:
    assert visit.told() == "Press here, then press any button"
    assert not any(tile.isEnabled() for tile in visit.room.meanings.tiles.values())
    assert visit.chosen() == []
    assert visit.room.given_card.isHidden()


@pytest.mark.parametrize(
    ("key", "told", "chosen"),
    [
        (KEY.Key_Space, "Space. Stops: Baby needs me. When stopped, carries on.", [Meaning.TOGGLE]),
        (KEY.Key_PageDown, "PgDown. The next step. When stopped, the next choice.", [Meaning.NEXT]),
        (KEY.Key_MediaTogglePlayPause, None, [Meaning.TOGGLE]),
        (KEY.Key_MediaStop, None, [Meaning.STOP]),
        (KEY.Key_Plus, "+. 30 seconds more. When stopped, nothing.", [Meaning.MORE]),
        (KEY.Key_Q, "Q. Stops: Baby needs me. When stopped, nothing.", [Meaning.STOP]),
        (KEY.Key_Up, "Up. 30 seconds more. When stopped, the choice before.", []),
        (KEY.Key_1, "1. Stops: Baby needs me. When stopped, the first choice.", []),
    ],
)
def test_a_press_is_named_and_explained(visit: Buttons, key: Qt.Key, told: str | None, chosen: list[Meaning]) -> None:
    visit.tap(key)
    assert told is None or visit.told() == told
    assert visit.chosen() == chosen
    assert all(tile.isEnabled() for tile in visit.room.meanings.tiles.values())
    assert visit.settings() == []


@pytest.mark.parametrize("name", sorted(KEYS))
def test_each_known_button_has_words_of_its_own(visit: Buttons, name: str) -> None:
    visit.tap(getattr(KEY, f"Key_{name}"))
    assert visit.told().startswith(words_of(name) + ". ")
    assert all(tile.isEnabled() is may_be_given(name) for tile in visit.room.meanings.tiles.values())


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_F11])
def test_what_leaves_the_full_screen_stays_as_it_is(visit: Buttons, key: Qt.Key) -> None:
    visit.tap(key)
    assert not any(tile.isEnabled() for tile in visit.room.meanings.tiles.values())
    assert visit.room.wish.sentence.text() == "This one stays as it is."


@pytest.mark.parametrize("meaning", GIVABLE)
def test_a_meaning_is_given_shown_and_taken_back(visit: Buttons, meaning: Meaning) -> None:
    visit.tap(KEY.Key_F9)
    visit.press(visit.room.meanings.tiles[meaning])
    if meaning is Meaning.STOP:
        assert visit.settings() == []
        return
    assert visit.settings()[-1].input == Input(keys={"F9": meaning})
    assert visit.chosen() == [meaning]
    assert not visit.room.given_card.isHidden()
    visit.press(visit.room.given["F9"])
    assert visit.settings()[-1].input == Input()
    assert visit.room.given_card.isHidden()
    assert visit.chosen() == [Meaning.STOP]
    visit.take_back()
    assert visit.settings()[-1].input == Input(keys={"F9": meaning})
    assert not visit.room.given_card.isHidden()


def test_tab_leads_on_and_control_keys_stay_the_windows(visit: Buttons, qtbot: QtBot) -> None:
    visit.tap(KEY.Key_F9)
    visit.press(visit.room.meanings.tiles[Meaning.NEXT])
    visit.room.pad.setFocus()
    before = visit.told()
    qtbot.keyClick(visit.room.pad, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(visit.room.pad, KEY.Key_Shift)
    assert visit.told() != before  # taken back, and explained anew
    assert visit.settings()[-1].input == Input()
    QTest.keyClick(visit.room.pad, KEY.Key_Tab)
    assert not visit.room.pad.hasFocus()


def test_the_one_button_can_be_tried_short_long_and_double(visit: Buttons) -> None:
    visit.press(visit.room.one)
    assert visit.settings()[-1].input == Input(one_button=True)
    assert visit.room.short.isVisible()
    visit.tap(KEY.Key_Space)
    assert visit.told() == "Space. The one button."
    visit.qtbot.wait(460)
    assert visit.told() == "Space. Short press: goes on."
    visit.tap(KEY.Key_Space)
    visit.tap(KEY.Key_Space)
    assert visit.told() == "Space. Pressed twice: this step again."
    visit.strike(KEY.Key_Space)
    visit.qtbot.wait(680)
    assert visit.told() == "Space. Long press: Baby needs me."
    visit.strike(KEY.Key_Space, QEvent.Type.KeyRelease)
    assert visit.chosen() == []


def test_a_button_with_a_meaning_of_its_own_is_not_the_one_button(qtbot: QtBot) -> None:
    visit = Buttons(qtbot, replace(OWN, one_button=True))
    visit.tap(KEY.Key_F9)
    assert visit.told() == "F9. The next step. When stopped, carries on."
    assert visit.chosen() == [Meaning.GO_ON]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    visit = Buttons(qtbot, replace(OWN, one_button=True))
    visit.tap(KEY.Key_3)
    assert cut_off(visit.page, visit.room, size, scale) == []
    assert visit.room.pad.sentence().fits
