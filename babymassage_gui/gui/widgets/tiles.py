"""Choices made by looking: how it was (a face and its word) and the skin tones (a face, a hand)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, Weight, mix
from babymassage_gui.gui.widgets.faces import draw_face, skin_colours
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box, disc, line
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import one_line


class MoodTile(Pressable):
    """How it was: a painted face and its word; chosen it takes the answer's tint and a tick. Nothing is preset."""

    design_size = (171, 218)
    design_radius = 34.0

    def __init__(
        self, theme: Theme, mood: Mood, text: str, skin: Skin = Skin.PORCELAIN, parent: QWidget | None = None
    ) -> None:
        self._mood, self._skin = mood, skin
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def mood(self) -> Mood:
        """The answer that this tile gives."""
        return self._mood

    def set_skin(self, skin: Skin) -> None:
        """Paint the face in another skin tone."""
        self._skin = skin
        self.update()

    def word_px(self) -> float:
        """The largest size in which this tile's word fits its width."""
        wanted = max(SMALLEST_TEXT, min(self.theme.text_px(27), self.height() * 0.16))
        return one_line(self.text(), wanted, Weight.EXTRA, self.width() - self.theme.px(16)).px

    def _row_px(self) -> float:
        """All tiles of a row write in one size: that of the longest word."""
        row = self.parentWidget()
        tiles = [child for child in row.children() if isinstance(child, MoodTile)] if row is not None else [self]
        return min(tile.word_px() for tile in tiles)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        theme, p = self.theme, self.theme.palette
        chosen = self.isChecked()
        shade = theme.mood(self._mood)
        fill = mix(p.card, shade, 0.18) if chosen else p.page
        box(painter, rect, self.radius(), self.pressed_fill(fill), shade if chosen else self.outline_shade(),
            4 if chosen else 2)  # fmt: skip
        radius = min(rect.height() * 0.248, rect.width() * 0.316)
        draw_face(painter, QPointF(rect.center().x(), rect.height() * 0.43), radius, self._mood, theme, self._skin)
        word = one_line(self.text(), self._row_px(), Weight.EXTRA, rect.width() - theme.px(16))
        area = QRectF(0, rect.height() * 0.715, rect.width(), rect.height() * 0.22)
        word.draw(painter, area, p.ink, Qt.AlignmentFlag.AlignHCenter)
        if chosen:
            size = min(theme.px(22), rect.width() * 0.13)
            centre = QPointF(rect.right() - size * 1.3, size * 1.3)
            disc(painter, centre, size, p.primary)
            draw_icon(painter, "check", p.onprimary, centre, size * 1.1)


class SkinDot(Pressable):
    """A skin tone, chosen by looking at a face or at a hand."""

    design_size = (64, 64)
    design_radius = 32.0

    def __init__(
        self, theme: Theme, skin: Skin, name: str, parent: QWidget | None = None, *, hand: bool = False
    ) -> None:
        self._skin, self._hand = skin, hand
        super().__init__(theme, "", parent, name=name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        half = rect.height() / 2
        if self.isChecked() or self.hovered:
            ring = self.theme.palette.primary if self.isChecked() else self.theme.palette.line
            box(painter, rect, half, None, ring, 4)
        if not self._hand:
            draw_face(painter, rect.center(), half * 0.62, Mood.CALM, self.theme, self._skin)
            return
        fill, edge = skin_colours(self._skin, self.theme)
        disc(painter, rect.center(), half * 0.7, fill)
        painter.setPen(line(edge, 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.center(), half * 0.7, half * 0.7)
        draw_icon(painter, "hand-palm", edge, rect.center(), half * 0.8, "fill")
