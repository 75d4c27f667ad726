"""The chart of all massages over the days. The only module that knows pyqtgraph (and, with it, numpy).

Importing it costs most of a second, so nothing imports it before Progress is opened.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, timedelta

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QLayout, QStyleOptionGraphicsItem, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.progress import (
    Progress,
    Span,
    TargetStep,
    Week,
    days_shown,
    target_line,
    week_start,
    weeks_of,
)
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, Type, Weight, make_font
from babymassage_gui.gui.widgets.chart_dates import ChartDates, first_weekday
from babymassage_gui.gui.widgets.chart_shapes import (
    Scale,
    Shape,
    cosmetic,
    day_shapes,
    draw_corridor,
    draw_mark,
    draw_picked,
    draw_shape,
    shape_at,
    step_points,
    week_shapes,
)
from babymassage_gui.gui.widgets.chart_walk import WalkedChart
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.text_block import text_width

CORRIDOR = (3, 15)
TICKS = (0, 3, 5, 10, 15)
# Above this many days on screen one bar is a week.
MOST_SINGLE_DAYS = 120
_BEYOND_DATA, _LEAST_DAYS = 5, 5
_AIR_DAYS = 0.6
_AIR_FOR_TOMORROW = 1.1
_HEADROOM = 2.8


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

    `span_changed` carries the span that is shown, or None once it was zoomed or moved.
    """

    span_changed = Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words, self._dates = words, ChartDates(self)
        self._progress, self._today, self._origin = Progress((), CORRIDOR[0]), date.min, date.min
        self._span: Span | None = Span.ALL
        self._steps: tuple[TargetStep, ...] = ()
        self._weeks: tuple[Week, ...] = ()
        self._limits = (0.0, 1.0)
        self._was_by_weeks = False
        self._shaped: tuple[tuple[object, ...], tuple[Shape, ...]] | None = None
        self.plot = pg.PlotWidget(self, background=None, enableMenu=False)
        self._start_plot()
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.first = TextLabel(theme, self.tr("The first of many."), Type.SECTION, self, max_lines=1)
        self.first_told = TextLabel(theme, "", Type.HINT_BOLD, self, shade="ink2", max_lines=1)
        self.setAccessibleName(self.tr("Minutes of each massage"))
        self._start_theme(theme)

    def _start_plot(self) -> None:
        plot = self.plot
        plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.hideButtons()
        plot.setMouseEnabled(x=True, y=False)
        self._target_under, self._target = pg.PlotCurveItem(antialias=True), pg.PlotCurveItem(antialias=True)
        layers = (PixelItem(self._paint_corridor), PixelItem(self._paint_bars), self._target_under, self._target,
                  PixelItem(self._paint_marks))  # fmt: skip
        for depth, layer in enumerate(layers):
            layer.setZValue(depth)
            plot.addItem(layer, ignoreBounds=True)
        plot.sigRangeChanged.connect(self._on_range_changed)
        plot.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)
        plot.getViewBox().sigResized.connect(self._on_range_changed)
        plot.viewport().setMouseTracking(True)
        plot.viewport().installEventFilter(self)

    def show_progress(self, progress: Progress, today: date) -> None:
        """Show all massages and the target up to a day; the span stays as chosen."""
        self._progress, self._today = progress, today
        self._origin = progress.first_day or today
        self.forget()
        self._weeks = weeks_of(progress, first_weekday())
        self._steps = target_line(progress, today)
        self._set_target()
        self._limit()
        self.show_span(self._span or Span.ALL)

    def _set_target(self) -> None:
        """By days, or by weeks: a step for each day would be a comb over bars of a week."""
        steps = self._steps
        if self.by_weeks:
            steps = (*(TargetStep(week.first_day, week.target) for week in self._weeks), steps[-1])
        points = step_points(steps, self._origin)
        self._target_under.setData(*points)
        self._target.setData(*points)

    def _limit(self) -> None:
        first, last = self._days(Span.ALL)
        tallest = max((bar.top for bar in self._progress.bars), default=0.0)
        height = max(CORRIDOR[1], tallest) + _HEADROOM
        self._limits = (first - _BEYOND_DATA, last + _BEYOND_DATA)
        ticks = (*TICKS, *range(20, round(height), 10))
        self.plot.getAxis("left").setTicks([[(minutes, str(minutes)) for minutes in ticks]])
        self.plot.setLimits(xMin=self._limits[0], xMax=self._limits[1], yMin=0, yMax=height,
                            minXRange=_LEAST_DAYS, minYRange=height)  # fmt: skip
        self.plot.setYRange(0, height, padding=0)

    def _days(self, span: Span) -> tuple[float, float]:
        first, last = days_shown(self._progress, span, self._today)
        if (last - first).days > MOST_SINGLE_DAYS:
            first, last = week_start(first, first_weekday()), week_start(last, first_weekday()) + timedelta(days=6)
        air = _AIR_FOR_TOMORROW if self._steps[-1].day > last else _AIR_DAYS
        return (first - self._origin).days - _AIR_DAYS, (last - self._origin).days + air

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

    def _on_zoomed(self, *_: object) -> None:
        self._set_span(None)

    def shown_days(self) -> tuple[float, float]:
        """The days on screen, counted from the first massage."""
        (first, last), _ = self.plot.viewRange()
        return float(first), float(last)

    @property
    def by_weeks(self) -> bool:
        """Whether one bar is a week."""
        first, last = self.shown_days()
        return last - first > MOST_SINGLE_DAYS

    def _on_range_changed(self, *_: object) -> None:
        if self._today == date.min:
            return
        if self.by_weeks != self._was_by_weeks:
            self._was_by_weeks = self.by_weeks
            self.forget()
            self._set_target()
        first, last = self.shown_days()
        begin, end = (self._origin + timedelta(days=days) for days in (math.ceil(first), math.floor(last)))
        px = self.theme.text_px(16)
        ticks = self._dates.ticks(
            begin, end, self.scale().day_width, self._today, lambda text: text_width(text, px, Weight.BOLD)
        )
        placed = [((tick.day - self._origin).days, tick.text) for tick in ticks]
        half = 2 * self.scale().day_width  # a word that the edge would cut off is left out
        shown = [(day, text) for day, text in placed if (last - day) * half >= text_width(text, px, Weight.BOLD)]
        self.plot.getAxis("bottom").setTicks([shown])
        self._place_words()
        self.tell()

    def scale(self) -> Scale:
        """Days and minutes to pixels of this widget."""
        box, to_pixels = self.plot.getViewBox(), self.plot.viewportTransform()
        zero, far = (to_pixels.map(box.mapViewToScene(QPointF(n, n))) for n in (0.0, 100.0))
        return Scale(zero.x(), zero.y(), (far.x() - zero.x()) / 100, (zero.y() - far.y()) / 100)

    def shapes(self) -> tuple[Shape, ...]:
        """The columns as they stand now: massages, or weeks."""
        key = (self.scale(), self.by_weeks, self.theme, self._progress, self._today)
        if self._shaped is None or self._shaped[0] != key:
            self._shaped = (key, self._shape_all(key[0]))
        return self._shaped[1]

    def _shape_all(self, scale: Scale) -> tuple[Shape, ...]:
        if self.by_weeks:
            return week_shapes(self._weeks, self._origin, scale, self.theme)
        return day_shapes(self._progress.bars, self._steps, self._origin, scale, self.theme)

    # Painting, from the ground up

    def _paint_corridor(self, painter: QPainter, view: QRectF) -> None:
        words = (self.tr("3 to 15 minutes"), self.tr("one bar is a week") if self.by_weeks else "")
        draw_corridor(painter, self.scale(), view, self.theme, CORRIDOR, words)

    def _paint_bars(self, painter: QPainter, view: QRectF) -> None:
        for shape in self.shapes():
            if shape.whole.intersects(view):
                draw_shape(painter, shape, self.theme)

    def _paint_marks(self, painter: QPainter, view: QRectF) -> None:
        shapes = self.shapes()
        for shape in shapes:
            if shape.whole.intersects(view):
                draw_mark(painter, shape, self.theme)
        index = self.picked_index
        if index is not None and index < len(shapes):
            draw_picked(painter, shapes[index], self.theme)

    def _place_words(self) -> None:
        """Beside the very first bar, while it is alone."""
        alone = self._progress.massages == 1
        self.first.setVisible(alone)
        self.first_told.setVisible(alone)
        if alone:
            scale, height = self.scale(), round(self.theme.text_px(30))
            self.first_told.set_text(self._dates.bar(self._progress.bars[0], self._words)[1])
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
        self.plot.setStyleSheet("QGraphicsView { background: transparent; border: 0; }")
        self._target_under.setPen(cosmetic(p.card, max(4.5, theme.px(6))))
        self._target.setPen(cosmetic(p.ink, max(2.2, theme.px(2.8))))
        self._on_range_changed()
        self.plot.viewport().update()

    # The column that is looked at

    def pick_massage(self, index: int) -> None:
        """Look at a massage; where one bar is a week, at its week."""
        if self.by_weeks:
            begun = week_start(self._progress.bars[index].day, first_weekday())
            index = next(i for i, week in enumerate(self._weeks) if week.first_day == begun)
        self.pick(index)

    def newest_massage(self, index: int) -> int:
        """The massage of a column; of a week the newest."""
        return sum(week.massages for week in self._weeks[: index + 1]) - 1 if self.by_weeks else index

    @override
    def told(self, index: int) -> tuple[str, str]:
        if self.by_weeks:
            return self._dates.week(self._weeks[index], self._words)
        return self._dates.bar(self._progress.bars[index], self._words)

    @override
    def bring_into_view(self, index: int) -> None:
        day = self._weeks[index].first_day if self.by_weeks else self._progress.bars[index].day
        at = (day - self._origin).days
        first, last = self.shown_days()
        beyond = min(0.0, at - _AIR_DAYS - first) + max(0.0, at + _AIR_DAYS - last)
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
            if shape_at(self.shapes(), event.position()) is None:
                self.show_span(Span.ALL)
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
