"""The three facts in the head of Progress, and the card of this week and this month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.core.progress import Progress, Tally, hours_and_minutes, tally, week_start
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.faces import draw_face
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import line, start
from babymassage_gui.gui.widgets.text_block import one_line, text_width
from babymassage_gui.gui.widgets.themed import Themed

_ANSWERS = (Mood.CALM, Mood.UNSETTLED, Mood.CRIED, Mood.ASLEEP)


class FactWords(QObject):
    """Totals in words."""

    def massages(self, number: int) -> str:
        """How many massages."""
        return self.tr("%n massage(s)", "", number)

    def duration(self, minutes: float) -> str:
        """Hours and minutes, short."""
        hours, rest = hours_and_minutes(minutes)
        return fill(self.tr("%1 h %2", "hours, minutes"), hours, rest) if hours else fill(self.tr("%1 min"), rest)

    def head(self, progress: Progress) -> tuple[tuple[str, str], ...]:
        """Three facts, each the part to be seen first and its sentence."""
        duration = self.duration(progress.minutes)
        return (
            (str(progress.massages), self.massages(progress.massages)),
            (duration, fill(self.tr("%1 together", "a duration"), duration)),
            (str(progress.target_now), self.tr("%n minute(s) now", "", progress.target_now)),
        )

    def total(self, counted: Tally) -> str:
        """Massages and minutes of some days."""
        if not counted.massages:
            return self.tr("None yet, that is fine.")
        return fill(self.tr("%1, %2 together"), self.massages(counted.massages), self.duration(counted.minutes))


class HeadFacts(Themed, QWidget):
    """Facts side by side; the number in each is large and in colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._start_theme(theme)

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Each fact is the part to be seen first and the sentence that holds it."""
        self._facts = facts
        self.setAccessibleName(", ".join(sentence for _, sentence in facts))
        self.updateGeometry()
        self.update()

    def _pieces(self) -> list[tuple[str, float, bool]]:
        """Words with their size and whether they are the large part, in the order of the sentences."""
        large, small = self.theme.text_px(27), self.theme.text_px(18)
        pieces: list[tuple[str, float, bool]] = []
        for first, sentence in self._facts:
            before, found, after = sentence.partition(first)
            parts = ((before, small, False), (found, large, True), (after, small, False))
            pieces += [(text.strip(), px, big) for text, px, big in parts if text.strip()]
            pieces.append(("", self.theme.px(26), False))
        return pieces[:-1]

    def _width_of(self, piece: tuple[str, float, bool]) -> float:
        text, px, big = piece
        return text_width(text, px, Weight.EXTRA if big else Weight.BOLD) + self.theme.px(8) if text else px

    @override
    def sizeHint(self) -> QSize:
        width = sum(self._width_of(piece) for piece in self._pieces())
        return QSize(round(width) + 4, self.theme.target(52))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, middle = 0.0, self.height() / 2
        # Large and small words stand on one line.
        base = middle + self.theme.text_px(27) * 0.35
        for piece in self._pieces():
            text, px, big = piece
            width = self._width_of(piece)
            if text:
                block = one_line(text, px, Weight.EXTRA if big else Weight.BOLD, width + 2)
                area = QRectF(x, base - px * 0.353 - block.height / 2, width, block.height)
                if mirrored:
                    area.moveRight(self.width() - x)
                shade = self.theme.palette.primary_ink if big else self.theme.palette.ink2
                block.draw(
                    painter, area, shade, Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
                )
            x += width
        painter.end()


class MoodTally(Themed, QWidget):
    """How often each answer was given: faces with numbers under them."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._skin = words, Skin.PORCELAIN
        self._counts = [(mood, 0) for mood in _ANSWERS]
        self._start_theme(theme)

    def show_tally(self, counted: Tally) -> None:
        """Show other numbers."""
        self._counts = [(mood, counted.moods.get(mood, 0)) for mood in _ANSWERS]
        self.setAccessibleName(", ".join(f"{self._words.mood(mood)} {count}" for mood, count in self._counts))
        self.update()

    def set_skin(self, skin: Skin) -> None:
        """Faces of another skin tone."""
        self._skin = skin
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self.theme.px(280)), round(self.theme.px(70) + self.theme.text_px(20)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(150, round(self.theme.px(36) + self.theme.text_px(20) * 1.3))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        px, count = self.theme.text_px(20), len(self._counts)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        as_rows = self.height() >= count * px * 2.6
        pitch = min(self.height() / count, px * 4.5) if as_rows else self.width() / count
        for index, (mood, number) in enumerate(self._counts):
            if as_rows:
                self._draw_row(painter, QRectF(0, index * pitch, self.width(), pitch), mood, number, mirrored)
            else:
                place = count - 1 - index if mirrored else index
                self._draw_column(painter, QRectF(place * pitch, 0, pitch, self.height()), mood, number)
        painter.end()

    def _shade(self, number: int) -> str:
        """An answer that was not given steps back."""
        return self.theme.palette.ink if number else self.theme.palette.ink3

    def _draw_column(self, painter: QPainter, area: QRectF, mood: Mood, number: int) -> None:
        px = self.theme.text_px(20)
        radius = min(self.theme.px(34), area.width() * 0.33, (area.height() - px * 1.3) * 0.44)
        top = (area.height() - 2.1 * radius - px * 1.3) / 2
        draw_face(painter, QPointF(area.center().x(), top + radius * 1.05), radius, mood, self.theme, self._skin)
        below = QRectF(area.x(), top + 2.1 * radius, area.width(), px * 1.3)
        block = one_line(str(number), px, Weight.EXTRA, area.width())
        block.draw(painter, below, self._shade(number), Qt.AlignmentFlag.AlignHCenter)

    def _draw_row(self, painter: QPainter, area: QRectF, mood: Mood, number: int, mirrored: bool) -> None:
        """Where there is height: a face, its word, the number."""
        px = self.theme.text_px(20)
        radius = min(self.theme.px(34), area.height() * 0.38)
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        x, indent = radius * 1.1, radius * 2.2 + px * 0.8
        words = area.adjusted(indent, 0, 0, 0)
        if mirrored:
            near, far, x, words = far, near, area.right() - x, area.adjusted(0, 0, -indent, 0)
        draw_face(painter, QPointF(x, area.center().y()), radius, mood, self.theme, self._skin)
        shade = self._shade(number)
        one_line(str(number), px, Weight.EXTRA, words.width() * 0.3).draw(painter, words, shade, far)
        one_line(self._words.mood(mood), px, Weight.BOLD, words.width() * 0.7).draw(painter, words, shade, near)


class PeriodCard(Card):
    """This week and this month in a line each, and how the month was."""

    def __init__(self, theme: Theme, words: Words, facts: FactWords, parent: QWidget | None = None) -> None:
        self._facts = facts
        self._layout: QVBoxLayout | None = None
        self._between = QSpacerItem(0, 0)
        super().__init__(theme, parent)
        self.week_title = TextLabel(theme, self.tr("This week"), Type.SECTION, self, max_lines=1)
        self.week = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=1)
        self.month_title = TextLabel(theme, self.tr("This month"), Type.SECTION, self, max_lines=1)
        self.month = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=1)
        self.moods = MoodTally(theme, words, self)
        self._layout = QVBoxLayout(self)
        for widget in (self.week_title, self.week, self.month_title, self.month, self.moods):
            self._layout.addWidget(widget)
        self._layout.insertItem(2, self._between)
        self._layout.setStretch(self._layout.indexOf(self.moods), 1)
        self._on_theme_changed()

    def show_progress(self, progress: Progress, today: date) -> None:
        """Count this calendar week and month, as weeks begin here."""
        week = tally(progress, week_start(today, QLocale().firstDayOfWeek().value), today)
        month = tally(progress, today.replace(day=1), today)
        self.week.set_text(self._facts.total(week))
        self.month.set_text(self._facts.total(month))
        self.moods.show_tally(month)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._layout is not None:
            side, top = round(self.theme.px(24)), round(self.theme.px(18))
            self._layout.setContentsMargins(side, top, side, top)
            self._layout.setSpacing(round(self.theme.px(4)))
            self._between.changeSize(0, round(self.theme.px(24)))
            self._layout.invalidate()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        between = (self.week.geometry().bottom() + self.month_title.geometry().top()) / 2
        side = self.theme.px(24)
        painter.setPen(line(self.theme.palette.line, 1.5))
        painter.drawLine(QPointF(side, between), QPointF(self.width() - side, between))
