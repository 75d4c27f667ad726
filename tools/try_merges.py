"""Let three laptops share a folder in every way that comes to mind, many times, and look whether all hold the same.

    python tools/try_merges.py [--times N] [--steps N]

The short form is tests/unit/test_sharing_devices.py. Ends with 1 and the shortest story that goes wrong.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.test_sharing_devices import ThreeLaptops


def main(words: Sequence[str]) -> int:
    """Try, and say how often."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=500, help="stories")
    parser.add_argument("--steps", type=int, default=50, help="the most steps of one")
    asked = parser.parse_args(words)
    try:
        run_state_machine_as_test(
            ThreeLaptops,
            settings=settings(max_examples=asked.times, stateful_step_count=asked.steps, deadline=None, database=None),
        )
    except AssertionError:
        traceback.print_exc()
        return 1
    print(f"{asked.times} stories of up to {asked.steps} steps: all three hold the same, and nothing is gone")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
