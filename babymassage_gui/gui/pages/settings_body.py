"""A map of the baby in a card of Settings, folded away until it is wanted; the words above it say the same."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.body_map import BodyMap, BodySide
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.themed import Themed


class FoldedMap(Themed, QWidget):
    """`pressed` carries the key of a part. Hidden where there is no figure to press."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        """`name` says for a screen reader what is pressed on the picture."""
        super().__init__()
        self.open = LinkButton(theme, self.tr("On a picture"), "baby", name=name)
        self.open.setCheckable(True)
        self.open.toggled.connect(self._on_open)
        self.body = BodyMap(theme)
        self.body.setAccessibleName(name)
        self.body.pressed.connect(self.pressed)
        self.body.hide()
        self._column, line = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.open)
        line.addStretch(1)
        self._column.addLayout(line)
        self._column.addWidget(self.body)
        self._start_theme(theme)

    def show_body(self, sides: tuple[BodySide, ...], skin: Skin, chosen: Collection[str]) -> None:
        """Offer these parts; nothing is sent back."""
        self.setVisible(bool(sides))
        self.body.show_body(sides, skin, chosen)

    def show_chosen(self, chosen: Collection[str]) -> None:
        """Hatch these; nothing is sent back."""
        self.body.show_chosen(chosen)

    def _on_open(self, wanted: bool) -> None:
        self.body.setVisible(wanted)
        self.open.set_words(self.tr("Fold the picture") if wanted else self.tr("On a picture"),
                            self.open.accessibleName())  # fmt: skip

    @override
    def _on_theme_changed(self) -> None:
        self._column.setSpacing(round(self.theme.px(8)))
        super()._on_theme_changed()
