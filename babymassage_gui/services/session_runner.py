"""Plays a session: asks the clock, moves the state, writes the log, tells its listeners. It knows no screen.

A listener is told every happening in order; a front end calls `tick` about ten times a second and reads the rest
from `session`. What is in the log is on disk before any listener hears of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.candidates import NEVER_CLOSED
from babymassage_gui.core.catalogue import Block, Catalogue
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.history import Ending, Kind, SessionRecord, StepOutcome, StepRecord, as_utc, offset_minutes
from babymassage_gui.core.pacing import faster, slower
from babymassage_gui.core.plan import Plan, PlannedStep
from babymassage_gui.core.planner import make_turns
from babymassage_gui.core.ports import Clock, SessionLog, Unsubscribe
from babymassage_gui.core.session import GAP_SECONDS, RESTING_SECONDS, Happening, Session, begin
from babymassage_gui.core.session_moves import Result, advance
from babymassage_gui.core.session_table import Move, Phase
from babymassage_gui.core.session_ways import (
    index_after,
    next_block_index,
    on_the_back_index,
    part_before_index,
    part_index,
)
from babymassage_gui.services.journal import Journal, NoLog
from babymassage_gui.services.manner import Ended, Listener, Manner
from babymassage_gui.services.plan_codec import decode, encode

# Between two steps the log is told how far a session has come at least this often.
JOURNAL_SECONDS = 5.0
# A press of Back within two seconds of another goes to the step before instead of repeating this one.
TWICE_SECONDS = 2.0


class SessionRunner:
    """One session at a time, from Start to its end. Without a log it keeps nothing, for a dry run."""

    def __init__(self, catalogue: Catalogue, log: SessionLog | None, clock: Clock, new_id: Callable[[], str]) -> None:
        self._catalogue = catalogue
        self._clock = clock
        self._log = log
        self._kept = Journal(NoLog() if log is None else log, clock)
        self._journal = self._kept
        self._new_id = new_id
        self._listeners: list[Listener] = []
        self._session: Session | None = None
        self._session_id = ""
        self._last_ended: Ended | None = None
        self._kind = Kind.MASSAGE
        self._routine_id = ""
        self._journalled_at = 0.0
        self._back_pressed_at = float("-inf")

    @property
    def session(self) -> Session:
        """The session's state. LookupError before the first start."""
        if self._session is None:
            raise LookupError("no session was started")
        return self._session

    @property
    def session_id(self) -> str:
        """The id under which the session is in the log."""
        return self._session_id

    @property
    def kind(self) -> Kind:
        """What the session is: a massage, practice, a rehearsal."""
        return self._kind

    @property
    def routine_id(self) -> str:
        """Which routine is played."""
        return self._routine_id

    @property
    def running(self) -> bool:
        """Whether a session was started and has not ended."""
        return self._session is not None and self._session.phase is not Phase.ENDED

    @property
    def last_ended(self) -> Ended | None:
        """The newest logged session that ended here. Practice on a doll leaves it as it is."""
        return self._last_ended

    @property
    def fault(self) -> Expected | None:
        """Why the log could not be written, while that is so; the session goes on and the log is tried again."""
        return self._kept.fault

    def retry(self) -> None:
        """Write what could not be written before; the window asks once more before it goes."""
        self._kept.retry()

    def now(self) -> float:
        """The clock's instant, for questions to `session`."""
        return self._clock.now()

    def subscribe(self, listener: Listener, *, first: bool = False) -> Unsubscribe:
        """Tell a listener every happening from now on, before all others or after them; the answer ends that."""
        self._listeners.insert(0 if first else len(self._listeners), listener)
        return lambda: self._listeners.remove(listener)

    def start(self, plan: Plan, baby_id: str, manner: Manner) -> None:
        """Begin a session: its row is in the log before the first step. Practice on a doll is not logged at all.

        Raises:
            Expected: the log could not be written; no session was begun.
        """
        wall = self._clock.local_time()
        row = SessionRecord(
            self._new_id(), baby_id, manner.kind, plan.routine_id, as_utc(wall), offset_minutes(wall),
            plan.minutes, plan.seconds, encode(plan.steps),
        )  # fmt: skip
        self._journal = Journal(NoLog(), self._clock) if manner.kind is Kind.PRACTICE else self._kept
        if self._log is not None and manner.kind is not Kind.PRACTICE:
            self._begin_in(self._log, row)
        at = self._clock.now()
        self._take_up(row, self._begun(plan.steps, manner, at))

    def _begin_in(self, log: SessionLog, row: SessionRecord) -> None:
        # The end of the session before is written first: else that one would look cut off beside the new one.
        self._kept.retry()
        if self._kept.fault is not None:
            raise self._kept.fault
        log.begin(row)

    def carry_on(self, record: SessionRecord, manner: Manner, closed: Collection[str] = ()) -> bool:
        """Go on with a session that a kill or a power cut ended. False if its plan can no longer be read.

        `closed` are ids of steps that are off by now: what was played of them stays, what is left is not played.
        """
        steps = decode(self._catalogue, record.plan)
        if not steps:
            return False
        self._journal = self._kept
        at = self._clock.now()
        index = index_after(steps, record.steps)
        records = record.steps
        cut_off = record.active_seconds - sum(step.seconds for step in records)
        if cut_off > 0:
            # The step that was cut off is played again; the time already spent in it stays counted.
            partial = StepRecord(steps[index].step.id, StepOutcome.INTERRUPTED, cut_off)
            records = (*records, partial)
            self._kept.step(record.id, partial, record.active_seconds)
        rest = tuple(one for one in steps[index:] if one.step.id not in closed or one.step.id in NEVER_CLOSED)
        session = self._begun((*steps[:index], *rest), manner, at, index=index, records=records)
        self._take_up(record, session)
        return True

    def _begun(
        self,
        steps: tuple[PlannedStep, ...],
        manner: Manner,
        at: float,
        *,
        index: int = 0,
        records: tuple[StepRecord, ...] = (),
    ) -> Session:
        return begin(
            steps, make_turns(self._catalogue), at, ready_seconds=manner.ready_seconds, index=index, records=records,
            waits=manner.waits, gap_seconds=GAP_SECONDS * max(1.0, self._clock.speed), tempo=manner.tempo,
            oil_seconds=manner.oil_seconds,
        )  # fmt: skip

    def _take_up(self, row: SessionRecord, session: Session) -> None:
        self._session, self._session_id, self._kind, self._routine_id = session, row.id, row.kind, row.routine_id
        self._journalled_at, self._back_pressed_at = session.last_beat, float("-inf")

    def tick(self) -> None:
        """Let time pass up to now. Call it several times a second while a session runs.

        After its end it only tries again to write what the log did not take, for as long as `fault` stands.
        """
        at = self._clock.now()
        if self.running:
            self._accept(advance(self.session, at))
        if at - self._journalled_at < JOURNAL_SECONDS * max(1.0, self._clock.speed):
            return
        self._journalled_at = at
        if self.running:
            self._journal.progress(self._session_id, self.session.active_seconds(at))
        self._kept.retry()

    def baby_needs_me(self) -> None:
        """Freeze. A second press, or one after the end, does no harm."""
        self._move(Move.PAUSE, moves.pause)

    def resume(self) -> None:
        """Carry on, counted in from three."""
        self._move(Move.RESUME, moves.resume)

    def rest(self, seconds: float = RESTING_SECONDS) -> None:
        """Something calmer: hands resting."""
        self._move(Move.REST, lambda s, at: moves.rest(s, at, seconds))

    def leave_part(self) -> None:
        """Something calmer: leave this part of the body for the next."""
        self._jump(next_block_index)

    def turn_back(self) -> None:
        """Something calmer: turn back and finish on the back (STO-04)."""
        self._jump(on_the_back_index)

    def jump_to(self, block: Block) -> None:
        """Go to the first step of a part; an unknown part does nothing."""
        self._jump(lambda session: part_index(session, block))

    def part_before(self) -> None:
        """To the beginning of this part, or at its beginning to the part before."""
        self._jump(part_before_index)

    def _jump(self, where: Callable[[Session], int | None]) -> None:
        def act(session: Session, at: float) -> Result:
            index = where(session)
            return (session, ()) if index is None else moves.jump(session, at, index)

        self._move(Move.JUMP, act)

    def skip(self) -> None:
        """The next step; at a turn and where it waits "we are ready". As a step ends by itself, it skips no other."""
        here = self.session.index
        self.tick()
        if self.session.index != here:
            return
        if self.session.may_go:
            self._move(Move.GO, moves.go)
        else:
            self._move(Move.SKIP_LAST if self.session.is_last else Move.SKIP, moves.skip)

    def back(self) -> None:
        """Repeat this step; pressed twice within two seconds, go to the one before."""
        at = self._clock.now()
        twice = at - self._back_pressed_at <= TWICE_SECONDS * max(1.0, self._clock.speed)
        self._back_pressed_at = at
        if twice or not self.session.allows(Move.REPEAT):
            self._move(Move.PREVIOUS, moves.previous)
        else:
            self._move(Move.REPEAT, moves.repeat)

    def extend(self, seconds: float) -> None:
        """More time for this step."""
        self._move(Move.EXTEND, lambda s, at: moves.extend(s, at, seconds))

    def shorten(self, seconds: float) -> None:
        """Less time for this step, as far as its repetitions have not begun."""
        self._move(Move.SHORTEN, lambda s, at: moves.shorten(s, at, seconds))

    def slower(self) -> None:
        """A slower tempo of the strokes, from the next repetition on; at the slowest nothing."""
        self._set_tempo(slower(self.session.tempo))

    def faster(self) -> None:
        """A faster tempo of the strokes, from the next repetition on; at the fastest nothing."""
        self._set_tempo(faster(self.session.tempo))

    def _set_tempo(self, tempo: int) -> None:
        if tempo != self.session.tempo:
            self._move(Move.TEMPO, lambda s, at: moves.set_tempo(s, at, tempo))

    def finish(self, ending: Ending) -> None:
        """End and keep what was done."""
        self._move(Move.FINISH, lambda s, at: moves.finish(s, at, ending))

    def set_down(self) -> None:
        """Leave it as a cut would: in the log as far as it came, to be gone on with, kept or discarded."""
        at, session = self._clock.now(), self.session
        self._session, self._session_id = replace(session, phase=Phase.ENDED), ""
        set_down = Happening(at, Move.FINISH, Phase.ENDED, session.index, session.active_seconds(at))
        for listener in tuple(self._listeners):
            listener(set_down)

    def _move(self, move: Move, act: Callable[[Session, float], Result]) -> None:
        """Let time pass, then make the parent's move if the table still holds it: a late press does no harm."""
        if not self.running:
            return
        at = self._clock.now()
        self._accept(advance(self.session, at))
        if self.session.allows(move):
            self._accept(act(self.session, at))

    def _accept(self, result: Result) -> None:
        self._session, happened = result
        if self._session.ending is not None and self._kind is not Kind.PRACTICE:
            self._last_ended = Ended(self._session_id, self._session, as_utc(self._clock.local_time()))
        for happening in happened:
            self._journal.note(self._session_id, happening)
        if happened and self._session.phase is Phase.PAUSED:
            self._journalled_at = float("-inf")  # Written with the next tick: a stop waits for no disk.
        for happening in happened:
            for listener in tuple(self._listeners):
                listener(happening)
