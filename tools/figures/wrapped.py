"""Wrapped in a blanket, held close: the figure of the last step."""

from __future__ import annotations

from tools.figures.anatomy import curls, ears, face, head, heart, shadow_of, symmetric
from tools.figures.picture import Picture
from tools.figures.sdf import blob, join, tube

BLANKET = (
    (500, 300), (570, 292), (636, 318), (676, 400), (694, 520), (690, 640), (660, 760), (604, 846), (500, 872),
)  # fmt: skip


def wrapped() -> Picture:
    """The blanket leaves room for the hips: wide below, loose at the legs."""
    picture = Picture("wrapped")
    skull = head()
    wrap = blob(symmetric(BLANKET)).bake()
    collar = join(tube([(392, 318, 26), (440, 350, 30), (500, 364, 32), (560, 350, 30), (608, 318, 26)])).bake()
    flap = blob([
        (600, 310), (646, 340), (668, 420), (640, 520), (560, 640), (450, 720), (360, 740), (330, 690), (400, 610),
        (500, 500), (560, 400),
    ]).bake()  # fmt: skip
    picture.ground(join(wrap, skull).bake(3, 60))
    ears(picture)
    picture.part(wrap, role="blanket", shade="blanketshade", line="blanketline", lit=False)
    picture.part(flap, role="blanket", shade="blanketshade", line="blanketline", lit=False)
    for points in ([(470, 640), (540, 560), (590, 470)], [(420, 690), (470, 676), (510, 650)]):
        picture.ink(points, "blanketline", 5, 0.5)
    for points in ([(360, 470), (390, 500), (400, 540)], [(352, 560), (384, 580), (404, 590)],
                   [(600, 780), (560, 810), (500, 824)], [(640, 640), (610, 700), (560, 740)]):  # fmt: skip
        picture.ink(points, "blanketline", 5, 0.45)
    for x, y in ((400, 430), (450, 480), (380, 640), (470, 780), (560, 790), (620, 700), (540, 690), (610, 420),
                 (560, 520), (500, 590), (430, 660), (420, 810)):  # fmt: skip
        heart(picture, x, y, 11, "blanketprint")
    picture.part(collar, role="blanket", shade="blanketshade", line="blanketline", lit=False)
    shadow_of(picture, skull, collar, 3, 13, 0.35)
    picture.part(skull)
    face(picture)
    curls(picture)
    return picture
