"""The large buttons: go (teal), stop (amber), the three of the stop page, the squares beside the stop bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import SMALLEST_TEXT, Radius, Theme, Weight, colour, contrast
from babymassage_gui.gui.widgets.icons import IconStyle, draw_icon
from babymassage_gui.gui.widgets.paint import (
    BUTTON_SHADOW,
    CARD_SHADOW,
    HERO_SHADOW,
    STOP_SHADOW,
    Shadow,
    box,
    disc,
    hero_ramp,
    line,
    stop_ramp,
)
from babymassage_gui.gui.widgets.pressable import Pressable, icon_and_word
from babymassage_gui.gui.widgets.rings import RingState, draw_ring
from babymassage_gui.gui.widgets.text_block import fit_text, one_line, shrinking, text_width

# A disc that differs less than this from its card gets an outline (the leaf at night).
_SEEN = 1.12


class PrimaryButton(Pressable):
    """The one "go" of a page: Start, Done, All ready. Disabled it sinks and its text says why."""

    design_size = (368, 84)
    cast = HERO_SHADOW

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str | None = None,
        parent: QWidget | None = None,
        *,
        name: str | None = None,
        style: IconStyle = "fill",
    ) -> None:
        self._icon, self._style = icon, style
        super().__init__(theme, text, parent, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str | None) -> None:
        """Wear another icon; None for none."""
        self._icon = icon
        self.update()

    @override
    def radius(self) -> float:
        return min(self.theme.px(Radius.CHOICE), self.height() * 0.31)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        px = max(SMALLEST_TEXT, min(self.theme.px(60), rect.height() * 0.42))
        shade = p.onhero
        if not self.isEnabled():
            shade = p.ink2
            box(painter, rect, self.radius(), p.sunken, p.line)
        else:
            box(painter, rect, self.radius(), hero_ramp(rect, self.theme))
            if self.isDown() or self.hovered:
                box(painter, rect, self.radius(), colour("#000000" if self.isDown() else "#FFFFFF", 0.10))
        inner = rect.adjusted(rect.height() * 0.22, 0, -rect.height() * 0.22, 0)
        icon_and_word(painter, inner, self.text(), px, Weight.EXTRA, shade, self._icon, self._style, px * 0.9, px * 0.3,
                      mirrored=self.mirrored)  # fmt: skip


class StopButton(Pressable):
    """ "Baby needs me": the largest thing to press, always amber, always there."""

    design_size = (848, 112)
    cast = STOP_SHADOW

    def __init__(
        self, theme: Theme, text: str, key_cap: str = "", parent: QWidget | None = None, *, name: str | None = None
    ) -> None:
        self._key_cap = key_cap
        super().__init__(theme, text, parent, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_key_cap(self, text: str) -> None:
        """Show the key that does the same, or nothing where there is no room."""
        self._key_cap = text
        self.update()

    @override
    def radius(self) -> float:
        return self.height() * 0.34

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        height = rect.height()
        box(painter, rect, self.radius(), stop_ramp(rect, self.theme), p.stop_line, 3 * max(1.0, self.theme.k))
        if self.isDown():
            box(painter, rect, self.radius(), colour(p.onstop, 0.14))
        side = height * 0.3
        cap = self._cap_rect(rect)
        inner = rect.adjusted(side, 0, -side, 0)
        px = height * 0.46
        need = height * 0.64 + text_width(self.text(), px, Weight.EXTRA)
        if cap is not None and need / 2 + side > rect.width() / 2 - cap.width() - height * 0.26:
            cap = None  # the words keep their size; the key is told elsewhere too
        icon_and_word(painter, inner, self.text(), px, Weight.EXTRA, p.onstop, "hand-palm", "fill", height * 0.5,
                      height * 0.14, mirrored=self.mirrored)  # fmt: skip
        if cap is not None:
            box(painter, cap, self.theme.px(10), None, colour(p.onstop, 0.55))
            word = one_line(self._key_cap, height * 0.2, Weight.BOLD, cap.width())
            word.draw(painter, cap, colour(p.onstop, 0.9), Qt.AlignmentFlag.AlignHCenter)

    def _cap_rect(self, rect: QRectF) -> QRectF | None:
        if not self._key_cap:
            return None
        height = rect.height()
        px = max(SMALLEST_TEXT, height * 0.2)
        width = text_width(self._key_cap, px, Weight.BOLD) + height * 0.3
        cap_height = max(px * 1.5, height * 0.38)
        x = rect.left() + height * 0.26 if self.mirrored else rect.right() - width - height * 0.26
        return QRectF(x, rect.center().y() - cap_height / 2, width, cap_height)


class SquareButton(Pressable):
    """A quiet button beside the stop bar: icon over word where it is square, side by side where it is wide."""

    design_size = (112, 112)
    cast = BUTTON_SHADOW

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str,
        parent: QWidget | None = None,
        *,
        name: str | None = None,
        style: IconStyle = "fill",
    ) -> None:
        self._icon, self._style = icon, style
        super().__init__(theme, text, parent, name=name)

    @override
    def radius(self) -> float:
        return min(self.width(), self.height()) * 0.30

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        box(painter, rect, self.radius(), colour(self.pressed_fill(p.card), 0.97), self.outline_shade())
        shade = p.ink2 if self.isEnabled() else p.line
        height = rect.height()
        if rect.width() > height * 1.7:
            inner = rect.adjusted(height * 0.2, 0, -height * 0.2, 0)
            icon_and_word(painter, inner, self.text(), height * 0.34, Weight.BOLD, shade, self._icon, self._style,
                          height * 0.42, height * 0.14, mirrored=self.mirrored)  # fmt: skip
            return
        draw_icon(painter, self._icon, shade, QPointF(rect.center().x(), height * 0.38), height * 0.36, self._style)
        word = one_line(self.text(), max(SMALLEST_TEXT, height * 0.23), Weight.BOLD, rect.width() - 10)
        word.draw(painter, QRectF(0, height * 0.60, rect.width(), height * 0.30), shade, Qt.AlignmentFlag.AlignHCenter)


class QuietButton(Pressable):
    """A second choice on the page: outlined, icon beside word, or two lines of words."""

    design_size = (320, 88)
    design_radius = 30.0

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str | None = None,
        parent: QWidget | None = None,
        *,
        second: str = "",
        name: str | None = None,
        style: IconStyle = "fill",
        fill_alpha: float = 0.75,
    ) -> None:
        self._icon, self._style, self._second, self._alpha = icon, style, second, fill_alpha
        super().__init__(theme, text, parent, name=name)

    def set_second(self, text: str) -> None:
        """Show another second line."""
        self._second = text
        self.update()

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        height = rect.height()
        fill = colour(self.pressed_fill(p.card), 1.0 if self.isDown() else self._alpha)
        box(painter, rect, self.radius(), fill, self.outline_shade())
        shade = p.ink if self.isEnabled() else p.ink3
        inner = rect.adjusted(height * 0.2, 0, -height * 0.2, 0)
        px = max(SMALLEST_TEXT, min(self.theme.text_px(30), height * 0.34))
        if not self._second:
            icon_and_word(painter, inner, self.text(), px, Weight.BOLD, shade, self._icon, self._style, px * 1.2,
                          px * 0.36, p.ink2, mirrored=self.mirrored)  # fmt: skip
            return
        px = max(SMALLEST_TEXT, min(self.theme.text_px(29), height * 0.26))
        first = one_line(self.text(), px, Weight.EXTRA, inner.width())
        second = one_line(self._second, px * 0.8, Weight.MEDIUM, inner.width())
        top = rect.center().y() - (first.height + second.height) / 2
        centre = Qt.AlignmentFlag.AlignHCenter
        first.draw(painter, QRectF(inner.x(), top, inner.width(), first.height), shade, centre)
        second.draw(painter, QRectF(inner.x(), top + first.height, inner.width(), second.height), p.ink2, centre)


class ReadyButton(Pressable):
    """ "We are ready" at a turn: outlined in the phase's accent, with its own small countdown."""

    design_size = (616, 112)
    cast = STOP_SHADOW

    def __init__(
        self, theme: Theme, text: str, icon: str, parent: QWidget | None = None, *, accent: str = "pa_turn"
    ) -> None:
        self._icon, self._accent = icon, accent
        self._left: tuple[float, str] | None = None
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_countdown(self, fraction_left: float, seconds: str) -> None:
        """Show what is left (0..1) until it goes on by itself, and the seconds as words."""
        self._left = (fraction_left, seconds)
        self.update()

    def clear_countdown(self) -> None:
        """It waits for the parent: no ring."""
        self._left = None
        self.update()

    @override
    def radius(self) -> float:
        return self.height() * 0.34

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        height = rect.height()
        accent = self.theme.colour(self._accent).name()
        edge = 3 * max(1.0, self.theme.k)
        box(painter, rect, self.radius(), self.pressed_fill(self.theme.palette.card), accent, edge)
        inner = rect.adjusted(height * 0.25, 0, -height * 0.25, 0)
        if self._left is not None:
            centre = QPointF(height * 0.62 if self.mirrored else rect.right() - height * 0.62, rect.center().y())
            draw_ring(painter, centre, height * 0.34, RingState(1, 0, self._left[0]), accent, height * 0.08, 0.18)
            number = one_line(self._left[1], height * 0.3, Weight.EXTRA, height * 0.5)
            area = QRectF(centre.x() - height / 2, rect.y(), height, height)
            number.draw(painter, area, self.theme.palette.ink, Qt.AlignmentFlag.AlignHCenter)
            inner = inner.adjusted(height * 0.85, 0, 0, 0) if self.mirrored else inner.adjusted(0, 0, -height * 0.85, 0)
        icon_and_word(painter, inner, self.text(), height * 0.41, Weight.EXTRA, accent, self._icon, "fill",
                      height * 0.44, height * 0.12, mirrored=self.mirrored)  # fmt: skip


