"""From Today's Start to the first step: how long the program takes after each press, with a real window manager.

    .venv/bin/python tools/bench/taps.py            # a table; needs Xvfb, openbox and xdotool
    .venv/bin/python tools/bench/taps.py FOLDER     # and a picture after each press

It presses like a hand, by xdotool, and looks at the screen, not into the program: the first change after a press is the
first sign, the last large one is the page being there (a page fades in; the figure that moves afterwards is small).
People are not measured here.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tools.bench.family import settle

ROUNDS = 5
SIZE = (1280, 800)
DISPLAY = ":77"
# Where a hand presses, in the window's own pixels, and what with the keys alone.
PRESSES = (
    ("Start, to the check-in", (880, 528), "Return"),
    ("None of these", (290, 633), "Return"),
    ("Last feed, by its chip or digit", (668, 280), "2"),
    ("All ready, begin: to the session", (1055, 620), "Return"),
)
LARGE, SMALL = 0.02, 0.0002
QUIET_SECONDS, LONGEST_SECONDS = 0.7, 6.0


@contextmanager
def screen() -> Iterator[None]:
    """A private screen with a window manager; this process looks at it too."""
    os.environ.update(DISPLAY=DISPLAY, QT_QPA_PLATFORM="xcb")
    with subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]) as server:
        time.sleep(1.0)
        with subprocess.Popen(["openbox"]) as manager:
            time.sleep(1.0)
            yield
            manager.terminate()
        server.terminate()


def xdotool(*words: object) -> str:
    """One command to the screen."""
    return subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True, check=True).stdout.strip()


class Eye:
    """Looks at the middle of the screen."""

    def __init__(self, application: QGuiApplication) -> None:
        self._screen = application.primaryScreen()

    def look(self) -> QImage:
        """What is on the screen now, a quarter as wide and high."""
        picture = self._screen.grabWindow(0).toImage()
        return picture.scaled(picture.width() // 4, picture.height() // 4).convertToFormat(QImage.Format.Format_RGB32)


def changed(before: QImage, after: QImage) -> float:
    """The part of the pixels that is another one."""
    one, other = memoryview(before.constBits()).cast("I"), memoryview(after.constBits()).cast("I")
    return sum(a != b for a, b in zip(one, other, strict=True)) / len(one)


def after_press(eye: Eye, press: Sequence[object]) -> tuple[float, float]:
    """Seconds to the first sign, and to the page being there."""
    before = eye.look()
    began = time.perf_counter()
    xdotool(*press)
    first, last = 0.0, 0.0
    while (now := time.perf_counter() - began) < LONGEST_SECONDS:
        seen = eye.look()
        at = time.perf_counter() - began
        part = changed(before, seen)
        before = seen
        if part > SMALL and not first:
            first = at
        if part > LARGE or not last:
            last = at if first else 0.0
        if first and now - last > QUIET_SECONDS:
            break
    return first, last


def round_of(eye: Eye, home: Path, folder: Path | None, *, keys: bool) -> list[tuple[float, float]]:
    """The presses once, from a fresh start."""
    words = [sys.executable, "-m", "babymassage_gui", "--data-dir", str(home)]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as program:
        try:
            window = xdotool("search", "--sync", "--onlyvisible", "--name", "Baby massage").split()[-1]
            xdotool("windowsize", "--sync", window, *SIZE)
            xdotool("windowactivate", "--sync", window)
            time.sleep(3.0)
            found = []
            for number, (_, at, key) in enumerate(PRESSES):
                if not keys:
                    xdotool("mousemove", "--window", window, *at)
                    time.sleep(0.3)
                found.append(after_press(eye, ("key", key) if keys else ("click", 1)))
                if folder is not None:
                    eye.look()
                    subprocess.run(["import", "-window", window, str(folder / f"{keys:d}-{number}.png")], check=True)
            return found
        finally:
            program.kill()


def main(words: Sequence[str]) -> int:
    """Print a table of medians."""
    missing = [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
    if missing:
        sys.stderr.write(f"needs {', '.join(missing)}\n")
        return 1
    folder = Path(words[0]) if words else None
    with screen():
        application = QGuiApplication([])
        eye = Eye(application)
        for keys in (False, True):
            rounds = []
            for _ in range(ROUNDS):
                with tempfile.TemporaryDirectory() as home:
                    settle(Path(home), sessions=1)
                    rounds.append(round_of(eye, Path(home), folder, keys=keys))
            sys.stdout.write("keys\n" if keys else "mouse\n")
            for number, (name, _, _) in enumerate(PRESSES):
                first, last = (statistics.median(one[number][part] for one in rounds) * 1000 for part in (0, 1))
                sys.stdout.write(f"| {name} | {first:.0f} ms | {last:.0f} ms |\n")
            whole = statistics.median(sum(last for _, last in one) for one in rounds)
            sys.stdout.write(f"| all | | {whole:.2f} s |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
