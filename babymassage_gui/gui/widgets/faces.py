"""The baby's face for how it was: four expressions and a neutral one, in four skin tones, kin to the figure."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.history import Mood
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.theme import Theme, ThemeName, colour
from babymassage_gui.gui.widgets.paint import line, start
from babymassage_gui.gui.widgets.themed import Themed

_HALF = 50.0
# The night table multiplies each role, so that nothing bright or blue is left.
_NIGHT = (0.64, 0.43, 0.27)
_NIGHT_WHITE = "#DDA36A"


@dataclass(frozen=True, slots=True)
class _Tone:
    skin: str
    line: str
    blush: str
    hair: str
    blush_alpha: float = 0.38


_TONES = MappingProxyType(
    {
        Skin.PORCELAIN: _Tone("#FBDCCB", "#A9634D", "#F2917F", "#4A2F22"),
        Skin.HONEY: _Tone("#EFC49B", "#8A5330", "#E58A68", "#4A2F22"),
        Skin.AMBER: _Tone("#CC9468", "#5F3518", "#C96A4A", "#1E1008"),
        Skin.COCOA: _Tone("#92603F", "#341A0A", "#A9513A", "#1E1008", 0.6),
    }
)


def skin_colours(skin: Skin, theme: Theme) -> tuple[str, str]:
    """Fill and line of a skin tone in a theme, for the pictures from which a tone is chosen."""
    return _warm(_TONES[skin].skin, theme), _warm(_TONES[skin].line, theme)


def _warm(value: str, theme: Theme) -> str:
    if theme.name is not ThemeName.NIGHT:
        return value
    if value == "#FFFFFF":
        return _NIGHT_WHITE
    shown = QColor(value)
    parts = (shown.red(), shown.green(), shown.blue())
    return QColor(*(round(part * dim) for part, dim in zip(parts, _NIGHT, strict=True))).name()


class _Brush:
    """One face being painted, in a square of 100 by 100 with its middle at 0, 0."""

    def __init__(self, painter: QPainter, skin: Skin, theme: Theme) -> None:
        self.painter, self.theme, self.tone = painter, theme, _TONES[skin]

    def shade(self, value: str) -> str:
        return _warm(value, self.theme)

    def stroke(self, path: QPainterPath, shade: str, width: float, fill: str | None = None) -> None:
        self.painter.setPen(line(self.shade(shade), width))
        self.painter.setBrush(QColor(self.shade(fill)) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def spot(self, x: float, y: float, rx: float, ry: float, shade: str, alpha: float = 1.0) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour(self.shade(shade), alpha))
        self.painter.drawEllipse(QPointF(x, y), rx, ry)

    def arc(self, x: float, y: float, rx: float, ry: float, begin: int, span: int, shade: str, width: float) -> None:
        self.painter.setPen(line(self.shade(shade), width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawArc(QRectF(x - rx, y - ry, 2 * rx, 2 * ry), begin * 16, span * 16)

    def open_eyes(self, y: float, ry: float) -> None:
        for side in (-18, 18):
            self.spot(side, y, 5.4, ry, _EYE)
            self.spot(side - 1.8, y - 2.5, 2, 2.2, "#FFFFFF")

    def brows(self, inner: tuple[float, float], outer: tuple[float, float], width: float = 2.8) -> None:
        self.painter.setPen(line(self.shade(self.tone.line), width))
        for side in (-1, 1):
            self.painter.drawLine(QPointF(side * inner[0], inner[1]), QPointF(side * outer[0], outer[1]))


_EYE, _LIP, _MOUTH_EDGE, _TEAR = "#3A2A24", "#B5564A", "#8F3D33", "#7FB9DD"


def _curve(start_x: float, start_y: float, *cubics: tuple[float, float, float, float, float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(start_x, start_y))
    for cubic in cubics:
        path.cubicTo(*cubic)
    return path


def _head(brush: _Brush) -> None:
    tone = brush.tone
    for side in (-1, 1):
        ear = QPainterPath()
        ear.addEllipse(QPointF(side * 47, 6), 7, 10)
        brush.stroke(ear, tone.line, 2.6, tone.skin)
    head = _curve(
        0, -48, (29, -48, 45, -27, 45, -6), (45, 4, 49, 8, 49, 18), (49, 38, 24, 46, 0, 46),
        (-24, 46, -49, 38, -49, 18), (-49, 8, -45, 4, -45, -6), (-45, -27, -29, -48, 0, -48),
    )  # fmt: skip
    brush.stroke(head, tone.line, 2.6, tone.skin)
    for side in (-29, 29):
        brush.spot(side, 17, 10, 7.8, tone.blush, tone.blush_alpha)
    brush.stroke(_curve(-4, -44, (-12, -38, -10, -28, -2, -28)), tone.hair, 3)
    brush.stroke(_curve(4, -45, (0, -38, 6, -32, 13, -34)), tone.hair, 3)
    brush.arc(0, 12, 4, 3, 200, 140, tone.line, 2.4)


def _calm(brush: _Brush) -> None:
    brush.open_eyes(4, 6.8)
    brush.arc(0, 18, 13, 11, 200, 140, _LIP, 3.4)


def _neutral(brush: _Brush) -> None:
    brush.open_eyes(4, 6.8)
    brush.arc(0, 19, 8, 6, 210, 120, _LIP, 3.4)


def _unsettled(brush: _Brush) -> None:
    brush.open_eyes(5, 6.4)
    brush.brows((11, -11), (24, -7))
    brush.stroke(_curve(-11, 26, (-5, 20, 4, 31, 11, 24)), _LIP, 3.4)


def _cried(brush: _Brush) -> None:
    for side in (-1, 1):
        lids = QPainterPath(QPointF(side * 22, 2))
        lids.lineTo(side * 10, 6)
        lids.lineTo(side * 22, 9)
        brush.stroke(lids, _EYE, 3.4)
    brush.brows((10, -12), (23, -8))
    brush.stroke(_curve(-13, 31, (-13, 15, 13, 15, 13, 31), (6, 34, -6, 34, -13, 31)), _MOUTH_EDGE, 2.6, _LIP)
    tear = _curve(30, 8, (36, 16, 37, 24, 30, 24), (23, 24, 24, 16, 30, 8))
    brush.painter.setPen(Qt.PenStyle.NoPen)
    brush.painter.setBrush(QColor(brush.shade(_TEAR)))
    brush.painter.drawPath(tear)


def _asleep(brush: _Brush) -> None:
    for side in (-18, 18):
        brush.arc(side, 2, 8, 7, 200, 140, _EYE, 3.2)
    brush.arc(0, 20, 8, 6, 205, 130, _LIP, 3.2)
    theme = brush.theme
    shade = theme.palette.asleep if theme.name is ThemeName.LIGHT else theme.palette.ink2
    brush.painter.setPen(line(shade, 3.4))
    for x, y, side in ((46, -34, 11), (62, -50, 8)):
        brush.painter.drawPolyline(
            [QPointF(x, y), QPointF(x + side, y), QPointF(x, y + side), QPointF(x + side, y + side)]
        )


_EXPRESSIONS = MappingProxyType(
    {
        Mood.CALM: _calm,
        Mood.UNSETTLED: _unsettled,
        Mood.CRIED: _cried,
        Mood.ASLEEP: _asleep,
        Mood.NOT_SAID: _neutral,
    }
)


def draw_face(
    painter: QPainter, centre: QPointF, radius: float, mood: Mood, theme: Theme, skin: Skin = Skin.PORCELAIN
) -> None:
    """The face around a point; the sleeper's letters stand out of the radius by a quarter, upper right."""
    painter.save()
    painter.translate(centre)
    painter.scale(radius / _HALF, radius / _HALF)
    brush = _Brush(painter, skin, theme)
    _head(brush)
    _EXPRESSIONS[mood](brush)
    painter.restore()


