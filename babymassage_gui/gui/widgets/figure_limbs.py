"""Limbs in motion: small pictures of a leg or an arm in the poses of its way, painted on a still body.

A limb is drawn for the baby's left and painted turned over for its right. A picture holds no more than the limb, its
shadow and its no-go areas; a way is shown in steps of 1/20, each drawn once and kept while its step is shown. Limbs
that lie still below the moving ones are part of the still body.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QTransform

from babymassage_gui.core.body import MIDLINE
from babymassage_gui.core.poses import PIVOT, Limb, Move, Pose, along, limb_zones
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.figure_art import BODY_BOX, FigureArt, blank, ink, round_pen, smooth
from babymassage_gui.gui.widgets.figure_palette import Look, Roles, colour_roles

ABOVE: Mapping[str, str] = MappingProxyType({"grip": "grip_over", "thumb": ""})
"""Hands that hold a limb from below, and the picture of what comes round on top of it; none for a thumb in a fist."""
STEPS = 20
"""Pictures between the two ends of a limb's move."""
_KEPT = STEPS + 6
"""A whole way and what lies still; some 0.2 MB each in a window of 900x700."""
_ROUND = (8.0, 8.0, 26.0, 34.0)
"""Units around the flesh, from the left round to below: room for the outline and the shadow."""

