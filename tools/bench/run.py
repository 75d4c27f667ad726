"""Measure how fast the program starts, plans, writes and paints, and how much memory it takes; a bench, never a test.

    python tools/bench/run.py [--json] [--rounds N]

Everything is compared with a bare PySide6 window measured in the same run, turn by turn, on a private Xvfb where there
is one and else off the screen. Children write and use Python's byte code, whatever this process was told: a start that
compiles two hundred files measures the compiler. docs/bench.md explains the rows and keeps the last figures.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import dev
from tools.bench import family, rules
from tools.bench.start import FOLDER

HERE = Path(__file__).resolve().parent
HIGHEST = "highest of the whole session"
START, FRAMES, FIGURES = (str(HERE / name) for name in ("start.py", "frames.py", "figures.py"))
BARE, WELCOME, TODAY = "bare window", "first start, Welcome", "usual start, Today"
BARE_SECONDS = 3.0
SESSION_SPEED = 10.0
SESSION_ROUNDS = 3
EARLY_SECONDS, LATER_SECONDS = 12.0, 60.0
"""Into the session: the first strokes after getting ready and settling; a few steps on."""
NO_BYTE_CODE = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")

Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `bound` is the most that the figure may be; None: told, not bound."""

    what: str
    figure: float
    unit: str
    bound: float | None = None

    def line(self) -> str:
        word = "" if self.bound is None else f"<= {self.bound:g}  {'ok' if self.figure <= self.bound else 'OVER'}"
        return f"  {self.what:<52} {self.figure:>8.2f} {self.unit:<8} {word}".rstrip()


class ChildFailedError(Exception):
    """A measured program did not come up; the message is its own."""


@contextlib.contextmanager
def surroundings() -> Iterator[tuple[str, Mapping[str, str]]]:
    """What the children run on, in a word, and their environment."""
    plain = {key: value for key, value in os.environ.items() if key not in NO_BYTE_CODE}
    if sys.platform.startswith("linux") and shutil.which("Xvfb"):
        with dev.virtual_screen() as screen:
            yield "Xvfb", {**plain, **screen}
    else:
        yield "offscreen", {**plain, "QT_QPA_PLATFORM": "offscreen"}


def child(words: Sequence[str], environment: Mapping[str, str]) -> Report:
    """Run a child to its end; `painted_ms`, `ready_ms`: from its spawn to its first painted window, to its page."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, *words], env=dict(environment), cwd=dev.ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode or not done.stdout.strip():
        raise ChildFailedError(f"{' '.join(words)}\n{done.stderr.strip()[-1500:]}")
    report: Report = json.loads(done.stdout.splitlines()[-1])
    for instant in ("painted", "ready"):
        if instant in report:
            report[f"{instant}_ms"] = round((report[instant] - begun) * 1000, 1)
    return report


def starts(environment: Mapping[str, str], home: Path, rounds: int) -> dict[str, list[Report]]:
    """Every case in turn, again and again; the first round only warms what the operating system and Python keep."""
    found: dict[str, list[Report]] = {BARE: [], WELCOME: [], TODAY: []}
    for number in range(rounds + 1):
        for case, reports in found.items():
            with tempfile.TemporaryDirectory() as fresh:
                folder = str(home) if case == TODAY else fresh
                words = [START, "bare"] if case == BARE else [START, "program", "--home", folder]
                report = child(words, environment)
            if number:
                reports.append(report)
    return found


def memory(environment: Mapping[str, str], home: Path) -> list[dict[str, float]]:
    """Resident memory in MiB of the bare window, of Today, and of a whole session, turn by turn."""
    found = []
    for _round in range(SESSION_ROUNDS):
        stay = ["--stay", str(BARE_SECONDS)]
        bare = child([START, "bare", *stay], environment)
        shown = child([START, "program", "--home", str(home), *stay], environment)
        resident = {case: one["memory_mib"].get("resident", 0.0) for case, one in ((BARE, bare), (TODAY, shown))}
        found.append({**resident, **session_memory(environment, home)})
    return found


def session_memory(environment: Mapping[str, str], home: Path) -> dict[str, float]:
    """Resident memory over a whole session, from Start to the wrap-up, on a copy of the family."""
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(home, name, dirs_exist_ok=True)
        report = child([START, "program", "--home", name, "--session", f"{SESSION_SPEED:g}"], environment)
    looks = report.get("session")
    if report["page"] != "WrapUpPage" or not looks:
        raise ChildFailedError(f"the session did not lead to the wrap-up but to {report['page']}")

    def at(seconds: float) -> float:
        return float(min(looks, key=lambda look: abs(look[0] - seconds))[2])

    return {
        f"session page after {EARLY_SECONDS:g} s": at(EARLY_SECONDS),
        f"session page after {LATER_SECONDS:g} s": at(LATER_SECONDS),
        f"session page at the end, after {round(looks[-1][0] / 60)} minutes": float(looks[-1][2]),
        HIGHEST: max(float(look[2]) for look in looks),
    }


def start_rows(found: Mapping[str, Sequence[Report]]) -> Iterator[Row]:
    """Start to the first painted window, which is a shell in the page's colour, and to the page in it."""

    def middle(case: str, what: str) -> float:
        return float(median(report[what] for report in found[case]))

    yield Row(f"start: {BARE}", middle(BARE, "painted_ms"), "ms")
    for case in (WELCOME, TODAY):
        yield Row(f"start: {case}: first painted window", middle(case, "painted_ms"), "ms")
        yield Row("    to bare", middle(case, "painted_ms") / middle(BARE, "painted_ms"), "x", 1.5)
        yield Row(f"start: {case}: page painted and usable", middle(case, "ready_ms"), "ms")
        yield Row("    to bare", middle(case, "ready_ms") / middle(BARE, "painted_ms"), "x")
        yield Row("    processor time to bare", middle(case, "ready_cpu_ms") / middle(BARE, "cpu_ms"), "x")
    heavy = {name for case in (WELCOME, TODAY) for report in found[case] for name in report["heavy"]}
    yield Row("start: pyqtgraph and numpy imported by then", len(heavy), "modules", 0)


