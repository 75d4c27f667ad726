"""How Progress behaves over a large log: until it is painted, and each frame of panning and zooming.

    python tools/bench/progress.py                      # 100,000 sessions through the real storage and the real window
    python tools/bench/progress.py --sessions N
    python tools/bench/progress.py --growth             # 1,000 to 1,000,000 sessions, as a table
    python tools/bench/progress.py --a-day              # frames with one, two, four sessions a day

The window is opened on Today, which reads the whole log; numpy and pyqtgraph are loaded; then Progress is pressed on
the rail. `painted` is until the chart was painted, `all of it` until comfort by place was counted and painted too.
Times are of this process's processor, and where it is said of the wall: the machine may be shared. For the growth no
log is written: a million sessions with their steps would not fit into the memory of a laptop, so the records share
theirs. Twelve sessions a day are more than any family has, but a log with so many must lie between the years that the
storage takes.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

import babymassage_gui
from babymassage_gui.adapters.clock import SystemClock
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load_playable
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.progress import progress_of, target_line
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui import app
from babymassage_gui.gui.pages.progress import ProgressPage
from babymassage_gui.gui.pages.progress_view import Besides
from babymassage_gui.gui.theme import Theme
from babymassage_gui.services.household import Household, Stores
from babymassage_gui.storage import rows, statements
from babymassage_gui.storage.opening import open_log
from babymassage_gui.storage.settings_file import SettingsFile

SIZE = (1280, 800)
A_DAY = 12
GROWTH = (1_000, 10_000, 100_000, 1_000_000)
FRAMES = 120
MOODS = (Mood.CALM, Mood.CALM, Mood.UNSETTLED, Mood.CALM, Mood.CRIED, Mood.CALM, Mood.ASLEEP)
Times = dict[str, float]


class Stopwatch:
    """Milliseconds of the processor and of the wall since it was made."""

    def __init__(self) -> None:
        self._processor, self._wall = time.process_time(), time.perf_counter()

    @property
    def processor(self) -> float:
        """Of this process's processor."""
        return (time.process_time() - self._processor) * 1000

    @property
    def wall(self) -> float:
        """Of the wall."""
        return (time.perf_counter() - self._wall) * 1000


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's
        """Never holds anything back."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def made_up(number: int, of: int, baby: Baby, steps: Sequence[StepRecord], a_day: int = A_DAY) -> SessionRecord:
    """One of many massages, so many a day up to today, of all answers; some ended early."""
    start = datetime.now(UTC).replace(hour=18, minute=0, second=0, microsecond=0)  # a bench
    start -= timedelta(hours=24 / a_day) * (of - number)
    mood = MOODS[number % len(MOODS)]
    ending = {Mood.CRIED: Ending.EARLY, Mood.ASLEEP: Ending.ASLEEP}.get(mood, Ending.FINISHED)
    minutes = 15.0 if ending is Ending.FINISHED else 4.0 + number % 9
    end = start + timedelta(minutes=minutes)
    return SessionRecord(
        str(uuid.UUID(int=number, version=4)), baby.id, Kind.MASSAGE, "everyday", start, 60, 12 + number % 4, 900.0, "",
        minutes * 60, end, end, ending, mood, "", tuple(steps),
    )  # fmt: skip


def taught_steps() -> tuple[StepRecord, ...]:
    """What a massage leaves in the log: the steps of the content's own, 17 of them."""
    catalogue = load_playable().catalogue
    ids = catalogue.routines["everyday"].steps[:17]
    return tuple(StepRecord(step, StepOutcome.DONE, 50.0 + place) for place, step in enumerate(ids))


