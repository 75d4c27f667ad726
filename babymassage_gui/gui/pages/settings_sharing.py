"""Settings, "Your data": the card about sharing one log between computers through a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from babymassage_gui.core.merge import Merged
from babymassage_gui.core.share_state import ShareState
from babymassage_gui.gui.pages.settings_asked import Asked
from babymassage_gui.gui.pages.settings_cards import SettingRow, TitledCard
from babymassage_gui.gui.sharing_words import SharingWords
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.labels import TextLabel


def _pill(theme: Theme, text: str, name: str | None = None) -> ChoicePill:
    pill = ChoicePill(theme, text, px=19, name=name)
    pill.setCheckable(False)
    return pill


class SharingCard(TitledCard):
    """`folder_wanted` asks for a folder, `share_wanted` says yes to what was shown of it, `now_wanted` asks to go there
    now, `stop_wanted` to share no more.
    """

    folder_wanted = Signal()
    share_wanted = Signal()
    now_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        self._words = SharingWords()
        super().__init__(theme, self.tr("Two computers"))
        self.explained = TextLabel(theme, self._words.off(), Type.HINT, shade="ink2")
        self.choose = _pill(theme, self.tr("Choose a folder"))
        self.choose.clicked.connect(lambda _checked=False: self.folder_wanted.emit())
        sentence = self.tr("Best an empty one of its own.")
        self.choosing = SettingRow(theme, self.tr("Through a folder"), sentence, self.choose)
        self.asked = Asked(theme, self.tr("Share here"), self.tr("Leave it"))
        self.asked.yes.clicked.connect(lambda _checked=False: self._on_yes())
        self.column.addWidget(self.explained)
        self.column.addWidget(self.choosing)
        self.column.addWidget(self.asked)
        self._make_running(theme)
        self.show_state(None)

    def _make_running(self, theme: Theme) -> None:
        self.now, self.stop = _pill(theme, self.tr("Look now")), _pill(theme, self.tr("Stop sharing"))
        self.now.clicked.connect(lambda _checked=False: self.now_wanted.emit())
        self.stop.clicked.connect(lambda _checked=False: self.stop_wanted.emit())
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.now)
        row.addWidget(self.stop)
        self.running = SettingRow(theme, "", "", buttons)
        self.column.addWidget(self.running)
        self._devices = QVBoxLayout()
        self.column.addLayout(self._devices)
        self.devices: list[TextLabel] = []

    def show_state(self, state: ShareState | None) -> None:
        """How sharing stands; None: it is off."""
        off = state is None
        self.explained.setVisible(off)
        self.choosing.setVisible(off)
        self.running.setVisible(not off)
        if state is not None:
            self.asked.hide()
            self.running.title.set_text(str(state.folder))
            self.running.sentence.set_text(" ".join(self._words.stands(state)))
        self._show_devices([] if state is None else self._words.devices(state))

    def _show_devices(self, lines: Sequence[str]) -> None:
        for label in self.devices:
            self._devices.removeWidget(label)
            label.deleteLater()
        self.devices = [TextLabel(self.theme, line, Type.HINT, self, shade="ink2") for line in lines]
        for label in self.devices:
            self._devices.addWidget(label)
            label.show()

    def set_busy(self, busy: bool) -> None:
        """While somebody is on the way to the folder nothing else can be asked of it."""
        for button in (self.choose, self.now, self.stop):
            button.setEnabled(not busy)

    def ask(self, folder: Path, merged: Merged) -> None:
        """What sharing through a folder would do, before it does it."""
        self.asked.ask(self._words.asked(folder, merged))

    def _on_yes(self) -> None:
        self.asked.hide()
        self.share_wanted.emit()
