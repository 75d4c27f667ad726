"""Turns what the services do into signals. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from babymassage_gui.core.session import Happening
from babymassage_gui.services.household import Household

# Thirty frames a second; the session's time does not depend on it.
FRAME_MS = 33


class Bridge(QObject):
    """Beats the session's heart and passes on what happens.

    `happened` carries a `Happening`; `beat` asks the session page to paint the present instant.
    """

    happened = Signal(object)
    beat = Signal()

    def __init__(self, household: Household, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.household = household
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_timeout)
        household.runner.subscribe(self._on_happening)

    def follow(self) -> None:
        """Begin to beat, once a session was started."""
        self._timer.start()
        self.beat.emit()

    def stop(self) -> None:
        """Beat no more; the window goes."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        runner = self.household.runner
        runner.tick()
        if runner.running:
            self.beat.emit()
        elif runner.fault is None:
            # An end that the log did not take is tried again for as long as the window stands.
            self._timer.stop()

    def _on_happening(self, happening: Happening) -> None:
        self.happened.emit(happening)
