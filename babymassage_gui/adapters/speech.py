"""The system's voice, through Qt's text-to-speech. A machine without one, or without the library, is mute.

QtTextToSpeech is imported when a session begins, never before. Reaching a speech server can take seconds, and one that
hangs never answers; so an engine of that kind lives in a thread of its own, and neither session nor stop wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QCoreApplication, QElapsedTimer, QMetaObject, QObject
from shiboken6 import isValid

from babymassage_gui.adapters.mouth import QUEUED, Found, Home, Line, Mouth, Wish
from babymassage_gui.adapters.quiet import quietly
from babymassage_gui.core.sound import Mute, Sound, gain

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

# Engines for tests of Qt itself, which make no sound.
NO_VOICES = frozenset({"mock"})
# Engines that ask a server, and wait for its answer.
SERVED = frozenset({"speechd"})
# An engine that never says that it is done is taken to be, after so many seconds and letters at the slowest.
PATIENCE_MS, MS_PER_LETTER = 3000, 200
# A speech server that has to be started first took up to four seconds to answer.
ANSWER_MS = 8000
# An engine that is let go of is gone in a few milliseconds, unless its server is silent.
GOING_MS = 200


class SystemSpeech(QObject):
    """Fits the port Speech."""

    def __init__(self, hidden: frozenset[str] = NO_VOICES) -> None:
        """`hidden`: engines that are never used."""
        super().__init__()
        self._hidden = hidden
        self._mouth: Mouth | None = None
        self._home: Home | None = None
        self._going: Home | None = None
        self._engine = ""
        self._engines: tuple[str, ...] = ()
        self._found: Found | None = None
        self._number, self._speaking, self._patience = 0, False, 0
        self._since, self._unanswered = QElapsedTimer(), QElapsedTimer()

    @property
    def ready(self) -> bool:
        """Whether it is known by now if there is a voice."""
        return self._found is not None or self._silent_for_long

    @property
    def mute(self) -> Mute | None:
        """Why nothing can be said."""
        if self._silent_for_long:
            return Mute.NO_ANSWER
        return None if self._found is None else self._found.mute

    @property
    def _silent_for_long(self) -> bool:
        return self._unanswered.isValid() and self._unanswered.elapsed() > ANSWER_MS

    @property
    def speaking(self) -> bool:
        """Whether something is being said, as far as the engine tells."""
        return self._speaking and self._since.elapsed() < self._patience

    def engines(self) -> tuple[str, ...]:
        """What can speak here."""
        return self._engines

    def voices(self) -> tuple[str, ...]:
        """The voices of the language."""
        return () if self._found is None else self._found.voices

    def begin(self, sound: Sound, language: str) -> None:
        """Take up the wanted engine, or the first there is; look for a voice of the language."""
        try:
            with quietly():
                from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            self._found = Found(Mute.NO_LIBRARY)
            return
        self._engines = tuple(name for name in QTextToSpeech.availableEngines() if name not in self._hidden)
        if not self._engines:
            self._found = Found(Mute.NO_ENGINE)
            return
        engine = sound.engine if sound.engine in self._engines else self._engines[0]
        # An engine that failed is asked anew: its server may be there by now.
        if self._mouth is None or engine != self._engine or self.mute is Mute.NO_ENGINE:
            self.close()
            if self._is_stuck():
                self._found = Found(Mute.NO_ANSWER)
                return
            self._engine = engine
            self._mouth = self._take_up(QTextToSpeech("none"), engine)
        self._found = None
        self._wait_for_answer()
        self._mouth.asked.emit(Wish(language, sound.voice, sound.rate, gain(sound.voice_volume)))

    def _take_up(self, speech: QTextToSpeech, engine: str) -> Mouth:
        """Start the engine. Called through the event loop, so that Python goes on while a server is waited for."""
        mouth = Mouth(speech)
        mouth.found.connect(self._on_found)
        mouth.spoke.connect(self._on_spoke)
        mouth.heard.connect(self._on_heard)
        application = QCoreApplication.instance()
        if engine in SERVED and application is not None:
            self._home = Home(mouth, application)
            self._home.start()
        QMetaObject.invokeMethod(speech, "setEngine", QUEUED, Q_ARG(str, engine))
        return mouth

    def say(self, words: str) -> None:
        """Say it now."""
        if self._mouth is None or self.mute is not None:
            return
        self._number += 1
        self._speaking, self._patience = True, PATIENCE_MS + MS_PER_LETTER * len(words)
        self._since.start()
        self._wait_for_answer()
        self._mouth.latest = self._number
        self._mouth.told.emit(Line(self._number, words))

    def hush(self) -> None:
        """Be silent at once; engines have no fade of their own."""
        if self._mouth is not None:
            self._mouth.latest = 0
            self._mouth.hushed.emit()
        self._speaking = False

    def close(self) -> None:
        """Let go of the engine; one that does not answer is left to itself."""
        self.hush()
        self._unanswered.invalidate()
        mouth, home = self._mouth, self._home
        self._mouth, self._home, self._found = None, None, None
        if mouth is None:
            return
        mouth.found.disconnect(self._on_found)
        mouth.spoke.disconnect(self._on_spoke)
        mouth.heard.disconnect(self._on_heard)
        if home is None:
            mouth.deleteLater()
        else:
            home.quit()
            self._going = home

    def _is_stuck(self) -> bool:
        """Whether an engine that was let go of still waits for its server: another would wait beside it."""
        home = self._going
        return home is not None and isValid(home) and not home.isFinished() and not home.wait(GOING_MS)

    def _wait_for_answer(self) -> None:
        if not self._unanswered.isValid():
            self._unanswered.start()

    def _on_heard(self) -> None:
        self._unanswered.invalidate()

    def _on_found(self, found: Found) -> None:
        self._found = found
        self._unanswered.invalidate()

    def _on_spoke(self, number: int, speaking: bool) -> None:
        if number == self._number:
            self._speaking = speaking
