"""Progress: a look at all massages. Three facts, the chart, the list, this week and month. Nothing to decide.

The chart (with pyqtgraph and numpy) is imported when there is something to draw and the page is first shown.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.core.progress import Progress, Span
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.progress_facts import FactWords, HeadFacts, PeriodCard
from babymassage_gui.gui.pages.progress_list import MassageList, MassageModel
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Radius, Theme, Type
from babymassage_gui.gui.widgets.buttons import PrimaryButton
from babymassage_gui.gui.widgets.chips import LinkButton, SegmentButton
from babymassage_gui.gui.widgets.faces import draw_face
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from babymassage_gui.gui.widgets.chart import SessionChart

_CHART_HEIGHT, _LEAST_CHART = 334, 236


class EmptyProgress(Card):
    """Before the first massage: the baby sleeps, and the way back to Today."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._skin = Skin.PORCELAIN
        self._face = QRectF()
        self.title = TextLabel(theme, self.tr("Nothing here yet"), Type.PAGE_TITLE, self, max_lines=1)
        text = self.tr("After the first massage, this page begins to fill.")
        self.told = TextLabel(theme, text, Type.BODY, self, shade="ink2", max_lines=2)
        self.button = PrimaryButton(theme, self.tr("Go to Today"), "house", self)
        self.add = LinkButton(theme, self.tr("Add a session"), "plus", self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "add"):
            self._place()

    def _place(self) -> None:
        px, height = self.theme.px, self.theme.text_px
        side = min(px(250), self.width() * 0.3)
        width = min(px(420), self.width() - side - px(90))
        left = (self.width() - side - px(36) - width) / 2
        rows = (height(56), height(62), self.theme.target(76), self.theme.target(56))
        top = (self.height() - sum(rows) - px(30)) / 2
        near, words = left, left + side + px(36)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            near, words = left + width + px(36), left
        self._face = QRectF(near, (self.height() - side) / 2, side, side)
        widgets = (self.title, self.told, self.button, self.add)
        for widget, tall, gap in zip(widgets, rows, (0, px(14), px(10), 0), strict=True):
            widget.setGeometry(round(words), round(top), round(width), round(tall))
            top += tall + gap

    def set_skin(self, skin: Skin) -> None:
        """The sleeper has the baby's skin tone."""
        self._skin = skin
        self.update()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        centre = self._face.center() - QPointF(self._face.width() * 0.06, -self._face.height() * 0.04)
        draw_face(painter, centre, self._face.width() * 0.39, Mood.ASLEEP, self.theme, self._skin)


