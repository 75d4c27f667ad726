"""The first start: whose skin is this? Four answers on one page, then the first massage."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.baby_form import ENTER, BabyForm
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Phase, Theme, Type
from babymassage_gui.gui.widgets.buttons import PrimaryButton
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.fields import ScrollPage
from babymassage_gui.gui.widgets.figure_art import FigureArt, blank, resource_source, smooth
from babymassage_gui.gui.widgets.figure_palette import Look
from babymassage_gui.gui.widgets.ground import Ground, Mat
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import rounded_path
from babymassage_gui.gui.widgets.pressable import Pressable

PANEL_RADIUS = 56.0
# Of the drawing's 1000 units: the top of the head with some air, and the soles.
HEAD_TOP, FEET = 24.0, 990.0
# What a focus ring needs around a field; a scrolled page cuts off everything beyond its edge.
RING = 10


class Greeting(Mat):
    """The baby on the mat, fading softly into the greeting. The page lays it at its near edge, or on top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._art = FigureArt(resource_source)
        self._picture: tuple[tuple[int, int, str, float], QPixmap] | None = None
        self._built = self._above = False
        super().__init__(theme, Phase.STROKE, parent)
        # Under its round corners the page is seen.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.words = TextLabel(theme, "", Type.PAGE_TITLE, self, max_lines=2)
        self.promise = TextLabel(
            theme, self.tr("Everything stays on this computer."), Type.BODY_BOLD, self, shade="ink2"
        )
        self._built = True
        self.greet("")

    def lie(self, rect: QRectF, *, above: bool) -> None:
        """Take a place beside the questions, or above them."""
        self._above = above
        self.setGeometry(rect.toRect())

    def greet(self, name: str) -> None:
        """Say hello, by name as soon as there is one."""
        self.words.set_text(fill(self.tr("Hello, %1."), name) if name else self.tr("Hello, little one."))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()

    def _arrange(self) -> None:
        theme, width, height = self.theme, self.width(), self.height()
        side, icon = min(theme.px(48), width * 0.1), theme.text_px(32)
        room = width - side - icon - theme.px(16)
        line = max(theme.text_px(28), self.promise.heightForWidth(round(room)))
        low = height - theme.px(40) - line
        promise = QRectF(side + icon, low, room, line)
        words_height = theme.text_px(Type.PAGE_TITLE.size) * Type.PAGE_TITLE.leading
        words = QRectF(side, low - words_height - theme.px(2), width - side - theme.px(16), words_height)
        for label, rect in ((self.promise, promise), (self.words, words)):
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                rect.moveLeft(width - rect.right())
            label.setGeometry(rect.toRect())

    @override
    def paint_ground(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        radius = self.theme.px(PANEL_RADIUS)
        shape = QRectF(rect)
        # Only the corners towards the questions are round.
        if self._above:
            shape.setTop(-radius)
        elif self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            shape.setRight(rect.right() + radius)
        else:
            shape.setLeft(-radius)
        painter.setClipPath(rounded_path(shape, radius), Qt.ClipOperation.IntersectClip)
        super().paint_ground(painter)
        painter.drawPixmap(0, 0, self._baby())
        lies = QRectF(self.promise.geometry())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = lies.right() + self.theme.text_px(20) if mirrored else lies.left() - self.theme.text_px(20)
        draw_icon(
            painter, "shield-check", self.theme.palette.ink2, QPointF(x, lies.center().y()), self.theme.text_px(23),
            "fill",
        )  # fmt: skip

    def _baby(self) -> QPixmap:
        """The baby as a picture of this size and look, faded where the greeting stands."""
        ratio = self.devicePixelRatioF()
        key = (self.width(), self.height(), self.theme.name.value, ratio)
        if self._picture is None or self._picture[0] != key:
            self._picture = (key, self._drawn(ratio))
        return self._picture[1]

    def _drawn(self, ratio: float) -> QPixmap:
        width, height = self.width(), self.height()
        picture = blank(width, height, ratio)
        painter = smooth(QPainter(picture))
        greeting = self.words.geometry().top()
        # The trunk fills the width and the arms go beyond it; the feet end under the greeting.
        scale = min(width / 580, (height - self.theme.px(16)) / (FEET - HEAD_TOP) * 1.02)
        body = (FEET - HEAD_TOP) * scale
        top = max(self.theme.px(24), min((height - body) * 0.7, greeting - body * 0.80))
        painter.save()
        painter.translate(width / 2, top)
        painter.scale(scale, scale)
        painter.translate(-500, -HEAD_TOP)
        self._art.draw_body(painter, "front", Look(self.theme.drawing))
        painter.restore()
        fade = QLinearGradient(0, greeting - height * 0.14, 0, greeting + self.theme.px(36))
        fade.setColorAt(0, QColor(0, 0, 0, 255))
        fade.setColorAt(1, QColor(0, 0, 0, 16))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.fillRect(QRectF(0, 0, width, height), fade)
        painter.end()
        return picture


class GoButton(PrimaryButton):
    """The way on: with a heart when all is answered, with hands and a doll when massage has to wait."""

    def show_way(self, text: str, icon: str | None) -> None:
        """Wear other words and another icon; None for none."""
        self._icon = icon
        self.set_words(text)


class WelcomePage(Ground):
    """`told` carries the new baby (id ""); `practise` asks for the doll, `sample` for a sample family. Nothing is kept
    before "That's us".
    """

    told = Signal(object)
    practise = Signal()
    sample = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._with_doll = self._built = False
        super().__init__(theme, parent)
        self.greeting = Greeting(theme, self)
        self.title = TextLabel(theme, self.tr("Tell us about your baby"), Type.PAGE_TITLE, max_lines=1)
        self.lead = TextLabel(
            theme, self.tr("Four answers, then the first massage."), Type.BODY, shade="ink2", max_lines=1
        )
        self.form = BabyForm(theme)
        self._content = Ground(theme)
        self._column = QVBoxLayout(self._content)
        self._column.addStretch(1)
        self.look_round = LinkButton(theme, self.tr("See it with a sample baby"), "baby")
        self.look_round.clicked.connect(self.sample)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.addWidget(self.lead, 1)
        self._beside.addWidget(self.look_round)
        self._column.addWidget(self.title)
        self._column.addLayout(self._beside)
        self._gap = QSpacerItem(0, 0)
        self._column.addItem(self._gap)
        self._column.addWidget(self.form)
        self._column.addStretch(1)
        self.scroller = ScrollPage(theme, self._content, self)
        self.doll = LinkButton(theme, self.tr("Try it with a doll"), "sparkle", self)
        self.go = GoButton(theme, self.tr("That's us"), "heart", self)
        self.form.answered.connect(self._on_answered)
        self.form.finished.connect(self._on_finished)
        self.doll.clicked.connect(self._on_doll)
        self.go.clicked.connect(self._on_go)
        self._built = True

    def ask(self, today: date) -> None:
        """Begin with empty answers; after a practice on a doll those that were given are still there."""
        if not self._with_doll:
            self.form.ask(today)
        self._with_doll = False
        self._on_answered()
        self.form.day.setFocus()

    def _on_answered(self) -> None:
        self.greeting.greet(self.form.answers.name.strip())
        gap = self.form.gap_words()
        self.go.setEnabled(not gap)
        if gap:
            self.go.show_way(gap, None)
        elif self._practice_first():
            self.go.show_way(self.tr("Practise on a doll first"), "hand-heart")
        else:
            self.go.show_way(self.tr("That's us"), "heart")

    def _practice_first(self) -> bool:
        return not (self.form.answers.navel and self.form.answers.doctor)

    def _on_finished(self) -> None:
        if self.go.isEnabled():
            self.go.click()
        else:
            self.form.focus_gap()

    def _on_doll(self) -> None:
        self._with_doll = True
        self.practise.emit()

    def _on_go(self) -> None:
        # Decided first, and the answers kept: the page may be asked anew before the doll is reached.
        self._with_doll = practice_first = self._practice_first()
        self.told.emit(self.form.baby())
        if practice_first:
            self.practise.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what is under the focus, as Space does."""
        here = self.focusWidget()
        if event.key() in ENTER and isinstance(here, Pressable) and here in (self.doll, self.go):
            here.click()
        else:
            super().keyPressEvent(event)

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The baby at the near side and the questions beside it; in a tall window above them."""
        theme = self.theme
        width, height = float(self.width()), float(self.height())
        if width >= height:
            panel = max(0.3 * width, min(0.366 * width, width - 560))
            greeting, rest = QRectF(0, 0, panel, height), QRectF(panel, 0, width - panel, height)
        else:
            need = self._content.sizeHint().height() + theme.target(84) + theme.px(60)
            panel = max(0.25 * height, min(0.54 * height, height - need))
            greeting, rest = QRectF(0, 0, width, panel), QRectF(0, panel, width, height - panel)
        column = min(rest.width() - theme.px(88), theme.px(960))
        ways = QBoxLayout.Direction
        both = self.lead.sizeHint().width() + self.look_round.sizeHint().width() + theme.px(24)
        self.look_round.setFixedHeight(round(theme.target(48)))
        self._beside.setDirection(ways.LeftToRight if both <= column else ways.TopToBottom)
        middle = rest.center().x() + theme.px(4 if width >= height else 0)
        rest = QRectF(middle - column / 2, rest.y(), column, rest.height())
        go = QRectF(0, 0, max(230.0, min(theme.px(368), column * 0.6)), theme.target(84))
        go.moveBottomRight(QPointF(rest.right(), height - theme.px(28)))
        doll = QRectF(0, 0, min(self.doll.sizeHint().width(), column - go.width() - 8), theme.target(48))
        doll.moveLeft(rest.left())
        doll.moveTop(go.center().y() - doll.height() / 2)
        rest.setBottom(go.top() - theme.px(10))
        rest.adjust(-RING, 0, RING, 0)
        for rect in (greeting, rest, go, doll):
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                rect.moveLeft(width - rect.right())
        self.greeting.lie(greeting, above=height > width)
        self.scroller.setGeometry(rest.toRect())
        self.go.setGeometry(go.toRect())
        self.doll.setGeometry(doll.toRect())
        self._column.setContentsMargins(RING, RING, RING, RING)
        self._column.setSpacing(round(theme.px(3)))
        self._gap.changeSize(0, round(theme.px(7)))
