"""Joins the form for a session to the diary: what cannot be is said at once, and what was done can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from babymassage_gui.core.by_hand import Entry, entry_of
from babymassage_gui.core.errors import Expected
from babymassage_gui.core.today import EVERYDAY
from babymassage_gui.gui.entry_words import EntryWords
from babymassage_gui.gui.pages.entry import EntryPage
from babymassage_gui.gui.theme import Theme
from babymassage_gui.services.household import Household

_FIRST_LENGTH = 5


class DiaryDesk(QObject):
    """`done` tells that the log is another; `offered` carries a sentence, a word and what a press on it does.

    `fault` carries an Expected: nothing was changed.
    """

    done = Signal()
    left = Signal()
    offered = Signal(str, str, object)
    fault = Signal(object)

    def __init__(
        self,
        house: Household,
        theme: Theme,
        parent: QObject,
        as_local: Callable[[datetime], datetime] = datetime.astimezone,
    ) -> None:
        """`as_local` sets a wall's hour into the family's time zone: this computer's."""
        super().__init__(parent)
        self._house, self._as_local = house, as_local
        self._words = EntryWords(self)
        self._session_id = ""
        self.page = EntryPage(theme)
        self.page.changed.connect(self._on_changed)
        self.page.kept.connect(self._on_kept)
        self.page.removed.connect(self._on_removed)
        self.page.left.connect(self.left)

    def add(self) -> QWidget:
        """The form for a session that nobody saw played: an hour ago, until something else is said."""
        now = self._house.clock.local_time()
        hour = now.replace(minute=now.minute // 5 * 5, second=0, microsecond=0) - timedelta(hours=1)
        return self._show("", Entry(hour, _FIRST_LENGTH, EVERYDAY))

    def correct(self, session_id: str) -> QWidget:
        """The form for a session of the log."""
        return self._show(session_id, entry_of(self._house.diary.session(session_id)))

    def _show(self, session_id: str, entry: Entry) -> QWidget:
        baby = self._house.baby
        if baby is None:
            raise LookupError("no baby was told of yet")
        self._session_id, self._shown = session_id, entry
        taught = self._house.catalogue.routines.values()
        routines = [(routine.id, routine.title) for routine in taught if routine.with_baby]
        if all(ident != entry.routine_id for ident, _ in routines):
            routines.append((entry.routine_id, entry.routine_id))
        today = self._house.clock.local_time().date()
        self.page.show_entry(entry, routines, baby.born, today, new=not session_id)
        self._on_changed()
        return self.page

    def _entry(self) -> Entry:
        written = self.page.written()
        # What was not touched keeps its zone, and the hour that was there twice.
        same = written.wall == self._shown.start.replace(tzinfo=None)
        start = self._shown.start if same else self._as_local(written.wall)
        return Entry(start, written.minutes, written.routine_id, written.mood, written.note)

    def _on_changed(self) -> None:
        baby = self._house.baby
        slipped = None if baby is None else self._house.diary.slip(baby, self._entry(), self._session_id)
        self.page.tell("" if slipped is None else self._words.slip(slipped))

    def _on_kept(self) -> None:
        baby, diary = self._house.baby, self._house.diary
        if baby is None:
            return
        try:
            if self._session_id:
                diary.correct(baby, self._session_id, self._entry())
                session_id, told = self._session_id, self._words.corrected()
            else:
                session_id, told = diary.add(baby, self._entry()), self._words.added()
        except Expected as fault:
            self.fault.emit(fault)
            return
        self._offer(told, session_id)

    def _on_removed(self) -> None:
        try:
            self._house.diary.remove(self._session_id)
        except Expected as fault:
            self.fault.emit(fault)
            return
        self._offer(self._words.deleted(), self._session_id)

    def _offer(self, told: str, session_id: str) -> None:
        self.done.emit()
        self.offered.emit(told, self._words.undo(), lambda: self._undo(session_id))

    def _undo(self, session_id: str) -> None:
        try:
            self._house.diary.undo(session_id)
        except Expected as fault:
            self.fault.emit(fault)
            return
        self.done.emit()
