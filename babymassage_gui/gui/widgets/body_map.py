"""The baby, seen from the front or the back, whose parts can be pressed: where a vaccine went in, where skin is sore.

What is chosen is shown as the session will show it: hatched, with the sign for "not here". Every part is a real button,
large enough for a finger, with a name of its own; the words that say the same stand beside the map.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from babymassage_gui.core.body import Level, Outline, Zone
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.theme import SMALLEST_TARGET, Phase, Radius, Theme, Weight, make_font
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.chips import ChoicePill
from babymassage_gui.gui.widgets.figure_art import FigureArt, resource_source
from babymassage_gui.gui.widgets.figure_maps import fit_into
from babymassage_gui.gui.widgets.figure_palette import Look, colour_roles, veil_opacity
from babymassage_gui.gui.widgets.mats import draw_mat
from babymassage_gui.gui.widgets.paint import rounded_path, start
from babymassage_gui.gui.widgets.pressable import Pressable
from babymassage_gui.gui.widgets.themed import Themed

LEAST, LEAST_OF_TWO = 340, 420
"""Pixels of a side from which on no two parts lie nearer than a finger; with a way to turn the baby over it is more."""
_BODY = QRectF(30, 24, 940, 972)
_TARGET_SHARE = 0.8
"""Of the box round an area its button takes so much; strips do not fill their boxes."""
_EDGE = 12.0


@dataclass(frozen=True, slots=True)
class Area:
    """A part that can be pressed: `key` comes back, `outline` is in figure units. Two areas may have one key."""

    key: str
    name: str
    outline: Outline


@dataclass(frozen=True, slots=True)
class BodySide:
    """The areas of one drawing, "front" or "back"."""

    figure: str
    areas: tuple[Area, ...]

    @property
    def from_behind(self) -> bool:
        """Whether the baby's left is picture left."""
        return self.figure == "back"


def least(sides: Sequence[BodySide]) -> int:
    """The shortest side of a map of these, pixels."""
    return LEAST_OF_TWO if len(sides) > 1 else LEAST


def targets(boxes: Sequence[QRectF]) -> list[QRect]:
    """Where to press for areas in these boxes: each a finger wide at least, none over another, round their middles."""
    half = [[max(SMALLEST_TARGET, size * _TARGET_SHARE) / 2 for size in (b.width(), b.height())] for b in boxes]
    for (i, first), (j, second) in combinations(enumerate(boxes), 2):
        way = second.center() - first.center()
        apart = abs(way.x()), abs(way.y())
        if all(half[i][axis] + half[j][axis] > apart[axis] - 1 for axis in (0, 1)):
            axis = 0 if apart[0] >= apart[1] else 1
            for one in sorted((i, j), key=lambda index: -half[index][axis]):
                over = half[i][axis] + half[j][axis] - apart[axis] + 1
                half[one][axis] = max(SMALLEST_TARGET / 2, half[one][axis] - max(0.0, over))
    return [
        QRect(round(box.center().x() - wide), round(box.center().y() - high), int(2 * wide), int(2 * high))
        for box, (wide, high) in zip(boxes, half, strict=True)
    ]


class AreaButton(Pressable):
    """A part of the body; the map below paints it, so that of the button only its focus is seen."""

    design_size = (SMALLEST_TARGET, SMALLEST_TARGET)

    def __init__(self, theme: Theme, area: Area, parent: QWidget) -> None:
        self.area = area
        super().__init__(theme, "", parent, name=area.name)
        self.setCheckable(True)
        self.setToolTip(area.name)

    @override
    def paint_button(self, painter: QPainter, rect: QRectF) -> None:
        if self.hovered or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("primary", 0.16))
            painter.drawRoundedRect(rect, self.radius(), self.radius())


