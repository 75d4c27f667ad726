"""Whose turn it is: a big button for each of a family's babies, with its colour beside the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout
from typing_extensions import override

from babymassage_gui.core.profile import Baby, Colour
from babymassage_gui.gui.pages.settings_asked import Asked
from babymassage_gui.gui.pages.settings_cards import TitledCard
from babymassage_gui.gui.theme import Theme
from babymassage_gui.gui.widgets.chips import ChoicePill, LinkButton
from babymassage_gui.gui.widgets.turn_button import SHADES


class BabyPill(ChoicePill):
    """A baby's name with a dot of its colour."""

    def __init__(self, theme: Theme, name: str, colour: Colour) -> None:
        self.colour = colour
        super().__init__(theme, name)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        super().paint_button(painter, rect)
        radius = min(rect.height() * 0.14, 9.0 * self.theme.k + 2)
        near = rect.left() + radius * 2.6
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            near = rect.right() - radius * 2.6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self.theme.palette, SHADES[self.colour])))
        painter.drawEllipse(QRectF(near - radius, rect.center().y() - radius, radius * 2, radius * 2))


class BabiesCard(TitledCard):
    """`chosen` carries the id of a baby, `added` asks for one more; before the first is known there is nothing."""

    chosen = Signal(str)
    added = Signal()

    def __init__(self, theme: Theme) -> None:
        self.pills: dict[str, BabyPill] = {}
        self._group: QButtonGroup | None = None
        self._row = QHBoxLayout()
        super().__init__(theme, self.tr("Whose turn is it?"))
        self.column.addLayout(self._row)
        self.add = LinkButton(theme, self.tr("Add a twin"), "plus", px=20)
        self.asked = Asked(theme, self.tr("Yes, add a twin"), self.tr("Leave it"))
        self.add.clicked.connect(lambda _checked=False: self._on_add())
        self.asked.yes.clicked.connect(lambda _checked=False: self._on_yes())
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.asked)
        self.hide()

    def show_babies(self, babies: Sequence[Baby], now: Baby | None) -> None:
        """Show the family's babies and whose turn it is."""
        for pill in self.pills.values():
            self._row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self.pills = {baby.id: self._pill(number, baby) for number, baby in enumerate(babies, 1)}
        self._group = QButtonGroup(self)
        for ident, pill in self.pills.items():
            self._group.addButton(pill)
            pill.setChecked(now is not None and ident == now.id)
            pill.clicked.connect(lambda _checked=False, ident=ident: self.chosen.emit(ident))
            self._row.addWidget(pill)
        several = len(babies) > 1
        self.title.setVisible(several)
        for pill in self.pills.values():
            pill.setVisible(several)
        self.setVisible(now is not None)

    def _on_add(self) -> None:
        self.asked.ask(
            [
                self.tr("Add a second baby?"),
                self.tr("Each has a log, answers and a length of its own. The day of birth is taken over."),
            ]
        )

    def _on_yes(self) -> None:
        self.asked.hide()
        self.added.emit()

    def _pill(self, number: int, baby: Baby) -> BabyPill:
        return BabyPill(self.theme, baby.name or f"{self.tr('Baby')} {number}", baby.colour)

    @override
    def _on_theme_changed(self) -> None:
        self._row.setSpacing(round(self.theme.px(14)))
        super()._on_theme_changed()
