"""Hatches, dots and dashes that look the same wherever the edge of a picture cuts them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPixmap, QTransform

from babymassage_gui.gui.widgets.figure_art import ink

_HATCH_PITCH = 10.5


def edge_pen(colour: QColor, width: float) -> QPen:
    """For the edge of an area, sampled so finely that no corner needs rounding: a round one at each sample is slow."""
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)


def dash(painter: QPainter, path: QPainterPath, colour: QColor, width: float, pattern: Sequence[float]) -> None:
    """Dashes along an edge, in widths; filled, for Qt's own dashes depend on how much of them is in the picture."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    stroker.setDashPattern(list(pattern))
    dashes = stroker.createStroke(path)
    dashes.setFillRule(Qt.FillRule.WindingFill)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(dashes)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def texture(painter: QPainter, width: float, height: float, draw: Callable[[QPainter], None]) -> QBrush:
    """A brush of what is drawn on a tile of so many units, pixel on pixel however the painter is turned or enlarged:
    each line drawn by itself took a hundred times as long."""
    place = painter.deviceTransform()
    scale = math.hypot(place.m11(), place.m12())
    across, down = max(2, round(width * scale)), max(2, round(height * scale))
    tile = QPixmap(across, down)
    tile.fill(Qt.GlobalColor.transparent)
    pencil = QPainter(tile)
    pencil.setRenderHint(QPainter.RenderHint.Antialiasing)
    pencil.scale(across / width, down / height)
    draw(pencil)
    pencil.end()
    brush = QBrush(tile)
    # From the same place of the figure on every picture of it: a body may be drawn on several, edge to edge.
    begin = QTransform.fromTranslate(math.floor(place.dx()), math.floor(place.dy()))
    brush.setTransform(begin * place.inverted()[0])
    return brush


def hatch(painter: QPainter, red: str, thin: float) -> QBrush:
    """Diagonal lines, from below left to above right."""
    pitch = _HATCH_PITCH * thin

    def draw(pencil: QPainter) -> None:
        pencil.setPen(QPen(ink(red, 0.85), 3.0 * thin))
        for moved in (-pitch, 0.0, pitch):
            pencil.drawLine(QPointF(moved - pitch, 2 * pitch), QPointF(moved + 2 * pitch, -pitch))

    return texture(painter, pitch, pitch, draw)


def dots(painter: QPainter, red: str, thin: float) -> QBrush:
    """Small dots, every second row moved by half."""

    def draw(pencil: QPainter) -> None:
        pencil.setPen(Qt.PenStyle.NoPen)
        pencil.setBrush(ink(red, 0.8))
        for x, y in ((1.75, 3.0), (5.25, 9.0)):
            pencil.drawEllipse(QPointF(x * thin, y * thin), 1.7 * thin, 1.7 * thin)

    return texture(painter, 7 * thin, 12 * thin, draw)
