"""What the rooms of Settings are built of: a room, a card with its title, and a row of words with one control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.themed import Themed


class Room(Ground):
    """Cards one under the other, with room for their shadows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._column = QVBoxLayout()
        self._spaced: list[tuple[QBoxLayout, float]] = []
        super().__init__(theme, parent)
        self.setLayout(self._column)

    def spaced(self, layout: QBoxLayout, design: float) -> None:
        """Let a layout keep this distance between its parts, in pixels at 1280x800."""
        self._spaced.append((layout, design))
        layout.setSpacing(round(self.theme.px(design)))

    def put(self, *cards: QWidget) -> None:
        """Lay cards into the room; what is left below stays free."""
        for card in cards:
            self._column.addWidget(card)
        self._column.addStretch(1)

    @override
    def _on_theme_changed(self) -> None:
        edge = round(self.theme.px(18))
        self._column.setContentsMargins(edge, round(self.theme.px(16)), edge, round(self.theme.px(24)))
        self._column.setSpacing(round(self.theme.px(18)))
        for layout, design in self._spaced:
            layout.setSpacing(round(self.theme.px(design)))
        super()._on_theme_changed()


class TitledCard(Card):
    """A card with a title and parts below it."""

    def __init__(self, theme: Theme, title: str = "") -> None:
        self.column = QVBoxLayout()
        self.title = TextLabel(theme, title, Type.SECTION, max_lines=1)
        super().__init__(theme)
        self.setLayout(self.column)
        self.column.addWidget(self.title)
        self.title.setVisible(bool(title))

    @override
    def _on_theme_changed(self) -> None:
        side, edge = round(self.theme.px(28)), round(self.theme.px(20))
        self.column.setContentsMargins(side, edge, side, edge)
        self.column.setSpacing(round(self.theme.px(12)))
        super()._on_theme_changed()


class SettingRow(Themed, QWidget):
    """What a setting does, in one sentence, and its control at the far end."""

    def __init__(self, theme: Theme, title: str, sentence: str, control: QWidget, share: int = 0) -> None:
        """`share` of the width goes to the control, in parts of 10; 0 lets it keep its own width."""
        super().__init__()
        self.title = TextLabel(theme, title, Type.BODY_BOLD)
        self.sentence = TextLabel(theme, sentence, Type.HINT, shade="ink2")
        self.control = control
        self._words, self._row = QVBoxLayout(), QHBoxLayout(self)
        self._words.addStretch(1)
        self._words.addWidget(self.title)
        self._words.addWidget(self.sentence)
        self._words.addStretch(1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._words, 10 - share)
        self._row.addWidget(control, share, Qt.AlignmentFlag.AlignVCenter)
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        self._words.setSpacing(0)
        self._row.setSpacing(round(self.theme.px(20)))
        super()._on_theme_changed()
