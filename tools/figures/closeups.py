"""Close-ups of the baby's left foot and left hand: drawings of their own, for an enlarged small one is a mitten.

The limb fades out at the edge of the picture (the program does that); the right foot and hand are these turned over.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tools.figures.anatomy import arc
from tools.figures.picture import Picture
from tools.figures.sdf import Shape, ellipse, join, keep, tube
from tools.figures.spline import Row

MAGNIFIED = 2.2
OUTLINE = 6.0

# The foot from above: ankle at the top, toes down, big toe inwards (picture left).
TOP_LEG: tuple[Row, ...] = ((566, -240, 168), (556, -100, 164), (534, 40, 132), (526, 120, 116))
TOP_FOOT: tuple[Row, ...] = (
    (524, 150, 118), (518, 230, 128), (506, 360, 140), (500, 480, 158), (506, 560, 156),
)  # fmt: skip
TOP_TOES: tuple[tuple[Row, ...], ...] = (
    ((404, 630, 66), (374, 730, 65), (366, 800, 70)),
    ((488, 680, 47), (484, 780, 46), (482, 842, 50)),
    ((560, 672, 44), (572, 766, 43), (578, 824, 47)),
    ((622, 640, 42), (648, 724, 41), (660, 776, 44)),
    ((664, 588, 40), (706, 662, 39), (724, 708, 42)),
)

# The sole: toes up, heel down, the leg going away behind the heel.
SOLE_LEG: tuple[Row, ...] = ((580, 1180, 170), (572, 1010, 160), (544, 900, 146))
SOLE_FOOT: tuple[Row, ...] = (
    (506, 800, 128), (520, 690, 114), (530, 570, 120), (514, 470, 148), (506, 420, 156),
)  # fmt: skip
SOLE_TOES: tuple[tuple[Row, ...], ...] = (
    ((410, 330, 70), (386, 222, 72)),
    ((500, 286, 54), (500, 172, 55)),
    ((570, 300, 50), (586, 192, 50)),
    ((630, 334, 46), (658, 238, 46)),
    ((672, 386, 42), (714, 306, 42)),
)

# The hand, fingers up, thumb at picture left: the palm of the left hand. Turned over it is its back.
WRIST: tuple[Row, ...] = ((500, 1240, 150), (500, 1060, 138), (500, 920, 112), (500, 830, 120))
PALM: tuple[Row, ...] = ((500, 800, 130), (498, 690, 168), (500, 570, 172))
FINGERS: tuple[tuple[Row, ...], ...] = (
    ((394, 480, 62), (350, 350, 58), (334, 246, 51)),
    ((474, 450, 62), (462, 296, 60), (458, 186, 53)),
    ((556, 458, 60), (576, 310, 57), (586, 208, 50)),
    ((634, 508, 55), (684, 402, 51), (710, 318, 45)),
)
THUMB: tuple[Row, ...] = ((410, 740, 100), (292, 610, 74), (246, 506, 60))


@dataclass(frozen=True, slots=True)
class Turn:
    """Turns and scales a drawing about the middle of the picture; `flipped` turns it over first."""

    degrees: float
    scale: float
    dx: float
    dy: float
    flipped: bool = False

    def point(self, x: float, y: float) -> Row:
        side = -1 if self.flipped else 1
        px, py = side * (x - 500) * self.scale, (y - 560) * self.scale
        cos, sin = math.cos(math.radians(self.degrees)), math.sin(math.radians(self.degrees))
        return 500 + self.dx + px * cos - py * sin, 500 + self.dy + px * sin + py * cos

    def points(self, rows: Sequence[Row]) -> list[Row]:
        """With radii, if they have them, scaled."""
        return [(*self.point(*row[:2]), *(radius * self.scale for radius in row[2:])) for row in rows]


PALM_TURN = Turn(58, 0.94, 6, 10)
BACK_TURN = Turn(58, 0.94, 6, 10, flipped=True)


def _picture(name: str) -> Picture:
    return Picture(name, outline=OUTLINE, magnified=MAGNIFIED)


def _ground(picture: Picture, shape: Shape) -> None:
    for by in (44, 34, 24, 15, 8):
        picture.fill(shape.grow(by).shift(12, 24), "ground", 0.04, step=3, error=1.5)


def _nail(picture: Picture, x: float, y: float, radius: float, turn: float) -> None:
    for grow, role in ((2.4, "deep"), (0.0, "nail")):
        picture.fill(ellipse(x, y, radius * 0.62 + grow, radius * 0.5 + grow, turn), role, step=1, error=0.3)


def foot_top() -> Picture:
    """The top of the left foot, as the parent sees it."""
    picture = _picture("close_foot_top")
    foot = join(join(tube(TOP_FOOT), tube(TOP_LEG), k=40), *[tube(toe) for toe in TOP_TOES], k=8).bake(2)
    _ground(picture, foot)
    picture.part(foot)
    picture.glow(470, 330, 110, 190, "lit", 0.9)
    picture.glow(590, 470, 80, 150, "shade", 0.5)
    picture.glow(438, 190, 34, 40, "lit", 0.9)
    picture.glow(606, 206, 30, 36, "lit", 0.6)
    picture.ink(arc(440, 194, 32, 36, 60, 190), "deep", 7, 0.65)
    picture.ink(arc(606, 210, 28, 34, -10, 120), "deep", 7, 0.65)
    picture.ink([(416, 84), (470, 116), (540, 124), (606, 110), (646, 82)], "line", 8, 0.8)
    picture.ink([(440, 52), (505, 74), (574, 74)], "deep", 6, 0.5)
    for first, second in pairwise(TOP_TOES):
        x, y = (first[1][0] + second[1][0]) / 2, (first[1][1] + second[1][1]) / 2
        back = (x + (500 - x) * 0.12, y - 84)
        picture.ink([back, ((x + back[0]) / 2, y - 40), (x, y + 14)], "line", 8, 0.75)
    for (rx, ry, _), _, (x, y, radius) in TOP_TOES:
        turn = math.degrees(math.atan2(y - ry, x - rx)) - 90
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        picture.glow(x, y + 6, radius * 0.95, radius * 0.95, "blush", 0.35)
        _nail(picture, x - sin * radius * 0.42, y + cos * radius * 0.42, radius * 0.72, turn)
        fold = [(x + dx * radius * cos - dy * radius * sin, y + dx * radius * sin + dy * radius * cos)
                for dx, dy in ((-0.5, -0.72), (0.0, -0.6), (0.5, -0.72))]  # fmt: skip
        picture.ink(fold, "deep", 6, 0.75)
    return picture


def sole() -> Picture:
    """The sole of the lifted left foot: rosy pads, the arch, five round toes."""
    picture = _picture("close_sole")
    leg = tube(SOLE_LEG).bake(2)
    foot = join(tube(SOLE_FOOT), *[tube(toe) for toe in SOLE_TOES], k=12).bake(2)
    _ground(picture, join(foot, leg))
    picture.part(leg)
    picture.fill(keep(leg, foot.shift(8, 30)), "deep", 0.5)
    picture.part(foot)
    for cx, cy, rx, ry, opacity in ((508, 812, 118, 104, 0.5), (424, 432, 112, 96, 0.45), (596, 440, 92, 96, 0.38)):
        picture.glow(cx, cy, rx, ry, "blush", opacity)
    picture.glow(592, 640, 56, 140, "lit", 0.9)
    for (_, _, _), (x, y, radius) in SOLE_TOES:
        picture.glow(x, y - 4, radius * 0.9, radius * 0.9, "blush", 0.5)
        picture.glow(x - radius * 0.25, y - radius * 0.35, radius * 0.4, radius * 0.34, "lit", 0.8)
        picture.ink(arc(x + (500 - x) * 0.06, y + radius * 0.1, radius * 0.98, radius * 1.0, 145, 35), "line", 7, 0.7)
    picture.ink([(352, 352), (424, 376), (500, 366), (588, 376), (668, 414)], "deep", 7, 0.7)
    picture.ink([(412, 552), (444, 610), (446, 690), (426, 744)], "deep", 8, 0.75)
    picture.ink([(452, 530), (506, 552), (572, 546)], "deep", 6, 0.5)
    picture.ink([(428, 868), (504, 902), (582, 868)], "deep", 6, 0.5)
    return picture


def _hand(turn: Turn) -> Shape:
    wrist, palm, thumb = (tube(turn.points(rows)) for rows in (WRIST, PALM, THUMB))
    core = join(join(palm, wrist, k=30), thumb, k=36)
    return join(core, *[tube(turn.points(finger)) for finger in FINGERS], k=8).bake(2)


def _across(joints: Sequence[Row], share: float, wide: float, bulge: float) -> list[Row]:
    """A short line across a finger, `share` of the way from its root to its tip."""
    (x0, y0, r0), (x1, y1, r1) = joints[0], joints[-1]
    length = math.hypot(x1 - x0, y1 - y0)
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    x, y, reach = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, (r0 + (r1 - r0) * share) * wide
    return [(x + uy * reach, y - ux * reach), (x - ux * bulge, y - uy * bulge), (x - uy * reach, y + ux * reach)]


def _wrist_folds(picture: Picture, turn: Turn) -> None:
    picture.ink(turn.points([(396, 890), (500, 918), (604, 890)]), "line", 8, 0.8)
    picture.ink(turn.points([(430, 926), (500, 942), (570, 926)]), "deep", 6, 0.6)


def palm() -> Picture:
    """The open palm of the left hand."""
    picture, turn = _picture("close_palm"), PALM_TURN
    shape = _hand(turn)
    _ground(picture, shape)
    picture.part(shape)
    for u, v, reach, role, opacity in (
        (384, 706, 104, "blush", 0.45), (608, 690, 76, "blush", 0.36), (500, 512, 110, "blush", 0.3),
        (500, 640, 84, "lit", 0.9),
    ):  # fmt: skip
        cx, cy = turn.point(u, v)
        picture.glow(cx, cy, reach, reach, role, opacity)
    for finger in (*FINGERS, THUMB[1:]):
        placed = turn.points(finger)
        x, y, radius = placed[-1]
        picture.glow(x, y, radius * 0.9, radius * 0.9, "blush", 0.45)
        for share in (0.06, 0.56) if len(finger) == 3 else (0.3,):
            picture.ink(_across(placed, share, 0.62, 8), "deep", 6.5, 0.8)
    picture.ink(turn.points([(404, 556), (470, 566), (484, 646), (450, 744), (444, 800)]), "deep", 8, 0.9)
    picture.ink(turn.points([(384, 572), (470, 600), (560, 628), (640, 616)]), "deep", 7, 0.85)
    picture.ink(turn.points([(432, 520), (520, 556), (600, 562), (656, 536)]), "deep", 7, 0.85)
    _wrist_folds(picture, turn)
    return picture


def hand_back() -> Picture:
    """The back of the left hand: dimples instead of knuckles, small nails."""
    picture, turn = _picture("close_hand_back"), BACK_TURN
    shape = _hand(turn)
    _ground(picture, shape)
    picture.part(shape)
    for u, v, reach in ((470, 660, 130), (560, 560, 90)):
        cx, cy = turn.point(u, v)
        picture.glow(cx, cy, reach, reach, "lit", 0.8)
    for finger in FINGERS:
        placed = turn.points(finger)
        x, y = turn.point(finger[0][0] + (500 - finger[0][0]) * 0.12, finger[0][1] + 56)
        picture.glow(x, y, 30, 30, "deep", 0.55)
        picture.ink(turn.points([(finger[0][0] - 16, finger[0][1] + 46), (finger[0][0], finger[0][1] + 58),
                                 (finger[0][0] + 16, finger[0][1] + 46)]), "deep", 6, 0.7)  # fmt: skip
        picture.ink(_across(placed, 0.55, 0.5, -7), "deep", 6, 0.7)
    for finger in (*FINGERS, THUMB[1:]):
        (x0, y0, _), (x, y, radius) = turn.points(finger)[-2:]
        angle = math.degrees(math.atan2(y - y0, x - x0))
        ahead = radius * 0.34
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        _nail(picture, x + cos * ahead, y + sin * ahead, radius * 0.78, angle + 90)
    _wrist_folds(picture, turn)
    return picture
