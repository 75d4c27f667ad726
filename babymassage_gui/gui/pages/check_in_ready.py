"""Column three of the check-in: what to prepare, in short or each in full, and "All ready, begin"."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_buttons import CheckRow
from babymassage_gui.gui.pages.check_in_card import Panel, StepCard, lay
from babymassage_gui.gui.pages.check_in_rows import RING
from babymassage_gui.gui.pages.check_in_view import Button, OptionGroup, ReadyLine, RowView
from babymassage_gui.gui.theme import SMALLEST_TARGET, Theme, Type, Weight
from babymassage_gui.gui.widgets.buttons import PrimaryButton
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import TextBlock, lay_out, text_width

# The bar of a list that scrolls.
BAR = 16.0


class ReadRow(Pressable):
    """One thing to prepare in full, to be ticked off by those who like to; nothing depends on the tick."""

    design_radius = 16.0

    def __init__(self, theme: Theme, line: ReadyLine, parent: QWidget) -> None:
        self.line = line
        super().__init__(theme, line.question, parent)
        self.setCheckable(True)

    def show_line(self, line: ReadyLine) -> None:
        """Say what it says."""
        self.line = line
        self.set_words(line.question, f"{line.question}. {line.remark}" if line.remark else line.question)

    def _insets(self) -> tuple[float, float]:
        px = self.theme.text_px(Type.BODY.sizes[1])
        return px * 1.4 + self.theme.px(16), px

    def _block(self, width: float) -> TextBlock:
        near, px = self._insets()
        text = f"{self.line.question}\n{self.line.remark}" if self.line.remark else self.line.question
        return lay_out(text, px, Weight.MEDIUM, 1.25, max(40.0, width - near - self.theme.px(10)))

    def height_for(self, width: float) -> float:
        """The height that its words need at a width."""
        return max(float(self.theme.target(50)), self._block(width).height + self.theme.px(14))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, ticked = self.theme.palette, self.isChecked()
        if ticked:
            box(painter, rect, self.radius(), self.pressed_fill(p.primary_soft))
        elif self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.card), p.line)
        near, px = self._insets()
        words = rect.adjusted(near, 0, -self.theme.px(10), 0)
        x = rect.left() + near / 2
        if self.mirrored:
            words = rect.adjusted(self.theme.px(10), 0, -near, 0)
            x = rect.right() - near / 2
        middle = rect.center()
        middle.setX(x)
        draw_icon(painter, "check" if ticked else self.line.icon, p.primary_ink, middle, px * 1.4)
        align = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        self._block(rect.width()).draw(painter, words, p.primary_ink if ticked else p.ink, align)


class ReadBox(Ground):
    """All that is to be prepared, in full; the room has its three answers."""

    option_pressed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        self.rows: list[ReadRow] = []
        self.panels: dict[str, Panel] = {}
        super().__init__(theme, None, "card")

    def show_lines(self, lines: tuple[ReadyLine, ...]) -> None:
        """Show these; ticks stay while the lines do."""
        if [row.line.check_id for row in self.rows] != [line.check_id for line in lines]:
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [ReadRow(self.theme, line, self) for line in lines]
            for row in self.rows:
                row.show()
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line)
            if line.options:
                self._panel(line.check_id).show_groups((OptionGroup(line.options),))
        self.arrange()

    def _panel(self, check_id: str) -> Panel:
        if check_id not in self.panels:
            panel = Panel(self.theme, self, fill="card")
            panel.pressed.connect(lambda key: self.option_pressed.emit(check_id, key))
            panel.show()
            self.panels[check_id] = panel
        return self.panels[check_id]

    def arrange(self) -> None:
        """One below the other."""
        y, width = float(RING), self.width() - 2.0 * RING
        if width < 40:
            return
        for row in self.rows:
            high = row.height_for(width)
            lay(row, QRectF(RING, y, width, high))
            y += high + self.theme.px(4)
            panel = self.panels.get(row.line.check_id)
            if panel is not None:
                needs = panel.flow(width, place=False)
                lay(panel, QRectF(RING, y, width, needs))
                panel.flow(width, place=True)
                y += needs + self.theme.px(8)
        self.setMinimumHeight(round(y + RING))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.arrange()


class ReadyRow(CheckRow):
    """Something to prepare, in short; a press tells the whole of it."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.target(300), self.theme.target(54))


