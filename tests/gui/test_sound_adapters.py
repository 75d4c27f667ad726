"""The system's voice and loudspeaker, as far as a machine without either can tell: nothing raises, nothing hides."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from babymassage_gui.adapters import speech as voice
from babymassage_gui.adapters.chime import SystemChimes
from babymassage_gui.adapters.mouth import Mouth
from babymassage_gui.adapters.quiet import quietly
from babymassage_gui.adapters.speech import SystemSpeech
from babymassage_gui.core.prompts import Chime
from babymassage_gui.core.sound import Mute, Sound

ROOT = Path(__file__).resolve().parents[2]
# Qt's own engine for tests; it makes no sound, and it is hidden from parents.
MOCK = Sound(engine="mock")
WITHOUT_SERVERS = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from babymassage_gui.adapters.chime import SystemChimes
from babymassage_gui.core.prompts import Chime
from babymassage_gui.core.sound import Sound
chimes = SystemChimes()
chimes.begin(Sound())
chimes.play(Chime.READY)
chimes.hush()
chimes.close()
print(chimes.mute)
"""
NOT_BEFORE_A_SESSION = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from babymassage_gui.bootstrap import open_house
from babymassage_gui.adapters.clock import SystemClock
from babymassage_gui.gui import app
app.dress(application)
house = open_house(Path(sys.argv[1]), SystemClock())
window = app.make_window(application, house)
window.show()
window._on_rail("settings")
application.processEvents()
window.close()
house.close()
print([name for name in sys.modules if "QtMultimedia" in name or "QtTextToSpeech" in name])
"""


def _or_skip() -> None:
    """Where the system's sound library is missing there is nothing to try but that this is told."""
    with quietly():
        pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)


@pytest.fixture
def speech(qtbot: QtBot) -> Iterator[SystemSpeech]:
    """A voice that uses Qt's engine for tests."""
    _or_skip()
    speech = SystemSpeech(hidden=frozenset({"speechd", "flite", "sapi", "winrt", "darwin", "macos"}))
    yield speech
    speech.close()
    qtbot.waitUntil(lambda: not speech._is_stuck())


