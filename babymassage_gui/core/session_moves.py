"""What can happen to a session. Each move takes a state and an instant, and answers with a new state.

`advance` lets time pass; the other functions are the parent's moves. A move that the table does not hold raises
`IllegalMove` and changes nothing.
"""

from __future__ import annotations

from dataclasses import replace

from babymassage_gui.core.countdown import Countdown
from babymassage_gui.core.history import Ending, StepOutcome, StepRecord
from babymassage_gui.core.plan import lies_after
from babymassage_gui.core.session import RESTING_SECONDS, Happening, Session, arrive, getting_ready
from babymassage_gui.core.session_table import Move, PauseReason, Phase, phase_after

Result = tuple[Session, tuple[Happening, ...]]


def advance(session: Session, at: float) -> Result:
    """Let time pass up to an instant; steps end and begin at the instants that their countdowns name."""
    if session.phase is Phase.ENDED or at < session.last_beat:
        return session, ()
    silence = at - session.last_beat
    if session.phase is not Phase.PAUSED and silence > session.gap_seconds:
        return _stop(session, session.last_beat, Move.GAP, PauseReason.GAP, at)
    happened: list[Happening] = []
    while True:
        due = _due(session)
        if due is None or due[1] > at:
            break
        session, step = _time_move(session, *due)
        happened += step
    return replace(session, last_beat=at), tuple(happened)


def _due(session: Session) -> tuple[Move, float] | None:
    """The next of time's own moves, and its instant."""
    if session.phase in (Phase.READY, Phase.RESTING):
        ends = session.wait.ends_at
        move = Move.READY_OVER if session.phase is Phase.READY else Move.RESTING_OVER
    elif session.phase is Phase.STEP and not (session.wait_at_turns and session.planned.step.is_turn):
        ends = session.step_clock.ends_at
        move = Move.LAST_STEP_OVER if session.is_last else Move.STEP_OVER
    else:
        return None
    return None if ends is None else (move, ends)


def _time_move(session: Session, move: Move, at: float) -> Result:
    phase = phase_after(session.phase, move)
    if move is Move.READY_OVER:
        fresh = session.step_clock.spent == 0
        running = _running(replace(session, phase=phase, last_beat=at), at)
        return running, (_tell(running, move, at, started=fresh),)
    if move is Move.RESTING_OVER:
        return _ready(session, move, at)
    if move is Move.LAST_STEP_OVER:
        return _end(session, move, at, Ending.FINISHED, StepOutcome.DONE)
    return _leave_step(session, move, at, session.index + 1, StepOutcome.DONE)


def skip(session: Session, at: float) -> Result:
    """Go on to the next step; at a turn this says that it is done. Skipping the last step ends the session."""
    outcome = StepOutcome.DONE if session.planned.step.is_turn else StepOutcome.SKIPPED
    if session.is_last:
        phase_after(session.phase, Move.SKIP_LAST)
        return _end(session, Move.SKIP_LAST, at, Ending.FINISHED, outcome)
    return _leave_step(session, Move.SKIP, at, session.index + 1, outcome)


def repeat(session: Session, at: float) -> Result:
    """Begin the step in hand again; the time already spent in it stays counted."""
    return _leave_step(session, Move.REPEAT, at, session.index, StepOutcome.INTERRUPTED)


def previous(session: Session, at: float) -> Result:
    """Go back to the step before, turns not counted; at the first one, begin it again."""
    before = [i for i in range(session.index) if not session.steps[i].step.is_turn]
    return _leave_step(session, Move.PREVIOUS, at, before[-1] if before else 0, StepOutcome.INTERRUPTED)


def jump(session: Session, at: float, index: int) -> Result:
    """Go to any step and get ready for it.

    Raises:
        ValueError: there is no such step.
    """
    if not 0 <= index < len(session.steps):
        raise ValueError(f"there is no step {index}")
    return _leave_step(session, Move.JUMP, at, index, StepOutcome.INTERRUPTED)


