"""The face from the front and the head from above, each as its own drawing: an enlarged small head would look empty.

Own scale: about 48 units to a centimetre. The eyes are drawn open; the program leaves out what is inside of them
(roles eye, iris, white, lid) and paints it itself, so that they follow the hand and blink.
"""

from __future__ import annotations

from tools.figures.anatomy import arc, heart, shadow_of, symmetric
from tools.figures.picture import Picture, reflect
from tools.figures.sdf import Shape, blob, cut, ellipse, join, keep, tube
from tools.figures.spline import Row

CLOSE_OUTLINE = 6.0
EYE = (132.0, 540.0, 52.0, 43.0)
"""The left eye in the picture of the face: from the midline, y, half width, half height."""
COVER: tuple[Row, ...] = (
    (500, 916), (590, 906), (668, 872), (744, 864), (806, 898), (818, 952), (764, 988), (640, 997), (500, 998),
)  # fmt: skip


def _skull() -> Shape:
    return join(ellipse(500, 436, 342, 322), ellipse(500, 592, 322, 212), k=110).bake(3, 60)


def _ears(picture: Picture) -> None:
    ear = join(ellipse(836, 520, 50, 74, 10), ellipse(820, 584, 30, 34), k=20)
    for mirrored in (False, True):
        picture.part(ear.mirror() if mirrored else ear, lit=not mirrored)

        def put(points: list[Row], mirrored: bool = mirrored) -> list[Row]:
            return reflect(points) if mirrored else points

        picture.ink(put([(826, 470), (858, 474), (868, 512), (852, 556)]), "line", 7, 0.8)
        picture.ink(put([(834, 500), (846, 520), (836, 548), (846, 566)]), "deep", 8)


def _bust(picture: Picture) -> None:
    """Neck and shoulders, covered warmly: the picture ends in cloth and not in a cut."""
    neck = tube([(500, 700, 150), (500, 812, 132), (500, 872, 112)])
    trunk = blob(symmetric([(500, 850), (590, 852), (690, 872), (740, 910), (720, 944), (640, 960), (500, 964)]))
    bust = join(neck, trunk, k=50).bake(3, 60)
    picture.part(bust)
    shadow_of(picture, _skull(), bust, 4, 30, 0.45)
    picture.ink_both([(420, 858), (452, 872), (486, 874)], "deep", 7, 0.6)
    cover = blob(symmetric(COVER)).bake(3, 60)
    picture.part(cover, role="blanket", shade="blanketshade", line="blanketline", lit=False)
    picture.line(
        [(226, 908), (320, 912), (410, 938), (500, 946), (590, 938), (680, 912), (774, 908)], "blanketline", 4, 0.5
    )
    for x, y in ((270, 950), (372, 964), (628, 964), (730, 950)):
        heart(picture, x, y, 14, "blanketprint")


def _eye(picture: Picture, side: int) -> None:
    x, y, rx, ry = 500 + side * EYE[0], *EYE[1:]
    picture.glow(x, y, rx * 1.7, ry * 1.8, "shade", 0.55)
    opening = ellipse(x, y, rx, ry)
    picture.fill(opening, "sclera")
    picture.fill(keep(opening, cut(ellipse(x, y, rx + 4, ry + 4), ellipse(x, y + 12, rx + 4, ry))), "deep", 0.3)
    picture.fill(ellipse(x, y + 1, 35, 38), "iris")
    picture.fill(ellipse(x, y + 1, 20, 21), "eye")
    picture.fill(ellipse(x - 13, y - 14, 10, 11), "white")
    picture.fill(ellipse(x + 12, y + 14, 5, 5), "white", 0.7)
    picture.line(arc(x, y, rx, ry, 20, 160), "deep", 3.4, 0.8)
    picture.ink(arc(x, y + 1, rx + 3, ry + 3, 186, 354, 11), "lid", 12)
    for back, dx, dy in ((2, 18, -6), (14, 15, -15)):
        foot = (x + side * (rx - back), y - 10 - 1.1 * back)
        picture.ink(
            [foot, (foot[0] + side * dx * 0.55, foot[1] + dy * 0.35), (foot[0] + side * dx, foot[1] + dy)], width=6
        )
    picture.ink(arc(x, y + 2, rx + 10, ry + 20, 214, 322, 9), "deep", 5, 0.8)
    picture.ink(arc(x + side * 8, y - 58, 66, 44, 220, 318, 9), "hair", 13, 0.75)


