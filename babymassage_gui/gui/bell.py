"""Rings when a wait at the check-in is over: with a chime, where chimes are wanted and can be heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from babymassage_gui.core.ports import Senses
from babymassage_gui.core.prompts import Chime
from babymassage_gui.gui.check_in_desk import CheckInDesk
from babymassage_gui.services.household import Household

# After a ring, longer than its chime.
RUNG_MS = 3000


class Bell(QObject):
    """Hears a check-in. In a sleeping house it is silent; where a wanted chime cannot be played the system beeps."""

    def __init__(self, desk: CheckInDesk, house: Household, senses: Senses | None) -> None:
        super().__init__(desk)
        self._house, self._chimes = house, None if senses is None else senses.chimes
        self._let_go = QTimer(self, singleShot=True, interval=RUNG_MS)
        self._let_go.timeout.connect(self._on_let_go)
        desk.armed.connect(self._on_armed)
        desk.rang.connect(self._on_rang)

    def _on_armed(self, armed: bool) -> None:
        """Get the chime ready, so that it rings without a wait, or let it go again."""
        sound = self._house.settings.sound
        if not armed:
            self._on_let_go()
        elif sound.chimes and self._chimes is not None:
            self._let_go.stop()
            self._chimes.begin(sound)

    def _on_rang(self) -> None:
        if not self._house.settings.sound.chimes:
            return
        if self._chimes is None or self._chimes.mute is not None:
            QApplication.beep()
            return
        self._chimes.play(Chime.READY)
        self._let_go.start()

    def _on_let_go(self) -> None:
        """A session that began meanwhile keeps its chimes."""
        if self._chimes is not None and not self._house.runner.running:
            self._chimes.close()
