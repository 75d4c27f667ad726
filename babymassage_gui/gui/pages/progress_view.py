"""What the page of progress is shown besides the massages; all of it optional, each part for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from babymassage_gui.core.catalogue import Step
from babymassage_gui.core.marked_days import Mark, MarkedDays
from babymassage_gui.core.ten_days import PastPlan, TenDays


@dataclass(frozen=True, slots=True)
class Besides:
    """`marks` by day and `marked` as spans: illness and travel; `taught` the steps by id; `plan` the ten-day plan that
    runs, `plans` all of them, newest first; `routines` the titles by id; `born` the first day that can be marked.
    """

    marks: Mapping[date, Mark] = field(default_factory=dict)
    marked: tuple[MarkedDays, ...] = ()
    taught: Mapping[str, Step] = field(default_factory=dict)
    plan: TenDays | None = None
    plans: tuple[PastPlan, ...] = ()
    routines: Mapping[str, str] = field(default_factory=dict)
    born: date = date.min