def _features(picture: Picture) -> None:
    picture.glow_both(700, 678, 104, 84, "blush", 0.5)
    picture.glow_both(692, 650, 80, 50, "lit", 0.35)
    picture.glow(500, 330, 190, 110, "lit", 0.7)
    picture.glow(500, 230, 84, 62, "shade", 0.85)  # the soft spot, hardly seen
    picture.ink_both([(500, 176), (548, 226), (500, 284)], "deep", 4, 0.4)
    for side in (1, -1):
        _eye(picture, side)
    picture.glow(492, 596, 36, 44, "lit", 0.9)
    picture.fill(
        keep(ellipse(500, 632, 46, 30), cut(ellipse(500, 632, 60, 40), ellipse(496, 620, 50, 34))), "shade", 0.9
    )
    picture.ink([(446, 622), (440, 640), (456, 652), (470, 646)], "line", 6, 0.8)
    picture.ink([(554, 622), (560, 640), (544, 652), (530, 646)], "line", 6, 0.8)
    picture.ink([(468, 646), (484, 656), (500, 658), (516, 656), (532, 646)], "line", 7)
    lips = blob([(450, 712), (474, 704), (490, 704), (500, 708), (510, 704), (526, 704), (550, 712), (530, 736),
    (500, 744),
                 (470, 736)])  # fmt: skip
    picture.fill(lips, "blush", 0.5)
    picture.ink([(428, 702), (450, 716), (476, 723), (500, 725), (524, 723), (550, 716), (572, 702)], "line", 9)
    picture.ink_both([(568, 694), (577, 700), (579, 709)], "line", 5, 0.7)
    picture.ink(arc(500, 742, 28, 12, 30, 150), "deep", 5, 0.5)
    picture.ink([(488, 672), (490, 684), (488, 694)], "deep", 4, 0.45)
    picture.ink([(512, 672), (510, 684), (512, 694)], "deep", 4, 0.45)
    picture.ink(arc(500, 786, 44, 24, 210, 330, 9), "deep", 5, 0.5)


_WISPS: tuple[tuple[tuple[Row, ...], float], ...] = (
    (((488, 112), (440, 140), (420, 188), (452, 220), (486, 200)), 16), (((512, 110), (486, 150), (506, 190),
    (556, 184)), 16),
    (((540, 114), (556, 150), (606, 156)), 13), (((460, 116), (404, 144), (378, 192)), 13),
    (((424, 124), (366, 158), (342, 206)), 11), (((578, 122), (618, 142), (654, 146)), 10),
)  # fmt: skip


def face() -> Picture:
    """Front view of the face, awake, looking at the parent."""
    picture = Picture("face", outline=CLOSE_OUTLINE)
    skull = _skull()
    picture.ground(join(skull, blob(symmetric(COVER))).bake(3, 60))
    _bust(picture)
    _ears(picture)
    picture.part(skull)
    _features(picture)
    for points, width in _WISPS:
        picture.ink(points, "hair", width)
    return picture


CROWN: tuple[Row, ...] = (
    (500, 116), (600, 128), (702, 176), (774, 268), (808, 390), (808, 520), (782, 640), (740, 734), (650, 776),
    (500, 784),
)  # fmt: skip
LOW_FACE: tuple[Row, ...] = ((500, 660), (640, 664), (728, 700), (750, 764), (716, 824), (620, 852), (500, 858))


