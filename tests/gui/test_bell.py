"""A wait at the check-in rings when it is over, for who asked for it: with a chime, never in a sleeping house."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.core.ports import Senses
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.sound import Mute, Sound, SoundMode
from babymassage_gui.gui import bell
from babymassage_gui.gui.pages.check_in_view import FEED_MINUTES
from tests.fakes.clock import FakeClock
from tests.fakes.senses import FakeChimes, FakeSpeech, Heard
from tests.gui.check_in_visit import feed, look_again, page_of
from tests.gui.parent import Parent

WAIT_MINUTES = 46


class Waiting:
    """A parent whose baby was fed just now, with ears and a beep that are noted."""

    def __init__(
        self, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, mode: SoundMode = SoundMode.VOICE, *,
        mute: Mute | None = None, deaf: bool = False,
    ) -> None:  # fmt: skip
        self.qtbot, self.clock, self.beeps = qtbot, FakeClock(), 0
        self.parent = Parent(qtbot, folder, self.clock)
        self.parent.knows_baby(settings=Settings(less_motion=True, sound=Sound(mode)))
        window = self.parent.opens()
        self.heard = Heard(self.clock.now)
        self.chimes = FakeChimes(self.heard, mute=mute)
        if not deaf:
            window.rooms.take_senses(Senses(FakeSpeech(self.heard), self.chimes))
        monkeypatch.setattr(QApplication, "beep", self.beep)
        window.home.start_button.click()
        feed(self.parent, FEED_MINUTES[0])
        page_of(self.parent).rows.none.click()

    def beep(self) -> None:
        self.beeps += 1

    def asks_to_be_rung(self) -> None:
        self.parent.presses(page_of(self.parent).bar.action)

    def rung(self) -> tuple[list[str], int]:
        """What is heard when the wait is over, and how often the system beeped."""
        look_again(self.parent, WAIT_MINUTES)
        return [what for _, what in self.heard.take()], self.beeps


def test_it_rings_with_the_chime_of_getting_ready_and_lets_the_loudspeaker_go(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "RUNG_MS", 20)
    waiting = Waiting(qtbot, tmp_path, monkeypatch)
    waiting.asks_to_be_rung()
    assert len(waiting.chimes.begun) == 1
    assert waiting.rung() == (["*ready*"], 0)
    qtbot.waitUntil(lambda: waiting.chimes.closed)


def test_a_session_that_began_right_after_the_ring_keeps_its_chimes(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Waiting(qtbot, tmp_path, monkeypatch)
    waiting.asks_to_be_rung()
    waiting.rung()
    waiting.parent.presses(page_of(waiting.parent).ready.begin)
    assert waiting.parent.house.runner.running
    assert not waiting.chimes.closed


def test_who_did_not_ask_or_thought_better_of_it_hears_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Waiting(qtbot, tmp_path, monkeypatch)
    waiting.asks_to_be_rung()
    waiting.asks_to_be_rung()
    assert waiting.chimes.closed
    assert waiting.rung() == ([], 0)


def test_a_sleeping_house_is_not_rung_awake(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = Waiting(qtbot, tmp_path, monkeypatch, SoundMode.SILENT)
    waiting.asks_to_be_rung()
    assert waiting.rung() == ([], 0)
    assert waiting.chimes.begun == []


@pytest.mark.parametrize("deaf", [False, True])
def test_where_no_chime_can_be_played_the_system_beeps(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaf: bool
) -> None:
    waiting = Waiting(qtbot, tmp_path, monkeypatch, mute=Mute.NO_DEVICE, deaf=deaf)
    waiting.asks_to_be_rung()
    assert waiting.rung() == ([], 1)
