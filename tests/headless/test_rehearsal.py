"""The second front end: a session told as plain events, one after the other."""

from __future__ import annotations

import json

import pytest

from babymassage_gui.services.rehearsal import Event, play
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, plan_for

PLAN = plan_for("everyday", 90, 3)


def rehearsed(speed: float = 1.0, stop_after: float | None = None) -> list[Event]:
    clock = FakeClock(speed=speed)
    events: list[Event] = []
    play(catalogue(), PLAN, clock, clock.pass_time, events.append, stop_after)
    return events


def test_it_tells_the_start_each_step_and_the_end() -> None:
    events = rehearsed()
    assert events[0] == {"at": 0.0, "event": "started", "routine": "everyday", "minutes": 3, "steps": 9}
    assert [event["step"] for event in events if "step" in event] == [planned.step.id for planned in PLAN.steps]
    assert events[-1]["ending"] == "finished"
    assert events[-1]["active_seconds"] == 194.0
    assert [event["at"] for event in events] == sorted(event["at"] for event in events)  # type: ignore[type-var]


def test_a_step_is_told_with_its_sides_and_repetitions() -> None:
    legs = next(event for event in rehearsed() if event.get("step") == "leg-outer")
    assert legs == {
        "at": 31.0,
        "event": "step over",
        "closed": "open-rest",
        "outcome": "done",
        "seconds": 12.0,
        "step": "leg-outer",
        "title": catalogue().steps["leg-outer"].title,
        "sides": [{"side": "left", "repetitions": 3}, {"side": "right", "repetitions": 3}],
        "planned": 28.0,
    }


def test_stopped_for_the_baby_it_pauses_and_keeps_what_was_done() -> None:
    events = rehearsed(stop_after=40.0)
    pause, end = events[-2:]
    assert (pause["event"], pause["pause"]) == ("pause", "baby")
    assert (end["event"], end["ending"], end["closed"], end["outcome"]) == (
        "finish",
        "early",
        "leg-outer",
        "interrupted",
    )
    assert end["active_seconds"] == pytest.approx(35.0, abs=0.11)


@pytest.mark.parametrize("speed", [10.0, 60.0, 600.0])
def test_at_any_speed_the_same_happens_at_the_same_seconds(speed: float) -> None:
    assert rehearsed(speed) == rehearsed()


def test_every_event_can_be_a_line_of_json() -> None:
    assert all(json.loads(json.dumps(event)) == event for event in rehearsed(stop_after=100.0))
