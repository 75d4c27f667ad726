"""What can happen to a session. Each move takes a state and an instant, and answers with a new state.

`advance` lets time pass; the other functions are the parent's moves. A move that the table does not hold raises
`IllegalMove` and changes nothing.
"""

from __future__ import annotations

from dataclasses import replace

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.countdown import Countdown
from babymassage_gui.core.history import Ending, StepOutcome, StepRecord
from babymassage_gui.core.pacing import TEMPOS, all_at_tempo, at_tempo, from_here_at_tempo, longer, shorter
from babymassage_gui.core.plan import PlannedStep, lies_after
from babymassage_gui.core.session import RESTING_SECONDS, Happening, Session, arrive, getting_ready
from babymassage_gui.core.session_table import Boundary, Move, PauseReason, Phase, phase_after
from babymassage_gui.core.session_ways import passed_over

Result = tuple[Session, tuple[Happening, ...]]
# The moves by which a step comes up in its turn.
ONWARD = (Move.STEP_OVER, Move.SKIP)


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
    if move is Move.READY_OVER:
        return _begin_step(session, move, at)
    if move is Move.RESTING_OVER:
        return _ready(session, move, at)
    if move is Move.LAST_STEP_OVER:
        return _end(session, move, at, Ending.FINISHED, StepOutcome.DONE)
    return _leave_step(session, move, at, session.index + 1, StepOutcome.DONE)


def go(session: Session, at: float) -> Result:
    """The parent is ready: the step in hand begins now."""
    return _begin_step(session, Move.GO, at)


def _begin_step(session: Session, move: Move, at: float) -> Result:
    fresh = session.step_clock.spent == 0
    running = _running(replace(session, phase=phase_after(session.phase, move), last_beat=at), at)
    return running, (_tell(running, move, at, started=fresh),)


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
    """Go to any step and get ready for it; what a jump forward leaves out counts as skipped.

    Raises:
        ValueError: there is no such step.
    """
    if not 0 <= index < len(session.steps):
        raise ValueError(f"there is no step {index}")
    unbegun = session.step_clock.elapsed(at) == 0 and not session.planned.step.is_turn
    left_out = index > session.index and unbegun
    outcome = StepOutcome.SKIPPED if left_out else StepOutcome.INTERRUPTED
    return _leave_step(session, Move.JUMP, at, index, outcome, passed_over(session, index))


def extend(session: Session, at: float, seconds: float) -> Result:
    """Make the step in hand longer by about so many seconds, in whole repetitions."""
    phase_after(session.phase, Move.EXTEND)
    return _changed(session, Move.EXTEND, at, longer(session.planned, seconds, session.beat(at).pass_index))


def shorten(session: Session, at: float, seconds: float) -> Result:
    """Make the step in hand shorter by about so many seconds, in whole repetitions that have not begun."""
    phase_after(session.phase, Move.SHORTEN)
    less = shorter(session.planned, seconds, session.step_clock.elapsed(at), session.beat(at))
    return _changed(session, Move.SHORTEN, at, less)


def set_tempo(session: Session, at: float, tempo: int) -> Result:
    """Another tempo of the strokes, from the next repetition on.

    Raises:
        ValueError: it is none of `TEMPOS`.
    """
    phase_after(session.phase, Move.TEMPO)
    if tempo not in TEMPOS:
        raise ValueError(f"the tempo {tempo} is none of {TEMPOS}")
    begun = session.step_clock.elapsed(at) > 0
    old = session.planned
    here = from_here_at_tempo(old, tempo, session.beat(at)) if begun else at_tempo(old, tempo)
    to_come = all_at_tempo(session.steps[session.index + 1 :], tempo, old.seconds - here.seconds)
    steps = (*session.steps[: session.index + 1], *to_come)
    return _changed(replace(session, tempo=tempo, steps=steps), Move.TEMPO, at, here)


def _changed(session: Session, move: Move, at: float, planned: PlannedStep) -> Result:
    """The step in hand has another length; its clock goes on."""
    # Stopped first: a turn that waits for the parent must not make up for the wait with the seconds it gains.
    clock = session.step_clock.stopped(at).extended(planned.seconds - session.planned.seconds)
    clock = clock.started(at) if session.step_clock.running_since is not None else clock
    steps = (*session.steps[: session.index], planned, *session.steps[session.index + 1 :])
    changed = replace(session, steps=steps, step_clock=clock, last_beat=at)
    return changed, (_tell(changed, move, at),)


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


def _leave_step(
    session: Session, move: Move, at: float, index: int, outcome: StepOutcome, passed: tuple[StepRecord, ...] = ()
) -> Result:
    """Close the step in hand, and those that were `passed` over, and go to another."""
    phase = phase_after(session.phase, move)
    closed = (*_closed(session, at, outcome), *passed)
    lying = lies_after(session.planned.step) if outcome is StepOutcome.DONE else session.lying
    left = replace(
        session, phase=phase, records=(*session.records, *closed), lying=lying, pause=None, last_beat=at, oiling=False
    )  # fmt: skip
    there = arrive(left, index)
    if phase is not Phase.STEP:
        return _told(getting_ready(there, at), move, at, closed)
    before = _before_step(session, there, at, onward=move in ONWARD)
    if before is None:
        return _told(_running(there, at), move, at, closed)
    first, (between,) = before
    return first, (_tell(there, move, at, closed=closed), between)


def _told(session: Session, move: Move, at: float, closed: tuple[StepRecord, ...]) -> Result:
    return session, (_tell(session, move, at, closed=closed, started=session.phase is Phase.STEP),)


def _before_step(left: Session, there: Session, at: float, *, onward: bool) -> Result | None:
    """What comes before a step that has just come up: wiping, a little oil, a wait for the parent; or None.

    Oil and waits come on the way `onward` only, not before a step that is repeated.
    """
    waits = onward and _is_waited_for(left, there)
    oils = onward and there.begins_part and there.planned.product and there.planned.step.block is not Block.FINISH
    oils = oils and there.oil_seconds > 0 and not there.must_wipe
    if not (waits or oils or there.must_wipe):
        return None
    move = Move.WIPE if there.must_wipe else Move.OIL if oils else Move.WAIT
    ready = replace(there, phase=phase_after(there.phase, move), oiling=oils)
    ready = getting_ready(ready, at, there.oil_seconds) if oils else getting_ready(ready, at)
    ready = replace(ready, wait=ready.wait.stopped(at)) if waits else ready
    return ready, (_tell(ready, move, at),)


def _is_waited_for(left: Session, there: Session) -> bool:
    """Not at a turn, which waits itself, nor behind one that has waited."""
    if there.planned.step.is_turn or (left.planned.step.is_turn and left.wait_at_turns):
        return False
    return Boundary.STEP in there.waits or (Boundary.PART in there.waits and there.begins_part)


def _running(session: Session, at: float) -> Session:
    """The step in hand goes on; what is on the hands now is what the step allows."""
    return replace(session, step_clock=session.step_clock.started(at), oily=session.planned.product, oiling=False)


def _stop(session: Session, stopped_at: float, move: Move, reason: PauseReason, at: float) -> Result:
    phase = phase_after(session.phase, move)
    clock = session.step_clock.stopped(stopped_at)
    stopped = replace(session, phase=phase, step_clock=clock, pause=reason, last_beat=at, oiling=False)
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
