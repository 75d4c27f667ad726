"""A session with ears and without a screen: what is heard of it is noted, second by second."""

from __future__ import annotations

from dataclasses import replace

from babymassage_gui.core.plan import Plan
from babymassage_gui.core.prompts import LETTERS_PER_SECOND, Line
from babymassage_gui.core.sound import Mute, Sound
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.prompter import Prompter, Spoken
from babymassage_gui.services.session_runner import SessionRunner
from tests.fakes.clock import FakeClock
from tests.fakes.content import catalogue, new_ids, plan_for, played
from tests.fakes.log import FakeLog
from tests.fakes.records import BABY
from tests.fakes.senses import FakeChimes, FakeSpeech, Heard

EVERYDAY = plan_for("everyday", 90, 3)
BEATS = 8


def wordings(spoken: Spoken) -> tuple[str, ...]:
    """Wordings in the shape of the program's: a full one and a short one."""
    match spoken.what:
        case Line.STEP:
            return (f"{spoken.planned.step.id}, {spoken.planned.step.instruction}", spoken.planned.step.id)
        case Line.NEXT if spoken.following is not None:
            return (f"next {spoken.following.step.id}",)
        case Line.SIDE:
            return (f"now {spoken.side}",)
        case what:
            return (f"{what}.",)


class Room:
    """A session with ears, and eight heartbeats a second, so that seconds are hit exactly."""

    def __init__(
        self, plan: Plan = EVERYDAY, sound: Sound | None = None, *, mute: Mute | None = None, speed: float = 1.0,
        letters_per_second: float = LETTERS_PER_SECOND, manner: Manner | None = None,
    ) -> None:  # fmt: skip
        self.clock, self.log = FakeClock(speed=speed), FakeLog()
        self.runner = SessionRunner(catalogue(), self.log, self.clock, new_ids)
        self.heard = Heard(self.clock.now)
        self.speech = FakeSpeech(self.heard, mute=mute, letters_per_second=letters_per_second)
        self.chimes = FakeChimes(self.heard)
        self.sound = sound or Sound()
        self.prompter = Prompter(self.runner, self.speech, self.chimes, lambda: self.sound, wordings, speed)
        self.runner.start(plan, BABY, manner or Manner())

    def live(self, seconds: float) -> None:
        self.prompter.tick()
        for _ in range(round(seconds * BEATS)):
            self.clock.pass_time(1 / BEATS)
            self.runner.tick()
            self.prompter.tick()

    def names(self) -> list[tuple[float, str]]:
        """What was heard since the last time, a step's line by the step's name alone."""
        return [(at, what.split(",")[0]) for at, what in self.heard.take()]


def plan_of(*steps: str) -> Plan:
    """A few steps of four repetitions, four seconds each."""
    return replace(EVERYDAY, steps=tuple(replace(played(step_id, 4), rep_seconds=4.0) for step_id in steps))
