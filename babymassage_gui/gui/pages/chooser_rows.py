"""Rows of the chooser: a massage that is open now, with its minutes, and one that is closed, with the reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.core.checkin import Barrier, Refusal
from babymassage_gui.core.choosing import OPENED_BY_CARE, Choice
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.chips import Chip
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import IconStyle, draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import fit_role, one_line, text_width

OPEN_HEIGHT, CLOSED_HEIGHT = 116, 100
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

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, theme = self.theme.palette, self.theme
        chosen = self.choice.chosen
        outline = p.primary if chosen else self.outline_shade()
        fill_shade = p.primary_soft if chosen else p.card
        box(painter, rect, self.radius(), self.pressed_fill(fill_shade), outline, 3 if chosen else 2)
        pad = theme.px(_PAD)
        inner = rect.adjusted(pad, theme.px(8), -pad, -theme.px(8))
        number = self._draw_minutes(painter, inner)
        room = inner.adjusted(number, 0, 0, 0) if self.mirrored else inner.adjusted(0, 0, -number, 0)
        self._draw_words(painter, room)

    def _draw_minutes(self, painter: QPainter, area: QRectF) -> float:
        """The minutes at the far end, large; returns the room that they take."""
        p, theme = self.theme.palette, self.theme
        number = str(self.choice.minutes)
        # The word is the rest of "4 minutes", wherever a language puts it.
        word = self._minutes.replace(number, "").strip()
        big, small = theme.text_px(46), theme.text_px(17)
        width = max(text_width(number, big, Weight.EXTRA), text_width(word, small, Weight.BOLD)) + 2
        x = area.left() if self.mirrored else area.right() - width
        shade = p.primary_ink if self.choice.chosen else p.ink
        block = one_line(number, big, Weight.EXTRA, width)
        total = big * 0.86 + small * 1.25
        top = area.center().y() - total / 2
        centre = Qt.AlignmentFlag.AlignHCenter
        block.draw(painter, QRectF(x, top, width, big * 0.86), shade, centre)
        one_line(word, small, Weight.BOLD, width).draw(
            painter, QRectF(x, top + big * 0.86, width, small * 1.25), p.ink2, centre
        )
        return width + theme.px(18)

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        p, theme = self.theme.palette, self.theme
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        shade = p.primary_ink if self.choice.chosen else p.ink
        tag = theme.text_px(17) * 1.3 if self._tag else 0.0
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

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, max(self.theme.target(OPEN_HEIGHT), round(self.theme.text_px(22) * 4.9)))

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
    """A massage that is closed now: why, and when it opens; under Care it may be opened, on a doll always."""

    care_wanted = Signal()
    practised = Signal(str)

    def __init__(self, theme: Theme, choice: Choice, words: Words, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(theme, parent, role=None)
        refused = choice.refusal
        self.choice = choice
        self.reason = "" if refused is None else words.refusal(_short(refused))
        opens = refused is not None and (refused.opens_on is not None or refused.opens_at is not None)
        self._icon: tuple[str, IconStyle] = ("hourglass-medium", "fill") if opens else ("info", "bold")
        routine = choice.routine
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

    def buttons(self) -> list[Chip]:
        """What can be pressed here."""
        return [self.doll] if self.care is None else [self.care, self.doll]

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, max(self.theme.target(CLOSED_HEIGHT), round(self.theme.text_px(20) * 4.4)))

    def _words_area(self) -> QRectF:
        """What the buttons leave free, and the far edge."""
        used = sum(button.width() + self.theme.px(10) for button in self.buttons()) + self.theme.px(8)
        left = 0.0 if self.layoutDirection() != Qt.LayoutDirection.RightToLeft else used
        return QRectF(left, 0, self.width() - used, self.height())

    @override
    def paint_ground(self, painter: QPainter) -> None:
        p, theme = self.theme.palette, self.theme
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), theme.colour("line"))
        icon = theme.text_px(24)
        area = self._words_area()
        x = area.right() - icon / 2 - 2 if mirrored else area.left() + icon / 2 + 2
        name, style = self._icon
        draw_icon(painter, name, p.ink3, QPointF(x, area.center().y()), icon, style)
        shift = icon * 1.55
        words = area.adjusted(0, 0, -shift, 0) if mirrored else area.adjusted(shift, 0, 0, 0)
        room = self.height() - theme.px(10)
        title = fit_role(self.choice.routine.title, Type.SECTION, theme, words.width(), room * 0.45, 1)
        reason = fit_role(self.reason, Type.HINT, theme, words.width(), room - title.height, 3)
        top = area.center().y() - (title.height + reason.height) / 2
        title.draw(painter, QRectF(words.x(), top, words.width(), title.height), p.ink2, near)
        reason.draw(painter, QRectF(words.x(), top + title.height, words.width(), reason.height), p.ink2, near)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        height = self.theme.target(48)
        x = 0.0
        for button in reversed(self.buttons()):
            width = button.sizeHint().width()
            left = x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - x - width
            button.setGeometry(QRectF(left, (self.height() - height) / 2, width, height).toRect())
            x += width + self.theme.px(10)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()
