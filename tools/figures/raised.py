"""Half a sit-up, seen from the side, and upright with the soles on the mat, seen from the front; held by the parent."""

from __future__ import annotations

import math
from itertools import pairwise

from tools.figures.anatomy import Pose, arc, baby_hand, curls, ears, face, head, heart, palm_marks, shadow_of, symmetric
from tools.figures.carers import Carer, above, below, beside
from tools.figures.picture import Picture, reflect
from tools.figures.profile import Limb, draw_limb, nappy, profile_head, profile_skull, slab, soften
from tools.figures.sdf import Shape, blob, ellipse, join, keep, tube
from tools.figures.spline import Row

HIP = (640.0, 700.0)
"""The hinge of the half rise; the program turns the upper body about it."""
SIT_TRUNK: tuple[Row, ...] = ((398, 560, 84), (474, 612, 100), (556, 664, 108), (640, 700, 104))
SIT_ARM = Limb(
    ((418, 546, 48), (478, 496, 45), (530, 470, 37), (584, 472, 27)),
    ((590, 474, 23), (616, 484, 22), (640, 498, 15)),
    creases=(((518, 500), (516, 486), (504, 474)), ((572, 452), (580, 472), (576, 494))),
)
SIT_LEG = Limb(
    ((650, 700, 88), (726, 640, 70), (790, 620, 58), (808, 690, 50), (810, 756, 37)),
    ((812, 770, 32), (846, 786, 27), (882, 788, 22)),
    toes=((898, 786, 12), (896, 796, 9)),
    creases=(((776, 680), (760, 668), (752, 650)), ((782, 756), (808, 764), (838, 752))),
)
SIT_NAPPY: tuple[Row, ...] = (
    (600, 590), (572, 660), (556, 740), (580, 800), (650, 806), (716, 796), (738, 750), (730, 706), (702, 664),
    (654, 616),
)  # fmt: skip
BACK_HAND = Carer(
    sleeve=((10, 1010, 66), (58, 900, 60), (116, 796, 52)),
    palm=((138, 748, 41), (174, 680, 43), (242, 630, 40), (318, 640, 34)),
    fingers=(
        ((310, 636, 28), (374, 656, 23), (430, 690, 20), (486, 728, 16.5)),
        ((300, 668, 26), (354, 694, 21), (402, 726, 18.5), (440, 752, 15)),
    ),
    over=(((162, 714, 32), (152, 644, 28), (168, 582, 23), (206, 540, 18)),),
    creases=(((312, 654), (364, 676), (416, 708), (460, 740)), ((206, 682), (228, 674), (252, 678))),
)
FRONT_HAND = Carer(
    sleeve=((602, 996, 64), (586, 940, 60), (566, 866, 52)),
    palm=((552, 806, 40), (534, 756, 46), (514, 716, 46)),
    fingers=(
        ((482, 716, 17), (458, 676, 16), (440, 640, 15), (430, 616, 13)),
        ((500, 694, 18), (478, 648, 16.5), (462, 610, 15), (454, 586, 13)),
        ((526, 690, 18), (512, 642, 16), (500, 606, 14.5), (494, 584, 12.5)),
        ((548, 702, 16), (544, 660, 14), (538, 630, 12.5), (534, 612, 11)),
    ),
)  # fmt: skip


def sit_legs() -> Picture:
    """The mat and the far leg: what stays when the upper body rises."""
    picture = Picture("sit_legs")
    slab(picture)
    draw_limb(picture, SIT_LEG.away(34, -16))
    return picture


