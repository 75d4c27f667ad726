"""Today: one large Start, how long and why, the way round the body, the week, and what was left unfinished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Block
from babymassage_gui.core.checkin import Barrier
from babymassage_gui.core.choosing import takes_minutes
from babymassage_gui.core.settings import Skin
from babymassage_gui.core.today import Today
from babymassage_gui.gui.pages.home_cards import CLOSED_BY_AGE, Link, PlanCard, SplitCard, UnfinishedCard, link_of
from babymassage_gui.gui.pages.home_leaf import LeafCard, WhyLeaf
from babymassage_gui.gui.pages.home_map import MapCard
from babymassage_gui.gui.pages.home_week import WeekCard
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.text import Words, fill
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.buttons import PrimaryButton
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import Note, TextLabel

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.grounds_paper import Basis

MAP_FROM_WIDTH, MAP_FROM_HEIGHT, MAP_UP_TO_TYPE = 780, 700, 1.75
MORNING_FROM, DAY_FROM, EVENING_FROM = 4, 11, 17


@dataclass(frozen=True, slots=True)
class HomeView:
    """What Today shows. `notice` is a sentence the family must read, empty for none."""

    today: Today
    now: datetime
    notice: str
    skin: Skin


class HomePage(Ground):
    """Sends back what the parent wants.

    `minutes_wished(int)` asks for another plan this once; `change_wanted` for the list of routines; `split(bool)`,
    `held(bool)`, `lowered(int)` and `as_before` are the parent's word on the length from now on (see `WhyLeaf`).
    `why_wanted` asks what the reason rests on, to be told by `show_grounds`; `ground_pressed` to read it.
    """

    start = Signal()
    practise = Signal()
    minutes_wished = Signal(int)
    change_wanted = Signal()
    split = Signal(bool)
    held = Signal(bool)
    lowered = Signal(int)
    as_before = Signal()
    carry_on = Signal()
    keep = Signal()
    discard = Signal()
    settings_wanted = Signal()
    why_wanted = Signal()
    ground_pressed = Signal(object, str, str)

    def __init__(self, theme: Theme, figure: SessionFigure, parent: QWidget | None = None) -> None:
        self._words = Words()
        self._view: HomeView | None = None
        super().__init__(theme, parent)
        self.map = MapCard(theme, figure, self)
        self.greeting = TextLabel(theme, "", Type.SECTION, self, shade="ink2", max_lines=1)
        self.name = TextLabel(theme, "", Type.PAGE_TITLE, self, max_lines=1)
        self.age = TextLabel(theme, "", Type.BODY, self, shade="ink2", max_lines=1)
        self.plan = PlanCard(theme, self)
        self.unfinished = UnfinishedCard(theme, self)
        self.leaf = LeafCard(theme, self)
        self.why_leaf = WhyLeaf(theme, self)
        self.reminder = TextLabel(
            theme, "", Type.HINT_BOLD, self,
            shade="ink2", align=Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, max_lines=1,
        )  # fmt: skip
        self.start_button = PrimaryButton(theme, self.tr("Start"), "play", self)
        self.doll = LinkButton(theme, self.tr("Practise on a doll"), "baby", self)
        self.week = WeekCard(theme, self)
        self.split_card = SplitCard(theme, self)
        self.notice = Note(theme, "", "info", Type.BODY_BOLD, self)
        self._connect()
        self._set_tab_order()

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start)
        self.doll.clicked.connect(self.practise)
        self.plan.less.clicked.connect(lambda: self._on_wish(-1))
        self.plan.more.clicked.connect(lambda: self._on_wish(1))
        self.plan.why.clicked.connect(self._on_why)
        self.plan.help.clicked.connect(self._on_help)
        self.plan.change.clicked.connect(self.change_wanted)
        self.map.block_pressed.connect(self._on_block)
        for leaf in (self.leaf, self.why_leaf):
            leaf.close_button.clicked.connect(self._close_leaves)
        self.why_leaf.ground_pressed.connect(self.ground_pressed)
        self.why_leaf.held.connect(self.held)
        self.why_leaf.lowered.connect(self.lowered)
        self.why_leaf.as_before.connect(self.as_before)
        self.why_leaf.split.connect(self.split)
        self.split_card.yes.clicked.connect(lambda: self.split.emit(True))
        self.split_card.no.clicked.connect(lambda: self.split.emit(False))
        self.unfinished.carry_on.clicked.connect(self.carry_on)
        self.unfinished.keep.clicked.connect(self.keep)
        self.unfinished.discard.clicked.connect(self.discard)
        for card in (self.leaf, self.why_leaf, self.unfinished, self.notice, self.split_card):
            card.hide()

    def _set_tab_order(self) -> None:
        order = (
            self.start_button, self.plan.less, self.plan.more, self.plan.why, self.plan.help,
            self.plan.change, self.doll,
            self.unfinished.carry_on, self.unfinished.keep, self.unfinished.discard, self.split_card.yes,
            self.split_card.no,
        )  # fmt: skip
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def show_home(self, view: HomeView) -> None:
        """Show today."""
        self._view = view
        today = view.today
        refused = today.refusal
        self.greeting.set_text(self._greeting(view.now))
        self._show_age(today)
        self.plan.show_plan(today, self._words)
        done = today.refusal is not None and today.refusal.barrier is Barrier.DONE_TODAY
        closed = refused is not None and refused.barrier in CLOSED_BY_AGE
        self.map.show_plan(() if closed else today.plan.blocks, self._words, tomorrow=done)
        self.week.show_week(today, view.now.date(), view.skin, self._words)
        self.start_button.setEnabled(refused is None)
        self.start_button.set_words(*self._start_words(today))
        self.start_button.set_icon("play" if refused is None else None)
        self.reminder.set_text(
            self.tr("Three taps, then we begin.")
            if refused is None
            else self.tr("On a doll you can practise at any time.")
        )
        self.notice.set_note(view.notice)
        self.notice.setVisible(bool(view.notice))
        self.unfinished.setVisible(today.cut_off is not None)
        self.plan.setVisible(today.cut_off is None)
        if today.cut_off is not None:
            self.unfinished.show_cut_off(today.cut_off, self._words)
        self.split_card.setVisible(today.may_split and today.cut_off is None)
        self.week.setVisible(self.split_card.isHidden())
        self.split_card.show_offer(today)
        self._close_leaves()
        self._arrange()

    def _close_leaves(self) -> None:
        self.leaf.hide()
        self.why_leaf.hide()

    def first_button(self) -> QAbstractButton:
        """What Enter takes: Start, why it cannot be, or what to do with a session that was cut off."""
        if not self.unfinished.isHidden():
            return self.unfinished.first_button()
        return self.start_button if self.start_button.isEnabled() else self.plan.why

    def _start_words(self, today: Today) -> tuple[str, str]:
        if today.refusal is not None:
            return self._words.refusal_button(today.refusal), self._words.refusal(today.refusal)
        told = fill(self.tr("Start, %1, %2"), today.routine.title, self._words.minutes(takes_minutes(today.plan)))
        return self.tr("Start"), told

    def _show_age(self, today: Today) -> None:
        words = self._words.age(Age(today.baby.born, today.age.on))
        name = today.baby.name
        named = fill(self.tr("%1 is %2 old"), name, words) if name else fill(self.tr("Your baby is %1 old"), words)
        self.name.set_text(named)
        early = today.age.born != today.baby.born
        weeks = (today.age.born - today.baby.born).days // 7
        if early and today.age.days < 0:
            self.age.set_text(fill(self.tr("Due on %1: counted from then"), self._words.day(today.age.born)))
        elif early:
            came = self.tr("Born %n week(s) early", "", weeks)
            self.age.set_text(fill(self.tr("%1: counts as %2"), came, self._words.age(today.age)))
        else:
            self.age.set_text("")

    def _greeting(self, now: datetime) -> str:
        if MORNING_FROM <= now.hour < DAY_FROM:
            return self.tr("Good morning")
        if DAY_FROM <= now.hour < EVENING_FROM:
            return self.tr("Hello")
        return self.tr("Good evening")

    def _on_wish(self, step: int) -> None:
        """One minute from what is shown; where the moves do not fill the time, more is all of it."""
        if self._view is None:
            return
        today = self._view.today
        takes = takes_minutes(today.plan)
        fills = takes == today.minutes
        self.minutes_wished.emit(takes + step if fills or step < 0 else today.longest)

    def _on_why(self) -> None:
        if self._view is None:
            return
        self.leaf.hide()
        today = self._view.today
        if today.refusal is None:
            self.why_leaf.show_why(today)
        else:
            self.why_leaf.show_refusal(self._words.refusal(today.refusal))
        self.why_wanted.emit()

    def show_grounds(self, bases: tuple[Basis, ...]) -> None:
        """What the open leaf rests on, and the way to it."""
        self.why_leaf.show_bases(bases)

    def _on_help(self) -> None:
        if self._view is None:
            return
        link = link_of(self._view.today)
        if link is Link.ANSWER:
            self.settings_wanted.emit()
        elif link is Link.CHECK_IN:
            self.start.emit()
        elif link is Link.OTHERS:
            self.change_wanted.emit()

    def _on_block(self, block: Block) -> None:
        if self._view is None:
            return
        steps = [s for s in self._view.today.plan.steps if s.step.block is block]
        lines = [fill(self.tr("%1 · %2 s"), s.step.title, round(s.seconds)) for s in steps]
        self.why_leaf.hide()
        self.leaf.show_text(self._words.block(block), "\n".join(lines))

    def _arrange(self) -> None:
        if self.width() < self.height():
            self._arrange_tall()
            return
        k = self.theme.k
        margin = 24 * k
        # Type of twice the size needs the room of the map first.
        with_map = self.width() >= MAP_FROM_WIDTH * max(1.0, self.theme.text_scale / MAP_UP_TO_TYPE)
        self.map.setVisible(with_map)
        left = 8 * k
        map_width = self.width() * 0.459
        if with_map:
            self.map.setGeometry(QRectF(left, margin, map_width, self.height() - 2 * margin).toRect())
        x = left + map_width + 38 * k if with_map else margin
        self._arrange_column(QRectF(x, margin, self.width() - margin - x, self.height() - 2 * margin))

    def _arrange_tall(self) -> None:
        k = min(self.width() / 700, self.height() / 1192)
        margin = 24 * k
        with_map = self.height() >= MAP_FROM_HEIGHT
        self.map.setVisible(with_map)
        top = margin
        if with_map:
            height = self.height() * 0.42
            self.map.setGeometry(QRectF(margin, margin, self.width() - 2 * margin, height).toRect())
            top += height + 16 * k
        self._arrange_column(QRectF(margin, top, self.width() - 2 * margin, self.height() - margin - top))

    def _arrange_column(self, area: QRectF) -> None:
        """Greeting, plan, Start and week share the height as in the mock-up (752 high)."""
        unit = area.height() / 752
        y = area.y()

        def take(widget: QWidget, height: float, gap: float) -> None:
            nonlocal y
            widget.setGeometry(QRectF(area.x(), y, area.width(), height * unit).toRect())
            y += (height + gap) * unit

        has_age_line = bool(self.age.text())
        take(self.greeting, 34, 2)
        take(self.name, 58, 0)
        take(self.age, 34 if has_age_line else 1, 10 if has_age_line else 22)
        card_top = y
        take(self.plan, 308, 12)
        self.unfinished.setGeometry(self.plan.geometry())
        self.leaf.setGeometry(QRectF(area.x(), card_top, area.width(), 482 * unit).toRect())
        take(self.reminder, 34, 4)
        take(self.start_button, 124, 14)
        self._arrange_doll(area)
        self.week.setGeometry(QRectF(area.x(), y, area.width(), area.bottom() - y).toRect())
        self.split_card.setGeometry(self.week.geometry())
        self.why_leaf.setGeometry(QRectF(area.x(), card_top, area.width(), area.bottom() - card_top).toRect())
        self.notice.setGeometry(QRectF(area.x(), area.y(), area.width(), card_top - area.y() - 6).toRect())

    def _arrange_doll(self, area: QRectF) -> None:
        """The doll waits in the upper corner, away from Start."""
        size = self.doll.sizeHint()
        width = min(float(size.width()), area.width() * 0.5)
        greeting = QRectF(self.greeting.geometry())
        self.greeting.setGeometry(greeting.adjusted(0, 0, -width - 8, 0).toRect())
        y = greeting.center().y() - size.height() / 2
        self.doll.setGeometry(QRectF(area.right() - width, y, width, size.height()).toRect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "notice"):
            self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.first_button().isEnabled():
            self.first_button().click()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.map.press(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Escape and (self.leaf.isVisible() or self.why_leaf.isVisible()):
            self._close_leaves()
        else:
            super().keyPressEvent(event)
