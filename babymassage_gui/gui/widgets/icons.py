"""Phosphor icons from the resources, tinted and kept as pictures."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QFile, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

IconStyle = Literal["bold", "fill"]


class MissingIconError(LookupError):
    """An icon was asked for that the resources do not hold: a fault of the program, not of the user."""


def icon_pixmap(name: str, shade: str, size: float, style: IconStyle = "bold", ratio: float | None = None) -> QPixmap:
    """The icon as a square picture of `size` pixels, sharp at the given device pixel ratio (the screen's if None)."""
    if ratio is None:
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    side = max(1, round(size))
    key = f"icon/{style}/{name}/{shade}/{side}/{ratio:.2f}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(_tinted(name, shade, style))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


def _tinted(name: str, shade: str, style: IconStyle) -> bytes:
    file = QFile(f":/icons/{style}/{name}-{style}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise MissingIconError(f"no icon {name} in {style}")
    return bytes(file.readAll().data()).replace(b"currentColor", shade.encode())


def draw_icon(
    painter: QPainter, name: str, shade: str, centre: QPointF, size: float, style: IconStyle = "bold"
) -> None:
    """The icon around a point."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    picture = icon_pixmap(name, shade, size, style, ratio)
    side = max(1, round(size))
    # Whole pixels, or the edges of an upright stroke turn grey.
    painter.drawPixmap(QPointF(round(centre.x() - side / 2), round(centre.y() - side / 2)), picture)
