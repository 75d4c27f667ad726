"""What is drawn on a figure: target veil, no-go hatch, the path with its arrow, labels. Pure painting, no state.

All in figure units unless a name says pixels. Colour is never the only carrier: hatch and sign, dashes, chevrons and
white halos tell the same without hue.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPolygonF

from babymassage_gui.core.body import Level, Point, Zone
from babymassage_gui.core.tracks import Track
from babymassage_gui.gui.widgets.figure_art import ink, round_pen
from babymassage_gui.gui.widgets.figure_brushes import dash, dots, edge_pen, hatch
from babymassage_gui.gui.widgets.figure_palette import Roles

RIBBON = 13.0
"""Width of the track, units, where the picture is not enlarged."""
CLOSED_SHARE = 0.9
"""A ring is drawn as an open arc with one arrowhead: its direction is seen at once."""
_SIGN_LEAST = 40.0
_SIGN_AREA = 2000.0


def outline_path(points: Sequence[Point]) -> QPainterPath:
    """A closed outline as a Qt path."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def line_path(points: Sequence[Point]) -> QPainterPath:
    """An open line as a Qt path."""
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    return path


def draw_target(painter: QPainter, path: QPainterPath, roles: Roles, veil: float, thin: float = 1.0) -> None:
    """Where this step works: a pale veil with a dashed edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(roles["white"], veil))
    painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(edge_pen(ink(roles["pathhalo"], 0.75), 5.4 * thin))
    painter.drawPath(path)
    dash(painter, path, ink(roles["path"], 0.7), 3.2 * thin, (2.4, 2.6))


def draw_no_go(painter: QPainter, zone: Zone, roles: Roles, thin: float = 1.0) -> None:
    """*never*: veil, diagonal hatch, halo, outline, barred sign; *light*: dots with a dotted outline.

    `thin` keeps the lines fine where the figure is enlarged.
    """
    path = outline_path(zone.outline)
    box = path.boundingRect()
    red, light = roles["nogo"], zone.level is Level.LIGHT
    painter.setPen(Qt.PenStyle.NoPen)
    for brush in (ink(roles["white"], 0.5), (dots if light else hatch)(painter, red, thin)):
        painter.setBrush(brush)
        painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(edge_pen(ink(roles["pathhalo"], 0.9), (3.6 if light else 6) * thin))
    painter.drawPath(path)
    if light:
        dash(painter, path, ink(red), 1.8 * thin, (1.0, 2.0))
    else:
        painter.setPen(edge_pen(ink(red), 2.8 * thin))
        painter.drawPath(path)
    if not light and min(box.width(), box.height()) > _SIGN_LEAST and _area(zone.outline) > _SIGN_AREA:
        draw_sign(painter, box.center(), roles)


def _area(outline: Sequence[Point]) -> float:
    ring = zip(outline, (*outline[1:], outline[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in ring)) / 2


def draw_sign(painter: QPainter, at: QPointF, roles: Roles, radius: float = 13) -> None:
    """A barred circle."""
    painter.setBrush(ink(roles["labelground"]))
    painter.setPen(round_pen(ink(roles["nogo"]), 4.4))
    painter.drawEllipse(at, radius, radius)
    reach = radius * 0.7
    painter.drawLine(at - QPointF(reach, reach), at + QPointF(reach, reach))


def draw_edge_reminder(painter: QPainter, zone: Zone, roles: Roles) -> None:
    """The edge of a *never* zone once more, for above a hand that hovers over it."""
    path = outline_path(zone.outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(edge_pen(ink(roles["pathhalo"], 0.5), 4.4))
    painter.drawPath(path)
    painter.setPen(edge_pen(ink(roles["nogo"], 0.75), 2.2))
    painter.drawPath(path)


def ribbon_width(plain: Track, scale: float, *, curl: float = 0.0, close: bool = False) -> float:
    """Units: even on the screen when enlarged, finer on short ways and small rings, a thread where it coils.

    `curl` is the radius of rubbing circles; `close` says that the drawing is a close-up, with more room for the way.
    """
    if curl:
        return min(max(6.0, curl * 0.45), 7.5 / scale)
    longest = plain.length / 22 if plain.closed else 5 + plain.length * 0.07
    return max(4.5, min(RIBBON * (1.5 if close else 1.0), 15 / scale, longest))


def dot_radius(width: float, scale: float) -> float:
    """Units; never so small that it is lost."""
    return max(width * 1.1, min(10.0, 12 / scale))


def draw_track(painter: QPainter, track: Track, plain: Track, roles: Roles, width: float) -> None:
    """The whole way: haloed ribbon, dotted where the hand is lifted, big arrowhead, start ring.

    `plain` is the way without rubbing circles: it gives the direction of the arrow.
    """
    last = round((len(track.points) - 1) * (CLOSED_SHARE if track.closed else 1.0))
    share = last / (len(track.points) - 1)
    coiled = track.length > plain.length * 1.2
    widest = min(width * 1.5, plain.length * 0.11) if coiled else min(9.0, 5 + plain.length * 0.05)
    size = max(width, widest)
    head = _arrowhead(plain, share, size * 3.4, size * 3.2)
    pieces = [piece for piece in _pieces(track, last) if not piece[0]]
    pieces += [piece for piece in _pieces(plain, len(plain.points)) if piece[0]]
    for lifted, points in pieces:
        if not lifted:
            painter.setPen(round_pen(ink(roles["pathhalo"], 0.92), width + 8 * width / RIBBON))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(line_path(points))
    painter.setPen(round_pen(ink(roles["pathhalo"], 0.95), width * 0.8))
    painter.setBrush(ink(roles["pathhalo"]))
    painter.drawPath(head)
    for lifted, points in pieces:
        if lifted:
            _draw_lifted(painter, points, roles, width)
        else:
            painter.setPen(round_pen(ink(roles["path"], 0.68), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(line_path(points))
    painter.setPen(round_pen(ink(roles["path"]), width * 0.3))
    painter.setBrush(ink(roles["path"]))
    painter.drawPath(head)
    start = QPointF(*track.points[0])
    painter.setPen(round_pen(ink(roles["pathhalo"]), width * 0.36))
    painter.drawEllipse(start, width * 0.85, width * 0.85)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(roles["pathhalo"]))
    painter.drawEllipse(start, width * 0.34, width * 0.34)


def _pieces(track: Track, last: int) -> list[tuple[bool, list[Point]]]:
    """Runs of samples on or off the skin; neighbouring runs share a point."""
    pieces: list[tuple[bool, list[Point]]] = []
    for point, lifted in zip(track.points[: last + 1], track.lifted, strict=False):
        if not pieces or pieces[-1][0] != lifted:
            pieces.append((lifted, [pieces[-1][1][-1]] if pieces else []))
        pieces[-1][1].append(point)
    return [piece for piece in pieces if len(piece[1]) > 1]


def _draw_lifted(painter: QPainter, points: Sequence[Point], roles: Roles, width: float) -> None:
    """A row of dots: the hand passes here without touching."""
    dot = max(3.4, width * 0.36)
    count = max(2, round(math.dist(points[0], points[-1]) / (dot * 3)))
    for i in range(1, count):
        x, y = points[round(i * (len(points) - 1) / count)]
        for colour, radius in ((roles["pathhalo"], dot * 1.45), (roles["path"], dot)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(colour, 0.95))
            painter.drawEllipse(QPointF(x, y), radius, radius)


def _arrowhead(track: Track, share: float, length: float, width: float) -> QPainterPath:
    """Its tip lies a little beyond the end of the way."""
    x, y = track.at(share)
    back_x, back_y = track.at(max(0.0, share - length * 0.8 / max(track.length, 1.0)))
    angle = math.atan2(y - back_y, x - back_x)
    dx, dy = math.cos(angle), math.sin(angle)
    tip = QPointF(x + dx * length * 0.45, y + dy * length * 0.45)
    base_x, base_y = x - dx * length * 0.55, y - dy * length * 0.55
    path = QPainterPath(tip)
    path.lineTo(base_x - dy * width / 2, base_y + dx * width / 2)
    notch = QPointF(x - dx * length * 0.3, y - dy * length * 0.3)
    path.quadTo(notch, QPointF(base_x + dy * width / 2, base_y - dx * width / 2))
    path.closeSubpath()
    return path


def draw_chevrons(painter: QPainter, track: Track, roles: Roles, width: float, flow: float) -> None:
    """Small angles that flow along the way; even a still frame shows the direction. `flow` counts chevron steps."""
    end = CLOSED_SHARE if track.closed else 1.0
    count = max(3, int(track.length * end / (width * 3.1)))
    before, after = width * 1.6 / track.length, end - width * 2.8 / track.length
    reach = width * 0.27
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen(ink(roles["pathhalo"]), width * 0.25))
    for i in range(count):
        share = ((i + flow) % count) / count * end
        if not before < share < after or track.is_lifted(share):
            continue
        (x, y), angle = track.at(share), math.radians(track.heading(share))
        dx, dy = math.cos(angle) * reach, math.sin(angle) * reach
        left = QPointF(x - dx - dy * 1.2, y - dy + dx * 1.2)
        right = QPointF(x - dx + dy * 1.2, y - dy - dx * 1.2)
        painter.drawPolyline([left, QPointF(x + dx, y + dy), right])


def draw_dot(painter: QPainter, at: Point, roles: Roles, radius: float, *, lifted: bool = False) -> None:
    """Where the touch is now; hollow while the hand is off the skin."""
    painter.setPen(round_pen(ink(roles["path"] if lifted else roles["pathhalo"]), radius * 0.35))
    painter.setBrush(ink(roles["pathhalo"] if lifted else roles["path"], 0.9))
    painter.drawEllipse(QPointF(*at), radius, radius)


def draw_rest(painter: QPainter, at: Point, roles: Roles, radius: float, *, now: bool) -> None:
    """A spot that is held, not stroked: a double ring."""
    painter.setBrush(ink(roles["white"], 0.35 if now else 0.2))
    painter.setPen(round_pen(ink(roles["pathhalo"], 0.95), radius * 0.62))
    painter.drawEllipse(QPointF(*at), radius, radius)
    painter.setPen(round_pen(ink(roles["path"], 1.0 if now else 0.55), radius * (0.34 if now else 0.2)))
    painter.drawEllipse(QPointF(*at), radius, radius)


def label_box(text: str, font: QFont, centre: QPointF, inside: QRectF) -> QRectF:
    """The box of a label in pixels, kept inside a rectangle."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + metrics.height(), metrics.height() * 1.3
    box = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
    box.moveLeft(min(max(box.left(), inside.left()), max(inside.left(), inside.right() - width)))
    box.moveTop(min(max(box.top(), inside.top()), max(inside.top(), inside.bottom() - height)))
    return box


