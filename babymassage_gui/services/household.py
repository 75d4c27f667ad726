"""What a front end may ask and do: the baby, today, start, go on after a cut, wrap up, settings.

It joins the stores and the rules; each question is answered anew from the log, so nothing here can grow stale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.choosing import Choosing, choose_from
from babymassage_gui.core.closed import closed_steps
from babymassage_gui.core.errors import Expected, Fault
from babymassage_gui.core.family import LONGEST, Family, known_of
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord
from babymassage_gui.core.judgement import Judgement, Visit, judge
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.planner import make_plan, make_practice
from babymassage_gui.core.ports import BabyStore, Clock, SaidStore, SessionLog, SettingsStore
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.session import OIL_SECONDS
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.standing import Known
from babymassage_gui.core.today import PRACTICE, CutOff, Today, cut_off, look_at
from babymassage_gui.core.wish import Wish
from babymassage_gui.services.answers import Answers
from babymassage_gui.services.diary import Diary
from babymassage_gui.services.known_end import as_known
from babymassage_gui.services.manner import Manner
from babymassage_gui.services.seen_today import SeenToday
from babymassage_gui.services.session_runner import SessionRunner
from babymassage_gui.services.unkept import UnkeptSaid


@dataclass(frozen=True, slots=True)
class Stores:
    """Where a family's things are kept."""

    babies: BabyStore
    log: SessionLog
    said: SaidStore
    settings: SettingsStore


