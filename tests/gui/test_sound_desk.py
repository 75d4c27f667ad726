"""A session at the real window with ears: what is heard, what is told where nothing can be, and silence at the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from babymassage_gui.core.catalogue import Position, Side
from babymassage_gui.core.history import Ending
from babymassage_gui.core.ports import Senses
from babymassage_gui.core.prompts import LETTERS_PER_SECOND, Line
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.sound import Mute, Sound, SoundMode
from babymassage_gui.gui import sound_desk
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.spoken import Lines
from babymassage_gui.services.prompter import Outside, Spoken
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, played
from tests.fakes.senses import FakeChimes, FakeSpeech, Heard
from tests.gui.parent import Parent

SHORT_SECONDS = 3.0


class Ears:
    """A parent in a session whose sounds are noted."""

    def __init__(
        self, qtbot: QtBot, folder: Path, sound: Sound | None = None, *,
        voice: Mute | None = None, chimes: Mute | None = None,
    ) -> None:  # fmt: skip
        self.clock = FakeClock()
        self.parent = Parent(qtbot, folder, self.clock)
        self.parent.knows_baby(settings=Settings(less_motion=True, sound=sound or Sound()))
        self.window: MainWindow = self.parent.opens()
        self.heard = Heard(self.clock.now)
        self.speech, self.chimes = FakeSpeech(self.heard, mute=voice), FakeChimes(self.heard, mute=chimes)
        self.told: list[str] = []
        self.window.rooms.take_senses(Senses(self.speech, self.chimes))
        self.window.rooms.noted.connect(self.told.append)
        self.parent.starts()
        self.parent.lives_to("open-ask", 1.0)

    def words(self) -> list[str]:
        return [what for _, what in self.heard.take()]


def test_a_session_is_heard_from_its_first_beat(qtbot: QtBot, tmp_path: Path) -> None:
    ears = Ears(qtbot, tmp_path)
    step = catalogue().steps["open-ask"]
    heard = ears.words()
    assert heard[:3] == ["*ready*", "Get ready. It begins with: Ask first.", "*step*"]
    assert heard[3] == f"{step.title}. {step.instruction} {step.caution}"
    assert ears.speech.begun == [(Sound(), "en_GB")]
    assert ears.told == []


def test_baby_needs_me_and_a_closed_window_are_silence(qtbot: QtBot, tmp_path: Path) -> None:
    ears = Ears(qtbot, tmp_path)
    ears.heard.take()
    ears.parent.house.runner.baby_needs_me()
    assert ears.words() == ["(hushed)", "*paused* at 0.5"]
    ears.window.close()
    assert (ears.speech.closed, ears.chimes.closed) == (True, True)


@pytest.mark.parametrize(
    ("voice", "chimes", "told"),
    [
        (Mute.NO_VOICE, None, "No voice here. Chimes and colours lead."),
        (None, Mute.NO_LIBRARY, "No chimes here. Voice and colours lead."),
        (None, Mute.NO_DEVICE, "No sound here. Colours lead."),
        (Mute.NO_LIBRARY, Mute.NO_LIBRARY, "No sound here. Colours lead."),
    ],
)
def test_what_cannot_be_heard_is_told_once(
    qtbot: QtBot, tmp_path: Path, voice: Mute | None, chimes: Mute | None, told: str
) -> None:
    ears = Ears(qtbot, tmp_path, voice=voice, chimes=chimes)
    assert ears.told == [told]


def test_who_wants_no_voice_is_told_of_none_and_a_sleeping_house_asks_for_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    chimes = Ears(qtbot, tmp_path / "a", Sound(mode=SoundMode.CHIMES), voice=Mute.NO_VOICE)
    assert (chimes.told, chimes.speech.begun) == ([], [])
    silent = Ears(qtbot, tmp_path / "b", Sound(mode=SoundMode.SILENT), voice=Mute.NO_VOICE, chimes=Mute.NO_DEVICE)
    assert (silent.told, silent.words(), silent.chimes.begun) == ([], [], [])


def test_stopping_early_is_told_as_good(qtbot: QtBot, tmp_path: Path) -> None:
    ears = Ears(qtbot, tmp_path)
    ears.parent.house.runner.baby_needs_me()
    ears.heard.take()
    ears.parent.house.runner.finish(Ending.EARLY)
    assert ears.words() == ["*end*", "Stopping in time is good massage. Everything is kept."]


def test_after_an_end_the_voice_and_the_loudspeaker_are_let_go(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_desk, "LET_GO_MS", 200)
    ears = Ears(qtbot, tmp_path)
    qtbot.wait(300)
    assert not ears.speech.closed
    ears.parent.house.runner.baby_needs_me()
    ears.parent.house.runner.finish(Ending.EARLY)
    assert not ears.speech.closed
    qtbot.wait(300)
    assert (ears.speech.closed, ears.chimes.closed) == (True, True)


def every_line() -> list[Spoken]:
    steps = [played(step_id) for step_id in catalogue().steps]
    whole = [Spoken(what, steps[0], side, steps[1]) for what in (*Line, *Outside) for side in Side]
    return (
        whole + [Spoken(Line.STEP, step) for step in steps] + [Spoken(Line.NEXT, steps[0], following=s) for s in steps]
    )


def test_every_line_has_wordings_that_grow_shorter_and_are_sentences() -> None:
    lines = Lines()
    for spoken in every_line():
        said = lines.wordings(spoken)
        assert [len(words) for words in said] == sorted((len(words) for words in said), reverse=True), said
        assert all(words and words[-1] in ".!?…" and "%" not in words and ".." not in words for words in said), said


def test_whatever_a_step_is_its_shortest_lines_can_be_said_in_the_least_room() -> None:
    lines = Lines()
    for spoken in every_line():
        if isinstance(spoken.what, Line):
            assert len(lines.wordings(spoken)[-1]) / LETTERS_PER_SECOND <= SHORT_SECONDS, lines.wordings(spoken)


def test_a_side_is_the_babys_and_says_so_where_it_lies_on_it() -> None:
    lines = Lines()
    lying = next(one for one in catalogue().steps.values() if one.position is Position.ON_SIDE)
    assert "baby's left" in lines.wordings(Spoken(Line.SIDE, played("leg-outer"), Side.LEFT))[0]
    assert "onto its right" in lines.wordings(Spoken(Line.SIDE, played(lying.id), Side.RIGHT))[0]


def test_the_voice_speaks_the_language_of_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Australia))
        assert Lines().language() == "en_AU"
        # The lines are English where there is no translation, and so must the voice be.
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Austria))
        assert Lines().language() == "en"
    finally:
        QLocale.setDefault(before)


def test_each_reason_is_another_sentence() -> None:
    assert len({Lines().reason(mute) for mute in Mute}) == len(Mute)
    assert Lines().note(None, None) == ""
    assert replace(Sound(), rate=0.5).speaks
