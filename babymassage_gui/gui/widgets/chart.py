"""The chart of all massages over the days. The only module that knows pyqtgraph (and, with it, numpy).

Importing it costs most of a second, so nothing imports it before Progress is opened.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QLayout, QStyleOptionGraphicsItem, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.columns import Bucket, bucket_for
from babymassage_gui.core.marked_days import MarkedDays
from babymassage_gui.core.progress import Bars, Progress, Span
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, Type, Weight, make_font
from babymassage_gui.gui.widgets.chart_dates import ChartDates
from babymassage_gui.gui.widgets.chart_ground import (
    CORRIDOR,
    TICKS,
    bands_of,
    draw_band_words,
    draw_bands,
    draw_corridor,
    draw_target,
    draw_trend,
)
from babymassage_gui.gui.widgets.chart_shapes import Scale, Shape, draw_mark, draw_picked, draw_shapes, shape_at
from babymassage_gui.gui.widgets.chart_stand import AIR_DAYS, ChartStand
from babymassage_gui.gui.widgets.chart_walk import WalkedChart
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.text_block import text_width

_BEYOND_DATA, _LEAST_DAYS = 5, 5
_HEADROOM = 2.8
_NOTHING = Progress(Bars(), CORRIDOR[0])


class PixelItem(pg.GraphicsObject):  # type: ignore[misc]
    """Something on the plot that is painted in pixels of the screen, whatever part of the days is shown."""

    def __init__(self, paint: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__()
        self._paint = paint

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    @override
    def viewTransformChanged(self) -> None:
        super().viewTransformChanged()
        self.prepareGeometryChange()

    @override
    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        view = painter.worldTransform().mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, view)
        painter.restore()


class SessionChart(WalkedChart):
    """Bars, corridor and target over the days. Left and Right walk the bars; wheel and drag zoom and move.

    `span_changed` carries the span that is shown, or None once it was zoomed or moved; `massage_opened` the place of
    a massage that was pressed twice or with Enter; `day_looked_at` the day under the pointer, or the last in sight.
    """

    span_changed = Signal(object)
    massage_opened = Signal(int)
    day_looked_at = Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words, self._dates = words, ChartDates(self)
        self._stand = ChartStand(_NOTHING, (), date.min)
        self._span: Span | None = Span.ALL
        self._limits = (0.0, 1.0)
        self.plot = pg.PlotWidget(self, background=None, enableMenu=False)
        self._start_plot()
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.first = TextLabel(theme, self.tr("The first of many."), Type.SECTION, self, max_lines=1)
        self.first_told = TextLabel(theme, "", Type.HINT_BOLD, self, shade="ink2", max_lines=1)
        self.setAccessibleName(self.tr("Minutes of each massage"))
        self.opened.connect(self._on_opened)
        self._start_theme(theme)

    def _start_plot(self) -> None:
        plot = self.plot
        plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.hideButtons()
        plot.setMouseEnabled(x=True, y=False)
        plot.addItem(PixelItem(self._paint), ignoreBounds=True)
        plot.sigRangeChanged.connect(self._on_range_changed)
        plot.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)
        plot.getViewBox().sigResized.connect(self._on_resized)
        plot.viewport().setMouseTracking(True)
        plot.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        plot.viewport().installEventFilter(self)

    def show_progress(self, progress: Progress, today: date, marked: Sequence[MarkedDays] = ()) -> None:
        """Show all massages and the target up to a day, days of illness and travel; the span stays as chosen."""
        self._stand = ChartStand(progress, marked, today)
        self.forget()
        self._limit()
        self.show_span(self._span or Span.ALL)

    def _limit(self) -> None:
        first, last = self._days(Span.ALL)
        height = max(CORRIDOR[1], self._stand.tallest) + _HEADROOM
        self._limits = (first - _BEYOND_DATA, last + _BEYOND_DATA)
        ticks = (*TICKS, *range(20, round(height), 10))
        self.plot.getAxis("left").setTicks([[(minutes, str(minutes)) for minutes in ticks]])
        self.plot.setLimits(xMin=self._limits[0], xMax=self._limits[1], yMin=0, yMax=height,
                            minXRange=_LEAST_DAYS, minYRange=height)  # fmt: skip
        self.plot.setYRange(0, height, padding=0)

    def _days(self, span: Span) -> tuple[float, float]:
        first, last = self._stand.span_days(span, Bucket.DAY)
        return self._stand.span_days(span, bucket_for(last - first, self.drawn_area().width()))

    @override
    def minimumSizeHint(self) -> QSize:
        """High enough that 3 and 5 do not touch each other on the left."""
        px = self.theme.text_px(16)
        return QSize(round(px * 14), round(px * 10.5))

    @property
    def span(self) -> Span | None:
        """The span that is shown; None once it was zoomed or moved."""
        return self._span

    def show_span(self, span: Span) -> None:
        """Show a week, a month, or all."""
        self.plot.setXRange(*self._days(span), padding=0)
        self._set_span(span)

    def _set_span(self, span: Span | None) -> None:
        if span is not self._span:
            self._span = span
            self.span_changed.emit(span)

    def _on_resized(self, *_: object) -> None:
        if self._span is not None and self._stand.today != date.min:
            self.plot.setXRange(*self._days(self._span), padding=0)
        self._on_range_changed()

    def _on_zoomed(self, *_: object) -> None:
        self._set_span(None)

    def shown_days(self) -> tuple[float, float]:
        """The days on screen, counted from the first massage."""
        (first, last), _ = self.plot.viewRange()
        return float(first), float(last)

    @property
    def bucket(self) -> Bucket:
        """What one bar stands for."""
        return self._stand.bucket

    def _on_range_changed(self, *_: object) -> None:
        if self._stand.today == date.min:
            return
        first, last = self.shown_days()
        bucket = bucket_for(last - first, self.drawn_area().width())
        if bucket is not self._stand.bucket:
            self._stand.bucket = bucket
            self.forget()
        self._set_ticks(first, last)
        self._place_words()
        self.tell()
        self.day_looked_at.emit(self._day_at(last))

    def _set_ticks(self, first: float, last: float) -> None:
        stand, day_width, px = self._stand, self.scale().day_width, self.theme.text_px(16)
        begin, end = (stand.origin + timedelta(days=days) for days in (math.ceil(first), math.floor(last)))
        ticks = self._dates.ticks(begin, end, day_width, stand.today, lambda text: text_width(text, px, Weight.BOLD))
        placed = [((tick.day - stand.origin).days, tick.text) for tick in ticks]
        half = 2 * day_width  # a word that the edge would cut off is left out
        shown = [(day, text) for day, text in placed if (last - day) * half >= text_width(text, px, Weight.BOLD)]
        self.plot.getAxis("bottom").setTicks([shown])

    def _day_at(self, place: float) -> date:
        """The day at a place, today at the latest."""
        return min(self._stand.today, self._stand.origin + timedelta(days=math.floor(place + 0.5)))

    def scale(self) -> Scale:
        """Days and minutes to pixels of this widget."""
        box, to_pixels = self.plot.getViewBox(), self.plot.viewportTransform()
        zero, far = (to_pixels.map(box.mapViewToScene(QPointF(n, n))) for n in (0.0, 100.0))
        return Scale(zero.x(), zero.y(), (far.x() - zero.x()) / 100, (zero.y() - far.y()) / 100)

    @override
    def count(self) -> int:
        return self._stand.count

    @override
    def shapes(self) -> Mapping[int, Shape]:
        return self._stand.shapes(*self.shown_days(), self.scale(), self.theme)

    def _paint(self, painter: QPainter, view: QRectF) -> None:
        """All of it, from the ground up."""
        days, scale, theme, px = self.shown_days(), self.scale(), self.theme, self.theme.text_px(16)
        corridor = self.tr("3 to 15 minutes")
        draw_corridor(painter, scale, view, theme, CORRIDOR, (corridor, self._dates.bucket(self.bucket)))
        marked = [(one, self._dates.mark(one.mark)) for one in self._stand.marked_in_sight(*days)]
        bands = bands_of(marked, self._stand.origin, scale)
        draw_bands(painter, bands, view, theme)
        shapes = dict(self._stand.at_zero(*days, scale, theme))
        painter.translate(scale.left, 0)
        draw_shapes(painter, shapes.values(), theme)
        painter.translate(-scale.left, 0)
        draw_trend(painter, self._stand.trend(*days, scale), theme)
        draw_target(painter, self._stand.target(*days, scale), theme)
        draw_band_words(painter, bands, view, theme, px, view.left() + text_width(corridor, px, Weight.BOLD) + px)
        painter.translate(scale.left, 0)
        for shape in shapes.values():
            draw_mark(painter, shape, theme)
        picked = None if self.picked_index is None else shapes.get(self.picked_index)
        if picked is not None:
            draw_picked(painter, picked, theme)

    def _place_words(self) -> None:
        """Beside the very first bar, while it is alone."""
        bars = self._stand.progress.bars
        alone = len(bars) == 1
        self.first.setVisible(alone)
        self.first_told.setVisible(alone)
        if alone:
            scale, height = self.scale(), round(self.theme.text_px(30))
            self.first_told.set_text(self._dates.bar(bars[0], self._words)[1])
            x, y = round(scale.x(1.0)), round(scale.y(9.6))
            width = max(10, self.width() - x)
            self.first.setGeometry(x, y, width, height)
            self.first_told.setGeometry(x, y + height, width, height)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        theme, p = self.theme, self.theme.palette
        font = make_font(theme.text_px(16), Weight.BOLD)
        for name in ("left", "bottom"):
            axis = self.plot.getAxis(name)
            axis.setStyle(
                tickFont=font, tickLength=0, tickAlpha=0, tickTextOffset=round(theme.px(8)), hideOverlappingLabels=False
            )
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTextPen(QColor(p.ink2))
        self.plot.getAxis("left").setWidth(round(theme.text_px(16) * 1.3 + theme.px(16)))
        self.plot.getAxis("bottom").setHeight(round(theme.text_px(16) * 1.9))
        # The card's own colour, so that nothing under the plot need be painted with each frame.
        self.plot.setBackground(QColor(p.card))
        self._on_range_changed()
        self.plot.viewport().update()

    # The column that is looked at

    def pick_massage(self, index: int) -> None:
        """Look at a massage; where one bar is a week, at its week."""
        self.pick(self._stand.index_of(index))

    def newest_massage(self, index: int) -> int:
        """The massage of a column; of a week the newest."""
        return self._stand.newest_of(index)

    def _on_opened(self, index: int) -> None:
        """A massage is opened; of a column its days are shown, as near as they can be."""
        if self.bucket is Bucket.DAY:
            self.massage_opened.emit(index)
            return
        first, last = ((day - self._stand.origin).days for day in self._stand.days_of(index))
        self.plot.setXRange(first - AIR_DAYS, last + AIR_DAYS, padding=0)
        self._set_span(None)

    @override
    def told(self, index: int) -> tuple[str, str]:
        if self.bucket is Bucket.DAY:
            return self._dates.bar(self._stand.progress.bars[index], self._words)
        return self._dates.column(self._stand.columns[index], self.bucket, self._words)

    @override
    def told_between(self, place: QPointF) -> tuple[tuple[str, str], QRectF] | None:
        found = self._stand.marked_at(place, self.scale())
        return None if found is None else (self._dates.marked(found[0]), found[1])

    @override
    def point_at(self, place: QPointF | None) -> None:
        super().point_at(place)
        if place is not None:
            scale = self.scale()
            self.day_looked_at.emit(self._day_at((place.x() - scale.left) / scale.day_width))

    @override
    def bring_into_view(self, index: int) -> None:
        begin, end = ((day - self._stand.origin).days for day in self._stand.days_of(index))
        first, last = self.shown_days()
        beyond = min(0.0, begin - AIR_DAYS - first) + max(0.0, end + AIR_DAYS - last)
        if beyond:
            self.plot.setXRange(first + beyond, last + beyond, padding=0)
            self._set_span(None)

    @override
    def drawn_area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(self.plot.getAxis("left").width(), 0, 0, 0)

    @override
    def repaint_columns(self) -> None:
        self.plot.viewport().update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            return self._pass_wheel_on(event)
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            index = shape_at(self.shapes(), event.position())
            if index is None:
                self.show_span(Span.ALL)
            else:
                self.opened.emit(index)
            return True
        return super().eventFilter(watched, event)

    def _pass_wheel_on(self, event: QWheelEvent) -> bool:
        """A chart that already shows everything lets the page scroll instead."""
        first, last = self.shown_days()
        least, most = self._limits
        if event.angleDelta().y() < 0 and last - first >= most - least - 0.01:
            event.ignore()
            return True
        return False
