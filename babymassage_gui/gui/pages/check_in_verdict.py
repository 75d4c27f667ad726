"""What the check-in answers: the bar below the columns, and the white sheet that takes their place in an alarm."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_card import lay
from babymassage_gui.gui.pages.check_in_view import Act, BarView, Tone
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Type, TypeRole, Weight
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.buttons import QuietButton
from babymassage_gui.gui.widgets.chips import Chip, LinkButton
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import IconStyle, draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import box, start
from babymassage_gui.gui.widgets.text_block import TextBlock, fit_text, shrinking, text_width
from babymassage_gui.gui.widgets.themed import Themed

# Ground, accent, icon, its style.
LOOKS: dict[Tone, tuple[str, str, str, IconStyle]] = {
    Tone.GO: ("ph_done", "pa_done", "check-circle", "fill"),
    Tone.PLAIN: ("ph_done", "pa_done", "check-circle", "fill"),
    Tone.ASK: ("primary_soft", "primary_ink", "question", "bold"),
    Tone.WAIT: ("ph_ready", "pa_ready", "clock-countdown", "fill"),
    Tone.REST: ("ph_hold", "pa_hold", "moon-stars", "fill"),
    Tone.DOCTOR: ("ph_turn", "pa_turn", "stethoscope", "bold"),
    Tone.URGENT: ("card", "ink", "phone-call", "fill"),
}
CALL = TypeRole((72, 64, 56, 48, 42, 36, 30, 26), Weight.EXTRA, 1.1)
NUMBER = TypeRole((44, 40, 36, 32, 28, 24), Weight.EXTRA, 1.15)
REASON = TypeRole((34, 32, 30, 28, 26, 24, 22), Weight.MEDIUM, 1.25)


class _BarWords(Themed, QWidget):
    """The painted half of the bar: ground, icon, title, sentence."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = BarView(Tone.GO, "")
        self.far, self.hand = 0.0, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        p, rect = self.theme.palette, QRectF(self.rect())
        fill, accent, icon, style = LOOKS[self.view.tone]
        box(painter, rect, self.theme.px(26), self.theme.colour(fill))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, size = self.theme.px(36), min(rect.height() * 0.58, self.theme.text_px(38))
        x = rect.right() - side if mirrored else rect.left() + side
        draw_icon(painter, icon, self.theme.colour(accent).name(), QPointF(x, rect.center().y()), size, style)
        far = self._draw_hand(painter, rect, mirrored=mirrored) if self.hand else self.far
        near = side * 2
        words = rect.adjusted(far + 12, 0, -near, 0) if mirrored else rect.adjusted(near, 0, -far - 12, 0)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        both = bool(self.view.sentence)
        px = min(self.theme.text_px(25), rect.height() * (0.36 if both else 0.46))
        title = fit_text(self.view.title, shrinking((max(15.0, px),)), Weight.EXTRA, 1.2, words.width(), max_lines=1)
        if both:
            self._draw_both(painter, words, title, align)
        else:
            title.draw(painter, words, p.ink, align)
        painter.end()

    def _draw_both(self, painter: QPainter, area: QRectF, title: TextBlock, align: Qt.AlignmentFlag) -> None:
        """Title and sentence. A long question in a low bar stands alone: what it asks for is said on the button too."""
        ink, width, high = self.theme.palette.ink, area.width(), area.height()
        small = shrinking((max(15.0, min(self.theme.text_px(19), title.px * 0.8)),))
        second = fit_text(self.view.sentence, small, Weight.MEDIUM, 1.2, width, high - title.height - 4, max_lines=2)
        if not second.fits:
            fit_text(self.view.sentence, small, Weight.MEDIUM, 1.15, width, high - 2).draw(painter, area, ink, align)
            return
        top = area.center().y() - (title.height + second.height) / 2
        title.draw(painter, QRectF(area.x(), top, width, title.height), ink, align)
        second.draw(painter, QRectF(area.x(), top + title.height, width, second.height), ink, align)

    def _draw_hand(self, painter: QPainter, rect: QRectF, *, mirrored: bool) -> float:
        """One hand always on the baby: the quiet word at the far end; returns what it takes."""
        px = self.theme.text_px(20)
        need = text_width(self.hand, px, Weight.BOLD) + px * 3
        title = text_width(self.view.title, self.theme.text_px(25), Weight.EXTRA) + self.theme.px(90)
        if need + title > rect.width():
            return 0.0
        accent = self.theme.colour("pa_done").name()
        x = rect.left() + need - px * 0.6 if mirrored else rect.right() - need + px * 0.6
        draw_icon(painter, "hand-palm", accent, QPointF(x, rect.center().y()), px * 1.35, "fill")
        words = fit_text(self.hand, (px,), Weight.BOLD, 1.2, need, max_lines=1)
        at = rect.left() + px * 1.2 if mirrored else rect.right() - px * 1.2 - words.width
        words.draw(painter, QRectF(at, rect.y(), words.width + 1, rect.height()), self.theme.palette.ink2)
        return need


