"""Column one of the check-in: ten rows that may be pressed, each with its follow-up, and "None of these"."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_card import Panel, StepCard, lay
from babymassage_gui.gui.pages.check_in_view import Button, RowView, Tone
from babymassage_gui.gui.theme import SMALLEST_TEXT, Theme, Type, Weight, make_font
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable, icon_and_word
from babymassage_gui.gui.widgets.text_block import one_line

# Held this long a row tells why it is asked.
HOLD_MS = 600
# What a focus ring needs around a row; a scrolled part cuts off everything beyond its edge.
RING = 8
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

    def write_at(self, px: float) -> None:
        """Write the label at this size, which the rows have in common."""
        self._common = px
        self.update()

    def _draw_words(self, painter: QPainter, area: QRectF, px: float, shade: str) -> None:
        row = self._row
        if row is None:
            return
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        weight = Weight.MEDIUM if row.tone is Tone.PLAIN else Weight.BOLD
        first = one_line(row.label, px, weight, area.width())
        if not row.told or row.open:
            first.draw(painter, area, shade, near)
            return
        font = make_font(max(SMALLEST_TEXT, min(px * 0.84, area.height() * 0.36)), Weight.MEDIUM)
        told = QFontMetricsF(font).elidedText(row.told, Qt.TextElideMode.ElideRight, area.width() - 2)
        second = one_line(told, font.pixelSize(), Weight.MEDIUM, area.width())
        top = area.center().y() - (first.height + second.height) * 0.46
        first.draw(painter, QRectF(area.x(), top, area.width(), first.height), shade, near)
        below = QRectF(area.x(), top + first.height * 0.92, area.width(), second.height)
        second.draw(painter, below, shade, near)


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


class RowsBox(Ground):
    """Rows in two columns; what unfolds lies under its row and takes the whole width."""

    row_pressed = Signal(str)
    why = Signal(str)
    option_pressed = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        headings: tuple[str, str],
        *,
        px: float = 19,
        row_class: type[CheckRow] = CheckRow,
        share: float = 0.5,
    ) -> None:
        """`share` of the width goes to the first column."""
        self._px, self._row_class, self._share = px, row_class, share
        self.columns: tuple[list[CheckRow], list[CheckRow]] = ([], [])
        self.panels: dict[str, Panel] = {}
        self._built = False
        super().__init__(theme, None, "card")
        self.headings = tuple(TextLabel(theme, h, Type.SECTION, self, shade="ink3", max_lines=1) for h in headings)
        self._built = True

    def rows(self) -> list[CheckRow]:
        """All rows, one column after the other."""
        return [*self.columns[0], *self.columns[1]]

    def row_of(self, check_id: str) -> CheckRow:
        """The row of a question."""
        return next(row for row in self.rows() if row.row is not None and row.row.check_id == check_id)

    def show_rows(self, *columns: tuple[RowView, ...]) -> None:
        """Show the rows as they stand."""
        for rows, views in zip_longest(self.columns, columns, fillvalue=()):
            self._fill(rows if isinstance(rows, list) else [], views if isinstance(views, tuple) else ())
        shown = {view.check_id: view for views in columns for view in views if view.open}
        for check_id, panel in self.panels.items():
            panel.setVisible(check_id in shown)
        for check_id, view in shown.items():
            self._panel(check_id).show_groups(view.groups)
            self._panel(check_id).show()
        self.arrange()

    def _fill(self, rows: list[CheckRow], views: tuple[RowView, ...]) -> None:
        while len(rows) < len(views):
            row = self._row_class(self.theme, self, px=self._px)
            row.clicked.connect(lambda _checked=False, row=row: self.row_pressed.emit(_id(row)))
            row.why.connect(lambda row=row: self.why.emit(_id(row)))
            row.show()
            rows.append(row)
        while len(rows) > len(views):
            gone = rows.pop()
            gone.hide()
            gone.deleteLater()
        for row, view in zip(rows, views, strict=True):
            row.show_row(view)

    def _panel(self, check_id: str) -> Panel:
        if check_id not in self.panels:
            panel = Panel(self.theme, self)
            panel.pressed.connect(lambda key: self.option_pressed.emit(check_id, key))
            self.panels[check_id] = panel
        return self.panels[check_id]

    def arrange(self) -> None:
        """Line by line; the box asks for the height that it needs."""
        if not self._built or self.width() < 2 * RING + 20:
            return
        gap = self.theme.px(6)
        area = QRectF(RING, 0, self.width() - 2 * RING, 0)
        both = bool(self.columns[1])
        first = (area.width() - gap) * (self._share if both else 1.0)
        widths = (first, area.width() - gap - first) if both else (area.width(), 0.0)
        starts = (area.x(), area.x() + first + gap)
        self._write_alike(widths)
        heading = self.theme.text_px(22) * 1.5 if self.headings[0].text() else float(RING)
        for index, label in enumerate(self.headings):
            label.setVisible(bool(label.text()) and (index == 0 or both))
            lay(label, QRectF(starts[index] + self.theme.px(8), 0, widths[index], heading))
        y, high = heading, float(self.theme.target(self._row_class.design_size[1]))
        for line in zip_longest(*self.columns):
            opened: Panel | None = None
            for index, row in enumerate(line):
                if row is None:
                    continue
                lay(row, QRectF(starts[index], y, widths[index], high))
                opened = self._opened(row) or opened
            y += high + gap
            if opened is not None:
                needs = opened.flow(area.width(), place=False)
                lay(opened, QRectF(area.x(), y, area.width(), needs))
                opened.flow(area.width(), place=True)
                y += needs + gap
        self.setMinimumHeight(round(y + RING - gap))

    def _write_alike(self, widths: tuple[float, float]) -> None:
        """All labels in one size: the largest at which each fits."""
        sizes = [row.fitting_px(width) for rows, width in zip(self.columns, widths, strict=True) for row in rows]
        for row in self.rows():
            row.write_at(min(sizes, default=self._px))

    def _opened(self, row: CheckRow) -> Panel | None:
        return self.panels.get(_id(row)) if row.row is not None and row.row.open else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.arrange()


def bring_into_sight(scroller: ScrollPage, box: RowsBox) -> None:
    """Once it is laid out, the whole of what is unfolded if there is room, and always its row."""

    def show() -> None:
        content = scroller.widget() or box
        for row in box.rows():
            panel = box.panels.get(_id(row))
            if panel is not None and panel.isVisible():
                top = box.mapTo(content, row.geometry().topLeft()).y() - row.height()
                low = box.mapTo(content, panel.geometry().bottomLeft()).y()
                scroller.ensureVisible(0, low, 0, RING)
                scroller.ensureVisible(0, top, 0, RING)

    QTimer.singleShot(0, box, show)


def _id(row: CheckRow) -> str:
    return row.row.check_id if row.row is not None else ""


class RowsCard(StepCard):
    """Any of these?"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 1, "", parent)
        self.title.set_text(self.tr("Any of these?"))
        self.hint = TextLabel(theme, self.tr("Hold a row: why?"), Type.HINT, self, shade="ink3", max_lines=1,
                              align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)  # fmt: skip
        self.box = RowsBox(theme, (self.tr("Today"), self.tr("Right now")), share=0.555)
        self.scroller = ScrollPage(theme, self.box, self)
        self.none = NoneButton(theme, self)
        self._built = True
        self.again()

    def show_rows(self, today: tuple[RowView, ...], now: tuple[RowView, ...], none: Button, *, done: bool) -> None:
        """Show the rows; the one that unfolds is brought into sight."""
        self.none.show_button(none, done=done)
        self.box.show_rows(today, now)
        bring_into_sight(self.scroller, self.box)

    def needs(self, width: float) -> float:
        """The height that everything takes at a width."""
        self.box.resize(round(width - 2 * self.theme.px(5)), max(1, self.box.height()))
        return self.head() + self.box.minimumHeight() + self.theme.target(96) + self.theme.px(34)

    @override
    def arrange(self, area: QRectF) -> None:
        head = self.head()
        half = self.width() * 0.46
        lay(self.hint, QRectF(self.width() - half - self.theme.px(26), 0, half, head + self.theme.px(6)))
        high = float(self.theme.target(96 if area.height() > 400 else 64))
        lay(self.none, QRectF(area.x(), area.bottom() - high, area.width(), high))
        near = self.theme.px(5)
        room = area.height() - high - self.theme.px(10)
        lay(self.scroller, QRectF(near, area.y(), self.width() - 2 * near, room))
