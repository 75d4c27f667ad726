"""An engine of Qt's text-to-speech, in the thread that it lives in; Python never waits for it.

Whatever asks a speech server anything is handed to Qt's event loop: a call from Python would keep Python's lock for as
long as the server is silent, and with it the whole program, the stop included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QCoreApplication, QDeadlineTimer, QLocale, QMetaObject, QObject, Qt, QThread, Signal

from babymassage_gui.core.sound import Mute

if TYPE_CHECKING:
    from PySide6.QtCore import QGenericArgumentHolder
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

QUEUED = Qt.ConnectionType.QueuedConnection
CLOSING_MS = 1000
STALE_MS = 2000
"""A line that had to wait so long for its engine is no longer true."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A language as "en" or "de_AT", the name of a voice or "", the rate and the amplitude."""

    language: str
    voice: str
    rate: float
    gain: float


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine has for a wish."""

    mute: Mute | None
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Something to say; the number tells one from another."""

    number: int
    words: str
    until: QDeadlineTimer = field(default_factory=lambda: QDeadlineTimer(STALE_MS))


class Mouth(QObject):
    """Has the engine, in the engine's thread. Everything is asked by signals and answered by signals."""

    asked = Signal(object)
    told = Signal(object)
    hushed = Signal()
    found = Signal(object)
    heard = Signal()
    """The engine has come as far as the last line: it is alive."""
    spoke = Signal(int, bool)
    _looked = Signal()
    _handed_over = Signal(int)

    def __init__(self, engine: QTextToSpeech) -> None:
        super().__init__()
        self._engine = engine
        self._number = 0
        self._wish: Wish | None = None
        self._locales: Iterator[QLocale] = iter(())
        self._looking: QLocale | None = None
        self._voices: list[QVoice] = []
        self.latest = 0
        """The line that is wanted by now, 0 for none; written by whoever tells, read by the engine's thread."""
        engine.setParent(self)
        # Queued also where there is no thread: the engine is started through the event loop, and comes first.
        self.asked.connect(self._on_asked, QUEUED)
        self.told.connect(self._on_told, QUEUED)
        self.hushed.connect(self._on_hushed, QUEUED)
        # Queued behind what the engine was asked before.
        self._looked.connect(self._on_looked, QUEUED)
        self._handed_over.connect(self._on_handed_over, QUEUED)
        engine.stateChanged.connect(self._on_state)

    def _ask(self, slot: str, *arguments: QGenericArgumentHolder) -> None:
        """Let Qt's event loop call the engine, without Python's lock."""
        QMetaObject.invokeMethod(self._engine, slot, QUEUED, *arguments)

    def _on_asked(self, wish: Wish) -> None:
        self._wish, self._looking = wish, None
        self._settle()

    def _settle(self) -> None:
        """Look for voices of the wish, once the engine has told what languages it has."""
        wish, engine = self._wish, self._engine
        if wish is None or self._looking is not None:
            return
        if engine.state() is type(engine).State.Error:
            self._answer(Found(Mute.NO_ENGINE))
            return
        # Among the locales there may be one called "C", without a voice of any language.
        locales = [one for one in engine.availableLocales() if one.language() != QLocale.Language.C]
        if not locales and engine.state() is not type(engine).State.Ready:
            return
        wanted = QLocale(wish.language)
        fit = [one for one in locales if one.language() == wanted.language()]
        fit.sort(key=lambda one: one.territory() != wanted.territory())
        self._locales, self._voices = iter(fit), []
        self._look_on(wish)

    def _look_on(self, wish: Wish) -> None:
        """An engine tells the voices of one locale at a time; the first locale suits best."""
        self._looking = next(self._locales, None)
        if self._looking is None:
            self._choose(wish)
        else:
            self._ask("setLocale", Q_ARG(QLocale, self._looking))
            self._looked.emit()

    def _on_looked(self) -> None:
        if self._wish is not None and self._looking is not None:
            # Of a hundred variants ("English+Adam") only the voice itself.
            voices = self._engine.availableVoices()
            self._voices += [voice for voice in voices if "+" not in voice.name()] or voices
            self._look_on(self._wish)

    def _choose(self, wish: Wish) -> None:
        if not self._voices:
            self._answer(Found(Mute.NO_VOICE))
            return
        chosen = next((voice for voice in self._voices if voice.name() == wish.voice), self._voices[0])
        self._ask("setLocale", Q_ARG(QLocale, chosen.locale()))
        self._ask("setVoice", Q_ARG(type(chosen), chosen))
        self._ask("setRate", Q_ARG(float, wish.rate))
        self._ask("setVolume", Q_ARG(float, wish.gain))
        self._answer(Found(None, tuple(dict.fromkeys(voice.name() for voice in self._voices))))

    def _answer(self, found: Found) -> None:
        self._wish = None
        self.found.emit(found)

    def _on_told(self, line: Line) -> None:
        if line.number != self.latest or line.until.hasExpired():
            self.heard.emit()
            return
        # To say something new the engine ends what it was saying, which is not the end of this.
        self._number = 0
        self._ask("say", Q_ARG(str, line.words))
        self._handed_over.emit(line.number)

    def _on_handed_over(self, number: int) -> None:
        self._number = number
        self.heard.emit()

    def _on_hushed(self) -> None:
        self._ask("stop")

    def _on_state(self, state: QTextToSpeech.State) -> None:
        self._settle()
        kinds = type(self._engine).State
        self.spoke.emit(self._number, state in (kinds.Speaking, kinds.Synthesizing))


class Home(QThread):
    """The thread of one mouth. It ends when its engine lets it; only the end of the program waits for that."""

    def __init__(self, mouth: Mouth, application: QCoreApplication) -> None:
        super().__init__(application)
        self._mouth = mouth
        mouth.moveToThread(self)
        self.finished.connect(mouth.deleteLater)
        self.finished.connect(self.deleteLater)
        application.aboutToQuit.connect(self._on_quit)

    def _on_quit(self) -> None:
        self.quit()
        if not self.wait(CLOSING_MS):
            # The server does not answer, and the program must be able to end.
            self.terminate()
            self.wait()
