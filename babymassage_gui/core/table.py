"""Which side of the table the parent stands on, and how far the picture is turned for it.

The picture is turned and never turned over: what goes clockwise on the baby goes clockwise in every picture of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from babymassage_gui.core.body import Point, View


class TableSide(StrEnum):
    """Where the baby's head is for the parent: away from them, at their left hand, or at their right hand."""

    FEET = "feet"
    HEAD_LEFT = "head-left"
    HEAD_RIGHT = "head-right"


DEGREES: Mapping[TableSide, int] = MappingProxyType(
    {TableSide.FEET: 0, TableSide.HEAD_LEFT: -90, TableSide.HEAD_RIGHT: 90}
)
"""Clockwise as the parent looks; the drawings have the head up."""
_HELD = ("upright", "wrapped", "half_sit", "soar", "prone_lift", "prone_up", "tucked", "head_top")
"""Beginnings of the names of views from beside the baby, with up and down of their own."""


def degrees_for(side: TableSide, view: View | None) -> int:
    """How far the picture of a view is turned: not at all where it is seen from beside, or is a close-up of a limb
    that is held up (those fade out)."""
    if view is not None and (view.stage or view.fade is not None or view.name.startswith(_HELD)):
        return 0
    return DEGREES[side]


def quarter_turned(point: Point, degrees: int) -> Point:
    """A direction turned clockwise by a multiple of 90 degrees; y points down."""
    x, y = point
    for _quarter in range(degrees // 90 % 4):
        x, y = -y, x
    return x, y
