"""Run every check, all of them even when one fails, and close with one line for each. Started by `dev.py test`.

    checks.py --headless-python PYTHON [CHECK…]

PYTHON is that of an environment without Qt, in which the rules and a whole session have to work; everything else runs
in the Python that runs this. With names of checks only those run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Check:
    """One command and what it shows."""

    name: str
    shows: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check went."""

    check: Check
    passed: bool
    seconds: float

    def line(self) -> str:
        word = "ok" if self.passed else "FAILED"
        return f"  {word:<7} {self.check.name:<14} {self.seconds:6.1f} s  {self.check.shows}"


def coverage_gate(name: str, shows: str, data: Path) -> Check:
    """The check that holds a coverage bound of pyproject.toml against the data of a test run."""
    with (ROOT / "pyproject.toml").open("rb") as handle:
        bound = tomllib.load(handle)["tool"]["babymassage"]["coverage"][name.removesuffix("-coverage")]
    rooms = ",".join(f"babymassage_gui/{room}/*" for room in bound["rooms"])
    gate = ("--include", rooms, "--fail-under", str(bound["percent"]), "--precision", "1")
    command = (sys.executable, "-m", "coverage", "report", *gate)
    return Check(name, f"{shows} ({bound['percent']} %)", command, {"COVERAGE_FILE": str(data)})


def all_checks(headless_python: str) -> tuple[Check, ...]:
    """Every check, in the order in which they run."""
    here = sys.executable
    rules_data, window_data = ROOT / "build" / "coverage-rules", ROOT / "build" / "coverage-gui"
    # Two files at a time, each file by itself: a machine has two cores at least, and tests of a file share fixtures.
    pytest = ("-m", "pytest", "--numprocesses", "2", "--dist", "loadfile", "--cov", "--cov-report=")
    rules = (headless_python, *pytest, "tests/unit", "tests/headless")
    window = (here, *pytest, "tests/tools", "tests/gui")
    return (
        Check("lint", "ruff: style, names, no clocks or chance outside adapters", (here, "-m", "ruff", "check", ".")),
        Check("format", "ruff format: one way to lay out code", (here, "-m", "ruff", "format", "--check", ".")),
        Check("types", "mypy --strict", (here, "-m", "mypy")),
        Check("layers", "import-linter: who may import whom", (here, "-c", LINT_IMPORTS, "--no-cache")),
        Check("house", "lengths, docstrings, broad excepts, texts", (here, "tools/check_house.py")),
        Check("desktop", "desktop file, metainfo and icons", (here, "tools/check_desktop.py")),
        Check("rules", "unit and headless tests, without Qt installed", rules, {"COVERAGE_FILE": str(rules_data)}),
        coverage_gate("rules-coverage", "lines and branches of the rules that these tests run", rules_data),
        Check("gui", "the window, and the tools", window, {"COVERAGE_FILE": str(window_data)}),
        coverage_gate("gui-coverage", "lines and branches of the window, a ratchet", window_data),
    )


LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def run(check: Check) -> Outcome:
    """Run one check with its output shown as it comes."""
    print(f"\n== {check.name}: {check.shows}", flush=True)
    begun = time.monotonic()
    code = subprocess.run(check.command, cwd=ROOT, env={**os.environ, **check.environment}, check=False).returncode
    return Outcome(check, code == 0, time.monotonic() - begun)


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py test", usage="dev.py test [CHECK…]")
    parser.add_argument("--headless-python", required=True, help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*", metavar="CHECK")
    asked = parser.parse_args(words)
    checks = all_checks(asked.headless_python)
    known = [check.name for check in checks]
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        parser.error(f"no such check: {', '.join(unknown)} (there are: {', '.join(known)})")
    (ROOT / "build").mkdir(exist_ok=True)
    outcomes = [run(check) for check in checks if not asked.names or check.name in asked.names]
    print("\nThe checks:")
    print("\n".join(outcome.line() for outcome in outcomes), flush=True)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
