"""Choices that need a word each: tiles in a grid that narrows, and cards whose reasons unfold under "Why?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.settings_cards import SettingRow
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import Note, TextLabel
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import TextBlock, fit_role, one_line
from babymassage_gui.gui.widgets.themed import Themed

_TITLE_PX = 21


class OptionTile(Pressable):
    """An answer with a sentence of what it means; when chosen tinted, with a tick."""

    design_size = (240, 88)
    design_radius = 20.0

    def __init__(self, theme: Theme, text: str, sentence: str) -> None:
        self._sentence = sentence
        super().__init__(theme, text, None, name=f"{text}. {sentence}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        title, hint = self.theme.text_px(_TITLE_PX) * 1.3, self.theme.text_px(Type.HINT.size) * Type.HINT.leading
        return QSize(self.theme.target(240), max(self.theme.target(88), round(title + 2 * hint + self.theme.px(24))))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, chosen = self.theme.palette, self.isChecked()
        fill, shade = (p.primary_soft, p.primary_ink) if chosen else (p.card, p.ink)
        outline = p.primary if chosen else self.outline_shade()
        box(painter, rect, self.radius(), self.pressed_fill(fill), outline, 3 if chosen else 2)
        if not self.isEnabled():
            shade = p.ink3
        inner, tick, px = self._inner(rect), self._tick(), self.theme.text_px(_TITLE_PX)
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        title = one_line(self.text(), px, Weight.EXTRA if chosen else Weight.BOLD, inner.width())
        sentence = self.sentence()
        top = rect.center().y() - (title.height + sentence.height) / 2
        above = QRectF(inner.left(), top, inner.width(), title.height)
        title.draw(painter, above, shade, near | Qt.AlignmentFlag.AlignTop)
        below = QRectF(inner.left(), top + title.height, inner.width(), sentence.height)
        second = p.primary_ink if chosen else p.ink2
        sentence.draw(painter, below, second if self.isEnabled() else p.ink3, near | Qt.AlignmentFlag.AlignTop)
        if chosen:
            x = inner.left() - tick * 0.6 if self.mirrored else inner.right() + tick * 0.6
            draw_icon(painter, "check", p.primary_ink, QPointF(x, rect.center().y()), px * 1.1)

    def sentence(self) -> TextBlock:
        """The sentence as it is laid out in the tile's present rectangle, in one or two lines."""
        inner = self._inner(QRectF(self.rect()))
        room = inner.height() - self.theme.text_px(_TITLE_PX) * 1.3
        return fit_role(self._sentence, Type.HINT, self.theme, inner.width(), room, 2)

    def _tick(self) -> float:
        """The room for the tick, kept free so that nothing moves when the tile is chosen."""
        return self.theme.text_px(_TITLE_PX) * 1.3

    def _inner(self, rect: QRectF) -> QRectF:
        near, far, edge = self.theme.px(18), self.theme.px(14) + self._tick(), self.theme.px(6)
        return rect.adjusted(far, edge, -near, -edge) if self.mirrored else rect.adjusted(near, edge, -far, -edge)


class FlowGrid(Themed, QWidget):
    """Controls side by side, as many in a row as have room; the others go below."""

    def __init__(self, theme: Theme, parts: Sequence[QWidget], least: float, most: int) -> None:
        """`least`: the narrowest part, in the design's pixels of text; `most` in a row."""
        super().__init__()
        self._parts, self._least, self._most, self._columns = tuple(parts), least, most, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        self._grid.setSpacing(round(self.theme.px(12)))
        self._flow()
        super()._on_theme_changed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        gap, least = self._grid.spacing(), self.theme.text_px(self._least)
        fit = max(1, min(self._most, len(self._parts), int((self.width() + gap) / (least + gap))))
        # The last row is as full as the others where that costs no further row.
        rows = -(-len(self._parts) // fit)
        columns = -(-len(self._parts) // rows)
        if columns == self._columns:
            return
        self._columns = columns
        for part in self._parts:
            self._grid.removeWidget(part)
        for index, part in enumerate(self._parts):
            self._grid.addWidget(part, index // columns, index % columns)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class OptionGrid(FlowGrid):
    """One of a few tiles; `chosen` carries the key of the one that was pressed."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, title: str, texts: Mapping[object, tuple[str, str]], *, least: float = 276, most: int = 2
    ) -> None:
        """`texts`: title and sentence of each tile, by its key."""
        self.tiles = {key: OptionTile(theme, *words) for key, words in texts.items()}
        super().__init__(theme, list(self.tiles.values()), least, most)
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        for key, tile in self.tiles.items():
            self._group.addButton(tile)
            tile.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))

    def choose(self, key: object) -> None:
        """Show one as chosen, None for none; nothing is sent back."""
        self._group.setExclusive(False)
        for other, tile in self.tiles.items():
            tile.setChecked(other == key)
        self._group.setExclusive(True)


class WhyCard(Card):
    """A card with a title; its reasons unfold, each under its part, when "Why?" is pressed."""

    def __init__(self, theme: Theme, title: str) -> None:
        self._column, self._head = QVBoxLayout(), QHBoxLayout()
        self.reasons: list[Note] = []
        self.title = TextLabel(theme, title, Type.SECTION, max_lines=1)
        super().__init__(theme)
        self.why = LinkButton(theme, self.tr("Why?"), "question", px=18, name=f"{self.tr('Why?')} {title}")
        self.why.setCheckable(True)
        self.why.hide()
        self.why.toggled.connect(self._on_why)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.why)
        self._column.addLayout(self._head)
        self.setLayout(self._column)

    def add(self, *parts: QWidget, why: str = "") -> None:
        """Lay parts into the card, one under the other, with the reason for them if there is one."""
        for part in parts:
            self._column.addWidget(part)
        if why:
            reason = Note(
                self.theme, why, "info", Type.HINT_BOLD, fill="primary_soft", shade="primary_ink",
                icon_shade="primary_ink", radius=16,
            )  # fmt: skip
            reason.hide()
            self._column.addWidget(reason)
            self.reasons.append(reason)
            self.why.show()

    def _on_why(self, wanted: bool) -> None:
        for reason in self.reasons:
            reason.setVisible(wanted)

    @override
    def _on_theme_changed(self) -> None:
        side, edge = round(self.theme.px(28)), round(self.theme.px(16))
        self._column.setContentsMargins(side, edge, side, round(self.theme.px(22)))
        self._column.setSpacing(round(self.theme.px(14)))
        super()._on_theme_changed()


class Heading(SettingRow):
    """What the tiles under it choose: a title and a sentence, and no control of its own."""

    def __init__(self, theme: Theme, title: str, sentence: str = "") -> None:
        nothing = QWidget()
        nothing.setFixedSize(0, 0)
        super().__init__(theme, title, sentence, nothing)
        self.sentence.setVisible(bool(sentence))
