"""The table of legal moves, tried in every phase: what it holds leads where it says, all else changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from babymassage_gui.core import session_moves as moves
from babymassage_gui.core.errors import IllegalMove
from babymassage_gui.core.history import Ending
from babymassage_gui.core.planner import make_turns
from babymassage_gui.core.session import Session, begin
from babymassage_gui.core.session_moves import Result, advance
from babymassage_gui.core.session_table import TABLE, Move, Phase, phase_after
from tests.fakes.content import catalogue, played

START = 1000.0
STEPS = (played("open-ask"), played("leg-outer"), played("close-cuddle"))
ACTS: Mapping[Move, Callable[[Session, float], Result]] = {
    Move.GO: moves.go,
    Move.SKIP: moves.skip,
    Move.SKIP_LAST: moves.skip,
    Move.REPEAT: moves.repeat,
    Move.PREVIOUS: moves.previous,
    Move.JUMP: lambda session, at: moves.jump(session, at, 0),
    Move.EXTEND: lambda session, at: moves.extend(session, at, 30.0),
    Move.SHORTEN: lambda session, at: moves.shorten(session, at, 30.0),
    Move.TEMPO: lambda session, at: moves.set_tempo(session, at, 75),
    Move.PAUSE: moves.pause,
    Move.RESUME: moves.resume,
    Move.REST: moves.rest,
    Move.FINISH: lambda session, at: moves.finish(session, at, Ending.EARLY),
}
TIMES_OWN = [move for move in Move if move not in ACTS]


def session_in(phase: Phase, *, last: bool = False) -> Session:
    """A session in a phase, at its second or its last step."""
    ready = begin(STEPS, make_turns(catalogue()), START, ready_seconds=1.0, index=2 if last else 1)
    if phase is Phase.READY:
        return ready
    step, _ = advance(ready, START + 1.5)
    if phase is Phase.STEP:
        return step
    if phase is Phase.ENDED:
        return moves.finish(step, START + 2, Ending.EARLY)[0]
    paused, _ = moves.pause(step, START + 2)
    return paused if phase is Phase.PAUSED else moves.rest(paused, START + 3)[0]


@pytest.mark.parametrize("move", ACTS)
@pytest.mark.parametrize("phase", Phase)
def test_each_of_the_parents_moves_in_each_phase(phase: Phase, move: Move) -> None:
    session = session_in(phase, last=move is Move.SKIP_LAST)
    before = session_in(phase, last=move is Move.SKIP_LAST)
    if session.allows(move):
        after, happened = ACTS[move](session, session.last_beat)
        assert after.phase is TABLE[phase, move]
        assert [(h.move, h.phase, h.index) for h in happened] == [(move, after.phase, after.index)]
    else:
        with pytest.raises(IllegalMove, match=f"{move} while {phase}"):
            ACTS[move](session, session.last_beat)
    assert session == before


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("phase", Phase)
def test_the_table_is_all_there_is(phase: Phase, move: Move) -> None:
    if (phase, move) in TABLE:
        assert phase_after(phase, move) is TABLE[phase, move]
    else:
        with pytest.raises(IllegalMove):
            phase_after(phase, move)


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("phase", Phase)
def test_time_alone_makes_only_its_own_moves_and_only_those_of_the_table(phase: Phase, last: bool) -> None:
    session, seen = session_in(phase, last=last), []
    for _ in range(200):
        here = session.phase
        session, happened = advance(session, session.last_beat + 2.5)
        for happening in happened:
            assert TABLE[here, happening.move] is happening.phase
            here = happening.phase
            seen.append(happening.move)
    assert set(seen) <= set(TIMES_OWN)
    assert session.phase is (Phase.PAUSED if phase is Phase.PAUSED else Phase.ENDED)


@pytest.mark.parametrize("phase", Phase)
def test_a_silence_is_a_gap_wherever_time_is_counted(phase: Phase) -> None:
    session = session_in(phase)
    after, happened = advance(session, session.last_beat + 3.5)
    if (phase, Move.GAP) in TABLE:
        assert after.phase is Phase.PAUSED
        assert [happening.move for happening in happened] == [Move.GAP]
    else:
        assert (after.phase, happened) == (phase, ())


def test_nothing_leads_out_of_the_end() -> None:
    assert not [move for phase, move in TABLE if phase is Phase.ENDED]


def test_baby_needs_me_stops_every_phase_that_is_not_stopped() -> None:
    assert {phase for phase, move in TABLE if move is Move.PAUSE} == {Phase.READY, Phase.STEP, Phase.RESTING}


def test_finish_is_possible_at_every_moment() -> None:
    assert {phase for phase, move in TABLE if move is Move.FINISH} == set(Phase) - {Phase.ENDED}
