"""Seen from above, lying on its back: both feet held up a little, or one arm lifted toward the parent.

What is lifted is drawn a little larger, for it is nearer, and its shadow on the mat lies further off.
"""

from __future__ import annotations

from tools.figures.anatomy import (
    Pose,
    baby_hand,
    back_of_hand_marks,
    curls,
    ears,
    face,
    foot_top,
    head,
    nappy_front,
    shadow_of,
    symmetric,
    toenails,
)  # fmt: skip
from tools.figures.front import (
    FOOT,
    LEG,
    PALMS_DOWN,
    PALMS_UP,
    TORSO,
    arm_marks,
    body_shape,
    leg_marks,
    trunk_marks,
)  # fmt: skip
from tools.figures.picture import Picture, reflect
from tools.figures.sdf import Shape, blob, join, tube
from tools.figures.spline import Row

BENT_LEG: tuple[Row, ...] = (
    (574, 640, 58), (636, 662, 70), (690, 706, 64), (676, 764, 58), (616, 806, 48), (552, 832, 36),
)  # fmt: skip
HELD_FOOT = Pose(540, 842, 82, 1.16, flipped=True)


def _ground_below(picture: Picture, shape: Shape, dx: float, dy: float) -> None:
    """The shadow of something lifted: further off and softer than that of what lies."""
    for by in (26, 16, 6, -6):
        picture.fill(shape.grow(by).shift(dx, dy), "ground", 0.035, step=5, error=3)


def legs_up() -> Picture:
    """Knees bent and apart, both feet held together a little above the mat; the bottom stays on it."""
    picture = Picture("legs_up")
    body, skull = body_shape(PALMS_UP), head()
    leg = join(tube(BENT_LEG), foot_top(HELD_FOOT), k=12).bake()
    legs = join(leg, leg.mirror())
    picture.ground(join(body, skull).bake(3, 60))
    _ground_below(picture, legs, 16, 38)
    ears(picture)
    for mirrored, shape in ((True, leg.mirror()), (False, leg)):
        picture.part(shape)
        _bent_marks(picture, mirrored=mirrored)
    picture.part(body)
    shadow_of(picture, skull, body)
    trunk_marks(picture)
    arm_marks(picture, PALMS_UP)
    nappy_front(picture, join(legs, body))
    picture.part(skull)
    face(picture)
    curls(picture)
    return picture


def _bent_marks(picture: Picture, *, mirrored: bool) -> None:
    def put(points: list[Row]) -> list[Row]:
        return reflect(points) if mirrored else points

    knee = put([(700, 708)])[0]
    picture.glow(knee[0], knee[1], 40, 38, "lit", 0.85)
    picture.ink(put([(690, 668), (712, 676), (728, 694)]), "deep", 4.4, 0.6)
    picture.ink(put([(634, 744), (650, 736), (660, 720)]), "line", 5, 0.8)
    picture.ink(put([(706, 760), (714, 748), (718, 734)]), "deep", 4.4, 0.6)
    picture.ink(put([(574, 800), (572, 826), (590, 856)]), "line", 4.6, 0.8)
    toenails(picture, HELD_FOOT, mirrored=mirrored)


RAISED_ARM: tuple[Row, ...] = (
    (598, 352, 48), (650, 346, 48), (704, 326, 43), (742, 284, 41), (776, 236, 44), (802, 192, 31),
)  # fmt: skip
RAISED_HAND = Pose(808, 182, -60, 1.14, flipped=True)


def arm_up() -> Picture:
    """The left arm lifted a little toward the parent, the back of its hand up."""
    picture = Picture("arm_up")
    skull = head()
    resting = join(tube(PALMS_DOWN.joints), baby_hand(PALMS_DOWN.hand), k=8).mirror()
    arm = join(tube(RAISED_ARM), baby_hand(RAISED_HAND), k=8)
    trunk = join(blob(symmetric(TORSO)), tube([(500, 270, 62), (500, 320, 70)]), k=30)
    body = join(trunk, arm, resting, k=15).bake()
    leg = join(tube(LEG), foot_top(FOOT), k=12).bake()
    legs = join(leg, leg.mirror())
    picture.ground(join(trunk, resting, skull, legs).bake(3, 60))
    _ground_below(picture, arm.bake(3, 60), 26, 52)
    ears(picture)
    for mirrored, shape in ((False, leg), (True, leg.mirror())):
        picture.part(shape)
        leg_marks(picture, mirrored=mirrored)
    picture.part(body)
    shadow_of(picture, skull, body)
    trunk_marks(picture)
    _arm_up_marks(picture)
    nappy_front(picture, join(legs, body))
    picture.part(skull)
    face(picture)
    curls(picture)
    return picture


def _arm_up_marks(picture: Picture) -> None:
    picture.ink(reflect([(640, 432), (624, 420), (612, 402)]), "line", 5, 0.9)
    picture.ink([(650, 404), (632, 398), (618, 380)], "line", 5, 0.9)
    for points, width in ((PALMS_DOWN.elbow, 4.6), (PALMS_DOWN.wrist, 4.6)):
        picture.ink(reflect(points), "line", width, 0.8)
    picture.ink([(706, 280), (722, 290), (728, 306)], "deep", 4.6, 0.7)
    picture.ink([(778, 176), (800, 192), (830, 200)], "line", 4.6, 0.85)
    back_of_hand_marks(picture, PALMS_DOWN.hand, (True,))
    back_of_hand_marks(picture, RAISED_HAND, (False,))