class ProgressPage(Ground):
    """Shows a `Progress`; asks for the way back to Today, for the report on paper, and for a session's form: a new
    one's, or by its id.
    """

    go_to_today = Signal()
    report_wanted = Signal()
    add_wanted = Signal()
    entry_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words, self._facts = Words(self), FactWords(self)
        self._progress, self._today = Progress((), 3), date.min
        self.chart: SessionChart | None = None
        self._content = Ground(theme)
        self.title = TextLabel(theme, self.tr("Progress"), Type.PAGE_TITLE, self._content, max_lines=1)
        self.facts = HeadFacts(theme, self._content)
        self.spans = self._make_spans(theme)
        self.report = LinkButton(theme, self.tr("Report"), "printer", self._content)
        self.report.setAccessibleDescription(self.tr("On paper, for the health visitor"))
        self.chart_card = Card(theme, self._content)
        self.list_card = Card(theme, self._content)
        self.sessions_title = TextLabel(theme, self.tr("Sessions"), Type.SECTION, self.list_card, max_lines=1)
        self.add = LinkButton(theme, self.tr("Add a session"), "plus", self.list_card)
        self.correct = LinkButton(theme, self.tr("Correct it"), "note-pencil", self.list_card)
        self.sessions = MassageList(theme, self._words, self.list_card)
        self.period = PeriodCard(theme, self._words, self._facts, self._content)
        self.empty = EmptyProgress(theme, self._content)
        self._lay_out(theme)
        self.report.clicked.connect(lambda _checked=False: self.report_wanted.emit())
        self.empty.button.clicked.connect(lambda _checked=False: self.go_to_today.emit())
        for add in (self.add, self.empty.add):
            add.clicked.connect(lambda _checked=False: self.add_wanted.emit())
        self.correct.clicked.connect(lambda _checked=False: self._want_entry(self.sessions.currentIndex()))
        self.correct.setEnabled(False)
        self.sessions.selectionModel().currentChanged.connect(lambda now, _: self.correct.setEnabled(now.isValid()))
        self.sessions.doubleClicked.connect(self._want_entry)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self.sessions, self.correct.click)
        self.sessions.clicked.connect(self._on_row_chosen)
        self.sessions.activated.connect(self._on_row_chosen)
        self._show_or_hide()
        self._on_theme_changed()

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
        self._head.addWidget(self.report, 0, 3)
        self._head.addWidget(self.span_box, 0, 4)
        self._head.setColumnStretch(2, 1)
        self._below = QHBoxLayout()
        self._below.addWidget(self.list_card, 62)
        self._below.addWidget(self.period, 38)
        self._page = QVBoxLayout(self._content)
        self._page.addLayout(self._head)
        self._page.addWidget(self.chart_card, 50)
        self._page.addLayout(self._below, 50)
        self._page.addWidget(self.empty, 100)
        self._in_chart_card = QVBoxLayout(self.chart_card)
        in_list = self._in_list_card = QVBoxLayout(self.list_card)
        title_row = self._title_row = QHBoxLayout()
        title_row.addWidget(self.sessions_title, 1)
        title_row.addWidget(self.correct)
        title_row.addWidget(self.add)
        in_list.addLayout(title_row)
        in_list.addWidget(self.sessions, 1)

    def show_progress(self, progress: Progress, today: date) -> None:
        """Show all massages; `today` is the family's day."""
        self._progress, self._today = progress, today
        self.facts.show_facts(self._facts.head(progress))
        self.sessions.massages.show_bars(progress.bars, today)
        self.correct.setEnabled(False)
        self.period.show_progress(progress, today)
        self._show_or_hide()
        self._place_facts()
        if self.isVisible():
            self._fill_chart()

    def set_skin(self, skin: Skin) -> None:
        """Faces of the baby's skin tone."""
        self.sessions.set_skin(skin)
        self.period.moods.set_skin(skin)
        self.empty.set_skin(skin)

    def _show_or_hide(self) -> None:
        some = bool(self._progress.bars)
        for widget in (self.facts, self.report, self.span_box, self.chart_card, self.list_card, self.period):
            widget.setVisible(some)
        self.empty.setVisible(not some)
        # A layout of hidden widgets still takes its share.
        self._page.setStretchFactor(self._below, 50 if some else 0)

    def _fill_chart(self) -> None:
        if not self._progress.bars:
            return
        if self.chart is None:
            # After the page was painted: importing takes most of a second, and the list can be read meanwhile.
            QTimer.singleShot(0, self._open_chart)
            return
        self.chart.show_progress(self._progress, self._today)
        self.legend.show_unsaid(any(bar.mood is Mood.NOT_SAID for bar in self._progress.bars))

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
        QWidget.setTabOrder(self.spans.buttons()[-1], self.chart)
        QWidget.setTabOrder(self.chart, self.sessions)
        chosen = list(Span)[self.spans.checkedId()]
        self._fill_chart()
        self.chart.show_span(chosen)

    def _on_span_chosen(self, span: Span) -> None:
        if self.chart is not None:
            self.chart.show_span(span)

    def _on_span_shown(self, span: Span | None) -> None:
        """The chart was zoomed or brought back: no segment, or its own, is chosen."""
        self.spans.setExclusive(False)
        for button, shown in zip(self.spans.buttons(), Span, strict=True):
            button.setChecked(shown is span)
        self.spans.setExclusive(True)

    def _want_entry(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entry_wanted.emit(index.data(MassageModel.BAR).session_id)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        if self.chart is not None:
            self.chart.pick_massage(self._progress.massages - 1 - index.row())

    def _on_column_picked(self, column: int) -> None:
        if self.chart is not None:
            row = self._progress.massages - 1 - self.chart.newest_massage(column)
            self.sessions.setCurrentIndex(self.sessions.massages.index(row))

    def _place_facts(self) -> None:
        """Beside the title, or in a row of their own where that is too narrow."""
        row = (self.title, self.facts, self.report, self.span_box)
        need = sum(widget.sizeHint().width() for widget in row) + self.theme.px(114)
        beside = need <= self.width()
        self._head.removeWidget(self.facts)
        if beside:
            self._head.addWidget(self.facts, 0, 1)
        else:
            self._head.addWidget(self.facts, 1, 0, 1, 5)

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
        self._head.setHorizontalSpacing(round(px(24)))
        self._head.setVerticalSpacing(0)
        inside(self._head, 8, 0, 0, 0)
        inside(self._in_chart_card, 20, 16, 24, 12)
        self._in_chart_card.setSpacing(round(px(6)))
        inside(self._in_list_card, 24, 16, 14, 8)
        self._in_list_card.setSpacing(round(px(4)))
        row = self.span_box.layout()
        if row is not None:
            inside(row, 5, 5, 5, 5)
            row.setSpacing(2)
        self.chart_card.setMinimumHeight(max(_LEAST_CHART, round(px(_CHART_HEIGHT) * 0.8)))
        self.list_card.setMinimumHeight(round(px(_CHART_HEIGHT) * 0.7))
        self.empty.setMinimumHeight(_LEAST_CHART)
        self._place_facts()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_chart()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_facts()