def printed(code: str, *words: str, **environment: str) -> list[str]:
    """What a program of its own prints, on a screen that nobody sees."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, cwd=ROOT,
        env={"PATH": "", "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment},
    )  # fmt: skip
    return done.stdout.split()


def test_without_the_library_both_are_mute_and_do_no_harm(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("PySide6.QtMultimedia", "PySide6.QtTextToSpeech"):
        monkeypatch.setitem(sys.modules, module, None)
    chimes, speech = SystemChimes(), SystemSpeech()
    paths = QCoreApplication.libraryPaths()
    for _ in range(2):
        chimes.begin(Sound())
        speech.begin(Sound(), "en")
        chimes.play(Chime.STEP)
        speech.say("Nobody hears this.")
        for sense in (chimes, speech):
            sense.hush()
            assert sense.mute is Mute.NO_LIBRARY
    assert speech.ready
    assert (speech.speaking, speech.engines(), speech.voices()) == (False, (), ())
    assert QCoreApplication.libraryPaths() == paths
    chimes.close()
    speech.close()


def test_without_a_sound_server_there_is_no_loudspeaker(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    told = printed(WITHOUT_SERVERS, PULSE_SERVER=f"unix:{nowhere}", XDG_RUNTIME_DIR=str(tmp_path))
    assert told in ([Mute.NO_DEVICE], [Mute.NO_LIBRARY])


def test_neither_is_imported_before_a_session_or_the_room_sound(tmp_path: Path) -> None:
    assert printed(NOT_BEFORE_A_SESSION, str(tmp_path), XDG_CONFIG_HOME=str(tmp_path)) == ["[]"]


def test_the_engine_for_tests_is_never_the_parents(qtbot: QtBot) -> None:
    _or_skip()
    speech = SystemSpeech(hidden=frozenset({"mock", "speechd", "flite", "sapi", "winrt", "darwin", "macos"}))
    speech.begin(MOCK, "en")
    assert (speech.ready, speech.mute, speech.engines()) == (True, Mute.NO_ENGINE, ())
    usual = SystemSpeech()
    usual.begin(Sound(engine="mock"), "en")
    assert "mock" not in usual.engines()
    usual.close()


def test_a_voice_of_the_language_is_found_and_speaks_until_it_is_done(qtbot: QtBot, speech: SystemSpeech) -> None:
    speech.begin(MOCK, "en")
    assert not speech.ready
    qtbot.waitUntil(lambda: speech.ready)
    assert (speech.mute, speech.engines()) == (None, ("mock",))
    assert speech.voices()
    speech.say("One two three.")
    assert speech.speaking
    qtbot.waitUntil(lambda: not speech.speaking, timeout=5000)


def test_hushed_it_is_silent_at_once_and_can_speak_again(qtbot: QtBot, speech: SystemSpeech) -> None:
    speech.begin(MOCK, "en")
    qtbot.waitUntil(lambda: speech.ready)
    speech.say("One two three four five six seven eight nine ten.")
    qtbot.wait(150)
    speech.hush()
    assert not speech.speaking
    speech.say("Again.")
    assert speech.speaking
    qtbot.waitUntil(lambda: not speech.speaking, timeout=5000)


def test_a_language_without_a_voice_is_told_as_such_and_nothing_is_said(qtbot: QtBot, speech: SystemSpeech) -> None:
    speech.begin(MOCK, "eo")
    qtbot.waitUntil(lambda: speech.ready)
    assert (speech.mute, speech.voices()) == (Mute.NO_VOICE, ())
    speech.say("Saluton.")
    assert not speech.speaking


def test_an_engine_or_a_voice_that_is_gone_gives_way_to_one_that_is_there(qtbot: QtBot, speech: SystemSpeech) -> None:
    speech.begin(Sound(engine="gone", voice="gone"), "en_GB")
    qtbot.waitUntil(lambda: speech.ready)
    assert speech.mute is None
    mouth = speech._mouth
    speech.begin(Sound(voice=speech.voices()[-1], rate=0.3), "en_GB")
    qtbot.waitUntil(lambda: speech.ready)
    assert speech._mouth is mouth
    speech.close()
    assert not speech.ready


def test_an_engine_that_never_ends_does_not_hold_up_the_rest(qtbot: QtBot, speech: SystemSpeech) -> None:
    speech.begin(MOCK, "en")
    qtbot.waitUntil(lambda: speech.ready)
    speech.say("One.")
    speech._patience = 0
    assert not speech.speaking


def test_nothing_is_asked_of_an_engine_from_python(qtbot: QtBot, speech: SystemSpeech) -> None:
    """A call from Python keeps its lock while a server is silent, and the whole session with it."""
    speech.begin(MOCK, "en")
    assert speech._mouth is not None
    asked: list[str] = []
    for call in ("say", "stop", "setLocale", "setVoice", "setRate", "setVolume"):
        setattr(speech._mouth._engine, call, lambda *_words, call=call: asked.append(call))
    qtbot.waitUntil(lambda: speech.ready)
    assert speech.mute is None
    speech.say("One two three.")
    qtbot.waitUntil(lambda: not speech.speaking, timeout=5000)
    speech.hush()
    qtbot.wait(50)
    assert asked == []


def test_a_server_that_is_silent_is_told_as_such_and_tried_again(
    qtbot: QtBot, speech: SystemSpeech, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("babymassage_gui.adapters.speech.ANSWER_MS", -1)
    speech.begin(MOCK, "en")
    assert (speech.ready, speech.mute) == (True, Mute.NO_ANSWER)
    qtbot.waitUntil(lambda: speech.mute is None)
    speech.say("One.")
    assert speech.mute is Mute.NO_ANSWER
    speech.say("Nobody hears this.")
    qtbot.waitUntil(lambda: speech.mute is None)
    assert not speech._unanswered.isValid()


def test_a_line_that_is_no_longer_wanted_is_not_said_late(qtbot: QtBot, speech: SystemSpeech) -> None:
    speech.begin(MOCK, "en")
    qtbot.waitUntil(lambda: speech.ready)
    assert speech._mouth is not None
    spoken: list[str] = []
    speech._mouth._engine.aboutToSynthesize.connect(lambda number: spoken.append(str(number)))
    speech.say("Old.")
    speech.say("New.")
    qtbot.waitUntil(lambda: not speech.speaking, timeout=5000)
    speech.say("Hushed at once.")
    speech.hush()
    qtbot.wait(100)
    assert len(spoken) == 1


class TestAServerThatDoesNotAnswer:
    """The engine's thread waits; nobody else does."""

    @pytest.fixture(autouse=True)
    def served(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(voice, "SERVED", frozenset({"mock"}))

    def test_letting_go_of_it_holds_up_nothing_and_no_second_one_waits_beside_it(
        self, qtbot: QtBot, speech: SystemSpeech, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        waits = threading.Event()
        monkeypatch.setattr(voice, "GOING_MS", 50)
        monkeypatch.setattr(Mouth, "_on_asked", lambda _self, _wish: waits.wait(10) and None)
        speech.begin(MOCK, "en")
        qtbot.wait(50)
        speech.close()
        speech.begin(MOCK, "en")
        assert (speech.ready, speech.mute) == (True, Mute.NO_ANSWER)
        waits.set()
        monkeypatch.undo()
        qtbot.waitUntil(lambda: not speech._is_stuck())
        speech.begin(MOCK, "en")
        qtbot.waitUntil(lambda: speech.ready)
        assert speech.mute is None
