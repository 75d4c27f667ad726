"""The calendar on Progress: a month of minutes with its totals, and a day of it, which can be said to have been ill
or away: a kind word instead of a gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.marked_days import ORDINARY, Mark
from babymassage_gui.core.months import month_of, month_start, months_on
from babymassage_gui.core.progress import Bars, Progress, tally, week_start
from babymassage_gui.gui.pages.progress_facts import FactWords
from babymassage_gui.gui.pages.progress_month import MonthGrid
from babymassage_gui.gui.pages.progress_words import DayWords
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import ChoicePill, LinkButton, RoundButton
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import TextLabel

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MonthView(Ground):
    """The month with its name and minutes, the ways to its neighbours, and this week in a line."""

    def __init__(self, theme: Theme, words: DayWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, role=None)
        self.earlier = RoundButton(theme, "caret-left", self.tr("The month before"), self, framed=False, icon_px=22)
        self.later = RoundButton(theme, "caret-right", self.tr("The month after"), self, framed=False, icon_px=22)
        self.title = TextLabel(theme, "", Type.SECTION, self, max_lines=1)
        self.total = TextLabel(theme, "", Type.HINT_BOLD, self, shade="ink2", align=_RIGHT, max_lines=1)
        self.grid = MonthGrid(theme, words, self)
        self.week = TextLabel(theme, "", Type.HINT, self, shade="ink2", max_lines=1)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 3)
        self.head.addWidget(self.total, 2)
        self.head.addWidget(self.earlier)
        self.head.addWidget(self.later)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.head)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.week)


class DayView(Ground):
    """One day: what it held, and whether it was a day like others."""

    marked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, role=None)
        self.back = LinkButton(theme, self.tr("Back"), "caret-left", self)
        self.title = TextLabel(theme, "", Type.SECTION, self, max_lines=2)
        self.held = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=2)
        self.asked = TextLabel(theme, self.tr("What kind of day was it?"), Type.HINT_BOLD, self, max_lines=2)
        texts = {
            ORDINARY: self.tr("A day like others"),
            Mark.ILL.value: self.tr("Someone was ill"),
            Mark.AWAY.value: self.tr("We were travelling"),
        }
        self.kinds = QButtonGroup(self)
        self.pills = {answer: ChoicePill(theme, text, self, px=19) for answer, text in texts.items()}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self.title, self.held, self.asked):
            self.column.addWidget(label)
        for answer, pill in self.pills.items():
            self.kinds.addButton(pill)
            self.column.addWidget(pill)
            pill.clicked.connect(lambda _checked=False, answer=answer: self.marked.emit(answer))
        self.column.addStretch(1)

    def show_mark(self, mark: Mark | None) -> None:
        """Tick what is known of the day: an illness of the check-in is one too."""
        known = ORDINARY if mark is None else Mark.AWAY.value if mark is Mark.AWAY else Mark.ILL.value
        self.pills[known].setChecked(True)


class CalendarCard(Card):
    """`day_marked(date, answer)`: the parent says what kind of day it was. The month follows the chart."""

    day_marked = Signal(object, str)

    def __init__(self, theme: Theme, words: Words, facts: FactWords, parent: QWidget | None = None) -> None:
        self._stack: QStackedWidget | None = None
        super().__init__(theme, parent)
        self._words, self._facts = DayWords(words, self), facts
        self._bars, self._marks, self._today, self._born = Bars(), dict[date, Mark](), date.min, date.min
        self._day = date.min
        self.month = MonthView(theme, self._words, self)
        self.day = DayView(theme, self)
        self._stack = QStackedWidget(self)
        self._inside = QVBoxLayout(self)
        self._inside.addWidget(self._stack)
        self._stack.addWidget(self.month)
        self._stack.addWidget(self.day)
        self.month.earlier.clicked.connect(lambda _checked=False: self._turn(-1))
        self.month.later.clicked.connect(lambda _checked=False: self._turn(1))
        self.month.grid.left.connect(self._on_left)
        self.month.grid.day_chosen.connect(self._on_day)
        self.day.back.clicked.connect(lambda _checked=False: self._close())
        self.day.marked.connect(self._on_marked)
        self._on_theme_changed()

    def show_progress(self, progress: Progress, today: date, marks: Mapping[date, Mark], born: date = date.min) -> None:
        """Show the month of today, or the one that was being looked at."""
        again = self._today == today and bool(len(self._bars))
        self._bars, self._marks, self._today, self._born = progress.bars, dict(marks), today, born
        first = week_start(today, QLocale().firstDayOfWeek().value)
        week = tally(progress, first, today)
        self.month.week.set_text(fill(self.tr("This week: %1"), self._facts.total(week)))
        self._show(self.month.grid.month.first_day if again else today)

    def look_at(self, day: date) -> None:
        """Show the month of a day, unless a day is open."""
        open_day = self._stack is None or self._stack.currentWidget() is not self.month
        if not open_day and month_start(day) != self.month.grid.month.first_day:
            self._show(day)

    def _show(self, day: date, at: date | None = None) -> None:
        month = month_of(self._bars, day, self._marks, QLocale().firstDayOfWeek().value)
        self.month.title.set_text(self._words.month(month, self._today))
        self.month.total.set_text(self._words.total(month) if month.massages else "")
        self.month.grid.show_month(month, self._today, at=at)
        self.month.later.setEnabled(month.first_day < month_start(self._today))
        first = self._bars.first_day or self._today
        self.month.earlier.setEnabled(month.first_day > month_start(max(min(first, self._today), self._born)))

    def _turn(self, months: int) -> None:
        self._show(months_on(self.month.grid.month.first_day, months))

    def _on_left(self, day: date) -> None:
        """The keys went beyond the month: never beyond today's, nor the first one's."""
        first = self._bars.first_day or self._today
        if month_start(min(first, self._today)) <= month_start(day) <= month_start(self._today):
            self._show(day, at=day)
        else:
            self.month.grid.show_month(self.month.grid.month, self._today)

    def _on_day(self, day: date) -> None:
        if day > self._today or day < self._born or self._stack is None:
            return
        self._day = day
        found = next(one for one in self.month.grid.month.days if one.day == day)
        self.day.title.set_text(self._words.day(day))
        held = self._words.held(found)
        self.day.held.set_text(held[:1].upper() + held[1:])
        self.day.show_mark(found.mark)
        self._stack.setCurrentWidget(self.day)
        self.day.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self._stack is not None:
            self._stack.setCurrentWidget(self.month)
            self._show(self._day, at=self._day)
            self.month.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_marked(self, answer: str) -> None:
        day = self._day
        self._close()
        self.day_marked.emit(day, answer)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        open_day = self._stack is not None and self._stack.currentWidget() is self.day
        if event.key() == Qt.Key.Key_Escape and open_day:
            self._close()
        else:
            super().keyPressEvent(event)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._stack is not None:
            px = self.theme.px
            side, top = round(px(18)), round(px(14))
            self._inside.setContentsMargins(side, top, side, top)
            for turn in (self.month.earlier, self.month.later):
                turn.setFixedSize(self.theme.target(46), self.theme.target(46))
            self.month.head.setSpacing(0)
            self.month.column.setSpacing(round(px(4)))
            self.day.column.setSpacing(round(px(7)))
            for pill in self.day.pills.values():
                pill.setFixedHeight(self.theme.control(50, 19))
