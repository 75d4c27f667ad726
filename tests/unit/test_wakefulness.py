"""The screen stays awake while a session runs and for five minutes of a pause, and is never held longer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.session_table import Phase
from babymassage_gui.services.wakefulness import PAUSE_SECONDS, Told, Wakeful, Wakefulness

RUNNING = [Phase.READY, Phase.STEP, Phase.RESTING]


class Desktop:
    """A desktop that keeps a screen awake, and answers when the test lets it."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.asking: list[Told] = []
        self.changes = 0
        self.wakefulness = Wakefulness(self, lambda stretch, kept: self.wakefulness.answered(stretch, kept), self.note)

    def take(self, told: Told) -> None:
        self.calls.append("take")
        self.asking.append(told)

    def release(self) -> None:
        self.calls.append("release")

    def note(self) -> None:
        self.changes += 1


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


def test_nothing_is_asked_before_a_session(desktop: Desktop) -> None:
    assert (desktop.wakefulness.state, desktop.calls) == (Wakeful.OFF, [])
    desktop.wakefulness.let_go()
    assert (desktop.calls, desktop.changes) == ([], 0)


@pytest.mark.parametrize("phase", RUNNING)
def test_a_running_session_asks_once(desktop: Desktop, phase: Phase) -> None:
    for at in range(100):
        desktop.wakefulness.follow(phase, float(at))
    desktop.asking[0](True)
    assert desktop.calls == ["take"]
    assert desktop.wakefulness.state is Wakeful.KEPT
    assert not desktop.wakefulness.may_darken
    assert desktop.changes == 2


def test_a_refusal_is_known_and_not_asked_again_and_again(desktop: Desktop) -> None:
    desktop.wakefulness.follow(Phase.READY, 0.0)
    assert not desktop.wakefulness.may_darken
    desktop.asking[0](False)
    desktop.wakefulness.follow(Phase.STEP, 5.0)
    assert desktop.wakefulness.may_darken
    assert desktop.calls == ["take"]


def test_the_end_lets_go_at_once(desktop: Desktop) -> None:
    desktop.wakefulness.follow(Phase.STEP, 0.0)
    desktop.wakefulness.follow(Phase.ENDED, 1.0)
    desktop.wakefulness.follow(Phase.ENDED, 2.0)
    assert desktop.calls == ["take", "release"]
    assert desktop.wakefulness.state is Wakeful.OFF


def test_a_refused_stretch_ends_too_so_that_the_next_session_asks_anew(desktop: Desktop) -> None:
    desktop.wakefulness.follow(Phase.STEP, 0.0)
    desktop.asking[0](False)
    desktop.wakefulness.follow(Phase.ENDED, 1.0)
    assert not desktop.wakefulness.may_darken
    desktop.wakefulness.follow(Phase.READY, 2.0)
    assert desktop.calls == ["take", "release", "take"]


def test_a_pause_keeps_the_screen_for_five_minutes_and_going_on_takes_it_again(desktop: Desktop) -> None:
    desktop.wakefulness.follow(Phase.STEP, 10.0)
    desktop.wakefulness.follow(Phase.PAUSED, 20.0)
    desktop.wakefulness.follow(Phase.PAUSED, 20.0 + PAUSE_SECONDS)
    assert desktop.calls == ["take"]
    desktop.wakefulness.follow(Phase.PAUSED, 20.1 + PAUSE_SECONDS)
    desktop.wakefulness.follow(Phase.PAUSED, 900.0)
    assert desktop.calls == ["take", "release"]
    desktop.wakefulness.follow(Phase.READY, 901.0)
    assert desktop.calls == ["take", "release", "take"]


def test_each_pause_has_its_own_five_minutes(desktop: Desktop) -> None:
    for start in (0.0, 400.0, 800.0):
        desktop.wakefulness.follow(Phase.PAUSED, start)
        desktop.wakefulness.follow(Phase.PAUSED, start + 299)
        desktop.wakefulness.follow(Phase.STEP, start + 299.5)
    assert desktop.calls == ["take"]


def test_a_late_answer_about_a_stretch_that_is_over_means_nothing(desktop: Desktop) -> None:
    desktop.wakefulness.follow(Phase.STEP, 0.0)
    desktop.wakefulness.follow(Phase.ENDED, 1.0)
    desktop.asking[0](False)
    assert desktop.wakefulness.state is Wakeful.OFF
    desktop.wakefulness.follow(Phase.STEP, 2.0)
    desktop.asking[0](False)
    assert desktop.wakefulness.state is Wakeful.ASKED
    desktop.asking[1](True)
    assert desktop.wakefulness.state is Wakeful.KEPT


@given(st.lists(st.tuples(st.sampled_from(Phase), st.floats(0, 400)), max_size=30))
def test_asking_and_letting_go_take_turns_whatever_a_session_does(life: list[tuple[Phase, float]]) -> None:
    desktop, at = Desktop(), 0.0
    for phase, seconds in life:
        at += seconds
        desktop.wakefulness.follow(phase, at)
        assert (desktop.calls.count("take") - desktop.calls.count("release")) == (
            desktop.wakefulness.state is not Wakeful.OFF
        )
        if phase in RUNNING:
            assert desktop.wakefulness.state is not Wakeful.OFF
    assert desktop.calls == ["take", "release"] * (len(desktop.calls) // 2) + ["take"] * (len(desktop.calls) % 2)
