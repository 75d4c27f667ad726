"""Kill processes in the middle of a migration, a backup, a restore or an import, many times, and look at what is left.

    python tools/try_kills.py [--times N] [--seed N]

The short form is tests/unit/test_storage_kills.py. Ends with 1 at the first log that lost something.
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

ACTS = ("migrate", "import", "restore", "backup")


def main(words: Sequence[str]) -> int:
    """Kill and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100, help="kills of each kind")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(words)
    for act in ACTS:
        found: Counter[int] = Counter()
        for number in range(asked.times):
            seed = f"{act} {asked.seed + number}"
            try:
                found[kill_in(act, Random(seed))] += 1
            except AssertionError as error:
                print(f"{seed}: {error}")
                return 1
        print(f"{act}: {asked.times} kills; sessions there after it, and how often: {dict(sorted(found.items()))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
