"""A short session of seven steps, and time that passes in it with a heartbeat."""

from __future__ import annotations

from typing import Any

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.plan import PlannedStep
from babymassage_gui.core.planner import make_turns
from babymassage_gui.core.session import Happening, Session, begin
from babymassage_gui.core.session_moves import Result, advance
from babymassage_gui.core.session_table import Boundary
from tests.fakes.content import catalogue, played

T0 = 1000.0
AT_TURNS = frozenset({Boundary.TURN})
# 5 s, 10 s, 8 s, 5 s, 8 s, 5 s, 6 s
STEPS = (
    played("open-ask"),
    played("leg-outer", 3, Side.LEFT, Side.RIGHT),
    played("tummy-circle", 4),
    played("turn-tummy"),
    played("back-up", 4),
    played("turn-back"),
    played("close-cuddle", 2),
)
ASK, LEGS, TUMMY, TO_FRONT, BACK, TO_BACK, CUDDLE = range(7)


def fresh(*steps: PlannedStep, index: int = 0, **manner: Any) -> Session:
    """`manner` is what `begin` takes besides."""
    return begin(steps or STEPS, make_turns(catalogue()), T0, ready_seconds=2.0, index=index, **manner)


def passing(session: Session, seconds: float, beat: float = 0.5) -> Result:
    """Time passes with a heartbeat every half second."""
    happened: list[Happening] = []
    at, until = session.last_beat, session.last_beat + seconds
    while at < until:
        at = min(until, at + beat)
        session, step = advance(session, at)
        happened += step
    return session, tuple(happened)


def in_step(index: int, seconds: float = 1.0, *steps: PlannedStep, **manner: Any) -> Session:
    """So many seconds in a step that was gone to at once."""
    session = fresh(*steps, index=index, **manner)
    return passing(session, 2.0 + seconds)[0]


def names(session: Session) -> list[str]:
    return [planned.step.id for planned in session.steps]