def memory_rows(found: Sequence[Mapping[str, float]]) -> Iterator[Row]:
    """Resident memory; nothing where the system does not tell it. The bound holds for the highest of a session."""
    if found[0][BARE]:
        for case in found[0]:
            yield Row(f"memory: {case}", median(one[case] for one in found), "MiB")
            if case not in (BARE, TODAY):
                to_bare = median(one[case] / one[BARE] for one in found)
                yield Row("    to bare", to_bare, "x", 2 if case == HIGHEST else None)


def rule_rows(found: Mapping[str, Mapping[str, float]]) -> Iterator[Row]:
    """Planning and committing."""
    yield Row("planning a session, median", found["plan"]["median_ms"], "ms", 5)
    yield Row("a step committed to the log, median", found["commit"]["median_ms"], "ms", 10)


def frame_rows(found: Report) -> Iterator[Row]:
    """Frames of the session page; the beat leaves 33 ms for one."""
    yield Row("a frame of the session page, mean", found["mean_ms"], "ms", 33)
    yield Row("a frame of the session page, 95 of 100 within", found["p95_ms"], "ms", 33)
    yield Row("a frame of the session page, slowest", found["slowest_ms"], "ms")


def figure_rows(found: Report) -> Iterator[Row]:
    """The figure alone at 900 x 700, every pass of every step; processor time."""
    yield Row("a figure: a frame, mean of all steps", found["mean_ms"], "ms")
    yield Row("    mean of the slowest step", found["worst_mean_ms"], "ms", 5)
    yield Row("    99 of 100 within, median of the steps", found["p99_ms"], "ms")
    yield Row("    99 of 100 within, slowest step", found["worst_p99_ms"], "ms", 16)
    yield Row("a figure: first frame of a step, prepared, median", found["prepared_first_ms"], "ms")
    yield Row("    slowest step", found["slowest_prepared_ms"], "ms", 60)
    yield Row("    not prepared, median", found["first_ms"], "ms")
    yield Row("    not prepared, slowest step", found["slowest_first_ms"], "ms", 60)
    yield Row("    slowest slice of preparing, between two frames", found["slowest_slice_ms"], "ms", 33)
    yield Row("    slowest frame with a slice, while hands settle", found["slowest_settling_ms"], "ms", 33)
    yield Row(f"a figure: memory grown in {found['memory']['changes']} steps", found["memory"]["grown_mib"], "MiB", 2)


def main(words: Sequence[str]) -> int:
    """Measure everything and print it; the exit code is 0 whatever came out, and 1 if a program did not come up."""
    parser = argparse.ArgumentParser(prog="tools/bench/run.py", description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="everything that was measured, as JSON")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="starts of each kind (default: 5)")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as name, surroundings() as (screen, environment):
        home = Path(name)
        family.settle(home / FOLDER)
        try:
            started = starts(environment, home, asked.rounds)
            resident = memory(environment, home)
            frames = child([FRAMES], environment)
            figures = child([FIGURES, "--json"], environment)
        except ChildFailedError as failed:
            print(f"bench: did not come up: {failed}", file=sys.stderr)
            return 1
        ruled = rules.measure()
    rows = [
        *start_rows(started), *memory_rows(resident), *rule_rows(ruled), *frame_rows(frames), *figure_rows(figures),
    ]  # fmt: skip
    if asked.json:
        whole = {"screen": screen, "rows": [asdict(row) for row in rows], "starts": started, "memory": resident}
        print(json.dumps({**whole, "rules": ruled, "frames": frames, "figures": figures}, indent=2))
    else:
        print(f"On {screen}, {os.cpu_count()} processors, the median of {asked.rounds} starts:")
        print("\n".join(row.line() for row in rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
