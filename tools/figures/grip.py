"""What of a hand that holds a limb from below is seen above it: the end of the thumb."""

from __future__ import annotations

import numpy as np

from tools.figures.limbs import bone, draw_bone, smooth
from tools.figures.picture import Picture
from tools.figures.sdf import ellipse
from tools.figures.spline import Row

THUMB: tuple[Row, ...] = ((64, -74, 23.5), (74, -98, 21), (74, -124, 18.5), (60, -148, 16))


def grip_over() -> Picture:
    """In the place where the thumb of the pose `grip` begins; open toward the hand, so that it grows out of it."""
    picture = Picture("hand_grip_over", (-170, -290, 170, 400), outline=4.6)
    thumb = bone(THUMB, root=0.1)
    picture.path(smooth(thumb.ring + np.array([4.0, 10.0])), "ground", opacity=0.16)
    draw_bone(picture, thumb)
    x, y, radius = THUMB[-1]
    for grow, role in ((1.6, "deep"), (0.0, "nail")):
        picture.fill(ellipse(x - 1, y - 2, radius * 0.54 + grow, radius * 0.72 + grow, -30), role, step=0.8, error=0.2)
    picture.ink([(62, -126), (72, -133), (86, -130)], "deep", 3.4, 0.9)
    return picture
