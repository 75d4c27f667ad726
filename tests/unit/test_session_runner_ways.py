"""The runner's newer presses: tempo, less time, parts, going on where it waits; and who hears of it first."""

from __future__ import annotations

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.session_table import Boundary, Move, Phase
from babymassage_gui.services.manner import Manner
from tests.fakes.playing import Playing


def test_a_stop_waits_for_no_disk_and_how_far_it_came_is_written_with_the_next_heartbeat() -> None:
    playing = Playing().go(5 + 7)
    before = list(playing.log.calls)
    playing.runner.baby_needs_me()
    assert playing.log.calls == before
    playing.runner.tick()
    assert playing.log.calls == [*before, "progress"]
    assert playing.log.session(playing.runner.session_id).active_seconds == 7.0
    playing.runner.tick()
    assert playing.log.calls == [*before, "progress"]


def test_who_asks_to_hear_first_hears_before_all_others() -> None:
    playing, order = Playing(), []
    playing.runner.subscribe(lambda _: order.append("later"))
    stop = playing.runner.subscribe(lambda _: order.append("first"), first=True)
    playing.go(6)
    stop()
    playing.go(20)
    assert order == ["first", "later", "later"]


def test_the_tempo_goes_down_to_half_and_not_below() -> None:
    playing = Playing().go(5 + 26 + 5)
    for _ in range(9):
        playing.runner.slower()
    assert playing.runner.session.tempo == 50
    assert [h.move for h in playing.heard].count(Move.TEMPO) == 4
    playing.runner.faster()
    assert playing.runner.session.tempo == 60


def test_time_may_be_taken_away() -> None:
    playing = Playing().go(5 + 26 + 5)
    before = playing.runner.session.planned.seconds
    playing.runner.shorten(8.0)
    assert playing.runner.session.planned.seconds == before - 8


def test_from_the_first_step_of_a_part_the_way_back_leads_to_the_part_before() -> None:
    playing = Playing().go(5)
    playing.runner.jump_to(Block.ARMS)
    playing.go(3 + 5)
    playing.runner.part_before()
    assert playing.runner.session.planned.step.block is Block.LEGS


def test_where_it_waits_the_next_press_goes_on_and_skips_nothing() -> None:
    playing = Playing(manner=Manner(waits=frozenset({Boundary.STEP}))).go(5 + 14 + 60)
    assert (playing.here, playing.runner.session.waiting) == ("open-rest", True)
    playing.runner.skip()
    assert (playing.here, playing.runner.session.phase) == ("open-rest", Phase.STEP)
