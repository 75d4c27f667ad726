"""Hands out what is heard of a session: chimes and spoken lines, each once and at its instant. It knows no screen.

It hears the runner's happenings; a front end calls `tick` after each of the runner's own, and may ask `seconds_to_next`
to come exactly in time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.history import Ending
from babymassage_gui.core.plan import PlannedStep
from babymassage_gui.core.ports import Chimes, Speech, Unsubscribe
from babymassage_gui.core.prompts import (
    APART_SECONDS,
    LETTERS_PER_SECOND,
    Chime,
    Line,
    Prompt,
    between,
    fitting,
    prompts_of,
)
from babymassage_gui.core.session import Happening, Session
from babymassage_gui.core.session_table import Move, PauseReason, Phase
from babymassage_gui.core.sound import Sound, pace
from babymassage_gui.services.session_runner import SessionRunner

# "Baby needs me" is answered, but more softly than anything else.
PAUSED_SHARE = 0.5
# Ends that are told; a baby that sleeps or spat up, and a parent who is called away, want no sound.
TOLD_ENDS = (Ending.FINISHED, Ending.EARLY)
# Moves that change nothing but the length or the pace of the step in hand.
SAME_STEP = (Move.EXTEND, Move.SHORTEN, Move.TEMPO)
# Moves that leave a step before its time: what was being said of it is no longer true.
LEFT_EARLY = (Move.SKIP, Move.SKIP_LAST, Move.REPEAT, Move.PREVIOUS, Move.JUMP)


class Outside(StrEnum):
    """What is spoken while no step is under way."""

    READY = "ready"
    WIPE = "wipe"
    OIL = "oil"
    WAIT = "wait"
    END = "end"
    ENDED_EARLY = "ended-early"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line to be put into words: of which step, on which side, and what follows it (None: nothing)."""

    what: Line | Outside
    planned: PlannedStep
    side: Side = Side.BOTH
    following: PlannedStep | None = None


