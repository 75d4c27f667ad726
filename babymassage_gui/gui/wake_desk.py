"""Joins the screen's wakefulness to the session: follows each beat, and says quietly where the screen may go dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from typing_extensions import override

from babymassage_gui.gui.bridge import Bridge
from babymassage_gui.gui.main_window import MainWindow
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.labels import Tag
from babymassage_gui.services.wakefulness import KeepAwake, Wakefulness

if TYPE_CHECKING:
    from babymassage_gui.gui.pages.session import SessionPage

# Long enough to be read from the table between two looks at the baby.
SHOWN_MS = 20_000


class WakeDesk(QObject):
    """Follows the sessions of a window. The system's answers come from another thread, so they come as a signal."""

    _told = Signal(int, bool)

    def __init__(self, window: MainWindow, bridge: Bridge, screen: KeepAwake) -> None:
        super().__init__(bridge)
        self._window, self._runner = window, bridge.household.runner
        self._page: SessionPage | None = None
        self.note: Tag | None = None
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._gone.timeout.connect(self._hide)
        self.wakefulness = Wakefulness(screen, self._told.emit, self._on_changed)
        self._told.connect(self.wakefulness.answered, Qt.ConnectionType.QueuedConnection)
        bridge.beat.connect(self._on_beat)
        bridge.happened.connect(lambda _happening: self._on_beat())

    def _on_beat(self) -> None:
        self.wakefulness.follow(self._runner.session.phase, self._runner.now())

    def _on_changed(self) -> None:
        if self.wakefulness.may_darken:
            self._show()
        else:
            self._hide()

    def _show(self) -> None:
        if self.note is None:
            from babymassage_gui.gui.pages.session import SessionPage

            self._page = self._window.findChild(SessionPage)
            if self._page is None:
                return
            self.note = Tag(
                self._window.theme, self.tr("The screen may go dark by itself."), self._page, icon="moon-stars", px=20
            )
            self._page.installEventFilter(self)
        self.note.show()
        self.note.raise_()
        self._place()
        announce(self.note, self.note.accessibleName())
        self._gone.start()

    def _hide(self) -> None:
        self._gone.stop()
        if self.note is not None:
            self.note.hide()

    def _place(self) -> None:
        """Under the bar of zones, and under the ribbon where there is one."""
        if self._page is None or self.note is None:
            return
        zones, ribbon = self._page.zones.geometry(), self._page.ribbon
        top = ribbon.geometry().bottom() if not ribbon.isHidden() else zones.bottom()
        high = max(32.0, 44 * self._page.theme.k)
        self.note.fit(QRectF(zones.x(), top + 8, zones.width(), high))

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place)
        return False
