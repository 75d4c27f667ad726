"""Every key on one page: those of the whole program, and those of a massage with the parent's own among them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.inputs import KEYS, Input, Meaning, meaning_of
from babymassage_gui.gui.button_events import words_of
from babymassage_gui.gui.pages.leaf import LeafPage
from babymassage_gui.gui.pages.settings_cards import Room, TitledCard
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.themed import Themed

# More names than these for one thing are hard to read; the room "Buttons" tells of every key.
MOST_KEYS = 5


class KeyRow(Themed, QWidget):
    """What is done, and with which keys."""

    def __init__(self, theme: Theme, what: str, keys: str) -> None:
        super().__init__()
        self.what = TextLabel(theme, what, Type.BODY)
        far = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.keys = TextLabel(theme, keys, Type.BODY_BOLD, align=far)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.what, 5)
        self._row.addWidget(self.keys, 4)
        self.setAccessibleName(f"{what}: {keys}")
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        self._row.setSpacing(round(self.theme.px(20)))
        super()._on_theme_changed()


def keys_of(meaning: Meaning, own: Input) -> str:
    """The names of the keys that mean something now, the parent's own first."""
    names = [*own.keys, *(key for key in KEYS if key not in own.keys)]
    found = dict.fromkeys(words_of(name) for name in names if meaning_of(name, own) is meaning)
    return ", ".join(list(found)[:MOST_KEYS])


class ShortcutsRoom(Room):
    """Two cards of rows."""

    def __init__(self, theme: Theme, own: Input) -> None:
        super().__init__(theme)
        self.rows: list[KeyRow] = []
        everywhere = TitledCard(theme, self.tr("Everywhere"))
        for what, keys in (
            (self.tr("Today, Progress, Library, Settings"), _native("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4")),
            (self.tr("Fill the screen, or a window again"), _native("F11")),
            (self.tr("From one thing to the next"), _native("Tab")),
            (self.tr("Take a change back, in Settings"), _native("Ctrl+Z")),
            (self.tr("The way back from a page like this one"), _native("Esc")),
            (self.tr("This page"), _native("Ctrl+?", "F1")),
            (self.tr("Quit"), _native("Ctrl+Q")),
        ):
            everywhere.column.addWidget(self._row(theme, what, keys))
        massage = TitledCard(theme, self.tr("In a massage"))
        for what, meaning in (
            (self.tr("Baby needs me; again: carry on"), Meaning.TOGGLE),
            (self.tr("The next step"), Meaning.NEXT),
            (self.tr("This step again"), Meaning.BACK),
            (self.tr("30 seconds more"), Meaning.MORE),
            (self.tr("30 seconds less"), Meaning.LESS),
            (self.tr("Slower strokes"), Meaning.SLOWER),
            (self.tr("Faster strokes"), Meaning.FASTER),
            (self.tr("The next part of the body"), Meaning.NEXT_PART),
            (self.tr("The part before"), Meaning.PART_BEFORE),
        ):
            keys = keys_of(meaning, own)
            if keys:
                massage.column.addWidget(self._row(theme, what, keys))
        any_key = self.tr("Any other key, or a touch anywhere, stops for your baby. Settings, Buttons: your own.")
        massage.column.addWidget(TextLabel(theme, any_key, Type.HINT, shade="ink2"))
        self.put(everywhere, massage)

    def _row(self, theme: Theme, what: str, keys: str) -> KeyRow:
        row = KeyRow(theme, what, keys)
        self.rows.append(row)
        return row


def _native(*keys: str) -> str:
    """Keys as this system writes them."""
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


class ShortcutsPage(LeafPage):
    """Made anew for each visit: the parent's own keys may have changed."""

    def __init__(self, theme: Theme, own: Input, parent: QWidget | None = None) -> None:
        room = ShortcutsRoom(theme, own)
        super().__init__(theme, self.tr("Keys and buttons"), room, parent)
        self.rows = room.rows
