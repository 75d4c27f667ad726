"""Lifted a little or raised half, seen from the side, the parent's hands below; the mat is a picture of its own.

The program moves the baby with the hands above the mat, so nothing of the mat is in these drawings.
"""

from __future__ import annotations

from tools.figures.anatomy import Pose, shadow_of
from tools.figures.carers import Carer, above, below
from tools.figures.picture import Picture
from tools.figures.profile import Limb, draw_limb, nappy, profile_head, profile_skull, slab, soften
from tools.figures.sdf import Shape, ellipse, join, keep, tube
from tools.figures.spline import Row

# On its back, head to picture left.
SUPINE_TRUNK: tuple[Row, ...] = ((366, 480, 84), (450, 500, 102), (548, 510, 110), (640, 508, 104))
SUPINE_ARM = Limb(
    ((396, 462, 48), (440, 400, 45), (478, 352, 37), (520, 318, 27)),
    ((524, 314, 23), (548, 300, 22), (572, 288, 16)),
    creases=(((470, 386), (462, 372), (446, 368)), ((500, 312), (518, 322), (530, 340))),
)
SUPINE_LEG = Limb(
    ((660, 500, 86), (724, 440, 70), (780, 408, 60), (816, 462, 50), (838, 516, 36)),
    ((842, 526, 31), (872, 528, 27), (902, 516, 23)),
    toes=((918, 506, 12), (920, 518, 10)),
    creases=(((792, 466), (776, 456), (766, 440)), ((816, 500), (838, 510), (862, 500))),
)
SUPINE_NAPPY: tuple[Row, ...] = (
    (584, 396), (570, 470), (568, 560), (584, 616), (664, 624), (728, 600), (756, 556), (744, 520), (712, 480),
    (660, 424),
)  # fmt: skip
SHOULDER_HAND = Carer(
    sleeve=((60, 1010, 66), (92, 890, 60), (132, 776, 52)),
    palm=((146, 724, 41), (166, 652, 43), (222, 596, 40), (300, 590, 34)),
    fingers=(
        ((290, 588, 28), (366, 592, 23), (436, 604, 20), (508, 616, 16.5)),
        ((286, 624, 26), (352, 634, 21), (412, 644, 18.5), (462, 650, 15)),
    ),
    over=(((160, 690, 32), (140, 620, 28), (152, 556, 23), (190, 510, 18)),),
    creases=(((286, 612), (352, 614), (412, 624), (462, 634)), ((196, 648), (216, 638), (240, 640))),
)
BOTTOM_HAND = Carer(
    sleeve=((816, 1010, 66), (792, 890, 60), (766, 796, 52)),
    palm=((756, 742, 41), (730, 676, 43), (676, 638, 38), (620, 634, 32)),
    fingers=(
        ((640, 630, 27), (590, 630, 23), (548, 634, 20), (512, 640, 17)),
        ((650, 660, 25), (606, 670, 20), (570, 675, 18), (544, 678, 15)),
    ),
    over=(((738, 706, 32), (752, 642, 27), (742, 588, 22), (722, 556, 17)),),
    creases=(((656, 648), (610, 650), (570, 656), (536, 661)), ((708, 666), (692, 658), (672, 656))),
)
# On its tummy, head to picture right.
PRONE_TRUNK: tuple[Row, ...] = ((644, 470, 84), (560, 500, 102), (468, 516, 110), (372, 520, 104))
PRONE_ARM = Limb(
    ((636, 500, 48), (672, 566, 45), (724, 596, 38), (782, 592, 28)),
    ((790, 592, 24), (820, 594, 22), (846, 602, 15)),
    creases=(((664, 610), (676, 598), (680, 582)), ((768, 570), (774, 590), (768, 610))),
)
PRONE_LEG = Limb(
    ((350, 530, 84), (272, 544, 68), (204, 536, 54), (146, 516, 36)),
    ((138, 512, 33), (110, 502, 29), (80, 496, 22)),
    toes=((66, 488, 12), (64, 500, 11)),
    creases=(((212, 488), (222, 510), (220, 536)), ((158, 486), (152, 510), (142, 532))),
)
PRONE_NAPPY: tuple[Row, ...] = (
    (432, 410), (442, 500), (436, 580), (416, 630), (340, 630), (276, 608), (250, 560), (254, 490), (300, 434),
    (360, 410),
)  # fmt: skip
CHEST_HAND = Carer(
    sleeve=((520, 1010, 66), (532, 890, 60), (544, 796, 52)),
    palm=((548, 740, 40), (556, 676, 42), (594, 632, 36), (640, 612, 30)),
    fingers=(
        ((626, 614, 26), (672, 594, 23), (710, 572, 20), (738, 548, 16.5)),
        ((622, 642, 24), (666, 630, 20), (704, 612, 17.5), (728, 594, 14.5)),
    ),
    over=(((554, 706, 31), (538, 642, 26), (546, 588, 21), (564, 552, 17)),),
    creases=(((624, 632), (668, 616), (706, 594), (734, 570)), ((584, 668), (604, 660), (626, 662))),
)
BELLY_HAND = Carer(
    sleeve=((210, 1010, 66), (242, 894, 60), (280, 804, 52)),
    palm=((292, 748, 40), (318, 690, 42), (368, 652, 37), (420, 646, 31)),
    fingers=(
        ((404, 646, 26), (454, 648, 23), (496, 648, 20), (534, 646, 16.5)),
        ((402, 674, 24), (448, 682, 20), (486, 684, 17.5), (514, 684, 14.5)),
    ),
    over=(((308, 720, 31), (304, 656, 26), (320, 606, 21), (342, 572, 17)),),
    creases=(((402, 664), (452, 668), (494, 667), (528, 665)), ((346, 694), (366, 684), (390, 686))),
)


