"""Whatever three families' laptops do, in whatever order a sync program carries their files, whole, half, twice or not:
once everything has come everywhere all of them hold the same, and nothing that was ever there is gone.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule

from babymassage_gui.core.change_lines import read_changes
from babymassage_gui.core.exchange import version_of
from babymassage_gui.core.history import Mood
from babymassage_gui.core.said import Said
from babymassage_gui.core.sharing import Shared, joined, smallest_ids
from tests.fakes.devices import Laptop
from tests.fakes.full_log import over
from tests.fakes.stored import NOON, some_id

which = st.integers(0, 2)


class ThreeLaptops(RuleBasedStateMachine):
    """Three logs with a clock and a copy of the folder each."""

    added = Bundle("added")

    @initialize()
    def choose_the_folder(self) -> None:
        self.temporary = tempfile.TemporaryDirectory()
        root = Path(self.temporary.name)
        self.laptops = [Laptop(root / name, name, NOON + timedelta(days=10)) for name in ("one", "two", "three")]
        for laptop in self.laptops:
            laptop.knows_ada()
            laptop.begins()
        self.sessions: set[str] = set()
        self.notes: set[tuple[str, str]] = set()
        self.numbers = 0

    @rule(target=added, number=which)
    def write_a_session_down(self, number: int) -> str:
        laptop = self.laptops[number]
        self.numbers += 1
        session = replace(over(f"{self.numbers}", NOON + timedelta(hours=self.numbers)), baby_id=laptop.ada)
        laptop.log.begin(session)
        self.sessions.add(session.id)
        return session.id

    @rule(number=which, session_id=added, note=st.sampled_from(["a", "b", "c"]), mood=st.sampled_from(Mood))
    def correct(self, number: int, session_id: str, note: str, mood: Mood) -> None:
        laptop = self.laptops[number]
        known = {kept.what.id: kept.what for kept in laptop.log.archive().sessions}
        if session_id in known:
            laptop.log.correct(replace(known[session_id], note=note, mood=mood))
            self.notes.add((session_id, note))

    @rule(number=which, session_id=added)
    def delete(self, number: int, session_id: str) -> None:
        laptop = self.laptops[number]
        if session_id in {kept.what.id for kept in laptop.log.archive().sessions if kept.stamp.deleted_at is None}:
            laptop.log.remove(session_id)

    @rule(number=which, session_id=added)
    def put_back(self, number: int, session_id: str) -> None:
        for version in self.laptops[number].log.versions(session_id)[-1:]:
            self.laptops[number].log.put_back(version.id)

    @rule(number=which)
    def say_and_take_back(self, number: int) -> None:
        laptop = self.laptops[number]
        self.numbers += 1
        for said in laptop.log.sayings(laptop.ada)[:1]:
            laptop.log.unsay(said.id)
        laptop.log.say(Said(some_id(f"said {self.numbers}"), laptop.ada, "W-01", "fed", laptop.clock.wall))

    @rule(number=which, name=st.sampled_from(["Ada", "Adele", "Adi"]))
    def call_the_baby(self, number: int, name: str) -> None:
        laptop = self.laptops[number]
        for baby in laptop.log.babies():
            laptop.log.save(replace(baby, name=name))

    @rule(number=which, days=st.sampled_from([0.01, 1, -1, 365, -365]))
    def set_the_clock(self, number: int, days: float) -> None:
        self.laptops[number].clock.go_on(days=days)

    @rule(number=which)
    def share(self, number: int) -> None:
        self.laptops[number].sharing.share()

    @rule(
        giver=which, taker=which, part=st.sampled_from([1.0, 1.0, 0.0, 0.4, 0.99]), copy=st.sampled_from(["", " (1)"])
    )
    def carry(self, giver: int, taker: int, part: float, copy: str) -> None:
        """Never over the file that the taker writes itself: no sync program does so with a file changed here only."""
        one, other = self.laptops[giver], self.laptops[taker]
        for name in one.files():
            if giver != taker and (copy or name != other.own_file.name):
                one.gives(other, name, part, copy)

    @rule(number=which, other=which)
    def lose_a_file(self, number: int, other: int) -> None:
        self.laptops[number].folder.joinpath(self.laptops[other].own_file.name).unlink(missing_ok=True)

    @rule(number=which)
    def start_anew(self, number: int) -> None:
        self.laptops[number].close()
        self.laptops[number].open()

    def teardown(self) -> None:
        if not hasattr(self, "laptops"):
            return
        try:
            self.everything_comes_everywhere()
            self.all_hold_the_same()
        finally:
            for laptop in self.laptops:
                laptop.close()
            self.temporary.cleanup()

    def everything_comes_everywhere(self) -> None:
        """Called otherwise here and there she may have come twice; called alike at last she is one."""
        for laptop in self.laptops:
            for baby in laptop.log.babies():
                laptop.log.save(replace(baby, name="Ada"))
        for _ in range(4):
            for laptop in self.laptops:
                laptop.sharing.share()
                for other in self.laptops:
                    if other is not laptop:
                        laptop.gives(other, laptop.own_file.name)
        before = [laptop.files()[laptop.own_file.name] for laptop in self.laptops]
        assert [laptop.sharing.share().changes for laptop in self.laptops] == [0, 0, 0]
        # Nobody has anything more to say.
        assert [laptop.own_file.read_bytes() for laptop in self.laptops] == before

    def all_hold_the_same(self) -> None:
        files = [read_changes(data).shared for data in self.laptops[0].files().values()]
        same = Shared(same=joined(*files).same)
        first, second, third = (laptop.holds(same) for laptop in self.laptops)
        assert first == second == third
        assert [len(laptop.log.babies()) for laptop in self.laptops] == [1, 1, 1]
        assert len(first.babies) == 1
        assert {kept.what.id for kept in first.sessions} == self.sessions
        every = {(one.what.id, one.what.note) for one in (*first.sessions, *(v.was for v in first.past))}
        assert self.notes <= every
        assert all(laptop.log.damaged_rows == 0 for laptop in self.laptops)
        assert {version_of(v.was, v.why, v.at).id for v in first.past} == {v.id for v in first.past}
        assert set(smallest_ids(same.same).values()) <= {first.babies[0].what.id}


ThreeLaptops.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestThreeLaptops = ThreeLaptops.TestCase
