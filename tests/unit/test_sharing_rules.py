"""What several devices hold together depends on what they hold and on no order, and nothing that was held is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from babymassage_gui.core.exchange import Archive, KeptBaby, KeptSaid, KeptSession, Stamp, Version, Why, version_of
from babymassage_gui.core.history import Mood
from babymassage_gui.core.sharing import Shared, beyond, joined, settle, smallest_ids, worth_folding
from tests.fakes.full_log import BEN, over
from tests.fakes.stored import ADA, NOON, a_saying, some_id

quick = settings(max_examples=150, deadline=None)

NAMES = tuple(some_id(f"baby {number}") for number in range(4))
BABIES = tuple(replace(ADA, id=ident, name=f"Baby {number}") for number, ident in enumerate(NAMES))
# Clocks that disagree: a year apart, and often the same instant.
moments = st.sampled_from([NOON, NOON + timedelta(seconds=1), NOON - timedelta(days=365), NOON + timedelta(days=365)])
stamps = st.builds(lambda at, gone: Stamp(at, at if gone else None), moments, st.booleans())
babies = st.builds(
    lambda baby, healed, stamp: KeptBaby(replace(baby, navel_healed=healed), stamp),
    st.sampled_from(BABIES), st.booleans(), stamps,
)  # fmt: skip
sessions = st.builds(
    lambda number, note, mood, stamp: KeptSession(
        over(f"session {number}", baby=BABIES[number % 4], note=note, mood=mood), stamp
    ),
    st.integers(0, 5), st.sampled_from(["", "one", "two"]), st.sampled_from(Mood), stamps,
)  # fmt: skip
sayings = st.builds(lambda number, stamp: KeptSaid(a_saying(f"said {number}"), stamp), st.integers(0, 3), stamps)
versions = st.builds(version_of, sessions, st.sampled_from(Why), moments)
pairs = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).map(lambda two: (min(two), max(two)))


def several(rows: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(rows, max_size=4).map(tuple)


archives = st.builds(Archive, several(babies), several(sessions), several(sayings), several(versions))
shares = st.builds(Shared, archives, st.frozensets(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=2))


@quick
@given(shares, shares)
def test_the_order_makes_no_difference(one: Shared, other: Shared) -> None:
    assert joined(one, other) == joined(other, one)


@quick
@given(shares, shares, shares)
def test_the_grouping_makes_no_difference(one: Shared, other: Shared, third: Shared) -> None:
    assert joined(joined(one, other), third) == joined(one, joined(other, third)) == joined(one, other, third)


@quick
@given(shares, shares)
def test_what_is_read_twice_counts_once(one: Shared, other: Shared) -> None:
    both = joined(one, other)
    assert joined(both, one) == joined(both, both) == joined(one, one, other, other) == both


@quick
@given(shares, shares)
def test_nothing_is_beyond_what_both_hold_together_and_what_is_beyond_completes_it(one: Shared, other: Shared) -> None:
    both = joined(one, other)
    assert beyond(both, both) == Shared()
    assert joined(other, beyond(both, joined(other))) == both


@quick
@given(shares, shares)
def test_a_version_that_holds_no_more_is_among_the_past(one: Shared, other: Shared) -> None:
    both = joined(one, other)
    ids = smallest_ids(both.same)
    texts = {v.id for v in both.archive.past} | {version_of(s, Why.IMPORTED, NOON).id for s in both.archive.sessions}
    for session in (*one.archive.sessions, *other.archive.sessions):
        named = replace(
            session, what=replace(session.what, baby_id=ids.get(session.what.baby_id, session.what.baby_id))
        )
        assert version_of(named, Why.IMPORTED, NOON).id in texts


def ada(name: str, ident: str, at: int = 0, due: date | None = None) -> KeptBaby:
    return KeptBaby(replace(ADA, id=some_id(ident), name=name, due=due), Stamp(NOON + timedelta(minutes=at)))


def held(baby: KeptBaby, *of: str) -> Archive:
    """A baby with sessions of these names."""
    return Archive((baby,), tuple(KeptSession(over(name, baby=baby.what), Stamp(NOON)) for name in of))


@pytest.mark.parametrize(("first", "second"), [("a", "c"), ("c", "a")])
def test_a_baby_told_of_on_two_devices_is_one_and_each_log_keeps_its_own_id(first: str, second: str) -> None:
    ours, theirs = held(ada("Ada", first, at=1), "here"), Shared(held(ada("ada ", second), "there"))

    settled = settle(ours, [theirs])

    assert [session.what.baby_id for session in settled.take.sessions] == [some_id(first)]
    assert settled.take.babies == ()
    low, high = sorted((some_id(first), some_id(second)))
    assert settled.add.same == {(low, high)}
    assert [session.what.baby_id for session in settled.add.archive.sessions] == [low]
    # Once found it stays found, though one of them is called otherwise by now.
    renamed = replace(ours, babies=(ada("Adele", first, at=5),))
    again = settle(renamed, [theirs, settled.add])
    assert (again.add.same, [baby.what.name for baby in again.add.archive.babies]) == (frozenset(), ["Adele"])


def test_a_due_date_that_only_one_device_knows_is_kept() -> None:
    newer, older = held(ada("Ada", "a", at=5)), held(ada("Ada", "c", due=date(2025, 4, 1)))

    for ours, theirs in ((newer, older), (older, newer)):
        settled = settle(ours, [Shared(theirs)])
        (baby,) = joined(Shared(theirs), settled.add).archive.babies
        assert (baby.what.due, baby.stamp.updated_at > NOON + timedelta(minutes=5)) == (date(2025, 4, 1), True)
    both = settle(held(ada("Ada", "a", due=date(2025, 4, 9))), [Shared(older)])
    assert [baby.what.due for baby in both.add.archive.babies] == [date(2025, 4, 9)]


def test_twins_without_names_stay_two_on_every_device() -> None:
    one, two, here = ada("", "one"), ada("", "two"), ada("", "here")

    settled = settle(held(here), [Shared(Archive((one, two)))])

    assert settled.add.same == frozenset()
    assert {baby.what.id for baby in settled.take.babies} == {some_id("one"), some_id("two")}
    # Nor is a twin that is just being told of taken for the other.
    assert settle(held(one), [Shared(Archive((one, two)))]).add.same == frozenset()


def test_a_baby_that_was_taken_away_is_nobody_elses() -> None:
    gone = ada("Ada", "gone")
    gone = replace(gone, stamp=Stamp(NOON, NOON))

    assert settle(held(ada("Ada", "here")), [Shared(Archive((gone,)))]).add.same == frozenset()


def test_what_still_runs_is_not_told() -> None:
    running = replace(over("runs"), ending=None, ended_at=None)

    settled = settle(Archive((ada("Ada", "a"),), (KeptSession(running, Stamp(NOON)),)), [])

    assert settled.add.archive.sessions == ()


def test_a_log_that_has_a_baby_twice_is_told_to_make_it_one() -> None:
    one, other = ada("Ada", "a"), ada("Adele", "c")
    low, high = sorted((one.what.id, other.what.id))

    settled = settle(Archive((one, other)), [Shared(same=frozenset({(low, high)}))])

    assert settled.unite == {high: low}
    assert settle(Archive((one, ada("ADA ", "c"))), []).unite == {high: low}


def test_the_smallest_id_stands_for_all() -> None:
    assert smallest_ids([("b", "c"), ("a", "b"), ("d", "e"), ("a", "c")]) == {"b": "a", "c": "a", "e": "d"}
    assert smallest_ids([]) == {}


def test_a_file_is_folded_when_most_of_it_says_nothing() -> None:
    assert not worth_folding(100, 1)
    assert worth_folding(101, 50)
    assert not worth_folding(101, 51)


def test_a_version_of_a_session_without_changes_is_held_once() -> None:
    was = KeptSession(over("first"), Stamp(NOON))
    past: Sequence[Version] = (version_of(was, Why.CORRECTED, NOON), version_of(was, Why.IMPORTED, NOON))
    ben = KeptBaby(BEN, Stamp(NOON))

    (one,) = joined(Shared(Archive((ben,), past=tuple(past)))).archive.past
    assert one.why is Why.CORRECTED
