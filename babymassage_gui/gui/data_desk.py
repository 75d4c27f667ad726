"""Joins the room "Your data" to the family's belongings; asks for files with the system's own dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from babymassage_gui.core.errors import Expected
from babymassage_gui.gui.data_words import DataWords
from babymassage_gui.gui.pages.settings_data import DataRoom
from babymassage_gui.services.belongings import Belongings
from babymassage_gui.services.exchange import Format, Preview

_NAME = "babymassage"

AskSave = Callable[[QWidget, str, str], str]
AskOpen = Callable[[QWidget, str], str]


def ask_save(parent: QWidget, title: str, suggested: str) -> str:
    """Where to save, empty if nowhere; the dialog has asked about a file that is there."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return QFileDialog.getSaveFileName(parent, title, str(Path(folder) / suggested))[0]


def ask_open(parent: QWidget, title: str) -> str:
    """Which file, empty if none."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return QFileDialog.getOpenFileName(parent, title, folder, "*.json *.csv *.txt;;*")[0]


class DataDesk(QObject):
    """`noted` carries a sentence, `fault` an Expected, `changed` tells that everything is to be shown anew."""

    noted = Signal(str)
    fault = Signal(object)
    changed = Signal()

    def __init__(self, data: Belongings, room: DataRoom, save: AskSave = ask_save, choose: AskOpen = ask_open) -> None:
        super().__init__(room)
        self._data, self._room, self._save, self._choose = data, room, save, choose
        self._words = DataWords(self)
        self._preview: Preview | None = None
        room.shown.connect(self.show)
        room.export_wanted.connect(self._on_export)
        room.read_wanted.connect(self._on_read)
        room.take_wanted.connect(self._on_take)
        room.restore_wanted.connect(self._on_restore)

    def show(self) -> None:
        """The backups as they are now; what was asked on an earlier visit is asked no longer."""
        self._preview = None
        self._room.preview.hide()
        self._room.asked.hide()
        self._room.show_backups(self._data.backups())

    def _on_export(self, form: Format) -> None:
        name = self._save(self._room, self.tr("Save"), f"{_NAME}.{form.value}")
        if not name:
            return
        path = Path(name)
        # A dialog that was given a name without an ending did not ask about the file with one.
        over = bool(path.suffix)
        try:
            self._data.export(form, path if over else path.with_suffix(f".{form.value}"), over=over)
        except Expected as fault:
            self.fault.emit(fault)
            return
        self.noted.emit(self._words.written(path.name))

    def _on_read(self) -> None:
        name = self._choose(self._room, self.tr("Choose a file"))
        if not name:
            return
        self._room.preview.hide()
        try:
            self._preview = self._data.look(Path(name))
        except Expected as fault:
            self._excuse(fault)
            return
        self._room.show_preview(Path(name).name, self._preview)

    def _on_take(self) -> None:
        preview, self._preview = self._preview, None
        if preview is None:
            return
        try:
            self._data.take_in(preview)
        except Expected as fault:
            self._excuse(fault)
            return
        self._room.preview.hide()
        self.noted.emit(self._words.read_in())
        self.changed.emit()

    def _on_restore(self, taken_at: datetime) -> None:
        try:
            self._data.restore(taken_at)
        except Expected as fault:
            self.fault.emit(fault)
            return
        self.noted.emit(self._words.gone_back())
        self.changed.emit()

    def _excuse(self, fault: Expected) -> None:
        refused = self._words.refused(fault)
        if refused:
            self.noted.emit(refused)
        else:
            self.fault.emit(fault)
