"""Turns the household to another of its babies; each has a log, answers and a length of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.profile import Baby, Colour
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.widgets.turn_button import TurnButton
from babymassage_gui.services.household import Household

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.settings import SettingsPage


class BabiesDesk(QObject):
    """Stands beside the window."""

    def __init__(self, window: MainWindow, house: Household) -> None:
        super().__init__(window)
        self._rooms, self._house, self._rail = window.rooms, house, window.rail
        self._turn: TurnButton | None = None
        self._rooms.settings_made.connect(self._on_settings)
        self._rooms.wrapped_up.connect(lambda _mood, _note: self._offer_the_other())
        window.stack.currentChanged.connect(lambda _page: self._show_turn())
        self._show_turn()

    def _on_settings(self, page: SettingsPage) -> None:
        room = page.baby_room
        # What was just typed about the one is kept before the other comes.
        room.babies.chosen.connect(room.keep)
        room.babies.chosen.connect(self._on_chosen)
        room.babies.added.connect(room.keep)
        room.babies.added.connect(self._on_added)
        room.shown.connect(lambda: room.babies.show_babies(self._house.babies, self._house.baby))
        room.babies.show_babies(self._house.babies, self._house.baby)

    def _show_turn(self) -> None:
        """For twins, whose day it is stands beside Today, and a press turns to the next."""
        babies, now = self._house.babies, self._house.baby
        if self._turn is None and (len(babies) < 2 or now is None):
            return
        if self._turn is None:
            self._turn = TurnButton(self._rail.theme)
            self._turn.clicked.connect(self._on_next)
            self._rail.set_turn(self._turn)
        self._turn.setVisible(len(babies) > 1 and now is not None)
        if now is not None:
            self._turn.show_turn(babies, now)
        self._rail.set_turn(self._turn)

    def _on_next(self) -> None:
        for baby in self._others()[:1]:
            self._turn_to(baby.id)
        self._rooms.today_wanted.emit()

    def _offer_the_other(self) -> None:
        """One after the other: after the massage of one, that of a twin who has had none yet."""
        try:
            twin = next((baby for baby in self._others() if self._house.today(other=baby).refusal is None), None)
        except Expected as fault:
            self._rooms.fault.emit(fault)
            return
        if twin is not None:
            name = twin.name or fill(self.tr("Baby %1"), self._house.babies.index(twin) + 1)
            question = fill(self.tr("And now %1?"), name)
            self._rooms.asked.emit(question, self.tr("Yes, begin"), lambda: self._begin_with(twin.id))

    def _others(self) -> tuple[Baby, ...]:
        """The family's other babies, those that come after this one first."""
        babies, now = self._house.babies, self._house.baby
        place = next((place for place, baby in enumerate(babies) if baby == now), 0)
        return (*babies[place + 1 :], *babies[:place])

    def _begin_with(self, baby_id: str) -> None:
        self._turn_to(baby_id)
        self._rooms.today_wanted.emit()
        self._rooms.start(None)

    def _on_chosen(self, baby_id: str) -> None:
        self._turn_to(baby_id)
        self._rooms.settings()

    def _on_added(self) -> None:
        """A twin: born when the other was; navel and doctor are asked anew, so nothing begins before they are told."""
        babies, now = self._house.babies, self._house.baby
        if now is None:
            return
        taken = {baby.colour for baby in babies}
        colour = next((colour for colour in Colour if colour not in taken), Colour.SUN)
        try:
            twin = self._house.save_baby(Baby("", "", now.born, now.due, colour=colour))
        except Expected as fault:
            self._rooms.fault.emit(fault)
            return
        self._on_chosen(twin.id)

    def _turn_to(self, baby_id: str) -> None:
        try:
            self._house.switch(baby_id)
        except Expected as fault:
            self._rooms.fault.emit(fault)
        # Everything that is shown is about the other baby now.
        self._rooms.changed.emit(self._house.settings)
        self._show_turn()
