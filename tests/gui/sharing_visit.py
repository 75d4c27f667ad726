"""A parent in Settings, "Your data", with a folder to share and another laptop that does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.bootstrap_data import SharedLog, belongings
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.history import as_utc
from babymassage_gui.gui import app, sharing_desk
from babymassage_gui.gui.pages.settings_data import DataRoom
from babymassage_gui.gui.pages.settings_sharing import SharingCard
from babymassage_gui.gui.sharing_watch import SharingWatch
from tests.fakes.clock import FakeClock
from tests.fakes.devices import Laptop
from tests.fakes.full_log import over
from tests.gui.parent import Parent


class Visit:
    """A parent at the window with Settings, and another laptop that shares through `folder`."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot = qtbot
        self.folder = root / "Nextcloud massage"
        self.folder.mkdir()
        self.parent = Parent(qtbot, root / "data", FakeClock())
        self.parent.knows_baby()
        self.shared = SharedLog(self.parent.house, self.parent.opened.log, self.parent.clock)
        self.answer = str(self.folder)
        monkeypatch.setattr(sharing_desk, "ask_folder", self._choose)
        monkeypatch.setattr(sharing_desk.SharingDesk.__init__, "__defaults__", (self._choose,))
        house = app.House(
            self.parent.house, load_figures().book, self.parent.opened.report, False, lambda: None,
            data=lambda: belongings(
                self.parent.house, self.parent.opened.log, self.parent.clock, sharing=self.shared.sharing()
            ),
            share=self.shared.share(),
        )  # fmt: skip
        self.window = self.parent.window = app.make_window(qapp, house)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.noted: list[str] = []
        self.window.rooms.noted.connect(self.noted.append)
        watch = self.window.findChild(SharingWatch)
        assert watch is not None
        self.watch = watch

    def _choose(self, _parent: QWidget, _title: str) -> str:
        return self.answer

    def card(self) -> SharingCard:
        """The card, in its room."""
        page = self.window.rooms.settings()
        self.window.show_page(page)
        page.open_room(page.data)
        return cast("DataRoom", page.data.room).sharing

    def rests(self) -> None:
        """Whoever was sent is back."""
        self.qtbot.waitUntil(lambda: self.watch._under_way is None)

    def shares(self) -> SharingCard:
        """A folder is chosen and said yes to."""
        card = self.card()
        card.choose.click()
        self.rests()
        card.asked.yes.click()
        self.rests()
        return card

    def other_writes(self, root: Path, *names: str) -> Laptop:
        """Another laptop writes massages of the same baby into the folder."""
        now = as_utc(self.parent.clock.local_time())
        other = Laptop(root / "other", "ben", now)
        baby = self.parent.house.baby
        assert baby is not None
        other.log.save(replace(baby, id=other.new_id()))
        for number, name in enumerate(names):
            start = now - timedelta(days=2 + number)
            other.log.begin(replace(over(name, start), baby_id=other.ada))
        other.folder.rmdir()
        other.folder.symlink_to(self.folder)
        other.begins()
        other.sharing.share()
        other.close()
        return other

    def ends(self) -> None:
        """The window goes, and then the log."""
        self.watch.stop()
        self.window.close()
        self.parent.opened.log.close()
