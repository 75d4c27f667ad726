"""The drawings as Qt sees them: SVG with its roles coloured, hands as cached pictures, a plain figure in need.

Nothing here raises: a missing or broken drawing is noted in `faults` and replaced by simple shapes, never by a blank.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QFile, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QRegion
from PySide6.QtSvg import QSvgRenderer

from babymassage_gui.gui.widgets.figure_blend import Poses, blended, poses_of
from babymassage_gui.gui.widgets.figure_palette import (
    PALM_FIGURES,
    Look,
    Roles,
    colour_roles,
    coloured,
    hand_roles,
    without_eyes,
    without_towel,
)

Source = Callable[[str], bytes]
"""Gives the SVG of a figure by its name without ending; raises OSError if there is none."""

BODY_BOX = QRectF(0, 0, 1000, 1000)
HAND_BOX = QRectF(-170, -290, 340, 690)
DRAWN = "drawn"
"""The pose of a hand that is part of the drawing of the baby; only its way is painted."""
CONTACT = {
    "flat": QPointF(0, -104),
    "tips": QPointF(0, -176),
    "two": QPointF(-13, -200),
    "pinch": QPointF(-72, -186),
    "back": QPointF(0, -110),
    "thumb": QPointF(-74, -178),
    "bent": QPointF(0, -178),
    "fingertips": QPointF(2, -178),
    "hold": QPointF(2, -128),
    "fingertip": QPointF(-32, -232),
    "push": QPointF(-84, -69),
    "grip": QPointF(8, -64),
    "grip_over": QPointF(8, -64),
    DRAWN: QPointF(0, 0),
}
"""The point of each hand that is pinned to the path; wrist at the origin, fingers toward -y."""
_HANDS_KEPT = 5
"""Pictures of hands: no step has more, and the step before is not shown again."""
_DRAWINGS_KEPT = 1
"""Parsed drawings, some 0.8 MB each: the one that is drawn band by band. One is parsed in 2 ms."""


def resource_source(name: str) -> bytes:
    """The figure compiled into the program's resources.

    Raises:
        OSError: there is no such resource.
    """
    file = QFile(f":/figures/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise OSError(f":/figures/{name}.svg: {file.errorString()}")
    return bytes(file.readAll().data())


def folder_source(folder: Path) -> Source:
    """Figures from a folder, for tests and tools."""
    return lambda name: (folder / f"{name}.svg").read_bytes()


def ink(colour: str, opacity: float = 1.0) -> QColor:
    """A colour with an opacity of 0..1."""
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result


def round_pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """The drawing's own line: round caps, round joins."""
    return QPen(colour, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def smooth(painter: QPainter) -> QPainter:
    """Antialiasing and smooth scaling on."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def blank(width: float, height: float, dpr: float) -> QPixmap:
    """A transparent picture of at least one pixel; width and height in logical pixels."""
    pixmap = QPixmap(max(1, round(width * dpr)), max(1, round(height * dpr)))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def fade_in(painter: QPainter, box: QRectF, way: tuple[float, float, float, float]) -> None:
    """What is painted in the box comes to be seen along a way (from x, y to x, y) and is nothing before it."""
    fade = QLinearGradient(*way)
    fade.setColorAt(0, QColor(0, 0, 0, 0))
    fade.setColorAt(1, QColor(0, 0, 0, 255))
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(box, fade)
    painter.restore()


@dataclass(frozen=True, slots=True)
class HandPicture:
    """A picture of a hand, or of its outline, and where it lies on the hand, units of the hand."""

    picture: QPixmap
    box: QRectF


def cropped(picture: QPixmap, wanted: QRectF, box: QRectF, scale: float, finest: float = math.inf) -> HandPicture:
    """Of a picture of `box` at `scale` pixels a unit, the part in `wanted` on which anything is drawn.

    It is painted turned in every frame, where an empty pixel costs as much as another. No more than `finest` pixels
    a unit are kept.
    """
    ratio = scale * picture.devicePixelRatio()
    part = QRectF((wanted.topLeft() - box.topLeft()) * ratio, wanted.size() * ratio).toAlignedRect()
    rect = QRegion(picture.mask()).boundingRect().adjusted(-2, -2, 2, 2).intersected(part).intersected(picture.rect())
    small = picture.copy(rect)
    if scale > finest:
        size = (QSizeF(rect.size()) * (finest / scale)).toSize()
        small = small.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    return HandPicture(small, QRectF(box.topLeft() + QPointF(rect.topLeft()) / ratio, QSizeF(rect.size()) / ratio))


class FigureArt:
    """Coloured drawings by name; `faults` holds what could not be drawn, by the figure's name."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._renderers: OrderedDict[tuple[str, Look, bool, bool], QSvgRenderer | None] = OrderedDict()
        self._hands: OrderedDict[tuple[str, Look, float, float], HandPicture] = OrderedDict()
        self._poses: dict[str, Poses] = {}
        self.faults: dict[str, str] = {}

    def forget_poses(self) -> None:
        """Drop the texts of limbs, where none will move for a while."""
        self._poses.clear()

    def forget(self) -> None:
        """Drop all coloured pictures, as after a change of look."""
        self._renderers.clear()
        self._hands.clear()

    def forget_hands(self) -> None:
        """Drop the pictures of hands, where none will be shown for a while."""
        self._hands.clear()

    def draw_body(self, painter: QPainter, figure: str, look: Look, *, towel: bool = True, eyes: bool = True) -> None:
        """A body in figure units; the painter maps 0..1000 to where it shall be; `eyes`: with their inside."""
        renderer = self._renderer(figure, look, towel=towel, eyes=eyes)
        if renderer is None:
            draw_plain_body(painter, colour_roles(look.theme, look.skin))
        else:
            renderer.render(painter, BODY_BOX)

    def draw_once(self, painter: QPainter, figure: str, look: Look) -> None:
        """As `draw_body`, but the drawing is let go again: for one that is not painted with the others."""
        renderer = self._load(figure, colour_roles(look.theme, look.skin, look.hands))
        if renderer is None:
            draw_plain_body(painter, colour_roles(look.theme, look.skin))
        else:
            renderer.render(painter, BODY_BOX)

    def look_at(self, figure: str, look: Look) -> None:
        """Note in `faults` if the drawing is missing or broken; nothing is painted or kept."""
        self._load(figure, colour_roles(look.theme, look.skin, look.hands))

    def posed(self, figure: str, index: int, share: float, look: Look) -> QSvgRenderer | None:
        """A limb `share` (0..1) of the way from one of its poses to the next; none, and noted, if it cannot be."""
        try:
            if figure not in self._poses:
                self._poses[figure] = poses_of(self._source(figure).decode("utf-8"))
            data = coloured(blended(self._poses[figure], index, share), colour_roles(look.theme, look.skin))
        except (OSError, KeyError, ValueError) as error:  # ValueError: not UTF-8, or not the poses of a limb
            self.faults[figure] = f"{type(error).__name__}: {error}"
            return None
        return QSvgRenderer(QByteArray(data))

    def has_hand(self, pose: str, look: Look, scale: float, dpr: float) -> bool:
        """Whether `hand` has nothing to draw."""
        return (pose, look, round(scale, 3), dpr) in self._hands

    def hand(self, pose: str, look: Look, scale: float, dpr: float) -> HandPicture:
        """A right hand with its sleeve fading out, at `scale` pixels a unit."""
        key = (pose, look, round(scale, 3), dpr)
        if key not in self._hands:
            self._hands[key] = self._draw_hand(pose, look, scale, dpr)
            while len(self._hands) > _HANDS_KEPT:
                self._hands.popitem(last=False)
        self._hands.move_to_end(key)
        return self._hands[key]

    def _draw_hand(self, pose: str, look: Look, scale: float, dpr: float) -> HandPicture:
        width, height = HAND_BOX.width() * scale, HAND_BOX.height() * scale
        pixmap = blank(width, height, dpr)
        painter = smooth(QPainter(pixmap))
        renderer = self._renderer(f"hand_{pose}", look, hand=True)
        if renderer is None:
            painter.save()
            painter.scale(scale, scale)
            painter.translate(-HAND_BOX.topLeft())
            draw_plain_hand(painter, hand_roles(look.theme, look.skin, look.hands))
            painter.restore()
        else:
            renderer.render(painter, QRectF(0, 0, width, height))
        # Past the edges of the picture, or its outermost pixels would fade by half only.
        fade_in(painter, QRectF(-2, -2, width + 4, height + 4), (0, height * 0.92, 0, height * 0.58))
        painter.end()
        return cropped(pixmap, HAND_BOX, HAND_BOX, scale)

    def _renderer(
        self, figure: str, look: Look, *, hand: bool = False, towel: bool = True, eyes: bool = True
    ) -> QSvgRenderer | None:
        key = (figure, look, towel, eyes)
        if key not in self._renderers:
            colours, palm = hand_roles if hand else colour_roles, figure in PALM_FIGURES
            roles = colours(look.theme, look.skin, look.hands, palm=palm)
            roles = roles if towel else without_towel(roles)
            self._renderers[key] = self._load(figure, roles if eyes else without_eyes(roles))
            while len(self._renderers) > _DRAWINGS_KEPT:
                self._renderers.popitem(last=False)
        self._renderers.move_to_end(key)
        return self._renderers[key]

    def _load(self, figure: str, roles: Roles) -> QSvgRenderer | None:
        try:
            data = coloured(self._source(figure), roles)
        except (OSError, KeyError, UnicodeDecodeError) as error:
            self.faults[figure] = f"{type(error).__name__}: {error}"
            return None
        if b"<svg" not in data or b"</svg>" not in data:  # Qt would print a warning and draw nothing
            self.faults[figure] = "not a drawing"
            return None
        renderer = QSvgRenderer(QByteArray(data))
        if not renderer.isValid():
            self.faults[figure] = "not a drawing that Qt can read"
            return None
        return renderer


def draw_plain_body(painter: QPainter, roles: Roles) -> None:
    """Head, trunk, arms and legs as simple shapes, where the landmarks expect them."""
    painter.save()
    painter.setPen(round_pen(ink(roles["line"]), 4))
    painter.setBrush(ink(roles["skin"]))
    body = QPainterPath()
    body.addRoundedRect(QRectF(368, 292, 264, 392), 110, 110)
    for sign in (-1, 1):
        limb = QPainterPath(QPointF(500 + sign * 100, 350))
        for x, y in ((200, 405), (300, 428), (440, 395)):
            limb.lineTo(500 + sign * x, y)
        leg = QPainterPath(QPointF(500 + sign * 90, 640))
        for x, y in ((165, 728), (150, 850), (165, 930)):
            leg.lineTo(500 + sign * x, y)
        body = body.united(_thick(limb, 72)).united(_thick(leg, 92))
    painter.drawPath(body.simplified())
    painter.drawEllipse(QPointF(500, 176), 122, 120)
    painter.setBrush(ink(roles["eye"]))
    for x in (452, 548):
        painter.drawEllipse(QPointF(x, 196), 9, 11)
    painter.restore()


def draw_plain_hand(painter: QPainter, roles: Roles) -> None:
    """Palm and four fingers as rounded strips."""
    painter.setPen(round_pen(ink(roles["line"]), 4.6))
    painter.setBrush(ink(roles["skin"]))
    hand = QPainterPath()
    hand.addRoundedRect(QRectF(-58, -130, 116, 150), 46, 46)
    for x, top in ((-42, -215), (-14, -240), (14, -232), (42, -196)):
        hand.addRoundedRect(QRectF(x - 15, top, 30, 140), 15, 15)
    hand.addRoundedRect(QRectF(-44, -20, 88, 420), 40, 40)
    painter.drawPath(hand.simplified())


def _thick(line: QPainterPath, width: float) -> QPainterPath:
    from PySide6.QtGui import QPainterPathStroker  # only needed when a drawing is missing

    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(line)
