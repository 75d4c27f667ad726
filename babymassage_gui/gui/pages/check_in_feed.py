"""Column two of the check-in: when the last feed was, and a small clock that draws the hour since."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_card import StepCard, lay
from babymassage_gui.gui.pages.check_in_view import FEED_MINUTES, FeedOption
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Type, colour
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import disc, line, start
from babymassage_gui.gui.widgets.themed import Themed

# The pie never goes round: longer ago is drawn as this.
MOST = timedelta(hours=3)


class FeedClock(Themed, QWidget):
    """The face of a clock: the hour hand now, where it was at the feed, and the time between as a pie."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: datetime | None = None
        self._fed: datetime | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    def show_time(self, now: datetime, fed: datetime | None) -> None:
        """Show the time, and the feed if one is known."""
        self._now, self._fed = now, fed
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._now is None:
            return
        painter = start(self)
        p = self.theme.palette
        centre = QPointF(self.width() / 2, self.height() / 2)
        radius = min(self.width(), self.height()) / 2 - 2
        painter.setPen(line(p.line, max(2.0, radius * 0.06)))
        painter.setBrush(self.theme.colour("page"))
        painter.drawEllipse(centre, radius, radius)
        for hour in range(12):
            disc(painter, _at(centre, radius * 0.86, hour * 30), radius * (0.028 if hour % 3 else 0.052), p.ink3)
        hour_now = _hour_angle(self._now)
        if self._fed is not None:
            gone = min(self._now - self._fed, MOST).total_seconds() / 120
            self._pie(painter, centre, radius, hour_now, gone)
        self._hand(painter, centre, hour_now, radius * 0.50, radius * 0.13)
        self._hand(painter, centre, self._now.minute * 6.0, radius * 0.72, radius * 0.09)
        disc(painter, centre, radius * 0.12, p.ink)
        painter.end()

    def _pie(self, painter: QPainter, centre: QPointF, radius: float, hour_now: float, gone: float) -> None:
        """From the feed to now, as the hour hand went."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.theme.palette.calm, 0.42))
        around = QRectF(centre.x() - radius * 0.74, centre.y() - radius * 0.74, radius * 1.48, radius * 1.48)
        painter.drawPie(around, round((90 - hour_now + gone) * 16), round(-gone * 16))
        painter.setPen(line(colour(self.theme.palette.ink3, 0.7), radius * 0.07))
        painter.drawLine(centre, _at(centre, radius * 0.5, hour_now - gone))

    def _hand(self, painter: QPainter, centre: QPointF, angle: float, length: float, width: float) -> None:
        painter.setPen(line(self.theme.palette.ink, width))
        painter.drawLine(centre, _at(centre, length, angle))


def _hour_angle(moment: datetime) -> float:
    return (moment.hour % 12) * 30 + moment.minute / 2


def _at(centre: QPointF, radius: float, angle: float) -> QPointF:
    """The point at an angle in degrees from twelve, clockwise."""
    turn = math.radians(angle)
    return QPointF(centre.x() + radius * math.sin(turn), centre.y() - radius * math.cos(turn))


class FeedCard(StepCard):
    """Last feed? `pressed` carries the minutes of a chip."""

    pressed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 2, "", parent)
        self.title.set_text(self.tr("Last feed"))
        self.chips = [ChoicePill(theme, "", self) for _ in FEED_MINUTES]
        for minutes, chip in zip(FEED_MINUTES, self.chips, strict=True):
            chip.clicked.connect(lambda _checked=False, minutes=minutes: self.pressed.emit(minutes))
        self.clock = FeedClock(theme, self)
        self.hint = TextLabel(theme, "", Type.HINT, self, shade="ink2",
                              align=Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)  # fmt: skip
        self._built = True
        self.again()

    def show_feeds(self, feeds: tuple[FeedOption, ...], hint: str, now: datetime, fed: datetime | None) -> None:
        """Show the chips with their clock times; the clock shows what was chosen."""
        for chip, feed in zip(self.chips, feeds, strict=True):
            # A chip without a clock time keeps its words at the near end, as the others.
            chip.set_second(feed.clock or " ")
            at = fill(self.tr("at %1"), feed.clock) if feed.clock else ""
            chip.set_words(feed.text, ", ".join(part for part in (self.title.text(), feed.text, at) if part))
            chip.setChecked(feed.chosen)
        self.hint.set_text(hint)
        self.clock.show_time(now, fed)

    def needs(self, width: float) -> float:
        """The height that everything takes at a width, lying (see `arrange`)."""
        del width
        return self.head() + 2 * (self.theme.target(60) + self.theme.px(8)) + self.theme.px(18)

    @override
    def arrange(self, area: QRectF) -> None:
        if self.width() > 1.5 * self.height():
            self._arrange_lying(area)
            return
        high, gap = float(self.theme.target(60)), self.theme.px(7)
        five = 5 * high + 4 * gap
        if five > area.height():
            high = max(44.0, (area.height() - 4 * gap) / 5)
            five = 5 * high + 4 * gap
        for index, chip in enumerate(self.chips):
            lay(chip, QRectF(area.x(), area.y() + index * (high + gap), area.width(), high))
        rest = QRectF(area.x(), area.y() + five, area.width(), area.height() - five)
        wide = rest.width() + 12
        hint = min(rest.height(), max(self.theme.text_px(18) * 1.6, float(self.hint.heightForWidth(round(wide)))))
        side = min(self.theme.px(104), rest.height() - hint - self.theme.px(14), area.width())
        self.clock.setVisible(side >= 40)
        self.hint.setVisible(rest.height() >= 18)
        lay(self.hint, QRectF(rest.x() - 6, rest.bottom() - hint + 4, wide, hint))
        top = rest.bottom() - hint - side - self.theme.px(2)
        lay(self.clock, QRectF(rest.center().x() - side / 2, top, side, side))

    def _arrange_lying(self, area: QRectF) -> None:
        """Three chips in a line, the clock at the far end of the head."""
        high, gap = float(self.theme.target(60)), self.theme.px(8)
        column = (area.width() - 2 * gap) / 3
        for index, chip in enumerate(self.chips):
            x = area.x() + (index % 3) * (column + gap)
            lay(chip, QRectF(x, area.y() + (index // 3) * (high + gap), column, high))
        side = min(high * 1.25, self.head() - self.theme.px(10))
        last = QRectF(area.x() + 2 * (column + gap), area.y() + high + gap, column, high)
        self.clock.setVisible(True)
        self.hint.setVisible(True)
        lay(self.clock, QRectF(area.right() - side, area.y() - side - self.theme.px(4), side, side))
        lay(self.hint, last)