# Several wordings of a line, the fullest first.
Wordings = Callable[[Spoken], Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Due:
    """A line that is to be said at `at`, within `room` seconds of the clock."""

    spoken: Spoken
    at: float
    room: float


class Prompter:
    """Follows one session after the other. `sound` is asked anew for each."""

    def __init__(
        self, runner: SessionRunner, speech: Speech, chimes: Chimes, sound: Callable[[], Sound], wordings: Wordings,
        speed: float = 1.0,
    ) -> None:  # fmt: skip
        """`speed`: how many times faster than real time the runner's instants pass."""
        self._runner, self._speech, self._chimes = runner, speech, chimes
        self._wanted, self._wordings, self._speed = sound, wordings, speed
        self._sound = sound()
        self._following = False
        self._prompts: tuple[Prompt, ...] = ()
        self._heard_to = 0.0
        self._half_told = False
        self._waiting: _Due | None = None
        # Silence comes before any page is painted.
        self._unsubscribe: Unsubscribe | None = runner.subscribe(self._on_happening, first=True)

    @property
    def following(self) -> bool:
        """Whether a session is being followed."""
        return self._following

    def close(self) -> None:
        """Be silent from now on."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._hush()
        self._following = False

    def tick(self) -> None:
        """Let be heard what has fallen due up to now. Call it after `SessionRunner.tick`."""
        if self._unsubscribe is None or not self._runner.running:
            return
        if not self._following:
            self._begin()
        session, at = self._runner.session, self._runner.now()
        if session.phase is Phase.STEP:
            self._tell_up_to(session, session.step_clock.elapsed(at), at)
        self._say_what_waited(at)

    def seconds_to_next(self) -> float | None:
        """Seconds of the clock until the step's next prompt or its end; None while nothing falls due by itself."""
        if not self._following or not self._runner.running:
            return None
        session, at = self._runner.session, self._runner.now()
        if session.phase is not Phase.STEP:
            ends = session.wait.ends_at if session.phase is Phase.READY else None
            return None if ends is None else max(0.0, ends - at)
        here = session.step_clock.elapsed(at)
        coming = [p.offset for p in self._prompts if p.offset > here]
        left = min([*coming, session.planned.seconds]) - here
        # A turn that waits for the parent is over its time and goes on.
        return left if left > 0 else None

    def _begin(self) -> None:
        self._follow()
        session, at = self._runner.session, self._runner.now()
        self._get_ready(session, at)
        if not session.must_wipe:
            self._line(_Due(Spoken(Outside.READY, session.planned), at, session.wait.remaining(at)), at)

    def _follow(self) -> None:
        self._following, self._half_told, self._waiting = True, False, None
        self._sound = self._wanted()

    def _on_happening(self, happening: Happening) -> None:
        """A press hushes what is being said; time itself never does."""
        if not self._following:
            # A press before the first tick.
            self._follow()
        session = self._runner.session
        if happening.phase is Phase.ENDED:
            self._end(happening, session)
        elif happening.phase in (Phase.PAUSED, Phase.RESTING):
            self._hush()
            if happening.pause is PauseReason.BABY:
                self._chime(Chime.PAUSED, PAUSED_SHARE)
        else:
            self._go_on(happening, session)

    def _go_on(self, happening: Happening, session: Session) -> None:
        if happening.move in LEFT_EARLY:
            self._hush()
        planned = session.steps[happening.index]
        self._plan(session, happening, planned)
        if happening.phase is Phase.READY and happening.move not in SAME_STEP:
            self._get_ready(session, happening.at)
        elif happening.started:
            # Several steps may be over at one late tick: what begins a step is told here, the rest with the next tick.
            self._tell(session, planned, happening.index, -1.0, 0.0, happening.at)

    def _plan(self, session: Session, happening: Happening, planned: PlannedStep) -> None:
        elapsed = session.step_clock.elapsed(happening.at) if happening.index == session.index else 0.0
        before = happening.active_seconds - elapsed
        left = sum(one.seconds for one in session.steps[happening.index :])
        half = None if self._half_told else (before + left) / 2 - before
        has_next = happening.index < len(session.steps) - 1
        self._prompts = prompts_of(planned, has_next=has_next, half_offset=half)

    def _tell_up_to(self, session: Session, elapsed: float, at: float) -> None:
        if elapsed > self._heard_to:
            self._tell(session, session.planned, session.index, self._heard_to, elapsed, at)

    def _tell(self, session: Session, planned: PlannedStep, index: int, after: float, up_to: float, at: float) -> None:
        following = session.steps[index + 1] if index + 1 < len(session.steps) else None
        for prompt in between(self._prompts, after, up_to):
            self._half_told = self._half_told or prompt.chime is Chime.HALF
            if prompt.chime is not None:
                self._chime(prompt.chime)
            if prompt.line is not None:
                spoken = Spoken(prompt.line, planned, prompt.side, following)
                self._line(_Due(spoken, at - (up_to - prompt.offset), prompt.room), at)
        self._heard_to = up_to

    def _get_ready(self, session: Session, at: float) -> None:
        self._chime(Chime.READY)
        what = _before(session)
        if what is not None:
            room = float("inf") if session.waiting else session.wait.remaining(at)
            self._line(_Due(Spoken(what, session.planned), at, room), at)

    def _end(self, happening: Happening, session: Session) -> None:
        over = happening.move is Move.LAST_STEP_OVER
        if not over:
            self._hush()
        if happening.ending in TOLD_ENDS:
            self._chime(Chime.END)
            what = Outside.ENDED_EARLY if happening.ending is Ending.EARLY else Outside.END
            self._waiting = None
            self._say(Spoken(what, session.planned), float("inf"))
        self._following = False

    def _chime(self, chime: Chime, share: float = 1.0) -> None:
        if self._sound.chimes:
            self._chimes.play(chime, share)

    def _line(self, due: _Due, at: float) -> None:
        """Say it, or let it wait until the line before it is over: no sentence is cut by the next."""
        if not self._sound.speaks:
            return
        if not self._speech.ready or self._speech.speaking:
            # What waited before has had its room: a line's room ends where the next one begins.
            self._waiting = due
        else:
            self._say(due.spoken, due.room - (at - due.at))

    def _say_what_waited(self, at: float) -> None:
        """A step's name is said late rather than not at all, the rest only while it is still true."""
        due = self._waiting
        if due is None or not self._speech.ready or self._speech.speaking:
            return
        self._waiting = None
        late = at - due.at
        if late < due.room and (due.spoken.what is Line.STEP or late <= APART_SECONDS):
            self._say(due.spoken, due.room - late)

    def _say(self, spoken: Spoken, room: float) -> None:
        if not self._sound.speaks or self._speech.mute is not None:
            return
        letters = LETTERS_PER_SECOND * pace(self._sound.rate)
        self._speech.say(fitting(self._wordings(spoken), room / self._speed, letters))

    def _hush(self) -> None:
        self._waiting = None
        self._speech.hush()
        self._chimes.hush()


def _before(session: Session) -> Outside | None:
    """What there is to do before the step in hand begins."""
    if session.must_wipe:
        return Outside.WIPE
    if session.oiling:
        return Outside.OIL
    return Outside.WAIT if session.waiting else None
