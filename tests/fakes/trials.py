"""Processes that end badly in the middle of what they do to a family's files: killed at a moment of chance, or with a
disk that is full from some byte on. What they were told is on the disk must be there afterwards, and nothing half.

    python -m tests.fakes.trials kill TIMES SEED
    python -m tests.fakes.trials full

Children are forked from one process that has read all modules already, so that thousands take minutes. POSIX only.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from babymassage_gui.core.errors import Expected
from tests.fakes.content import catalogue
from tests.fakes.trial_stories import TRIALS, Act

PAGE = 4096
# No file of a trial becomes larger.
MOST_PAGES = 160


def run(act: Act, folder: Path, *, kill_after: float | None = None, most_bytes: int | None = None) -> list[str]:
    """Let a child do it and end badly; what it could still say."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_child(act, folder, writing, most_bytes)
    os.close(writing)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode().splitlines()
    os.waitpid(child, 0)
    return said


def _be_child(act: Act, folder: Path, writing: int, most_bytes: int | None) -> None:
    """In the child: never comes back, whatever happens."""
    code = 1
    try:
        if most_bytes is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
        act(folder, lambda text: _say(writing, text))
        code = 0
    except Expected as fault:
        _say(writing, f"fault {fault.fault.value}")
        code = 0
    except BaseException as error:
        # Whatever it is, it is told, and the child ends here.
        _say(writing, f"bug {error!r}")
    finally:
        os._exit(code)


def _say(writing: int, text: str) -> None:
    os.write(writing, f"{text}\n".encode())


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ends: killed after a share of the time that it takes, or with no room beyond so many bytes a file."""

    share: float | None = None
    most_bytes: int | None = None


def try_often(name: str, endings: Sequence[Ending]) -> Counter[str]:
    """Try one thing with each ending; how often what was there. AssertionError if anything was lost or is half."""
    before, act, look = TRIALS[name]
    found: Counter[str] = Counter()
    # Read before there are children.
    catalogue()
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        (root / "before").mkdir()
        before(root / "before")
        takes = 0.0
        for ending in (Ending(), *endings):
            folder = root / "now"
            shutil.copytree(root / "before", folder)
            _move(folder)
            begun = time.perf_counter()
            kill_after = None if ending.share is None else ending.share * takes
            said = run(act, folder, kill_after=kill_after, most_bytes=ending.most_bytes)
            takes = takes or time.perf_counter() - begun
            assert not any(line.startswith("bug") for line in said), (ending, said)
            try:
                found[look(folder, said)] += 1
            except AssertionError as error:
                raise AssertionError(f"{name} {ending}: {error} after {said}") from error
            shutil.rmtree(folder)
    return found


def _move(folder: Path) -> None:
    """What is remembered of the shared folder names it where it lay before."""
    state = folder / "anna" / "data" / "sharing.json"
    if state.exists():
        text = state.read_text(encoding="utf-8")
        state.write_text(text.replace(str(folder.parent / "before"), str(folder)), encoding="utf-8")


def kills(times: int, seed: int) -> list[Ending]:
    """At moments of chance."""
    chance = Random(seed)
    return [Ending(share=chance.random()) for _ in range(times)]


def full_disks(step: int, most: int = MOST_PAGES * PAGE) -> list[Ending]:
    """Every so many bytes from none on."""
    return [Ending(most_bytes=size) for size in range(0, most, step)]


def main(words: Sequence[str]) -> int:
    """Try, and say what was there how often."""
    for name in TRIALS:
        endings = kills(int(words[1]), int(words[2])) if words[0] == "kill" else full_disks(PAGE // 2)
        print(f"{name}, {words[0]} {len(endings)} times: {dict(sorted(try_often(name, endings).items()))}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
