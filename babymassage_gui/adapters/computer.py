"""What this computer calls itself: by that a family tells its devices apart."""

from __future__ import annotations

import platform


def computer_name() -> str:
    """The name, without the network's part of it; empty if it has none."""
    return platform.node().partition(".")[0]
