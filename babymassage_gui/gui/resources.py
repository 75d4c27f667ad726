"""Where the one file lies that holds what Qt paints, plays and says."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources.rcc"