class BodyMap(Themed, QWidget):
    """`pressed` carries the key of a part; what is then chosen, `show_chosen` is told."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: tuple[BodySide, ...] = ()
        self._shown, self._skin = 0, Skin.PORCELAIN
        self._chosen: frozenset[str] = frozenset()
        self._art = FigureArt(resource_source)
        self._body: tuple[object, QPixmap] | None = None
        self.buttons: list[AreaButton] = []
        self.turn = ChoicePill(theme, "", self, px=18)
        self.turn.setCheckable(False)
        self.turn.clicked.connect(self._on_turn)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._start_theme(theme)

    @property
    def side(self) -> BodySide | None:
        """What is seen now."""
        return self._sides[self._shown] if self._sides else None

    def show_body(self, sides: tuple[BodySide, ...], skin: Skin, chosen: Collection[str] = ()) -> None:
        """Offer these; the side that is seen stays if there is one like it."""
        if (sides, skin) != (self._sides, self._skin):
            same_parts = sides == self._sides
            self._sides, self._skin = sides, skin
            if not same_parts:
                self._shown = min(self._shown, max(0, len(sides) - 1))
                self.setMinimumWidth(least(sides))
                self.setFixedHeight(self._wished())
                self._make()
        self.show_chosen(chosen)

    def show_chosen(self, chosen: Collection[str]) -> None:
        """Hatch these; nothing is sent back."""
        self._chosen = frozenset(chosen)
        for button in self.buttons:
            button.setChecked(button.area.key in self._chosen)
        self.update()

    def _make(self) -> None:
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = []
        side = self.side
        for area in side.areas if side is not None else ():
            button = AreaButton(self.theme, area, self)
            button.clicked.connect(lambda _on=False, button=button: self._on_area(button))
            button.show()
            # Qt would put what is made later behind everything else on the page.
            self.setTabOrder(self.buttons[-1] if self.buttons else self.turn, button)
            self.buttons.append(button)
        self.turn.setVisible(len(self._sides) > 1)
        if side and side.from_behind:
            self.turn.set_words(self.tr("The front"), self.tr("Turn over: the front"))
        else:
            self.turn.set_words(self.tr("The back"), self.tr("Turn over: the back"))
        self._arrange()
        self.show_chosen(self._chosen)

    def _on_area(self, button: AreaButton) -> None:
        """Whoever shows the map decides what a press means; until then it stands as before."""
        button.setChecked(button.area.key in self._chosen)
        self.pressed.emit(button.area.key)

    def _on_turn(self) -> None:
        self._shown = (self._shown + 1) % max(1, len(self._sides))
        self._make()

    def _place(self) -> QTransform:
        """From figure units to pixels: below nothing, above the line of pills where there are two sides."""
        edge = self.theme.px(_EDGE)
        low = self.turn.sizeHint().height() + edge if len(self._sides) > 1 else 0.0
        return fit_into(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge - low), _BODY)

    def _arrange(self) -> None:
        place = self._place()
        boxes = [place.mapRect(marks.outline_path(b.area.outline).boundingRect()) for b in self.buttons]
        for button, target in zip(self.buttons, targets(boxes), strict=True):
            button.setGeometry(target)
        hint, edge = self.turn.sizeHint(), round(self.theme.px(_EDGE))
        self.turn.setGeometry((self.width() - hint.width()) // 2, self.height() - hint.height() - edge, hint.width(),
                              hint.height())  # fmt: skip
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._wished()
        return QSize(side, side)

    def _wished(self) -> int:
        return max(least(self._sides), round(self.theme.px(460)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._wished())
        self._arrange()
        super()._on_theme_changed()

    @override
    def paintEvent(self, _event: object) -> None:
        side = self.side
        if side is None:
            return
        painter = start(self)
        painter.drawPixmap(0, 0, self._still(side))
        self._paint_areas(painter, side)
        painter.end()

    def _still(self, side: BodySide) -> QPixmap:
        """Mat and baby, kept until size, look or side change, or where the baby lies."""
        ratio = self.devicePixelRatioF()
        place = self._place()
        key = (side.figure, self._skin, self.theme, self.size().toTuple(), ratio, place.m11(), place.dx(), place.dy())
        if self._body is None or self._body[0] != key:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = start(picture)
            area = QRectF(self.rect())
            painter.setClipPath(rounded_path(area, self.theme.px(Radius.FIELD)))
            draw_mat(painter, area, self.theme, Phase.STROKE)
            self._paint_words(painter, side)
            painter.setTransform(place, combine=True)
            self._art.draw_once(painter, side.figure, Look(self.theme.drawing, self._skin.value))
            painter.end()
            self._body = (key, picture)
        return self._body[1]

    def _paint_words(self, painter: QPainter, side: BodySide) -> None:
        """Whose left and right it is, in the upper corners, where no limb lies."""
        words = [QCoreApplication.translate("SessionFigure", "baby's right"),
                 QCoreApplication.translate("SessionFigure", "baby's left")]  # fmt: skip
        px = self.theme.text_px(16)
        painter.setFont(make_font(px, Weight.BOLD))
        painter.setPen(self.theme.colour("ink"))
        edge, high = self.theme.px(_EDGE) * 1.4, px * 1.6
        wide = min(self.width(), self.height() * 1.1) - 2 * edge
        area = QRectF((self.width() - wide) / 2, edge, wide, high)
        near, far = words if not side.from_behind else reversed(words)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute, near)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute, far)

    def _paint_areas(self, painter: QPainter, side: BodySide) -> None:
        look = Look(self.theme.drawing, self._skin.value)
        roles, veil = colour_roles(look.theme, look.skin), veil_opacity(look.theme, look.skin)
        painter.setTransform(self._place(), combine=True)
        for area in side.areas:
            if area.key in self._chosen:
                marks.draw_no_go(painter, Zone(area.key, Level.NEVER, area.outline), roles)
            else:
                marks.draw_target(painter, marks.outline_path(area.outline), roles, veil)
