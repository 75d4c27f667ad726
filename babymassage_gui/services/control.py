"""What a command line may tell the running window, and what the window answers: one line of JSON each way.

`{"version": 1, "word": "extend", "seconds": 30}` is answered with `{"version": 1, "answer": "done", "status": {…}}`.
Nothing here knows how the lines travel; docs/decisions/051 tells why they travel as they do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.history import Ending
from babymassage_gui.core.session import Session
from babymassage_gui.core.session_table import Move
from babymassage_gui.core.session_ways import part_index
from babymassage_gui.services.session_runner import SessionRunner

VERSION = 1
# A line with its end; no line that is ours comes near it.
MOST_BYTES = 4096
# How long either side waits for the other.
PATIENCE_SECONDS = 2.0
EXTEND_SECONDS = range(1, 601)


class Word(StrEnum):
    """What can be told to the window."""

    START = "start"
    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    EXTEND = "extend"
    SHORTEN = "shorten"
    JUMP = "jump"
    SLOWER = "slower"
    FASTER = "faster"
    STATUS = "status"
    RAISE = "raise"
    OPEN = "open"


class Place(StrEnum):
    """What can be opened in the window, from a notification, a menu of the desktop or a command line."""

    TODAY = "today"
    MASSAGE = "massage"
    PROGRESS = "progress"
    LIBRARY = "library"
    SETTINGS = "settings"
    SHORTCUTS = "shortcuts"


class Answer(StrEnum):
    """What became of it. Whatever is not `DONE` changed nothing of a session."""

    DONE = "done"
    NOT_NOW = "not-now"
    NO_SESSION = "no-session"
    SESSION_RUNS = "session-runs"
    CHECK_IN = "check-in"
    LOOK = "look"
    UNKNOWN = "unknown-word"
    UNREADABLE = "unreadable"
    OTHER_VERSION = "other-version"


@dataclass(frozen=True, slots=True)
class Order:
    """One thing told; `seconds` counts for `EXTEND` and `SHORTEN` only, `part` of the body for `JUMP`, `place` for
    `OPEN`.
    """

    word: Word
    seconds: int = 30
    part: Block | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of an order, and how things stand after it."""

    answer: Answer
    status: Mapping[str, object] = field(default_factory=dict, hash=False)


