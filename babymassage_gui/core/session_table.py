"""The phases of a session and the table of its legal moves; docs and the exhaustive test read the same table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from babymassage_gui.core.errors import IllegalMove


class Phase(StrEnum):
    """What the session is doing."""

    READY = "ready"
    STEP = "step"
    RESTING = "resting"
    PAUSED = "paused"
    ENDED = "ended"


class Move(StrEnum):
    """What can happen to a session; the first eight are time's own.

    Before a step that has come up the hands may have to be wiped, or want a little oil, or the parent is waited for.
    """

    READY_OVER = "ready over"
    STEP_OVER = "step over"
    LAST_STEP_OVER = "last step over"
    RESTING_OVER = "resting over"
    GAP = "gap"
    WIPE = "wipe"
    OIL = "oil"
    WAIT = "wait"
    GO = "go"
    SKIP = "skip"
    SKIP_LAST = "skip last"
    REPEAT = "repeat"
    PREVIOUS = "previous"
    JUMP = "jump"
    EXTEND = "extend"
    SHORTEN = "shorten"
    TEMPO = "tempo"
    PAUSE = "pause"
    RESUME = "resume"
    REST = "rest"
    FINISH = "finish"


TABLE: Mapping[tuple[Phase, Move], Phase] = {
    (Phase.READY, Move.READY_OVER): Phase.STEP,
    (Phase.READY, Move.GAP): Phase.PAUSED,
    (Phase.READY, Move.GO): Phase.STEP,
    (Phase.READY, Move.SKIP): Phase.READY,
    (Phase.READY, Move.SKIP_LAST): Phase.ENDED,
    (Phase.READY, Move.PREVIOUS): Phase.READY,
    (Phase.READY, Move.JUMP): Phase.READY,
    (Phase.READY, Move.TEMPO): Phase.READY,
    (Phase.READY, Move.PAUSE): Phase.PAUSED,
    (Phase.READY, Move.FINISH): Phase.ENDED,
    (Phase.STEP, Move.STEP_OVER): Phase.STEP,
    (Phase.STEP, Move.LAST_STEP_OVER): Phase.ENDED,
    (Phase.STEP, Move.GAP): Phase.PAUSED,
    (Phase.STEP, Move.WIPE): Phase.READY,
    (Phase.STEP, Move.OIL): Phase.READY,
    (Phase.STEP, Move.WAIT): Phase.READY,
    (Phase.STEP, Move.SKIP): Phase.STEP,
    (Phase.STEP, Move.SKIP_LAST): Phase.ENDED,
    (Phase.STEP, Move.REPEAT): Phase.STEP,
    (Phase.STEP, Move.PREVIOUS): Phase.STEP,
    (Phase.STEP, Move.JUMP): Phase.READY,
    (Phase.STEP, Move.EXTEND): Phase.STEP,
    (Phase.STEP, Move.SHORTEN): Phase.STEP,
    (Phase.STEP, Move.TEMPO): Phase.STEP,
    (Phase.STEP, Move.PAUSE): Phase.PAUSED,
    (Phase.STEP, Move.FINISH): Phase.ENDED,
    (Phase.RESTING, Move.RESTING_OVER): Phase.READY,
    (Phase.RESTING, Move.GAP): Phase.PAUSED,
    (Phase.RESTING, Move.PAUSE): Phase.PAUSED,
    (Phase.RESTING, Move.RESUME): Phase.READY,
    (Phase.RESTING, Move.JUMP): Phase.READY,
    (Phase.RESTING, Move.FINISH): Phase.ENDED,
    (Phase.PAUSED, Move.RESUME): Phase.READY,
    (Phase.PAUSED, Move.REST): Phase.RESTING,
    (Phase.PAUSED, Move.JUMP): Phase.READY,
    (Phase.PAUSED, Move.FINISH): Phase.ENDED,
}


class Boundary(StrEnum):
    """Where a session may wait for the parent: before each step, before another part of the body, at a turn."""

    STEP = "step"
    PART = "part"
    TURN = "turn"


class PauseReason(StrEnum):
    """Who stopped it: the parent, or a computer that slept."""

    BABY = "baby"
    GAP = "gap"


def phase_after(phase: Phase, move: Move) -> Phase:
    """The phase that a move leads to.

    Raises:
        IllegalMove: the table does not hold it.
    """
    try:
        return TABLE[phase, move]
    except KeyError:
        raise IllegalMove(f"{move} while {phase}") from None
