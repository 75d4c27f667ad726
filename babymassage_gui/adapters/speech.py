"""The system's voice, through Qt's text-to-speech. A machine without one, or without the library, is mute.

QtTextToSpeech is imported when a session begins, never before. Reaching a speech server can take seconds, so an engine
of that kind lives in a thread of its own, and the session never waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QCoreApplication, QElapsedTimer, QLocale, QMetaObject, QObject, Qt, QThread, Signal

from babymassage_gui.adapters.quiet import quietly
from babymassage_gui.core.sound import Mute, Sound, gain

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

# Engines for tests of Qt itself, which make no sound.
NO_VOICES = frozenset({"mock"})
# Engines that ask a server, and wait for its answer.
SERVED = frozenset({"speechd"})
# An engine that never says that it is done is taken to be, after so many seconds and letters at the slowest.
PATIENCE_MS, MS_PER_LETTER = 3000, 200
# A server that has not answered by then is taken to be none; if it comes later, it is heard.
ANSWER_MS = 8000
# An engine that is let go of is gone in a few milliseconds; the window waits for none longer, the end of the program a
# little.
GOING_MS, CLOSING_MS = 200, 1000


@dataclass(frozen=True, slots=True)
class _Wish:
    """A language as "en" or "de_AT", the name of a voice or "", the rate and the amplitude."""

    language: str
    voice: str
    rate: float
    gain: float


@dataclass(frozen=True, slots=True)
class _Found:
    """What an engine has for a wish."""

    mute: Mute | None
    voices: tuple[str, ...] = ()


class _Mouth(QObject):
    """Has the engine, in the engine's thread. Everything is asked by signals and answered by signals."""

    asked = Signal(object)
    told = Signal(int, str)
    hushed = Signal()
    found = Signal(object)
    spoke = Signal(int, bool)

    def __init__(self, engine: QTextToSpeech) -> None:
        super().__init__()
        self._engine = engine
        self._number = 0
        self._wish: _Wish | None = None
        engine.setParent(self)
        # Queued also where there is no thread: the engine is started through the event loop, and comes first.
        self.asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)
        self.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self.hushed.connect(self._on_hushed, Qt.ConnectionType.QueuedConnection)
        engine.stateChanged.connect(self._on_state)

    def _on_asked(self, wish: _Wish) -> None:
        self._wish = wish
        self._settle()

    def _settle(self) -> None:
        """Answer the wish, once the engine has told what voices it has."""
        wish, engine = self._wish, self._engine
        if wish is None:
            return
        if engine.state() is type(engine).State.Error:
            self._answer(_Found(Mute.NO_ENGINE))
            return
        # Among the locales there may be one called "C", without a voice of any language.
        locales = [one for one in engine.availableLocales() if one.language() != QLocale.Language.C]
        if not locales and engine.state() is not type(engine).State.Ready:
            return
        wanted = QLocale(wish.language)
        fit = [one for one in locales if one.language() == wanted.language()]
        fit.sort(key=lambda one: one.territory() != wanted.territory())
        voices = [voice for one in fit for voice in self._voices_of(one)]
        if not voices:
            self._answer(_Found(Mute.NO_VOICE))
            return
        chosen = next((voice for voice in voices if voice.name() == wish.voice), voices[0])
        engine.setLocale(chosen.locale())
        engine.setVoice(chosen)
        engine.setRate(wish.rate)
        engine.setVolume(wish.gain)
        self._answer(_Found(None, tuple(dict.fromkeys(voice.name() for voice in voices))))

    def _voices_of(self, locale: QLocale) -> list[QVoice]:
        """The voices of one locale; of a hundred variants ("English+Adam") only the voice itself."""
        self._engine.setLocale(locale)
        voices = self._engine.availableVoices()
        return [voice for voice in voices if "+" not in voice.name()] or voices

    def _answer(self, found: _Found) -> None:
        self._wish = None
        self.found.emit(found)

    def _on_told(self, number: int, words: str) -> None:
        # To say something new the engine ends what it was saying, which is not the end of this.
        self._number = 0
        self._engine.say(words)
        self._number = number

    def _on_hushed(self) -> None:
        self._engine.stop(type(self._engine).BoundaryHint.Immediate)

    def _on_state(self, state: QTextToSpeech.State) -> None:
        self._settle()
        kinds = type(self._engine).State
        self.spoke.emit(self._number, state in (kinds.Speaking, kinds.Synthesizing))


