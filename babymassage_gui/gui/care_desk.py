"""Joins Settings to the household: what is said in its rooms is kept, and shown as it was kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from babymassage_gui.core.body import View
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.said import Said
from babymassage_gui.gui.pages.care_view import CareView, Saying
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.services.household import Household


class CareDesk(QObject):
    """Begins each visit, and answers what the page says. `fault` carries an Expected: nothing was changed then."""

    fault = Signal(object)

    def __init__(self, house: Household, page: SettingsPage, views: Mapping[str, View] | None = None) -> None:
        super().__init__(page)
        self._house, self._page, self._views = house, page, views or {}
        page.said.connect(self._on_said)
        page.unsaid.connect(self._on_unsaid)

    def begin(self) -> None:
        """Show everything as it is, for a new visit."""
        house = self._house
        self._page.show_settings(house.settings, house.baby, house.clock.local_time().date(), self._care())

    def _care(self) -> CareView | None:
        house, now = self._house, self._house.clock.local_time()
        baby = house.baby
        if baby is None:
            return None
        said, sessions = house.answers.of(baby), house.sessions()
        return CareView(house.catalogue, baby, now.date(), said, sessions, now.tzinfo, now, self._views)

    def _on_said(self, saying: Saying) -> None:
        baby = self._house.baby
        if baby is not None:
            try:
                # The room may have been open for a while: what it took for now is past, and nothing is ahead.
                at = None if saying.at is None else min(saying.at, self._house.clock.local_time())
                self._house.answers.say(baby, saying.subject, saying.answer, at=at, by=saying.by, note=saying.note)
            except Expected as fault:
                self.fault.emit(fault)
        self._page.show_care(self._care())

    def _on_unsaid(self, said: Said) -> None:
        try:
            self._house.answers.take_back(said)
        except Expected as fault:
            self.fault.emit(fault)
        self._page.show_care(self._care())
