"""What is heard where a session waits for the parent, of oil between two parts, and of slower strokes."""

from __future__ import annotations

from dataclasses import replace

from babymassage_gui.core.session_table import Boundary
from babymassage_gui.services.manner import Manner
from tests.fakes.listening import EVERYDAY, Room, plan_of


def test_a_boundary_that_waits_and_oil_between_two_parts_are_said() -> None:
    steps = (replace(one, product=one.step.oil) for one in plan_of("leg-outer", "arm-outer").steps)
    oily = replace(EVERYDAY, steps=tuple(steps))
    room = Room(oily, manner=Manner(oil_seconds=8.0))
    room.live(5 + 20 + 8 + 0.5)
    assert room.names()[-5:-1] == [(25.0, "*ready*"), (25.0, "oil."), (33.0, "*step*"), (33.0, "arm-outer")]
    waiting = Room(oily, manner=Manner(waits=frozenset({Boundary.PART})))
    waiting.live(5 + 20 + 60)
    assert waiting.names()[-2:] == [(25.0, "*ready*"), (25.0, "wait.")]
    waiting.runner.skip()
    waiting.live(0.5)
    assert waiting.names()[:2] == [(85.0, "*step*"), (85.0, "arm-outer")]


def test_slower_strokes_have_slower_ticks_and_getting_ready_is_not_rung_again() -> None:
    room = Room(plan_of("tummy-circle"))
    room.live(2)
    room.runner.slower()
    room.live(5 + 20)
    chimes = [(at, what) for at, what in room.names() if what.startswith("*") and what != "*half*"]
    # Strokes of 4 s at nine tenths of the tempo: three of them fit where there were four.
    assert chimes == [(0.0, "*ready*"), (5.0, "*step*"), (13.5, "*tick*"), (18.0, "*tick*"), (22.4, "*end*")]
