"""Rows of the chooser: a massage that is open now, with its minutes, and one that is closed, with the reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.choosing import OPENED_BY_CARE, Choice
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.chips import Chip, RoundButton
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import TextBlock, fit_role, one_line, text_width

OPEN_HEIGHT, CLOSED_HEIGHT = 116, 100
NUMBER_PX, LEAST_WORDS_PX = 46, 210
_PAD, _GAP = 24.0, 12.0


class ChoiceRow(Pressable):
    """One massage that is open now: title, purpose, and the minutes that it would take today."""

    design_size = (560, 116)
    design_radius = 28.0

    def __init__(self, theme: Theme, choice: Choice, words: Words, parent: QWidget | None = None) -> None:
        self.choice = choice
        self._minutes = words.minutes(choice.minutes)
        super().__init__(theme, choice.routine.title, parent)
        self._tag = self.tr("For the evening") if choice.suggested else ""
        told = [choice.routine.title, self._minutes, choice.routine.purpose, self._tag]
        if choice.chosen:
            told.append(self.tr("on Today"))
        self.setAccessibleName(", ".join(word for word in told if word))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def height_for(self, width: float) -> float:
        """How high it must be for its words."""
        theme = self.theme
        room = width - 2 * theme.px(_PAD) - self._number_width()
        title = fit_role(self.text(), Type.CARD_TITLE, theme, room, max_lines=1).height
        purpose = fit_role(self.choice.routine.purpose, Type.HINT, theme, room, max_lines=2).height
        return title + purpose + self._tag_height() + 2 * theme.px(18)

    def _tag_height(self) -> float:
        return self.theme.text_px(17) * 1.3 if self._tag else 0.0

    def _number_width(self) -> float:
        """The room of the minutes: the number, or the word below it, and some air."""
        theme = self.theme
        number, word = self._number_and_word()
        big, small = theme.text_px(NUMBER_PX), theme.text_px(17)
        return max(text_width(number, big, Weight.EXTRA), text_width(word, small, Weight.BOLD)) + 2 + theme.px(18)

    def _number_and_word(self) -> tuple[str, str]:
        """The word is the rest of "4 minutes", wherever a language puts it."""
        number = str(self.choice.minutes)
        return number, self._minutes.replace(number, "").strip()

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, theme = self.theme.palette, self.theme
        chosen = self.choice.chosen
        outline = p.primary if chosen else self.outline_shade()
        fill_shade = p.primary_soft if chosen else p.card
        box(painter, rect, self.radius(), self.pressed_fill(fill_shade), outline, 3 if chosen else 2)
        pad = theme.px(_PAD)
        inner = rect.adjusted(pad, theme.px(8), -pad, -theme.px(8))
        number = self._number_width()
        self._draw_minutes(painter, inner, number - theme.px(18))
        room = inner.adjusted(number, 0, 0, 0) if self.mirrored else inner.adjusted(0, 0, -number, 0)
        self._draw_words(painter, room)

    def _draw_minutes(self, painter: QPainter, area: QRectF, width: float) -> None:
        """The minutes at the far end, large."""
        p, theme = self.theme.palette, self.theme
        number, word = self._number_and_word()
        big, small = theme.text_px(NUMBER_PX), theme.text_px(17)
        x = area.left() if self.mirrored else area.right() - width
        top = area.center().y() - (big * 0.86 + small * 1.25) / 2
        upper, lower = QRectF(x, top, width, big * 0.86), QRectF(x, top + big * 0.86, width, small * 1.25)
        centre = Qt.AlignmentFlag.AlignHCenter
        shade = p.primary_ink if self.choice.chosen else p.ink
        one_line(number, big, Weight.EXTRA, width).draw(painter, upper, shade, centre)
        one_line(word, small, Weight.BOLD, width).draw(painter, lower, p.ink2, centre)

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        p, theme = self.theme.palette, self.theme
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        shade = p.primary_ink if self.choice.chosen else p.ink
        tag = self._tag_height()
        room = area.height() - tag
        title = fit_role(self.text(), Type.CARD_TITLE, theme, area.width(), room * 0.5, 1)
        purpose = fit_role(self.choice.routine.purpose, Type.HINT, theme, area.width(), room - title.height, 2)
        top = area.center().y() - (title.height + purpose.height + tag) / 2
        if self._tag:
            self._draw_tag(painter, QRectF(area.x(), top, area.width(), tag), near)
            top += tag
        title.draw(painter, QRectF(area.x(), top, area.width(), title.height), shade, near)
        below = QRectF(area.x(), top + title.height, area.width(), purpose.height)
        purpose.draw(painter, below, p.ink2, near)

    def _draw_tag(self, painter: QPainter, area: QRectF, near: Qt.AlignmentFlag) -> None:
        theme = self.theme
        px = theme.text_px(16)
        shade = theme.palette.pa_hold
        x = area.right() - px * 0.55 if self.mirrored else area.left() + px * 0.55
        draw_icon(painter, "moon-stars", shade, QPointF(x, area.center().y()), px * 1.15, "fill")
        words = area.adjusted(0, 0, -px * 1.6, 0) if self.mirrored else area.adjusted(px * 1.6, 0, 0, 0)
        one_line(self._tag, px, Weight.BOLD, words.width()).draw(painter, words, shade, near)


class OpenRow(Ground):
    """A massage that may be chosen, and the doll beside it. `chosen(str)`, `practised(str)`: the routine's id."""

    chosen = Signal(str)
    practised = Signal(str)

    def __init__(self, theme: Theme, choice: Choice, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, role=None)
        routine = choice.routine
        self.row = ChoiceRow(theme, choice, words, self)
        on_doll = fill(self.tr("%1: practise on a doll"), routine.title)
        self.doll = Chip(theme, self.tr("Doll"), "baby", self, fill="sunken", name=on_doll)
        self.row.clicked.connect(lambda: self.chosen.emit(routine.id))
        self.doll.clicked.connect(lambda: self.practised.emit(routine.id))

    def height_for(self, width: float) -> float:
        """How high it must be for its words."""
        beside = self.doll.sizeHint().width() + self.theme.px(_GAP)
        return max(self.theme.px(OPEN_HEIGHT), self.row.height_for(width - beside))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap = self.theme.px(_GAP)
        side, height = float(self.doll.sizeHint().width()), float(self.theme.target(48))
        row = QRectF(0, 0, self.width() - side - gap, self.height())
        doll = QRectF(row.right() + gap, (self.height() - height) / 2, side, height)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            doll.moveLeft(0)
            row.moveLeft(side + gap)
        self.row.setGeometry(row.toRect())
        self.doll.setGeometry(doll.toRect())


