"""The loudspeaker: plays the chimes through Qt's sound effects. A machine without one, or without the library, is mute.

QtMultimedia is imported when a session begins, never before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl

from babymassage_gui.adapters.quiet import quietly
from babymassage_gui.core.prompts import Chime
from babymassage_gui.core.sound import Mute, Sound, gain

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

FOLDER = "qrc:/sounds"
# Eight steps of 15 ms: silent in 120.
FADE_STEPS, FADE_STEP_MS = 8, 15


class SystemChimes(QObject):
    """Fits the port Chimes."""

    def __init__(self, folder: str = FOLDER) -> None:
        """`folder`: the address under which there is a WAV for each chime."""
        super().__init__()
        self._folder = folder
        self._effects: dict[Chime, QSoundEffect] = {}
        self._gain, self._device = 0.0, b""
        self._mute: Mute | None = None
        # How far each is faded out, in steps.
        self._fading: dict[Chime, int] = {}
        self._timer = QTimer(self, interval=FADE_STEP_MS)
        self._timer.timeout.connect(self._on_fade)

    @property
    def mute(self) -> Mute | None:
        """Why nothing can be heard."""
        return self._mute

    def begin(self, sound: Sound) -> None:
        """Load all chimes, so that each is played without a wait; look anew for a loudspeaker."""
        self._gain = gain(sound.chime_volume)
        try:
            with _without_backends():
                from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

                device = QMediaDevices.defaultAudioOutput()
        except ImportError:
            self._mute = Mute.NO_LIBRARY
            return
        self._mute = Mute.NO_DEVICE if device.isNull() else None
        if self._mute is not None:
            self.close()
            return
        name = bytes(device.id().data())  # to compare devices themselves PySide makes every class of QtMultimedia
        for chime in Chime:
            if chime not in self._effects:
                self._effects[chime] = QSoundEffect()
                self._effects[chime].setSource(QUrl(f"{self._folder}/{chime}.wav"))
            if name != self._device:
                self._effects[chime].setAudioDevice(device)
            self._effects[chime].setVolume(self._gain)
        self._device = name

    def play(self, chime: Chime, share: float = 1.0) -> None:
        """Play one now, from its beginning."""
        effect = self._effects.get(chime)
        if effect is not None:
            self._fading.pop(chime, None)
            effect.setVolume(self._gain * share)
            effect.play()

    def hush(self) -> None:
        """Fade out whatever sounds."""
        for chime, effect in self._effects.items():
            if effect.isPlaying():
                self._fading.setdefault(chime, 0)
        if self._fading:
            self._timer.start()

    def close(self) -> None:
        """Let go of the loudspeaker."""
        self._timer.stop()
        self._fading.clear()
        for effect in self._effects.values():
            effect.stop()
            effect.deleteLater()
        self._effects.clear()
        self._device = b""

    def _on_fade(self) -> None:
        for chime, steps in list(self._fading.items()):
            effect = self._effects[chime]
            if steps + 1 < FADE_STEPS:
                self._fading[chime] = steps + 1
                effect.setVolume(effect.volume() * (1 - 1 / (FADE_STEPS - steps)))
            else:
                effect.stop()
                del self._fading[chime]
        if not self._fading:
            self._timer.stop()


@contextmanager
def _without_backends() -> Iterator[None]:
    """Let QtMultimedia find no player of films: sound effects need none, and the one it would load costs 12 MiB."""
    paths = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    try:
        with quietly():
            yield
    finally:
        QCoreApplication.setLibraryPaths(paths)
