"""The program at the changing table: how soon it stops, how true its time is, how much it works; a bench, never a test.

    python tools/bench/at_table.py press [--times 1000]      a key until all stands still
    python tools/bench/at_table.py session [--minutes 16] [--sound chimes|voice]   at real speed: drift and work
    python tools/bench/at_table.py idle [--seconds 60]       wake-ups on Today, beside a bare window

Run it on a virtual screen (`xvfb-run -a`); each prints one JSON object. docs/bench.md tells what is measured.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from babymassage_gui.adapters.allocator import give_back_pictures
from babymassage_gui.adapters.clock import SystemClock
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.planner import Wish, make_plan
from babymassage_gui.core.ports import Senses
from babymassage_gui.core.prompts import Chime, prompts_of
from babymassage_gui.core.session import Happening, Session
from babymassage_gui.core.session_table import Phase
from babymassage_gui.core.sound import Mute, Sound, SoundMode
from babymassage_gui.gui import app
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.pages.paused import PausedPage
from babymassage_gui.services.household import Household
from babymassage_gui.services.manner import Manner
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.settings_file import SettingsFile
from tools.bench.family import household, settle
from tools.bench.idle import idle

AGE_DAYS = 200


class LeapingClock(SystemClock):
    """The computer's clock, in which some seconds may be left out: count-ins are not waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._left_out = 0.0

    def now(self) -> float:
        """Seconds since it was made."""
        return super().now() + self._left_out

    def leap(self, seconds: float) -> None:
        """Leave out so many seconds."""
        self._left_out += seconds


class SilentSenses:
    """Fits the ports Speech and Chimes: nothing is heard, the instant of the last hush is kept."""

    mute: Mute | None = None
    ready = True
    speaking = True

    def __init__(self) -> None:
        self.hushed_at = 0.0

    def begin(self, sound: Sound, language: str = "") -> None:
        """Nothing to get ready."""

    def engines(self) -> tuple[str, ...]:
        """None."""
        return ()

    def voices(self) -> tuple[str, ...]:
        """None."""
        return ()

    def say(self, words: str) -> None:
        """Nothing is heard."""

    def play(self, chime: Chime, share: float = 1.0) -> None:
        """Nothing is heard."""

    def hush(self) -> None:
        """Keep the instant."""
        self.hushed_at = time.perf_counter()

    def close(self) -> None:
        """Nothing to let go of."""


class Painted(QObject):
    """Notes when a page was painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.times = 0
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Fits Qt; every event passes."""
        self.times += event.type() == QEvent.Type.Paint
        return False


def open_house(folder: Path, clock: SystemClock, senses: Senses | None) -> tuple[Household, MainWindow]:
    """The real window at 1280 x 800 on a made-up family."""
    give_back_pictures()  # as the program does
    application = app.make_application("bench")
    opened = open_log(folder, clock.local_time)
    house = household(opened.log, SettingsFile(folder, clock.local_time), clock)
    whole = app.House(house, load_figures().book, opened.report, False, opened.log.close, senses=senses)
    window = app.make_window(application, whole)
    window.resize(1280, 800)
    window.show()
    live(0.5)
    gc.freeze()
    return house, window


def begin(house: Household, window: MainWindow, minutes: int) -> None:
    """A massage of so many minutes runs in the window."""
    taught = house.catalogue
    plan = make_plan(taught, Wish(taught.routines["everyday"], age_of_days(AGE_DAYS), minutes))
    baby = house.baby
    house.runner.start(plan, "" if baby is None else baby.id, Manner())
    window.rooms.began.emit()


def live(seconds: float) -> None:
    """Let the window's events come and go, as in the program's own loop, which sleeps between them."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def press(times: int) -> dict[str, float]:
    """From a key's arrival to the frozen clock, to the hush, and to the repainted window; milliseconds."""
    chance, clock, ears = random.Random(5), LeapingClock(), SilentSenses()
    taken: list[tuple[float, float, float]] = []
    with tempfile.TemporaryDirectory() as name:
        settle(Path(name), sessions=3)
        house, window = open_house(Path(name), clock, Senses(ears, ears))
        begin(house, window, 15)
        live(1.0)
        while len(taken) < times:
            if not house.runner.running:
                begin(house, window, 15)
            to_a_random_moment(house, clock, chance)
            if house.runner.session.phase is Phase.STEP:
                taken.append(one_press(house, window, ears))
                live(0.2)
        window.close()
    names = ("frozen", "hushed", "repainted")
    found: dict[str, float] = {"presses": float(len(taken))}
    for place, what in enumerate(names):
        values = [one[place] for one in taken]
        found |= {
            f"{what}_median_ms": round(median(values), 2),
            f"{what}_p99_ms": round(quantiles(values, n=100)[-1], 2),
            f"{what}_slowest_ms": round(max(values), 2),
        }
    return found


def to_a_random_moment(house: Household, clock: LeapingClock, chance: random.Random) -> None:
    """Some part of the body, some seconds into it; the frames before the press are as in any session."""
    runner = house.runner
    if runner.session.phase is Phase.PAUSED:
        blocks = sorted({one.step.block for one in runner.session.steps})
        runner.jump_to(chance.choice(blocks)) if chance.random() < 0.2 else runner.resume()
    for _ in range(chance.randrange(2, 8)):
        clock.leap(chance.uniform(0.5, 2.7))
        runner.tick()
    live(chance.uniform(0.15, 0.3))


