"""The way between the home pages: a rail at the side, or a bar at the bottom of an upright window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.theme import SMALLEST_TEXT, Phase, Theme, Weight
from babymassage_gui.gui.widgets.faces import draw_face
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box, disc
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import one_line

RAIL_WIDTH, BAR_HEIGHT = 104, 88
_FIRST_ENTRY_Y, _ENTRY_PITCH, _ENTRY_HEIGHT, _SIDE = 118, 98, 86, 10


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page that the rail leads to: its key, its icon (Phosphor, both styles), its word."""

    key: str
    icon: str
    text: str


class RailButton(Pressable):
    """An entry of the rail: icon over word; the page that is open is tinted and its icon filled."""

    design_size = (84, 86)
    design_radius = 26.0

    def __init__(self, theme: Theme, entry: RailEntry, parent: QWidget | None = None) -> None:
        self.entry = entry
        super().__init__(theme, entry.text, parent)
        self.setCheckable(True)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        theme, p = self.theme, self.theme.palette
        here = self.isChecked()
        if here or self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.primary_soft if here else p.sunken))
        size = rect.height() * 0.40
        px = max(SMALLEST_TEXT, min(rect.height() * 0.26, rect.height() * 0.20 * theme.text_scale))
        gap = max(2.0, rect.height() * 0.05)
        word = one_line(self.text(), px, Weight.EXTRA if here else Weight.BOLD, rect.width() - 4)
        top = rect.center().y() - (size + gap + word.height) / 2
        shade = p.primary_ink if here else p.ink3
        draw_icon(painter, self.entry.icon, shade, QPointF(rect.center().x(), top + size / 2), size,
                  "fill" if here else "bold")  # fmt: skip
        area = QRectF(rect.x(), top + size + gap, rect.width(), word.height)
        word.draw(painter, area, p.primary_ink if here else p.ink2, Qt.AlignmentFlag.AlignHCenter)


class Rail(Ground):
    """The entries in a row or a column; `chosen(str)` says which page was pressed. The baby's face is "home"."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[RailEntry],
        current: str,
        skin: Skin = Skin.PORCELAIN,
        parent: QWidget | None = None,
    ) -> None:
        self._skin = skin
        self._buttons: list[RailButton] = []
        self._turn: QWidget | None = None
        super().__init__(theme, parent)
        self._group = QButtonGroup(self)
        for entry in entries:
            button = RailButton(theme, entry, self)
            button.clicked.connect(lambda _checked=False, key=entry.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons.append(button)
        self.set_current(current)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_current(self, key: str) -> None:
        """Show which page is open; says nothing to anyone."""
        for button in self._buttons:
            button.setChecked(button.entry.key == key)

    def set_turn(self, turn: QWidget) -> None:
        """Take a button for whose turn it is: at the foot of the rail, or at the bar's far end."""
        self._turn = turn
        turn.setParent(self)
        self._arrange()

    def set_skin(self, skin: Skin) -> None:
        """Paint the face on the rail in another skin tone."""
        self._skin = skin
        self.update()

    def buttons(self) -> tuple[RailButton, ...]:
        """The entries' buttons in their order."""
        return tuple(self._buttons)

    @property
    def upright(self) -> bool:
        """Whether the rail stands at the side."""
        return self.height() >= self.width()

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(84, round(self.theme.px(RAIL_WIDTH))), max(64, round(self.theme.px(BAR_HEIGHT))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(64, 56)

    @override
    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._arrange()

    def _arrange(self) -> None:
        if not self._buttons:
            return
        scale = self.width() / RAIL_WIDTH if self.upright else self.height() / BAR_HEIGHT
        shown = self._turn is not None and not self._turn.isHidden()
        if self.upright:
            side = round(_SIDE * scale)
            height = max(56, round(_ENTRY_HEIGHT * scale))
            pitch = max(60, round(_ENTRY_PITCH * scale))
            room = self.height() - pitch * len(self._buttons) - shown * (height + 2 * side)
            top = min(round(_FIRST_ENTRY_Y * scale), max(0, room))
            for index, button in enumerate(self._buttons):
                button.setGeometry(side, top + index * pitch, self.width() - 2 * side, height)
            if self._turn is not None:
                self._turn.setGeometry(side, self.height() - height - side, self.width() - 2 * side, height)
            return
        pad = round(6 * scale)
        width = (self.width() - 2 * pad) / (len(self._buttons) + shown)
        if self._turn is not None:
            x = pad if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - pad - width
            self._turn.setGeometry(round(x + pad), pad, round(width - 2 * pad), self.height() - 2 * pad)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, button in enumerate(self._buttons):
            place = len(self._buttons) - 1 - index + shown if mirrored else index
            button.setGeometry(round(pad + place * width + pad), pad, round(width - 2 * pad), self.height() - 2 * pad)

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        first = self._buttons[0].y() if self._buttons else self.height()
        scale = self.width() / RAIL_WIDTH
        if self.upright and first >= 96 * scale:
            centre = QPointF(self.width() / 2, 50 * scale)
            disc(painter, centre, 27 * scale, self.theme.mat(Phase.TURN))
            draw_face(painter, centre, 21 * scale, Mood.CALM, self.theme, self._skin)
