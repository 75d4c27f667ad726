"""Still pictures of the whole baby: today's way round with numbers, and the three figures of a turn."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QTransform

from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.figure_art import FigureArt, ink, round_pen, smooth
from babymassage_gui.gui.widgets.figure_palette import Look, colour_roles, veil_opacity
from babymassage_gui.gui.widgets.figure_words import sized

_MAP_ZONES = {
    "legs": (("leg_l", "leg_r"), (674, 742)),
    "arms": (("arm_l", "arm_r"), (736, 424)),
    "tummy": (("tummy",), (500, 566)),
    "chest": (("chest",), (500, 386)),
}
"""Zones of the front view that stand for a part of the session, and where its number is, units."""
_INSET = 0.3
"""The little back figure's height, as a share of the map's."""
_BACK_PART, _TINT = 0.48, 0.52
"""The same where parts are tinted; and how much of the tint covers the skin."""


_HEAD = QRectF(352, 30, 296, 296)


def fit_into(rect: QRectF, box: QRectF) -> QTransform:
    """Maps a box of figure units into a rectangle, centred, as large as fits."""
    scale = min(rect.width() / box.width(), rect.height() / box.height())
    transform = QTransform.fromTranslate(rect.center().x(), rect.center().y())
    transform.scale(scale, scale)
    transform.translate(-box.center().x(), -box.center().y())
    return transform


def draw_figure(painter: QPainter, rect: QRectF, art: FigureArt, look: Look, figure: str) -> None:
    """A still figure without marks, whole and centred in a rectangle; "head" is only the head of the front."""
    painter.save()
    if figure == "head":
        painter.setClipRect(rect)
    painter.setTransform(fit_into(rect, _HEAD if figure == "head" else QRectF(0, 0, 1000, 1000)), combine=True)
    art.draw_body(smooth(painter), "front" if figure == "head" else figure, look)
    painter.restore()


def draw_zone_map(
    painter: QPainter, rect: QRectF, zones: Sequence[str], book: FigureBook, art: FigureArt, look: Look, font: QFont
) -> None:
    """The baby with today's zones veiled and numbered in order; the back as a little figure beside the legs."""
    place = fit_into(rect, QRectF(20, 24, 960, 972))
    _veiled(painter, place, "front", [z for name in zones for z in _MAP_ZONES.get(name, ((), ()))[0]], book, art, look)
    inset = QRectF(0, 0, rect.width() * 0.27, rect.height() * _INSET)
    inset.moveBottomRight(place.map(QPointF(978, 996)))
    small = fit_into(inset, QRectF(240, 24, 520, 972))
    if "back" in zones:
        _veiled(painter, small, "back", ["back_l", "back_r"], book, art, look)
    roles, radius = colour_roles(look.theme, look.skin), 31 * place.m11()
    for number, name in enumerate(zones, 1):
        if name == "back":
            at, size = small.map(QPointF(500, 430)), radius * 0.9
        elif name in _MAP_ZONES:
            at, size = place.map(QPointF(*_MAP_ZONES[name][1])), radius
        else:
            continue
        marks.draw_badge(painter, at, size, str(number), sized(font, size * 1.25), roles["badge"], roles["badgeink"])


def _veiled(
    painter: QPainter,
    place: QTransform,
    view_name: str,
    names: Sequence[str],
    book: FigureBook,
    art: FigureArt,
    look: Look,
) -> None:
    """A whole body with the named zones veiled."""
    view = book.views.get(view_name)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(place, combine=True)
    art.draw_body(painter, view_name, look)
    roles, veil = colour_roles(look.theme, look.skin), veil_opacity(look.theme, look.skin)
    for zone in view.zones if view else ():
        if zone.name in names:
            marks.draw_target(painter, marks.outline_path(zone.outline), roles, veil, 1.25)
    painter.restore()


