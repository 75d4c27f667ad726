"""What a picture of a step is asked to look like; free of Qt, so that the words of a command can be checked first."""

from __future__ import annotations

from dataclasses import dataclass

from babymassage_gui.core.table import TableSide

PICTURE_SIZE, CELL_SIZE = (900, 700), (360, 280)
LEAST_SIDE, MOST_SIDE, MOST_CELL_SIDE = 64, 4096, 800
"""Pixels; a sheet has some ninety cells."""
TELLING = 0.35
"""How far into a repetition most pictures say most: the hand is on its way, not between two parts."""


@dataclass(frozen=True, slots=True)
class PictureWish:
    """The look of one picture, or of every cell of a sheet.

    `size` is width and height in pixels. `side` is the pass ("left", "right", "both"), not used by a sheet, which has
    them all. `at` 0..1 is the way through the first repetition. `table` is the side on which the
    parent stands. Names are those of the settings.
    """

    size: tuple[int, int] = PICTURE_SIZE
    theme: str = "light"
    skin: str = "porcelain"
    hands: str = "honey"
    side: str = "both"
    at: float = TELLING
    table: TableSide = TableSide.FEET
