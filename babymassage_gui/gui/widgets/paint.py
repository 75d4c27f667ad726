"""The recipes that everything painted shares: soft shadow, rounded box, ramp, pen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
)

from babymassage_gui.gui.theme import Theme, colour, mix

_SHADOW_RINGS = 12


@dataclass(frozen=True, slots=True)
class Shadow:
    """A soft shadow: how far it spreads and falls, at 1280x800; `strength` multiplies its darkness."""

    spread: float
    drop: float
    strength: float = 1.0


SHEET_SHADOW = Shadow(18, 8)
CARD_SHADOW = Shadow(14, 6)
BUTTON_SHADOW = Shadow(8, 4)
CHIP_SHADOW = Shadow(8, 3)
HERO_SHADOW = Shadow(18, 9, 1.35)
STOP_SHADOW = Shadow(14, 7)


def start(device: QPaintDevice) -> QPainter:
    """A painter with smooth edges, smooth pictures and smooth letters."""
    painter = QPainter(device)
    hints = QPainter.RenderHint
    painter.setRenderHints(hints.Antialiasing | hints.SmoothPixmapTransform | hints.TextAntialiasing)
    return painter


def line(shade: str | QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """The drawing's line: coloured, with round caps and joins."""
    return QPen(QColor(shade), width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | QColor | QBrush | None = None,
    outline: str | QColor | None = None,
    width: float = 2.0,
) -> None:
    """A rounded box; its outline lies inside the rectangle, so that neighbours keep their distance."""
    painter.setBrush(
        Qt.BrushStyle.NoBrush if fill is None else fill if isinstance(fill, QBrush) else QBrush(QColor(fill))
    )
    if outline is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(line(outline, width))
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius -= width / 2
    radius = max(0.0, min(radius, rect.height() / 2, rect.width() / 2))
    painter.drawRoundedRect(rect, radius, radius)


def rounded_path(rect: QRectF, radius: float) -> QPainterPath:
    """The path of a rounded box, for clipping and for meeting other shapes."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def ramp(rect: QRectF, top: str, bottom: str) -> QBrush:
    """The two-stop ramp of hero and stop bar: light from above."""
    gradient = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    gradient.setColorAt(0, QColor(top))
    gradient.setColorAt(1, QColor(bottom))
    return QBrush(gradient)


def hero_ramp(rect: QRectF, theme: Theme) -> QBrush:
    """The ramp of Start, Done, All ready."""
    hero = theme.palette.hero
    return ramp(rect, mix(hero, "#FFFFFF", 0.10), hero)


def stop_ramp(rect: QRectF, theme: Theme) -> QBrush:
    """The ramp of the stop bar."""
    return ramp(rect, theme.palette.stop_hi, theme.palette.stop)


def draw_shadow(painter: QPainter, rect: QRectF, radius: float, theme: Theme, shadow: Shadow) -> None:
    """The soft shadow under a rounded box, from nine pieces of one small cached picture (no blur effect)."""
    spread, drop = max(1, round(theme.px(shadow.spread))), round(theme.px(shadow.drop))
    area = rect.toAlignedRect()
    corner = round(min(radius, area.width() / 2, area.height() / 2))
    edge = min(corner + 2 * spread + 2, spread + min(area.width(), area.height()) // 2)
    piece = _shadow_piece(painter, corner, spread, edge, theme, shadow)
    outer = area.translated(0, drop).adjusted(-spread, -spread, spread, spread)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform, on=False)
    _draw_nine(painter, outer, piece, edge)
    painter.restore()


def _shadow_piece(painter: QPainter, corner: int, spread: int, edge: int, theme: Theme, shadow: Shadow) -> QPixmap:
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    alpha = theme.palette.shadow_alpha * shadow.strength
    key = f"shadow/{theme.palette.shadow}/{alpha:.0f}/{corner}/{spread}/{edge}/{ratio:.2f}"
    piece = QPixmap()
    if QPixmapCache.find(key, piece):
        return piece
    side = 2 * edge + 2
    piece = QPixmap(round(side * ratio), round(side * ratio))
    piece.setDevicePixelRatio(ratio)
    piece.fill(Qt.GlobalColor.transparent)
    _paint_shadow(piece, QRectF(spread, spread, side - 2 * spread, side - 2 * spread), corner, spread, alpha, theme)
    QPixmapCache.insert(key, piece)
    return piece


def _paint_shadow(piece: QPixmap, rect: QRectF, corner: int, spread: int, alpha: float, theme: Theme) -> None:
    """Twelve grown boxes, lightest outside: no rim at the edge."""
    painter = start(piece)
    painter.setPen(Qt.PenStyle.NoPen)
    weights = sum(range(1, _SHADOW_RINGS + 1))
    for ring in range(_SHADOW_RINGS):
        grow = spread * (1 - ring / _SHADOW_RINGS)
        strength = max(1.0, alpha * 1.05 * (ring + 1) / weights)
        painter.setBrush(colour(theme.palette.shadow, strength / 255))
        painter.drawRoundedRect(rect.adjusted(-grow, -grow, grow, grow), corner + grow, corner + grow)
    painter.end()


def _draw_nine(painter: QPainter, outer: QRect, piece: QPixmap, edge: int) -> None:
    ratio = piece.devicePixelRatio()
    side = 2 * edge + 2
    edge_x, edge_y = min(edge, outer.width() // 2), min(edge, outer.height() // 2)
    columns = ((outer.left(), edge_x, 0, edge_x), (outer.left() + edge_x, outer.width() - 2 * edge_x, edge, 2),
               (outer.left() + outer.width() - edge_x, edge_x, side - edge_x, edge_x))  # fmt: skip
    rows = ((outer.top(), edge_y, 0, edge_y), (outer.top() + edge_y, outer.height() - 2 * edge_y, edge, 2),
            (outer.top() + outer.height() - edge_y, edge_y, side - edge_y, edge_y))  # fmt: skip
    for y, height, from_y, from_height in rows:
        for x, width, from_x, from_width in columns:
            if width > 0 and height > 0:
                source = QRectF(from_x * ratio, from_y * ratio, from_width * ratio, from_height * ratio)
                painter.drawPixmap(QRectF(x, y, width, height), piece, source)


def focus_outline(painter: QPainter, rect: QRectF, radius: float, theme: Theme, width: float = 3.0) -> None:
    """The ring for those who use keys, centred on the given outline."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line(theme.palette.focus, width))
    painter.drawRoundedRect(rect, radius, radius)


def disc(painter: QPainter, centre: QPointF, radius: float, fill: str | QColor) -> None:
    """A filled circle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(fill)))
    painter.drawEllipse(centre, radius, radius)
