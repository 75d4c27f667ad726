"""A sheet over the check-in: why a question is asked, or what the doctor said. Escape and "Close" leave it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from babymassage_gui.core.grounds import GroundKind
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.body_places import keys_of
from babymassage_gui.gui.pages.check_in_card import Panel, lay
from babymassage_gui.gui.pages.check_in_view import Option, OptionGroup
from babymassage_gui.gui.pages.grounds_paper import GroundsPaper, Reason
from babymassage_gui.gui.theme import Radius, Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.body_map import BodyMap, BodySide, least
from babymassage_gui.gui.widgets.buttons import PrimaryButton, QuietButton
from babymassage_gui.gui.widgets.fields import ScrollPage, TextField
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import SHEET_SHADOW
from babymassage_gui.gui.widgets.pressable import Pressable

NAME_LENGTH = 60
_LEAST_TEXT, _LEAST_COLUMN = 30.0, 300.0
"""Pixels: the height of what is read, and the width of words and chips beside a map."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a sheet asks: with a name to be written if it is `named`, and chips, of which one or `many` are chosen.

    The keys of `body` can be pressed on a figure too, where the window has room for one; `skin` is that of the baby.
    """

    title: str
    text: str
    options: tuple[Option, ...] = ()
    many: bool = False
    heading: str = ""
    named: bool = True
    body: tuple[BodySide, ...] = ()
    skin: Skin = Skin.PORCELAIN


class Sheet(Ground):
    """Covers the page. `answered` carries the written name and the keys of the chosen chips; `ground_pressed` a ground,
    its id, and the fact that is to be read.
    """

    answered = Signal(str, tuple)
    ground_pressed = Signal(object, str, str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._built = False
        self._ask: Ask | None = None
        self._leaving = False
        self._chosen: tuple[str, ...] = ()
        self._before: QWidget | None = None
        super().__init__(theme, parent, None)
        self.card = Card(theme, self, radius=Radius.SHEET, cast=SHEET_SHADOW)
        self.title = TextLabel(theme, "", Type.CARD_TITLE, self.card, max_lines=2)
        self.paper = GroundsPaper(theme)
        self.paper.pressed.connect(self._on_ground)
        self.scroller = ScrollPage(theme, self.paper, self.card)
        self.name = TextField(theme, self.tr("Who said so? May stay empty"), self.tr("Who? May stay empty"),
                              "stethoscope", self.card)  # fmt: skip
        self.name.setMaxLength(NAME_LENGTH)
        self.panel = Panel(theme, self.card, fill="card")
        self.panel.pressed.connect(self._on_chip)
        self.body = BodyMap(theme, self.card)
        self.body.pressed.connect(self._on_chip)
        self.body.hide()
        self.keep = PrimaryButton(theme, self.tr("Keep it"), "check-fat", self.card)
        self.close_button = QuietButton(theme, "", None, self.card)
        self.keep.clicked.connect(self._on_keep)
        self.close_button.clicked.connect(self.leave)
        self._built = True
        self.hide()

    def ask(self, ask: Ask) -> None:
        """Ask what the doctor said."""
        self._ask, self._chosen = ask, ()
        self.name.clear()
        self.paper.show_text(ask.text)
        self.body.show_body(ask.body, ask.skin)
        self._open(ask.title)
        self._show_chips()
        (self.panel.chips[0] if ask.options else self.name).setFocus()

    def tell(self, reason: Reason) -> None:
        """Tell why."""
        self._ask = None
        self.paper.show_bases(reason.bases)
        self.scroller.verticalScrollBar().setValue(0)
        self._open(reason.title)
        announce(self, reason.spoken)
        self.close_button.setFocus()

    def _open(self, title: str) -> None:
        asks = self._ask is not None
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.title.set_text(title)
        self.name.setVisible(self._ask is not None and self._ask.named)
        self.keep.setVisible(asks)
        self.panel.setVisible(self._ask is not None and bool(self._ask.options))
        self.close_button.set_words(self.tr("Not now") if asks else self.tr("Close"))
        self.setAccessibleName(title)
        self.show()
        self.raise_()
        self._arrange()

    def leave(self) -> None:
        """Close without an answer."""
        self._leaving = True
        # The chip that opened the sheet may have gone meanwhile.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self.hide()
        self._leaving = False
        self.closed.emit()

    def _on_ground(self, kind: GroundKind, key: str, fact_id: str) -> None:
        self.leave()
        self.ground_pressed.emit(kind, key, fact_id)

    def _on_chip(self, key: str) -> None:
        if self._ask is None:
            return
        if key in self._chosen:
            self._chosen = tuple(k for k in self._chosen if k != key)
        else:
            self._chosen = (*self._chosen, key) if self._ask.many else (key,)
        self._show_chips()

    def _show_chips(self) -> None:
        if self._ask is None:
            return
        options = tuple(replace(o, chosen=o.key in self._chosen) for o in self._ask.options)
        self.panel.show_groups((OptionGroup(options),) if options else ())
        self.body.show_chosen(keys_of(self._chosen))
        self.keep.setEnabled(bool(self._chosen) or not options)
        self.keep.set_words(self.tr("Keep it") if self.keep.isEnabled() else self._ask.heading)
        self.keep.set_icon("check-fat" if self.keep.isEnabled() else None)
        self._arrange()

    def _on_keep(self) -> None:
        name, chosen = self.name.text().strip(), self._chosen
        self.leave()
        self.answered.emit(name, chosen)

    def _arrange(self) -> None:
        if not self._built:
            return
        t, edge, gap = self.theme, self.theme.px(36), self.theme.px(14)
        space = self.theme.px(28)
        most, tallest = self.width() - 2 * t.px(24), self.height() - 2 * t.px(24) - 2 * space
        width = min(most, max(t.px(760), 420.0))
        body, beside = self._body(most - 2 * edge, tallest)
        if beside:
            width = min(most, width + body + space)
        inner = width - 2 * edge - (body + space if beside else 0.0)
        over = body + gap if body and not beside else 0.0
        above, row = self._heights(inner)
        self.paper.resize(round(inner), self.paper.height())
        text = max(0, self.paper.height_at(round(inner) - 10)) + 8.0
        text = max(_LEAST_TEXT, min(text, tallest - over - above - row - 2 * gap))
        high = max(over + above + text + row + 2 * gap, body)
        height = high + 2 * space
        lay(self.card, QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height))
        self.body.setVisible(body > 0)
        if body:
            self.body.setFixedHeight(round(body))
            x, y = (edge, space + (high - body) / 2) if beside else ((width - body) / 2, space)
            lay(self.body, QRectF(x, y, body, body))
        self._lay_column(QRectF(width - edge - inner, space + over, inner, high - over), text, row, gap)

    def _body(self, most: float, tallest: float) -> tuple[float, bool]:
        """Pixels of a side of the map, and whether it stands beside what is asked or above it; 0 for no room."""
        if self._ask is None or not self._ask.body:
            return 0.0, False
        t, gap, smallest = self.theme, self.theme.px(14), float(least(self._ask.body))
        wished = max(smallest, t.px(460))
        rest = sum(self._heights(_LEAST_COLUMN)) + _LEAST_TEXT + 2 * gap
        side = min(wished, tallest, most - t.px(28) - _LEAST_COLUMN)
        if side >= smallest and rest <= tallest:
            return side, True
        rest = sum(self._heights(min(most, t.px(688)))) + _LEAST_TEXT + 3 * gap
        side = min(wished, most, tallest - rest)
        return (side, False) if side >= smallest else (0.0, False)

    def _heights(self, inner: float) -> tuple[float, float]:
        """What title, chips and field take above the row of buttons at a width, and that row."""
        t, gap = self.theme, self.theme.px(14)
        chips = self.panel.flow(inner, place=False) + gap if not self.panel.isHidden() else 0.0
        field = t.target(60) + gap if not self.name.isHidden() else 0.0
        return t.text_px(28) * 1.5 + chips + field, float(t.target(72))

    def _lay_column(self, area: QRectF, text: float, row: float, gap: float) -> None:
        """Title, text, chips and field one under the other, the buttons at the foot."""
        t, y = self.theme, area.y()
        for part, high in ((self.title, t.text_px(28) * 1.5), (self.scroller, text)):
            lay(part, QRectF(area.x(), y, area.width(), high))
            y += high + gap
        if not self.panel.isHidden():
            chips = self.panel.flow(area.width(), place=False)
            lay(self.panel, QRectF(area.x(), y, area.width(), chips))
            self.panel.flow(area.width(), place=True)
            y += chips + gap
        if not self.name.isHidden():
            lay(self.name, QRectF(area.x(), y, area.width(), t.target(60)))
        y, half = area.bottom() - row, (area.width() - gap) / 2
        lay(self.keep, QRectF(area.x(), y, half, row))
        left = area.x() + half + gap if self._ask is not None else area.right() - half
        lay(self.close_button, QRectF(left, y, half, row))

    @override
    def paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self.theme.colour("page", 0.82))

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """The focus stays on the sheet, but while it closes."""
        if self._leaving or not self.isVisible():
            return super().focusNextPrevChild(forward)
        map_parts = (*self.body.buttons, self.body.turn)
        parts = (*self.paper.buttons, *map_parts, *self.panel.chips, self.name, self.keep, self.close_button)
        chain = [part for part in parts if part.isVisible() and part.isEnabled()]
        here = self.window().focusWidget()
        index = chain.index(here) if here in chain else -1
        wanted = chain[(index + (1 if forward else -1)) % len(chain)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        if wanted in self.paper.buttons:
            self.scroller.ensureWidgetVisible(wanted)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER and isinstance(here, Pressable):
            here.click()
        elif event.key() in ENTER and here is self.name and self.keep.isEnabled():
            self.keep.click()
        # Nothing gets through to the page below.
        event.accept()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._arrange()
        if self._built and not self.isHidden():
            # Once more when all that lies on it has its look: how much room chips take is known only then.
            QTimer.singleShot(0, self, self._arrange)
