"""The bar of zones above a session: what is done, what runs and how far, what comes; each zone can be pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import SESSION_TARGET, SMALLEST_TEXT, Theme, ThemeName, Weight, mix
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.paint import CHIP_SHADOW, Shadow, box, rounded_path
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import one_line, text_width

_DONE_TINT, _RUNNING_TINT = 0.16, 0.10
_PAD = 0.10
_TEXT_PART = 0.44


class ZoneState(Enum):
    """Where a zone stands."""

    DONE = auto()
    RUNNING = auto()
    NEXT = auto()


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of the plan: its word, its share of the bar (seconds will do), and what a screen reader says."""

    text: str
    weight: float = 1.0
    name: str = ""


class ZoneButton(Pressable):
    """One zone of the bar."""

    def __init__(self, theme: Theme, zone: Zone, accent: str, parent: QWidget | None = None) -> None:
        self._state, self._fraction, self._accent, self._px = ZoneState.NEXT, 0.0, accent, 28.0
        self._pill = QRectF()
        super().__init__(theme, zone.text, parent, name=zone.name or zone.text)
        self.setMinimumSize(1, 1)

    def lie(self, reach: QRectF, pill: QRectF, *, pressable: bool) -> None:
        """Take a place in the bar: where it can be pressed, and where in it the pill is seen."""
        self._pill = pill
        self.setGeometry(reach.toRect())
        self.setEnabled(pressable)
        # A button that is off would swallow the press, which is a press on the page.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not pressable)

    @property
    def state(self) -> ZoneState:
        """Where the zone stands."""
        return self._state

    @property
    def fraction(self) -> float:
        """How far a running zone is, 0..1."""
        return self._fraction

    def show_state(self, state: ZoneState, fraction: float, accent: str, px: float) -> None:
        """Show where the zone stands, in the accent of the phase."""
        new = (state, min(1.0, max(0.0, fraction)), accent, px)
        old = (self._state, self._fraction, self._accent, self._px)
        self._state, self._fraction, self._accent, self._px = new
        # Word and ground are painted anew with the fill: only where it has grown by a pixel.
        if self._look(*old) != self._look(*new):
            self.update()

    def _look(self, state: ZoneState, fraction: float, accent: str, px: float) -> tuple[object, ...]:
        return state, round(fraction * self.width()), accent, px

    @override
    def radius(self) -> float:
        return self._pill.height() / 2

    @override
    def focus_shape(self) -> tuple[QRectF, float]:
        return QRectF(self._pill), self.radius()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Hands move where it can only be pressed, many times a second.
        if event.region().intersects(QRectF(self._pill).toAlignedRect()):
            super().paintEvent(event)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        rect, p = QRectF(self._pill), self.theme.palette
        accent = self.theme.colour(self._accent).name()
        centre = Qt.AlignmentFlag.AlignHCenter
        if self._state is ZoneState.DONE:
            box(painter, rect, self.radius(), self.pressed_fill(mix(p.card, accent, _DONE_TINT)))
            self._paint_done(painter, rect)
            return
        if self._state is ZoneState.RUNNING:
            box(painter, rect, self.radius(), self.pressed_fill(mix(p.card, accent, _RUNNING_TINT)))
            self._paint_filled(painter, rect, accent)
            box(painter, rect, self.radius(), None, accent, 3 * max(0.7, self.theme.k))
        elif self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.sunken))
        running = self._state is ZoneState.RUNNING
        word = one_line(self.text(), self._px, Weight.EXTRA if running else Weight.BOLD, rect.width() - 8)
        word.draw(painter, rect, p.ink if running else p.ink2, centre)

    def _paint_filled(self, painter: QPainter, rect: QRectF, accent: str) -> None:
        filled = QRectF(rect.x(), rect.y(), rect.width() * self._fraction, rect.height())
        if self.mirrored:
            filled.moveRight(rect.right())
        shade = QColor(accent)
        shade.setAlphaF(self.theme.palette.zone_running)
        painter.save()
        painter.setClipRect(filled, Qt.ClipOperation.IntersectClip)
        painter.fillPath(rounded_path(rect, self.radius()), shade)
        painter.restore()

    def _paint_done(self, painter: QPainter, rect: QRectF) -> None:
        p = self.theme.palette
        tick = self._px * 0.82
        gap = self._px * 0.12
        word = one_line(self.text(), self._px, Weight.BOLD, rect.width() - tick - gap - 10)
        left = rect.center().x() - (tick + gap + word.width) / 2
        tick_x = left + word.width + gap + tick / 2 if self.mirrored else left + tick / 2
        shade = p.ink2 if self.theme.name is ThemeName.NIGHT else p.primary_ink
        draw_icon(painter, "check", shade, QPointF(tick_x, rect.center().y()), tick)
        word_x = left if self.mirrored else left + tick + gap
        word.draw(painter, QRectF(word_x, rect.y(), word.width + 1, rect.height()), p.ink)