class Refused(Exception):  # noqa: N818 - the answer is the reason, not the class
    """A line that cannot be followed; `answer` tells why."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.value)
        self.answer = answer


def write_order(order: Order) -> bytes:
    """The line of an order."""
    part = {} if order.part is None else {"part": order.part}
    place = {} if order.place is None else {"place": order.place}
    return _line({"word": order.word, "seconds": order.seconds, **part, **place})


def read_order(line: bytes) -> Order:
    """The order of a line.

    Raises:
        Refused: UNREADABLE, OTHER_VERSION, UNKNOWN.
    """
    content = _content(line)
    try:
        word = Word(str(content.get("word")))
    except ValueError:
        raise Refused(Answer.UNKNOWN) from None
    seconds = content.get("seconds", 30)
    if type(seconds) is not int or seconds not in EXTEND_SECONDS:
        raise Refused(Answer.UNREADABLE)
    try:
        part = Block(str(content["part"])) if word is Word.JUMP else None
        place = Place(str(content["place"])) if word is Word.OPEN else None
    except (KeyError, ValueError):
        raise Refused(Answer.UNREADABLE) from None
    return Order(word, seconds, part, place)


def write_reply(reply: Reply) -> bytes:
    """The line of a reply."""
    return _line({"answer": reply.answer, "status": dict(reply.status)})


def read_reply(line: bytes) -> Reply:
    """The reply of a line.

    Raises:
        Refused: UNREADABLE, OTHER_VERSION.
    """
    content = _content(line)
    status = content.get("status", {})
    try:
        answer = Answer(str(content.get("answer")))
    except ValueError:
        raise Refused(Answer.UNREADABLE) from None
    if not isinstance(status, dict):
        raise Refused(Answer.UNREADABLE)
    return Reply(answer, status)


def _line(content: Mapping[str, object]) -> bytes:
    return json.dumps({"version": VERSION, **content}, ensure_ascii=False).encode() + b"\n"


def _content(line: bytes) -> Mapping[str, object]:
    if len(line) > MOST_BYTES or not line.endswith(b"\n"):
        raise Refused(Answer.UNREADABLE)
    try:
        content = json.loads(line)
    except (ValueError, RecursionError):
        raise Refused(Answer.UNREADABLE) from None
    if not isinstance(content, dict):
        raise Refused(Answer.UNREADABLE)
    if content.get("version") != VERSION:
        raise Refused(Answer.OTHER_VERSION)
    return content


def status_of(runner: SessionRunner) -> Mapping[str, object]:
    """How things stand, in words and numbers for scripts; times in seconds, steps counted from 1."""
    try:
        session, at = runner.session, runner.now()
    except LookupError:
        return {"phase": "none"}
    status: dict[str, object] = {
        "phase": session.phase.value,
        "kind": runner.kind.value,
        "routine": runner.routine_id,
        "step": session.planned.step.id,
        "title": session.planned.step.title,
        "number": session.index + 1,
        "steps": len(session.steps),
        "active_seconds": round(session.active_seconds(at), 1),
        "seconds_left": round(session.seconds_left(at), 1),
        "part": session.planned.step.block.value,
        "tempo": session.tempo,
        "waiting": session.waiting,
    }
    if session.pause is not None:
        status["pause"] = session.pause.value
    if session.ending is not None:
        status["ending"] = session.ending.value
    return status


class Front(Protocol):
    """What only the window can do."""

    @property
    def asks(self) -> bool:
        """Whether the window shows words that a parent has to answer there, as in an emergency."""

    def raise_window(self) -> None:
        """Come to the front."""

    def start(self) -> Answer:
        """Press Start where Start can be pressed: DONE. Else CHECK_IN or LOOK, with the window at the front."""

    def open(self, place: Place) -> Answer:
        """Come to the front and turn to a page: DONE. LOOK where something is asked that goes first."""


class Remote:
    """Carries out orders. What the table of moves does not hold is refused and changes nothing."""

    def __init__(self, runner: SessionRunner, front: Front) -> None:
        self._runner, self._front = runner, front

    def answer(self, line: bytes) -> bytes:
        """The reply to a line, whatever it holds."""
        try:
            answer = self._obey(read_order(line))
        except Refused as refused:
            answer = refused.answer
        return write_reply(Reply(answer, status_of(self._runner)))

    def _obey(self, order: Order) -> Answer:
        if order.word is Word.STATUS:
            return Answer.DONE
        if order.word is Word.RAISE:
            self._front.raise_window()
            return Answer.DONE
        self._runner.tick()
        if order.place is not None:
            # A running session stays on the screen; who asked sees it.
            self._front.raise_window()
            return Answer.SESSION_RUNS if self._runner.running else self._front.open(order.place)
        if order.word is Word.START:
            return Answer.SESSION_RUNS if self._runner.running else self._front.start()
        return self._move(order)

    def _move(self, order: Order) -> Answer:
        runner = self._runner
        if not runner.running:
            return Answer.NO_SESSION
        if self._front.asks:
            return Answer.LOOK
        acts: Mapping[Word, Callable[[], None]] = {
            Word.STOP: lambda: runner.finish(Ending.EARLY),
            Word.PAUSE: runner.baby_needs_me,
            Word.RESUME: runner.resume,
            Word.NEXT: runner.skip,
            Word.BACK: runner.back,
            Word.EXTEND: lambda: runner.extend(order.seconds),
            Word.SHORTEN: lambda: runner.shorten(order.seconds),
            Word.JUMP: lambda: None if order.part is None else runner.jump_to(order.part),
            Word.SLOWER: runner.slower,
            Word.FASTER: runner.faster,
        }
        if order.part is not None and part_index(runner.session, order.part) is None:
            return Answer.NOT_NOW
        if not any(runner.session.allows(move) for move in _moves(order.word, runner.session)):
            return Answer.NOT_NOW
        acts[order.word]()
        return Answer.DONE


def _moves(word: Word, session: Session) -> tuple[Move, ...]:
    """The moves of which one must be legal."""
    if word is Word.NEXT:
        return (Move.GO if session.may_go else Move.SKIP_LAST if session.is_last else Move.SKIP,)
    return {
        Word.STOP: (Move.FINISH,),
        Word.PAUSE: (Move.PAUSE,),
        Word.RESUME: (Move.RESUME,),
        Word.BACK: (Move.REPEAT, Move.PREVIOUS),
        Word.EXTEND: (Move.EXTEND,),
        Word.SHORTEN: (Move.SHORTEN,),
        Word.JUMP: (Move.JUMP,),
        Word.SLOWER: (Move.TEMPO,),
        Word.FASTER: (Move.TEMPO,),
    }[word]
