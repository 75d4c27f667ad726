"""What the program is built of, with versions and licences; a press shows a licence's own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from babymassage_gui.gui.pages.crash import Report
from babymassage_gui.gui.pages.leaf import LeafPage
from babymassage_gui.gui.pages.settings_cards import Room, SettingRow, TitledCard
from babymassage_gui.gui.shipped import PARTS, own_licence, text_of, version_of
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.labels import TextLabel


class LicencesRoom(Room):
    """`text_wanted` carries the title of a part and the words of its licence."""

    text_wanted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.buttons: dict[str, ChoicePill] = {}
        own = TitledCard(theme, self.tr("Baby massage"))
        version = QCoreApplication.applicationVersion()
        own.column.addWidget(self._row(theme, self.tr("This program"), version, "MIT", own_licence()))
        drawn = self.tr("The baby, the hands, the icon and the chimes were made for it.")
        own.column.addWidget(TextLabel(theme, drawn, Type.BODY, shade="ink2"))
        others = TitledCard(theme, self.tr("What it is built of"))
        for part in PARTS:
            version = version_of(part)
            if version:
                others.column.addWidget(self._row(theme, part.title, version, part.licence, text_of(part)))
        seen = TitledCard(theme, self.tr("What you see"))
        seen.column.addWidget(self._row(theme, "Nunito", "", "OFL-1.1", ""))
        seen.column.addWidget(self._row(theme, "Phosphor Icons", "2.1.1", "MIT", ""))
        self.put(own, others, seen)

    def _row(self, theme: Theme, title: str, version: str, licence: str, text: str) -> QWidget:
        button = ChoicePill(theme, self.tr("Read"), px=18, name=f"{self.tr('Read')} {title}")
        button.setCheckable(False)
        button.setVisible(bool(text))
        button.clicked.connect(lambda _checked=False: self.text_wanted.emit(title, text))
        self.buttons[title] = button
        return SettingRow(theme, f"{title} {version}".strip(), licence, button)


class LicencesPage(LeafPage):
    """`text_wanted`: see `LicencesRoom`."""

    text_wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        room = LicencesRoom(theme)
        super().__init__(theme, self.tr("Licences"), room, parent)
        self.buttons = room.buttons
        room.text_wanted.connect(self.text_wanted)


class LicenceTextPage(LeafPage):
    """The words of one licence."""

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget | None = None) -> None:
        room = Room(theme)
        card = TitledCard(theme)
        words = Report(theme)
        words.setAccessibleName(title)
        words.setPlainText(text)
        card.column.addWidget(words)
        room.put(card)
        super().__init__(theme, title, room, parent)
        self.words = words
