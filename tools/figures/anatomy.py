"""Parts that several figures share: hands and feet of the baby, head, face, hair, nappy.

Every part is a list of joints `(x, y, radius)` in its own little coordinate system; nobody edits path data.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tools.figures.picture import Picture, reflect
from tools.figures.sdf import Shape, blob, ellipse, join, keep, tube
from tools.figures.spline import Row


@dataclass(frozen=True, slots=True)
class Pose:
    """Where a small part sits: origin, turn in degrees, scale; `flipped` turns it over."""

    x: float
    y: float
    turn: float
    scale: float = 1.0
    flipped: bool = False

    def place(self, shape: Shape) -> Shape:
        return (shape.flip() if self.flipped else shape).place(self.x, self.y, self.turn, self.scale)

    def points(self, points: Sequence[Row]) -> list[Row]:
        cos, sin = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        side = -1 if self.flipped else 1
        flat = [(p[0] * self.scale, side * p[1] * self.scale) for p in points]
        return [(self.x + x * cos - y * sin, self.y + x * sin + y * cos) for x, y in flat]


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float, count: int = 7) -> list[Row]:
    """Points on an ellipse from one angle to another (degrees); seven keep a smile from becoming a V."""
    angles = [math.radians(start + (end - start) * i / (count - 1)) for i in range(count)]
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]


def symmetric(half: Sequence[Row]) -> list[Row]:
    """A closed outline from its right half, given from the top of the midline to its bottom."""
    return [*half, *(point for point in reflect(half[::-1]) if abs(point[0] - 500) > 1)]


# Wrist at the origin, fingers along +x, thumb on -y.
_FINGERS: tuple[tuple[Row, ...], ...] = (
    ((44, -18, 10), (66, -29, 9.4), (82, -34, 8.8)),
    ((48, -6, 10), (76, -11, 9.6), (94, -12, 8.8)),
    ((48, 8, 10), (74, 10, 9.4), (90, 12, 8.6)),
    ((42, 20, 9.4), (60, 30, 8.8), (73, 36, 8.2)),
)


def baby_hand(pose: Pose) -> Shape:
    """An open, relaxed hand."""
    palm = tube([(0, 0, 22), (20, 1, 27), (36, 1, 28)])
    thumb = tube([(12, -16, 12), (28, -34, 10.8), (42, -46, 9.6)])
    return pose.place(join(join(palm, thumb, k=10), *[tube(f) for f in _FINGERS], k=3))


def palm_marks(picture: Picture, pose: Pose) -> None:
    """Two creases say: this is the palm."""
    picture.ink_both(pose.points([(14, -15), (27, -5), (30, 13)]), "deep", 4, 0.8)
    picture.ink_both(pose.points([(40, -14), (44, 2), (42, 20)]), "deep", 3.6, 0.7)


def back_of_hand_marks(picture: Picture, pose: Pose, sides: tuple[bool, ...] = (False, True)) -> None:
    """Knuckle dimples and tiny nails say: this is the back of the hand; on the hand as posed, mirrored, or both."""
    for x, y in ((46.0, -15.0), (50.0, -4.0), (50.0, 8.0), (45.0, 18.0)):
        dimple = pose.points([(x - 3, y - 3.6), (x, y), (x - 3, y + 3.6)])
        for mirrored in sides:
            picture.ink(reflect(dimple) if mirrored else dimple, "deep", 3.4, 0.8)
    tips = [finger[-1] for finger in _FINGERS] + [(42.0, -46.0, 9.6)]
    for x, y, radius in tips:
        for mirrored in sides:
            spot = pose.points([(x + 1, y)])
            (cx, cy), turn = (reflect(spot) if mirrored else spot)[0], 180 - pose.turn if mirrored else pose.turn
            picture.fill(ellipse(cx, cy, radius * 0.56, radius * 0.44, turn), "nail", 0.95)


# Ankle at the origin, toes along +x, big toe on -y.
_TOES: tuple[tuple[Row, ...], ...] = (
    ((78, -22, 13.5), (93, -24, 13)),
    ((86, -4, 9.8), (98, -5, 9.2)),
    ((84, 11, 9.2), (94, 12, 8.8)),
    ((78, 22, 8.8), (87, 25, 8.2)),
    ((68, 31, 8.4), (76, 35, 7.8)),
)
_SOLE_TOES: tuple[tuple[Row, ...], ...] = (
    ((96, -24, 13), (106, -26, 13.5)),
    ((103, -4, 10), (110, -5, 10)),
    ((100, 12, 9.4), (106, 13, 9.4)),
    ((93, 25, 9), (98, 27, 9)),
    ((83, 35, 8.6), (87, 38, 8.4)),
)


def foot_top(pose: Pose) -> Shape:
    """A foot seen from above."""
    body = tube([(-4, 0, 29), (14, 0, 28), (40, -1, 32), (58, -1, 33)])
    return pose.place(join(body, *[tube(toe) for toe in _TOES], k=2.5))


def toenails(picture: Picture, pose: Pose, *, mirrored: bool) -> None:
    for x, y, radius in ((98, -26, 6.4), (101, -6, 4.5), (97, 12, 4.2), (89.5, 26, 3.9), (78, 36.5, 3.6)):
        spot = pose.points([(x, y)])
        (cx, cy), turn = (reflect(spot) if mirrored else spot)[0], 180 - pose.turn if mirrored else pose.turn
        picture.fill(ellipse(cx, cy, radius * pose.scale * 0.72, radius * pose.scale, turn), "nail", 0.9)


def foot_sole(pose: Pose) -> Shape:
    """A foot seen from below, heel at the origin."""
    body = tube([(0, 0, 27), (28, 3, 26), (58, -1, 31), (72, -2, 33)])
    return pose.place(join(body, *[tube(toe) for toe in _SOLE_TOES], k=3))


def sole_marks(picture: Picture, pose: Pose, *, mirrored: bool) -> None:
    """Rosy pads and the arch."""

    def put(points: Sequence[Row]) -> list[Row]:
        placed = pose.points(points)
        return reflect(placed) if mirrored else placed

    for toe in _SOLE_TOES:
        x, y, radius = toe[-1]
        ((cx, cy),) = put([(x, y)])
        picture.glow(cx, cy, radius * pose.scale, radius * pose.scale, "blush", 0.6)
    for x, y, reach in ((2, 0, 25), (68, -4, 31)):
        ((cx, cy),) = put([(x, y)])
        picture.glow(cx, cy, reach * pose.scale, reach * pose.scale, "blush", 0.5)
    picture.ink(put([(40, -20), (46, -4), (42, 10)]), "deep", 3.6, 0.7)


def head(cx: float = 500, cy: float = 172) -> Shape:
    """Seen from the front: skull and full cheeks."""
    return join(ellipse(cx, cy - 8, 116, 112), ellipse(cx, cy + 42, 122, 80), k=60).bake()


def ears(picture: Picture) -> None:
    ear = ellipse(625, 196, 18, 27, 10)
    picture.part(ear, lit=False)
    picture.part(ear.mirror(), lit=False)
    picture.ink_both([(620, 184), (631, 193), (624, 208)], "deep", 5, 1)


def face(picture: Picture, cx: float = 500, cy: float = 178) -> None:
    """Wide-set eyes low in the head, a small smile, blush."""
    for side in (1, -1):
        eye = cx + side * 48
        picture.glow(cx + side * 76, cy + 60, 36, 30, "blush", 0.55)
        picture.fill(ellipse(eye, cy + 22, 14, 17.5), "eye")
        picture.fill(ellipse(eye - 4.5, cy + 15, 5, 5.8), "white")
        picture.fill(ellipse(eye + 4.5, cy + 29, 2.6, 2.8), "white", 0.7)
        picture.ink(arc(eye, cy + 24, 20, 22, 215, 325), "line", 4.6)
        picture.ink(arc(eye + side * 2, cy - 4, 22, 20, 228, 312), "line", 5, 0.55)
    picture.ink(arc(cx, cy + 46, 11, 8, 25, 155), "line", 5.5)
    picture.ink(arc(cx, cy + 62, 27, 22, 20, 160), "line", 6)
    picture.ink(arc(cx, cy + 90, 11, 7, 30, 150), "deep", 4, 0.7)


_CURLS: tuple[tuple[tuple[Row, ...], float], ...] = (
    (((-4, -122), (-24, -108), (-24, -86), (-6, -78), (6, -86)), 8.5),
    (((6, -124), (-4, -106), (8, -88), (28, -92)), 8.5),
    (((16, -121), (22, -106), (42, -106)), 7),
    (((-14, -121), (-36, -112), (-44, -94)), 7),
    (((-30, -116), (-50, -106), (-56, -92)), 6),
    (((30, -116), (42, -112), (54, -112)), 5),
)


def curls(picture: Picture, cx: float = 500, cy: float = 176) -> None:
    """A few wisps on the forehead."""
    for points, width in _CURLS:
        picture.ink([(cx + p[0], cy + p[1]) for p in points], "hair", width)


def heart(picture: Picture, x: float, y: float, size: float, role: str = "print") -> None:
    """The print on nappy and blanket."""

    def at(dx: float, dy: float) -> str:
        return f"{x + dx * size:.1f} {y + dy * size:.1f}"

    left = f"C{at(-1.5, -0.1)} {at(-0.8, -1.1)} {at(0, -0.35)}"
    right = f"C{at(0.8, -1.1)} {at(1.5, -0.1)} {at(0, 0.9)}"
    picture.path(f"M{at(0, 0.9)}{left}{right}Z", role, opacity=0.9)


NAPPY_FRONT: tuple[Row, ...] = (
    (500, 636), (560, 632), (612, 620), (648, 606), (664, 616), (668, 654), (652, 676), (622, 694), (594, 718),
    (574, 746), (544, 762), (500, 766),
)  # fmt: skip


def nappy_front(picture: Picture, legs: Shape) -> None:
    """Nappy with tabs, elastic and print, worn below the navel; `legs` receives its shadow."""
    nappy = blob(symmetric(NAPPY_FRONT)).bake()
    picture.fill(keep(legs, nappy.shift(3, 11)), "deep", 0.45)
    picture.part(nappy, role="nappy", shade="nappyshade", line="nappyline", lit=False)
    picture.line(
        [(352, 628), (390, 640), (440, 648), (500, 651), (560, 648), (610, 640), (648, 628)], "nappyline", 2.4, 0.55
    )
    for mirrored in (False, True):
        leg_edge: list[Row] = [(648, 668), (616, 682), (584, 708), (564, 740)]
        picture.line(reflect(leg_edge) if mirrored else leg_edge, "nappyshade", 4)
        tab = blob([(648, 618), (614, 627), (598, 630), (592, 642), (602, 652), (642, 642), (654, 630)])
        picture.fill(tab.mirror() if mirrored else tab, "print")
    picture.ink_both([(642, 656), (618, 666), (600, 682)], "nappyshade", 5)
    for x, y in ((446, 676), (500, 682), (554, 676), (473, 708), (527, 708), (500, 736)):
        heart(picture, x, y, 9)


def profile_hair(picture: Picture, skull: Shape, dx: float = 0, dy: float = 0) -> None:
    """Soft hair on a head seen from the side, face to the right; no hard edge, only strands that thin out."""
    cap = keep(skull.grow(-3), join(ellipse(432 + dx, 146 + dy, 100, 112), ellipse(500 + dx, 84 + dy, 104, 56), k=60))
    for by in (0, -5, -11, -17, -24, -32):
        picture.fill(keep(cap, cap.grow(by)), "hair", 0.03, step=2, error=0.8)
    strands: tuple[tuple[Row, ...], ...] = (
        ((470, 66), (452, 92), (446, 122)), ((506, 62), (486, 84), (478, 112)), ((436, 82), (416, 108), (410, 138)),
        ((402, 116), (388, 146), (388, 172)), ((540, 72), (518, 88), (508, 112)), ((386, 176), (386, 204), (396, 228)),
        ((418, 160), (410, 186), (416, 212)), ((452, 140), (440, 160), (440, 182)),
        ((500, 130), (484, 146), (478, 164)), ((548, 100), (536, 112), (530, 128)),
        ((566, 84), (554, 92), (546, 104)), ((446, 196), (440, 208), (442, 222)),
    )  # fmt: skip
    for strand in strands:
        picture.ink([(p[0] + dx, p[1] + dy) for p in strand], "hair", 6.5, 0.8)


def profile_ear(picture: Picture, x: float, y: float) -> None:
    picture.part(join(ellipse(x, y, 24, 32, -14), ellipse(x + 6, y + 22, 15, 15), k=10), lit=False)
    picture.ink([(x - 8, y - 18), (x + 8, y - 20), (x + 12, y - 2), (x, y + 10)], "deep", 5)


def shadow_of(picture: Picture, over: Shape, under: Shape, dx: float = 3, dy: float = 15, opacity: float = 0.5) -> None:
    """The shadow that one part casts on the part below it."""
    picture.fill(keep(under.grow(-1), over.shift(dx, dy)), "deep", opacity)