def one_press(house: Household, window: MainWindow, ears: SilentSenses) -> tuple[float, float, float]:
    """Milliseconds to each of the three."""
    frozen: list[float] = []
    stop = house.runner.subscribe(lambda _happening: frozen.append(time.perf_counter()), first=True)
    painted = Painted(next(iter(window.stack.findChildren(PausedPage))))
    begun = time.perf_counter()
    QCoreApplication.sendEvent(
        window.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    )
    while not painted.times and time.perf_counter() - begun < 1.0:
        QApplication.processEvents()
    ended = time.perf_counter()
    stop()
    painted.deleteLater()
    if not painted.times or house.runner.session.phase is not Phase.PAUSED:
        raise RuntimeError("a press did not stop the session")
    return tuple((at - begun) * 1000 for at in (frozen[0], ears.hushed_at, ended))  # type: ignore[return-value]


def whole_session(minutes: float, *, sound: str, due: Path | None = None) -> dict[str, object]:
    """A session at real speed: is its time true, how late is each change told, how much processor does it take.

    `drift_ms`: the session's instants at the last change against another clock of the computer, begun with it.
    `plan_ms`: the time in steps against the seconds of the steps that were played.
    """
    told: list[tuple[float, float, Happening]] = []
    with tempfile.TemporaryDirectory() as name:
        settle(Path(name), sessions=3)
        house, window = open_house(Path(name), SystemClock(), None if sound == "silent" else _real_senses())
        house.change(replace(house.settings, sound=Sound(SoundMode(sound))))
        runner = house.runner
        runner.subscribe(lambda happening: told.append((time.perf_counter(), runner.now(), happening)))
        begun, at, work = time.perf_counter(), runner.now(), time.process_time()
        begin(house, window, 15)
        loop, looking = QEventLoop(), QTimer()
        looking.timeout.connect(lambda: None if runner.running else loop.quit())
        looking.start(1000)
        QTimer.singleShot(round(minutes * 60_000), loop.quit)
        loop.exec()
        seconds, used, session = time.perf_counter() - begun, time.process_time() - work, runner.session
        window.close()
    if due is not None:
        due.write_text(json.dumps(due_chimes(session, told)), encoding="utf-8")
    late = [(instant - happening.at) * 1000 for _heard, instant, happening in told]
    heard, instant, over = told[-1]
    planned = sum(one.seconds for one in session.steps[: len(session.records)])
    return {
        "seconds": round(seconds, 1), "changes": len(told), "ending": session.ending,
        "drift_ms": round(((instant - at) - (heard - begun)) * 1000, 3),
        "plan_ms": round((sum(record.seconds for record in session.records) - planned) * 1000, 3),
        "told_late_median_ms": round(median(late), 2), "told_late_worst_ms": round(max(late), 2),
        "told_late_last_ms": round(late[-1], 2), "active_seconds": round(over.active_seconds, 3),
        "cpu_percent": round(100 * used / seconds, 2), "sound": sound,
    }  # fmt: skip


def due_chimes(session: Session, told: list[tuple[float, float, Happening]]) -> list[tuple[float, str]]:
    """The instants of `time.perf_counter` at which chimes of the steps were due, but that of the half; and which."""
    found = []
    for number, (heard, instant, happening) in enumerate(told):
        ends = told[number + 1][2].at if number + 1 < len(told) else float("inf")
        if happening.phase is Phase.STEP and happening.started:
            begun = heard + happening.at - instant
            prompts = prompts_of(session.steps[happening.index], has_next=True)
            found += [
                (begun + prompt.offset, prompt.chime.value)
                for prompt in prompts
                if prompt.chime is not None and happening.at + prompt.offset < ends
            ]
    return found


def _real_senses() -> Senses:
    from babymassage_gui.adapters.chime import SystemChimes
    from babymassage_gui.adapters.speech import SystemSpeech

    return Senses(SystemSpeech(), SystemChimes())


def main() -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(prog="tools/bench/at_table.py", description=__doc__.splitlines()[0])
    kinds = parser.add_subparsers(dest="what", required=True)
    kinds.add_parser("press").add_argument("--times", type=int, default=1000)
    session = kinds.add_parser("session")
    session.add_argument("--minutes", type=float, default=16.0)
    session.add_argument("--sound", choices=("silent", "chimes", "voice"), default="silent")
    session.add_argument("--due", type=Path, help="a file for the instants of the chimes")
    kinds.add_parser("idle").add_argument("--seconds", type=float, default=60.0)
    asked = parser.parse_args()
    acts: dict[str, Callable[[], dict[str, Any]]] = {
        "press": lambda: press(asked.times),
        "session": lambda: whole_session(asked.minutes, sound=asked.sound, due=asked.due),
        "idle": lambda: idle(asked.seconds),
    }
    print(json.dumps(acts[asked.what]()))


if __name__ == "__main__":
    main()
