"""Seen from above, lying on its tummy, face turned to picture right so that it can breathe."""

from __future__ import annotations

from tools.figures.anatomy import (
    Pose,
    arc,
    baby_hand,
    foot_sole,
    heart,
    profile_ear,
    profile_hair,
    shadow_of,
    sole_marks,
    symmetric,
)  # fmt: skip
from tools.figures.picture import Picture, reflect
from tools.figures.sdf import blob, cut, ellipse, join, keep, tube
from tools.figures.spline import Row

TORSO: tuple[Row, ...] = (
    (500, 300), (560, 304), (618, 316), (646, 352), (642, 414), (638, 476), (644, 536), (650, 600), (640, 648),
    (580, 680), (500, 688),
)  # fmt: skip
ARM: tuple[Row, ...] = (
    (608, 346, 46), (664, 366, 44), (714, 376, 39), (738, 342, 37), (744, 310, 36), (740, 278, 27),
)  # fmt: skip
HAND = Pose(739, 268, -86, 1.0)
LEG: tuple[Row, ...] = (
    (578, 640, 58), (628, 670, 71), (672, 730, 60), (666, 788, 54), (648, 832, 44), (636, 860, 32),
)  # fmt: skip
FOOT = Pose(634, 864, 74, 1.06, flipped=True)
NAPPY: tuple[Row, ...] = (
    (500, 632), (560, 628), (616, 618), (652, 608), (670, 622), (674, 650), (664, 682), (650, 712), (626, 742),
    (590, 766), (548, 776), (516, 766), (500, 756),
)  # fmt: skip

BOTTOM = ellipse(570, 698, 70, 62, 24)
"""One half of the bottom, round under the nappy."""


def _turned_face(picture: Picture) -> None:
    profile_ear(picture, 478, 204)
    picture.glow(566, 232, 42, 34, "blush", 0.6)
    picture.ink(arc(584, 190, 20, 13, 20, 165), "line", 6)
    picture.ink([(599, 198), (602, 202), (606, 205)], "line", 4)
    picture.ink([(591, 202), (594, 206), (598, 209)], "line", 4)
    picture.ink(arc(584, 162, 22, 12, 215, 310), "line", 5, 0.5)
    picture.ink([(606, 248), (594, 252), (584, 246)], "line", 5)
    picture.ink([(611, 221), (605, 226), (600, 221)], "line", 4, 0.8)


def _leg_marks(picture: Picture, *, mirrored: bool) -> None:
    def put(points: list[Row]) -> list[Row]:
        return reflect(points) if mirrored else points

    picture.ink(put([(606, 746), (624, 756), (648, 752)]), "line", 5, 0.8)
    picture.ink(put([(652, 768), (676, 766), (694, 752)]), "deep", 4.4, 0.6)
    picture.ink(put([(608, 854), (630, 868), (660, 862)]), "line", 4.6, 0.8)
    calf = put([(648, 800)])[0]
    picture.glow(calf[0], calf[1], 36, 44, "lit", 0.6)
    sole_marks(picture, FOOT, mirrored=mirrored)


def _back_marks(picture: Picture) -> None:
    picture.glow(586, 530, 84, 130, "shade", 0.55)
    picture.glow(420, 400, 90, 80, "lit", 0.7)
    picture.glow(440, 530, 60, 90, "lit", 0.5)
    picture.glow(503, 460, 17, 160, "shade", 0.95)
    picture.ink([(500, 352), (503, 430), (500, 510), (502, 586)], "deep", 4.6, 0.75)
    picture.ink_both([(548, 362), (574, 394), (572, 428), (552, 446)], "deep", 4.6, 0.65)
    for x in (466, 534):
        picture.fill(ellipse(x, 598, 6, 5), "deep", 0.7)
    picture.ink_both([(650, 406), (632, 402), (620, 388)], "line", 5, 0.85)
    picture.ink_both([(642, 540), (624, 550), (602, 550)], "deep", 4.4, 0.55)
    picture.ink_both([(702, 342), (696, 360), (680, 372)], "line", 4.6, 0.7)
    picture.ink_both([(714, 282), (739, 292), (766, 282)], "line", 4.6, 0.85)


def back() -> Picture:
    """On its tummy."""
    picture = Picture("back")
    limb = join(tube(ARM), baby_hand(HAND), k=8)
    trunk = join(blob(symmetric(TORSO)), tube([(500, 270, 60), (500, 322, 70)]), k=26)
    body = join(trunk, limb, limb.mirror(), k=20).bake()
    skull = join(ellipse(490, 170, 122, 116), ellipse(532, 214, 84, 82), k=40)
    skull = join(join(skull, tube([(606, 206, 12), (617, 216, 9)]), k=14), ellipse(606, 248, 10, 8), k=12).bake()
    leg = join(tube(LEG), foot_sole(FOOT), k=12).bake()
    legs = join(leg, leg.mirror())
    nappy = blob(symmetric(NAPPY)).bake()
    picture.ground(join(body, skull, legs, nappy).bake(3, 60))
    for mirrored, shape in ((False, leg), (True, leg.mirror())):
        picture.part(shape)
        _leg_marks(picture, mirrored=mirrored)
    picture.part(body)
    shadow_of(picture, skull, body)
    _back_marks(picture)
    picture.fill(keep(join(legs, body), nappy.shift(3, 11)), "deep", 0.45)
    picture.part(nappy, role="nappy", shade="nappyshade", line="nappyline", lit=False)
    picture.line(
        [(340, 638), (390, 646), (440, 651), (500, 653), (560, 651), (610, 646), (660, 638)], "nappyline", 2.4, 0.55
    )
    for bottom in (BOTTOM, BOTTOM.mirror()):
        picture.fill(keep(nappy.grow(-3), cut(bottom, bottom.shift(-12, -16).grow(-2), k=10)), "nappyshade", 0.8)
    picture.ink([(500, 668), (501, 690), (499, 724), (500, 758)], "nappyline", 6, 0.75)
    picture.ink_both([(518, 768), (552, 770), (588, 756), (618, 730)], "nappyline", 4.4, 0.5)
    for x, y in ((452, 690), (548, 690), (424, 724), (576, 724), (398, 676), (602, 676)):
        heart(picture, x, y, 9)
    picture.part(skull)
    profile_hair(picture, skull)
    _turned_face(picture)
    return picture
