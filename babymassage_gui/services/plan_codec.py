"""A plan as text in the log, so that a session cut off by a kill goes on as exactly the session it was."""

from __future__ import annotations

import json
import math
from typing import Any

from babymassage_gui.core.catalogue import Catalogue, Side
from babymassage_gui.core.orders import BACK_DOWN
from babymassage_gui.core.plan import LOIN, Pass, PlannedStep

# Written only where true; a plan of an earlier version has none of them.
MARKS = ("product", "wide_ring", "half_form")


def encode(steps: tuple[PlannedStep, ...]) -> str:
    """The steps as JSON: ids, passes and seconds."""
    rows = [
        {
            "step": s.step.id,
            "passes": [[p.side.value, p.reps] for p in s.passes],
            "rep": s.rep_seconds,
            "hold": s.hold_seconds,
            "clock": s.clock_seconds,
            **{name: True for name in MARKS if getattr(s, name)},
            **({"light": s.light} if s.light else {}),
        }
        for s in steps
    ]
    return json.dumps(rows, separators=(",", ":"))


def decode(catalogue: Catalogue, text: str) -> tuple[PlannedStep, ...] | None:
    """The steps again; None if the text is damaged or names a step that the content no longer has."""
    try:
        return tuple(_row(catalogue, row) for row in json.loads(text))
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def _row(catalogue: Catalogue, row: dict[str, Any]) -> PlannedStep:
    passes = tuple(Pass(Side(side), int(reps)) for side, reps in row["passes"])
    clock = None if row["clock"] is None else float(row["clock"])
    marks = {name: row.get(name) is True for name in MARKS}
    light = tuple(code for code in LOIN if row["step"] == BACK_DOWN and code in row.get("light", ()))
    planned = PlannedStep(
        catalogue.steps[row["step"]], passes, float(row["rep"]), float(row["hold"]), clock, marks["product"], light,
        marks["wide_ring"], marks["half_form"],
    )  # fmt: skip
    if not _playable(planned):
        raise ValueError("such a step cannot be played")
    return planned


def _playable(planned: PlannedStep) -> bool:
    """Whether it has a side, repetitions and sound seconds; a letter altered in the file may have taken them."""
    seconds = (planned.rep_seconds, planned.hold_seconds, planned.clock_seconds or 0.0)
    sound = all(math.isfinite(one) and one >= 0 for one in seconds)
    has_length = planned.clock_seconds is not None or planned.rep_seconds > 0
    return bool(planned.passes) and all(one.reps > 0 for one in planned.passes) and sound and has_length
