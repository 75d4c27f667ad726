"""Settings, room "Your data": taking everything along, reading a file in, sharing it, going back to a backup.

Nothing is done before it was said what would be done.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.backups import BackupFacts
from babymassage_gui.gui.data_words import DataWords
from babymassage_gui.gui.pages.settings_asked import Asked
from babymassage_gui.gui.pages.settings_cards import SettingRow, TitledCard
from babymassage_gui.gui.pages.settings_drawers import FamilyRoom
from babymassage_gui.gui.pages.settings_said import clear_rows
from babymassage_gui.gui.pages.settings_sharing import SharingCard
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import ChoicePill, LinkButton
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.services.exchange import Format, Preview

# The newest so many backups; the older ones come with a press.
_FIRST_BACKUPS = 4


class BackupRow(SettingRow):
    """A backup: when it was made, what it holds, and the way back to it."""

    def __init__(self, theme: Theme, when: str, holds: str, back: str) -> None:
        self.button = ChoicePill(theme, back, px=19, name=f"{back} {when}, {holds}")
        self.button.setCheckable(False)
        super().__init__(theme, when, holds, self.button)


class DataRoom(FamilyRoom):
    """`export_wanted` carries a `Format`, `restore_wanted` the instant of a backup; `read_wanted` asks for a file,
    `take_wanted` says yes to what was shown of it.
    """

    shown = Signal()
    export_wanted = Signal(object)
    read_wanted = Signal()
    take_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._words = DataWords()
        self._facts: tuple[BackupFacts, ...] = ()
        self._chosen: datetime | None = None
        self._all = False
        super().__init__(theme)
        along, read, back = self._make_along(theme), self._make_read(theme), self._make_back(theme)
        self.sharing = SharingCard(theme)
        self.put(along, read, self.sharing, back)

    def _make_along(self, theme: Theme) -> QWidget:
        card = TitledCard(theme, self.tr("Take it along"))
        self.exports: dict[Format, ChoicePill] = {}
        for form, title, sentence in (
            (Format.JSON, self.tr("Everything"), self.tr("One file for another computer, or for safe keeping.")),
            (Format.CSV, self.tr("A table"), self.tr("The sessions, for LibreOffice or Excel.")),
            (Format.ICS, self.tr("A calendar"), self.tr("The sessions, for a calendar program.")),
        ):
            button = ChoicePill(theme, self.tr("Save"), px=19, name=f"{self.tr('Save')} {title}")
            button.setCheckable(False)
            button.clicked.connect(lambda _checked=False, form=form: self.export_wanted.emit(form))
            self.exports[form] = button
            card.column.addWidget(SettingRow(theme, title, sentence, button))
        note = self.tr("Nothing leaves this computer by itself. Whoever has the file can read it.")
        card.column.addWidget(TextLabel(theme, note, Type.HINT, shade="ink2"))
        return card

    def _make_read(self, theme: Theme) -> QWidget:
        card = TitledCard(theme, self.tr("Read in"))
        self.read = ChoicePill(theme, self.tr("Choose a file"), px=19)
        self.read.setCheckable(False)
        self.read.clicked.connect(lambda _checked=False: self.read_wanted.emit())
        sentence = self.tr("Our own files, or feeds and tummy times of Baby Buddy. Nothing is ever doubled.")
        card.column.addWidget(SettingRow(theme, self.tr("From a file"), sentence, self.read))
        self.preview = Asked(theme, self.tr("Read it in"), self.tr("Leave it"))
        self.preview.yes.clicked.connect(lambda _checked=False: self.take_wanted.emit())
        card.column.addWidget(self.preview)
        return card

    def _make_back(self, theme: Theme) -> QWidget:
        card = TitledCard(theme, self.tr("Go back"))
        sentence = self.tr("Backups are made by themselves. What is here now is kept as one, too.")
        card.column.addWidget(TextLabel(theme, sentence, Type.HINT, shade="ink2"))
        self.asked = Asked(theme, self.tr("Yes, go back"), self.tr("Stay here"))
        self.asked.yes.clicked.connect(lambda _checked=False: self._on_yes())
        card.column.addWidget(self.asked)
        self._backups = QVBoxLayout()
        card.column.addLayout(self._backups)
        self.more = LinkButton(theme, self.tr("Older ones"), "caret-down", px=18)
        self.more.clicked.connect(lambda _checked=False: self._on_more())
        card.column.addWidget(self.more)
        self._back_card = card
        return card

    def show_backups(self, facts: Sequence[BackupFacts]) -> None:
        """What can be gone back to, the newest first."""
        self._facts = tuple(facts)
        clear_rows(self._back_card, BackupRow)
        for one in self._facts if self._all else self._facts[:_FIRST_BACKUPS]:
            row = BackupRow(self.theme, *self._words.backup(one), self.tr("Go back"))
            row.button.clicked.connect(lambda _checked=False, one=one: self._on_back(one))
            self._backups.addWidget(row)
        self.more.setVisible(not self._all and len(self._facts) > _FIRST_BACKUPS)

    def show_preview(self, name: str, preview: Preview) -> None:
        """What a file would do, before it does it."""
        self.preview.ask(self._words.preview(name, preview), can=self._words.does_something(preview))

    def _on_back(self, facts: BackupFacts) -> None:
        self._chosen = facts.taken_at
        self.asked.ask(self._words.going_back(facts))

    def _on_yes(self) -> None:
        self.asked.hide()
        if self._chosen is not None:
            self.restore_wanted.emit(self._chosen)

    def _on_more(self) -> None:
        self._all = True
        self.show_backups(self._facts)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()
