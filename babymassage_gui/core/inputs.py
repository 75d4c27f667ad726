"""What every key and button means in a session: one table, over which the parent may lay meanings of their own.

A key has the name that Qt gives it ("PageDown", "MediaNext", "VolumeUp"); presenter clickers, foot pedals, Bluetooth
shutters and remote controls all are keyboards to the computer. A key that no table knows means "baby needs me"
(design pages, section 3, "Any input in a session").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

# A press held at least this long is a long one; a second press within the other time makes it a double one.
LONG_SECONDS = 0.6
DOUBLE_SECONDS = 0.4


class Moment(StrEnum):
    """What is on the screen: a session that runs, the three choices of the stop page, the emergency words."""

    RUNNING = "running"
    PAUSED = "paused"
    EMERGENCY = "emergency"


class Act(StrEnum):
    """What a press brings about. `LEAVE` leaves the full screen or, where there is none, is `STOP`."""

    NOTHING = "nothing"
    STOP = "stop"
    NEXT = "next"
    BACK = "back"
    MORE = "more"
    LESS = "less"
    SLOWER = "slower"
    FASTER = "faster"
    NEXT_PART = "next part"
    PART_BEFORE = "part before"
    LEAVE = "leave"
    FULL_SCREEN = "full screen"
    TAKE = "take"
    DOWN = "down"
    UP = "up"
    AROUND = "around"
    FOLD = "fold"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class Meaning(StrEnum):
    """What a key stands for, whatever is on the screen. The words are kept in the settings file."""

    STOP = "stop"
    TOGGLE = "toggle"
    GO_ON = "go-on"
    NEXT = "next"
    BACK = "back"
    MORE = "more"
    LESS = "less"
    SLOWER = "slower"
    FASTER = "faster"
    NEXT_PART = "next-part"
    PART_BEFORE = "part-before"
    ARROW_UP = "arrow-up"
    ARROW_DOWN = "arrow-down"
    ESCAPE = "escape"
    FULL_SCREEN = "full-screen"
    ONE = "one"
    TWO = "two"
    THREE = "three"
    AROUND = "around"


ACTS: Mapping[Meaning, Mapping[Moment, Act]] = MappingProxyType(
    {
        meaning: MappingProxyType(dict(zip(Moment, acts, strict=True)))
        for meaning, acts in {
            # What it does while running, on the stop page, on the emergency page.
            Meaning.STOP: (Act.STOP, Act.NOTHING, Act.NOTHING),
            Meaning.TOGGLE: (Act.STOP, Act.TAKE, Act.TAKE),
            Meaning.GO_ON: (Act.NEXT, Act.TAKE, Act.TAKE),
            Meaning.NEXT: (Act.NEXT, Act.DOWN, Act.DOWN),
            Meaning.BACK: (Act.BACK, Act.UP, Act.UP),
            Meaning.MORE: (Act.MORE, Act.NOTHING, Act.NOTHING),
            Meaning.LESS: (Act.LESS, Act.NOTHING, Act.NOTHING),
            Meaning.SLOWER: (Act.SLOWER, Act.NOTHING, Act.NOTHING),
            Meaning.FASTER: (Act.FASTER, Act.NOTHING, Act.NOTHING),
            Meaning.NEXT_PART: (Act.NEXT_PART, Act.DOWN, Act.DOWN),
            Meaning.PART_BEFORE: (Act.PART_BEFORE, Act.UP, Act.UP),
            Meaning.ARROW_UP: (Act.MORE, Act.UP, Act.UP),
            Meaning.ARROW_DOWN: (Act.STOP, Act.DOWN, Act.DOWN),
            Meaning.ESCAPE: (Act.LEAVE, Act.FOLD, Act.FOLD),
            Meaning.FULL_SCREEN: (Act.FULL_SCREEN, Act.FULL_SCREEN, Act.FULL_SCREEN),
            Meaning.ONE: (Act.STOP, Act.FIRST, Act.NOTHING),
            Meaning.TWO: (Act.STOP, Act.SECOND, Act.NOTHING),
            Meaning.THREE: (Act.STOP, Act.THIRD, Act.NOTHING),
            Meaning.AROUND: (Act.BACK, Act.AROUND, Act.AROUND),
        }.items()
    }
)
"""What each meaning does in each moment."""

KEYS: Mapping[str, Meaning] = MappingProxyType(
    {
        # Keyboard, and pedals, which send Space or Enter.
        "Space": Meaning.TOGGLE, "Return": Meaning.TOGGLE, "Enter": Meaning.TOGGLE, "Select": Meaning.TOGGLE,
        "Right": Meaning.NEXT, "Left": Meaning.BACK, "Up": Meaning.ARROW_UP, "Down": Meaning.ARROW_DOWN,
        "Plus": Meaning.MORE, "Minus": Meaning.LESS, "End": Meaning.NEXT_PART, "Home": Meaning.PART_BEFORE,
        "BracketLeft": Meaning.SLOWER, "BracketRight": Meaning.FASTER, "Less": Meaning.SLOWER,
        "Greater": Meaning.FASTER, "Escape": Meaning.ESCAPE, "F11": Meaning.FULL_SCREEN,
        "1": Meaning.ONE, "2": Meaning.TWO, "3": Meaning.THREE,
        # Presenter clickers: two pages, "black screen", "begin the show".
        "PageDown": Meaning.NEXT, "PageUp": Meaning.BACK, "B": Meaning.TOGGLE, "Period": Meaning.TOGGLE,
        "F5": Meaning.TOGGLE,
        # Media keys of keyboards, headsets and remote controls.
        "MediaNext": Meaning.NEXT, "MediaPrevious": Meaning.BACK, "MediaPlay": Meaning.TOGGLE,
        "MediaTogglePlayPause": Meaning.TOGGLE, "MediaPause": Meaning.STOP, "MediaStop": Meaning.STOP,
        # Bluetooth shutters are a volume or camera key; most desktops keep the volume keys for themselves.
        "VolumeUp": Meaning.TOGGLE, "VolumeDown": Meaning.TOGGLE, "Camera": Meaning.TOGGLE,
    }
)  # fmt: skip
"""What a key means where the parent gave it no meaning of their own; one that is not here means `STOP`."""

# Keys that press nothing: modifiers alone, and those that move the focus for people who use no mouse.
SILENT = frozenset(
    {
        "Shift", "Control", "Alt", "AltGr", "Meta", "Super_L", "Super_R", "CapsLock", "NumLock", "Tab", "Backtab",
    }
)  # fmt: skip
# What brings a parent out of the full screen stays what it is, in every mode.
FIXED = frozenset({"Escape", "F11"}) | SILENT
GIVABLE = (Meaning.TOGGLE, Meaning.STOP, Meaning.GO_ON, Meaning.NEXT, Meaning.BACK, Meaning.MORE, Meaning.LESS,
           Meaning.SLOWER, Meaning.FASTER)  # fmt: skip
"""What a parent may give to a button."""


def may_be_given(key: str) -> bool:
    """Whether a key can be given another meaning."""
    return bool(key) and key not in FIXED


@dataclass(frozen=True, slots=True)
class Input:
    """The parent's own: meanings by the name of the key, and whether any button is the one button.

    ValueError for a meaning that is not given away, or a key whose meaning is fixed.
    """

    one_button: bool = False
    keys: Mapping[str, Meaning] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for key, meaning in self.keys.items():
            if not may_be_given(key) or meaning not in GIVABLE:
                raise ValueError(f"the key {key!r} cannot mean {meaning}")

    def giving(self, key: str, meaning: Meaning | None) -> Input:
        """With a meaning for a key; None, or what it means anyway, takes the parent's own away."""
        keys = {name: old for name, old in self.keys.items() if name != key}
        if meaning is not None and meaning is not KEYS.get(key, Meaning.STOP):
            keys[key] = meaning
        return Input(self.one_button, keys)