class ZoneBar(Ground):
    """All zones of a session in one bar; `zone_pressed(int)` names the zone that was pressed.

    The bar that is seen may be lower than a hand is broad, so the widget can reach further up and down (`lie`). Zones
    that would be narrower than a hand are shown and not pressed: there a press is a press on the page.
    """

    zone_pressed = Signal(int)

    def __init__(
        self, theme: Theme, zones: Sequence[Zone] = (), parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        self._zones: tuple[Zone, ...] = ()
        self._buttons: list[ZoneButton] = []
        self._current, self._fraction, self._accent, self._px = 0, 0.0, "pa_stroke", 28.0
        self._seen: QRectF | None = None
        super().__init__(theme, parent, role=None)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_zones(zones)

    def set_zones(self, zones: Sequence[Zone]) -> None:
        """Show the zones of a plan, the first one running."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._zones = tuple(zones)
        self._buttons = []
        for index, zone in enumerate(self._zones):
            button = ZoneButton(self.theme, zone, self._accent, self)
            button.clicked.connect(lambda _checked=False, index=index: self.zone_pressed.emit(index))
            button.show()
            self._buttons.append(button)
        self._arrange()

    def set_progress(self, current: int, fraction: float, accent: str | None = None) -> None:
        """Zones before `current` are done, it is `fraction` full (0..1); `accent` is the phase's colour role."""
        arrange = current != self._current
        self._current, self._fraction = current, fraction
        self._accent = accent if accent is not None else self._accent
        if arrange:
            self._arrange()
        else:
            self._show_states()

    def buttons(self) -> tuple[ZoneButton, ...]:
        """The zones' buttons in the order of the plan."""
        return tuple(self._buttons)

    def lie(self, bar: QRectF) -> None:
        """Take a place on the page: the bar is seen there, and can be pressed as far around it as a hand needs."""
        spare = max(0.0, SESSION_TARGET - bar.height())
        reach = bar.adjusted(0, -min(bar.y(), spare / 2), 0, 0)
        reach.setHeight(max(bar.height(), SESSION_TARGET, reach.height()))
        self._seen = bar.translated(-reach.topLeft())
        if reach.toRect() == self.geometry():
            self._arrange()
        self.setGeometry(reach.toRect())

    def _bar(self) -> QRectF:
        return QRectF(self.rect()) if self._seen is None else self._seen

    def shadow(self) -> tuple[Shadow, float] | None:
        """The bar floats over the mat."""
        return CHIP_SHADOW, self._bar().height() / 2

    def shadow_shape(self) -> QRectF:
        """What casts the shadow: the bar that is seen."""
        return self._bar()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self.theme.px(668)), self.theme.target(64))

    @override
    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._arrange()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        outline = self.theme.palette.line if self.theme.outlined else None
        box(painter, self._bar(), self._bar().height() / 2, self.theme.palette.card, outline)

    def _text_px(self) -> float:
        return max(SMALLEST_TEXT, self._bar().height() * _TEXT_PART)

    def _arrange(self) -> None:
        """Each zone gets the room of its word, and what is left is shared by the zones' weights."""
        if not self._zones:
            return
        bar, px = self._bar(), self._text_px()
        pad, gap = max(2.0, bar.height() * _PAD), self.theme.px(4)
        words = [
            text_width(zone.text, px, Weight.EXTRA) + px * (1.4 if index < self._current else 0.7)
            for index, zone in enumerate(self._zones)
        ]
        room = bar.width() - 2 * pad - gap * (len(words) - 1)
        reachable = self._seen is None or room >= SESSION_TARGET * len(words)
        widths, shrunk = self._shares(words, room, SESSION_TARGET if reachable and self._seen is not None else 0)
        self._px = max(SMALLEST_TEXT, px * shrunk)
        x = bar.x() + pad
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for button, width in zip(self._buttons, widths, strict=True):
            left = self.width() - x - width if mirrored else x
            reach = (
                QRectF(left, 0, width, self.height())
                if self._seen is not None
                else QRectF(left, pad, width, bar.height() - 2 * pad)
            )
            pill = QRectF(0, bar.y() + pad - reach.y(), width, bar.height() - 2 * pad)
            button.lie(reach, pill, pressable=reachable)
            x += width + gap
        self._show_states()

    def _shares(self, words: list[float], room: float, least: float) -> tuple[list[float], float]:
        """The widths of the zones, none under `least`, and how much the words must shrink (1: not at all)."""
        wanted = [max(word, least) for word in words]
        spare = room - sum(wanted)
        weights = sum(zone.weight for zone in self._zones)
        if spare >= 0 and weights > 0:
            shares = [width + spare * zone.weight / weights for width, zone in zip(wanted, self._zones, strict=True)]
            return shares, 1.0
        over = [width - least for width in wanted]
        left = room - least * len(words)
        shares = [least + part * left / max(1.0, sum(over)) for part in over]
        return shares, min(1.0, *(share / word for share, word in zip(shares, words, strict=True)))

    def _show_states(self) -> None:
        for index, button in enumerate(self._buttons):
            state = ZoneState.DONE if index < self._current else ZoneState.NEXT
            if index == self._current:
                state = ZoneState.RUNNING
            fraction = self._fraction if state is ZoneState.RUNNING else 0.0
            button.show_state(state, fraction, self._accent, self._px)
