"""Words on and under the chart: what is told of the bar that is looked at, and the legend."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, Weight
from babymassage_gui.gui.widgets.chart_ground import trend_pen
from babymassage_gui.gui.widgets.chart_shapes import dashed, draw_swatch
from babymassage_gui.gui.widgets.faces import draw_mood_mark
from babymassage_gui.gui.widgets.paint import box, line, start
from babymassage_gui.gui.widgets.text_block import one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed

_PX = 17.0


class Callout(Themed, QWidget):
    """Two short lines on a small sheet, above the bar that they tell of. It takes no clicks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = ("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._start_theme(theme)
        self.hide()

    def lines(self) -> tuple[str, str]:
        """What it says."""
        return self._lines

    def tell(self, lines: tuple[str, str], over: QRectF, within: QRectF) -> None:
        """Stand above a rectangle, or beside it where there is no room above; all in the parent's pixels."""
        self._lines = lines
        px = self.theme.text_px(_PX)
        widest = max(text_width(lines[0], px, Weight.EXTRA), text_width(lines[1], px, Weight.MEDIUM))
        width = min(within.width(), widest + self.theme.px(32) + 4)
        height = px * 2.6 + self.theme.px(16)
        x = min(max(over.center().x() - width / 2, within.left()), within.right() - width)
        y = over.top() - height - self.theme.px(18)
        if y < within.top():
            y = within.top()
            beside = over.right() + self.theme.px(14)
            x = beside if beside + width <= within.right() else over.left() - self.theme.px(14) - width
            x = max(within.left(), x)
        self.setGeometry(QRectF(x, y, width, height).toRect())
        self.show()
        self.raise_()
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        p, rect = self.theme.palette, QRectF(self.rect())
        box(painter, rect, self.theme.px(16), p.card, p.ink3, 1.5)
        inner = rect.adjusted(self.theme.px(14), self.theme.px(8), -self.theme.px(14), -self.theme.px(8))
        px, centre = self.theme.text_px(_PX), Qt.AlignmentFlag.AlignHCenter
        upper = QRectF(inner.x(), inner.y(), inner.width(), inner.height() / 2)
        one_line(self._lines[0], px, Weight.EXTRA, inner.width()).draw(painter, upper, p.ink, centre)
        lower = upper.translated(0, inner.height() / 2)
        one_line(self._lines[1], px, Weight.MEDIUM, inner.width()).draw(painter, lower, p.ink2, centre)
        painter.end()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One sign of the legend and its word: an answer's colour, the early outline, the smoothed or the target's line."""

    text: str
    mood: Mood | None = None
    outline: bool = False
    smooth: bool = False


class ChartLegend(Themed, QWidget):
    """What colours, marks, outline and line mean; it wraps into as many rows as it needs."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        moods = (Mood.CALM, Mood.UNSETTLED, Mood.CRIED, Mood.ASLEEP)
        self._always = [_Entry(words.mood(mood).lower(), mood) for mood in moods]
        self._unsaid = _Entry(words.mood(Mood.NOT_SAID).lower(), Mood.NOT_SAID)
        self._lines = [
            _Entry(self.tr("ended early, well done"), outline=True),
            _Entry(self.tr("target")),
            _Entry(self.tr("smoothed", "the line of the mean of days near each other"), smooth=True),
        ]
        self._with_unsaid = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)
        self.show_unsaid(False)

    def show_unsaid(self, shown: bool) -> None:
        """Explain the quiet bars too, where there are any."""
        self._with_unsaid = shown
        self.setAccessibleName(", ".join(entry.text for entry in self._entries()))
        self.updateGeometry()
        self.update()

    def _entries(self) -> list[_Entry]:
        return [*self._always, *([self._unsaid] if self._with_unsaid else []), *self._lines]

    def _px(self) -> float:
        return self.theme.text_px(_PX)

    def _lead(self, entry: _Entry) -> float:
        """How wide the sign before the word is, with the space after it."""
        px = self._px()
        if entry.mood is None:
            return px * 1.55 if entry.outline else px * 2.1
        return px * (1.6 if entry.mood in (Mood.CALM, Mood.NOT_SAID) else 2.5)

    def _rows(self, width: float) -> list[list[tuple[float, _Entry]]]:
        """All in one row if that can be, else the answers over the lines, else as it comes."""
        for air in (1.3, 1.0, 0.75):
            row = self._row(self._entries(), air)
            if self._end(row) <= width:
                return [row]
        answers = [entry for entry in self._entries() if entry.mood is not None]
        rows = [self._row(answers, 1.3), self._row(self._lines, 1.3)]
        if all(self._end(row) <= width for row in rows):
            return rows
        return self._wrapped(width)

    def _need(self, entry: _Entry) -> float:
        return self._lead(entry) + text_width(entry.text, self._px(), Weight.BOLD)

    def _row(self, entries: list[_Entry], air: float) -> list[tuple[float, _Entry]]:
        """Entries beside each other; `air` between them is in parts of the text's size."""
        row: list[tuple[float, _Entry]] = []
        for entry in entries:
            row.append((self._end(row) + air * self._px() if row else 0.0, entry))
        return row

    def _end(self, row: list[tuple[float, _Entry]]) -> float:
        return row[-1][0] + self._need(row[-1][1]) if row else 0.0

    def _wrapped(self, width: float) -> list[list[tuple[float, _Entry]]]:
        rows: list[list[_Entry]] = [[]]
        for entry in self._entries():
            if rows[-1] and self._end(self._row([*rows[-1], entry], 1.0)) > width:
                rows.append([])
            rows[-1].append(entry)
        return [self._row(row, 1.0) for row in rows]

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(len(self._rows(width)) * self._px() * 1.75)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._px() * 44), self.heightForWidth(round(self._px() * 44)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(self._px() * 1.75))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        pitch = self._px() * 1.75
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, row in enumerate(self._rows(self.width())):
            for x, entry in row:
                self._draw(painter, x, index * pitch, pitch, entry, mirrored)
        painter.end()

    def _draw(self, painter: QPainter, x: float, top: float, pitch: float, entry: _Entry, mirrored: bool) -> None:
        px, lead = self._px(), self._lead(entry)
        need = text_width(entry.text, px, Weight.BOLD) + 2
        if mirrored:
            x = self.width() - x - lead - need
            self._draw_sign(painter, QPointF(x + need + px * 0.45, top + pitch / 2), entry)
            words = QRectF(x, top, need, pitch)
        else:
            self._draw_sign(painter, QPointF(x, top + pitch / 2), entry)
            words = QRectF(x + lead, top, need, pitch)
        one_line(entry.text, px, Weight.BOLD, need).draw(painter, words, self.theme.palette.ink2)

    def _draw_sign(self, painter: QPainter, at: QPointF, entry: _Entry) -> None:
        px, p = self._px(), self.theme.palette
        if entry.mood is not None:
            side = px * 1.05
            draw_swatch(painter, QRectF(at.x() + 1, at.y() - side / 2, side, side), entry.mood, self.theme)
            if entry.mood not in (Mood.CALM, Mood.NOT_SAID):
                draw_mood_mark(painter, QPointF(at.x() + px * 1.75, at.y()), px * 0.36, entry.mood, self.theme)
        elif entry.outline:
            painter.setPen(dashed(self.theme.colour("ink2", 0.85)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(at.x() + 1, at.y() - px * 0.58, px * 0.95, px * 1.16), px / 3, px / 3)
        else:
            painter.setPen(trend_pen(self.theme) if entry.smooth else line(p.ink, 2.8))
            painter.drawLine(QPointF(at.x() + 2, at.y()), QPointF(at.x() + px * 1.6, at.y()))
