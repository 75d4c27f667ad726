"""The week on Today: seven days, one bar each, and the last massage in two lines."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood, SessionRecord
from babymassage_gui.core.settings import Skin
from babymassage_gui.core.today import Today
from babymassage_gui.core.week import day_as_one
from babymassage_gui.gui.pages.home_cards import LEFT, Arranged
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.faces import Face
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import disc, rounded_path, start
from babymassage_gui.gui.widgets.text_block import one_line
from babymassage_gui.gui.widgets.themed import Themed


class _WeekBars(Themed, QWidget):
    """Seven days, one bar each: its height the minutes, its colour how it was; days to come are open dots."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: list[tuple[date, SessionRecord | None]] = []
        self._today, self._target = date.min, 1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    def show_days(self, days: list[tuple[date, SessionRecord | None]], today: date, target: int) -> None:
        """Show a week, Monday or the locale's first day first; a bar as long as `target` minutes is a whole one."""
        self._days, self._today, self._target = days, today, target
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        pitch = self.width() / max(1, len(self._days))
        label = min(self.height() * 0.34, self.theme.text_px(18) * 1.4)
        most = max([float(self._target), *(s.minutes for _, s in self._days if s is not None)])
        for index, (day, session) in enumerate(self._days):
            cell = QRectF(index * pitch, 0, pitch, self.height() - label)
            shade = self.theme.palette.primary_ink if day == self._today else self.theme.palette.ink2
            name = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)
            letter = one_line(name, self.theme.text_px(18), Weight.BOLD, pitch)
            below = QRectF(cell.x(), cell.bottom(), pitch, label)
            letter.draw(painter, below, shade, Qt.AlignmentFlag.AlignHCenter)
            if session is None:
                self._dot(painter, cell, day)
            else:
                self._bar(painter, cell, session, most)
        painter.end()

    def _dot(self, painter: QPainter, cell: QRectF, day: date) -> None:
        radius = max(3.0, 5 * self.theme.k)
        centre = QPointF(cell.center().x(), cell.bottom() - radius - 2)
        disc(painter, centre, radius, self.theme.palette.line)
        if day > self._today:
            disc(painter, centre, radius - 1.6, self.theme.palette.card)

    def _bar(self, painter: QPainter, cell: QRectF, session: SessionRecord, most: float) -> None:
        width = min(cell.width() * 0.58, 26 * max(1.0, self.theme.k))
        height = max(width * 0.7, (cell.height() - 2) * session.minutes / most)
        bar = QRectF(cell.center().x() - width / 2, cell.bottom() - height, width, height)
        mood = session.mood or Mood.NOT_SAID
        painter.setPen(self.theme.colour(self.theme.mood_edge(mood)))
        painter.setBrush(self.theme.colour(self.theme.mood(mood)))
        painter.drawPath(rounded_path(bar, width * 0.3))


class WeekCard(Arranged):
    """This week at a glance, and the last session in two lines."""

    design_height = 118.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.bars = _WeekBars(theme, self)
        self.face = Face(theme, Mood.CALM, Skin.PORCELAIN, self)
        self.when = TextLabel(theme, "", Type.BODY_BOLD, self, align=LEFT, max_lines=1)
        self.how = TextLabel(theme, "", Type.BODY, self, shade="ink2", align=LEFT, max_lines=1)

    def show_week(self, today: Today, day: date, skin: Skin, words: Words) -> None:
        """Show the week that holds a day, and the last massage."""
        first = day - timedelta(days=(day.isoweekday() - QLocale().firstDayOfWeek().value) % 7)
        days = [first + timedelta(days=offset) for offset in range(7)]
        full = frozenset(offer.routine.id for offer in today.offers if offer.routine.moves_target)
        as_one = [(d, day_as_one((s for s in today.massages if s.day == d), full)) for d in days]
        self.bars.show_days(as_one, day, today.target.minutes)
        newest = today.last
        last = None if newest is None else day_as_one((s for s in today.massages if s.day == newest.day), full)
        self.bars.setVisible(last is not None)
        if last is None:
            self.face.set_face(Mood.ASLEEP, skin)
            self.when.set_text(self.tr("Nothing here yet"))
            self.how.set_text(self.tr("The first massage begins it."))
        else:
            self.face.set_face(last.mood or Mood.NOT_SAID, skin)
            when, how = words.last_session(last, day)
            self.when.set_text(when)
            self.how.set_text(how)
        self._again()

    @override
    def arrange(self, area: QRectF, unit: float) -> None:
        pad = 28 * unit
        inner = area.adjusted(pad, 14 * unit, -pad, -10 * unit)
        shown = not self.bars.isHidden()
        bars = inner.width() * 0.40 if shown else 0.0
        self.bars.setGeometry(QRectF(inner.x(), inner.y(), bars, inner.height()).toRect())
        side = min(inner.height() * 0.64, 60 * max(1.0, unit))
        x = inner.x() + bars + (24 * unit if shown else 0)
        self.face.setGeometry(QRectF(x, inner.center().y() - side / 2, side, side).toRect())
        words = x + side + 14 * unit
        line = min(inner.height() / 2, 32 * max(unit, 0.7))
        middle = inner.center().y()
        self.when.setGeometry(QRectF(words, middle - line, inner.right() - words, line).toRect())
        self.how.setGeometry(QRectF(words, middle, inner.right() - words, line).toRect())
