"""The runner: the clock asked, the table moved, the log written before any listener hears of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.history import Ending, Kind, StepOutcome
from babymassage_gui.core.session_table import Move, PauseReason, Phase
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import SessionRunner
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, new_ids
from tests.fakes.playing import PLAN, Playing
from tests.fakes.records import BABY


class TestStart:
    def test_the_row_is_in_the_log_before_the_first_step(self) -> None:
        playing = Playing()
        row = playing.log.session(playing.runner.session_id)
        assert (row.kind, row.routine_id, row.baby_id) == (Kind.MASSAGE, "everyday", BABY)
        assert (row.target_minutes, row.planned_seconds, row.utc_offset_minutes) == (3, 194.0, 120)
        assert (row.started_at, row.ending, row.steps) == (playing.clock.utc_time(), None, ())
        assert playing.runner.session.phase is Phase.READY

    def test_where_the_row_cannot_be_written_no_session_begins(self) -> None:
        playing = Playing(start=False)
        playing.log.fail(Fault.LOG_NOT_WRITTEN)
        with pytest.raises(Expected):
            playing.runner.start(PLAN, BABY, Manner())
        assert not playing.runner.running
        assert len(playing.log) == 0

    def test_before_the_first_start_there_is_no_session(self) -> None:
        playing = Playing(start=False)
        playing.go(20)
        playing.runner.baby_needs_me()
        assert (playing.heard, playing.log.calls, playing.runner.session_id) == ([], [], "")
        with pytest.raises(LookupError):
            _ = playing.runner.session

    @pytest.mark.parametrize("kind", Kind)
    def test_it_knows_what_the_session_is(self, kind: Kind) -> None:
        assert Playing(kind=kind).runner.kind is kind

    def test_practice_on_a_doll_is_not_logged(self) -> None:
        playing = Playing(kind=Kind.PRACTICE).go(40)
        playing.runner.finish(Ending.EARLY)
        assert (len(playing.log), playing.runner.fault) == (0, None)
        assert [happening.move for happening in playing.heard][-1] is Move.FINISH

    def test_without_a_log_it_keeps_nothing_and_plays_all_the_same(self) -> None:
        clock = FakeClock()
        runner = SessionRunner(catalogue(), None, clock, new_ids)
        runner.start(PLAN, BABY, Manner(Kind.REHEARSAL, ready_seconds=0.0))
        for _ in range(200):
            clock.pass_time(1.0)
            runner.tick()
        assert (runner.running, runner.session.ending) == (False, Ending.FINISHED)


class TestLog:
    def test_each_step_is_on_disk_before_a_listener_hears_that_it_is_over(self) -> None:
        playing = Playing()
        seen: list[int] = []
        playing.runner.subscribe(lambda happening: seen.append(len(playing.row_steps())))
        playing.go(60)
        told = [len(playing.heard[: n + 1]) - 1 for n in range(len(playing.heard))]
        assert seen == told
        assert len(seen) == 4

    def test_every_five_seconds_the_log_hears_how_far_it_came(self) -> None:
        playing = Playing().go(5 + 4)
        assert playing.log.session(playing.runner.session_id).active_seconds == 0.0
        playing.go(1)
        assert playing.log.session(playing.runner.session_id).active_seconds == 5.0
        assert playing.log.calls == ["begin", "progress", "progress"]

    def test_an_end_that_could_not_be_written_is_tried_again_after_the_end(self) -> None:
        playing = Playing().go(20)
        playing.log.fail(Fault.LOG_NOT_WRITTEN)
        playing.runner.finish(Ending.EARLY)
        assert playing.runner.fault is not None
        playing.go(10)
        assert playing.log.session(playing.runner.session_id).ending is None
        playing.log.work_again()
        playing.go(5)
        assert playing.log.session(playing.runner.session_id).ending is Ending.EARLY
        assert playing.runner.fault is None

    def test_the_newest_logged_session_that_ended_is_known_and_practice_leaves_it(self) -> None:
        playing = Playing()
        assert playing.runner.last_ended is None
        playing.go(20).runner.finish(Ending.EARLY)
        assert (ended := playing.runner.last_ended) is not None
        assert (ended.session_id, ended.at) == (playing.runner.session_id, playing.clock.utc_time())
        assert ended.session == playing.runner.session
        playing.runner.start(PLAN, BABY, Manner(Kind.PRACTICE))
        playing.go(20).runner.finish(Ending.EARLY)
        assert playing.runner.last_ended == ended

    def test_a_full_disk_never_stops_a_massage(self) -> None:
        playing = Playing().go(10)
        playing.log.fail()
        playing.go(250)
        assert playing.runner.session.ending is Ending.FINISHED
        playing.log.work_again()
        playing.go(5)
        row = playing.log.session(playing.runner.session_id)
        assert (row.ending, row.active_seconds) == (Ending.FINISHED, 194.0)
        assert row.steps == playing.runner.session.records


class TestParent:
    def test_baby_needs_me_freezes_and_a_second_press_does_no_harm(self) -> None:
        playing = Playing().go(15)
        playing.runner.baby_needs_me()
        playing.runner.baby_needs_me()
        playing.go(300)
        assert (playing.runner.session.phase, playing.active) == (Phase.PAUSED, 10.0)
        assert [h.move for h in playing.heard].count(Move.PAUSE) == 1

    def test_carrying_on_counts_in_and_goes_on_where_it_stopped(self) -> None:
        playing = Playing().go(15)
        playing.runner.baby_needs_me()
        playing.runner.resume()
        playing.go(3 + 2)
        assert (playing.here, playing.active) == ("open-ask", 12.0)

    def test_hands_rest_for_a_minute(self) -> None:
        playing = Playing().go(15)
        playing.runner.rest()
        assert playing.runner.session.phase is Phase.STEP
        playing.runner.baby_needs_me()
        playing.runner.rest()
        playing.go(60 + 3 + 1)
        assert (playing.runner.session.phase, playing.active) == (Phase.STEP, 11.0)

    def test_leaving_a_part_goes_to_the_next_part(self) -> None:
        playing = Playing().go(5 + 26 + 5)
        assert playing.here == "leg-outer"
        playing.runner.baby_needs_me()
        playing.runner.leave_part()
        assert (playing.here, playing.runner.session.phase) == ("arm-outer", Phase.READY)
        assert playing.row_steps()[-1] == ("leg-outer", "interrupted", 5.0)

    def test_turning_back_finishes_on_the_back(self) -> None:
        playing = Playing().go(5)
        playing.runner.jump_to(Block.BACK)
        playing.go(3 + 16 + 2)
        assert playing.here == "back-up"
        playing.runner.baby_needs_me()
        playing.runner.turn_back()
        playing.go(3 + 14 + 1)
        assert playing.here == "close-strokes"

    def test_a_part_that_is_not_in_the_plan_is_not_gone_to(self) -> None:
        playing = Playing().go(10)
        playing.runner.jump_to(Block.MOVES)
        assert (playing.here, playing.runner.session.phase) == ("open-ask", Phase.STEP)

    def test_skip_goes_on_and_at_the_last_step_ends(self) -> None:
        playing = Playing().go(10)
        for _ in PLAN.steps:
            playing.runner.skip()
        assert playing.runner.session.ending is Ending.FINISHED
        turned = [outcome for step_id, outcome, _ in playing.row_steps() if step_id.startswith("turn-")]
        assert turned == [StepOutcome.DONE.value] * 2

    def test_a_skip_pressed_as_the_step_ends_by_itself_does_not_skip_the_next(self) -> None:
        playing = Playing().go(5 + 13.5)
        playing.clock.pass_time(0.55)
        playing.runner.skip()
        assert (playing.here, playing.row_steps()) == ("open-rest", [("open-ask", "done", 14.0)])
        playing.runner.skip()
        assert playing.here == "leg-outer"

    def test_a_skip_pressed_as_the_last_step_begins_does_not_end_the_session(self) -> None:
        playing = Playing().go(5 + 194 - 19 - 0.5)
        playing.clock.pass_time(0.55)
        playing.runner.skip()
        assert (playing.here, playing.runner.running) == ("close-cuddle", True)

    def test_back_repeats_and_pressed_twice_goes_to_the_step_before(self) -> None:
        playing = Playing().go(5 + 26 + 5)
        playing.runner.back()
        assert (playing.here, playing.runner.session.beat(playing.runner.now()).repetition) == ("leg-outer", 1)
        playing.go(1.5)
        playing.runner.back()
        assert playing.here == "open-rest"
        playing.go(2.5)
        playing.runner.back()
        assert playing.here == "open-rest"

    def test_back_while_getting_ready_goes_to_the_step_before(self) -> None:
        playing = Playing().go(5 + 26 + 5)
        playing.runner.jump_to(Block.ARMS)
        playing.runner.back()
        assert (playing.here, playing.runner.session.phase) == ("leg-outer", Phase.READY)

    def test_more_time(self) -> None:
        playing = Playing().go(5 + 26 + 5)
        playing.runner.extend(30.0)
        assert playing.runner.session.step_clock.total == 28.0 + 32.0

    @pytest.mark.parametrize("ending", Ending)
    def test_finishing_keeps_what_was_done(self, ending: Ending) -> None:
        playing = Playing().go(5 + 26 + 5)
        playing.runner.finish(ending)
        row = playing.log.session(playing.runner.session_id)
        assert (row.ending, row.active_seconds, row.ended_at) == (ending, 31.0, playing.clock.utc_time())
        assert playing.row_steps() == [
            ("open-ask", "done", 14.0),
            ("open-rest", "done", 12.0),
            ("leg-outer", "interrupted", 5.0),
        ]

    def test_after_the_end_no_press_does_anything(self) -> None:
        playing = Playing().go(20)
        playing.runner.finish(Ending.EARLY)
        heard = len(playing.heard)
        for press in (playing.runner.skip, playing.runner.back, playing.runner.resume, playing.runner.baby_needs_me):
            press()
        playing.runner.finish(Ending.FINISHED)
        assert (len(playing.heard), playing.runner.session.ending) == (heard, Ending.EARLY)

    def test_who_listens_no_more_hears_no_more(self) -> None:
        playing = Playing().go(10)
        playing.stop_listening()
        playing.go(60)
        assert len(playing.heard) == 1


class TestClocks:
    def test_a_sleeping_computer_pauses_as_of_the_last_heartbeat(self) -> None:
        playing = Playing().go(15)
        playing.clock.pass_time(7200)
        playing.runner.tick()
        assert (playing.runner.session.pause, playing.active) == (PauseReason.GAP, 10.0)
        assert playing.log.session(playing.runner.session_id).active_seconds == 10.0

    def test_a_press_right_after_waking_finds_the_pause_not_the_step(self) -> None:
        playing = Playing().go(15)
        playing.clock.pass_time(7200)
        playing.runner.skip()
        assert (playing.here, playing.runner.session.pause, playing.active) == ("open-ask", PauseReason.GAP, 10.0)

    @pytest.mark.parametrize("hours", [-48, -1, 1, 48])
    def test_setting_the_wall_clock_changes_nothing_in_the_session(self, hours: int) -> None:
        left_alone, changed = Playing().go(15), Playing().go(15)
        changed.clock.set_wall_clock(changed.clock.local_time() + timedelta(hours=hours))
        for playing in (left_alone, changed):
            playing.go(30)
        assert changed.heard == left_alone.heard
        assert changed.active == left_alone.active

    def test_at_speed_a_silence_is_longer_and_the_log_is_told_as_often_by_real_time(self) -> None:
        fast = Playing(kind=Kind.REHEARSAL, speed=60.0)
        for _ in range(40):
            fast.clock.pass_time(6.0)
            fast.runner.tick()
        assert fast.runner.session.ending is Ending.FINISHED
        assert "progress" not in fast.log.calls
