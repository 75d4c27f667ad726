"""Lying on one side, seen from above, knees drawn up, a rolled towel behind the back.

Drawn lying on the baby's left side (face to picture right, its right side on top); the other is the mirror image.
"""

from __future__ import annotations

from tools.figures.anatomy import Pose, arc, baby_hand, foot_top, heart, profile_ear, profile_hair, shadow_of, toenails
from tools.figures.picture import Picture
from tools.figures.sdf import Shape, blob, ellipse, join, keep, tube
from tools.figures.spline import Row

UPPER_FOOT = Pose(580, 866, 42, 1.02, flipped=True)
LOWER_FOOT = Pose(684, 810, 38, 1.0, flipped=True)


class _Parts:
    """The shapes of the side-lying figure, baked once."""

    def __init__(self, *, rolling: bool = False) -> None:
        skull = join(ellipse(470, 176, 124, 118), ellipse(520, 224, 84, 80), k=40)
        skull = join(join(skull, tube([(594, 214, 13), (606, 224, 10)]), k=14), ellipse(592, 256, 11, 9), k=12)
        self.head = skull.bake()
        torso = blob([
            (430, 300), (510, 298), (572, 324), (606, 380), (614, 450), (620, 530), (606, 600), (560, 660), (470, 700),
            (392, 680), (358, 614), (366, 540), (372, 450), (376, 360),
        ])  # fmt: skip
        self.body = join(torso, tube([(474, 270, 60), (480, 330, 72)]), k=24).bake()
        upper = tube([(520, 366, 46), (566, 424, 45), (610, 466, 38), (664, 456, 37), (704, 440, 27)])
        self.upper_arm = join(upper, baby_hand(Pose(716, 434, -22, 1.0)), k=10).bake()
        lower = tube([(552, 362, 44), (616, 388, 40), (664, 358, 35), (698, 318, 26)])
        lower_hand = Pose(706, 308, -52, 0.98)
        if rolling:
            lower = tube([(552, 356, 45), (622, 346, 43), (676, 302, 38), (692, 246, 38), (690, 196, 27)])
            lower_hand = Pose(690, 186, -94, 0.98)
        self.lower_arm = join(lower, baby_hand(lower_hand), k=10).bake()
        leg = tube([(474, 680, 66), (560, 692, 68), (640, 686, 57), (632, 746, 52), (596, 816, 44), (580, 854, 32)])
        self.upper_leg = join(leg, foot_top(UPPER_FOOT), k=12).bake()
        leg = tube([(500, 610, 60), (600, 616, 62), (690, 626, 54), (706, 696, 50), (690, 764, 42), (682, 800, 32)])
        self.lower_leg = join(leg, foot_top(LOWER_FOOT), k=12).bake()
        self.nappy = blob([
            (352, 632), (430, 642), (520, 638), (606, 614), (624, 636), (604, 664), (564, 700), (542, 734), (500, 758),
            (440, 756), (380, 730), (348, 684),
        ]).bake()  # fmt: skip
        self.towel = tube([(326, 330, 40), (318, 450, 44), (316, 570, 44), (322, 690, 40)]).bake()


def _towel(picture: Picture, towel: Shape) -> None:
    picture.part(towel, role="towel", shade="towelshade", line="towelline", lit=False)
    for y in (360, 660):
        picture.line([(284, y), (320, y + 6), (358, y)], "towelline", 3, 0.6)
        picture.line([(282, y + 12), (320, y + 18), (358, y + 12)], "towelline", 3, 0.6)
    picture.ink([(340, 300), (322, 308), (312, 326), (326, 340), (338, 330)], "towelline", 5)


def _face(picture: Picture) -> None:
    profile_ear(picture, 460, 212)
    picture.glow(552, 244, 42, 34, "blush", 0.6)
    picture.fill(ellipse(566, 196, 11, 16), "eye")
    picture.fill(ellipse(563, 190, 4, 5), "white")
    picture.ink(arc(564, 198, 18, 21, 225, 330), "line", 4.6)
    picture.ink(arc(566, 168, 22, 12, 215, 310), "line", 5, 0.5)
    picture.ink([(592, 256), (580, 262), (566, 254)], "line", 5.5)
    picture.ink([(600, 229), (594, 234), (588, 229)], "line", 4, 0.8)


def _compose(picture: Picture, parts: _Parts, *, rolling: bool = False) -> None:
    lying = [parts.body, parts.head, parts.upper_leg, parts.lower_leg, parts.upper_arm, parts.lower_arm]
    if not rolling:
        picture.ground(parts.towel, "towelground")
    picture.ground(join(*lying).bake(3, 60))
    if not rolling:
        _towel(picture, parts.towel)
    picture.part(parts.lower_arm)
    wrist: list[Row] = [(678, 314), (700, 324), (716, 338)]
    picture.ink([(664, 202), (690, 210), (716, 202)] if rolling else wrist, "line", 4.6, 0.8)
    picture.part(parts.lower_leg)
    picture.ink([(656, 804), (680, 810), (708, 796)], "line", 4.6, 0.8)
    shadow_of(picture, parts.upper_leg, parts.lower_leg, 8, 14, 0.35)
    picture.part(parts.body)
    shadow_of(picture, parts.head, parts.body)
    picture.glow(450, 500, 80, 130, "lit", 0.7)
    picture.ink([(398, 352), (424, 388), (422, 424), (402, 444)], "deep", 4.6, 0.65)
    shadow_of(picture, parts.upper_arm, parts.body, 4, 14, 0.4)
    picture.part(parts.upper_leg)
    picture.fill(keep(join(parts.upper_leg, parts.body), parts.nappy.shift(4, 11)), "deep", 0.4)
    picture.part(parts.nappy, role="nappy", shade="nappyshade", line="nappyline", lit=False)
    picture.line([(360, 652), (430, 661), (522, 657), (608, 630)], "nappyline", 2.4, 0.55)
    for x, y in ((410, 696), (462, 686), (516, 676), (434, 728), (486, 718)):
        heart(picture, x, y, 9)
    picture.ink([(552, 848), (578, 860), (606, 850)], "line", 4.6, 0.8)
    picture.ink([(590, 722), (604, 718), (618, 722)], "line", 4.6, 0.7)
    toenails(picture, UPPER_FOOT, mirrored=False)
    toenails(picture, LOWER_FOOT, mirrored=False)
    picture.part(parts.upper_arm)
    picture.ink([(688, 418), (700, 440), (712, 462)], "line", 4.6, 0.85)
    picture.ink([(600, 430), (614, 440), (618, 456)], "line", 4.6, 0.7)
    picture.part(parts.head)
    profile_hair(picture, parts.head, -20, 6)
    _face(picture)


def rolling() -> Picture:
    """On its left side, half way over to the tummy: the lower arm up by the head, no towel in the way."""
    picture = Picture("roll_side")
    _compose(picture, _Parts(rolling=True), rolling=True)
    return picture


def side() -> Picture:
    """On its left side, face to picture right; the program turns it over for the right side.

    All of the towel has roles of its own, so that the program can leave it out while the baby is turned.
    """
    picture = Picture("side_left")
    _compose(picture, _Parts())
    return picture
