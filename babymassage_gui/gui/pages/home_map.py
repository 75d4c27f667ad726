"""Today's way round: the baby with the parts of the plan numbered in the order of the hands, and their chips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.catalogue import Block
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Phase, Radius, Theme, Type
from babymassage_gui.gui.widgets.chips import Chip
from babymassage_gui.gui.widgets.ground import Mat
from babymassage_gui.gui.widgets.labels import TextLabel


class MapCard(Mat):
    """The mat with the baby on Today; `block_pressed` carries the part whose chip was pressed."""

    block_pressed = Signal(object)

    def __init__(self, theme: Theme, figure: SessionFigure, parent: QWidget | None = None) -> None:
        self._figure = figure
        self._blocks: tuple[Block, ...] = ()
        self._chips: list[Chip] = []
        super().__init__(theme, Phase.STROKE, parent, radius=Radius.HERO)
        self.title = TextLabel(theme, "", Type.SECTION, self, max_lines=1)

    def show_plan(self, blocks: tuple[Block, ...], words: Words, *, tomorrow: bool) -> None:
        """Number the parts of a plan, today's or tomorrow's; none where nothing may be played."""
        way_round = self.tr("Tomorrow's way round") if tomorrow else self.tr("Today's way round")
        self.title.set_text(way_round if blocks else "")
        if blocks != self._blocks:
            self._blocks = blocks
            for chip in self._chips:
                chip.hide()
                chip.deleteLater()
            self._chips = [self._chip(index, words) for index in range(len(self._blocks))]
        self._arrange()
        self.update()

    def _chip(self, index: int, words: Words) -> Chip:
        block = self._blocks[index]
        chip = Chip(self.theme, words.block(block), None, self, number=str(index + 1), px=19)
        chip.clicked.connect(lambda: self.block_pressed.emit(block))
        chip.show()
        return chip

    def press(self, index: int) -> None:
        """Press a chip by its place, if there is one."""
        if index < len(self._chips):
            self._chips[index].click()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        k = self.theme.k
        area = QRectF(self.rect()).adjusted(10 * k, 70 * k, -10 * k, -92 * k)
        self._figure.paint_map(painter, area, self._blocks)

    def _arrange(self) -> None:
        k = self.theme.k
        pad = 22 * k
        self.title.setGeometry(QRectF(30 * k, 18 * k, self.width() - 60 * k, max(30.0, 44 * k)).toRect())
        if not self._chips:
            return
        height, gap = max(44.0, 54 * k), 8 * k
        widths = [chip.sizeHint().width() for chip in self._chips]
        room = self.width() - 2 * pad - gap * (len(widths) - 1)
        x = pad
        for chip, width in zip(self._chips, widths, strict=True):
            share = width * room / sum(widths)
            chip.setGeometry(QRectF(x, self.height() - pad - height, share, height).toRect())
            x += share + gap

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        # The session's pages come later, if at all: another look must not leave a bright baby on a dark mat.
        self._figure.set_theme(self.theme)
        if hasattr(self, "title"):
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
