"""How long the figure of every step takes to paint, at 900 x 700 off the screen, and whether memory grows with steps.

    python tools/bench/figures.py            # a table of every pass of every step
    python tools/bench/figures.py --json     # the same as JSON; a child of run.py

Times are processor time of this process, so that other work beside it does not count; Qt draws in software, in one
thread. The cold first frame draws body, hands and words itself. As in a session, a step is then prepared in slices, one
between two frames, and shown; the other frames are a repetition at 30 a second, a slice of what is left before each.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean, median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from babymassage_gui.adapters.allocator import give_back_pictures
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load
from babymassage_gui.core.catalogue import Step
from babymassage_gui.gui.pages.session_figure import figure_texts
from babymassage_gui.gui.render import make_application
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.figure_view import FigurePainter
from tools.bench.start import memory_mib

SIZE = (900, 700)
FRAMES = 90
"""Three seconds, about one repetition of most steps."""
SETTLING = 30
"""Frames before the stroke begins: one second of the two or four that hands have to find their place."""
CHANGES, WARM = 1000, 200
"""Steps shown one after the other, and those before which memory is not looked at: every step at least twice."""

Report = dict[str, Any]


class Easel:
    """One painter and one picture, for all steps, as the session page has them."""

    def __init__(self) -> None:
        catalogue, book = load().catalogue, load_figures().book
        self.passes: Sequence[tuple[Step, str]] = [
            (step, side.value) for step in catalogue.steps.values() for side in step.sides
        ]
        self._figure = FigurePainter(book)
        names = {code: area.name for code, area in catalogue.no_go.items()}
        self._figure.set_texts(figure_texts(Theme().scaled_to(*SIZE), names))
        self._image = QImage(*SIZE, QImage.Format.Format_RGB32)

    def show(self, step: Step, side: str) -> None:
        """From now on this step is painted."""
        self._figure.set_step(step.id, side)

    def another(self, step: Step) -> tuple[Step, str]:
        """A step with a picture of its own, to be shown in between."""
        return next(one for one in self.passes if one[0].block is not step.block)

    def prepare(self, step: Step, side: str) -> list[float]:
        """Prepare a step while another is shown; the milliseconds of each slice."""
        whole = QRectF(0, 0, *SIZE)
        taken, more = [], True
        while more:
            begun = time.process_time()
            more = self._figure.prepare_step(step.id, side, whole, whole, 1.0)
            taken.append((time.process_time() - begun) * 1000)
        return taken

    def rest(self) -> float:
        """A slice of what the step in hand needs later; the milliseconds it took."""
        whole = QRectF(0, 0, *SIZE)
        begun = time.process_time()
        self._figure.prepare_rest(whole, whole, 1.0)
        return (time.process_time() - begun) * 1000

    def frame(self, fraction: float) -> float:
        """Paint one frame; the milliseconds it took."""
        window = QRectF(0, 0, *SIZE)
        painter = QPainter(self._image)
        begun = time.process_time()
        self._figure.paint(painter, window, window, fraction)
        taken = (time.process_time() - begun) * 1000
        painter.end()
        return taken


def frames(easel: Easel) -> Iterator[Report]:
    """Each pass of each step: its first frame, and mean and slowest hundredth of the others, milliseconds."""
    for step, side in easel.passes:
        easel.show(step, side)
        cold = easel.frame(0.0)
        easel.show(*easel.another(step))
        easel.frame(0.0)
        slices = easel.prepare(step, side)
        easel.show(step, side)
        first = easel.frame(0.0)
        settling = [easel.rest() + easel.frame(0.0) for _ in range(SETTLING)]
        others = [easel.rest() + easel.frame(number / FRAMES) for number in range(1, FRAMES)]
        p99 = quantiles(others, n=100, method="inclusive")[-1]
        yield {
            "step": step.id, "side": side, "cold_ms": cold, "first_ms": first, "slice_ms": max(slices),
            "slices": len(slices), "settling_ms": max(settling), "mean_ms": mean(others), "p99_ms": p99,
        }  # fmt: skip


def growth(easel: Easel) -> Report:
    """Resident memory in MiB after the first steps, and after a thousand more; nothing where the system tells none."""
    before = 0.0
    for number in range(WARM + CHANGES + 1):
        if number == WARM:
            before = memory_mib().get("resident", 0.0)
        easel.show(*easel.passes[number % len(easel.passes)])
        for fraction in (0.0, 0.3, 0.6):
            easel.frame(fraction)
    after = memory_mib().get("resident", 0.0)
    return {"before_mib": before, "after_mib": after, "grown_mib": round(after - before, 1), "changes": CHANGES}


def summary(rows: Sequence[Report]) -> Report:
    """The figures of all steps together, milliseconds."""
    return {
        "mean_ms": mean(row["mean_ms"] for row in rows),
        "worst_mean_ms": max(row["mean_ms"] for row in rows),
        "p99_ms": median(row["p99_ms"] for row in rows),
        "worst_p99_ms": max(row["p99_ms"] for row in rows),
        "first_ms": median(row["cold_ms"] for row in rows),
        "slowest_first_ms": max(row["cold_ms"] for row in rows),
        "prepared_first_ms": median(row["first_ms"] for row in rows),
        "slowest_prepared_ms": max(row["first_ms"] for row in rows),
        "slowest_slice_ms": max(row["slice_ms"] for row in rows),
        "slowest_settling_ms": max(row["settling_ms"] for row in rows),
    }


def main(words: Sequence[str]) -> int:
    """Measure and print."""
    give_back_pictures()  # as the program does
    application = make_application()
    easel = Easel()
    rows = list(frames(easel))
    found = {**summary(rows), "memory": growth(easel), "steps": rows}
    application.processEvents()
    if "--json" in words:
        print(json.dumps(found))
        return 0
    names = ("cold", "first", "slice", "settling", "mean", "p99")
    print(f"{'step':<18} {'pass':<12}" + "".join(f" {name:>8}" for name in names) + "  ms of processor time")
    for row in sorted(rows, key=lambda row: -row["mean_ms"]):
        print(f"{row['step']:<18} {row['side']:<12}" + "".join(f" {row[f'{name}_ms']:8.2f}" for name in names))
    for key, value in found.items():
        if key != "steps":
            print(f"{key}: {value if isinstance(value, dict) else format(value, '.2f')}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
