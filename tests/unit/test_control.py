"""What a command line may tell the window: each word at each moment, and every line that is no order."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.history import Ending, StepOutcome
from babymassage_gui.core.session_table import Boundary, Phase
from babymassage_gui.services.control import (
    EXTEND_SECONDS,
    MOST_BYTES,
    Answer,
    Order,
    Place,
    Refused,
    Remote,
    Reply,
    Word,
    read_order,
    read_reply,
    write_order,
    write_reply,
)
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import SessionRunner
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, new_ids, plan_for
from tests.fakes.log import FakeLog
from tests.fakes.records import BABY

MOVES = (
    Word.STOP, Word.PAUSE, Word.RESUME, Word.NEXT, Word.BACK, Word.EXTEND, Word.SHORTEN, Word.JUMP, Word.SLOWER,
    Word.FASTER,
)  # fmt: skip
ALLOWED = {
    Phase.READY: {Word.STOP, Word.PAUSE, Word.NEXT, Word.BACK, Word.JUMP, Word.SLOWER, Word.FASTER},
    Phase.STEP: set(MOVES) - {Word.RESUME},
    Phase.PAUSED: {Word.STOP, Word.RESUME, Word.JUMP},
    Phase.RESTING: {Word.STOP, Word.PAUSE, Word.RESUME, Word.JUMP},
}
CASES = [(phase, word) for phase in ALLOWED for word in MOVES]


class Wall:
    """A window with a session behind it, and a clock."""

    def __init__(self, phase: Phase | None = None, manner: Manner | None = None) -> None:
        self.clock, self.raised, self.asks = FakeClock(), 0, False
        self.start_answer = Answer.CHECK_IN
        self.opened: list[Place] = []
        self.runner = SessionRunner(catalogue(), FakeLog(), self.clock, new_ids)
        self.remote = Remote(self.runner, self)
        if phase is not None:
            self.runner.start(plan_for("everyday", 60, 3), BABY, manner or Manner())
        if phase in (Phase.STEP, Phase.PAUSED, Phase.RESTING):
            for _ in range(10):
                self.clock.pass_time(1)
                self.runner.tick()
        if phase in (Phase.PAUSED, Phase.RESTING):
            self.runner.baby_needs_me()
        if phase is Phase.RESTING:
            self.runner.rest()
        assert phase is None or self.runner.session.phase is phase

    def raise_window(self) -> None:
        self.raised += 1

    def start(self) -> Answer:
        self.raise_window()
        return self.start_answer

    def open(self, place: Place) -> Answer:
        self.opened.append(place)
        return Answer.DONE

    def tell(self, word: Word, seconds: int = 30, part: Block | None = None) -> Reply:
        part = Block.TUMMY if word is Word.JUMP and part is None else part
        return read_reply(self.remote.answer(write_order(Order(word, seconds, part))))


@pytest.mark.parametrize(("phase", "word"), CASES)
def test_a_move_that_the_phase_allows_is_made_and_any_other_changes_nothing(phase: Phase, word: Word) -> None:
    wall = Wall(phase)
    before = wall.runner.session
    reply = wall.tell(word)
    if word in ALLOWED[phase]:
        assert reply.answer is Answer.DONE
        assert wall.runner.session != before
    else:
        assert reply.answer is Answer.NOT_NOW
        assert wall.runner.session == before
    assert reply.status["phase"] == wall.runner.session.phase.value


def test_each_word_does_what_its_button_does() -> None:
    wall = Wall(Phase.STEP)
    first = wall.runner.session.planned.step.id
    seconds = wall.runner.session.planned.seconds
    wall.tell(Word.EXTEND, 60)
    assert wall.runner.session.planned.seconds > seconds + 20
    wall.tell(Word.NEXT)
    assert wall.runner.session.records[-1].outcome is StepOutcome.SKIPPED
    wall.clock.pass_time(1)
    wall.tell(Word.BACK)
    wall.tell(Word.BACK)
    assert wall.runner.session.planned.step.id == first
    assert wall.tell(Word.PAUSE).status["phase"] == "paused"
    assert wall.tell(Word.RESUME).status["phase"] == "ready"
    wall.tell(Word.STOP)
    assert wall.runner.session.ending is Ending.EARLY


def test_a_jump_goes_to_a_part_that_is_there_and_to_no_other() -> None:
    wall = Wall(Phase.STEP)
    before = wall.runner.session
    assert wall.tell(Word.JUMP, part=Block.MOVES).answer is Answer.NOT_NOW
    assert wall.runner.session == before
    assert wall.tell(Word.JUMP, part=Block.BACK).status["part"] == "start"  # a turn comes first
    assert wall.runner.session.steps[wall.runner.session.index + 1].step.block is Block.BACK


def test_a_jump_without_its_part_is_no_order() -> None:
    wall = Wall(Phase.STEP)
    line = b'{"version": 1, "word": "jump", "seconds": 1}\n'
    assert read_reply(wall.remote.answer(line)).answer is Answer.UNREADABLE
    assert read_reply(wall.remote.answer(line.replace(b"1}", b'1, "part": "knee"}'))).answer is Answer.UNREADABLE


def test_time_is_taken_away_and_the_tempo_changed_from_afar() -> None:
    wall = Wall(Phase.STEP)
    wall.tell(Word.NEXT)
    wall.tell(Word.NEXT)
    seconds = wall.runner.session.planned.seconds
    wall.tell(Word.SHORTEN, 8)
    assert wall.runner.session.planned.seconds == seconds - 8
    assert wall.tell(Word.SLOWER).status["tempo"] == 90
    assert wall.tell(Word.FASTER).status["tempo"] == 100


def test_next_goes_on_where_the_massage_waits() -> None:
    wall = Wall(Phase.STEP, Manner(waits=frozenset({Boundary.STEP})))
    while not wall.runner.session.waiting:
        wall.clock.pass_time(1)
        wall.runner.tick()
    reply = wall.tell(Word.STATUS)
    assert (reply.status["waiting"], reply.status["number"]) == (True, 2)
    reply = wall.tell(Word.NEXT)
    assert (reply.answer, reply.status["phase"], reply.status["number"]) == (Answer.DONE, "step", 2)


def test_going_on_from_the_last_step_ends_the_massage() -> None:
    wall = Wall(Phase.STEP)
    while not wall.runner.session.is_last:
        wall.tell(Word.NEXT)
    reply = wall.tell(Word.NEXT)
    assert (reply.answer, reply.status["phase"], reply.status["ending"]) == (Answer.DONE, "ended", "finished")


@pytest.mark.parametrize("word", MOVES)
def test_without_a_session_there_is_nothing_to_move(word: Word) -> None:
    assert Wall().tell(word) == Reply(Answer.NO_SESSION, {"phase": "none"})


@pytest.mark.parametrize("word", MOVES)
def test_after_the_end_there_is_nothing_to_move(word: Word) -> None:
    wall = Wall(Phase.STEP)
    wall.tell(Word.STOP)
    assert wall.tell(word).answer is Answer.NO_SESSION


@pytest.mark.parametrize("word", MOVES)
def test_while_the_window_shows_words_of_an_emergency_nothing_moves_behind_them(word: Word) -> None:
    wall = Wall(Phase.PAUSED)
    wall.asks, before = True, wall.runner.session
    assert wall.tell(word).answer is Answer.LOOK
    assert wall.runner.session == before


def test_start_is_the_windows_affair_and_never_a_way_past_the_check_in() -> None:
    wall = Wall()
    assert (wall.tell(Word.START).answer, wall.raised, wall.runner.running) == (Answer.CHECK_IN, 1, False)


@pytest.mark.parametrize("phase", ALLOWED)
def test_start_while_a_session_runs_changes_nothing(phase: Phase) -> None:
    wall = Wall(phase)
    before = wall.runner.session
    assert (wall.tell(Word.START).answer, wall.raised) == (Answer.SESSION_RUNS, 0)
    assert wall.runner.session == before


def test_status_tells_how_things_stand_and_changes_nothing() -> None:
    wall = Wall(Phase.STEP)
    before = wall.runner.session
    reply = wall.tell(Word.STATUS)
    assert reply.answer is Answer.DONE
    assert reply.status == {
        "phase": "step", "kind": "massage", "routine": "everyday", "step": "open-ask",
        "title": before.planned.step.title,
        "number": 1, "steps": len(before.steps), "active_seconds": 5.0, "seconds_left": 189.0,
        "part": "start", "tempo": 100, "waiting": False,
    }  # fmt: skip
    assert wall.runner.session is before
    wall.runner.baby_needs_me()
    assert wall.tell(Word.STATUS).status["pause"] == "baby"


def test_raise_brings_the_window_to_the_front_at_any_time() -> None:
    for phase in (None, *ALLOWED):
        wall = Wall(phase)
        wall.asks = True
        assert (wall.tell(Word.RAISE).answer, wall.raised) == (Answer.DONE, 1)


def test_an_order_is_followed_as_things_are_now_not_as_they_were_last_shown() -> None:
    wall = Wall(Phase.READY)
    for _ in range(4):
        wall.clock.pass_time(1.3)
        wall.runner.tick()
    wall.clock.pass_time(0.5)
    assert wall.tell(Word.EXTEND).answer is Answer.DONE


@given(st.sampled_from(Word), st.sampled_from(EXTEND_SECONDS))
def test_an_order_comes_out_as_it_went_in(word: Word, seconds: int) -> None:
    order = Order(word, seconds, Block.TUMMY if word is Word.JUMP else None, Place.TODAY if word is Word.OPEN else None)
    assert read_order(write_order(order)) == order


@given(st.sampled_from(Answer), st.dictionaries(st.text(), st.text() | st.integers() | st.booleans()))
def test_a_reply_comes_out_as_it_went_in(answer: Answer, status: dict[str, object]) -> None:
    if len(write_reply(Reply(answer, status))) <= MOST_BYTES:
        assert read_reply(write_reply(Reply(answer, status))) == Reply(answer, status)


def line(**content: object) -> bytes:
    return json.dumps({"version": 1, **content}).encode() + b"\n"


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (b"", Answer.UNREADABLE),
        (b"start", Answer.UNREADABLE),
        (b"start\n", Answer.UNREADABLE),
        (b"[]\n", Answer.UNREADABLE),
        (b"\xff\xfe\n", Answer.UNREADABLE),
        (b"[" * 4000 + b"\n", Answer.UNREADABLE),
        (line(word="status").rstrip(b"\n"), Answer.UNREADABLE),
        (line(word="status", more="x" * MOST_BYTES), Answer.UNREADABLE),
        (line(word="extend", seconds="30"), Answer.UNREADABLE),
        (line(word="extend", seconds=True), Answer.UNREADABLE),
        (line(word="extend", seconds=0), Answer.UNREADABLE),
        (line(word="extend", seconds=601), Answer.UNREADABLE),
        (line(word="extend", seconds=1e300), Answer.UNREADABLE),
        (line(word="fly"), Answer.UNKNOWN),
        (line(word=["stop"]), Answer.UNKNOWN),
        (line(), Answer.UNKNOWN),
        (line(version=2, word="status"), Answer.OTHER_VERSION),
        (b'{"word": "status"}\n', Answer.OTHER_VERSION),
    ],
)
def test_a_line_that_is_no_order_is_refused_politely_and_changes_nothing(told: bytes, answer: Answer) -> None:
    wall = Wall(Phase.STEP)
    before = wall.runner.session
    assert read_reply(wall.remote.answer(told)).answer is answer
    assert wall.runner.session is before


def test_what_only_a_newer_version_says_beside_an_order_is_passed_over() -> None:
    assert read_order(line(word="pause", gently=True)) == Order(Word.PAUSE)


@given(st.binary(max_size=200))
def test_no_line_at_all_moves_a_session_by_chance(told: bytes) -> None:
    wall = Wall(Phase.STEP)
    before = wall.runner.session
    assert read_reply(wall.remote.answer(told)).answer in (Answer.UNREADABLE, Answer.OTHER_VERSION)
    assert wall.runner.session is before


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (b"done\n", Answer.UNREADABLE),
        (line(answer="perhaps"), Answer.UNREADABLE),
        (line(answer="done", status="fine"), Answer.UNREADABLE),
        (line(version=3, answer="done"), Answer.OTHER_VERSION),
    ],
)
def test_a_line_that_is_no_reply_is_refused(told: bytes, answer: Answer) -> None:
    with pytest.raises(Refused) as refused:
        read_reply(told)
    assert refused.value.answer is answer
