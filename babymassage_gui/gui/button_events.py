"""Buttons as Qt delivers them: the name of the one that was pressed, in the table's words and in the parent's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from babymassage_gui.core.inputs import DOUBLE_SECONDS, LONG_SECONDS, Hand, Knock, knocked

# A button that Qt has no name for goes by its place on the device.
PLACE = "Button "


def name_of(event: QKeyEvent) -> str:
    """The name of a key as `core/inputs.py` has it; "Button 214" for one that is unknown, "U+0424" for a letter."""
    key = event.key()
    # For a number that it does not list, PySide makes up a member whose name is that number.
    known = str(Qt.Key(key).name)
    if key == 0 or known == "Key_unknown":
        return f"{PLACE}{event.nativeScanCode()}"
    return known.removeprefix("Key_") if known.startswith("Key_") else f"U+{key:04X}"


def words_of(name: str) -> str:
    """The name of a key as the system's language has it, "Media Next" or "Page Down"."""
    if name.startswith("U+"):
        return chr(int(name.removeprefix("U+"), 16))
    key = getattr(Qt.Key, f"Key_{name}", None)
    return name if key is None else QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or name


class OneButton(QObject):
    """Hears presses and releases of one button; `gesture` carries a `Gesture` when one is complete.

    A timer tells of the time, so that a window that was busy takes a short press for what it was.
    """

    gesture = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hand = Hand.AWAY
        precise = Qt.TimerType.PreciseTimer
        self._held = QTimer(self, singleShot=True, interval=round(1000 * LONG_SECONDS), timerType=precise)
        self._passed = QTimer(self, singleShot=True, interval=round(1000 * DOUBLE_SECONDS), timerType=precise)
        self._held.timeout.connect(lambda: self._knock(Knock.HELD))
        self._passed.timeout.connect(lambda: self._knock(Knock.PASSED))

    def press(self) -> None:
        """The button goes down."""
        self._knock(Knock.PRESS)

    def release(self) -> None:
        """The button comes up."""
        self._knock(Knock.RELEASE)

    def forget(self) -> None:
        """What was begun is no gesture any more."""
        self._hand = Hand.AWAY
        self._held.stop()
        self._passed.stop()

    def _knock(self, knock: Knock) -> None:
        before, step = self._hand, knocked(self._hand, knock)
        self._hand = step.hand
        if step.hand is not before:
            self._held.stop()
            self._passed.stop()
            if step.hand in (Hand.DOWN, Hand.DOWN_AGAIN):
                self._held.start()
            elif step.hand is Hand.LIFTED:
                self._passed.start()
        if step.gesture is not None:
            self.gesture.emit(step.gesture)
