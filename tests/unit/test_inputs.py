"""What every key, button and gesture means: the table as a parent meets it, and what the parent may change of it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from babymassage_gui.core.inputs import (
    ACTS,
    FIXED,
    GESTURES,
    GIVABLE,
    KEYS,
    SILENT,
    STEPS,
    Act,
    Gesture,
    Hand,
    Input,
    Knock,
    Meaning,
    Moment,
    act_of,
    is_one_button,
    knocked,
    may_be_given,
    meaning_of,
)

PLAIN = Input()
RUNNING, PAUSED, EMERGENCY = Moment.RUNNING, Moment.PAUSED, Moment.EMERGENCY
# Key, while a session runs, on the stop page, on the emergency page (design pages, section 3).
TABLE = [
    ("Space", Act.STOP, Act.TAKE, Act.TAKE),
    ("Return", Act.STOP, Act.TAKE, Act.TAKE),
    ("Enter", Act.STOP, Act.TAKE, Act.TAKE),
    ("Select", Act.STOP, Act.TAKE, Act.TAKE),
    ("Right", Act.NEXT, Act.DOWN, Act.DOWN),
    ("Left", Act.BACK, Act.UP, Act.UP),
    ("Up", Act.MORE, Act.UP, Act.UP),
    ("Down", Act.STOP, Act.DOWN, Act.DOWN),
    ("Plus", Act.MORE, Act.NOTHING, Act.NOTHING),
    ("Minus", Act.LESS, Act.NOTHING, Act.NOTHING),
    ("BracketLeft", Act.SLOWER, Act.NOTHING, Act.NOTHING),
    ("BracketRight", Act.FASTER, Act.NOTHING, Act.NOTHING),
    ("Less", Act.SLOWER, Act.NOTHING, Act.NOTHING),
    ("Greater", Act.FASTER, Act.NOTHING, Act.NOTHING),
    ("End", Act.NEXT_PART, Act.DOWN, Act.DOWN),
    ("Home", Act.PART_BEFORE, Act.UP, Act.UP),
    ("1", Act.STOP, Act.FIRST, Act.NOTHING),
    ("2", Act.STOP, Act.SECOND, Act.NOTHING),
    ("3", Act.STOP, Act.THIRD, Act.NOTHING),
    ("Escape", Act.LEAVE, Act.FOLD, Act.FOLD),
    ("F11", Act.FULL_SCREEN, Act.FULL_SCREEN, Act.FULL_SCREEN),
    ("PageDown", Act.NEXT, Act.DOWN, Act.DOWN),
    ("PageUp", Act.BACK, Act.UP, Act.UP),
    ("B", Act.STOP, Act.TAKE, Act.TAKE),
    ("Period", Act.STOP, Act.TAKE, Act.TAKE),
    ("F5", Act.STOP, Act.TAKE, Act.TAKE),
    ("MediaNext", Act.NEXT, Act.DOWN, Act.DOWN),
    ("MediaPrevious", Act.BACK, Act.UP, Act.UP),
    ("MediaPlay", Act.STOP, Act.TAKE, Act.TAKE),
    ("MediaTogglePlayPause", Act.STOP, Act.TAKE, Act.TAKE),
    ("MediaPause", Act.STOP, Act.NOTHING, Act.NOTHING),
    ("MediaStop", Act.STOP, Act.NOTHING, Act.NOTHING),
    ("VolumeUp", Act.STOP, Act.TAKE, Act.TAKE),
    ("VolumeDown", Act.STOP, Act.TAKE, Act.TAKE),
    ("Camera", Act.STOP, Act.TAKE, Act.TAKE),
    ("A", Act.STOP, Act.NOTHING, Act.NOTHING),
    ("F7", Act.STOP, Act.NOTHING, Act.NOTHING),
    ("U+0424", Act.STOP, Act.NOTHING, Act.NOTHING),
]
names = st.sampled_from(sorted(KEYS)) | st.sampled_from(sorted(SILENT)) | st.text(min_size=1, max_size=12)


@pytest.mark.parametrize(("key", "running", "paused", "emergency"), TABLE)
def test_each_key_does_what_the_design_says(key: str, running: Act, paused: Act, emergency: Act) -> None:
    assert [act_of(key, moment, PLAIN) for moment in Moment] == [running, paused, emergency]


def test_the_table_above_leaves_no_known_key_out() -> None:
    assert set(KEYS) <= {row[0] for row in TABLE}


@given(names)
def test_a_key_that_is_no_command_is_baby_needs_me(key: str) -> None:
    if key not in KEYS and key not in SILENT:
        assert act_of(key, RUNNING, PLAIN) is Act.STOP
        assert meaning_of(key, PLAIN) is Meaning.STOP


@pytest.mark.parametrize("key", sorted(SILENT))
def test_a_modifier_and_the_way_of_the_focus_press_nothing(key: str) -> None:
    assert meaning_of(key, Input(one_button=True)) is None
    assert all(act_of(key, moment, PLAIN) is Act.NOTHING for moment in Moment)
    assert not is_one_button(key, Input(one_button=True))


@given(names, st.sampled_from(GIVABLE))
def test_a_parents_own_meaning_is_what_the_key_does(key: str, meaning: Meaning) -> None:
    if may_be_given(key):
        own = PLAIN.giving(key, meaning)
        assert meaning_of(key, own) is meaning
        assert [act_of(key, moment, own) for moment in Moment] == [ACTS[meaning][moment] for moment in Moment]
        assert own.giving(key, None) == PLAIN


def test_what_a_key_means_anyway_is_not_kept_as_the_parents_own() -> None:
    assert PLAIN.giving("Space", Meaning.TOGGLE) == PLAIN
    assert PLAIN.giving("F9", Meaning.STOP) == PLAIN
    assert PLAIN.giving("F9", Meaning.NEXT).giving("F9", Meaning.STOP) == PLAIN


def test_giving_keeps_the_other_keys_and_the_mode() -> None:
    own = Input(one_button=True).giving("F9", Meaning.MORE).giving("F8", Meaning.BACK)
    assert own == Input(True, {"F9": Meaning.MORE, "F8": Meaning.BACK})


@pytest.mark.parametrize("key", ["", *sorted(FIXED)])
def test_a_fixed_key_takes_no_other_meaning(key: str) -> None:
    assert not may_be_given(key)
    with pytest.raises(ValueError, match="cannot mean"):
        Input(keys={key: Meaning.NEXT})


@pytest.mark.parametrize("meaning", sorted(set(Meaning) - set(GIVABLE)))
def test_a_meaning_that_is_tied_to_its_key_is_not_given_away(meaning: Meaning) -> None:
    with pytest.raises(ValueError, match="cannot mean"):
        Input(keys={"F9": meaning})


def test_no_meaning_that_can_be_given_leaves_a_running_session_without_an_answer() -> None:
    assert all(ACTS[meaning][RUNNING] is not Act.NOTHING for meaning in GIVABLE)


def test_one_button_is_any_key_but_those_with_a_word_of_their_own() -> None:
    own = Input(one_button=True, keys={"MediaNext": Meaning.NEXT})
    assert is_one_button("Space", own)
    assert is_one_button("F7", own)
    assert not is_one_button("MediaNext", own)
    assert not is_one_button("Escape", own)
    assert not is_one_button("F11", own)
    assert not is_one_button("Space", PLAIN)


@pytest.mark.parametrize(
    ("knocks", "gestures"),
    [
        ("press release passed", [Gesture.SHORT]),
        ("press held release", [Gesture.LONG]),
        ("press release press release", [Gesture.DOUBLE]),
        ("press release press held release", [Gesture.LONG]),
        ("press held release press release passed", [Gesture.LONG, Gesture.SHORT]),
        ("press held press release passed", [Gesture.LONG, Gesture.SHORT]),
        ("press press release passed", [Gesture.SHORT]),
        ("release passed held", []),
        ("press release passed passed", [Gesture.SHORT]),
        ("press release press release passed", [Gesture.DOUBLE]),
    ],
)
def test_a_gesture_is_told_once_and_a_long_one_before_the_button_is_let_go(
    knocks: str, gestures: list[Gesture]
) -> None:
    hand, told = Hand.AWAY, []
    for word in knocks.split():
        step = knocked(hand, Knock(word))
        hand = step.hand
        told += [step.gesture] if step.gesture else []
    assert told == gestures
    assert hand is Hand.AWAY


@given(st.lists(st.sampled_from(Knock)))
def test_whatever_the_button_does_a_press_that_is_held_stops(knocks: list[Knock]) -> None:
    hand = Hand.AWAY
    for knock in knocks:
        hand = knocked(hand, knock).hand
    hand = knocked(hand, Knock.RELEASE).hand
    hand = knocked(hand, Knock.PRESS).hand
    assert knocked(hand, Knock.HELD).gesture is Gesture.LONG


def test_a_knock_outside_the_table_changes_nothing() -> None:
    for hand, knock in product(Hand, Knock):
        if (hand, knock) not in STEPS:
            assert knocked(hand, knock).hand is hand
            assert knocked(hand, knock).gesture is None


def test_short_goes_on_long_stops_double_repeats() -> None:
    def acts(gesture: Gesture) -> list[Act]:
        return [ACTS[GESTURES[gesture]][moment] for moment in Moment]

    assert acts(Gesture.SHORT) == [Act.NEXT, Act.TAKE, Act.TAKE]
    assert acts(Gesture.LONG) == [Act.STOP, Act.NOTHING, Act.NOTHING]
    assert acts(Gesture.DOUBLE) == [Act.BACK, Act.AROUND, Act.AROUND]
