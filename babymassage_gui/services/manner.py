"""How a session is to be played, and how it was when it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from babymassage_gui.core.history import Kind
from babymassage_gui.core.pacing import USUAL_TEMPO
from babymassage_gui.core.session import Happening, Session
from babymassage_gui.core.session_table import Boundary

Listener = Callable[[Happening], None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a session is to be played.

    `ready_seconds` before the first step; `waits`: where it waits for the parent; `tempo` of the strokes in hundredths;
    `oil_seconds` between two parts of the body, where the plan has a product, 0 for none.
    """

    kind: Kind = Kind.MASSAGE
    ready_seconds: float = 5.0
    waits: frozenset[Boundary] = frozenset()
    tempo: int = USUAL_TEMPO
    oil_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Ended:
    """A logged session as it was when it ended here, and the moment in UTC; the log may not have taken that yet."""

    session_id: str
    session: Session
    at: datetime
