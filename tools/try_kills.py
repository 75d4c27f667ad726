"""Kill processes in the middle of a massage, of sharing, a migration, a backup, a restore or an import, many times, and
look at what is left; with --full, let the disk be full from each half page on instead.

    python tools/try_kills.py [--times N] [--seed N] [--only WHAT] [--full]

The short forms are tests/unit/test_storage_kills.py and test_storage_trials.py. Ends with 1 at the first log that lost
something. 10,000 massages take about ten minutes; children are forked, so this runs on POSIX systems only.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.fakes.kills import kill_in
from tests.fakes.trial_stories import TRIALS
from tests.fakes.trials import PAGE, full_disks, kills, try_often

ACTS = ("migrate", "import", "restore", "backup")


def main(words: Sequence[str]) -> int:
    """Try and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100, help="kills of each kind")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=(*TRIALS, *ACTS), help="one kind only")
    parser.add_argument("--full", action="store_true", help="full disks instead of kills")
    asked = parser.parse_args(words)
    try:
        for name in (*TRIALS, *(() if asked.full else ACTS)):
            if asked.only in (None, name):
                _try(name, asked)
    except AssertionError as error:
        print(error)
        return 1
    return 0


def _try(name: str, asked: argparse.Namespace) -> None:
    if name in TRIALS:
        endings = full_disks(PAGE // 2) if asked.full else kills(asked.times, asked.seed)
        times, found = len(endings), try_often(name, endings)
    else:
        seeds = [f"{name} {asked.seed + number}" for number in range(asked.times)]
        times, found = asked.times, Counter(f"{kill_in(name, Random(seed))} sessions" for seed in seeds)
    print(f"{name}: {times} times; what was there after it: {dict(sorted(found.items()))}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
