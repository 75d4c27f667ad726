"""Joins the card about two computers to sharing; asks for the folder with the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from babymassage_gui.core.errors import Expected
from babymassage_gui.core.merge import Merged
from babymassage_gui.gui.pages.settings_sharing import SharingCard
from babymassage_gui.gui.sharing_watch import SharingWatch
from babymassage_gui.gui.sharing_words import SharingWords
from babymassage_gui.services.sharing import Sharing, Trip

AskFolder = Callable[[QWidget, str], str]


def ask_folder(parent: QWidget, title: str) -> str:
    """Which folder, empty if none."""
    return QFileDialog.getExistingDirectory(parent, title)


class SharingDesk(QObject):
    """`noted` carries a sentence, `fault` an Expected."""

    noted = Signal(str)
    fault = Signal(object)

    def __init__(
        self, sharing: Sharing, watch: SharingWatch, card: SharingCard, choose: AskFolder = ask_folder
    ) -> None:
        super().__init__(card)
        self._sharing, self._watch, self._card, self._choose = sharing, watch, card, choose
        self._words = SharingWords(self)
        self._trip: Trip | None = None
        self._asked = False
        card.folder_wanted.connect(self._on_folder)
        card.share_wanted.connect(self._on_share)
        card.asked.no.clicked.connect(lambda _checked=False: self._on_left())
        card.now_wanted.connect(self._on_now)
        card.stop_wanted.connect(self._on_stop)
        watch.looked.connect(self._on_looked)
        watch.went.connect(self._on_went)
        watch.busy.connect(card.set_busy)

    def show(self) -> None:
        """How it stands; what was asked on an earlier visit is asked no longer."""
        self._trip = None
        self._card.asked.hide()
        self._card.show_state(self._sharing.state)

    def _on_folder(self) -> None:
        name = self._choose(self._card, self.tr("Choose a folder"))
        if not name:
            return
        self._card.asked.hide()
        try:
            self._watch.send(self._sharing.look(Path(name)))
        except Expected as fault:
            self._excuse(fault)

    def _on_looked(self, trip: Trip) -> None:
        if trip.fault is not None:
            self._excuse(trip.fault)
            return
        try:
            merged = self._sharing.weigh(trip)
        except Expected as fault:
            self._excuse(fault)
            return
        self._trip = trip
        self._card.ask(trip.state.folder, merged)

    def _on_share(self) -> None:
        trip, self._trip = self._trip, None
        if trip is None:
            return
        try:
            self._sharing.begin(trip)
        except Expected as fault:
            self._excuse(fault)
            return
        self._card.show_state(self._sharing.state)
        self._on_now()

    def _on_left(self) -> None:
        self._trip = None

    def _on_now(self) -> None:
        self._asked = True
        self._asked = self._watch.try_now()

    def _on_went(self, merged: Merged | None, fault: Expected | None) -> None:
        """What comes by itself is said only if there is something new; what was asked for always."""
        asked, self._asked = self._asked, False
        self._card.show_state(self._sharing.state)
        if merged is None:
            if fault is not None and asked:
                self.fault.emit(fault)
        elif asked and fault is not None:
            self.noted.emit(self._words.trouble(fault.fault.value))
        elif asked and not merged.changes:
            self.noted.emit(self._words.up_to_date())

    def _on_stop(self) -> None:
        try:
            self._sharing.stop()
        except Expected as fault:
            self.fault.emit(fault)
            return
        self._card.show_state(None)
        self.noted.emit(self._words.stopped())

    def _excuse(self, fault: Expected) -> None:
        refused = self._words.refused(fault)
        if refused:
            self.noted.emit(refused)
        else:
            self.fault.emit(fault)
