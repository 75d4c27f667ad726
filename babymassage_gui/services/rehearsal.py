"""A whole session without a window: the same runner, each happening as one plain mapping (the second front end)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.history import Ending, Kind
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.ports import Clock
from babymassage_gui.core.session import Happening
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import SessionRunner

# Ten heartbeats a second of real time, like the window's.
HEARTBEAT_SECONDS = 0.1

Event = Mapping[str, object]


def play(
    catalogue: Catalogue,
    plan: Plan,
    clock: Clock,
    sleep: Callable[[float], None],
    tell: Callable[[Event], None],
    stop_after: float | None = None,
) -> None:
    """Play a plan to its end, or stop it for the baby after so many seconds and keep what was done.

    `sleep` waits for seconds of the clock. Nothing is logged.
    """
    runner = SessionRunner(catalogue, None, clock, lambda: "")
    begun = clock.now()
    runner.subscribe(lambda happening: tell(_event(runner, happening, begun)))
    runner.start(plan, "", Manner(Kind.REHEARSAL))
    tell({"at": 0.0, "event": "started", "routine": plan.routine_id, "minutes": plan.minutes, "steps": plan.moves})
    while runner.running:
        sleep(HEARTBEAT_SECONDS * clock.speed)
        runner.tick()
        if stop_after is not None and clock.now() - begun >= stop_after:
            runner.baby_needs_me()
            runner.finish(Ending.EARLY)


def _event(runner: SessionRunner, happening: Happening, begun: float) -> Event:
    """A happening in plain words; `at` is seconds since the start."""
    session = runner.session
    event: dict[str, object] = {"at": round(happening.at - begun, 3), "event": happening.move.value}
    if happening.closed:
        closed = happening.closed[0]
        event |= {"closed": closed.step_id, "outcome": closed.outcome.value, "seconds": round(closed.seconds, 3)}
    if happening.started:
        planned = session.steps[happening.index]
        sides = [{"side": p.side.value, "repetitions": p.reps} for p in planned.passes]
        event |= {"step": planned.step.id, "title": planned.step.title, "sides": sides, "planned": planned.seconds}
    if happening.pause is not None:
        event["pause"] = happening.pause.value
    if happening.ending is not None:
        event |= {"ending": happening.ending.value, "active_seconds": round(happening.active_seconds, 3)}
    return event