def _trunk(picture: Picture, trunk: Shape, skull: Shape, lit: tuple[float, float]) -> None:
    picture.part(trunk)
    shadow_of(picture, skull, trunk, 3, 15)
    picture.glow(*lit, 110, 60, "lit", 0.7)


def soar() -> Picture:
    """Held on its back, one hand under the bottom, one under the shoulder blades."""
    picture = Picture("soar")
    head = Pose(250, 424, -74)
    skull = profile_skull(head)
    trunk = join(tube(SUPINE_TRUNK), tube([(366, 470, 76), (320, 452, 60)]), k=26).bake(2, 60)
    draw_limb(picture, SUPINE_ARM.away(-40, -16))
    draw_limb(picture, SUPINE_LEG.away(-44, -22))
    below(picture, SHOULDER_HAND)
    below(picture, BOTTOM_HAND)
    _trunk(picture, trunk, skull, (520, 460))
    leg = draw_limb(picture, SUPINE_LEG)
    nappy(
        picture,
        SUPINE_NAPPY,
        join(leg, trunk),
        [(596, 404), (584, 490), (592, 610)],
        [(664, 436), (716, 492), (744, 546)],
    )
    draw_limb(picture, SUPINE_ARM)
    soften(picture, keep(trunk.grow(-5), ellipse(392, 470, 50, 46)))
    picture.ink([(430, 500), (446, 476), (462, 448)], "line", 4.6, 0.9)
    profile_head(picture, head, skull)
    above(picture, SHOULDER_HAND)
    above(picture, BOTTOM_HAND)
    return picture


def prone_lift() -> Picture:
    """Held face down, palms under chest and belly; the head comes up."""
    picture = Picture("prone_lift")
    head = Pose(716, 360, -8)
    skull = profile_skull(head)
    trunk = join(tube(PRONE_TRUNK), tube([(650, 470, 76), (680, 430, 62)]), k=26).bake(2, 60)
    draw_limb(picture, PRONE_ARM.away(54, -20))
    draw_limb(picture, PRONE_LEG.away(24, -26))
    below(picture, CHEST_HAND)
    below(picture, BELLY_HAND)
    _trunk(picture, trunk, skull, (520, 460))
    leg = draw_limb(picture, PRONE_LEG)
    nappy(
        picture,
        PRONE_NAPPY,
        join(leg, trunk),
        [(420, 418), (428, 510), (414, 620)],
        [(280, 604), (330, 606), (390, 622)],
    )
    draw_limb(picture, PRONE_ARM)
    soften(picture, keep(trunk.grow(-5), ellipse(636, 480, 58, 46)))
    picture.ink([(592, 500), (594, 530), (606, 556)], "line", 4.6, 0.9)
    profile_head(picture, head, skull)
    above(picture, CHEST_HAND)
    above(picture, BELLY_HAND)
    return picture


def mat_edge() -> Picture:
    """The firm mat from its edge, empty."""
    picture = Picture("mat_edge")
    slab(picture)
    return picture
