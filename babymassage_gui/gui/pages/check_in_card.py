"""What the three columns of the check-in share: a card with a number that turns into a tick, and chips that wrap."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_view import OptionGroup
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import box, disc, line
from babymassage_gui.gui.widgets.text_block import TextBlock, lay_out, one_line, text_width

HEAD, LOW_HEAD = 84.0, 64.0


def lay(child: QWidget, rect: QRectF) -> None:
    """Give a child its place, mirrored where the page reads from right to left."""
    parent = child.parentWidget()
    if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        rect = QRectF(parent.width() - rect.right(), rect.y(), rect.width(), rect.height())
    child.setGeometry(rect.toRect())


class StepCard(Card):
    """A column: its number, which turns into a tick, its title, and what `arrange` lays below them."""

    def __init__(self, theme: Theme, number: int, title: str, parent: QWidget | None = None) -> None:
        self._number, self._done, self._built = number, False, False
        self.low = False
        super().__init__(theme, parent)
        self.title = TextLabel(theme, title, Type.CARD_TITLE, self, max_lines=1)

    @property
    def done(self) -> bool:
        """Whether the number is a tick."""
        return self._done

    def show_step(self, *, done: bool, active: bool) -> None:
        """Turn the number into a tick, put the outline on."""
        self._done = done
        self.set_marked(active)
        state = self.tr("done") if done else self.tr("next") if active else ""
        self.setAccessibleName(f"{self.title.text()} {state}".strip())

    def head(self) -> float:
        """The height of number and title."""
        if self.low:
            return max(self.theme.px(LOW_HEAD), self.theme.text_px(28) * 1.5)
        return max(self.theme.px(HEAD), self.theme.text_px(28) * 1.9)

    def set_low(self, low: bool) -> None:
        """Spare height: the window has little, or the cards lie one above the other."""
        if low != self.low:
            self.low = low
            self.again()
            self.update()

    def arrange(self, area: QRectF) -> None:
        """Lay out what is below the head."""

    def again(self) -> None:
        """Lay out anew."""
        if not self._built:
            return
        size = self._disc()
        x = self.theme.px(22) + size * 2 + self.theme.px(14)
        lay(self.title, QRectF(x, 0, self.width() - x - self.theme.px(12), self.head() + self.theme.px(6)))
        side, low = self.theme.px(18), self.theme.px(18)
        top = self.head()
        self.arrange(QRectF(side, top, self.width() - 2 * side, self.height() - top - low))

    def _disc(self) -> float:
        return max(14.0, self.theme.px(21))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.again()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.again()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        p, radius = self.theme.palette, self._disc()
        x = self.theme.px(22) + radius
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        centre = QPointF(x, (self.head() + self.theme.px(6)) / 2)
        if self._done or self.marked:
            disc(painter, centre, radius, p.primary)
        else:
            painter.setPen(line(p.primary, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius - 1.5, radius - 1.5)
        if self._done:
            draw_icon(painter, "check", p.onprimary, centre, radius * 1.15)
            return
        number = one_line(str(self._number), radius * 1.05, Weight.EXTRA, radius * 2)
        area = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        number.draw(painter, area, p.onprimary if self.marked else p.primary_ink, Qt.AlignmentFlag.AlignHCenter)


class FollowUp(ChoicePill):
    """An answer under a row, no wider than its words."""

    design_size = (96, 48)
    design_radius = 18.0

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget) -> None:
        self.key = key
        super().__init__(theme, text, parent, px=18)

    def _tick(self) -> float:
        return self.theme.text_px(18) * 1.5 if self.isChecked() else 0.0

    @override
    def sizeHint(self) -> QSize:
        width = text_width(self.text(), self.theme.text_px(18), Weight.EXTRA) + self.theme.px(36) + 4
        return QSize(round(width + self._tick()), self.theme.target(self.design_size[1]))

    def _block(self, width: float) -> TextBlock:
        room = width - self.theme.px(36) - self._tick()
        return lay_out(self.text(), self.theme.text_px(18), Weight.EXTRA, 1.15, max(40.0, room))

    def height_for(self, width: float) -> float:
        """The height at a width: that of a finger, or of its words where they take several lines."""
        least = float(self.theme.target(self.design_size[1]))
        return least if width >= self.sizeHint().width() else max(least, self._block(width).height + self.theme.px(16))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        if self.width() >= self.sizeHint().width() - 1:
            super().paint_button(painter, rect)
            return
        p, chosen = self.theme.palette, self.isChecked()
        shade = p.primary_ink if chosen else p.ink
        outline = p.primary if chosen else self.outline_shade()
        fill = self.pressed_fill(p.primary_soft if chosen else p.card)
        box(painter, rect, self.radius(), fill, outline, 3 if chosen else 2)
        words, pad = QRectF(rect), self.theme.px(18)
        words.adjust(pad + (0 if self.mirrored else self._tick()), 0, -pad - (self._tick() if self.mirrored else 0), 0)
        self._block(rect.width()).draw(painter, words, shade, Qt.AlignmentFlag.AlignHCenter)
        if chosen:
            size = self.theme.text_px(18)
            x = rect.right() - pad - size / 2 if self.mirrored else rect.left() + pad + size / 2
            draw_icon(painter, "check", shade, QPointF(x, rect.center().y()), size * 1.1)


class Panel(Card):
    """Groups of chips that wrap; `pressed` carries the key of one. It keeps its chips while their keys stay."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, fill: str = "sunken") -> None:
        self._groups: tuple[OptionGroup, ...] = ()
        self.chips: list[FollowUp] = []
        self._headings: list[TextLabel] = []
        super().__init__(theme, parent, radius=20, fill=fill, cast=None)
        self._pad = 12.0 if fill == "sunken" else 0.0

    def show_groups(self, groups: tuple[OptionGroup, ...]) -> None:
        """Offer these."""
        if [[o.key for o in g.options] for g in groups] != [[o.key for o in g.options] for g in self._groups]:
            self._make(groups)
        self._groups = groups
        options = [option for group in groups for option in group.options]
        for chip, option in zip(self.chips, options, strict=True):
            chip.set_words(option.text)
            chip.setChecked(option.chosen)
        self.updateGeometry()

    def _make(self, groups: tuple[OptionGroup, ...]) -> None:
        for old in (*self.chips, *self._headings):
            old.hide()
            old.deleteLater()
        self.chips, self._headings = [], []
        for group in groups:
            heading = TextLabel(self.theme, group.heading, Type.HINT_BOLD, self, shade="ink2", max_lines=1)
            heading.setVisible(bool(group.heading))
            self._headings.append(heading)
            for option in group.options:
                chip = FollowUp(self.theme, option.key, option.text, self)
                chip.clicked.connect(self._sender(option.key))
                chip.show()
                self.chips.append(chip)

    def _sender(self, key: str) -> Callable[[], None]:
        return lambda: self.pressed.emit(key)

    def chip(self, key: str) -> FollowUp:
        """The chip of that key."""
        return next(chip for chip in self.chips if chip.key == key)

    def flow(self, width: float, *, place: bool) -> float:
        """Lay the chips into lines of a width (or only measure); returns the height."""
        pad, gap = self.theme.px(self._pad), self.theme.px(8)
        y, chips = pad, iter(self.chips)
        for group, heading in zip(self._groups, self._headings, strict=True):
            indent = 0.0
            if group.heading:
                indent = max(float(h.sizeHint().width()) for h in self._headings) + self.theme.px(8)
                if place:
                    lay(heading, QRectF(pad + 4, y, indent, self.theme.target(48)))
            of_group = [next(chips) for _ in group.options]
            y = self._lines(of_group, QRectF(pad + indent, y, width - 2 * pad - indent, 0), gap, place=place) + gap
        return y - gap + pad if self.chips else 0.0

    def _lines(self, chips: Sequence[FollowUp], area: QRectF, gap: float, *, place: bool) -> float:
        x, y, height = area.x(), area.y(), 0.0
        for chip in chips:
            size = chip.sizeHint()
            width = min(float(size.width()), area.width())
            if x > area.x() and x + width > area.right() + 1:
                x, y = area.x(), y + height + gap
            height = max(height, chip.height_for(width)) if x > area.x() else chip.height_for(width)
            if place:
                lay(chip, QRectF(x, y, width, height))
            x += width + gap
        return y + height

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.flow(self.width(), place=True)
