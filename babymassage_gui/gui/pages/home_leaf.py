"""What is laid over the plan on Today: what a part of the body holds, or why it is so long and what may be changed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.growth import SHORTEST_TARGET
from babymassage_gui.core.growth_rule import split_parts
from babymassage_gui.core.today import Today
from babymassage_gui.gui.length_words import LIMITED, LengthWords
from babymassage_gui.gui.pages.home_cards import TOP_LEFT, Arranged
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.buttons import QuietButton
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.grounds_paper import Basis

# So many facts are named on a way to them.
MOST_IDS = 5
LEAF = TypeRole((23, 22, 21, 20, 19, 18), Weight.MEDIUM, 1.3)


class LeafCard(Arranged):
    """A title, a text, Close."""

    design_height = 482.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = TextLabel(theme, "", Type.CARD_TITLE, self, max_lines=2)
        self.body = TextLabel(theme, "", LEAF, self, align=TOP_LEFT)
        self.close_button = QuietButton(theme, self.tr("Close"), None, self)

    def show_text(self, title: str, body: str) -> None:
        """Open with a text."""
        self.title.set_text(title)
        self.body.set_text(body)
        self._again()
        self.show()
        self.raise_()
        self.close_button.setFocus()

    @override
    def arrange(self, area: QRectF, unit: float) -> None:
        pad = 34 * unit
        inner = area.adjusted(pad, 24 * unit, -pad, -24 * unit)
        row = max(44.0, 64 * unit)
        self.title.setGeometry(QRectF(inner.x(), inner.y(), inner.width(), 60 * unit).toRect())
        top = inner.y() + 72 * unit
        self.body.setGeometry(QRectF(inner.x(), top, inner.width(), inner.bottom() - row - 14 - top).toRect())
        width = min(inner.width(), 240 * unit)
        self.close_button.setGeometry(QRectF(inner.right() - width, inner.bottom() - row, width, row).toRect())


class WhyLeaf(LeafCard):
    """The rule behind the length and what it rests on, and what a parent may do about it; every press can be undone.

    `held(bool)`: stay at this length, or grow again; `lowered(int)`: so many minutes from now on; `as_before`: take
    that back; `split(bool)`: in parts, or in one piece. `ground_pressed`: read a rule and its facts in the library.
    """

    design_height = 592.0

    held = Signal(bool)
    lowered = Signal(int)
    as_before = Signal()
    split = Signal(bool)
    ground_pressed = Signal(object, str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._length = LengthWords(self)
        self._today: Today | None = None
        self.hold = QuietButton(theme, "", None, self)
        self.less = QuietButton(theme, "", None, self)
        self.parts = QuietButton(theme, "", None, self)
        self.links: list[LinkButton] = []
        self.hold.clicked.connect(self._on_hold)
        self.less.clicked.connect(self._on_less)
        self.parts.clicked.connect(self._on_parts)

    def show_why(self, today: Today) -> None:
        """Open with the rule for today's length."""
        self._today = today
        self._forget_links()
        minutes, limited = today.target.minutes, today.target.reason in LIMITED
        stay = self.tr("Grow again") if today.held else self.tr("Stay at %n minutes", "", minutes)
        self.hold.set_words(stay)
        self.hold.setVisible(today.held or not limited)
        if today.lowered:
            self.less.set_words(self.tr("As long as before"))
        else:
            fewer = self.tr("Less from now on: %n minutes", "", minutes - 1)
            self.less.set_words(self.tr("Less from now on"), fewer)
        self.less.setVisible(today.lowered or (minutes > SHORTEST_TARGET and not limited))
        self.parts.setVisible(today.may_split or today.split_refused or today.target.parts > 1)
        if today.target.parts > 1:
            self.parts.set_words(self.tr("In one piece again"))
        else:
            two = split_parts(minutes)[0] == 2
            self.parts.set_words(self.tr("In two short parts") if two else self.tr("In three short parts"))
        body = self._length.why(today)
        if today.may_split:
            body = self._length.split_told(today) + "\n\n" + body
        if self._length.ask_doctor(today):
            body = self._length.ask_doctor_told()
        self.show_text(self._length.ask_doctor(today) or self._length.reason(today), body)

    def show_refusal(self, told: str) -> None:
        """Open with what stands in the way; the rule behind it comes with `show_bases`."""
        self._forget_links()
        for button in (self.hold, self.less, self.parts):
            button.hide()
        self.show_text(told, "")

    def show_bases(self, bases: tuple[Basis, ...]) -> None:
        """The ways to what it rests on, each named by its facts; a refusal is told by the rules themselves."""
        self._forget_links()
        if not self.body.text():
            self.body.set_text("\n\n".join(basis.text for basis in bases))
        for basis in bases:
            ids = ", ".join(fact_id for fact_id, _ in basis.facts[:MOST_IDS])
            more = len(basis.facts) > MOST_IDS
            text = fill(self.tr("Read: %1 …") if more else self.tr("Read: %1"), ids) if ids else self.tr("Read it")
            name = fill(self.tr("What it rests on, in the library: %1"), ids or basis.text)
            link = LinkButton(self.theme, text, "book-open", self, name=name)
            link.clicked.connect(lambda _checked=False, basis=basis: self.ground_pressed.emit(basis.kind, basis.id, ""))
            link.show()
            self.links.append(link)
        for first, second in pairwise([*self.links, self.close_button]):
            QWidget.setTabOrder(first, second)
        self._again()

    def _forget_links(self) -> None:
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = []

    def _on_hold(self) -> None:
        if self._today is not None:
            self.held.emit(not self._today.held)

    def _on_less(self) -> None:
        if self._today is None:
            return
        if self._today.lowered:
            self.as_before.emit()
        else:
            self.lowered.emit(self._today.target.minutes - 1)

    def _on_parts(self) -> None:
        if self._today is not None:
            self.split.emit(self._today.target.parts == 1)

    @override
    def arrange(self, area: QRectF, unit: float) -> None:
        pad = 34 * unit
        inner = area.adjusted(pad, 22 * unit, -pad, -22 * unit)
        row, gap = max(44.0, 68 * unit), 12 * unit
        half = (inner.width() - gap) / 2
        shown = [button for button in (self.hold, self.less, self.parts) if not button.isHidden()]
        buttons = [*shown, self.close_button]
        rows = (len(buttons) + 1) // 2
        top = inner.bottom() - rows * row - (rows - 1) * gap
        for place, button in enumerate(buttons):
            down, across = divmod(place, 2)
            last = button is self.close_button
            x = inner.x() + (half + gap if across or last else 0.0)
            button.setGeometry(QRectF(x, top + down * (row + gap), half, row).toRect())
        self.title.setGeometry(QRectF(inner.x(), inner.y(), inner.width(), 56 * unit).toRect())
        text_top, low = inner.y() + 66 * unit, top - gap
        for link in reversed(self.links):
            high = float(max(44, link.sizeHint().height()))
            low -= high
            width = min(inner.width(), float(link.sizeHint().width()))
            link.setGeometry(QRectF(inner.x() - 8 * unit, low, width, high).toRect())
        self.body.setGeometry(QRectF(inner.x(), text_top, inner.width(), low - 4 - text_top).toRect())