def meaning_of(key: str, own: Input) -> Meaning | None:
    """What a key means: the parent's word first. None: it presses nothing."""
    if key in SILENT:
        return None
    return own.keys.get(key) or KEYS.get(key, Meaning.STOP)


def act_of(key: str, moment: Moment, own: Input) -> Act:
    """What a press on a key does at a moment."""
    meaning = meaning_of(key, own)
    return Act.NOTHING if meaning is None else ACTS[meaning][moment]


def is_one_button(key: str, own: Input) -> bool:
    """Whether a key is the one button: any is, but one of fixed meaning or one that the parent gave a meaning to."""
    return own.one_button and may_be_given(key) and key not in own.keys


class Gesture(StrEnum):
    """What can be done with one button."""

    SHORT = "short"
    LONG = "long"
    DOUBLE = "double"


GESTURES: Mapping[Gesture, Meaning] = MappingProxyType(
    {Gesture.SHORT: Meaning.GO_ON, Gesture.LONG: Meaning.STOP, Gesture.DOUBLE: Meaning.AROUND}
)
"""Short goes on, long stops, double repeats; on the stop page double walks around the choices, short takes one."""


class Knock(StrEnum):
    """What comes from the button and from the clock: `HELD` after `LONG_SECONDS`, `PASSED` after `DOUBLE_SECONDS`."""

    PRESS = "press"
    RELEASE = "release"
    HELD = "held"
    PASSED = "passed"


class Hand(StrEnum):
    """Where the hand is in a gesture."""

    AWAY = "away"
    DOWN = "down"
    LIFTED = "lifted"
    DOWN_AGAIN = "down again"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """Where a knock leads, and the gesture that it completes."""

    hand: Hand
    gesture: Gesture | None = None


STEPS: Mapping[tuple[Hand, Knock], Step] = MappingProxyType(
    {
        (Hand.AWAY, Knock.PRESS): Step(Hand.DOWN),
        (Hand.DOWN, Knock.HELD): Step(Hand.DONE, Gesture.LONG),
        (Hand.DOWN, Knock.RELEASE): Step(Hand.LIFTED),
        (Hand.LIFTED, Knock.PASSED): Step(Hand.AWAY, Gesture.SHORT),
        (Hand.LIFTED, Knock.PRESS): Step(Hand.DOWN_AGAIN),
        (Hand.DOWN_AGAIN, Knock.RELEASE): Step(Hand.AWAY, Gesture.DOUBLE),
        (Hand.DOWN_AGAIN, Knock.HELD): Step(Hand.DONE, Gesture.LONG),
        (Hand.DONE, Knock.RELEASE): Step(Hand.AWAY),
        # The release before was lost, as when another window took it: the button is pressed anew.
        (Hand.DONE, Knock.PRESS): Step(Hand.DOWN),
    }
)
"""The one button's table. A long press counts while the button is still down: stopping waits for no release."""


def knocked(hand: Hand, knock: Knock) -> Step:
    """Where a knock leads; one that the table does not hold changes nothing."""
    return STEPS.get((hand, knock), Step(hand))
