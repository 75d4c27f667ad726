"""A sheet over the check-in: why a question is asked, or what the doctor said. Escape and "Close" leave it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from babymassage_gui.core.grounds import GroundKind
from babymassage_gui.gui.pages.check_in_card import Panel, lay
from babymassage_gui.gui.pages.check_in_view import Option, OptionGroup
from babymassage_gui.gui.pages.grounds_paper import GroundsPaper, Reason
from babymassage_gui.gui.theme import Radius, Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.buttons import PrimaryButton, QuietButton
from babymassage_gui.gui.widgets.fields import ScrollPage, TextField
from babymassage_gui.gui.widgets.ground import Card, Ground
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import SHEET_SHADOW
from babymassage_gui.gui.widgets.pressable import Pressable

NAME_LENGTH = 60
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a sheet asks: with a name to be written, and chips, of which one or `many` are chosen."""

    title: str
    text: str
    options: tuple[Option, ...] = ()
    many: bool = False
    heading: str = ""


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
        self.name.setVisible(asks)
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
        t, asks = self.theme, self._ask is not None
        width = min(self.width() - 2 * t.px(24), max(t.px(760), 420.0))
        inner = width - 2 * t.px(36)
        row, gap = float(t.target(72)), t.px(14)
        chips = self.panel.flow(inner, place=False) + gap if not self.panel.isHidden() else 0.0
        field = t.target(60) + gap if asks else 0.0
        title = t.text_px(28) * 1.5
        self.paper.resize(round(inner), self.paper.height())
        text = max(0, self.paper.height_at(round(inner) - 10)) + 8.0
        most = self.height() - 2 * t.px(24) - (2 * t.px(28) + title + chips + field + row + 2 * gap)
        text = max(30.0, min(text, most))
        height = 2 * t.px(28) + title + gap + text + chips + field + gap + row
        lay(self.card, QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height))
        x, y = t.px(36), t.px(28)
        for part, high in ((self.title, title), (self.scroller, text)):
            lay(part, QRectF(x, y, inner, high))
            y += high + gap
        if chips:
            lay(self.panel, QRectF(x, y, inner, chips - gap))
            self.panel.flow(inner, place=True)
            y += chips
        if asks:
            lay(self.name, QRectF(x, y, inner, t.target(60)))
        y = height - t.px(28) - row
        half = (inner - gap) / 2
        lay(self.keep, QRectF(x, y, half, row))
        lay(self.close_button, QRectF(x + half + gap if asks else x + inner - half, y, half, row))

    @override
    def paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self.theme.colour("page", 0.82))

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """The focus stays on the sheet, but while it closes."""
        if self._leaving or not self.isVisible():
            return super().focusNextPrevChild(forward)
        parts = (*self.paper.buttons, *self.panel.chips, self.name, self.keep, self.close_button)
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