def draw_tinted_map(
    painter: QPainter, rect: QRectF, tints: Mapping[str, str], book: FigureBook, art: FigureArt, look: Look
) -> None:
    """The baby with parts of the body tinted in a colour each; the back as a little figure, where it has one."""
    place = fit_into(rect, QRectF(20, 24, 960, 972))
    front = {zone: shade for name, shade in tints.items() for zone in _MAP_ZONES.get(name, ((), ()))[0]}
    _tinted(painter, place, "front", front, book, art, look)
    if "back" in tints:
        # Below the hand and beside the leg there is room.
        inset = QRectF(0, 0, rect.width(), 972 * place.m11() * _BACK_PART)
        inset.setWidth(inset.height() * 0.66)
        low = min(rect.bottom(), place.map(QPointF(0, 1020)).y())
        inset.moveBottomRight(QPointF(min(rect.right(), place.map(QPointF(1080, 0)).x()), low))
        back = {"back_l": tints["back"], "back_r": tints["back"]}
        _tinted(painter, fit_into(inset, QRectF(180, 24, 640, 972)), "back", back, book, art, look)


def _tinted(
    painter: QPainter,
    place: QTransform,
    view_name: str,
    shades: Mapping[str, str],
    book: FigureBook,
    art: FigureArt,
    look: Look,
) -> None:
    view = book.views.get(view_name)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(place, combine=True)
    art.draw_body(painter, view_name, look, towel=False)
    for zone in view.zones if view else ():
        if zone.name in shades:
            path = marks.outline_path(zone.outline)
            painter.setPen(round_pen(ink(shades[zone.name], 0.9), 4.0))
            painter.setBrush(ink(shades[zone.name], _TINT))
            painter.drawPath(path)
    painter.restore()


def draw_turn(painter: QPainter, rect: QRectF, art: FigureArt, look: Look, font: QFont, *, onto_tummy: bool) -> None:
    """Three figures on pale discs with numbers and arcs between: back, side, tummy, or the way back."""
    figures = ("front", "side_left", "back") if onto_tummy else ("back", "side_left", "front")
    roles = colour_roles(look.theme, look.skin)
    slot = rect.width() / 3
    radius = min(slot * 0.47, rect.height() / 2)
    centres = [QPointF(rect.left() + slot * (i + 0.5), rect.center().y()) for i in range(3)]
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    for centre, figure in zip(centres, figures, strict=True):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(roles["turnground"], 0.62))
        painter.drawEllipse(centre, radius, radius)
        inner = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.save()
        painter.setTransform(fit_into(inner, QRectF(10, 10, 980, 980)), combine=True)
        art.draw_body(painter, figure, look, towel=False)
        painter.restore()
    for before, after in pairwise(centres):
        _draw_arc(painter, before, after, radius, roles["turn"], roles["pathhalo"])
    badge = radius * 0.13
    number_ink = roles["turnground"] if look.theme != "dark" else "#2A1B2A"
    for number, centre in enumerate(centres, 1):
        at = centre - QPointF(radius * 0.62, radius * 0.84)
        marks.draw_badge(painter, at, badge, str(number), sized(font, badge * 1.2), roles["turn"], number_ink)
    painter.restore()


def _draw_arc(painter: QPainter, before: QPointF, after: QPointF, radius: float, colour: str, halo: str) -> None:
    """A curved arrow over the gap between two figures, between the hands and the numbers."""
    middle, width = (before + after) / 2 - QPointF(0, radius * 0.58), radius * 0.05
    span = radius * 0.24
    arc = QPainterPath(middle + QPointF(-span, span * 0.25))
    end = middle + QPointF(span * 0.82, span * 0.1)
    arc.quadTo(middle + QPointF(0, -span * 1.05), end)
    angle = math.radians(58)
    direction, across = QPointF(math.cos(angle), math.sin(angle)), QPointF(-math.sin(angle), math.cos(angle))
    tip = end + direction * span * 0.62
    head = QPainterPath(tip)
    head.lineTo(end - direction * span * 0.1 + across * span * 0.42)
    head.lineTo(end - direction * span * 0.1 - across * span * 0.42)
    head.closeSubpath()
    for tone, extra in ((halo, width * 0.8), (colour, 0.0)):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(round_pen(ink(tone), width + extra))
        painter.drawPath(arc)
        painter.setBrush(ink(tone))
        painter.setPen(round_pen(ink(tone), width * 0.5 + extra))
        painter.drawPath(head)
