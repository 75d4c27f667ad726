"""Seen from above, lying on its back: palms up, palms down, or with one leg lifted so that its back is seen."""

from __future__ import annotations

from dataclasses import dataclass

from tools.figures.anatomy import (
    Pose,
    arc,
    baby_hand,
    back_of_hand_marks,
    curls,
    ears,
    face,
    foot_sole,
    foot_top,
    head,
    nappy_front,
    palm_marks,
    shadow_of,
    sole_marks,
    symmetric,
    toenails,
)  # fmt: skip
from tools.figures.picture import Picture, reflect
from tools.figures.sdf import Shape, blob, ellipse, join, keep, tube
from tools.figures.spline import Row

TORSO: tuple[Row, ...] = (
    (500, 292), (560, 296), (612, 310), (638, 344), (632, 404), (634, 456), (650, 516), (654, 576), (638, 644),
    (580, 680), (500, 688),
)  # fmt: skip
LEG: tuple[Row, ...] = (
    (578, 640, 58), (626, 670, 69), (670, 728, 59), (668, 786, 54), (648, 832, 45), (634, 866, 33),
)  # fmt: skip
FOOT = Pose(636, 862, 66, 1.1, flipped=True)
RAISED_LEG: tuple[Row, ...] = (
    (584, 684, 62), (628, 648, 64), (664, 592, 54), (686, 540, 52), (698, 500, 41), (702, 478, 31),
)  # fmt: skip
NAPPY_UNDER: tuple[Row, ...] = (
    (500, 640), (556, 632), (588, 664), (622, 704), (650, 724), (640, 770), (560, 790), (490, 740),
)  # fmt: skip
"""What of the raised thigh's root lies in the nappy."""
RAISED_FOOT = Pose(702, 478, -76, 1.12)


@dataclass(frozen=True, slots=True)
class Arms:
    """One arm (the baby's left) with its hand; the other is its mirror image."""

    joints: tuple[Row, ...]
    hand: Pose
    palm_up: bool
    elbow: tuple[Row, ...]
    wrist: tuple[Row, ...]


PALMS_UP = Arms(
    ((602, 346, 47), (654, 380, 46), (704, 412, 40), (752, 430, 37), (800, 428, 41), (856, 408, 28)),
    Pose(867, 404, -18, 1.0), palm_up=True,
    elbow=((742, 398), (752, 414), (752, 432)), wrist=((846, 382), (858, 406), (858, 434)),
)  # fmt: skip
PALMS_DOWN = Arms(
    PALMS_UP.joints, Pose(867, 406, -4, 1.0, flipped=True), palm_up=False,
    elbow=((742, 420), (754, 428), (766, 420)), wrist=((846, 382), (858, 406), (858, 434)),
)  # fmt: skip
ARMS_HIGH = Arms(
    ((602, 346, 47), (654, 354, 46), (706, 324, 40), (738, 276, 37), (748, 226, 38), (744, 176, 27)),
    Pose(744, 166, -92, 0.98), palm_up=True,
    elbow=((712, 296), (728, 304), (744, 300)), wrist=((718, 182), (744, 190), (770, 182)),
)  # fmt: skip


def body_shape(arms: Arms) -> Shape:
    """Trunk, neck and both arms in one outline."""
    limb = join(tube(arms.joints), baby_hand(arms.hand), k=8)
    trunk = join(blob(symmetric(TORSO)), tube([(500, 270, 62), (500, 320, 70)]), k=30)
    return join(trunk, limb, limb.mirror(), k=15).bake()


def leg_marks(picture: Picture, *, mirrored: bool) -> None:
    """Folds, knee and nails of a leg that lies straight."""

    def put(points: list[Row]) -> list[Row]:
        return reflect(points) if mirrored else points

    knee: Row = put([(664, 730)])[0]
    picture.ink(put([(606, 748), (622, 762), (642, 762)]), "line", 5, 0.85)
    picture.ink(put([(602, 722), (616, 734), (634, 733)]), "line", 4, 0.5)
    picture.glow(knee[0], knee[1], 34, 32, "lit", 0.75)
    picture.ink(put([(638, 712), (654, 702), (676, 706)]), "deep", 4.4, 0.6)
    picture.ink(put([(640, 752), (660, 760), (682, 754)]), "deep", 4, 0.5)
    picture.ink(put([(604, 862), (626, 876), (660, 868)]), "line", 4.6, 0.8)
    toenails(picture, FOOT, mirrored=mirrored)