class SystemSpeech(QObject):
    """Fits the port Speech."""

    def __init__(self, hidden: frozenset[str] = NO_VOICES) -> None:
        """`hidden`: engines that are never used."""
        super().__init__()
        self._hidden = hidden
        self._mouth: _Mouth | None = None
        self._thread: QThread | None = None
        self._engine = ""
        self._engines: tuple[str, ...] = ()
        self._found: _Found | None = None
        self._number, self._speaking, self._patience = 0, False, 0
        self._since, self._asked = QElapsedTimer(), QElapsedTimer()
        # An engine that still waits for its server must not be collected under the thread that it lives in.
        self._leaving: tuple[QThread, _Mouth] | None = None

    @property
    def ready(self) -> bool:
        """Whether it is known by now if there is a voice."""
        return self._found is not None or self._silent_for_long

    @property
    def mute(self) -> Mute | None:
        """Why nothing can be said."""
        if self._found is None:
            return Mute.NO_ENGINE if self._silent_for_long else None
        return self._found.mute

    @property
    def _silent_for_long(self) -> bool:
        return self._asked.isValid() and self._asked.elapsed() > ANSWER_MS

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
            self._found = _Found(Mute.NO_LIBRARY)
            return
        self._engines = tuple(name for name in QTextToSpeech.availableEngines() if name not in self._hidden)
        if not self._engines:
            self._found = _Found(Mute.NO_ENGINE)
            return
        engine = sound.engine if sound.engine in self._engines else self._engines[0]
        # An engine that failed is asked anew: its server may be there by now.
        if self._mouth is None or engine != self._engine or self.mute is Mute.NO_ENGINE:
            self.close()
            if self._is_stuck():
                self._found = _Found(Mute.NO_ENGINE)
                return
            self._engine = engine
            self._mouth = self._take_up(QTextToSpeech("none"), engine)
        self._found = None
        self._asked.start()
        self._mouth.asked.emit(_Wish(language, sound.voice, sound.rate, gain(sound.voice_volume)))

    def _take_up(self, speech: QTextToSpeech, engine: str) -> _Mouth:
        """Start the engine. Called through the event loop, so that Python goes on while a server is waited for."""
        mouth = _Mouth(speech)
        mouth.found.connect(self._on_found)
        mouth.spoke.connect(self._on_spoke)
        if engine in SERVED:
            self._thread = QThread(self)
            mouth.moveToThread(self._thread)
            self._thread.finished.connect(mouth.deleteLater)
            self._thread.start()
            application = QCoreApplication.instance()
            if application is not None:
                # A thread must not outlive the program.
                application.aboutToQuit.connect(self._end, Qt.ConnectionType.UniqueConnection)
        QMetaObject.invokeMethod(speech, "setEngine", Qt.ConnectionType.QueuedConnection, Q_ARG(str, engine))
        return mouth

    def say(self, words: str) -> None:
        """Say it now."""
        if self._mouth is None or self.mute is not None:
            return
        self._number += 1
        self._speaking, self._patience = True, PATIENCE_MS + MS_PER_LETTER * len(words)
        self._since.start()
        self._mouth.told.emit(self._number, words)

    def hush(self) -> None:
        """Be silent at once; engines have no fade of their own."""
        if self._mouth is not None:
            self._mouth.hushed.emit()
        self._speaking = False

    def close(self) -> None:
        """Let go of the engine."""
        self.hush()
        mouth, thread = self._mouth, self._thread
        self._mouth, self._thread, self._found = None, None, None
        self._asked.invalidate()
        if mouth is None:
            return
        mouth.found.disconnect(self._on_found)
        mouth.spoke.disconnect(self._on_spoke)
        if thread is None:
            mouth.deleteLater()
            return
        thread.quit()
        if not thread.wait(GOING_MS):
            # The server does not answer; no parent waits for it too.
            self._leaving = thread, mouth

    def _is_stuck(self) -> bool:
        """Whether an engine that was let go of still waits for its server: another would wait beside it."""
        if self._leaving is not None and self._leaving[0].isFinished():
            self._leaving = None
        return self._leaving is not None

    def _end(self) -> None:
        """The program goes; nothing may keep it."""
        self.close()
        if self._leaving is not None and not self._leaving[0].wait(CLOSING_MS):
            self._leaving[0].terminate()
            self._leaving[0].wait()

    def _on_found(self, found: _Found) -> None:
        self._found = found

    def _on_spoke(self, number: int, speaking: bool) -> None:
        if number == self._number:
            self._speaking = speaking
