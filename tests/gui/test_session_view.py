"""What the sheet and the chip say at an instant, from the session's state alone."""

from __future__ import annotations

import pytest

from babymassage_gui.content.loader import load_playable
from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.choices import Choices
from babymassage_gui.core.planner import Wish, make_plan, make_turns
from babymassage_gui.core.session import Session, begin
from babymassage_gui.core.session_moves import advance
from babymassage_gui.gui.pages.session_view import (
    body_zones,
    mat_phase,
    pace_of,
    step_words,
    what_comes_next,
    zone_progress,
)
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Phase
from babymassage_gui.gui.widgets.rings import RingState


def session_at(
    routine: str, step_id: str, seconds: float, *, days: int = 90, minutes: int = 5
) -> tuple[Session, float]:
    """A session that has been so many seconds in a step."""
    catalogue = load_playable().catalogue
    plan = make_plan(catalogue, Wish(catalogue.routines[routine], age_of_days(90), minutes))
    index = next(i for i, planned in enumerate(plan.steps) if planned.step.id == step_id)
    session = begin(plan.steps, make_turns(catalogue), 0.0, ready_seconds=1.0, index=index, gap_seconds=1e6)
    at = 1.0
    while session.steps[session.index].step.id != step_id or session.step_clock.running_since is None:
        session, _ = advance(session, at)
        at += 0.5
    begun = session.step_clock.running_since
    session, _ = advance(session, begun + seconds)
    return session, begun + seconds


@pytest.mark.parametrize(
    ("seconds", "count", "following"),
    [(3, "On left side, 1 of 3", "Onto its right side"), (20, "On right side, 1 of 3", "Turn onto the back")],
)
def test_where_a_side_means_how_the_baby_lies_the_words_say_so(
    qapp: object, seconds: float, count: str, following: str
) -> None:
    session, at = session_at("first-strokes", "back-side-lying", seconds)
    assert pace_of(session, at, Words()).count == count
    assert what_comes_next(session, at, Words()) == following


def test_a_limb_counts_its_side_and_names_the_other(qapp: object) -> None:
    session, at = session_at("everyday", "leg-outer", 7.0)
    pace = pace_of(session, at, Words())
    assert pace.count == "Left, 2 of 4"
    assert what_comes_next(session, at, Words()) == "Baby's right side"
    assert pace.ring == RingState(4, 1, 0.25)


def test_getting_ready_counts_down_and_names_what_follows(qapp: object) -> None:
    catalogue = load_playable().catalogue
    plan = make_plan(catalogue, Wish(catalogue.routines["everyday"], age_of_days(90), 3))
    session = begin(plan.steps, make_turns(catalogue), 0.0, ready_seconds=5.0)
    pace = pace_of(session, 2.2, Words())
    assert (pace.number, pace.ring.segments, pace.ring.done) == ("3", 5, 2)
    assert mat_phase(session, 2.2) is Phase.READY
    assert what_comes_next(session, 2.2, Words()) == "Rest your hands"


def test_the_bar_of_zones_fills_with_the_seconds_played(qapp: object) -> None:
    session, at = session_at("everyday", "tummy-circle", 5.0, minutes=3)
    assert [zone.block for zone in body_zones(session)] == [
        Block.LEGS, Block.ARMS, Block.TUMMY, Block.CHEST, Block.BACK,
    ]  # fmt: skip
    current, share = zone_progress(session, at)
    assert current == 2
    assert share == pytest.approx(5 / 19)


def test_before_the_first_zone_it_waits_and_after_the_last_all_are_done(qapp: object) -> None:
    first, at = session_at("everyday", "open-ask", 2.0)
    assert zone_progress(first, at) == (0, 0.0)
    last, at = session_at("everyday", "close-cuddle", 2.0)
    assert zone_progress(last, at)[0] == len(body_zones(last))
    assert what_comes_next(last, at, Words()) == "The end"


def test_before_a_dry_step_after_oil_the_sheet_says_to_wipe_the_hands(qapp: object) -> None:
    catalogue = load_playable().catalogue
    wish = Wish(catalogue.routines["everyday"], age_of_days(90), 5, choices=Choices(product=True))
    steps = make_plan(catalogue, wish).steps
    turn = next(i for i, planned in enumerate(steps) if planned.step.is_turn)
    session = begin(steps, make_turns(catalogue), 0.0, ready_seconds=3.0, index=turn)
    assert session.must_wipe
    assert step_words(session, Words()).instruction == "Wipe one hand, then the other. One hand stays on the baby."
    dry = begin(steps, make_turns(catalogue), 0.0, ready_seconds=3.0)
    assert step_words(dry, Words()).instruction == steps[0].step.instruction
