"""How long one frame of the session page takes, at 1280 x 800 off the screen; a child of run.py. Prints JSON.

A frame is what one heartbeat costs: time passes, the page is told the instant, Qt paints what changed. The clock is
moved by hand, so every frame is a thirtieth of a second of the session however long it took.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from statistics import mean, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from babymassage_gui.adapters.allocator import give_back_pictures
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.session_table import Phase
from babymassage_gui.gui import app
from babymassage_gui.gui.bridge import Bridge
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.settings_file import SettingsFile
from tools.bench.family import household, settle
from tools.bench.start import say_all_is_well

FRAME_SECONDS = 1 / 30
FRAMES_A_STEP = 45
STEPS = 8


class HandClock:
    """A clock that stands still until it is moved."""

    speed = 1.0

    def __init__(self) -> None:
        self._start = datetime.now().astimezone()
        self._gone = 0.0

    def now(self) -> float:
        """Seconds since the clock was made."""
        return self._gone

    def local_time(self) -> datetime:
        """The wall clock."""
        return self._start + timedelta(seconds=self._gone)

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self._gone += seconds


def open_window(application: QApplication, folder: Path, clock: HandClock) -> MainWindow:
    """The real window on a made-up family, with a session begun."""
    opened = open_log(folder, clock.local_time)
    house = household(opened.log, SettingsFile(folder, clock.local_time), clock)
    window = app.make_window(application, app.House(house, load_figures().book, opened.report, False, opened.log.close))
    window.resize(1280, 800)
    window.show()
    application.processEvents()
    window.home.start_button.click()
    wait(application)
    say_all_is_well(window.stack.currentWidget())
    wait(application)
    return window


def wait(application: QApplication) -> None:
    """Until the fade to a page is over, which is not a frame of it."""
    settled = time.monotonic() + 1.0
    while time.monotonic() < settled:
        application.processEvents()


def measure(application: QApplication, window: MainWindow, clock: HandClock) -> list[float]:
    """Milliseconds of each frame: the change to a step, and the frames behind it, for several steps."""
    (bridge,) = window.findChildren(Bridge)
    bridge.stop()
    runner = bridge.household.runner
    taken: list[float] = []
    for _step in range(STEPS):
        for _frame in range(FRAMES_A_STEP):
            clock.move(FRAME_SECONDS)
            begun = time.perf_counter()
            runner.tick()
            bridge.beat.emit()
            application.processEvents()
            taken.append((time.perf_counter() - begun) * 1000)
        index = runner.session.index
        while runner.session.phase is not Phase.STEP or runner.session.index == index:
            clock.move(0.25)
            runner.tick()
    return taken


def main() -> None:
    """Play, measure, print."""
    give_back_pictures()  # as the program does
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), HandClock()
        settle(folder, sessions=3)
        application = app.make_application("bench")
        window = open_window(application, folder, clock)
        taken = measure(application, window, clock)
        window.close()
    found = {"mean_ms": mean(taken), "p95_ms": quantiles(taken, n=20)[-1], "slowest_ms": max(taken)}
    print(json.dumps({**{key: round(value, 2) for key, value in found.items()}, "frames": len(taken)}))


if __name__ == "__main__":
    main()
