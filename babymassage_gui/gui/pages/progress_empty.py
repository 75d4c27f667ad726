"""Progress before the first massage: the baby sleeps, and two ways lead on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.buttons import PrimaryButton
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.faces import draw_face
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.labels import TextLabel


class EmptyProgress(Card):
    """Before the first massage: the baby sleeps, and the way back to Today."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._skin = Skin.PORCELAIN
        self._face = QRectF()
        self.title = TextLabel(theme, self.tr("Nothing here yet"), Type.PAGE_TITLE, self, max_lines=1)
        text = self.tr("After the first massage, this page begins to fill.")
        self.told = TextLabel(theme, text, Type.BODY, self, shade="ink2", max_lines=2)
        self.button = PrimaryButton(theme, self.tr("Go to Today"), "house", self)
        self.add = LinkButton(theme, self.tr("Add a session"), "plus", self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "add"):
            self._place()

    def _place(self) -> None:
        px, height = self.theme.px, self.theme.text_px
        side = min(px(250), self.width() * 0.3)
        width = min(px(420), self.width() - side - px(90))
        left = (self.width() - side - px(36) - width) / 2
        rows = (height(56), height(62), self.theme.target(76), self.theme.target(56))
        top = (self.height() - sum(rows) - px(30)) / 2
        near, words = left, left + side + px(36)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            near, words = left + width + px(36), left
        self._face = QRectF(near, (self.height() - side) / 2, side, side)
        widgets = (self.title, self.told, self.button, self.add)
        for widget, tall, gap in zip(widgets, rows, (0, px(14), px(10), 0), strict=True):
            widget.setGeometry(round(words), round(top), round(width), round(tall))
            top += tall + gap

    def set_skin(self, skin: Skin) -> None:
        """The sleeper has the baby's skin tone."""
        self._skin = skin
        self.update()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        centre = self._face.center() - QPointF(self._face.width() * 0.06, -self._face.height() * 0.04)
        draw_face(painter, centre, self._face.width() * 0.39, Mood.ASLEEP, self.theme, self._skin)
