"""Comfort by place on Progress: the baby tinted where massages ended early, minutes by part, and a plain sentence.

A long log is counted a piece at a time, between two frames, so that the page never waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.catalogue import Block, Step
from babymassage_gui.core.comfort import Comfort, Place, comfort_of, together
from babymassage_gui.core.history import Mood, SessionRecord
from babymassage_gui.core.progress import Span
from babymassage_gui.gui.pages.progress_facts import FactWords
from babymassage_gui.gui.pages.progress_words import ComfortWords
from babymassage_gui.gui.pages.session_figure import SessionFigure
from babymassage_gui.gui.text import Words
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.faces import draw_mood_mark
from babymassage_gui.gui.widgets.ground import Card
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import box, disc, start
from babymassage_gui.gui.widgets.text_block import one_line
from babymassage_gui.gui.widgets.themed import Themed

# Where so much of the massages went on, the place is shown as calm; where less, as unsettled; else as cried.
_CALM_FROM, _UNSETTLED_FROM = 0.95, 0.85
_AT_ONCE, _FIRST_AFTER_MS = 500, 120
"""Massages that are counted between two frames: some six milliseconds. The page is painted before the first of them."""
_PX = 17.0


def mood_of(place: Place) -> Mood:
    """The answer's colour and mark that a part of the body has; never red."""
    if place.comfort >= _CALM_FROM:
        return Mood.CALM
    return Mood.UNSETTLED if place.comfort >= _UNSETTLED_FROM else Mood.CRIED


class TintedBaby(Themed, QWidget):
    """The whole baby with its parts tinted; purely a picture, its words are beside it."""

    def __init__(self, theme: Theme, figure: SessionFigure | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self._tints: dict[Block, str] = {}
        self._picture: tuple[tuple[object, ...], QPixmap] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    def show_places(self, places: Sequence[Place]) -> None:
        """Tint these parts."""
        self._tints = {place.block: self.theme.mood(mood_of(place)) for place in places}
        self._picture = None
        self.update()

    def show_anew(self) -> None:
        """The baby looks otherwise."""
        self._picture = None
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.theme.px(130)), round(self.theme.px(150)))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._figure is None or not self._tints:
            return
        ratio = self.devicePixelRatioF()
        key = (self.size(), ratio, self.theme)
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self._figure.set_theme(self.theme)
            self._figure.paint_tinted(painter, QRectF(self.rect()), self._tints)
            painter.end()
            self._picture = (key, picture)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture[1])
        painter.end()

    @override
    def _on_theme_changed(self) -> None:
        self._picture = None
        super()._on_theme_changed()