def write_log(folder: Path, sessions: int) -> Baby:
    """A log with so many sessions, through the storage's own rows."""
    born = date.today() - timedelta(days=sessions // A_DAY + 60)  # noqa: DTZ011  # a bench
    baby = Baby(str(uuid.uuid4()), "Mila", born, navel_healed=True)
    steps = taught_steps()
    with open_log(folder, SystemClock().local_time).log as log:
        log.save(baby)
        log.connection.execute("BEGIN")
        all_rows = (rows.of_session(made_up(n, sessions, baby, steps), datetime.now(UTC)) for n in range(sessions))
        log.connection.executemany(statements.ADD_SESSION, all_rows)
        log.connection.execute("COMMIT")
    return baby


def yardstick() -> float:
    """Milliseconds of something that never changes, for comparing two machines, or one by day and by night."""
    watch, total = Stopwatch(), 0
    for number in range(1_000_000):
        total += number & 3
    return watch.processor


def until(application: QApplication, holds: Callable[[], bool]) -> None:
    """Let Qt work until something holds."""
    while not holds():
        application.processEvents()


def through_the_window(application: QApplication, sessions: int) -> tuple[Times, ProgressPage]:
    """The real thing: a log on disk, the window on Today, Progress pressed."""
    found: Times = {}
    folder = Path(tempfile.mkdtemp())
    baby = write_log(folder, sessions)
    opened = open_log(folder, SystemClock().local_time)
    stores = Stores(opened.log, opened.log, opened.log, SettingsFile(folder, SystemClock().local_time))
    house = Household(load_playable().catalogue, stores, SystemClock(), lambda: str(uuid.uuid4()))
    house.change(Settings(text_size_asked=True, less_motion=True, baby=baby.id))
    made = app.House(house, load_figures().book, opened.report, False, opened.log.close)
    watch = Stopwatch()
    window = app.make_window(application, made)
    window.resize(*SIZE)
    window.show()
    application.processEvents()
    found["Today, with the first reading of the log"] = watch.processor
    load_plot()
    gc.collect()
    watch = Stopwatch()
    window._on_rail("progress")  # noqa: SLF001
    page = window.stack.currentWidget()
    assert isinstance(page, ProgressPage)
    painted = first_paint(application, page)
    found["painted"], found["painted (wall)"] = watch.processor, watch.wall
    until(application, lambda: not page.comfort.counting)
    application.processEvents()
    found["all of it"] = watch.processor
    assert painted
    page.destroyed.connect(window.deleteLater)
    page.setProperty("window", window)
    return found, page


def load_plot() -> None:
    """Numpy and pyqtgraph, which Progress loads when it is first opened: told by itself in bench.md."""
    importlib.import_module("babymassage_gui.gui.widgets.chart")


def first_paint(application: QApplication, page: ProgressPage) -> bool:
    """Until the chart was painted for the first time."""
    until(application, lambda: page.chart is not None)
    assert page.chart is not None
    paints = Paints()
    page.chart.plot.viewport().installEventFilter(paints)
    until(application, lambda: paints.count > 0)
    page.chart.plot.viewport().removeEventFilter(paints)
    return True


def in_memory(application: QApplication, sessions: int, a_day: int = A_DAY) -> tuple[Times, ProgressPage]:
    """The page alone on records that share their steps."""
    baby, steps = Baby("b", "Mila", date(2001, 1, 1)), taught_steps()
    log = tuple(made_up(number, sessions, baby, steps, a_day) for number in range(sessions))
    gc.collect()
    gc.freeze()
    found: Times = {}
    watch = Stopwatch()
    progress = progress_of(log, 9)
    found["bars"] = watch.processor
    watch = Stopwatch()
    today = date.today()  # noqa: DTZ011  # a bench
    target_line(progress, today)
    found["target"] = watch.processor
    load_plot()
    page = ProgressPage(Theme())
    page.resize(SIZE[0] - 104, SIZE[1])
    watch = Stopwatch()
    page.show_progress(progress, today, Besides(taught=load_playable().catalogue.steps))
    page.show()
    first_paint(application, page)
    found["page painted"] = watch.processor
    until(application, lambda: not page.comfort.counting)
    found["comfort counted"] = watch.processor - found["page painted"]
    gc.unfreeze()
    return found, page


def frames(page: ProgressPage) -> Iterator[tuple[str, list[float]]]:
    """Milliseconds of each frame: the range is changed as wheel and drag do it, and everything is painted at once."""
    chart = page.chart
    assert chart is not None
    box, view = chart.plot.getViewBox(), chart.plot.viewport()

    def taken(act: Callable[[bool], None]) -> list[float]:
        found = []
        for number in range(FRAMES):
            watch = Stopwatch()
            act(number >= FRAMES // 2)
            view.repaint()
            found.append(watch.processor)
        return found

    for name, days in (("all", None), ("two years", 730), ("three months", 92), ("a week", 7)):
        first, last = chart._limits  # noqa: SLF001
        if days is not None:
            last_day = chart._stand.progress.bars.days[-1] - chart._stand.origin.toordinal()  # noqa: SLF001
            first, last = max(first, last_day - days), last_day
        chart.plot.setXRange(first, last, padding=0)
        stride = (last - first) / 90
        yield f"pan, {name}", taken(partial(_pan, box, stride))
        yield f"zoom, {name}", taken(lambda back: box.scaleBy(x=1 / 0.97 if back else 0.97))


def _pan(box: Any, stride: float, back: bool) -> None:
    box.translateBy(x=stride if back else -stride)


def tell(found: Times, page: ProgressPage) -> None:
    """Print what was measured."""
    for what, taken in found.items():
        print(f"  {what:<44} {taken:8.1f} ms")
    for what, each in frames(page):
        worst = quantiles(each, n=20)[-1]
        print(
            f"  {what:<44} {mean(each):8.1f} ms a frame, 19 of 20 within {worst:.1f}: {1000 / mean(each):.0f} a second"
        )


def main(words: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=100_000)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--a-day", action="store_true")
    asked = parser.parse_args(words)
    application = app.make_application(babymassage_gui.__version__)
    print(f"yardstick: a million turns of a loop in {yardstick():.0f} ms")
    if asked.a_day:
        for a_day in (1, 2, 4):
            print(f"{asked.sessions} sessions, {a_day} a day")
            tell(*in_memory(application, asked.sessions, a_day))
        return 0
    if not asked.growth:
        print(f"{asked.sessions} sessions")
        tell(*through_the_window(application, asked.sessions))
        return 0
    for sessions in GROWTH:
        found, page = in_memory(application, sessions)
        slowest = max(mean(each) for _, each in frames(page))
        told = ", ".join(f"{what} {taken:.0f}" for what, taken in found.items())
        print(f"{sessions:>9} sessions: {told}, slowest mean of a frame {slowest:.1f} ms")
        page.hide()
        page.deleteLater()
        application.processEvents()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
