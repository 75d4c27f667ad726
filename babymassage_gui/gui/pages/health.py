"""The standing questions: is there anything for which a doctor decides first? One list, one answer for a well baby."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.asking_page import AskingPage
from babymassage_gui.gui.pages.check_in_buttons import CheckRow, NoneButton
from babymassage_gui.gui.pages.check_in_card import Panel, lay
from babymassage_gui.gui.pages.check_in_rows import RING, RowsBox, bring_into_sight, rows_below
from babymassage_gui.gui.pages.check_in_view import Button, OptionGroup, RowView, Tone
from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, Type, Weight
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.text_block import TextBlock, lay_out, one_line


class Occasion(StrEnum):
    """Why the questions are asked: for the first time, again before a massage, or looked up in Settings."""

    FIRST = "first"
    AGAIN = "again"
    LOOKED_UP = "looked-up"


@dataclass(frozen=True, slots=True)
class HealthRow:
    """A row with the whole of its question below its label."""

    row: RowView
    question: str


@dataclass(frozen=True, slots=True)
class HealthView:
    """What is asked. `doctor` are the answers after an illness, if that is asked; `told` a sentence that follows;
    `may_leave`: there is a way back.
    """

    occasion: Occasion
    rows: tuple[HealthRow, ...]
    doctor_question: str
    doctor: OptionGroup | None
    button: Button
    told: str = ""
    may_leave: bool = True


class HealthLine(CheckRow):
    """A row with two lines below its label: the question, or what was answered."""

    design_size = (540, 78)
    design_radius = 20.0
    question = ""

    @override
    def _blocks(self, width: float, px: float) -> tuple[TextBlock, ...]:
        row = self.row
        if row is None:
            return ()
        first = one_line(row.label, px, Weight.EXTRA, width)
        small = max(SMALLEST_TEXT, min(px, first.px) * 0.82)
        return first, lay_out(row.told or self.question, small, Weight.MEDIUM, 1.18, max(40.0, width))

    @override
    def _draw_words(self, painter: QPainter, area: QRectF, px: float, shade: str) -> None:
        row = self.row
        if row is None:
            return
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        first, second = self._blocks(area.width(), px)
        top = area.center().y() - (first.height + second.height) / 2
        first.draw(painter, QRectF(area.x(), top, area.width(), first.height), shade, near)
        below = QRectF(area.x(), top + first.height, area.width(), second.height)
        tint = shade if row.tone is not Tone.PLAIN else self.theme.palette.ink2
        second.draw(painter, below, tint, near)


class _Content(Ground):
    """Tells that the page gave it another width."""

    resized = Signal()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


class HealthPage(AskingPage):
    """The list; `none_pressed` is the one answer for a well baby."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._view: HealthView | None = None
        super().__init__(theme, self.tr("Back"), parent)
        self.lead = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=1)
        self.card = Card(theme, self)
        self.content = _Content(theme, None, "card")
        self.content.resized.connect(self._arrange_content)
        self.scroller = ScrollPage(theme, self.content, self.card)
        self.doctor_question = TextLabel(theme, "", Type.SECTION, self.content, max_lines=2)
        self.doctor = Panel(theme, self.content)
        self.box = RowsBox(theme, ("", ""), px=21, row_class=HealthLine)
        self.box.setParent(self.content)
        self.note = Note(theme, "", "stethoscope", Type.BODY_BOLD, self, fill="ph_turn", shade="pa_turn",
                         icon_shade="pa_turn")  # fmt: skip
        self.none = NoneButton(theme, self)
        self.sheet.raise_()
        self._connect()
        self._built = True

    def _connect(self) -> None:
        self.box.row_pressed.connect(self.row_pressed)
        self.box.option_pressed.connect(self.option_pressed)
        self.box.why.connect(self.why)
        self.doctor.pressed.connect(lambda key: self.option_pressed.emit("N-01", key))
        self.none.clicked.connect(self.none_pressed)
        bar = self.scroller.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._show_lead())
        bar.rangeChanged.connect(lambda _least, _most: self._show_lead())

    def show_health(self, view: HealthView) -> None:
        """Show what is asked, as it stands."""
        first = self._view is None or self._view.occasion is not view.occasion
        self._view = view
        self.title.set_text(self._title(view))
        self._show_lead()
        self.back_button.setVisible(view.may_leave)
        self.none.show_button(view.button, done=False)
        self.note.set_note(view.told)
        self.note.setVisible(bool(view.told))
        self.doctor_question.set_text(view.doctor_question)
        self.doctor_question.setVisible(view.doctor is not None)
        self.doctor.setVisible(view.doctor is not None)
        self.doctor.show_groups((view.doctor,) if view.doctor is not None else ())
        half = (len(view.rows) + 1) // 2 if len(view.rows) > 2 and not self.tall else len(view.rows)
        rows = tuple(row.row for row in view.rows)
        self.box.show_rows(rows[:half], rows[half:])
        questions = {row.row.check_id: row.question for row in view.rows}
        for line in self.box.rows():
            if isinstance(line, HealthLine) and line.row is not None:
                line.question = questions[line.row.check_id]
                told = line.row.told or line.question
                line.setAccessibleName(f"{line.row.label}. {told}")
        self.arrange()
        bring_into_sight(self.scroller, self.box)
        self._set_tab_order()
        if first:
            self.focus_first()

    def focus_first(self) -> None:
        """The one answer, where it can be given."""
        asked = self.doctor.chips[0] if self.doctor.chips else self.back_button
        (self.none if self.none.isEnabled() else asked).setFocus()

    def forget(self) -> None:
        """A new visit begins."""
        self._view = None
        if self.sheet.isVisible():
            self.sheet.leave()
        self.scroller.verticalScrollBar().setValue(0)

    def _title(self, view: HealthView) -> str:
        return {
            Occasion.FIRST: self.tr("Any of these, ever?"),
            Occasion.AGAIN: self.tr("Anything new?"),
            Occasion.LOOKED_UP: self.tr("What a doctor should know"),
        }[view.occasion]

    def _show_lead(self) -> None:
        """What the list is for, and how much of it is out of sight."""
        if self._view is None:
            return
        hidden = rows_below(self.scroller, self.box)
        more = self.tr("%n more below.", "questions", hidden) if hidden else ""
        self.lead.set_text(f"{self._lead(self._view)} {more}".rstrip())

    def _lead(self, view: HealthView) -> str:
        return {
            Occasion.FIRST: self.tr("Then your doctor decides about massage first."),
            Occasion.AGAIN: self.tr("Asked again from time to time."),
            Occasion.LOOKED_UP: self.tr("A press on a row changes its answer."),
        }[view.occasion]

    def _set_tab_order(self) -> None:
        order: list[QWidget] = [self.none, *self.doctor.chips]
        for row in self.box.rows():
            order.append(row)
            panel = self.box.panels.get(row.row.check_id) if row.row is not None and row.row.open else None
            order += panel.chips if panel is not None else []
        self.set_tab_order([*order, self.back_button])

    @override
    def parts_to_scale(self) -> tuple[QWidget, ...]:
        return self.card, self.lead, self.none, self.note

    @override
    def arrange(self) -> None:
        if not self._built or self.width() < 100:
            return
        k = self.card.theme.px(1.0)
        margin, head, side = 32 * k, max(76.0, 104 * k), max(44.0, 56 * k)
        x = margin if self.back_button.isHidden() else margin + side
        lay(self.back_button, QRectF(margin - 12 * k, head * 0.1, side, side))
        width = self.width() - x - margin
        lay(self.title, QRectF(x + 4 * k, head * 0.08, width, head * 0.52))
        lay(self.lead, QRectF(x + 4 * k, head * 0.6, width, head * 0.32))
        button = max(56.0, 84 * k)
        bottom = self.height() - 24 * k - button
        wide = self.width() - 2 * margin
        told = not self.note.isHidden()
        lay(self.none, QRectF(margin + wide * (0.5 if told else 0.2), bottom, wide * (0.5 if told else 0.6), button))
        lay(self.note, QRectF(margin, bottom, wide * 0.5 - 18 * k, button))
        lay(self.card, QRectF(margin, head, wide, bottom - head - 22 * k))
        edge = 14 * k
        lay(self.scroller, QRectF(edge, edge, wide - 2 * edge, self.card.height() - 2 * edge))
        self._arrange_content()
        self.sheet.setGeometry(self.rect())

    def _arrange_content(self) -> None:
        if not self._built:
            return
        width, y = float(self.content.width()), 0.0
        if self._view is not None and self._view.doctor is not None:
            line = self.theme.text_px(22) * 1.5
            lay(self.doctor_question, QRectF(RING, y, width - 2 * RING, line))
            needs = self.doctor.flow(width - 2 * RING, place=False)
            lay(self.doctor, QRectF(RING, y + line, width - 2 * RING, needs))
            self.doctor.flow(width - 2 * RING, place=True)
            y += line + needs + self.theme.px(10)
        self.box.resize(round(width), max(1, self.box.height()))
        self.box.arrange()
        lay(self.box, QRectF(0, y, width, float(self.box.minimumHeight())))
        self.content.setMinimumHeight(round(y + self.box.minimumHeight()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._view is not None:
            # An upright window has one column, the others two.
            self.show_health(self._view)
