"""A copy of the program's content that a test may damage, and the faults that are found in it."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from babymassage_gui.content.loader import load

PLAYED = ("steps", "routines", "nogo", "landmarks", "clocks")
READ = ("facts", "sources", "reference", "contradictions", "risky", "cues", "slips", "rules")
FILES = (*PLAYED, "checks", "orders", *READ)


def copy_content(folder: Path) -> Path:
    """The shipped content files, copied into a folder."""
    with as_file(files("babymassage_gui.content")) as shipped:
        for name in FILES:
            shutil.copy(shipped / f"{name}.toml", folder)
    return folder


def damage(folder: Path, file: str, row: str, old: str, new: str) -> None:
    """Replace the first `old` in the row's table; fails if there is none."""
    path = folder / file
    before, heading, after = path.read_text(encoding="utf-8").partition(f"[{row}]\n")
    table, rest = after.split("\n\n", 1) if "\n\n" in after else (after, "")
    assert heading
    assert old in table
    path.write_text(before + heading + table.replace(old, new, 1) + "\n\n" + rest, encoding="utf-8")


def fault_lines(folder: Path) -> list[str]:
    """Every fault of a folder in one line each."""
    return [fault.line for fault in load(folder).faults]
