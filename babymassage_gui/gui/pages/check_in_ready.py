"""Column three of the check-in: what to prepare, in short or each in full, and "All ready, begin"."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_buttons import CheckRow
from babymassage_gui.gui.pages.check_in_card import Panel, StepCard, lay
from babymassage_gui.gui.pages.check_in_rows import RING
from babymassage_gui.gui.pages.check_in_view import Button, OptionGroup, ReadyLine, RowView
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.buttons import PrimaryButton
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import TextBlock, lay_out


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
        self.read = LinkButton(theme, "", "book-open", self)
        self.read.clicked.connect(lambda: self.show_each(not self.reading))
        self.begin = PrimaryButton(theme, "", "hand-heart", self)
        self.begin.clicked.connect(self.begin_pressed)
        self._built = True
        self.show_each(False)

    def show_each(self, reading: bool) -> None:
        """Each in full, or the short list."""
        self.reading = reading
        self.read.set_words(self.tr("The short list") if reading else self.tr("Read each one"))
        self.scroller.setVisible(reading)
        for row in self.rows:
            row.setVisible(not reading)
        self.again()

    def show_ready(self, lines: tuple[ReadyLine, ...], reading: tuple[ReadyLine, ...], begin: Button) -> None:
        """Show what to prepare, and whether the massage may begin."""
        while len(self.rows) < len(lines):
            row = ReadyRow(self.theme, self, px=20)
            row.clicked.connect(lambda _checked=False, row=row: self._tell(row))
            row.why.connect(lambda row=row: self._tell(row))
            row.setVisible(not self.reading)
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
        del width
        lines = (len(self.rows) + 1) // 2
        rest = self.theme.target(48) + self.theme.target(112) + self.theme.px(44)
        return self.head() + lines * (self.theme.target(50) + self.theme.px(2)) + rest

    @override
    def arrange(self, area: QRectF) -> None:
        high = max(60.0, min(self.theme.px(112), area.height() * 0.23))
        lay(self.begin, QRectF(area.x(), area.bottom() - high, area.width(), high))
        link = self.read.sizeHint()
        top = area.bottom() - high - self.theme.px(14) - link.height()
        lay(self.read, QRectF(area.x() + self.theme.px(4), top, min(link.width(), area.width()), link.height()))
        room = QRectF(area.x(), area.y(), area.width(), top - area.y() - self.theme.px(4))
        near = self.theme.px(10)
        lay(self.scroller, QRectF(near, room.y(), self.width() - 2 * near, room.height()))
        columns = 2 if area.width() > 1.3 * self.height() else 1
        lines = -(-len(self.rows) // columns)
        pitch = min(self.theme.px(54), room.height() / max(1, lines))
        width = (area.width() - (columns - 1) * self.theme.px(8)) / columns
        common = min((row.fitting_px(width) for row in self.rows), default=1.0)
        for index, row in enumerate(self.rows):
            row.write_at(common)
            x = area.x() + (index // lines) * (width + self.theme.px(8))
            lay(row, QRectF(x, room.y() + (index % lines) * pitch, width, max(30.0, min(pitch - 2, self.theme.px(52)))))
