"""Goes to the shared folder when there is time for it, and never while a massage is in hand.

That is: a while after the first page was shown, after a massage was wrapped up, every ten minutes, and when it is asked
to. The way there is made in a thread of its own, so that a slow folder holds up nothing; what it brings comes in here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from babymassage_gui.core.errors import Expected
from babymassage_gui.gui.main_window import MainWindow

if TYPE_CHECKING:
    from babymassage_gui.core.merge import Merged
    from babymassage_gui.services.sharing import Errand, Sharing, Trip

FIRST_MS = 3_000
EVERY_MS = 600_000

Go = Callable[["Errand", "Callable[[Trip | Exception], None]"], object]


class SharingWatch(QObject):
    """Stands beside the window. `went(Merged or None, Expected or None)` tells how a way to the folder ended; `looked`
    brings what one looked for; `busy` that somebody is on the way.
    """

    went = Signal(object, object)
    looked = Signal(object)
    busy = Signal(bool)
    _back = Signal(object)

    def __init__(self, window: MainWindow, sharing: Callable[[], Sharing], shares: Callable[[], bool], go: Go) -> None:
        """`shares` tells cheaply whether there is anything to do at all; nothing is imported for a family that shares
        nothing. `go` runs an errand elsewhere and hands over what it came back with.
        """
        super().__init__(window)
        self._window, self._sharing, self._shares, self._go = window, sharing, shares, go
        self._under_way: Errand | None = None
        self._stopped = False
        # The end of the program has a way of its own to the folder.
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)
        self._back.connect(self._on_back, Qt.ConnectionType.QueuedConnection)
        window.rooms.wrapped_up.connect(lambda _mood, _note: QTimer.singleShot(0, self.try_now))
        self._again = QTimer(self, interval=EVERY_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._again.timeout.connect(self.try_now)
        self._again.start()
        self._first = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._first.timeout.connect(self.try_now)
        self._first.start()

    def stop(self) -> None:
        """Send nobody any more; who is under way comes back to nobody."""
        self._first.stop()
        self._again.stop()
        self._stopped = True

    def try_now(self) -> bool:
        """Go to the folder, if it is time for it."""
        # Beside the rail nobody is in the middle of questions, of a massage or of "how was it?".
        if self._under_way is not None or self._window.rail.isHidden() or not self._shares():
            return False
        if not self._sharing().due:
            return False
        try:
            self.send(self._sharing().errand())
        except Expected as fault:
            self.went.emit(None, fault)
            return False
        return True

    def send(self, errand: Errand) -> None:
        """Send somebody to a folder; one at a time."""
        self._under_way = errand
        self.busy.emit(True)
        self._go(errand, self._back.emit)

    def _on_back(self, trip: Trip | Exception) -> None:
        errand, self._under_way = self._under_way, None
        if self._stopped:
            return
        self.busy.emit(False)
        if isinstance(trip, Exception):
            raise trip
        if errand is not None and errand.only_look:
            self.looked.emit(trip)
        elif not self._window.rail.isHidden():
            # Else a massage has begun meanwhile: the next way brings it again.
            self._take_in(trip)

    def _take_in(self, trip: Trip) -> None:
        try:
            merged: Merged = self._sharing().finish(trip)
        except Expected as fault:
            self.went.emit(None, fault)
            return
        if merged.changes:
            self._window.look_again()
        self.went.emit(merged, trip.fault)