class PlaceBars(Themed, QWidget):
    """A row for each part of the body: its name, a bar of how often it went on, its minutes."""

    def __init__(
        self, theme: Theme, words: Words, told: ComfortWords, facts: FactWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._told, self._facts = words, told, facts
        self._places: tuple[Place, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show these parts."""
        self._places = places
        self.setAccessibleName(". ".join(self._told.place(place, self._words) for place in places))
        self.updateGeometry()
        self.update()

    def _row(self) -> float:
        return self.theme.text_px(_PX) * 2.05

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self.theme.text_px(_PX) * 11), round(self._row() * max(5, len(self._places))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.theme.text_px(_PX) * 8), round(self._row() * 0.85 * max(1, len(self._places))))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._places:
            return
        painter = start(self)
        pitch = min(self.height() / len(self._places), self._row() * 1.2)
        for row, place in enumerate(self._places):
            self._paint_row(painter, QRectF(0, row * pitch, self.width(), pitch), place)
        painter.end()

    def _paint_row(self, painter: QPainter, area: QRectF, place: Place) -> None:
        """Name and minutes over a bar of how often the massage went on."""
        theme, px, p = self.theme, self.theme.text_px(_PX), self.theme.palette
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            near, far = far, near
        height = min(px * 0.56, area.height() * 0.3)
        words = area.adjusted(0, 0, 0, -height - px * 0.2)
        minutes = one_line(self._facts.duration(place.minutes), px, Weight.MEDIUM, area.width() * 0.55)
        minutes.draw(painter, words, p.ink2, far)
        name = one_line(self._words.block(place.block), px, Weight.BOLD, area.width() - minutes.width - px * 0.4)
        name.draw(painter, words, p.ink, near)
        bar = QRectF(area.x(), area.bottom() - height - px * 0.12, area.width(), height)
        mood = mood_of(place)
        box(painter, bar, height / 2, p.sunken, p.line if theme.outlined else None, 1.5)
        full = QRectF(bar)
        full.setWidth(max(height, bar.width() * place.comfort))
        if mirrored:
            full.moveRight(bar.right())
        box(painter, full, height / 2, theme.mood(mood), theme.mood_edge(mood), 1.2)
        if mood is not Mood.CALM:
            at = QPointF(full.left() if mirrored else full.right(), bar.center().y())
            disc(painter, at, height * 0.95, p.card)
            draw_mood_mark(painter, at, height * 0.68, mood, theme)


class ComfortCard(Card):
    """Figure, bars and sentence. `count` begins to count massages; all of them counted, they are shown."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        facts: FactWords,
        figure: SessionFigure | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._layout: QVBoxLayout | None = None
        super().__init__(theme, parent)
        self._words, self._told = words, ComfortWords(self)
        self._sessions: Sequence[SessionRecord] = ()
        self._counted, self._so_far = 0, Comfort()
        self._taught: Mapping[str, Step] = {}
        self.title = TextLabel(theme, self.tr("Comfort by place"), Type.SECTION, self, max_lines=1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.span = TextLabel(theme, "", Type.HINT_BOLD, self, shade="ink2", align=right, max_lines=1)
        self.baby = TintedBaby(theme, figure, self)
        self.bars = PlaceBars(theme, words, self._told, facts, self)
        self.sentence = TextLabel(theme, "", Type.BODY_BOLD, self, max_lines=3)
        self.step = TextLabel(theme, "", Type.HINT, self, shade="ink2", max_lines=2)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self._lay_out()
        self._on_theme_changed()

    def _lay_out(self) -> None:
        self._head, self._row = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.span)
        self._row.addWidget(self.baby, 57)
        self._row.addWidget(self.bars, 43)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._head)
        self._layout.addLayout(self._row, 1)
        self._layout.addWidget(self.sentence)
        self._layout.addWidget(self.step)

    def count(self, sessions: Sequence[SessionRecord], taught: Mapping[str, Step], span: Span | None) -> None:
        """Count these massages; `taught` are the steps by id."""
        self._taught = taught
        self.span.set_text(self._told.span(span))
        self._sessions, self._counted, self._so_far = sessions, 0, Comfort()
        self._timer.start(_FIRST_AFTER_MS)

    def _on_time(self) -> None:
        """One piece more; once all are counted they are shown."""
        self._timer.setInterval(0)
        some = self._sessions[self._counted : self._counted + _AT_ONCE]
        self._counted += _AT_ONCE
        self._so_far = together(self._so_far, comfort_of(some, self._taught))
        if self._counted >= len(self._sessions):
            self._timer.stop()
            self._show(self._so_far)

    @property
    def counting(self) -> bool:
        """Whether there is more to count."""
        return self._timer.isActive()

    def _show(self, comfort: Comfort) -> None:
        self.baby.show_places(comfort.places)
        self.bars.show_places(comfort.places)
        self.sentence.set_text(self._told.sentence(comfort, self._words))
        told = self._told.step(comfort, self._taught)
        self.step.set_text(told)
        self.step.setVisible(bool(told))

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._layout is not None:
            side, top = round(self.theme.px(20)), round(self.theme.px(14))
            self._layout.setContentsMargins(side, top, side, top)
            self._layout.setSpacing(round(self.theme.px(6)))
            self._row.setSpacing(round(self.theme.px(12)))
