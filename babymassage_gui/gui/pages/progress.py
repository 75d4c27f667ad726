"""Progress: a look at all massages. Three facts, the chart, a calendar, comfort by place, the list. Nothing to decide.

The chart (with pyqtgraph and numpy) is imported when there is something to draw and the page is first shown.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.core.progress import Bars, Progress, Span, days_shown
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.progress_calendar import CalendarCard
from babymassage_gui.gui.pages.progress_comfort import ComfortCard
from babymassage_gui.gui.pages.progress_empty import EmptyProgress
from babymassage_gui.gui.pages.progress_facts import FactWords, HeadFacts
from babymassage_gui.gui.pages.progress_list import ListCard, MassageModel
from babymassage_gui.gui.pages.progress_plans import PlansCard
from babymassage_gui.gui.pages.progress_view import Besides
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Radius, Theme, Type
from babymassage_gui.gui.widgets.chips import RoundButton, SegmentButton
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from babymassage_gui.gui.widgets.chart import SessionChart

_CHART_HEIGHT, _LEAST_EMPTY = 334, 236
# Of the cards below the chart: their shares of a row, and the least width at which each can be read.
_SHARES = (34, 40, 28)
_FOLLOWS_AFTER_MS = 120


class ProgressPage(Ground):
    """Shows a `Progress`; asks for the way back to Today, for the report on paper, and for a session's form: a new
    one's, or by its id. `day_marked(date, answer)`: the parent says what kind of day it was.
    """

    go_to_today = Signal()
    report_wanted = Signal()
    add_wanted = Signal()
    entry_wanted = Signal(str)
    day_marked = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, figure: SessionFigure | None = None) -> None:
        super().__init__(theme, parent)
        self._words, self._facts = Words(self), FactWords(self)
        self._progress, self._today, self._besides = Progress(Bars(), 3), date.min, Besides()
        self._span = Span.ALL
        self._looked_at = date.min
        self._follows = QTimer(self, singleShot=True)
        self.chart: SessionChart | None = None
        self._content = Ground(theme)
        self.title = TextLabel(theme, self.tr("Progress"), Type.PAGE_TITLE, self._content, max_lines=1)
        self.facts = HeadFacts(theme, self._content)
        self.spans = self._make_spans(theme)
        name = self.tr("On paper, for the health visitor")
        self.report = RoundButton(theme, "printer", name, self._content, icon_px=26)
        self.report.setToolTip(name)
        self.chart_card = Card(theme, self._content)
        self.calendar = CalendarCard(theme, self._words, self._facts, self._content)
        self.comfort = ComfortCard(theme, self._words, self._facts, figure, self._content)
        self.list_card = ListCard(theme, self._words, self._content)
        self.sessions = self.list_card.sessions
        self.plans = PlansCard(theme, self._words, self._content)
        self.empty = EmptyProgress(theme, self._content)
        self._lay_out(theme)
        self._connect()
        self._show_or_hide()
        self._on_theme_changed()

    def _connect(self) -> None:
        self.report.clicked.connect(lambda _checked=False: self.report_wanted.emit())
        self.empty.button.clicked.connect(lambda _checked=False: self.go_to_today.emit())
        for add in (self.list_card.add, self.empty.add):
            add.clicked.connect(lambda _checked=False: self.add_wanted.emit())
        self.list_card.correct.clicked.connect(lambda _checked=False: self._want_entry(self.sessions.currentIndex()))
        self.sessions.opened.connect(self._want_entry)
        self.sessions.clicked.connect(self._on_row_chosen)
        self.calendar.day_marked.connect(self.day_marked)
        self._follows.timeout.connect(lambda: self.calendar.look_at(self._looked_at))

    def _make_spans(self, theme: Theme) -> QButtonGroup:
        self.span_box = Card(theme, self._content, radius=Radius.FIELD, fill="sunken", cast=None)
        self.span_box.setAccessibleName(self.tr("How much is shown"))
        group = QButtonGroup(self)
        row = QHBoxLayout(self.span_box)
        texts = {Span.WEEK: self.tr("Week"), Span.MONTH: self.tr("Month"), Span.ALL: self.tr("All")}
        for index, (span, text) in enumerate(texts.items()):
            button = SegmentButton(theme, text, self.span_box)
            button.setChecked(span is Span.ALL)
            button.clicked.connect(lambda _checked=False, span=span: self._on_span_chosen(span))
            group.addButton(button, index)
            row.addWidget(button)
        return group

    def _lay_out(self, theme: Theme) -> None:
        scroll = ScrollPage(theme, self._content, self)
        outer = QVBoxLayout(self)
        # A page asks nothing of its window: what does not fit scrolls.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head = QGridLayout()
        self._head.addWidget(self.title, 0, 0)
        self._head.addWidget(self.span_box, 0, 3)
        self._head.addWidget(self.report, 0, 4)
        self._head.setColumnStretch(2, 1)
        self._below = QGridLayout()
        self._page = QVBoxLayout(self._content)
        self._page.addLayout(self._head)
        self._page.addWidget(self.chart_card, 50)
        self._page.addLayout(self._below, 52)
        self._page.addWidget(self.plans)
        self._page.addWidget(self.empty, 100)
        self._in_chart_card = QVBoxLayout(self.chart_card)

    def show_progress(self, progress: Progress, today: date, besides: Besides | None = None) -> None:
        """Show all massages; `today` is the family's day."""
        self._progress, self._today, self._besides = progress, today, besides or Besides()
        self.facts.show_facts(self._facts.head(progress))
        self.list_card.show_bars(progress.bars, today)
        self.calendar.show_progress(progress, today, self._besides.marks, self._besides.born)
        self.plans.show_plans(self._besides.plan, self._besides.plans, self._besides.routines)
        self._show_or_hide()
        self._place_facts()
        if self.isVisible():
            self._fill_chart()

    def set_skin(self, skin: Skin) -> None:
        """Faces of the baby's skin tone."""
        self.sessions.set_skin(skin)
        self.empty.set_skin(skin)
        self.comfort.baby.show_anew()

    def _show_or_hide(self) -> None:
        some = bool(self._progress.massages)
        cards = (self.chart_card, self.calendar, self.comfort, self.list_card)
        for widget in (self.facts, self.report, self.span_box, *cards):
            widget.setVisible(some)
        self.empty.setVisible(not some)
        # A layout of hidden widgets still takes its share.
        self._page.setStretchFactor(self._below, 52 if some else 0)

    def _fill_chart(self) -> None:
        if not self._progress.massages:
            return
        if self.chart is None:
            # After the page was painted: importing takes most of a second, and the list can be read meanwhile.
            QTimer.singleShot(0, self._open_chart)
            return
        self.chart.show_progress(self._progress, self._today, self._besides.marked)
        self.legend.show_unsaid(Mood.NOT_SAID in self._progress.bars.moods)
        self._count_comfort()

    def _open_chart(self) -> None:
        if self.chart is not None:
            return
        from babymassage_gui.gui.widgets.chart import SessionChart
        from babymassage_gui.gui.widgets.chart_labels import ChartLegend

        self.chart = SessionChart(self.theme, self._words, self.chart_card)
        self.legend = ChartLegend(self.theme, self._words, self.chart_card)
        self._in_chart_card.addWidget(self.chart, 1)
        self._in_chart_card.addWidget(self.legend)
        self.chart.show()
        self.legend.show()
        self.chart.span_changed.connect(self._on_span_shown)
        self.chart.picked.connect(self._on_column_picked)
        self.chart.massage_opened.connect(self._on_massage_opened)
        self.chart.day_looked_at.connect(self._on_day_looked_at)
        for earlier, later in ((self.spans.buttons()[-1], self.report), (self.report, self.chart),
                               (self.chart, self.calendar.month.grid)):  # fmt: skip
            QWidget.setTabOrder(earlier, later)
        self._fill_chart()
        self.chart.show_span(self._span)

    def _on_day_looked_at(self, day: date) -> None:
        """The calendar follows once the chart rests: while it moves, each frame is the chart's."""
        self._looked_at = day
        self._follows.start(_FOLLOWS_AFTER_MS)

    def _on_span_chosen(self, span: Span) -> None:
        self._span = span
        self._count_comfort()
        if self.chart is not None:
            self.chart.show_span(span)

    def _count_comfort(self) -> None:
        bars = self._progress.bars
        places = bars.between(*days_shown(self._progress, self._span, self._today))
        self.comfort.count(bars.sessions[places], self._besides.taught, self._span)

    def _on_span_shown(self, span: Span | None) -> None:
        """The chart was zoomed or brought back: no segment, or its own, is chosen."""
        self.spans.setExclusive(False)
        for button, shown in zip(self.spans.buttons(), Span, strict=True):
            button.setChecked(shown is span)
        self.spans.setExclusive(True)
        if span is not None and span is not self._span:
            self._span = span
            self._count_comfort()

    def _want_entry(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entry_wanted.emit(index.data(MassageModel.BAR).session_id)

    def _on_massage_opened(self, place: int) -> None:
        self.entry_wanted.emit(self._progress.bars[place].session_id)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        if self.chart is not None:
            self.chart.pick_massage(self._progress.massages - 1 - index.row())

    def _on_column_picked(self, column: int) -> None:
        if self.chart is not None:
            row = self._progress.massages - 1 - self.chart.newest_massage(column)
            self.calendar.look_at(self._progress.bars[self.chart.newest_massage(column)].day)
            self.sessions.setCurrentIndex(self.sessions.massages.reach(row))

    def _place_facts(self) -> None:
        """Beside the title, or in a row of their own where that is too narrow."""
        row = (self.title, self.facts, self.report, self.span_box)
        need = sum(widget.sizeHint().width() for widget in row) + self.theme.px(104)
        beside = need <= self.width()
        self._head.removeWidget(self.facts)
        if beside:
            self._head.addWidget(self.facts, 0, 1)
        else:
            self._head.addWidget(self.facts, 1, 0, 1, 5)

    def _place_cards(self) -> None:
        """Three beside each other, or two over the list, or one under the other, as there is width."""
        cards: tuple[Card, ...] = (self.calendar, self.comfort, self.list_card)
        unit, width = self.theme.text_px(17), self.width()
        need = (unit * 19, unit * 25, unit * 15)
        columns = 3 if sum(need) <= width else 2 if need[0] + need[1] <= width else 1
        for card in cards:
            self._below.removeWidget(card)
        for place, card in enumerate(cards):
            row, column = divmod(place, columns)
            whole = columns == 2 and card is self.list_card
            self._below.addWidget(card, row, column, 1, 2 if whole else 1)
        for column in range(3):
            self._below.setColumnStretch(column, _SHARES[column] if column < columns else 0)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "_page"):
            self._measure()

    def _measure(self) -> None:
        px = self.theme.px

        def inside(layout: QLayout, *margins: float) -> None:
            layout.setContentsMargins(*(round(px(margin)) for margin in margins))

        inside(self._page, 8, 16, 24, 24)
        self._page.setSpacing(round(px(16)))
        self._below.setSpacing(round(px(16)))
        self._head.setHorizontalSpacing(round(px(16)))
        self._head.setVerticalSpacing(0)
        inside(self._head, 8, 0, 0, 0)
        inside(self._in_chart_card, 20, 16, 24, 12)
        self._in_chart_card.setSpacing(round(px(6)))
        row = self.span_box.layout()
        if row is not None:
            inside(row, 5, 5, 5, 5)
            row.setSpacing(2)
        self.chart_card.setMinimumHeight(round(max(px(_CHART_HEIGHT) * 0.93, self.theme.text_px(17) * 17)))
        cards: tuple[Card, ...] = (self.calendar, self.comfort, self.list_card)
        for card in cards:
            card.setMinimumHeight(round(max(px(330), self.theme.text_px(17) * 16)))
        self.empty.setMinimumHeight(_LEAST_EMPTY)
        self._place_facts()
        self._place_cards()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Plus:
            self.add_wanted.emit()
        elif event.key() == Qt.Key.Key_P and self._progress.massages:
            self.report_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_chart()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_facts()
        self._place_cards()
