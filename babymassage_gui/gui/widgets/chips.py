"""The small pressables: answers, segments, chips, switches, round buttons, links."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import LINE_PART, SMALLEST_TARGET, SMALLEST_TEXT, Motion, Theme, Weight
from babymassage_gui.gui.widgets.icons import IconStyle, draw_icon
from babymassage_gui.gui.widgets.paint import Shadow, box, disc
from babymassage_gui.gui.widgets.pressable import Pressable, icon_and_word
from babymassage_gui.gui.widgets.text_block import one_line, text_width


class ChoicePill(Pressable):
    """An answer to a question: outlined, and when chosen tinted, with a tick. Put several into a `QButtonGroup`."""

    design_size = (200, 60)
    design_radius = 20.0

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget | None = None,
        *,
        second: str = "",
        icon: str | None = None,
        px: float = 22,
        name: str | None = None,
    ) -> None:
        """`second` stands quietly at the far end (a clock time); the words then begin at the near end."""
        self._second, self._icon, self._design_px = second, icon, px
        super().__init__(theme, text, parent, name=name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_second(self, text: str) -> None:
        """Show other words at the far end, or none."""
        self._second = text
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = text_width(self.text(), self.theme.text_px(self._design_px), Weight.EXTRA) + self.theme.px(84)
        return QSize(round(width), self.theme.control(self.design_size[1], self._design_px))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        chosen = self.isChecked()
        fill, shade = (p.primary_soft, p.primary_ink) if chosen else (p.card, p.ink)
        outline = p.primary if chosen else self.outline_shade()
        box(painter, rect, self.radius(), self.pressed_fill(fill), outline, 3 if chosen else 2)
        if not self.isEnabled():
            shade = p.ink3
        px = max(SMALLEST_TEXT, min(self.theme.text_px(self._design_px), rect.height() * LINE_PART))
        weight = Weight.EXTRA if chosen else Weight.BOLD
        inner = rect.adjusted(self.theme.px(18), 0, -self.theme.px(18), 0)
        icon = "check" if chosen and not self._second else self._icon
        if not self._second:
            icon_and_word(painter, inner, self.text(), px, weight, shade, icon, "bold", px * 1.1, px * 0.32,
                          mirrored=self.mirrored)  # fmt: skip
            return
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.mirrored:
            near, far = far, near
        second = one_line(self._second, px * 0.9, Weight.MEDIUM, inner.width() * 0.45)
        first = one_line(self.text(), px, weight, inner.width() - second.width - self.theme.px(8))
        if first.fits:
            second.draw(painter, inner, p.primary_ink if chosen else p.ink3, far)
        else:
            # The answer comes before what stands at its far end.
            first = one_line(self.text(), px, weight, inner.width())
        first.draw(painter, inner, shade, near)


class SegmentButton(Pressable):
    """One of a few views, side by side in a sunken `SegmentBox`."""

    design_size = (96, 48)
    design_radius = 16.0

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None, *, name: str | None = None) -> None:
        super().__init__(theme, text, parent, name=name)
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        width = text_width(self.text(), self.theme.text_px(18), Weight.BOLD) + self.theme.px(44)
        return QSize(max(SMALLEST_TARGET, round(width)), self.theme.control(self.design_size[1], 18))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        if self.isChecked():
            box(painter, rect, self.radius(), p.card, p.primary)
        elif self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.card))
        shade = p.primary_ink if self.isChecked() else p.ink2
        weight = Weight.EXTRA if self.isChecked() else Weight.BOLD
        px = min(self.theme.text_px(18), rect.height() * LINE_PART)
        word = one_line(self.text(), px, weight, rect.width() - 8)
        word.draw(painter, rect, shade, Qt.AlignmentFlag.AlignHCenter)


class Chip(Pressable):
    """A small rounded button on a sheet or a mat: icon and word, or a number in a dot and a word."""

    design_size = (96, 54)
    design_radius = 20.0

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str | None = None,
        parent: QWidget | None = None,
        *,
        number: str = "",
        fill: str = "card",
        shade: str = "ink",
        px: float = 18,
        style: IconStyle = "bold",
        icon_after: bool = False,
        cast: Shadow | None = None,
        name: str | None = None,
    ) -> None:
        self._icon, self._number, self._fill, self._shade = icon, number, fill, shade
        self._design_px, self._style, self._icon_after = px, style, icon_after
        self.cast = cast
        super().__init__(theme, text, parent, name=name)

    def set_look(self, text: str, shade: str, icon: str | None) -> None:
        """Say other words in another colour, with another icon or none."""
        self._shade, self._icon = shade, icon
        self.set_words(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self.theme.text_px(self._design_px)
        extra = px * 1.7 if self._icon or self._number else 0.0
        width = text_width(self.text(), px, Weight.EXTRA) + extra + self.theme.px(34)
        return QSize(max(SMALLEST_TARGET, round(width)), max(SMALLEST_TARGET, round(px * 2.4)))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        px = self.theme.text_px(self._design_px)
        fill = self.pressed_fill(self.theme.colour(self._fill).name())
        box(painter, rect, self.radius(), fill, p.ink3 if self.hovered else None)
        shade = self.theme.colour(self._shade).name() if self.isEnabled() else p.ink3
        inner = rect.adjusted(px * 0.5, 0, -px * 0.5, 0)
        dot = px * 0.68
        need = text_width(self.text(), px, Weight.EXTRA) + dot * 2.4
        # A chip that is too narrow for both keeps the word.
        if not self._number or need > rect.width() - 6:
            after = self._icon_after != self.mirrored
            icon_and_word(painter, inner, self.text(), px, Weight.EXTRA, shade, self._icon, self._style, px * 1.15,
                          mirrored=after)  # fmt: skip
            return
        word = one_line(self.text(), px, Weight.EXTRA, rect.width() - 4 - dot * 2.4)
        left = rect.center().x() - (word.width + dot * 2.4) / 2
        dot_x = left + word.width + dot * 1.4 if self.mirrored else left + dot
        word_x = left if self.mirrored else left + dot * 2.4
        disc(painter, QPointF(dot_x, rect.center().y()), dot, p.primary)
        number = one_line(self._number, SMALLEST_TEXT, Weight.EXTRA, dot * 2)
        area = QRectF(dot_x - dot, rect.y(), dot * 2, rect.height())
        number.draw(painter, area, p.onprimary, Qt.AlignmentFlag.AlignHCenter)
        word.draw(painter, QRectF(word_x, rect.y(), word.width + 1, rect.height()), shade)


class RoundButton(Pressable):
    """Minus, plus, an arrow, the printer: an icon without its word, so a spoken name is asked for."""

    design_size = (64, 64)
    design_radius = 22.0

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        live: bool = True,
        framed: bool = True,
        style: IconStyle = "bold",
        icon_px: float = 28,
    ) -> None:
        """`live`: drawn as an offer; otherwise quiet (plus, until the rule allows more)."""
        self._icon, self._live, self._framed, self._style, self._icon_px = icon, live, framed, style, icon_px
        super().__init__(theme, "", parent, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_live(self, live: bool) -> None:
        """Draw it as an offer, or quietly."""
        self._live = live
        self.update()

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        if self._framed:
            box(painter, rect, self.radius(), self.pressed_fill(p.card), self.outline_shade())
        elif self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.primary_soft))
        shade = p.line if not self.isEnabled() else p.primary_ink if self._live else p.ink3
        draw_icon(painter, self._icon, shade, rect.center(), self.theme.text_px(self._icon_px), self._style)


class LinkButton(Pressable):
    """A quiet way to somewhere else: icon and word in the link colour, on no ground."""

    design_size = (160, 48)
    design_radius = 16.0

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str | None = None,
        parent: QWidget | None = None,
        *,
        shade: str = "primary_ink",
        px: float = 20,
        name: str | None = None,
    ) -> None:
        self._icon, self._shade, self._design_px = icon, shade, px
        super().__init__(theme, text, parent, name=name)

    @override
    def sizeHint(self) -> QSize:
        px = self.theme.text_px(self._design_px)
        width = text_width(self.text(), px, Weight.BOLD) + (px * 1.7 if self._icon else 0) + self.theme.px(24)
        return QSize(max(SMALLEST_TARGET, round(width)), self.theme.target(self.design_size[1]))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        if self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(self.theme.palette.primary_soft))
        px = self.theme.text_px(self._design_px)
        shade = self.theme.colour(self._shade).name() if self.isEnabled() else self.theme.palette.ink3
        inner = rect.adjusted(self.theme.px(8), 0, -self.theme.px(8), 0)
        icon_and_word(painter, inner, self.text(), px, Weight.BOLD, shade, self._icon, "bold", px * 1.25, px * 0.34,
                      mirrored=self.mirrored)  # fmt: skip


class ToggleSwitch(Pressable):
    """On or off, at once; the knob carries a tick, so that it is not told by colour alone."""

    design_size = (76, 44)

    def __init__(self, theme: Theme, name: str, checked: bool = False, parent: QWidget | None = None) -> None:
        self._knob = 1.0 if checked else 0.0
        super().__init__(theme, "", parent, name=name)
        self.setCheckable(True)
        self.setMinimumSize(70, SMALLEST_TARGET)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._on_slid)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, checked: bool) -> None:
        end = 1.0 if checked else 0.0
        duration = self.theme.motion(Motion.PRESS)
        self._slide.stop()
        if duration and self.isVisible():
            self._slide.setDuration(duration)
            self._slide.setStartValue(self._knob)
            self._slide.setEndValue(end)
            self._slide.start()
        else:
            self._on_slid(end)

    def _on_slid(self, value: float) -> None:
        self._knob = value
        self.update()

    @override
    def radius(self) -> float:
        return self.height() / 2

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        on = self.isChecked()
        track = rect.adjusted(2, 2, -2, -2)
        half = track.height() / 2
        box(painter, track, half, p.primary if on else p.sunken, p.primary if on else p.ink3)
        way = self._knob if not self.mirrored else 1 - self._knob
        centre = QPointF(track.left() + half + way * (track.width() - 2 * half), track.center().y())
        disc(painter, centre, half * 0.7, p.onprimary if on else p.ink3)
        if on:
            draw_icon(painter, "check", p.primary, centre, half * 0.9)