_Key = tuple[str, int, float, float, float, float, float, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture and where its corner lies in the window, whole pixels."""

    picture: QPixmap
    at: QPointF


class LimbPictures:
    """The pictures of one look; `draw` paints with a painter that maps figure units to the window."""

    def __init__(self, art: FigureArt, limbs: Mapping[str, Limb]) -> None:
        self._art, self._limbs = art, limbs
        self._kept: OrderedDict[_Key, _Drawn] = OrderedDict()

    def forget(self) -> None:
        """Let all pictures go, as after a change of look, size or step."""
        self._kept.clear()
        self._art.forget_poses()

    def forget_early(self, most: int) -> None:
        """Let go of all but the last pictures that were drawn or painted."""
        while len(self._kept) > most:
            self._kept.popitem(last=False)

    def drawing(
        self, moves: Sequence[Move], shows: tuple[str, ...], look: Look, place: QTransform, dpr: float
    ) -> Iterator[None]:
        """Draw all pictures of a way that are missing, in its order; one picture is a slice of work."""
        for step in range(4 * STEPS + 1):
            for move in moves:
                pose = move.pose(step / (4 * STEPS))
                if self._key(pose, shows, place, dpr) not in self._kept:
                    self._picture(pose, shows, look, place, dpr)
                    yield

    def draw(
        self,
        painter: QPainter,
        poses: Iterable[Pose],
        shows: tuple[str, ...],
        look: Look,
        place: QTransform,
        dpr: float,
    ) -> None:
        """Limbs in the order given, with those of their no-go areas whose codes the part shows; `place` maps figure
        units to the painter's pixels and turns by whole quarters only."""
        for pose in poses:
            drawn = self._picture(pose, shows, look, place, dpr)
            painter.save()
            if pose.sway:
                pivot = place.map(QPointF(*PIVOT))
                painter.translate(pivot)
                painter.rotate(pose.sway)
                painter.translate(-pivot)
            else:  # pixel on pixel: smoothing would cost four times as much for nothing
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
            if pose.side == "right":
                painter.setTransform(_turned_over(place), combine=True)
            painter.drawPixmap(drawn.at, drawn.picture)
            painter.restore()

    def _picture(self, pose: Pose, shows: tuple[str, ...], look: Look, place: QTransform, dpr: float) -> _Drawn:
        key = self._key(pose, shows, place, dpr)
        if key not in self._kept:
            self._kept[key] = self._paint(self._limbs[pose.limb], key[1] / STEPS, shows, look, place, dpr)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    @staticmethod
    def _key(pose: Pose, shows: tuple[str, ...], place: QTransform, dpr: float) -> _Key:
        step = round(pose.at * STEPS)
        return pose.limb, step, place.m11(), place.m12(), place.dx(), place.dy(), dpr, shows

    def _paint(
        self, limb: Limb, at: float, shows: tuple[str, ...], look: Look, place: QTransform, dpr: float
    ) -> _Drawn:
        whole = QRectF(place.mapRect(_box_of(limb, at)).toAlignedRect())
        pixmap = blank(whole.width(), whole.height(), dpr)
        painter = smooth(QPainter(pixmap))
        painter.translate(-whole.topLeft())
        painter.setTransform(place, combine=True)
        pose, scale = Pose(limb.name, "left", at), math.hypot(place.m11(), place.m12())
        draw_limb(painter, limb, pose, shows, look, self._art, scale)
        painter.end()
        return _Drawn(pixmap, whole.topLeft())


def _turned_over(place: QTransform) -> QTransform:
    """Turns the picture of a left limb over about the body's middle line, in pixels: whole numbers, no smear."""
    over = place.inverted()[0] * QTransform(-1, 0, 0, 1, 2 * MIDLINE, 0) * place
    return QTransform(round(over.m11()), round(over.m12()), round(over.m21()), round(over.m22()), over.dx(), over.dy())


def draw_limb(
    painter: QPainter, limb: Limb, pose: Pose, shows: tuple[str, ...], look: Look, art: FigureArt, scale: float
) -> None:
    """One limb without sway and its no-go areas in figure units, drawn anew."""
    painter.save()
    if pose.side == "right":
        painter.translate(2 * MIDLINE, 0)
        painter.scale(-1, 1)
    renderer = art.posed(limb.figure, *limb.between(pose.at), look)
    roles, box = colour_roles(look.theme, look.skin), _box_of(limb, pose.at)
    if renderer is None:
        draw_plain_limb(painter, limb, pose.at, roles)
    else:
        renderer.render(painter, BODY_BOX)
    for zone in limb_zones(limb, Pose(limb.name, "left", pose.at)) if shows else ():
        if zone.code in shows:
            painter.save()
            bone = limb.zones[zone.name.removesuffix("_l")].bone
            painter.setClipPath(_uncovered(limb, bone, pose.at, box), Qt.ClipOperation.IntersectClip)
            marks.draw_no_go(painter, zone, roles, 1 / max(1.0, scale))
            painter.restore()
    painter.restore()


def lying_still(moves: Sequence[Move]) -> tuple[Move, ...]:
    """The limbs of a part that lie below those that go, and whose twins do not go: they are painted with the body."""
    going = {move.limb for move in moves if not move.still or move.sway != (0.0, 0.0)}
    return tuple(takewhile(lambda move: move.limb not in going, moves))


def _box_of(limb: Limb, at: float) -> QRectF:
    box = QRectF()
    for bone in limb.bones(at).values():
        for x, y, radius in bone:
            box = box.united(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    left, top, right, bottom = _ROUND
    return box.adjusted(-left, -top, right, bottom)


def _uncovered(limb: Limb, bone: str, at: float, box: QRectF) -> QPainterPath:
    """Where a bone can be seen: not below the bones that follow it toward the limb's end."""
    path, flesh, bones = QPainterPath(), QPainterPath(), limb.bones(at)
    path.addRect(box)
    flesh.setFillRule(Qt.FillRule.WindingFill)
    for name in list(bones)[list(bones).index(bone) + 1 :]:
        for i in range(7):
            x, y, radius = along(bones[name], i / 6)
            flesh.addEllipse(QPointF(x, y), radius + 1, radius + 1)
    return path.subtracted(flesh)


def draw_plain_limb(painter: QPainter, limb: Limb, at: float, roles: Roles) -> None:
    """Thick lines along the bones, where the drawing is missing."""
    for bone in limb.bones(at).values():
        path = QPainterPath(QPointF(*bone[0][:2]))
        for x, y, _radius in bone[1:]:
            path.lineTo(x, y)
        width = 2 * sum(radius for _x, _y, radius in bone) / len(bone)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wide in ((roles["line"], width + 4), (roles["skin"], width - 4)):
            painter.setPen(round_pen(ink(colour), wide))
            painter.drawPath(path)
