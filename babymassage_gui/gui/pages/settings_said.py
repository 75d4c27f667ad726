"""What parents say in Settings: a field for who said it, and rows that record it with one press."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from babymassage_gui.core.checkin import NOT_SHOWN, SHOWN
from babymassage_gui.core.said import newest
from babymassage_gui.gui.pages.care_view import CareView, Saying
from babymassage_gui.gui.pages.care_words import CareWords
from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.chips import Chip, ToggleSwitch
from babymassage_gui.gui.widgets.fields import TextField


class ByField(TextField):
    """Who said or showed it. Nothing is recorded without a name; the name stays on this computer."""

    def __init__(self, theme: Theme, name: str, placeholder: str) -> None:
        super().__init__(theme, name, placeholder, "stethoscope", px=20, height=56)
        self.setMaxLength(60)
        self.textEdited.connect(lambda: self.set_wrong(False))

    def given(self) -> str:
        """The name; where none was written the field says so, is marked, and takes the keys."""
        name = self.text().strip()
        if not name:
            self.set_wrong(True)
            self.setFocus()
            announce(self, self.tr("Please write a name first."), urgent=True)
        return name

    def suggest(self, name: str) -> None:
        """The name that was written last time, unless something is written."""
        if name and not self.text():
            self.setText(name)


class Recorder(Chip):
    """A small button that records something at once."""

    def __init__(self, theme: Theme, text: str, icon: str | None = None, *, name: str | None = None) -> None:
        super().__init__(theme, text, icon, fill="primary_soft", shade="primary_ink", name=name)


class InPersonRow(SettingRow):
    """One thing that was shown in person: by whom and when; taking it back is a press too."""

    def __init__(self, theme: Theme, subject: str, title: str, waiting: str, by: ByField) -> None:
        """`waiting` stands below the title until it was shown; the name comes from `by`."""
        self.subject, self._waiting, self._by = subject, waiting, by
        self.switch = ToggleSwitch(theme, title)
        self._spoken = CareWords()
        super().__init__(theme, title, waiting, self.switch)

    def show_care(self, care: CareView) -> None:
        """Show who showed it, if it was."""
        said = newest(care.said, self.subject, SHOWN, NOT_SHOWN)
        shown = said is not None and said.answer == SHOWN
        self.switch.setChecked(shown)
        told = self._spoken.shown_by(said, care.today, care.zone) if said is not None and shown else self._waiting
        self.sentence.set_text(told)

    def saying(self, on: bool) -> Saying | None:
        """What a press of the switch says; None where a name is missing, then the switch goes back."""
        if not on:
            return Saying(self.subject, NOT_SHOWN)
        name = self._by.given()
        if not name:
            self.switch.setChecked(False)
            return None
        return Saying(self.subject, SHOWN, name)


def clear_rows(parent: QWidget, kind: type[QWidget]) -> None:
    """Put away rows that are made anew."""
    for row in parent.findChildren(kind):
        row.hide()
        row.setParent(None)
        row.deleteLater()