def sit_upper() -> Picture:
    """Trunk, near leg and both hands of the parent, half risen."""
    picture = Picture("sit_upper")
    turned = Pose(280, 470, -46)
    skull = profile_skull(turned)
    trunk = join(tube(SIT_TRUNK), tube([(400, 548, 76), (346, 504, 60)]), k=26).bake(2, 60)
    draw_limb(picture, SIT_ARM.away(-30, -34))
    below(picture, BACK_HAND)
    picture.part(trunk)
    shadow_of(picture, skull, trunk, 4, 15)
    picture.glow(540, 600, 100, 70, "lit", 0.7)
    leg = draw_limb(picture, SIT_LEG)
    nappy(
        picture,
        SIT_NAPPY,
        join(leg, trunk),
        [(610, 602), (584, 670), (572, 740), (592, 796)],
        [(652, 630), (692, 676), (718, 720)],
    )
    draw_limb(picture, SIT_ARM)
    soften(picture, keep(trunk.grow(-5), ellipse(412, 556, 52, 50)))
    picture.ink([(446, 590), (468, 576), (490, 552)], "line", 4.6, 0.9)
    profile_head(picture, turned, skull)
    above(picture, BACK_HAND)
    beside(picture, FRONT_HAND)
    return picture


UPRIGHT_TORSO: tuple[Row, ...] = (
    (500, 300), (556, 304), (606, 318), (632, 352), (622, 410), (620, 470), (630, 530), (630, 590), (604, 636),
    (500, 650),
)  # fmt: skip
UPRIGHT_ARM: tuple[Row, ...] = (
    (598, 350, 46), (660, 362, 45), (720, 346, 39), (758, 296, 36), (772, 246, 27),
)  # fmt: skip
UPRIGHT_HAND = Pose(773, 236, -84, 0.95)
UPRIGHT_NAPPY: tuple[Row, ...] = (
    (500, 562), (560, 560), (610, 552), (640, 546), (652, 580), (640, 630), (604, 668), (566, 694), (500, 704),
)  # fmt: skip
STANDING: tuple[Row, ...] = ((566, 640, 62), (590, 706, 66), (588, 772, 55), (584, 824, 47), (580, 862, 35))
STANDING_FOOT: tuple[Row, ...] = ((580, 884, 34), (590, 906, 36))
STEPPING: tuple[Row, ...] = ((566, 640, 62), (606, 690, 66), (610, 736, 64), (598, 776, 46), (588, 812, 34))
STEPPING_FOOT: tuple[Row, ...] = ((588, 826, 32), (596, 850, 36))


def _front_foot(sole: tuple[Row, ...]) -> Shape:
    """A foot that points at the parent: toes in a row."""
    x, y = sole[-1][:2]
    toes = [
        ellipse(x + dx, y + dy, r, r)
        for dx, dy, r in ((-27, 14, 14), (-5, 24, 11), (13, 24, 10), (28, 18, 9), (40, 8, 8.5))
    ]
    return join(tube(sole), *toes, k=3)


def _upright_leg(picture: Picture, joints: tuple[Row, ...], sole: tuple[Row, ...], *, mirrored: bool) -> Shape:
    shape = join(tube(joints), _front_foot(sole), k=12).bake(2, 60)
    shape = shape.mirror() if mirrored else shape
    picture.part(shape)
    (x, y), (kx, ky) = sole[0][:2], joints[2][:2]
    creases: list[list[Row]] = [
        [(x - 28, y - 18), (x, y - 10), (x + 28, y - 18)],
        [(kx - 26, ky - 6), (kx, ky + 4), (kx + 26, ky - 4)],
    ]
    for crease in creases:
        picture.ink(reflect(crease) if mirrored else crease, "line", 4.6, 0.7)
    return shape


