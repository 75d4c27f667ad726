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
DESIGN_WIDTH, DESIGN_HEIGHT, BROAD = 540, 616, 1.12
STEPS_BACK = 3
LEFT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class StepWords:
    """What stays on the sheet for a whole step."""

    title: str
    instruction: str
    caution: str


@dataclass(frozen=True, slots=True)
class Pace:
    """What changes: the ring, the number in it, the count ("3 of 5", "Hold"), the time left and its word.

    `icon` stands in the numeral's place while nothing is counted.
    """

    ring: RingState
    number: str
    count: str
    time_left: str
    time_word: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """The laid-out words of a step; `room` is the instruction's, `field_height` that of the caution's field."""

    title: TextBlock
    instruction: TextBlock
    room: QRectF
    caution: TextBlock | None
    field_height: float


def _scaled(role: TypeRole, scale: float) -> list[float]:
    return [size * scale for size in role.sizes]


class Sheet(Themed, QWidget):
    """The sheet. `show_words` gives it a step, `set_pace` what changes from frame to frame."""

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
        """Lengths inside the sheet against the upright one of 540x616; a broad sheet follows its width too."""
        if self.width() < BROAD * self.height():
            return self.height() / DESIGN_HEIGHT
        return min(self.width() / DESIGN_WIDTH, self.height() / DESIGN_HEIGHT * 1.25)

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
        outline = self.theme.palette.line if self.theme.outlined else None
        box(painter, QRectF(self.rect()), self._radius(), self.theme.palette.card, outline)
        if self._is_ready:
            self._paint_ready_words(painter)
            return
        inner, k, words = self._inner(), self._scale(), self.layout_of_words()
        top = self._top_row().bottom() + 22 * k
        words.title.draw(
            painter, QRectF(inner.x(), top, inner.width(), words.title.height), self._ink, self._near | _TOP
        )
        words.instruction.draw(painter, words.room, self._ink, self._near)
        if words.caution is not None:
            bottom = inner.bottom() + 9 * k - words.field_height
            field = QRectF(inner.x() - 9 * k, bottom, inner.width() + 18 * k, words.field_height)
            self._draw_caution(painter, field, words.caution)

    @property
    def _ink(self) -> str:
        return self.theme.palette.ink

    @property
    def _near(self) -> Qt.AlignmentFlag:
        """The side on which this language begins."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if mirrored else LEFT

    def _ladder(self, role: TypeRole) -> list[float]:
        return _scaled(role, self._text_scale())

    def _text_scale(self) -> float:
        return max(self._scale(), 0.6) * self.theme.text_scale

    def _title(self, width: float) -> TextBlock:
        return self._sized_title(width, self._text_scale())

    def _sized_title(self, width: float, scale: float) -> TextBlock:
        one = Type.SESSION_TITLE
        block = fit_text(
            self._words.title, _scaled(one, scale), one.weight, one.leading, width, max_lines=1
        )  # fmt: skip
        if block.fits:
            return block
        two = Type.SESSION_TITLE_TWO_LINES
        return fit_text(
            self._words.title, shrinking(_scaled(two, scale)), two.weight, two.leading, width, max_lines=2
        )  # fmt: skip

    def layout_of_words(self) -> _Words:
        """Title, instruction and caution in the room there is.

        The parent's larger text is for the instruction first: title and caution give way step by step, down to the
        sizes that they have without it, before the instruction is smaller than it would be there.
        """
        plain, wished = max(self._scale(), 0.6), self.theme.text_scale
        if wished <= 1.0:
            return self._tried(plain * wished, plain * wished)
        least = self._tried(plain, plain)
        for step in range(STEPS_BACK + 1):
            around = plain * (wished - (wished - 1.0) * step / STEPS_BACK)
            tried = self._tried(around, plain * wished)
            if tried.instruction.fits and tried.instruction.px >= least.instruction.px:
                return tried
        return least

    def _tried(self, around: float, middle: float) -> _Words:
        """A layout with title and caution at one scale, the instruction at another."""
        inner, k = self._inner(), self._scale()
        title = self._sized_title(inner.width(), around)
        top = self._top_row().bottom() + 22 * k + title.height + 14 * k
        role = Type.CAUTION
        best: _Words | None = None
        for size in _scaled(role, around) if self._words.caution else [0.0]:
            caution, field = None, 0.0
            if size:
                caution = fit_text(self._words.caution, (size,), role.weight, role.leading, inner.width() - size * 1.9)
                field = caution.height + 30 * k
            bottom = inner.bottom() + 9 * k - field
            room = QRectF(inner.x(), top, inner.width(), bottom - 14 * k - top)
            best = _Words(title, self._instruction(room, middle), room, caution, field)
            if best.instruction.px >= INSTRUCTION_WITH_CAUTION * middle:
                break
        if best is None:
            raise ValueError("a ladder needs at least one size")
        return best

    def _instruction(self, room: QRectF, scale: float) -> TextBlock:
        role = Type.INSTRUCTION
        sizes = shrinking(_scaled(role, scale))
        return fit_text(self._words.instruction, sizes, role.weight, role.leading, room.width(), room.height())

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
        if self._pace.icon:
            draw_icon(painter, self._pace.icon, self._ink, area.center(), area.width() * 0.42, "fill")
            return
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
        large = min(40 * self._text_scale(), row.height() * 0.46)
        small = min(27 * self._text_scale(), row.height() * 0.30)
        time = one_line(self._pace.time_left, large, Weight.EXTRA, row.width() * 0.3)
        word = one_line(self._pace.time_word, small, Weight.BOLD, row.width() * 0.3)
        half = QRectF(row.x(), row.y(), row.width(), row.height() * 0.54)
        time.draw(painter, half, QColor(self._ink), far)
        below = QRectF(row.x(), half.bottom(), row.width(), row.height() * 0.36)
        word.draw(painter, below, self.theme.palette.ink2, far)
        return max(time.width, word.width)


_TOP = Qt.AlignmentFlag.AlignTop
