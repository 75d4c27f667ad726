"""Where the program starts: hands the words of the command line to the composition root."""

from __future__ import annotations

import sys

from babymassage_gui import bootstrap


def main() -> int:
    """Run with this process's arguments; the answer is the exit code."""
    return bootstrap.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
