"""Reads and validates the content files, and gives the catalogue of what is whole.

Bad content is never an error here: a damaged row is left out and named, so that a parent can still use the rest.
A routine that names a damaged step is left out with it, for a massage with a hole in it is not the one described.

`load_playable` reads what a session and its check-in need; `load` also what is only read, and whether every number
that is named exists and every fact is used. A start should not wait for five hundred sentences that nobody has asked
for yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Any

from babymassage_gui.content.check_rules import check_findings
from babymassage_gui.content.order_rows import read_orders
from babymassage_gui.content.reading import ContentFault, Rows, read_list, read_names, read_table
from babymassage_gui.content.reference_loader import check_references, read_reference
from babymassage_gui.content.rules import (
    ClockRow,
    Finding,
    Known,
    clock_findings,
    routine_findings,
    step_findings,
    wrapping_findings,
)
from babymassage_gui.core.catalogue import Catalogue, NoGoArea, OrderVariant, Position, Routine, Step
from babymassage_gui.core.checks import Check


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is whole, what is not, and how many rows of each kind the files hold (the damaged ones too)."""

    catalogue: Catalogue
    faults: tuple[ContentFault, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Played:
    steps: Rows[Step]
    routines: Rows[Routine]
    no_go: Rows[NoGoArea]
    landmarks: Rows[tuple[str, ...]]
    clock: Rows[ClockRow]
    checks: Rows[Check]
    orders: Rows[OrderVariant]

    @property
    def tables(self) -> tuple[Rows[Any], ...]:
        return self.steps, self.routines, self.no_go, self.landmarks, self.clock, self.checks, self.orders


def load_playable(folder: Traversable | None = None) -> Loaded:
    """Steps, routines, no-go areas, landmarks, clocks and checks; what is only read stays empty and unread.

    `folder` is another folder of content files than the program's own. Never raises for bad content.
    """
    played = _read_played(folder or files(__package__))
    return Loaded(_catalogue(played), _faults(*played.tables), _counts(played))


def load(folder: Traversable | None = None) -> Loaded:
    """Everything. Never raises for bad content: what is not whole is left out and named in `faults`."""
    folder = folder or files(__package__)
    played = _read_played(folder)
    read = read_reference(folder)
    check_references(read, played.checks, played.steps, played.routines, played.no_go, played.orders)
    catalogue = replace(_catalogue(played), facts=read.whole_facts(), reference=read.reference())
    return Loaded(catalogue, _faults(*played.tables, *read.tables), {**_counts(played), **read.counts})


def _fill_step(raw: dict[str, Any]) -> dict[str, Any]:
    """No path, no red area, not at that age, no hold, and lies afterwards as before."""
    position = raw.get("position")
    empty = {"strokes": [], "path_note": "", "no_go": [], "reps_young": None, "reps_old": None, "hold_seconds": [0, 0]}
    return {**empty, "position_after": position if position in list(Position) else Position.SUPINE.value, **raw}


def _fill_routine(raw: dict[str, Any]) -> dict[str, Any]:
    """Any age, and no steps of its own."""
    return {"opens": None, "opens_early": None, "closes": None, "steps": [], **raw}


def _read_played(folder: Traversable) -> _Played:
    steps = read_table(folder, "steps.toml", "steps", Step, _fill_step)
    routines = read_table(folder, "routines.toml", "routines", Routine, _fill_routine)
    played = _Played(
        steps,
        routines,
        read_table(folder, "nogo.toml", "no_go", NoGoArea, id_key="code"),
        read_names(folder, "landmarks.toml", "landmarks"),
        read_list(folder, "clocks.toml", "tummy_rest", ClockRow),
        read_table(folder, "checks.toml", "checks", Check),
        read_orders(folder, routines.ids, steps.ids),
    )
    _drop_clock(played)
    landmarks = set(chain.from_iterable(played.landmarks.whole.values()))
    known = Known(steps.ids, played.no_go.whole, landmarks, bool(played.clock.whole))
    _drop(steps, (finding for step in steps.whole.values() for finding in step_findings(step, known)))
    checks = played.checks
    _drop(checks, (finding for check in checks.whole.values() for finding in check_findings(check, steps.ids)))
    each = routines.whole.values
    _drop(routines, (finding for routine in each() for finding in routine_findings(routine, steps.whole, steps.ids)))
    _drop(routines, (finding for routine in each() for finding in wrapping_findings(routine, routines.whole)))
    return played


def _drop_clock(played: _Played) -> None:
    """One damaged line makes the whole clock unsafe: the next line's minutes would hold for a younger baby."""
    played.clock.note(clock_findings(played.clock.whole, played.steps.whole.values()))
    if played.clock.faults:
        played.clock.whole.clear()


def _drop(rows: Rows[Any], findings: Iterator[Finding]) -> None:
    for row_id in rows.note(findings):
        del rows.whole[row_id]


def _catalogue(played: _Played) -> Catalogue:
    return Catalogue(
        steps=played.steps.whole,
        routines=played.routines.whole,
        no_go=played.no_go.whole,
        facts={},
        checks=played.checks.whole,
        landmarks=played.landmarks.whole,
        own_clock_minutes=tuple((row.from_age, row.minutes) for row in played.clock.whole.values()),
        orders=played.orders.whole,
    )


def _counts(played: _Played) -> dict[str, int]:
    return {
        "steps": len(played.steps.ids),
        "routines": len(played.routines.ids),
        "no_go": len(played.no_go.ids),
        "checks": len(played.checks.ids),
    }


def _faults(*tables: Rows[Any]) -> tuple[ContentFault, ...]:
    return tuple(chain.from_iterable(rows.faults for rows in tables))
