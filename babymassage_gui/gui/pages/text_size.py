"""Can you read this from the table? One sentence at the size of a session, three big answers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.settings import TEXT_SCALES
from babymassage_gui.gui.theme import SMALLEST_TEXT, Phase, Radius, Theme, Type, Weight
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.ground import Card, Mat
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import BUTTON_SHADOW, SHEET_SHADOW, box, hero_ramp
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import one_line

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COMFORTABLE = TEXT_SCALES.index(1.0)


class SizeAnswer(Pressable):
    """One of the three answers: a tick, or the letter at the size that it leads to, over its words."""

    design_size = (384, 168)
    design_radius = Radius.HERO
    cast = BUTTON_SHADOW

    def __init__(self, theme: Theme, text: str, letter_part: float, parent: QWidget | None = None) -> None:
        """`letter_part` is the letter's height in parts of the answer's; 0 for the tick of the way on."""
        self._letter_part = letter_part
        super().__init__(theme, text, parent)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        height = rect.height()
        leads = not self._letter_part
        fill = hero_ramp(rect, self.theme) if leads and not self.isDown() else p.hero if leads else p.card
        box(painter, rect, self.radius(), fill if leads else self.pressed_fill(p.card),
            None if leads else self.outline_shade())  # fmt: skip
        shade = p.onhero if leads else p.ink if self.isEnabled() else p.ink3
        middle = QPointF(rect.center().x(), rect.top() + height * 0.36)
        if leads:
            draw_icon(painter, "check-fat", p.onhero, middle, height * 0.36, "fill")
        else:
            letter = one_line(self.tr("A", "a letter that grows"), height * self._letter_part, Weight.EXTRA, height)
            area = QRectF(rect.x(), middle.y() - height / 2, rect.width(), height)
            letter.draw(painter, area, p.primary_ink if self.isEnabled() else p.ink3, Qt.AlignmentFlag.AlignHCenter)
        px = max(SMALLEST_TEXT, height * 0.2)
        words = one_line(self.text(), px, Weight.EXTRA, rect.width() - height * 0.24)
        lower = QRectF(rect.x(), rect.top() + height * 0.62, rect.width(), height * 0.3)
        words.draw(painter, lower, shade, Qt.AlignmentFlag.AlignHCenter)


class TextSizePage(Mat):
    """Asked once. The sentence grows with the answer; `chosen` carries one of `TEXT_SCALES`."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._built = False
        self._step = self._began = COMFORTABLE
        super().__init__(theme, Phase.STROKE, parent)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        self.title = TextLabel(
            theme, self.tr("Can you read this from the table?"), Type.PAGE_TITLE, self, align=centre, max_lines=1
        )
        self.lead = TextLabel(
            theme, self.tr("Put the screen in its place and step back."), Type.BODY, self, align=centre, max_lines=1
        )
        self.sheet = Card(theme, self, radius=Radius.SHEET, cast=SHEET_SHADOW)
        self.sentence = TextLabel(
            theme, self.tr("Glide from the foot to the outer hip."), Type.INSTRUCTION, self.sheet, align=centre
        )
        self.well = SizeAnswer(theme, self.tr("It reads well"), 0.0, self)
        self.larger = SizeAnswer(theme, self.tr("Larger, please"), 0.30, self)
        self.even_larger = SizeAnswer(theme, self.tr("Even larger"), 0.44, self)
        self.smaller = LinkButton(theme, self.tr("A little smaller again"), parent=self)
        self.well.clicked.connect(lambda: self.chosen.emit(self.scale))
        self.larger.clicked.connect(lambda: self._go(1))
        self.even_larger.clicked.connect(lambda: self._go(2))
        self.smaller.clicked.connect(lambda: self._go(-1))
        self._built = True
        self.begin(1.0)

    @property
    def scale(self) -> float:
        """The size that the sentence has now, one of `TEXT_SCALES`."""
        return TEXT_SCALES[self._step]

    def begin(self, scale: float) -> None:
        """Ask, beginning with a size."""
        self._step = self._began = TEXT_SCALES.index(scale)
        self.well.setFocus()
        self._show()

    def _go(self, steps: int) -> None:
        self._step = max(0, min(len(TEXT_SCALES) - 1, self._step + steps))
        self._show()
        announce(self, self.sentence.text())

    def _show(self) -> None:
        """An answer that would change nothing cannot be pressed, and the focus does not stay on it."""
        last = len(TEXT_SCALES) - 1
        open_now: dict[QWidget, bool] = {
            self.larger: self._step + 1 <= last,
            self.even_larger: self._step + 2 <= last,
            self.smaller: self._step > self._began,
        }
        if not open_now.get(self.focusWidget(), True):
            self.well.setFocus()
        self.larger.setEnabled(open_now[self.larger])
        self.even_larger.setEnabled(open_now[self.even_larger])
        self.smaller.setVisible(open_now[self.smaller])
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what is under the focus; plus and minus change the size."""
        here = self.focusWidget()
        if event.key() in ENTER and isinstance(here, Pressable):
            here.click()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._go(1 if event.key() == Qt.Key.Key_Plus else -1)
        else:
            super().keyPressEvent(event)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The question above, the sentence on its sheet, the answers in a row below."""
        theme = replace(self.theme, text_scale=1.0)
        width, height = float(self.width()), float(self.height())
        question, lead = theme.text_px(Type.PAGE_TITLE.size) * 1.25, theme.text_px(Type.BODY.size) * 1.6
        link, answer, air = theme.target(48) + theme.px(18), theme.target(168), theme.px(20)
        room = height - theme.px(80) - question - lead - air - link - answer
        sheet = max(60.0, min(room, width * 0.55))
        column = QRectF(theme.px(64), theme.px(40) + (room - sheet) / 2, width - theme.px(128), 0)
        self.title.setGeometry(_slice(column, question))
        self.lead.setGeometry(_slice(column, lead))
        column.translate(0, air)
        self._arrange_sheet(_slice(column, sheet))
        size = self.smaller.sizeHint()
        between = _slice(column, link)
        self.smaller.setGeometry(
            between.center().x() - size.width() // 2, between.top() + round(theme.px(8)), size.width(), theme.target(48)
        )
        self._arrange_answers(_slice(column, answer))

    def _arrange_answers(self, area: QRect) -> None:
        gap = self.theme.px(24)
        share = (area.width() - 2 * gap) / 3
        answers = [self.well, self.larger, self.even_larger]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            answers.reverse()
        for index, answer in enumerate(answers):
            x = area.x() + index * (share + gap)
            answer.setGeometry(QRectF(x, area.y(), share, area.height()).toRect())

    def _arrange_sheet(self, area: QRect) -> None:
        self.sheet.setGeometry(area)
        side, edge = round(self.theme.px(40)), round(self.theme.px(12))
        self.sentence.set_theme(replace(self.theme, text_scale=self.scale))
        self.sentence.setGeometry(side, edge, area.width() - 2 * side, area.height() - 2 * edge)


def _slice(column: QRectF, height: float) -> QRect:
    """The next part of a column from above; the column goes on below it."""
    part = QRectF(column.x(), column.y(), column.width(), height)
    column.translate(0, height)
    return part.toRect()
