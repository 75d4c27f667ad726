"""A session runner with its clock, its log and somebody who listens."""

from __future__ import annotations

from babymassage_gui.core.history import Kind
from babymassage_gui.core.session import Happening
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.session_runner import SessionRunner
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, new_ids, plan_for
from tests.fakes.log import FakeLog
from tests.fakes.records import BABY

PLAN = plan_for("everyday", 60, 3)


class Playing:
    """A runner with its clock, its log and somebody who listens."""

    def __init__(
        self, *, kind: Kind = Kind.MASSAGE, start: bool = True, speed: float = 1.0, manner: Manner | None = None
    ) -> None:
        self.clock, self.log = FakeClock(speed=speed), FakeLog()
        self.runner = SessionRunner(catalogue(), self.log, self.clock, new_ids)
        self.heard: list[Happening] = []
        self.stop_listening = self.runner.subscribe(self.heard.append)
        if start:
            self.runner.start(PLAN, BABY, manner or Manner(kind))

    def go(self, seconds: float, beat: float = 0.5) -> Playing:
        for _ in range(round(seconds / beat)):
            self.clock.pass_time(beat)
            self.runner.tick()
        return self

    @property
    def here(self) -> str:
        return self.runner.session.planned.step.id

    @property
    def active(self) -> float:
        return self.runner.session.active_seconds(self.runner.now())

    def row_steps(self) -> list[tuple[str, str, float]]:
        steps = self.log.session(self.runner.session_id).steps
        return [(step.step_id, step.outcome.value, step.seconds) for step in steps]
