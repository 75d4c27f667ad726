"""A visit to Settings: the page with a family whose words are kept as the household would keep them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.core.history import SessionRecord
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.said import Said
from babymassage_gui.core.settings import Settings
from babymassage_gui.gui.pages.care_view import CareView, Saying
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.gui.pages.settings_options import OptionTile, WhyCard
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.themed import apply_theme
from tests.fakes.content import catalogue
from tests.fakes.records import BABY

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
# Twelve weeks old.
MILA = Baby(BABY, "Mila", date(2026, 8, 30), navel_healed=True, doctor_yes_on=date(2026, 10, 1))
FIVE_MONTHS = replace(MILA, born=date(2026, 6, 20))
VIEWS = load_figures().book.views
SIZES = [(1176, 800), (824, 600), (724, 480), (800, 1216)]


def told(subject: str, answer: str, day: int, *, by: str = "", note: str = "", hour: int = 9) -> Said:
    """Something said in November."""
    at = datetime(2026, 11, day, hour, tzinfo=UTC)
    return Said(f"{subject} {answer} {note} {day} {hour}", BABY, subject, answer, at, by, note)


class Visit:
    """The page, what it sent, and the family's words; the page is answered as by its desk."""

    def __init__(
        self,
        qtbot: QtBot,
        *said: Said,
        settings: Settings | None = None,
        baby: Baby | None = MILA,
        sessions: tuple[SessionRecord, ...] = (),
    ) -> None:
        self.qtbot, self.said, self.sessions, self.baby = qtbot, said, sessions, baby
        self.sent: list[object] = []
        self.page = SettingsPage(Theme(less_motion=True), "1.2.3")
        qtbot.addWidget(self.page)
        self.page.resize(1176, 800)
        self.page.show_settings(settings or Settings(), baby, TODAY, self.care())
        for signal in (self.page.changed, self.page.baby_changed, self.page.said, self.page.unsaid):
            signal.connect(self.sent.append)
        self.page.said.connect(self._on_said)
        self.page.baby_changed.connect(self._on_baby)
        self.page.unsaid.connect(self._on_unsaid)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def care(self) -> CareView | None:
        """The family as it is."""
        if self.baby is None:
            return None
        return CareView(catalogue(), self.baby, TODAY, self.said, self.sessions, UTC, NOW, VIEWS)

    def _on_baby(self, baby: Baby) -> None:
        self.baby = baby

    def _on_said(self, saying: Saying) -> None:
        at = saying.at or datetime(2026, 11, 22, 10, len(self.said), tzinfo=UTC)
        kept = Said(f"new {len(self.said)}", BABY, saying.subject, saying.answer, at, saying.by, saying.note)
        self.said = (*self.said, kept)
        if self.baby is not None and (saying.subject, saying.answer) == ("N-01", "yes"):
            self.baby = replace(self.baby, doctor_yes_on=TODAY)  # as the household does
        self.page.show_care(self.care())

    def _on_unsaid(self, said: Said) -> None:
        self.said = tuple(one for one in self.said if one != said)
        self.page.show_care(self.care())

    def press(self, *buttons: QAbstractButton) -> None:
        """Press buttons that can be seen and pressed."""
        for button in buttons:
            assert button.isVisible(), f"{button.accessibleName()} cannot be seen"
            assert button.isEnabled(), f"{button.accessibleName()} cannot be pressed"
            self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def take_back(self) -> None:
        """Ctrl+Z."""
        self.page.undo()

    def settings(self) -> list[Settings]:
        """The settings that were sent."""
        return [one for one in self.sent if isinstance(one, Settings)]


def cut_off(page: SettingsPage, room: QWidget, size: tuple[int, int], scale: float) -> list[str]:
    """What sticks out, is clipped, is too small to hit or has no name in a window of this size."""
    page.resize(*size)
    apply_theme(page, Theme(text_scale=scale).scaled_to(*size))
    for card in room.findChildren(WhyCard):
        card.why.setChecked(True)
    for _ in range(8):  # the layouts inside one another settle one after the other
        QApplication.processEvents()
    seen = [child for child in room.findChildren(QWidget) if child.isVisible()]
    assert seen, "the room is empty"
    return [f"{fault}: {child.accessibleName()}" for child in seen for fault in _faults(page, child)]


def _faults(page: SettingsPage, child: QWidget) -> list[str]:
    left, right = child.mapTo(page, QPoint(0, 0)).x(), child.mapTo(page, QPoint(child.width(), 0)).x()
    found = [] if 0 <= left <= right <= page.width() else ["sticks out"]
    if isinstance(child, TextLabel) and child.text() and not child.block().fits:
        found.append("clipped")
    if isinstance(child, OptionTile) and not child.sentence().fits:
        found.append("clipped")
    if isinstance(child, QAbstractButton) and min(child.width(), child.height()) < 44:
        found.append("too small")
    if isinstance(child, QAbstractButton) and not child.accessibleName():
        found.append("without a name")
    return found
