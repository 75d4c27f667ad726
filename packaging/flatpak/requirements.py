"""Print the lock of the bundle without what Flatpak's base brings, and without what only builds the bundle.

python3 packaging/flatpak/requirements.py > packaging/flatpak/requirements.txt
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import dev
from tools.try_wheel import BUILDERS, LOCK

# Of the base io.qt.PySide.BaseApp.
OF_THE_BASE = {"pyside6-addons", "pyside6-essentials", "shiboken6"}

if __name__ == "__main__":
    sys.stdout.write(dev.pinned(BUILDERS | OF_THE_BASE, LOCK))