def _whorl(picture: Picture, skull: Shape) -> None:
    """Fine hair that runs from the whorl at the crown, thinner toward the brow."""
    cap = keep(
        skull.grow(-4),
        blob(symmetric([(500, 100), (640, 116), (790, 240), (812, 420), (762, 566), (640, 560), (500, 600)])),
    )
    for by, opacity in ((0, 0.05), (-26, 0.05), (-60, 0.06)):
        picture.fill(keep(cap, cap.grow(by)), "hair", opacity, step=3)
    for start, turn, length in (
        (196, 0, 96), (232, 14, 118), (268, -8, 100), (304, 10, 118), (340, -4, 96), (20, 8, 108), (56, 0, 130),
        (92, 10, 120),
        (128, -6, 132), (164, 6, 110),
    ):  # fmt: skip
        near, far = (
            arc(500, 236, 34, 30, start, start, 2)[0],
            arc(500, 236, length, length * 0.84, start + 34 + turn, start, 2)[0],
        )
        mid = arc(500, 236, length * 0.6, length * 0.52, start + 10 + turn / 2, start, 2)[0]
        picture.ink([near, mid, far], "hair", 9, 0.7)
    for points in (
        [(650, 196), (706, 246), (742, 316)], [(720, 320), (756, 384), (770, 452)], [(640, 280), (684, 340),
        (704, 408)],
        [(690, 420), (722, 486), (730, 548)], [(756, 486), (768, 538), (764, 588)],
    ):  # fmt: skip
        picture.ink_both(points, "hair", 10, 0.6)


def _face_from_above(picture: Picture) -> None:
    picture.glow_both(676, 806, 60, 46, "blush", 0.55)
    for side in (1, -1):
        eye = 500 + side * 112
        picture.ink(arc(eye, 776, 46, 20, 20, 160, 9), "line", 9)
        for dx in (-22, 0, 22):
            picture.ink([(eye + dx, 794), (eye + dx * 1.12 + side, 801), (eye + dx * 1.3 + 2 * side, 807)], "line", 5)
        picture.ink(arc(eye + side * 4, 742, 58, 26, 214, 322, 9), "hair", 11, 0.75)
    nose = join(ellipse(500, 846, 42, 32), ellipse(500, 800, 20, 44), k=40)
    picture.fill(ellipse(500, 846, 41, 30), "skin")
    picture.fill(keep(nose, cut(nose, nose.shift(-5, -9).grow(-2))), "shade", 0.8)
    picture.glow(490, 836, 26, 24, "lit", 1)
    picture.ink([(458, 838), (462, 864), (500, 878), (538, 864), (542, 838)], "line", 7)


def head_top() -> Picture:
    """The head from above, nose toward the parent: soft spot, whorl, both ears, the scalp above and behind them."""
    picture = Picture("head_top", outline=CLOSE_OUTLINE)
    skull = blob(symmetric(CROWN)).bake(3, 60)
    low = blob(symmetric(LOW_FACE)).bake(3, 60)
    head = join(skull, low, k=70).bake(3, 60)
    picture.ground(head)
    ear = join(ellipse(812, 590, 34, 68, 16), ellipse(786, 640, 24, 26), k=16)
    for shape in (ear, ear.mirror()):
        picture.part(shape, lit=False)
    picture.ink_both([(806, 548), (830, 556), (832, 600), (812, 640)], "deep", 8)
    picture.part(head)
    picture.glow(430, 330, 210, 190, "lit", 0.8)
    _whorl(picture, skull)
    picture.glow(500, 470, 92, 100, "shade", 1)
    diamond = [(500, 384), (566, 466), (500, 566), (434, 466)]
    picture.ink_both([diamond[0], (530, 428), diamond[1], (530, 520), diamond[2]], "deep", 6, 0.6)
    _face_from_above(picture)
    return picture
