"""Comfort by place: minutes and early ends by part of the body, and what most early ends have in common."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.comfort import Comfort, Pattern, comfort_of, together
from babymassage_gui.core.history import Ending, SessionRecord, StepOutcome, StepRecord
from tests.fakes.content import catalogue
from tests.fakes.records import massage

STEPS = catalogue().steps
DONE, SKIPPED, CUT = StepOutcome.DONE, StepOutcome.SKIPPED, StepOutcome.INTERRUPTED
WAY = ("open-ask", "leg-outer", "arm-outer", "tummy-circle", "chest-ribs", "turn-tummy", "back-up", "back-fan",
       "back-sides", "turn-back", "close-cuddle")  # fmt: skip


def ended(at: str, ending: Ending = Ending.EARLY, outcome: StepOutcome = CUT, day: int = 0) -> SessionRecord:
    """A massage on the usual way that stopped at a step; each step before it took a minute, that one half of it."""
    before = WAY[: WAY.index(at)] if at in WAY else WAY[:2]
    steps = (*(StepRecord(step, DONE, 60.0) for step in before), StepRecord(at, outcome, 30.0))
    return replace(massage(date(2026, 3, 2) + timedelta(days=day), ending=ending), steps=steps)


def whole() -> SessionRecord:
    return ended("close-cuddle", Ending.FINISHED, DONE)


def comfort(*sessions: SessionRecord) -> Comfort:
    return comfort_of(sessions, STEPS)


def test_parts_have_their_minutes_massages_and_early_ends_in_the_order_of_the_page() -> None:
    places = comfort(whole(), ended("tummy-circle"), ended("tummy-circle", Ending.SPAT_UP)).places
    assert [(one.block, one.minutes, one.massages, one.early) for one in places] == [
        (Block.LEGS, 3.0, 3, 0), (Block.ARMS, 3.0, 3, 0), (Block.CHEST, 1.0, 1, 0), (Block.TUMMY, 2.0, 3, 2),
        (Block.BACK, 3.0, 1, 0),
    ]  # fmt: skip
    assert [one.comfort for one in places] == [1, 1, 1, pytest.approx(1 / 3), 1]


def test_an_empty_log_says_nothing() -> None:
    assert comfort().places == ()
    assert comfort().pattern == (Pattern.NONE, None)
    assert comfort().hardest_step is None


@pytest.mark.parametrize(
    ("ending", "outcome", "counts"),
    [
        (Ending.EARLY, CUT, True),
        (Ending.EARLY, DONE, True),
        (Ending.SPAT_UP, CUT, True),
        (Ending.SOMETHING_WRONG, CUT, True),
        (Ending.EARLY, SKIPPED, False),
        (Ending.ASLEEP, CUT, False),
        (Ending.CALLED_AWAY, CUT, False),
        (Ending.FINISHED, DONE, False),
    ],
)
def test_only_what_a_baby_may_have_had_enough_of_is_an_early_end(
    ending: Ending, outcome: StepOutcome, counts: bool
) -> None:
    found = comfort(ended("tummy-circle", ending, outcome))
    assert (found.stops, found.early.get(Block.TUMMY, 0)) == (counts, counts)


def test_a_massage_written_down_by_hand_says_nothing_of_places() -> None:
    assert comfort(massage(date(2026, 3, 2), ending=Ending.EARLY)) == Comfort()


def test_a_skipped_step_and_one_that_is_no_longer_taught_belong_to_no_place() -> None:
    found = comfort(ended("arm-outer", Ending.EARLY, SKIPPED), ended("a-step-of-long-ago"))
    assert [one.block for one in found.places] == [Block.LEGS]
    assert (found.stops, found.early, found.hardest_step) == (1, {}, None)


@pytest.mark.parametrize(
    ("stops", "pattern"),
    [
        ((), (Pattern.NONE, None)),
        (("tummy-circle",), (Pattern.FEW, None)),
        (("tummy-circle",) * 2, (Pattern.FEW, None)),
        (("tummy-circle",) * 3, (Pattern.PLACE, Block.TUMMY)),
        (("tummy-circle", "tummy-circle", "leg-outer", "arm-outer"), (Pattern.SPREAD, None)),
        (("tummy-circle", "tummy-circle", "leg-outer"), (Pattern.PLACE, Block.TUMMY)),
        (("turn-tummy", "back-up", "back-fan"), (Pattern.TURNING, None)),
        (("back-sides",) * 3, (Pattern.PLACE, Block.BACK)),
        (("back-up", "back-up", "tummy-circle"), (Pattern.TURNING, None)),
        (("back-up", "back-up", "tummy-circle", "tummy-circle"), (Pattern.SPREAD, None)),
        (("close-cuddle",) * 3, (Pattern.TURNING, None)),
        (("a-step-of-long-ago",) * 3, (Pattern.SPREAD, None)),
        (("open-ask",) * 3, (Pattern.PLACE, Block.START)),
    ],
)
def test_what_most_early_ends_have_in_common(stops: tuple[str, ...], pattern: tuple[Pattern, Block | None]) -> None:
    assert comfort(*(ended(at, day=day) for day, at in enumerate(stops))).pattern == pattern


@pytest.mark.parametrize(
    ("stops", "hardest"),
    [
        (("tummy-circle",), None),
        (("tummy-circle",) * 2, ("tummy-circle", 2)),
        (("tummy-circle",) * 2 + ("back-up",), ("tummy-circle", 2)),
        (("tummy-circle",) * 2 + ("back-up",) * 2, None),
        (("tummy-circle",) * 2 + ("back-up",) * 3, ("back-up", 3)),
    ],
)
def test_the_step_at_which_most_ended_is_told_if_it_stands_out(
    stops: tuple[str, ...], hardest: tuple[str, int] | None
) -> None:
    assert comfort(*(ended(at) for at in stops)).hardest_step == hardest


SOME = st.lists(
    st.builds(ended, st.sampled_from(WAY), st.sampled_from(list(Ending)), st.sampled_from([DONE, SKIPPED, CUT])),
    max_size=8,
)


@given(SOME, SOME)
def test_two_counts_together_are_the_count_of_all(some: list[SessionRecord], others: list[SessionRecord]) -> None:
    assert together(comfort(*some), comfort(*others)) == together(comfort(*others), comfort(*some))
    both = together(comfort(*some), comfort(*others))
    assert both == together(comfort(*some, *others), Comfort())
