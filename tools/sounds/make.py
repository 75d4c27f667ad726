"""Makes the chimes in assets/sounds/: soft tones of our own, one for each change in a session.

    python -m tools.sounds.make            write them all
    python -m tools.sounds.make FOLDER     write them somewhere else

Each is a few struck notes of the same five-note scale, a fundamental with two quiet partials that fade first. All have
the same loudness (root mean square over what sounds), begin and end in silence, and need the standard library only.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "sounds"
RATE = 44_100
# Of full scale. Low, so that the default volume is soft and no sum of partials comes near clipping.
LOUDNESS_DB = -24.0
# What is quieter than this share of the peak does not sound.
SOUNDING = 0.01
# Partials: how many times the note's frequency, how strong, how many times faster it fades.
PARTIALS = ((1.0, 1.0, 1.0), (2.0, 0.22, 1.7), (3.0, 0.06, 2.6))
G3, C4, E4, G4, A4, C5, D5, E5, G5 = 196.0, 261.63, 329.63, 392.0, 440.0, 523.25, 587.33, 659.26, 783.99


@dataclass(frozen=True, slots=True)
class Note:
    """A tone of `hertz` from `begins` seconds on; it swells for `swell` and halves about every `fade` seconds."""

    hertz: float
    begins: float = 0.0
    strength: float = 1.0
    swell: float = 0.018
    fade: float = 0.07


@dataclass(frozen=True, slots=True)
class Sound:
    """Notes in a sound of so many seconds, which fades out over its last `out` seconds."""

    seconds: float
    notes: tuple[Note, ...]
    out: float = 0.12


SOUNDS = {
    # Up and open: something is about to begin.
    "ready": Sound(0.42, (Note(G4), Note(C5, 0.14))),
    # One drop, short enough to count strokes by.
    "tick": Sound(0.12, (Note(C5, swell=0.012, fade=0.03),), out=0.06),
    "step": Sound(0.36, (Note(C5), Note(E5, 0.10))),
    # Round, over and down: the baby is turned.
    "turn": Sound(0.50, (Note(C5), Note(G5, 0.12, 0.8), Note(D5, 0.24))),
    # No stroke at all, a breath.
    "hold": Sound(0.36, (Note(A4, swell=0.12, fade=0.2), Note(E4, strength=0.5, swell=0.12, fade=0.2)), out=0.16),
    "half": Sound(0.42, (Note(E5), Note(E5, 0.16, 0.8))),
    # Home again, and left to ring.
    "end": Sound(0.70, (Note(G5, 0.0, 0.8), Note(E5, 0.14), Note(C5, 0.28, fade=0.11), Note(C4, 0.28, 0.5, fade=0.14))),
    # Low and slow, the quietest colour of all.
    "paused": Sound(
        0.42,
        (Note(E4, swell=0.05, fade=0.1), Note(C4, 0.14, swell=0.05, fade=0.12), Note(G3, 0.14, 0.3, swell=0.05)),
        out=0.16,
    ),
}  # fmt: skip


def eased(share: float) -> float:
    """From 0 to 1 without a corner."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, share)))


def samples(sound: Sound) -> list[int]:
    """The sound as signed 16-bit samples, at the loudness of all."""
    count = round(sound.seconds * RATE)
    wave_form = [_at(sound, index / RATE) for index in range(count)]
    gain = 10 ** (LOUDNESS_DB / 20) / loudness(wave_form)
    return [round(value * gain * 32_767) for value in wave_form]


def _at(sound: Sound, at: float) -> float:
    rest = eased((sound.seconds - at) / sound.out)
    return rest * math.fsum(_note_at(note, at - note.begins) for note in sound.notes if at >= note.begins)


def _note_at(note: Note, at: float) -> float:
    tone = math.fsum(
        strength * math.sin(2 * math.pi * note.hertz * times * at) * 2 ** (-at * faster / note.fade)
        for times, strength, faster in PARTIALS
    )
    return note.strength * eased(at / note.swell) * tone


def loudness(wave_form: Sequence[float]) -> float:
    """The root mean square from the first to the last sample that sounds."""
    floor = SOUNDING * max(abs(value) for value in wave_form)
    heard = [index for index, value in enumerate(wave_form) if abs(value) >= floor]
    part = wave_form[heard[0] : heard[-1] + 1]
    return math.sqrt(math.fsum(value * value for value in part) / len(part))


def write(path: Path, values: Sequence[int]) -> None:
    """A WAV of one channel."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


def main(words: Sequence[str]) -> int:
    folder = Path(words[0]) if words else DEFAULT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, sound in SOUNDS.items():
        write(folder / f"{name}.wav", samples(sound))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
