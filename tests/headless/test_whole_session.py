"""A whole massage without a screen: real content, the real runner, a clock that the test moves."""

from __future__ import annotations

import pytest

from babymassage_gui.core.history import Ending
from babymassage_gui.core.session_table import Move
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import SessionRunner
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, new_ids, plan_for
from tests.fakes.log import FakeLog
from tests.fakes.records import BABY

# Everyday massage of 3 minutes for a baby of 90 days: step and seconds
EVERYDAY = [
    ("open-ask", 14.0),
    ("open-rest", 12.0),
    ("leg-outer", 28.0),
    ("arm-outer", 22.0),
    ("tummy-circle", 19.0),
    ("chest-ribs", 16.0),
    ("turn-tummy", 16.0),
    ("back-up", 20.0),
    ("turn-back", 14.0),
    ("close-strokes", 14.0),
    ("close-cuddle", 19.0),
]


class Table:
    """A changing table with a clock, a log, and a heartbeat ten times a second."""

    def __init__(self) -> None:
        self.clock, self.log = FakeClock(), FakeLog()
        self.sit_down()

    def sit_down(self) -> None:
        self.runner = SessionRunner(catalogue(), self.log, self.clock, new_ids)
        self.told: list[tuple[float, str, str, str]] = []
        self.runner.subscribe(
            lambda happening: self.told.extend(
                (round(happening.at - 1000.0, 3), happening.move.value, closed.step_id, closed.outcome.value)
                for closed in happening.closed
            )
        )

    def play(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.clock.pass_time(0.1)
            self.runner.tick()

    def logged(self) -> list[tuple[str, str, float]]:
        row = self.log.session(self.runner.session_id)
        return [(step.step_id, step.outcome.value, round(step.seconds, 3)) for step in row.steps]


def begun(ready_seconds: float = 5.0) -> Table:
    table = Table()
    table.runner.start(plan_for("everyday", 90, 3), BABY, Manner(ready_seconds=ready_seconds))
    return table


def test_every_step_of_everyday_is_played_in_order_for_its_time_and_logged() -> None:
    table = begun()
    table.play(5 + 194 + 1)
    assert table.logged() == [(step_id, "done", seconds) for step_id, seconds in EVERYDAY]
    ends = [5.0 + sum(seconds for _, seconds in EVERYDAY[: n + 1]) for n in range(len(EVERYDAY))]
    assert [(at, step_id, outcome) for at, _, step_id, outcome in table.told] == [
        (at, step_id, "done") for at, (step_id, _) in zip(ends, EVERYDAY, strict=True)
    ]
    assert [move for _, move, _, _ in table.told] == [Move.STEP_OVER] * 10 + [Move.LAST_STEP_OVER]
    row = table.log.session(table.runner.session_id)
    assert (row.ending, round(row.active_seconds, 3), row.target_minutes) == (Ending.FINISHED, 194.0, 3)
    assert not table.runner.running


def test_stopped_in_the_tummy_step_exactly_the_finished_steps_are_logged_as_done() -> None:
    table = begun()
    table.play(5 + 14 + 12 + 28 + 22 + 7)
    table.runner.baby_needs_me()
    table.play(45)
    table.runner.finish(Ending.EARLY)
    assert table.logged() == [
        *((step_id, "done", seconds) for step_id, seconds in EVERYDAY[:4]),
        ("tummy-circle", "interrupted", 7.0),
    ]
    row = table.log.session(table.runner.session_id)
    assert (row.ending, round(row.active_seconds, 3)) == (Ending.EARLY, 83.0)


def test_a_baby_that_will_not_lie_on_its_tummy_finishes_on_its_back() -> None:
    table = begun()
    table.play(5 + 14 + 12 + 28 + 22 + 19 + 16 + 16 + 4)
    table.runner.baby_needs_me()
    table.runner.turn_back()
    table.play(3 + 14 + 14 + 19 + 1)
    assert table.logged()[-4:] == [
        ("back-up", "interrupted", 4.0),
        ("turn-back", "done", 14.0),
        ("close-strokes", "done", 14.0),
        ("close-cuddle", "done", 19.0),
    ]
    assert table.log.session(table.runner.session_id).ending is Ending.FINISHED


@pytest.mark.parametrize("step", range(len(EVERYDAY)))
def test_cut_off_in_any_step_it_goes_on_with_that_step_and_loses_no_more_than_5_seconds(step: int) -> None:
    table = begun()
    table.play(5 + sum(seconds for _, seconds in EVERYDAY[:step]) + 8)
    played = table.runner.session.active_seconds(table.runner.now())
    row = table.log.session(table.runner.session_id)
    assert played - 5.1 <= row.active_seconds <= played

    table.sit_down()
    assert table.runner.carry_on(row, Manner())
    # The baby was picked up meanwhile: it lies on its back again.
    goes_on = {"back-up": "turn-tummy", "turn-back": "close-strokes"}
    step_id = EVERYDAY[step][0]
    assert table.runner.session.planned.step.id == goes_on.get(step_id, step_id)
    table.play(5 + 250)
    done = [done_id for done_id, outcome, _ in table.logged() if outcome == "done"]
    assert [s for s in dict.fromkeys(done) if not s.startswith("turn-")] == [
        s for s, _ in EVERYDAY if not s.startswith("turn-")
    ]
    after = table.log.session(row.id)
    assert after.ending is Ending.FINISHED
    assert after.active_seconds == pytest.approx(sum(seconds for _, _, seconds in table.logged()), abs=0.01)


@pytest.mark.parametrize("step", range(len(EVERYDAY)))
def test_cut_off_again_and_again_in_the_same_step_no_step_is_missed_and_none_is_played_twice(step: int) -> None:
    table = begun()
    table.play(5 + sum(seconds for _, seconds in EVERYDAY[:step]) + 8)
    for _ in range(2):
        row = table.log.session(table.runner.session_id)
        table.sit_down()
        assert table.runner.carry_on(row, Manner(ready_seconds=0.0))
        turn = 16 if table.runner.session.planned.step.id == "turn-tummy" else 0
        table.play(turn + 6)
    table.play(250)
    done = [done_id for done_id, outcome, _ in table.logged() if outcome == "done" and not done_id.startswith("turn-")]
    assert done == [step_id for step_id, _ in EVERYDAY if not step_id.startswith("turn-")]
