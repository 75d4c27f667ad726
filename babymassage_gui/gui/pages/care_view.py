"""What the rooms of Settings show of a family beside its settings: the baby, what was said and by whom, the plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from babymassage_gui.core.age import Age
from babymassage_gui.core.body import View
from babymassage_gui.core.catalogue import Catalogue, Mode, Step
from babymassage_gui.core.checkin import ENDED, EYE_STEP, PRESCRIBED, read_prescription, shown
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said, newest
from babymassage_gui.core.sites import site_of, still_sore
from babymassage_gui.core.standing import GONE, HARMLESS, SKIN, VACCINE, YES
from babymassage_gui.core.ten_days import TenDays, ten_days
from babymassage_gui.core.wish import Prescription


@dataclass(frozen=True, slots=True)
class Saying:
    """Something that a parent says; `answer` as in `core/said.py`, `at` (aware) when it was, None for now."""

    subject: str
    answer: str
    by: str = ""
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CareView:
    """A family on a day of its own. `said` and `sessions` are oldest first; `zone` is that of its clocks, `now` their
    time, where something can be entered. On `views` of the figure a place can be pressed; words do without them.
    """

    catalogue: Catalogue
    baby: Baby
    today: date
    said: tuple[Said, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    zone: tzinfo | None = None
    now: datetime | None = None
    views: Mapping[str, View] = field(default_factory=dict)

    @property
    def age(self) -> Age:
        """The baby's age for every rule."""
        return self.baby.age(self.today)

    @property
    def shown(self) -> frozenset[str]:
        """What somebody has shown in person: ids of steps, rubbing, the loin."""
        return shown(self.catalogue.steps, self.said)

    @property
    def pro_steps(self) -> tuple[Step, ...]:
        """The moves that are played only once they were shown."""
        return tuple(step for step in self.catalogue.steps.values() if step.mode is Mode.PRO_SHOWN)

    @property
    def marks(self) -> tuple[Said, ...]:
        """Marks that the doctor called harmless and that are not gone, the newest word on each part."""
        last = {s.note: s for s in self.said if s.subject == SKIN and s.answer in (HARMLESS, GONE)}
        return tuple(s for s in last.values() if s.answer == HARMLESS)

    @property
    def vaccines(self) -> Mapping[str, Said]:
        """The last vaccine in each place of `core/sites.py`, empty where nobody said where; the newest one last."""
        told = [said for said in self.said if (said.subject, said.answer) == (VACCINE, YES)]
        return {site_of(said.note): said for said in sorted(told, key=lambda said: said.at)}

    @property
    def sore_places(self) -> tuple[str, ...]:
        """The places of vaccines that are still taken for sore."""
        told = [said for said in self.said if said.subject == VACCINE]
        return tuple(place for place, vaccine in self.vaccines.items() if still_sore(vaccine, told))

    @property
    def prescribed(self) -> tuple[Said, Prescription] | None:
        """What the doctor prescribed, shown or not; None if nothing, or if it is over."""
        last = newest(self.said, EYE_STEP, PRESCRIBED, ENDED)
        numbers = None if last is None else read_prescription(last.note)
        return None if last is None or last.answer == ENDED or numbers is None else (last, numbers)

    @property
    def ten_days(self) -> TenDays | None:
        """The ten-day plan, if one is running."""
        return ten_days(self.said, self.sessions, self.today, self.zone)

    @property
    def off_by_age(self) -> tuple[Step, ...]:
        """The steps that are off at this age unless the parent turns them on."""
        steps = self.catalogue.steps.values()
        return tuple(s for s in steps if s.if_wished and s.min_age and not self.age.reached(s.min_age))
