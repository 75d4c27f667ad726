"""Ten-day plans on Progress: the ring of the one that runs or ran last, and the history of "Massage No. 10"."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.ten_days import DAYS, PastPlan, TenDays
from babymassage_gui.gui.pages.progress_words import PlanWords
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import disc, line, start
from babymassage_gui.gui.widgets.rings import RingState, SegmentRing
from babymassage_gui.gui.widgets.text_block import one_line
from babymassage_gui.gui.widgets.themed import Themed

_RING = 112.0
_MOST_SHOWN = 6


class PlanRow(Themed, QWidget):
    """One plan: its name, how far it came, and ten discs of which the days done are full."""

    def __init__(self, theme: Theme, words: Words, told: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._told = words, told
        self._lines, self._done = ("", ""), 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._start_theme(theme)

    def show_plan(self, plan: PastPlan, routines: Mapping[str, str]) -> None:
        """Show a plan."""
        self._lines = (self._told.name(plan, routines), self._told.told(plan, self._words))
        self._done = len(plan.days)
        self.setAccessibleName(", ".join(self._lines))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self.theme.text_px(19) * 26), round(self.theme.text_px(19) * 3.1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        p, pitch = self.theme.palette, min(self.theme.text_px(24), self.width() * 0.4 / DAYS)
        radius, near = pitch * 0.38, Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        for number in range(DAYS):
            x = self.width() - (DAYS - number - 0.5) * pitch
            at = QPointF(self.width() - x if mirrored else x, self.height() / 2)
            if number < self._done:
                disc(painter, at, radius, p.pa_done)
                draw_icon(painter, "check", p.card, at, radius * 1.3)
            else:
                painter.setPen(line(p.ink3, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, radius - 1, radius - 1)
        room = self.width() - DAYS * pitch - self.theme.px(16)
        x = self.width() - room if mirrored else 0.0
        upper = QRectF(x, self.height() * 0.06, room, self.height() * 0.46)
        one_line(self._lines[0], self.theme.text_px(19), Weight.BOLD, room).draw(painter, upper, p.ink, near)
        lower = QRectF(x, upper.bottom(), room, self.height() * 0.4)
        one_line(self._lines[1], self.theme.text_px(17), Weight.MEDIUM, room).draw(painter, lower, p.ink2, near)
        painter.end()


class PlansCard(Card):
    """Only shown where a plan was ever begun."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        self._layout: QHBoxLayout | None = None
        super().__init__(theme, parent)
        self._words, self._told = words, PlanWords(self)
        self.title = TextLabel(theme, self.tr("Ten-day plans"), Type.SECTION, self, max_lines=1)
        self.ring = SegmentRing(theme, self, shade="pa_done", number_part=0.7)
        self.rows: list[PlanRow] = []
        self._column = QVBoxLayout()
        self._column.addWidget(self.title)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addLayout(self._column, 1)
        self._on_theme_changed()

    def show_plans(self, plan: TenDays | None, plans: tuple[PastPlan, ...], routines: Mapping[str, str]) -> None:
        """Show the plan that runs and all that were, newest first."""
        self.setVisible(bool(plans))
        while len(self.rows) < min(len(plans), _MOST_SHOWN):
            row = PlanRow(self.theme, self._words, self._told, self)
            self.rows.append(row)
            self._column.addWidget(row)
        for row, past in zip(self.rows, plans, strict=False):
            row.show_plan(past, routines)
            row.show()
        for row in self.rows[len(plans) :]:
            row.hide()
        if plans:
            done = len(plans[0].days)
            self.ring.set_state(RingState(DAYS, done), str(done if plan is None else plan.day))
            self.ring.setAccessibleName(self._told.told(plans[0], self._words))

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._layout is not None:
            side, top, px = round(self.theme.px(24)), round(self.theme.px(18)), self.theme.px
            self._layout.setContentsMargins(side, top, side, top)
            self._layout.setSpacing(round(px(26)))
            self._column.setSpacing(round(px(6)))
            self.ring.setFixedSize(round(px(_RING)), round(px(_RING)))
