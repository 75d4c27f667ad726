"""The two buttons of the check-in's first column: a row that may be pressed, and "None of these"."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_view import Button, RowView, Tone
from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, Weight
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable, icon_and_word
from babymassage_gui.gui.widgets.text_block import TextBlock, lay_out, one_line, text_width

# Held this long a row tells why it is asked.
HOLD_MS = 600
# Ground, accent: roles of the palette.
LOOKS = {
    Tone.PLAIN: ("", "ink2"),
    Tone.GO: ("primary_soft", "primary_ink"),
    Tone.ASK: ("primary_soft", "primary_ink"),
    Tone.WAIT: ("ph_ready", "pa_ready"),
    Tone.REST: ("ph_hold", "pa_hold"),
    Tone.DOCTOR: ("ph_turn", "pa_turn"),
    Tone.URGENT: ("card", "ink"),
}


class CheckRow(Pressable):
    """A row: icon, words, and what was answered. `why` asks for its reasons: "?", a long press, the right button."""

    why = Signal()
    design_size = (232, 50)
    design_radius = 16.0

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, px: float = 19) -> None:
        self._row: RowView | None = None
        self._px = self._common = px
        super().__init__(theme, "", parent)
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._on_held)

    @property
    def row(self) -> RowView | None:
        """What it shows."""
        return self._row

    def show_row(self, row: RowView) -> None:
        """Show a row as it stands."""
        self._row = row
        self.set_words(row.label, f"{row.label}: {row.told}" if row.told else row.label)
        pressed = row.tone is not Tone.PLAIN
        self.setAccessibleDescription(self.tr("Pressed. Press again to take it back.") if pressed else "")
        self.update()

    def _on_held(self) -> None:
        self.setDown(False)
        self.why.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._hold.start()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold.stop()
        super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.why.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?":
            self.why.emit()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.target(self.design_size[0]), self.theme.target(self.design_size[1]))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        if self._row is None:
            return
        p, row = self.theme.palette, self._row
        fill, accent = LOOKS[row.tone]
        shade = self.theme.colour(accent).name()
        if fill:
            width = 4 if row.tone is Tone.URGENT else 2
            box(painter, rect, self.radius(), self.pressed_fill(self.theme.colour(fill).name()), shade, width)
        elif self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.card), p.line)
        icon, near, far = self._insets()
        x = near - icon * 0.8
        words = rect.adjusted(near, 0, -far, 0)
        if self.mirrored:
            x = rect.right() - x
            words = rect.adjusted(far, 0, -near, 0)
        draw_icon(painter, row.icon, shade, QPointF(x, rect.center().y()), icon)
        self._draw_words(painter, words, self._common, shade if fill else p.ink)

    def _insets(self) -> tuple[float, float, float]:
        """Size of the icon, the near inset of the words, the far inset."""
        icon = self.theme.text_px(self._px) * 1.4
        return icon, self.theme.px(7) + icon * 1.3, self.theme.px(4)

    def fitting_px(self, width: float) -> float:
        """The size at which the label fits into a width in one line."""
        _, near, far = self._insets()
        return one_line(self.text(), self.theme.text_px(self._px), Weight.MEDIUM, width - near - far).px

    def wish(self) -> float:
        """The width at which the label stands in one line at its full size."""
        _, near, far = self._insets()
        return text_width(self.text(), self.theme.text_px(self._px), Weight.MEDIUM) + near + far + 2

    def height_for(self, width: float) -> float:
        """The height that all of its words need at a width."""
        _, near, far = self._insets()
        return sum(block.height for block in self._blocks(width - near - far, self._common)) + max(
            8.0, self.theme.px(8)
        )

    def write_at(self, px: float) -> None:
        """Write the label at this size, which the rows have in common."""
        self._common = px
        self.update()

    def _draw_words(self, painter: QPainter, area: QRectF, px: float, shade: str) -> None:
        row = self._row
        if row is None:
            return
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        blocks = self._blocks(area.width(), px)
        top = area.center().y() - sum(block.height for block in blocks) / 2
        for number, block in enumerate(blocks):
            tint = shade if number == 0 or row.tone is not Tone.PLAIN else self.theme.palette.ink2
            block.draw(painter, QRectF(area.x(), top, area.width(), block.height), tint, near)
            top += block.height

    def _blocks(self, width: float, px: float) -> tuple[TextBlock, ...]:
        """The label, and what was answered while the row is not unfolded; as many lines as they need."""
        row = self._row
        if row is None:
            return ()
        weight = Weight.MEDIUM if row.tone is Tone.PLAIN else Weight.BOLD
        first = lay_out(row.label, px, weight, 1.15, max(40.0, width))
        if not row.told or row.open:
            return (first,)
        return first, lay_out(row.told, max(SMALLEST_TEXT, px * 0.84), Weight.MEDIUM, 1.12, max(40.0, width))


class NoneButton(Pressable):
    """None of these: outlined, and tinted with its tick once it was pressed."""

    design_size = (481, 96)
    design_radius = 30.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._words = ""
        super().__init__(theme, "", parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_button(self, button: Button, *, done: bool) -> None:
        """Say what it says, wear the tick or not."""
        self.set_words(button.text, button.name or button.text)
        self.setEnabled(button.enabled)
        self.setChecked(done)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        done = self.isChecked()
        fill = p.sunken if not self.isEnabled() else p.primary_soft if done else p.card
        outline = p.primary if self.isEnabled() else p.line
        box(painter, rect, self.radius(), self.pressed_fill(fill), outline, 3 if done else 2)
        px = max(self.theme.text_px(20), min(self.theme.text_px(30), rect.height() * 0.36))
        inner = rect.adjusted(rect.height() * 0.2, 0, -rect.height() * 0.2, 0)
        shade = p.primary_ink if self.isEnabled() else p.ink3
        icon_and_word(painter, inner, self.text(), px, Weight.EXTRA, shade, "check" if done else None, "bold",
                      px * 1.1, px * 0.6, mirrored=self.mirrored)  # fmt: skip
