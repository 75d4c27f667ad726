"""How often a program that nobody touches wakes up, beside a bare window; a part of at_table.py."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.bench.family import settle
from tools.bench.start import FOLDER, ROOT

START = str(Path(__file__).with_name("start.py"))
SETTLED_SECONDS = 6.0


def idle(seconds: float) -> dict[str, float]:
    """Times that the processes woke up in a second while nothing was touched: Today, and a bare window."""
    found = {}
    with tempfile.TemporaryDirectory() as name:
        settle(Path(name) / FOLDER)
        stay = str(seconds + 2 * SETTLED_SECONDS)
        for what, words in (("bare", ["bare"]), ("today", ["program", "--home", name])):
            child = subprocess.Popen(
                [sys.executable, START, *words, "--stay", stay], cwd=ROOT, stdout=subprocess.DEVNULL, env=os.environ
            )
            time.sleep(SETTLED_SECONDS)
            before, work = wake_ups(child.pid), ticks(child.pid)
            time.sleep(seconds)
            found[f"{what}_a_second"] = round((wake_ups(child.pid) - before) / seconds, 3)
            found[f"{what}_cpu_ms_a_second"] = round((ticks(child.pid) - work) / seconds, 3)
            child.wait(timeout=seconds + 30)
    return found


def wake_ups(pid: int) -> int:
    """How often the threads of a process gave up the processor by themselves, to be woken again."""
    texts = (path.read_text(encoding="ascii") for path in Path(f"/proc/{pid}/task").glob("*/status"))
    lines = (line for text in texts for line in text.splitlines() if line.startswith("voluntary_ctxt_switches"))
    return sum(int(line.split()[1]) for line in lines)


def ticks(pid: int) -> float:
    """Milliseconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
