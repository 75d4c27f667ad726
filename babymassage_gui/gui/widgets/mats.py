"""The mat: a colour and a pattern for every phase, so that hue alone is never needed."""

from __future__ import annotations

import math
import sys

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPixmap, QPixmapCache, QRadialGradient

from babymassage_gui.gui.theme import PALETTES, Phase, Theme, ThemeName, colour
from babymassage_gui.gui.widgets.paint import line, start

_SMALLEST_PATTERN = 0.7
_RING_PITCH, _RINGS = 74.0, 24
# Colour and strength of the light on the mat of a pause; at night it is the colour of a lamp.
_LIGHTS = {"light": ("#FFFFFF", 0.55), "dark": ("#FFFFFF", 0.05), "night": (PALETTES[ThemeName.NIGHT].ink, 0.03)}
# One repeat of each pattern, in pixels at 1280x800.
_TILES = {
    Phase.STROKE: QSizeF(58, 116),
    Phase.HOLD: QSizeF(90, 54),
    Phase.TURN: QSizeF(150, 300),
    Phase.DONE: QSizeF(84, 168),
}


def draw_mat(painter: QPainter, rect: QRectF, theme: Theme, phase: Phase, centre: QPointF | None = None) -> None:
    """Fill a rectangle with a phase's mat. `centre` is where the baby lies: the rings of "ready" go out from there."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, QColor(theme.mat(phase)))
    if phase in _TILES:
        painter.drawTiledPixmap(rect, _tile(painter, theme, phase))
    elif phase is Phase.READY:
        _draw_rings(painter, rect, theme, centre)
    else:
        _draw_light(painter, rect, theme)
    painter.restore()


def mat_pixmap(
    width: int, height: int, ratio: float, theme: Theme, phase: Phase, centre: QPointF | None = None
) -> QPixmap:
    """A mat as a picture to be kept by the caller and laid with `lay_mat`.

    Of a pattern that repeats it is one row only, an eighth of a window; of the others the whole mat.
    """
    rows = min(round(height * ratio), _tile_pixels(theme, phase, ratio)[1] if phase in _TILES else sys.maxsize)
    picture = QPixmap(round(width * ratio), rows)
    picture.setDevicePixelRatio(ratio)
    painter = start(picture)
    draw_mat(painter, QRectF(0, 0, width, rows / ratio), theme, phase, centre)
    painter.end()
    return picture


def lay_mat(painter: QPainter, picture: QPixmap, height: int) -> None:
    """Lay a picture of `mat_pixmap` from the top, row under row, as far as the painter's clip needs it."""
    row = picture.deviceIndependentSize().height()
    clip = painter.clipBoundingRect()
    for index in range(math.ceil(height / row)):
        if index * row < clip.bottom() and (index + 1) * row > clip.top():
            painter.drawPixmap(QPointF(0, index * row), picture)


def _pattern_scale(theme: Theme) -> float:
    return max(_SMALLEST_PATTERN, theme.k)


def _shade(theme: Theme, phase: Phase) -> QColor:
    return colour(theme.accent(phase), theme.palette.pattern_alpha)


def _draw_rings(painter: QPainter, rect: QRectF, theme: Theme, centre: QPointF | None) -> None:
    k = _pattern_scale(theme)
    middle = centre if centre is not None else QPointF(rect.x() + rect.width() * 0.30, rect.y() + rect.height() * 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line(_shade(theme, Phase.READY), 3 * k))
    for ring in range(1, _RINGS + 1):
        painter.drawEllipse(middle, ring * _RING_PITCH * k, ring * _RING_PITCH * k)


def _draw_light(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Soft light from the upper left, on the mat of a pause; at night it is a glow, never white."""
    glow = QRadialGradient(QPointF(rect.x() + rect.width() * 0.22, rect.y() + rect.height() * 0.36), rect.width() * 0.5)
    shade, strength = _LIGHTS[theme.drawing]
    glow.setColorAt(0, colour(shade, strength))
    glow.setColorAt(1, colour(shade, 0.0))
    painter.fillRect(rect, QBrush(glow))


def _tile_pixels(theme: Theme, phase: Phase, ratio: float) -> tuple[int, int]:
    """Whole pixels of the screen, so that repeats meet without a seam."""
    size, k = _TILES[phase], _pattern_scale(theme)
    return round(size.width() * k * ratio), round(size.height() * k * ratio)


def _tile(painter: QPainter, theme: Theme, phase: Phase) -> QPixmap:
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    k = _pattern_scale(theme)
    key = f"mat/{phase}/{theme.name}/{k:.3f}/{ratio:.2f}"
    tile = QPixmap()
    if QPixmapCache.find(key, tile):
        return tile
    size = _TILES[phase]
    width, height = _tile_pixels(theme, phase, ratio)
    tile = QPixmap(width, height)
    tile.fill(Qt.GlobalColor.transparent)
    brush = start(tile)
    brush.scale(width / size.width(), height / size.height())
    _PAINT[phase](brush, size, _shade(theme, phase))
    brush.end()
    tile.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, tile)
    return tile


def _staggered(size: QSizeF) -> list[QPointF]:
    """A point at the start of each row and in the middle of the next, with the copies that hang over the edge."""
    w, h = size.width(), size.height()
    return [
        QPointF(x, y) for x, y in ((0, 0), (w, 0), (w / 2, h / 2), (0, h), (w, h), (-w / 2, h / 2), (w * 1.5, h / 2))
    ]


def _dots(painter: QPainter, size: QSizeF, shade: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for point in _staggered(size):
        painter.drawEllipse(point, 3.6, 3.6)


def _waves(painter: QPainter, size: QSizeF, shade: QColor) -> None:
    w, middle = size.width(), size.height() / 2
    path = QPainterPath(QPointF(-w, middle))
    for index in range(-1, 2):
        x = index * w
        path.cubicTo(x + w / 3, middle - 16, x + w * 2 / 3, middle + 16, x + w, middle)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line(shade, 3))
    painter.drawPath(path)


def _arcs(painter: QPainter, size: QSizeF, shade: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line(shade, 3))
    for point in _staggered(size):
        painter.drawArc(QRectF(point.x() - 22, point.y() - 22, 44, 44), 20 * 16, 200 * 16)


def _hearts(painter: QPainter, size: QSizeF, shade: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for point in _staggered(size):
        painter.drawPath(heart_path(point, 8))


def heart_path(centre: QPointF, size: float) -> QPainterPath:
    """A small heart, as on the nappy."""
    x, y, s = centre.x(), centre.y(), size
    path = QPainterPath(QPointF(x, y + s * 0.9))
    path.cubicTo(x - s * 1.5, y - s * 0.1, x - s * 0.8, y - s * 1.1, x, y - s * 0.35)
    path.cubicTo(x + s * 0.8, y - s * 1.1, x + s * 1.5, y - s * 0.1, x, y + s * 0.9)
    return path


_PAINT = {Phase.STROKE: _dots, Phase.HOLD: _waves, Phase.TURN: _arcs, Phase.DONE: _hearts}