def draw_leader(painter: QPainter, box: QRectF, target: QPointF, roles: Roles) -> None:
    """A line from a label to its zone, pixels."""
    start = QPointF(min(max(target.x(), box.left() + 16), box.right() - 16), box.center().y())
    for colour, width in ((ink(roles["pathhalo"], 0.95), 6.0), (ink(roles["nogo"]), 2.6)):
        painter.setPen(round_pen(colour, width))
        painter.drawLine(start, target)


def draw_label(painter: QPainter, box: QRectF, text: str, font: QFont, roles: Roles) -> None:
    """A no-go name, pixels: dark red on white with a red edge."""
    painter.setPen(round_pen(ink(roles["nogo"]), 2.6))
    painter.setBrush(ink(roles["labelground"]))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(ink(roles["label"]))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_pill(painter: QPainter, box: QRectF, text: str, font: QFont, roles: Roles) -> None:
    """Which side of the baby this is, pixels."""
    painter.setPen(round_pen(ink(roles["pillink"], 0.22), 1.4))
    painter.setBrush(ink(roles["pill"], 0.94))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(ink(roles["pillink"]))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_badge(painter: QPainter, at: QPointF, radius: float, text: str, font: QFont, ground: str, words: str) -> None:
    """A number in a disc with a pale edge, pixels."""
    painter.setPen(round_pen(ink(words), radius * 0.16))
    painter.setBrush(ink(ground))
    painter.drawEllipse(at, radius, radius)
    painter.setFont(font)
    painter.setPen(ink(words))
    box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