def extend(session: Session, at: float, seconds: float) -> Result:
    """Make the step in hand longer by about so many seconds, in whole repetitions."""
    phase_after(session.phase, Move.EXTEND)
    planned = session.planned.longer(seconds, session.beat(at).pass_index)
    # Stopped first: a turn that waits for the parent must not make up for the wait with the seconds it gains.
    clock = session.step_clock.stopped(at).extended(planned.seconds - session.planned.seconds).started(at)
    steps = (*session.steps[: session.index], planned, *session.steps[session.index + 1 :])
    longer = replace(session, steps=steps, step_clock=clock, last_beat=at)
    return longer, (_tell(longer, Move.EXTEND, at),)


def pause(session: Session, at: float) -> Result:
    """Baby needs me: everything stops."""
    return _stop(session, at, Move.PAUSE, PauseReason.BABY, at)


def resume(session: Session, at: float) -> Result:
    """Carry on: count in, then go on where it stopped."""
    return _ready(session, Move.RESUME, at)


def rest(session: Session, at: float, seconds: float = RESTING_SECONDS) -> Result:
    """Hands resting, a minute or as long as the parent set it (C-43), then count in. Not counted as time in steps."""
    phase = phase_after(session.phase, Move.REST)
    resting = replace(session, phase=phase, wait=Countdown(seconds, running_since=at), last_beat=at, pause=None)
    return resting, (_tell(resting, Move.REST, at),)


def finish(session: Session, at: float, ending: Ending) -> Result:
    """End here and keep what was done."""
    phase_after(session.phase, Move.FINISH)
    return _end(session, Move.FINISH, at, ending, StepOutcome.INTERRUPTED)


def _tell(
    session: Session, move: Move, at: float, *, closed: tuple[StepRecord, ...] = (), started: bool = False
) -> Happening:
    """The happening of a move, read from the state after it."""
    return Happening(
        at, move, session.phase, session.index, session.active_seconds(at), closed, started, session.pause,
        session.ending,
    )  # fmt: skip


def _closed(session: Session, at: float, outcome: StepOutcome) -> tuple[StepRecord, ...]:
    """The record of the step in hand; none of a step that had not begun, unless it was passed over on purpose."""
    seconds = session.step_clock.elapsed(at)
    if seconds == 0 and outcome is StepOutcome.INTERRUPTED:
        return ()
    return (StepRecord(session.planned.step.id, outcome, seconds),)


def _leave_step(session: Session, move: Move, at: float, index: int, outcome: StepOutcome) -> Result:
    """Close the step in hand and go to another."""
    phase = phase_after(session.phase, move)
    closed = _closed(session, at, outcome)
    lying = lies_after(session.planned.step) if outcome is StepOutcome.DONE else session.lying
    left = replace(
        session, phase=phase, records=(*session.records, *closed), lying=lying, pause=None, last_beat=at
    )  # fmt: skip
    there = arrive(left, index)
    if phase is Phase.STEP and there.must_wipe:
        wiping = getting_ready(replace(there, phase=phase_after(phase, Move.WIPE)), at)
        return wiping, (_tell(there, move, at, closed=closed), _tell(wiping, Move.WIPE, at))
    there = _running(there, at) if phase is Phase.STEP else getting_ready(there, at)
    return there, (_tell(there, move, at, closed=closed, started=phase is Phase.STEP),)


def _running(session: Session, at: float) -> Session:
    """The step in hand goes on; what is on the hands now is what the step allows."""
    return replace(session, step_clock=session.step_clock.started(at), oily=session.planned.product)


def _stop(session: Session, stopped_at: float, move: Move, reason: PauseReason, at: float) -> Result:
    phase = phase_after(session.phase, move)
    clock = session.step_clock.stopped(stopped_at)
    stopped = replace(session, phase=phase, step_clock=clock, pause=reason, last_beat=at)
    return stopped, (_tell(stopped, move, stopped_at),)


def _ready(session: Session, move: Move, at: float) -> Result:
    phase = phase_after(session.phase, move)
    ready = getting_ready(replace(session, phase=phase, pause=None, last_beat=at), at)
    return ready, (_tell(ready, move, at),)


def _end(session: Session, move: Move, at: float, ending: Ending, outcome: StepOutcome) -> Result:
    phase = phase_after(session.phase, move)
    closed = _closed(session, at, outcome)
    records = (*session.records, *closed)
    ended = replace(
        session, phase=phase, records=records, step_clock=Countdown(0), last_beat=at, ending=ending, pause=None
    )
    return ended, (_tell(ended, move, at, closed=closed),)
