"""Limbs in motion: small pictures of a leg or an arm in the poses of its way, painted on a still body.

A limb is drawn for the baby's left and painted turned over for its right. A picture holds no more than the limb, its
shadow and its no-go areas; a way is shown in steps of 1/24, each drawn once and kept while its step is shown.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from babymassage_gui.core.body import MIDLINE
from babymassage_gui.core.poses import PIVOT, Limb, Pose, along, limb_view
from babymassage_gui.gui.widgets import figure_marks as marks
from babymassage_gui.gui.widgets.figure_art import BODY_BOX, FigureArt, blank, ink, round_pen, smooth
from babymassage_gui.gui.widgets.figure_palette import Look, Roles, colour_roles

ABOVE: Mapping[str, str] = MappingProxyType({"grip": "grip_over", "thumb": ""})
"""Hands that hold a limb from below, and the picture of what comes round on top of it; none for a thumb in a fist."""
STEPS = 24
"""Pictures between the two ends of a limb's move."""
_KEPT = 2 * (STEPS + 1)
"""As many as two limbs have; some 0.15 MB each in a window of 900x700."""
_ROUND = 44.0
"""Units around the joints for the shadow."""

_Key = tuple[str, int, float, float, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture and the box of figure units that it shows."""

    picture: QPixmap
    box: QRectF


class LimbPictures:
    """The pictures of one look; `draw` paints with a painter that maps figure units to the window."""

    def __init__(self, art: FigureArt, limbs: Mapping[str, Limb]) -> None:
        self._art, self._limbs = art, limbs
        self._kept: OrderedDict[_Key, _Drawn] = OrderedDict()

    def forget(self) -> None:
        """Let all pictures go, as after a change of look, size or step."""
        self._kept.clear()

    def draw(
        self, painter: QPainter, poses: Iterable[Pose], shows: tuple[str, ...], look: Look, scale: float, dpr: float
    ) -> None:
        """Limbs in the order given, with those of their no-go areas whose codes the part shows."""
        for pose in poses:
            drawn = self._picture(pose, shows, look, scale, dpr)
            painter.save()
            if pose.sway:
                painter.translate(*PIVOT)
                painter.rotate(pose.sway)
                painter.translate(-PIVOT[0], -PIVOT[1])
            if pose.side == "right":
                painter.translate(2 * MIDLINE, 0)
                painter.scale(-1, 1)
            painter.drawPixmap(drawn.box, drawn.picture, QRectF(drawn.picture.rect()))
            painter.restore()

    def _picture(self, pose: Pose, shows: tuple[str, ...], look: Look, scale: float, dpr: float) -> _Drawn:
        step = round(pose.at * STEPS)
        key = (pose.limb, step, round(scale, 3), dpr, shows)
        if key not in self._kept:
            self._kept[key] = self._paint(self._limbs[pose.limb], step / STEPS, shows, look, scale, dpr)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _paint(self, limb: Limb, at: float, shows: tuple[str, ...], look: Look, scale: float, dpr: float) -> _Drawn:
        box = _box_of(limb, at)
        pixmap = blank(box.width() * scale, box.height() * scale, dpr)
        box.setSize(pixmap.deviceIndependentSize() / scale)
        painter = smooth(QPainter(pixmap))
        painter.scale(scale, scale)
        painter.translate(-box.topLeft())
        renderer = self._art.posed(limb.figure, *limb.between(at), look)
        roles = colour_roles(look.theme, look.skin)
        if renderer is None:
            draw_plain_limb(painter, limb, at, roles)
        else:
            renderer.render(painter, BODY_BOX)
        _, zones = limb_view(limb, Pose(limb.name, "left", at))
        for zone in zones:
            if zone.code in shows:
                painter.save()
                painter.setClipPath(_uncovered(limb, limb.zones[zone.name.removesuffix("_l")].bone, at, box))
                marks.draw_no_go(painter, zone, roles, 1 / max(1.0, scale))
                painter.restore()
        painter.end()
        return _Drawn(pixmap, box)


def _box_of(limb: Limb, at: float) -> QRectF:
    joints = [joint for bone in limb.bones(at).values() for joint in bone]
    box = QRectF()
    for x, y, radius in joints:
        reach = radius + _ROUND
        box = box.united(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))
    return box


def _uncovered(limb: Limb, bone: str, at: float, box: QRectF) -> QPainterPath:
    """Where a bone can be seen: not below the bones that follow it toward the limb's end."""
    path, bones = QPainterPath(), limb.bones(at)
    path.addRect(box)
    for name in list(bones)[list(bones).index(bone) + 1 :]:
        for i in range(9):
            x, y, radius = along(bones[name], i / 8)
            disc = QPainterPath()
            disc.addEllipse(QPointF(x, y), radius + 1, radius + 1)
            path = path.subtracted(disc)
    return path


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
