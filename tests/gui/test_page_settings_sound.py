"""Settings, room "Sound": three modes, two volumes, a voice; nothing is cut off, and a missing voice is said."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.ports import Senses
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.sound import Mute, Sound, SoundMode
from babymassage_gui.gui.pages.settings_sound import SoundRoom, SoundView
from babymassage_gui.gui.sound_desk import AFTER_CHIME_MS, LOOK_MS, SoundRoomDesk
from tests.fakes.home import Home
from tests.fakes.senses import FakeChimes, FakeSpeech, Heard
from tests.gui.settings_visit import SIZES, Visit, cut_off

VOICES = ("English (Great Britain)", "English (America, New York City)")
FULL = SoundView(("speechd", "flite"), VOICES)
MUTE = SoundView(note="No voice here. Chimes and colours lead. No voice was found. On Linux: install one.")


def opened(qtbot: QtBot, sound: Sound | None = None, view: SoundView = FULL) -> tuple[Visit, SoundRoom]:
    visit = Visit(qtbot, settings=Settings(sound=sound or Sound()))
    visit.page.open_room(visit.page.sound)
    room = visit.page.sound.room
    assert isinstance(room, SoundRoom)
    room.show_senses(view)
    return visit, room


def sent(visit: Visit) -> list[Sound]:
    return [settings.sound for settings in visit.settings()]


def test_showing_sends_nothing(qtbot: QtBot) -> None:
    visit, room = opened(qtbot, Sound(SoundMode.CHIMES, 20, 30, "flite", VOICES[1], -0.3))
    room.show_senses(SoundView())
    room.show_senses(FULL)
    assert visit.sent == []


def test_a_mode_acts_at_once_and_shows_what_it_can_change(qtbot: QtBot) -> None:
    visit, room = opened(qtbot)
    controls = (room.chime_volume, room.voice_volume, room.test, room.voice, room.pace)
    shown = []
    for mode in (SoundMode.CHIMES, SoundMode.SILENT, SoundMode.VOICE):
        visit.press(room.mode.tiles[mode])
        shown.append([control.isVisible() for control in controls])
    assert [sound.mode for sound in sent(visit)] == [SoundMode.CHIMES, SoundMode.SILENT, SoundMode.VOICE]
    assert shown == [[True, False, True, False, False], [False] * 5, [True] * 5]


def test_volumes_voice_program_and_pace_act_at_once_and_can_be_taken_back(qtbot: QtBot) -> None:
    visit, room = opened(qtbot)
    for stepper in (room.chime_volume, room.voice_volume, room.voice, room.engine, room.pace):
        qtbot.keyClick(stepper, Qt.Key.Key_Up)
    one = Sound(chime_volume=60)
    two = replace(one, voice_volume=40)
    three = replace(two, voice=VOICES[0])
    # Another program has other voices.
    four = replace(three, engine="speechd", voice="")
    assert sent(visit) == [one, two, three, four, replace(four, rate=0.1)]
    visit.take_back()
    assert sent(visit)[-1] == four


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_End])
def test_no_stepper_leaves_its_range(qtbot: QtBot, key: Qt.Key) -> None:
    visit, room = opened(qtbot)
    for stepper in (room.chime_volume, room.voice_volume, room.voice, room.engine, room.pace):
        qtbot.keyClick(stepper, key)
        qtbot.keyClick(stepper, Qt.Key.Key_PageUp)
        qtbot.keyClick(stepper, Qt.Key.Key_PageDown)
    assert sent(visit)
    assert all(a != b for a, b in pairwise(sent(visit)))


def test_a_voice_that_is_gone_is_kept_but_not_shown(qtbot: QtBot) -> None:
    visit, room = opened(qtbot, Sound(voice="Gone"))
    assert "The one that fits" in room.voice.accessibleName()
    visit.press(room.mode.tiles[SoundMode.CHIMES])
    assert sent(visit) == [Sound(mode=SoundMode.CHIMES, voice="Gone")]


def test_where_there_is_nothing_to_choose_nothing_is_offered_but_the_note(qtbot: QtBot) -> None:
    _, room = opened(qtbot, view=MUTE)
    assert room.note.isVisible()
    assert not room.voice_card.isVisible()
    room.show_senses(FULL)
    assert not room.note.isVisible()
    assert room.voice_card.isVisible()


def test_the_soft_level_is_advised(qtbot: QtBot) -> None:
    _, room = opened(qtbot)
    assert room.advice.isVisible()
    assert "50 dBA" in room.advice.accessibleName()


@pytest.mark.parametrize("scale", [0.85, 1.0, 1.5])
@pytest.mark.parametrize("view", [FULL, MUTE], ids=["voices", "mute"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(qtbot: QtBot, size: tuple[int, int], view: SoundView, scale: float) -> None:
    visit, room = opened(qtbot, view=view)
    assert cut_off(visit.page, room, size, scale) == []


class Desk:
    """The room with its desk, a voice and chimes that are noted."""

    def __init__(self, qtbot: QtBot, sound: Sound | None = None, *, mute: Mute | None = None) -> None:
        self.home = Home()
        self.home.household.change(Settings(sound=sound or Sound()))
        heard = Heard(self.home.clock.now)
        self.heard, self.speech, self.chimes = heard, FakeSpeech(heard, mute=mute), FakeChimes(heard)
        self.visit = Visit(qtbot, settings=self.home.household.settings)
        self.visit.page.changed.connect(self.home.household.change)
        self.visit.page.sound.opened.connect(self._on_opened)
        self.visit.page.open_room(self.visit.page.sound)

    def _on_opened(self, room: SoundRoom) -> None:
        self.room = room
        SoundRoomDesk(self.home.household, Senses(self.speech, self.chimes), room)


def test_the_voice_is_asked_for_when_the_room_is_opened_and_let_go_when_it_is_left(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.speech.begun == [(Sound(), "en_GB")]
    assert desk.room.voice.isVisible()
    desk.visit.page.open_room(desk.visit.page.look_room)
    assert (desk.speech.closed, desk.chimes.closed) == (True, True)
    desk.visit.page.open_room(desk.visit.page.sound)
    assert len(desk.speech.begun) == 2


def test_test_lets_a_chime_and_a_sentence_be_heard_as_they_are_set(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    qtbot.keyClick(desk.room.voice_volume, Qt.Key.Key_Down)
    assert desk.speech.begun[-1][0] == Sound(voice_volume=20)
    desk.visit.press(desk.room.test)
    qtbot.wait(AFTER_CHIME_MS + 100)
    assert [what for _, what in desk.heard.take()] == ["*step*", "This is how I speak. Soft is best."]


def test_test_takes_up_a_voice_that_was_let_go_meanwhile(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.speech.ready = False
    desk.visit.press(desk.room.test)
    assert desk.speech.begun == [(Sound(), "en_GB")] * 2


def test_test_in_chimes_speaks_no_word_and_a_voice_stops_at_the_door(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Sound(mode=SoundMode.CHIMES))
    desk.visit.press(desk.room.test)
    qtbot.wait(AFTER_CHIME_MS + 100)
    assert [what for _, what in desk.heard.take()] == ["*step*"]
    desk.visit.press(desk.room.mode.tiles[SoundMode.VOICE], desk.room.test)
    desk.visit.page.open_room(desk.visit.page.look_room)
    qtbot.wait(AFTER_CHIME_MS + 100)
    assert [what for _, what in desk.heard.take()] == ["*step*"]


@pytest.mark.parametrize("mute", Mute)
def test_a_missing_voice_is_said_with_a_way_out_also_when_it_is_found_out_later(qtbot: QtBot, mute: Mute) -> None:
    desk = Desk(qtbot)
    assert not desk.room.note.isVisible()
    desk.speech.mute = mute
    qtbot.wait(LOOK_MS + 100)
    assert desk.room.note.isVisible()
    assert desk.room.note.accessibleName().startswith("No voice here. Chimes and colours lead. ")
    desk.chimes.mute = Mute.NO_DEVICE
    qtbot.wait(LOOK_MS + 100)
    assert desk.room.note.accessibleName().startswith("No sound here. Colours lead. ")
    desk.visit.press(desk.room.mode.tiles[SoundMode.SILENT])
    assert not desk.room.note.isVisible()