def upright() -> Picture:
    """Held upright over the mat: the right sole touches, the left knee is up; the trunk is carried by the parent."""
    picture = Picture("upright")
    limb = join(tube(UPRIGHT_ARM), baby_hand(UPRIGHT_HAND), k=8)
    trunk = join(blob(symmetric(UPRIGHT_TORSO)), tube([(500, 270, 62), (500, 320, 70)]), k=30)
    body, skull = join(trunk, limb, limb.mirror(), k=15).bake(2, 60), head()
    mat = ellipse(500, 916, 300, 40)
    picture.ground(mat)
    picture.part(mat, role="blanket", shade="blanketshade", line="blanketline", lit=False)
    picture.fill(ellipse(410, 918, 70, 14), "blanketshade", 0.9)
    ears(picture)
    right = _upright_leg(picture, STANDING, STANDING_FOOT, mirrored=True)
    left = _upright_leg(picture, STEPPING, STEPPING_FOOT, mirrored=False)
    carers = [_round_the_chest(mirrored=side) for side in (False, True)]
    for carer in carers:
        _fingers_behind(picture, carer)
    picture.part(body)
    shadow_of(picture, skull, body)
    picture.glow(480, 470, 110, 110, "lit", 0.8)
    picture.ink_both([(524, 334), (548, 326), (574, 330)], "deep", 4.4, 0.7)
    for x in (438, 562):
        picture.fill(ellipse(x, 390, 8, 7), "deep", 0.85)
    picture.fill(ellipse(500, 500, 9, 8), "deep", 0.8)
    picture.ink(arc(500, 499, 13, 11, 30, 150), "line", 5)
    picture.ink_both([(634, 424), (620, 412), (610, 396)], "line", 5, 0.9)
    picture.ink_both([(744, 252), (770, 260), (798, 254)], "line", 4.6, 0.9)
    palm_marks(picture, UPRIGHT_HAND)
    nappy_shape = blob(symmetric(UPRIGHT_NAPPY)).bake(2, 60)
    shadow_of(picture, nappy_shape, join(left, right, body), 3, 11, 0.45)
    picture.part(nappy_shape, role="nappy", shade="nappyshade", line="nappyline", lit=False)
    picture.line([(364, 566), (440, 576), (500, 578), (560, 576), (636, 566)], "nappyline", 2.4, 0.55)
    for x, y in ((446, 608), (500, 614), (554, 608), (473, 642), (527, 642)):
        heart(picture, x, y, 9)
    for carer in carers:
        _thumb_in_front(picture, carer)
    picture.part(skull)
    face(picture)
    curls(picture)
    return picture


def _round_the_chest(*, mirrored: bool) -> Carer:
    """The parent's right hand, or the left: four fingers go behind the ribs below the arm, the thumb lies in front."""

    def put(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple((1000 - r[0], *r[1:]) for r in rows) if mirrored else rows

    return Carer(
        sleeve=put(((960, 960, 70), (892, 812, 62), (828, 690, 52))),
        palm=put(((806, 640, 42), (772, 574, 46), (742, 528, 44))),
        fingers=(
            put(((736, 474, 24), (690, 448, 21), (640, 434, 19), (590, 434, 16))),
            put(((728, 512, 25), (682, 492, 22), (634, 482, 19), (584, 482, 16))),
            put(((728, 550, 24), (682, 536, 21), (636, 529, 18), (590, 529, 15))),
            put(((738, 586, 21), (696, 577, 18), (656, 572, 16), (610, 572, 13))),
        ),
        over=(put(((786, 580, 34), (726, 504, 29), (670, 448, 24), (620, 412, 18.5))),),
        creases=(put(((776, 630), (798, 614), (824, 608))), put(((668, 466), (660, 450), (666, 432)))),
    )


def _fingers_behind(picture: Picture, carer: Carer) -> None:
    """Hand and fingers before the trunk is drawn over their ends; a line between two fingers."""
    below(picture, carer)
    for upper, lower in pairwise(carer.fingers):
        picture.ink(
            [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(upper, lower, strict=True)], "handline", 4.4
        )


def _thumb_in_front(picture: Picture, carer: Carer) -> None:
    above(picture, carer)
    thumb = carer.over[0]
    (x0, y0), (x, y, radius) = thumb[-2][:2], thumb[-1]
    turn = math.degrees(math.atan2(y - y0, x - x0)) + 90
    for grow, role in ((1.6, "handdeep"), (0.0, "handnail")):
        picture.fill(ellipse(x, y, radius * 0.54 + grow, radius * 0.72 + grow, turn), role, step=0.8, error=0.2)
    for crease in carer.creases:
        picture.ink(crease, "handdeep", 4.4, 0.8)
