"""Says when what Today shows has changed by itself: a wait is over, the evening begins, midnight comes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from babymassage_gui.core.ports import Clock
from babymassage_gui.core.today import Today, seconds_to_change, still_true

# It looks at the clock at least so often: a computer that slept, or a clock that was set, rings no timer in time.
LOOK_SECONDS = 60


class TodayWatch(QObject):
    """`changed`: what was shown is no longer so. It is said once, then another Today has to be watched."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._today: Today | None = None
        self.timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self.timer.timeout.connect(self._on_look)

    def watch(self, today: Today) -> None:
        """Watch this one from now on."""
        self._today = today
        seconds = seconds_to_change(today, self._clock.local_time())
        self.timer.start(round(1000 * min(seconds + 1, LOOK_SECONDS)))

    def _on_look(self) -> None:
        if self._today is None:
            return
        if still_true(self._today, self._clock.local_time()):
            self.watch(self._today)
        else:
            self.changed.emit()
