"""How long the rules and the log take, in this process and without Qt."""

from __future__ import annotations

import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from babymassage_gui.content.loader import load_playable
from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.planner import Wish, make_plan
from babymassage_gui.core.profile import Baby
from babymassage_gui.storage.opening import open_log
from tools.bench.family import begin

PLAN_AGES = (45, 90, 150, 240, 330)
PLAN_MINUTES = (3, 5, 8, 12, 15)
SESSIONS = 5


def milliseconds(act: Callable[[], object]) -> float:
    """How long a call takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def planning() -> list[float]:
    """Milliseconds of planning everyday massages for ages and lengths of all kinds."""
    catalogue = load_playable().catalogue
    everyday = catalogue.routines["everyday"]
    wishes = [Wish(everyday, age_of_days(days), minutes) for days in PLAN_AGES for minutes in PLAN_MINUTES]
    return [milliseconds(lambda wish=wish: make_plan(catalogue, wish)) for wish in wishes]  # type: ignore[misc]


def committing() -> list[float]:
    """Milliseconds until a step is on disk, for each step of some sessions in a log of its own."""
    taken: list[float] = []
    start = datetime.now(UTC)
    baby = Baby(str(uuid.uuid4()), "Mila", start.date() - timedelta(days=90), navel_healed=True)
    catalogue = load_playable().catalogue
    with tempfile.TemporaryDirectory() as folder, open_log(Path(folder), lambda: start).log as log:
        log.save(baby)
        for number in range(SESSIONS):
            row, steps = begin(log, catalogue, baby, start + timedelta(hours=number))
            done = 0.0
            for step in steps:
                done += step.seconds
                at = row.started_at + timedelta(seconds=done)
                begun = time.perf_counter()
                log.record_step(row.id, step, done, at)
                taken.append((time.perf_counter() - begun) * 1000)
    return taken


def measure() -> dict[str, dict[str, float]]:
    """Median, slowest and number of each, milliseconds."""
    found = {"plan": planning(), "commit": committing()}
    return {
        name: {"median_ms": round(median(taken), 2), "slowest_ms": round(max(taken), 2), "times": len(taken)}
        for name, taken in found.items()
    }
