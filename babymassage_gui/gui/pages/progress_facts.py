"""The three facts in the head of Progress, and totals in words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.core.progress import Progress, Tally, hours_and_minutes
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Weight
from babymassage_gui.gui.widgets.paint import start
from babymassage_gui.gui.widgets.text_block import one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed


class FactWords(QObject):
    """Totals in words."""

    def massages(self, number: int) -> str:
        """How many massages."""
        return self.tr("%n massage(s)", "", number)

    def duration(self, minutes: float) -> str:
        """Hours and minutes, short."""
        hours, rest = hours_and_minutes(minutes)
        return fill(self.tr("%1 h %2", "hours, minutes"), hours, rest) if hours else fill(self.tr("%1 min"), rest)

    def head(self, progress: Progress) -> tuple[tuple[str, str], ...]:
        """Three facts, each the part to be seen first and its sentence."""
        duration = self.duration(progress.minutes)
        return (
            (str(progress.massages), self.massages(progress.massages)),
            (duration, fill(self.tr("%1 together", "a duration"), duration)),
            (str(progress.target_now), self.tr("%n minute(s) now", "", progress.target_now)),
        )

    def total(self, counted: Tally) -> str:
        """Massages and minutes of some days."""
        if not counted.massages:
            return self.tr("None yet, that is fine.")
        return fill(self.tr("%1, %2 together"), self.massages(counted.massages), self.duration(counted.minutes))


class HeadFacts(Themed, QWidget):
    """Facts side by side; the number in each is large and in colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._start_theme(theme)

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Each fact is the part to be seen first and the sentence that holds it."""
        self._facts = facts
        self.setAccessibleName(", ".join(sentence for _, sentence in facts))
        self.updateGeometry()
        self.update()

    def _pieces(self) -> list[tuple[str, float, bool]]:
        """Words with their size and whether they are the large part, in the order of the sentences."""
        large, small = self.theme.text_px(27), self.theme.text_px(18)
        pieces: list[tuple[str, float, bool]] = []
        for first, sentence in self._facts:
            before, found, after = sentence.partition(first)
            parts = ((before, small, False), (found, large, True), (after, small, False))
            pieces += [(text.strip(), px, big) for text, px, big in parts if text.strip()]
            pieces.append(("", self.theme.px(22), False))
        return pieces[:-1]

    def _width_of(self, piece: tuple[str, float, bool]) -> float:
        text, px, big = piece
        return text_width(text, px, Weight.EXTRA if big else Weight.BOLD) + self.theme.px(8) if text else px

    @override
    def sizeHint(self) -> QSize:
        width = sum(self._width_of(piece) for piece in self._pieces())
        return QSize(round(width) + 4, self.theme.target(52))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, middle = 0.0, self.height() / 2
        # Large and small words stand on one line.
        base = middle + self.theme.text_px(27) * 0.35
        for piece in self._pieces():
            text, px, big = piece
            width = self._width_of(piece)
            if text:
                block = one_line(text, px, Weight.EXTRA if big else Weight.BOLD, width + 2)
                area = QRectF(x, base - px * 0.353 - block.height / 2, width, block.height)
                if mirrored:
                    area.moveRight(self.width() - x)
                shade = self.theme.palette.primary_ink if big else self.theme.palette.ink2
                block.draw(
                    painter, area, shade, Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
                )
            x += width
        painter.end()
