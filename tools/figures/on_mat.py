"""On its tummy, seen from the side of the mat, awake: resting on the forearms, and with the knees tucked."""

from __future__ import annotations

from tools.figures.anatomy import Pose, shadow_of
from tools.figures.picture import Picture
from tools.figures.profile import Limb, draw_limb, nappy, profile_head, profile_skull, slab, soften
from tools.figures.sdf import ellipse, join, keep, tube
from tools.figures.spline import Row

ARM = Limb(
    ((636, 606, 50), (628, 680, 46), (640, 762, 40), (704, 782, 34), (762, 786, 27)),
    ((770, 788, 24), (800, 790, 22), (826, 794, 15)),
    creases=(((746, 764), (752, 780), (748, 800)), ((668, 738), (664, 750), (670, 762))),
)
LEG = Limb(
    ((318, 712, 78), (254, 738, 68), (194, 760, 53), (146, 774, 36)),
    ((140, 774, 33), (112, 778, 30), (80, 786, 22)),
    toes=((66, 782, 12), (64, 794, 12)),
    creases=(((206, 716), (216, 738), (214, 762)), ((150, 746), (157, 770), (152, 796))),
)
TUCKED_LEG = Limb(
    ((330, 640, 92), (392, 690, 80), (446, 740, 62), (400, 772, 48), (344, 780, 40), (298, 778, 34)),
    ((284, 770, 32), (258, 756, 28), (244, 776, 27), (240, 794, 19)),
    toes=((232, 800, 12), (240, 804, 10)),
    creases=(((428, 780), (410, 766), (384, 756)), ((306, 752), (312, 772), (306, 796))),
)
TRUNK: tuple[Row, ...] = ((640, 588, 84), (566, 640, 104), (470, 680, 116), (372, 690, 112), (326, 692, 100))
NAPPY: tuple[Row, ...] = (
    (404, 566), (352, 572), (290, 582), (232, 626), (214, 690), (236, 746), (300, 770), (352, 796), (404, 800),
    (416, 742),
    (414, 650),
)  # fmt: skip
HIGH_TRUNK: tuple[Row, ...] = ((640, 588, 84), (566, 610, 104), (470, 616, 114), (380, 606, 112), (334, 602, 104))
HIGH_NAPPY: tuple[Row, ...] = (
    (416, 486), (352, 484), (286, 500), (232, 552), (220, 620), (240, 680), (288, 716), (330, 700), (372, 650),
    (410, 590),
)  # fmt: skip


def _prone(name: str, trunk: tuple[Row, ...], head: Pose) -> Picture:
    picture = Picture(name)
    slab(picture)
    tucked = trunk is HIGH_TRUNK
    leg = TUCKED_LEG if tucked else LEG
    draw_limb(picture, ARM.away(54, -8))
    draw_limb(picture, leg.away(*((46, -8) if tucked else (26, -20))))
    skull = profile_skull(head)
    body = join(tube(trunk), tube([(640, 580, 78), (672, 512, 62)]), k=26).bake(2, 60)
    picture.part(body)
    shadow_of(picture, skull, body, 3, 16)
    picture.glow(520, trunk[2][1] - 40, 110, 60, "lit", 0.7)
    if tucked:
        thigh = draw_limb(picture, leg)
        waist: list[Row] = [(416, 506), (404, 560), (392, 602)]
        nappy(picture, HIGH_NAPPY, join(thigh, body), waist, [(286, 692), (330, 676), (368, 630)])
    else:
        near = draw_limb(picture, leg)
        nappy(
            picture, NAPPY, join(near, body), [(396, 586), (402, 690), (396, 780)], [(250, 736), (306, 752), (360, 782)]
        )
    shadow_of(picture, ARM.shape(), body, 4, 14, 0.35)
    draw_limb(picture, ARM)
    soften(picture, keep(body.grow(-5), ellipse(634, 572, 64, 44)))
    picture.ink([(596, 590), (588, 616), (588, 650)], "line", 4.6, 0.9)
    profile_head(picture, head, skull)
    return picture


def prone_up() -> Picture:
    """Tummy time: on the forearms, head up."""
    return _prone("prone_up", TRUNK, Pose(708, 420, -6))


def tucked() -> Picture:
    """Ready to crawl: elbows under the shoulders, knees under the tummy."""
    return _prone("tucked", HIGH_TRUNK, Pose(708, 424, 4))
