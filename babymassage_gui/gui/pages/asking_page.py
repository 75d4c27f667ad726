"""What the check-in and the standing questions share: keys, the way back, the sheet, a scale for tall windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.check_in_sheet import ENTER, Ask, Sheet
from babymassage_gui.gui.pages.grounds_paper import Reason
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.chips import RoundButton
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.themed import apply_theme


class AskingPage(Ground):
    """`option_pressed` carries the question and the key of a chip; `why` the question; `ground_pressed` a ground, its
    id, and the fact that is to be read in the library. `back` leads to where the page was opened from.
    """

    back = Signal()
    row_pressed = Signal(str)
    option_pressed = Signal(str, str)
    none_pressed = Signal()
    why = Signal(str)
    doctor_answered = Signal(str, tuple)
    ground_pressed = Signal(object, str, str)

    # A tall window is designed at this size.
    tall_design = (800.0, 1180.0)

    def __init__(self, theme: Theme, back_name: str, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(theme, parent)
        self.back_button = RoundButton(theme, "arrow-left", back_name, self, framed=False, icon_px=30)
        self.title = TextLabel(theme, "", Type.PAGE_TITLE, self, max_lines=1)
        self.back_button.clicked.connect(self.back)
        self.sheet = Sheet(theme, self)
        self.sheet.answered.connect(self.doctor_answered)
        self.sheet.ground_pressed.connect(self.ground_pressed)

    def parts_to_scale(self) -> tuple[QWidget, ...]:
        """What follows the scale of a tall window, besides the way back, the title and the sheet."""
        return ()

    def arrange(self) -> None:
        """Lay everything out."""

    def refit(self) -> None:
        """Whatever has to be done once every part has its look and its size."""

    def ask_doctor(self, ask: Ask) -> None:
        """Open the sheet that asks what the doctor said."""
        self.sheet.ask(ask)

    def tell_why(self, reason: Reason) -> None:
        """Open the sheet that tells why."""
        self.sheet.tell(reason)

    @property
    def tall(self) -> bool:
        """Whether the window stands upright."""
        return self.width() < self.height()

    def set_tab_order(self, order: Sequence[QWidget]) -> None:
        """Let the keys go from one to the next."""
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _fit(self) -> None:
        """A tall window has a scale of its own; the window hands out that of the wide design."""
        if self.tall:
            wide, high = self.tall_design
            theme = replace(self.theme, k=min(self.width() / wide, self.height() / high))
            for part in (self.back_button, self.title, self.sheet, *self.parts_to_scale()):
                apply_theme(part, theme)
        self.arrange()
        self.refit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self.arrange()
            self._fit()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self._built:
            self.arrange()
            # The window gives every part its look after this.
            QTimer.singleShot(0, self, self._fit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what is under the focus, and nothing else; Escape goes back where there is a way back."""
        here = self.focusWidget()
        if self.sheet.isVisible():
            self.sheet.keyPressEvent(event)
        elif event.key() in ENTER and isinstance(here, Pressable):
            if here.isEnabled():
                here.click()
        elif event.key() == Qt.Key.Key_Escape and not self.back_button.isHidden():
            self.back.emit()
        else:
            super().keyPressEvent(event)
