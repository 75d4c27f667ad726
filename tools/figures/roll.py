"""On the way from the back to the left side: the hips have turned, the shoulders are about to follow."""

from __future__ import annotations

from tools.figures.anatomy import (
    Pose,
    baby_hand,
    curls,
    ears,
    face,
    foot_top,
    head,
    heart,
    shadow_of,
    toenails,
)  # fmt: skip
from tools.figures.picture import Picture
from tools.figures.sdf import blob, ellipse, join, keep, tube

UPPER_FOOT = Pose(700, 806, 52, 1.06, flipped=True)
LOWER_FOOT = Pose(716, 872, 40, 1.04, flipped=True)


def half_rolled() -> Picture:
    """Knees bent and swung to picture right, the right hip off the mat, the left arm up by the head."""
    picture = Picture("roll_half")
    skull = head(512)
    torso = blob([
        (500, 294), (566, 298), (616, 316), (636, 356), (628, 420), (628, 480), (640, 540), (640, 610), (600, 670),
        (500, 690), (404, 676), (356, 624), (352, 560), (366, 480), (372, 410), (370, 350), (392, 314), (440, 298),
    ])  # fmt: skip
    body = join(torso, tube([(504, 270, 62), (502, 320, 70)]), k=30).bake()
    reach = tube([(596, 346, 47), (652, 346, 46), (702, 320, 41), (730, 280, 38), (746, 226, 40), (744, 170, 28)])
    reach = join(reach, baby_hand(Pose(744, 160, -94, 0.98)), k=8).bake()
    across = tube([(404, 348, 47), (396, 402, 46), (420, 444, 41), (476, 446, 39), (536, 424, 28)])
    across = join(across, baby_hand(Pose(546, 420, -22, 0.98)), k=8).bake()
    lower = tube([(560, 640, 60), (640, 668, 62), (724, 690, 55), (748, 752, 50), (732, 820, 42), (718, 862, 32)])
    lower = join(lower, foot_top(LOWER_FOOT), k=12).bake()
    upper = tube([(420, 640, 70), (500, 622, 72), (590, 602, 68), (672, 606, 60), (708, 660, 55), (708, 730, 46),
                  (700, 796, 33)])  # fmt: skip
    upper = join(upper, foot_top(UPPER_FOOT), k=12).bake()
    cuff = blob([
        (336, 590), (400, 606), (470, 590), (508, 552), (556, 540), (566, 620), (548, 700), (500, 740), (420, 756),
        (356, 730), (330, 660),
    ])  # fmt: skip
    nappy = join(keep(join(upper, torso).grow(5), cuff, k=8), ellipse(424, 682, 82, 64), k=20).bake()
    picture.ground(join(body, skull, reach, lower, upper, nappy).bake(3, 60))
    ears(picture)
    picture.part(lower)
    _folds(picture)
    picture.part(reach)
    picture.ink([(716, 296), (730, 304), (748, 300)], "line", 4.6, 0.7)
    picture.ink([(720, 176), (744, 184), (768, 176)], "line", 4.6, 0.85)
    picture.part(body)
    shadow_of(picture, skull, body)
    _trunk_marks(picture)
    shadow_of(picture, upper, join(lower, body), 8, 16, 0.4)
    picture.part(upper)
    _knee(picture)
    picture.fill(keep(upper, nappy.shift(4, 8)), "deep", 0.35)
    picture.part(nappy, role="nappy", shade="nappyshade", line="nappyline", lit=False)
    for x, y in ((398, 664), (446, 648), (494, 632), (424, 706), (474, 692)):
        heart(picture, x, y, 9)
    shadow_of(picture, across, body, 4, 14, 0.4)
    picture.part(across)
    picture.ink([(400, 440), (414, 430), (416, 414)], "line", 4.6, 0.7)
    picture.ink([(524, 404), (538, 424), (544, 446)], "line", 4.6, 0.85)
    picture.part(skull)
    face(picture, 530)
    curls(picture, 518)
    return picture


def _trunk_marks(picture: Picture) -> None:
    """Tummy, nipples, navel, the fold of the arm."""
    picture.glow(470, 480, 110, 120, "lit", 0.8)
    for x in (446, 572):
        picture.fill(ellipse(x, 384, 8, 7), "deep", 0.85)
    picture.fill(ellipse(528, 510, 9, 8), "deep", 0.8)
    picture.ink([(516, 515), (528, 522), (541, 515)], "line", 5)
    picture.ink([(640, 404), (624, 398), (610, 382)], "line", 4.6, 0.8)


def _folds(picture: Picture) -> None:
    """Ankle and nails of the leg below."""
    picture.ink([(694, 858), (718, 868), (744, 852)], "line", 4.6, 0.8)
    toenails(picture, LOWER_FOOT, mirrored=False)


def _knee(picture: Picture) -> None:
    """Knee, ankle and nails of the leg on top."""
    picture.glow(672, 618, 34, 32, "lit", 0.8)
    picture.ink([(652, 664), (668, 654), (684, 656)], "line", 5, 0.7)
    picture.ink([(676, 794), (700, 802), (726, 790)], "line", 4.6, 0.8)
    toenails(picture, UPPER_FOOT, mirrored=False)
