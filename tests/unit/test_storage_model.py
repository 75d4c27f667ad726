"""Whatever is asked of the log in whatever order, it answers like a dictionary, also after closing and opening."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from babymassage_gui.core.backups import OpenOutcome
from babymassage_gui.core.history import Ending, Kind, Mood, SessionRecord, StepOutcome, StepRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.storage.opening import back_up, open_log
from tests.fakes.stored import ADA, WallClock, a_session, some_id

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
words = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)
lengths = st.floats(min_value=0, max_value=3600)
steps = st.builds(StepRecord, step_id=words, outcome=st.sampled_from(StepOutcome), seconds=lengths)


class LogAndDictionary(RuleBasedStateMachine):
    """The log on one side, plain dictionaries on the other."""

    running = Bundle("running")
    ended = Bundle("ended")
    said_ids = Bundle("said_ids")

    @initialize()
    def open_fresh(self) -> None:
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.clock = WallClock()
        self.log = open_log(self.folder, self.clock).log
        self.log.save(ADA)
        self.babies: dict[str, Baby] = {ADA.id: ADA}
        self.sessions: dict[str, SessionRecord] = {}
        self.discarded: list[SessionRecord] = []
        self.said: dict[str, Said] = {}

    def teardown(self) -> None:
        if hasattr(self, "log"):
            self.log.close()
            self.temporary.cleanup()

    @rule(name=texts, which=st.integers(min_value=0, max_value=2), healed=st.booleans())
    def save_baby(self, name: str, which: int, healed: bool) -> None:
        baby = replace(ADA, id=some_id(f"baby-{which}"), name=name, navel_healed=healed)
        self.log.save(baby)
        self.babies[baby.id] = baby

    @rule(target=running, kind=st.sampled_from(Kind), plan=texts, planned=lengths, who=st.integers(min_value=0))
    def begin(self, kind: Kind, plan: str, planned: float, who: int) -> str:
        self.clock.go_on(minutes=1)
        baby = list(self.babies.values())[who % len(self.babies)]
        named = a_session(f"session-{self.clock()}", self.clock(), baby)
        session = replace(named, kind=kind, plan=plan, planned_seconds=planned)
        self.log.begin(session)
        self.sessions[session.id] = session
        return session.id

    @rule(session_id=running, step=steps, active=lengths)
    def record_step(self, session_id: str, step: StepRecord, active: float) -> None:
        self.clock.go_on(seconds=1)
        self.log.record_step(session_id, step, active, self.clock())
        before = self.sessions[session_id]
        self.sessions[session_id] = replace(
            before, steps=(*before.steps, step), active_seconds=active, last_seen_at=self.clock()
        )

    @rule(session_id=running, active=lengths)
    def progress(self, session_id: str, active: float) -> None:
        self.log.progress(session_id, active, self.clock())
        self.sessions[session_id] = replace(self.sessions[session_id], active_seconds=active, last_seen_at=self.clock())

    @rule(target=ended, session_id=consumes(running), ending=st.sampled_from(Ending), active=lengths)
    def finish(self, session_id: str, ending: Ending, active: float) -> str:
        now = self.clock()
        self.log.finish(session_id, ending, active, now)
        self.sessions[session_id] = replace(
            self.sessions[session_id], ending=ending, active_seconds=active, last_seen_at=now, ended_at=now, plan=""
        )
        return session_id

    @rule(session_id=ended, mood=st.sampled_from(Mood), note=texts)
    def wrap_up(self, session_id: str, mood: Mood, note: str) -> None:
        self.log.wrap_up(session_id, mood, note)
        self.sessions[session_id] = replace(self.sessions[session_id], mood=mood, note=note)

    @rule(session_id=consumes(running))
    def discard_running(self, session_id: str) -> None:
        self.log.discard(session_id)
        self.discarded.append(self.sessions.pop(session_id))

    @rule(session_id=consumes(ended))
    def discard_ended(self, session_id: str) -> None:
        self.log.discard(session_id)
        self.discarded.append(self.sessions.pop(session_id))

    @rule(target=said_ids, subject=words, answer=words, by=texts, note=texts, hours_ago=st.integers(0, 48))
    def say(self, subject: str, answer: str, by: str, note: str, hours_ago: int) -> str:
        self.clock.go_on(minutes=1)
        at = self.clock() - timedelta(hours=hours_ago)
        said = Said(some_id(f"said-{self.clock()}"), ADA.id, subject, answer, at, by, note)
        self.log.say(said)
        self.said[said.id] = said
        return said.id

    @rule(said_id=consumes(said_ids))
    def unsay(self, said_id: str) -> None:
        self.log.unsay(said_id)
        del self.said[said_id]

    @rule()
    def close_and_open(self) -> None:
        self.clock.go_on(hours=1)
        self.log.close()
        opened = open_log(self.folder, self.clock)
        self.log = opened.log
        assert opened.report.outcome is OpenOutcome.FINE

    @rule()
    def lose_the_file_after_a_backup(self) -> None:
        self.clock.go_on(hours=1)
        back_up(self.log, self.clock())
        self.log.close()
        self.log.path.write_bytes(b"")
        self.clock.go_on(hours=1)
        opened = open_log(self.folder, self.clock)
        self.log = opened.log
        assert opened.report.outcome is OpenOutcome.RESTORED

    @invariant()
    def answers_are_the_same(self) -> None:
        in_order = sorted(self.sessions.values(), key=lambda session: session.started_at)
        gone = sorted(self.discarded, key=lambda session: session.started_at)
        assert self.log.babies() == tuple(self.babies.values())
        for baby_id in self.babies:
            assert self.log.sessions(baby_id) == tuple(s for s in in_order if s.baby_id == baby_id)
            assert self.log.discarded(baby_id) == tuple(s for s in gone if s.baby_id == baby_id)
        assert all(self.log.session(session.id) == session for session in in_order)
        assert self.log.sayings(ADA.id) == tuple(sorted(self.said.values(), key=lambda said: (said.at, said.id)))
        assert self.log.damaged_rows == 0


TestLogAndDictionary = LogAndDictionary.TestCase
TestLogAndDictionary.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