def draw_mood_mark(painter: QPainter, centre: QPointF, radius: float, mood: Mood, theme: Theme) -> None:
    """The mark that tells an answer by its shape: round, diamond, drop, crescent; nothing for "not said"."""
    if mood is Mood.NOT_SAID:
        return
    x, y, r = centre.x(), centre.y(), radius
    path = QPainterPath()
    if mood is Mood.CALM:
        path.addEllipse(centre, r, r)
    elif mood is Mood.UNSETTLED:
        path.moveTo(x, y - r * 1.15)
        for corner in ((x + r * 1.15, y), (x, y + r * 1.15), (x - r * 1.15, y)):
            path.lineTo(*corner)
        path.closeSubpath()
    elif mood is Mood.CRIED:
        path = _curve(
            x, y - r * 1.35, (x + r * 1.2, y, x + r, y + r * 1.1, x, y + r * 1.1),
            (x - r, y + r * 1.1, x - r * 1.2, y, x, y - r * 1.35),
        )  # fmt: skip
    else:
        path.addEllipse(centre, r * 1.1, r * 1.1)
        bite = QPainterPath()
        bite.addEllipse(QPointF(x + r * 0.6, y - r * 0.35), r * 0.95, r * 0.95)
        path = path.subtracted(bite)
    painter.setPen(line(theme.mood_edge(mood), 1.4))
    painter.setBrush(QColor(theme.mood(mood)))
    painter.drawPath(path)


class Face(Themed, QWidget):
    """A face as a widget; purely a picture, so it needs no name of its own."""

    def __init__(self, theme: Theme, mood: Mood, skin: Skin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mood, self._skin = mood, skin
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._start_theme(theme)

    def set_face(self, mood: Mood, skin: Skin) -> None:
        """Show another face."""
        self._mood, self._skin = mood, skin
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(self.theme.px(56))
        return QSize(side, side)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = start(self)
        area = QRectF(self.rect())
        # The head is wider than high (ears), and the sleeper's letters need the corner.
        radius = min(area.width() / 2.26, area.height() / 1.96) * (0.82 if self._mood is Mood.ASLEEP else 1.0)
        draw_face(painter, area.center(), radius, self._mood, self.theme, self._skin)
        painter.end()
