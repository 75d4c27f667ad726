"""Turning over: its own calm page, three pictures on one line, and a button that carries its own countdown."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.session import Session
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.text import clock_text, fill
from babymassage_gui.gui.theme import SESSION_TARGET, Phase, Theme, Type
from babymassage_gui.gui.widgets.buttons import ReadyButton, StopButton
from babymassage_gui.gui.widgets.ground import Card, Mat
from babymassage_gui.gui.widgets.labels import Note, Tag, TextLabel


class TurnPage(Mat):
    """Shows a turn. A press on no button is a press on the stop bar."""

    needs_me = Signal()
    ready_pressed = Signal()

    def __init__(self, theme: Theme, figure: SessionFigure, parent: QWidget | None = None) -> None:
        self._figure = figure
        self._turn_id = ""
        super().__init__(theme, Phase.TURN, parent)
        self.head = Tag(theme, self.tr("Turn over"), self, icon="arrow-arc-right", px=26)
        self.time = Tag(theme, "", self, px=30, align=Qt.AlignmentFlag.AlignRight)
        self.card = Card(theme, self)
        self.title = TextLabel(theme, "", Type.HEADLINE, self.card, max_lines=3)
        self.instruction = TextLabel(theme, "", Type.INSTRUCTION, self.card)
        self.caution = Note(theme, "", "warning-circle", Type.CAUTION, self.card)
        self.stop = StopButton(theme, self.tr("Baby needs me"), "", self)
        self.ready = ReadyButton(theme, self.tr("We are ready"), "check-fat", self)
        self.stop.clicked.connect(self.needs_me)
        self.ready.clicked.connect(self.ready_pressed)

    def show_instant(self, session: Session, at: float) -> None:
        """Show the turn in hand as it is at an instant."""
        step = session.planned.step
        if step.id != self._turn_id:
            self._turn_id = step.id
            self.title.set_text(step.title)
            self.instruction.set_text(step.instruction)
            self.caution.set_note(step.caution)
            self._arrange()
            self.update()
        self.time.set_text(fill(self.tr("%1 to go"), clock_text(math.ceil(session.seconds_left(at)))))
        self._fit_time()
        if session.wait_at_turns:
            self.ready.clear_countdown()
        else:
            remaining = session.step_clock.remaining(at)
            self.ready.set_countdown(remaining / session.step_clock.total, str(math.ceil(remaining)))
        self._figure.prepare(session, at)

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        if self._turn_id:
            self._figure.paint_turn(painter, self._pictures(), self._turn_id)

    def _tall(self) -> bool:
        return self.width() < self.height()

    def _k(self) -> float:
        """The scale of the upright design in a tall window, of the wide one else."""
        return min(self.width() / 800, self.height() / 1280) if self._tall() else self.theme.k

    def _row(self) -> float:
        return max(SESSION_TARGET, (128 if self._tall() else 112) * self._k())

    def _buttons_top(self) -> float:
        k = self._k()
        return self.height() - 24 * k - (2 * self._row() + 16 * k if self._tall() else self._row())

    def _card_rect(self) -> QRectF:
        margin = 24 * self._k()
        height = self.height() * (0.40 if self._tall() else 0.315)
        return QRectF(margin, self._buttons_top() - margin - height, self.width() - 2 * margin, height)

    def _pictures(self) -> QRectF:
        top = max(40.0, 60 * self.theme.k) + 30 * self.theme.k
        return QRectF(0, top, self.width(), self._card_rect().y() - top - 8 * self.theme.k)

    def _arrange(self) -> None:
        k = self._k()
        margin, head = 24 * k, max(40.0, 60 * k)
        self.head.fit(QRectF(margin, margin, self.width() / 2, head))
        self._fit_time()
        card = self._card_rect()
        self.card.setGeometry(card.toRect())
        pad = 28 * k
        inner = QRectF(0, 0, card.width(), card.height()).adjusted(pad, pad * 0.5, -pad, -pad * 0.6)
        if self._tall():
            title = QRectF(inner.x(), inner.y(), inner.width(), inner.height() * 0.22)
            words = QRectF(inner.x(), title.bottom(), inner.width(), inner.height() * 0.48)
            caution = QRectF(inner.x(), words.bottom() + 8 * k, inner.width(), inner.bottom() - words.bottom() - 8 * k)
        else:
            title = QRectF(inner.x(), inner.y(), inner.width() * 0.27, inner.height())
            left = title.right() + 28 * k
            words = QRectF(left, inner.y(), inner.right() - left, inner.height() * 0.62)
            caution = QRectF(left - 8 * k, words.bottom() + 8 * k, words.width() + 8 * k, 0.0)
            caution.setBottom(inner.bottom())
        own_scale = replace(self.theme, k=k)
        for widget, rect in ((self.title, title), (self.instruction, words), (self.caution, caution)):
            widget.set_theme(own_scale)
            widget.setGeometry(rect.toRect())
        self._arrange_buttons()

    def _arrange_buttons(self) -> None:
        k = self._k()
        margin, gap, row, top = 24 * k, 16 * k, self._row(), self._buttons_top()
        inner = self.width() - 2 * margin
        if self._tall():
            stop, ready = QRectF(margin, top, inner, row), QRectF(margin, top + row + gap, inner, row)
        else:
            width = (inner - gap) / 2
            stop, ready = QRectF(margin, top, width, row), QRectF(margin + width + gap, top, width, row)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and not self._tall():
            stop, ready = ready, stop
        self.stop.setGeometry(stop.toRect())
        self.ready.setGeometry(ready.toRect())

    def note_strip(self) -> QRectF:
        """The upper edge, where there is no button: for a sentence that comes and goes."""
        margin = 24 * self._k()
        return QRectF(margin, margin, self.width() - 2 * margin, max(40.0, 60 * self._k()))

    def _fit_time(self) -> None:
        margin, head = 24 * self._k(), max(40.0, 60 * self._k())
        self.time.fit(QRectF(self.width() / 2, margin, self.width() / 2 - margin, head))

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "ready"):
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.needs_me.emit()
