"""A family at its computer: a household with its stores and its clock, which can be cut off and begun again."""

from __future__ import annotations

from datetime import datetime, timedelta

from babymassage_gui.core.history import SessionRecord, as_utc
from babymassage_gui.core.judgement import Visit
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.today import CutOff
from babymassage_gui.services.household import Household, Stores
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.content import catalogue, new_ids
from tests.fakes.log import FakeLog
from tests.fakes.records import BABY
from tests.fakes.stores import FakeBabies, FakeSaid, FakeSettings

TODAY = MORNING.date()
BORN = TODAY - timedelta(days=90)
# Every standing question was answered with no, and the day's page pressed through.
STANDING = tuple(f"N-{number:02d}" for number in range(4, 16))
ALL_WELL = Visit(nothing_else=True, fed=True, ready=True)
READY = Baby(BABY, "", BORN, navel_healed=True, doctor_yes_on=TODAY)


def said_no(at: datetime = MORNING) -> tuple[Said, ...]:
    """No to every standing question."""
    return tuple(Said(f"no-{check_id}", BABY, check_id, "no", as_utc(at)) for check_id in STANDING)


class Home:
    """A household with its stores and its clock."""

    def __init__(
        self,
        *sessions: SessionRecord,
        baby: Baby | None = READY,
        speed: float = 1.0,
        said: tuple[Said, ...] | None = None,
    ) -> None:
        self.clock = FakeClock(speed=speed)
        self.babies = FakeBabies(*([baby] if baby else []))
        self.log = FakeLog(*sessions)
        self.said = FakeSaid(*(said_no() if said is None else said))
        self.settings = FakeSettings()
        self.begin_anew()

    def begin_anew(self, *, speed: float | None = None) -> None:
        """The program was ended, however that was, and starts again."""
        if speed is not None:
            self.clock = FakeClock(self.clock.local_time(), speed=speed, at=self.clock.now())
        stores = Stores(self.babies, self.log, self.said, self.settings)
        self.household = Household(catalogue(), stores, self.clock, new_ids)

    def go(self, seconds: float) -> None:
        """Time passes, with a heartbeat every second."""
        for _ in range(round(seconds)):
            self.clock.pass_time(1.0)
            self.household.runner.tick()

    def begin(self) -> str:
        """Today's session is started; its id."""
        self.household.start(self.household.today(), ALL_WELL)
        return self.household.runner.session_id

    def cut_off(self, seconds: float = 60) -> Home:
        """The same family after a power cut so many seconds into a session."""
        self.begin()
        self.go(seconds)
        self.begin_anew()
        return self

    def found(self) -> CutOff:
        """The cut-off session that is offered."""
        cut = self.household.unfinished()
        assert cut is not None
        return cut

    def barrier(self) -> str | None:
        """What stands before Start."""
        refusal = self.household.today().refusal
        return None if refusal is None else refusal.barrier.value
