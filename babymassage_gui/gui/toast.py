"""One sentence over any page, for what was or could not be done just now. It goes by itself, or with a press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.chips import LinkButton
from babymassage_gui.gui.widgets.labels import Note

SHOWN_MS = 12_000


class Toast(Note):
    """Lies at the lower edge of its window, or at the top of the `room` that it is given, where presses go through it.

    In a session the lower edge belongs to what stops it, and a press on the sentence must stop it too: no button may
    lie beneath.
    """

    def __init__(self, theme: Theme, parent: QWidget, room: Callable[[], QRectF | None]) -> None:
        super().__init__(theme, "", "info", Type.BODY_BOLD, parent)
        self._window, self._room = parent, room
        self.button: LinkButton | None = None
        self._act: Callable[[], None] | None = None
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        """Show and speak a sentence."""
        self._show(text, "", None)

    def offer(self, text: str, word: str, act: Callable[[], None]) -> None:
        """Show and speak a sentence with a button for what can still be done about it."""
        self._show(text, word, act)

    def _on_pressed(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _show(self, text: str, word: str, act: Callable[[], None] | None) -> None:
        self._act = act
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
        self._gone.start()

    def place(self) -> None:
        """Lie where the window's size now asks for it."""
        room = self._room()
        free = QRectF(self._window.rect()).adjusted(16, 0, -16, -20) if room is None else room
        width = min(free.width(), 760 * max(0.7, self.theme.k))
        height = float(self.heightForWidth(round(width)))
        y = free.bottom() - height if room is None else free.y()
        self.setGeometry(QRectF(free.center().x() - width / 2, y, width, height).toRect())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, room is not None and self.button is None)
        if self.button is not None:
            size = self.button.sizeHint()
            left = 12 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else round(width) - size.width() - 12
            self.button.setGeometry(left, round((height - size.height()) / 2), size.width(), size.height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.hide()
