"""Plays a session into a virtual loudspeaker, records it, and tells how far each chime is from its instant.

    python -m tools.sounds.heard [--minutes 3] [--mode voice|chimes] [--keep FILE.s16]

Needs PulseAudio (`pulseaudio`, `parec`), Xvfb and, for the voice, speech-dispatcher with espeak-ng; nothing else on the
machine is touched: the sound server has a folder of its own. The chimes are found by matching the recording with their
files. When a sample was recorded is known from when it arrived: the least delay of all of them is taken for none.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import wave
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
RATE, CHUNK = 44_100, 441
# How far from its instant a chime is looked for, and how alike it must be.
LOOK_SECONDS, ALIKE = 0.25, 0.5
AROUND_SECONDS = 5.0

Samples = NDArray[np.float64]


class Recorder(threading.Thread):
    """Reads what `parec` hears, and when each piece came."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.pieces: list[bytes] = []
        self._begun: list[tuple[float, float]] = []

    def run(self) -> None:
        """Until `parec` ends."""
        stream, count = self._process.stdout, 0
        while stream is not None and (piece := stream.read(2 * CHUNK)):
            self.pieces.append(piece)
            count += len(piece) // 2
            now = time.perf_counter()
            self._begun.append((now, now - count / RATE))

    def begun(self, instant: float) -> float:
        """When the first sample was recorded, as the promptest piece of ten seconds around an instant tells it.

        Of ten seconds only: the sound server's clock is another one and runs a little faster or slower.
        """
        return min(begun for at, begun in self._begun if abs(at - instant) <= AROUND_SECONDS)

    def samples(self) -> Samples:
        """All of it, from -1 to 1."""
        return np.frombuffer(b"".join(self.pieces), dtype="<i2").astype(np.float64) / 32_768


@contextlib.contextmanager
def loudspeaker() -> Iterator[Mapping[str, str]]:
    """A sound server that plays to nobody, in a folder of its own; the environment for those who play."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o700)
        plain = {**os.environ, "XDG_RUNTIME_DIR": folder, "PULSE_RUNTIME_PATH": f"{folder}/pulse"}
        server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--load=module-null-sink sink_name=n",
             "--load=module-native-protocol-unix"],
            env=plain, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            time.sleep(2.0)
            yield plain
        finally:
            server.terminate()
            server.wait()


def play(minutes: float, mode: str, folder: Path, environment: Mapping[str, str]) -> tuple[Recorder, dict[str, object]]:
    """A session at real speed in the real window, recorded."""
    listening = subprocess.Popen(
        ["parec", "-d", "n.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=5"],
        env=dict(environment), stdout=subprocess.PIPE, bufsize=0,
    )  # fmt: skip
    recorder = Recorder(listening)
    recorder.start()
    bench = str(ROOT / "tools" / "bench" / "at_table.py")
    words = ["session", "--sound", mode, "--minutes", f"{minutes:g}", "--due", str(folder / "due.json")]
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, bench, *words], env=dict(environment), cwd=ROOT, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    listening.terminate()
    recorder.join()
    if done.returncode:
        raise SystemExit(done.stderr[-1500:])
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return recorder, found


def chime_samples(name: str) -> Samples:
    """The file of a chime, from -1 to 1."""
    with wave.open(str(ROOT / "assets" / "sounds" / f"{name}.wav")) as file:
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.float64) / 32_768


def place_of(chime: Samples, heard: Samples, about: int) -> tuple[int, float]:
    """Where a chime begins in a recording, looked for about a sample, and how alike it is there, 0 to 1."""
    reach = round(LOOK_SECONDS * RATE)
    begin = max(0, about - reach)
    part = heard[begin : about + reach + len(chime)]
    if len(part) < len(chime):
        return about, 0.0
    size = 1 << (len(part) + len(chime)).bit_length()
    match = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(chime, size)), size)[
        : len(part) - len(chime) + 1
    ]
    energy = np.convolve(part**2, np.ones(len(chime)), "valid")
    alike = match / np.sqrt(np.maximum(energy, 1e-12) * np.sum(chime**2))
    best = int(np.argmax(alike))
    return begin + best, float(alike[best])


def compare(due: Sequence[tuple[float, str]], recorder: Recorder) -> dict[str, object]:
    """Milliseconds from its instant to each chime, those left out that a voice or another chime lies over."""
    heard, late, missed = recorder.samples(), [], 0
    for instant, name in due:
        begun = recorder.begun(instant)
        place, alike = place_of(chime_samples(name), heard, round((instant - begun) * RATE))
        if alike >= ALIKE:
            late.append((begun + place / RATE - instant) * 1000)
        else:
            missed += 1
    if not late:
        return {"chimes_found": 0, "chimes_under_the_voice": missed}
    middle = median(late)
    return {
        "chimes_found": len(late), "chimes_under_the_voice": missed, "late_median_ms": round(middle, 1),
        "late_least_ms": round(min(late), 1), "late_most_ms": round(max(late), 1),
        "late_over_50_ms": sum(one > 50 for one in late),
        "from_the_median_most_ms": round(max(abs(one - middle) for one in late), 1),
    }  # fmt: skip


def main() -> None:
    """Play, record, compare, print."""
    parser = argparse.ArgumentParser(prog="tools.sounds.heard", description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--mode", choices=("voice", "chimes"), default="chimes", help="default: %(default)s")
    parser.add_argument("--keep", type=Path, help="where to keep the recording, raw 16 bit, one channel")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, loudspeaker() as environment:
        recorder, found = play(asked.minutes, asked.mode, Path(name), environment)
        due = json.loads((Path(name) / "due.json").read_text(encoding="utf-8"))
        if asked.keep is not None:
            asked.keep.write_bytes(b"".join(recorder.pieces))
        print(json.dumps({**found, **compare(due, recorder)}))


if __name__ == "__main__":
    main()
