"""What would be done, asked before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.buttons import PrimaryButton, QuietButton
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.themed import Themed


class Asked(Themed, QWidget):
    """What would be done, in lines, with the yes and the way out. Hidden until something is asked."""

    def __init__(self, theme: Theme, yes: str, no: str) -> None:
        super().__init__()
        self.lines: list[TextLabel] = []
        self.yes, self.no = PrimaryButton(theme, yes, "check", style="bold"), QuietButton(theme, no)
        self._column, self._lines, self._buttons = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._lines)
        self._column.addLayout(self._buttons)
        self._buttons.addWidget(self.yes, 2)
        self._buttons.addWidget(self.no, 1)
        self.no.clicked.connect(lambda _checked=False: self.hide())
        self.hide()
        self._start_theme(theme)

    def ask(self, lines: Sequence[str], *, can: bool = True) -> None:
        """Show what would be done; without `can` there is nothing to do."""
        for label in self.lines:
            self._lines.removeWidget(label)
            label.deleteLater()
        self.lines = [
            TextLabel(self.theme, line, Type.BODY_BOLD if place == 0 else Type.BODY, self)
            for place, line in enumerate(lines)
        ]
        for label in self.lines:
            self._lines.addWidget(label)
        self.yes.setVisible(can)
        self.show()
        (self.yes if can else self.no).setFocus()
        announce(self, " ".join(lines))

    @override
    def _on_theme_changed(self) -> None:
        self._column.setSpacing(round(self.theme.px(16)))
        self._lines.setSpacing(round(self.theme.px(4)))
        self._buttons.setSpacing(round(self.theme.px(14)))
        super()._on_theme_changed()
