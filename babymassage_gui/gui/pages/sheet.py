"""The paper sheet of a session: ring and count, time left, title, instruction, caution; or the get-ready numeral.

Words that stay for a whole step are painted once into a picture; each frame paints only the top row anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Phase, Radius, Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import SHEET_SHADOW, Shadow, box, start
from babymassage_gui.gui.widgets.rings import RingState, draw_ring
from babymassage_gui.gui.widgets.text_block import TextBlock, fit_text, one_line, shrinking
from babymassage_gui.gui.widgets.themed import Themed

# The caution is as large as it can be while the instruction still gets this size (design pages, section 4).
INSTRUCTION_WITH_CAUTION = 44.0
LEFT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class StepWords:
    """What stays on the sheet for a whole step."""

    title: str
    instruction: str
    caution: str


@dataclass(frozen=True, slots=True)
class Pace:
    """What changes: the ring, the number in it, the count ("3 of 5", "Hold"), the time left and its word."""

    ring: RingState
    number: str
    count: str
    time_left: str
    time_word: str


class Sheet(Themed, QWidget):
    """The sheet. `show_step` and `show_ready` give it words, `set_pace` what changes from frame to frame."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = StepWords("", "", "")
        self._pace = Pace(RingState(1), "", "", "", "")
        self._phase = Phase.STROKE
        self._still: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    def shadow(self) -> tuple[Shadow, float] | None:
        """The sheet lies on the mat."""
        return SHEET_SHADOW, self._radius()

    def _radius(self) -> float:
        return self.theme.px(Radius.SHEET)

    def show_words(self, words: StepWords, phase: Phase) -> None:
        """Show a step, in the accent of a phase; READY shows the numeral."""
        if (words, phase) != (self._words, self._phase):
            self._words, self._phase, self._still = words, phase, None
            self.setAccessibleName(f"{words.title}. {words.instruction} {words.caution}".strip())
            self.update()

    def set_pace(self, pace: Pace) -> None:
        """Show where the step is now."""
        if pace != self._pace:
            self._pace = pace
            self.update(self._numeral_area().toAlignedRect() if self._is_ready else self._top_row().toAlignedRect())

    @property
    def _is_ready(self) -> bool:
        return self._phase is Phase.READY

    @override
    def _on_theme_changed(self) -> None:
        self._still = None
        super()._on_theme_changed()

    def _scale(self) -> float:
        """Lengths inside the sheet follow its own width where the window is small or tall."""
        return min(self.width() / 540, self.height() / 616 * 1.25)

    def _inner(self) -> QRectF:
        k = self._scale()
        return QRectF(self.rect()).adjusted(32 * k, 27 * k, -32 * k, -26 * k)

    def _top_row(self) -> QRectF:
        inner = self._inner()
        return QRectF(inner.x(), inner.y(), inner.width(), 96 * self._scale())

    def _numeral_area(self) -> QRectF:
        inner = self._inner()
        side = min(inner.width(), inner.height() * 0.56)
        return QRectF(inner.center().x() - side / 2, inner.y(), side, side)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._still is None or self._still.size() != wanted:
            self._still = QPixmap(wanted)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(Qt.GlobalColor.transparent)
            painter = start(self._still)
            self._paint_still(painter)
            painter.end()
        painter = start(self)
        painter.drawPixmap(0, 0, self._still)
        if self._is_ready:
            self._paint_numeral(painter)
        else:
            self._paint_pace(painter)
        painter.end()

    def _paint_still(self, painter: QPainter) -> None:
        box(painter, QRectF(self.rect()), self._radius(), self.theme.palette.card)
        if self._is_ready:
            self._paint_ready_words(painter)
            return
        inner, k = self._inner(), self._scale()
        top = self._top_row().bottom() + 22 * k
        title = self._title(inner.width())
        title.draw(painter, QRectF(inner.x(), top, inner.width(), title.height), self._ink, self._near | _TOP)
        top += title.height + 14 * k
        caution, field_height = self._caution(inner, top)
        bottom = inner.bottom() + 9 * k - field_height
        room = QRectF(inner.x(), top, inner.width(), bottom - 14 * k - top)
        self._instruction(room.width(), room.height()).draw(painter, room, self._ink, self._near)
        if caution is not None:
            field = QRectF(inner.x() - 9 * k, bottom, inner.width() + 18 * k, field_height)
            self._draw_caution(painter, field, caution)

    @property
    def _ink(self) -> str:
        return self.theme.palette.ink

    @property
    def _near(self) -> Qt.AlignmentFlag:
        """The side on which this language begins."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if mirrored else LEFT

    def _ladder(self, role: TypeRole) -> list[float]:
        return [size * self._text_scale() for size in role.sizes]

    def _text_scale(self) -> float:
        return max(self._scale(), 0.6) * self.theme.text_scale

    def _title(self, width: float) -> TextBlock:
        one = Type.SESSION_TITLE
        block = fit_text(self._words.title, self._ladder(one), one.weight, one.leading, width, max_lines=1)
        if block.fits:
            return block
        two = Type.SESSION_TITLE_TWO_LINES
        sizes = shrinking(self._ladder(two))
        return fit_text(self._words.title, sizes, two.weight, two.leading, width, max_lines=2)

    def _instruction(self, width: float, height: float) -> TextBlock:
        role = Type.INSTRUCTION
        sizes = shrinking(self._ladder(role))
        return fit_text(self._words.instruction, sizes, role.weight, role.leading, width, height)

    def _caution(self, inner: QRectF, top: float) -> tuple[TextBlock | None, float]:
        """The caution at the largest size that leaves the instruction its own, and the height of its field."""
        if not self._words.caution:
            return None, 0.0
        k, role = self._scale(), Type.CAUTION
        wanted = INSTRUCTION_WITH_CAUTION * self._text_scale()
        block, height = None, 0.0
        for size in self._ladder(role):
            width = inner.width() - size * 1.9
            block = fit_text(self._words.caution, (size,), role.weight, role.leading, width)
            height = block.height + 30 * k
            room = inner.bottom() + 9 * k - height - 14 * k - top
            if self._instruction(inner.width(), room).px >= wanted:
                break
        return block, height

    def _draw_caution(self, painter: QPainter, field: QRectF, caution: TextBlock) -> None:
        p = self.theme.palette
        box(painter, field, self.theme.px(Radius.FIELD), p.caution_bg)
        size = caution.px * 1.05
        inset = size * 1.0
        mirrored = self._near is not LEFT
        x = field.right() - inset if mirrored else field.x() + inset
        draw_icon(painter, "warning-circle", p.caution, QPointF(x, field.center().y()), size)
        far = size * 1.8
        words = field.adjusted(10, 0, -far, 0) if mirrored else field.adjusted(far, 0, -10, 0)
        caution.draw(painter, words, p.caution, self._near)

    def _paint_ready_words(self, painter: QPainter) -> None:
        inner, k = self._inner(), self._scale()
        top = self._numeral_area().bottom() + 20 * k
        title = self._title(inner.width())
        title.draw(painter, QRectF(inner.x(), top, inner.width(), title.height), self._ink, CENTRE | _TOP)
        top += title.height + 8 * k
        room = QRectF(inner.x(), top, inner.width(), inner.bottom() - top)
        sizes = shrinking([min(size, 38 * self._text_scale()) for size in self._ladder(Type.INSTRUCTION)])
        role = Type.INSTRUCTION
        words = fit_text(self._words.instruction, sizes, role.weight, role.leading, room.width(), room.height())
        words.draw(painter, room, self.theme.palette.ink2, CENTRE)

    def _paint_numeral(self, painter: QPainter) -> None:
        area = self._numeral_area()
        accent = self.theme.accent(self._phase)
        draw_ring(painter, area.center(), area.width() / 2, self._pace.ring, accent, area.width() * 0.075)
        number = one_line(self._pace.number, area.width() * 0.55, Weight.EXTRA, area.width() * 0.7)
        number.draw(painter, area, self._ink, CENTRE)

    def _paint_pace(self, painter: QPainter) -> None:
        row, pace = self._top_row(), self._pace
        mirrored = self._near is not LEFT
        side = row.height()
        x = row.right() - side / 2 if mirrored else row.x() + side / 2
        centre = QPointF(x, row.center().y())
        draw_ring(painter, centre, side / 2, pace.ring, self.theme.accent(self._phase), side * 0.12)
        number = one_line(pace.number, side * 0.4, Weight.EXTRA, side * 0.66, floor=9)
        number.draw(painter, QRectF(x - side / 2, row.y(), side, side), self._ink, CENTRE)
        left_width = self._paint_time_left(painter, row, mirrored)
        room = row.width() - side - left_width - 26 * self._scale()
        role = Type.REPETITION
        count = fit_text(pace.count, shrinking(self._ladder(role)), role.weight, role.leading, room, max_lines=1)
        begin = row.x() + left_width + 10 if mirrored else row.x() + side + 16 * self._scale()
        count.draw(painter, QRectF(begin, row.y(), room, row.height()), self._ink, self._near)

    def _paint_time_left(self, painter: QPainter, row: QRectF, mirrored: bool) -> float:
        """The time left with its word under it, at the far end; returns the width taken."""
        far = LEFT if mirrored else Qt.AlignmentFlag.AlignRight
        time = one_line(self._pace.time_left, 40 * self._text_scale(), Weight.EXTRA, row.width() * 0.3)
        word = one_line(self._pace.time_word, 27 * self._text_scale(), Weight.BOLD, row.width() * 0.3)
        half = QRectF(row.x(), row.y(), row.width(), row.height() * 0.54)
        time.draw(painter, half, QColor(self._ink), far)
        below = QRectF(row.x(), half.bottom(), row.width(), row.height() * 0.36)
        word.draw(painter, below, self.theme.palette.ink2, far)
        return max(time.width, word.width)


_TOP = Qt.AlignmentFlag.AlignTop
