"""Wrapped in a blanket and held close in the parent's arms: the figure of the last step."""

from __future__ import annotations

from tools.figures.anatomy import curls, ears, face, head, heart, shadow_of
from tools.figures.carers import Carer, hand_part
from tools.figures.picture import Picture
from tools.figures.sdf import Shape, blob, ellipse, join, keep, tube
from tools.figures.spline import Row

TORSO: tuple[Row, ...] = (
    (410, 40), (470, 66), (540, 66), (600, 40), (668, 84), (770, 120), (850, 190), (896, 330), (900, 520),
    (880, 700), (846, 860),
    (760, 968), (500, 990), (240, 968), (154, 860), (120, 700), (100, 520), (104, 330), (150, 190), (230, 120),
    (332, 84),
)  # fmt: skip
HEAD = (600.0, 330.0)
WRAP: tuple[Row, ...] = ((566, 500, 130), (520, 590, 142), (440, 690, 126), (356, 770, 92), (300, 812, 66))
NEAR_ARM: tuple[Row, ...] = (
    (830, 330, 96), (872, 500, 100), (858, 650, 94), (780, 760, 82), (650, 826, 72), (548, 856, 64),
)  # fmt: skip
FAR_ARM: tuple[Row, ...] = ((170, 340, 92), (134, 500, 92), (160, 620, 82), (240, 660, 72), (312, 638, 62))
UNDER_HAND = Carer(
    sleeve=((560, 852, 60), (530, 860, 58)),
    palm=((470, 872, 42), (404, 872, 46), (352, 860, 44)),
    fingers=(
        ((340, 828, 20), (292, 816, 18), (256, 800, 16), (232, 784, 14)),
        ((322, 850, 20), (268, 844, 18), (230, 826, 16), (206, 808, 14)),
        ((322, 878, 19), (270, 872, 17), (234, 858, 15), (212, 842, 13)),
        ((334, 898, 17), (292, 896, 15), (262, 886, 13), (244, 876, 12)),
    ),
)  # fmt: skip
BACK_HAND = Carer(
    sleeve=((290, 646, 58), (316, 636, 54)),
    palm=((362, 616, 40), (420, 590, 46), (462, 572, 46)),
    fingers=(
        ((470, 532, 19), (510, 500, 17.5), (540, 476, 15.5), (560, 460, 13.5)),
        ((490, 552, 20), (540, 524, 18), (576, 504, 16), (600, 490, 14)),
        ((498, 580, 19.5), (548, 564, 17.5), (584, 550, 15.5), (606, 540, 13.5)),
        ((488, 604, 18), (530, 598, 15.5), (558, 590, 13.5), (576, 584, 12)),
    ),
)  # fmt: skip


def _cloth(picture: Picture, shape: Shape) -> None:
    picture.part(shape, role="sleeve", shade="sleeveshade", line="sleeveline", lit=False)


def _hand(picture: Picture, carer: Carer, thumb: tuple[Row, ...]) -> None:
    hand_part(picture, join(carer.hand(), tube(thumb), k=14).bake(2, 30))
    for before, after in zip(carer.fingers[:-1], carer.fingers[1:], strict=True):
        gap = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(before[:-1], after[:-1], strict=True)]
        picture.ink(gap, "handline", 4.2)
    for x, y, radius in [finger[-1] for finger in carer.fingers] + [thumb[-1][:3]]:
        picture.fill(ellipse(x, y, radius * 0.6, radius * 0.55), "handnail", 0.95, step=0.8)


def _parent(picture: Picture) -> Shape:
    """Neck, trunk and both shoulders; gives their outline, in which the arms begin."""
    torso = join(blob(TORSO), tube(NEAR_ARM[:2]), tube(FAR_ARM[:2]), k=20).bake(2, 60)
    picture.ground(torso)
    neck = join(tube([(505, -40, 84), (505, 60, 92)]), tube([(440, 84, 40), (505, 120, 44), (570, 84, 40)]), k=30).bake(
        2, 60
    )
    hand_part(picture, neck)
    _cloth(picture, torso)
    collar = tube([(404, 46, 13), (440, 112, 13), (505, 146, 13), (570, 112, 13), (606, 46, 13)]).bake(2, 30)
    picture.part(collar, role="sleeve", shade="sleeveshade", line="sleeveline", lit=False)
    picture.fill(blob([(420, 20), (448, 98), (505, 130), (562, 98), (590, 20)]), "handskin")
    return torso


def wrapped() -> Picture:
    """On the parent's arm, head on the shoulder; the blanket is loose at the legs and leaves room for the hips."""
    picture = Picture("wrapped")
    torso = _parent(picture).grow(-3)
    dx, dy = HEAD[0] - 500, HEAD[1] - 172
    skull = head(*HEAD)
    wrap = join(tube(WRAP)).bake(2, 60)
    picture.fill(wrap.grow(14).shift(4, 16), "sleeveshade", 0.55, step=3)
    picture.part(wrap, role="blanket", shade="blanketshade", line="blanketline", lit=False)
    flap = blob(
        [(480, 452), (560, 470), (640, 470), (690, 500), (664, 580), (580, 640), (470, 700), (400, 690), (420, 600)]
    )
    picture.part(flap.bake(2, 60), role="blanket", shade="blanketshade", line="blanketline", lit=False)
    for points in (
        [(440, 660), (520, 610), (600, 540)],
        [(360, 700), (410, 730), (470, 740)],
        [(320, 760), (360, 790), (410, 800)],
    ):
        picture.ink(points, "blanketline", 5, 0.5)
    for x, y in ((620, 600), (500, 660), (600, 520), (560, 700), (450, 760), (380, 760), (480, 800), (330, 800)):
        heart(picture, x, y, 11, "blanketprint")
    ear = Picture("ears")
    ears(ear)
    moved = "".join(ear.elements)
    picture.elements.append(f'<g transform="translate({dx:g} {dy:g})">{moved}</g>')
    hood = join(tube([(478, 440, 30), (530, 478, 36), (600, 492, 38), (670, 476, 36), (718, 436, 30)])).bake(2, 60)
    picture.part(hood, role="blanket", shade="blanketshade", line="blanketline", lit=False)
    shadow_of(picture, skull, hood, 3, 13, 0.35)
    picture.part(skull)
    face(picture, HEAD[0], HEAD[1] + 6)
    curls(picture, HEAD[0], HEAD[1] + 4)
    _hand(picture, UNDER_HAND, ((400, 846, 24), (366, 806, 20), (352, 774, 16)))
    _cloth(picture, tube(NEAR_ARM).bake(2, 60))
    picture.fill(keep(torso, ellipse(846, 290, 120, 100)), "sleeve")
    _hand(picture, BACK_HAND, ((404, 574, 25), (424, 530, 21), (446, 498, 17)))
    _cloth(picture, tube(FAR_ARM).bake(2, 60))
    picture.fill(keep(torso, ellipse(154, 296, 120, 104)), "sleeve")
    return picture
