"""A short way round with the sample family: a strip over the window says what each page is for, one press at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import Tag, TextLabel
from babymassage_gui.gui.widgets.themed import apply_theme
from babymassage_gui.services.control import Place

HEIGHT = 76


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the way, and what is said of it."""

    place: Place
    words: str


class TourStrip(Ground):
    """What is said, how far the way is, and on. After the last stop it only says that this is a sample."""

    def __init__(self, theme: Theme, turn: Callable[[Place], object], parent: QWidget) -> None:
        self._built = False
        self._turn = turn
        self._at = -1
        super().__init__(theme, parent, "primary_soft")
        self.stops = (
            Stop(Place.TODAY, self.tr("Mila is made up. Today shows how long her massage is, and why.")),
            Stop(Place.TODAY, self.tr("Start asks three things, then leads you step by step. Any key stops it.")),
            Stop(Place.PROGRESS, self.tr("Each massage is here. The minutes grow by themselves, as the baby likes.")),
            Stop(Place.LIBRARY, self.tr("Every move, with its reason and its source, and what is not shown.")),
            Stop(Place.SETTINGS, self.tr("Your day, the voice, the size of the letters: all yours to change.")),
            Stop(Place.TODAY, self.tr("Now try what you like. Nothing here counts, and nothing is kept.")),
        )
        self.sample = Tag(theme, self.tr("Sample"), self, icon="sparkle", px=18, style="bold")
        self.words = TextLabel(theme, "", Type.BODY_BOLD, self, max_lines=2)
        self.on = ChoicePill(theme, self.tr("Next"), self, px=19)
        self.on.setCheckable(False)
        self.on.clicked.connect(lambda _checked=False: self.go_on())
        self._built = True
        self.go_on(turn=False)

    @property
    def over(self) -> bool:
        """Whether the last stop is left behind."""
        return self._at >= len(self.stops)

    def go_on(self, *, turn: bool = True) -> None:
        """To the next stop. A page that asks something first stays; the words wait for it."""
        if self.over:
            self.window().close()
            return
        self._at += 1
        if self.over:
            self.words.set_text(self.tr("A sample family. Close it, and it is gone."))
            self.on.set_words(self.tr("Close it"))
        else:
            stop = self.stops[self._at]
            self.words.set_text(stop.words)
            if turn:
                self._turn(stop.place)
            announce(self, stop.words)
        self._arrange()

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
        theme, width, height = self.theme, float(self.width()), float(self.height())
        edge, gap = max(12.0, theme.px(24)), max(10.0, theme.px(18))
        tag, on = float(self.sample.sizeHint().width()), float(self.on.sizeHint().width())
        tag_height, on_height = float(self.sample.sizeHint().height()), min(height - 12, float(theme.target(52)))
        self._place(self.sample, QRectF(edge, (height - tag_height) / 2, tag, tag_height))
        self._place(self.on, QRectF(width - edge - on, (height - on_height) / 2, on, on_height))
        start = edge + tag + gap
        self._place(self.words, QRectF(start, 4, max(0.0, width - start - gap - on - edge), height - 8))

    def _place(self, child: QWidget, rect: QRectF) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect = QRectF(self.width() - rect.right(), rect.y(), rect.width(), rect.height())
        child.setGeometry(rect.toRect())


class Tour(QWidget):
    """The window's content with the strip over it; a session has the whole window."""

    def __init__(
        self, content: MainWindow, turn: Callable[[Place], object], running: Callable[[], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._content, self._running = content, running
        self.strip = TourStrip(content.theme, turn, self)
        content.setParent(self)
        content.show()
        content.themed.connect(self._on_themed)
        content.stack.currentChanged.connect(lambda _index: self._arrange())
        self.setFocusProxy(content)

    def _on_themed(self, theme: Theme) -> None:
        if theme != self.strip.theme:
            apply_theme(self.strip, theme)

    def _arrange(self) -> None:
        calm = not self._running()
        high = round(max(64.0, self._content.theme.text_px(HEIGHT))) if calm else 0
        self.strip.setVisible(calm)
        self.strip.setGeometry(0, 0, self.width(), high)
        self._content.setGeometry(0, high, self.width(), self.height() - high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._content.close())
