"""The part of the composition root that knows where things lie: data, settings, notes, and the program itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

APP_ID = "babymassage-gui"
# A folder of this name beside the program makes it portable: everything is kept there, nothing on the computer.
PORTABLE = "babymassage-data"
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Folders:
    """Where data, settings and crash notes live; one folder for all if the parent names one."""

    data: Path
    config: Path
    log: Path


def folders(data_dir: Path | None) -> Folders:
    """The one folder that was named, else the one beside the program, else those of this system's custom."""
    whole = data_dir or portable(_home())
    if whole is not None:
        return Folders(whole, whole, whole)
    import platformdirs

    return Folders(
        platformdirs.user_data_path(APP_ID, appauthor=False),
        platformdirs.user_config_path(APP_ID, appauthor=False),
        platformdirs.user_log_path(APP_ID, appauthor=False),
    )


def _home() -> Path | None:
    """The folder that holds the whole program: a bundle, or a checkout. None for what an installer laid out."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable).resolve()
        # An .app is a folder itself: what lies beside it is three levels up.
        bundle = next((one for one in program.parents if one.suffix == ".app"), program)
        return bundle.parent
    checkout = _PACKAGE.parent
    return checkout if (checkout / "dev.py").is_file() else None


def portable(home: Path | None) -> Path | None:
    """The folder for everything, where there is one beside the program."""
    found = None if home is None else home / PORTABLE
    return found if found is not None and found.is_dir() else None
