"""The pieces of the detail: lines with their proof at the far end, sources to open, moves of a routine, chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.reference import Source
from babymassage_gui.gui.pages.library_figure import LibraryArt, Subject
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import Tag, TextLabel
from babymassage_gui.gui.widgets.paint import box, disc
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import lay_out, one_line, text_width

# Below this the proof stands under a line, not beside it.
_BESIDE_FROM = 460.0


class Tags(Ground):
    """Small pills of words, in as many rows as they need."""

    def __init__(self, theme: Theme, texts: Sequence[str], parent: QWidget) -> None:
        self._tags: list[Tag] = []
        super().__init__(theme, parent, role=None)
        for text in texts:
            self._tags.append(Tag(theme, text, self, fill="sunken", fill_alpha=1.0, shade="ink2", px=17, cast=None))

    def heightForWidth(self, width: int) -> int:
        """The height of the rows at this width."""
        return round(self._flow(width, move=False))

    def _flow(self, width: float, *, move: bool) -> float:
        height, gap = max(30.0, self.theme.text_px(17) * 2), self.theme.px(8)
        x = y = 0.0
        for tag in self._tags:
            wide = min(width, float(tag.sizeHint().width()))
            if x and x + wide > width:
                x, y = 0.0, y + height + gap
            if move:
                left = width - x - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
                tag.setGeometry(QRectF(left, y, wide, height).toRect())
            x += wide + gap
        return y + height if self._tags else 0.0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow(self.width(), move=True)


class Line(Ground):
    """A sentence with a dot; at its far end where it comes from, and links to that.

    `link_pressed(int)` gives the number of the link.
    """

    link_pressed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget,
        *,
        dotted: bool = True,
        second: str = "",
        proof: str = "",
        links: Sequence[tuple[str, str, str]] = (),
    ) -> None:
        """`links` are (word, icon, spoken name)."""
        self._dotted, self._parts = dotted, False
        super().__init__(theme, parent, role=None)
        self.words = TextLabel(theme, text, Type.BODY, self)
        self.second = TextLabel(theme, second, Type.HINT, self, shade="ink2")
        self.proof = TextLabel(theme, proof, Type.HINT_BOLD, self, shade="ink2", max_lines=1)
        self.links: list[LinkButton] = []
        for number, (word, icon, name) in enumerate(links):
            link = LinkButton(theme, word, icon, self, px=18, name=name)
            link.clicked.connect(lambda _checked=False, number=number: self.link_pressed.emit(number))
            self.links.append(link)
        self._parts = True

    def _near(self) -> float:
        return self.theme.text_px(20) * 1.25 if self._dotted else 0.0

    def _columns(self, width: float) -> tuple[float, float]:
        """The widths of the words and of what stands at the far end; 0 where that goes under the words."""
        if not self.proof.text() and not self.links:
            return width - self._near(), 0.0
        if width < _BESIDE_FROM:
            return width - self._near(), 0.0
        links = [float(link.sizeHint().width()) for link in self.links[:2]]
        far = max(self.theme.text_px(120), float(self.proof.sizeHint().width()), sum(links) + self.theme.px(6))
        return width - self._near() - far - self.theme.px(16), far

    def _rows(self, width: float) -> list[list[QWidget]]:
        """Proof and links in rows that are no wider than this."""
        rows: list[list[QWidget]] = []
        used = 0.0
        for item in (*([self.proof] if self.proof.text() else []), *self.links):
            wide = item.sizeHint().width()
            if not rows or used + wide > width:
                rows.append([])
                used = 0.0
            rows[-1].append(item)
            used += wide + self.theme.px(6)
        return rows

    def _row_height(self, row: Sequence[QWidget]) -> float:
        linked = any(isinstance(item, LinkButton) for item in row)
        return float(self.theme.target(44)) if linked else self.theme.text_px(20) * 1.4

    def _heights(self, words: float) -> tuple[float, float]:
        """The heights of the sentence and of what is said beside it."""
        second = self.second.heightForWidth(round(words)) if self.second.text() else 0
        return float(self.words.heightForWidth(round(words))), float(second)

    def heightForWidth(self, width: int) -> int:
        """The height of words and proof at this width."""
        words, far = self._columns(width)
        high = sum(self._heights(words))
        proof = sum(self._row_height(row) for row in self._rows(far or words))
        return round(max(high, proof) if far else high + proof) + round(self.theme.px(8))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if not self._parts:
            return
        width, near = float(self.width()), self._near()
        words, far = self._columns(width)
        sentence, second = self._heights(words)
        high = sentence + second
        rows = self._rows(far or words)
        # One line of words stands level with the link beside it.
        first = self._row_height(rows[0]) if rows and far else 0.0
        top = max(0.0, (first - self.theme.text_px(20) * 1.28) / 2)
        if top + high > self.height():
            top = 0.0
        self._put(self.words, QRectF(near, top, words, sentence))
        self._put(self.second, QRectF(near, top + sentence, words, second))
        y = 0.0 if far else top + high
        for row in rows:
            tall = self._row_height(row)
            total = sum(item.sizeHint().width() for item in row) + self.theme.px(6) * (len(row) - 1)
            x = width - total if far else near
            for item in row:
                self._put(item, QRectF(x, y, item.sizeHint().width(), tall))
                x += item.sizeHint().width() + self.theme.px(6)
            y += tall

    def _put(self, item: QWidget, rect: QRectF) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(self.width() - rect.right())
        item.setGeometry(rect.toAlignedRect())

    @override
    def paint_ground(self, painter: QPainter) -> None:
        if not self._dotted:
            return
        y = self.words.y() + self.theme.text_px(20) * 0.66
        x = self.theme.text_px(20) * 0.34
        x = self.width() - x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
        disc(painter, QPointF(x, y), self.theme.text_px(20) * 0.24, self.theme.palette.calm)


class SourceButton(Pressable):
    """A source: its number, title, worth, and what of it was really seen. Pressed, it opens in the browser."""

    design_size = (400, 72)
    design_radius = 16.0

    def __init__(self, theme: Theme, source: Source, worth: str, name: str, parent: QWidget) -> None:
        self.source, self._worth = source, worth
        super().__init__(theme, source.title, parent, name=name)

    def _inner(self, width: float) -> float:
        return width - self.theme.px(16) - self._number() - self.theme.text_px(18) * 2

    def _number(self) -> float:
        return text_width("S-00", self.theme.text_px(18), Weight.EXTRA) + self.theme.px(14)

    def _second(self) -> str:
        return " · ".join(text for text in (self._worth, self.source.seen) if text)

    @override
    def heightForWidth(self, width: int) -> int:
        room = max(60.0, self._inner(width))
        title = lay_out(self.text(), self.theme.text_px(18), Weight.BOLD, 1.22, room)
        second = lay_out(self._second(), self.theme.text_px(16), Weight.MEDIUM, 1.28, room)
        return max(self.theme.target(52), round(title.height + second.height + self.theme.px(16)))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, theme = self.theme.palette, self.theme
        if self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.primary_soft))
        pad, number, px = theme.px(8), self._number(), theme.text_px(18)
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        room = max(60.0, self._inner(rect.width()))
        title = lay_out(self.text(), px, Weight.BOLD, 1.22, room)
        second = lay_out(self._second(), theme.text_px(16), Weight.MEDIUM, 1.28, room)
        top = rect.center().y() - (title.height + second.height) / 2
        x = rect.right() - pad - number - room if self.mirrored else rect.left() + pad + number
        title.draw(painter, QRectF(x, top, room, title.height), p.primary_ink, near)
        second.draw(painter, QRectF(x, top + title.height, room, second.height), p.ink2, near)
        mark = one_line(self.source.id, px, Weight.EXTRA, number)
        at = rect.right() - pad - number if self.mirrored else rect.left() + pad
        mark.draw(painter, QRectF(at, top, number, title.height / title.lines), p.primary_ink, near)
        icon = rect.left() + px if self.mirrored else rect.right() - px
        draw_icon(painter, "arrow-square-out", p.primary_ink, QPointF(icon, rect.center().y()), px * 1.2)


class MoveButton(Pressable):
    """A move of a routine: its number, small picture and title; pressed, the move is opened."""

    design_size = (400, 64)
    design_radius = 18.0

    def __init__(
        self, theme: Theme, number: int, text: str, second: str, picture: tuple[LibraryArt, Subject], parent: QWidget
    ) -> None:
        self._number, self._second, self._picture = number, second, picture
        super().__init__(theme, text, parent, name=f"{number}. {text}, {second}")

    @override
    def heightForWidth(self, _width: int) -> int:
        return max(self.theme.target(64), round(self.theme.text_px(19) * 2.9))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, theme, px = self.theme.palette, self.theme, self.theme.text_px(19)
        if self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.primary_soft))
        near, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter
        if self.mirrored:
            near = Qt.AlignmentFlag.AlignRight
        side, gap, number = round(rect.height() - theme.px(10)), theme.px(14), px * 1.9
        x = rect.left()
        areas = [QRectF(x, rect.y(), number, rect.height())]
        areas.append(QRectF(x + number, rect.center().y() - side / 2, side, side))
        words = x + number + side + gap
        areas.append(QRectF(words, rect.y(), rect.right() - words - px * 1.6, rect.height()))
        if self.mirrored:
            for area in areas:
                area.moveLeft(rect.right() - (area.right() - rect.left()))
        one_line(str(self._number), px, Weight.EXTRA, number).draw(painter, areas[0], p.ink3, middle)
        art, subject = self._picture
        painter.drawPixmap(areas[1].topLeft(), art.thumb(subject, side, painter.device().devicePixelRatioF()))
        upper, lower = QRectF(areas[2]), QRectF(areas[2])
        upper.setBottom(rect.center().y() + px * 0.1)
        lower.setTop(rect.center().y() + px * 0.1)
        flags = Qt.AlignmentFlag
        title = one_line(self.text(), px, Weight.BOLD, areas[2].width())
        title.draw(painter, upper, p.ink, near | flags.AlignBottom)
        one_line(self._second, theme.text_px(16), Weight.MEDIUM, areas[2].width()).draw(
            painter, lower, p.ink2, near | flags.AlignTop
        )
        x = rect.left() + px * 0.8 if self.mirrored else rect.right() - px * 0.8
        draw_icon(painter, "caret-left" if self.mirrored else "caret-right", p.ink3, QPointF(x, rect.center().y()), px)