def trunk_marks(picture: Picture) -> None:
    """Collar bones, nipples, navel, the round tummy."""
    picture.glow(575, 550, 100, 110, "shade", 0.6)
    picture.glow(470, 496, 120, 120, "lit", 0.85)
    picture.glow(425, 366, 66, 40, "lit", 0.5)
    picture.ink_both([(524, 330), (548, 322), (574, 326)], "deep", 4.4, 0.7)
    for x in (434, 566):
        picture.fill(ellipse(x, 384, 8, 7), "deep", 0.85)
    picture.ink_both([(520, 430), (548, 436), (574, 452)], "deep", 4, 0.35)
    picture.fill(ellipse(500, 522, 9, 8), "deep", 0.8)
    picture.ink(arc(500, 521, 13, 11, 30, 150), "line", 5)
    picture.ink(arc(500, 586, 96, 24, 50, 130), "deep", 4, 0.35)


def arm_marks(picture: Picture, arms: Arms) -> None:
    """Armpits, elbows, wrists, hands."""
    picture.ink_both([(640, 432), (624, 420), (612, 402)], "line", 5, 0.9)
    picture.ink_both(arms.elbow, "line", 4.6, 0.75)
    picture.ink_both(arms.wrist, "line", 4.6, 0.9)
    (palm_marks if arms.palm_up else back_of_hand_marks)(picture, arms.hand)


def front(name: str, arms: Arms) -> Picture:
    """On its back, both legs down."""
    picture = Picture(name)
    body, skull = body_shape(arms), head()
    leg = join(tube(LEG), foot_top(FOOT), k=12).bake()
    legs = join(leg, leg.mirror())
    picture.ground(join(body, skull, legs).bake(3, 60))
    ears(picture)
    for mirrored, shape in ((False, leg), (True, leg.mirror())):
        picture.part(shape)
        leg_marks(picture, mirrored=mirrored)
    picture.part(body)
    shadow_of(picture, skull, body)
    trunk_marks(picture)
    arm_marks(picture, arms)
    nappy_front(picture, join(legs, body))
    picture.part(skull)
    face(picture)
    curls(picture)
    return picture


def leg_up() -> Picture:
    """On its back, the left leg lifted toward the parent: calf, back of thigh and sole are seen."""
    picture = Picture("leg_up_left")
    body, skull = body_shape(ARMS_HIGH), head()
    resting = join(tube(LEG), foot_top(FOOT), k=12).bake().mirror()
    thigh, foot = tube(RAISED_LEG).bake(), foot_sole(RAISED_FOOT).bake()
    picture.ground(join(body, skull, resting, thigh, foot).bake(3, 60))
    ears(picture)
    picture.part(resting)
    leg_marks(picture, mirrored=True)
    picture.part(body)
    shadow_of(picture, skull, body)
    trunk_marks(picture)
    arm_marks(picture, ARMS_HIGH)
    shadow_of(picture, join(thigh, foot), body, 10, 16, 0.4)
    nappy_front(picture, join(resting, body))
    picture.part(thigh)
    _raised_marks(picture)
    cuff = keep(thigh.grow(4), blob(NAPPY_UNDER), k=6)
    picture.part(cuff, role="nappy", shade="nappyshade", line="nappyline", lit=False)
    shadow_of(picture, foot, thigh, 2, 12, 0.45)
    picture.part(foot)
    sole_marks(picture, RAISED_FOOT, mirrored=False)
    picture.part(skull)
    face(picture)
    curls(picture)
    return picture


def _raised_marks(picture: Picture) -> None:
    picture.ink([(622, 584), (648, 604), (684, 610)], "line", 4.6, 0.7)
    picture.ink([(632, 570), (654, 584), (680, 588)], "deep", 4, 0.5)
    picture.glow(672, 536, 34, 46, "lit", 0.7)
