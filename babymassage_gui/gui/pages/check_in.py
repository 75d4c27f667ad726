"""Before we start: is today a day? Three columns, three taps for a well baby, and the verdict before the last one.

The page shows one value and sends back what was pressed; what an answer means is decided elsewhere.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.asking_page import AskingPage
from babymassage_gui.gui.pages.check_in_card import StepCard, lay
from babymassage_gui.gui.pages.check_in_feed import FeedCard
from babymassage_gui.gui.pages.check_in_ready import ReadyCard
from babymassage_gui.gui.pages.check_in_rows import RowsCard
from babymassage_gui.gui.pages.check_in_verdict import UrgentSheet, VerdictBar
from babymassage_gui.gui.pages.check_in_view import Act, CheckInView, Tone
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.pressable import Pressable

# The widths of the columns: as in the mock-up, and where there is less room for the words of the first.
SHARES, NARROW_SHARES = (517.0, 265.0, 393.0), (545.0, 247.0, 383.0)
LOW_SHARES = (490.0, 272.0, 413.0)
NARROW = 0.8
# Before a window as low as this nothing is spared.
LOW = 560


class CheckInPage(AskingPage):
    """`act_pressed` carries what the bar's button does, `verdict_why` asks what the verdict rests on."""

    feed_pressed = Signal(int)
    begin_pressed = Signal()
    act_pressed = Signal(object)
    verdict_why = Signal()

    tall_design = (800.0, 1340.0)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._view: CheckInView | None = None
        super().__init__(theme, self.tr("Back to Today"), parent)
        self.title.set_text(self.tr("Before we start"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.routine = TextLabel(theme, "", Type.BODY_BOLD, self, shade="ink2", align=right, max_lines=1)
        self.content = Ground(theme)
        self.scroller = ScrollPage(theme, self.content, self)
        self.rows, self.feed, self.ready = (
            RowsCard(theme, self.content), FeedCard(theme, self.content), ReadyCard(theme, self.content),
        )  # fmt: skip
        self.alarm = UrgentSheet(theme, self.content)
        self.alarm.hide()
        self.bar = VerdictBar(theme, self)
        self.sheet.raise_()
        self._connect()
        self._built = True

    def _connect(self) -> None:
        self.rows.box.row_pressed.connect(self.row_pressed)
        self.rows.box.option_pressed.connect(self.option_pressed)
        self.rows.box.why.connect(self.why)
        self.rows.none.clicked.connect(self.none_pressed)
        self.feed.pressed.connect(self.feed_pressed)
        self.ready.begin_pressed.connect(self.begin_pressed)
        self.ready.option_pressed.connect(self.option_pressed)
        self.ready.why.connect(self.why)
        self.bar.act_pressed.connect(self.act_pressed)
        self.bar.why.clicked.connect(self.verdict_why)
        self.alarm.call.connect(lambda: self.act_pressed.emit(Act.CALL))

    @property
    def cards(self) -> tuple[StepCard, StepCard, StepCard]:
        """The three columns."""
        return self.rows, self.feed, self.ready

    def begin_visit(self) -> None:
        """A new visit: nothing is pressed, the short list is shown, the sheet is closed."""
        self._view = None
        if self.sheet.isVisible():
            self.sheet.leave()
        self.ready.show_each(False)
        self.scroller.verticalScrollBar().setValue(0)

    def show_check_in(self, view: CheckInView) -> None:
        """Show the page as it stands; when a column was finished the focus goes to the next."""
        before, self._view = self._view, view
        alarm = view.bar.tone is Tone.URGENT
        self.routine.set_text(view.routine)
        self.rows.show_rows(view.today_rows, view.now_rows, view.none, done=1 in view.done)
        self.feed.show_feeds(view.feeds, view.feed_hint, view.now, view.fed_at)
        self.ready.show_ready(view.ready, view.reading, view.begin)
        for number, card in enumerate(self.cards, start=1):
            card.show_step(done=number in view.done, active=number == view.active)
        self.rows.none.setVisible(not alarm)
        self.routine.setVisible(not alarm)
        self.feed.setVisible(not alarm)
        self.ready.setVisible(not alarm)
        self.bar.show_bar(view.bar)
        self.bar.setVisible(not alarm)
        if alarm:
            self.alarm.show_alarm(view.bar)
        self.alarm.setVisible(alarm)
        self.arrange()
        self._set_tab_order()
        self._move_focus(before, view)

    def _move_focus(self, before: CheckInView | None, view: CheckInView) -> None:
        if view.bar.tone is Tone.URGENT:
            if before is None or before.bar.tone is not Tone.URGENT:
                self.alarm.button.setFocus()
                self.scroller.verticalScrollBar().setValue(0)
        elif before is None or (before.active != view.active and len(view.done) > len(before.done)):
            self.focus_column(view.active)

    def focus_column(self, number: int) -> None:
        """Put the focus where the next tap is."""
        targets: dict[int, Pressable] = {1: self.rows.none, 2: self.feed.chips[0], 3: self.ready.begin}
        target = targets.get(number, self.back_button)
        (target if target.isEnabled() else self.back_button).setFocus()
        if number in targets:
            card = self.cards[number - 1]
            self.scroller.ensureVisible(0, card.geometry().bottom(), 0, 0)

    def _set_tab_order(self) -> None:
        chips = [chip for panel in self.rows.box.panels.values() if panel.isVisible() for chip in panel.chips]
        order: list[QWidget] = [self.rows.none]
        for row in self.rows.box.rows():
            order.append(row)
            if row.row is not None and row.row.open:
                order += chips
        order += [*self.feed.chips, *self.ready.rows, self.ready.read, *self.ready.box.rows, self.ready.begin]
        self.set_tab_order([*order, self.bar.why, self.bar.action, self.alarm.button, self.back_button])

    @override
    def parts_to_scale(self) -> tuple[QWidget, ...]:
        return self.content, self.bar, self.routine

    @override
    def refit(self) -> None:
        # Rows are written in one size, which is known once each has its look.
        self.rows.again()
        self.rows.box.arrange()
        self.ready.box.arrange()
        self.ready.again()

    @override
    def arrange(self) -> None:
        if not self._built or self.width() < 100:
            return
        k = self.bar.theme.px(1.0)
        lowly = self.height() < LOW
        margin, bar = 32 * k, max(56.0 if lowly else 50.0, (78 if self.tall else 66) * k)
        head = max(48.0, (72 if lowly else 88) * k)
        side = max(44.0, 56 * k)
        low = (12 if lowly else 24) * k
        lay(self.back_button, QRectF(margin - 12 * k, (head - side) / 2, side, side))
        x = margin + side
        room = self.width() - x - margin
        lay(self.title, QRectF(x + 4 * k, 0, room * 0.5, head))
        lay(self.routine, QRectF(x + room * 0.5, 0, room * 0.5, head))
        for card in self.cards:
            card.set_low(lowly or self.tall)
        self.sheet.setGeometry(self.rect())
        bottom = self.height() - low - bar
        lay(self.bar, QRectF(margin, bottom, self.width() - 2 * margin, bar))
        area = QRectF(0, head, self.width(), (self.height() if self.bar.isHidden() else bottom) - head - 4 * k)
        lay(self.scroller, area)
        if self.tall:
            self._arrange_tall(area, margin, k)
        else:
            self._arrange_wide(area, margin, k)

    def _arrange_wide(self, area: QRectF, margin: float, k: float) -> None:
        self.content.setMinimumHeight(0)
        gap, high = 20 * k, area.height() - (12 if self.height() < LOW else 24) * k
        room = area.width() - 2 * margin - 2 * gap
        x = margin
        shares = LOW_SHARES if self.height() < LOW else NARROW_SHARES if k < NARROW else SHARES
        for card, share in zip(self.cards, shares, strict=True):
            width = room * share / sum(shares)
            lay(card, QRectF(x, 0, width, high))
            x += width + gap
        first = self.rows.width() + gap
        lay(self.alarm, QRectF(margin + first, 0, area.width() - 2 * margin - first, high))

    def _arrange_tall(self, area: QRectF, margin: float, k: float) -> None:
        width, gap, y = area.width() - 2 * margin, 14 * k, 2.0
        shown: list[tuple[QWidget, float]] = [(self.rows, self.rows.needs(width))]
        if self.alarm.isHidden():
            shown += [(self.feed, self.feed.needs(width)), (self.ready, self.ready.needs(width))]
        else:
            shown.insert(0, (self.alarm, area.height() * 0.52))
        for card, high in shown:
            lay(card, QRectF(margin, y, width, high))
            y += high + gap
        self.content.setMinimumHeight(round(y + 4 * k))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is the feed chip of that number; the rest as on every page that asks."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.feed.chips) and not self.sheet.isVisible() and self.alarm.isHidden():
            self.feed.chips[number].click()
        else:
            super().keyPressEvent(event)