class Household:
    """One family at one computer."""

    def __init__(
        self,
        catalogue: Catalogue,
        stores: Stores,
        clock: Clock,
        new_id: Callable[[], str],
        full_catalogue: Callable[[], Catalogue] | None = None,
    ) -> None:
        """`full_catalogue` gives what is taught with all that is only read; without it the library has the moves."""
        self._catalogue, self._full_catalogue = catalogue, full_catalogue
        self._library: Catalogue | None = None
        self._once = ""
        self._stores, self._clock, self._new_id = stores, clock, new_id
        self._settings = stores.settings.load()
        self.runner = SessionRunner(catalogue, stores.log, clock, new_id)
        said = UnkeptSaid(stores.said) if self.rehearsing else stores.said
        self.answers = Answers(catalogue, stores.babies, said, clock, new_id)
        self._seen = SeenToday(catalogue)
        self.diary = Diary(catalogue, stores.log, clock, new_id)

    @property
    def catalogue(self) -> Catalogue:
        """What is taught."""
        return self._catalogue

    def library(self) -> Catalogue:
        """What is taught, with facts, sources and what is only read; fetched when it is first asked for."""
        if self._library is None:
            self._library = self._catalogue if self._full_catalogue is None else self._full_catalogue()
        return self._library

    @property
    def clock(self) -> Clock:
        """The clock that everything here reads."""
        return self._clock

    @property
    def rehearsing(self) -> bool:
        """Whether time runs faster than life, so that nothing of it counts."""
        return self._clock.speed != 1

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, settings: Settings) -> None:
        """Put settings in force and keep them (Expected if they could not be kept; they are in force all the same)."""
        longest, before = settings.choices.longest_minutes, self._settings.choices.longest_minutes
        self._settings = settings
        self._stores.settings.save(settings)
        for baby in self.babies if longest != before else ():
            # Kept with its day: the growth rule must not read days of the past by what is allowed today.
            self.answers.say(baby, *LONGEST, note=str(longest))

    @property
    def baby(self) -> Baby | None:
        """The baby that all of this is about now, None before the welcome was answered."""
        babies = self.babies
        return next((baby for baby in babies if baby.id == self._settings.baby), babies[0] if babies else None)

    @property
    def babies(self) -> tuple[Baby, ...]:
        """All of the family's babies, in the order in which they were told of."""
        return self._stores.babies.babies()

    def switch(self, baby_id: str) -> None:
        """Turn to another of the family's babies; each has its own log, answers and length.

        Raises:
            Expected: the settings could not be kept; the change is in force all the same.
            ValueError: a session is running, or there is no such baby.
        """
        if self.runner.running or all(baby.id != baby_id for baby in self.babies):
            raise ValueError(f"refused: no turning to {baby_id}")
        self._once = ""
        self.change(replace(self._settings, baby=baby_id))

    def save_baby(self, baby: Baby) -> Baby:
        """Keep a profile; one without an id is new.

        Raises:
            Expected: its dates cannot be, or it could not be written; nothing was changed.
        """
        baby.check(self._clock.local_time().date())
        kept = baby if baby.id else replace(baby, id=self._new_id())
        self._stores.babies.save(kept)
        return kept

    def sessions(self) -> tuple[SessionRecord, ...]:
        """All sessions of the baby, oldest first, as they are known here: an end that the log refused holds too."""
        baby = self.baby
        return () if baby is None else self._sessions_of(baby)

    def _sessions_of(self, baby: Baby) -> tuple[SessionRecord, ...]:
        kept, ended = self._stores.log.sessions(baby.id), self.runner.last_ended
        if self.runner.fault is None or ended is None:
            return kept
        return tuple(as_known(s, ended) if s.id == ended.session_id and s.ending is None else s for s in kept)

    def today(self, minutes: int | None = None, other: Baby | None = None) -> Today:
        """Today for the baby or another; `minutes` lowers the length for this once. LookupError before the welcome."""
        return self._seen.look(self._family(other), self._clock.local_time(), minutes)

    def choosing(self) -> Choosing:
        """All routines for the baby now, with what is closed and until when. LookupError before the welcome."""
        return choose_from(self._catalogue, self._family(), self._clock.local_time())

    def choose(self, routine_id: str) -> None:
        """Take a routine from now on; while a ten-day plan asks for its own today, for the next session only.

        Raises:
            Expected: the settings could not be kept; the choice is in force all the same.
        """
        plan = self.today().ten_days
        if plan is not None and plan.asks_today:
            self._once = routine_id
        else:
            self._once = ""
            self.change(replace(self._settings, routine=routine_id))

    def next_minutes(self, session_id: str) -> Mapping[Mood, int]:
        """The length of tomorrow's session for each answer to "how was it?" about a session in the log."""
        family, now = self._family(), self._clock.local_time()
        return {mood: self._minutes_after(family, session_id, mood, now + timedelta(days=1)) for mood in Mood}

    def _minutes_after(self, family: Family, session_id: str, mood: Mood, tomorrow: datetime) -> int:
        answered = tuple(replace(s, mood=mood) if s.id == session_id else s for s in family.sessions)
        return look_at(self._catalogue, replace(family, sessions=answered), tomorrow).target.minutes

    def _family(self, other: Baby | None = None) -> Family:
        baby = other or self.baby
        if baby is None:
            raise LookupError("no baby was told of yet")
        sessions = self._sessions_of(baby)
        # What is being played is not cut off, and a dry run leaves a session alone that was cut off in earnest.
        playing = self.runner.session_id
        known = tuple(s for s in sessions if s.ending is not None or not (self.rehearsing or s.id == playing))
        discarded, said = self._stores.log.discarded(baby.id), self.answers.of(baby)
        once = self._once if baby == self.baby else ""
        return Family(baby, known, self._settings, discarded, said, once=once)

    def known(self) -> Known:
        """What the check-in weighs: the baby, what was said, the waits. LookupError before the welcome."""
        return known_of(self._family())

    def judge(self, visit: Visit) -> Judgement:
        """Whether today is a day, by what was answered on this visit to the check-in and what still stands."""
        return judge(self._catalogue.checks, self.known(), visit, self._clock.local_time())

    def start(self, today: Today, visit: Visit) -> None:
        """Start the session of `today`, after the check-in.

        What was answered since `today` was looked at holds: its plan is made anew, so that no part that has been closed
        meanwhile is played.

        Raises:
            Expected: the log could not be written; nothing began.
            ValueError: the check-in refuses it, or was not answered.
        """
        now = self.today(today.minutes)
        if now.refusal is not None:
            raise ValueError(f"refused: {now.refusal.barrier}")
        judgement = self.judge(visit)
        if not judgement.may_begin:
            raise ValueError(f"refused: {judgement.verdict}")
        kind = Kind.RESTING if now.target.resting else Kind.MASSAGE
        self.runner.start(now.plan, now.baby.id, self._manner(kind))
        self._once = ""

    def practice_plan(self, routine_id: str = PRACTICE, step_id: str = "") -> Plan:
        """A routine on a doll, or one move of what is taught: no baby, no age, the smallest numbers.

        KeyError for what is not taught.
        """
        routine = self._catalogue.routines[routine_id]
        if step_id:
            return make_practice(self._catalogue, routine, self._catalogue.steps[step_id])
        return make_plan(self._catalogue, Wish(routine, None, 3))

    def practise(self, routine_id: str = PRACTICE, step_id: str = "") -> None:
        """Start practice on a doll, of a routine or of one move; it is not logged."""
        self.runner.start(self.practice_plan(routine_id, step_id), "", self._manner(Kind.PRACTICE))

    def _manner(self, kind: Kind) -> Manner:
        if self.rehearsing and kind is not Kind.PRACTICE:
            kind = Kind.REHEARSAL
        wanted = self._settings
        return Manner(kind, wanted.get_ready_seconds, wanted.waits, wanted.tempo, OIL_SECONDS)

    def unfinished(self) -> CutOff | None:
        """A session that a kill or a power cut ended a short while ago; the same as in `today`."""
        return None if self.baby is None else cut_off(self._catalogue, self._family(), self._clock.local_time())

    def settle_leftovers(self) -> None:
        """Keep, as they are, cut-off sessions that are too old to go on with, and dry runs that were cut off.

        Raises:
            Expected: the log could not be written; they are settled another time.
        """
        if self.rehearsing or self.runner.running:
            return
        for baby in self.babies:
            current = cut_off(self._catalogue, self._family(baby), self._clock.local_time())
            for session in self._sessions_of(baby):
                if session.ending is None and (current is None or session.id != current.session.id):
                    self.keep(session)

    def carry_on(self, cut: CutOff, visit: Visit | None = None) -> None:
        """Go on with a cut-off session, counted in; what has been closed since it began is left out.

        `visit` is the one to the check-in, for a session that `asks` for it.

        Raises:
            Expected: its plan can no longer be read, or the log not written; it can still be kept.
            ValueError: the check-in refuses it or was not answered, or it is no longer the one to go on with.
        """
        found = self.unfinished()
        if found is None or found.session.id != cut.session.id:
            raise ValueError("refused: no such session")
        if found.refusal is not None:
            raise ValueError(f"refused: {found.refusal.barrier}")
        if found.asks and not self.judge(visit or Visit()).may_begin:
            raise ValueError("refused: the questions come first")
        steps, now = self._catalogue.steps.values(), self._clock.local_time()
        closed = closed_steps(steps, self._catalogue.checks, self.known(), now)
        if not self.runner.carry_on(found.session, self._manner(found.session.kind), closed):
            raise Expected(Fault.PLAN_UNREADABLE)

    def doctor_is_asked_again(self) -> None:
        """Something was wrong: the doctor's yes has to be given anew (3.7, N-01).

        Raises:
            Expected: it could not be written.
        """
        if self.baby is not None:
            self.answers.doctor_is_asked_again(self.baby)

    def keep(self, record: SessionRecord) -> None:
        """Keep what a cut-off session did. The cut was not the baby's wish, so the growth rule passes over it."""
        at = record.last_seen_at or record.started_at
        self._stores.log.finish(record.id, Ending.CALLED_AWAY, record.active_seconds, at)

    def discard(self, record: SessionRecord) -> None:
        """Mark a cut-off session as deleted."""
        self._stores.log.discard(record.id)

    def wrap_up(self, session_id: str, mood: Mood, note: str) -> None:
        """Say how it was."""
        self._stores.log.wrap_up(session_id, mood, note)