class ChoiceCard(Pressable):
    """One of the three huge choices of the stop page: a circle with an icon, what to do, what will happen."""

    design_size = (784, 190)
    design_radius = Radius.CHOICE
    cast: Shadow | None = CARD_SHADOW

    def __init__(
        self,
        theme: Theme,
        text: str,
        second: str,
        icon: str,
        parent: QWidget | None = None,
        *,
        disc_role: str = "hero",
        icon_role: str = "onhero",
        leading: bool = False,
        name: str | None = None,
    ) -> None:
        """`leading`: the choice that Space takes; it wears the 5 px outline."""
        self._second, self._icon, self._leading = second, icon, leading
        self._disc_role, self._icon_role = disc_role, icon_role
        super().__init__(theme, text, parent, name=name if name is not None else f"{text}. {second}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_choice(self, text: str, second: str) -> None:
        """Show and speak other words."""
        self._second = second
        self.set_words(text, f"{text}. {second}")
        self.update()

    def set_icon(self, icon: str) -> None:
        """Wear another icon."""
        self._icon = icon
        self.update()

    def set_leading(self, leading: bool) -> None:
        """Wear or drop the outline of the choice that Space takes."""
        self._leading = leading
        self.update()

    @override
    def radius(self) -> float:
        return min(self.theme.px(self.design_radius), self.height() * 0.3)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        outline = p.primary if self._leading else p.ink3 if self.hovered else p.line
        box(painter, rect, self.radius(), self.pressed_fill(p.card), outline, self.theme.px(5) if self._leading else 2)
        radius = min(self.theme.px(64), rect.height() * 0.337)
        offset = min(self.theme.px(108), radius * 1.69)
        centre = QPointF(rect.right() - offset if self.mirrored else rect.left() + offset, rect.center().y())
        ground = self.theme.colour(self._disc_role).name()
        disc(painter, centre, radius, ground)
        if contrast(ground, p.card) < _SEEN:
            painter.setPen(line(p.line, 2))
            painter.drawEllipse(centre, radius - 1, radius - 1)
        # A triangle looks centred only when it is moved to its pointed side.
        nudge = radius / 16 if self._icon == "play" else 0.0
        icon_shade = self.theme.colour(self._icon_role).name()
        draw_icon(painter, self._icon, icon_shade, centre + QPointF(nudge, 0), radius * 1.03, "fill")
        left, right = offset + radius + self.theme.px(32), self.theme.px(24)
        words = rect.adjusted(right, 0, -left, 0) if self.mirrored else rect.adjusted(left, 0, -right, 0)
        self._draw_words(painter, words)

    def _draw_words(self, painter: QPainter, words: QRectF) -> None:
        px = min(self.theme.text_px(60), words.height() * 0.36)
        first = fit_text(self.text(), shrinking((px,)), Weight.EXTRA, 1.27, words.width(), max_lines=1)
        second = fit_text(
            self._second, shrinking((max(SMALLEST_TEXT, px * 0.55),)), Weight.MEDIUM, 1.55, words.width(), max_lines=1
        )
        top = words.center().y() - (first.height + second.height) / 2
        align = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        first.draw(painter, QRectF(words.x(), top, words.width(), first.height), self.theme.palette.ink, align)
        below = QRectF(words.x(), top + first.height, words.width(), second.height)
        second.draw(painter, below, self.theme.palette.ink2, align)