class ReadyCard(StepCard):
    """All ready? `begin_pressed` is the third tap."""

    begin_pressed = Signal()
    why = Signal(str)
    option_pressed = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 3, "", parent)
        self.title.set_text(self.tr("All ready?"))
        self.rows: list[ReadyRow] = []
        self.reading = False
        self.box = ReadBox(theme)
        self.box.option_pressed.connect(self.option_pressed)
        self.scroller = ScrollPage(theme, self.box, self)
        self.scroller.hide()
        self.short = Ground(theme, None, "card")
        self.short_view = ScrollPage(theme, self.short, self)
        self.read = LinkButton(theme, "", "book-open", self)
        self.read.clicked.connect(lambda: self.show_each(not self.reading))
        self.begin = PrimaryButton(theme, "", "hand-heart", self)
        self.begin.clicked.connect(self.begin_pressed)
        self._built = True
        self.show_each(False)

    def show_each(self, reading: bool) -> None:
        """Each in full, or the short list."""
        self.reading = reading
        self.read.set_words(self._read_words[0])
        self.scroller.setVisible(reading)
        self.short_view.setVisible(not reading)
        self.again()

    def show_ready(self, lines: tuple[ReadyLine, ...], reading: tuple[ReadyLine, ...], begin: Button) -> None:
        """Show what to prepare, and whether the massage may begin."""
        while len(self.rows) < len(lines):
            row = ReadyRow(self.theme, self.short, px=20)
            row.clicked.connect(lambda _checked=False, row=row: self._tell(row))
            row.why.connect(lambda row=row: self._tell(row))
            row.show()
            self.rows.append(row)
        while len(self.rows) > len(lines):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        for row, line in zip(self.rows, lines, strict=True):
            row.show_row(RowView(line.check_id, line.label, line.icon, told=line.remark))
        self.box.show_lines(reading)
        self.begin.set_words(begin.text, begin.name or begin.text)
        self.begin.setEnabled(begin.enabled)
        self.begin.set_icon("hand-heart" if begin.enabled else None)
        self.again()

    def _tell(self, row: ReadyRow) -> None:
        if row.row is not None:
            self.why.emit(row.row.check_id)

    def needs(self, width: float) -> float:
        """The height that everything takes at a width, in two columns."""
        inner = width - 2 * self.theme.px(18)
        lines = [max(line, self.theme.px(44)) for line in self._lines(inner, 2)]
        return self.head() + sum(lines) + 2 * RING + self._begin_height(math.inf) + self.theme.px(18 + 14)

    def _begin_height(self, room: float) -> float:
        if self.low:
            return max(56.0, min(self.theme.px(84), room * 0.19))
        return max(60.0, min(self.theme.px(112), room * 0.23))

    def _lines(self, width: float, columns: int) -> list[float]:
        """The height of each line of the short list, its rows written alike."""
        each = self._column(width, columns)
        common = min((row.fitting_px(each) for row in self.rows), default=1.0)
        for row in self.rows:
            row.write_at(common)
        count = -(-len(self.rows) // columns)
        return [max(row.height_for(each) for row in self.rows[line::count]) for line in range(count)]

    def _column(self, width: float, columns: int) -> float:
        return (width - RING - (columns - 1) * self.theme.px(8)) / columns

    @override
    def arrange(self, area: QRectF) -> None:
        columns = 2 if area.width() > 1.3 * self.height() else 1
        high = self._begin_height(area.height())
        self.read.set_words(self._read_words[0])
        link = self.read.sizeHint()
        width = min(float(link.width()), area.width())
        if columns == 2:
            # There is room beside it for the way to the whole of it.
            lay(self.begin, QRectF(area.x() + width + 20, area.bottom() - high, area.width() - width - 20, high))
            top = area.bottom() - high
            lay(self.read, QRectF(area.x(), top + (high - link.height()) / 2, width, link.height()))
        elif self._room_for_begin(area, link.height()) < max(60.0, self.theme.px(84)):
            top = self._arrange_crowded(area)
        else:
            high = min(high, self._room_for_begin(area, link.height()))
            lay(self.begin, QRectF(area.x(), area.bottom() - high, area.width(), high))
            top = area.bottom() - high - self.theme.px(6 if self.low else 14) - link.height()
            lay(self.read, QRectF(area.x() + self.theme.px(4), top, width, link.height()))
        near = self.theme.px(10)
        room = QRectF(near, area.y(), self.width() - 2 * near, top - area.y() - self.theme.px(4))
        lay(self.scroller, room)
        lay(self.short_view, room)
        self._arrange_short(room, columns)

    def _room_for_begin(self, area: QRectF, link: float) -> float:
        """The height that is left for the button once each line has a finger's, and the way to the whole of it its own.

        A low card scrolls its lines.
        """
        if self.low:
            return math.inf
        lines = sum(max(line, float(SMALLEST_TARGET)) for line in self._lines(self.width() - 2 * self.theme.px(10), 1))
        return area.height() - lines - link - self.theme.px(14 + 4) - 2

    def _arrange_crowded(self, area: QRectF) -> float:
        """The way to the whole of it stands beside the title, in fewer words if need be, and the button is lower.

        Answers where the lines must end.
        """
        high, near = max(60.0, self.theme.px(76)), self.theme.px(10)
        title = text_width(self.title.text(), self.theme.text_px(Type.CARD_TITLE.size), Weight.EXTRA)
        free = self.width() - self.title.x() - title - near - 6
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirrored:
            free = self.title.geometry().right() - title - near - 6
        fitting = (words for words in self._read_words if self._width_of_link(words) <= free)
        words = next(fitting, None)
        lay(self.begin, QRectF(area.x(), area.bottom() - high, area.width(), high))
        if words is None:
            link = self.read.sizeHint()
            top = area.bottom() - high - self.theme.px(6) - link.height()
            lay(self.read, QRectF(area.x() + 4, top, min(float(link.width()), area.width()), link.height()))
            return top
        self.read.set_words(words, self._read_words[0])
        link = self.read.sizeHint()
        top = (self.head() + self.theme.px(6) - link.height()) / 2
        lay(self.read, QRectF(self.width() - near - link.width(), top, link.width(), link.height()))
        return area.bottom() - high - self.theme.px(8)

    def _width_of_link(self, words: str) -> float:
        self.read.set_words(words)
        return float(self.read.sizeHint().width())

    @property
    def _read_words(self) -> tuple[str, str]:
        """What leads to the other form of the list, in full and short."""
        if self.reading:
            return self.tr("The short list"), self.tr("Short list")
        return self.tr("Read each one"), self.tr("Read all")

    def _arrange_short(self, room: QRectF, columns: int) -> None:
        """The lines share the room as far as their words allow; where they need more they are scrolled."""
        width, free = room.width(), room.height() - 2
        lines = [max(line, float(SMALLEST_TARGET)) for line in self._lines(width, columns)]
        if sum(lines) > free:
            # They are scrolled, and keep off the bar.
            width -= BAR
            lines = [max(line, float(SMALLEST_TARGET)) for line in self._lines(width, columns)]
        else:
            lines = _spread(lines, min(free, sum(max(line, self.theme.px(54)) for line in lines)))
        each, y, count = self._column(width, columns), 1.0, len(lines)
        for number, high in enumerate(lines):
            for column, row in enumerate(self.rows[number::count]):
                lay(row, QRectF(RING / 2 + column * (each + self.theme.px(8)), y, each, high))
            y += high
        self.short.setMinimumHeight(round(y + 1))


def _spread(heights: list[float], room: float) -> list[float]:
    """Higher lines in a room that is larger than they need: the low ones first, until all are alike."""
    low, high = 0.0, room
    for _ in range(24):
        level = (low + high) / 2
        total = sum(max(level, height) for height in heights)
        low, high = (level, high) if total <= room else (low, level)
    return [max(low, height) for height in heights]
