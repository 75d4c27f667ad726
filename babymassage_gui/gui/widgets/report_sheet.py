"""The report on paper: one page, or two when there are notes, in A4 or Letter, the same in a PDF, in print, on screen.

Painted in light colours whatever the window's theme, in units of 1/96 inch.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from babymassage_gui.core.columns import Bucket, Point, columns_of, smoothed_columns, smoothed_days
from babymassage_gui.core.history import Mood
from babymassage_gui.core.progress import TargetStep
from babymassage_gui.core.report import Report
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.progress_facts import FactWords
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, Weight
from babymassage_gui.gui.widgets.chart_dates import ChartDates, first_weekday
from babymassage_gui.gui.widgets.chart_ground import (
    CORRIDOR,
    bands_of,
    draw_band_words,
    draw_bands,
    draw_corridor,
    draw_target,
    draw_trend,
    step_points,
    trend_path,
)
from babymassage_gui.gui.widgets.chart_labels import ChartLegend
from babymassage_gui.gui.widgets.chart_shapes import Scale, Shape, column_shapes, day_shapes, draw_mark, draw_shapes
from babymassage_gui.gui.widgets.faces import draw_face
from babymassage_gui.gui.widgets.paint import line
from babymassage_gui.gui.widgets.report_words import ReportWords
from babymassage_gui.gui.widgets.text_block import TextBlock, lay_out, one_line, text_width

UNITS_PER_INCH = 96
A4, LETTER = QSizeF(794, 1123), QSizeF(816, 1056)
MARGIN, FOOT = 60.0, 46.0
MOST_DAYS_AS_DAYS = 100
"""A longer period shows a bar for each week: days would be thinner than what a printer can show."""
_CHART_HEIGHT, _TEXT, _SMALL, _LEADING = 250.0, 15.0, 13.0, 1.32
_MOST_PAGES = 2
_DAY_WIDTH, _BETWEEN_NOTES = 136.0, 8.0


class ReportSheet:
    """Lays one report out on pages of a size; `paint` draws one of them, `pages` is how many there are."""

    def __init__(self, report: Report, size: QSizeF = A4, skin: Skin = Skin.PORCELAIN) -> None:
        self._report, self._size, self._skin = report, size, skin
        self._theme = Theme(k=0.62)
        self._words, self._told, self._totals, self._dates = Words(), ReportWords(), FactWords(), ChartDates()
        self._notes = tuple(self._note_pages())

    @property
    def pages(self) -> int:
        """One, or two when the notes need it."""
        return len(self._notes)

    @property
    def _width(self) -> float:
        return self._size.width() - 2 * MARGIN

    def print_on(self, device: QPagedPaintDevice) -> None:
        """All pages on a PDF or a printer, which must have this size and no margins of its own."""
        painter = QPainter(device)
        for number in range(1, self.pages + 1):
            if number > 1:
                device.newPage()
            painter.save()
            painter.scale(device.logicalDpiX() / UNITS_PER_INCH, device.logicalDpiY() / UNITS_PER_INCH)
            self.paint(painter, number)
            painter.restore()
        painter.end()

    def picture(self, number: int, width: int) -> QImage:
        """One page as a picture of so many pixels across."""
        scale = width / self._size.width()
        image = QImage(width, round(self._size.height() * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        self.paint(painter, number)
        painter.end()
        return image

    def paint(self, painter: QPainter, number: int) -> None:
        """One page, from 1, its upper left corner at 0, 0."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._paint_first(painter) if number == 1 else MARGIN
        notes, left_out = self._notes[number - 1]
        if notes:
            top = self._heading(painter, self._told.heads()[3], MARGIN, top)
        for day, text in notes:
            self._draw(painter, day, MARGIN, top + (_TEXT - _SMALL) * 0.7, "ink3")
            top = self._draw(painter, text, MARGIN + _DAY_WIDTH, top, "ink") + _BETWEEN_NOTES
        if left_out:
            self._draw(painter, self._block(self._told.more(left_out), _SMALL), MARGIN, top, "ink3")
        self._paint_foot(painter, number)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        shade, area = self._theme.palette.ink3, QRectF(MARGIN, self._size.height() - FOOT, self._width, 20)
        one_line(self._told.foot(), _SMALL, Weight.MEDIUM, area.width() - 90, 9.0).draw(painter, area, shade)
        page = one_line(self._told.page(number, self.pages), _SMALL, Weight.MEDIUM, 86, 9.0)
        page.draw(painter, area, shade, Qt.AlignmentFlag.AlignRight)

    def _paint_first(self, painter: QPainter) -> float:
        """Everything but the notes; the answer is where they begin."""
        report, told = self._report, self._told
        face = QPointF(self._size.width() - MARGIN - 46, MARGIN + 38)
        draw_face(painter, face, 40, Mood.CALM, self._theme, self._skin)
        title = one_line(told.title(report), 34, Weight.EXTRA, self._width - 110)
        top = self._draw(painter, title, MARGIN, MARGIN - 8, "ink")
        for text in (told.period(report), told.born(report, self._words)):
            top = self._draw(painter, one_line(text, _TEXT, Weight.MEDIUM, self._width - 110), MARGIN, top + 3, "ink2")
        top = self._paint_facts(painter, max(top, MARGIN + 84) + 18)
        top = self._paint_chart(painter, top + 22)
        return self._paint_columns(painter, top + 22) + 18

    def _paint_facts(self, painter: QPainter, top: float) -> float:
        facts = self._told.facts(self._report, self._totals)
        width = (self._width - 12 * (len(facts) - 1)) / len(facts)
        for index, (number, counted) in enumerate(facts):
            box = QRectF(MARGIN + index * (width + 12), top, width, 74)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(box, 12, 12)
            middle, inner = Qt.AlignmentFlag.AlignHCenter, width - 16
            area = box.adjusted(8, 8, -8, -28)
            one_line(number, 27, Weight.EXTRA, inner).draw(painter, area, self._theme.palette.primary_ink, middle)
            area = box.adjusted(8, 44, -8, -8)
            one_line(counted, _SMALL, Weight.BOLD, inner).draw(painter, area, self._theme.palette.ink2, middle)
        return top + 74

    def _paint_chart(self, painter: QPainter, top: float) -> float:
        report, theme = self._report, self._theme
        by_week = (report.last - report.first).days >= MOST_DAYS_AS_DAYS
        heading = self._told.heads()[0] + (f"  ({self._told.weekly()})" if by_week and report.bars else "")
        top = self._heading(painter, heading, MARGIN, top)
        if not report.bars:
            return self._draw(painter, self._block(self._told.nothing(), _TEXT), MARGIN, top, "ink2")
        days = (report.last - report.first).days + 1
        most = max(CORRIDOR[1], *(bar.top for bar in report.bars)) + 2.5
        view = QRectF(MARGIN + 26, top, self._width - 26, _CHART_HEIGHT)
        scale = Scale(view.left() + view.width() / days / 2, view.bottom(), view.width() / days, view.height() / most)
        draw_corridor(painter, scale, view, theme, CORRIDOR, ("", ""))
        for minutes in (*CORRIDOR, 5, 10):
            label = QRectF(MARGIN, scale.y(minutes) - 8, 20, 16)
            one_line(str(minutes), _SMALL, Weight.BOLD, 20).draw(
                painter, label, theme.palette.ink3, Qt.AlignmentFlag.AlignRight
            )
        painter.save()
        painter.setClipRect(view.adjusted(-1, -24, 1, 1))
        marked = [(one, self._dates.mark(one.mark)) for one in report.marked]
        bands = bands_of(marked, report.first, scale)
        draw_bands(painter, bands, view, theme)
        shapes = self._shapes(scale, by_week=by_week)
        draw_shapes(painter, shapes, theme)
        draw_trend(painter, trend_path(self._smoothed(by_week=by_week), report.first, scale), theme)
        self._draw_target(painter, scale, view, by_week=by_week)
        for shape in shapes:
            draw_mark(painter, shape, theme)
        draw_band_words(painter, bands, view, theme, _SMALL, view.left())
        painter.restore()
        painter.setPen(line(theme.palette.ink3, 1.2))
        painter.drawLine(view.bottomLeft(), view.bottomRight())
        self._draw_days(painter, scale, view)
        return self._draw_legend(painter, view.bottom() + 32)

    def _shapes(self, scale: Scale, *, by_week: bool) -> tuple[Shape, ...]:
        report = self._report
        if not by_week:
            return day_shapes(report.bars, report.targets, report.first, scale, self._theme)
        weeks = columns_of(report.bars, Bucket.WEEK, first_weekday())
        return column_shapes(weeks, report.first, scale, self._theme)

    def _smoothed(self, *, by_week: bool) -> tuple[tuple[Point, ...], ...]:
        report = self._report
        if not by_week:
            return smoothed_days(report.bars, report.first, report.last)
        return smoothed_columns(columns_of(report.bars, Bucket.WEEK, first_weekday()))

    def _draw_target(self, painter: QPainter, scale: Scale, view: QRectF, *, by_week: bool) -> None:
        """By weeks where bars are: a step for each day would be a comb over them."""
        steps = self._report.targets
        if by_week:
            weeks = columns_of(self._report.bars, Bucket.WEEK, first_weekday())
            steps = (*(TargetStep(week.first_day, week.target) for week in weeks), steps[-1])
        days, minutes = step_points(steps, self._report.first)
        points = [QPointF(scale.x(day), scale.y(minute)) for day, minute in zip(days, minutes, strict=True)]
        painter.save()
        painter.setClipRect(view)
        draw_target(painter, points, self._theme)
        painter.restore()

    def _draw_days(self, painter: QPainter, scale: Scale, view: QRectF) -> None:
        report = self._report
        beyond = report.last + timedelta(days=1)
        for tick in self._dates.ticks(
            report.first, report.last, scale.day_width, beyond, lambda text: text_width(text, _SMALL, Weight.BOLD)
        ):
            width = text_width(tick.text, _SMALL, Weight.BOLD) + 16
            middle = scale.x((tick.day - report.first).days)
            painter.drawLine(QPointF(middle, view.bottom()), QPointF(middle, view.bottom() + 4))
            left = min(max(view.left(), middle - width / 2), view.right() - width)
            area = QRectF(left, view.bottom() + 4, width, 18)
            text = one_line(tick.text, _SMALL, Weight.BOLD, width)
            text.draw(painter, area, self._theme.palette.ink2, Qt.AlignmentFlag.AlignHCenter)
            painter.setPen(line(self._theme.palette.ink3, 1.2))

    def _draw_legend(self, painter: QPainter, top: float) -> float:
        legend = ChartLegend(self._theme, self._words)
        legend.show_unsaid(any(bar.mood is Mood.NOT_SAID for bar in self._report.bars))
        height = legend.heightForWidth(round(self._width))
        legend.resize(round(self._width), height)
        painter.save()
        painter.translate(MARGIN, top)
        legend.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))
        painter.restore()
        return top + height

    def _paint_columns(self, painter: QPainter, top: float) -> float:
        """How it was, and why massages ended early."""
        report, told, half = self._report, self._told, self._width / 2
        _, how, early, _ = told.heads()
        left = self._heading(painter, how, MARGIN, top)
        for mood, count in report.most_moods:
            draw_face(painter, QPointF(MARGIN + 13, left + 14), 12, mood, self._theme, self._skin)
            told_mood = self._block(f"{self._words.mood(mood)}: {count}", _TEXT, half - 44)
            self._draw(painter, told_mood, MARGIN + 34, left + 4, "ink")
            left += 30
        if not report.most_moods:
            left = self._draw(painter, self._block(told.not_said(), _TEXT, half), MARGIN, left, "ink2")
        right = self._heading(painter, early, MARGIN + half, top)
        lines = [f"{told.ending(ending).capitalize()}: {count}" for ending, count in report.early]
        lines += [text for text in (told.pattern(report, self._words),) if text]
        for text in lines or [told.none_early()]:
            right = self._draw(painter, self._block(text, _TEXT, half - 10), MARGIN + half, right + 4, "ink")
        return max(left, right)

    def _heading(self, painter: QPainter, text: str, left: float, top: float) -> float:
        return self._draw(painter, one_line(text, 19, Weight.EXTRA, self._width), left, top, "ink") + 6

    def _block(self, text: str, px: float, width: float = 0.0) -> TextBlock:
        return lay_out(text, px, Weight.MEDIUM, _LEADING, width or self._width)

    def _draw(self, painter: QPainter, block: TextBlock, left: float, top: float, role: str) -> float:
        area = QRectF(left, top, self._width, block.height)
        return block.draw(painter, area, self._theme.colour(role), Qt.AlignmentFlag.AlignTop)

    def _note_pages(self) -> Iterator[tuple[list[tuple[TextBlock, TextBlock]], int]]:
        """For each page its notes, and how many are left out at the last page's end."""
        blank = QImage(8, 8, QImage.Format.Format_RGB32)
        painter = QPainter(blank)
        top = self._paint_first(painter)
        painter.end()
        room = self._width - _DAY_WIDTH
        waiting = [
            (self._block(self._told.day(n.day), _SMALL, _DAY_WIDTH - 8), self._block(n.text, _TEXT, room))
            for n in self._report.notes
        ]
        bottom = self._size.height() - FOOT - 34
        for page in range(_MOST_PAGES):
            here, place = [], top + 34
            while waiting and place + waiting[0][1].height <= bottom:
                here.append(waiting.pop(0))
                place += here[-1][1].height + _BETWEEN_NOTES
            last = page == _MOST_PAGES - 1 or not waiting
            yield here, len(waiting) if last else 0
            if last:
                return
            top = MARGIN
