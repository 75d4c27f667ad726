"""One sentence over any page, for what was or could not be done just now. It goes by itself, or with a press."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.labels import Note

SHOWN_MS = 12_000
# A question waits for a parent whose hands are full.
ASKED_MS = 90_000


@runtime_checkable
class KeepsStrip(Protocol):
    """A page with a place for sentences."""

    def note_strip(self) -> QRectF:
        """A part of the page, window pixels, in which there is no button."""


class Toast(Note):
    """Lies at the lower edge of its window; on a page that keeps a strip for it there, and presses go through it.

    In a session the lower edge belongs to what stops it, and a press on anything that is no button must do so.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, page: Callable[[], QWidget | None], foot: QWidget | None = None
    ) -> None:
        """`page` tells which one is shown; `foot` stands along the lower edge at times; a sentence lies above it."""
        super().__init__(theme, "", "info", Type.BODY_BOLD, parent)
        self._window, self._page, self._foot = parent, page, foot
        self.button: LinkButton | None = None
        self._act: Callable[[], None] | None = None
        self._asks = False
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        """Show and speak a sentence."""
        self._show(text, "", None)

    def offer(self, text: str, word: str, act: Callable[[], None]) -> None:
        """Show and speak a sentence with a button for what can still be done about it."""
        self._show(text, word, act)

    def ask(self, text: str, word: str, act: Callable[[], None]) -> None:
        """As `offer`, for what is to be decided: it stays longer, and goes when something else has begun."""
        self._show(text, word, act)
        self._asks = True
        self._gone.start(ASKED_MS)

    def _on_pressed(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _show(self, text: str, word: str, act: Callable[[], None] | None) -> None:
        self._act, self._asks = act, False
        self.set_note(text)
        if self.button is not None:
            self.button.deleteLater()
            self.button = None
        if word:
            self.button = LinkButton(self.theme, word, parent=self)
            self.button.clicked.connect(self._on_pressed)
            self.button.show()
        self.keep_free(0.0 if self.button is None else self.button.sizeHint().width() + 24.0)
        self.place()
        self.show()
        self.raise_()
        announce(self, text, urgent=True)
        self._gone.start(SHOWN_MS)

    def place(self) -> None:
        """Lie where the window's size now asks for it."""
        page, window = self._page(), self._window
        strip = page.note_strip() if isinstance(page, KeepsStrip) else None
        width = min(window.width() - 32.0, 760 * max(0.7, self.theme.k)) if strip is None else strip.width()
        height = float(self.heightForWidth(round(width)))
        foot = self._foot.geometry() if self._foot is not None and self._foot.isVisibleTo(window) else None
        if self._asks and foot is None:
            # The check-in or a massage: a question over it would take the press that is to stop it.
            self._asks = False
            self.hide()
        along = foot is not None and foot.width() >= foot.height()
        floor = foot.top() if foot is not None and along else window.height()
        at = QPointF((window.width() - width) / 2, floor - height - 20) if strip is None else strip.topLeft()
        self.setGeometry(QRectF(at, QSizeF(width, height)).toRect())
        passes = strip is not None and self.button is None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, passes)
        if self.button is not None:
            size = self.button.sizeHint()
            left = 12 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else round(width) - size.width() - 12
            self.button.setGeometry(left, round((height - size.height()) / 2), size.width(), size.height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.hide()
