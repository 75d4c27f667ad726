"""Why, to be read: the rule or the question, and each fact under it, which leads to the library at that place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from babymassage_gui.core.grounds import GroundKind
from babymassage_gui.gui.text import fill
from babymassage_gui.gui.theme import Theme, Type, Weight
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.icons import draw_icon
from babymassage_gui.gui.widgets.labels import TextLabel
from babymassage_gui.gui.widgets.paint import box
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.text_block import TextBlock, lay_out

TEXT_PX, ID_PX = 20.0, 17.0


@dataclass(frozen=True, slots=True)
class Basis:
    """One ground and the facts under it, each with its id and its words; `kind` and `id` are where it is read."""

    kind: GroundKind
    id: str
    text: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a title, and what it rests on."""

    title: str
    bases: tuple[Basis, ...] = ()

    @property
    def spoken(self) -> str:
        """All of its words."""
        return " ".join(text for basis in self.bases for text in (basis.text, *(told for _, told in basis.facts)))


class FactButton(Pressable):
    """A fact in its words, its id below, and a caret: a press opens it in the library."""

    design_radius = 16.0

    def __init__(self, theme: Theme, fact_id: str, text: str, parent: QWidget) -> None:
        self.fact_id = fact_id
        super().__init__(theme, text, parent)
        self.setAccessibleName(fill(self.tr("%1, %2, opens in the library"), text, fact_id))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _blocks(self, width: float) -> tuple[TextBlock, TextBlock]:
        t = self.theme
        room = max(60.0, width - t.px(16) - self._caret())
        text = lay_out(self.text(), t.text_px(TEXT_PX), Weight.MEDIUM, 1.25, room)
        return text, lay_out(self.fact_id, t.text_px(ID_PX), Weight.BOLD, 1.25, room)

    def _caret(self) -> float:
        return self.theme.text_px(TEXT_PX) * 1.6

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Its words take other lines, also where only a bar came beside it.
            self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        text, number = self._blocks(width)
        return max(self.theme.target(48), round(text.height + number.height + self.theme.px(12)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.target(300), self.heightForWidth(self.width() or 300))

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        p, t = self.theme.palette, self.theme
        if self.hovered or self.isDown():
            box(painter, rect, self.radius(), self.pressed_fill(p.primary_soft))
        text, number = self._blocks(rect.width())
        caret = self._caret()
        near = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        x = rect.x() + (caret + t.px(8) if self.mirrored else t.px(8))
        width = rect.width() - t.px(16) - caret
        top = rect.center().y() - (text.height + number.height) / 2
        text.draw(painter, QRectF(x, top, width, text.height), p.ink, near)
        number.draw(painter, QRectF(x, top + text.height, width, number.height), p.primary_ink, near)
        centre = rect.left() + caret / 2 if self.mirrored else rect.right() - caret / 2
        icon = "caret-left" if self.mirrored else "caret-right"
        draw_icon(painter, icon, p.primary_ink, QPointF(centre, rect.center().y()), t.text_px(TEXT_PX))


class GroundsPaper(Ground):
    """Words as long as they are. `pressed(GroundKind, str, str)`: a ground, its id, and the fact that was pressed."""

    pressed = Signal(object, str, str)

    def __init__(self, theme: Theme) -> None:
        self.buttons: list[FactButton] = []
        self._parts: list[QWidget] = []
        super().__init__(theme, None, "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 12, 8)
        self._column.setSpacing(0)

    def show_text(self, text: str) -> None:
        """A text alone."""
        self._clear()
        self._add(TextLabel(self.theme, text, Type.SECTION, self), 0)
        self._column.addStretch(1)

    def show_bases(self, bases: tuple[Basis, ...]) -> None:
        """Each ground with its facts below it."""
        self._clear()
        for number, basis in enumerate(bases):
            self._add(TextLabel(self.theme, basis.text, Type.SECTION, self), 18 if number else 0)
            for fact_id, text in basis.facts:
                button = FactButton(self.theme, fact_id, text, self)
                button.clicked.connect(
                    lambda _checked=False, basis=basis, fact_id=fact_id: self.pressed.emit(
                        basis.kind, basis.id, fact_id
                    )
                )
                self.buttons.append(button)
                self._add(button, 6)
        self._column.addStretch(1)

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self._parts, self.buttons = [], []

    def _add(self, part: QWidget, gap: int) -> None:
        self._column.addSpacing(round(self.theme.px(gap)))
        self._column.addWidget(part)
        self._parts.append(part)
        part.show()

    def height_at(self, width: int) -> int:
        """What all the words need at a width."""
        return self._column.heightForWidth(width)
