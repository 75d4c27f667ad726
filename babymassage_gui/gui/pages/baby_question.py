"""One question about the baby: its heading, the sentence that answers back, and its controls."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.gui.pages.baby_words import Told, Tone
from babymassage_gui.gui.theme import Theme, Type
from babymassage_gui.gui.widgets.announce import announce
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import start
from babymassage_gui.gui.widgets.text_block import one_line
from babymassage_gui.gui.widgets.themed import Themed

# The colour role and the icon of each tone; never red.
TONES = MappingProxyType(
    {
        Tone.QUIET: ("ink2", ""),
        Tone.GOOD: ("pa_done", ""),
        Tone.TOLD: ("ink2", "info"),
        Tone.WRONG: ("ink", "warning-circle"),
    }
)
SPOKEN = (Tone.TOLD, Tone.WRONG)


class AnswerLine(Themed, QWidget):
    """The sentence at the far end of a question's heading."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Told()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._start_theme(theme)

    @property
    def told(self) -> Told:
        """What it says."""
        return self._told

    def tell(self, told: Told) -> None:
        """Say something else; a screen reader says it at once if it is no good news."""
        if told != self._told:
            self._told = told
            self.setAccessibleName(told.text)
            if told.text and told.tone in SPOKEN and self.isVisible():
                announce(self, told.text)
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(40, round(self.theme.text_px(Type.HINT_BOLD.size) * 1.25))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._told.text:
            return
        painter = start(self)
        px = self.theme.text_px(Type.HINT_BOLD.size)
        role, icon = TONES[self._told.tone]
        room = px * 1.6 if icon else 0.0
        rect = QRectF(self.rect()).adjusted(self.theme.px(12), 0, 0, 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirrored:
            rect = QRectF(self.rect()).adjusted(0, 0, -self.theme.px(12), 0)
        words = one_line(self._told.text, px, Type.HINT_BOLD.weight, rect.width() - room)
        shade = self.theme.colour(role)
        words.draw(painter, rect, shade, Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight)
        if icon:
            offset = words.width + px * 0.9
            x = rect.left() + offset if mirrored else rect.right() - offset
            draw_icon(painter, icon, shade.name(), QPointF(x, rect.center().y()), px * 1.2)
        painter.end()


class Question(Themed, QWidget):
    """A heading with its answer line, and the controls below it side by side."""

    def __init__(self, theme: Theme, text: str, controls: Sequence[tuple[QWidget, int]]) -> None:
        super().__init__()
        self.heading = TextLabel(theme, text, Type.SECTION, self, max_lines=1)
        self.answer = AnswerLine(theme, self)
        head, self._row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.answer, 1)
        for control, share in controls:
            self._row.addWidget(control, share)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addLayout(self._row)
        self._start_theme(theme)

    @override
    def _on_theme_changed(self) -> None:
        self._column.setSpacing(round(self.theme.px(6)))
        self._row.setSpacing(round(self.theme.px(10)))
        super()._on_theme_changed()
