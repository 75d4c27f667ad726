"""The command `ctl`: one word to the running window, and its answer as a sentence, or as JSON, and an exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from types import MappingProxyType

from babymassage_gui.cli import NO_WINDOW, NOT_NOW, OK, PLACES, USAGE, World
from babymassage_gui.core.catalogue import Block
from babymassage_gui.services.control import (
    EXTEND_SECONDS,
    Answer,
    Order,
    Place,
    Refused,
    Reply,
    Word,
    read_reply,
    write_order,
)

_SENTENCES: Mapping[Answer, str] = MappingProxyType(
    {
        Answer.NOT_NOW: "that cannot be done while it is {phase}; nothing was changed",
        Answer.NO_SESSION: "no massage is running; nothing was changed",
        Answer.SESSION_RUNS: "a massage is running already; nothing was changed",
        Answer.CHECK_IN: "the window asks how your baby is: answer the check-in there first",
        Answer.LOOK: "look at the window: it shows what has to be done there first",
        Answer.UNKNOWN: "the window does not know that word; it may be of an older version",
        Answer.UNREADABLE: "the window did not understand; nothing was changed",
        Answer.OTHER_VERSION: "the window is of another version; close it and open it again",
    }
)
_PHASES = {"ready": "getting ready", "step": "under way", "resting": "resting", "paused": "paused", "ended": "over"}


def ctl(words: argparse.Namespace, world: World) -> int:
    """Tell the window one thing."""
    word = Word(words.word)
    try:
        order = _order(word, words.what)
    except ValueError as wrong:
        return _say(str(wrong), USAGE)
    line = world.tell(words.data_dir, write_order(order))
    if line is None:
        return _say("no window is open; start babymassage-gui first", NO_WINDOW)
    try:
        reply = read_reply(line)
    except Refused as refused:
        if refused.answer is Answer.OTHER_VERSION:
            return _say(_SENTENCES[Answer.OTHER_VERSION], NO_WINDOW)
        return _say("the window does not answer; try again, or look at it", NO_WINDOW)
    if words.json:
        print(json.dumps({"answer": reply.answer, **reply.status}, ensure_ascii=False))
    elif word is Word.STATUS:
        print(describe(reply.status))
    return OK if reply.answer is Answer.DONE else _say(_sentence(reply), NOT_NOW)


def _order(word: Word, what: str | None) -> Order:
    """The order of the words on a command line; ValueError says what is wrong with them."""
    if word is Word.JUMP:
        parts = tuple(part.value for part in Block if part is not Block.START)
        if what not in parts:
            raise ValueError(f"jump takes one of {', '.join(parts)}")
        return Order(word, part=Block(what))
    if word is Word.OPEN:
        if what not in PLACES:
            raise ValueError(f"open takes one of {', '.join(PLACES)}")
        return Order(word, place=Place(what))
    if what is None:
        return Order(word)
    if word not in (Word.EXTEND, Word.SHORTEN):
        raise ValueError(f"{word} takes no seconds")
    if not (what.isascii() and what.isdigit() and int(what) in EXTEND_SECONDS):
        raise ValueError(f"{word} takes {EXTEND_SECONDS[0]} to {EXTEND_SECONDS[-1]} seconds, not {what!r}")
    return Order(word, int(what))


def _sentence(reply: Reply) -> str:
    phase = str(reply.status.get("phase"))
    return _SENTENCES[reply.answer].replace("{phase}", _PHASES.get(phase, phase))


def _say(sentence: str, code: int) -> int:
    print(f"babymassage-gui: {sentence}.", file=sys.stderr)
    return code


def describe(status: Mapping[str, object]) -> str:
    """How things stand, in a line: "paused: Tummy circles, step 5 of 11, 1:48 done, 1:26 left"."""
    phase = str(status.get("phase"))
    if phase == "none":
        return "no massage is running"
    here = "waiting for you" if status.get("waiting") else _PHASES.get(phase, phase)
    line = f"{here}: {status.get('title')}, step {status.get('number')} of {status.get('steps')}"
    return f"{line}, {_clock(status.get('active_seconds'))} done, {_clock(status.get('seconds_left'))} left"


def _clock(seconds: object) -> str:
    whole = int(seconds) if isinstance(seconds, int | float) else 0
    return f"{whole // 60}:{whole % 60:02}"
