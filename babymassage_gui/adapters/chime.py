"""The loudspeaker: plays the chimes through Qt's audio sink. A machine without one, or without the library, is mute.

QtMultimedia is imported when a session begins, never before. Not through QSoundEffect: Qt 6.11 takes the end of each
sound apart in the thread of the sound server, and what is left of it may keep the event loop busy for ever,
the stop included (decision 055). A sink stays open from the beginning of a session to its end, and is only written to.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QFile, QObject, QTimer

from babymassage_gui.adapters.quiet import quietly
from babymassage_gui.core.prompts import Chime
from babymassage_gui.core.sound import Mute, Sound, gain

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink

FOLDER = ":/sounds"
# As many chimes may sound at once; a further one waits for the first of them to end.
VOICES = 3
# Eight steps of 15 ms: silent in 120.
FADE_STEPS, FADE_STEP_MS = 8, 15


@dataclass(frozen=True, slots=True)
class _Sample:
    """One chime: 16-bit samples of one channel, and how long they sound."""

    data: bytes
    rate: int

    @property
    def milliseconds(self) -> int:
        return 500 * len(self.data) // self.rate


class _Voice:
    """A sink that stays open: nothing is begun or ended for a chime, it is written and sounds at once."""

    def __init__(self, sink: QAudioSink, room: int) -> None:
        self._sink = sink
        sink.setBufferSize(room)
        self._entrance = sink.start()
        self._since, self._lasts, self._faded = QElapsedTimer(), 0, FADE_STEPS

    @property
    def left(self) -> int:
        """Milliseconds that its last chime will still sound."""
        return max(0, self._lasts - self._since.elapsed()) if self._since.isValid() else 0

    @property
    def fading(self) -> bool:
        """Whether a fade has begun that is not over."""
        return self._faded < FADE_STEPS

    def play(self, sample: _Sample, volume: float) -> None:
        """Let a chime follow on what it may still hold."""
        self._sink.setVolume(volume)
        self._entrance.write(sample.data)
        self._lasts, self._faded = self.left + sample.milliseconds, FADE_STEPS
        self._since.start()

    def fade(self) -> None:
        """Begin to fade, if it sounds; what is left of the chime then passes unheard."""
        if self.left and not self.fading:
            self._faded = 0

    def fade_on(self) -> None:
        """One step softer."""
        self._faded += 1
        self._sink.setVolume(self._sink.volume() * (1 - 1 / (FADE_STEPS - self._faded + 1)))

    def close(self) -> None:
        """Let go of the loudspeaker."""
        self._sink.stop()
        self._sink.deleteLater()


class SystemChimes(QObject):
    """Fits the port Chimes."""

    def __init__(self, folder: str = FOLDER) -> None:
        """`folder` has a WAV for each chime."""
        super().__init__()
        self._folder = folder
        self._samples: dict[Chime, _Sample] = {}
        self._voices: list[_Voice] = []
        self._gain, self._device = 0.0, b""
        self._mute: Mute | None = None
        self._timer = QTimer(self, interval=FADE_STEP_MS)
        self._timer.timeout.connect(self._on_fade)

    @property
    def mute(self) -> Mute | None:
        """Why nothing can be heard."""
        return self._mute

    def begin(self, sound: Sound) -> None:
        """Open the loudspeaker, so that each chime is played without a wait; look anew for one."""
        self._gain = gain(sound.chime_volume)
        try:
            with _without_backends():
                from PySide6.QtMultimedia import QMediaDevices

                device = QMediaDevices.defaultAudioOutput()
        except ImportError:
            self._mute = Mute.NO_LIBRARY
            return
        self._mute = Mute.NO_DEVICE if device.isNull() else None
        # Compared by name: to compare devices themselves PySide makes every class of QtMultimedia.
        name = bytes(device.id().data())
        if self._mute is not None or name != self._device:
            self.close()
        if self._mute is None and not self._voices:
            self._open(device)
            self._device = name

    def _open(self, device: QAudioDevice) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink

        self._samples = {chime: _read(f"{self._folder}/{chime}.wav") for chime in Chime}
        form = QAudioFormat()
        form.setSampleRate(self._samples[Chime.STEP].rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        room = 2 * max(len(sample.data) for sample in self._samples.values())
        self._voices = [_Voice(QAudioSink(device, form), room) for _ in range(VOICES)]

    def play(self, chime: Chime, share: float = 1.0) -> None:
        """Play one now, from its beginning."""
        if self._voices:
            voice = min(self._voices, key=lambda one: one.left)
            voice.play(self._samples[chime], self._gain * share)

    def hush(self) -> None:
        """Fade out whatever sounds."""
        for voice in self._voices:
            voice.fade()
        self._timer.start()

    def close(self) -> None:
        """Let go of the loudspeaker."""
        self._timer.stop()
        for voice in self._voices:
            voice.close()
        self._voices.clear()
        self._device = b""

    def _on_fade(self) -> None:
        fading = [voice for voice in self._voices if voice.fading]
        for voice in fading:
            voice.fade_on()
        if not fading:
            self._timer.stop()


def _read(path: str) -> _Sample:
    """A chime of the program's own; each is a WAV of 16 bits and one channel, which a test of tools/sounds holds."""
    file = QFile(path)
    file.open(QFile.OpenModeFlag.ReadOnly)
    with wave.open(io.BytesIO(file.readAll().data()), "rb") as sound:
        return _Sample(sound.readframes(sound.getnframes()), sound.getframerate())


@contextmanager
def _without_backends() -> Iterator[None]:
    """Let QtMultimedia find no player of films: chimes need none, and the one it would load costs 12 MiB."""
    paths = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    try:
        with quietly():
            yield
    finally:
        QCoreApplication.setLibraryPaths(paths)