def _short(refused: Refusal) -> Refusal:
    """Before 20 days every row says when it opens; why nothing is done yet stands once above them."""
    return replace(refused, barrier=Barrier.NOT_YET) if refused.barrier is Barrier.TOO_YOUNG else refused


class ClosedRow(Ground):
    """A massage that is closed now: why, and when it opens; under Care it may be opened, on a doll always.

    `why(str)` carries the routine's id.
    """

    why = Signal(str)
    care_wanted = Signal()
    practised = Signal(str)

    def __init__(self, theme: Theme, choice: Choice, words: Words, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(theme, parent, role=None)
        refused = choice.refusal
        self.choice = choice
        self.reason = "" if refused is None else words.refusal(_short(refused))
        routine = choice.routine
        self.ask = RoundButton(theme, "question", fill(self.tr("%1: why not now?"), routine.title), self, framed=False,
                               icon_px=26)  # fmt: skip
        self.ask.clicked.connect(lambda: self.why.emit(routine.id))
        self.setAccessibleName(f"{routine.title}. {self.reason}")
        self.care: Chip | None = None
        if refused is not None and refused.barrier in OPENED_BY_CARE:
            name = fill(self.tr("%1: open Care in Settings"), routine.title)
            self.care = Chip(theme, self.tr("Care"), "stethoscope", self, fill="sunken", shade="primary_ink", name=name)
            self.care.clicked.connect(self.care_wanted)
        on_doll = fill(self.tr("%1: practise on a doll"), routine.title)
        self.doll = Chip(theme, self.tr("Doll"), "baby", self, fill="sunken", name=on_doll)
        self.doll.clicked.connect(lambda: self.practised.emit(routine.id))
        self._built = True

    def buttons(self) -> list[QAbstractButton]:
        """What can be pressed here, in order."""
        return [self.ask, *self._chips()]

    def _chips(self) -> list[Chip]:
        return [self.doll] if self.care is None else [self.care, self.doll]

    def height_for(self, width: float) -> float:
        """How high it must be for its words, and for its buttons where they stand below."""
        words = self._words_width(width)
        title, reason = self._blocks(words)
        below = self._button_height() + self.theme.px(6) if self._buttons_below(width) else 0.0
        return max(self.theme.px(CLOSED_HEIGHT), title.height + reason.height + below + self.theme.px(26))

    def _button_height(self) -> float:
        return float(self.theme.target(48))

    def _buttons_width(self) -> float:
        return sum(button.sizeHint().width() + self.theme.px(10) for button in self._chips())

    def _buttons_below(self, width: float) -> bool:
        """Two buttons would leave the words too little room in a narrow column."""
        return width - self._buttons_width() - self._shift() < self.theme.text_px(LEAST_WORDS_PX)

    def _shift(self) -> float:
        """The room of the "?"."""
        return self._side() + self.theme.px(4)

    def _side(self) -> float:
        return float(max(44, self.theme.target(44)))

    def _words_width(self, width: float) -> float:
        beside = 0.0 if self._buttons_below(width) else self._buttons_width() + self.theme.px(8)
        return width - self._shift() - beside

    def _blocks(self, width: float) -> tuple[TextBlock, TextBlock]:
        title = fit_role(self.choice.routine.title, Type.SECTION, self.theme, width, max_lines=1)
        return title, fit_role(self.reason, Type.HINT, self.theme, width)

    @override
    def paint_ground(self, painter: QPainter) -> None:
        p, theme = self.theme.palette, self.theme
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), theme.colour("line"))
        shift = self._shift()
        width = self._words_width(self.width())
        height = self._words_height()
        left = self.width() - shift - width if mirrored else shift
        title, reason = self._blocks(width)
        top = (height - title.height - reason.height) / 2
        title.draw(painter, QRectF(left, top, width, title.height), p.ink2, near)
        reason.draw(painter, QRectF(left, top + title.height, width, reason.height), p.ink2, near)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _words_height(self) -> float:
        """What is left for the words above the buttons."""
        below = self._button_height() + self.theme.px(8) if self._buttons_below(self.width()) else 0.0
        return self.height() - below

    def _arrange(self) -> None:
        side = self._side()
        near = self.width() - side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0.0
        self.ask.setGeometry(QRectF(near, (self._words_height() - side) / 2, side, side).toRect())
        height, x = self._button_height(), 0.0
        below = self._buttons_below(self.width())
        y = self.height() - height - self.theme.px(8) if below else (self.height() - height) / 2
        for button in reversed(self._chips()):
            width = button.sizeHint().width()
            left = x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - x - width
            button.setGeometry(QRectF(left, y, width, height).toRect())
            x += width + self.theme.px(10)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()