class VerdictBar(Ground):
    """A polite live region: it speaks when the verdict changes, not with each minute. `act_pressed` carries an Act."""

    act_pressed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(theme, parent, None)
        self._words = _BarWords(theme, self)
        self.action = Chip(theme, "", None, self, px=20, fill="card")
        self.action.clicked.connect(lambda: self.act_pressed.emit(self.view.act))
        self.action.hide()
        self.why = LinkButton(theme, self.tr("Why?"), None, self, px=20)
        self.why.hide()
        self._built = True

    @property
    def view(self) -> BarView:
        """What it says."""
        return self._words.view

    def show_bar(self, view: BarView) -> None:
        """Say something else."""
        before = self.view
        self._words.view = view
        self._words.hand = self.tr("One hand always on the baby.") if view.tone is Tone.GO else ""
        told = f"{view.title}. {view.sentence}".strip()
        self.setAccessibleName(told)
        if self.isVisible() and (view.tone, view.sentence) != (before.tone, before.sentence):
            announce(self, told)
        _, accent, *_ = LOOKS[view.tone]
        self.action.set_look(view.action, accent, "check" if view.armed else "bell" if view.act is Act.RING else None)
        self.action.setVisible(bool(view.action))
        self.why.set_words(self.tr("Why?"), fill(self.tr("%1: why?"), view.title))
        self.why.setVisible(view.tone not in (Tone.GO, Tone.PLAIN, Tone.URGENT))
        self._arrange()

    def _arrange(self) -> None:
        if not self._built:
            return
        rect = QRectF(self.rect())
        self._words.setGeometry(self.rect())
        high = max(44.0, min(rect.height() - self.theme.px(16), self.theme.px(52)))
        width = min(rect.width() * 0.42, self.action.sizeHint().width() + self.theme.px(16))
        gap = (rect.height() - high) / 2
        far = 0.0 if self.action.isHidden() else width + gap + self.theme.px(8)
        lay(self.action, QRectF(rect.right() - width - max(gap, self.theme.px(10)), gap, width, high))
        if not self.why.isHidden():
            link = float(self.why.sizeHint().width())
            lay(self.why, QRectF(rect.right() - far - link - self.theme.px(8), gap, link, high))
            far += link + self.theme.px(12)
        self._words.far = far
        self._words.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._arrange()


class UrgentSheet(Ground):
    """White, with the only black outline there is: whom to call, why, and the way to what to say. Nothing else."""

    call = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(theme, parent, None)
        self.title = TextLabel(theme, "", CALL, self)
        self.number = TextLabel(theme, self.tr("112, or your own number"), NUMBER, self, max_lines=2)
        self.reason = TextLabel(theme, "", REASON, self)
        self.mistake = TextLabel(
            theme, self.tr("A wrong press? Press the row again."), Type.BODY, self, shade="ink2", max_lines=2
        )
        self.button = QuietButton(theme, self.tr("What to say"), "phone-call", self, fill_alpha=1.0)
        self.button.clicked.connect(self.call)
        self._built = True

    def show_alarm(self, view: BarView) -> None:
        """Say why; spoken at once."""
        if self.reason.text() != view.sentence or not self.isVisible():
            announce(self, f"{view.title}. {self.number.text()}. {view.sentence}", urgent=True)
        self.title.set_text(view.title)
        self.reason.set_text(view.sentence)
        self.setAccessibleName(f"{view.title}. {view.sentence}")
        self._arrange()

    @override
    def paint_ground(self, painter: QPainter) -> None:
        p, k = self.theme.palette, self.theme.px
        box(painter, QRectF(self.rect()), k(36), p.card, p.ink, 4)
        size = self._icon()
        x = self._inner().x() + size / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        draw_icon(painter, "phone-call", p.ink, QPointF(x, self._inner().y() + size / 2), size, "fill")

    def _icon(self) -> float:
        return min(self.theme.px(88), self.height() * 0.15)

    def _inner(self) -> QRectF:
        side, edge = self.theme.px(48), self.theme.px(38)
        return QRectF(self.rect()).adjusted(side, edge, -side, -edge)

    def _arrange(self) -> None:
        if not self._built:
            return
        inner, icon = self._inner(), self._icon()
        y = inner.y() + icon + self.theme.px(8)
        button = max(56.0, min(self.theme.px(96), inner.height() * 0.2))
        room = inner.bottom() - button - self.theme.px(18) - y
        for label, share in ((self.title, 0.34), (self.number, 0.22), (self.reason, 0.27), (self.mistake, 0.17)):
            lay(label, QRectF(inner.x(), y, inner.width(), room * share))
            y += room * share
        width = min(inner.width(), self.theme.px(440))
        lay(self.button, QRectF(inner.x(), inner.bottom() - button, width, button))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._arrange()
